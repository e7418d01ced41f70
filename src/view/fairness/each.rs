//! The children of the split: what each is asked for, its burden, and a bar to one scale.

use ratatui::layout::{Position, Rect};

use super::{Widths, head};
use crate::app::explore::change_sign;
use crate::app::fairness::{Board, Compared, EachRow, Pane};
use crate::app::{Area, Spot, Tone, Work};
use crate::format::{self, Minus};
use crate::model::Measure;
use crate::money::Pence;
use crate::report::burden_figure;
use crate::view::list::List;
use crate::view::pen::{Pen, after, row_of};
use crate::view::widgets::{Columns, width_of};

pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, (board, area): (Option<&Board>, Rect)) {
    let own = &work.screens.fairness;
    let focused = own.focus == Pane::Each && work.over.is_empty();
    let changed = work.session.is_changed();
    let mut widths = Widths::new(area.width, changed);
    if board.is_none_or(|board| board.now.is_err()) {
        // Without burdens there are no bars: names have the room.
        widths.bar = 0;
    }
    let unit = board.map_or("", |board| head(board, work));
    let heads = match changed {
        true => [("before", widths.other), ("now", widths.now), ("change", widths.change)],
        false => [("ask £m", widths.other), (unit, widths.now), ("", 0)],
    };
    let column = |(words, width): (&str, u16)| match width {
        0 => String::new(),
        width => {
            format!("{}{words}", " ".repeat(usize::from(width.saturating_sub(width_of(words)))))
        }
    };
    let heads: String = heads.map(column).concat() + &" ".repeat(usize::from(widths.bar));
    let title = if changed { format!("Who bears it, {unit}") } else { "Who bears it".to_owned() };
    pen.heading(row_of(area, 0), (&title, heads.trim_start()), focused);
    let rows = own.each(&work.session);
    let list = list(work, &rows, area);
    let measure = board.and_then(|board| board.measure(&work.session));
    let most = most(&rows);
    // From £1,000m on three decimals have no room; then no row has them.
    let large = rows.iter().any(|row| row.ask.now >= Some(Pence::pounds(1_000_000_000)));
    let decimals = if large { 1 } else { 3 };
    list.draw(pen, focused, |pen, place, line| {
        let row = &rows[place];
        let mut columns = Columns::new(line);
        bar(pen, row, (&mut columns, widths.bar, most));
        if row.role.is_none() {
            figures(pen, row, (&mut columns, widths, (measure, decimals)));
        } else {
            columns.skip(widths.change);
            columns.put(pen.buffer, widths.now, ("[z]", pen.theme.faint));
        }
        name(pen, row, (columns.rest(), place == list.selected));
    });
}

pub(super) fn spot(work: &Work, area: Rect, at: Position) -> Spot {
    let rows = work.screens.fairness.each(&work.session);
    list(work, &rows, area).spot(Area::Pane(2), at)
}

fn list(work: &Work, rows: &[EachRow], area: Rect) -> List {
    let last = rows.len().saturating_sub(1);
    let selected = work.screens.fairness.row(Pane::Each).min(last);
    List { area, length: rows.len(), selected }
}

/// The highest burden of all rows, before and now: bars have one scale, and it does not jump.
fn most(rows: &[EachRow]) -> Option<(i128, i128)> {
    let all = rows.iter().flat_map(|row| [row.burden.before, row.burden.now]).flatten();
    all.reduce(|a, b| {
        let above = a.0.saturating_mul(b.1) >= b.0.saturating_mul(a.1);
        if above { a } else { b }
    })
}

fn bar(
    pen: &mut Pen<'_>,
    row: &EachRow,
    (columns, width, most): (&mut Columns, u16, Option<(i128, i128)>),
) {
    let right = columns.rest();
    columns.skip(width);
    let (Some(own), Some(most)) = (row.burden.now, most.filter(|most| most.0 > 0)) else { return };
    let room = i128::from(width.saturating_sub(2));
    // own ÷ most of the room, rounded half up.
    let (above, below) = (own.0.saturating_mul(most.1), own.1.saturating_mul(most.0));
    let twice = above.saturating_mul(2 * room).saturating_add(below);
    let length = u16::try_from(twice / below.saturating_mul(2).max(1)).unwrap_or(0).min(width);
    let first = right.right().saturating_sub(width) + 1;
    let place = Rect { x: first, width: length, ..right }.intersection(right);
    let (sign, style) = if row.is_sum { ("░", pen.theme.second) } else { ("▆", pen.theme.bar) };
    pen.put(place, &[(&sign.repeat(usize::from(length)), style)]);
}

fn figures(
    pen: &mut Pen<'_>,
    row: &EachRow,
    (columns, widths, (measure, decimals)): (&mut Columns, Widths, (Option<&Measure>, u32)),
) {
    let text = if row.is_sum { pen.theme.second } else { pen.theme.text };
    let written = |own: Option<(i128, i128)>| {
        measure.zip(own).map_or_else(|| "[x]".to_owned(), |(m, own)| burden_figure(m, own))
    };
    if widths.change > 0 {
        let (words, tone) = change(row.burden, measure);
        let style = pen.style(tone);
        columns.put(pen.buffer, widths.change, (&words, style));
    }
    let known = |own: Option<(i128, i128)>, style| match own {
        Some(_) => style,
        None => pen.theme.faint,
    };
    let style = known(row.burden.now, text);
    columns.put(pen.buffer, widths.now, (&written(row.burden.now), style));
    if widths.change > 0 {
        let style = known(row.burden.before, pen.theme.second);
        columns.put(pen.buffer, widths.other, (&written(row.burden.before), style));
    } else {
        let ask = row.ask.now.unwrap_or_default();
        let ask = format::column(ask, decimals, Minus::Sign);
        columns.put(pen.buffer, widths.other, (&ask, pen.theme.second));
    }
}

/// The change as sign, number and tone; more to bear is worse for whoever bears it.
fn change(burden: Compared, measure: Option<&Measure>) -> (String, Tone) {
    let words = measure.and_then(|m| burden.change(|own| burden_figure(m, own)));
    let Some(words) = words else { return ("[x]".to_owned(), Tone::Faint) };
    let more = match words.chars().next() {
        Some('▲') => Pence::new(1),
        Some('▼') => Pence::new(-1),
        _ => Pence::ZERO,
    };
    (words, change_sign(more).1)
}

fn name(pen: &mut Pen<'_>, row: &EachRow, (room, selected): (Rect, bool)) {
    let style = match (row.is_sum, selected) {
        (_, true) => pen.theme.strong,
        (true, false) => pen.theme.second,
        (false, false) => pen.theme.text,
    };
    let place = after(room, 1);
    let role = row.role.map_or_else(String::new, |role| format!(" {role}"));
    let room = place.width.saturating_sub(width_of(&role) + 1);
    let name = crate::view::explore_name((&row.names.0, &row.names.1), room);
    pen.put(place, &[(&name, style), (&role, pen.theme.second)]);
}
