//! The list of figures by itself, for other programs and for spreadsheets; as text it is laid out by
//! `cli`. What is on it is in `behind`.

use super::{Behind, Form, Unwritten, json};
use crate::model::Scenario;

/// The words with which the list as text begins.
pub const LIST_BEGINNING: &str = "fairshare sources: ";

/// The heads of its columns as CSV.
pub(super) const HEADS: [&str; 10] =
    ["path", "name", "field", "value", "standing", "source", "title", "date", "url", "line"];

/// The list in a form other than text: JSON, or CSV with a figure a row.
///
/// # Errors
/// If the writer of the form fails, which no list that can be built brings about.
pub fn list(scenario: &Scenario, figures: &[Behind<'_>], form: Form) -> Result<String, Unwritten> {
    Ok(match form {
        Form::Csv => csv(scenario, figures)?,
        Form::Json | Form::Text => json::list(scenario, figures)?,
    })
}

fn csv(scenario: &Scenario, figures: &[Behind<'_>]) -> Result<String, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(HEADS)?;
    for own in figures {
        let name = own.node.map_or("", |node| &scenario.words.of(node).name);
        let source = own.cited();
        let of = |part: fn(&crate::model::SourceEntry) -> Option<&str>| {
            source.and_then(part).unwrap_or_default().to_owned()
        };
        let line = own.line.map_or_else(String::new, |line| line.to_string());
        let cells = [
            own.path.clone(),
            name.to_owned(),
            own.field.clone(),
            own.value().to_owned(),
            own.standing().word().to_owned(),
            own.source_words(),
            of(|source| Some(&source.title)),
            of(|source| source.date.as_deref()),
            of(|source| source.url.as_deref()),
            line,
        ];
        writer.write_record(cells.map(|cell| super::csv::guarded(&cell)))?;
    }
    super::csv::finished(writer)
}
