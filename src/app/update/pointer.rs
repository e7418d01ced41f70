//! The mouse: a click selects, a second click edits, the wheel moves what is under the pointer.

use super::{Call, moves};
use crate::app::explore::Pane;
use crate::app::keymap;
use crate::app::message::{Area, Mouse, Spot};
use crate::app::over::Over;
use crate::app::{Action, App, Change, Effect, Move, Open, Work};

pub(super) fn mouse(app: &mut App, mouse: Mouse, spot: Spot) -> Vec<Effect> {
    app.message = None;
    match (mouse, spot) {
        (Mouse::Press, Spot::Hint(key)) => match keymap::lookup(&app.contexts(), key) {
            Some(action) => app.act(action, Call::default()),
            None => Vec::new(),
        },
        (Mouse::Press, Spot::Row(area, row)) => press(app, area, row),
        (Mouse::WheelUp | Mouse::WheelDown, Spot::Row(area, _) | Spot::List(area)) => {
            wheel(app, area, if mouse == Mouse::WheelUp { Move::Up } else { Move::Down });
            Vec::new()
        }
        (Mouse::Press, Spot::List(area)) => {
            focus(app, area);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

fn pane(area: Area) -> Option<Pane> {
    match area {
        Area::Tree => Some(Pane::Tree),
        Area::Levers => Some(Pane::Levers),
        Area::Programmes => Some(Pane::Programmes),
        Area::Over => None,
    }
}

fn focus(app: &mut App, area: Area) {
    if let (Some(work), Some(pane)) = (&mut app.work, pane(area))
        && work.over.is_empty()
    {
        work.explore.focus = pane;
    }
}

/// Selects a row; if it was selected already, does what Enter does.
fn press(app: &mut App, area: Area, row: usize) -> Vec<Effect> {
    if let Some(problems) = &mut app.problems {
        problems.cursor = row.min(problems.faults().len().saturating_sub(1));
        return Vec::new();
    }
    let Some(work) = &mut app.work else { return Vec::new() };
    let again = match (area, work.over.is_empty()) {
        (Area::Over, false) => select_over(work, row),
        (_, true) => select_row(work, area, row),
        _ => return Vec::new(),
    };
    match (again, area) {
        (false, _) => Vec::new(),
        (true, Area::Levers) => app.act(Action::Change(Change::Edit), Call::default()),
        (true, _) => app.act(Action::Open(Open::Enter), Call::default()),
    }
}

/// Selects a row over the screen; answers whether it was selected before.
fn select_over(work: &mut Work, row: usize) -> bool {
    let (cursor, length) = match work.over.last_mut() {
        Some(Over::Picker(picker)) => (&mut picker.cursor, picker.items.len()),
        Some(Over::Palette(palette)) => (&mut palette.cursor, palette.found.len()),
        Some(Over::Keys(keys)) => (&mut keys.cursor, keys.rows.len()),
        _ => return false,
    };
    if row >= length {
        return false;
    }
    let again = *cursor == row;
    *cursor = row;
    moves::show_choice(work);
    again
}

/// Selects a row of a pane; answers whether it was selected before.
fn select_row(work: &mut Work, area: Area, row: usize) -> bool {
    let Some(pane) = pane(area) else { return false };
    let had_focus = work.explore.focus == pane;
    work.explore.focus = pane;
    match pane {
        Pane::Tree => {
            let rows = work.explore.tree(&work.session);
            let Some(row) = rows.get(row) else { return false };
            let again = row.node == work.explore.node;
            moves::select(&mut work.explore, row.node);
            again && had_focus
        }
        Pane::Levers => {
            let rows = work.explore.levers(&work.session);
            let Some(row) = rows.get(row) else { return false };
            let again =
                work.explore.selected_lever(&work.session).map(|r| r.lever) == Some(row.lever);
            work.explore.lever = Some(row.lever);
            again && had_focus
        }
        Pane::Programmes => {
            let again = work.explore.programme == row;
            work.explore.programme = row;
            again && had_focus
        }
    }
}

/// Moves the cursor of the list under the pointer; the number under the focus steps.
fn wheel(app: &mut App, area: Area, way: Move) {
    let under = app.work.as_ref().and_then(|work| {
        let selected = work.explore.focus == Pane::Levers && work.over.is_empty();
        (selected && area == Area::Levers).then_some(())
    });
    if under.is_some() {
        moves::go(app, way);
        return;
    }
    focus(app, area);
    moves::go(app, way);
}
