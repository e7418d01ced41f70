//! Worked examples of caps and floors under rules that do not keep them by themselves, in pence:
//! the rule is asked about the notional amount E whose shares, held within bounds, add up.
#![cfg(test)]

use fairshare::money::{Pence, Share};
use fairshare::split::{
    Child, Column, Layer, Problem, Reason, Reasons, Rule, Scratch, Weights, split,
};

const BY: Column = Column(0);

/// The shares, what is unplaced, and why.
type Outcome = (Vec<i64>, i64, Reasons);

/// Children that are told apart, and their measures.
fn solve(rule: &Rule, amount: i64, children: &[Child], weights: &[i128]) -> Outcome {
    let measure = |child: usize, _| weights.get(child).copied();
    let mut children = children.to_vec();
    for (child, rank) in children.iter_mut().zip(0..) {
        (child.rank, child.key) = (rank, 100 + rank);
    }
    let problem = Problem::new(Pence::new(amount), &children, Weights::Narrow(&measure));
    let mut shares = vec![Pence::ZERO; children.len()];
    let outcome = split(rule, &problem, &mut Scratch::default(), &mut shares).unwrap();
    let shares = shares.into_iter().map(Pence::get).collect();
    (shares, outcome.unplaced.get(), outcome.reasons)
}

fn placed(shares: &[i64]) -> Outcome {
    (shares.to_vec(), 0, Reasons::NONE)
}

fn capped(cap: i64, child: Child) -> Child {
    Child { cap: Some(Pence::new(cap)), ..child }
}

fn floored(floor: i64, child: Child) -> Child {
    Child { floor: Pence::new(floor), ..child }
}

fn agreed(amount: i64) -> Child {
    Child { fixed: Some(Pence::new(amount)), ..Child::default() }
}

fn gap(amount: i64) -> Child {
    Child { gap: Some(Pence::new(amount)), ..Child::default() }
}

fn limit(amount: i64) -> Child {
    Child { capacity: Some(Pence::new(amount)), ..Child::default() }
}

fn percent(percent: i64) -> Child {
    Child { percent: Some(Share::percent(percent)), ..Child::default() }
}

fn level(baseline: i64, target: i64) -> Child {
    let (baseline, target) = (Some(Pence::new(baseline)), Some(Pence::new(target)));
    Child { baseline, target, ..Child::default() }
}

fn layer(width: Option<i64>, payers: Option<Vec<u32>>, rule: Rule) -> Layer {
    Layer { width: width.map(Pence::new), payers, rule }
}

#[test]
fn an_agreed_amount_stands_when_another_is_capped() {
    let rule = Rule::Fixed { rest: None };
    let children = [capped(0, agreed(50)), agreed(50), Child::default()];
    // E = 150 gives 50, 50, 50, and the first is held at nought.
    assert_eq!(solve(&rule, 100, &children, &[]), placed(&[0, 50, 50]));
    // E = 250 gives 50, 50, 150.
    assert_eq!(solve(&rule, 200, &children, &[]), placed(&[0, 50, 150]));
    // E = 80 gives 40, 40, 0: the agreed amounts are scaled.
    let scaled = (vec![0, 40, 0], 0, Reasons::from(Reason::FixedScaled));
    assert_eq!(solve(&rule, 40, &children, &[]), scaled);
}

#[test]
fn nobody_pays_more_than_agreed_when_nobody_takes_the_rest() {
    let children = [capped(0, agreed(50)), agreed(50)];
    // No E gives the second more than 50.
    let short = (vec![0, 50], 50, Reasons::from(Reason::CapacityExhausted));
    assert_eq!(solve(&Rule::Fixed { rest: None }, 100, &children, &[]), short);
}

#[test]
fn a_floor_takes_from_agreed_amounts_if_it_must() {
    // 10 are left for the third, which must pay 20. E = 90 gives 45, 45, 0, and 20 makes 110.
    let children = [agreed(50), agreed(50), floored(20, Child::default())];
    let scaled = (vec![45, 45, 20], 0, Reasons::from(Reason::FixedScaled));
    assert_eq!(solve(&Rule::Fixed { rest: None }, 110, &children, &[]), scaled);
}

