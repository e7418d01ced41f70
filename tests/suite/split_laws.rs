//! What holds of every split, whatever the rule, the children and the amount.
#![cfg(test)]

use fairshare::money::{Pence, Share};
use fairshare::split::{
    Band, Charge, Child, Column, Layer, Problem, Reason, Rule, Scratch, Split, Weights, split,
};
use num_bigint::BigInt;
use proptest::prelude::*;

const BY: Column = Column(0);

/// A child and its measure.
type Weighed = (Child, i128);

#[derive(Clone, Debug)]
struct Case {
    rule: Rule,
    amount: i64,
    children: Vec<Weighed>,
}

/// The shares in the order of the children, and what came beside.
fn solve(rule: &Rule, amount: i64, children: &[Weighed]) -> (Vec<Pence>, Split) {
    let list: Vec<Child> = children.iter().map(|&(child, _)| child).collect();
    let measure = |child: usize, _| Some(children[child].1);
    run(rule, amount, (&list, Weights::Narrow(&measure)))
}

fn run(rule: &Rule, amount: i64, (list, weights): (&[Child], Weights<'_>)) -> (Vec<Pence>, Split) {
    let problem = Problem::new(Pence::new(amount), list, weights);
    let mut shares = vec![Pence::ZERO; list.len()];
    let outcome = split(rule, &problem, &mut Scratch::default(), &mut shares);
    (shares, outcome.unwrap())
}

/// Rules that are made of nothing but themselves.
fn simple_rule() -> impl Strategy<Value = Rule> {
    prop_oneof![
        Just(Rule::Equal),
        Just(Rule::Proportional { by: BY }),
        Just(Rule::WhereItFalls),
        Just(Rule::Fixed { rest: Some(BY) }),
        Just(Rule::Percent { rest: Some(BY) }),
        Just(Rule::Priority { by: Some(BY) }),
        Just(Rule::EqualHeadroom),
        Just(Rule::EqualUpToLimit),
        Just(Rule::ContestedGarment),
        (0..=4_i64).prop_map(|quarters| Rule::Levelling { pace: Share::percent(25 * quarters) }),
        Just(Rule::Banded {
            by: BY,
            bands: vec![
                Band { upto: Some(20), rate: Share::percent(5) },
                Band { upto: None, rate: Share::percent(40) },
            ],
            charge: Charge::Scaled,
        }),
    ]
}

fn rule() -> impl Strategy<Value = Rule> {
    simple_rule().prop_recursive(2, 6, 3, |inner| {
        let payers = proptest::sample::subsequence(vec![0, 1, 2, 3], 1..4);
        let layer =
            (proptest::option::of(0..2_000_i64), proptest::option::of(payers), inner.clone())
                .prop_map(|(width, payers, rule)| Layer {
                    width: width.map(Pence::new),
                    payers,
                    rule,
                });
        prop_oneof![
            proptest::collection::vec(layer, 1..3).prop_map(Rule::Layered),
            (0..=3_i64, inner.clone(), inner).prop_map(|(thirds, first, second)| {
                let part = Share::from_units(thirds * 333_333_333_333);
                let rest = Share::from_units(Share::UNITS - part.units());
                Rule::Blend(vec![(part, first), (rest, second)])
            }),
        ]
    })
}

fn amount_of_child() -> impl Strategy<Value = i64> {
    prop_oneof![Just(0), 0..50_i64, 0..2_000_i64]
}

fn child() -> impl Strategy<Value = Weighed> {
    let amounts = proptest::array::uniform6(amount_of_child());
    let given = proptest::array::uniform4(any::<bool>());
    let weight = prop_oneof![Just(0), 1..9_i128, 0..1_000_000_i128, Just(10_i128.pow(28) - 1)];
    (amounts, given, weight, 0..=12_i64, proptest::option::of(1..4_u32)).prop_map(
        |(
            [cap, floor, fixed, claim, baseline, target],
            [capped, set, agreed, low],
            weight,
            percent,
            turn,
        )| {
            let child = Child {
                cap: capped.then_some(Pence::new(cap)),
                floor: Pence::new(if low { floor.min(cap) / 4 } else { 0 }),
                fixed: set.then_some(Pence::new(fixed)),
                percent: agreed.then_some(Share::percent(percent)),
                turn,
                gap: Some(Pence::new(claim)),
                capacity: Some(Pence::new(claim)),
                baseline: Some(Pence::new(baseline)),
                target: Some(Pence::new(target + 1)),
                ..Child::default()
            };
            (child, weight)
        },
    )
}

fn children() -> impl Strategy<Value = Vec<Weighed>> {
    proptest::collection::vec(child(), 0..8).prop_map(|mut children| {
        for ((child, _), rank) in children.iter_mut().zip(0..) {
            (child.rank, child.key) = (rank, rank);
        }
        children
    })
}

fn case() -> impl Strategy<Value = Case> {
    let amount = prop_oneof![Just(0), -300..300_i64, -5_000..5_000_i64, 0..1_000_000_000_000_i64];
    (rule(), amount, children()).prop_map(|(rule, amount, children)| Case {
        rule,
        amount,
        children,
    })
}

/// A few children, and no more to place than their bounds, claims and agreed amounts come to: where
/// bounds bind, and what binds changes with the amount.
fn tight_case() -> impl Strategy<Value = Case> {
    let amount = prop_oneof![0..300_i64, 0..5_000_i64];
    let children = children().prop_filter("somebody to pay", |children| children.len() > 1);
    (rule(), amount, children).prop_map(|(rule, amount, children)| Case { rule, amount, children })
}

fn without_bounds(children: &[Weighed]) -> Vec<Weighed> {
    let free = |child| Child { cap: None, floor: Pence::ZERO, ..child };
    children.iter().map(|&(child, weight)| (free(child), weight)).collect()
}

/// A larger amount never lowers a share by more than a penny.
fn monotone(rule: &Rule, (amount, more): (i64, i64), children: &[Weighed]) {
    let (before, _) = solve(rule, amount, children);
    let (after, _) = solve(rule, amount + more, children);
    for (before, after) in before.iter().zip(&after) {
        assert!(after.get() >= before.get() - 1, "{before:?} became {after:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_and_no_bound_is_broken(Case { rule, amount, children } in case()) {
        let (shares, outcome) = solve(&rule, amount, &children);
        let sum: Pence = shares.iter().copied().sum();
        prop_assert_eq!(sum + outcome.unplaced, Pence::new(amount));
        prop_assert!(outcome.unplaced.is_zero() || !outcome.reasons.is_empty());
        prop_assert!(outcome.unplaced.get() * amount.signum() >= 0, "the sign of the amount");
        let scaled = outcome.reasons.contains(Reason::FloorsScaled);
        for (share, (child, _)) in shares.iter().zip(&children) {
            prop_assert!(share.get() * amount.signum() >= 0, "the sign of the amount");
            prop_assert!(child.cap.is_none_or(|cap| share.abs() <= cap));
            prop_assert!(scaled || share.abs() >= child.floor);
        }
    }

    #[test]
    fn the_order_of_children_never_matters(Case { rule, amount, children } in case(), turn in 0..8_usize) {
        let (mut shares, outcome) = solve(&rule, amount, &children);
        let mut turned = children.clone();
        let places = turn.min(children.len());
        turned.rotate_left(places);
        turned.reverse();
        let (again, same) = solve(&rule, amount, &turned);
        shares.rotate_left(places);
        shares.reverse();
        prop_assert_eq!(shares, again);
        prop_assert_eq!(outcome, same);
    }

    #[test]
    fn equals_are_treated_alike_to_the_penny(Case { rule, amount, children } in case()) {
        let mut children = children;
        let Some(&(first, weight)) = children.first() else { return Ok(()) };
        children.push((Child { rank: 99, ..first }, weight));
        let percents = children.iter().filter_map(|(child, _)| child.percent);
        prop_assume!(percents.map(Share::units).sum::<i64>() <= Share::UNITS);
        let (shares, _) = solve(&rule, amount, &children);
        let apart = shares[0].get() - shares[children.len() - 1].get();
        prop_assert!(apart.abs() <= 1, "{apart}p apart");
    }

    #[test]
    fn no_measure_is_no_share(amount in 0..1_000_000_i64, children in children()) {
        let (shares, _) = solve(&Rule::Proportional { by: BY }, amount, &without_bounds(&children));
        for (share, (_, weight)) in shares.iter().zip(&children) {
            prop_assert!(*weight > 0 || share.is_zero());
        }
    }

    #[test]
    fn more_to_place_never_lowers_a_share(Case { rule, amount, children } in tight_case(), more in 1..500_i64) {
        monotone(&rule, (amount, more), &without_bounds(&children));
        monotone(&rule, (amount, more), &children);
    }

    #[test]
    fn narrow_and_wide_numbers_agree(Case { rule, amount, children } in case()) {
        let list: Vec<Child> = children.iter().map(|&(child, _)| child).collect();
        let measure = |child: usize, _: Column| Some(BigInt::from(children[child].1));
        let wide = run(&rule, amount, (&list, Weights::Wide(&measure)));
        prop_assert_eq!(wide, solve(&rule, amount, &children));
    }
}
