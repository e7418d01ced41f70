//! How numbers come about: what is written down is what the engine made of it.
#![cfg(test)]

use super::laws::{cases, changed};
use fairshare::arithmetic::{Exact, Rounding, Sum};
use fairshare::document::{self, LIBRARY};
use fairshare::engine::{Ends, Line, OutcomeMeasure, Source, Unit, Workings, compute, workings};
use fairshare::levers::{all_nodes, node_at};
use fairshare::model::{Node, Scenario};
use num_bigint::BigInt;
use proptest::prelude::*;

/// What a line comes to once its pennies are given out.
fn comes_to(line: &Line) -> Exact {
    let value = line.sum.value().expect("nothing is divided by nought");
    match &line.ends {
        Ends::AsItStands => value,
        Ends::InPennies { exact: (above, below), took, .. } => {
            assert_eq!(Exact::new(above.clone(), below.clone()), Some(value.clone()), "{line:?}");
            Exact::whole(value.rounded(Rounding::Down) + i32::from(*took))
        }
    }
}

/// Every sum that is shown apart comes to the number that stands for it.
fn apart_agrees(line: &Line) {
    for sum in std::iter::once(&line.sum).chain(&line.together) {
        for number in sum.numbers() {
            if let Some(Source::Together(place)) = number.is {
                let value = line.together[place].value();
                assert_eq!(value, Some(Exact::whole(number.value.clone())), "{line:?}");
            }
        }
    }
}

/// Every number that can be read off the outcome is the one that its line comes to; whether all of
/// those that are not nought have one. Answers how many lines there were.
fn agree(scenario: &Scenario, worked: &Workings) -> usize {
    let mut lines = 0;
    for measure in all_nodes(scenario).into_iter().flat_map(OutcomeMeasure::all) {
        let reading = measure.read(scenario, &worked.outcome);
        let Some((above, below)) = reading.value else { continue };
        let source = Source::Outcome(measure.node, measure.row.id);
        let Some(line) = worked.line(scenario, source) else {
            assert_eq!(above, 0, "{:?} {} has no line", measure.node, measure.row.id);
            continue;
        };
        lines += 1;
        let expected = Exact::new(BigInt::from(above), BigInt::from(below)).unwrap();
        let name = (measure.node, measure.row.id);
        assert_eq!(comes_to(&line), expected, "{name:?}: {line:#?}");
        apart_agrees(&line);
        for (source, number) in line.sources() {
            beside(scenario, worked, (source, &number.value));
        }
    }
    lines
}

/// What stands beside the cascade comes to the number that is used of it.
fn beside(scenario: &Scenario, worked: &Workings, (source, used): (Source, &BigInt)) {
    let used = Exact::whole(used.clone());
    match source {
        Source::Outcome(node, id) => {
            let Some(measure) = OutcomeMeasure::find(node, id) else { return };
            let reading = measure.read(scenario, &worked.outcome);
            assert_eq!(reading.unit, Unit::Money, "{node:?} {id}");
            let (above, below) = reading.value.unwrap_or_else(|| panic!("{node:?} {id}"));
            assert_eq!(used, Exact::new(above.into(), below.into()).unwrap(), "{node:?} {id}");
        }
        other => {
            if let Some(line) = worked.line(scenario, other) {
                assert_eq!(comes_to(&line), used, "{other:?}");
            }
        }
    }
}

#[test]
fn every_line_of_every_shipped_scenario_comes_to_its_number() {
    for file in LIBRARY {
        let scenario = document::library(file.name).unwrap();
        let worked = workings(&scenario);
        assert_eq!(worked.outcome, compute(&scenario), "{}: a book changes nothing", file.name);
        assert!(agree(&scenario, &worked) > 100, "{}", file.name);
    }
}

#[test]
fn a_share_is_written_as_amount_times_size_over_sizes() {
    // 3.5m × 228.287m ÷ 1,668.400m, in pence and with three pennies left: MECHANISM 10.
    let scenario = document::library("east-of-england-2019").unwrap();
    let worked = workings(&scenario);
    let node = node_at(&scenario, "07G").unwrap();
    let line = worked.line(&scenario, Source::Outcome(node, "ask")).unwrap();
    let Sum::Over(above, below) = &line.sum else { panic!("{line:?}") };
    let values = |sum: &Sum<Source>| -> Vec<BigInt> {
        sum.numbers().iter().map(|number| number.value.clone()).collect()
    };
    assert_eq!(values(above), [350_000_000_i64, 22_828_700_000].map(BigInt::from));
    assert_eq!(values(below), [166_840_000_000_i64].map(BigInt::from));
    let Ends::InPennies { left, took, among, .. } = line.ends else { panic!("{line:?}") };
    assert_eq!((left, took, among), (3, true, 5));
    assert_eq!(above.numbers()[0].is, Some(Source::Outcome(group(&scenario), "ask")));
    // The percentage of the group is followed to its lever.
    let line = worked.line(&scenario, Source::Outcome(group(&scenario), "ask")).unwrap();
    assert!(line.sources().iter().any(|(own, _)| matches!(own, Source::Lever(_))), "{line:?}");
}

fn group(scenario: &Scenario) -> Node {
    node_at(scenario, "MSE/commissioners").unwrap()
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn every_line_comes_to_its_number_whatever_is_moved(scenario in changed()) {
        let worked = workings(&scenario);
        prop_assert_eq!(&worked.outcome, &compute(&scenario));
        agree(&scenario, &worked);
    }
}
