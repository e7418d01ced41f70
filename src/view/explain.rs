//! The Explain screen: the steps with their arithmetic and their figures; below them what must add
//! up, and the words.

use std::cmp::Ordering;

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::layout::{Frame, Size};
use super::list::List;
use super::pen::{Pen, after, left_of, row_of};
use super::widgets::{fit, width_of};
use crate::app::explain::{Explain, ExplainRow, Pane};
use crate::app::{Area, Spot, Work};
use crate::format;
use crate::report::explain::{Calculation, Operand};

/// From so many columns on every step has its figures listed.
const WIDE: u16 = 98;
/// Columns of what stands beside the effects.
const BESIDE: u16 = 54;
/// Where arithmetic begins, and where figures do.
const SUM: u16 = 5;
const FIGURE: u16 = 7;

/// Draws the panes that there is room for.
pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, frame: &Frame) {
    let own = &work.screens.explain;
    let shape = shape(own, work.screens.zoomed, frame);
    let focused = |pane| own.focus == pane && work.over.is_empty();
    working(pen, own, (shape.working, focused(Pane::Working)));
    effects(pen, own, (shape.effects, focused(Pane::Effects)));
    checks(pen, own, (shape.checks, focused(Pane::Checks)));
    words(pen, own, (shape.words, focused(Pane::Words)));
}

/// What the mouse is over.
pub(super) fn spot(work: &Work, frame: &Frame, at: Position) -> Spot {
    let own = &work.screens.explain;
    let shape = shape(own, work.screens.zoomed, frame);
    if shape.effects.contains(at) {
        return effect_list(own, shape.effects).spot(Area::Pane(1), at);
    }
    if shape.checks.contains(at) {
        return check_list(own, shape.checks).spot(Area::Pane(2), at);
    }
    if shape.words.contains(at) {
        return word_list(own, shape.words).spot(Area::Pane(3), at);
    }
    let rows = rows_in(own, shape.working);
    match list(own, &rows, shape.working).spot(Area::Pane(0), at) {
        Spot::Row(area, place) if rows[place].is_selectable() => {
            let among = own.selectable().0.iter().position(|row| *row == rows[place]);
            Spot::Row(area, among.unwrap_or(0))
        }
        Spot::Row(area, _) => Spot::List(area),
        other => other,
    }
}

/// The panes; what there is no room for has no rows.
struct Shape {
    working: Rect,
    effects: Rect,
    checks: Rect,
    words: Rect,
}

/// The working above; below it what would change it, and beside that the checks, or while they are
/// looked at the words. Where it is narrow, one of the three.
fn shape(own: &Explain, zoomed: bool, frame: &Frame) -> Shape {
    let all = frame.panes;
    let nothing = Rect { height: 0, ..all };
    if frame.size <= Size::Single || zoomed {
        let area = |pane| if own.focus == pane { all } else { nothing };
        let [working, effects, checks, words] = Pane::ALL.map(area);
        return Shape { working, effects, checks, words };
    }
    let wide = frame.size == Size::Wide;
    let page = own.page();
    let wanted = page.checks.len().max(page.effects.len()).max(2) + 1;
    let most = if wide { all.height * 3 / 10 } else { all.height / 3 };
    let below = u16::try_from(wanted).unwrap_or(u16::MAX).min(most.max(3));
    let blank = u16::from(wide);
    let height = all.height.saturating_sub(below + blank);
    let lower = Rect { y: all.y + height + blank, height: below.min(all.height), ..all };
    if !wide {
        let area = |pane| if own.focus == pane { lower } else { nothing };
        let beside = matches!(own.focus, Pane::Checks | Pane::Words);
        return Shape {
            working: Rect { height, ..all },
            effects: if beside { nothing } else { lower },
            checks: area(Pane::Checks),
            words: area(Pane::Words),
        };
    }
    let beside = left_of(lower, BESIDE);
    let terms = own.focus == Pane::Words;
    Shape {
        working: Rect { height, ..all },
        effects: after(lower, BESIDE + 3),
        checks: if terms { nothing } else { beside },
        words: if terms { beside } else { nothing },
    }
}

/// The rows that there is room for.
fn rows_in(own: &Explain, area: Rect) -> Vec<ExplainRow<'_>> {
    if area.width < WIDE { own.few_rows() } else { own.rows() }
}

