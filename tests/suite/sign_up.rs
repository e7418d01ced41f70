//! Sign-up: who would sign, and what a refusal does to the others, worked by hand.

use super::exports::unchanged;
use fairshare::document::{library, parse};
use fairshare::engine::{Answer, Sides, Signature, compute, refusal_choices, sides};
use fairshare::levers::{Field, Lever, Value, node_at};
use fairshare::model::{Node, Scenario, Stance};
use fairshare::money::Pence;
use fairshare::report::Form;
use fairshare::ron_text::Source;

fn london() -> Scenario {
    library("north-east-london-2017").unwrap()
}

fn northshire() -> Scenario {
    let text = include_str!("../northshire.ron");
    parse(Source::new("northshire.ron", text)).unwrap().scenario
}

fn at(scenario: &Scenario, path: &str) -> Node {
    node_at(scenario, path).unwrap()
}

fn asked(scenario: &Scenario, sides: &Sides, path: &str) -> (i64, i64) {
    let node = at(scenario, path);
    let own = sides.asks.iter().find(|own| own.node == node).unwrap();
    (own.signs.unwrap().get(), own.refuses.unwrap().get())
}

fn signature(scenario: &Scenario, path: &str) -> Signature {
    Signature::of(scenario, &compute(scenario), at(scenario, path))
}

#[test]
fn four_facts_and_a_figure_decide_whether_city_and_hackney_would_sign() {
    let mut scenario = london();
    // The pooled budget is protected: nothing is cut from it, so the fifth test passes.
    let reported = signature(&scenario, "07T");
    assert_eq!((reported.met(), reported.tests.len()), (1, 5));
    assert_eq!((reported.would_sign(), reported.answer()), (Some(false), Answer::Refuses));
    for fact in 0..4 {
        let lever = Lever { node: Node::KeyTest(fact), field: Field::Fact };
        lever.set(&mut scenario, &Value::Yes(true)).unwrap();
    }
    let ticked = signature(&scenario, "07T");
    assert_eq!((ticked.met(), ticked.would_sign()), (5, Some(true)));
    assert_eq!(ticked.answer(), Answer::Refuses, "the verdict is not the stance");
    // Without its stance its tests say what it would do; who has none is as the source reports.
    let stance = Lever { node: at(&scenario, "07T"), field: Field::Stance };
    stance.set(&mut scenario, &Value::Stance(Stance::Contributes)).unwrap();
    assert_eq!(signature(&scenario, "07T").answer(), Answer::WouldSign);
    assert_eq!(signature(&scenario, "08W").answer(), Answer::NotSigned);
    assert_eq!(signature(&scenario, "08M").answer(), Answer::Signed);
    assert_eq!(signature(&scenario, "R1H").answer(), Answer::NotKnown);
}

#[test]
fn what_cannot_be_known_decides_nothing() {
    let mut scenario = northshire();
    // West Vale’s only test: asked for no more than £1.6m; it is asked for £1.5m.
    assert_eq!(signature(&scenario, "WV").would_sign(), Some(true));
    assert_eq!(signature(&scenario, "VH").would_sign(), None, "it states no test");
    // East Vale’s fact is ticked; without its cost, whether the crisis line is late is not known.
    let fact = Lever { node: Node::KeyTest(2), field: Field::Fact };
    fact.set(&mut scenario, &Value::Yes(true)).unwrap();
    assert_eq!(signature(&scenario, "EV").would_sign(), Some(false));
    let cost = Lever { node: at(&scenario, "EV/crisis-line"), field: Field::AnnualCost };
    cost.set(&mut scenario, &Value::Money(None)).unwrap();
    assert_eq!(signature(&scenario, "EV").would_sign(), None);
}

#[test]
fn the_others_are_compared_with_it_and_without_it() {
    let scenario = london();
    let now = sides(&scenario, at(&scenario, "07T")).unwrap();
    // The head of the scenario works these out.
    assert_eq!(asked(&scenario, &now, "07T"), (89_887_876_01, 0));
    assert_eq!(asked(&scenario, &now, "08M"), (100_588_920_61, 118_777_421_73));
    assert_eq!(asked(&scenario, &now, "07L"), (64_546_472_38, 76_217_773_53));
    assert_eq!(now.unplaced, (Pence::ZERO, Pence::ZERO));
    // It is the same from the other side: as if it had signed.
    let mut signs = scenario.clone();
    let stance = Lever { node: at(&scenario, "07T"), field: Field::Stance };
    stance.set(&mut signs, &Value::Stance(Stance::Contributes)).unwrap();
    assert_eq!(sides(&signs, at(&scenario, "07T")).unwrap(), now);
}

