//! The mouse: a click selects, a second click edits, the wheel moves what is under the pointer.

use super::{Call, learn, present, shelf};
use crate::app::key::{Code, Key};
use crate::app::keymap::{self, Context};
use crate::app::message::{Area, Mouse, Spot};
use crate::app::over::Over;
use crate::app::{Action, App, Effect, Mode, Move, Open, Work};

pub(super) fn mouse(app: &mut App, mouse: Mouse, spot: Spot) -> Vec<Effect> {
    app.message = None;
    match (mouse, spot) {
        (Mouse::Press, Spot::Hint(key)) => do_key(app, key),
        (Mouse::Press, Spot::Tab(screen)) if app.work().is_some_and(|w| w.over.is_empty()) => {
            app.act(Action::Open(Open::Screen(screen)), Call::default())
        }
        (Mouse::Press, Spot::Row(area, row)) => press(app, area, row),
        (Mouse::WheelUp | Mouse::WheelDown, Spot::Row(area, _) | Spot::List(area)) => {
            if app.work().is_some_and(|work| work.mode.is_some() && work.over.is_empty()) {
                // There ↑ is no row above: it would take the answer back.
                if app.contexts().contains(&Context::LessonSure) {
                    return Vec::new();
                }
                let way = if mouse == Mouse::WheelUp { Code::Up } else { Code::Down };
                return do_key(app, Key::plain(way));
            }
            focus(app, area);
            let way = if mouse == Mouse::WheelUp { Move::Up } else { Move::Down };
            app.act(Action::Move(way), Call::default())
        }
        (Mouse::Press, Spot::List(area)) => {
            focus(app, area);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// What a key would do here.
fn do_key(app: &mut App, key: Key) -> Vec<Effect> {
    match keymap::lookup(&app.contexts(), key) {
        Some(action) => app.act(action, Call::default()),
        None => Vec::new(),
    }
}

fn focus(app: &mut App, area: Area) {
    if let (Some(work), Area::Pane(pane)) = (&mut app.work, area)
        && work.over.is_empty()
    {
        work.screens.current_mut().focus(pane);
    }
}

/// Selects a row; if it was selected already, does what Enter does.
fn press(app: &mut App, area: Area, row: usize) -> Vec<Effect> {
    if app.shelf_in_hand().is_some() {
        return shelf::press(app, row);
    }
    if let Some(problems) = &mut app.problems {
        problems.cursor = row.min(problems.faults().len().saturating_sub(1));
        return Vec::new();
    }
    let Some(work) = &mut app.work else { return Vec::new() };
    let again = match (area, work.over.is_empty()) {
        (Area::Over, false) => select_over(work, row),
        (Area::Over, true) => match &mut work.mode {
            Some(Mode::Learn(own)) => learn::select(own, row),
            Some(Mode::Present(own)) => present::select(own, row),
            None => false,
        },
        (Area::Pane(pane), true) => {
            let room = work.screens.current_mut();
            let had_focus = room.pane() == pane;
            room.focus(pane);
            room.press(&work.session, row) && had_focus
        }
        _ => false,
    };
    if again { do_key(app, Key::plain(Code::Enter)) } else { Vec::new() }
}

/// Selects a row over the screen; answers whether it was selected before.
fn select_over(work: &mut Work, row: usize) -> bool {
    let (cursor, length) = match work.over.last_mut() {
        Some(Over::Picker(picker)) => (&mut picker.cursor, picker.items.len()),
        Some(Over::Palette(palette)) => (&mut palette.cursor, palette.found.len()),
        Some(Over::Card(card)) => (&mut card.cursor, card.rows.len()),
        Some(Over::Keys(keys)) => (&mut keys.cursor, keys.rows.len()),
        _ => return false,
    };
    if row >= length {
        return false;
    }
    let again = *cursor == row;
    *cursor = row;
    super::moves::show_choice(work);
    again
}
