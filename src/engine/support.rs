//! Conditional money: paid whole or lost whole on its test. The second part of MECHANISM 3.8.

use super::compute::Engine;
use super::{Outcome, SupportOutcome, Supported};
use crate::model::{Holder, Node, Scenario, Support, SupportTest};
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

/// What is paid whole if the result of a system or body reaches its target, and lost whole if it
/// misses that by a penny. What a condition that is not met takes away hangs on nothing.
pub fn hangs_on(scenario: &Scenario, node: Node) -> Pence {
    let mut engine = Engine::default();
    let mut hangs = Pence::ZERO;
    for support in &scenario.supports {
        let Some(linked) = on_the_system(support.test) else { continue };
        let part = |amount: Pence| match (support.holder, node) {
            (Holder::System(own), Node::System(at)) if own == at => amount,
            (Holder::Body(own), Node::Body(at)) if own == at => amount - linked.of(amount),
            (Holder::Body(own), Node::System(at)) if scenario.bodies[own].system == at => {
                linked.of(amount)
            }
            _ => Pence::ZERO,
        };
        hangs += parts(&mut engine, scenario, support).map(part).sum::<Pence>();
    }
    hangs
}

/// The share of support that hangs on the system's result; `None` where no result decides.
const fn on_the_system(test: SupportTest) -> Option<Share> {
    match test {
        SupportTest::Own => Some(Share::ZERO),
        SupportTest::System => Some(Share::ONE),
        SupportTest::Linked(share) => Some(share),
        SupportTest::Signed => None,
    }
}

/// One part: its finance test, then its conditions, then the bonus.
fn part(
    engine: &mut Engine,
    scenario: &Scenario,
    support: &Support,
    margins: Margins,
) -> SupportOutcome {
    let (first, second, margin) = tests(scenario, support, margins);
    let linked = on_the_system(support.test).unwrap_or(Share::ZERO);
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

/// Whether the test of the holder and that of its system are met, and by how much the result is above
/// the target that a bonus follows.
fn tests(
    scenario: &Scenario,
    support: &Support,
    margins: Margins,
) -> (Option<bool>, Option<bool>, Option<Pence>) {
    let met = |margin: Option<Pence>| margin.map(|margin| margin >= Pence::ZERO);
    let (own, system) = (met(margins.own), met(margins.system));
    let signs = Some(scenario.signs(support.holder));
    match support.test {
        SupportTest::Own => (own, own, margins.own),
        SupportTest::System => (system, system, margins.system),
        SupportTest::Linked(_) => (own, system, margins.own),
        SupportTest::Signed => (signs, signs, None),
    }
}

/// What is paid of a part, test by test and condition by condition; nothing where a test hangs on
/// what is not known.
pub(super) fn paid_parts(scenario: &Scenario, outcome: &Outcome, place: usize) -> Vec<Pence> {
    let support = &scenario.supports[place];
    let margins = margins(scenario, outcome, support.holder);
    let (first, second, _) = tests(scenario, support, margins);
    let linked = on_the_system(support.test).unwrap_or(Share::ZERO);
    let mut engine = Engine::default();
    let paid = parts(&mut engine, scenario, support).flat_map(|amount| {
        let on_system = linked.of(amount);
        [paid_on(amount - on_system, first), paid_on(on_system, second)]
    });
    paid.map(Option::unwrap_or_default).collect()
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
