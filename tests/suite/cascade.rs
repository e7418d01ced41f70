//! The cascade from gaps to bodies on small regions, every number worked out by hand.

use super::region::{
    BEDS, BY_ALLOCATION, body, commissioner, group, pounds, region, runs, starts, system,
};
use super::year::{Year, all_pounds};
use fairshare::engine::Role;
use fairshare::model::{
    Absorption, BodyKind, BodyRefusals, Contributors, Limit, Measures, Offset, PoolRefusals,
    Programme, Protection, Recovery, Stance,
};
use fairshare::money::{Pence, Share};
use fairshare::split::{Reason, Rule};
use std::sync::Arc;

/// A region whose first system is 10m short, beside these systems without a gap.
fn ten_short(offset: Offset, others: [super::region::SystemTree; 2]) -> super::region::RegionTree {
    let short = system("A").totals(-20_000_000, -30_000_000);
    region("R").with(|pool| pool.offset = offset).systems([short]).systems(others)
}

fn without_gap() -> [super::region::SystemTree; 2] {
    ["B", "C"]
        .map(|id| system(id).totals(0, 0).bodies(Rule::Equal, [commissioner(&format!("{id}1"), 1)]))
}

#[test]
fn a_percent_offset_is_a_percent_of_the_whole_need() {
    // Need 10m, reserve 4m: 50 % of the need is 5m, of the 6m left; 1m is uncovered.
    let half = Offset::Percent(Share::percent(50));
    let year =
        Year::in_region(ten_short(half, without_gap()).with(|p| p.reserve = pounds(4_000_000)));
    assert_eq!(year.pool().reserve_used, pounds(4_000_000));
    assert_eq!(year.pool().offset, pounds(5_000_000));
    assert_eq!(year.pool().uncovered, pounds(1_000_000));
    // Relief 4m + 5m, so the target of A falls from −20m to −29m; its result, −30m, misses by 1m.
    assert_eq!(year.system("A").relief, pounds(9_000_000));
    assert_eq!(year.system("A").target, Some(pounds(-29_000_000)));
    assert_eq!(year.system("A").result, Some(pounds(-30_000_000)));
    // 90 % of the need would be 9m, and only 6m are left.
    let most = Offset::Percent(Share::percent(90));
    let year =
        Year::in_region(ten_short(most, without_gap()).with(|p| p.reserve = pounds(4_000_000)));
    assert_eq!(year.pool().offset, pounds(6_000_000));
}

#[test]
fn a_reserve_above_the_need_is_used_up_to_the_need() {
    let year = Year::in_region(
        ten_short(Offset::WholeNeed, without_gap()).with(|p| p.reserve = pounds(12_000_000)),
    );
    assert_eq!(year.pool().reserve_used, pounds(10_000_000));
    assert_eq!((year.pool().offset, year.pool().uncovered), (Pence::ZERO, Pence::ZERO));
    assert_eq!(year.system("B").ask, Pence::ZERO);
    // The reserve is the pool's own money: it makes up the difference between totals and targets.
    assert_eq!(year.system("A").target, Some(pounds(-30_000_000)));
}

#[test]
fn recovery_is_at_most_what_savings_leave_open() {
    // Gap 10m, a scheme of 4m half delivered: open 8m. An agreed recovery of 9m is 8m.
    let short = system("A")
        .totals(-20_000_000, -30_000_000)
        .saves(4_000_000, 50, Some("A1"))
        .with(|s| s.recover = Recovery::Amount(pounds(9_000_000)))
        .bodies(Rule::Equal, [commissioner("A1", 1).with(|b| b.reserve = pounds(1_000_000))]);
    let year = Year::in_region(region("R").systems([short]));
    let a = year.system("A");
    assert_eq!(
        (a.savings, a.recovery, a.need),
        (pounds(2_000_000), pounds(8_000_000), Pence::ZERO)
    );
    // −30m + 2m saved + 1m found of the 8m asked for; nobody described where the other 7m come from.
    assert_eq!(a.result, Some(pounds(-27_000_000)));
    assert_eq!(year.body("A1").not_described, pounds(7_000_000));
    // It has a gap, so it receives (nothing, here) and does not contribute.
    assert_eq!(a.role, Role::Receives);
}

