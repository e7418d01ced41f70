//! Where everything stands that every screen has, from the size alone: pure functions, so that tests
//! can ask them. Where a screen's own panes stand is in its own file.

use ratatui::layout::Rect;

/// How much room there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Size {
    /// Too little for a pane: one sentence.
    Tiny,
    /// One pane at a time.
    Single,
    /// All panes, shortened.
    Narrow,
    /// All panes.
    Wide,
}

/// What stands above the panes of a screen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Above {
    /// Rows for sentences, where there is room.
    pub(super) sentences: u16,
    /// Whether there is the bar of the pool.
    pub(super) bar: bool,
}

/// Every area around the panes; what there is no room for has no rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    /// How much room there is.
    pub(super) size: Size,
    /// Where am I.
    pub(super) title: Rect,
    /// The sentences.
    pub(super) headline: Rect,
    /// The bar: names, bar, scale.
    pub(super) bar: Rect,
    /// The names of the panes, where one is shown at a time.
    pub(super) tabs: Rect,
    /// Everything down to the message: what lies over the panes is drawn here.
    pub(super) middle: Rect,
    /// The panes.
    pub(super) panes: Rect,
    /// In a sentence, or what just happened.
    pub(super) message: Rect,
    /// The keys.
    pub(super) keys: Rect,
}

/// The areas for a size.
pub(super) fn frame(area: Rect, above: Above) -> Frame {
    let size = match (area.width, area.height) {
        (0..40, _) | (_, 0..12) => Size::Tiny,
        (0..80, _) | (_, 0..24) => Size::Single,
        (0..100, _) | (_, 0..32) => Size::Narrow,
        _ => Size::Wide,
    };
    let inner = Rect { x: area.x + 1.min(area.width), width: area.width.saturating_sub(2), ..area };
    let mut cut = Cut { rest: inner };
    let title = cut.top(1);
    let keys = cut.bottom(1);
    let message = cut.bottom(1);
    if size == Size::Wide {
        cut.top(1);
    }
    let headline = cut.top(match size {
        Size::Wide => above.sentences,
        Size::Single => 1 + u16::from(area.height >= 16),
        Size::Narrow | Size::Tiny => 1,
    });
    if size == Size::Wide && above.bar {
        cut.top(1);
    }
    let bar = cut.top(match size {
        _ if !above.bar => 0,
        Size::Wide => 3,
        Size::Narrow => 2,
        Size::Single | Size::Tiny => u16::from(area.height >= 16) * 2,
    });
    let blank = match size {
        Size::Wide => true,
        Size::Narrow => above.bar,
        Size::Single | Size::Tiny => area.height >= 18,
    };
    cut.top(u16::from(blank));
    let middle = cut.rest;
    let tabs = cut.top(u16::from(size == Size::Single));
    Frame { size, title, headline, bar, tabs, middle, panes: cut.rest, message, keys }
}

/// What is left of an area while rows are cut off it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cut {
    /// What is left.
    pub(super) rest: Rect,
}

impl Cut {
    /// Cuts rows off the top, as far as there are some.
    pub(super) fn top(&mut self, rows: u16) -> Rect {
        let rows = rows.min(self.rest.height);
        let cut = Rect { height: rows, ..self.rest };
        self.rest.y += rows;
        self.rest.height -= rows;
        cut
    }

    /// Cuts rows off the bottom.
    pub(super) fn bottom(&mut self, rows: u16) -> Rect {
        let rows = rows.min(self.rest.height);
        self.rest.height -= rows;
        Rect { y: self.rest.y + self.rest.height, height: rows, ..self.rest }
    }
}
