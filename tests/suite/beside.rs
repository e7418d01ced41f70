//! What stands beside the cascade: knock-on costs, facts and sums of key tests, events. By hand.

use super::year::Year;
use fairshare::document::parse;
use fairshare::engine::Trial;
use fairshare::levers::lever_at;
use fairshare::model::About;
use fairshare::ron_text::Source;

/// P gives up 1m: a tenth of 8m of care and of 2m of visits. H bears what returns.
fn text(beside: &str) -> String {
    format!(
        "(format: 1, title: \"t\", year: \"2019/20\",
        sources: [(id: \"s\", title: \"S\")], regions: [(id: \"R\", name: \"r\", systems: [
        (id: \"S\", name: \"s\", bodies: [
            (id: \"P\", name: \"p\", kind: Commissioner, control_total: 0, plan: \"-1m\", programmes: [
                (id: \"care\", name: \"c\", annual_cost: \"8m\", tags: [\"care\"]),
                (id: \"visits\", name: \"v\", annual_cost: \"2m\"),
            ]),
            (id: \"H\", name: \"h\", kind: Provider, control_total: 0, plan: 0, stance: Exempt),
        ], recover: \"100%\"),
        ])], {beside})"
    )
}

const KNOCK_ON: &str = "knock_ons: [(id: \"ae\", name: \"A\", tagged: \"care\",
    returns: Reported(\"3%\", \"s\"), least: \"0%\", most: \"5%\", to: \"H\")]";

#[test]
fn a_knock_on_is_off_until_somebody_asks_and_then_weighs_on_its_bearer() {
    let off = Year::parse(&text(KNOCK_ON));
    assert_eq!((off.pounds("ae.cost"), off.pounds("H.result")), (Some(0), Some(0)));
    // 3 % of the 800,000 that care loses is 24,000; of the visits nothing returns.
    let on = off.after("ae.on", "true");
    assert_eq!(on.pounds("P/care.cut"), Some(800_000));
    assert_eq!((on.pounds("ae.cost"), on.pounds("H.result")), (Some(24_000), Some(-24_000)));
    assert_eq!(on.pounds("S.result"), Some(-24_000));
    assert_eq!(on.pounds("H.margin"), Some(-24_000));
    // What comes a year later is shown, and no result of this year bears it.
    let later = KNOCK_ON.replace("to:", "next_year: true, on: true, to:");
    let later = Year::parse(&text(&later));
    assert_eq!((later.pounds("ae.cost"), later.pounds("H.result")), (Some(24_000), Some(0)));
    // So is what falls on nobody of the file.
    let nobody = KNOCK_ON.replace("to: \"H\"", "on: true");
    let nobody = Year::parse(&text(&nobody));
    assert_eq!((nobody.pounds("ae.cost"), nobody.pounds("S.result")), (Some(24_000), Some(0)));
}

const TESTS: &str = "key_tests: [
    (id: \"asked\", name: \"n\", partner: \"P\", fact: Reported(false, \"s\")),
    (name: \"floor\", partner: \"P\", sum: Programme(tagged: \"care\"), measure: \"spend\",
     at_least: \"7.2m\"),
    (name: \"more\", partner: \"P\", sum: Programme, measure: \"spend\", at_least: \"9000000.01\")]";

fn passes(year: &Year) -> Vec<Option<bool>> {
    let tests = 0..year.scenario.facts.len();
    let judge = |at: usize| Trial::read(&year.scenario, at).unwrap();
    tests.map(|at| judge(at).judge(&year.scenario, &year.outcome).passes).collect()
}

#[test]
fn a_fact_is_a_lever_and_a_sum_of_programmes_can_be_a_floor() {
    // A floor such as the mental-health investment standard: care still costs 8.0 − 0.8 = 7.2m, and
    // all of P's programmes 10 − 1 = 9m, a penny less than is asked for.
    let year = Year::parse(&text(TESTS));
    assert_eq!(passes(&year), [Some(false), Some(true), Some(false)]);
    assert_eq!(passes(&year.after("asked.fact", "true"))[0], Some(true));
    // A penny less on care fails the floor.
    let short = year.after("P/care.annual_cost", "7999999.99");
    assert_eq!(passes(&short)[1], Some(false));
    // A test without an id has one all the same; what is measured is not ticked.
    let refused = lever_at(&year.scenario, "key-test-2.fact").unwrap_err();
    assert!(refused.message.contains("measured, not ticked"), "{refused}");
}

#[test]
fn a_sum_over_nothing_is_not_known_and_the_worst_is_one_that_fails() {
    // Q describes no care: nobody knows what it spends on it. Its visits cost 20 % of its 10m, P's
    // care 8 % of 100m: the larger amount passes, the smaller fails.
    let text =
        "(format: 1, title: \"t\", year: \"2019/20\", regions: [(id: \"R\", name: \"r\", systems: [
        (id: \"S\", name: \"s\", bodies: [
            (id: \"P\", name: \"p\", kind: Commissioner, allocation: \"100m\", programmes: [
                (id: \"care\", name: \"c\", annual_cost: \"8m\", tags: [\"care\"])]),
            (id: \"Q\", name: \"q\", kind: Commissioner, allocation: \"10m\", programmes: [
                (id: \"visits\", name: \"v\", annual_cost: \"2m\")]),
        ])])],
        key_tests: [
            (name: \"none\", partner: \"Q\", sum: Programme(tagged: \"care\"), measure: \"spend\",
             at_least: \"1m\"),
            (name: \"size\", every: Programme, measure: \"in_year_budget\", at_most: \"10%\",
             of: Allocation)])";
    let year = Year::parse(text);
    let judge =
        |at: usize| Trial::read(&year.scenario, at).unwrap().judge(&year.scenario, &year.outcome);
    assert_eq!(judge(0).passes, None);
    assert_eq!(judge(1).passes, Some(false));
    // £2m in pence.
    let (_, worst) = judge(1).worst.unwrap();
    assert_eq!(worst.pence().map(fairshare::money::Pence::get), Some(200_000_000));
}

#[test]
fn events_have_dates_sources_and_what_they_are_about() {
    let events = "events: [
        (date: \"2019-05\", what: \"asked\", source: \"s\"),
        (date: \"2019-09-26\", what: \"doubted\", who: \"board\", about: \"repayment\"),
        (date: \"2020\", what: \"late\", about: \"P/care\")]";
    let year = Year::parse(&text(events));
    let told = &year.scenario.words.events;
    let months: Vec<Option<i32>> =
        told.iter().map(|e| e.month.map(|m| m.since(year.scenario.first_month))).collect();
    assert_eq!(months, [Some(1), Some(5), None]);
    let about: Vec<_> = told.iter().map(|event| event.about).collect();
    assert_eq!(about, [None, Some(About::Repayment), Some(About::Programme(0))]);
    let wrong =
        events.replace("2019-05", "May").replace("P/care", "P/cars").replace("\"s\"", "\"t\"");
    let faults = parse(Source::new("a.ron", text(&wrong))).unwrap_err().faults;
    let codes: Vec<&str> = faults.iter().map(|fault| fault.code.text()).collect();
    assert_eq!(codes, ["E022", "E032", "E034"]);
}
