//! Where the panes of Explore stand.

use ratatui::layout::Rect;

use crate::app::Work;
use crate::app::explore::Pane;
use crate::view::layout::{Cut, Frame, Size};

/// The panes; what there is no room for has no rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::view) struct Shape {
    /// Who is asked.
    pub(in crate::view) tree: Rect,
    /// What decides it.
    pub(in crate::view) levers: Rect,
    /// The programmes.
    pub(in crate::view) programmes: Rect,
    /// What the signs mean.
    pub(super) legend: Rect,
}

/// No more columns than these are good for “What decides it”.
const WIDEST: u16 = 76;

/// The panes as they stand for a scenario being worked on.
pub(in crate::view) fn shape_of(work: &Work, frame: &Frame) -> Shape {
    let explore = &work.screens.explore;
    let programmes = explore.programmes(&work.session).len();
    shape(frame, (explore.focus, work.screens.zoomed), programmes)
}

/// `alone` is the pane that stands alone where there is room for one, or that was zoomed;
/// `programmes` is how many there are.
fn shape(frame: &Frame, (alone, zoomed): (Pane, bool), programmes: usize) -> Shape {
    let nothing = Rect { height: 0, ..frame.panes };
    let mut shape = Shape { tree: nothing, levers: nothing, programmes: nothing, legend: nothing };
    if frame.size <= Size::Single || zoomed {
        match alone {
            Pane::Tree => shape.tree = frame.panes,
            Pane::Levers => shape.levers = frame.panes,
            Pane::Programmes => shape.programmes = frame.panes,
        }
    } else {
        shape.side_by_side(frame, programmes);
    }
    shape
}

impl Shape {
    /// Tree and levers side by side, programmes below them: at 24 rows three, taller screens first
    /// show all of them, then more of the tree.
    fn side_by_side(&mut self, frame: &Frame, programmes: usize) {
        let wide = frame.size == Size::Wide;
        let mut cut = Cut { rest: frame.panes };
        self.legend = cut.bottom(u16::from(wide));
        let blank = u16::from(wide);
        let rows = cut.rest.height.saturating_sub(2 + blank);
        let count = u16::try_from(programmes).unwrap_or(u16::MAX);
        // Where none is described, one row says so.
        let share = match (programmes, wide) {
            (0, _) => 1,
            (_, true) => (rows * 2 / 7).min(8),
            (_, false) => 3,
        };
        let below = share.max(count.min(rows.saturating_sub(15))).min(rows);
        self.programmes = cut.bottom(below + 1);
        cut.bottom(blank);
        let width = cut.rest.width;
        let left = match width + 2 {
            0..100 => 36,
            100..120 => width * 45 / 100,
            120..160 => 54,
            _ => 60,
        };
        let gap = 3;
        self.tree = Rect { width: left, ..cut.rest };
        let x = cut.rest.x + left + gap;
        // Figures far from their words are hard to read: what a wide screen has left stays free.
        let rest = width.saturating_sub(left + gap).min(WIDEST);
        self.programmes.width = self.programmes.width.min(left + gap + WIDEST);
        self.levers = Rect { x, width: rest, ..cut.rest };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::layout::{Above, frame};

    fn at(width: u16, height: u16) -> (Frame, Shape) {
        with(width, height, 6)
    }

    fn with(width: u16, height: u16, programmes: usize) -> (Frame, Shape) {
        let above = Above { sentences: 2, bar: true };
        let frame = frame(Rect::new(0, 0, width, height), above);
        (frame, shape(&frame, (Pane::Levers, false), programmes))
    }

    #[test]
    fn the_design_size_is_laid_out_as_drawn() {
        let (frame, shape) = at(120, 36);
        // Headings stand on rows 9 and 26 of 0 to 35; 15 rows below the first, 6 below the second.
        assert_eq!(shape.tree, Rect::new(1, 9, 54, 16));
        assert_eq!(shape.levers, Rect::new(58, 9, 61, 16));
        assert_eq!(shape.programmes, Rect::new(1, 26, 118, 7));
        assert_eq!((shape.legend.y, frame.message.y, frame.keys.y), (33, 34, 35));
    }

    #[test]
    fn eighty_by_twenty_four_keeps_all_three_panes() {
        let (_, shape) = at(80, 24);
        assert_eq!(shape.tree, Rect::new(1, 5, 36, 13));
        assert_eq!(shape.levers, Rect::new(40, 5, 39, 13));
        assert_eq!(shape.programmes, Rect::new(1, 18, 78, 4));
    }

    #[test]
    fn where_no_programme_is_described_the_tree_has_the_rows() {
        // At 24 rows the pane has its heading and one row instead of three: 13 + 2 above it.
        let (_, shape) = with(80, 24, 0);
        assert_eq!(shape.tree, Rect::new(1, 5, 36, 15));
        assert_eq!(shape.programmes, Rect::new(1, 20, 78, 2));
        // At 36 rows one instead of six: 16 + 5.
        let (_, shape) = with(120, 36, 0);
        assert_eq!((shape.levers.height, shape.programmes.height), (21, 2));
    }

    #[test]
    fn every_area_lies_inside_the_screen() {
        for width in 0..200 {
            for height in 0..60 {
                let screen = Rect::new(0, 0, width, height);
                let (frame, shape) = at(width, height);
                for area in [shape.tree, shape.levers, shape.programmes, frame.keys, frame.bar] {
                    assert!(area.is_empty() || screen.intersection(area) == area);
                }
            }
        }
    }
}
