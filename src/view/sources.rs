//! The Sources screen: one list of all figures.

use ratatui::layout::{Position, Rect};

use super::card::{Grid, figure};
use super::layout::Frame;
use super::list::List;
use super::pen::{Pen, after, row_of};
use super::widgets::fit;
use crate::app::sources::{SourceRow, Sources};
use crate::app::{Area, Spot, Work};

/// Draws the list.
pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, frame: &Frame) {
    let own = &work.screens.sources;
    let focused = work.over.is_empty();
    let grid = Grid::of(frame.panes.width);
    let title = match own.only_changed {
        true => "What was changed".to_owned(),
        false => format!("Figures, {}", own.order.words()),
    };
    pen.heading(row_of(frame.panes, 0), (&title, &grid.heads()), focused);
    let rows = own.rows(&work.session);
    let list = list(own, &rows, frame.panes);
    if rows.is_empty() {
        pen.put(after(row_of(list.body(), 0), 1), &[("Nothing was changed.", pen.theme.second)]);
    }
    list.draw(pen, focused, |pen, place, line| match &rows[place] {
        SourceRow::Head(words) => {
            let words = fit(words, line.width.saturating_sub(1));
            pen.put(after(line, 1), &[(&words, pen.theme.strong)]);
        }
        SourceRow::Figure(own) => {
            figure(pen, &Sources::card_row(&work.session, own), (line, grid));
        }
    });
}

/// What the mouse is over.
pub(super) fn spot(work: &Work, frame: &Frame, at: Position) -> Spot {
    let own = &work.screens.sources;
    let rows = own.rows(&work.session);
    match list(own, &rows, frame.panes).spot(Area::Pane(0), at) {
        Spot::Row(pane, line) if matches!(rows[line], SourceRow::Head(_)) => Spot::List(pane),
        Spot::Row(pane, line) => {
            let figure = |row: &&SourceRow<'_>| matches!(row, SourceRow::Figure(_));
            Spot::Row(pane, rows[..line].iter().filter(figure).count())
        }
        other => other,
    }
}

fn list(own: &Sources, rows: &[SourceRow<'_>], area: Rect) -> List {
    let path = |row: &SourceRow<'_>| match row {
        SourceRow::Figure(figure) => Some(&figure.path) == own.selected.as_ref(),
        SourceRow::Head(_) => false,
    };
    let first = || rows.iter().position(|row| matches!(row, SourceRow::Figure(_)));
    let selected = rows.iter().position(path).or_else(first).unwrap_or(0);
    List { area, length: rows.len(), selected }
}
