//! Setting a lever and computing again allocates nothing, once the buffers have grown.
//!
//! In a binary of its own, because counting replaces the allocator of the whole process.
#![cfg(test)]

#[path = "suite/flat.rs"]
mod flat;
#[path = "suite/nation.rs"]
#[expect(dead_code, reason = "only the nation is counted")]
mod nation;
#[path = "suite/region.rs"]
#[expect(dead_code, reason = "tests build more than is counted here")]
mod region;

use fairshare::engine::{Engine, Outcome};
use fairshare::levers::{Field, Lever, Value};
use fairshare::model::{Measures, Node, Offset, Scenario};
use fairshare::money::{Pence, Share};
use fairshare::split::{Band, Charge, Layer, Rule};
use std::sync::Arc;

/// Sets a lever to one value and the other, computing after each, and counts a warm round.
fn allocations(scenario: &mut Scenario, lever: Lever, values: &[Value; 2]) -> u64 {
    let (mut engine, mut outcome) = (Engine::default(), Outcome::default());
    let mut round = || {
        for value in values {
            assert_eq!(lever.set(scenario, value), Ok(()));
            engine.compute(scenario, &mut outcome);
        }
    };
    // Buffers change hands: each has been everywhere after a few rounds, and has grown to what it needs.
    for _ in 0..8 {
        round();
    }
    let counted = allocation_counter::measure(round);
    counted.count_total
}

fn pounds(pounds: i64) -> Value {
    Value::Money(Some(Pence::pounds(pounds)))
}

#[test]
fn the_counter_counts() {
    let counted = allocation_counter::measure(|| drop(std::hint::black_box(vec![1; 100])));
    assert_eq!(counted.count_total, 1);
}

#[test]
fn amounts_are_moved_without_allocating() {
    let mut nation = nation::nation();
    let cases = [
        (Node::System(0), Field::Plan, [pounds(-30_000_000), pounds(-1)]),
        (
            Node::Nation,
            Field::Offset,
            [
                Value::Offset(Offset::WholeNeed),
                Value::Offset(Offset::Amount(Pence::pounds(50_000_000))),
            ],
        ),
        (Node::Body(17), Field::Reserve, [pounds(0), pounds(80_000)]),
        (Node::Programme(1234), Field::AnnualCost, [pounds(1_000_000), pounds(2_000_000)]),
    ];
    for (node, field, values) in cases {
        let lever = Lever { node, field };
        assert_eq!(allocations(&mut nation, lever, &values), 0, "{lever:?}");
    }
}

/// Every rule that can run over commissioners of which allocation, capacity and distance are known.
fn rules() -> Vec<Rule> {
    let by = Measures::ALLOCATION;
    let layer = |width, payers| Layer { width, payers, rule: Rule::Proportional { by } };
    let bands = vec![
        Band { upto: Some(30_000_000_000), rate: Share::ZERO },
        Band { upto: None, rate: Share::percent(2) },
    ];
    vec![
        Rule::Equal,
        Rule::Proportional { by },
        Rule::WhereItFalls,
        Rule::Fixed { rest: Some(by) },
        Rule::Percent { rest: Some(by) },
        Rule::Priority { by: Some(by) },
        Rule::Layered(vec![
            layer(Some(Pence::pounds(100_000)), Some(vec![0, 1])),
            layer(None, None),
        ]),
        Rule::Levelling { pace: Share::percent(50) },
        Rule::Banded { by, bands, charge: Charge::Scaled },
        Rule::Blend(vec![
            (Share::percent(30), Rule::Equal),
            (Share::percent(70), Rule::Proportional { by }),
        ]),
        Rule::EqualHeadroom,
        Rule::EqualUpToLimit,
        Rule::ContestedGarment,
    ]
}

/// With limits that do not bind: where one does, a rule that does not read it is asked several times
/// over, and may need numbers that do not fit a machine word.
#[test]
fn every_rule_is_chosen_without_allocating() {
    let mut nation = nation::nation();
    for body in nation.groups[0].bodies.clone() {
        let own = &mut nation.bodies[body];
        own.distance = Some(Share::percent(i64::try_from(body).unwrap() - 2));
        own.terms.turn = Some(1);
        own.terms.cap = Some(fairshare::model::Limit::Amount(Pence::pounds(300_000_000)));
        own.stated_gap = Some(Pence::pounds(1_000_000));
    }
    let lever = Lever { node: Node::Group(0), field: Field::Split };
    for rule in rules() {
        let values = [rule.clone(), Rule::Equal].map(|rule| Value::Rule(Arc::new(rule)));
        assert_eq!(allocations(&mut nation, lever, &values), 0, "{rule:?}");
    }
}
