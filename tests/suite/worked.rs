//! The worked numbers of the East of England 2019/20: MECHANISM section 10, to the penny.

use super::year::Year;
use fairshare::document;
use fairshare::engine::{self, Outcome};
use fairshare::format::Unit;
use fairshare::levers::{Typing, lever_at, node_at, typed};
use fairshare::model::{Node, Scenario};

fn region() -> Option<Scenario> {
    document::library("east-of-england-2019").ok()
}

fn ask(scenario: &Scenario, outcome: &Outcome, path: &str) -> Option<i64> {
    outcome.ask(node_at(scenario, path).ok()?).map(fairshare::money::Pence::get)
}

fn with(scenario: &Scenario, path: &str, words: &str) -> Option<Outcome> {
    let mut changed = scenario.clone();
    let lever = lever_at(scenario, path).ok()?;
    let typing = Typing { now: scenario, base: scenario, lever, unit: Unit::Pounds };
    let value = typed(typing, words).ok()?;
    lever.set(&mut changed, &value).ok()?;
    Some(engine::compute(&changed))
}

#[test]
fn section_10_comes_out_to_the_penny() {
    let scenario = region().unwrap();
    let outcome = engine::compute(&scenario);
    let pool = outcome.pools[0];
    assert_eq!(pool.need.get(), 50_400_000_00);
    assert_eq!(pool.offset.get(), 25_000_000_00);
    assert_eq!(pool.uncovered.get(), 25_400_000_00);
    // MECHANISM section 10.
    for (path, pence) in [
        ("MSE", 5_000_000_00),
        ("SNEE", 5_000_000_00),
        ("NW", 5_000_000_00),
        ("HWE", 5_000_000_00),
        ("BLMK", 5_000_000_00),
        ("MSE/commissioners", 3_500_000_00),
        ("99E", 786_612_62),
        ("99F", 580_887_98),
        ("06Q", 1_042_330_38),
        ("99G", 611_264_38),
        ("07G", 478_904_64),
        ("MSE/providers", 1_500_000_00),
        ("RDD", 564_705_88),
        ("RQ8", 547_058_82),
        ("RAJ", 388_235_30),
        ("R1L", 0),
        ("06N", 5_000_000_00),
        ("06K", 0),
        ("07H", 0),
    ] {
        assert_eq!(ask(&scenario, &outcome, path), Some(pence), "{path}");
    }
}

#[test]
fn the_five_published_shares_are_met_within_two_thousand_pounds() {
    // Printed: Your Thurrock, 9 September 2019; Chelmsford Weekly News, June 2019 (data/figures.csv 1, 3-6).
    let scenario = region().unwrap();
    let outcome = engine::compute(&scenario);
    for (path, published) in
        [("06Q", 1_043_000), ("99E", 788_000), ("99G", 610_000), ("99F", 579_000), ("07G", 480_000)]
    {
        let apart = ask(&scenario, &outcome, path).unwrap() - published * 100;
        assert!(apart.abs() <= 2_000_00, "{path} is {apart} pence apart");
    }
}

#[test]
fn the_fallback_in_hertfordshire_is_by_allocation() {
    // If the lead payer refuses, the other two carry the rest; without a lead all three do.
    let scenario = region().unwrap();
    let outcome = with(&scenario, "HWE/commissioners.lead", "None").unwrap();
    assert_eq!(ask(&scenario, &outcome, "06K"), Some(1_925_576_91));
    assert_eq!(ask(&scenario, &outcome, "06N"), Some(2_042_583_11));
    assert_eq!(ask(&scenario, &outcome, "07H"), Some(1_031_839_98));
}

#[test]
fn another_rule_and_another_plan_give_the_issue_s_figures() {
    let scenario = region().unwrap();
    let outcome = with(&scenario, "EoE.split", "Proportional(by: Allocation)").unwrap();
    assert_eq!(ask(&scenario, &outcome, "HWE"), Some(6_643_293_75));
    assert_eq!(ask(&scenario, &outcome, "BLMK"), Some(4_077_684_26));
    // −142m − (−200m) = 58m; the offset is fixed at 25m.
    let outcome = with(&scenario, "CP.plan", "-200m").unwrap();
    assert_eq!(outcome.pools[0].need.get(), 58_000_000_00);
    assert_eq!(outcome.pools[0].uncovered.get(), 33_000_000_00);
}

#[test]
fn the_support_hangs_on_whether_the_plan_was_agreed() {
    // −192.4m + about 86m (Peterborough Today, Sept 2020; data/figures.csv 12, 23) = −106.4m.
    // Not agreed, the target is −142m less the neighbours’ 25m, −167m: the plan is 25.4m short of it.
    let agreed = Year::of(region().unwrap());
    assert_eq!(agreed.pounds("CP.margin"), Some(0));
    assert_eq!(agreed.pounds("CP.support"), Some(86_000_000));
    assert_eq!(agreed.pounds("CP.position"), Some(-106_400_000));
    let refused = agreed.after("CP.agreed", "false");
    assert_eq!(refused.pounds("CP.margin"), Some(-25_400_000));
    assert_eq!(refused.pounds("CP.support_lost"), Some(86_000_000));
    assert_eq!(refused.pounds("CP.position"), Some(-192_400_000));
    // The edge: covered to the penny it is paid, a penny short of that it is lost.
    assert_eq!(refused.after("EoE.offset", "50.4m").pounds("CP.support"), Some(86_000_000));
    assert_eq!(refused.after("EoE.offset", "50399999.99").pounds("CP.support"), Some(0));
}

#[test]
fn the_gap_sat_at_one_commissioner_whose_plan_was_agreed() {
    // −75m less −25m (HSJ 7025454): its own target is the plan, with what that says about its result.
    let year = Year::of(region().unwrap());
    assert_eq!(year.pounds("06H.result"), Some(-75_000_000));
    assert_eq!(year.pounds("06H.margin"), Some(0));
    assert_eq!(year.pounds("06H.against_control_total"), Some(-50_000_000));
}

#[test]
fn the_councils_people_are_those_whom_the_commissioners_count_there() {
    // Small areas, mid-2019 (data/england/ccg_council.csv): 1,489,189 in Essex, of five CCGs.
    let scenario = region().unwrap();
    let Ok(Node::Council(essex)) = node_at(&scenario, "essex") else { panic!("no council") };
    assert_eq!(
        scenario.councils[essex].population,
        Some(264_220 + 177_744 + 395_918 + 341_267 + 310_040)
    );
}
