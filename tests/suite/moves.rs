//! Moving levers: what is refused leaves no trace, and what is taken back neither.
#![cfg(test)]

use super::region::{BEDS, BY_ALLOCATION, body, commissioner, group, pounds, region, system};
use super::year::Year;
use fairshare::document::{library, parse};
use fairshare::levers::{Field, History, Lever, Value, move_as_people_do, put, set_all};
use fairshare::model::{BodyKind, BodyRefusals, Limit, Measures, Node, Scenario, Stance};
use fairshare::money::{Pence, Share};
use fairshare::ron_text::Source;
use fairshare::split::{Layer, Rule};
use std::sync::Arc;

const S: Node = Node::System(0);
const G: Node = Node::Group(0);

fn lever(node: Node, field: Field) -> Lever {
    Lever { node, field }
}

fn money(amount: i64) -> Value {
    Value::Money(Some(pounds(amount)))
}

/// A system 10m short: two commissioners by allocation, and a trust of unknown size that is exempt.
fn one_system() -> Scenario {
    let exempt = body("E", BodyKind::Provider).with(|b| b.stance = Stance::Exempt);
    let bodies = [commissioner("P", 100), commissioner("Q", 300), exempt];
    let all = group("g").with(|g| g.split = Arc::new(BY_ALLOCATION)).bodies(bodies);
    let short = system("S").totals(0, -10_000_000).groups([all]).sized(BEDS, 600);
    region("R").systems([short]).build()
}

/// What is refused leaves the scenario as it was; answers the sentence.
fn refused(scenario: &Scenario, moves: &[(Lever, Value)]) -> String {
    let mut after = scenario.clone();
    let refusal = set_all(&mut after, moves).unwrap_err();
    assert_eq!(&after, scenario);
    if let [(lever, value)] = moves {
        assert_eq!(lever.set(&mut after, value).unwrap_err(), refusal);
        assert_eq!(&after, scenario);
    }
    refusal.message
}

#[test]
fn figures_worked_out_from_others_are_refused_and_not_written() {
    let scenario = one_system();
    // The gap follows from the totals; the allocation is the sum of the bodies'.
    refused(&scenario, &[(lever(S, Field::Gap), money(5))]);
    let allocation = Field::Measure(Measures::ALLOCATION);
    refused(&scenario, &[(lever(S, allocation), Value::Measure(Some(7)))]);
    // The system's beds are its own figure: without it they would be a sum of what is not known.
    refused(&scenario, &[(lever(S, Field::Measure(BEDS)), Value::Measure(None))]);
    refused(&scenario, &[(lever(Node::Body(0), allocation), Value::Measure(Some(-1)))]);
}

#[test]
fn several_moves_are_taken_back_through_figures_that_hide_others() {
    // Without a plan the stated gap shows; with one it is hidden, and nothing is stated there.
    let scenario = one_system();
    let unplanned = (lever(S, Field::Plan), Value::Money(None));
    let moves = [unplanned, (lever(S, Field::Gap), money(7_000_000))];
    let mut now = scenario.clone();
    let mut history = History::default();
    history.apply(&mut now, &moves, String::new()).unwrap();
    assert_eq!(now.systems[0].gap(), Some(pounds(7_000_000)));
    history.undo(&mut now).unwrap();
    assert_eq!(now, scenario);
    // The same with a last move that is refused.
    let [first, second] = moves;
    refused(&scenario, &[first, second, (lever(S, Field::Gap), money(-1))]);
}

#[test]
fn what_a_refusal_does_is_checked_at_the_groups() {
    let mut scenario = one_system();
    let refuses = Value::Stance(Stance::Refuses);
    lever(Node::Body(2), Field::Stance).set(&mut scenario, &refuses).unwrap();
    // Unfunded, the trust stands in its group's split again, and its allocation is not known.
    let unfunded = Value::BodyRefusals(BodyRefusals::Unfunded);
    let why = refused(&scenario, &[(lever(S, Field::Refusals), unfunded)]);
    assert_eq!(why, "The split at g cannot run: allocation is not known for E.");
}

