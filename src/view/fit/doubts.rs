//! What one share alone would have said, and how far to trust the answer; wrapped to the width.

use ratatui::layout::{Position, Rect};

use crate::app::fit::{Board, Pane};
use crate::app::{Area, Spot, Work};
use crate::format;
use crate::view::list::List;
use crate::view::pen::{Pen, after, row_of};
use crate::view::widgets::{fit, width_of};

/// A line, the doubt that it belongs to, and whether it begins it.
struct Line {
    words: String,
    doubt: usize,
    begins: bool,
}

/// Both, as many lines as each takes.
pub(super) struct Doubts {
    title: String,
    heads: String,
    alone: Vec<String>,
    lines: Vec<Line>,
    doubt: usize,
}

impl Doubts {
    pub(super) fn new(work: &Work, board: &Board, width: u16) -> Self {
        let session = &work.session;
        let room = usize::from(width.saturating_sub(5)).max(10);
        let trust = board.fit().map(|fit| fit.trust(session.now())).unwrap_or_default();
        let mut lines = Vec::new();
        for (doubt, words) in trust.iter().enumerate() {
            for (at, words) in format::wrapped(words, room).into_iter().enumerate() {
                lines.push(Line { words, doubt, begins: at == 0 });
            }
        }
        let doubt = work.screens.fit.doubt.min(trust.len().saturating_sub(1));
        let alone = match board.fit() {
            Some(_) => format::wrapped(&board.alone_words(session, width < 98), room),
            None => Vec::new(),
        };
        let (title, heads) = (board.alone_title(session), board.alone_heads());
        Self { title, heads, alone, lines, doubt }
    }

    /// How many rows the share alone takes, its heading counted.
    pub(super) fn alone_rows(&self) -> u16 {
        if self.alone.is_empty() { 0 } else { u16::try_from(self.alone.len() + 1).unwrap_or(3) }
    }

    pub(super) fn draw_alone(&self, pen: &mut Pen<'_>, area: Rect) {
        if self.alone.is_empty() {
            return;
        }
        let room = area.width.saturating_sub(width_of(&self.title) + 2);
        pen.heading(row_of(area, 0), (&self.title, &fit(&self.heads, room)), false);
        for (at, words) in (1..).zip(&self.alone) {
            let sign = if at == 1 { "⚠ " } else { "  " };
            let pieces = [(sign, pen.theme.warning), (words.as_str(), pen.theme.text)];
            pen.put(after(row_of(area, at), 2), &pieces);
        }
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, area: Rect, focused: bool) {
        if self.lines.is_empty() {
            return;
        }
        pen.heading(row_of(area, 0), ("How far to trust it", ""), focused);
        let list = self.list(area);
        if focused {
            list.draw(pen, true, |pen, at, line| self.line(pen, at, line));
            return;
        }
        // Without the focus nothing is selected: the gravest doubts stand first.
        let body = list.body();
        let seen = self.lines.len().min(usize::from(body.height));
        for at in 0..seen {
            let line = row_of(body, u16::try_from(at).unwrap_or(u16::MAX));
            if at + 1 == seen && seen < self.lines.len() {
                let more = format!("{} more lines: Tab ↓", self.lines.len() - seen + 1);
                pen.put_right(line, (&more, pen.theme.faint));
            } else {
                self.line(pen, at, line);
            }
        }
    }

    fn line(&self, pen: &mut Pen<'_>, at: usize, line: Rect) {
        let own = &self.lines[at];
        let dot = if own.begins { "· " } else { "  " };
        pen.put(after(line, 2), &[(dot, pen.theme.second), (&own.words, pen.theme.text)]);
    }

    pub(super) fn spot(&self, area: Rect, at: Position) -> Spot {
        match self.list(area).spot(Area::Pane(Pane::Doubts as usize), at) {
            Spot::Row(area, line) => Spot::Row(area, self.lines[line].doubt),
            other => other,
        }
    }

    fn list(&self, area: Rect) -> List {
        let selected = self.lines.iter().position(|line| line.doubt == self.doubt).unwrap_or(0);
        List { area, length: self.lines.len(), selected }
    }
}
