//! The bar: the gap as one length, who covers which part of it, and what nobody covers.

use super::figures::{Figure, pooled};
use crate::app::session::Session;
use crate::engine::Outcome;
use crate::model::{Node, Pool, Scenario};
use crate::money::Pence;

/// A part that a system covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarPart {
    /// The system's short name.
    pub name: String,
    /// How much.
    pub amount: Pence,
}

/// The whole bar of one pool.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    /// Who covers what, in the order of the file.
    pub parts: Vec<BarPart>,
    /// What nobody covers, or what found no place at the pool.
    pub uncovered: Pence,
    /// What is said beside that.
    pub note: Option<String>,
    /// The whole need, before and now.
    pub need: Figure,
}

pub(super) fn bar(node: Node, session: &Session) -> Bar {
    let scenario = session.now();
    let pool = pool_above(scenario, node);
    let (Some(settings), Some(own)) = (scenario.pool(pool), pooled(session.after(), pool)) else {
        return Bar::default();
    };
    let mut parts: Vec<BarPart> = settings
        .systems
        .clone()
        .map(|place| BarPart {
            name: scenario.words.systems[place].brief().to_owned(),
            amount: session.after().systems[place].contribution,
        })
        .filter(|part| part.amount > Pence::ZERO)
        .collect();
    if own.reserve_used > Pence::ZERO {
        parts.insert(0, BarPart { name: "reserve".to_owned(), amount: own.reserve_used });
    }
    let note = match pool {
        Node::Region(place) => scenario.words.uncovered_notes.get(place).cloned().flatten(),
        _ => None,
    };
    Bar {
        parts,
        uncovered: own.left,
        note,
        need: Figure { before: Some(needed(session.before(), settings)), now: Some(own.need) },
    }
}

/// What the systems of a pool were short of, whether or not they were a pool then.
fn needed(outcome: &Outcome, pool: &Pool) -> Pence {
    outcome.systems[pool.systems.clone()].iter().map(|system| system.need).sum()
}

/// The pool that a node belongs to now.
pub(in crate::app) fn pool_above(scenario: &Scenario, node: Node) -> Node {
    let mut at = node;
    loop {
        match at {
            Node::Region(_) if scenario.is_national() => return Node::Nation,
            Node::Nation | Node::Region(_) => return at,
            Node::System(place) => return scenario.pool_of(place),
            _ => match scenario.parent(at) {
                Some(parent) => at = parent,
                None => return at,
            },
        }
    }
}
