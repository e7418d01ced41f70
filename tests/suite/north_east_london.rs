//! North East London 2017/18, worked by hand: who is asked when all sign, when one refuses, and what
//! each choice for a refusal does. Allocations in £m (`ccgs.csv`):
//!
//! inner 07T 420.105, 08M 470.118, 08V 400.656, together 1,290.879;
//! outer 07L 301.668, 08F 391.916, 08N 380.374, 08W 378.599, together 1,452.557; in all 2,743.436.

use super::year::{Year, all_pounds};
use fairshare::document::library;
use fairshare::engine::Trial;
use fairshare::levers::node_at;
use fairshare::model::Scenario;
use fairshare::money::{Pence, Share};
use fairshare::split::Reason;

/// The seven, in the order of the tables in `test_cases.csv`.
const SEVEN: [&str; 7] = ["07L", "07T", "08F", "08M", "08N", "08V", "08W"];
const SIGNS: (&str, &str) = ("07T.stance", "Contributes");

/// Of 587,000,000.00. Inner 276,203,262.2594, outer 310,796,737.7406: the penny goes to inner (.94 of
/// one, against .06): 276,203,262.26 and 310,796,737.74. Within inner, in pence:
/// 07T 8,988,787,600.68, 08M 10,058,892,060.92, 08V 8,572,646,564.40: two pennies, to 08M and 07T.
/// Within outer 07L 6,454,647,237.98, 08F 8,385,640,926.18, 08N 8,138,682,221.84,
/// 08W 8,100,703,387.9997: three pennies, to 08W, 07L, 08N.
const ALL_SIGN: [i64; 7] = [
    64_546_472_38,
    89_887_876_01,
    83_856_409_26,
    100_588_920_61,
    81_386_822_22,
    85_726_465_64,
    81_007_033_88,
];

/// Without 07T inner weighs 870.774 of 2,323.331: 220,004,957.5373, outer 366,995,042.4627; the penny
/// to outer is .27 against .73 for inner: 220,004,957.54 and 366,995,042.46. Within inner
/// 08M 11,877,742,172.92, 08V 10,122,753,581.08: a penny to 08M. Within outer 07L 7,621,777,353.23,
/// 08F 9,901,933,559.97, 08N 9,610,319,752.04, 08W 9,565,473,580.75: two, to 08F and 08W.
const OTHERS_CARRY_IT: [i64; 7] =
    [76_217_773_53, 0, 99_019_335_60, 118_777_421_73, 96_103_197_52, 101_227_535_81, 95_654_735_81];

fn scenario() -> Scenario {
    library("north-east-london-2017").unwrap()
}

fn year(changes: &[(&str, &str)]) -> Year {
    changes.iter().fold(Year::of(scenario()), |year, (path, to)| year.after(path, to))
}

fn pence<const N: usize>(amounts: [i64; N]) -> [Pence; N] {
    amounts.map(Pence::new)
}

#[test]
fn when_all_sign_each_carries_its_part_by_allocation() {
    let year = year(&[SIGNS]);
    assert_eq!(year.asks(SEVEN), pence(ALL_SIGN));
    assert_eq!(ALL_SIGN.iter().sum::<i64>(), 587_000_000_00);
    assert_eq!(year.system("NEL").ask, all_pounds([587_000_000])[0]);
    assert_eq!(year.group("NEL/providers").ask, Pence::ZERO);
}

#[test]
fn as_reported_city_and_hackney_refuses_and_the_others_carry_it() {
    let reported = year(&[]);
    assert_eq!(reported.asks(SEVEN), pence(OTHERS_CARRY_IT));
    assert_eq!(OTHERS_CARRY_IT.iter().sum::<i64>(), 587_000_000_00);
    // SCREENS 9, in thousands of pounds: what the refusal adds to each, and takes from one.
    let thousands = [11_671, -89_888, 15_163, 18_189, 14_716, 15_501, 14_648];
    for (place, expected) in thousands.into_iter().enumerate() {
        let change = OTHERS_CARRY_IT[place] - ALL_SIGN[place];
        assert!((change - expected * 1_000_00).abs() <= 500_00, "{}: {change}", SEVEN[place]);
    }
}

#[test]
fn each_choice_for_a_refusal_differs() {
    // Its own group carries it: inner keeps 276,203,262.26, over 08M and 08V as 470.118 to 400.656:
    // 14,911,805,502.59 and 12,708,520,723.41 pence; the penny to 08M. Outer as when all sign.
    let within = year(&[("NEL.refusals", "RedistributeWithin")]);
    let mut expected = ALL_SIGN;
    (expected[1], expected[3], expected[5]) = (0, 149_118_055_03, 127_085_207_23);
    assert_eq!(within.asks(SEVEN), pence(expected));

    // Nobody carries it: everybody else as when all sign, its 89,887,876.01 unplaced.
    let unfunded = year(&[("NEL.refusals", "Unfunded")]);
    expected = ALL_SIGN;
    expected[1] = 0;
    assert_eq!(unfunded.asks(SEVEN), pence(expected));
    let inner = unfunded.group("NEL/inner");
    assert_eq!(inner.unplaced, Pence::new(89_887_876_01));
    assert!(inner.reasons.contains(Reason::OptedOutUnfunded));
}