#[test]
fn savings_above_the_gap_improve_the_result_and_leave_nothing_open() {
    let short = system("A").totals(-20_000_000, -30_000_000).saves(12_000_000, 100, None);
    let year = Year::in_region(region("R").systems([short]));
    assert_eq!((year.system("A").need, year.pool().need), (Pence::ZERO, Pence::ZERO));
    assert_eq!(year.system("A").result, Some(pounds(-18_000_000)));
    assert_eq!(year.pool().against_control_totals, Some(pounds(2_000_000)));
}

#[test]
fn where_all_contribute_each_share_nets_off_against_relief() {
    let two = |rule| {
        let systems = [("A", 6_000_000), ("B", 4_000_000)].map(|(id, gap)| {
            let bodies = [commissioner(&format!("{id}1"), 1)];
            system(id).totals(0, -gap).bodies(Rule::Equal, bodies)
        });
        Year::in_region(region("R").systems(systems).with(|pool| {
            pool.offset = Offset::WholeNeed;
            pool.contributors = Contributors::All;
            pool.split = Arc::new(rule);
        }))
    };
    // Each pays for its own gap: what it contributes is what it is relieved of.
    let year = two(Rule::WhereItFalls);
    assert_eq!(year.system("A").contribution, pounds(6_000_000));
    assert_eq!(year.system("A").target, Some(Pence::ZERO));
    // 5m each against relief of 6m and 4m: A's target falls by 1m, B's rises by 1m.
    let year = two(Rule::Equal);
    assert_eq!(year.system("A").target, Some(pounds(-1_000_000)));
    assert_eq!(year.system("B").target, Some(pounds(1_000_000)));
    assert_eq!(year.system("B").role, Role::Receives);
}

#[test]
fn a_system_that_refuses_is_paid_for_by_the_others_or_by_nobody() {
    let year = |refusals| {
        let [b, c] = without_gap();
        let refuser = b.with(|s| s.stance = Stance::Refuses);
        let offset = Offset::Amount(pounds(6_000_000));
        Year::in_region(ten_short(offset, [refuser, c]).with(|pool| pool.refusals = refusals))
    };
    let redistributed = year(PoolRefusals::Redistribute);
    assert_eq!(redistributed.system("B").contribution, Pence::ZERO);
    assert_eq!(redistributed.system("C").contribution, pounds(6_000_000));
    assert_eq!(redistributed.system("A").relief, pounds(6_000_000));
    // Split in two with B in: its 3m have no place at the pool, and relief is 3m less.
    let unfunded = year(PoolRefusals::Unfunded);
    assert_eq!(unfunded.system("B").contribution, Pence::ZERO);
    assert_eq!(unfunded.system("C").contribution, pounds(3_000_000));
    assert_eq!(unfunded.pool().unplaced, pounds(3_000_000));
    assert!(unfunded.pool().reasons.contains(Reason::OptedOutUnfunded));
    assert_eq!(unfunded.system("A").relief, pounds(3_000_000));
    assert_eq!(unfunded.system("A").target, Some(pounds(-23_000_000)));
}

#[test]
fn a_body_that_refuses_is_paid_for_in_its_group_by_all_groups_or_by_nobody() {
    // Groups of 300m + 100m and of 400m by allocation, 8m asked for: 4m each.
    let year = |refusals| {
        let refuser = commissioner("P", 300_000_000).with(|b| b.stance = Stance::Refuses);
        let by = |id| group(id).with(|group| group.split = Arc::new(BY_ALLOCATION));
        let groups = [
            by("g").bodies([refuser, commissioner("Q", 100_000_000)]),
            by("h").bodies([commissioner("X", 400_000_000)]),
        ];
        let short = system("S").totals(0, -8_000_000).groups(groups).with(|system| {
            system.recover = Recovery::Share(Share::ONE);
            system.split = Arc::new(BY_ALLOCATION);
            system.refusals = refusals;
        });
        Year::in_region(region("R").systems([short]))
    };
    // The group's 4m stand, and Q carries them all.
    let within = year(BodyRefusals::RedistributeWithin);
    assert_eq!(within.asks(["P", "Q", "X"]), all_pounds([0, 4_000_000, 4_000_000]));
    // 100m against 400m: the groups are asked for 1.6m and 6.4m.
    let redistributed = year(BodyRefusals::Redistribute);
    assert_eq!(redistributed.asks(["P", "Q", "X"]), all_pounds([0, 1_600_000, 6_400_000]));
    // P's three quarters of 4m have no place in the group.
    let unfunded = year(BodyRefusals::Unfunded);
    assert_eq!(unfunded.asks(["P", "Q", "X"]), all_pounds([0, 1_000_000, 4_000_000]));
    assert_eq!(unfunded.group("S/g").unplaced, pounds(3_000_000));
}