#[test]
fn each_choice_for_a_refusal_is_worked_out() {
    let scenario = london();
    let choices = refusal_choices(&scenario, at(&scenario, "07T"));
    let words: Vec<_> = choices.iter().map(|own| (own.words, own.in_use)).collect();
    assert_eq!(
        words,
        [
            ("the others carry it", true),
            ("nobody carries it", false),
            ("its own group carries it", false)
        ]
    );
    let nobody = choices[1].sides.as_ref().unwrap();
    assert_eq!(asked(&scenario, nobody, "08M"), (100_588_920_61, 100_588_920_61));
    assert_eq!(nobody.unplaced, (Pence::ZERO, Pence::new(89_887_876_01)));
    let group = choices[2].sides.as_ref().unwrap();
    assert_eq!(asked(&scenario, group, "08M").1, 149_118_055_03);
    assert_eq!(asked(&scenario, group, "08W"), (81_007_033_88, 81_007_033_88));
}

#[test]
fn a_system_that_refuses_leaves_its_pool() {
    let scenario = library("east-of-england-2019").unwrap();
    let system = at(&scenario, "MSE");
    // £25m over five is £5m each; over four £6.25m each.
    let own = sides(&scenario, system).unwrap();
    let pence = |pounds: i64| Some(Pence::pounds(pounds));
    let of_others = own.asks.iter().filter(|own| own.node != system && own.signs != pence(0));
    let of_others: Vec<_> = of_others.map(|own| (own.signs, own.refuses)).collect();
    assert_eq!(of_others, [(pence(5_000_000), pence(6_250_000)); 4]);
    let nobody = &refusal_choices(&scenario, system)[1];
    let unplaced = nobody.sides.as_ref().unwrap().unplaced;
    assert_eq!(unplaced, (Pence::ZERO, Pence::pounds(5_000_000)));
}

#[test]
fn a_council_withdraws_its_part_of_joint_programmes_and_asks_nobody_for_more() {
    let scenario = london();
    let council = at(&scenario, "hackney");
    let own = sides(&scenario, council).unwrap();
    assert!(own.asks.is_empty());
    let withdrawn: Vec<_> = own.withdrawn.iter().map(|own| (own.signs, own.refuses)).collect();
    assert_eq!(withdrawn, [(Some(Pence::pounds(111_000_000)), Some(Pence::ZERO))]);
    assert!(refusal_choices(&scenario, council).is_empty());
}

#[test]
fn a_saving_that_needs_a_partner_and_support_for_its_signature_go_with_it() {
    let mut scenario = london();
    let set = |scenario: &mut Scenario, path: &str, field, value| {
        Lever { node: at(scenario, path), field }.set(scenario, &value).unwrap();
    };
    let whole = fairshare::money::Share::ONE;
    set(&mut scenario, "NEL/pathology", Field::Delivered, Value::Share(Some(whole)));
    let penalty = Value::Money(Some(Pence::pounds(3_000_000)));
    set(&mut scenario, "07T/new-money", Field::Amount, penalty);
    // Homerton’s refusal ends the £2m that pathology would save: the gap left open is £2m more, and
    // all of it is asked of the seven.
    let homerton = sides(&scenario, at(&scenario, "RQX")).unwrap();
    let saved: Vec<_> = homerton.withdrawn.iter().map(|own| (own.signs, own.refuses)).collect();
    assert_eq!(saved, [(Some(Pence::pounds(2_000_000)), Some(Pence::ZERO))]);
    let sum = |read: fn(&fairshare::engine::Weighed) -> Option<Pence>| {
        homerton.asks.iter().map(read).sum::<Option<Pence>>().unwrap()
    };
    assert_eq!(sum(|own| own.signs), Pence::pounds(585_000_000));
    assert_eq!(sum(|own| own.refuses), Pence::pounds(587_000_000));
    let hackney = sides(&scenario, at(&scenario, "07T")).unwrap();
    let support: Vec<_> = hackney.withdrawn.iter().map(|own| (own.signs, own.refuses)).collect();
    assert_eq!(support, [(Some(Pence::pounds(3_000_000)), Some(Pence::ZERO))]);
}

#[test]
fn the_text_says_a_key_test_by_names_and_with_units() {
    // One programme with the tag is 4 months late, the other has no cost: of one reading none is the
    // worst. An id is for files.
    let text = unchanged(&northshire(), Form::Text);
    let line = |words: &str| {
        let found = text.lines().find(|line| line.contains(words));
        found.unwrap_or_else(|| unreachable!("no “{words}” in\n{text}")).to_owned()
    };
    let late = line("No mental health programme");
    assert!(
        late.contains("East Vale CCG: No mental") && late.ends_with("fails (4 months)."),
        "{late}"
    );
    let asked = line("is asked for no more than");
    assert!(asked.ends_with("passes (£1,500,000.00)."), "{asked}");
}
