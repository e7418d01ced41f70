//! The Fit screen: the rules held against the published shares above; what one share alone would have
//! said and how far to trust the answer below.

mod doubts;
mod table;

use ratatui::layout::{Position, Rect};

use super::layout::{Cut, Frame, Size};
use super::pen::{Pen, row_of};
use crate::app::fit::{Board, Pane};
use crate::app::{Area, Spot, Work};
use doubts::Doubts;

/// Draws the panes that there is room for.
pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, frame: &Frame) {
    let board = work.screens.fit.board(&work.session);
    let shape = shape(work, &board, frame);
    let free = work.over.is_empty();
    let focus = work.screens.fit.focus;
    table::draw(pen, work, &board, (shape.table, free && focus == Pane::Lines));
    let doubts = Doubts::new(work, &board, frame.panes.width);
    doubts.draw_alone(pen, shape.alone);
    doubts.draw(pen, shape.doubts, free && focus == Pane::Doubts);
    let tied = board.fit().is_some_and(|fit| fit.lines.iter().any(|line| line.tied));
    let tied = if tied { TIED } else { "" };
    pen.put(row_of(shape.signs, 0), &[(SIGNS, pen.theme.faint), (tied, pen.theme.faint)]);
}

const SIGNS: &str =
    "figures: calculated less published · bar: mean difference, to one scale · ◂ furthest off";
const TIED: &str = " · = as near as the first";

/// What the mouse is over.
pub(super) fn spot(work: &Work, frame: &Frame, at: Position) -> Spot {
    let board = work.screens.fit.board(&work.session);
    let shape = shape(work, &board, frame);
    if shape.table.contains(at) {
        return table::list(work, &board, shape.table).spot(Area::Pane(0), at);
    }
    Doubts::new(work, &board, frame.panes.width).spot(shape.doubts, at)
}

/// The panes; what there is no room for has no rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Shape {
    table: Rect,
    alone: Rect,
    doubts: Rect,
    signs: Rect,
}

/// The table takes what its lines need, as far as the rest keeps room to be read.
fn shape(work: &Work, board: &Board, frame: &Frame) -> Shape {
    let all = frame.panes;
    let nothing = Rect { height: 0, ..all };
    let alone = Doubts::new(work, board, all.width).alone_rows();
    let mut cut = Cut { rest: all };
    if frame.size <= Size::Single || work.screens.zoomed {
        return match work.screens.fit.focus {
            Pane::Lines => Shape { table: all, alone: nothing, doubts: nothing, signs: nothing },
            Pane::Doubts => {
                let alone = cut.top(alone);
                Shape { table: nothing, alone, doubts: cut.rest, signs: nothing }
            }
        };
    }
    let blank = u16::from(frame.size == Size::Wide);
    let signs = cut.bottom(blank);
    let lines = board.fit().map_or(0, |fit| fit.lines.len());
    let wanted = u16::try_from(lines + 2).unwrap_or(u16::MAX);
    let rest = alone + LEAST_DOUBTS + 2 * blank;
    let table = cut.top(wanted.min(all.height.saturating_sub(rest + blank)).max(4));
    cut.top(blank);
    let alone = cut.top(alone);
    cut.top(blank);
    Shape { table, alone, doubts: cut.rest, signs }
}

/// A heading and a few lines below it.
const LEAST_DOUBTS: u16 = 6;
