//! Rows of a column, one below the other: headings, lines, bars, fields.

use std::ops::Range;

use ratatui::layout::{Position, Rect};

use crate::app::learn::Beam;
use crate::app::{Line, Spot, Tone};
use crate::format;
use crate::view::pen::{Pen, after, left_of, row_of};
use crate::view::widgets::width_of;

/// A row.
pub(super) enum Row {
    /// A heading, and words at its right end.
    Heading(String, String),
    /// Words.
    Line(Line),
    /// The own guess or the answer.
    Bar(Beam),
    /// A line that has the focus, and the column of its cursor.
    Focus(Line, u16),
    /// Words, and a figure at the right end.
    Figure(String, String),
}

/// Rows of a column.
#[derive(Default)]
pub(super) struct Rows {
    pub(super) all: Vec<Row>,
    /// By how many rows they are moved up; below nought down.
    pub(super) shift: i16,
    /// What the mouse finds: in which row, between which columns.
    targets: Vec<(usize, Range<u16>, Spot)>,
}

impl Rows {
    /// A line.
    pub(super) fn line(&mut self, line: Line) {
        self.all.push(Row::Line(line));
    }

    /// An empty line.
    pub(super) fn blank(&mut self) {
        self.line(Line::default());
    }

    /// Words of one tone on as many lines as they take.
    pub(super) fn wrapped(&mut self, words: &str, width: u16, tone: Tone) {
        for line in format::wrapped(words, usize::from(width.max(10))) {
            self.line(Line::default().with(line, tone));
        }
    }

    /// What the mouse finds between two columns of the row that was put last.
    pub(super) fn target(&mut self, columns: Range<u16>, spot: Spot) {
        self.targets.push((self.all.len().saturating_sub(1), columns, spot));
    }

    /// What stands at a place, the rows being drawn into an area.
    pub(super) fn spot(&self, area: Rect, at: Position) -> Option<Spot> {
        let row = first_seen(self, area) + usize::from(at.y.checked_sub(area.y)?);
        let column = at.x.checked_sub(area.x)?;
        let found = self.targets.iter().find(|(own, columns, _)| {
            area.contains(at) && *own == row && columns.contains(&column)
        });
        found.map(|(_, _, spot)| *spot)
    }

    /// How many there are.
    pub(super) fn len(&self) -> u16 {
        u16::try_from(self.all.len()).unwrap_or(u16::MAX)
    }
}

/// The first row that is seen: the one with the focus and what follows it at once are among them.
fn first_seen(rows: &Rows, area: Rect) -> usize {
    let focus = rows.all.iter().rposition(|row| matches!(row, Row::Focus(..)));
    let needed = focus.map_or(0, |focus| (focus + 2).min(rows.all.len()));
    let height = usize::from(area.height);
    let last = rows.all.len().saturating_sub(height);
    let first = needed.saturating_sub(height);
    first.saturating_add_signed(isize::from(rows.shift)).min(last)
}

/// Draws as many rows as fit.
pub(super) fn draw_rows(pen: &mut Pen<'_>, rows: &Rows, area: Rect) {
    let above = first_seen(rows, area);
    for (at, row) in (0..area.height).zip(rows.all.iter().skip(above)) {
        let place = row_of(area, at);
        match row {
            Row::Heading(title, right) => pen.heading(place, (title, right), false),
            Row::Line(line) => {
                pen.line(place, line);
            }
            Row::Bar(beam) => bar(pen, place, beam),
            Row::Focus(line, column) => {
                pen.select(place, false);
                pen.line(place, line);
                pen.cursor = Some(after(place, *column).as_position());
            }
            Row::Figure(words, figure) => {
                let (text, strong) = (pen.theme.text, pen.theme.strong);
                let room = place.width.saturating_sub(width_of(figure) + 2);
                pen.put(left_of(place, room), &[(words, text)]);
                pen.put_right(place, (figure, strong));
            }
        }
    }
}

fn bar(pen: &mut Pen<'_>, place: Rect, beam: &Beam) {
    const NAME: u16 = 9;
    let figures = width_of(&beam.figure).max(12) + 2;
    let room = place.width.saturating_sub(NAME + figures);
    let columns = usize::from(beam.length) * usize::from(room) / 1_000;
    let columns = columns.max(usize::from(beam.length > 0));
    let style = if beam.is_own { pen.theme.changed } else { pen.theme.bar };
    let text = pen.theme.text;
    pen.put(left_of(place, NAME), &[(beam.name(), text)]);
    pen.put(left_of(after(place, NAME), room), &[(&"▇".repeat(columns), style)]);
    pen.put_right(place, (&beam.figure, text));
}
