//! Lessons: the list of them, a step of one, and what is read meanwhile.

mod list;
mod rows;
mod step;

use std::ops::Range;

use ratatui::layout::{Position, Rect};

use self::rows::{Row, Rows, draw_rows};
use super::footer;
use super::layout::{Above, Frame, Size, frame};
use super::pen::{Pen, after, left_of, row_of};
use super::widgets::{visible_rows, width_of};
use crate::app::learn::{Aside, Learn, Running, Words};
use crate::app::{App, Area, Line, Spot, Tone, Work};
use crate::format;
use crate::report::explain::example;

/// Draws what is learnt.
pub(super) fn draw(pen: &mut Pen<'_>, app: &App, (work, own): (&Work, &Learn), area: Rect) {
    let frame = frame(area, Above { sentences: 0, bar: false });
    if frame.size == Size::Tiny {
        tiny(pen, own, area);
        return;
    }
    let middle = middle(&frame);
    let title = match &own.running {
        Some(running) => running.said().title,
        None => "Learn".to_owned(),
    };
    head(pen, &title, &frame);
    match (&own.aside, &own.running) {
        (Some(Aside::Working(lines, from)), _) => working(pen, lines, (*from, middle)),
        (Some(Aside::Words(words)), _) => glossary(pen, (work, own, words), middle),
        (None, Some(running)) => step::draw(pen, (app, running), (middle, frame.size)),
        (None, None) => list::draw(pen, app, (own, middle)),
    }
    let said = match app.message() {
        Some(line) => line.clone(),
        None => guidance(own),
    };
    pen.line(frame.message, &said);
    footer::draw(pen, app, frame.keys);
}

/// Between the title and what is said.
fn middle(frame: &Frame) -> Rect {
    let y = frame.title.y + 2;
    Rect { y, height: frame.message.y.saturating_sub(y), ..frame.middle }
}

/// What stands at a place of the area.
pub(super) fn spot(app: &App, own: &Learn, (area, at): (Rect, Position)) -> Spot {
    let frame = frame(area, Above { sentences: 0, bar: false });
    if frame.keys.contains(at) {
        return footer::spot(app, frame.keys, at.x);
    }
    let middle = middle(&frame);
    let found = match (&own.aside, &own.running) {
        (Some(Aside::Working(..)), _) => None,
        (Some(Aside::Words(words)), _) => {
            let (list, seen) = found(words, middle);
            let mut rows = (0..).zip(seen);
            let row = rows.find(|(row, _)| row_of(list, *row).contains(at));
            row.map(|(_, place)| Spot::Row(Area::Over, place))
        }
        (None, Some(running)) => step::spot(running, (middle, frame.size), at),
        (None, None) => {
            let (rows, list) = list::lessons(app, own, middle);
            rows.spot(list, at)
        }
    };
    found.unwrap_or(Spot::List(Area::Over))
}

fn head(pen: &mut Pen<'_>, title: &str, frame: &Frame) {
    let tab = "‹Learn›";
    let room = frame.title.width.saturating_sub(width_of(tab) + 2);
    // The name gives way, not the place.
    let title = format::cut_middle(title, usize::from(room));
    pen.put(left_of(frame.title, room), &[(&title, pen.theme.strong)]);
    let accent = pen.theme.accent;
    pen.put_right(frame.title, (tab, accent));
}

/// What to do here, in a sentence.
fn guidance(own: &Learn) -> Line {
    use crate::app::learn::Phase;
    let words = match (&own.aside, &own.running) {
        (Some(_), Some(_)) => "Esc goes back to the lesson.",
        (Some(_), None) => "Esc goes back to the lessons.",
        (None, None) => "In a sentence: choose a lesson with ↑↓ and Enter; 3 to 5 minutes each.",
        (None, Some(running)) => match &running.phase {
            Phase::Asked if running.asks_number() => {
                "In a sentence: say first what you expect, then see what it is."
            }
            Phase::Asked => "In a sentence: choose what you expect, then see.",
            Phase::Answered(_) => {
                "In a sentence: say how sure you are, then see what it really is."
            }
            Phase::Told(_) if running.tries().is_some() => {
                "In a sentence: ←→ moves it; the figure below it follows at once."
            }
            Phase::Told(_) if running.is_last() && running.is_made => "Enter ends the questions.",
            Phase::Told(_) if running.is_last() => "Enter ends the lesson; it is kept as done.",
            Phase::Told(_) if running.has_working() => "Enter goes on; e shows the whole working.",
            Phase::Told(_) => "Enter goes on.",
        },
    };
    Line::default().with(words, Tone::Second)
}