fn list(own: &Explain, rows: &[ExplainRow<'_>], area: Rect) -> List {
    let (selectable, at) = own.selectable();
    let under = selectable.get(at);
    let selected = rows.iter().position(|row| Some(row) == under).unwrap_or(0);
    List { area, length: rows.len(), selected }
}

fn working(pen: &mut Pen<'_>, own: &Explain, (area, focused): (Rect, bool)) {
    if area.is_empty() {
        return;
    }
    let rows = rows_in(own, area);
    let list = list(own, &rows, area);
    let page = own.page();
    let title = if page.steps.is_empty() { "The figure" } else { page.heading() };
    let narrow = area.width < WIDE;
    let heads = match (own.file(), narrow) {
        ("", _) | (_, true) => "£".to_owned(),
        (file, false) => format!(":line of {file}   £"),
    };
    pen.heading(row_of(area, 0), (title, &heads), focused);
    if rows.is_empty() {
        let words = "There is no working: it is not known, or nothing is asked.";
        pen.put(after(row_of(list.body(), 0), 1), &[(words, pen.theme.second)]);
    }
    list.draw(pen, focused, |pen, place, line| match rows[place] {
        ExplainRow::Step(number, step) => {
            let amount = (&*step.amount, pen.theme.strong);
            let room = line.width.saturating_sub(width_of(&step.amount) + 6);
            let words = &step.words[usize::from(narrow)];
            let number = format!("{number:>2} ");
            let words = fit(words, room);
            let pieces = [(&*number, pen.theme.second), (&*words, pen.theme.strong)];
            pen.put(after(line, 1), &pieces);
            pen.put_right(line, amount);
        }
        ExplainRow::Sum(step, at) => sum(pen, &step.calculations[at], after(line, SUM)),
        ExplainRow::Note(words) => {
            pen.put(after(line, SUM), &[(&words[usize::from(narrow)], pen.theme.second)]);
        }
        ExplainRow::Fact(words) => {
            pen.put(after(line, SUM), &[(words, pen.theme.second)]);
        }
        ExplainRow::Figure(own) => figure(pen, own, (after(line, FIGURE), narrow)),
        ExplainRow::More(_, count) => {
            let words = format!("and {} more figures: Enter lists them", format::count(count));
            pen.put(after(line, FIGURE), &[(&words, pen.theme.second)]);
        }
    });
}

/// The arithmetic; what can be followed in the colour of what is the reader's.
fn sum(pen: &mut Pen<'_>, own: &Calculation, line: Rect) {
    let (of, plain) = match &own.of {
        Some(of) => (format!("{of} = "), pen.theme.second),
        None => ("= ".to_owned(), pen.theme.text),
    };
    let mut pieces: Vec<(&str, Style)> = vec![(&of, plain)];
    for piece in &own.pieces {
        let style = if piece.source.is_some() { pen.theme.yours } else { plain };
        pieces.push((&piece.text, style));
    }
    pen.put(line, &pieces);
}

/// A figure: name, value, standing, source, line of the file.
fn figure(pen: &mut Pen<'_>, own: &Operand, (line, narrow): (Rect, bool)) {
    let (name, value) = if narrow { (26, 14) } else { (38, 18) };
    let changed = own.changed.is_some();
    let [whole, brief] = &own.names;
    let words = if width_of(whole) < name { whole } else { brief };
    let mark = if changed { "●" } else { "" };
    let style = if changed { pen.theme.changed } else { pen.theme.yours };
    let pieces = [(mark, style), (&*own.value, style)];
    if width_of(&own.value) < value {
        pen.put(left_of(line, name - 1), &[(words, pen.theme.text)]);
        pen.put(left_of(after(line, name), value - 1), &pieces);
    } else {
        // A rule is longer than a number: it stands right behind its name.
        let lead = format!("{words}  ");
        let pieces = [(&*lead, pen.theme.text), pieces[0], pieces[1]];
        pen.put(left_of(line, name + value - 1), &pieces);
    }
    let rest = after(line, name + value);
    let standing = match (&own.changed, own.standing) {
        (Some(_), _) => "changed",
        (None, Some(standing)) => standing.word(),
        (None, None) if own.worked => "worked out",
        (None, None) => "",
    };
    pen.put(left_of(rest, 10), &[(standing, pen.theme.second)]);
    let place = own.place.as_deref().and_then(|place| place.rsplit_once(':'));
    let place = place.map_or_else(String::new, |(_, line)| format!(":{line}"));
    let rest = after(rest, 11);
    let room = rest.width.saturating_sub(width_of(&place) + 2);
    let said = own.changed.as_deref().unwrap_or(&own.said);
    pen.put(left_of(rest, room), &[(said, pen.theme.second)]);
    pen.put_right(line, (&place, pen.theme.faint));
}

fn effect_list(own: &Explain, area: Rect) -> List {
    List { area, length: own.page().effects.len(), selected: own.others[0] }
}

fn effects(pen: &mut Pen<'_>, own: &Explain, (area, focused): (Rect, bool)) {
    if area.is_empty() {
        return;
    }
    let page = own.page();
    pen.heading(row_of(area, 0), ("What would change it", page.change_heading()), focused);
    let list = effect_list(own, area);
    if page.effects.is_empty() {
        let words = "No lever on the way to it.";
        pen.put(after(row_of(list.body(), 0), 1), &[(words, pen.theme.second)]);
    }
    quiet(pen, &list, focused, |pen, place, line| {
        let row = &page.effects[place];
        let change = format!("{:>16}", row.change);
        let style = match row.way {
            Ordering::Greater => pen.theme.worse,
            Ordering::Less => pen.theme.better,
            Ordering::Equal => pen.theme.faint,
        };
        pen.put_right(line, (&change, style));
        let room = line.width.saturating_sub(width_of(&change) + width_of(&row.value) + 3);
        pen.put(left_of(after(line, 1), room), &[(&row.words, pen.theme.text)]);
        let value = after(line, room + 2);
        pen.put(value, &[(&row.value, pen.theme.text)]);
    });
}

fn check_list(own: &Explain, area: Rect) -> List {
    List { area, length: own.page().checks.len(), selected: own.others[1] }
}

fn checks(pen: &mut Pen<'_>, own: &Explain, (area, focused): (Rect, bool)) {
    if area.is_empty() {
        return;
    }
    pen.heading(row_of(area, 0), ("Check", ""), focused);
    let checks = &own.page().checks;
    let list = check_list(own, area);
    if checks.is_empty() {
        let words = "Nothing is split on the way: nothing to add up.";
        pen.put(after(row_of(list.body(), 0), 1), &[(words, pen.theme.second)]);
    }
    quiet(pen, &list, focused, |pen, place, line| {
        let check = &checks[place];
        let (mark, style) =
            if check.holds { ("✓ ", pen.theme.better) } else { ("✕ ", pen.theme.stop) };
        let fits = width_of(&check.text) + 3 <= line.width;
        let text = if fits { &check.text } else { &check.short };
        pen.put(after(line, 1), &[(mark, style), (text, pen.theme.text)]);
    });
}

fn word_list(own: &Explain, area: Rect) -> List {
    List { area, length: own.words().len(), selected: own.others[2] }
}

fn words(pen: &mut Pen<'_>, own: &Explain, (area, focused): (Rect, bool)) {
    if area.is_empty() {
        return;
    }
    pen.heading(row_of(area, 0), ("Words", ""), focused);
    let terms = own.words();
    let list = word_list(own, area);
    quiet(pen, &list, focused, |pen, place, line| {
        let term = &terms[place];
        let word = format!("{}: ", term.word.trim_end_matches('('));
        let pieces = [(&*word, pen.theme.strong), (term.means, pen.theme.second)];
        pen.put(after(line, 1), &pieces);
    });
}

/// A list whose selected row is marked only while it has the focus.
fn quiet(
    pen: &mut Pen<'_>,
    list: &List,
    focused: bool,
    mut row: impl FnMut(&mut Pen<'_>, usize, Rect),
) {
    if focused {
        list.draw(pen, true, row);
        return;
    }
    let body = list.body();
    let shown = usize::from(body.height).min(list.length);
    for (at, place) in (0..).zip(0..shown) {
        let line = row_of(body, at);
        if place + 1 == shown && list.length > shown {
            let more = format!("{} more ↓", list.length - place);
            pen.put_right(line, (&more, pen.theme.faint));
        } else {
            row(pen, place, line);
        }
    }
}
