//! A working in one sentence that can be read aloud.

use std::fmt::Write as _;

use super::Asked;
use super::amount::amount;
use super::words::{brief, name, not_asked, owner};
use crate::engine::{Line, Source};
use crate::format::{self, Minus, capital, count, list, possessive};
use crate::levers::value_words;
use crate::model::Node;
use crate::money::Pence;

/// “Of £25m over five systems, £5m is Mid and South Essex’s, £3.5m its commissioners’, £478,904.64
/// Thurrock’s.” Of what is no share: “Thurrock’s result is …, worked out from …”. Of who is asked for
/// nothing: why.
pub(super) fn sentence(asked: &Asked<'_>, chain: &[(Source, Line)]) -> String {
    let Some((last, _)) = chain.last() else { return String::new() };
    if let Some(why) = not_asked(asked.now, &asked.worked.outcome, *last) {
        return format!("{why}.");
    }
    let mut shares: Vec<(Node, Pence)> =
        chain.iter().filter_map(|(own, _)| share(asked, *own)).collect();
    // A system’s ask that is nothing but its contribution is the same share once more.
    shares.dedup_by_key(|(node, _)| *node);
    match (&shares[..], share(asked, *last)) {
        ([whole, rest @ ..], Some(_)) if !rest.is_empty() => shared(asked, *whole, rest),
        _ => plain(asked, chain),
    }
}

/// A whole and its parts, down to the last.
fn shared(asked: &Asked<'_>, (pool, whole): (Node, Pence), rest: &[(Node, Pence)]) -> String {
    let systems = asked.now.pool(pool).map_or(0, |own| {
        let outcome = &asked.worked.outcome;
        own.systems.clone().filter(|at| !outcome.systems[*at].contribution.is_zero()).count()
    });
    let over = match asked.now.pool(pool) {
        Some(_) => format!("over {}", format::plural(systems, "system", "systems")),
        None => format!("asked of {}", owner(asked.now, pool)),
    };
    let mut words = format!("Of {} {over}", format::short(whole, Minus::Sign));
    let named = rest.iter().filter(|(node, _)| !is_nameless(asked, *node));
    for (at, (node, amount)) in named.enumerate() {
        let is = if at == 0 { "is " } else { "" };
        let amount = format::short(*amount, Minus::Sign);
        let _ = write!(words, ", {amount} {is}{}", owner_of(asked, *node));
    }
    words + "."
}

/// Whether a group is all of its system, and has no name of its own.
fn is_nameless(asked: &Asked<'_>, node: Node) -> bool {
    matches!(node, Node::Group(place) if asked.now.words.groups[place].name.is_empty())
}

/// The pool's offset, or a share of it.
fn share(asked: &Asked<'_>, source: Source) -> Option<(Node, Pence)> {
    let Source::Outcome(node, id) = source else { return None };
    let outcome = &asked.worked.outcome;
    let is_share = match (node, id) {
        (Node::System(place), "ask") => {
            outcome.systems[place].ask == outcome.systems[place].contribution
        }
        (Node::Nation | Node::Region(_), "covered")
        | (Node::System(_), "contribution")
        | (Node::Group(_) | Node::Body(_), "ask") => true,
        _ => false,
    };
    is_share.then_some((node, outcome.ask(node)?))
}

fn owner_of(asked: &Asked<'_>, node: Node) -> String {
    match node {
        Node::Group(place) => {
            let name = asked.now.words.groups[place].name.to_lowercase();
            format!("its {}", possessive(&name))
        }
        other => possessive(&owner(asked.now, other)),
    }
}

fn plain(asked: &Asked<'_>, chain: &[(Source, Line)]) -> String {
    let Some((last, line)) = chain.last() else { return String::new() };
    let own = name(asked.now, *last);
    let result = spoken(asked, *last);
    let sources = line.sources().into_iter().map(|(source, _)| source);
    let sources = sources.filter(|own| !matches!(own, Source::Notional | Source::Edge));
    let mut parts: Vec<(Source, String)> =
        sources.map(|source| (source, spoken(asked, source))).collect();
    // What adds nothing is left out, unless all that there is comes to nothing.
    if parts.iter().any(|(_, text)| text != "£0") && result != "£0" {
        parts.retain(|(_, text)| text != "£0");
    }
    // An offset that is just what the file says is worked out from nothing.
    let is_itself =
        |(source, text): &(Source, String)| *text == result && name(asked.now, *source) == own;
    let words: Vec<String> = match parts.iter().any(is_itself) {
        true => Vec::new(),
        false => parts
            .iter()
            .map(|(source, text)| format!("{} ({text})", brief(asked.now, *source)))
            .collect(),
    };
    let from = match words.len() {
        0 => String::new(),
        1..=4 => format!(", worked out from {}", list(&words)),
        many => format!(", worked out from {} figures", count(many)),
    };
    format!("{} is {result}{from}.", capital(&own))
}

/// A number as it is said: to the penny, but no noughts behind it.
pub(super) fn spoken(asked: &Asked<'_>, source: Source) -> String {
    if let Source::Lever(lever) = source {
        return value_words(asked.now, lever, &lever.get(asked.now));
    }
    let amount = amount(asked, source);
    match amount.pence {
        Some(pence) => format::short(pence, Minus::Sign),
        None => amount.with_unit(),
    }
}
