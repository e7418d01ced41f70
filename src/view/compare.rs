//! The Compare screen: one table, a column for each side; what stands in a column beside the change
//! from the baseline.

mod cells;
mod shape;

use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;

use super::layout::{Frame, Size};
use super::list::List;
use super::pen::{Pen, after, left_of, row_of};
use super::widgets::{fit, put_right, visible_rows, width_of};
use crate::app::compare::{CompareRow, What};
use crate::app::{Area, Spot, Work};
use shape::{Shape, shape};

/// Draws the table.
pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, frame: &Frame) {
    let own = &work.screens.compare;
    let rows = own.rows(&work.session);
    let lines = lines(&rows, frame);
    let list = list(work, (&rows, &lines), frame.panes);
    let focused = work.over.is_empty();
    let shape = shape(work, frame);
    let first = visible_rows(list.length, list.selected, list.body().height).start;
    heading(pen, work, (frame.panes, &shape), title(&rows, &lines, first));
    list.draw(pen, focused, |pen, place, line| {
        let Some(row) = lines[place].map(|at| &rows[at]) else { return };
        match row.what {
            What::Head => pen.heading(line, (&row.label.0, ""), false),
            What::Note => {
                pen.put(after(line, 1), &[(&row.label.0, pen.theme.second)]);
            }
            What::Input(_) | What::Outcome(_) => {
                cells::draw(pen, work, (row, place == list.selected), (line, &shape));
            }
        }
    });
}

/// What the mouse is over: the row, in the column that it points at.
pub(super) fn spot(work: &Work, frame: &Frame, at: Position) -> Spot {
    let rows = work.screens.compare.rows(&work.session);
    let lines = lines(&rows, frame);
    let shape = shape(work, frame);
    let pointed = shape.columns.iter().find(|column| {
        (column.x..column.x + column.width).contains(&at.x.saturating_sub(frame.panes.x))
    });
    let column = pointed.map_or(work.screens.compare.column, |column| column.side);
    match list(work, (&rows, &lines), frame.panes).spot(Area::Pane(column), at) {
        Spot::Row(area, line) => match lines[line] {
            Some(row) => Spot::Row(area, row),
            None => Spot::List(area),
        },
        other => other,
    }
}

/// The rows as lines; with room for all of them, a blank one before each part. The first part's heading
/// stands above the list and stays there.
fn lines(rows: &[CompareRow], frame: &Frame) -> Vec<Option<usize>> {
    let heads = rows.iter().filter(|row| row.what == What::Head).count();
    let roomy =
        frame.size == Size::Wide && rows.len() + heads <= usize::from(frame.panes.height) + 1;
    let mut lines = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let is_head = row.what == What::Head;
        if is_head && at == 0 {
            continue;
        }
        if is_head && roomy {
            lines.push(None);
        }
        lines.push(Some(at));
    }
    lines
}

fn list(work: &Work, (rows, lines): (&[CompareRow], &[Option<usize>]), area: Rect) -> List {
    let selected = work.screens.compare.selected(rows);
    let selected = lines.iter().position(|line| *line == Some(selected)).unwrap_or(0);
    List { area, length: lines.len(), selected }
}

/// The heading of the part that the first line seen belongs to.
fn title<'r>(rows: &'r [CompareRow], lines: &[Option<usize>], first: usize) -> &'r str {
    let seen = lines.get(first).copied().flatten().unwrap_or(0);
    let mut heads = rows[..=seen.min(rows.len().saturating_sub(1))].iter().rev();
    heads.find(|row| row.what == What::Head).map_or("", |row| &row.label.0)
}

/// The heading, with the sides over their columns.
fn heading(pen: &mut Pen<'_>, work: &Work, (area, shape): (Rect, &Shape), title: &str) {
    let own = &work.screens.compare;
    let row = row_of(area, 0);
    let more = match (shape.before, shape.behind) {
        (None, None) => String::new(),
        (Some(before), None) => format!(" ←{before}"),
        (None, Some(behind)) => format!(" {behind}→"),
        (Some(before), Some(behind)) => format!(" ←{before} {behind}→"),
    };
    let room = shape.label.saturating_sub(width_of(&more) + 1);
    let words = format!("{}{more}", fit(title, room));
    pen.heading(row, (&words, ""), work.over.is_empty());
    let names = own.names(&work.session);
    for column in &shape.columns {
        let letter = crate::analysis::compare::LETTERS[column.side];
        let (long, short) = &names[column.side];
        let room = column.width.saturating_sub(1);
        let name = if width_of(long) + 2 <= room { long } else { short };
        let name = fit(&format!("{letter} {name}"), room);
        let style = match column.side == own.column {
            true => pen.theme.accent,
            false => pen.theme.second,
        };
        let place = left_of(after(row, column.x), room);
        put_right(pen.buffer, place, (&name, style.add_modifier(Modifier::UNDERLINED)));
    }
}
