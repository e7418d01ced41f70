//! Key tests: a partner's conditions, read from their words and judged on an outcome.
//!
//! The model keeps them as written. Where they stand in a file, and what its reader is told of a
//! fault, belongs to `document`.

use std::cmp::Ordering;

use super::{Outcome, OutcomeMeasure, Reading, Unit, measure_at};
use crate::format::{self, ReadFault};
use crate::levers::{Refusal, node_at};
use crate::model::{MeasureUnit, Node, Scenario};
use crate::money::{Pence, Share};
use crate::split::Column;

/// A key test whose words are understood.
#[derive(Clone, Debug)]
pub struct Trial {
    condition: Condition,
}

#[derive(Clone, Debug)]
enum Condition {
    /// Ticked by a person.
    Fact(bool),
    /// Every reading is on the right side of the bound.
    Bound { measures: Vec<OutcomeMeasure>, bound: Bound, upper: bool },
    /// The sum of a partner's readings of money is.
    Sum { own: Vec<OutcomeMeasure>, partner: Option<Node>, bound: Bound, upper: bool },
}

#[derive(Clone, Copy, Debug)]
enum Bound {
    /// So much, as a fraction in the measure's own unit (money in pence).
    Fixed(i128, i128),
    /// So much of one of the node's measures of money.
    PercentOf(Share, Column),
}

/// What a test comes to on one outcome.
#[derive(Clone, Copy, Debug)]
pub struct Verdict {
    /// Whether it passes; `None` if a figure that would decide it is not known.
    pub passes: Option<bool>,
    /// The reading furthest on the wrong side; `None` for a fact, or if nothing is known.
    pub worst: Option<(OutcomeMeasure, Reading)>,
    /// How many readings were judged; the worst of one is that one.
    pub readings: usize,
}

impl Trial {
    /// Reads a key test.
    ///
    /// # Errors
    /// A measure, path or bound that is not understood, with what would be.
    pub fn read(scenario: &Scenario, place: usize) -> Result<Self, Refusal> {
        let test = &scenario.words.key_tests[place];
        if let Some(fact) = scenario.facts[place] {
            return Ok(Self { condition: Condition::Fact(fact) });
        }
        let (Some(measure), Some((bound, upper))) = (&test.measure, &test.bound) else {
            return Err(Refusal::new(
                "A key test has a `fact`, or a `measure` with `at_most` or `at_least`.",
            ));
        };
        let measures = match (&test.every, &test.sum) {
            (Some(every), _) => programmes(scenario, every.tag.as_deref(), measure)?,
            (None, Some(sum)) => {
                let own = programmes(scenario, sum.tag.as_deref(), measure)?;
                let partner = test.partner.as_deref().and_then(|p| node_at(scenario, p).ok());
                let (own, unit) = (within(scenario, own, partner), Unit::Money);
                let bound = read_bound(scenario, (bound, test.of.as_deref()), unit)?;
                return Ok(Self {
                    condition: Condition::Sum { own, partner, bound, upper: *upper },
                });
            }
            (None, None) => vec![measure_at(scenario, measure)?],
        };
        let unit = measures.first().map_or(Unit::Money, |measure| measure.row.unit);
        let bound = read_bound(scenario, (bound, test.of.as_deref()), unit)?;
        Ok(Self { condition: Condition::Bound { measures, bound, upper: *upper } })
    }

    /// The numbers that it adds up; `None` of a test that adds nothing up.
    pub fn summed(&self) -> Option<&[OutcomeMeasure]> {
        match &self.condition {
            Condition::Sum { own, .. } => Some(own),
            Condition::Fact(_) | Condition::Bound { .. } => None,
        }
    }

    /// Judges it on an outcome.
    pub fn judge(&self, scenario: &Scenario, outcome: &Outcome) -> Verdict {
        let (measures, bound, upper) = match &self.condition {
            Condition::Fact(fact) => {
                return Verdict { passes: Some(*fact), worst: None, readings: 0 };
            }
            Condition::Sum { own, partner, bound, upper } => {
                return judge_sum(scenario, outcome, own, (*partner, *bound, *upper));
            }
            Condition::Bound { measures, bound, upper } => (measures, *bound, *upper),
        };
        let wrong = if upper { Ordering::Greater } else { Ordering::Less };
        let mut verdict = Verdict { passes: Some(true), worst: None, readings: 0 };
        for &measure in measures.iter().filter(|m| applies(outcome, **m)) {
            verdict.readings += 1;
            let reading = measure.read(scenario, outcome);
            let limit = bound.at(scenario, measure.node, reading.unit);
            let side = limit.and_then(|limit| reading.compare(limit));
            let failed = verdict.passes == Some(false);
            verdict.passes = match (verdict.passes, side) {
                (Some(false), _) => Some(false),
                (_, Some(side)) if side == wrong => Some(false),
                (_, None) => None,
                (passes, Some(_)) => passes,
            };
            // Where each is judged by its own size, the largest that passes is no worse than one
            // that fails.
            let worse = match verdict.worst {
                None => reading.value.is_some(),
                Some(_) if failed != (side == Some(wrong)) => !failed,
                Some((_, worst)) => reading.compare(worst) == Some(wrong),
            };
            if worse {
                verdict.worst = Some((measure, reading));
            }
        }
        verdict
    }
}

