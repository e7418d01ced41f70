//! The gap as one bar to scale: who covers which part, and what nobody covers.

use ratatui::layout::Rect;

use crate::app::Work;
use crate::app::explore::{Bar, BarPart};
use crate::format::{self, Minus};
use crate::money::Pence;
use crate::view::layout::{Frame, Size};
use crate::view::pen::{Pen, after, left_of, row_of};
use crate::view::widgets::{edges, width_of};

/// Columns for so many millions: whole fractions, the largest that fits is taken.
const SCALES: [(i64, i64); 18] = [
    (10, 1),
    (5, 1),
    (5, 2),
    (2, 1),
    (3, 2),
    (13, 10),
    (1, 1),
    (4, 5),
    (2, 3),
    (1, 2),
    (2, 5),
    (1, 3),
    (1, 4),
    (1, 5),
    (1, 10),
    (1, 20),
    (1, 50),
    (1, 100),
];

/// The largest scale, but for small amounts.
const USUAL: (i64, i64) = (5, 2);

const MILLION: i64 = 100_000_000;

/// Draws names, bar and scale, as far as there are rows.
pub(in crate::view) fn draw(pen: &mut Pen<'_>, work: &Work, frame: &Frame) {
    let bar = work.screens.explore.bar(&work.session);
    let area = frame.bar;
    let Some((columns, millions)) = scale(&bar, area.width) else { return };
    let scale = (columns, millions * MILLION);
    let mut amounts: Vec<i64> = bar.parts.iter().map(|part| part.amount.get()).collect();
    amounts.push(bar.uncovered.get());
    let edges = edges(&amounts, scale);
    // Up to where names stand already.
    let mut taken = 0;
    let last = bar.parts.len();
    for (at, ends) in edges.windows(2).enumerate() {
        let open = at == last;
        let part = bar.parts.get(at);
        // One column between parts is taken from the part, so that the whole stays to scale.
        let width = (ends[1] - ends[0]).saturating_sub(u16::from(!open && ends[1] > ends[0] + 1));
        let cells = |row| left_of(after(row_of(area, row), ends[0]), width);
        let (symbol, style) =
            if open { ("░", pen.theme.bar_open) } else { ("█", pen.theme.bar) };
        let filled = symbol.repeat(usize::from(width));
        pen.put(cells(1), &[(&filled, style)]);
        match part {
            Some(part) => {
                let words = part_words(part, width);
                if width_of(&words) <= width.max(1) + u16::from(width == 0) {
                    taken = ends[0] + pen.put(cells(0), &[(&words, pen.theme.second)]) + 1;
                }
            }
            None => uncovered(pen, &bar, (row_of(area, 0), frame.size), (taken, ends[0])),
        }
    }
    below(pen, work, &bar, (row_of(area, 2), scale));
}

/// A part's name and amount; without room the last words of the name and the amount, or the name.
fn part_words(part: &BarPart, width: u16) -> String {
    let amount = format::column(part.amount, 1, Minus::Sign);
    let last = part.name.rsplit_once(", ").map_or(&*part.name, |(_, last)| last);
    let ways = [&*part.name, last].map(|name| format!("{name} {amount}"));
    let fitting = ways.into_iter().find(|words| width_of(words) <= width);
    fitting.unwrap_or_else(|| part.name.clone())
}

/// What nobody covers: above its part, or as far left of it as it needs and names leave room.
fn uncovered(pen: &mut Pen<'_>, bar: &Bar, (row, size): (Rect, Size), (taken, at): (u16, u16)) {
    if bar.uncovered.is_zero() {
        return;
    }
    let amount = format::column(bar.uncovered, 1, Minus::Sign);
    let note = bar.note.as_deref().filter(|_| size == Size::Wide);
    let brief = format!("uncovered {amount}");
    let words = match note {
        Some(note) => format!("{brief}: {note}"),
        None => brief.clone(),
    };
    let at = row.width.saturating_sub(width_of(&brief)).min(at).max(taken);
    pen.put(after(row, at), &[(&words, pen.theme.warning)]);
}

/// The scale, or after a change the need before, drawn to the same scale.
fn below(pen: &mut Pen<'_>, work: &Work, bar: &Bar, (row, scale): (Rect, (i64, i64))) {
    let need = bar.need.now.unwrap_or_default();
    if work.session.is_changed() {
        let before = bar.need.before.unwrap_or_default();
        let width = edges(&[before.get()], scale)[1].min(row.width);
        let words = format!(" before {}", format::column(before, 1, Minus::Sign));
        // Where the bar takes the whole row, the words stand over the end of its line.
        let width = width.min(row.width.saturating_sub(width_of(&words)));
        let line = "▁".repeat(usize::from(width));
        pen.put(left_of(row, width), &[(&line, pen.theme.faint)]);
        pen.put(after(row, width), &[(&words, pen.theme.faint)]);
        return;
    }
    if need.is_zero() {
        return;
    }
    let (columns, per) = (scale.0, scale.1 / MILLION);
    let size = if per == 1 { "£1m".to_owned() } else { format!("£{per}m") };
    let noun = if columns == 1 { "column" } else { "columns" };
    let words = format!(
        "{} {}, drawn to scale: {columns} {noun} = {size}",
        bar.called,
        format::millions(need, 1, Minus::Sign),
    );
    pen.put(row, &[(&words, pen.theme.faint)]);
}

/// The largest scale at which the bar, and the need before, fit into the width.
fn scale(bar: &Bar, width: u16) -> Option<(i64, i64)> {
    let longest = bar.need.now.max(bar.need.before).unwrap_or_default();
    if longest <= Pence::ZERO || width == 0 {
        return None;
    }
    let length = |(columns, per): (i64, i64)| edges(&[longest.get()], (columns, per * MILLION))[1];
    // Five columns for two millions are enough, but for a bar that would be a stub.
    let stub = length(USUAL) <= width / 2;
    let fits = |scale: &(i64, i64)| {
        length(*scale) <= width && (stub || scale.0 * USUAL.1 <= USUAL.0 * scale.1)
    };
    // Larger amounts than the table knows: so many millions a column.
    let coarse = (1, longest.get() / MILLION / i64::from(width).max(1) + 1);
    Some(SCALES.iter().copied().find(fits).unwrap_or(coarse))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::explore::Figure;

    fn of(millions: i64, width: u16) -> Option<(i64, i64)> {
        let need = Figure::known(Pence::pounds(millions * 1_000_000), Pence::ZERO);
        scale(&Bar { need, ..Bar::default() }, width)
    }

    #[test]
    fn the_scale_is_a_whole_fraction_that_fits() {
        // 50 × 2 = 100 fits into 118; 58 × 2 = 116 too; 60 × 2 = 120 does not, 60 × 3/2 = 90 does.
        assert_eq!(of(50, 118), Some((2, 1)));
        assert_eq!(of(58, 118), Some((2, 1)));
        assert_eq!(of(60, 118), Some((3, 2)));
        // 9 × 5/2 is a stub of 23; 9 × 10 = 90 fits. 50 × 5/2 = 125 of 200 is none.
        assert_eq!(of(9, 118), Some((10, 1)));
        assert_eq!(of(9, 78), Some((5, 1)));
        assert_eq!(of(50, 200), Some((5, 2)));
        assert_eq!(of(50, 78), Some((3, 2)));
        assert_eq!(of(58, 78), Some((13, 10)));
        assert_eq!(of(900_000, 78).map(|(columns, _)| columns), Some(1));
        assert_eq!(of(0, 78), None);
    }
}
