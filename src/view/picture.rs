//! A screen without a terminal: drawn into cells, for pictures of it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::draw::render;
use super::theme::{Shown, Theme};
use crate::app::App;

/// The program as it stands, in the size that it was told, on a terminal that shows so much.
pub fn picture(app: &App, shown: Shown) -> Buffer {
    let (columns, rows) = app.size();
    let area = Rect::new(0, 0, columns, rows);
    let mut buffer = Buffer::empty(area);
    render(app, &Theme::on(app.look(), shown), area, &mut buffer);
    buffer
}
