//! The forms in which a report can be written, and how a file that holds one begins.

use super::text::{BEGINNING, FIT_BEGINNING};
use super::{LIST_BEGINNING, Manner, Subject, compare, csv, json, text};

/// A form of report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Form {
    /// For a reader.
    #[default]
    Text,
    /// For another program.
    Json,
    /// For a spreadsheet.
    Csv,
}

/// Why a report could not be written.
#[derive(Debug, thiserror::Error)]
pub enum Unwritten {
    /// As JSON.
    #[error("the report cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// As CSV.
    #[error("the report cannot be written as CSV: {0}")]
    Csv(#[from] ::csv::Error),
}

/// The report in a form; how text is laid out matters to text alone.
///
/// # Errors
/// If the writer of the form fails, which no report that can be built brings about.
pub fn render(subject: &Subject<'_>, form: Form, manner: Manner) -> Result<String, Unwritten> {
    Ok(match form {
        Form::Text => text(subject, manner),
        Form::Json => json(subject)?,
        Form::Csv => csv(subject)?,
    })
}

/// Whether a file that begins like this is a report of ours, or empty: it may be written again.
pub fn is_report(beginning: &[u8]) -> bool {
    let heads: [&[&str]; 4] =
        [&super::csv::HEADS, &super::list::HEADS, &super::fit::HEADS, &compare::HEADS];
    let heads = heads.map(|heads| heads.join(","));
    let beginnings = [
        BEGINNING,
        FIT_BEGINNING,
        LIST_BEGINNING,
        compare::BEGINNING,
        "{\n  \"schema\": 1,\n  \"scenario\": {",
        "{\n  \"schema\": 1,\n  \"comparison\": {",
    ];
    let mut all = beginnings.into_iter().chain(heads.iter().map(String::as_str));
    beginning.is_empty() || all.any(|own| beginning.starts_with(own.as_bytes()))
}
