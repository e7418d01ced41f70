//! Results against targets: the first part of MECHANISM 3.8.

use super::compute::Engine;
use super::{Outcome, SystemOutcome};
use crate::model::{Scenario, System};
use crate::money::Pence;
use crate::split::{Claim, pro_rata};

/// Works out every system's, body's and pool's result and target.
pub(super) fn settle(engine: &mut Engine, scenario: &Scenario, outcome: &mut Outcome) {
    for (place, system) in scenario.systems.iter().enumerate() {
        let bodies = &outcome.bodies[system.bodies.clone()];
        let found = bodies.iter().map(|body| body.reserve_used + body.cuts).sum();
        let knocked_on: Pence = bodies.iter().map(|body| body.knocked_on).sum();
        let out = &mut outcome.systems[place];
        out.found = found;
        let owed = system.control_total.map(|total| total + out.contribution - out.relief);
        out.target = if system.agreed { system.plan } else { owed };
        out.result = system.plan.map(|plan| plan + out.savings + found - knocked_on);
        contribute(engine, scenario, place, outcome);
        relieve(engine, scenario, place, outcome);
        for body in system.bodies.clone() {
            settle_body(scenario, (place, system), body, outcome);
        }
    }
    for at in 0..outcome.pools.len() {
        let Some(pool) = scenario.pool(outcome.pools[at].node) else { continue };
        let against = pool.systems.clone().map(|s| against(scenario, s, outcome));
        outcome.pools[at].against_control_totals = against.sum();
    }
}

fn against(scenario: &Scenario, place: usize, outcome: &Outcome) -> Option<Pence> {
    Some(outcome.systems[place].result? - scenario.systems[place].control_total?)
}

/// Parts a system's contribution from its recovery in what its bodies are asked for.
fn contribute(engine: &mut Engine, scenario: &Scenario, place: usize, outcome: &mut Outcome) {
    let SystemOutcome { ask, contribution, recovery, .. } = outcome.systems[place];
    let bodies = scenario.systems[place].bodies.clone();
    if recovery.is_zero() {
        for body in &mut outcome.bodies[bodies] {
            body.contributed = body.ask;
        }
        return;
    }
    engine.claims.clear();
    let mut without_body = ask;
    for body in bodies {
        let asked = outcome.bodies[body].ask;
        let key = u32::try_from(body).unwrap_or(u32::MAX);
        engine.claims.push(Claim::new(key, scenario.ranks.bodies[body], asked));
        without_body -= asked;
    }
    // What found no body is in part contribution too.
    engine.claims.push(Claim::new(NOBODY, u32::MAX, without_body));
    pro_rata(contribution, &mut engine.claims);
    for claim in engine.claims.iter().filter(|claim| claim.key != NOBODY) {
        outcome.bodies[claim.key as usize].contributed = claim.share;
    }
}

/// What found no body, among the claims of bodies.
const NOBODY: u32 = u32::MAX;

/// Splits a system's relief over its bodies by their own gaps, where all are known.
fn relieve(engine: &mut Engine, scenario: &Scenario, place: usize, outcome: &mut Outcome) {
    let relief = outcome.systems[place].relief;
    let bodies = scenario.systems[place].bodies.clone();
    engine.claims.clear();
    for body in bodies {
        if relief.is_zero() {
            outcome.bodies[body].relief = Some(Pence::ZERO);
            continue;
        }
        let Some(gap) = scenario.bodies[body].gap() else { return };
        let key = u32::try_from(body).unwrap_or(u32::MAX);
        engine.claims.push(Claim::new(key, scenario.ranks.bodies[body], gap));
    }
    if engine.claims.iter().all(|claim| claim.weight.is_zero()) {
        return;
    }
    pro_rata(relief, &mut engine.claims);
    for claim in &engine.claims {
        outcome.bodies[claim.key as usize].relief = Some(claim.share);
    }
}

fn has_gap(gap: Option<Pence>) -> bool {
    gap > Some(Pence::ZERO)
}

fn settle_body(
    scenario: &Scenario,
    (place, system): (usize, &System),
    body: usize,
    outcome: &mut Outcome,
) {
    let own = &scenario.bodies[body];
    let saved: Pence = scenario.savings[system.savings.clone()]
        .iter()
        .filter(|saving| saving.body == Some(body))
        .map(|saving| scenario.saved_by(saving))
        .sum();
    let whole = outcome.systems[place];
    let out = &mut outcome.bodies[body];
    let found = out.reserve_used + out.cuts;
    // Recovery is found towards a body's own control total; only the contribution raises it.
    let raised = own.control_total.map(|total| total + out.contributed);
    let owed = raised.zip(out.relief).map(|(raised, relief)| raised - relief);
    out.target = if own.agreed || system.agreed { own.plan } else { owed };
    out.result = own.plan.map(|plan| plan + saved + found - out.knocked_on);
    out.against_control_total = match (out.result, own.control_total) {
        (Some(result), Some(total)) => Some(result - total),
        // A body without published totals, of which no gap is known and whose system has none,
        // accepted its own total. A gap that is closed is a gap all the same.
        _ if own.plan.is_none() && !has_gap(whole.gap) && !has_gap(own.gap()) => {
            Some(found - out.knocked_on)
        }
        _ => None,
    };
}
