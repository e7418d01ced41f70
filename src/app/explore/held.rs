//! What a lever is called in its row, and what it holds, as short as the row needs it.

use crate::format::{self, Minus};
use crate::levers::{Field, Lever, Value, shares_with, value_words};
use crate::model::{Limit, MeasureUnit, Node, Offset, Recovery, Scenario};
use crate::money::{Pence, Share};

/// The word of a lever in its row.
pub(in crate::app) fn word(scenario: &Scenario, lever: Lever) -> String {
    match lever.field {
        Field::Percent if shares_with(scenario, lever).is_some() => match lever.node {
            Node::Group(_) => "groups".to_owned(),
            _ => "share".to_owned(),
        },
        Field::Absorbs => "absorb".to_owned(),
        Field::Measure(column) => {
            scenario.measures.measure(column).map_or_else(String::new, |m| m.words.clone())
        }
        field => field.words(scenario),
    }
}

/// What a lever holds, as short as its row needs it; amounts in £m.
pub(in crate::app) fn value(scenario: &Scenario, lever: Lever) -> String {
    let held = lever.get(scenario);
    match &held {
        Value::Money(Some(amount))
        | Value::Offset(Offset::Amount(amount))
        | Value::Recovery(Recovery::Amount(amount))
        | Value::Limit(Some(Limit::Amount(amount))) => millions(*amount, lever.field),
        Value::Money(None) if lever.field == Field::Fixed => "none".to_owned(),
        Value::Share(Some(own)) => shares(scenario, lever, *own),
        Value::Rule(_) => {
            let words = value_words(scenario, lever, &held);
            match words.strip_prefix("in proportion to ") {
                Some(measure) => measure.to_owned(),
                None if words == "the same amount each" => "equal".to_owned(),
                None => words,
            }
        }
        Value::Measure(Some(size)) => size_words(scenario, lever, *size),
        _ => value_words(scenario, lever, &held),
    }
}

/// A size in its measure's unit: `£224.492m`, `176,532`; other numbers as they are written.
pub fn size_words(scenario: &Scenario, lever: Lever, size: i128) -> String {
    let Field::Measure(column) = lever.field else { return String::new() };
    match scenario.measures.measure(column).map(|measure| measure.unit) {
        Some(MeasureUnit::Money) => format::millions(Pence::from_wide(size), 3, Minus::Sign),
        Some(MeasureUnit::People) => {
            format::whole_pounds(Pence::from_wide(size * 100), Minus::Sign).replace('£', "")
        }
        _ => value_words(scenario, lever, &Value::Measure(Some(size))),
    }
}

/// One decimal for levers that step by a million, unless more is needed; else three.
fn millions(amount: Pence, field: Field) -> String {
    let tenth = Pence::pounds(100_000).get();
    let coarse = field.step() >= i128::from(Pence::pounds(1_000_000).get());
    let decimals = if coarse && amount.get() % tenth == 0 { 1 } else { 3 };
    format::column(amount, decimals, Minus::Sign)
}

/// All shares of a split of groups, `70.0 : 30.0 %`; else the share alone.
fn shares(scenario: &Scenario, lever: Lever, own: Share) -> String {
    let one = |share: Share| {
        let tenths = (2 * share.units() + Share::UNITS / 1000).div_euclid(Share::UNITS / 500);
        format!("{}.{}", tenths / 10, tenths % 10)
    };
    match shares_with(scenario, lever) {
        Some(all) if matches!(lever.node, Node::Group(_)) && all.len() <= 3 => {
            let all: Vec<String> = all.iter().map(|(_, share)| one(*share)).collect();
            format!("{} %", all.join(" : "))
        }
        _ => format::percent(own, Minus::Sign),
    }
}
