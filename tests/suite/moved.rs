//! Changes at random: numbers are turned into a lever of a scenario and a value for it.

use super::generate::rule;
use super::region::{BEDS, april};
use fairshare::levers::{Lever, Value, all_nodes};
use fairshare::model::{Limit, Measures, Node, Offset, Protection, Recovery, Scenario};
use fairshare::money::{Pence, Share};
use fairshare::split::Rule;
use proptest::prelude::*;
use std::sync::Arc;

/// One change: which node, which of its levers, a number for the value, and a rule if it is one.
pub(crate) type Move = (prop::sample::Index, prop::sample::Index, u64, Rule);

/// Up to so many changes.
pub(crate) fn moves(most: usize) -> impl Strategy<Value = Vec<Move>> {
    let index = any::<prop::sample::Index>;
    prop::collection::vec((index(), index(), any::<u64>(), rule()), 0..=most)
}

/// The lever and the value that a change means in this scenario; not every one is accepted.
pub(crate) fn meant(scenario: &Scenario, (node, field, seed, rule): &Move) -> (Lever, Value) {
    let node = *node.get(&all_nodes(scenario));
    let levers: Vec<Lever> = Lever::all(scenario, node).collect();
    let lever = *field.get(&levers);
    let value = match lever.get(scenario) {
        Value::Rule(_) => Value::Rule(Arc::new(rule.clone())),
        Value::Lead(_) => Value::Lead(body_of(scenario, node, *seed)),
        held => value(&held, *seed),
    };
    (lever, value)
}

fn body_of(scenario: &Scenario, node: Node, seed: u64) -> Option<usize> {
    let Node::Group(place) = node else { return None };
    let bodies = scenario.groups[place].bodies.clone();
    let count = u64::try_from(bodies.len()).ok()?;
    bodies.into_iter().nth(usize::try_from(seed.checked_rem(count)?).ok()?)
}

/// A value of the same kind; one in eight is not known.
fn value(held: &Value, seed: u64) -> Value {
    let number = i64::try_from(seed >> 12).unwrap();
    let known = !seed.is_multiple_of(8);
    let money = Pence::new(number % 1_000_000_000 - 300_000_000);
    let share = Share::percent(number % 120 - 10);
    let variant = seed / 8 % 3;
    match held {
        Value::Money(_) => Value::Money(known.then_some(money)),
        Value::Share(_) => Value::Share(known.then_some(share)),
        Value::Count(_) => Value::Count(known.then_some(u32::try_from(number % 5 + 1).unwrap())),
        Value::Measure(_) => Value::Measure(known.then_some(i128::from(money.get()))),
        Value::Month(_) => {
            let months = i32::try_from(number % 24).unwrap() - 6;
            Value::Month(known.then_some(april().plus(months)))
        }
        Value::Offset(_) => Value::Offset(match variant {
            0 => Offset::WholeNeed,
            1 => Offset::Percent(share),
            _ => Offset::Amount(money),
        }),
        Value::Recovery(_) if variant == 0 => Value::Recovery(Recovery::Share(share)),
        Value::Recovery(_) => Value::Recovery(Recovery::Amount(money)),
        Value::Limit(_) => Value::Limit(known.then_some(match variant {
            0 => Limit::PercentOf(share, Measures::ALLOCATION),
            1 => Limit::PercentOf(share, BEDS),
            _ => Limit::Amount(money),
        })),
        Value::Protection(_) if variant == 0 => Value::Protection(Protection::AtMost(share)),
        choice => {
            let all: Vec<_> = choice.alternatives().collect();
            let (_, _, value) = all[usize::try_from(seed >> 12).unwrap() % all.len()];
            value.clone()
        }
    }
}
