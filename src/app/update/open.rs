//! Opening and closing what lies over the screen, and what leaving it with Enter does.

use super::{Call, beside, edit, explain, explore, fit, give, learn, moves, present};
use crate::app::over::{Command, Entry, Finder, KeyList, Observe, Offer, Over, Palette, Question};
use crate::app::{App, Effect, Open, Paper, Screen, Work};
use crate::document::overlay;
use crate::levers::Value;
use crate::split::Rule;

pub(super) fn open(app: &mut App, open: Open) -> Vec<Effect> {
    let contexts = app.contexts();
    if open == Open::Present {
        return present::begin(app);
    }
    if open == Open::Learn {
        learn::begin(app);
        return Vec::new();
    }
    if open == Open::Back {
        back(app);
        return Vec::new();
    }
    // Over the problems of a file nothing of a screen can be opened: it would not be seen.
    let shown = app.problems.is_none();
    let Some(work) = app.work.as_mut().filter(|_| shown) else { return Vec::new() };
    match open {
        Open::Keys => work.over.push(Over::Keys(KeyList::new(&contexts))),
        Open::Palette => {
            let palette = Palette::of(&work.screen_contexts(), work.session.now());
            work.over.push(Over::Palette(palette));
        }
        Open::Find if let Some(Over::Picker(picker)) = work.over.last_mut() => {
            picker.find = Some(tui_input::Input::default());
        }
        Open::Find => {
            let room = work.screens.current();
            let finder = Finder::new(room.here(&work.session), room.pane());
            work.over.push(Over::Find(finder));
        }
        Open::GoTo => work.over.push(Over::GoTo),
        Open::Observe => work.over.push(Over::Observe(Observe::default())),
        Open::Screen(screen) => {
            work.over.clear();
            work.screens.show(screen);
        }
        Open::Source => source(app),
        Open::Explain => explain::explain(app),
        Open::Before => explain::back(app),
        Open::Zoom => work.screens.zoomed = !work.screens.zoomed,
        Open::Enter => return enter(app),
        Open::Back | Open::Present | Open::Learn => {}
    }
    Vec::new()
}

/// The source card of what is in hand.
fn source(app: &mut App) {
    let Some(work) = &mut app.work else { return };
    match work.screens.current().card(&work.session, &app.setup.origin) {
        Some(card) => work.over.push(Over::Card(card)),
        None if work.screens.explain.is_elsewhere() && work.screens.shown == Screen::Explain => {
            app.say("This is another scenario than the one being worked on: y copies its sources.");
        }
        None => app.say("There is no number here: s shows where one comes from."),
    }
}

/// One level back; never out of the program.
fn back(app: &mut App) {
    if app.problems.is_some() {
        if app.work.is_some() {
            app.problems = None;
            app.say("This is the last good version; the file on disk has problems.");
        }
        return;
    }
    let Some(work) = &mut app.work else { return };
    if let Some(Over::Picker(picker)) = work.over.last_mut()
        && picker.find.take().is_some()
    {
        return;
    }
    match work.over.pop() {
        Some(Over::Find(finder)) => {
            let room = work.screens.current_mut();
            room.find(&work.session, finder.from);
            room.focus(finder.pane);
        }
        Some(Over::Picker(_) | Over::Entry(_)) => {
            work.session.end_preview();
            moves::show_choice(work);
        }
        Some(Over::Question(Question::Replace(_))) => app.leaving = None,
        None if work.screens.zoomed => work.screens.zoomed = false,
        None if work.screens.current_mut().back() => {}
        None if work.screens.shown == Screen::Explain => {
            work.screens.show(work.screens.explain.from);
        }
        None => work.screens.show(Screen::Explore),
        Some(_) => {}
    }
}

fn enter(app: &mut App) -> Vec<Effect> {
    let Some(work) = &mut app.work else { return Vec::new() };
    match work.over.last() {
        None => {
            if let Some(lever) = work.screens.current().leads_to(&work.session) {
                moves::show_lever(work, lever, Screen::Explore);
            } else if work.screens.shown == Screen::Explain {
                explain::follow(app);
            } else if let Some(node) = work.screens.current_mut().enter(&work.session) {
                work.screens.show(Screen::Explore);
                explore::visit(&mut work.screens.explore, &work.session, node);
            }
        }
        Some(Over::Picker(picker)) if picker.find.is_some() => {
            if let Some(Over::Picker(picker)) = work.over.last_mut() {
                picker.find = None;
            }
        }
        Some(Over::Picker(_)) => return choose(app),
        Some(Over::Entry(_)) => match edit::keep(work) {
            Ok(_) => drop_pickers(work),
            Err(problem) => app.refuse(problem),
        },
        Some(Over::Find(_)) => {
            work.over.pop();
        }
        Some(Over::Observe(_)) => match fit::observe(work) {
            Ok(words) => words.into_iter().for_each(|words| app.say(words)),
            Err(refusal) => app.refuse(refusal.to_string()),
        },
        Some(Over::Path(..)) => return beside::open(app),
        Some(Over::Palette(palette)) => {
            let command = palette.command();
            work.over.pop();
            return run(app, command);
        }
        Some(Over::Keys(keys)) => {
            let action = keys.rows.get(keys.cursor).and_then(|row| row.keys.first());
            let action = action.map(|(_, action)| *action);
            work.over.pop();
            return match action {
                Some(action) => app.act(action, Call::default()),
                None => Vec::new(),
            };
        }
        Some(Over::Card(_)) => follow(app),
        Some(Over::Question(_)) => return agree(app),
        Some(Over::GoTo) => {}
    }
    Vec::new()
}

