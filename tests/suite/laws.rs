//! The laws of MECHANISM section 9, over scenarios and changes at random.
#![cfg(test)]

use super::generate::{country, mended, scenario, shuffled};
use super::moved::{Move, meant, moves};
use fairshare::engine::{Engine, Outcome, compute};
use fairshare::levers::{History, set_all};
use fairshare::model::{Limit, Node, Offset, Protection, Scenario, Splitter, Stance};
use fairshare::money::Pence;
use fairshare::split::{Reason, Reasons, Rule};
use proptest::prelude::*;
use proptest::test_runner::RngAlgorithm;

pub(crate) fn cases(cases: u32) -> ProptestConfig {
    // Without optimisation the usual source of chance takes most of the time.
    let rng_algorithm = RngAlgorithm::XorShift;
    ProptestConfig { cases, failure_persistence: None, rng_algorithm, ..ProptestConfig::default() }
}

/// Makes those changes that are accepted.
fn change(scenario: &mut Scenario, moves: &[Move]) {
    for one in moves {
        let (lever, value) = meant(scenario, one);
        let _ = lever.set(scenario, &value);
    }
}

pub(crate) fn changed() -> impl Strategy<Value = Scenario> {
    (scenario(), moves(6)).prop_map(|(mut scenario, moves)| {
        change(&mut scenario, &moves);
        scenario
    })
}

/// Whom a node asks, for how much, and what found no place there.
struct At {
    splitter: Splitter,
    amount: Pence,
    children: Vec<(Node, Pence)>,
    unplaced: Pence,
    reasons: Reasons,
}

/// Every node that splits an amount.
fn splits(scenario: &Scenario, outcome: &Outcome) -> Vec<At> {
    let mut all = Vec::new();
    for pool in &outcome.pools {
        let systems = scenario.pool(pool.node).unwrap().systems.clone();
        let share = |s: usize| (Node::System(s), outcome.systems[s].contribution);
        all.push(At {
            splitter: Splitter::Pool(pool.node),
            amount: pool.offset,
            children: systems.map(share).collect(),
            unplaced: pool.unplaced,
            reasons: pool.reasons,
        });
    }
    for (place, out) in outcome.systems.iter().enumerate() {
        let groups = scenario.systems[place].groups.clone();
        all.push(At {
            splitter: Splitter::System(place),
            amount: out.ask,
            children: groups.map(|g| (Node::Group(g), outcome.groups[g].ask)).collect(),
            unplaced: out.unplaced,
            reasons: out.reasons,
        });
    }
    for (place, out) in outcome.groups.iter().enumerate() {
        let bodies = scenario.groups[place].bodies.clone();
        all.push(At {
            splitter: Splitter::Group(place),
            amount: out.ask,
            children: bodies.map(|b| (Node::Body(b), outcome.bodies[b].ask)).collect(),
            unplaced: out.unplaced,
            reasons: out.reasons,
        });
    }
    all
}

fn terms_limit(
    scenario: &Scenario,
    node: Node,
    of: fn(&fairshare::model::Terms) -> Option<Limit>,
) -> Option<Pence> {
    let terms = match node {
        Node::System(place) => &scenario.systems[place].terms,
        Node::Group(place) => &scenario.groups[place].terms,
        Node::Body(place) => &scenario.bodies[place].terms,
        _ => return None,
    };
    of(terms).and_then(|limit| scenario.limit_value(node, limit))
}

/// Whether a node takes part in its parent's split and pays its share itself.
fn pays(scenario: &Scenario, at: &At, node: Node) -> bool {
    match (at.splitter, node) {
        (Splitter::Pool(pool), Node::System(place)) => {
            scenario.contributes(place, scenario.pool(pool).unwrap()) == Some(false)
        }
        (_, Node::Body(place)) => scenario.is_asked(place) == Some(false),
        (Splitter::System(place), Node::Group(_)) => {
            let mut children = Vec::new();
            let rule = scenario.rule(at.splitter).unwrap();
            scenario.payers(Splitter::System(place), rule, &mut children);
            children.iter().any(|child| at.splitter.child(child.key) == node)
        }
        _ => false,
    }
}

