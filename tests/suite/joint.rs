//! Joint programmes: what a cut, a delay and a refusal do to partners' money, worked out by hand.

use super::year::Year;
use fairshare::document::parse;
use fairshare::engine::{Status, measure_at};
use fairshare::ron_text::Source;

/// P is asked for so much of a running service that costs it 1.2m a year; the council pays 0.6m on
/// top, and 1,800 people use it.
fn year(ask: &str, partner: &str) -> Year {
    Year::parse(&text(ask, partner, ""))
}

fn text(ask: &str, partner: &str, programme: &str) -> String {
    format!(
        "(format: 1, title: \"t\", year: \"2019/20\", regions: [(id: \"R\", name: \"r\", systems: [
            (id: \"S\", name: \"s\", gap: \"{ask}\", recover: \"100%\", bodies: [
                (id: \"P\", name: \"p\", kind: Commissioner, programmes: [
                    (id: \"beds\", name: \"b\", annual_cost: \"1.2m\", reaches: 1_800,
                     {programme} partners: [{partner}])])])])],
         councils: [(id: \"c\", name: \"C\")])"
    )
}

const COUNCIL: &str = "(id: \"c\", annual_cost: \"0.6m\")";
const MATCHED: &str = "(id: \"c\", annual_cost: \"0.6m\", matched: true)";

/// An outcome as an exact fraction.
fn fraction(year: &Year, path: &str) -> Option<(i128, i128)> {
    measure_at(&year.scenario, path).unwrap().read(&year.scenario, &year.outcome).value
}

fn is(year: &Year, path: &str, (numerator, denominator): (i128, i128)) {
    let (n, d) = fraction(year, path).unwrap();
    assert_eq!(n * denominator, numerator * d, "{path} is {n}/{d}");
}

#[test]
fn a_partner_that_pays_on_softens_the_cut_and_a_matched_one_does_not() {
    // 0.3m of 1.8m is a sixth of the service: 300 of 1,800 people. The council pays on.
    let shared = year("300k", COUNCIL);
    is(&shared, "P/beds.service_lost", (1, 6));
    is(&shared, "P/beds.people_lost", (300, 1));
    assert_eq!(shared.pounds("P/beds.partners_lost"), Some(0));
    // Matched, it withdraws 0.3/1.2 of its 0.6m, 0.15m: a quarter is lost, 450 people.
    let matched = year("300k", MATCHED);
    is(&matched, "P/beds.service_lost", (1, 4));
    is(&matched, "P/beds.people_lost", (450, 1));
    assert_eq!(matched.pounds("P/beds.partners_lost"), Some(150_000));
    // The lever turns the one into the other.
    is(&shared.after("P/beds/c.matched", "true"), "P/beds.service_lost", (1, 4));
    // What the body loses is the same in both.
    assert_eq!(shared.pounds("P.cuts"), matched.pounds("P.cuts"));
}

#[test]
fn a_council_that_refuses_takes_its_whole_part() {
    // 0.3m and the council's 0.6m of 1.8m: half of the service.
    let gone = year("300k", COUNCIL).after("c.stance", "Refuses");
    is(&gone, "P/beds.service_lost", (1, 2));
    assert_eq!(gone.pounds("P/beds.partners_lost"), Some(600_000));
    // With nothing asked of the body its service is still a third smaller.
    let alone = year("0", COUNCIL).after("c.stance", "Refuses");
    is(&alone, "P/beds.service_lost", (1, 3));
    assert_eq!(alone.programme("P/beds").status, Some(Status::Reduced));
    assert_eq!(alone.pounds("P/beds.cut"), Some(0));
    assert_eq!(year("0", COUNCIL).programme("P/beds").status, Some(Status::OnTime));
}

#[test]
fn a_delay_stops_the_money_of_both() {
    // From December the year holds 4 of 12 months: 0.4m and the council's 0.2m. A cut of 0.1m is a
    // quarter of the body's: the council does not pay 0.05m either, matched or not.
    let text = text("100k", COUNCIL, "starts: \"2019-12\",");
    let late = Year::parse(&text);
    is(&late, "P/beds.delay", (1, 1));
    assert_eq!(late.pounds("P/beds.partners_lost"), Some(50_000));
    is(&late, "P/beds.service_lost", (1, 4));
}

#[test]
fn what_an_unknown_partner_pays_is_never_taken_for_nought() {
    // Matched, its part shrinks as the body's does, whatever it is: a quarter is lost. Not matched,
    // nobody can say how much of the service 0.3m is.
    let unknown = |more: &str| year("300k", &format!("(id: \"c\"{more})"));
    is(&unknown(", matched: true"), "P/beds.service_lost", (1, 4));
    assert_eq!(unknown(", matched: true").pounds("P/beds.partners_lost"), None);
    assert_eq!(fraction(&unknown(""), "P/beds.service_lost"), None);
    assert_eq!(fraction(&unknown(""), "P/beds.people_lost"), None);
    let gone = unknown("").after("c.stance", "Refuses");
    assert_eq!(gone.pounds("P/beds.partners_lost"), None);
    // Typed, it is known.
    is(&unknown("").after("P/beds/c.annual_cost", "0.6m"), "P/beds.service_lost", (1, 6));
}

#[test]
fn a_partner_that_nobody_lists_is_a_fault() {
    let faults = parse(Source::new("a.ron", text("1", "(id: \"d\")", ""))).unwrap_err().faults;
    assert_eq!(faults[0].code.text(), "E031");
    assert!(faults[0].message.contains("no council and no body is called `d`"));
}

#[test]
fn a_service_that_stops_is_lost_whole_to_everybody() {
    // At a half it is no longer viable: 0.6m of 1.2m is asked for, so the other 0.6m is released, and
    // the council's 0.6m goes though it is not matched. All 1,800 people lose it.
    let stopped = Year::parse(&text("600k", COUNCIL, "stops_at: \"50%\","));
    assert_eq!(stopped.programme("P/beds").status, Some(Status::Stops));
    assert_eq!(stopped.pounds("P/beds.released"), Some(600_000));
    is(&stopped, "P/beds.service_lost", (1, 1));
    is(&stopped, "P/beds.people_lost", (1_800, 1));
    assert_eq!(stopped.pounds("P/beds.partners_lost"), Some(600_000));
    // A penny less, and a third of it is lost: 0.6m of 1.8m, 600 people.
    let runs = Year::parse(&text("599999.99", COUNCIL, "stops_at: \"50%\","));
    assert_eq!(runs.programme("P/beds").status, Some(Status::Reduced));
    assert_eq!(runs.pounds("P/beds.partners_lost"), Some(0));
}
