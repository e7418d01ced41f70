//! Worked examples of every split rule, in pence. Each expectation is worked out by hand beside it
//! or comes from the page of rules (`RULES.md`).
#![cfg(test)]

use fairshare::money::{Pence, Share};
use fairshare::split::{
    Band, Charge, Child, Column, Fault, Floors, Layer, Problem, Quantity, Reason, Reasons, Rule,
    Scratch, Shortfall, Terms, Weights, can_run, split,
};

const BY: Column = Column(0);

/// The shares, what is unplaced, and why, under the running model's terms.
fn solve(
    rule: &Rule,
    amount: i64,
    children: &[Child],
    weights: &[i128],
) -> (Vec<i64>, i64, Reasons) {
    try_solve(rule, amount, children, weights).unwrap()
}

fn try_solve(
    rule: &Rule,
    amount: i64,
    children: &[Child],
    weights: &[i128],
) -> Result<(Vec<i64>, i64, Reasons), Fault> {
    let measure = |child: usize, _| weights.get(child).copied();
    can_run(rule, children, Weights::Narrow(&measure))?;
    let problem = Problem::new(Pence::new(amount), children, Weights::Narrow(&measure));
    let mut shares = vec![Pence::ZERO; children.len()];
    let outcome = split(rule, &problem, &mut Scratch::default(), &mut shares)?;
    let shares = shares.into_iter().map(Pence::get).collect();
    Ok((shares, outcome.unplaced.get(), outcome.reasons))
}

/// Children that differ in one thing.
fn with<T: Copy>(values: &[T], set: impl Fn(&mut Child, T)) -> Vec<Child> {
    let children = values.iter().zip(0..).map(|(&value, rank)| {
        let mut child = Child { key: 100 + rank, rank, ..Child::default() };
        set(&mut child, value);
        child
    });
    children.collect()
}

fn plain(count: usize) -> Vec<Child> {
    with(&vec![(); count], |_, ()| ())
}

fn limited(limits: &[i64]) -> Vec<Child> {
    with(limits, |child, limit| child.capacity = Some(Pence::new(limit)))
}

fn placed(shares: &[i64]) -> (Vec<i64>, i64, Reasons) {
    (shares.to_vec(), 0, Reasons::NONE)
}

const PROPORTIONAL: Rule = Rule::Proportional { by: BY };

#[test]
fn equal_is_the_same_each_and_the_first_id_takes_the_odd_penny() {
    assert_eq!(solve(&Rule::Equal, 100, &plain(3), &[]), placed(&[34, 33, 33]));
    assert_eq!(solve(&Rule::Equal, -100, &plain(3), &[]), placed(&[-34, -33, -33]));
}

#[test]
fn proportional_follows_the_measure() {
    // 600 at 50/30/20.
    assert_eq!(solve(&PROPORTIONAL, 600, &plain(3), &[50, 30, 20]), placed(&[300, 180, 120]));
    let (shares, unplaced, reasons) = solve(&PROPORTIONAL, 600, &plain(2), &[0, 0]);
    assert_eq!((shares, unplaced), (vec![0, 0], 600), "never equally, when all is nought");
    assert_eq!(reasons, Reason::ZeroTotalWeight.into());
}

#[test]
fn caps_and_floors_together_are_not_frozen_naively() {
    // Weights 8/1/1 of 1000; cap 400 on the first, floor 150 on the second: both others get 300.
    // Freezing both in the first round would give 400, 150, 450: unequal for equal weights.
    let mut children = plain(3);
    children[0].cap = Some(Pence::new(400));
    children[1].floor = Pence::new(150);
    assert_eq!(solve(&PROPORTIONAL, 1000, &children, &[8, 1, 1]), placed(&[400, 300, 300]));
}

