//! How long a year takes: a region like the East of England, and a nation of 4,400 programmes.
//!
//! `cargo bench --bench engine`. The aims are 0.01 ms for the region and 0.1 ms for the nation.

#[path = "../tests/suite/flat.rs"]
mod flat;
#[path = "../tests/suite/nation.rs"]
mod nation;
#[path = "../tests/suite/region.rs"]
#[expect(dead_code, reason = "tests build more than is measured here")]
mod region;

use divan::{Bencher, black_box};
use fairshare::engine::{Engine, Outcome};
use fairshare::levers::{Field, Lever, Value};
use fairshare::model::{Node, Scenario};
use fairshare::money::Pence;

fn main() {
    divan::main();
}

/// An engine that has computed the scenario before.
fn warm(scenario: &Scenario) -> (Engine, Outcome) {
    let (mut engine, mut outcome) = (Engine::default(), Outcome::default());
    engine.compute(scenario, &mut outcome);
    (engine, outcome)
}

fn compute(bencher: Bencher<'_, '_>, scenario: &Scenario) {
    let (mut engine, mut outcome) = warm(scenario);
    bencher.bench_local(|| engine.compute(black_box(scenario), &mut outcome));
}

fn set_and_compute(bencher: Bencher<'_, '_>, scenario: &mut Scenario) {
    let (mut engine, mut outcome) = warm(scenario);
    let lever = Lever { node: Node::System(0), field: Field::Plan };
    let mut pounds = 0;
    bencher.bench_local(|| {
        pounds += 1;
        let plan = Value::Money(Some(Pence::pounds(-20_000_000 - pounds)));
        assert!(lever.set(scenario, &plan).is_ok());
        engine.compute(black_box(scenario), &mut outcome);
    });
}

#[divan::bench]
fn region_compute(bencher: Bencher<'_, '_>) {
    compute(bencher, &nation::small_region());
}

#[divan::bench]
fn region_set_and_compute(bencher: Bencher<'_, '_>) {
    set_and_compute(bencher, &mut nation::small_region());
}

#[divan::bench]
fn nation_compute(bencher: Bencher<'_, '_>) {
    compute(bencher, &nation::nation());
}

#[divan::bench]
fn nation_set_and_compute(bencher: Bencher<'_, '_>) {
    set_and_compute(bencher, &mut nation::nation());
}
