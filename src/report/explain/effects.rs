//! What would change a number: the levers on the way to it, and their effects in words.

use std::cmp::Ordering;

use super::Asked;
use super::amount::of_reading;
use super::operands::lever_of;
use crate::analysis::{Effect, nearby};
use crate::engine::{Line, OutcomeMeasure, Reading, Source, Unit};
use crate::levers::{Field, Lever, Value};
use crate::model::{Node, Scenario};
use num_bigint::BigInt;

/// One row of “What would change it”.
#[derive(Clone, Debug, PartialEq)]
pub struct EffectRow {
    /// The move in a few words: `offset split by allocation`.
    pub words: String,
    /// What the number would be, with its unit: `£501,336.08`.
    pub value: String,
    /// By how much that is more or less: `▲ +22,431.44`, `▼ −4,000.00`, `=  0.00`.
    pub change: String,
    /// Whether that is more or less.
    pub way: Ordering,
    /// The levers that are moved together, and to what.
    pub moves: Vec<(Lever, Value)>,
}

/// What stands over the column of changes.
pub(super) fn heading(source: Source) -> &'static str {
    match measure_of(source).map(|measure| measure.row.unit) {
        Some(Unit::Money) => "£ change",
        _ => "change",
    }
}

/// The effects of the levers on the way to a number, the largest first. A change too small to be
/// seen is not told.
pub(super) fn effects(asked: &Asked<'_>, source: Source) -> Vec<EffectRow> {
    let Some(measure) = measure_of(source) else { return Vec::new() };
    let rows = nearby(asked.now, &on_the_way(asked, source), measure).into_iter().map(row);
    let seen = |own: &EffectRow| {
        own.way == Ordering::Equal || own.change.contains(|c: char| ('1'..='9').contains(&c))
    };
    rows.filter(seen).collect()
}

fn measure_of(source: Source) -> Option<OutcomeMeasure> {
    match source {
        Source::Outcome(node, id) => OutcomeMeasure::find(node, id),
        _ => None,
    }
}

/// From so many numbers on the way levers are taken.
const NUMBERS: usize = 24;

/// Every lever on the way to a number, the nearest last: those of its own calculation, then those of
/// the numbers in it, and so on.
fn on_the_way(asked: &Asked<'_>, source: Source) -> Vec<Lever> {
    let (mut numbers, mut levers) = (vec![source], Vec::new());
    let mut at = 0;
    while let Some(source) = numbers.get(at).copied().filter(|_| at < NUMBERS) {
        at += 1;
        let Source::Outcome(node, id) = source else { continue };
        let line = asked.worked.line(asked.now, source);
        levers.extend(line.iter().flat_map(|line| of_line(asked, (node, id), line)));
        let next = line.iter().flat_map(|line| numbers_in(line)).chain(behind(node, id));
        for number in next.collect::<Vec<_>>() {
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
    }
    let mut once: Vec<Lever> = Vec::with_capacity(levers.len());
    for lever in levers {
        if !once.contains(&lever) && lever.why_fixed(asked.now).is_none() {
            once.push(lever);
        }
    }
    once.reverse();
    once
}

/// The levers of one calculation. Of the sizes and agreed shares of several who are asked together,
/// only the own one is on the way; of their limits each that binds.
fn of_line(asked: &Asked<'_>, (node, id): (Node, &str), line: &Line) -> Vec<Lever> {
    let mut all = Vec::new();
    let rule = line.rule.as_ref().map(|(splitter, _)| asked.now.holder_of(*splitter));
    all.extend(rule.map(|node| Lever { node, field: Field::Split }));
    all.extend(chosen(asked.now, node, id));
    for (source, _) in line.sources() {
        let binds = matches!(source, Source::Limit(_));
        all.extend(lever_of(asked, source).filter(|own| own.node == node || binds));
        all.extend(parts_of(asked, source));
    }
    all
}

/// The numbers of other lines in a calculation; of several that say the same of different nodes only
/// the largest.
fn numbers_in(line: &Line) -> Vec<Source> {
    let mut all: Vec<(Source, &'static str, BigInt)> = Vec::new();
    for (source, number) in line.sources() {
        let Source::Outcome(_, id) = source else { continue };
        let size = BigInt::from(number.value.magnitude().clone());
        match all.iter_mut().find(|(_, own, _)| *own == id) {
            Some(own) if own.2 < size => *own = (source, id, size),
            Some(_) => {}
            None => all.push((source, id, size)),
        }
    }
    all.into_iter().map(|(source, _, _)| source).collect()
}

/// What a number hangs on without being worked out from it: support is paid if a margin is met.
fn behind(node: Node, id: &str) -> Option<Source> {
    let hangs = match node {
        Node::Support(_) => matches!(id, "paid" | "lost"),
        Node::System(_) | Node::Body(_) => matches!(id, "support" | "support_lost"),
        _ => false,
    };
    hangs.then_some(Source::Outcome(node, "margin"))
}

/// The levers that a system’s control total or plan is the sum of.
fn parts_of(asked: &Asked<'_>, source: Source) -> Vec<Lever> {
    let Source::Lever(_) = source else { return Vec::new() };
    let line = asked.worked.line(asked.now, source);
    let parts = line.iter().flat_map(|line| line.sources());
    parts.filter_map(|(part, _)| lever_of(asked, part)).collect()
}

/// The choices behind a number that are no figure in its calculation: how much is passed on, that a
/// body carries what its group is asked for, that somebody does not take part, that a plan is agreed.
fn chosen(scenario: &Scenario, node: Node, id: &str) -> Vec<Lever> {
    let lever = |node, field| Lever { node, field };
    match (node, id) {
        (Node::Nation | Node::Region(_), "covered") => vec![lever(node, Field::Offset)],
        (Node::System(_) | Node::Body(_), "target") => vec![lever(node, Field::Agreed)],
        (Node::System(_), "contribution") => vec![lever(node, Field::Stance)],
        (Node::Body(body), "ask") => {
            let group = scenario.bodies[body].group;
            let leads = scenario.groups[group].lead == Some(body);
            let lead = leads.then_some(lever(Node::Group(group), Field::Lead));
            [lever(node, Field::Stance)].into_iter().chain(lead).collect()
        }
        _ => Vec::new(),
    }
}

fn row(effect: Effect) -> EffectRow {
    let (way, change) = change_words(effect.change);
    let value = of_reading(effect.after).with_unit();
    EffectRow { words: effect.words, value, change, way, moves: effect.moves }
}

/// A change with its sign; of shares in points.
fn change_words(change: Reading) -> (Ordering, String) {
    let way = change.value.map_or(Ordering::Equal, |(above, _)| above.cmp(&0));
    let size = change.value.map(|(above, below)| (above.abs(), below));
    let text = of_reading(Reading { value: size, ..change }).text;
    let text = match change.unit {
        Unit::Share => format!("{} points", text.trim_end_matches('%')),
        _ => text,
    };
    let signed = match way {
        Ordering::Greater => format!("▲ +{text}"),
        Ordering::Less => format!("▼ −{text}"),
        Ordering::Equal => format!("=  {text}"),
    };
    (way, signed)
}