/// The lead payer of a group's split, while it does not refuse.
fn lead(scenario: &Scenario, at: &At) -> Option<Node> {
    let Splitter::Group(place) = at.splitter else { return None };
    let lead = scenario.groups[place].lead?;
    (scenario.bodies[lead].stance == Stance::Contributes).then_some(Node::Body(lead))
}

proptest! {
    #![proptest_config(cases(300))]

    /// Law 1: nothing lost. At every node what its children are asked and what is unplaced there
    /// add up to its amount, to the penny; nothing is below nought.
    #[test]
    fn law_1_nothing_is_lost(scenario in changed()) {
        let outcome = compute(&scenario);
        for at in splits(&scenario, &outcome) {
            let asked: Pence = at.children.iter().map(|(_, ask)| *ask).sum();
            prop_assert_eq!(asked + at.unplaced, at.amount, "{:?}", at.splitter);
            prop_assert!(at.unplaced >= Pence::ZERO);
            prop_assert!(at.children.iter().all(|(_, ask)| *ask >= Pence::ZERO));
            prop_assert!(at.unplaced.is_zero() || at.reasons.iter().any(is_of_unplaced));
        }
        for system in &outcome.systems {
            prop_assert_eq!(system.ask, system.contribution + system.recovery);
        }
    }

    /// Law 2: reserve used + cuts + unplaced = ask, of every body. (Unplaced is a miss, or not
    /// described where not all programmes are.)
    #[test]
    fn law_2_every_body_accounts_for_its_ask(scenario in changed()) {
        let outcome = compute(&scenario);
        for (own, body) in scenario.bodies.iter().zip(&outcome.bodies) {
            let rest = body.unplaced + body.not_described;
            prop_assert_eq!(body.reserve_used + body.cuts + rest, body.ask);
            let cuts: Pence =
                outcome.programmes[own.programmes.clone()].iter().map(|programme| programme.cut).sum();
            prop_assert_eq!(cuts, body.cuts);
            prop_assert!(rest >= Pence::ZERO);
            let other = if own.complete { body.not_described } else { body.unplaced };
            prop_assert_eq!(other, Pence::ZERO);
        }
    }

    /// Law 3: no changes, the baseline: working memory and buffers that were used for other
    /// scenarios make no difference.
    #[test]
    fn law_3_nothing_is_remembered(scenario in scenario(), other in changed()) {
        let (mut engine, mut outcome) = (Engine::default(), Outcome::default());
        engine.compute(&other, &mut outcome);
        engine.compute(&scenario, &mut outcome);
        prop_assert_eq!(&outcome, &compute(&scenario));
    }

    /// Law 5: no cut is above its limit, no cap is passed, and no floor is broken unless a finding
    /// says that floors were scaled. (A floor binds in the split that runs: not those whom a lead
    /// payer spares, nor where there is nothing to split.)
    #[test]
    fn law_5_limits_hold(scenario in changed()) {
        let outcome = compute(&scenario);
        for programme in &outcome.programmes {
            prop_assert!(programme.cut <= programme.limit);
        }
        for at in splits(&scenario, &outcome) {
            let unscaled = !at.reasons.contains(Reason::FloorsScaled);
            let floors = unscaled && at.amount > Pence::ZERO && lead(&scenario, &at).is_none();
            for (node, ask) in &at.children {
                if let Some(cap) = terms_limit(&scenario, *node, |terms| terms.cap) {
                    prop_assert!(*ask <= cap, "{node:?} is asked {ask:?} over {cap:?}");
                }
                let floor = terms_limit(&scenario, *node, |terms| terms.floor);
                if let Some(floor) = floor.filter(|_| floors && pays(&scenario, &at, *node)) {
                    prop_assert!(*ask >= floor, "{node:?} is asked {ask:?} under {floor:?}");
                }
            }
        }
    }

    /// Law 6: a protected programme is never cut.
    #[test]
    fn law_6_what_is_protected_is_never_cut(scenario in changed()) {
        let outcome = compute(&scenario);
        for (own, programme) in scenario.programmes.iter().zip(&outcome.programmes) {
            let spared = own.protection == Protection::Protected || own.annual_cost.is_none();
            prop_assert!(!spared || programme.cut.is_zero());
        }
    }

    /// Law 8: under `Proportional` who is worth nothing by the measure is asked for its floor, else
    /// nothing. (Not a lead payer, which is asked before the rule runs.)
    #[test]
    fn law_8_nothing_is_asked_of_what_is_worth_nothing(scenario in changed()) {
        let outcome = compute(&scenario);
        for at in splits(&scenario, &outcome) {
            let Some(Rule::Proportional { by }) = scenario.rule(at.splitter) else { continue };
            for (node, ask) in &at.children {
                let (Node::System(place) | Node::Group(place) | Node::Body(place)) = *node else {
                    continue;
                };
                let key = u32::try_from(place).unwrap();
                let worthless = scenario.weight(at.splitter, key, *by) == Some(0);
                if worthless && lead(&scenario, &at) != Some(*node) {
                    let floor = terms_limit(&scenario, *node, |terms| terms.floor);
                    prop_assert!(*ask <= floor.unwrap_or_default());
                }
            }
        }
    }

    /// Law 11: Σ targets of a pool = Σ control totals − reserve used, where none is agreed.
    #[test]
    fn law_11_targets_add_up_to_control_totals_less_the_reserve(scenario in changed()) {
        let outcome = compute(&scenario);
        for pool in &outcome.pools {
            let systems = scenario.pool(pool.node).unwrap().systems.clone();
            if scenario.systems[systems.clone()].iter().any(|system| system.agreed) {
                continue;
            }
            let targets: Option<Pence> =
                outcome.systems[systems.clone()].iter().map(|system| system.target).sum();
            let totals: Option<Pence> =
                scenario.systems[systems].iter().map(|system| system.control_total).sum();
            prop_assert_eq!(targets, totals.map(|totals| totals - pool.reserve_used));
        }
    }

    /// Law 12: need = reserve used + contributions + unplaced at the pool + uncovered.
    #[test]
    fn law_12_every_pound_of_need_is_named(scenario in changed()) {
        let outcome = compute(&scenario);
        for pool in &outcome.pools {
            let systems = &outcome.systems[scenario.pool(pool.node).unwrap().systems.clone()];
            let given: Pence = systems.iter().map(|system| system.contribution).sum();
            prop_assert_eq!(pool.need, pool.reserve_used + given + pool.unplaced + pool.uncovered);
            prop_assert!(pool.uncovered >= Pence::ZERO);
            let relief: Pence = systems.iter().map(|system| system.relief).sum();
            prop_assert_eq!(relief, pool.reserve_used + given);
            prop_assert!(systems.iter().all(|system| system.relief <= system.need));
        }
    }
}

