//! The bar: the gap as one length, who covers which part of it, and what nobody covers.

use super::figures::{Figure, pooled};
use crate::app::session::Session;
use crate::engine::{Outcome, PoolOutcome, SystemOutcome};
use crate::model::{Node, Pool, Scenario};
use crate::money::Pence;
use std::ops::Range;

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
    /// What that is called: savings and recovery leave of a gap a need.
    pub called: &'static str,
}

pub(super) fn bar(node: Node, session: &Session) -> Bar {
    if let Some(bar) = own_bar(node, session) {
        return bar;
    }
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
        called: if gaps(session.after(), settings) == own.need { "gap" } else { "need" },
    }
}

/// Where no pool covers anything: who inside closes the gap of the system at a node, or, at a pool
/// with several such systems, which of them close how much themselves.
fn own_bar(node: Node, session: &Session) -> Option<Bar> {
    let outcome = session.after();
    let covers = |pool: &PoolOutcome| !(pool.offset + pool.reserve_used).is_zero();
    if outcome.pools.iter().any(covers) {
        return None;
    }
    let scenario = session.now();
    let systems = systems_at(scenario, node);
    let asks = |place: &usize| !outcome.systems[*place].recovery.is_zero();
    let asking: Vec<usize> = systems.filter(asks).collect();
    let sum = |of: fn(&SystemOutcome) -> Pence| -> Pence {
        asking.iter().map(|place| of(&outcome.systems[*place])).sum()
    };
    let gap =
        |outcome: &Outcome| asking.iter().filter_map(|place| outcome.systems[*place].gap).sum();
    let saved = BarPart { name: "savings".to_owned(), amount: sum(saved_of_gap) };
    let (mut parts, unplaced) = match asking[..] {
        [] => return None,
        [only] => inside(session, only),
        _ => (asking.iter().map(|place| by_system(session, *place)).collect(), Pence::ZERO),
    };
    parts.insert(0, saved);
    parts.retain(|part| part.amount > Pence::ZERO);
    Some(Bar {
        parts,
        uncovered: sum(|system| system.need) + unplaced,
        note: None,
        need: Figure::known(gap(session.before()), gap(outcome)),
        called: "gap",
    })
}

/// The system that a node belongs to, or those of a pool.
pub(super) fn systems_at(scenario: &Scenario, node: Node) -> Range<usize> {
    let mut at = Some(node);
    while let Some(node) = at {
        match node {
            Node::System(place) => return place..place + 1,
            Node::Nation => return 0..scenario.systems.len(),
            Node::Region(place) => return scenario.regions[place].systems.clone(),
            _ => at = scenario.parent(node),
        }
    }
    0..0
}

/// What savings close of a gap; more than the gap they cannot.
fn saved_of_gap(system: &SystemOutcome) -> Pence {
    system.gap.unwrap_or_default() - system.recovery - system.need
}

fn by_system(session: &Session, place: usize) -> BarPart {
    BarPart {
        name: session.now().words.systems[place].brief().to_owned(),
        amount: session.after().systems[place].recovery,
    }
}

/// Who inside a system is asked for how much, by groups where it has several; and what found no
/// place among them.
fn inside(session: &Session, place: usize) -> (Vec<BarPart>, Pence) {
    let (scenario, outcome) = (session.now(), session.after());
    let system = &scenario.systems[place];
    let part = |node: Node, amount: Pence| BarPart {
        name: scenario.words.of(node).brief().to_owned(),
        amount,
    };
    let groups = &outcome.groups[system.groups.clone()];
    let lost: Pence = groups.iter().map(|group| group.unplaced).sum();
    let parts = if groups.len() > 1 {
        let placed = |group: usize| outcome.groups[group].ask - outcome.groups[group].unplaced;
        system.groups.clone().map(|group| part(Node::Group(group), placed(group))).collect()
    } else {
        let asked = |body: usize| outcome.bodies[body].ask;
        system.bodies.clone().map(|body| part(Node::Body(body), asked(body))).collect()
    };
    (parts, lost + outcome.systems[place].unplaced)
}

/// What the systems of a pool were short of, whether or not they were a pool then.
fn needed(outcome: &Outcome, pool: &Pool) -> Pence {
    outcome.systems[pool.systems.clone()].iter().map(|system| system.need).sum()
}

/// The gaps of a pool's systems before anything closes a part of them.
fn gaps(outcome: &Outcome, pool: &Pool) -> Pence {
    outcome.systems[pool.systems.clone()].iter().filter_map(|system| system.gap).sum()
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
