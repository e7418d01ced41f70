//! The laws of what issue 3 added, over scenarios at random: support, joint programmes, knock-on
//! costs, pay for performance, the years after. What MECHANISM 9 asks of every scenario holds here
//! too: nothing lost, nothing made, and what is off has no effect.

use super::generate::scenario;
use super::laws::cases;
use fairshare::engine::{Account, after, compute};
use fairshare::format::FinancialYear;
use fairshare::model::{
    Condition, Council, Holder, JointPart, KnockOn, NodeWords, Partner, Performance, Ranks,
    Repayment, Scenario, Support, SupportTest, Words,
};
use fairshare::money::{Pence, Share};
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::Index;
use std::sync::Arc;

fn pence() -> impl Strategy<Value = Pence> {
    prop_oneof![2 => 0..200_i64, 3 => 0..9_000_000_00_i64].prop_map(Pence::new)
}

fn share() -> impl Strategy<Value = Share> {
    prop_oneof![
        (0..=100_i64).prop_map(Share::percent),
        (0..=Share::UNITS).prop_map(Share::from_units)
    ]
}

fn test() -> impl Strategy<Value = SupportTest> {
    prop_oneof![
        Just(SupportTest::Own),
        Just(SupportTest::System),
        Just(SupportTest::Signed),
        share().prop_map(SupportTest::Linked),
    ]
}

/// A part of support: whose, how much, on what, its conditions, its bonus.
type Part = (Index, bool, Pence, SupportTest, Vec<(i64, bool)>, Option<Share>);

fn part() -> impl Strategy<Value = Part> {
    let conditions = prop::collection::vec((0..30_i64, any::<bool>()), 0..4);
    (any::<Index>(), any::<bool>(), pence(), test(), conditions, weighted(0.5, share()))
}

/// A partner of a programme: which, what it pays, whether it is matched, whether it refuses.
type Joint = (Index, Option<Pence>, bool, bool);

/// A scenario with support, partners, knock-on costs that are off, and a promise.
fn beside() -> impl Strategy<Value = Scenario> {
    let joint = (any::<Index>(), weighted(0.8, pence()), any::<bool>(), weighted(0.2, Just(())));
    let joint = joint.prop_map(|(at, cost, matched, no)| (at, cost, matched, no.is_some()));
    let parts = (prop::collection::vec(part(), 0..5), prop::collection::vec(joint, 0..5));
    let promise = weighted(0.8, (1..5_u32, weighted(0.8, share())));
    (scenario(), parts, promise, any::<bool>()).prop_map(|(mut scenario, parts, promise, again)| {
        let mut words = (*scenario.words).clone();
        parts.0.iter().for_each(|part| add_support(&mut scenario, &mut words, part));
        add_partners(&mut scenario, &mut words, parts.1);
        scenario.knock_ons = vec![KnockOn {
            programmes: (0..scenario.programmes.len()).collect(),
            returns: Share::percent(50),
            between: (Share::ZERO, Share::ONE),
            to: (!scenario.bodies.is_empty()).then_some(0),
            next_year: false,
            on: false,
        }];
        words.knock_ons = vec![NodeWords::default()];
        let first = FinancialYear::starting(2020);
        let repayment = promise.map(|(years, repaid)| Repayment { years, first, repaid });
        for pool in scenario.regions.iter_mut().chain(&mut scenario.nation) {
            (pool.repayment, pool.recurrent) = (repayment, again);
        }
        scenario.ranks = Arc::new(Ranks::of(&words));
        scenario.words = Arc::new(words);
        scenario
    })
}

fn add_support(scenario: &mut Scenario, words: &mut Words, part: &Part) {
    let (at, of_body, amount, test, conditions, bonus) = part;
    let holder = match (of_body, scenario.bodies.len(), scenario.systems.len()) {
        (true, count, _) if count > 0 => Holder::Body(at.index(count)),
        (_, _, count) if count > 0 => Holder::System(at.index(count)),
        _ => return,
    };
    let from = scenario.conditions.len();
    for (place, (weight, met)) in conditions.iter().enumerate() {
        scenario.conditions.push(Condition { weight: Share::percent(*weight), met: *met });
        words.conditions.push(NodeWords { id: format!("c{place}"), ..NodeWords::default() });
    }
    let conditions = from..scenario.conditions.len();
    let (amount, test, bonus) = (*amount, *test, *bonus);
    scenario.supports.push(Support { holder, amount, test, conditions, bonus });
    words.supports.push(NodeWords::default());
}

fn add_partners(scenario: &mut Scenario, words: &mut Words, joint: Vec<Joint>) {
    let count = scenario.programmes.len();
    let mut parts: Vec<JointPart> = Vec::new();
    for (at, annual_cost, matched, refuses) in joint.into_iter().filter(|_| count > 0) {
        let partner = Partner::Council(scenario.councils.len());
        scenario.councils.push(Council { refuses, population: None });
        parts.push(JointPart { programme: at.index(count), partner, annual_cost, matched });
    }
    parts.sort_by_key(|part| part.programme);
    words.councils = vec![NodeWords::default(); scenario.councils.len()];
    words.joint_parts = vec![NodeWords::default(); parts.len()];
    scenario.joint_parts = parts;
}

/// Whether the accounts add up to another, year by year.
fn add_up(whole: &Account, parts: &[Account]) -> bool {
    let sums = |of: fn(&Account) -> Option<&Vec<Pence>>| {
        let Some(whole) = of(whole) else { return parts.iter().all(|part| of(part).is_none()) };
        let year = |at: usize| parts.iter().map(|part| of(part).unwrap()[at]).sum::<Pence>();
        (0..whole.len()).all(|at| year(at) == whole[at])
    };
    sums(|a| Some(&a.contributed))
        && sums(|a| Some(&a.promised))
        && sums(|a| a.repaid.as_ref())
        && sums(|a| a.owed.as_ref())
}

