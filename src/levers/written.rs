//! Values written back: exactly as they would be typed, and in the plain words of a screen.

use super::typed::children_of;
use super::{Change, Field, Lever, Reader, Value};
use crate::format::{self, Minus};
use crate::model::{Limit, MeasureUnit, Node, Offset, Protection, Recovery, Scenario, SupportTest};
use crate::money::Pence;
use crate::split::Column;

/// A value as it would be typed: exact, with its unit. What is not known is `None`.
pub fn value_text(scenario: &Scenario, lever: Lever, value: &Value) -> String {
    let children = children_of(scenario, lever.node);
    let reader = Reader { measures: &scenario.measures.list, children: &children };
    let none = || "None".to_owned();
    match value {
        Value::Money(amount) => amount.map_or_else(none, format::typed),
        Value::Share(share) => share.map_or_else(none, |s| format::percent(s, Minus::Hyphen)),
        Value::Count(count) => count.map_or_else(none, |c| c.to_string()),
        Value::Measure(size) => match (size, lever.field) {
            (Some(size), Field::Measure(column)) => {
                reader.size_text(*size, column).trim_matches('"').to_owned()
            }
            _ => none(),
        },
        Value::Offset(Offset::WholeNeed) => "WholeNeed".to_owned(),
        Value::Offset(Offset::Amount(amount)) | Value::Recovery(Recovery::Amount(amount)) => {
            format::typed(*amount)
        }
        Value::Offset(Offset::Percent(share)) | Value::Recovery(Recovery::Share(share)) => {
            format::percent(*share, Minus::Hyphen)
        }
        Value::Limit(limit) => limit.map_or_else(none, |l| limit_text(scenario, lever, l)),
        Value::Rule(rule) => reader.rule_text(rule),
        Value::Lead(lead) => lead.map_or_else(none, |body| scenario.words.bodies[body].id.clone()),
        Value::Protection(Protection::AtMost(share)) => {
            format!("AtMost(\"{}\")", format::percent(*share, Minus::Hyphen))
        }
        Value::Test(SupportTest::Linked(share)) => {
            format!("Linked(\"{}\")", format::percent(*share, Minus::Hyphen))
        }
        Value::Whole(number) => number.to_string(),
        Value::Month(month) => month.map_or_else(none, |m| m.to_string()),
        choice => choice.choice().map_or_else(String::new, |(name, _, _)| (*name).to_owned()),
    }
}

/// A value in the plain words of a screen: `−£192.4m`, `in proportion to allocation`.
pub fn value_words(scenario: &Scenario, lever: Lever, value: &Value) -> String {
    let unknown = || "not known".to_owned();
    match value {
        Value::Money(None) | Value::Measure(None) | Value::Month(None) => unknown(),
        Value::Money(Some(amount))
        | Value::Offset(Offset::Amount(amount))
        | Value::Recovery(Recovery::Amount(amount))
        | Value::Limit(Some(Limit::Amount(amount))) => format::short(*amount, Minus::Sign),
        Value::Share(None) | Value::Count(None) | Value::Limit(None) | Value::Lead(None) => {
            "none".to_owned()
        }
        Value::Offset(Offset::WholeNeed) => "whole need".to_owned(),
        Value::Offset(Offset::Percent(share)) => {
            format!("{} of the need", format::percent(*share, Minus::Sign))
        }
        Value::Recovery(Recovery::Share(share)) => {
            format!("{} of its open gap", format::percent(*share, Minus::Sign))
        }
        Value::Limit(Some(Limit::PercentOf(share, column))) => {
            let measure = scenario.measures.measure(*column).map_or("", |m| m.words.as_str());
            format!("{} of {measure}", format::percent(*share, Minus::Sign))
        }
        Value::Share(Some(share)) => format::percent(*share, Minus::Sign),
        Value::Rule(rule) => {
            let reader = Reader { measures: &scenario.measures.list, children: &[] };
            reader.rule_words(rule)
        }
        Value::Lead(Some(body)) => scenario.words.bodies[*body].brief().to_owned(),
        Value::Protection(Protection::AtMost(share)) => {
            format!("at most {}", format::percent(*share, Minus::Sign))
        }
        Value::Test(SupportTest::Linked(share)) => {
            format!("{} on its system’s result", format::percent(*share, Minus::Sign))
        }
        Value::Whole(number) => format::whole(*number, Minus::Sign),
        Value::Month(Some(month)) => month.short_with_year(),
        Value::Measure(Some(size)) => {
            size_words(scenario, lever, *size).unwrap_or_else(|| value_text(scenario, lever, value))
        }
        Value::Count(_) => value_text(scenario, lever, value),
        choice => choice.choice().map_or_else(String::new, |(_, words, _)| (*words).to_owned()),
    }
}

/// A size in the unit of its measure: `£1,092.562m`, `176,532`.
fn size_words(scenario: &Scenario, lever: Lever, size: i128) -> Option<String> {
    let Field::Measure(column) = lever.field else { return None };
    let size = i64::try_from(size).ok()?;
    match scenario.measures.measure(column)?.unit {
        MeasureUnit::Money => Some(format::short(Pence::new(size), Minus::Sign)),
        MeasureUnit::People => Some(format::whole(size, Minus::Sign)),
        MeasureUnit::Number => None,
    }
}

/// A change in words: `C&P plan −£192.4m → −£200m`.
pub fn change_words(scenario: &Scenario, change: &Change) -> String {
    let field = match change.lever.field {
        Field::Measure(column) => measure_words(scenario, column),
        field => field.words(scenario),
    };
    let from = value_words(scenario, change.lever, &change.from);
    let to = value_words(scenario, change.lever, &change.to);
    format!("{} {field} {from} → {to}", whose(scenario, change.lever.node))
}

/// A node's short name, and in front of it whose it is, where its like stands in many places:
/// `MSE Commissioners`, `Royal: STF`, `City and Hackney: Pooled budget, Hackney`.
pub fn whose(scenario: &Scenario, node: Node) -> String {
    let own = scenario.words.of(node).brief();
    let Some(parent) = scenario.parent(node) else { return own.to_owned() };
    let joined = |sign: &str| format!("{}{sign}{own}", whose(scenario, parent));
    match node {
        // Every system has its commissioners.
        Node::Group(_) => joined(" ").trim_end().to_owned(),
        Node::Saving(_) | Node::Support(_) | Node::Performance(_) => joined(": "),
        Node::Condition(_) => joined(", "),
        Node::JointPart(_) => {
            let body = scenario.parent(parent).map_or("", |body| scenario.words.of(body).brief());
            format!("{body}: {}, {own}", scenario.words.of(parent).brief())
        }
        _ => own.to_owned(),
    }
}

fn measure_words(scenario: &Scenario, column: Column) -> String {
    scenario.measures.measure(column).map_or_else(String::new, |m| m.words.clone())
}

fn limit_text(scenario: &Scenario, lever: Lever, limit: Limit) -> String {
    match limit {
        Limit::Amount(amount) => format::typed(amount),
        Limit::PercentOf(share, column) => {
            let share = format::percent(share, Minus::Hyphen);
            if column == scenario.size_of(lever.node) {
                return share;
            }
            let measure = scenario.measures.measure(column);
            let own = measure.is_some_and(|m| m.rule_name == m.id);
            let name = measure.map_or("", |m| m.rule_name.as_str());
            match own {
                true => format!("(percent: \"{share}\", of: \"{name}\")"),
                false => format!("(percent: \"{share}\", of: {name})"),
            }
        }
    }
}
