//! Columns of numbers at the right of a row, each right-aligned in its own width.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::write::{Piece, put_right, width_of};

/// Lays words from the right edge of a row to the left.
#[derive(Debug)]
pub struct Columns {
    row: Rect,
}

impl Columns {
    /// Begins at the right edge of a row.
    pub const fn new(row: Rect) -> Self {
        Self { row }
    }

    /// Takes so many columns from the right for some words and writes them right-aligned.
    ///
    /// A figure that has no room is no part of itself, nor nothing: an ellipsis says so.
    pub fn put(&mut self, buffer: &mut Buffer, width: u16, piece: Piece<'_>) {
        let width = width.min(self.row.width);
        let own = Rect { x: self.row.right() - width, width, ..self.row };
        let words = if width_of(piece.0) > width { "…" } else { piece.0 };
        put_right(buffer, own, (words, piece.1));
        self.row.width -= width;
    }

    /// Leaves so many columns free.
    pub fn skip(&mut self, width: u16) {
        self.row.width = self.row.width.saturating_sub(width);
    }

    /// Writes words of their own width.
    pub fn put_own(&mut self, buffer: &mut Buffer, words: &str, style: Style) {
        self.put(buffer, width_of(words), (words, style));
    }

    /// What is left at the left.
    pub const fn rest(&self) -> Rect {
        self.row
    }
}
