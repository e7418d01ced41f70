//! The invented region that ships: every sum in the head of its file.

use super::year::Year;
use fairshare::document::library;
use fairshare::engine::{Area, Status, Trial, after};
use fairshare::levers::node_at;
use fairshare::model::{Measures, Node};
use fairshare::money::Pence;

fn northshire() -> Year {
    Year::of(library("northshire").unwrap())
}

/// What these paths come to, in thousands of pounds.
fn thousands<const N: usize>(year: &Year, paths: [&str; N]) -> [Option<i64>; N] {
    paths.map(|path| year.pounds(path).map(|pounds| pounds / 1_000))
}

#[test]
fn twelve_million_short_and_three_covered_by_nobody() {
    // 12m − 2m saved = 10m open; less 10 % of it, 9m of need; less 1m of reserve and 5m: 3m.
    let year = northshire();
    assert_eq!(
        thousands(&year, ["Moor.gap", "Moor.saved", "Moor.ask"]),
        [Some(12_000), Some(2_000), Some(1_000)]
    );
    assert_eq!(
        thousands(&year, ["North.need", "North.reserve_used", "North.covered", "North.uncovered"]),
        [Some(9_000), Some(1_000), Some(5_000), Some(3_000)]
    );
}

#[test]
fn five_million_reaches_programmes() {
    let year = northshire();
    // 300m : 200m; 80 : 20 and 200m : 100m; the same each.
    assert_eq!(
        thousands(&year, ["Vale.ask", "EV.ask", "WV.ask", "VH.ask", "VA.ask"]),
        [Some(3_000), Some(1_600), Some(800), Some(600), Some(0)]
    );
    assert_eq!(
        thousands(&year, ["Coast.ask", "NC.ask", "SC.ask", "CH.ask", "NC.unplaced"]),
        [Some(2_000), Some(1_000), Some(0), Some(1_000), Some(100)]
    );
    assert_eq!(
        thousands(&year, ["EV/crisis-line.cut", "EV/beds.cut", "EV/beds.partners_lost"]),
        [Some(300), Some(700), Some(300)]
    );
    // A quarter of the ambulance trust's 40m counts in Vale.
    let Node::Body(ambulance) = node_at(&year.scenario, "VA").unwrap() else { unreachable!() };
    let turnover = year.scenario.measure(Node::Body(ambulance), Measures::TURNOVER);
    assert_eq!(turnover, Some(10_000_000_00));
    assert_eq!(year.programme("EV/crisis-line").status, Some(Status::Late));
    assert_eq!(year.programme("WV/diabetes").status, Some(Status::Stops));
    assert_eq!(year.programme("EV/young-minds").status, Some(Status::Protected));
    // 40 % of 2m is 800k; a penny less and it goes on.
    let saved = year.after("WV.reserve", "0.01");
    assert_eq!(saved.programme("WV/diabetes").status, Some(Status::Reduced));
}

#[test]
fn three_support_tests_and_a_signature() {
    let year = northshire();
    assert_eq!(
        thousands(&year, ["Moor.target", "Moor.result", "Moor.margin"]),
        [Some(-26_000), Some(-29_000), Some(-3_000)]
    );
    assert_eq!(
        thousands(&year, ["MC.relief", "MH.relief", "MH.result", "Vale.margin", "Coast.margin"]),
        [Some(2_000), Some(4_000), None, Some(0), Some(-100)]
    );
    assert_eq!(
        thousands(&year, ["Moor.support", "VH.support", "CH.support", "SC.support"]),
        [Some(0), Some(1_600), Some(1_000), Some(0)]
    );
    assert_eq!(year.pounds("North.against_control_totals"), Some(-4_100_000));
    // Agreed, the plan of −32m is the target: the result is 3m above it.
    assert_eq!(year.after("Moor.agreed", "true").pounds("Moor.support"), Some(4_000_000));
    // £100,000 more in North Coast, and the half that hangs on the system is paid.
    assert_eq!(year.after("NC.reserve", "700k").pounds("CH.support"), Some(2_000_000));
    assert_eq!(year.after("SC.signed", "true").pounds("SC.support"), Some(500_000));
    // 300k above the target: 300k of bonus. Clinics that can give up a penny
    // less than 400k leave it a penny short: all 1.6m is lost.
    let better = year.after("VH.plan", "-9.7m");
    assert_eq!(better.pounds("VH.bonus"), Some(300_000));
    let penny = year.after("VH/clinics.annual_cost", "399999.99");
    assert_eq!(penny.read("VH.margin"), Some(Pence::new(-1)));
    assert_eq!(penny.pounds("VH.support"), Some(0));
}

