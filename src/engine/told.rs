//! Figures that a story, a lesson or a question names by path: an outcome, what a lever holds, or
//! the month in which a programme starts after all; sums of them, and conditions on those.
//!
//! How a figure is written belongs to `report`.

use super::{Outcome, OutcomeMeasure, Reading, Unit, measure_at};
use crate::levers::{
    Field, Fraction, Lever, Names, Refusal, Value, evaluate, is_share, lever_at, node_at, number,
};
use crate::model::{MeasureUnit, Node, Quoted, Scenario, Which};
use crate::money::Share;

/// A figure by its path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Told {
    /// An outcome.
    Read(OutcomeMeasure),
    /// What a lever holds.
    Held(Lever),
    /// When a programme starts after all: `07G/crisis-line.new_start`.
    NewStart(usize),
}

/// The figure at a path; of an outcome and a lever of one name, the outcome.
///
/// # Errors
/// If the path leads to none; with the nearest right one.
pub fn told_at(scenario: &Scenario, path: &str) -> Result<Told, Refusal> {
    if let Some(place) = path.strip_suffix(".new_start")
        && let Node::Programme(place) = node_at(scenario, place)?
    {
        return Ok(Told::NewStart(place));
    }
    match (measure_at(scenario, path), lever_at(scenario, path)) {
        (Ok(measure), _) => Ok(Told::Read(measure)),
        (_, Ok(lever)) => Ok(Told::Held(lever)),
        // Of two refusals the one that knows a near name says more.
        (Err(_), Err(refusal)) if refusal.nearest.is_some() => Err(refusal),
        (Err(refusal), Err(_)) => Err(refusal),
    }
}

/// Whether a figure that a sentence quotes is there.
///
/// # Errors
/// The path that leads nowhere; or that nothing was published of it.
pub fn leads(scenario: &Scenario, own: &Quoted) -> Result<(), Refusal> {
    for path in [Some(&own.path), own.of.as_ref()].into_iter().flatten() {
        told_at(scenario, path)?;
    }
    let mut observed = scenario.words.observed.iter();
    match own.which == Which::Reported && !observed.any(|published| published.path == own.path) {
        true => Err(Refusal::new(format!("Nothing was published of {}.", own.path))),
        false => Ok(()),
    }
}

impl Told {
    /// The figure as a number with its unit; `None` of a rule, a month, a choice.
    pub fn reading(self, scenario: &Scenario, outcome: &Outcome) -> Option<Reading> {
        match self {
            Self::Read(measure) => Some(measure.read(scenario, outcome)),
            Self::Held(lever) => held(scenario, lever),
            Self::NewStart(_) => None,
        }
    }

    /// The node that it is a figure of.
    pub const fn node(self) -> Node {
        match self {
            Self::Read(measure) => measure.node,
            Self::Held(lever) => lever.node,
            Self::NewStart(place) => Node::Programme(place),
        }
    }
}

/// What a lever holds, as a number; money is pence, a share is a part of one.
fn held(scenario: &Scenario, lever: Lever) -> Option<Reading> {
    let value = lever.get(scenario);
    let known = number(&value);
    let (unit, per) = match (&value, lever.field) {
        (share, _) if is_share(share) => (Unit::Share, i128::from(Share::UNITS)),
        (Value::Measure(_), Field::Measure(column)) => {
            let measure = scenario.measures.measure(column)?;
            match measure.unit {
                MeasureUnit::Money => (Unit::Money, 1),
                MeasureUnit::People | MeasureUnit::Number => {
                    (Unit::People, 10_i128.pow(measure.decimals))
                }
            }
        }
        (Value::Count(_) | Value::Whole(_), _) => (Unit::People, 1),
        (Value::Money(_) | Value::Offset(_) | Value::Recovery(_) | Value::Limit(_), _) => {
            (Unit::Money, 1)
        }
        _ => return None,
    };
    Some(Reading { value: known.map(|number| (number, per)), unit })
}

/// A sum of figures and numbers, in pounds, months, people or parts of one: `{MSE.ask} * 13.68%`.
///
/// # Errors
/// What could not be read or is not known, in a sentence.
pub fn sum(scenario: &Scenario, outcome: &Outcome, text: &str) -> Result<Fraction, String> {
    let path = |path: &str| -> Result<Fraction, String> {
        // What a text may quote in other forms a sum reads plainly.
        if let Some((form, _)) = path.split_once(' ') {
            return Err(format!(
                "`{form}` belongs to texts; here write a path alone, such as {{07G.ask}}"
            ));
        }
        let told = told_at(scenario, path).map_err(|refusal| refusal.to_string())?;
        let reading = told.reading(scenario, outcome);
        reading.and_then(in_units).ok_or_else(|| format!("{path} is not a known number"))
    };
    let names =
        Names { base: None, now: None, path: &path, pence_in_unit: 100, counts_percent: false };
    evaluate(text, &names)
}

/// A reading in the unit in which people say it: pounds, not pence.
pub(super) fn in_units(reading: Reading) -> Option<Fraction> {
    let (n, d) = reading.value?;
    Some(match reading.unit {
        Unit::Money | Unit::PencePerHead => (n, d.checked_mul(100)?),
        Unit::Months | Unit::Share | Unit::People => (n, d),
    })
}

/// The signs of a condition, the longer ones first.
const SIGNS: [&str; 7] = ["<=", ">=", "!=", "<", ">", "~", "="];

/// Whether a condition holds: two sums with `=`, `!=`, `<`, `<=`, `>`, `>=` between them, or `~`,
/// within half a percent.
///
/// # Errors
/// What could not be read or is not known, in a sentence.
pub fn holds(scenario: &Scenario, outcome: &Outcome, text: &str) -> Result<bool, String> {
    let (at, sign) = SIGNS
        .iter()
        .filter_map(|sign| text.find(sign).map(|at| (at, *sign)))
        .min_by_key(|(at, sign)| (*at, usize::MAX - sign.len()))
        .ok_or_else(|| format!("“{text}” is no condition: write  {{07G.ask}} > 500k"))?;
    let (left, right) = (&text[..at], &text[at + sign.len()..]);
    let (a, b) = sum(scenario, outcome, left)?;
    let (c, d) = sum(scenario, outcome, right)?;
    let too_large = || "the numbers grow too large".to_owned();
    let left = a.checked_mul(d).ok_or_else(too_large)?;
    let right = c.checked_mul(b).ok_or_else(too_large)?;
    Ok(match sign {
        "<=" => left <= right,
        ">=" => left >= right,
        "!=" => left != right,
        "<" => left < right,
        ">" => left > right,
        "~" => {
            let apart = left.checked_sub(right).and_then(i128::checked_abs);
            let apart = apart.and_then(|apart| apart.checked_mul(200)).ok_or_else(too_large)?;
            apart <= right.checked_abs().ok_or_else(too_large)?
        }
        _ => left == right,
    })
}
