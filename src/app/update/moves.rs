//! Moving cursors and the focus, on whichever screen is shown and in what lies over it.

use crate::app::over::Over;
use crate::app::{App, Move, Screen, TABS, Work};
use crate::levers::Lever;

/// How far a screenful goes.
const PAGE: usize = 10;

pub(super) fn go(app: &mut App, way: Move) {
    if let Some(problems) = &mut app.problems {
        problems.cursor = moved(problems.cursor, problems.faults().len(), way);
        return;
    }
    let Some(work) = &mut app.work else { return };
    if let Some(Over::GoTo) = work.over.last() {
        work.over.pop();
    }
    if !work.over.is_empty() {
        over(work, way);
        return;
    }
    let room = work.screens.current_mut();
    match way {
        Move::NextPane | Move::PreviousPane => {
            let count = room.panes().len();
            let on = if way == Move::NextPane { 1 } else { count - 1 };
            room.focus((room.pane() + on) % count);
        }
        Move::NextChanged | Move::PreviousChanged => {
            if !changed(work, way == Move::NextChanged) {
                app.say("Nothing is changed yet.");
            }
        }
        _ => room.step(&work.session, way),
    }
}

/// A place in a list after a move; it stays inside.
pub(super) fn moved(from: usize, length: usize, way: Move) -> usize {
    let last = length.saturating_sub(1);
    match way {
        Move::Up => from.saturating_sub(1),
        Move::Down => from.saturating_add(1).min(last),
        Move::PageUp => from.saturating_sub(PAGE),
        Move::PageDown => from.saturating_add(PAGE).min(last),
        Move::Top => 0,
        Move::Bottom => last,
        _ => from.min(last),
    }
}

fn over(work: &mut Work, way: Move) {
    match work.over.last_mut() {
        Some(Over::Picker(picker)) if picker.find.is_some() => {
            picker.step(way == Move::Down);
            show_choice(work);
        }
        Some(Over::Picker(picker)) => {
            picker.cursor = moved(picker.cursor, picker.items.len(), way);
            show_choice(work);
        }
        Some(Over::Palette(palette)) => {
            palette.cursor = moved(palette.cursor, palette.found.len(), way);
        }
        Some(Over::Card(card)) => card.cursor = moved(card.cursor, card.rows.len(), way),
        Some(Over::Keys(keys)) => keys.cursor = moved(keys.cursor, keys.rows.len(), way),
        Some(Over::Find(finder)) => {
            let sought = finder.input.value().to_owned();
            super::find::step(work, &sought, way == Move::Down);
        }
        _ => {}
    }
}

/// Shows what the row under the picker's cursor would do.
pub(super) fn show_choice(work: &mut Work) {
    let Some(Over::Picker(picker)) = work.over.last() else { return };
    let value = picker.item().and_then(|item| item.offer.value().cloned());
    match (picker.lever, value) {
        // A row that can be chosen was tried when the list was opened.
        (Some(lever), Some(value)) => {
            let _ = work.session.preview(&[(lever, value)]);
        }
        _ => work.session.end_preview(),
    }
}

/// Goes to the next lever that differs from the file: here, or on the first screen that has it.
/// Answers whether anything differs.
fn changed(work: &mut Work, forward: bool) -> bool {
    let changes = work.session.changes();
    let ticked = || work.screens.current().tick(&work.session).map(|(lever, _)| lever);
    let held = work.lever_in_hand().map(|row| row.lever).or_else(ticked);
    let here = changes.iter().position(|change| Some(change.lever) == held);
    let count = changes.len();
    let next = match (here, forward) {
        (_, _) if count == 0 => return false,
        (None, true) => 0,
        (None, false) => count - 1,
        (Some(at), true) => (at + 1) % count,
        (Some(at), false) => (at + count - 1) % count,
    };
    let first = work.screens.shown;
    show_lever(work, changes[next].lever, first);
    true
}

/// Goes to a lever on the first screen that has it, one of them asked before the others.
pub(super) fn show_lever(work: &mut Work, lever: Lever, first: Screen) {
    let shown = work.screens.shown;
    for screen in [first].into_iter().chain(TABS.iter().map(|tab| tab.screen)) {
        work.screens.show(screen);
        if work.screens.current_mut().show_lever(&work.session, lever) {
            return;
        }
    }
    work.screens.show(shown);
}