#[test]
fn the_plan_s_578m_by_allocation_and_by_people() {
    // test_cases.csv T14 and T15 (derived there), £m to three places.
    let by_allocation = [63_557, 88_510, 82_571, 99_047, 80_139, 84_412, 79_765];
    let by_people = [60_819, 83_082, 74_144, 100_876, 87_190, 92_767, 79_123];
    let plan = [SIGNS, ("NEL.gap", "578m")];
    let people = [
        ("NEL.split", "Percent(rest: ResidentPopulation)"),
        ("NEL/inner.split", "Proportional(by: ResidentPopulation)"),
        ("NEL/outer.split", "Proportional(by: ResidentPopulation)"),
    ];
    let both = [plan.as_slice(), people.as_slice()].concat();
    for (changes, thousands) in [(plan.as_slice(), by_allocation), (both.as_slice(), by_people)] {
        let asks = year(changes).asks(SEVEN);
        assert_eq!(asks.into_iter().sum::<Pence>(), Pence::pounds(578_000_000));
        for (ask, expected) in asks.into_iter().zip(thousands) {
            let apart = ask - Pence::pounds(expected * 1_000);
            assert!(apart.abs() <= Pence::pounds(500), "{ask:?} is not {expected} thousand");
        }
    }
}

#[test]
fn city_and_hackney_is_two_councils() {
    // test_cases.csv T16: of 290,841 people 281,120 live in Hackney, 9,721 in the City.
    let scenario = scenario();
    let body = scenario.words.of(node_at(&scenario, "07T").unwrap());
    let shares: Vec<(&str, Share)> = body
        .councils
        .iter()
        .map(|share| (scenario.words.councils[share.council].id.as_str(), share.share))
        .collect();
    let percent = |thousandths: i64| Share::from_units(thousandths * Share::UNITS / 100_000);
    assert_eq!(shares, [("hackney", percent(96_658)), ("city-of-london", percent(3_342))]);
    assert!((281_120 * 100_000 / 290_841 - 96_658_i64).abs() <= 1);
}

#[test]
fn four_facts_are_not_met_and_the_model_decides_the_fifth() {
    let verdicts = |year: &Year| -> Vec<Option<bool>> {
        let tests = 0..year.scenario.words.key_tests.len();
        let read = tests.map(|test| Trial::read(&year.scenario, test).unwrap());
        read.map(|trial| trial.judge(&year.scenario, &year.outcome).passes).collect()
    };
    let facts = [Some(false); 4];
    assert_eq!(verdicts(&year(&[])), [&facts[..], &[Some(true)]].concat());
    let told = [("consulted.fact", "true"), ("gap-published.fact", "true")];
    let expected = [Some(true), Some(false), Some(false), Some(true), Some(true)];
    assert_eq!(verdicts(&year(&told)), expected);
    // If the pooled budget may be cut, all that City and Hackney is asked for comes out of it.
    let cut = year(&[SIGNS, ("07T/pooling.protection", "Open")]);
    assert_eq!(cut.programme("07T/pooling").cut, Pence::new(89_887_876_01));
    assert_eq!(verdicts(&cut), [&facts[..], &[Some(false)]].concat());
}

#[test]
fn shared_pathology_saves_only_with_homerton() {
    // 587m − 2m; without Homerton nothing of it.
    let saves = ("NEL/pathology.delivered", "100%");
    assert_eq!(year(&[saves]).system("NEL").ask, Pence::pounds(585_000_000));
    let without = year(&[saves, ("RQX.stance", "Refuses")]);
    assert_eq!(without.system("NEL").ask, Pence::pounds(587_000_000));
}

#[test]
fn a_penalty_would_fall_on_who_has_not_signed() {
    // None was found, so it stands at £0. At £1m for each: two had not signed, one of them refuses.
    let asked: Vec<(String, &str)> =
        SEVEN.iter().map(|id| (format!("{id}/new-money.amount"), "1m")).collect();
    let asked: Vec<(&str, &str)> = asked.iter().map(|(path, to)| (path.as_str(), *to)).collect();
    let lost = |year: &Year| SEVEN.map(|id| year.pounds(&format!("{id}.support_lost")).unwrap());
    assert_eq!(lost(&year(&[])), [0; 7]);
    assert_eq!(lost(&year(&asked)), [0, 1_000_000, 0, 0, 0, 0, 1_000_000]);
    // Giving up the refusal is not enough: it must have signed.
    let gives_in = [&asked[..], &[SIGNS]].concat();
    assert_eq!(lost(&year(&gives_in))[1], 1_000_000);
    let signed = [&gives_in[..], &[("07T.signed", "true")]].concat();
    assert_eq!(lost(&year(&signed)), [0, 0, 0, 0, 0, 0, 1_000_000]);
}

#[test]
fn the_pooled_budget_is_the_councils_too() {
    // £335m of the CCG, £111m of Hackney, £6m of the City: 452m. A council that refuses takes its
    // whole part.
    assert_eq!(year(&[]).pounds("07T/pooling.partners_lost"), Some(0));
    let hackney = ("hackney.stance", "Refuses");
    let without = year(&[hackney]);
    assert_eq!(without.pounds("07T/pooling.partners_lost"), Some(111_000_000));
    let neither = year(&[hackney, ("city-of-london.stance", "Refuses")]);
    assert_eq!(neither.pounds("07T/pooling.partners_lost"), Some(117_000_000));
}
