//! The Results screen: the table of targets and results above, what the selected one's result and
//! support hang on below.

mod columns;
mod detail;
mod table;

use ratatui::layout::{Position, Rect};

use super::layout::{Frame, Size};
use super::pen::Pen;
use crate::app::results::Pane;
use crate::app::{Spot, Work};

/// Draws the panes that there is room for.
pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, frame: &Frame) {
    let shape = shape(work, frame);
    table::draw(pen, work, shape.table);
    detail::draw(pen, work, shape.detail);
}

/// What the mouse is over.
pub(super) fn spot(work: &Work, frame: &Frame, at: Position) -> Spot {
    let shape = shape(work, frame);
    if shape.table.contains(at) {
        return table::spot(work, shape.table, at);
    }
    detail::spot(work, shape.detail, at)
}

/// The panes; what there is no room for has no rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Shape {
    table: Rect,
    detail: Rect,
}

/// The table takes what its rows need, at most a good half: where the line between the panes stands
/// follows from the size and the length of the table, never from the row under the cursor.
fn shape(work: &Work, frame: &Frame) -> Shape {
    let all = frame.panes;
    let nothing = Rect { height: 0, ..all };
    let own = &work.screens.results;
    if frame.size <= Size::Single || work.screens.zoomed {
        return match own.focus {
            Pane::Table => Shape { table: all, detail: nothing },
            Pane::Detail => Shape { table: nothing, detail: all },
        };
    }
    let rows = own.table(&work.session).len();
    let wanted = u16::try_from(rows + 1).unwrap_or(u16::MAX);
    let blank = u16::from(frame.size == Size::Wide);
    let height = wanted.min(all.height * 11 / 20).max(all.height / 4);
    let below = (height + blank).min(all.height);
    Shape {
        table: Rect { height, ..all },
        detail: Rect { y: all.y + below, height: all.height - below, ..all },
    }
}
