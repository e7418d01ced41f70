//! The comparison as JSON: amounts in whole pence, other figures as decimals in text, `null` where
//! something is not known or not there.

use serde::Serialize;

use super::{Compared, letter, name, part, status, whose};
use crate::analysis::compare::{Input, Row, Side, difference};
use crate::engine::{Reading, Unit};
use crate::levers::value_text;
use crate::report::number::{reading, unit_word};
use crate::report::{behind, json};

#[derive(Serialize)]
struct Paper {
    schema: u32,
    comparison: Head,
    sides: Vec<OneSide>,
    inputs: Vec<OneInput>,
    outcomes: Vec<OneRow>,
}

/// What is measured against what.
#[derive(Serialize)]
struct Head {
    baseline: &'static str,
}

#[derive(Serialize)]
struct OneSide {
    side: &'static str,
    name: String,
    scenario: json::ScenarioHead,
    changes: Vec<json::Changed>,
    figures: Vec<json::Figure>,
}

/// An input on every side, in the order of `sides`.
#[derive(Serialize)]
struct OneInput {
    path: String,
    values: Vec<Option<String>>,
    differs: Vec<bool>,
}

/// A figure on every side, in the order of `sides`.
#[derive(Serialize)]
struct OneRow {
    part: &'static str,
    path: String,
    name: String,
    measure: &'static str,
    unit: &'static str,
    #[serde(flatten)]
    figures: Amounts,
    /// Whether a side has anything of this path.
    is_there: Vec<bool>,
    /// Of the least and the most: whose it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    whose: Option<Vec<Option<String>>>,
    /// Of a start: what becomes of the programme.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<Vec<Option<String>>>,
}

/// Money in pence, everything else as a decimal.
#[derive(Serialize)]
#[serde(untagged)]
enum Amounts {
    Money { values_pence: Vec<Option<i64>>, changes_pence: Vec<Option<i64>> },
    Other { values: Vec<Option<String>>, changes: Vec<Option<String>> },
}

pub(super) fn paper(compared: &Compared<'_>) -> Result<String, serde_json::Error> {
    let comparison = compared.comparison;
    let sides = comparison.sides;
    let paper = Paper {
        schema: 1,
        comparison: Head { baseline: letter(comparison.baseline) },
        sides: sides.iter().enumerate().map(one_side).collect(),
        inputs: comparison.inputs().iter().map(|input| one_input(compared, input)).collect(),
        outcomes: comparison
            .outcomes(compared.wanted)
            .iter()
            .map(|row| one_row(compared, row))
            .collect(),
    };
    serde_json::to_string_pretty(&paper).map(|text| text + "\n")
}

fn one_side((at, side): (usize, &Side<'_>)) -> OneSide {
    let changes = side.changes();
    OneSide {
        side: letter(at),
        name: side.name.to_owned(),
        scenario: json::head(&side.now.words),
        changes: json::changes(side.now, &changes),
        figures: json::figures(&behind(side.now, &changes)),
    }
}

fn one_input(compared: &Compared<'_>, input: &Input) -> OneInput {
    let value = |(side, lever): (usize, &Option<crate::levers::Lever>)| {
        let (now, lever) = (compared.comparison.sides[side].now, (*lever)?);
        Some(value_text(now, lever, &lever.get(now)))
    };
    OneInput {
        path: input.path.clone(),
        values: input.levers.iter().enumerate().map(value).collect(),
        differs: input.differs.clone(),
    }
}

fn one_row(compared: &Compared<'_>, row: &Row) -> OneRow {
    let comparison = compared.comparison;
    let base = row.cells[comparison.baseline].reading;
    let values: Vec<Option<Reading>> = row.cells.iter().map(|cell| cell.reading).collect();
    let change = |own: &Option<Reading>| Some(difference((*own)?, base?));
    let changes: Vec<Option<Reading>> = values.iter().map(change).collect();
    let unit = values.iter().flatten().next().map_or(Unit::Money, |own| own.unit);
    let pence = |own: &Option<Reading>| own.and_then(Reading::pence).map(crate::money::Pence::get);
    let decimal = |own: &Option<Reading>| own.and_then(reading);
    let figures = match unit {
        Unit::Money => Amounts::Money {
            values_pence: values.iter().map(pence).collect(),
            changes_pence: changes.iter().map(pence).collect(),
        },
        _ => Amounts::Other {
            values: values.iter().map(decimal).collect(),
            changes: changes.iter().map(decimal).collect(),
        },
    };
    let sides = 0..values.len();
    let id = |side| whose(comparison, row, side).map(|words| words.id.clone());
    let whose = sides.clone().map(id).collect();
    let status = sides.map(|side| status(comparison, row, side)).collect();
    OneRow {
        part: part(row.section),
        path: row.path.clone(),
        name: name(comparison, row),
        measure: row.id,
        unit: if unit == Unit::Money { "pence" } else { unit_word(unit) },
        figures,
        is_there: row.cells.iter().map(|cell| cell.node.is_some()).collect(),
        whose: row.place.is_none().then_some(whose),
        status: (row.id == "delay").then_some(status),
    }
}
