//! Region by region, or over the whole country: the same five systems, worked out by hand both ways.

use super::year::Year;
use fairshare::document;
use fairshare::levers::{lever_at, value_for};
use fairshare::money::Pence;
use fairshare::report::{Subject, json};
use fairshare::ron_text::Source;

use super::region::pounds;

/// N1 is 12m short and S2 4m; N2, S1 and S3 have no gap. All money of N2 runs through one service.
const COUNTRY: &str = r#"(
    format: 1, title: "Two regions", year: "2019/20",
    nation: (
        id: "ENG", name: "England", pooling: Regional,
        offset: "75%", split: Proportional(by: Allocation), reserve: "1m", asked_in: "2019-10",
    ),
    regions: [
        (id: "N", name: "North", offset: "50%", systems: [
            (id: "N1", name: "N1", control_total: "-20m", plan: "-32m"),
            (id: "N2", name: "N2", control_total: 0, plan: 0, bodies: [
                (id: "n2", name: "n2", kind: Commissioner, allocation: "100m", complete: true,
                 programmes: [(id: "p", name: "p", annual_cost: "2.4m")]),
            ]),
        ]),
        (id: "S", name: "South", offset: WholeNeed, systems: [
            (id: "S1", name: "S1", control_total: 0, plan: 0, bodies: [
                (id: "s1", name: "s1", kind: Commissioner, allocation: "200m"),
            ]),
            (id: "S2", name: "S2", control_total: "5m", plan: "1m"),
            (id: "S3", name: "S3", control_total: 0, plan: 0, bodies: [
                (id: "s3", name: "s3", kind: Commissioner, allocation: "100m"),
            ]),
        ]),
    ],
)"#;

fn year(changes: &[(&str, &str)]) -> Year {
    let mut scenario = document::parse(Source::new("country.ron", COUNTRY)).unwrap().scenario;
    for (path, words) in changes {
        let lever = lever_at(&scenario, path).unwrap();
        let source = Source::new("typed", *words);
        let value = value_for(&scenario, lever, source.root().unwrap()).unwrap();
        lever.set(&mut scenario, &value).unwrap();
    }
    Year::of(scenario)
}

fn contributions(year: &Year) -> [Pence; 5] {
    ["N1", "N2", "S1", "S2", "S3"].map(|id| year.system(id).contribution)
}

fn millions<const N: usize>(tenths: [i64; N]) -> [Pence; N] {
    tenths.map(|tenths| pounds(tenths * 100_000))
}

#[test]
fn each_region_balances_its_own() {
    let year = year(&[]);
    assert_eq!(year.outcome.pools.len(), 2);
    // North: half of 12m on N2 alone. South: all of 4m, equally on S1 and S3. The country's
    // reserve and policy are not asked.
    assert_eq!(contributions(&year), millions([0, 60, 20, 0, 20]));
    let [north, south] = [&year.outcome.pools[0], &year.outcome.pools[1]];
    assert_eq!([north.need, north.offset, north.uncovered], millions([120, 60, 60]));
    assert_eq!([south.need, south.offset, south.uncovered], millions([40, 40, 0]));
    assert_eq!([north.reserve_used, south.reserve_used], millions([0, 0]));
    // −20m − 6m, and 5m − 4m.
    assert_eq!(year.system("N1").target, Some(pounds(-26_000_000)));
    assert_eq!(year.system("S2").target, Some(pounds(1_000_000)));
    // Asked in April: all of 2.4m can go, and 3.6m of 6m have no place.
    assert_eq!(year.body("n2").cuts, pounds(2_400_000));
    assert_eq!(year.body("n2").unplaced, pounds(3_600_000));
}

#[test]
fn the_country_balances_all_of_it() {
    let year = year(&[("ENG.pooling", "National")]);
    assert_eq!(year.outcome.pools.len(), 1);
    let pool = year.pool();
    // Need 16m, reserve 1m; 75 % of 16m is 12m; 3m are uncovered.
    let parts = [pool.need, pool.reserve_used, pool.offset, pool.uncovered, pool.unplaced];
    assert_eq!(parts, millions([160, 10, 120, 30, 0]));
    // 12m as 100 to 200 to 100.
    assert_eq!(contributions(&year), millions([0, 30, 60, 0, 30]));
    // Relief 1m + 12m as 12 to 4: 9.75m and 3.25m.
    assert_eq!(year.system("N1").target, Some(pounds(-29_750_000)));
    assert_eq!(year.system("S2").target, Some(pounds(1_750_000)));
    // Asked in October by the country: half of 2.4m is left, and 1.8m of 3m have no place.
    assert_eq!(year.body("n2").cuts, pounds(1_200_000));
    assert_eq!(year.body("n2").unplaced, pounds(1_800_000));
    // Results −32m + 1.2m + 0 + 1m + 0 less control totals −20m + 0 + 0 + 5m + 0.
    assert_eq!(pool.against_control_totals, Some(pounds(-14_800_000)));
}

#[test]
fn who_refuses_the_country_leaves_its_share_there() {
    let moves =
        [("ENG.pooling", "National"), ("S1.stance", "Refuses"), ("ENG.refusals", "Unfunded")];
    let year = year(&moves);
    // S1's 6m have no place; relief is 1m + 12m − 6m as 12 to 4: 5.25m and 1.75m.
    assert_eq!(contributions(&year), millions([0, 30, 0, 0, 30]));
    assert_eq!(year.pool().unplaced, pounds(6_000_000));
    assert_eq!(year.system("N1").relief, pounds(5_250_000));
    assert_eq!(year.system("S2").relief, pounds(1_750_000));
}

#[test]
fn the_report_has_the_pools_that_are_balanced() {
    for (moves, pools) in [
        (&[][..], vec![("N", 2), ("S", 3)]),
        (&[("ENG.pooling", "National")][..], vec![("ENG", 5)]),
    ] {
        let year = year(moves);
        let subject = Subject {
            base: &year.scenario,
            now: &year.scenario,
            before: &year.outcome,
            outcome: &year.outcome,
            changes: &[],
        };
        let report: serde_json::Value = serde_json::from_str(&json(&subject).unwrap()).unwrap();
        let found = report["pools"].as_array().unwrap().iter();
        let found = found
            .map(|pool| (pool["id"].as_str().unwrap(), pool["systems"].as_array().unwrap().len()));
        assert_eq!(found.collect::<Vec<_>>(), pools);
    }
}
