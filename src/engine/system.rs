//! From a system to its groups and bodies: MECHANISM 3.5.

use super::Outcome;
use super::compute::{Engine, Left};
use super::working::{Source, asked, sum_of};
use crate::arithmetic::{Sum, Unit};
use crate::levers::{Field, Lever};
use crate::model::{Node, Scenario, Splitter, Stance};
use crate::money::Pence;

/// Asks a system's groups, and through them its bodies, for contribution + recovery.
pub(super) fn ask(engine: &mut Engine, scenario: &Scenario, place: usize, outcome: &mut Outcome) {
    let system = &scenario.systems[place];
    let amount = outcome.systems[place].contribution + outcome.systems[place].recovery;
    outcome.systems[place].ask = amount;
    let node = Node::System(place);
    engine.note(node, "ask", || {
        let own = &outcome.systems[place];
        let parts = [("contribution", own.contribution), ("recovery", own.recovery)];
        sum_of(parts.map(|(id, amount)| (Source::Outcome(node, id), amount)))
    });
    if amount.is_zero() {
        return;
    }
    let splitter = Splitter::System(place);
    scenario.payers(splitter, &system.split, &mut engine.children);
    let whole = || asked(node, amount);
    let left = engine.split_and_note(scenario, (splitter, &system.split), (amount, whole));
    outcome.systems[place].unplaced = left.unplaced;
    outcome.systems[place].reasons = left.reasons;
    for (child, share) in engine.children.iter().zip(&engine.shares) {
        outcome.groups[child.key as usize].ask = *share;
    }
    engine.note(node, "unplaced", || {
        let groups = system.groups.clone();
        let asks =
            groups.map(|at| (Source::Outcome(Node::Group(at), "ask"), outcome.groups[at].ask));
        asked(node, amount).less(sum_of(asks))
    });
    for group in system.groups.clone() {
        if !outcome.groups[group].ask.is_zero() {
            ask_group(engine, scenario, group, outcome);
        }
    }
}

/// Asks a group's bodies: the lead payer first, up to its cap, the others by the group's rule.
fn ask_group(engine: &mut Engine, scenario: &Scenario, place: usize, outcome: &mut Outcome) {
    let group = &scenario.groups[place];
    let splitter = Splitter::Group(place);
    scenario.payers(splitter, &group.split, &mut engine.children);
    let (node, ask) = (Node::Group(place), outcome.groups[place].ask);
    let carried = lead(engine, scenario, place, outcome);
    let rest = ask - carried.map_or(Pence::ZERO, |(_, carried)| carried);
    let left = if rest.is_zero() {
        Left::default()
    } else {
        let whole = || match carried {
            Some((lead, carried)) => asked(node, ask).less(asked(Node::Body(lead), carried)),
            None => asked(node, ask),
        };
        let left = engine.split_and_note(scenario, (splitter, &group.split), (rest, whole));
        for (child, share) in engine.children.iter().zip(&engine.shares) {
            outcome.bodies[child.key as usize].ask = *share;
        }
        left
    };
    debug_assert!(left.unplaced >= Pence::ZERO);
    engine.note(node, "unplaced", || {
        let bodies = group.bodies.clone();
        let asks =
            bodies.map(|at| (Source::Outcome(Node::Body(at), "ask"), outcome.bodies[at].ask));
        asked(node, outcome.groups[place].ask).less(sum_of(asks))
    });
    outcome.groups[place].unplaced = left.unplaced;
    outcome.groups[place].reasons = left.reasons;
}

/// What a group's lead payer carries, who is then no longer among the children; `None` without one.
fn lead(
    engine: &mut Engine,
    scenario: &Scenario,
    place: usize,
    outcome: &mut Outcome,
) -> Option<(usize, Pence)> {
    let contributes = |body: &usize| scenario.bodies[*body].stance == Stance::Contributes;
    let lead = scenario.groups[place].lead.filter(contributes)?;
    let at = engine.children.iter().position(|child| child.key as usize == lead)?;
    let ask = outcome.groups[place].ask;
    let cap = engine.children.remove(at).cap;
    let carried = cap.map_or(ask, |cap| cap.min(ask));
    outcome.bodies[lead].ask = carried;
    let node = Node::Body(lead);
    engine.note(node, "ask", || {
        let whole = asked(Node::Group(place), ask);
        let limit = Source::Limit(Lever { node, field: Field::Cap });
        match cap {
            Some(cap) => whole.at_most(Sum::of(cap.get(), Unit::Pence, limit)),
            None => whole,
        }
    });
    Some((lead, carried))
}
