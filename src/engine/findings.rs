//! Facts about an outcome worth a warning: what has no place, and what was scaled to fit.

use super::Outcome;
use crate::model::{Node, Scenario};
use crate::money::Pence;
use crate::split::{Reason, Reasons};

/// An amount without a place, where it is without one, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnplacedAt {
    /// The node at which no place was found.
    pub node: Node,
    /// How much.
    pub amount: Pence,
    /// Why.
    pub why: Why,
}

/// Why an amount has no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The node's rule says so.
    Rule(Reasons),
    /// The body's programmes are all described, and can give no more.
    Limits,
    /// The body's programmes are not all described: nobody published how it was found.
    NotDescribed,
    /// The pool's policy leaves it uncovered.
    Uncovered,
}

/// A fact about an outcome that deserves a warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The node whose rule was bent.
    pub node: Node,
    /// How.
    pub reason: Reason,
}

/// Every amount that has no place, from the pools down.
pub fn unplaced(outcome: &Outcome) -> Vec<UnplacedAt> {
    let mut all = Vec::new();
    let mut add = |node, amount: Pence, why| {
        if !amount.is_zero() {
            all.push(UnplacedAt { node, amount, why });
        }
    };
    for pool in &outcome.pools {
        add(pool.node, pool.uncovered, Why::Uncovered);
        add(pool.node, pool.unplaced, Why::Rule(pool.reasons));
    }
    for (place, system) in outcome.systems.iter().enumerate() {
        add(Node::System(place), system.unplaced, Why::Rule(system.reasons));
    }
    for (place, group) in outcome.groups.iter().enumerate() {
        add(Node::Group(place), group.unplaced, Why::Rule(group.reasons));
    }
    for (place, body) in outcome.bodies.iter().enumerate() {
        add(Node::Body(place), body.unplaced, Why::Limits);
        add(Node::Body(place), body.not_described, Why::NotDescribed);
    }
    all
}

/// Every rule that had to be bent: fixed amounts or floors above the amount, scaled down.
pub fn findings(scenario: &Scenario, outcome: &Outcome) -> Vec<Finding> {
    let pools = outcome.pools.iter().map(|pool| (pool.node, pool.reasons));
    let systems = outcome.systems.iter().enumerate().map(|(i, s)| (Node::System(i), s.reasons));
    let groups = outcome.groups.iter().enumerate().map(|(i, g)| (Node::Group(i), g.reasons));
    let bodies = outcome.bodies.iter().enumerate().map(|(i, b)| (Node::Body(i), b.reasons));
    debug_assert_eq!(scenario.bodies.len(), outcome.bodies.len());
    let bent = [Reason::FixedScaled, Reason::FloorsScaled, Reason::CannotRun];
    pools
        .chain(systems)
        .chain(groups)
        .chain(bodies)
        .flat_map(|(node, reasons)| {
            let found = bent.into_iter().filter(move |reason| reasons.contains(*reason));
            found.map(move |reason| Finding { node, reason })
        })
        .collect()
}