#[test]
fn the_next_layer_makes_up_for_a_capped_payer() {
    // 100 by the first, 300 equally, the rest at 5 : 1 : 2. Of 400: 200, 100, 100; held at 140, the
    // first leaves 60. E = 560 adds 160 × 1/8 = 20 and 160 × 2/8 = 40.
    let rule = Rule::Layered(vec![
        layer(Some(100), Some(vec![100]), Rule::Equal),
        layer(Some(300), None, Rule::Equal),
        layer(None, None, Rule::Proportional { by: BY }),
    ]);
    let children = [capped(140, Child::default()), Child::default(), Child::default()];
    assert_eq!(solve(&rule, 400, &children, &[5, 1, 2]), placed(&[140, 120, 140]));
}

#[test]
fn a_layer_far_above_the_amount_makes_up_for_it_too() {
    // The first pays the first million, but no more than 10: E = 1,000,000.40.
    let rule = Rule::Layered(vec![
        layer(Some(100_000_000), Some(vec![100]), Rule::Equal),
        layer(None, Some(vec![101]), Rule::Equal),
    ]);
    let children = [capped(10, Child::default()), Child::default()];
    assert_eq!(solve(&rule, 50, &children, &[]), placed(&[10, 40]));
}

#[test]
fn a_last_layer_leaves_what_a_capped_payer_cannot_pay() {
    // 100 equally, and no more layers: the second pays 50 of any E from 100 up.
    let rule = Rule::Layered(vec![layer(Some(100), None, Rule::Equal)]);
    let children = [capped(10, Child::default()), Child::default()];
    let capacity = Reasons::from(Reason::CapacityExhausted);
    assert_eq!(solve(&rule, 100, &children, &[]), (vec![10, 50], 40, capacity));
    // Of 130, the rule itself leaves 30.
    let mut both = capacity;
    both.insert(Reason::LayersExhausted);
    assert_eq!(solve(&rule, 130, &children, &[]), (vec![10, 50], 70, both));
}

#[test]
fn turns_inside_a_layer_are_filled_to_what_is_left_of_the_caps() {
    let by_turns = || layer(None, None, Rule::Priority { by: None });
    let turn = |turn, child| Child { turn: Some(turn), ..child };
    let children = [turn(1, capped(200, Child::default())), turn(2, Child::default())];
    // One layer is the rule itself: the first turn pays its 200, the second the other 400.
    assert_eq!(solve(&Rule::Layered(vec![by_turns()]), 600, &children, &[]), placed(&[200, 400]));
    // The first 100 are the first's alone: of the next 500 it has 100 left to pay.
    let first = || layer(Some(100), Some(vec![100]), Rule::Equal);
    let rule = Rule::Layered(vec![first(), by_turns()]);
    assert_eq!(solve(&rule, 600, &children, &[]), placed(&[200, 400]));
    // 5 equally is 2½ each; of a cap of 3 half a penny is left, so of 10 the second pays 7.
    let rule = Rule::Layered(vec![layer(Some(5), None, Rule::Equal), by_turns()]);
    let children = [turn(1, capped(3, Child::default())), turn(2, Child::default())];
    assert_eq!(solve(&rule, 10, &children, &[]), placed(&[3, 7]));
    // Both full: 3 and 4 of 10.
    let children = [children[0], turn(2, capped(4, Child::default()))];
    let capacity = Reasons::from(Reason::CapacityExhausted);
    assert_eq!(solve(&rule, 10, &children, &[]), (vec![3, 4], 3, capacity));
}

#[test]
fn a_floor_comes_out_of_everybody_elses_gap_in_proportion() {
    // Gaps 30, 70, 0; the third must pay 20. E = 80 gives 24, 56, 0.
    let children = [gap(30), gap(70), floored(20, gap(0))];
    assert_eq!(solve(&Rule::WhereItFalls, 100, &children, &[]), placed(&[24, 56, 20]));
    // Of 110, the rule leaves 10, which the floor takes first. E = 90 gives 27, 63, 0.
    assert_eq!(solve(&Rule::WhereItFalls, 110, &children, &[]), placed(&[27, 63, 20]));
}

#[test]
fn nobody_pays_more_than_its_gap() {
    // 80 are 40 and 40. The first pays 20, the second its whole 50 and no more.
    let children = [capped(20, gap(50)), gap(50)];
    let short = (vec![20, 50], 10, Reasons::from(Reason::CapacityExhausted));
    assert_eq!(solve(&Rule::WhereItFalls, 80, &children, &[]), short);
}

