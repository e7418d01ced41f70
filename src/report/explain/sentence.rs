//! A working in one sentence that can be read aloud.

use std::fmt::Write as _;

use super::Asked;
use super::amount::amount;
use super::words::{brief, name, owner};
use crate::engine::{Line, Source};
use crate::format::{self, Minus, capital, count, list, possessive};
use crate::model::Node;
use crate::money::Pence;

/// “Of £25m over five systems, £5m is Mid and South Essex’s, £3.5m its commissioners’, £478,904.64
/// Thurrock’s.” Of what is no share: “Thurrock’s result is …”.
pub(super) fn sentence(asked: &Asked<'_>, chain: &[(Source, Line)]) -> String {
    let Some((last, _)) = chain.last() else { return String::new() };
    let shares: Vec<(Node, Pence)> =
        chain.iter().filter_map(|(own, _)| share(asked, *own)).collect();
    let is_share = share(asked, *last).is_some();
    match (&shares[..], is_share) {
        ([(pool, whole), rest @ ..], true) if !rest.is_empty() => {
            let systems = asked.now.pool(*pool).map_or(0, |own| {
                let asked_for =
                    |at: &usize| !asked.worked.outcome.systems[*at].contribution.is_zero();
                own.systems.clone().filter(asked_for).count()
            });
            let part = |(node, amount): &(Node, Pence)| (owner_of(asked, *node), *amount);
            let mut parts: Vec<(String, Pence)> = rest.iter().map(part).collect();
            let first = parts.remove(0);
            let over = match asked.now.pool(*pool) {
                Some(_) => format!("over {}", format::plural(systems, "system", "systems")),
                None => format!("asked of {}", owner(asked.now, *pool)),
            };
            let mut words = format!(
                "Of {} {over}, {} is {}",
                format::short(*whole, Minus::Sign),
                format::short(first.1, Minus::Sign),
                first.0
            );
            for (name, amount) in parts {
                let _ = write!(words, ", {} {name}", format::short(amount, Minus::Sign));
            }
            words + "."
        }
        _ => plain(asked, chain),
    }
}

/// The pool's offset, or a share of it.
fn share(asked: &Asked<'_>, source: Source) -> Option<(Node, Pence)> {
    let Source::Outcome(node, id) = source else { return None };
    let is_share = matches!(
        (node, id),
        (Node::Nation | Node::Region(_), "covered")
            | (Node::System(_), "contribution")
            | (Node::Group(_) | Node::Body(_), "ask")
    );
    is_share.then_some((node, asked.worked.outcome.ask(node)?))
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
    let parts: Vec<String> = line
        .sources()
        .into_iter()
        .filter(|(own, _)| !matches!(own, Source::Notional | Source::Edge))
        .map(|(own, _)| brief(asked.now, own))
        .collect();
    let from = match parts.len() {
        0 => String::new(),
        1..=4 => format!(", worked out from {}", list(&parts)),
        many => format!(", worked out from {} figures", count(many)),
    };
    format!("{} is {}{from}.", capital(&name(asked.now, *last)), amount(asked, *last).with_unit())
}
