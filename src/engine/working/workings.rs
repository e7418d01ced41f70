//! The workings of a year, computed on demand.

use std::borrow::Cow;

use super::book::{Book, Line, Source};
use super::{aside, derived};
use crate::engine::{Engine, Outcome, OutcomeMeasure};
use crate::model::{Node, Scenario};

/// A year and how all of its numbers come about.
#[derive(Debug)]
pub struct Workings {
    /// What the year comes to.
    pub outcome: Outcome,
    book: Book,
}

/// Computes a year and writes down how its numbers come about.
pub fn workings(scenario: &Scenario) -> Workings {
    let mut engine = Engine { book: Some(Book::default()), ..Engine::default() };
    let mut outcome = Outcome::default();
    engine.compute(scenario, &mut outcome);
    Workings { outcome, book: engine.book.unwrap_or_default() }
}

impl Workings {
    /// How a number comes about; `None` of what is not worked out: what a lever holds, what nobody
    /// knows, what is nought because nothing was asked.
    pub fn line(&self, scenario: &Scenario, source: Source) -> Option<Cow<'_, Line>> {
        match source {
            Source::Outcome(node, id) => self.outcome_line(scenario, node, id),
            other => aside::line(scenario, &self.outcome, other).map(Cow::Owned),
        }
    }

    fn outcome_line(&self, scenario: &Scenario, node: Node, id: &str) -> Option<Cow<'_, Line>> {
        if let Some(measure) = OutcomeMeasure::find(node, id) {
            measure.read(scenario, &self.outcome).value?;
        }
        let own = self.book.line(node, id).map(Cow::Borrowed);
        own.or_else(|| derived::line(scenario, &self.outcome, (node, id)).map(Cow::Owned))
    }
}
