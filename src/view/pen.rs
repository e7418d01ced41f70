//! What a view draws with: the cells, the theme, and where the hardware cursor ends up.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use super::theme::Theme;
use super::widgets::{self, Piece};
use crate::app::{Line, Tone};

/// Cells, theme, cursor.
#[derive(Debug)]
pub struct Pen<'a> {
    /// The cells.
    pub buffer: &'a mut Buffer,
    /// The theme.
    pub theme: Theme,
    /// Where the hardware cursor is put.
    pub cursor: Option<Position>,
}

impl Pen<'_> {
    /// The style of a tone.
    pub fn style(&self, tone: Tone) -> Style {
        match tone {
            Tone::Text => self.theme.text,
            Tone::Second => self.theme.second,
            Tone::Faint => self.theme.faint,
            Tone::Strong => self.theme.strong,
            Tone::Yours => self.theme.yours,
            Tone::Worse => self.theme.worse,
            Tone::Better => self.theme.better,
            Tone::Changed => self.theme.changed,
            Tone::Warning => self.theme.warning,
            Tone::Stop => self.theme.stop,
        }
    }

    /// Writes pieces at the left of an area; answers how many columns they took.
    pub fn put(&mut self, area: Rect, pieces: &[Piece<'_>]) -> u16 {
        widgets::put(self.buffer, area, pieces)
    }

    /// Writes words at the right edge of an area.
    pub fn put_right(&mut self, area: Rect, piece: Piece<'_>) {
        widgets::put_right(self.buffer, area, piece);
    }

    /// Writes a line with its tones.
    pub fn line(&mut self, area: Rect, line: &Line) -> u16 {
        let pieces: Vec<Piece<'_>> =
            line.pieces().iter().map(|(words, tone)| (words.as_str(), self.style(*tone))).collect();
        self.put(area, &pieces)
    }

    /// Draws a heading; a focused one in the accent.
    pub fn heading(&mut self, area: Rect, (title, heads): (&str, &str), focused: bool) {
        let style = if focused { self.theme.accent } else { self.theme.strong };
        widgets::heading(self.buffer, area, (title, style), (heads, self.theme.second));
    }

    /// Marks the selected row: tinted, and with the focus a bar in front and the cursor on it.
    pub fn select(&mut self, row: Rect, focused: bool) {
        let row = row.intersection(self.buffer.area);
        if row.is_empty() {
            return;
        }
        self.buffer.set_style(row, if focused { self.theme.held } else { self.theme.tint });
        if focused {
            // Where the row is reversed, the bar in front of it would vanish with it.
            let bar = self.theme.accent.remove_modifier(Modifier::REVERSED);
            widgets::put(self.buffer, Rect { width: 1, ..row }, &[("▌", bar)]);
            self.cursor = Some(row.as_position());
        } else if self.theme.tint == Style::new() {
            // Without colour the selected row of another pane still has a mark.
            widgets::put(self.buffer, Rect { width: 1, ..row }, &[("▏", self.theme.text)]);
        }
    }

    /// The style with bold.
    pub fn bold(style: Style) -> Style {
        style.add_modifier(Modifier::BOLD)
    }
}

/// The row so many rows below the top of an area; empty if it lies outside.
pub(super) fn row_of(area: Rect, at: u16) -> Rect {
    if at >= area.height {
        return Rect { height: 0, ..area };
    }
    Rect { y: area.y + at, height: 1, ..area }
}

/// A part of a row: so many columns from its left.
pub(super) fn left_of(row: Rect, columns: u16) -> Rect {
    Rect { width: columns.min(row.width), ..row }
}

/// The rest of a row, after so many columns.
pub(super) fn after(row: Rect, columns: u16) -> Rect {
    let columns = columns.min(row.width);
    Rect { x: row.x + columns, width: row.width - columns, ..row }
}
