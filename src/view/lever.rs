//! What a lever holds, on whichever screen it stands: the value, its marks, and how it is shortened.

use ratatui::layout::Rect;

use super::pen::Pen;
use super::widgets::{fit, width_of};
use crate::app::explore::{LeverRow, LeverSort};

/// The value with its marks: ● moved, ◂ ▸ under the cursor, L locked, ≈ derived, ? assumed.
pub(super) fn value(pen: &mut Pen<'_>, row: &LeverRow, (place, focused): (Rect, bool)) {
    let mark = if row.moved { "●" } else { " " };
    let unknown = row.value == "not known" || row.value == "none";
    let steps = focused && matches!(row.sort, LeverSort::Number | LeverSort::Share);
    let style = match (unknown, focused) {
        (true, _) => pen.theme.faint,
        (false, true) => Pen::bold(pen.theme.yours),
        (false, false) => pen.theme.yours,
    };
    let (open, close) = if steps { ("◂", "▸") } else { ("", "") };
    let lock = if row.locked { " L" } else { "" };
    let sure = row.mark.map_or_else(String::new, |mark| format!(" {}", mark.sign()));
    let marks = 1 + width_of(open) + width_of(close) + width_of(lock);
    let room = place.width.saturating_sub(marks).max(3);
    // Words are shortened before their mark goes; a number is never cut for it.
    let beside = room.saturating_sub(width_of(&sure));
    let fits = !is_number(&row.value) || width_of(&tight(&row.value)) <= beside;
    let (words, sure) = match fits {
        true => (brief_value(&row.value, beside), &*sure),
        false => (brief_value(&row.value, room), ""),
    };
    let pieces = [
        (mark, pen.theme.changed),
        (open, pen.theme.accent),
        (&*words, style),
        (close, pen.theme.accent),
        (lock, pen.theme.changed),
        (sure, pen.theme.faint),
    ];
    pen.put(place, &pieces);
}

/// How many columns the value takes with its marks.
pub(super) fn width(row: &LeverRow, focused: bool) -> u16 {
    let steps = focused && matches!(row.sort, LeverSort::Number | LeverSort::Share);
    let marks =
        1 + u16::from(steps) * 2 + u16::from(row.mark.is_some()) * 2 + u16::from(row.locked) * 2;
    marks + width_of(&row.value)
}

/// A value that fits: figures without their noughts, words without their last; at last cut.
pub(super) fn brief_value(value: &str, room: u16) -> String {
    if width_of(value) <= room {
        return value.to_owned();
    }
    let tight = tight(value);
    if is_number(value) {
        return fit(&tight, room);
    }
    let unstarted = value.replace("not yet started", "unstarted");
    let unstarted = unstarted.replace("all in proportion", "pro rata");
    let mut words = unstarted.as_str();
    // A clause that does not fit goes whole: half of it would say something else.
    while let Some((first, _)) = words.rsplit_once(", ").filter(|_| width_of(words) > room) {
        words = first;
    }
    while width_of(words) > room {
        let Some((first, _)) = words.rsplit_once(' ') else { return fit(&unstarted, room) };
        words = first;
    }
    words.to_owned()
}

/// The least that still says it: a number whole, of words what stands before a comma, or the first.
pub(super) fn tight(value: &str) -> String {
    if is_number(value) {
        let number = value.split_once(" of ").map_or(value, |(number, _)| number);
        return number.replace(" : ", ":").replace(".0", "");
    }
    let first = value.split_once(", ").map(|(first, _)| first);
    first.or(value.split(' ').next()).unwrap_or_default().to_owned()
}

pub(super) fn is_number(value: &str) -> bool {
    value.starts_with(|c: char| c.is_ascii_digit() || c == '−')
}