#[test]
fn a_group_whose_bodies_all_refuse_keeps_its_amount_without_a_place() {
    let refuser = commissioner("P", 1).with(|b| b.stance = Stance::Refuses);
    let year = Year::asking(5, Rule::Equal, [refuser]);
    assert_eq!(year.group("S/all").ask, pounds(5));
    assert_eq!(year.group("S/all").unplaced, pounds(5));
    assert!(year.group("S/all").reasons.contains(Reason::NoClaimants));
}

fn led(lead: super::region::BodyTree) -> Year {
    let others = [commissioner("P", 100_000_000), commissioner("Q", 200_000_000)];
    let led = group("all").with(|g| g.split = Arc::new(BY_ALLOCATION)).lead("L");
    let short = system("S").totals(0, -6_000_000).groups([led.bodies([lead]).bodies(others)]);
    let all = Recovery::Share(Share::ONE);
    Year::in_region(region("R").systems([short.with(|system| system.recover = all)]))
}

#[test]
fn a_lead_payer_carries_all_up_to_its_cap_and_nothing_if_it_refuses() {
    let lead = || commissioner("L", 300_000_000);
    assert_eq!(led(lead()).asks(["L", "P", "Q"]), all_pounds([6_000_000, 0, 0]));
    // 1.5 % of 300m is 4.5m; the other 1.5m by allocation, 1 to 2, over the others.
    let cap = Limit::PercentOf(Share::from_units(15_000_000_000), Measures::ALLOCATION);
    let year = led(lead().with(|b| b.terms.cap = Some(cap)));
    assert_eq!(year.asks(["L", "P", "Q"]), all_pounds([4_500_000, 500_000, 1_000_000]));
    // It refuses: the fallback runs at once over the others, 2m and 4m.
    let year = led(lead().with(|b| b.stance = Stance::Refuses));
    assert_eq!(year.asks(["L", "P", "Q"]), all_pounds([0, 2_000_000, 4_000_000]));
}

#[test]
fn an_exempt_body_needs_no_measure() {
    // 412 and 206 beds; the third's are not known and it is left out: 6m as 2 to 1.
    let trust = |id| body(id, BodyKind::Provider);
    let exempt = trust("E").with(|b| b.stance = Stance::Exempt);
    let bodies = [trust("P").sized(BEDS, 412), exempt, trust("Q").sized(BEDS, 206)];
    let year = Year::asking(6_000_000, Rule::Proportional { by: BEDS }, bodies);
    assert_eq!(year.asks(["E", "P", "Q"]), all_pounds([0, 4_000_000, 2_000_000]));
}

#[test]
fn a_gap_stated_alone_is_a_gap_without_target_or_result() {
    let stated = system("A").with(|s| s.stated_gap = Some(pounds(10_000_000)));
    let region = region("R").with(|pool| pool.offset = Offset::Amount(pounds(5_000_000)));
    let year = Year::in_region(region.systems([stated]).systems(without_gap()));
    assert_eq!(year.pool().need, pounds(10_000_000));
    assert_eq!(year.system("A").relief, pounds(5_000_000));
    assert_eq!((year.system("A").target, year.system("A").result), (None, None));
    assert_eq!(year.pool().against_control_totals, None);
}

#[test]
fn totals_that_are_sums_follow_the_bodies() {
    // −3m + 1m = −2m against −6m + 2m = −4m: a gap of 2m, though B2 alone is 1m above its total.
    let one = |id, total, plan| {
        commissioner(id, 1).with(|b| {
            b.control_total = Some(pounds(total));
            b.plan = Some(pounds(plan));
        })
    };
    let bodies = [one("B1", -3_000_000, -6_000_000), one("B2", 1_000_000, 2_000_000)];
    let summed = system("S").bodies(Rule::Equal, bodies).with(|s| {
        s.control_total_is_sum = true;
        s.plan_is_sum = true;
    });
    let region = region("R").with(|pool| pool.offset = Offset::Amount(pounds(1_000_000)));
    let year = Year::in_region(region.systems([summed]).systems(without_gap()));
    assert_eq!(year.system("S").gap, Some(pounds(2_000_000)));
    // Relief follows the bodies' own gaps, 3m and 0: all of the 1m is B1's.
    assert_eq!(year.body("B1").target, Some(pounds(-4_000_000)));
    assert_eq!(year.body("B2").target, Some(pounds(1_000_000)));
}

