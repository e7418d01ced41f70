//! The Councils screen.

use ratatui::layout::Position;

use super::layout::Frame;
use super::list::List;
use super::pen::{Pen, after, row_of};
use crate::app::{Area, Room, Spot, Work};

fn list(work: &Work, frame: &Frame) -> List {
    let own = &work.screens.councils;
    List { area: frame.panes, length: own.places(&work.session).len(), selected: own.place }
}

/// Draws the list of councils.
pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, frame: &Frame) {
    let focused = work.over.is_empty();
    let names = work.screens.councils.names(&work.session);
    pen.heading(row_of(frame.panes, 0), ("Councils", ""), focused);
    list(work, frame).draw(pen, focused, |pen, place, line| {
        pen.put(after(line, 1), &[(&names[place], pen.theme.text)]);
    });
}

/// What the mouse is over.
pub(super) fn spot(work: &Work, frame: &Frame, at: Position) -> Spot {
    list(work, frame).spot(Area::Pane(0), at)
}