#[test]
fn a_base_floor_is_paid_first() {
    // Floors of 10 each, then 67 − 40 = 27 by 0/10/20/30: 0, 4.5, 9, 13.5 (alpha-min), here in tenths.
    let children = with(&[100; 4], |child, floor| child.floor = Pence::new(floor));
    let terms = Terms { floors: Floors::Base, shortfall: Shortfall::Refuse };
    let rule = Rule::OnTerms(terms, Box::new(PROPORTIONAL));
    let expected = placed(&[100, 145, 190, 235]);
    assert_eq!(solve(&rule, 670, &children, &[0, 10, 20, 30]), expected);
}

#[test]
fn floors_above_the_amount_are_scaled_or_refused() {
    let children = with(&[60, 180], |child, floor| child.floor = Pence::new(floor));
    // 120 at 60 : 180 is 30 and 90.
    let scaled = (vec![30, 90], 0, Reasons::from(Reason::FloorsScaled));
    assert_eq!(solve(&Rule::Equal, 120, &children, &[]), scaled);
    let terms = Terms { shortfall: Shortfall::Refuse, ..Terms::default() };
    let rule = Rule::OnTerms(terms, Box::new(Rule::Equal));
    assert_eq!(try_solve(&rule, 120, &children, &[]), Err(Fault::FloorsExceedAmount));
}

#[test]
fn fixed_amounts_leave_the_rest_to_the_others() {
    let children =
        with(&[Some(40), None, None], |child, fixed| child.fixed = fixed.map(Pence::new));
    let rule = Rule::Fixed { rest: Some(BY) };
    // 100 − 40 = 60 at 1 : 2.
    assert_eq!(solve(&rule, 100, &children, &[9, 1, 2]), placed(&[40, 20, 40]));
    let blanks = try_solve(&Rule::Fixed { rest: None }, 100, &children, &[]);
    assert_eq!(blanks, Err(Fault::SeveralBlanks { child: 2 }));
    let only = solve(&Rule::Fixed { rest: None }, 100, &children[..2], &[]);
    assert_eq!(only, placed(&[40, 60]));
}

#[test]
fn fixed_amounts_above_the_amount_are_scaled_and_below_it_leave_a_rest() {
    let children = with(&[30, 90], |child, fixed| child.fixed = Some(Pence::new(fixed)));
    let rule = Rule::Fixed { rest: None };
    // 60 at 30 : 90 is 15 and 45.
    let scaled = (vec![15, 45], 0, Reasons::from(Reason::FixedScaled));
    assert_eq!(solve(&rule, 60, &children, &[]), scaled);
    let short = (vec![30, 90], 5, Reasons::from(Reason::FixedBelowDemand));
    assert_eq!(solve(&rule, 125, &children, &[]), short);
}

#[test]
fn percentages_are_of_the_amount() {
    let percents = |all: &[i64]| with(all, |child, p| child.percent = Some(Share::percent(p)));
    let rule = Rule::Percent { rest: None };
    assert_eq!(solve(&rule, 500, &percents(&[70, 30]), &[]), placed(&[350, 150]));
    // A quarter of 500 has no payer.
    let short = (vec![250, 125], 125, Reasons::from(Reason::PercentBelow100));
    assert_eq!(solve(&rule, 500, &percents(&[50, 25]), &[]), short);
    let over = try_solve(&rule, 500, &percents(&[70, 31]), &[]);
    assert_eq!(over, Err(Fault::PercentAbove100));
    let mut blank = percents(&[40, 0, 0]);
    (blank[1].percent, blank[2].percent) = (None, None);
    // 60 % of 500 is 300, at 1 : 3.
    let rest = solve(&Rule::Percent { rest: Some(BY) }, 500, &blank, &[0, 1, 3]);
    assert_eq!(rest, placed(&[200, 75, 225]));
}

