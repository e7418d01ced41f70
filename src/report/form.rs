//! The forms in which a report can be written, and how a file that holds one begins.

use super::text::{BEGINNING, FIT_BEGINNING};
use super::{LIST_BEGINNING, Manner, Subject, csv, json, text};

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
    let csv = super::csv::HEADS.join(",");
    let list = super::list::HEADS.join(",");
    let fit = super::fit::HEADS.join(",");
    let json = "{\n  \"schema\": 1,\n  \"scenario\": {";
    let beginnings = [BEGINNING, FIT_BEGINNING, LIST_BEGINNING, json, csv.as_str(), &fit, &list];
    beginning.is_empty() || beginnings.iter().any(|own| beginning.starts_with(own.as_bytes()))
}
