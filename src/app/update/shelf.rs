//! The list of what can be opened instead: moving in it, choosing, and whether the choice can be read.
//!
//! What is open goes on until the other one can be read, and what is unsaved is asked about first.

use std::path::PathBuf;

use super::{moves, program};
use crate::app::over::Exit;
use crate::app::shelf::Shelf;
use crate::app::{Action, App, Effect, Open};

/// Opens the list, and has files looked for that belong into it.
pub(super) fn open(app: &mut App) -> Vec<Effect> {
    app.shelf = Some(Shelf::new(&app.setup.origin.opened));
    vec![Effect::LookAround(app.setup.origin.overlay.clone())]
}

/// Takes in the files that were found.
pub(super) fn listed(app: &mut App, files: Vec<PathBuf>) {
    if let Some(shelf) = &mut app.shelf {
        shelf.offer(files);
    }
}

/// Does in the list what a key means there; `None` if it means the same as elsewhere.
pub(super) fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let shelf = app.shelf.as_mut()?;
    match action {
        Action::Move(way) => shelf.cursor = moves::moved(shelf.cursor, shelf.rows.len(), way),
        Action::Open(Open::Enter) => return Some(choose(app)),
        // First the line that is typed in goes, then the list.
        Action::Open(Open::Back) if shelf.line.take().is_none() => app.shelf = None,
        Action::Open(Open::Back) => {}
        _ => return None,
    }
    Some(Vec::new())
}

/// Selects a row; if it was selected already, does what Enter does.
pub(super) fn press(app: &mut App, row: usize) -> Vec<Effect> {
    let Some(shelf) = app.shelf.as_mut().filter(|shelf| row < shelf.rows.len()) else {
        return Vec::new();
    };
    let again = shelf.cursor == row && shelf.line.is_none();
    shelf.cursor = row;
    shelf.line = None;
    if again { choose(app) } else { Vec::new() }
}

fn choose(app: &mut App) -> Vec<Effect> {
    let Some(shelf) = &mut app.shelf else { return Vec::new() };
    if let Some(line) = &shelf.line {
        let path = PathBuf::from(line.input.value().trim());
        if path.as_os_str().is_empty() {
            app.refuse("Nothing is typed.");
            return Vec::new();
        }
        return vec![Effect::Try(path)];
    }
    let Some(row) = shelf.row() else { return Vec::new() };
    if shelf.is_open(row) {
        let words = format!("{} is open already: Esc goes back to it.", row.title());
        app.say(words);
        return Vec::new();
    }
    match row.name() {
        Some(path) => vec![Effect::Try(path)],
        None => {
            shelf.ask_for_path();
            Vec::new()
        }
    }
}

/// Gives way to what can be read. Faults are no reason to stay: they are shown as a start with that
/// file would show them.
pub(super) fn tried(app: &mut App, path: PathBuf, read: Result<(), String>) -> Vec<Effect> {
    if let Err(why) = read {
        let stop = if why.ends_with('?') { "" } else { "." };
        app.refuse(format!("Not opened: {why}{stop}"));
        return Vec::new();
    }
    app.shelf = None;
    program::leave(app, Exit::Scenario(path))
}
