//! The list of what can be opened instead: titles, a sentence each, and the one under the cursor in
//! full below. It lies over a screen or over the problems of a file alike.

use ratatui::layout::{Position, Rect};

use super::layout::{Above, Frame, Size, frame};
use super::list::List;
use super::pen::{Pen, after, left_of, row_of};
use super::widgets::{fit, width_of};
use super::{draw::tiny, footer, head, message, problems};
use crate::app::shelf::{Shelf, Shelved};
use crate::app::{App, Area, Line, Spot, Tone};
use crate::format;

/// From so many columns on there is room for a sentence beside a title.
const ROOMY: u16 = 70;

/// At most so many columns of titles, where there is something beside them: the name of an overlay of
/// what ships is not cut.
const TITLES: u16 = 34;

/// Rows below the list: a blank one, a heading, a sentence on one line or more, the name.
const BELOW: u16 = 5;

fn frame_of(area: Rect) -> Frame {
    frame(area, Above { sentences: 2, bar: false })
}

fn list(own: &Shelf, frame: &Frame) -> List {
    let middle = frame.middle;
    let rows = u16::try_from(own.rows.len()).unwrap_or(u16::MAX).saturating_add(1);
    let height = rows.min(middle.height.saturating_sub(BELOW));
    List { area: Rect { height, ..middle }, length: own.rows.len(), selected: own.cursor }
}

/// What stands at a place of the area.
pub(super) fn spot(app: &App, own: &Shelf, (area, at): (Rect, Position)) -> Spot {
    let frame = frame_of(area);
    if frame.keys.contains(at) {
        return footer::spot(app, frame.keys, at.x);
    }
    list(own, &frame).spot(Area::Over, at)
}

pub(super) fn draw(pen: &mut Pen<'_>, app: &App, own: &Shelf, area: Rect) {
    let frame = frame_of(area);
    match (app.problems(), app.work()) {
        (_, Some(work)) if frame.size == Size::Tiny => return tiny(pen, app, work, area),
        (Some(problems), _) => problems::title(pen, problems, frame.title),
        (_, Some(work)) => head::title(pen, work, frame.title),
        (None, None) => {}
    }
    let question = Line::default().strong("Which scenario should be opened?");
    let help = "It takes the place of this one; what is not saved is asked about first.";
    pen.line(row_of(frame.headline, 0), &question);
    pen.line(row_of(frame.headline, 1), &Line::default().with(help, Tone::Second));
    let list = list(own, &frame);
    pen.heading(row_of(list.area, 0), ("Scenarios", "◉ is open"), own.line.is_none());
    list.draw(pen, own.line.is_none(), |pen, place, line| row(pen, own, (place, line)));
    let y = list.area.bottom() + 1;
    let below = Rect { y, height: frame.middle.bottom().saturating_sub(y), ..frame.middle };
    about(pen, own, below);
    said(pen, app, own, frame.message);
    footer::draw(pen, app, frame.keys);
}

fn row(pen: &mut Pen<'_>, own: &Shelf, (place, line): (usize, Rect)) {
    let shelved = &own.rows[place];
    let (mark, marks) = match (shelved, own.is_open(shelved)) {
        (_, true) => ("  ◉ ", pen.theme.accent),
        (Shelved::Typed, _) => ("    ", pen.theme.second),
        _ => ("  ○ ", pen.theme.second),
    };
    let style = if place == own.cursor { pen.theme.strong } else { pen.theme.text };
    let beside = line.width >= ROOMY;
    let widest = own.rows.iter().map(|row| width_of(&row.title())).max();
    let titles = widest.unwrap_or_default().min(TITLES);
    let room = if beside { titles } else { line.width.saturating_sub(4) };
    let title = fit(&shelved.title(), room);
    let line = after(line, pen.put(line, &[(mark, marks)]));
    pen.put(left_of(line, room), &[(&title, style)]);
    if beside {
        let rest = after(line, room + 2);
        pen.put(rest, &[(&whole_words(shelved.about(), rest.width), pen.theme.second)]);
    }
}

/// As many whole words as fit, and a sign that there are more.
fn whole_words(words: &str, width: u16) -> String {
    if width_of(words) <= width {
        return words.to_owned();
    }
    let room = usize::from(width.saturating_sub(2));
    let first = format::wrapped(words, room).into_iter().next().unwrap_or_default();
    // A bracket that is not closed any more says nothing.
    let open = first.rfind('(').filter(|at| !first[*at..].contains(')'));
    let kept = first[..open.unwrap_or(first.len())].trim_end();
    fit(&format!("{} …", kept.trim_end_matches([',', ';', ':'])), width)
}

/// The sentence of the row under the cursor in full, and how the shell calls it.
fn about(pen: &mut Pen<'_>, own: &Shelf, area: Rect) {
    let Some(shelved) = own.row().filter(|_| area.height > 1) else { return };
    pen.heading(row_of(area, 0), (&shelved.title(), ""), false);
    let width = usize::from(area.width.saturating_sub(1)).max(1);
    let mut lines: Vec<_> = format::wrapped(&format::capital(shelved.about()), width)
        .into_iter()
        .map(|line| (line, pen.theme.text))
        .collect();
    if let Some(name) = shelved.name() {
        let name = format::visible(&name.display().to_string());
        lines.push((format!("in a shell: fairshare explore {name}"), pen.theme.faint));
    }
    for (at, (words, style)) in (1..area.height).zip(lines) {
        pen.put(after(row_of(area, at), 1), &[(&words, style)]);
    }
}

/// What just happened, the path that is typed, or what Enter does here.
fn said(pen: &mut Pen<'_>, app: &App, own: &Shelf, row: Rect) {
    if let Some(line) = app.message() {
        pen.line(row, line);
        return;
    }
    if let Some(line) = &own.line {
        message::path(pen, row, line);
        return;
    }
    let Some(shelved) = own.row() else { return };
    let words = match shelved {
        _ if own.is_open(shelved) => format!("{} is what is open.", shelved.title()),
        Shelved::Typed => "Enter opens a line for the path of a file.".to_owned(),
        _ => format!("Enter opens {}.", shelved.title()),
    };
    message::sentence(pen, row, &Line::plain(words));
}
