//! The source card: the figures that a number rests on, and all that is said of the one under the
//! cursor.

use ratatui::layout::Rect;

use super::list::{List, after_heading};
use super::pen::{Pen, after, row_of};
use super::widgets::{Columns, fit, width_of};
use crate::app::over::{Card, CardRow, Fact};
use crate::format;
use crate::report::Standing;

/// Columns of the labels of what is said.
const LABEL: u16 = 13;
/// From this width on the source has a column of its own.
const ROOMY: u16 = 100;

pub(super) fn draw(pen: &mut Pen<'_>, own: &Card, area: Rect) {
    let Some(row) = own.row() else {
        pen.heading(row_of(area, 0), (&own.title, ""), true);
        let none = "It rests on nothing that the file gives.";
        pen.put(after(row_of(area, 1), 1), &[(none, pen.theme.second)]);
        pen.cursor = Some(area.as_position());
        return;
    };
    let facts = lines(&row.facts, area.width);
    if own.rows.len() == 1 && own.said.is_empty() {
        pen.heading(row_of(area, 0), (&own.title, "where it comes from"), true);
        pen.cursor = Some(row_of(area, 1).as_position());
        said(pen, &facts, after_heading(area));
        return;
    }
    let list = list(own, area);
    let said_row = row_of(area, 1);
    let grid = Grid::of(area.width);
    pen.heading(row_of(area, 0), (&own.title, &grid.heads()), true);
    pen.put(after(said_row, 1), &[(&own.said, pen.theme.second)]);
    list.draw(pen, true, |pen, place, line| figure(pen, &own.rows[place], (line, grid)));
    let below = list.area.bottom() + 1;
    let rest = Rect { y: below, height: area.bottom().saturating_sub(below), ..area };
    let selected = format!("{} {}", row.words, row.value);
    pen.heading(row_of(rest, 0), (&selected, &row.path), false);
    said(pen, &facts, after_heading(rest));
}

/// The figures as a list: as many rows as leave room for what is said of the selected one.
pub(super) fn list(own: &Card, area: Rect) -> List {
    let longest = own.rows.iter().map(|row| lines(&row.facts, area.width).len()).max();
    let said = u16::try_from(longest.unwrap_or(0)).unwrap_or(u16::MAX);
    let wanted = u16::try_from(own.rows.len()).unwrap_or(u16::MAX);
    // Heading and sentence above; a blank row and a heading between.
    let room = area.height.saturating_sub(4);
    let height = wanted.min(room.saturating_sub(said).max(room / 3)).min(room);
    // The sentence stands where a list has its heading.
    let y = area.y + 1.min(area.height);
    let area = Rect { y, height: (height + 1).min(area.height.saturating_sub(1)), ..area };
    List { area, length: own.rows.len(), selected: own.cursor }
}

/// Columns of the parts of a figure's row, behind its words.
#[derive(Clone, Copy)]
pub(super) struct Grid {
    value: u16,
    brief: u16,
}

/// Columns of a standing with its mark, and of a line of the file.
const STANDING: u16 = 12;
const PLACE: u16 = 6;

impl Grid {
    pub(super) fn of(width: u16) -> Self {
        let brief = if width >= ROOMY { width / 3 } else { 0 };
        let rest = width.saturating_sub(brief + STANDING + PLACE);
        Self { value: (rest * 2 / 5).max(9), brief }
    }

    /// The heads of the columns that there are.
    pub(super) fn heads(self) -> String {
        let cell = |words: &str, width: u16| format!("{words:<width$}", width = usize::from(width));
        let brief = if self.brief == 0 { "" } else { "source or reason" };
        let standing = cell("  standing", STANDING);
        format!("{}{standing}{}{:>6}", cell("value", self.value), cell(brief, self.brief), "line")
    }
}

/// A figure in a row: what it is, its value, how well it is known, its source, its line.
pub(super) fn figure(pen: &mut Pen<'_>, row: &CardRow, (line, grid): (Rect, Grid)) {
    let mut columns = Columns::new(line);
    let mut next = |width: u16| {
        let rest = columns.rest();
        columns.skip(width);
        after(rest, rest.width.saturating_sub(width))
    };
    let place = row.line.map_or_else(|| "–".to_owned(), |line| line.to_string());
    let (at, brief, known, value) =
        (next(PLACE), next(grid.brief), next(STANDING), next(grid.value));
    pen.put_right(at, (&place, pen.theme.second));
    pen.put(brief, &[(&fit(&row.brief, brief.width.saturating_sub(1)), pen.theme.second)]);
    standing(pen, row, known);
    let style = if row.lever.is_some() { pen.theme.yours } else { pen.theme.text };
    pen.put(value, &[(&fit(&row.value, value.width.saturating_sub(1)), style)]);
    let name = after(columns.rest(), 3);
    pen.put(name, &[(&named(&row.words, name.width.saturating_sub(1)), pen.theme.text)]);
}

/// “Thurrock: reserve”, of which the name before the colon is cut first.
fn named(words: &str, room: u16) -> String {
    let whole = width_of(words) <= room;
    let parts = words.rsplit_once(": ").filter(|(_, field)| width_of(field) + 8 <= room);
    match parts.filter(|_| !whole) {
        Some((name, field)) => {
            format!("{}: {field}", fit(name, room.saturating_sub(width_of(field) + 2)))
        }
        None => fit(words, room),
    }
}

/// The standing with its mark in front; what was changed has a dot.
fn standing(pen: &mut Pen<'_>, row: &CardRow, place: Rect) {
    let (sign, word, style) = match (row.standing, row.mark) {
        (Some(Standing::Changed), _) => ("●", "changed", pen.theme.changed),
        (Some(own), Some(mark)) => (mark.sign(), own.word(), pen.theme.text),
        (Some(own), None) => (" ", own.word(), pen.theme.text),
        (None, _) => (" ", "not given", pen.theme.second),
    };
    pen.put(place, &[(sign, pen.theme.second), (" ", style), (word, style)]);
}

/// What is said, broken into lines: a label, or nothing, and words.
fn lines(facts: &[Fact], width: u16) -> Vec<(String, String)> {
    let room = usize::from(width.saturating_sub(LABEL + 2)).max(1);
    let mut lines = Vec::new();
    for fact in facts {
        // A long label has a line of its own.
        let alone = width_of(&fact.label) >= LABEL;
        let mut label = fact.label.clone();
        if alone {
            lines.push((std::mem::take(&mut label), String::new()));
        }
        for words in broken(&fact.words, room) {
            lines.push((std::mem::take(&mut label), words));
        }
    }
    lines
}

/// Wrapped words; what is longer than a line, as addresses are, goes on in the next.
fn broken(words: &str, room: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for line in format::wrapped(words, room) {
        let mut part = String::new();
        for letter in line.chars() {
            let wide = format::width(&part) + format::width(&letter.to_string()) > room;
            if wide {
                lines.push(std::mem::take(&mut part));
            }
            part.push(letter);
        }
        lines.push(part);
    }
    lines
}

fn said(pen: &mut Pen<'_>, lines: &[(String, String)], area: Rect) {
    let seen = usize::from(area.height);
    for (at, (label, words)) in (0..).zip(lines.iter().take(seen)) {
        let row = row_of(area, at);
        if usize::from(at) + 1 == seen && lines.len() > seen {
            pen.put_right(row, ("more: y copies the card", pen.theme.faint));
            return;
        }
        pen.put(after(row, 1), &[(label, pen.theme.second)]);
        pen.put(after(row, 1 + LABEL), &[(words, pen.theme.text)]);
    }
}
