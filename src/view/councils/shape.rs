//! Where the panes of Councils stand.

use ratatui::layout::Rect;

use crate::app::councils::Pane;
use crate::view::layout::{Frame, Size};

/// The panes; what there is no room for has no rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    /// The areas.
    pub(super) areas: Rect,
    /// What reaches the selected one.
    pub(super) area: Rect,
}

/// No more columns than these are good for what reaches an area.
const WIDEST: u16 = 84;

/// `alone` is the pane that stands alone where there is room for one, or that was zoomed.
pub(super) fn shape(frame: &Frame, (alone, zoomed): (Pane, bool)) -> Shape {
    let all = frame.panes;
    let nothing = Rect { height: 0, ..all };
    if frame.size <= Size::Single || zoomed {
        return match alone {
            Pane::Areas => Shape { areas: all, area: nothing },
            Pane::Area => Shape { areas: nothing, area: all },
        };
    }
    let left = match all.width + 2 {
        0..100 => 36,
        100..120 => all.width * 40 / 100,
        _ => 42,
    };
    let x = all.x + left + 3;
    let width = all.width.saturating_sub(left + 3).min(WIDEST);
    Shape { areas: Rect { width: left, ..all }, area: Rect { x, width, ..all } }
}
