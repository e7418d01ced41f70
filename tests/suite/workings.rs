//! How numbers come about: what is written down is what the engine made of it.
#![cfg(test)]

use super::councils::HACKNEY;
use super::laws::{cases, changed};
use fairshare::arithmetic::{Exact, Rounding, Sum};
use fairshare::document::{self, LIBRARY};
use fairshare::engine::{
    Account, Area, AreaPart, Due, Ends, InYear, Line, OutcomeMeasure, Source, Trial, Unit,
    Workings, after, compute, places, workings,
};
use fairshare::format::FinancialYear;
use fairshare::levers::{Value, all_nodes, lever_at, node_at};
use fairshare::model::{Node, Scenario};
use fairshare::money::{Pence, Share};
use fairshare::ron_text::Source as Text;
use num_bigint::BigInt;
use num_traits::ToPrimitive;
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
        other => match worked.line(scenario, other) {
            Some(line) => assert_eq!(comes_to(&line), used, "{other:?}"),
            // What is nought has nothing behind it.
            None => {
                let own = worked.pence(scenario, other).map(|own| Exact::whole(own.get()));
                assert!(own.is_none_or(|own| own == used), "{other:?}");
            }
        },
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

/// Every number of the years after, with what it is.
pub(crate) fn years(scenario: &Scenario, worked: &Workings) -> Vec<(Source, Option<Pence>)> {
    let mut all = Vec::new();
    for (pool, _) in scenario.active_pools() {
        let Some(after) = after(scenario, &worked.outcome, pool) else { continue };
        for (at, year) in after.years.iter().enumerate() {
            let source = |node, what| Source::Year(InYear { pool, node, what, year: *year });
            let by_then = |years: &[Pence]| years[..=at].iter().copied().sum::<Pence>();
            let mut own = |account: &Account| {
                let repaid = account.repaid.as_deref();
                all.extend(
                    [
                        (Due::Contributed, Some(account.contributed[at])),
                        (Due::Promised, Some(account.promised[at])),
                        (Due::PromisedByThen, Some(by_then(&account.promised))),
                        (Due::Repaid, repaid.map(|years| years[at])),
                        (Due::RepaidByThen, repaid.map(by_then)),
                        (Due::Owed, account.owed.as_deref().map(|years| years[at])),
                    ]
                    .map(|(what, amount)| (source(account.node, what), amount)),
                );
            };
            own(&after.pool);
            after.systems.iter().chain(&after.bodies).for_each(own);
            for (body, years) in after.fallbacks.iter().flat_map(|own| &own.bodies) {
                all.push((source(Node::Body(*body), Due::Fallback), Some(years[at])));
            }
            let again = (at == 1).then_some(after.one_off_savings);
            all.push((source(pool, Due::OpenAgain), again));
        }
    }
    all
}

/// Every area's part, and every area's sum, with what it is.
pub(crate) fn areas(scenario: &Scenario, worked: &Workings) -> Vec<(Source, Option<Pence>)> {
    let outcome = &worked.outcome;
    let mut all = Vec::new();
    for area in Area::all(scenario) {
        let source = |of, id| Source::Here(AreaPart { area, of, id });
        let money = area.money(scenario, outcome);
        all.extend([
            (source(None, "ask"), Some(money.ask)),
            (source(None, "reserve_used"), Some(money.reserve_used)),
            (source(None, "cut"), Some(money.cuts)),
            (source(None, "unplaced"), Some(money.unplaced)),
            (source(None, "not_described"), Some(money.not_described)),
        ]);
        for (place, own) in outcome.bodies.iter().enumerate() {
            let part = area.part(scenario, own.ask, &scenario.words.bodies[place].councils);
            all.push((source(Some(Node::Body(place)), "ask"), Some(part)));
        }
        for (place, own) in outcome.programmes.iter().enumerate() {
            let part = area.part(scenario, own.cut, places(scenario, place));
            let part = own.budget.map(|_| part);
            all.push((source(Some(Node::Programme(place)), "cut"), part));
        }
    }
    all
}

