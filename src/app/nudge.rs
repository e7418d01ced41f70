//! A lever moved by the arrows, on whichever scenario: a number by its steps, a choice to the next
//! that can stand there. Shares of one split give way to each other.

use super::explore::{LeverRow, LeverSort};
use super::over::Picker;
use super::session::Session;
use crate::levers::{Lever, Refusal, Value, stepped};
use crate::model::Node;

/// The moves that give a lever a value: none if it holds that already.
///
/// # Errors
/// If the other shares of its split cannot give way so far.
pub(super) fn moves_to(
    session: &Session,
    lever: Lever,
    value: Value,
) -> Result<Vec<(Lever, Value)>, Refusal> {
    crate::levers::moves_to(session.now(), (lever, value), session.locked())
}

/// The moves of one press of an arrow: so many tenths of a step, or the next choice that way.
///
/// # Errors
/// What holds no number has no steps.
pub(super) fn nudge(
    session: &mut Session,
    lever: Lever,
    tenths: i32,
) -> Result<Vec<(Lever, Value)>, Refusal> {
    let row = LeverRow::of(session, lever);
    let value = match row.sort {
        LeverSort::Choice => turned(session, &row, (lever.node, tenths < 0)),
        _ => stepped(session.now(), session.base(), lever, tenths),
    };
    match value {
        Some(value) => moves_to(session, lever, value),
        None => Err(Refusal::new("This is not known, or holds no number: Enter types one.")),
    }
}

/// The next or the previous choice that can stand here, seen from a node.
pub(super) fn turned(
    session: &mut Session,
    row: &LeverRow,
    (node, back): (Node, bool),
) -> Option<Value> {
    let picker = Picker::for_lever(session, row, node);
    let count = picker.items.len();
    let places = (1..count).map(|far| {
        if back { (picker.cursor + count - far) % count } else { (picker.cursor + far) % count }
    });
    let mut values = places.filter_map(|place| picker.items[place].offer.value().cloned());
    values.next()
}
