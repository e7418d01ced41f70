//! From a body's ask to its programmes, every number worked out by hand.

use super::region::{commissioner, pounds, region, runs, starts, system};
use super::year::{Year, all_pounds};
use fairshare::engine::{Status, findings};
use fairshare::format::Month;
use fairshare::model::{Absorption, Programme, Protection, Recovery};
use fairshare::money::{Pence, Share};
use fairshare::split::{Reason, Rule};

/// The year of one body that is asked for so many pounds, from this month on.
fn placing<'a>(
    asked: i64,
    (month, absorbs): (i32, Absorption),
    programmes: impl IntoIterator<Item = (&'a str, Programme)>,
) -> Year {
    let body = commissioner("B", 1).programmes(programmes).with(|body| {
        body.absorbs = absorbs;
        body.complete = true;
    });
    let short = system("S").totals(0, -asked).bodies(Rule::Equal, [body]);
    let short = short.with(|s| s.recover = Recovery::Share(Share::ONE));
    let asked_in = Month::new(2019, month);
    Year::in_region(region("R").systems([short]).with(|pool| pool.asked_in = asked_in))
}

const APRIL: (i32, Absorption) = (4, Absorption::ProRata);

#[test]
fn a_delay_is_rounded_up_to_the_next_first_of_a_month() {
    // 1.44m a year is 120k a month; from December 480k are left in the year.
    let line = || [("line", starts(1_440_000, 2019, 12))];
    // 478,904.64 ÷ 120,000 = 3.99 months: December + 3.99 is April.
    let body = commissioner("B", 1).programmes(line());
    let short = system("S").with(|s| {
        s.stated_gap = Some(Pence::new(47_890_464));
        s.recover = Recovery::Share(Share::ONE);
    });
    let year = Year::in_region(region("R").systems([short.bodies(Rule::Equal, [body])]));
    let late = year.programme("B/line");
    assert_eq!((late.cut, late.status), (Pence::new(47_890_464), Some(Status::Late)));
    assert_eq!(late.new_start, Some(Month::new(2020, 4)));
    assert_eq!(late.months_late(&year.scenario.programmes[0]), Some((574_685_568, 144_000_000)));
    // 120,000 is one month to the penny, 120,000.01 is more.
    let exact = placing(120_000, APRIL, line());
    assert_eq!(exact.programme("B/line").new_start, Some(Month::new(2020, 1)));
    // All 480k: not this year. The other 20k have no place.
    let gone = placing(500_000, APRIL, line());
    assert_eq!(gone.programme("B/line").status, Some(Status::NotThisYear));
    assert_eq!(gone.body("B").unplaced, pounds(20_000));
}

#[test]
fn what_is_spent_when_bodies_are_asked_cannot_be_cut() {
    // Asked in October: half of a running year is left; what started in June has 10 months, and
    // 6 of them are left; what starts in January is whole.
    let programmes = [
        ("all", runs(1_200_000)),
        ("january", starts(1_200_000, 2020, 1)),
        ("june", starts(1_200_000, 2019, 6)),
    ];
    let year = placing(2_000_000, (10, Absorption::ProRata), programmes);
    let limit = |path| (year.programme(path).budget, year.programme(path).limit);
    assert_eq!(limit("B/all"), (Some(pounds(1_200_000)), pounds(600_000)));
    assert_eq!(limit("B/june"), (Some(pounds(1_000_000)), pounds(600_000)));
    assert_eq!(limit("B/january"), (Some(pounds(300_000)), pounds(300_000)));
    // June began before October: it shrinks. January has not: it is late.
    assert_eq!(year.programme("B/june").status, Some(Status::Reduced));
    assert_eq!(year.programme("B/january").status, Some(Status::NotThisYear));
    assert_eq!(year.body("B").unplaced, pounds(500_000));
}

#[test]
fn protection_is_a_share_of_the_in_year_budget() {
    // At most 20 % of 6m is 1.2m, protected is nought, and an unknown cost takes no cut.
    let at_most =
        Programme { protection: Protection::AtMost(Share::percent(20)), ..runs(6_000_000) };
    let kept = Programme { protection: Protection::Protected, ..runs(2_100_000) };
    let unknown = Programme { annual_cost: None, ..runs(0) };
    let year = placing(2_000_000, APRIL, [("beds", at_most), ("kept", kept), ("x", unknown)]);
    assert_eq!(year.cuts(["B/beds", "B/kept", "B/x"]), all_pounds([1_200_000, 0, 0]));
    assert_eq!(year.programme("B/kept").status, Some(Status::Protected));
    assert_eq!((year.programme("B/x").budget, year.programme("B/x").status), (None, None));
    assert_eq!(year.body("B").unplaced, pounds(800_000));
}

#[test]
fn the_least_important_goes_first_and_equals_go_in_proportion() {
    // Without a number 100k, then the two of priority 3 (600k and 300k), then priority 1.
    let ranked = |annual, priority| Programme { priority, ..runs(annual) };
    let programmes = [
        ("first", ranked(500_000, Some(1))),
        ("large", ranked(600_000, Some(3))),
        ("none", ranked(100_000, None)),
        ("small", ranked(300_000, Some(3))),
    ];
    let asked = (4, Absorption::LeastImportantFirst);
    let paths = ["B/first", "B/large", "B/none", "B/small"];
    // 400k: 100k, and 300k as 2 to 1.
    let year = placing(400_000, asked, programmes);
    assert_eq!(year.cuts(paths), all_pounds([0, 200_000, 100_000, 100_000]));
    // 1.1m: 100k, 900k, and 100k of the most important.
    let year = placing(1_100_000, asked, programmes);
    assert_eq!(year.cuts(paths), all_pounds([100_000, 600_000, 100_000, 300_000]));
}