#[test]
fn a_blend_is_asked_as_a_whole() {
    // Half equally (which reads caps), half at 70/20/10 %. Of E = 1000 the halves are 50, 225, 225
    // and 350, 100, 50: together 400, 325, 275, and with the first held at 100 that is 700.
    let half = |rule| (Share::percent(50), rule);
    let rule = Rule::Blend(vec![half(Rule::Equal), half(Rule::Percent { rest: None })]);
    let children = [capped(100, percent(70)), percent(20), percent(10)];
    assert_eq!(solve(&rule, 700, &children, &[]), placed(&[100, 325, 275]));
}

#[test]
fn levelling_goes_further_down_when_one_is_capped() {
    // Baselines 1050/620/390, targets 1000/600/400, of 600. The first is held at 200; the others
    // pay 400 = 1010 − 1000 λ, so that λ is 0.61: 620 − 366 and 390 − 244. (E = 840.)
    let children = [capped(200, level(1050, 1000)), level(620, 600), level(390, 400)];
    let rule = Rule::Levelling { pace: Share::ONE };
    assert_eq!(solve(&rule, 600, &children, &[]), placed(&[200, 254, 146]));
}

#[test]
fn everybody_keeps_the_same_room_but_who_is_capped() {
    // Limits 100/200/300 of 300. Third held at 120; 100 − λ and 200 − λ are 180: λ is 60.
    let mut children = [limit(100), limit(200), capped(120, limit(300))];
    assert_eq!(solve(&Rule::EqualHeadroom, 300, &children, &[]), placed(&[40, 140, 120]));
    // No room at all makes 100 + 200 + 120 = 420.
    let short = (vec![100, 200, 120], 30, Reasons::from(Reason::CapacityExhausted));
    assert_eq!(solve(&Rule::EqualHeadroom, 450, &children, &[]), short);
    // Second held at 30: 120 + 30 leave 150, and the first has 100.
    children[1] = capped(30, limit(200));
    let short = (vec![100, 30, 120], 50, Reasons::from(Reason::CapacityExhausted));
    assert_eq!(solve(&Rule::EqualHeadroom, 300, &children, &[]), short);
}

#[test]
fn percentages_within_bounds_are_water_filling() {
    // 600 at 50/30/20, the first held at 120: 480 at 3 : 2.
    let children = [capped(120, percent(50)), percent(30), percent(20)];
    let rule = Rule::Percent { rest: None };
    assert_eq!(solve(&rule, 600, &children, &[]), placed(&[120, 288, 192]));
}

#[test]
fn what_percentages_leave_unplaced_stays_unplaced_but_for_floors() {
    let rule = Rule::Percent { rest: None };
    let open = Reasons::from(Reason::PercentBelow100);
    // 10 % of 100 each leaves 80; the first must pay 25, and the 15 come out of the 80.
    let children = [floored(25, percent(10)), percent(10)];
    assert_eq!(solve(&rule, 100, &children, &[]), (vec![25, 10], 65, open));
    // Held at 5, the first leaves 5 to the second, not all 85.
    let children = [capped(5, percent(10)), percent(10)];
    assert_eq!(solve(&rule, 100, &children, &[]), (vec![5, 15], 80, open));
}

#[test]
fn a_floor_in_the_second_turn_is_met_before_the_first_is_full() {
    // E = 80 gives 80, 0; with the floor of 20 that is 100.
    let turn = |turn| Child { turn: Some(turn), ..Child::default() };
    let children = [capped(90, turn(1)), floored(20, turn(2))];
    assert_eq!(solve(&Rule::Priority { by: None }, 100, &children, &[]), placed(&[80, 20]));
}

#[test]
fn floors_above_the_amount_are_scaled_under_every_rule() {
    // Gaps do not matter: 40 at 20 : 60.
    let children = [floored(20, gap(90)), floored(60, gap(10))];
    let scaled = (vec![10, 30], 0, Reasons::from(Reason::FloorsScaled));
    assert_eq!(solve(&Rule::WhereItFalls, 40, &children, &[]), scaled);
}
