//! Changing the value under the cursor: by steps, by choosing, by typing, back to the file's.

use super::{Call, edit};
use crate::app::explore::{LeverRow, LeverSort};
use crate::app::over::{Entry, Over, Picker};
use crate::app::{App, Change, Work};
use crate::levers::{
    Lever, Refusal, Value, give_way, number, range, shares_with, stepped, with_number,
};
use crate::model::Protection;

pub(super) fn change(app: &mut App, change: Change, call: Call) {
    let Some(work) = &mut app.work else { return };
    if let Some(Over::Entry(_)) = work.over.last() {
        match change {
            Change::Step(by) => edit::step(work, by),
            Change::Complete => edit::complete(work),
            _ => {}
        }
        return;
    }
    let result = match change {
        Change::ResetAll => work
            .session
            .reset_all()
            .map(|()| Some("Everything is reset; u brings it back.".to_owned())),
        Change::Protect => protect(work),
        Change::Tick => tick(work),
        Change::Adopt => super::fit::adopt(work),
        Change::Stance => match work.screens.current().stance(&work.session) {
            Some(lever) => {
                let row = LeverRow::of(&work.session, lever);
                on_lever(work, &row, Change::Edit, call)
            }
            None => Ok(None),
        },
        _ => match work.lever_in_hand() {
            Some(row) => on_lever(work, &row, change, call),
            None => Ok(None),
        },
    };
    match result {
        Ok(Some(words)) => app.say(words),
        Ok(None) => {}
        Err(refusal) => app.refuse(refusal.to_string()),
    }
}

fn on_lever(
    work: &mut Work,
    row: &LeverRow,
    change: Change,
    call: Call,
) -> Result<Option<String>, Refusal> {
    work.screens.current_mut().hold(row.lever);
    match change {
        Change::Edit => {
            edit_value(work, row);
            Ok(None)
        }
        Change::Reset => reset(work, row.lever),
        Change::Remove => match without(&row.lever.get(work.session.now())) {
            Some(none) => set(work, row.lever, Some(none), false),
            None => Err(Refusal::new("This always has a value: it can be moved, not taken away.")),
        },
        Change::Lock => {
            work.session.lock(row.lever);
            Ok(None)
        }
        Change::Step(by) if row.sort == LeverSort::Choice => turn(work, row.lever, by),
        Change::Step(by) => step(work, row.lever, (i32::from(by) * 10, call)),
        Change::Ten(by) => step(work, row.lever, (i32::from(by) * 100, call)),
        Change::Tenth(by) => step(work, row.lever, (i32::from(by), call)),
        Change::Least | Change::Most => {
            let ends = range(work.session.now(), work.session.base(), row.lever);
            let end = ends.map(|r| if change == Change::Most { r.high } else { r.low });
            let held = row.lever.get(work.session.now());
            let value = end.and_then(|end| with_number(&held, end));
            set(work, row.lever, value, false)
        }
        Change::ResetAll
        | Change::Protect
        | Change::Tick
        | Change::Adopt
        | Change::Stance
        | Change::Complete => Ok(None),
    }
}

/// Moves a lever some tenths of its step.
fn step(
    work: &mut Work,
    lever: Lever,
    (tenths, call): (i32, Call),
) -> Result<Option<String>, Refusal> {
    let value = stepped(work.session.now(), work.session.base(), lever, tenths);
    if value.is_none() {
        return Err(Refusal::new("This is not known, or holds no number: Enter types one."));
    }
    set(work, lever, value, call.held)
}

/// Sets a lever; shares of the same split give way. Says nothing if nothing moved.
pub(super) fn set(
    work: &mut Work,
    lever: Lever,
    value: Option<Value>,
    held: bool,
) -> Result<Option<String>, Refusal> {
    let Some(value) = value else { return Ok(None) };
    if value == lever.get(work.session.now()) {
        return Ok(None);
    }
    let moves = match (shares_with(work.session.now(), lever), &value) {
        (Some(shares), Value::Share(Some(to))) => {
            give_way(&shares, (lever, *to), work.session.locked())?
        }
        _ => vec![(lever, value)],
    };
    work.session.apply(&moves, held).map(|_| None)
}

