//! A row of the table: its words, and what stands in each column.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::shape::{Column, Shape};
use crate::app::compare::{CompareRow, Shown, What};
use crate::app::{Tone, Work};
use crate::view::lever;
use crate::view::pen::{Pen, after, left_of};
use crate::view::widgets::{fit, put_right, width_of};

pub(super) fn draw(
    pen: &mut Pen<'_>,
    work: &Work,
    (row, selected): (&CompareRow, bool),
    (line, shape): (Rect, &Shape),
) {
    let own = &work.screens.compare;
    let style = if selected { pen.theme.strong } else { pen.theme.text };
    let label = left_of(after(line, 1 + 2 * row.depth.saturating_sub(1)), shape.label);
    let room = shape.label.saturating_sub(2 + 2 * row.depth.saturating_sub(1));
    let (long, short) = &row.label;
    let name = if width_of(long) <= room { long } else { short };
    pen.put(label, &[(&fit(name, room), style)]);
    for column in &shape.columns {
        let place = left_of(after(line, column.x), column.width);
        let here = selected && column.side == own.column && work.over.is_empty();
        // One blank between a figure and the next column.
        let place = left_of(place, place.width.saturating_sub(1));
        let is_input = here && matches!(row.what, What::Input(_));
        let lever = is_input.then(|| work.screens.current().lever(&work.session));
        match lever.flatten() {
            Some(lever) => {
                let width = lever::width(&lever, true).min(place.width);
                lever::value(pen, &lever, (after(place, place.width - width), true));
            }
            None => cell(pen, (row, here), (place, column), own.baseline),
        }
    }
}

fn cell(
    pen: &mut Pen<'_>,
    (row, here): (&CompareRow, bool),
    (place, column): (Rect, &Column),
    baseline: usize,
) {
    let strong = |style: Style| if here { Pen::bold(style) } else { style };
    let is_base = column.side == baseline;
    let theme = pen.theme;
    let (words, style) = match &row.cells[column.side] {
        Shown::Absent => ("[z]".to_owned(), theme.faint),
        Shown::Same => ("=".to_owned(), theme.faint),
        Shown::Held(words) if is_base => (lever::brief_value(words, place.width), theme.text),
        Shown::Held(words) => {
            let words = lever::brief_value(words, place.width.saturating_sub(2));
            (format!("● {words}"), theme.changed)
        }
        Shown::Words(words, tone) => (clause(words, place.width), pen.style(*tone)),
        Shown::Money(figure) => {
            let known = if figure.now.is_none() { theme.faint } else { theme.text };
            (figure.now_column(), known)
        }
    };
    let mut room = place;
    if let (Shown::Money(figure), false) = (&row.cells[column.side], is_base) {
        let (words, tone) = match &row.cells[baseline] {
            // There is nothing that it could have changed from.
            Shown::Absent => ("[z]".to_owned(), Tone::Faint),
            _ => figure.change_column(),
        };
        put_right(pen.buffer, place, (&words, pen.style(tone)));
        room = left_of(place, place.width.saturating_sub(CHANGE));
    }
    put_right(pen.buffer, room, (&words, strong(style)));
}

/// The words, or as many whole clauses as fit: half of one would say something else.
fn clause(words: &str, room: u16) -> String {
    let first = words.split_once(", ").map(|(first, _)| first);
    match first.filter(|_| width_of(words) > room) {
        Some(first) => fit(first, room),
        None => fit(words, room),
    }
}

/// Columns of the change, with a blank before it.
const CHANGE: u16 = 11;
