//! A screen without a terminal: drawn into cells, for pictures of it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::draw::render;
use super::theme::{Depth, Theme};
use crate::app::App;

/// The program as it stands, in the size that it was told, in all its colours.
pub fn picture(app: &App) -> Buffer {
    let (columns, rows) = app.size();
    let area = Rect::new(0, 0, columns, rows);
    let mut buffer = Buffer::empty(area);
    render(app, &Theme::new(app.look(), Depth::True), area, &mut buffer);
    buffer
}
