//! The Better Care Fund 2015/16, worked by hand: what it was made of, how it came out, and each for
//! itself against all together.

use super::year::{Year, all_pounds};
use fairshare::document::library;
use fairshare::model::Scenario;
use fairshare::money::Pence;

const POOL: (&str, &str) = ("BCF.split", r#"Proportional(by: "contribution")"#);

fn scenario() -> Scenario {
    library("better-care-fund-2015").unwrap()
}

fn year(changes: &[(&str, &str)]) -> Year {
    changes.iter().fold(Year::of(scenario()), |year, (path, to)| year.after(path, to))
}

fn millions(millions: i64) -> Pence {
    Pence::pounds(millions * 1_000_000)
}

#[test]
fn the_parts_are_the_fund() {
    // test_cases.csv T11: 1.9bn + 1.1bn + 0.130bn + 0.300bn + 0.354bn = 3.784bn; with about 1.5bn
    // put in locally 5.284bn, “£5.3bn”.
    let year = year(&[]);
    let whole = |paths: &[&str]| -> Pence {
        paths.iter().filter_map(|path| year.programme(path).budget).sum()
    };
    let capital = ["COUNCILS/dfg", "COUNCILS/capital"];
    let nhs = ["NHS/additional", "NHS/transfer", "NHS/carers", "NHS/reablement"];
    assert_eq!(whole(&capital), millions(354));
    assert_eq!(whole(&nhs) + whole(&capital), millions(3_784));
    let all = [&nhs[..], &capital, &["TOPUP/top-ups"]].concat();
    assert_eq!(all.len(), year.scenario.programmes.len());
    assert_eq!(whole(&all), millions(5_284));
}

#[test]
fn the_savings_of_the_plans_are_532m() {
    // Committee of Public Accounts, HC 807, paragraph 10: 532m, at least 314m of the NHS, 253m of
    // emergency admissions.
    let amounts: Vec<Pence> = scenario().savings.iter().map(|saving| saving.amount).collect();
    let [admissions, nhs_other, rest] = amounts[..] else { panic!("{amounts:?}") };
    assert_eq!(admissions, millions(253));
    assert_eq!(admissions + nhs_other, millions(314));
    assert_eq!(admissions + nhs_other + rest, millions(532));
    // None of them came: the whole of the overrun is open.
    assert_eq!(year(&[]).system("BCF").ask, millions(457));
}

#[test]
fn the_outturn_adds_up() {
    // test_cases.csv T12, as ITV reported the auditors: 311m for 87,000 more admissions instead of
    // 106,000 fewer, 146m for 185,000 more days of delay instead of 293,000 fewer.
    let (admissions, days) = (87_000 + 106_000, 185_000 + 293_000);
    assert_eq!((admissions, days), (193_000, 478_000));
    // £1,611 an admission and £305 a day, to half a million pounds.
    assert!((Pence::pounds(admissions * 1_611) - millions(311)).abs() < Pence::pounds(500_000));
    assert!((Pence::pounds(days * 305) - millions(146)).abs() < Pence::pounds(500_000));
    assert_eq!(scenario().systems[0].gap(), Some(millions(311) + millions(146)));
}

#[test]
fn each_for_itself_and_all_by_what_they_put_in() {
    let partners = ["NHS", "COUNCILS", "TOPUP"];
    assert_eq!(year(&[]).asks(partners), all_pounds([457_000_000, 0, 0]));
    // 457m × 3,430 ÷ 3,784 = 414,246,828.752…; the councils’ 42,753,171.247…: the penny to the NHS.
    let pool = [414_246_828_75, 42_753_171_25, 0].map(Pence::new);
    assert_eq!(year(&[POOL]).asks(partners), pool);
    // If all delays were the councils’ own: 311m and 146m. A pool does not ask whose they were.
    let delays = [("NHS.gap", "311m"), ("COUNCILS.gap", "146m")];
    assert_eq!(year(&delays).asks(partners), all_pounds([311_000_000, 146_000_000, 0]));
    let [nhs, councils] = delays;
    assert_eq!(year(&[nhs, councils, POOL]).asks(partners), pool);
}

#[test]
fn what_was_given_up_is_not_described_until_a_part_is_freed() {
    let reported = year(&[]);
    assert_eq!(reported.body("NHS").not_described, millions(457));
    // Only the transfer may be cut: all 457m of 1,100m.
    let freed = year(&[("NHS/transfer.protection", "Open")]);
    assert_eq!(freed.programme("NHS/transfer").cut, millions(457));
    assert_eq!(freed.body("NHS").not_described, Pence::ZERO);
}

#[test]
fn a_knock_on_is_off_small_and_only_of_social_care() {
    // 457m off the transfer to social care; 3 % of that, 13.71m, comes back in A&E, if it is asked.
    let cut = ("NHS/transfer.protection", "Open");
    let on = ("shunting.on", "true");
    let cost = |changes: &[(&str, &str)]| year(changes).pounds("shunting.cost");
    assert_eq!(cost(&[cut]), Some(0));
    assert_eq!(cost(&[cut, on]), Some(13_710_000));
    assert_eq!(year(&[cut, on]).pounds("NHS.knocked_on"), Some(13_710_000));
    // Carers’ breaks are not councils’ social care: no figure was found for them.
    assert_eq!(cost(&[("NHS/carers.protection", "Open"), on]), Some(0));
}

#[test]
fn nothing_was_earned_on_the_national_sum() {
    // 253m × min(1, max(0, achieved ÷ −106,000)); the rest stays with the payer. Achieved +87,000:
    // nought. Half of the plan: half. More than the plan: all, and no more.
    for (achieved, paid) in [
        ("87000", 0),
        ("0", 0),
        ("-53000", 126_500_000),
        ("-106000", 253_000_000),
        ("-200000", 253_000_000),
    ] {
        let year = year(&[("NHS/admissions-pay.achieved", achieved)]);
        assert_eq!(year.pounds("NHS/admissions-pay.paid"), Some(paid), "{achieved}");
        assert_eq!(year.pounds("NHS/admissions-pay.kept"), Some(253_000_000 - paid));
    }
}

#[test]
fn torbay_s_council_was_charged_a_tenth() {
    // test_cases.csv T09 (BMA News, January 2017): 12m above plan, the council 1.2m, the NHS the
    // other 10.8m.
    const TORBAY: &str = r#"(
        format: 1, title: "Torbay", year: "2016/17",
        regions: [(id: "SW", name: "South West", systems: [(
            id: "ICO", name: "Integrated care organisation", gap: "12m", recover: "100%",
            split: Percent,
            bodies: [
                (id: "TSD", name: "Torbay and South Devon", kind: Provider, percent: "90%"),
                (id: "TC", name: "Torbay Council", kind: Council, percent: "10%"),
            ],
        )])],
    )"#;
    let torbay = Year::parse(TORBAY);
    assert_eq!(torbay.asks(["TC", "TSD"]), all_pounds([1_200_000, 10_800_000]));
}
