//! A list under a heading: which rows of it are seen, what says that there are more, the row under
//! the cursor, and which row the mouse is over. What a row says is drawn by whoever has the list.

use ratatui::layout::{Position, Rect};

use super::pen::{Pen, row_of};
use super::widgets::visible_rows;
use crate::app::{Area, Spot};

/// A list, its heading in the first row of its area.
#[derive(Clone, Copy, Debug)]
pub(super) struct List {
    /// Heading and rows.
    pub(super) area: Rect,
    /// How many rows it has.
    pub(super) length: usize,
    /// Which of them is selected.
    pub(super) selected: usize,
}

impl List {
    /// The area below the heading.
    pub(super) fn body(&self) -> Rect {
        after_heading(self.area)
    }

    /// Draws the rows that are seen: each by its place and its line.
    pub(super) fn draw(
        &self,
        pen: &mut Pen<'_>,
        focused: bool,
        mut row: impl FnMut(&mut Pen<'_>, usize, Rect),
    ) {
        let body = self.body();
        let seen = visible_rows(self.length, self.selected, body.height);
        let (last, below) = (seen.end, self.length - seen.end);
        for (at, place) in (0..).zip(seen) {
            let line = row_of(body, at);
            if place + 1 == last && below > 0 && place != self.selected {
                pen.put_right(line, (&format!("{} more ↓", below + 1), pen.theme.faint));
                continue;
            }
            row(pen, place, line);
            if place == self.selected {
                pen.select(line, focused);
            }
        }
    }

    /// The row at a place of the screen.
    pub(super) fn spot(&self, area: Area, at: Position) -> Spot {
        if !self.area.contains(at) {
            return Spot::Nothing;
        }
        let body = self.body();
        let seen = visible_rows(self.length, self.selected, body.height);
        let line = seen.into_iter().zip(0..).find(|(_, line)| row_of(body, *line).contains(at));
        line.map_or(Spot::List(area), |(place, _)| Spot::Row(area, place))
    }
}

/// The area below a pane's heading.
pub(super) fn after_heading(area: Rect) -> Rect {
    let heading = 1.min(area.height);
    Rect { y: area.y + heading, height: area.height - heading, ..area }
}
