//! Conditional money: published examples of MECHANISM 3.8, each with its source, and its edges.
//!
//! T05, T06 and so on are rows of `test_cases.csv` in the project's data.

use super::year::Year;
use fairshare::document::parse;
use fairshare::engine::hangs_on;
use fairshare::model::Node;
use fairshare::money::Pence;
use fairshare::ron_text::Source;

/// One system of these bodies, each with its fields after id, name and kind.
fn system(fields: &str, bodies: &[(&str, &str)]) -> Year {
    let body = |(id, own): &(&str, &str)| {
        format!("(id: \"{id}\", name: \"{id}\", kind: Provider, {own}),")
    };
    let bodies = bodies.iter().map(body).collect::<Vec<_>>().concat();
    let text = format!(
        "(format: 1, title: \"t\", year: \"2016/17\", regions: [(id: \"R\", name: \"r\", systems: [
            (id: \"S\", name: \"s\", {fields} bodies: [{bodies}])])])"
    );
    Year::parse(&text)
}

#[test]
fn lancashire_loses_3_3m_for_missing_its_total_by_1_7m() {
    // T05, published: an unplanned £1.7m breaks the control total, £3.3m of the sustainability fund
    // is lost, £5.0m in all (campaign report of 29 Oct 2016). The total itself is not published;
    // nought stands for it.
    let fund = "support: [(id: \"stf\", name: \"STF\", amount: \"3.3m\")]";
    let year = system("", &[("T", &format!("control_total: 0, plan: \"-1.7m\", {fund}"))]);
    assert_eq!(year.pounds("T.margin"), Some(-1_700_000));
    assert_eq!(year.pounds("T.support_lost"), Some(3_300_000));
    let planned = year.after("T.plan", "0");
    assert_eq!(planned.pounds("T.position"), Some(3_300_000));
    // From +3.3m to −1.7m: 5.0m worse off.
    assert_eq!(year.pounds("T.position"), Some(-1_700_000));
    assert_eq!(hangs_on(&year.scenario, Node::Body(0)), Pence::pounds(3_300_000));
    // The edge itself: a penny short is as bad as a million.
    let penny = year.after("T.plan", "-0.01");
    assert_eq!(penny.pounds("T.support"), Some(0));
}

#[test]
fn the_fund_of_2016_weighs_finance_70_waits_12_5_emergency_12_5_cancer_5() {
    // T06, derived from the published rule (HFMA, 7 Jul 2016): of 100, waiting times and cancer are
    // met and A&E is missed: 70 + 12.5 + 0 + 5 = 87.5. If the control total is missed: nought.
    let fund = "support: [(id: \"stf\", name: \"STF\", amount: 100, conditions: [
        (id: \"rtt\", name: \"waits\", weight: \"12.5%\", met: true),
        (id: \"ae\", name: \"A&E\", weight: \"12.5%\", met: false),
        (id: \"cancer\", name: \"cancer\", weight: \"5%\", met: true)])]";
    let year = system("", &[("T", &format!("control_total: 0, plan: 0, {fund}"))]);
    assert_eq!(year.body("T").support.paid, Some(Pence::new(8_750)));
    let met = year.after("T/stf/ae.met", "true");
    assert_eq!(met.body("T").support.paid, Some(Pence::new(10_000)));
    let missed = year.after("T.plan", "-1");
    assert_eq!(missed.body("T").support.paid, Some(Pence::ZERO));
    // The missed condition's 12.5 hang on nothing any more.
    assert_eq!(hangs_on(&year.scenario, Node::Body(0)), Pence::new(8_750));
    // The parts are the whole, to the penny: of 101p finance 70.7, waits and A&E 12.625 each, cancer
    // 5.05. Whole pence 70, 12, 12, 5 leave 2; they go to finance (.7) and, of the tie, to `ae`.
    let odd = year.after("T/stf.amount", "1.01");
    assert_eq!(odd.body("T").support.paid, Some(Pence::new(71 + 12 + 5)));
}

#[test]
fn a_pound_above_the_total_earned_one_in_2016_and_two_in_2018() {
    // T07, published (HSJ 7014261): 1.0m above the total earns 1.0m, 2.0m better in all.
    let fund = "support: [(id: \"f\", name: \"F\", amount: 0, bonus: \"100%\")]";
    let year = system("", &[("T", &format!("control_total: 0, plan: \"1m\", {fund}"))]);
    assert_eq!(year.pounds("T.bonus"), Some(1_000_000));
    assert_eq!(year.pounds("T.position"), Some(2_000_000));
    // T08, derived from the published rate of 2018/19 (HSJ 7024063): 2.0m, 3.0m in all.
    let doubled = year.after("T/f.bonus", "200%");
    assert_eq!(doubled.pounds("T.bonus"), Some(2_000_000));
    assert_eq!(doubled.pounds("T.position"), Some(3_000_000));
    // Below the total there is none.
    assert_eq!(year.after("T.plan", "-1m").pounds("T.bonus"), Some(0));
}

#[test]
fn a_shared_control_total_lets_one_carry_the_other() {
    // T20, the rule (HSJ 7024669, 7026617): A is 5 above, B 5 below. Each on its own: A is paid and
    // B is not. Together they reach their total: both are. Each has a fund of 10.
    let body = |plan: &str, test: &str| {
        format!(
            "control_total: 0, plan: \"{plan}\",
             support: [(id: \"f\", name: \"F\", amount: \"10m\", test: {test})]"
        )
    };
    let year = |test: &str| system("", &[("A", &body("5m", test)), ("B", &body("-5m", test))]);
    let paid = |year: &Year| (year.pounds("A.support"), year.pounds("B.support"));
    assert_eq!(paid(&year("Own")), (Some(10_000_000), Some(0)));
    assert_eq!(paid(&year("System")), (Some(10_000_000), Some(10_000_000)));
    // Half of it linked, as in the rules for 2020/21 that never ran: B gets the half that hangs on
    // the system. The system as a whole is paid 15m and loses 5m.
    let half = year("Linked(\"50%\")");
    assert_eq!(paid(&half), (Some(10_000_000), Some(5_000_000)));
    assert_eq!(half.pounds("S.support"), Some(15_000_000));
    assert_eq!(half.pounds("S.support_lost"), Some(5_000_000));
    assert_eq!(half.pounds("S.position"), Some(15_000_000));
    // On each body's result its own half hangs, on the system's the other half of both.
    assert_eq!(hangs_on(&half.scenario, Node::Body(1)), Pence::pounds(5_000_000));
    assert_eq!(hangs_on(&half.scenario, Node::System(0)), Pence::pounds(10_000_000));
    // The lever is a dial: at nought it is each on its own, at 100 % all on the system.
    assert_eq!(paid(&half.after("B/f.test", "Linked(\"100%\")")).1, Some(10_000_000));
    assert_eq!(paid(&half.after("B/f.test", "Linked(\"0%\")")).1, Some(0));
}

#[test]
fn a_penalty_is_support_that_hangs_on_a_signature() {
    let fund = "support: [(id: \"new\", name: \"N\", amount: \"2m\", test: Signed)]";
    let year = |own: &str| system("gap: \"1m\",", &[("T", &format!("{own} {fund}"))]);
    // Who has neither refused nor is known not to have signed is paid, though no total is known.
    assert_eq!(year("").pounds("T.support"), Some(2_000_000));
    assert_eq!(hangs_on(&year("").scenario, Node::Body(0)), Pence::ZERO, "no result decides it");
    assert_eq!(year("signed: false,").pounds("T.support"), Some(0));
    assert_eq!(year("").after("T.stance", "Refuses").pounds("T.support_lost"), Some(2_000_000));
    assert_eq!(
        year("signed: true,").after("T.signed", "None").pounds("T.support"),
        Some(2_000_000)
    );
}

#[test]
fn what_hangs_on_an_unknown_figure_is_not_known() {
    let fund = "support: [(id: \"f\", name: \"F\", amount: \"2m\")]";
    let year = system("", &[("T", fund), ("U", "control_total: 0, plan: 0")]);
    assert_eq!(year.pounds("T.support"), None);
    assert_eq!(year.pounds("T.position"), None);
    assert_eq!(year.pounds("S.support"), None);
    // What has none has none, whatever is known of the others.
    assert_eq!(year.pounds("U.position"), Some(0));
}

#[test]
fn performance_earns_its_part_and_the_rest_stays_with_the_payer() {
    // Better Care Fund 2015/16, on the national sum (PAC HC 807; NAO by ITV, 8 Feb 2017): £253m for
    // 106,000 fewer emergency admissions; there were 87,000 more. Nothing is earned.
    let pay = "performance: [(id: \"p\", name: \"P\", amount: \"253m\", planned: -106_000,
        achieved: 87_000, unit: \"emergency admissions\")]";
    let year = system("", &[("T", pay)]);
    assert_eq!(year.pounds("T/p.paid"), Some(0));
    assert_eq!(year.pounds("T/p.kept"), Some(253_000_000));
    // Half of the plan earns half, all of it and more earns all of it, never more.
    let half = year.after("T/p.achieved", "-53000");
    assert_eq!(half.pounds("T/p.paid"), Some(126_500_000));
    assert_eq!(half.pounds("T/p.kept"), Some(126_500_000));
    assert_eq!(year.after("T/p.achieved", "-200000").pounds("T/p.paid"), Some(253_000_000));
    // Nothing planned earns nothing.
    assert_eq!(half.after("T/p.planned", "0").pounds("T/p.paid"), Some(0));
}

#[test]
fn weights_over_100_and_wrong_tests_are_faults() {
    let text =
        "(format: 1, title: \"t\", year: \"2016/17\", regions: [(id: \"R\", name: \"r\", systems: [
        (id: \"S\", name: \"s\", support: [
            (id: \"f\", name: \"F\", amount: 1, test: Sytem, conditions: [
                (id: \"a\", name: \"a\", weight: \"60%\", met: true),
                (id: \"a\", name: \"b\", weight: \"60%\", met: true)])],
         bodies: [(id: \"T\", name: \"t\", kind: Provider)])])])";
    let faults = parse(Source::new("a.ron", text)).unwrap_err().faults;
    let told: Vec<(&str, &str)> =
        faults.iter().map(|f| (f.code.text(), f.message.as_str())).collect();
    assert_eq!(
        told,
        [
            ("E015", "there is no test `Sytem`"),
            ("E041", "the weights of the conditions add up to 120%"),
            ("E030", "the id `a` is used twice"),
        ]
    );
}
