//! The years after: repayment in equal parts, and a lead payer that is not repaid. By hand.

use super::year::Year;
use fairshare::document::{library, parse};
use fairshare::engine::{Account, after};
use fairshare::levers::node_at;
use fairshare::money::Pence;
use fairshare::ron_text::Source;

/// Three give 10p in all to one that is 10p short: A 5p, B 3p, C 2p, promised back over three years.
fn text(more: &str) -> String {
    format!(
        "(format: 1, title: \"t\", year: \"2019/20\", regions: [(id: \"R\", name: \"r\",
        offset: WholeNeed, split: Fixed, {more} systems: [
        (id: \"Z\", name: \"z\", gap: \"0.10\"),
        (id: \"A\", name: \"a\", fixed: \"0.05\", bodies: [(id: \"A1\", name: \"a\", kind: Provider)]),
        (id: \"B\", name: \"b\", fixed: \"0.03\", bodies: [(id: \"B1\", name: \"b\", kind: Provider)]),
        (id: \"C\", name: \"c\", fixed: \"0.02\", bodies: [(id: \"C1\", name: \"c\", kind: Provider)]),
        ])])"
    )
}

const PROMISE: &str = "repayment: (years: 3, starts: \"2020/21\", repaid: \"100%\"),";

fn pence(amounts: &[Pence]) -> Vec<i64> {
    amounts.iter().map(|amount| amount.get()).collect()
}

fn owed(account: &Account) -> Vec<i64> {
    pence(account.owed.as_deref().unwrap())
}

#[test]
fn repayment_is_equal_over_its_years_and_in_proportion_over_those_who_gave() {
    let year = Year::parse(&text(PROMISE));
    let pool = node_at(&year.scenario, "R").unwrap();
    let years = after(&year.scenario, &year.outcome, pool).unwrap();
    let words: Vec<String> = years.years.iter().map(ToString::to_string).collect();
    assert_eq!(words, ["2019/20", "2020/21", "2021/22", "2022/23"]);
    // 10p over three years: 3, 6 and 10 so far; the penny left over comes last.
    assert_eq!(pence(&years.pool.contributed), [10, 0, 0, 0]);
    assert_eq!(pence(&years.pool.promised), [0, 3, 3, 4]);
    assert_eq!(owed(&years.pool), [10, 7, 4, 0]);
    // By 5 : 3 : 2, so far: 3p is 1.5, 0.9, 0.6, whole 1, 0, 0 and two pennies for the largest
    // remainders, B and C; 6p is 3, 1.8, 1.2, whole 3, 1, 1 and a penny for B; 10p is 5, 3, 2.
    let repaid = |at: usize| pence(years.systems[at].repaid.as_deref().unwrap());
    assert_eq!([repaid(0), repaid(1), repaid(2)], [[0, 1, 2, 2], [0, 1, 1, 1], [0, 1, 0, 1]]);
    // Every year adds up, and in the end nobody is owed a penny.
    assert_eq!(owed(&years.systems[0]), [5, 4, 2, 0]);
    assert_eq!(owed(&years.systems[2]), [2, 1, 1, 0]);
    assert_eq!(years.bodies.len(), 3);
}

#[test]
fn what_is_not_known_is_not_owed_as_if_it_were() {
    let year = Year::parse(&text("repayment: (years: 3, starts: \"2020/21\"),"));
    let pool = node_at(&year.scenario, "R").unwrap();
    let years = after(&year.scenario, &year.outcome, pool).unwrap();
    assert_eq!((years.pool.repaid, years.pool.owed), (None, None));
    let half = year.after("R.repaid", "50%");
    let years = after(&half.scenario, &half.outcome, pool).unwrap();
    // Half of 10p is 5p: 1, 3 and 5 so far.
    assert_eq!(owed(&years.pool), [10, 9, 7, 5]);
    // Without a promise there is no lever, and the amount is not owed back.
    let none = Year::parse(&text(""));
    assert!(fairshare::levers::lever_at(&none.scenario, "R.repaid").is_err());
    let again = none.after("R.recurrent", "true");
    let years = after(&again.scenario, &again.outcome, pool).unwrap();
    assert_eq!(pence(&years.pool.contributed), [10, 10]);
}

#[test]
fn herts_valleys_unrepaid_leaves_the_others_their_parts() {
    // MECHANISM 10: 5,000,000.00 by allocation (776.279 : 823.449 : 415.977) is 1,925,576.91 ·
    // 2,042,583.11 · 1,031,839.98. Herts Valleys is relieved of 5,000,000.00 − 2,042,583.11.
    let scenario = library("east-of-england-2019").unwrap();
    let text = std::fs::read_to_string("scenarios/east-of-england-2019.ron").unwrap();
    let promise =
        "repayment: (years: 3, starts: \"2020/21\", repaid: \"0%\"),\n            systems: [";
    let year = match scenario.regions[0].repayment {
        Some(_) => Year::of(scenario),
        None => Year::parse(&text.replacen("systems: [", promise, 1)),
    };
    let pool = node_at(&year.scenario, "EoE").unwrap();
    let years = after(&year.scenario, &year.outcome, pool).unwrap();
    assert_eq!(owed(&years.pool), [2_500_000_000; 4]);
    assert_eq!(pence(&years.pool.promised), [0, 833_333_333, 833_333_333, 833_333_334]);
    let [fallback] = &years.fallbacks[..] else { panic!("{:?}", years.fallbacks) };
    let rows: Vec<Vec<i64>> = fallback.bodies.iter().map(|(_, row)| pence(row)).collect();
    assert_eq!(rows[0], [0, 192_557_691, 0, 0]);
    assert_eq!(rows[1], [500_000_000, 204_258_311 - 500_000_000, 0, 0]);
    assert_eq!(rows[2], [0, 103_183_998, 0, 0]);
    assert_eq!(fallback.lead_bears.get(), 204_258_311);
    // Repaid in full, nobody is asked for a part.
    let repaid = year.after("EoE.repaid", "100%");
    assert!(after(&repaid.scenario, &repaid.outcome, pool).unwrap().fallbacks.is_empty());
}

#[test]
fn a_promise_for_the_same_year_is_a_fault() {
    let text = text(&PROMISE.replace("2020/21", "2019/20"));
    let faults = parse(Source::new("a.ron", text)).unwrap_err().faults;
    assert!(faults[0].message.contains("before the next"), "{:?}", faults[0]);
}

#[test]
fn what_bodies_contribute_beside_recovery_is_the_contribution_to_the_penny() {
    // A recovers 1p of its gap of 2p and everybody gives 1p: it asks its two bodies for 1p each, of
    // which half is contribution. Two halves rounded up would be 2p; of equals A1 comes first.
    let year = Year::parse(
        "(format: 1, title: \"t\", year: \"2019/20\", regions: [(id: \"R\", name: \"r\",
        offset: WholeNeed, contributors: All, split: Fixed, systems: [
        (id: \"A\", name: \"a\", gap: \"0.02\", recover: \"50%\", fixed: \"0.01\", split: Equal, bodies: [
            (id: \"A2\", name: \"a\", kind: Provider), (id: \"A1\", name: \"a\", kind: Provider)]),
        (id: \"B\", name: \"b\", gap: \"0.01\", fixed: \"0.01\"),
        ])])",
    );
    let bodies = &year.outcome.bodies;
    assert_eq!(pence(&[bodies[0].ask, bodies[1].ask]), [1, 1]);
    assert_eq!(pence(&[bodies[0].contributed, bodies[1].contributed]), [0, 1]);
}
