//! How sure this is: what the file doubts and what it assumes, wrapped to the width.

use ratatui::layout::{Position, Rect};

use super::Place;
use crate::app::sign_up::{Board, Pane};
use crate::app::{Area, Session, Spot, Work};
use crate::format;
use crate::view::list::List;
use crate::view::pen::{Pen, after, row_of};

/// A line, the doubt that it belongs to, and whether it begins it.
pub(super) struct Line {
    words: String,
    doubt: usize,
    begins: bool,
}

pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, board: &Board, place: Place) {
    let area = place.area;
    pen.heading(row_of(area, 0), ("How sure is this", ""), place.focused);
    let lines = lines(board, &work.session, area.width);
    if lines.is_empty() {
        let words = "The file states no doubt about it, and assumes nothing here.";
        pen.put(after(row_of(area, 1), 3), &[(words, pen.theme.second)]);
        return;
    }
    let list = list(work, &lines, area);
    list.draw(pen, place.focused, |pen, at, line| {
        let own = &lines[at];
        let dot = if own.begins { "· " } else { "  " };
        pen.put(after(line, 2), &[(dot, pen.theme.second), (&own.words, pen.theme.text)]);
    });
}

pub(super) fn spot(work: &Work, board: &Board, area: Rect, at: Position) -> Spot {
    let lines = lines(board, &work.session, area.width);
    match list(work, &lines, area).spot(Area::Pane(Pane::Doubts as usize), at) {
        Spot::Row(area, line) => Spot::Row(area, lines[line].doubt),
        other => other,
    }
}

/// The doubts, as many lines as each takes.
pub(super) fn lines(board: &Board, session: &Session, width: u16) -> Vec<Line> {
    let room = usize::from(width.saturating_sub(5)).max(10);
    let mut lines = Vec::new();
    for (doubt, words) in board.doubts(session).iter().enumerate() {
        for (at, words) in format::wrapped(words, room).into_iter().enumerate() {
            lines.push(Line { words, doubt, begins: at == 0 });
        }
    }
    lines
}

fn list(work: &Work, lines: &[Line], area: Rect) -> List {
    let last = lines.last().map_or(0, |line| line.doubt + 1);
    let doubt = work.screens.sign_up.row(Pane::Doubts, last);
    let selected = lines.iter().position(|line| line.doubt == doubt).unwrap_or(0);
    List { area, length: lines.len(), selected }
}
