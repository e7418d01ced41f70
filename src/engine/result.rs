//! Results against targets: the first part of MECHANISM 3.8.

use super::compute::Engine;
use super::working::{Source, asked, got, held, sum_of};
use super::{BodyOutcome, Outcome, SystemOutcome};
use crate::arithmetic::Sum;
use crate::levers::Field;
use crate::model::{Node, Scenario};
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
        note_system(engine, scenario, (place, knocked_on), outcome);
        contribute(engine, scenario, place, outcome);
        relieve(engine, scenario, place, outcome);
        for body in system.bodies.clone() {
            settle_body(engine, scenario, body, outcome);
        }
    }
    for at in 0..outcome.pools.len() {
        let Some(pool) = scenario.pool(outcome.pools[at].node) else { continue };
        let against = pool.systems.clone().map(|s| against(scenario, s, outcome));
        outcome.pools[at].against_control_totals = against.sum();
    }
}

/// What a system must end the year with, and what it ends it with.
fn note_system(
    engine: &mut Engine,
    scenario: &Scenario,
    (place, knocked_on): (usize, Pence),
    outcome: &Outcome,
) {
    let (node, own) = (Node::System(place), &outcome.systems[place]);
    let system = &scenario.systems[place];
    engine.note(node, "found", || {
        sum_of(system.bodies.clone().flat_map(|at| {
            let (node, own) = (Node::Body(at), &outcome.bodies[at]);
            let parts = [("reserve_used", own.reserve_used), ("cuts", own.cuts)];
            parts.map(|(id, amount)| (Source::Outcome(node, id), amount))
        }))
    });
    let parts = [("contribution", own.contribution, false), ("relief", own.relief, true)];
    engine.note(node, "target", || match (system.agreed, system.control_total, system.plan) {
        (true, _, Some(plan)) => held(node, Field::Plan, plan),
        (_, Some(total), _) => with((node, Field::ControlTotal, total), &parts),
        _ => Sum::nought(),
    });
    let knocked =
        |at: usize| (Source::Outcome(Node::Body(at), "knocked_on"), outcome.bodies[at].knocked_on);
    engine.note(node, "result", || {
        let plan = (node, Field::Plan, system.plan.unwrap_or_default());
        let sum = with(plan, &[("saved", own.savings, false), ("found", own.found, false)]);
        match knocked_on.is_zero() {
            true => sum,
            false => sum.less(sum_of(system.bodies.clone().map(knocked))),
        }
    });
}

/// A figure with what is added to it or taken away; what is nought is left out.
fn with(
    (node, field, value): (Node, Field, Pence),
    parts: &[(&'static str, Pence, bool)],
) -> Sum<Source> {
    let mut sum = vec![(false, held(node, field, value))];
    let some = parts.iter().filter(|(_, amount, _)| !amount.is_zero());
    sum.extend(some.map(|(id, amount, minus)| (*minus, got(node, id, *amount))));
    match sum.len() {
        1 => held(node, field, value),
        _ => Sum::Plus(sum),
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
        for at in bodies {
            outcome.bodies[at].contributed = outcome.bodies[at].ask;
            let node = Node::Body(at);
            engine.note(node, "contributed", || asked(node, outcome.bodies[at].ask));
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
    let node = Node::System(place);
    engine.note_claims(
        (contribution, || got(node, "contribution", contribution)),
        |key| (key != NOBODY).then_some((Node::Body(key as usize), "contributed")),
        |key| match key {
            NOBODY => Source::NoBody(place),
            key => Source::Outcome(Node::Body(key as usize), "ask"),
        },
    );
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
    engine.note_claims(
        (relief, || got(Node::System(place), "relief", relief)),
        |key| Some((Node::Body(key as usize), "relief")),
        |key| Source::Gap(Node::Body(key as usize)),
    );
    for claim in &engine.claims {
        outcome.bodies[claim.key as usize].relief = Some(claim.share);
    }
}

fn has_gap(gap: Option<Pence>) -> bool {
    gap > Some(Pence::ZERO)
}

fn settle_body(engine: &mut Engine, scenario: &Scenario, body: usize, outcome: &mut Outcome) {
    let own = &scenario.bodies[body];
    let place = own.system;
    let system = &scenario.systems[place];
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
    note_body(engine, scenario, (body, saved), &outcome.bodies[body]);
}

/// What the savings schemes come to that a file counts at a body.
fn saved_by(scenario: &Scenario, body: usize) -> Sum<Source> {
    let own = scenario.savings.iter().enumerate().filter(|(_, saving)| saving.body == Some(body));
    sum_of(own.map(|(at, saving)| (Source::Saved(at), scenario.saved_by(saving))))
}

/// What a body must end the year with, and what it ends it with.
fn note_body(
    engine: &mut Engine,
    scenario: &Scenario,
    (place, saved): (usize, Pence),
    out: &BodyOutcome,
) {
    let (node, own) = (Node::Body(place), &scenario.bodies[place]);
    let agreed = own.agreed || scenario.systems[own.system].agreed;
    let relief = out.relief.unwrap_or_default();
    engine.note(node, "target", || match (agreed, own.control_total, own.plan) {
        (true, _, Some(plan)) => held(node, Field::Plan, plan),
        (_, Some(total), _) => {
            let parts = [("contributed", out.contributed, false), ("relief", relief, true)];
            with((node, Field::ControlTotal, total), &parts)
        }
        _ => Sum::nought(),
    });
    let found = [
        ("reserve_used", out.reserve_used, false),
        ("cuts", out.cuts, false),
        ("knocked_on", out.knocked_on, true),
    ];
    engine.note(node, "result", || {
        let sum = with((node, Field::Plan, own.plan.unwrap_or_default()), &found);
        if saved.is_zero() { sum } else { Sum::add([sum, saved_by(scenario, place)]) }
    });
    engine.note(node, "against_control_total", || match out.result.zip(own.control_total) {
        Some((result, total)) => {
            got(node, "result", result).less(held(node, Field::ControlTotal, total))
        }
        None => sum_of(found.map(|(id, amount, _)| (Source::Outcome(node, id), amount))),
    });
}