/// Does what a question asks about.
fn agree(app: &mut App) -> Vec<Effect> {
    let Some(work) = &mut app.work else { return Vec::new() };
    match work.over.last() {
        Some(Over::Question(Question::Replace(own))) => {
            let mut file = crate::app::FileToWrite { replace: true, ..own.file.clone() };
            work.over.pop();
            // The file may have been read again since it was asked: what stands now is what is saved.
            if file.paper == Paper::Changes {
                file.text = overlay::text(&work.overlay(&app.setup.origin));
            }
            vec![Effect::Write(file)]
        }
        Some(Over::Question(Question::TakeUp(own))) => {
            let (overlay, when) = (own.overlay.clone(), own.when.clone());
            work.over.pop();
            work.replay(overlay, &when);
            app.tell_lost("");
            // First they are written down here, then the earlier run's file goes.
            let mut effects = app.keep();
            effects.push(Effect::ForgetOffered);
            effects
        }
        _ => Vec::new(),
    }
}

/// Goes from a figure of a source card to where it can be changed.
fn follow(app: &mut App) {
    let Some(work) = &mut app.work else { return };
    let Some(Over::Card(card)) = work.over.last() else { return };
    match card.row().and_then(|row| row.lever) {
        Some(lever) => {
            work.over.clear();
            moves::show_lever(work, lever, Screen::Explore);
        }
        None => app.say("This is no value to change: it stands beside what is worked out."),
    }
}

fn run(app: &mut App, command: Option<Command>) -> Vec<Effect> {
    match command {
        Some(Command::Do(action)) => app.act(action, Call::default()),
        Some(Command::Go(node)) => {
            if let Some(work) = &mut app.work {
                work.screens.show(Screen::Explore);
                explore::go(&mut work.screens.explore, &work.session, node);
            }
            Vec::new()
        }
        None => Vec::new(),
    }
}

/// Keeps the row under the picker's cursor.
fn choose(app: &mut App) -> Vec<Effect> {
    let Some(work) = &mut app.work else { return Vec::new() };
    let Some(Over::Picker(picker)) = work.over.last() else { return Vec::new() };
    let Some(item) = picker.item() else { return Vec::new() };
    match (item.offer.clone(), picker.lever) {
        (Offer::Set(value), Some(lever)) => {
            work.session.end_preview();
            work.over.pop();
            let next = next_step(&value);
            match super::change::set(work, lever, Some(value), false) {
                Err(refusal) => app.refuse(refusal.to_string()),
                Ok(_) => next.into_iter().for_each(|words| app.say(words)),
            }
        }
        (Offer::Type(value), Some(lever)) => {
            let text = picker.text_of(&work.session, &value);
            work.session.end_preview();
            let mut entry = Entry::new(&work.session, lever, text);
            entry.follow(&mut work.session);
            work.over.push(Over::Entry(entry));
        }
        (Offer::Cannot(why), _) => app.refuse(format!("This cannot run here: {why}")),
        (Offer::Add(addition), _) => {
            work.over.pop();
            return beside::add(app, addition);
        }
        (Offer::Export(format), _) => {
            work.over.pop();
            return give::export(app, format);
        }
        _ => {}
    }
    Vec::new()
}

/// What a rule that reads agreed figures asks for next.
fn next_step(value: &Value) -> Option<&'static str> {
    let Value::Rule(rule) = value else { return None };
    match **rule {
        Rule::Fixed { .. } => {
            Some("Now select a payer and set its “fixed”; the others share the rest.")
        }
        Rule::Percent { .. } => {
            Some("Now select a payer and set its “percent”; the others share the rest.")
        }
        Rule::Priority { .. } => Some("A payer’s “turn” says when it pays; its cap, how much."),
        _ => None,
    }
}

/// A value typed from within a list closes the list too.
fn drop_pickers(work: &mut Work) {
    while let Some(Over::Picker(_)) = work.over.last() {
        work.over.pop();
    }
}