/// Every sum over members, and partners' money, with what it is.
pub(crate) fn sums(scenario: &Scenario, worked: &Workings) -> Vec<(Source, Option<Pence>)> {
    let outcome = &worked.outcome;
    let mut all = Vec::new();
    for (place, region) in scenario.regions.iter().enumerate() {
        let systems = &outcome.systems[region.systems.clone()];
        let mut own = |id, amount| all.push((Source::All(Node::Region(place), id), amount));
        own("result", systems.iter().map(|own| own.result).sum());
        own("target", systems.iter().map(|own| own.target).sum());
        own("position", systems.iter().map(fairshare::engine::SystemOutcome::position).sum());
    }
    for (place, part) in outcome.joint_parts.iter().enumerate() {
        all.extend([(Source::Pays(place), part.budget), (Source::PaysNoMore(place), part.lost)]);
    }
    for test in 0..scenario.words.key_tests.len() {
        let Ok(trial) = Trial::read(scenario, test) else { continue };
        if let Some(own) = trial.summed().filter(|own| !own.is_empty()) {
            let sum = own.iter().map(|own| own.read(scenario, outcome).pence()).sum();
            all.push((Source::Tested(test), sum));
        }
    }
    all
}

/// Every line of a number beside the measures comes to that number; answers how many there were.
fn beside_agree(
    scenario: &Scenario,
    worked: &Workings,
    all: Vec<(Source, Option<Pence>)>,
) -> usize {
    let mut lines = 0;
    for (source, amount) in all {
        assert_eq!(worked.pence(scenario, source), amount, "{source:?}");
        let Some(line) = worked.line(scenario, source) else {
            assert!(amount.is_none_or(Pence::is_zero), "{source:?} has no line");
            continue;
        };
        lines += 1;
        let expected = Exact::whole(amount.unwrap_or_else(|| panic!("{source:?}")).get());
        assert_eq!(comes_to(&line), expected, "{source:?}: {line:#?}");
        apart_agrees(&line);
        for (source, number) in line.sources() {
            beside(scenario, worked, (source, &number.value));
        }
    }
    lines
}

#[test]
fn the_years_after_areas_and_sums_of_every_shipped_scenario_come_to_their_numbers() {
    let mut lines = [0; 3];
    for file in LIBRARY {
        let scenario = document::library(file.name).unwrap();
        let worked = workings(&scenario);
        for (kind, all) in [years, areas, sums].into_iter().enumerate() {
            lines[kind] += beside_agree(&scenario, &worked, all(&scenario, &worked));
        }
    }
    assert!(lines[0] > 100 && lines[1] > 100 && lines[2] > 5, "{lines:?}");
}

/// What a number of a year of the East of England comes to, and the numbers that it is made of.
fn in_year(scenario: &Scenario, node: &str, what: Due, year: i32) -> (Exact, Vec<i64>) {
    let worked = workings(scenario);
    let at = |id: &str| node_at(scenario, id).unwrap();
    let year = FinancialYear::starting(year);
    let own = InYear { pool: at("EoE"), node: at(node), what, year };
    let line = worked.line(scenario, Source::Year(own)).unwrap();
    let numbers = line.sum.numbers().into_iter().map(|own| own.value.to_i64().unwrap()).collect();
    (comes_to(&line), numbers)
}

#[test]
fn thurrock_is_owed_all_that_it_gave_after_three_years_in_which_nothing_is_repaid() {
    // MECHANISM 10: £478,904.64, and 0 % of it came back.
    let scenario = document::library("east-of-england-2019").unwrap();
    let owed = in_year(&scenario, "07G", Due::Owed, 2022);
    assert_eq!(owed, (Exact::whole(47_890_464), vec![47_890_464, 0, 0, 0]));
}

#[test]
fn half_of_what_thurrock_gave_comes_back_in_three_parts() {
    // Half of what the bodies of Mid and South Essex gave, £5m, is 250,000,000 p: by thirds so far
    // 83,333,333, 166,666,666 and 250,000,000. Thurrock gave 47,890,464 of 500,000,000:
    // 83,333,333 × 0.095780928 = 7,981,743.968… rounded down; of the eight bodies' remainders
    // (.281 .295 .931 .626 .968 .629 .964 .307) five pennies are left, and .968 is the largest:
    // 7,981,744. Twice that: 15,963,487.936…, again the largest (.936): 15,963,488. In the end half
    // of 47,890,464, exactly 23,945,232. Three parts of 7,981,744 each; owed is the other half.
    let mut scenario = document::library("east-of-england-2019").unwrap();
    let repaid = lever_at(&scenario, "EoE.repaid").unwrap();
    repaid.set(&mut scenario, &Value::Share(Some(Share::percent(50)))).unwrap();
    let by_then = [(2020, 7_981_744), (2021, 15_963_488), (2022, 23_945_232)];
    for (year, pence) in by_then {
        let part = in_year(&scenario, "07G", Due::Repaid, year).0;
        assert_eq!(part, Exact::whole(7_981_744), "{year}");
        assert_eq!(in_year(&scenario, "07G", Due::RepaidByThen, year).0, Exact::whole(pence));
    }
    let owed = in_year(&scenario, "07G", Due::Owed, 2022);
    assert_eq!(owed, (Exact::whole(23_945_232), vec![47_890_464, 7_981_744, 7_981_744, 7_981_744]));
}

