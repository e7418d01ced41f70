//! From a body to its programmes: MECHANISM 3.6.

use super::Outcome;
use super::compute::Engine;
use super::programme;
use crate::model::{Absorption, Response, Scenario};
use crate::money::Pence;
use crate::split::{Child, Reason, Reasons};

/// Finds a body's ask: from its reserve first, then from its programmes in the order it chose.
pub(super) fn find(engine: &mut Engine, scenario: &Scenario, place: usize, outcome: &mut Outcome) {
    let body = &scenario.bodies[place];
    let calendar = scenario.calendar(body.system);
    for index in body.programmes.clone() {
        programme::before(&scenario.programmes[index], calendar, &mut outcome.programmes[index]);
    }
    let out = &mut outcome.bodies[place];
    out.reserve_used = body.reserve.min(out.ask);
    let to_place = out.ask - out.reserve_used;
    if to_place > Pence::ZERO {
        let (cuts, reasons) = place_cuts(engine, scenario, place, outcome);
        let out = &mut outcome.bodies[place];
        out.cuts = cuts;
        out.reasons = reasons;
        let rest = to_place - cuts;
        *(if body.complete { &mut out.unplaced } else { &mut out.not_described }) = rest;
    }
    for index in body.programmes.clone() {
        programme::after(&scenario.programmes[index], calendar, &mut outcome.programmes[index]);
    }
}

/// Places what the reserve leaves on programmes, tier by tier; answers the sum of the cuts.
fn place_cuts(
    engine: &mut Engine,
    scenario: &Scenario,
    place: usize,
    outcome: &mut Outcome,
) -> (Pence, Reasons) {
    let to_place = outcome.bodies[place].ask - outcome.bodies[place].reserve_used;
    let mut reasons = Reasons::default();
    let mut rest = to_place;
    if scenario.bodies[place].absorbs == Absorption::Fixed {
        let agreed: Pence = gather(engine, scenario, place, |index| {
            let fixed = scenario.programmes[index].fixed?;
            Some(fixed.min(outcome.programmes[index].limit))
        });
        if agreed > rest {
            reasons = Reasons::from(Reason::FixedScaled);
        }
        rest -= cut(engine, rest.min(agreed), outcome);
    }
    engine.fill_tiers(scenario, place);
    let mut next = 0;
    while rest > Pence::ZERO && next < engine.tiers.len() {
        let tier = engine.tiers[next].0;
        let capacity = gather_tier(engine, scenario, tier, outcome);
        rest -= cut(engine, rest.min(capacity), outcome);
        next += engine.tiers[next..].iter().take_while(|(t, _)| *t == tier).count();
    }
    (to_place - rest, reasons)
}

/// Lists a body's programmes with what each can give; answers the sum.
fn gather(
    engine: &mut Engine,
    scenario: &Scenario,
    place: usize,
    gives: impl Fn(usize) -> Option<Pence>,
) -> Pence {
    engine.children.clear();
    engine.weights.clear();
    for index in scenario.bodies[place].programmes.clone() {
        if let Some(amount) = gives(index) {
            engine.push(scenario, index, amount);
        }
    }
    engine.weights.iter().copied().sum()
}

fn gather_tier(engine: &mut Engine, scenario: &Scenario, tier: u32, outcome: &Outcome) -> Pence {
    engine.children.clear();
    engine.weights.clear();
    for at in 0..engine.tiers.len() {
        let (own, index) = engine.tiers[at];
        if own == tier {
            engine.push(scenario, index, outcome.programmes[index].limit);
        }
    }
    engine.weights.iter().copied().sum()
}

/// Cuts the listed programmes pro rata by an amount that they can give.
fn cut(engine: &mut Engine, amount: Pence, outcome: &mut Outcome) -> Pence {
    engine.pro_rata(amount);
    for (child, share) in engine.children.iter().zip(&engine.shares) {
        outcome.programmes[child.key as usize].cut += *share;
    }
    engine.shares.iter().copied().sum()
}

impl Engine {
    fn push(&mut self, scenario: &Scenario, index: usize, weight: Pence) {
        let key = u32::try_from(index).unwrap_or(u32::MAX);
        self.children.push(Child {
            key,
            rank: scenario.ranks.programmes[index],
            ..Child::default()
        });
        self.weights.push(weight);
    }

    /// Puts a body's programmes into the order in which they give money up: equal tiers together.
    fn fill_tiers(&mut self, scenario: &Scenario, place: usize) {
        let body = &scenario.bodies[place];
        let calendar = scenario.calendar(body.system);
        self.tiers.clear();
        for index in body.programmes.clone() {
            let programme = &scenario.programmes[index];
            let tier = match body.absorbs {
                // 1 is the most important and goes last; what has no number goes first.
                Absorption::LeastImportantFirst => programme.priority.map_or(0, |p| u32::MAX - p),
                Absorption::NotYetStartedFirst => {
                    u32::from(programme.response(calendar) == Response::Reduce)
                }
                Absorption::Fixed if programme.fixed.is_some() => continue,
                Absorption::Fixed | Absorption::ProRata => 0,
            };
            self.tiers.push((tier, index));
        }
        self.tiers.sort_unstable();
    }
}
