//! The report as JSON, and the JSON Schema that describes it.
//!
//! Here belongs the form that other programs rely on: field names, order, nulls. What the amounts
//! are belongs to `engine`.

mod fill;
mod list;
mod shape;

pub(super) use fill::{changes, figures, head};
pub(super) use list::list;
pub(super) use shape::{Changed, Figure, ScenarioHead};

use super::Subject;

/// The report as JSON, ending with a line break; the same subject gives the same bytes.
///
/// # Errors
/// If serde cannot write it, which no report that can be built brings about.
pub fn json(subject: &Subject<'_>) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(&fill::report(subject)).map(|text| text + "\n")
}

/// The JSON Schema of [`json()`], ending with a line break.
///
/// # Errors
/// As [`json()`].
pub fn json_schema() -> Result<String, serde_json::Error> {
    let schema = schemars::schema_for!(shape::Report);
    serde_json::to_string_pretty(&schema).map(|text| text + "\n")
}
