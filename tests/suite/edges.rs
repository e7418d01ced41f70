//! Edges of the cascade that a sentence of MECHANISM decides, worked out by hand.

use super::region::{BY_ALLOCATION, body, commissioner, group, pounds, region, runs, system};
use super::year::{Year, all_pounds};
use fairshare::document::parse;
use fairshare::format::Month;
use fairshare::levers::{Value, lever_at};
use fairshare::model::{
    BodyKind, Calendar, Limit, Measures, Offset, Programme, Protection, Recovery, Saving, Splitter,
    Stance,
};
use fairshare::money::{Pence, Share};
use fairshare::ron_text::Source;
use fairshare::split::Rule;
use std::sync::Arc;

#[test]
fn an_agreed_plan_is_the_target_and_no_relief_is_applied_to_it() {
    // A is 10m short of −20m and relieved of 4m: −24m. Agreed, its target is its plan, −30m.
    let year = |agreed: bool| {
        let short = commissioner("A1", 1).with(|b| {
            (b.control_total, b.plan) = (Some(pounds(-20_000_000)), Some(pounds(-30_000_000)));
        });
        let a = system("A").totals(-20_000_000, -30_000_000).with(|s| s.agreed = agreed);
        let b = system("B").totals(0, 0).bodies(Rule::Equal, [commissioner("B1", 1)]);
        let region = region("R").with(|pool| pool.offset = Offset::Amount(pounds(4_000_000)));
        Year::in_region(region.systems([a.bodies(Rule::Equal, [short]), b]))
    };
    let owed = year(false);
    assert_eq!(owed.system("A").target, Some(pounds(-24_000_000)));
    assert_eq!(owed.body("A1").target, Some(pounds(-24_000_000)));
    let agreed = year(true);
    assert_eq!(agreed.system("A").target, Some(pounds(-30_000_000)));
    assert_eq!(agreed.body("A1").target, Some(pounds(-30_000_000)));
    // The help itself comes all the same.
    assert_eq!(agreed.system("A").relief, pounds(4_000_000));
    assert_eq!(agreed.system("B").ask, pounds(4_000_000));
}

#[test]
fn a_body_of_a_system_that_closes_its_own_gap_did_not_accept_its_total() {
    // A finds all of its 2m gap itself, B 1m for nobody's sake but its contribution: only B1, whose
    // system has no gap, is known to be 1m above its control total.
    let rich = |id| commissioner(id, 1).with(|b| b.reserve = pounds(5_000_000));
    let a = system("A").totals(0, -2_000_000).bodies(Rule::Equal, [rich("A1")]);
    let a = a.with(|s| s.recover = Recovery::Share(Share::ONE));
    let c = system("C").totals(0, -1_000_000);
    let unstated = system("B").bodies(Rule::Equal, [rich("B1")]);
    let region = region("R").with(|pool| pool.offset = Offset::WholeNeed);
    let year = Year::in_region(region.systems([a, unstated, c]));
    assert_eq!(year.asks(["A1", "B1"]), all_pounds([2_000_000, 1_000_000]));
    assert_eq!(year.body("A1").against_control_total, None);
    assert_eq!(year.body("B1").against_control_total, Some(pounds(1_000_000)));
}

#[test]
fn an_exempt_body_needs_no_distance_from_its_target() {
    // Group g is 10 % above its target, h on it; E, whose distance nobody knows, is left out of g.
    let at = |id, percent| {
        commissioner(id, 110_000_000).with(|b| b.distance = Some(Share::percent(percent)))
    };
    let exempt = commissioner("E", 500_000_000).with(|b| b.stance = Stance::Exempt);
    let equal = |id| group(id).with(|g| g.split = Arc::new(BY_ALLOCATION));
    let groups = [equal("g").bodies([at("P", 10), exempt]), equal("h").bodies([at("Q", 0)])];
    let short = system("S").totals(0, -6_000_000).groups(groups).with(|s| {
        s.recover = Recovery::Share(Share::ONE);
        s.split = Arc::new(Rule::Levelling { pace: Share::ONE });
    });
    let year = Year::in_region(region("R").systems([short]));
    // Targets 100m and 110m: g pays alone until it is level, at 10m, and 6m is less.
    assert_eq!(year.asks(["P", "E", "Q"]), all_pounds([6_000_000, 0, 0]));
}

