//! The screen “Who bears it”: the splits and what decides the one that is looked at on the left, its
//! children with their burdens and how far apart those are on the right.

mod curve;
mod each;
mod splits;
mod spread;

use ratatui::layout::{Position, Rect};

use super::layout::{Frame, Size};
use super::pen::Pen;
use crate::app::fairness::{Board, Pane};
use crate::app::{Spot, Work};

/// Draws the panes that there is room for.
pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, frame: &Frame) {
    let shape = shape(work, frame);
    let board = work.screens.fairness.board(&work.session);
    splits::draw(pen, work, shape.splits);
    splits::draw_choices(pen, work, (board.as_ref(), shape.choices));
    each::draw(pen, work, (board.as_ref(), shape.each));
    spread::draw(pen, work, (board.as_ref(), shape.spread));
}

/// What the mouse is over.
pub(super) fn spot(work: &Work, frame: &Frame, at: Position) -> Spot {
    let shape = shape(work, frame);
    if shape.splits.contains(at) {
        return splits::spot(work, shape.splits, at);
    }
    if shape.choices.contains(at) {
        return splits::spot_choices(work, shape.choices, at);
    }
    if shape.each.contains(at) {
        return each::spot(work, shape.each, at);
    }
    spread::spot(work, shape.spread, at)
}

/// The panes; what there is no room for has no rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Shape {
    splits: Rect,
    choices: Rect,
    each: Rect,
    spread: Rect,
}

/// Lists take what their rows need, at most a good half of their side.
fn shape(work: &Work, frame: &Frame) -> Shape {
    let own = &work.screens.fairness;
    let all = frame.panes;
    if frame.size <= Size::Single || work.screens.zoomed {
        let shown = |pane: Pane| if own.focus == pane { all } else { Rect { height: 0, ..all } };
        return Shape {
            splits: shown(Pane::Splits),
            choices: shown(Pane::Choices),
            each: shown(Pane::Each),
            spread: shown(Pane::Spread),
        };
    }
    let (left, gap) = match all.width {
        0..98 => (36, 2),
        98..118 => (all.width * 45 / 100, 3),
        _ => (54, 3),
    };
    let left = Rect { width: left, ..all };
    let right = Rect { x: left.right() + gap, width: all.width - left.width - gap, ..all };
    let blank = u16::from(frame.size == Size::Wide);
    let (splits, choices) = parted(left, own.splits(&work.session).len(), blank);
    let (each, spread) = parted(right, own.each(&work.session).len(), blank);
    Shape { splits, choices, each, spread }
}

/// A side in two: above what so many rows need, below the rest.
fn parted(side: Rect, rows: usize, blank: u16) -> (Rect, Rect) {
    let wanted = u16::try_from(rows + 1).unwrap_or(u16::MAX);
    let height = wanted.min(side.height * 11 / 20).max(side.height / 4);
    let below = (height + blank).min(side.height);
    let rest = Rect { y: side.y + below, height: side.height - below, ..side };
    (Rect { height, ..side }, rest)
}

/// How wide the columns of figures are, so that those of both right panes stand in line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Widths {
    /// The bar, or the few words beside a figure, at the right edge.
    bar: u16,
    /// The change; nothing where nothing is changed.
    change: u16,
    /// The figure as things stand.
    now: u16,
    /// The figure before, or the ask where nothing is changed.
    other: u16,
}

impl Widths {
    fn new(width: u16, changed: bool) -> Self {
        match (width, changed) {
            (0..44, false) => Self { bar: 6, change: 0, now: 9, other: 7 },
            (0..44, true) => Self { bar: 0, change: 9, now: 7, other: 0 },
            (44..58, false) => Self { bar: 12, change: 0, now: 9, other: 8 },
            (44..58, true) => Self { bar: 0, change: 10, now: 8, other: 8 },
            (_, false) => Self { bar: 14, change: 0, now: 9, other: 8 },
            (_, true) => Self { bar: 8, change: 9, now: 7, other: 7 },
        }
    }
}

/// The head of the column of burdens: `£ a head`.
fn head(board: &Board, work: &Work) -> &'static str {
    board.measure(&work.session).map_or("", crate::report::lens_head)
}