/// The lines of a working, from one of them on.
fn working(pen: &mut Pen<'_>, lines: &[String], (from, area): (usize, Rect)) {
    let mut rows = Rows::default();
    rows.heading("The whole working", "↑↓ PgDn scroll");
    for line in lines.iter().skip(from) {
        rows.wrapped(line, area.width, Tone::Text);
    }
    pen.cursor = Some(area.as_position());
    draw_rows(pen, &rows, area);
}

/// Words at the left, what the one under the cursor means at the right or below.
fn glossary(pen: &mut Pen<'_>, (work, own, words): (&Work, &Learn, &Words), area: Rect) {
    let line = row_of(area, 0);
    let typed = words.input.value();
    let written = pen.put(line, &[("word  ", pen.theme.second), (typed, pen.theme.strong)]);
    let at = 6 + u16::try_from(words.input.visual_cursor()).unwrap_or(0);
    pen.cursor = Some(after(line, at).as_position());
    if words.found.is_empty() {
        let second = pen.theme.second;
        pen.put(after(line, written), &[("  no word is spelt so", second)]);
    }
    let (list, seen) = found(words, area);
    for (at, place) in (0..).zip(seen) {
        let term = words.all[words.found[place]];
        let chosen = place == words.cursor;
        let (mark, style) =
            if chosen { ("▌ ", pen.theme.accent) } else { ("  ", pen.theme.text) };
        pen.put(row_of(list, at), &[(mark, style), (term.word, style)]);
    }
    let Some(term) = words.chosen().copied() else { return };
    let page = after(Rect { width: area.width, ..list }, list.width + 2);
    let (scenario, outcome) = match &own.running {
        Some(running) => (running.stage.base(), running.stage.before()),
        None => (work.session.now(), work.session.after()),
    };
    let mut rows = Rows::default();
    rows.heading(term.word, "");
    rows.wrapped(&format::capital(&format!("{}.", term.means)), page.width, Tone::Text);
    // An example that tells what is asked right now waits.
    let open = own.running.as_ref().and_then(Running::open_answer);
    let tells = |words: &String| open.as_ref().is_some_and(|answer| words.contains(answer));
    if let Some(example) = example(scenario, outcome, term.word).filter(|own| !tells(own)) {
        rows.blank();
        rows.wrapped(&format!("Here: {example}"), page.width, Tone::Second);
    }
    draw_rows(pen, &rows, page);
}

/// Where the words that were found stand, and which of them are seen.
fn found(words: &Words, area: Rect) -> (Rect, Range<usize>) {
    let width = 26.min(area.width / 2);
    let y = area.y + 2.min(area.height);
    let list = Rect { y, width, height: area.height.saturating_sub(2), ..area };
    (list, visible_rows(words.found.len(), words.cursor, list.height))
}

/// A screen with room for the question alone.
fn tiny(pen: &mut Pen<'_>, own: &Learn, area: Rect) {
    let words = match &own.running {
        Some(running) => running.said().ask,
        None => "Learn: 40 × 12 at least. Esc goes back.".to_owned(),
    };
    let mut rows = Rows::default();
    rows.wrapped(&words, area.width, Tone::Text);
    draw_rows(pen, &rows, area);
}

impl Rows {
    /// A heading with words at its right.
    fn heading(&mut self, title: &str, right: &str) {
        self.all.push(Row::Heading(title.to_owned(), right.to_owned()));
    }
}
