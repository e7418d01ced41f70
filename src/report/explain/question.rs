//! What a page asks, and its answer in a sentence.

use super::Asked;
use super::amount::{Amount, UNKNOWN, amount};
use super::beside;
use super::words::{name, noun, owner, rule, step};
use super::written::decimal;
use crate::arithmetic::{Exact, Rounding};
use crate::engine::{Line, Source};
use crate::format::{self, Minus, capital, possessive};
use crate::model::Node;
use num_bigint::BigInt;

pub(super) fn question(asked: &Asked<'_>, source: Source, amount: &Amount) -> String {
    let known = amount.text != UNKNOWN;
    let value = amount.with_unit();
    match source {
        Source::Outcome(node @ (Node::System(_) | Node::Group(_) | Node::Body(_)), "ask") => {
            let verb = if matches!(node, Node::Group(_)) { "are" } else { "is" };
            let owner = match node {
                Node::Group(place) if asked.now.words.groups[place].name.is_empty() => {
                    return format!("Why is {} asked for {value}?", owner(asked.now, node));
                }
                _ => owner(asked.now, node),
            };
            format!("Why {verb} {owner} asked for {value}?")
        }
        Source::Outcome(node, "contribution") => {
            format!("Why does {} contribute {value}?", owner(asked.now, node))
        }
        Source::Outcome(_, "uncovered") if known => format!("Why is {value} uncovered?"),
        Source::Outcome(_, "unplaced" | "not_described") if known => {
            format!("Why has {value} no place?")
        }
        Source::Outcome(node, id) if !known => {
            format!(
                "{} {} is not known",
                capital(&possessive(&owner(asked.now, node))),
                noun(node, id)
            )
        }
        Source::Outcome(node, "cut") => {
            format!("Why does {} lose {value}?", owner(asked.now, node))
        }
        Source::Outcome(node, id) => {
            format!("Why is {} {} {value}?", possessive(&owner(asked.now, node)), noun(node, id))
        }
        other => beside::question(asked.now, other, amount)
            .unwrap_or_else(|| format!("{}: {value}", capital(&name(asked.now, other)))),
    }
}

/// The last step in a sentence: whose money is shared, by what, and which part this is.
pub(super) fn because(asked: &Asked<'_>, chain: &[(Source, Line)]) -> String {
    let Some((source, line)) = chain.last() else { return String::new() };
    let whole = chain.len().checked_sub(2).and_then(|at| chain.get(at)).map(|(own, _)| *own);
    let own = amount(asked, *source).pence;
    let (
        Some((splitter, rule)),
        Some(Source::Outcome(parent, _)),
        Some(own),
        Source::Outcome(child, _),
    ) = (&line.rule, whole, own, *source)
    else {
        let words = step(asked.now, &asked.worked.outcome, *source);
        return format!("{}.", words[0]);
    };
    let node = splitter.node();
    let pence = asked.worked.outcome.ask(node).or_else(|| asked.worked.outcome.ask(parent));
    let pence = pence.filter(|pence| !pence.is_zero()).unwrap_or(own);
    let percent = Exact::new(BigInt::from(own.get()) * 10_000, BigInt::from(pence.get()));
    let percent = percent.map(|own| own.rounded(Rounding::HalfUp)).unwrap_or_default();
    let percent =
        Exact::new(percent, BigInt::from(100)).map_or_else(String::new, |own| decimal(&own, 2));
    let whose = match node {
        Node::Group(place) if !asked.now.words.groups[place].name.is_empty() => {
            format!("its {}", possessive(&asked.now.words.groups[place].name.to_lowercase()))
        }
        other => possessive(&owner(asked.now, other)),
    };
    let has = if matches!(child, Node::Group(_)) { "have" } else { "has" };
    format!(
        "{} {} is shared: {}. {} {has} {percent}% of it.",
        capital(&whose),
        format::short(pence, Minus::Sign),
        self::rule(asked.now, rule),
        capital(&owner(asked.now, child)),
    )
}
