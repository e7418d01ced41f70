//! How far apart the burdens are: figures before and now, below them the Lorenz curve as a chart or
//! as a table.

use ratatui::layout::{Position, Rect};

use super::{Widths, curve};
use crate::app::fairness::{Board, Pane, PointRow, SpreadRow};
use crate::app::{Area, Spot, Work};
use crate::view::list::List;
use crate::view::pen::{Pen, after, row_of};
use crate::view::widgets::{Columns, width_of};

/// Where the figures and the curve stand, and which row is selected.
struct Shape {
    figures: List,
    /// The points, where the curve is a table; else the place of the chart.
    curve: List,
    /// Whether the selected row is one of the points.
    in_table: bool,
}

fn shape(work: &Work, (rows, points): (usize, usize), area: Rect) -> Shape {
    let row = work.screens.fairness.row(Pane::Spread).min((rows + points).saturating_sub(1));
    let in_table = row >= rows && points > 0;
    let wanted = u16::try_from(rows + 1).unwrap_or(u16::MAX);
    let blank = u16::from(area.height >= wanted.saturating_add(9));
    // A table needs its head and a row at least.
    let kept = if points > 0 { 3 } else { 0 };
    let height = wanted.min(area.height.saturating_sub(kept)).max(area.height.min(2));
    let below = (height + blank).min(area.height);
    let rest = Rect { y: area.y + below, height: area.height - below, ..area };
    let last = |length: usize| length.saturating_sub(1);
    Shape {
        figures: List {
            area: Rect { height, ..area },
            length: rows,
            selected: row.min(last(rows)),
        },
        curve: List {
            area: rest,
            length: points,
            selected: row.saturating_sub(rows).min(last(points)),
        },
        in_table,
    }
}

pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, (board, area): (Option<&Board>, Rect)) {
    let own = &work.screens.fairness;
    let focused = own.focus == Pane::Spread && work.over.is_empty();
    let changed = work.session.is_changed();
    let widths = Widths::new(area.width, changed);
    let heads = match (changed, widths.other) {
        (false, _) => String::new(),
        (true, 0) => "now   change".to_owned(),
        (true, _) => {
            let bar = " ".repeat(usize::from(widths.bar));
            let now = usize::from(widths.now);
            format!("before{:>now$}{:>2$}{bar}", "now", "change", usize::from(widths.change))
        }
    };
    pen.heading(row_of(area, 0), ("How far apart", &heads), focused);
    let (rows, points) = (own.spread(&work.session), own.points(&work.session));
    let shape = shape(work, (rows.len(), points.len()), area);
    shape.figures.draw(pen, focused && !shape.in_table, |pen, place, line| {
        figure(pen, &rows[place], (line, widths));
    });
    let Some(board) = board else { return };
    if own.as_table {
        table(pen, &points, (&shape, focused, board, work));
    } else if let Ok(now) = &board.now {
        let before = board.before.as_ref().ok().filter(|_| changed);
        let counted = board.measure(&work.session).map_or("", |measure| &measure.words);
        curve::draw(pen, (now, before), (shape.curve.area, counted));
    }
}

pub(super) fn spot(work: &Work, area: Rect, at: Position) -> Spot {
    let own = &work.screens.fairness;
    let (rows, points) = (own.spread(&work.session).len(), own.points(&work.session).len());
    let shape = shape(work, (rows, points), area);
    if points == 0 || shape.figures.area.contains(at) {
        return shape.figures.spot(Area::Pane(3), at);
    }
    match shape.curve.spot(Area::Pane(3), at) {
        Spot::Row(pane, row) => Spot::Row(pane, rows + row),
        other => other,
    }
}

fn figure(pen: &mut Pen<'_>, row: &SpreadRow, (line, widths): (Rect, Widths)) {
    let mut columns = Columns::new(line);
    let text = pen.theme.text;
    if widths.change > 0 {
        columns.skip(widths.bar);
        columns.put(pen.buffer, widths.change, (&row.change, text));
        columns.put(pen.buffer, widths.now, (&row.now, pen.theme.strong));
        if widths.other > 0 {
            columns.put(pen.buffer, widths.other, (&row.before, pen.theme.second));
        }
    } else {
        let right = columns.rest();
        columns.skip(widths.bar);
        let room = Rect { x: columns.rest().right(), width: widths.bar, ..right };
        if width_of(&row.brief) < room.width {
            pen.put(after(room, 1), &[(&row.brief, pen.theme.faint)]);
        }
        columns.put(pen.buffer, widths.now, (&row.now, pen.theme.strong));
    }
    let rest = after(columns.rest(), 1);
    let gap = if row.whose.0.is_empty() { "" } else { "  " };
    let room = rest.width.saturating_sub(width_of(&row.label) + width_of(gap) + 1);
    let whose = crate::view::explore_name((&row.whose.0, &row.whose.1), room);
    pen.put(rest, &[(&row.label, text), (gap, text), (&whose, pen.theme.second)]);
}

/// The points of the curve, the lowest burden first.
fn table(
    pen: &mut Pen<'_>,
    points: &[PointRow],
    (shape, focused, board, work): (&Shape, bool, &Board, &Work),
) {
    let list = &shape.curve;
    let counted = board.measure(&work.session).map_or("", |measure| &measure.words);
    let was = points.iter().any(|point| point.before.is_some());
    let narrow = list.area.width < 58;
    let heads = match (narrow, was) {
        (true, true) => "% so far   was  bear".to_owned(),
        (true, false) => "% so far  bear".to_owned(),
        (false, true) => format!("% of {counted}   bore %   bear %"),
        (false, false) => format!("% of {counted}   bear %"),
    };
    let title = if narrow { "Lorenz" } else { "Lorenz curve, up to" };
    pen.heading(row_of(list.area, 0), (title, &heads), focused && shape.in_table);
    let width = if narrow { 6 } else { 9 };
    list.draw(pen, focused && shape.in_table, |pen, place, line| {
        let point = &points[place];
        let mut columns = Columns::new(line);
        columns.put(pen.buffer, width, (&point.asks, pen.theme.strong));
        if was {
            let before = point.before.as_deref().unwrap_or("[z]");
            columns.put(pen.buffer, width, (before, pen.theme.second));
        }
        columns.put(pen.buffer, width, (&point.sizes, pen.theme.text));
        let rest = after(columns.rest(), 1);
        let names = (point.names.0.as_str(), point.names.1.as_str());
        let name = crate::view::explore_name(names, rest.width.saturating_sub(1));
        pen.put(rest, &[(&name, pen.theme.text)]);
    });
}