#[test]
fn a_knock_on_of_seventy_thousand_loses_one_point_six_million() {
    let on = northshire().after("falls.on", "true");
    assert_eq!(
        thousands(&on, ["falls.cost", "VH.margin", "VH.support"]),
        [Some(70), Some(-70), Some(0)]
    );
}

#[test]
fn four_hundred_falls_of_a_thousand_earn_two_fifths() {
    let year = northshire();
    assert_eq!(
        thousands(&year, ["EV/fewer-falls.paid", "EV/fewer-falls.kept"]),
        [Some(400), Some(600)]
    );
}

#[test]
fn two_towns_do_not_match_the_footprints() {
    // Northtown: 60 % of 1.6m. Southtown: 40 % of that, West Vale’s 800k and 20 % of North Coast’s 1m.
    let year = northshire();
    let money = |area: Area| area.money(&year.scenario, &year.outcome).ask.get() / 100_000;
    assert_eq!([money(Area::Council(0)), money(Area::Council(1))], [960, 640 + 800 + 200]);
    assert_eq!(money(Area::Authority(0)), 960 + 1_640);
}

#[test]
fn one_of_the_four_conditions_is_not_met() {
    let year = northshire();
    let passes = (0..4).map(|place| {
        let trial = Trial::read(&year.scenario, place).unwrap();
        trial.judge(&year.scenario, &year.outcome).passes
    });
    assert_eq!(passes.collect::<Vec<_>>(), [Some(false), Some(true), Some(true), Some(true)]);
    // Mental health: crisis line 600k − 300k, children 3m. If the line may give up all of it, 3m.
    let late = year.after("EV/crisis-line.protection", "Open");
    let trial = Trial::read(&late.scenario, 3).unwrap();
    assert_eq!(trial.judge(&late.scenario, &late.outcome).passes, Some(false));
}

#[test]
fn three_of_five_million_come_back_and_the_lead_shares_what_does_not() {
    let year = northshire();
    let pool = node_at(&year.scenario, "North").unwrap();
    let years = after(&year.scenario, &year.outcome, pool).unwrap();
    let thousands =
        |amounts: &[Pence]| amounts.iter().map(|p| p.get() / 100_000).collect::<Vec<_>>();
    assert_eq!(thousands(years.pool.owed.as_deref().unwrap()), [5_000, 3_500, 2_000]);
    // The home visits, once only, must be found again.
    assert_eq!(years.one_off_savings.get(), 1_000_000_00);
    // 40 % of North Coast’s 1m is missing, 400k: half of it is South Coast’s next year.
    let [fallback] = &years.fallbacks[..] else { panic!("{:?}", years.fallbacks) };
    let rows: Vec<Vec<i64>> = fallback.bodies.iter().map(|(_, row)| thousands(row)).collect();
    assert_eq!(rows, [[1_000, -200, 0], [0, 200, 0]]);
}

#[test]
fn the_story_says_what_comes_out() {
    let year = northshire();
    let whole = year.after("North.offset", "WholeNeed");
    assert_eq!(
        thousands(&whole, ["Vale.ask", "Coast.ask", "WV.ask", "EV.ask", "VH.ask"]),
        [Some(4_800), Some(3_200), Some(1_000), Some(2_840), Some(960)]
    );
    assert_eq!(whole.pounds("Moor.support"), Some(4_000_000));
    let alone = year.after("felltown.stance", "Refuses");
    assert_eq!(thousands(&alone, ["North.need", "North.uncovered"]), [Some(9_900), Some(3_900)]);
}