fn is_of_unplaced(reason: Reason) -> bool {
    !matches!(reason, Reason::FixedScaled | Reason::FloorsScaled)
}

/// Everything that came out, by path: what stands where in a list is left out.
fn by_path(scenario: &Scenario) -> Vec<(String, String)> {
    let outcome = compute(scenario);
    let path = |node| fairshare::levers::node_path(scenario, node);
    let mut all = Vec::new();
    for pool in &outcome.pools {
        let pool = fairshare::engine::PoolOutcome { node: Node::Nation, ..*pool };
        all.push((String::from("pool"), format!("{pool:?}")));
    }
    for (place, out) in outcome.systems.iter().enumerate() {
        all.push((path(Node::System(place)), format!("{out:?}")));
    }
    for (place, out) in outcome.groups.iter().enumerate() {
        all.push((path(Node::Group(place)), format!("{out:?}")));
    }
    for (place, out) in outcome.bodies.iter().enumerate() {
        all.push((path(Node::Body(place)), format!("{out:?}")));
    }
    for (place, out) in outcome.programmes.iter().enumerate() {
        all.push((path(Node::Programme(place)), format!("{out:?}")));
    }
    all.sort();
    all
}

proptest! {
    #![proptest_config(cases(200))]

    /// Law 4 (and 10): the order of systems, groups, bodies and programmes in the file never
    /// changes a number. (Layers are divided one after the other: their order is the rule.)
    #[test]
    fn law_4_order_never_matters(country in country(), seed in any::<u64>()) {
        let other = shuffled(country.clone(), seed);
        prop_assert_eq!(by_path(&mended(country)), by_path(&mended(other)));
    }

    /// Law 9: undoing everything leads to the baseline, exactly; doing it again to where it was.
    /// And a change that is refused changes nothing.
    #[test]
    fn law_9_undo_of_everything_is_the_baseline(
        baseline in scenario(),
        steps in prop::collection::vec(moves(3), 0..6),
    ) {
        let mut now = baseline.clone();
        let mut history = History::default();
        for step in &steps {
            let meant: Vec<_> = step.iter().map(|one| meant(&now, one)).collect();
            let before = now.clone();
            if history.apply(&mut now, &meant, String::new()).is_err() {
                prop_assert_eq!(&now, &before);
            }
        }
        let done = now.clone();
        while history.undo(&mut now).unwrap().is_some() {}
        prop_assert_eq!(&now, &baseline);
        prop_assert_eq!(compute(&now), compute(&baseline));
        while history.redo(&mut now).unwrap().is_some() {}
        prop_assert_eq!(&now, &done);
    }

    /// What differs from the start, in one list, leads from the baseline to the same place.
    #[test]
    fn the_net_changes_lead_to_the_same_place(baseline in scenario(), moves in moves(6)) {
        let mut now = baseline.clone();
        let mut history = History::default();
        for one in &moves {
            let one = meant(&now, one);
            let _ = history.apply(&mut now, &[one], String::new());
        }
        let net: Vec<_> = history.net().into_iter().map(|c| (c.lever, c.to)).collect();
        let mut again = baseline.clone();
        if set_all(&mut again, &net).is_ok() {
            prop_assert_eq!(compute(&again), compute(&now));
        } else {
            prop_assert_eq!(&again, &baseline);
        }
    }

    /// A rule that is accepted runs: no change leads to an outcome that says it could not.
    #[test]
    fn what_is_accepted_can_run(scenario in changed()) {
        let outcome = compute(&scenario);
        for at in splits(&scenario, &outcome) {
            prop_assert!(!at.reasons.contains(Reason::CannotRun), "{:?}", at.splitter);
        }
    }

    /// Law 7: with the same payers and rules, a larger amount never lowers a body's ask by more
    /// than a penny at each of the three splits above it, and a larger ask never lowers its cuts.
    #[test]
    fn law_7_more_is_never_less(
        mut scenario in scenario(),
        less in 0..6_000_000_00_i64,
        more in prop_oneof![0..3_i64, 0..3_000_000_00_i64],
    ) {
        let mut year = |offset: i64| {
            let pools = scenario.regions.iter_mut().chain(&mut scenario.nation);
            pools.for_each(|pool| pool.offset = Offset::Amount(Pence::new(offset)));
            compute(&scenario)
        };
        let (before, after) = (year(less), year(less + more));
        for (small, large) in before.bodies.iter().zip(&after.bodies) {
            prop_assert!(large.ask + Pence::new(3) >= small.ask);
            prop_assert!(large.ask < small.ask || large.cuts >= small.cuts);
        }
    }
}
