//! What keys do while something is shown to a room.

use tui_input::Input;

use crate::app::key::{Code, Key};
use crate::app::over::request;
use crate::app::present::{Origin, Present, Seek, Sought, Typing};
use crate::app::{App, Effect, Mode, Show, Work};

/// More digits than a story has steps are a slip.
const MOST_DIGITS: usize = 3;

impl App {
    /// Shows the scenario’s story to a room.
    pub fn present(&mut self) -> Vec<Effect> {
        begin(self)
    }
}

/// Begins to present.
pub(super) fn begin(app: &mut App) -> Vec<Effect> {
    let Some(work) = &mut app.work else { return Vec::new() };
    work.session.end_preview();
    let present = Present::new(&work.session, &work.screens.explore);
    work.mode = Some(Mode::Present(Box::new(present)));
    vec![Effect::BeginClock]
}

/// Does what a key asks for.
pub(super) fn show(app: &mut App, show: Show) -> Vec<Effect> {
    let Some(work) = &mut app.work else { return Vec::new() };
    let Some(Mode::Present(own)) = &mut work.mode else { return Vec::new() };
    match show {
        Show::Next => next(own),
        Show::Back if own.digits.is_empty() => own.go(own.at.saturating_sub(1)),
        Show::Back => {
            own.digits.pop();
        }
        Show::First => own.go(0),
        Show::Last => own.go(usize::MAX),
        Show::Blank => own.blank = true,
        Show::WhatIf(tenths) => match own.slide_by(i32::from(tenths)) {
            Ok(_) => {}
            Err(refusal) => app.refuse(refusal.to_string()),
        },
        Show::PutBack => own.put_back(),
        Show::Notes => own.notes = !own.notes,
        Show::Clock => {
            own.clock.shown = !own.clock.shown;
            return vec![Effect::RunClock(own.clock.shown)];
        }
        Show::ClockAnew => {
            own.clock.seconds = 0;
            return vec![Effect::BeginClock];
        }
        Show::Find => own.typing = Some(Typing::Seek(Seek::new(&own.stage))),
        Show::Add => own.typing = Some(Typing::Title(Input::new(own.title_to_begin_with()))),
        Show::Remove => remove(app),
        Show::Keep => keep(app),
        Show::Row(down) => {
            if let Some(Typing::Seek(seek)) = &mut own.typing {
                seek.step(down);
            }
        }
        Show::Leave => return leave(work),
    }
    Vec::new()
}

/// The step whose number was typed, else the next.
fn next(own: &mut Present) {
    let typed = own.digits.parse::<usize>().ok();
    match typed.and_then(|number| number.checked_sub(1)) {
        Some(place) => own.go(place),
        // At the end of the last step it stays there: a clicker pressed twice changes nothing.
        None if own.at + 1 < own.steps.len() => own.go(own.at + 1),
        None => own.digits.clear(),
    }
}

/// One level back: from what is typed, what was found, the what-if’s lever; then out.
fn leave(work: &mut Work) -> Vec<Effect> {
    let Some(Mode::Present(own)) = &mut work.mode else { return Vec::new() };
    if own.typing.take().is_some() {
        return Vec::new();
    }
    if !own.digits.is_empty() {
        own.digits.clear();
        return Vec::new();
    }
    let found = own.sought.take().is_some();
    if own.lever.take().is_some() || found {
        own.put_back();
        own.settle();
        return Vec::new();
    }
    work.mode = None;
    vec![Effect::RunClock(false), Effect::GiveNotes(String::new())]
}

/// Keeps what is typed at the foot: a title, or what was found.
fn keep(app: &mut App) {
    let Some(work) = &mut app.work else { return };
    let Some(Mode::Present(own)) = &mut work.mode else { return };
    match own.typing.take() {
        Some(Typing::Title(input)) => {
            let title = input.value().trim();
            if title.is_empty() {
                own.typing = Some(Typing::Title(input));
                return;
            }
            let step = own.as_step(title);
            let mut added = work.session.added().to_vec();
            added.push(step);
            work.session.tell(added);
            own.renew(&work.session, &work.screens.explore);
            let at = own.steps.iter().rposition(|(_, origin)| matches!(origin, Origin::Added(_)));
            own.go(at.unwrap_or(own.at));
            let words = format!("Step {} is added. Esc, then w saves it.", own.at + 1);
            app.say(words);
        }
        Some(Typing::Seek(seek)) => match seek.hit().map(|hit| hit.leads_to) {
            Some(Sought::Number(measure)) => {
                own.sought = Some(measure);
                own.settle();
            }
            Some(Sought::Lever(lever)) => {
                own.lever = Some(lever);
                own.settle();
            }
            None => own.typing = Some(Typing::Seek(seek)),
        },
        None => {}
    }
}

/// Takes an added step out.
fn remove(app: &mut App) {
    let Some(work) = &mut app.work else { return };
    let Some(Mode::Present(own)) = &mut work.mode else { return };
    let Origin::Added(place) = own.origin() else {
        app.say("Only steps that were added here can be taken out; the story is the file’s.");
        return;
    };
    let mut added = work.session.added().to_vec();
    let gone = added.remove(place);
    work.session.tell(added);
    own.renew(&work.session, &work.screens.explore);
    own.go(own.at);
    app.say(format!("“{}” is taken out.", gone.title));
}

/// A letter of what is typed at the foot, or a digit of a step’s number.
pub(super) fn take(own: &mut Present, key: Key) {
    match (&mut own.typing, key.code) {
        (Some(Typing::Title(input)), _) => {
            let _ = request(key).and_then(|request| input.handle(request));
        }
        (Some(Typing::Seek(seek)), _) => seek.take(key),
        (None, Code::Char(c)) if c.is_ascii_digit() && own.digits.len() < MOST_DIGITS => {
            own.digits.push(c);
        }
        _ => {}
    }
}

/// Any key ends a blank screen; answers whether one did.
pub(super) fn unblank(app: &mut App) -> bool {
    match app.work.as_mut().and_then(|work| work.mode.as_mut()) {
        Some(Mode::Present(own)) => std::mem::take(&mut own.blank),
        _ => false,
    }
}

/// A second has passed.
pub(super) fn second(app: &mut App, seconds: u64) {
    if let Some(Mode::Present(own)) = app.work.as_mut().and_then(|work| work.mode.as_mut()) {
        own.clock.seconds = seconds;
    }
}

/// The notes for a second screen, whenever they are other ones.
pub(super) fn notes(app: &mut App) -> Option<Effect> {
    let Some(Mode::Present(own)) = app.work.as_mut().and_then(|work| work.mode.as_mut()) else {
        return None;
    };
    let notes = own.for_the_speaker();
    (notes != own.given).then(|| {
        own.given.clone_from(&notes);
        Effect::GiveNotes(notes)
    })
}
