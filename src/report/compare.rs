//! Several scenarios side by side, on paper: as text, CSV and JSON.
//!
//! What stands beside what, and what differs, is worked out by `analysis`.

mod csv;
mod json;
mod text;

use super::words::status_word;
use super::{Form, Manner, Unwritten};
use crate::analysis::compare::{Comparison, LETTERS, Row, Section, Wanted};
use crate::model::NodeWords;

/// The words with which every comparison as text begins.
pub(super) const BEGINNING: &str = "fairshare compare: ";
/// The heads of the columns of a comparison as CSV.
pub(super) use csv::HEADS;

/// Which rows of which sides.
#[derive(Clone, Copy)]
pub struct Compared<'r> {
    /// The sides.
    pub comparison: &'r Comparison<'r>,
    /// Which rows of what comes of them.
    pub wanted: &'r Wanted<'r>,
}

/// The comparison in a form; how text is laid out matters to text alone.
///
/// # Errors
/// If the writer of the form fails, which no comparison that can be built brings about.
pub fn render_comparison(
    compared: &Compared<'_>,
    form: Form,
    manner: Manner,
) -> Result<String, Unwritten> {
    Ok(match form {
        Form::Text => text::text(compared, manner),
        Form::Json => json::paper(compared)?,
        Form::Csv => csv::csv(compared)?,
    })
}

/// The part of the table in a word of data.
const fn part(section: Section) -> &'static str {
    match section {
        Section::Asked => "asked",
        Section::Programmes => "programme",
        Section::Unplaced => "unplaced",
        Section::Bears => "a head",
    }
}

/// A side by its letter.
fn letter(side: usize) -> &'static str {
    LETTERS.get(side).copied().unwrap_or_default()
}

/// The name of a row: of whom, and what.
fn name(comparison: &Comparison<'_>, row: &Row) -> String {
    let place = row.place.map(|place| &comparison.alignment.places()[place]);
    let whose = place.and_then(|place| comparison.words_of(place)).map_or("", |words| &words.name);
    match (whose, row.word()) {
        (whose, "") => whose.to_owned(),
        ("", word) => word.to_owned(),
        (whose, word) => format!("{whose}: {word}"),
    }
}

/// Whose figure it is on a side, where that is not the same on all: of the least and the most.
fn whose<'c>(comparison: &Comparison<'c>, row: &Row, side: usize) -> Option<&'c NodeWords> {
    let node = row.cells[side].node.filter(|_| row.place.is_none())?;
    Some(comparison.sides[side].now.words.of(node))
}

/// What becomes of a programme: `late, starts 2020-04`; of other rows nothing.
fn status(comparison: &Comparison<'_>, row: &Row, side: usize) -> Option<String> {
    let own = comparison.programme(row, side).filter(|_| row.id == "delay")?;
    let word = status_word(own.status?);
    Some(match own.new_start {
        Some(month) => format!("{word}, starts {month}"),
        None => word.to_owned(),
    })
}
