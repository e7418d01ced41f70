//! Where the panes of Sign-up stand, one below the other.

use ratatui::layout::Rect;

use crate::app::sign_up::Pane;
use crate::view::layout::{Cut, Frame, Size};

/// How many rows each pane has, without its heading.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted {
    pub(super) tests: usize,
    pub(super) others: usize,
    pub(super) choices: usize,
    pub(super) doubts: usize,
}

/// The panes; what there is no room for has no rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape([Rect; 4]);

impl Shape {
    /// Where a pane stands.
    pub(super) const fn area(&self, pane: Pane) -> Rect {
        self.0[pane as usize]
    }
}

/// `alone` is the pane that stands alone where there is room for one, or that was zoomed.
pub(super) fn shape(frame: &Frame, wanted: Wanted, (focus, zoomed): (Pane, bool)) -> Shape {
    let all = frame.panes;
    if frame.size <= Size::Single || zoomed {
        let nothing = Rect { height: 0, ..all };
        let own = |pane: Pane| if pane == focus { all } else { nothing };
        return Shape(Pane::ALL.map(own));
    }
    // A pane that is empty says so in one row; each has a heading.
    let rows = |count: usize| u16::try_from(count.max(1)).unwrap_or(u16::MAX).saturating_add(1);
    let tests = rows(wanted.tests).min((all.height / 3).max(2));
    let choices = rows(wanted.choices).min(5);
    // Where there is little room, how sure it is takes the place of the choices when it is asked for.
    let (choices, doubts) = match frame.size {
        Size::Wide => (choices, rows(wanted.doubts).min(5)),
        _ if focus == Pane::Doubts => (0, choices.max(4)),
        _ => (choices, 0),
    };
    // A blank row before each pane but the first: always where there is room, else as many as fit.
    let open = all.height.saturating_sub(tests + choices + doubts);
    let others = rows(wanted.others);
    let wide = frame.size == Size::Wide;
    let mut blanks = if wide { 3 } else { open.saturating_sub(others).min(2) };
    let others = others.min(open.saturating_sub(blanks));
    let mut cut = Cut { rest: all };
    let [tests, others, choices] = [tests, others, choices].map(|rows| {
        let pane = cut.top(rows);
        if rows > 0 && blanks > 0 {
            blanks -= 1;
            cut.top(1);
        }
        pane
    });
    let doubts = if doubts > 0 { cut.rest } else { Rect { height: 0, ..cut.rest } };
    Shape([tests, others, choices, doubts])
}
