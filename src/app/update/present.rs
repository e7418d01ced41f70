//! What keys do while something is shown to a room.

use crate::app::key::{Code, Key};
use crate::app::present::{Hit, Origin, Present, Seek, Sought, TitleLine, Typing};
use crate::app::{App, Effect, Mode, Show, Work};
use crate::model::StoryStep;

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
    let mut present = Present::new(&work.session, &work.screens.explore);
    // A talk that goes on has been going on all the while.
    let clock = match work.left.take() {
        Some(left) => {
            present.go_on(&work.session, &left);
            Effect::RunClock(left.clock.shown)
        }
        None => Effect::BeginClock,
    };
    work.mode = Some(Mode::Present(Box::new(present)));
    vec![clock]
}

/// Does what a key asks for.
pub(super) fn show(app: &mut App, show: Show) -> Vec<Effect> {
    let Some(work) = &mut app.work else { return Vec::new() };
    let Some(Mode::Present(own)) = &mut work.mode else { return Vec::new() };
    match show {
        Show::Next if !next(own) => {
            let count = own.steps.len();
            app.refuse(format!("There are {count} steps, from 1 on."));
        }
        Show::Next => {}
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
        Show::Find => own.typing = Some(Typing::Seek(Seek::of(&own.stage))),
        Show::Add => match own.title_to_begin_with() {
            Ok(title) => own.typing = Some(Typing::Title(TitleLine::new(title))),
            Err(why) => app.refuse(why),
        },
        Show::Remove => remove(app),
        Show::Restore => restore(app),
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

/// The step whose number was typed, else the next; answers whether there is one of that number.
fn next(own: &mut Present) -> bool {
    let typed = std::mem::take(&mut own.digits);
    if let Ok(number) = typed.parse::<usize>() {
        let is_there = (1..=own.steps.len()).contains(&number);
        if is_there {
            own.go(number - 1);
        }
        return is_there;
    }
    // At the end it stays there: a clicker pressed twice changes nothing.
    if own.at + 1 < own.steps.len() {
        own.go(own.at + 1);
    }
    true
}

/// One level back: from what is typed, what was found, what was tried; then out.
fn leave(work: &mut Work) -> Vec<Effect> {
    let Some(Mode::Present(own)) = &mut work.mode else { return Vec::new() };
    if own.typing.take().is_some() {
        return Vec::new();
    }
    if !own.digits.is_empty() {
        own.digits.clear();
        return Vec::new();
    }
    let is_found = own.sought.is_some() || own.lever.is_some();
    if is_found || (own.stage.is_changed() && !own.begins_tried()) {
        own.go(own.at);
        return Vec::new();
    }
    work.left = Some(own.left(&work.session));
    work.mode = None;
    vec![Effect::RunClock(false), Effect::GiveNotes(String::new())]
}

/// Keeps what is typed at the foot: a title, or what was found.
fn keep(app: &mut App) {
    let Some(work) = &mut app.work else { return };
    let Some(Mode::Present(own)) = &mut work.mode else { return };
    match own.typing.take() {
        Some(Typing::Title(title)) => match own.as_step(title.input.value()) {
            Ok(step) => {
                let is_now = own.origin() == Origin::Now;
                let mut added = work.session.added().to_vec();
                added.push(step);
                let place = work.session.file().words.story.len() + added.len();
                if is_now {
                    tell(work, added, usize::MAX);
                } else {
                    // The talk goes on where it is: the new step waits at the end.
                    work.session.tell(added);
                    own.renew(&work.session, &work.screens.explore);
                }
                app.say(format!("Step {place} is added, at the end. Esc, then w saves it."));
            }
            Err(why) => {
                own.typing = Some(Typing::Title(title));
                app.refuse(why);
            }
        },
        Some(Typing::Seek(seek)) => match seek.chosen().map(|hit| hit.leads_to) {
            Some(Sought::Number(figure)) => {
                own.sought = Some(figure);
                // A lever that was found stays the question if it moves this number, too.
                own.lever = own.lever.filter(|lever| own.is_moved_by(*lever, figure));
                // What was tried stays tried: it is what the question is about.
                if !own.stage.is_changed() {
                    own.settle();
                }
            }
            Some(Sought::Lever(lever)) => own.take_lever(lever),
            None => own.typing = Some(Typing::Seek(seek)),
        },
        None => {}
    }
}

/// Tells the story with these steps added; goes to one of those, as a place among them.
fn tell(work: &mut Work, added: Vec<StoryStep>, place: usize) {
    let Some(Mode::Present(own)) = &mut work.mode else { return };
    let last = added.len().saturating_sub(1);
    work.session.tell(added);
    own.renew(&work.session, &work.screens.explore);
    let wanted = Origin::Added(place.min(last));
    let at = own.steps.iter().position(|(_, origin)| *origin == wanted);
    own.go(at.unwrap_or(own.at));
}

/// Takes an added step out.
fn remove(app: &mut App) {
    let Some(work) = &mut app.work else { return };
    let Some(Mode::Present(own)) = &mut work.mode else { return };
    let Origin::Added(place) = own.origin() else {
        app.say("Only added steps can be taken out; the story is the file’s.");
        return;
    };
    let mut added = work.session.added().to_vec();
    let taken = added.remove(place);
    tell(work, added, place);
    work.removed = Some((place, taken));
    app.say("The step is taken out; u puts it back.");
}

/// Puts the step back that was taken out last.
fn restore(app: &mut App) {
    let Some(work) = &mut app.work else { return };
    let Some((place, step)) = work.removed.take() else {
        app.say("Nothing was taken out; r puts a what-if back.");
        return;
    };
    let mut added = work.session.added().to_vec();
    added.insert(place.min(added.len()), step);
    tell(work, added, place);
    app.say("The step is back.");
}

/// A letter of what is typed at the foot, or a digit of a step’s number.
pub(super) fn take(own: &mut Present, key: Key) {
    match (&mut own.typing, key.code) {
        (Some(Typing::Title(title)), _) => title.take(key),
        (Some(Typing::Seek(seek)), _) => {
            seek.take(key, searched);
        }
        (None, Code::Char(c)) if c.is_ascii_digit() && own.digits.len() < MOST_DIGITS => {
            own.digits.push(c);
        }
        _ => {}
    }
}

/// Another version of the file is told from, at the same place.
pub(super) fn reload(work: &mut Work) {
    let Some(Mode::Present(own)) = &mut work.mode else { return };
    let mut next = Present::new(&work.session, &work.screens.explore);
    next.go(own.at);
    next.take_over(own);
    (next.blank, next.notes, next.clock) = (own.blank, own.notes, own.clock);
    // A title that is being typed is not lost; what is looked for is looked for anew.
    next.typing = own.typing.take().map(|typing| match typing {
        Typing::Title(title) => Typing::Title(title),
        Typing::Seek(seek) => Typing::Seek(sought_anew(&next, seek.input.value())),
    });
    **own = next;
}

/// What can be found by now, and what was typed to find it.
fn sought_anew(own: &Present, typed: &str) -> Seek {
    let mut seek = Seek::of(&own.stage);
    for letter in typed.chars() {
        seek.take(Key::char(letter), searched);
    }
    seek
}

/// By which words something is found.
fn searched(hit: &Hit) -> String {
    format!("{} {}", hit.words, hit.what)
}

/// Text that was pasted into what is typed at the foot.
pub(super) fn paste(own: &mut Present, text: &str) {
    for letter in text.chars().filter(|letter| !letter.is_control()) {
        if own.typing.is_some() {
            take(own, Key::char(letter));
        }
    }
}

/// Any key ends a blank screen; answers whether one did.
pub(super) fn unblank(app: &mut App) -> bool {
    if app.problems.is_some() {
        return false;
    }
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

/// Selects what was found with the mouse. Answers whether it was selected before.
pub(super) fn select(own: &mut Present, row: usize) -> bool {
    match &mut own.typing {
        Some(Typing::Seek(seek)) => seek.select(row),
        _ => false,
    }
}
