//! A file that cannot be opened: every fault, the lines around it, how to mend it.

use ratatui::layout::Rect;

use super::footer;
use super::pen::{Pen, after, left_of, row_of};
use super::widgets::visible_rows;
use crate::app::{App, Line, Problems, Tone};
use crate::format;

pub(super) fn draw(pen: &mut Pen<'_>, app: &App, own: &Problems, area: Rect) {
    let inner = Rect { x: area.x + 1.min(area.width), width: area.width.saturating_sub(2), ..area };
    if inner.is_empty() {
        return;
    }
    title(pen, own, row_of(inner, 0));
    let wide = area.height >= 30;
    let mut at = 1 + u16::from(wide);
    let said = Line::plain("It opens by itself when the file is mended. ")
        .with("Nothing on disk was changed.", Tone::Second);
    pen.line(row_of(inner, at), &said);
    at += 1 + u16::from(wide);
    let bottom = area.height.saturating_sub(2);
    let rows = u16::try_from(own.faults().len()).unwrap_or(u16::MAX);
    let most = bottom.saturating_sub(at) / 3;
    let list = Rect {
        y: inner.y + at.min(inner.height),
        height: (rows.min(most.max(1)) + 1).min(bottom.saturating_sub(at)),
        ..inner
    };
    faults(pen, own, list);
    let y = list.bottom() + 1;
    let rest = Rect { y, height: (inner.y + bottom).saturating_sub(y), ..inner };
    detail(pen, app, own, rest);
    message(pen, app, own, row_of(inner, bottom));
    footer::draw(pen, app, keys_row(area));
}

/// The row of the keys.
pub(super) fn keys_row(area: Rect) -> Rect {
    let inner = Rect { x: area.x + 1.min(area.width), width: area.width.saturating_sub(2), ..area };
    row_of(inner, area.height.saturating_sub(2) + 1)
}

/// Which file, and how much is wrong with it.
pub(super) fn title(pen: &mut Pen<'_>, own: &Problems, row: Rect) {
    let count = own.faults().len();
    let count = format!("{count} {}", if count == 1 { "problem" } else { "problems" });
    let title = format!("{} cannot be opened  ", own.faulty.source.name());
    pen.put_right(row, ("‹Problems›", pen.theme.accent));
    let room = left_of(row, row.width.saturating_sub(12));
    pen.put(room, &[(&title, pen.theme.strong), (&count, pen.theme.second)]);
}

/// The list of faults; where it stands is asked by the mouse too.
pub(super) fn list_area(own: &Problems, area: Rect) -> Rect {
    let wide = area.height >= 30;
    let at = 2 + 2 * u16::from(wide);
    let bottom = area.height.saturating_sub(2);
    let rows = u16::try_from(own.faults().len()).unwrap_or(u16::MAX);
    let most = bottom.saturating_sub(at) / 3;
    let height = (rows.min(most.max(1)) + 1).min(bottom.saturating_sub(at));
    Rect { x: area.x, y: area.y + at, width: area.width, height }
}

fn faults(pen: &mut Pen<'_>, own: &Problems, area: Rect) {
    pen.heading(row_of(area, 0), ("Problems", "line:column"), true);
    let body =
        Rect { y: area.y + 1.min(area.height), height: area.height.saturating_sub(1), ..area };
    let seen = visible_rows(own.faults().len(), own.cursor, body.height);
    for (at, place) in (0..).zip(seen) {
        let fault = &own.faults()[place];
        let line = row_of(body, at);
        let selected = place == own.cursor;
        let place = own.faulty.source.place_at(fault.span.start);
        let place = format!("{}:{} ", place.line, place.column);
        pen.put_right(line, (&place, pen.theme.second));
        let style = if selected { pen.theme.strong } else { pen.theme.text };
        let room = left_of(line, line.width.saturating_sub(12));
        let near = fault.nearest.as_ref().map(|name| format!(". Did you mean `{name}`?"));
        let near = near.unwrap_or_default();
        let pieces = [("✕ ", pen.theme.stop), (&*fault.message, style), (&*near, style)];
        pen.put(after(room, 2), &pieces);
        if selected {
            pen.select(line, true);
        }
    }
}

/// The lines around the fault and how to mend it.
fn detail(pen: &mut Pen<'_>, app: &App, own: &Problems, area: Rect) {
    let Some(fault) = own.selected() else { return };
    let source = &own.faulty.source;
    let place = source.place_at(fault.span.start);
    let (line, column, total) = (place.line, place.column, source.line_count());
    pen.heading(
        row_of(area, 0),
        (own.faulty.source.name(), &format!("line {line} of {total}")),
        false,
    );
    let mut at = 1;
    let first = line.saturating_sub(2).max(1);
    for (number, words) in (1..).zip(source.text().lines()).skip(first - 1).take(4) {
        let row = row_of(area, at);
        let label = format!("{number:>4} │ ");
        let style = if number == line { pen.theme.strong } else { pen.theme.second };
        let words = format::visible(words);
        pen.put(row, &[(&label, pen.theme.faint), (&words, style)]);
        at += 1;
        if number == line {
            let span = source.text().get(fault.span.clone()).unwrap_or_default();
            let length = span.lines().next().map_or(1, |l| l.chars().count()).max(1);
            let caret = format!("{}{} {}", " ".repeat(column - 1), "─".repeat(length), fault.label);
            pen.put(row_of(area, at), &[("   · │ ", pen.theme.faint), (&caret, pen.theme.stop)]);
            at += 1;
        }
    }
    at += 1;
    pen.heading(row_of(area, at), ("How to mend it", fault.code.text()), false);
    at += 1;
    if let Some(remedy) = &fault.remedy {
        pen.put(after(row_of(area, at), 1), &[(remedy, pen.theme.strong)]);
        at += 1;
    }
    let width = usize::from(area.width.saturating_sub(2)).max(10);
    for words in fault.why.iter().flat_map(|why| format::wrapped(why, width)) {
        pen.put(after(row_of(area, at), 1), &[(&words, pen.theme.second)]);
        at += 1;
    }
    if let Some(changes) = app.last_good() {
        at += 1;
        pen.heading(row_of(area, at), ("Meanwhile", ""), false);
        let with = match changes {
            0 => String::new(),
            count => format!(" with your {}", format::plural(count, "change", "changes")),
        };
        let words = format!("The last good version is still in memory{with}: Esc goes back to it.");
        pen.put(after(row_of(area, at + 1), 1), &[(&words, pen.theme.second)]);
    }
}

fn message(pen: &mut Pen<'_>, app: &App, own: &Problems, row: Rect) {
    if let Some(line) = app.message() {
        pen.line(row, line);
        return;
    }
    let count = format::plural(own.faults().len(), "thing is", "things are");
    let first =
        own.faults().first().map_or_else(String::new, |f| format!("; the first: {}", f.message));
    let line = Line::plain(format!("{count} wrong{first}.")).in_a_sentence();
    pen.line(row, &line);
}