proptest! {
    #![proptest_config(cases(100))]

    /// Support is paid or lost to the penny; what bodies and systems have is the sum of their parts.
    #[test]
    fn support_is_paid_or_lost(scenario in beside()) {
        let outcome = compute(&scenario);
        let mut systems = vec![(Pence::ZERO, Some(Pence::ZERO)); scenario.systems.len()];
        for (own, out) in scenario.supports.iter().zip(&outcome.supports) {
            prop_assert_eq!(out.comes_to.amount, own.amount);
            if let (Some(paid), Some(lost)) = (out.comes_to.paid, out.comes_to.lost()) {
                prop_assert!(Pence::ZERO <= paid && paid <= own.amount);
                prop_assert_eq!(paid + lost, own.amount);
                let weight = scenario.conditions[own.conditions.clone()].iter();
                let all_met = weight.clone().all(|condition| condition.met);
                let whole = !matches!(own.test, SupportTest::Linked(_)) && all_met;
                prop_assert!(!whole || paid.is_zero() || paid == own.amount);
            }
            prop_assert!(out.comes_to.bonus >= Some(Pence::ZERO) || out.margin.is_none());
            let system = match own.holder {
                Holder::System(place) => place,
                Holder::Body(place) => scenario.bodies[place].system,
            };
            systems[system].0 += own.amount;
            systems[system].1 = systems[system].1.zip(out.comes_to.paid).map(|(a, b)| a + b);
        }
        for (sum, system) in systems.iter().zip(&outcome.systems) {
            prop_assert_eq!(*sum, (system.support.amount, system.support.paid));
        }
    }

    /// No partner loses more than it would pay, no service more than it is; without partners the
    /// service loses what the body cuts and what a stop releases.
    #[test]
    fn partners_lose_no_more_than_they_pay(scenario in beside()) {
        let outcome = compute(&scenario);
        for part in &outcome.joint_parts {
            if let (Some(budget), Some(lost)) = (part.budget, part.lost) {
                prop_assert!(Pence::ZERO <= lost && lost <= budget);
            }
        }
        for place in 0..scenario.programmes.len() {
            if let Some((lost, whole)) = outcome.service_lost(&scenario, place) {
                prop_assert!(0 <= lost && lost <= whole);
            }
            if scenario.joint_parts_of(place).is_empty() {
                let own = &outcome.programmes[place];
                let gone = i128::from((own.cut + own.released).get());
                let own = own.cut_share().map(|(_, budget)| (gone, i128::from(budget)));
                prop_assert_eq!(outcome.service_lost(&scenario, place), own);
            }
        }
    }

    /// What is off has no effect, and nothing beside the cascade moves anybody's ask.
    #[test]
    fn what_is_beside_moves_no_ask(scenario in beside()) {
        let outcome = compute(&scenario);
        let mut bare = scenario.clone();
        (bare.knock_ons, bare.supports) = (Vec::new(), Vec::new());
        let without = compute(&bare);
        for (with, without) in outcome.bodies.iter().zip(&without.bodies) {
            prop_assert_eq!((with.ask, with.result, with.target), (without.ask, without.result, without.target));
        }
        prop_assert!(outcome.knock_ons.iter().all(|cost| cost.is_zero()));
    }

    /// A knock-on that is on takes from its bearer's result what it comes to, and nothing else.
    #[test]
    fn a_knock_on_weighs_on_its_bearer_alone(scenario in beside()) {
        let mut on = scenario.clone();
        on.knock_ons[0].on = true;
        let (off, on) = (compute(&scenario), compute(&on));
        for (place, (off, with)) in off.bodies.iter().zip(&on.bodies).enumerate() {
            let cost = if place == 0 { on.knock_ons[0] } else { Pence::ZERO };
            prop_assert_eq!(off.result.map(|result| result - cost), with.result);
            prop_assert_eq!((off.ask, off.cuts), (with.ask, with.cuts));
        }
    }

    /// The years after add up, pool to systems; what is wholly repaid once is wholly repaid.
    #[test]
    fn the_years_after_add_up(scenario in beside()) {
        let outcome = compute(&scenario);
        for pool in &outcome.pools {
            let years = after(&scenario, &outcome, pool.node).unwrap();
            prop_assert!(add_up(&years.pool, &years.systems));
            let own = scenario.pool(pool.node).unwrap();
            let repaid = own.repayment.and_then(|promise| promise.repaid);
            for account in years.systems.iter().chain(&years.bodies) {
                let last = account.owed.as_ref().and_then(|owed| owed.last().copied());
                let whole = repaid == Some(Share::ONE) && !own.recurrent;
                prop_assert!(!whole || last == Some(Pence::ZERO), "{:?}", account);
            }
        }
    }

    /// What performance earns and what stays with the payer are the amount.
    #[test]
    fn performance_earns_a_part(amount in pence(), planned in -500..500_i64, achieved in -900..900_i64) {
        let own = Performance { body: 0, amount, planned, achieved };
        let paid = own.paid();
        prop_assert!(Pence::ZERO <= paid && paid <= amount);
        let all = planned != 0 && achieved.signum() == planned.signum() && achieved.abs() >= planned.abs();
        prop_assert!(!all || paid == amount);
        prop_assert!(planned != 0 || paid.is_zero());
    }
}
