//! Which steps lead to a number: from the last one back, always by the number that it is worked out
//! from, until one begins with figures alone.

use super::lines::line;
use crate::arithmetic::{Sum, Unit};
use crate::engine::{Line, Source, Workings};
use crate::model::{Node, Scenario};
use num_bigint::BigInt;

/// The steps to a number, the first one first. A step that only hands a number on is left out.
pub(super) fn chain(scenario: &Scenario, worked: &Workings, source: Source) -> Vec<(Source, Line)> {
    let mut steps: Vec<(Source, Line)> = Vec::new();
    let mut next = Some(source);
    while let Some(source) = next {
        if steps.iter().any(|(own, _)| *own == source) {
            break;
        }
        let Some(line) = line(scenario, worked, source) else { break };
        next = before(&line);
        if steps.is_empty() || is_choice(source) || !hands_on(&line) {
            steps.push((source, line.into_owned()));
        }
    }
    steps.reverse();
    steps
}

/// Whether somebody chose how it comes about, so that it is a step even if it only hands a number on.
fn is_choice(source: Source) -> bool {
    matches!(source, Source::Outcome(_, "covered"))
}

/// Whether a line is nothing but a number of another line.
fn hands_on(line: &Line) -> bool {
    let sum = super::written::bare(&line.sum);
    matches!(sum, Sum::Number(own) if own.is.is_some_and(is_step))
}

/// The number that a line is worked out from: the first number of another line that is not nought. Of
/// several that say the same of different nodes, none is the one.
pub(super) fn before(line: &Line) -> Option<Source> {
    let direct = outcomes(&line.sum);
    let all =
        if direct.is_empty() { line.together.iter().flat_map(outcomes).collect() } else { direct };
    match all[..] {
        // A share that a bound holds says nothing of the amount that it is a share of.
        [] => line.rule.as_ref().map(|(splitter, _)| amount_at(splitter.node())),
        [(first, _), (second, _), ..] if say_the_same(first, second) => None,
        [(first, _), ..] => Some(first),
    }
}

/// What a node splits.
const fn amount_at(node: Node) -> Source {
    match node {
        Node::Nation | Node::Region(_) => Source::Outcome(node, "covered"),
        other => Source::Outcome(other, "ask"),
    }
}

/// Whether two numbers say the same of different nodes.
fn say_the_same(one: Source, other: Source) -> bool {
    match (one, other) {
        (Source::Outcome(one, id), Source::Outcome(other, other_id)) => {
            one != other && id == other_id
        }
        (Source::Here(one), Source::Here(other)) => one != other && one.id == other.id,
        _ => false,
    }
}

/// Whether a number is a step of its own on the way to another.
pub(super) const fn is_step(source: Source) -> bool {
    matches!(source, Source::Outcome(..) | Source::Year(_) | Source::Here(_) | Source::Pays(_))
}

fn outcomes(sum: &Sum<Source>) -> Vec<(Source, BigInt)> {
    let numbers = sum.numbers().into_iter();
    let known = numbers.filter(|own| own.unit == Unit::Pence && own.value != BigInt::from(0));
    let named = known.filter_map(|own| Some((own.is?, own.value.clone())));
    named.filter(|(source, _)| is_step(*source)).collect()
}
