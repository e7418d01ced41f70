//! Typing: into a number, a name, a command.

use super::{begins_number, change, find, learn, moves, present};
use crate::app::explore::LeverSort;
use crate::app::key::Key;
use crate::app::over::{Entry, Over};
use crate::app::{App, Effect, Mode, Work};
use crate::levers::{Lever, all_nodes, number, path_of, value_text};

/// A key that no row of the table names: a letter of what is being typed, or the start of a number.
pub(super) fn key(app: &mut App, key: Key) -> Vec<Effect> {
    if let Some(shelf) = app.shelf_in_hand() {
        shelf.line.iter_mut().for_each(|line| line.take(key));
        return Vec::new();
    }
    // What lies below a file’s problems hears nothing.
    if app.problems.is_some() {
        return Vec::new();
    }
    let Some(work) = &mut app.work else { return Vec::new() };
    if work.over.is_empty()
        && let Some(mode) = &mut work.mode
    {
        match mode {
            Mode::Present(own) => present::take(own, key),
            Mode::Learn(own) => learn::take(own, key),
        }
        return Vec::new();
    }
    match work.over.last_mut() {
        Some(Over::Entry(entry)) => {
            if entry.take(key) {
                entry.follow(&mut work.session);
            }
        }
        Some(Over::Find(finder)) => {
            if finder.take(key) {
                find::follow(work);
            }
        }
        Some(Over::Observe(own)) => own.take(key),
        Some(Over::Palette(palette)) => palette.follow(key),
        Some(Over::Path(line, _)) => line.take(key),
        Some(Over::Picker(picker)) if picker.find.is_some() => {
            picker.take(key);
            moves::show_choice(work);
        }
        Some(_) => {}
        None => begin(work, key),
    }
    Vec::new()
}

/// A digit, a sign or = on a number opens its field with that in it.
fn begin(work: &mut Work, key: Key) {
    let Some(c) = begins_number(key) else { return };
    let Some(row) = work.lever_in_hand() else { return };
    if row.sort == LeverSort::Choice || !change::takes_numbers(row.lever) {
        return;
    }
    let mut entry = Entry::new(&work.session, row.lever, c.to_string());
    entry.follow(&mut work.session);
    work.over.push(Over::Entry(entry));
}

pub(super) fn paste(app: &mut App, text: &str) -> Vec<Effect> {
    if let Some(shelf) = app.shelf_in_hand() {
        shelf.line.iter_mut().for_each(|line| line.paste(text));
        return Vec::new();
    }
    let Some(work) = app.work.as_mut().filter(|_| app.problems.is_none()) else {
        return Vec::new();
    };
    if work.over.is_empty() {
        match &mut work.mode {
            Some(Mode::Learn(own)) => learn::paste(own, text),
            Some(Mode::Present(own)) => present::paste(own, text),
            None => {}
        }
    }
    match work.over.last_mut() {
        Some(Over::Entry(entry)) => {
            entry.paste(text);
            entry.follow(&mut work.session);
        }
        Some(Over::Observe(own)) => own.paste(text),
        Some(Over::Path(line, _)) => line.paste(text),
        _ => {}
    }
    Vec::new()
}

/// Puts the value some steps on into the field.
pub(super) fn step(work: &mut Work, by: i8) {
    let Some(Over::Entry(entry)) = work.over.last() else { return };
    let lever = entry.lever;
    let from = entry.value.clone().unwrap_or_else(|| entry.held.clone());
    let Some(next) = change::further(work, lever, &from, by) else { return };
    let text = value_text(work.session.now(), lever, &next);
    if let Some(Over::Entry(entry)) = work.over.last_mut() {
        entry.input = tui_input::Input::new(text);
        entry.follow(&mut work.session);
    }
}

/// Completes the name after the last open brace with the first lever that begins so.
pub(super) fn complete(work: &mut Work) {
    let Some(Over::Entry(entry)) = work.over.last_mut() else { return };
    let text = entry.input.value();
    let Some((before, begun)) = text.rsplit_once('{').filter(|(_, rest)| !rest.contains('}'))
    else {
        return;
    };
    let scenario = work.session.now();
    let begun = begun.to_lowercase();
    let nodes = all_nodes(scenario).into_iter();
    let mut paths = nodes
        .flat_map(|node| Lever::all(scenario, node))
        .filter(|lever| number(&lever.get(scenario)).is_some())
        .map(|lever| path_of(scenario, lever));
    let found = paths.find(|path| path.to_lowercase().starts_with(&begun));
    drop(paths);
    if let Some(path) = found {
        entry.input = tui_input::Input::new(format!("{before}{{{path}}}"));
        entry.follow(&mut work.session);
    }
}

/// Keeps what the field shows; answers whether it could be kept.
pub(super) fn keep(work: &mut Work) -> Result<Option<String>, String> {
    let Some(Over::Entry(entry)) = work.over.last() else { return Ok(None) };
    if let Some(problem) = &entry.problem {
        return Err(problem.clone());
    }
    let moves = entry.moves(&work.session);
    let (lever, held) = (entry.lever, entry.held.clone());
    let value = entry.value.clone();
    work.session.end_preview();
    work.over.pop();
    match (value, moves) {
        (Some(value), _) if value == held => Ok(None),
        (Some(value), _) => {
            change::set(work, lever, Some(value), false).map_err(|refusal| refusal.to_string())
        }
        _ => Ok(None),
    }
}