#[test]
fn a_lead_that_is_not_repaid_is_relieved_of_what_the_rule_gives_the_others() {
    // MECHANISM 10: of £5,000,000.00 by allocation £2,042,583.11 is Herts Valleys' own.
    let scenario = document::library("east-of-england-2019").unwrap();
    let own = in_year(&scenario, "06N", Due::Fallback, 2020);
    assert_eq!(own.0, Exact::whole(204_258_311 - 500_000_000));
    assert_eq!(own.1[..2], [204_258_311, 500_000_000]);
    // East and North Herts: 5,000,000.00 × 776.279 ÷ 2,015.705.
    let other = in_year(&scenario, "06K", Due::Fallback, 2020);
    assert_eq!(other.0, Exact::whole(192_557_691));
    assert!(other.1.starts_with(&[500_000_000, 77_627_900_000]), "{other:?}");
}

#[test]
fn a_councils_part_is_the_amount_times_the_share_of_people() {
    // 40,001 p × 0.96658 = 38,664.17 and × 0.03342 = 1,336.83: the penny left is the City's.
    let scenario = document::parse(Text::new("h.ron", HACKNEY)).unwrap().scenario;
    let worked = workings(&scenario);
    let part = |area, of| {
        let own = AreaPart { area, of, id: "ask" };
        worked.line(&scenario, Source::Here(own)).unwrap().into_owned()
    };
    let body = node_at(&scenario, "CH").unwrap();
    let line = part(Area::Council(0), Some(body));
    assert_eq!(comes_to(&line), Exact::whole(38_664));
    let numbers: Vec<BigInt> = line.sum.numbers().iter().map(|own| own.value.clone()).collect();
    assert_eq!(numbers, [40_001_i64, 966_580_000_000].map(BigInt::from));
    let line = part(Area::Council(1), Some(body));
    assert_eq!(comes_to(&line), Exact::whole(1_337));
    let Ends::InPennies { left, took, among, .. } = line.ends else { panic!("{line:?}") };
    assert_eq!((left, took, among), (1, true, 2));
    // Both together are a set of councils; the South's 50,000 p is all Hackney's.
    assert_eq!(comes_to(&part(Area::Authority(0), Some(body))), Exact::whole(40_001));
    assert_eq!(comes_to(&part(Area::Council(0), None)), Exact::whole(38_664 + 50_000));
    assert_eq!(comes_to(&part(Area::NotKnown, None)), Exact::whole(10_000));
}

#[test]
fn a_pools_result_is_that_of_its_systems_together() {
    // G ends at its plan of −£10m; of North's ask its CCG's programmes lose £400.01, which is found;
    // South's CCG has none. The trust and South are asked for more, which nobody described.
    let scenario = document::parse(Text::new("h.ron", HACKNEY)).unwrap().scenario;
    let worked = workings(&scenario);
    let line = worked.line(&scenario, Source::All(Node::Region(0), "result")).unwrap();
    assert_eq!(comes_to(&line), Exact::whole(-1_000_000_000 + 40_001));
    // Where one system's plan is not known, neither is the sum.
    let scenario = document::library("east-of-england-2019").unwrap();
    let worked = workings(&scenario);
    assert!(worked.line(&scenario, Source::All(Node::Region(0), "result")).is_none());
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn every_line_comes_to_its_number_whatever_is_moved(scenario in changed()) {
        let worked = workings(&scenario);
        prop_assert_eq!(&worked.outcome, &compute(&scenario));
        agree(&scenario, &worked);
        for all in [years, areas, sums] {
            beside_agree(&scenario, &worked, all(&scenario, &worked));
        }
    }
}
