//! What the selected result hangs on: each row with its value, what is said of it, paid and lost.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::app::explore::Figure;
use crate::app::results::{DetailRow, Pane, better_change};
use crate::app::{Area, Spot, Work};
use crate::money::Pence;
use crate::view::lever;
use crate::view::list::List;
use crate::view::pen::{Pen, after, left_of, row_of};
use crate::view::widgets::{Columns, fit, width_of};

/// What there is room for.
#[derive(Clone, Copy)]
struct Manner {
    /// Columns of the label.
    label: u16,
    /// Columns of the value.
    value: u16,
    /// Whether the change is shown.
    change: bool,
}

impl Manner {
    fn new(width: u16, changed: bool) -> Self {
        let (label, value) = match width {
            0..60 => (width * 3 / 8, 15),
            60..100 => (26, 15),
            _ => (30, 17),
        };
        Self { label, value, change: changed && width >= 60 }
    }
}

pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, area: Rect) {
    let own = &work.screens.results;
    let focused = own.focus == Pane::Detail && work.over.is_empty();
    let manner = Manner::new(area.width, work.session.is_changed());
    let rows = own.detail(&work.session);
    let pays = rows.iter().any(|row| row.paid.is_some() || row.lost.is_some());
    let heads = match (pays, manner.change) {
        (true, true) => "paid £m    lost   change",
        (true, false) => "paid £m    lost",
        (false, true) => "change £m",
        (false, false) => "",
    };
    let room = area.width.saturating_sub(width_of(heads) + 1);
    let title = own.title(&work.session);
    pen.heading(row_of(area, 0), (&fit(&title, room), heads), focused);
    let list = list(work, &rows, area);
    if rows.is_empty() {
        let none = "Nothing of its own: its systems have target, result and support.";
        pen.put(after(row_of(list.body(), 0), 1), &[(none, pen.theme.second)]);
    }
    list.draw(pen, focused, |pen, place, line| {
        let row = &rows[place];
        match row.is_head {
            true => {
                pen.put(after(line, 1), &[(&row.label, pen.theme.strong)]);
            }
            false => draw_row(pen, row, (line, manner, focused && place == list.selected)),
        }
    });
}

pub(super) fn spot(work: &Work, area: Rect, at: Position) -> Spot {
    let rows = work.screens.results.detail(&work.session);
    match list(work, &rows, area).spot(Area::Pane(1), at) {
        Spot::Row(pane, line) if !rows[line].is_head => {
            Spot::Row(pane, rows[..line].iter().filter(|row| !row.is_head).count())
        }
        Spot::Row(pane, _) => Spot::List(pane),
        other => other,
    }
}

fn list(work: &Work, rows: &[DetailRow], area: Rect) -> List {
    let real = rows.iter().enumerate().filter(|(_, row)| !row.is_head);
    let places: Vec<usize> = real.map(|(place, _)| place).collect();
    let last = places.len().saturating_sub(1);
    let selected = places.get(work.screens.results.row.min(last)).copied().unwrap_or(0);
    List { area, length: rows.len(), selected }
}

fn draw_row(pen: &mut Pen<'_>, row: &DetailRow, (line, manner, focused): (Rect, Manner, bool)) {
    let mut columns = Columns::new(line);
    if manner.change {
        match row.moved().filter(|figure| figure.differs()) {
            Some(figure) => {
                let (words, tone) = match row.is_cost {
                    true => figure.change_column(),
                    false => better_change(figure),
                };
                let style = pen.style(tone);
                columns.put(pen.buffer, 9, (&words, style));
            }
            None => columns.skip(9),
        }
    }
    let text = pen.theme.text;
    // Where nothing is paid or lost the words have the columns.
    if row.paid.is_some() || row.lost.is_some() {
        let lost = row.lost.and_then(|figure| figure.now).unwrap_or_default();
        let stop = if lost > Pence::ZERO { pen.theme.stop } else { text };
        amount(pen, &mut columns, (row.lost, stop));
        amount(pen, &mut columns, (row.paid, text));
    }
    let rest = after(columns.rest(), if row.is_part { 5 } else { 3 });
    if row.label.is_empty() {
        // A sentence has the whole row.
        pen.line(after(line, 3), &row.said);
        return;
    }
    let label = left_of(rest, (manner.label + 1).saturating_sub(rest.x - line.x));
    pen.put(label, &[(&fit(&row.label, label.width.saturating_sub(1)), text)]);
    let rest = after(rest, label.width);
    let value = left_of(rest, manner.value);
    match (&row.lever, row.figure) {
        (Some(own), _) => lever::value(pen, own, (value, focused)),
        (None, Some(figure)) => {
            let words = figure.now_column();
            let style = known(pen, figure.now, text);
            let mark = row.mark.map_or_else(String::new, |mark| format!(" {}", mark.sign()));
            pen.put(after(value, 1), &[(&words, style), (&mark, pen.theme.faint)]);
        }
        (None, None) => {}
    }
    said(pen, row, after(rest, manner.value + 1));
}

/// The words as far as there is room for some of them; ✓ and ✕ always.
fn said(pen: &mut Pen<'_>, row: &DetailRow, place: Rect) {
    let words = row.said.words();
    let mark = words.chars().next().filter(|c| "✓✕".contains(*c));
    if width_of(&words) <= place.width || place.width >= LEAST {
        pen.line(place, &row.said);
    } else if let (Some(mark), Some((_, tone))) = (mark, row.said.pieces().first()) {
        let style = pen.style(*tone);
        pen.put(place, &[(&mark.to_string(), style)]);
    }
}

/// Fewer columns are too few for words that do not fit.
const LEAST: u16 = 16;

fn amount(pen: &mut Pen<'_>, columns: &mut Columns, (figure, style): (Option<Figure>, Style)) {
    match figure {
        Some(figure) => {
            let style = known(pen, figure.now, style);
            columns.put(pen.buffer, 8, (&figure.now_column(), style));
        }
        None => columns.skip(8),
    }
}

fn known(pen: &Pen<'_>, amount: Option<Pence>, style: Style) -> Style {
    if amount.is_none() { pen.theme.faint } else { style }
}
