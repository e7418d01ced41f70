//! The comparison as a person reads it in a shell.

use super::{BEGINNING, Compared, letter, name, status, whose};
use crate::analysis::compare::{Cell, Comparison, Input, Row, Section, difference};
use crate::format::{self, Minus};
use crate::levers::{Change, change_words, value_words};
use crate::report::Manner;
use crate::report::text::page::{Page, Side, Table};
use crate::report::words::reading_words;

pub(super) fn text(compared: &Compared<'_>, manner: Manner) -> String {
    let comparison = compared.comparison;
    let mut page = Page::new(manner);
    let title = &comparison.sides[comparison.baseline].now.words.title;
    page.sentence(&format!("{BEGINNING}{title}"));
    sides(&mut page, compared);
    let inputs = comparison.inputs();
    let rows = comparison.outcomes(compared.wanted);
    match manner {
        Manner::Tables => tables(&mut page, compared, (&inputs, &rows)),
        Manner::Plain => plain(&mut page, compared, (&inputs, &rows)),
    }
    let text = page.finish();
    // The words of levers and changes have the sign of the screens.
    match manner {
        Manner::Tables => text,
        Manner::Plain => text.replace('−', "-"),
    }
}

/// Who is who, and what was changed in each.
fn sides(page: &mut Page, compared: &Compared<'_>) {
    let comparison = compared.comparison;
    for (at, side) in comparison.sides.iter().enumerate() {
        let base = if at == comparison.baseline { ", the baseline" } else { "" };
        let words = |change: &Change| change_words(side.now, change);
        let changes: Vec<String> = side.changes().iter().map(words).collect();
        let changes = match changes.len() {
            0 => "as its file has it".to_owned(),
            _ => changes.join("; "),
        };
        page.point(&format!("{} {}{base}: {changes}", letter(at), side.name));
    }
    page.gap();
}

const SECTIONS: [(Section, &str); 4] = [
    (Section::Asked, "Who is asked"),
    (Section::Programmes, "Programmes"),
    (Section::Unplaced, "What has no place"),
    (Section::Bears, ""),
];

/// The heading of a part.
fn title(comparison: &Comparison<'_>, (section, title): (Section, &'static str)) -> &'static str {
    match (section, comparison.counts_registered()) {
        (Section::Bears, true) => "Who bears it, a head of registered people",
        (Section::Bears, false) => "Who bears it, a head of residents",
        _ => title,
    }
}

fn tables(page: &mut Page, compared: &Compared<'_>, (inputs, rows): (&[Input], &[Row])) {
    let comparison = compared.comparison;
    let count = comparison.sides.len();
    // Two sides leave room for the change between them.
    let other = (0..count).find(|side| count == 2 && *side != comparison.baseline);
    let letters: Vec<String> = (0..count).map(|at| letter(at).to_owned()).collect();
    let heads = |first: &'static str, change: bool| {
        let mut heads = vec![(first, Side::Left)];
        heads.extend(letters.iter().map(|own| (own.as_str(), Side::Right)));
        heads.extend(change.then_some(("change", Side::Right)));
        heads
    };
    if inputs.is_empty() {
        page.sentence("No input differs.");
    }
    let input = |input: &Input| {
        let held = |side| held(compared, input, side);
        std::iter::once(input.path.clone()).chain((0..count).map(held)).collect()
    };
    let rows_of_inputs = inputs.iter().map(input).collect();
    page.table(&Table { heads: &heads("What differs", false), rows: rows_of_inputs });
    for own in SECTIONS {
        let (section, title) = (own.0, title(comparison, own));
        let row = |row: &Row| {
            let indent = "  ".repeat(usize::from(row.depth));
            let first = format!("{indent}{}", name(comparison, row));
            let cells = (0..count).map(|side| cell(compared, row, side));
            let change = other.map(|side| change(compared, row, side));
            std::iter::once(first).chain(cells).chain(change).collect()
        };
        let rows = rows.iter().filter(|row| row.section == section).map(row).collect();
        page.table(&Table { heads: &heads(title, other.is_some()), rows });
    }
    if other.is_none() {
        page.sentence("The change of each from the baseline stands in --format csv and json.");
    }
}

fn plain(page: &mut Page, compared: &Compared<'_>, (inputs, rows): (&[Input], &[Row])) {
    let count = compared.comparison.sides.len();
    for input in inputs {
        let one = |side| format!("{} {}", letter(side), held(compared, input, side));
        let all: Vec<String> = (0..count).map(one).collect();
        page.head(&format!("Input {}: {}.", input.path, all.join(", ")));
    }
    for row in rows {
        let one = |side| {
            let own = format!("{} {}", letter(side), cell(compared, row, side));
            match side == compared.comparison.baseline {
                true => own,
                false => format!("{own}, change {}", change(compared, row, side)),
            }
        };
        let all: Vec<String> = (0..count).map(one).collect();
        page.head(&format!("{}: {}.", name(compared.comparison, row), all.join("; ")));
    }
}

/// What a side holds of an input; as the baseline has it, `=`.
fn held(compared: &Compared<'_>, input: &Input, side: usize) -> String {
    let comparison = compared.comparison;
    if side != comparison.baseline && !input.differs[side] {
        return "=".to_owned();
    }
    let words = input.levers[side].map(|lever| {
        let now = comparison.sides[side].now;
        value_words(now, lever, &lever.get(now))
    });
    words.unwrap_or_else(|| "[z]".to_owned())
}

fn cell(compared: &Compared<'_>, row: &Row, side: usize) -> String {
    let words = figure(&row.cells[side]);
    let comparison = compared.comparison;
    match (whose(comparison, row, side), status(comparison, row, side)) {
        (Some(whose), _) => format!("{} {words}", whose.brief()),
        (_, Some(status)) => status,
        _ => words,
    }
}

/// A figure to the penny; `[x]` is not known, `[z]` not there.
fn figure(cell: &Cell) -> String {
    let Some(reading) = cell.reading else { return "[z]".to_owned() };
    let words = reading_words(reading, Minus::Sign).unwrap_or_else(|| "[x]".to_owned());
    words.trim_end_matches(" a head").to_owned()
}

fn change(compared: &Compared<'_>, row: &Row, side: usize) -> String {
    let base = row.cells[compared.comparison.baseline].reading;
    let Some((own, base)) = row.cells[side].reading.zip(base) else { return "[z]".to_owned() };
    let change = difference(own, base);
    match change.value {
        Some((0, _)) => "=".to_owned(),
        // What is printed alike is not said to differ.
        Some(_) if figure(&row.cells[side]) == figure(&row.cells[compared.comparison.baseline]) => {
            "=".to_owned()
        }
        Some((more, _)) if more > 0 => {
            format!("+{}", figure(&Cell { node: None, reading: Some(change) }))
        }
        _ => match change.pence() {
            Some(pence) => format::exact(pence, Minus::Sign),
            None => figure(&Cell { node: None, reading: Some(change) }),
        },
    }
}
