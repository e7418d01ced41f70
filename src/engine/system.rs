//! From a system to its groups and bodies: MECHANISM 3.5.

use super::Outcome;
use super::compute::{Engine, Left};
use crate::model::{Scenario, Splitter, Stance};
use crate::money::Pence;

/// Asks a system's groups, and through them its bodies, for contribution + recovery.
pub(super) fn ask(engine: &mut Engine, scenario: &Scenario, place: usize, outcome: &mut Outcome) {
    let system = &scenario.systems[place];
    let amount = outcome.systems[place].contribution + outcome.systems[place].recovery;
    outcome.systems[place].ask = amount;
    if amount.is_zero() {
        return;
    }
    let splitter = Splitter::System(place);
    scenario.payers(splitter, &system.split, &mut engine.children);
    let left = engine.split(scenario, (splitter, &system.split), amount);
    outcome.systems[place].unplaced = left.unplaced;
    outcome.systems[place].reasons = left.reasons;
    for (child, share) in engine.children.iter().zip(&engine.shares) {
        outcome.groups[child.key as usize].ask = *share;
    }
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
    let mut rest = outcome.groups[place].ask;
    if let Some(lead) = group.lead.filter(|&b| scenario.bodies[b].stance == Stance::Contributes) {
        let at = engine.children.iter().position(|child| child.key as usize == lead);
        if let Some(at) = at {
            let carried = engine.children[at].cap.map_or(rest, |cap| cap.min(rest));
            outcome.bodies[lead].ask = carried;
            rest -= carried;
            engine.children.remove(at);
        }
    }
    let left = if rest.is_zero() {
        Left::default()
    } else {
        let left = engine.split(scenario, (splitter, &group.split), rest);
        for (child, share) in engine.children.iter().zip(&engine.shares) {
            outcome.bodies[child.key as usize].ask = *share;
        }
        left
    };
    debug_assert!(left.unplaced >= Pence::ZERO);
    outcome.groups[place].unplaced = left.unplaced;
    outcome.groups[place].reasons = left.reasons;
}
