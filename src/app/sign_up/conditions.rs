//! A partner's key tests, one a row: a fact to tick, or a figure and its bound.

use super::Board;
use crate::app::Mark;
use crate::app::session::Session;
use crate::engine::{OutcomeMeasure, Reading, Unit};
use crate::format::{self, Minus};
use crate::levers::{Field, Lever};
use crate::model::{KeyTest, Node, Scenario, Standing};
use crate::money::{Pence, Share};

/// A key test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionRow {
    /// The test, as a place in the scenario's list.
    pub test: usize,
    /// What it demands.
    pub name: String,
    /// Whether the fact is ticked; `None` if it is measured.
    pub fact: Option<bool>,
    /// Whether it passes; `None` is not known.
    pub passes: Option<bool>,
    /// How it is decided: “fact to tick”, or the figure and its bound.
    pub detail: String,
    /// Where that comes from.
    pub source: String,
    /// Whether the reader ticked it.
    pub moved: bool,
    /// The mark of the fact, where that was never published.
    pub mark: Option<Mark>,
}

impl ConditionRow {
    /// Whether it is met, in words.
    pub const fn verdict(&self) -> &'static str {
        match self.passes {
            Some(true) => "✓ met",
            Some(false) => "✕ not met",
            None => "? not known",
        }
    }

    /// The row for those who hear it.
    pub fn sentence(&self) -> String {
        let verdict = self.verdict().split_once(' ').map_or("", |(_, words)| words);
        format!("{}: {verdict}; {} ({})", self.name, self.detail, self.source)
    }
}

impl Board {
    /// Its key tests.
    pub fn conditions(&self, session: &Session) -> Vec<ConditionRow> {
        let scenario = session.now();
        let row = |(test, verdict): &(usize, crate::engine::Verdict)| {
            let own = &scenario.words.key_tests[*test];
            let lever = Lever { node: Node::KeyTest(*test), field: Field::Fact };
            let fact = scenario.facts[*test];
            let moved = fact.is_some() && session.is_moved(lever);
            ConditionRow {
                test: *test,
                name: own.words.name.clone(),
                fact,
                passes: verdict.passes,
                detail: match fact {
                    Some(_) => "fact to tick".to_owned(),
                    None => measured(own, verdict.worst),
                },
                source: match (fact, moved) {
                    (_, true) => "yours".to_owned(),
                    (Some(_), false) => source(scenario, lever),
                    (None, false) => "worked out".to_owned(),
                },
                moved,
                mark: fact.and_then(|_| Mark::of(session, lever)),
            }
        };
        self.signature.tests.iter().map(row).collect()
    }
}

/// The figure that decides a test beside its bound: `£0.000m, at most £0`.
fn measured(test: &KeyTest, worst: Option<(OutcomeMeasure, Reading)>) -> String {
    let unit = worst.map(|(_, reading)| reading.unit);
    let held = worst.and_then(|(_, own)| reading(own));
    let held = held.unwrap_or_else(|| "nothing known".to_owned());
    let Some((bound, upper)) = &test.bound else { return held };
    let bound = bound.trim_matches('"');
    let bound = match (&test.of, unit) {
        (Some(of), _) => format!("{bound} of {}", of.to_lowercase().replace('_', " ")),
        (None, Some(Unit::Money | Unit::PencePerHead)) if !bound.starts_with('£') => {
            format!("£{}", bound.replace('_', ","))
        }
        _ => bound.to_owned(),
    };
    format!("{held}, at {} {bound}", if *upper { "most" } else { "least" })
}

/// A reading with its unit; `None` is not known.
fn reading(own: Reading) -> Option<String> {
    if let Some(pence) = own.pence() {
        return Some(format::millions(pence, 3, Minus::Sign));
    }
    let (numerator, denominator) = own.value?;
    let tenths = (20 * numerator + denominator).div_euclid(2 * denominator);
    let one_decimal = format!("{}.{}", tenths.div_euclid(10), tenths.rem_euclid(10));
    let whole = i64::try_from((2 * numerator + denominator).div_euclid(2 * denominator)).ok()?;
    Some(match own.unit {
        Unit::Months => format!("{one_decimal} months"),
        Unit::People => format!("{} people", format::whole(whole, Minus::Sign)),
        Unit::Share => {
            let units = numerator.checked_mul(i128::from(Share::UNITS))? / denominator;
            let share = Share::from_units(i64::try_from(units).ok()?);
            format!("{}%", format::percent_column(share, 1, Minus::Sign))
        }
        Unit::Money | Unit::PencePerHead => format::exact(Pence::new(whole), Minus::Sign),
    })
}

/// Where a fact comes from, in few words: “Hackney Gazette 2017”, “assumed”.
fn source(scenario: &Scenario, lever: Lever) -> String {
    let Some(figure) = lever.figure(scenario) else { return "no source".to_owned() };
    let entry = match figure.standing {
        Standing::Published | Standing::Reported => scenario.words.source(&figure.source),
        standing => return standing.word().to_owned(),
    };
    let Some(entry) = entry else { return figure.standing.word().to_owned() };
    let title = entry.title.split(": ").next().unwrap_or_default();
    let year = entry.date.as_ref().and_then(|date| date.get(..4));
    match year.filter(|year| !title.contains(year)) {
        Some(year) => format!("{title} {year}"),
        None => title.to_owned(),
    }
}
