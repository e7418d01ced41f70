//! A partner’s key tests: a tick, what is demanded, whether it is met, how that is known.

use ratatui::layout::Rect;

use super::{Place, list};
use crate::app::Mark;
use crate::app::Work;
use crate::app::sign_up::{Board, ConditionRow, Pane};
use crate::format;
use crate::view::pen::{Pen, after, left_of, row_of};
use crate::view::widgets::{fit, width_of};

/// From this width on there is room for how a test is decided, and by which source.
const ROOMY: u16 = 98;
/// Columns of the verdict.
const VERDICT: u16 = 12;
/// The most columns of how it is decided, and of the source.
const WORDS: u16 = 24;

/// How wide the columns behind the names are.
#[derive(Clone, Copy)]
struct Widths {
    verdict: u16,
    detail: u16,
    source: u16,
    /// Of the mark behind a tick; nought if none of them has one.
    mark: u16,
}

impl Widths {
    /// As wide as the rows need them, where there is room for them at all.
    fn of(rows: &[ConditionRow], width: u16) -> Self {
        let widest = |words: fn(&ConditionRow) -> &str| {
            rows.iter().map(|row| width_of(words(row)) + 2).max().unwrap_or(0).min(WORDS)
        };
        let mark = u16::from(rows.iter().any(|row| row.mark.is_some()));
        match width >= ROOMY {
            true => Self {
                verdict: VERDICT,
                detail: widest(|row| &row.detail),
                source: widest(|row| &row.source),
                mark,
            },
            false => Self { verdict: VERDICT, detail: 0, source: 0, mark },
        }
    }
}

pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, board: &Board, place: Place) {
    let area = place.area;
    let rows = board.conditions(&work.session);
    let name = board.name(work.session.now());
    let title = format!("{} key tests", format::possessive(name));
    let heads = heads(board, area.width.saturating_sub(width_of(&title) + 2));
    let room = area.width.saturating_sub(width_of(&heads) + 1);
    pen.heading(row_of(area, 0), (&fit(&title, room), &heads), place.focused);
    if rows.is_empty() {
        let line = row_of(area, 1);
        let words = "It states none. Enter changes whether it takes part.";
        pen.put(after(line, 3), &[(words, pen.theme.second)]);
        if place.focused {
            pen.select(line, true);
        }
        return;
    }
    let list = list(&work.screens.sign_up, Pane::Tests, (area, rows.len()));
    let widths = Widths::of(&rows, area.width);
    list.draw(pen, place.focused, |pen, at, line| draw_row(pen, &rows[at], (line, widths)));
}

/// How many are met, and what follows from it.
fn heads(board: &Board, room: u16) -> String {
    let tests = board.signature.tests.len();
    if tests == 0 {
        return String::new();
    }
    let counted = format!("{} of {tests} met", board.signature.met());
    let would = match board.signature.would_sign() {
        Some(true) => "would sign",
        Some(false) => "would not sign",
        None => "not known whether it would sign",
    };
    let both = format!("{counted}: {would}");
    if width_of(&both) <= room { both } else { counted }
}

fn draw_row(pen: &mut Pen<'_>, row: &ConditionRow, (line, widths): (Rect, Widths)) {
    let (tick, style) = match row.fact {
        Some(true) => ("☑", pen.theme.yours),
        Some(false) => ("□", pen.theme.yours),
        None => (" ", pen.theme.text),
    };
    let moved = if row.moved { "●" } else { " " };
    // The mark stands behind the tick: that is the value.
    let mark = if widths.mark == 0 { "" } else { row.mark.map_or(" ", Mark::sign) };
    let verdict = match row.passes {
        Some(true) => pen.theme.better,
        Some(false) => pen.theme.stop,
        None => pen.theme.warning,
    };
    let behind = widths.verdict + widths.detail + widths.source;
    let start = line.width.saturating_sub(behind);
    let name = fit(&row.name, start.saturating_sub(5 + widths.mark));
    let pieces = [
        (moved, pen.theme.changed),
        (tick, style),
        (mark, pen.theme.faint),
        (" ", pen.theme.text),
        (name.as_str(), pen.theme.text),
    ];
    pen.put(after(line, 1), &pieces);
    pen.put(left_of(after(line, start), widths.verdict), &[(row.verdict(), verdict)]);
    let detail = left_of(after(line, start + widths.verdict), widths.detail);
    pen.put(detail, &[(&fit(&row.detail, detail.width), pen.theme.second)]);
    pen.put_right(line, (&fit(&row.source, widths.source), pen.theme.second));
}