#[test]
fn a_rule_that_reads_nothing_of_the_exempt_is_still_refused_for_those_it_asks() {
    let trust = |id| body(id, BodyKind::Provider);
    let exempt = trust("E").with(|b| b.stance = Stance::Exempt);
    let bodies = [trust("P").sized(Measures::TURNOVER, 100), exempt, trust("Q")];
    let short = system("S").totals(0, -1).bodies(Rule::Equal, bodies);
    let scenario = region("R").systems([short]).build();
    let by_turnover = Rule::Proportional { by: Measures::TURNOVER };
    let cannot = scenario.check_rule(Splitter::Group(0), &by_turnover).unwrap_err();
    assert_eq!(cannot.child, Some(fairshare::model::Node::Body(2)));
}

#[test]
fn a_scheme_delivers_nothing_without_a_partner_it_needs() {
    // A gap of 10m; one scheme saves 60 % of 5m, 3m, with the help of Q, another 1m with nobody's.
    let text = r#"(format: 1, title: "t", year: "2019/20", regions: [(id: "R", name: "R", systems: [
        (id: "A", name: "A", control_total: 0, plan: "-10m", savings: [
            (id: "both", name: "b", amount: "5m", delivered: "60%", body: "P", needs: ["P", "Q"]),
            (id: "own", name: "o", amount: "1m", needs: ["P"]),
        ], bodies: [
            (id: "P", name: "P", kind: Provider, control_total: 0, plan: "-4m"),
            (id: "Q", name: "Q", kind: Provider),
        ]),
    ])])"#;
    let mut scenario = parse(Source::new("a.ron", text)).unwrap().scenario;
    let helped = Year::of(scenario.clone());
    assert_eq!(helped.system("A").savings, pounds(4_000_000));
    assert_eq!(helped.pool().need, pounds(6_000_000));
    assert_eq!(helped.body("P").result, Some(pounds(-1_000_000)));
    scenario.bodies[1].stance = Stance::Refuses;
    let alone = Year::of(scenario);
    assert_eq!(alone.system("A").savings, pounds(1_000_000));
    assert_eq!(alone.body("P").result, Some(pounds(-4_000_000)));
    // Who is not in the system is no partner of its schemes.
    let wrong = text.replace(r#""P", "Q""#, r#""P", "R2""#);
    let faults = parse(Source::new("a.ron", wrong)).unwrap_err().faults;
    assert!(faults[0].message.contains("no body `R2`"), "{:?}", faults[0]);
    // A council may be one: it carries no ask, but it can withdraw.
    let joint = text.replace(r#""P", "Q""#, r#""P", "hackney""#);
    let joint = joint.replacen("])])", r#"])], councils: [(id: "hackney", name: "h")])"#, 1);
    let mut scenario = parse(Source::new("a.ron", joint)).unwrap().scenario;
    assert_eq!(Year::of(scenario.clone()).system("A").savings, pounds(4_000_000));
    let lever = lever_at(&scenario, "hackney.stance").unwrap();
    lever.set(&mut scenario, &Value::TakesPart(false)).unwrap();
    assert_eq!(Year::of(scenario).system("A").savings, pounds(1_000_000));
}

#[test]
fn products_are_rounded_half_up_and_limits_and_caps_down() {
    // Half of 333p is 166.5p.
    let half = Share::percent(50);
    let gap = |id, pence| system(id).with(|s| s.stated_gap = Some(Pence::new(pence)));
    let recovering = gap("A", 333).with(|s| s.recover = Recovery::Share(half));
    let saving = Saving {
        body: None,
        amount: Pence::new(333),
        delivered: half,
        needs: Vec::new(),
        recurrent: None,
    };
    let mut saved = gap("B", 333);
    saved.savings.push((None, saving));
    let year = Year::in_region(region("R").systems([recovering, saved]));
    assert_eq!(year.system("A").recovery, Pence::new(167));
    assert_eq!(year.system("B").savings, Pence::new(167));
    let capped = body("P", BodyKind::Commissioner).sized(Measures::ALLOCATION, 333);
    let cap = Limit::PercentOf(half, Measures::ALLOCATION);
    let capped = capped.with(|b| b.terms.cap = Some(cap));
    let payers = system("B").bodies(Rule::Equal, [capped, commissioner("Q", 1)]);
    let halved = region("R").with(|pool| pool.offset = Offset::Percent(half));
    let year = Year::in_region(halved.systems([gap("A", 1001), payers]));
    // 500.5p are 501p; P's cap is 166p.
    assert_eq!(year.pool().offset, Pence::new(501));
    assert_eq!(year.asks(["P", "Q"]), [Pence::new(166), Pence::new(335)]);
}

#[test]
fn a_budget_is_rounded_half_up_and_what_can_be_cut_of_it_down() {
    // 333p a year: from October 166.5p are left.
    let october = Calendar { first: Month::new(2019, 4), asked_in: Month::new(2019, 10) };
    let penny = |starts| Programme { annual_cost: Some(Pence::new(333)), starts, ..runs(0) };
    let runs = penny(None).in_year(october).unwrap();
    assert_eq!((runs.budget, runs.unspent), (Pence::new(333), Pence::new(166)));
    let starts = penny(Some(Month::new(2019, 10)));
    let own = starts.in_year(october).unwrap();
    assert_eq!((own.budget, own.unspent), (Pence::new(167), Pence::new(167)));
    // Half of 167p is 83.5p.
    let at_most = Programme { protection: Protection::AtMost(Share::percent(50)), ..starts };
    assert_eq!(at_most.limit(own), Pence::new(83));
}

#[test]
fn only_the_included_part_of_a_body_counts() {
    // 30 % of 200m is 60m, beside 140m: of 10m it is asked for 3m. 30 % of its reserve of 1m is
    // 300k, of its programme of 4m 1.2m; 1.5m have no place.
    let text = r#"(format: 1, title: "t", year: "2019/20", regions: [(id: "R", name: "R", systems: [
        (id: "A", name: "A", gap: "10m", recover: "100%", split: Proportional(by: Allocation), bodies: [
            (id: "Q", name: "Q", kind: Commissioner, allocation: "140m"),
            (id: "P", name: "P", kind: Commissioner, allocation: "200m", inclusion: "30%",
             reserve: "1m", complete: true, plan: "-5m", control_total: "-2m",
             support: [(id: "s", name: "s", amount: "10m")],
             performance: [(id: "f", name: "f", amount: "1m", planned: 10, achieved: 5)],
             programmes: [(id: "p", name: "p", annual_cost: "4m", reaches: 1_000)]),
        ]),
    ])])"#;
    let year = Year::of(parse(Source::new("a.ron", text)).unwrap().scenario);
    assert_eq!(year.asks(["P", "Q"]), all_pounds([3_000_000, 7_000_000]));
    let p = year.body("P");
    assert_eq!([p.reserve_used, p.cuts, p.unplaced], all_pounds([300_000, 1_200_000, 1_500_000]));
    // 30 % of −5m, and what it found.
    assert_eq!(p.result, Some(pounds(0)));
    assert_eq!(year.scenario.programmes[0].reaches, Some(300));
    // 30 % of its support of 10m, and of the 1m that it pays if all is achieved; half was.
    assert_eq!(year.scenario.supports[0].amount, pounds(3_000_000));
    assert_eq!(year.scenario.performances[0].paid(), pounds(150_000));
    let wrong = text.replace("30%", "130%");
    let faults = parse(Source::new("a.ron", wrong)).unwrap_err().faults;
    assert!(faults[0].message.contains("0% to 100%"), "{:?}", faults[0]);
}