#[test]
fn each_pays_for_its_own_gap() {
    let children = with(&[500, 300, 200], |child, gap| child.gap = Some(Pence::new(gap)));
    assert_eq!(solve(&Rule::WhereItFalls, 600, &children, &[]), placed(&[300, 180, 120]));
    let all = (vec![500, 300, 200], 1, Reasons::from(Reason::CapacityExhausted));
    assert_eq!(solve(&Rule::WhereItFalls, 1001, &children, &[]), all);
}

#[test]
fn the_claims_rules_give_the_published_numbers() {
    // Limits 100/200/300 (Ketubot 93a; RULES sections 6 to 8); a third of 100 is 33⅓.
    let children = limited(&[100, 200, 300]);
    let solve = |rule: &Rule, amount| solve(rule, amount, &children, &[]);
    assert_eq!(solve(&Rule::EqualUpToLimit, 300), placed(&[100, 100, 100]));
    assert_eq!(solve(&Rule::EqualUpToLimit, 400), placed(&[100, 150, 150]));
    assert_eq!(solve(&Rule::EqualHeadroom, 100), placed(&[0, 0, 100]));
    assert_eq!(solve(&Rule::EqualHeadroom, 200), placed(&[0, 50, 150]));
    assert_eq!(solve(&Rule::EqualHeadroom, 300), placed(&[0, 100, 200]));
    assert_eq!(solve(&Rule::ContestedGarment, 100), placed(&[34, 33, 33]));
    assert_eq!(solve(&Rule::ContestedGarment, 200), placed(&[50, 75, 75]));
    assert_eq!(solve(&Rule::ContestedGarment, 300), placed(&[50, 100, 150]));
    assert_eq!(solve(&Rule::ContestedGarment, 400), placed(&[50, 125, 225]));
    let full = (vec![100, 200, 300], 50, Reasons::from(Reason::CapacityExhausted));
    assert_eq!(solve(&Rule::ContestedGarment, 650), full);
}

#[test]
fn the_first_turn_is_filled_before_the_second_and_no_turn_comes_last() {
    // A reserve of 250 first, then 2 : 1 over 750 (RULES section 13); who has no turn pays nothing.
    let mut children = with(&[Some(1), Some(2), Some(2), None], |child, turn| child.turn = turn);
    children[0].cap = Some(Pence::new(250));
    let rule = Rule::Priority { by: Some(BY) };
    assert_eq!(solve(&rule, 1000, &children, &[1, 2, 1, 9]), placed(&[250, 500, 250, 0]));
    let nobody = try_solve(&rule, 1, &plain(2), &[1, 1]);
    assert_eq!(nobody, Err(Fault::NoTurns));
}

fn layer(width: Option<i64>, payers: Option<Vec<u32>>, rule: Rule) -> Layer {
    Layer { width: width.map(Pence::new), payers, rule }
}

#[test]
fn layers_are_divided_each_by_its_own_rule() {
    // 600: 100 all to the first, 300 equally, the other 200 at 50/30/20: 300, 160, 140.
    let rule = Rule::Layered(vec![
        layer(Some(100), Some(vec![100]), Rule::Equal),
        layer(Some(300), None, Rule::Equal),
        layer(None, None, PROPORTIONAL),
    ]);
    assert_eq!(solve(&rule, 600, &plain(3), &[50, 30, 20]), placed(&[300, 160, 140]));
    let short = Rule::Layered(vec![layer(Some(90), None, Rule::Equal)]);
    let beyond = (vec![45, 45], 10, Reasons::from(Reason::LayersExhausted));
    assert_eq!(solve(&short, 100, &plain(2), &[]), beyond);
}

#[test]
fn a_layer_names_its_payers_and_faults_name_the_right_child() {
    let named = |key, rule| Rule::Layered(vec![layer(None, Some(vec![key]), rule)]);
    // Payers that take no part are passed over; here nobody is left to pay.
    let nobody = solve(&named(7, Rule::Equal), 1, &plain(2), &[]);
    assert_eq!(nobody, (vec![0, 0], 1, Reasons::from(Reason::NoClaimants)));
    let missing = try_solve(&named(101, PROPORTIONAL), 1, &plain(2), &[5]);
    assert_eq!(missing, Err(Fault::Missing { child: 1, quantity: Quantity::Weight }));
}

