//! The Lorenz curve in characters: row by row how far along people stand who bear no more than that
//! share of the ask. The farther the curve hangs below the dotted line, the farther apart burdens are.

use ratatui::layout::Rect;

use crate::analysis::Burdens;
use crate::view::pen::{Pen, after, row_of};
use crate::view::widgets::{Piece, width_of};

/// The signs, which differ without colour, too.
const EQUAL: &str = "·";
const BETWEEN: &str = "░";
const NOW: &str = "█";
const BEFORE: &str = "○";

/// The widest a chart gets; beyond that it says no more.
const WIDEST: u16 = 60;
/// Columns of the labels at the left.
const LABELS: u16 = 7;
/// Fewer rows show no curve.
const LEAST: u16 = 4;

pub(super) fn draw(
    pen: &mut Pen<'_>,
    (now, before): (&Burdens, Option<&Burdens>),
    (area, counted): (Rect, &str),
) {
    if area.height < LEAST || area.width < 4 * LABELS {
        return;
    }
    legend(pen, row_of(area, 0), before.is_some());
    let foot = u16::from(area.height > LEAST + 1) * 2;
    let height = (area.height - 1 - foot).min(WIDEST / 3);
    let width = area.width.saturating_sub(LABELS + 1).min(WIDEST);
    for at in 0..height {
        let line = row_of(area, at + 1);
        let label = match at {
            0 => "100 %",
            1 if height > 3 => "ask",
            _ if at + 1 == height && foot == 0 => "0 %",
            _ => "",
        };
        let padded = format!("{label:>5} ");
        pen.put(line, &[(&padded, pen.theme.faint), ("│", pen.theme.faint)]);
        // Each row stands for the middle of its part of the ask.
        let share = (i128::from(2 * (height - at) - 1), i128::from(2 * height));
        let places = [Some(share), Some(now.reaches(share)), before.map(|own| own.reaches(share))];
        let places = places.map(|place| place.map(|own| column(own, width)));
        marks(pen, after(line, LABELS), (places, width));
    }
    if foot > 0 {
        axis(pen, (row_of(area, height + 1), row_of(area, height + 2)), (width, counted));
    }
}

/// A share as one of so many columns.
fn column((part, parts): (i128, i128), width: u16) -> u16 {
    let along = part.saturating_mul(i128::from(width)) / parts.max(1);
    u16::try_from(along).unwrap_or(0).min(width.saturating_sub(1))
}

/// One row: the curve now over the curve before over the line of equality, and what lies between.
fn marks(pen: &mut Pen<'_>, line: Rect, (places, width): ([Option<u16>; 3], u16)) {
    let theme = pen.theme;
    let [equal, now, before] = places;
    let between = |at: u16| {
        let (low, high) = (equal.min(now), equal.max(now));
        low < Some(at) && Some(at) < high
    };
    let sign = |at: u16| match Some(at) {
        here if here == now => (NOW, theme.bar),
        here if here == before => (BEFORE, theme.changed),
        here if here == equal => (EQUAL, theme.second),
        _ if between(at) => (BETWEEN, theme.faint),
        _ => (" ", theme.text),
    };
    let pieces: Vec<Piece<'_>> = (0..width).map(sign).collect();
    pen.put(line, &pieces);
}

/// The title, and what the signs mean.
fn legend(pen: &mut Pen<'_>, line: Rect, has_before: bool) {
    let theme = pen.theme;
    let long = line.width >= 52;
    let equal = if long { " the same for all  " } else { " equal  " };
    let mut pieces = vec![
        ("Lorenz curve  ", theme.strong),
        (EQUAL, theme.second),
        (equal, theme.second),
        (NOW, theme.bar),
        (" now  ", theme.second),
    ];
    if has_before {
        pieces.extend([(BEFORE, theme.changed), (" before", theme.second)]);
    }
    pen.put(after(line, 1), &pieces);
}

/// The axis of people, or of what else is counted, and its words.
fn axis(pen: &mut Pen<'_>, (line, below): (Rect, Rect), (width, counted): (u16, &str)) {
    let faint = pen.theme.faint;
    let rule = "─".repeat(usize::from(width));
    pen.put(line, &[("  0 % └", faint), (&rule, faint)]);
    let words = format!("% of {counted}, lowest burden first");
    let room = Rect { width, ..after(below, LABELS) };
    let hundred = "100 %";
    let words = if width_of(&words) + 7 <= width { words.as_str() } else { "" };
    pen.put(room, &[("0 ", faint), (words, faint)]);
    pen.put_right(room, (hundred, faint));
}
