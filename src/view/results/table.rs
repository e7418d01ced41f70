//! Pools, systems and bodies with target, result, distance and support; the distance also as a line
//! with the target in its middle.

use ratatui::layout::{Position, Rect};

use super::columns::{Column, LINE, cell, fitting};
use crate::app::results::{Pane, ResultRow};
use crate::app::{Area, Spot, Work};
use crate::format::{self, Minus};
use crate::money::Pence;
use crate::view::list::List;
use crate::view::pen::{Pen, after, row_of};
use crate::view::widgets::{Columns, width_of};

pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, area: Rect) {
    let own = &work.screens.results;
    let focused = own.focus == Pane::Table && work.over.is_empty();
    let columns =
        fitting(area.width, (work.session.is_changed(), !work.session.now().supports.is_empty()));
    let head = |(_, head, width): &(Column, &str, u16)| {
        let width = usize::from(*width);
        format!("{}{head}", " ".repeat(width.saturating_sub(format::width(head))))
    };
    let heads: String = columns.iter().map(head).collect();
    let title = if area.width < 60 { "Results" } else { "Results, £m" };
    pen.heading(row_of(area, 0), (title, heads.trim_start()), focused);
    let rows = own.table(&work.session);
    let list = list(work, &rows, area);
    if rows.is_empty() {
        pen.put(after(row_of(list.body(), 0), 1), &[("None differs.", pen.theme.second)]);
    }
    let scale = scale(&rows);
    list.draw(pen, focused, |pen, place, line| {
        let row = &rows[place];
        let mut places = Columns::new(line);
        for (column, _, width) in columns.iter().rev() {
            if *column == Column::Line {
                let rest = places.rest();
                let place = Rect { x: rest.right().saturating_sub(*width), width: *width, ..rest };
                number_line(pen, row, (place.intersection(rest), scale));
                places.skip(*width);
            } else {
                let (words, style) = cell(pen, row, *column);
                places.put(pen.buffer, *width, (&words, style));
            }
        }
        name(pen, row, (places.rest(), place == list.selected));
    });
}

pub(super) fn spot(work: &Work, area: Rect, at: Position) -> Spot {
    let rows = work.screens.results.table(&work.session);
    list(work, &rows, area).spot(Area::Pane(0), at)
}

fn list(work: &Work, rows: &[ResultRow], area: Rect) -> List {
    List { area, length: rows.len(), selected: work.screens.results.selected(rows) }
}

fn name(pen: &mut Pen<'_>, row: &ResultRow, (room, selected): (Rect, bool)) {
    let strong = row.is_pool || selected;
    let style = if strong { pen.theme.strong } else { pen.theme.text };
    let mark = match row.open {
        Some(true) => "▾",
        Some(false) => "▸",
        None => " ",
    };
    let place = after(room, 1 + 2 * row.depth.min(room.width / 8));
    let room = place.width.saturating_sub(2);
    let name = crate::view::explore_name((&row.names.0, &row.names.1), room);
    pen.put(place, &[(mark, pen.theme.faint), (&name, style)]);
}

/// The largest distance of a system or body: half of the line.
fn scale(rows: &[ResultRow]) -> Pence {
    let own = rows.iter().filter(|row| !row.is_pool).filter_map(|row| row.margin.now);
    own.map(Pence::abs).max().unwrap_or_default()
}

/// The target in the middle, the result at its side: at the left short, at the right above. Where
/// no target is known, what is known against the control total stands there in words.
fn number_line(pen: &mut Pen<'_>, row: &ResultRow, (place, scale): (Rect, Pence)) {
    let half = LINE / 2 - 1;
    let middle = place.x + 1 + half;
    if place.width < LINE {
        return;
    }
    let Some(margin) = row.margin.now.filter(|_| !row.is_pool) else {
        return beside(pen, row, place);
    };
    let columns = margin.abs().times_half_up(i64::from(half), scale.get());
    let columns = u16::try_from(columns.get()).unwrap_or(half);
    // A penny is seen as well: it decides.
    let columns = columns.clamp(u16::from(!margin.is_zero()), half);
    let (first, sign, style) = match margin < Pence::ZERO {
        true => (middle - columns, "▓", pen.theme.stop),
        false => (middle + 1, "█", pen.theme.better),
    };
    let bar = Rect { x: first, width: columns, ..place };
    pen.put(bar, &[(&sign.repeat(usize::from(columns)), style)]);
    pen.put(Rect { x: middle, width: 1, ..place }, &[("│", pen.theme.faint)]);
}

fn beside(pen: &mut Pen<'_>, row: &ResultRow, place: Rect) {
    let Some(against) = row.against.now else { return };
    let column = |amount: Pence| format::column_of_changes(amount, 3, Minus::Sign);
    // Of what nobody described it is not known whether it was found: the result is a range.
    let amount = match row.at_most {
        Some(most) => format!("{}–{}", column(against), format::column(most, 3, Minus::Sign)),
        None => column(against),
    };
    let long = format!("{amount} against total");
    let short = format!("{amount} on total");
    let words = [long, short].into_iter().find(|words| width_of(words) <= place.width);
    let words = words.unwrap_or(amount);
    pen.put_right(place, (&words, pen.theme.second));
}
