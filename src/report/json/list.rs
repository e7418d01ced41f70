//! The list of figures by itself as JSON: which scenario, the figures as a report has them, and each
//! source with how many of them rest on it.

use serde::Serialize;

use super::fill::{figures, head};
use super::shape::{Figure, ScenarioHead};
use crate::model::Scenario;
use crate::report::Behind;

#[derive(Serialize)]
struct List {
    schema: u32,
    scenario: ScenarioHead,
    figures: Vec<Figure>,
    sources: Vec<Source>,
}

/// A source, and how many of the figures cite it or name it in their reason.
#[derive(Serialize)]
struct Source {
    id: String,
    title: String,
    date: Option<String>,
    url: Option<String>,
    figures: usize,
}

/// The list as JSON, with a line break at its end.
///
/// # Errors
/// If serde fails, which it does not on these types.
pub(in crate::report) fn list(
    scenario: &Scenario,
    own: &[Behind<'_>],
) -> Result<String, serde_json::Error> {
    let source = |source: &crate::model::SourceEntry| Source {
        id: source.id.clone(),
        title: source.title.clone(),
        date: source.date.clone(),
        url: source.url.clone(),
        figures: own.iter().filter(|figure| figure.rests_on(source)).count(),
    };
    let list = List {
        schema: 1,
        scenario: head(&scenario.words),
        figures: figures(own),
        sources: scenario.words.sources.iter().map(source).collect(),
    };
    Ok(serde_json::to_string_pretty(&list)? + "\n")
}