/// The next or the previous choice that can stand here.
fn turn(work: &mut Work, lever: Lever, by: i8) -> Result<Option<String>, Refusal> {
    let Some(row) = work.lever_in_hand() else { return Ok(None) };
    let node = work.subject();
    let picker = Picker::for_lever(&mut work.session, &row, node);
    let count = picker.items.len();
    let back = by < 0;
    let places = (1..count).map(|far| {
        if back { (picker.cursor + count - far) % count } else { (picker.cursor + far) % count }
    });
    let mut values = places.filter_map(|place| picker.items[place].offer.value().cloned());
    let value = values.next();
    set(work, lever, value, false)
}

/// Opens the list of choices, or the field to type in.
fn edit_value(work: &mut Work, row: &LeverRow) {
    let over = if row.sort == LeverSort::Choice {
        let node = work.subject();
        Over::Picker(Picker::for_lever(&mut work.session, row, node))
    } else {
        Over::Entry(Entry::on(&work.session, row.lever))
    };
    work.over.push(over);
}

fn reset(work: &mut Work, lever: Lever) -> Result<Option<String>, Refusal> {
    let to = lever.get(work.session.file());
    if to == lever.get(work.session.now()) {
        return Ok(Some("This is as the file has it.".to_owned()));
    }
    // The shares that gave way go back with it.
    let mut moves = vec![(lever, to)];
    for (other, _) in shares_with(work.session.now(), lever).unwrap_or_default() {
        let to = other.get(work.session.file());
        if other != lever && to != other.get(work.session.now()) {
            moves.push((other, to));
        }
    }
    work.session.apply(&moves, false).map(|words| Some(format!("Reset: {words}")))
}

/// The same kind of value where there is none.
const fn without(held: &Value) -> Option<Value> {
    Some(match held {
        Value::Money(_) => Value::Money(None),
        Value::Share(_) => Value::Share(None),
        Value::Count(_) => Value::Count(None),
        Value::Limit(_) => Value::Limit(None),
        Value::Month(_) => Value::Month(None),
        Value::Measure(_) => Value::Measure(None),
        Value::Lead(_) => Value::Lead(None),
        _ => return None,
    })
}

/// Protects the programme under the cursor, or gives it back the protection that the file has, or none.
fn protect(work: &mut Work) -> Result<Option<String>, Refusal> {
    let Some(lever) = work.screens.current().protection(&work.session) else {
        return Err(Refusal::new("This money is not the body’s own: it is not asked for."));
    };
    let protected = Value::Protection(Protection::Protected);
    let open = Value::Protection(Protection::Open);
    let in_file = lever.get(work.session.file());
    let to = match (lever.get(work.session.now()) == protected, in_file == protected) {
        (true, true) => open,
        (true, false) => in_file,
        (false, _) => protected,
    };
    work.session.apply(&[(lever, to)], false).map(Some)
}

/// Ticks what is under the cursor, or no longer does.
fn tick(work: &mut Work) -> Result<Option<String>, Refusal> {
    match work.screens.current().tick(&work.session) {
        Some((lever, value)) => set(work, lever, Some(value), false),
        None => Err(Refusal::new(
            "There is no fact to tick here: what is measured follows from the figures.",
        )),
    }
}

/// Whether a number can be typed straight into a lever.
pub(super) fn takes_numbers(lever: Lever) -> bool {
    !lever.field.row().kind.is_chosen()
}

/// The value some steps on from another, for a field being typed in.
pub(super) fn further(work: &Work, lever: Lever, value: &Value, by: i8) -> Option<Value> {
    let range = range(work.session.now(), work.session.base(), lever)?;
    let next = number(value)? + range.step * i128::from(by);
    with_number(value, next.clamp(range.low, range.high))
}