#[test]
fn levelling_asks_those_furthest_above_their_target() {
    // Baselines 1050/620/390, targets 1000/600/400, 600: λ = 1460/2000 = 0.73.
    let children = with(&[(1050, 1000), (620, 600), (390, 400)], |child, (has, should)| {
        (child.baseline, child.target) = (Some(Pence::new(has)), Some(Pence::new(should)));
    });
    let level = |pace| Rule::Levelling { pace: Share::percent(pace) };
    assert_eq!(solve(&level(100), 600, &children, &[]), placed(&[320, 182, 98]));
    // Half of that and half of 600 × 1050/2060 …: 312.913, 181.291, 105.796.
    assert_eq!(solve(&level(50), 600, &children, &[]), placed(&[313, 181, 106]));
    // 600 × 1050/2060 = 305.825, 180.583, 113.592.
    assert_eq!(solve(&level(0), 600, &children, &[]), placed(&[306, 180, 114]));
    assert_eq!(try_solve(&level(101), 1, &children, &[]), Err(Fault::PaceOutOfRange));
}

#[test]
fn bands_are_marginal() {
    // 0 to 250 at 0 %, to 400 at 20 %, above at 40 %: 500 gives 30 + 40 = 70, 300 gives 10.
    let band = |upto, percent| Band { upto, rate: Share::percent(percent) };
    let bands = vec![band(Some(250), 0), band(Some(400), 20), band(None, 40)];
    let rule = |charge| Rule::Banded { by: BY, bands: bands.clone(), charge };
    let weights = [500, 300, 200];
    let scaled = solve(&rule(Charge::Scaled), 600, &plain(3), &weights);
    assert_eq!(scaled, placed(&[525, 75, 0]));
    let as_it_is = solve(&rule(Charge::AsItIs { per_penny: 1 }), 600, &plain(3), &weights);
    assert_eq!(as_it_is, (vec![70, 10, 0], 520, Reasons::from(Reason::BandsBelowDemand)));
    let above = try_solve(&rule(Charge::AsItIs { per_penny: 1 }), 79, &plain(3), &weights);
    assert_eq!(above, Err(Fault::BandsExceedAmount));
}

#[test]
fn a_blend_is_rounded_once() {
    // 30 % equal and 70 % at 500/300/200 of 600: 60 + 210, 60 + 126, 60 + 84.
    let part = |percent, rule| (Share::percent(percent), rule);
    let rule = Rule::Blend(vec![part(30, Rule::Equal), part(70, PROPORTIONAL)]);
    assert_eq!(solve(&rule, 600, &plain(3), &[500, 300, 200]), placed(&[270, 186, 144]));
    let short = Rule::Blend(vec![part(30, Rule::Equal), part(69, PROPORTIONAL)]);
    assert_eq!(try_solve(&short, 600, &plain(3), &[1, 1, 1]), Err(Fault::BlendNotOne));
}

#[test]
fn who_refuses_unfunded_leaves_its_share_unplaced() {
    let mut children = plain(3);
    children[1].unfunded = true;
    let open = (vec![300, 0, 120], 180, Reasons::from(Reason::OptedOutUnfunded));
    assert_eq!(solve(&PROPORTIONAL, 600, &children, &[50, 30, 20]), open);
}

#[test]
fn nobody_to_pay_is_a_reason_and_a_missing_measure_a_fault() {
    let nobody = (vec![], 7, Reasons::from(Reason::NoClaimants));
    assert_eq!(solve(&Rule::Equal, 7, &[], &[]), nobody);
    let missing = Err(Fault::Missing { child: 1, quantity: Quantity::Weight });
    assert_eq!(try_solve(&PROPORTIONAL, 7, &plain(2), &[1]), missing);
}