/// Judges the sum over programmes; one that is not known leaves the sum unknown, and so does having
/// none: what nobody described is not nought.
fn judge_sum(
    scenario: &Scenario,
    outcome: &Outcome,
    own: &[OutcomeMeasure],
    (partner, bound, upper): (Option<Node>, Bound, bool),
) -> Verdict {
    let readings = own.iter().map(|measure| measure.read(scenario, outcome).pence());
    let sum = readings.sum::<Option<Pence>>().filter(|_| !own.is_empty());
    let sum = sum.map(|sum| (i128::from(sum.get()), 1));
    let sum = Reading { value: sum, unit: Unit::Money };
    let limit = partner.map_or_else(|| bound.fixed(), |node| bound.at(scenario, node, Unit::Money));
    let wrong = if upper { Ordering::Greater } else { Ordering::Less };
    let side = limit.and_then(|limit| sum.compare(limit));
    let worst = own.first().filter(|_| sum.value.is_some()).map(|measure| (*measure, sum));
    Verdict { passes: side.map(|side| side != wrong), worst, readings: 1 }
}

/// Of programmes those of a body, or of the bodies of a system or group.
fn within(
    scenario: &Scenario,
    own: Vec<OutcomeMeasure>,
    partner: Option<Node>,
) -> Vec<OutcomeMeasure> {
    let below = |node: Node| {
        let mut at = Some(node);
        while let Some(node) = at {
            if Some(node) == partner {
                return true;
            }
            at = scenario.parent(node);
        }
        partner.is_none()
    };
    own.into_iter().filter(|measure| below(measure.node)).collect()
}

impl Bound {
    /// The bound, where it is no share of a node's own size.
    fn fixed(self) -> Option<Reading> {
        match self {
            Self::Fixed(numerator, denominator) => {
                Some(Reading { value: Some((numerator, denominator)), unit: Unit::Money })
            }
            Self::PercentOf(..) => None,
        }
    }

    /// The bound at a node as a reading of the same unit.
    fn at(self, scenario: &Scenario, node: Node, unit: Unit) -> Option<Reading> {
        let value = match self {
            Self::Fixed(numerator, denominator) => (numerator, denominator),
            Self::PercentOf(share, column) => {
                let sized = match node {
                    Node::Programme(_) => scenario.parent(node)?,
                    other => other,
                };
                let size = scenario.measure(sized, column)?;
                (i128::from(share.units()).checked_mul(size)?, i128::from(Share::UNITS))
            }
        };
        Some(Reading { value: Some(value), unit })
    }
}

/// The measure of every programme, or of those with a tag.
fn programmes(
    scenario: &Scenario,
    tag: Option<&str>,
    id: &str,
) -> Result<Vec<OutcomeMeasure>, Refusal> {
    let ids = || OutcomeMeasure::all(Node::Programme(0)).map(|measure| measure.row.id);
    if !ids().any(|known| known == id) {
        let names: Vec<&str> = ids().collect();
        let message =
            format!("A programme has no outcome measure `{id}`. It has: {}.", names.join(", "));
        let nearest = format::nearest(id, names).map(str::to_owned);
        return Err(Refusal::with_nearest(message, nearest));
    }
    let wanted = |place: &usize| {
        tag.is_none_or(|tag| scenario.words.programmes[*place].tags.iter().any(|own| own == tag))
    };
    let places = (0..scenario.programmes.len()).filter(wanted);
    Ok(places.filter_map(|place| OutcomeMeasure::find(Node::Programme(place), id)).collect())
}

fn read_bound(
    scenario: &Scenario,
    (written, of): (&str, Option<&str>),
    unit: Unit,
) -> Result<Bound, Refusal> {
    let written = written.trim_matches('"');
    let misread = |fault: ReadFault| Refusal::new(format!("The bound cannot be read: {fault}."));
    if let Some(name) = of {
        let name = name.trim_matches('"');
        let column = scenario.measures.column(name).filter(|column| {
            scenario.measures.measure(*column).is_some_and(|m| m.unit == MeasureUnit::Money)
        });
        let column = column.filter(|_| unit == Unit::Money).ok_or_else(|| {
            Refusal::new(format!("A bound cannot be a percent of `{name}`: both must be money."))
        })?;
        return Ok(Bound::PercentOf(format::parse_percent(written).map_err(misread)?, column));
    }
    match unit {
        Unit::Money | Unit::PencePerHead => {
            let amount = format::parse_amount(written, format::Unit::Pounds).map_err(misread)?;
            Ok(Bound::Fixed(i128::from(amount.get()), 1))
        }
        Unit::Share => {
            let share = format::parse_percent(written).map_err(misread)?;
            Ok(Bound::Fixed(i128::from(share.units()), i128::from(Share::UNITS)))
        }
        Unit::Months | Unit::People => {
            let number = format::parse_decimal(written).map_err(misread)?;
            let denominator = 10_i128.pow(number.scale());
            Ok(Bound::Fixed(number.mantissa(), denominator))
        }
    }
}

/// Whether a measure says something of its node at all: a programme that runs has no delay, one
/// that is delayed loses nobody. Where the cost is not known, both might be.
fn applies(outcome: &Outcome, measure: OutcomeMeasure) -> bool {
    let Node::Programme(place) = measure.node else { return true };
    let programme = &outcome.programmes[place];
    match measure.row.unit {
        Unit::Months => programme.budget.is_none() || programme.delays,
        Unit::People => programme.budget.is_none() || !programme.delays,
        _ => true,
    }
}
