//! Conditions of partners: what they measure, and the bound that it is held against.

use super::super::sheet::Reading;
use super::super::{Code, Diagnostic};
use crate::engine::{OutcomeMeasure, Unit as OutcomeUnit, measure_at};
use crate::format::{self, Unit};
use crate::levers::Reader;
use crate::model::{Node as Place, Scenario};
use crate::ron_text::{Kind, Node};

/// Every key test must name what it measures, in the unit of its bound.
pub(in super::super) fn key_tests(reading: &mut Reading<'_>, scenario: &Scenario) {
    for test in std::mem::take(&mut reading.pending.key_tests) {
        let unit = match (test.every, test.measure) {
            (true, Some((node, word))) => of_programmes(reading, node, &word),
            (false, Some((_, path))) => measure_at(scenario, &path).ok().map(|o| o.row.unit),
            (_, None) => None,
        };
        if let Some(node) =
            test.summed.filter(|_| unit.is_some_and(|unit| unit != OutcomeUnit::Money))
        {
            let fault = reading.at(Code::FIELDS_CLASH, node, "only amounts of money are summed");
            let fault = fault.label("not money");
            reading.note(fault.remedy("write  measure: \"spend\" or \"cut\"; or `every`"));
        }
        tag(reading, scenario, test.tag);
        if let Some(of) = test.of {
            let reader = Reader { measures: &scenario.measures.list, children: &[] };
            if let Err(misread) = reader.measure(of) {
                reading.misread(&misread);
            }
        }
        if let Some((bound, unit)) = test.bound.zip(unit) {
            bound_in(reading, bound, (unit, test.of));
        }
    }
}

/// The unit of a measure that is read off programmes one by one.
fn of_programmes(reading: &mut Reading<'_>, node: Node<'_>, word: &str) -> Option<OutcomeUnit> {
    let all = || OutcomeMeasure::all(Place::Programme(0)).map(|measure| measure.row);
    if let Some(row) = all().find(|row| row.id == word) {
        return Some(row.unit);
    }
    let ids: Vec<&str> = all().map(|row| row.id).collect();
    let fault =
        reading.at(Code::UNKNOWN_MEASURE, node, format!("a programme has no outcome `{word}`"));
    let fault = fault.label("not an outcome").nearest(format::nearest(word, ids.iter().copied()));
    reading.note(fault.remedy(format!("write one of {}", ids.join(", "))));
    None
}

fn tag(reading: &mut Reading<'_>, scenario: &Scenario, tag: Option<Node<'_>>) {
    let Some((node, tag)) = tag.and_then(|node| Some((node, node.text().ok()?))) else { return };
    let tags = || scenario.words.programmes.iter().flat_map(|words| &words.tags);
    if reading.lost || tags().any(|known| *known == tag) {
        return;
    }
    let nearest = format::nearest(&tag, tags().map(String::as_str)).map(str::to_owned);
    let fault =
        reading.at(Code::DANGLING_REFERENCE, node, format!("no programme is tagged `{tag}`"));
    let fault = fault.label("nobody has this tag").nearest(nearest.as_deref());
    reading.note(fault.remedy("name one of the `tags` of programmes, or tag one"));
}

/// A bound is an amount, or a share of a measure, where money is measured; else a plain number.
fn bound_in(
    reading: &mut Reading<'_>,
    bound: Node<'_>,
    (unit, of): (OutcomeUnit, Option<Node<'_>>),
) {
    let words = bound.number_text().map(std::borrow::Cow::Borrowed).or_else(|_| bound.text());
    let Ok(words) = words else {
        let fault = Diagnostic::mismatch(reading.source, &bound.is_not(Kind::Text));
        return reading.note(fault.of("the bound"));
    };
    let (code, read) = match (unit, of) {
        (OutcomeUnit::Money, Some(_)) => {
            (Code::BAD_PERCENT, format::parse_percent(&words).map(|_| ()))
        }
        (OutcomeUnit::Money | OutcomeUnit::PencePerHead, _) => {
            (Code::BAD_AMOUNT, format::parse_amount(&words, Unit::Pounds).map(|_| ()))
        }
        (OutcomeUnit::Share, _) => (Code::BAD_PERCENT, format::parse_percent(&words).map(|_| ())),
        (OutcomeUnit::Months | OutcomeUnit::People, _) => {
            (Code::BAD_NUMBER, format::parse_decimal(&words).map(|_| ()))
        }
    };
    if let Err(fault) = read {
        reading.note(Diagnostic::unread(code, reading.source, bound, &fault));
    }
}
