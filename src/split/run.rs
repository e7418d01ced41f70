//! The way in: a rule is worked out exactly, in `i128` and if need be again in big integers, bounds
//! and refusals are applied, and the result is rounded once.

use super::evaluate::{Run, evaluate};
use super::fault::Fault;
use super::notional::evaluate_within_bounds;
use super::number::{Number, Read, Stop};
use super::pool::Pool;
use super::problem::{Problem, Reach, Split, Weights};
use super::reason::Reason;
use super::round::round;
use super::rule::{Charge, Column, Rule};
use super::vector::Vector;
use crate::money::Pence;
use num_bigint::BigInt;

/// Room for working that the caller keeps from one split to the next.
#[derive(Debug, Default)]
pub struct Scratch {
    narrow: Pool<i128>,
    wide: Pool<BigInt>,
}

/// Divides an amount over children: `shares` gets one share for each child, in their order.
///
/// Shares and what is unplaced add up to the amount (to the nearest unit, where that is more than a
/// penny). What [`can_run`](super::can_run) refuses should not come here: some of it is refused
/// again, and some (bands that fall, say) gives shares that add up but mean nothing.
///
/// # Errors
/// A [`Fault`] if the rule cannot be run on these children, or not for this amount.
pub fn split(
    rule: &Rule,
    problem: &Problem<'_>,
    scratch: &mut Scratch,
    shares: &mut [Pence],
) -> Result<Split, Fault> {
    let Scratch { narrow, wide } = scratch;
    let outcome = match problem.weights {
        Weights::Narrow(weights) => match attempt(rule, problem, (weights, narrow), shares) {
            Err(Stop::TooWide) => {
                let widened = |child, column| weights(child, column).map(BigInt::from);
                attempt(rule, problem, (&widened, wide), shares)
            }
            outcome => outcome,
        },
        Weights::Wide(weights) => attempt(rule, problem, (weights, wide), shares),
    };
    outcome.map_err(|stop| match stop {
        Stop::Fault(fault) => fault,
        // Big integers always fit; only shares beyond `i64` pence come here, and none enter.
        Stop::TooWide => Fault::AmountTooLarge,
    })
}

type Measures<'a, I> = &'a dyn Fn(usize, Column) -> Option<I>;

fn attempt<I: Number>(
    rule: &Rule,
    problem: &Problem<'_>,
    (weights, pool): (Measures<'_, I>, &mut Pool<I>),
    shares: &mut [Pence],
) -> Result<Split, Stop> {
    let vector = exact(rule, problem, (weights, &mut *pool))?;
    let reasons = vector.reasons;
    let unplaced = round(pool, &vector, problem, shares)?;
    pool.give(vector.shares);
    Ok(Split { unplaced, reasons })
}

/// The exact shares of a problem, bounds and refusals applied.
pub(super) fn exact<I: Number>(
    rule: &Rule,
    problem: &Problem<'_>,
    (weights, pool): (Measures<'_, I>, &mut Pool<I>),
) -> Result<Vector<I>, Stop> {
    let amount = I::read(i128::from(problem.amount.get()).abs(), Read::Amount);
    let mut run =
        Run { children: problem.children, weights, terms: problem.terms, bounds: true, pool };
    let mut vector = if problem.reach == Reach::WhereRead || binds_by_itself(rule) {
        evaluate(&mut run, rule, &amount)?
    } else {
        evaluate_within_bounds(&mut run, rule, &amount)?
    };
    leave_refused(&run, &mut vector)?;
    Ok(vector)
}

/// Whether the rule's own definition keeps every child within its bounds.
fn binds_by_itself(rule: &Rule) -> bool {
    match rule {
        Rule::Equal | Rule::Proportional { .. } | Rule::Banded { charge: Charge::Scaled, .. } => {
            true
        }
        Rule::OnTerms(_, rule) => binds_by_itself(rule),
        _ => false,
    }
}

/// Moves the shares of children that refuse, and that nobody picks up, to what is unplaced.
fn leave_refused<I: Number>(run: &Run<'_, I>, vector: &mut Vector<I>) -> Result<(), Stop> {
    for (child, share) in run.children.iter().zip(&mut vector.shares) {
        if child.unfunded && !share.is_zero() {
            vector.unplaced = vector.unplaced.plus(share)?;
            vector.reasons.insert(Reason::OptedOutUnfunded);
            *share = I::zero();
        }
    }
    Ok(())
}
