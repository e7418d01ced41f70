//! The workings of a year, computed on demand.

use std::borrow::Cow;

use super::book::{Book, Line, Source};
use super::{areas, aside, derived, partners, together, years};
use crate::engine::{Engine, Outcome, OutcomeMeasure};
use crate::model::{Node, Scenario};
use crate::money::Pence;

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
            Source::Year(own) => years::line(scenario, &self.outcome, own).map(Cow::Owned),
            Source::Here(own) => areas::line(scenario, &self.outcome, own).map(Cow::Owned),
            Source::All(..) | Source::Tested(_) => {
                together::line(scenario, &self.outcome, source).map(Cow::Owned)
            }
            Source::Pays(_) | Source::PaysNoMore(_) => {
                partners::line(scenario, &self.outcome, source).map(Cow::Owned)
            }
            other => aside::line(scenario, &self.outcome, other).map(Cow::Owned),
        }
    }

    /// What a number that is worked out comes to in pence; `None` of one that is not known, that is
    /// not money, or that is no number of an outcome, its years, areas and sums.
    pub fn pence(&self, scenario: &Scenario, source: Source) -> Option<Pence> {
        let outcome = &self.outcome;
        match source {
            Source::Outcome(node, id) => {
                OutcomeMeasure::find(node, id)?.read(scenario, outcome).pence()
            }
            Source::Year(own) => years::read(scenario, outcome, own),
            Source::Here(own) => areas::read(scenario, outcome, own),
            Source::All(..) | Source::Tested(_) => together::read(scenario, outcome, source),
            Source::Pays(place) => outcome.joint_parts[place].budget,
            Source::PaysNoMore(place) => outcome.joint_parts[place].lost,
            _ => None,
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
