//! Conditional money: paid whole or lost whole on its test. The second part of MECHANISM 3.8.

use super::compute::Engine;
use super::{Outcome, SupportOutcome, Supported};
use crate::model::{Holder, Scenario, Support, SupportTest};
use crate::money::{Pence, Share};
use crate::split::{Claim, pro_rata};

/// By how much a result is above its target, for the tests that a part hangs on.
#[derive(Clone, Copy)]
struct Margins {
    own: Option<Pence>,
    system: Option<Pence>,
}

/// Pays every part of support, and sums it up for bodies and systems.
pub(super) fn pay(engine: &mut Engine, scenario: &Scenario, outcome: &mut Outcome) {
    for (place, support) in scenario.supports.iter().enumerate() {
        let paid = part(engine, scenario, support, margins(scenario, outcome, support.holder));
        outcome.supports[place] = paid;
        let system = match support.holder {
            Holder::System(system) => system,
            Holder::Body(body) => {
                outcome.bodies[body].support.add(&paid.comes_to);
                scenario.bodies[body].system
            }
        };
        outcome.systems[system].support.add(&paid.comes_to);
    }
}

fn margins(scenario: &Scenario, outcome: &Outcome, holder: Holder) -> Margins {
    let of_system = |place: usize| {
        let system = &outcome.systems[place];
        Some(system.result? - system.target?)
    };
    match holder {
        Holder::System(place) => Margins { own: of_system(place), system: of_system(place) },
        Holder::Body(place) => {
            let body = &outcome.bodies[place];
            let own = body.result.zip(body.target).map(|(result, target)| result - target);
            Margins { own, system: of_system(scenario.bodies[place].system) }
        }
    }
}

/// One part: its finance test, then its conditions, then the bonus.
fn part(
    engine: &mut Engine,
    scenario: &Scenario,
    support: &Support,
    margins: Margins,
) -> SupportOutcome {
    let met = |margin: Option<Pence>| margin.map(|margin| margin >= Pence::ZERO);
    let (own, system) = (met(margins.own), met(margins.system));
    let signs = Some(scenario.signs(support.holder));
    let (linked, first, second, margin) = match support.test {
        SupportTest::Own => (Share::ZERO, own, own, margins.own),
        SupportTest::System => (Share::ONE, system, system, margins.system),
        SupportTest::Linked(share) => (share, own, system, margins.own),
        SupportTest::Signed => (Share::ZERO, signs, signs, None),
    };
    let mut paid = Some(Pence::ZERO);
    for amount in parts(engine, scenario, support) {
        let on_system = linked.of(amount);
        paid = paid
            .zip(paid_on(amount - on_system, first))
            .zip(paid_on(on_system, second))
            .map(|((paid, own), system)| paid + own + system);
    }
    let bonus = match support.bonus {
        None => Some(Pence::ZERO),
        Some(_) if support.test == SupportTest::Signed => Some(Pence::ZERO),
        Some(rate) => margin.map(|margin| rate.of(margin.at_least_zero())),
    };
    let comes_to = Supported { amount: support.amount, paid, bonus };
    SupportOutcome { comes_to, met: first, margin }
}

/// An amount that is paid whole or not at all; nothing at stake is nothing, whatever is known.
fn paid_on(amount: Pence, met: Option<bool>) -> Option<Pence> {
    match met {
        _ if amount.is_zero() => Some(Pence::ZERO),
        Some(true) => Some(amount),
        Some(false) => Some(Pence::ZERO),
        None => None,
    }
}

/// The parts of an amount that can be paid at all: the finance test's, and those of conditions that
/// are met. The weights are apportioned, so that the parts are the whole amount to the penny.
fn parts<'e>(
    engine: &'e mut Engine,
    scenario: &'e Scenario,
    support: &Support,
) -> impl Iterator<Item = Pence> + 'e {
    engine.claims.clear();
    let conditions = support.conditions.clone();
    let mut rest = Share::UNITS;
    for place in conditions.clone() {
        let weight = scenario.conditions[place].weight.units();
        rest -= weight;
        let key = u32::try_from(place).unwrap_or(u32::MAX);
        let rank = scenario.ranks.conditions[place].saturating_add(1);
        engine.claims.push(Claim::new(key, rank, Pence::new(weight)));
    }
    engine.claims.push(Claim::new(FINANCE, 0, Pence::new(rest)));
    pro_rata(support.amount, &mut engine.claims);
    let met = |key: u32| key == FINANCE || scenario.conditions[key as usize].met;
    engine.claims.iter().filter(move |claim| met(claim.key)).map(|claim| claim.share)
}

/// The part that hangs on the finance test alone, among the conditions of the list.
const FINANCE: u32 = u32::MAX;
