//! The Timeline: the months of the year above, the years after below.

mod after;
mod year;

use ratatui::layout::{Position, Rect};

use super::layout::{Cut, Frame, Size};
use super::pen::Pen;
use crate::app::timeline::Pane;
use crate::app::{Spot, Work};

/// The panes; what there is no room for has no rows.
#[derive(Clone, Copy, Debug)]
struct Shape {
    year: Rect,
    after: Rect,
}

/// Draws the panes that there is room for.
pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, frame: &Frame) {
    let shape = shape(work, frame);
    year::draw(pen, work, shape.year);
    after::draw(pen, work, shape.after);
}

/// What the mouse is over.
pub(super) fn spot(work: &Work, frame: &Frame, at: Position) -> Spot {
    let shape = shape(work, frame);
    if shape.year.contains(at) {
        return year::spot(work, shape.year, at);
    }
    after::spot(work, shape.after, at)
}

/// The year has little more than a quarter of the rows, and more where the years after leave some.
fn shape(work: &Work, frame: &Frame) -> Shape {
    let all = frame.panes;
    let nothing = Rect { height: 0, ..all };
    if frame.size <= Size::Single || work.screens.zoomed {
        return match work.screens.timeline.focus {
            Pane::Year => Shape { year: all, after: nothing },
            Pane::After => Shape { year: nothing, after: all },
        };
    }
    let gap = u16::from(frame.size == Size::Wide);
    let rows = work.screens.timeline.year(&work.session).len().max(1);
    let wanted = u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(1);
    let below = after::wanted(work, all);
    let most = (all.height / 4 + 2).max(all.height.saturating_sub(below + gap));
    let mut cut = Cut { rest: all };
    let year = cut.top(wanted.min(most));
    cut.top(gap);
    Shape { year, after: cut.rest }
}