#[test]
fn what_has_not_started_goes_before_what_runs() {
    // The new one has 600k left from October; the other 300k as 2 to 1 of what runs.
    let programmes =
        [("new", starts(1_200_000, 2019, 10)), ("p", runs(800_000)), ("q", runs(400_000))];
    let year = placing(900_000, (4, Absorption::NotYetStartedFirst), programmes);
    assert_eq!(year.cuts(["B/new", "B/p", "B/q"]), all_pounds([600_000, 200_000, 100_000]));
}

#[test]
fn agreed_cuts_come_first_and_are_scaled_if_they_pass_the_ask() {
    let agreed = |annual, fixed| Programme { fixed: Some(pounds(fixed)), ..runs(annual) };
    // p is agreed at 900k and can give 800k; q at 100k. The rest goes to r alone.
    let programmes =
        [("p", agreed(800_000, 900_000)), ("q", agreed(500_000, 100_000)), ("r", runs(700_000))];
    let asked = (4, Absorption::Fixed);
    let paths = ["B/p", "B/q", "B/r"];
    let year = placing(1_000_000, asked, programmes);
    assert_eq!(year.cuts(paths), all_pounds([800_000, 100_000, 100_000]));
    assert!(findings(&year.scenario, &year.outcome).is_empty());
    // r gives its 700k and no more: q stays at what was agreed, 200k have no place.
    let year = placing(1_800_000, asked, programmes);
    assert_eq!(year.cuts(paths), all_pounds([800_000, 100_000, 700_000]));
    assert_eq!(year.body("B").unplaced, pounds(200_000));
    // 450k is half of what was agreed: 400k and 50k, and a finding.
    let year = placing(450_000, asked, programmes);
    assert_eq!(year.cuts(paths), all_pounds([400_000, 50_000, 0]));
    let found = findings(&year.scenario, &year.outcome);
    assert_eq!(found.iter().map(|f| f.reason).collect::<Vec<_>>(), [Reason::FixedScaled]);
}

#[test]
fn a_programme_that_is_cut_too_far_stops_and_releases_the_rest() {
    let beds = |stops_at| Programme { stops_at: Some(Share::percent(stops_at)), ..runs(6_000_000) };
    // 1.5m is 25 %: at the bound it stops, and 4.5m are released.
    let year = placing(1_500_000, APRIL, [("beds", beds(25))]);
    let stopped = year.programme("B/beds");
    assert_eq!((stopped.status, stopped.released), (Some(Status::Stops), pounds(4_500_000)));
    // Neither in the cuts nor in the result.
    assert_eq!(year.body("B").cuts, pounds(1_500_000));
    // 25 % does not reach a bound of 26 %.
    let year = placing(1_500_000, APRIL, [("beds", beds(26))]);
    assert_eq!(year.programme("B/beds").status, Some(Status::Reduced));
    // Asked in October, 3m are unspent: 1.5m of those are released.
    let year = placing(1_500_000, (10, Absorption::ProRata), [("beds", beds(25))]);
    assert_eq!(year.programme("B/beds").released, pounds(1_500_000));
    // 100p a year from November is 41.67p, so 42p; 92 % of that, rounded down, is 38p. What has not
    // started is wholly unspent: 4p are released.
    let tiny = Programme {
        annual_cost: Some(Pence::new(100)),
        protection: Protection::AtMost(Share::percent(92)),
        stops_at: Some(Share::percent(50)),
        ..starts(0, 2019, 11)
    };
    let year = placing(1, APRIL, [("tiny", tiny)]);
    let stopped = year.programme("B/tiny");
    assert_eq!((stopped.budget, stopped.cut), (Some(Pence::new(42)), Pence::new(38)));
    assert_eq!(stopped.released, Pence::new(4));
}

#[test]
fn what_finds_no_place_is_a_miss_only_where_all_programmes_are_described() {
    let bodies = |complete| {
        [commissioner("B", 1).programmes([("p", runs(100))]).with(|b| {
            b.reserve = pounds(50);
            b.complete = complete;
        })]
    };
    let year = Year::asking(200, Rule::Equal, bodies(true));
    assert_eq!((year.body("B").unplaced, year.body("B").not_described), (pounds(50), Pence::ZERO));
    let year = Year::asking(200, Rule::Equal, bodies(false));
    assert_eq!((year.body("B").unplaced, year.body("B").not_described), (Pence::ZERO, pounds(50)));
}

#[test]
fn the_odd_penny_goes_to_the_first_id_wherever_it_stands_in_the_file() {
    // 100p over three equals: 33⅓p each, and the tie over the odd penny goes by id.
    for order in [["c", "a", "b"], ["b", "c", "a"], ["a", "b", "c"]] {
        let year = placing(1, APRIL, order.map(|id| (id, runs(1_200))));
        let pence = year.cuts(["B/a", "B/b", "B/c"]).map(Pence::get);
        assert_eq!(pence, [34, 33, 33]);
    }
}