#[test]
fn recovery_does_not_raise_a_bodys_target_and_a_contribution_does() {
    // A is 2m short, recovers 1m, and all contribute 2m equally: A is asked for 1m + 1m.
    let bodied = |id: &str, plan| {
        let body = commissioner(&format!("{id}1"), 1).with(|b| {
            b.control_total = Some(Pence::ZERO);
            b.plan = Some(pounds(plan));
        });
        system(id).totals(0, plan).bodies(Rule::Equal, [body])
    };
    let a = bodied("A", -3_000_000).with(|s| s.recover = Recovery::Amount(pounds(1_000_000)));
    let year = Year::in_region(region("R").systems([a, bodied("B", 0)]).with(|pool| {
        pool.offset = Offset::WholeNeed;
        pool.contributors = Contributors::All;
    }));
    // Need 3m − 1m = 2m, 1m from each. A1 is asked for 1m + 1m and relieved of 2m: 0 + 1m − 2m.
    assert_eq!(year.asks(["A1", "B1"]), all_pounds([2_000_000, 1_000_000]));
    assert_eq!(year.body("A1").target, Some(pounds(-1_000_000)));
    assert_eq!(year.body("B1").target, Some(pounds(1_000_000)));
}

/// Northshire of the example file: Moor is 10m short, Vale finds 5m of it, or all.
fn northshire(offset: Offset, beds: Protection) -> Year {
    let at_most = |programme, protection| Programme { protection, ..programme };
    let east = commissioner("EV", 400_000_000)
        .with(|b| {
            b.reserve = pounds(320_000);
            b.absorbs = Absorption::NotYetStartedFirst;
        })
        .programmes([
            ("crisis-line", starts(1_440_000, 2019, 12)),
            ("beds", at_most(runs(6_000_000), beds)),
            ("young-minds", at_most(runs(2_100_000), Protection::Protected)),
        ]);
    let one_percent = Limit::PercentOf(Share::percent(1), Measures::ALLOCATION);
    let west = commissioner("WV", 300_000_000)
        .with(|b| b.terms.cap = Some(one_percent))
        .programmes([("diabetes", runs(6_000_000))]);
    let hospitals = body("VH", BodyKind::Provider).with(|b| b.reserve = pounds(1_500_000));
    let percent = |id, percent| group(id).with(|g| g.terms.percent = Some(Share::percent(percent)));
    let groups = [
        percent("commissioners", 70)
            .with(|g| g.split = Arc::new(BY_ALLOCATION))
            .bodies([east, west]),
        percent("providers", 30).bodies([hospitals.sized(BEDS, 412)]),
    ];
    let vale = system("Vale").groups(groups);
    let vale = vale.with(|s| s.split = Arc::new(Rule::Percent { rest: None }));
    let moor = system("Moor").totals(-20_000_000, -30_000_000);
    Year::in_region(region("North").systems([moor, vale]).with(|pool| pool.offset = offset))
}

#[test]
fn northshire_comes_out_as_its_file_says() {
    // 5m is 3.5m + 1.5m; 3.5m as 4 to 3 is 2m + 1.5m. East Vale: 320k of reserve, the line's whole
    // 480k, and 1.2m of beds (20 % of 6m). West Vale: 1.5m of 6m (25 %).
    let at_most = Protection::AtMost(Share::percent(20));
    let year = northshire(Offset::Amount(pounds(5_000_000)), at_most);
    assert_eq!(year.pool().uncovered, pounds(5_000_000));
    assert_eq!(year.asks(["EV", "WV", "VH"]), all_pounds([2_000_000, 1_500_000, 1_500_000]));
    let cuts = year.cuts(["EV/crisis-line", "EV/beds", "EV/young-minds", "WV/diabetes"]);
    assert_eq!(cuts, all_pounds([480_000, 1_200_000, 0, 1_500_000]));
    assert_eq!(year.body("VH").reserve_used, pounds(1_500_000));
    // All 10m: East Vale 4m, West Vale 3m, its cap to the penny.
    let year = northshire(Offset::WholeNeed, Protection::Protected);
    assert_eq!(year.asks(["EV", "WV", "VH"]), all_pounds([4_000_000, 3_000_000, 3_000_000]));
    assert_eq!(year.cuts(["EV/crisis-line", "EV/beds"]), all_pounds([480_000, 0]));
}
