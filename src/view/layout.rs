//! Where everything stands, from the size alone: pure functions, so that tests can ask them.

use ratatui::layout::Rect;

use crate::app::explore::Pane;

/// How much room there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    /// Too little for a pane: one sentence.
    Tiny,
    /// One pane at a time.
    Single,
    /// All three panes, shortened.
    Narrow,
    /// All three panes.
    Wide,
}

/// Every area of the Explore screen; what there is no room for has no rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// How much room there is.
    pub size: Size,
    /// Where am I.
    pub title: Rect,
    /// The sentences.
    pub headline: Rect,
    /// The bar: names, bar, scale.
    pub bar: Rect,
    /// The names of the panes, where one is shown at a time.
    pub tabs: Rect,
    /// Everything between bar and message: what lies over the panes is drawn here.
    pub middle: Rect,
    /// Who is asked.
    pub tree: Rect,
    /// What decides it.
    pub levers: Rect,
    /// The programmes.
    pub programmes: Rect,
    /// What the signs mean.
    pub legend: Rect,
    /// In a sentence, or what just happened.
    pub message: Rect,
    /// The keys.
    pub keys: Rect,
}

/// The areas for a size; `alone` is the pane that stands alone where there is room for one, or that
/// was zoomed; `programmes` is how many there are.
pub fn shape(area: Rect, (alone, zoomed): (Pane, bool), programmes: usize) -> Shape {
    let size = match (area.width, area.height) {
        (0..40, _) | (_, 0..12) => Size::Tiny,
        (0..80, _) | (_, 0..24) => Size::Single,
        (0..100, _) | (_, 0..32) => Size::Narrow,
        _ => Size::Wide,
    };
    let inner = Rect { x: area.x + 1.min(area.width), width: area.width.saturating_sub(2), ..area };
    let mut cut = Cut { rest: inner };
    let nothing = Rect { height: 0, ..inner };
    let title = cut.top(1);
    let keys = cut.bottom(1);
    let message = cut.bottom(1);
    if size == Size::Wide {
        cut.top(1);
    }
    let headline = cut.top(match size {
        Size::Wide => 2,
        Size::Single => 1 + u16::from(area.height >= 16),
        Size::Narrow | Size::Tiny => 1,
    });
    if size == Size::Wide {
        cut.top(1);
    }
    let bar = cut.top(match size {
        Size::Wide => 3,
        Size::Narrow => 2,
        Size::Single | Size::Tiny => u16::from(area.height >= 16) * 2,
    });
    if size > Size::Single || area.height >= 18 {
        cut.top(1);
    }
    let middle = cut.rest;
    let tabs = if size == Size::Single { cut.top(1) } else { nothing };
    let mut shape = Shape {
        size,
        title,
        headline,
        bar,
        tabs,
        middle,
        tree: nothing,
        levers: nothing,
        programmes: nothing,
        legend: nothing,
        message,
        keys,
    };
    if size <= Size::Single || zoomed {
        *shape.pane_mut(alone) = cut.rest;
    } else {
        shape.panes(cut, programmes);
    }
    shape
}

/// What is left of an area while rows are cut off it.
struct Cut {
    rest: Rect,
}

impl Cut {
    fn top(&mut self, rows: u16) -> Rect {
        let rows = rows.min(self.rest.height);
        let cut = Rect { height: rows, ..self.rest };
        self.rest.y += rows;
        self.rest.height -= rows;
        cut
    }

    fn bottom(&mut self, rows: u16) -> Rect {
        let rows = rows.min(self.rest.height);
        self.rest.height -= rows;
        Rect { y: self.rest.y + self.rest.height, height: rows, ..self.rest }
    }
}

/// No more columns than these are good for “What decides it”.
const WIDEST: u16 = 76;

impl Shape {
    fn pane_mut(&mut self, pane: Pane) -> &mut Rect {
        match pane {
            Pane::Tree => &mut self.tree,
            Pane::Levers => &mut self.levers,
            Pane::Programmes => &mut self.programmes,
        }
    }

    /// The area of a pane.
    pub const fn pane(&self, pane: Pane) -> Rect {
        match pane {
            Pane::Tree => self.tree,
            Pane::Levers => self.levers,
            Pane::Programmes => self.programmes,
        }
    }

    /// Tree and levers side by side, programmes below them: at 24 rows three, taller screens first
    /// show all of them, then more of the tree.
    fn panes(&mut self, mut cut: Cut, programmes: usize) {
        if self.size == Size::Wide {
            self.legend = cut.bottom(1);
        }
        let blank = u16::from(self.size == Size::Wide);
        let rows = cut.rest.height.saturating_sub(2 + blank);
        let count = u16::try_from(programmes).unwrap_or(u16::MAX).max(3);
        let share = if self.size == Size::Wide { (rows * 2 / 7).min(8) } else { 3 };
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

    fn at(width: u16, height: u16) -> Shape {
        shape(Rect::new(0, 0, width, height), (Pane::Levers, false), 6)
    }

    #[test]
    fn the_design_size_is_laid_out_as_drawn() {
        let shape = at(120, 36);
        // Headings stand on rows 9 and 26 of 0 to 35; 15 rows below the first, 6 below the second.
        assert_eq!(shape.tree, Rect::new(1, 9, 54, 16));
        assert_eq!(shape.levers, Rect::new(58, 9, 61, 16));
        assert_eq!(shape.programmes, Rect::new(1, 26, 118, 7));
        assert_eq!((shape.legend.y, shape.message.y, shape.keys.y), (33, 34, 35));
    }

    #[test]
    fn eighty_by_twenty_four_keeps_all_three_panes() {
        let shape = at(80, 24);
        assert_eq!(shape.tree, Rect::new(1, 5, 36, 13));
        assert_eq!(shape.levers, Rect::new(40, 5, 39, 13));
        assert_eq!(shape.programmes, Rect::new(1, 18, 78, 4));
    }

    #[test]
    fn every_area_lies_inside_the_screen() {
        for width in 0..200 {
            for height in 0..60 {
                let screen = Rect::new(0, 0, width, height);
                let shape = at(width, height);
                for area in [shape.tree, shape.levers, shape.programmes, shape.keys, shape.bar] {
                    assert!(area.is_empty() || screen.intersection(area) == area);
                }
            }
        }
    }
}