#[test]
fn the_rule_of_a_system_without_groups_is_checked_where_it_is_kept() {
    let mut scenario = one_system();
    scenario.systems[0].ungrouped = true;
    let by_beds = Value::Rule(Arc::new(Rule::Proportional { by: BEDS }));
    let why = refused(&scenario, &[(lever(S, Field::Split), by_beds)]);
    assert_eq!(why, "The split at g cannot run: beds is not known for P.");
}

#[test]
fn a_limit_in_percent_of_a_sum_needs_every_part_of_it() {
    let mut scenario = one_system();
    let one_percent = Limit::PercentOf(Share::percent(1), Measures::ALLOCATION);
    lever(G, Field::Cap).set(&mut scenario, &Value::Limit(Some(one_percent))).unwrap();
    lever(G, Field::Split).set(&mut scenario, &Value::Rule(Arc::new(Rule::Equal))).unwrap();
    let unknown =
        (lever(Node::Body(0), Field::Measure(Measures::ALLOCATION)), Value::Measure(None));
    refused(&scenario, &[unknown]);
    let share = |percent| Limit::PercentOf(Share::percent(percent), Measures::ALLOCATION);
    for percent in [-1, 101] {
        refused(&scenario, &[(lever(G, Field::Cap), Value::Limit(Some(share(percent))))]);
    }
}

#[test]
fn who_is_named_in_a_layer_may_be_left_out() {
    // The first 3m by P, the rest by allocation; P is exempt, and its layer finds nobody.
    let mut scenario = one_system();
    let first = Layer { width: Some(pounds(3)), payers: Some(vec![0]), rule: Rule::Equal };
    let rest = Layer { width: None, payers: None, rule: BY_ALLOCATION };
    let layered = Value::Rule(Arc::new(Rule::Layered(vec![first, rest])));
    let exempt = Value::Stance(Stance::Exempt);
    let recover = fairshare::model::Recovery::Share(Share::ONE);
    let moves = [
        (lever(G, Field::Split), layered),
        (lever(Node::Body(0), Field::Stance), exempt),
        (lever(S, Field::Recover), Value::Recovery(recover)),
    ];
    set_all(&mut scenario, &moves).unwrap();
    let year = Year::of(scenario);
    assert_eq!(year.asks(["P", "Q", "E"]), [Pence::ZERO, pounds(9_999_997), Pence::ZERO]);
    assert_eq!(year.group("S/g").unplaced, pounds(3));
}

#[test]
fn a_share_that_is_tried_takes_from_the_others_of_its_split() {
    // 70 and 30: of 73 the others would make 103, so the providers give way to 27.
    let mut east = library("east-of-england-2019").unwrap();
    let change = ("MSE/commissioners.percent".to_owned(), "73%".to_owned());
    assert!(put(&mut east, std::slice::from_ref(&change)).is_err());
    move_as_people_do(&mut east, change).unwrap();
    let year = Year::of(east);
    assert_eq!(year.pounds("MSE/providers.ask"), Some(1_350_000));
    assert_eq!(year.pounds("07G.ask"), Some(499_429));
}

#[test]
fn what_a_lesson_lets_people_try_may_be_such_a_share() {
    let text = r#"(format: 1, title: "t", year: "2019/20", regions: [(id: "R", name: "R",
        offset: "5m", split: Percent, systems: [
            (id: "A", name: "A", gap: "10m"),
            (id: "B", name: "B", percent: "60%"),
            (id: "C", name: "C", percent: "40%")])],
        lessons: [(id: "one", number: 1, title: "t", about: "t", steps: [(situation: "t",
            play: (ask: "t", vary: "B.percent", watch: "B.ask", until: "{B.ask} >= 4m", by: "80%"))])])"#;
    let faults = parse(Source::new("a.ron", text)).map_err(|faulty| faulty.faults);
    assert!(faults.is_ok(), "{faults:?}");
}
