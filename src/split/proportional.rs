//! Equal, proportional, fixed amounts, fixed percentages: the rules that are run most, so that
//! nothing here allocates once the buffers have grown.

use super::bounds::{Bound, Pot, fill, sum};
use super::child::{Child, Quantity};
use super::evaluate::{Run, parts, pence};
use super::fault::Fault;
use super::number::{Number, Stop};
use super::reason::Reason;
use super::rule::{Column, Shortfall};
use super::vector::Vector;
use crate::money::Share;
use num_integer::gcd;

/// The same amount each, within bounds.
pub(super) fn equal<I: Number>(run: &mut Run<'_, I>, amount: &I) -> Result<Vector<I>, Stop> {
    let mut weights = run.pool.take();
    weights.resize(run.children.len(), I::one());
    within_bounds(run, amount, weights)
}

/// In proportion to a measure, within bounds.
pub(super) fn proportional<I: Number>(
    run: &mut Run<'_, I>,
    by: Column,
    amount: &I,
) -> Result<Vector<I>, Stop> {
    let mut weights = run.pool.take();
    for index in 0..run.children.len() {
        weights.push(run.weight(index, by)?);
    }
    within_bounds(run, amount, weights)
}

/// In proportion to given weights, within bounds.
pub(super) fn within_bounds<I: Number>(
    run: &mut Run<'_, I>,
    amount: &I,
    weights: Vec<I>,
) -> Result<Vector<I>, Stop> {
    let pot = Pot::pence(amount);
    if run.bounds {
        fill(run, &pot, weights, Bound::of)
    } else {
        fill(run, &pot, weights, |_| Bound::FREE)
    }
}

/// Agreed amounts; those without one share the rest, within their bounds.
pub(super) fn fixed<I: Number>(
    run: &mut Run<'_, I>,
    rest: Option<Column>,
    amount: &I,
) -> Result<Vector<I>, Stop> {
    let mut agreed = run.pool.take();
    let agree = |child: &Child| {
        child.fixed.map_or_else(I::zero, |fixed| pence(fixed.get(), child, Quantity::Fixed))
    };
    agreed.extend(run.children.iter().map(agree));
    let total = sum(&agreed)?;
    if total > *amount {
        return scale_agreed(run, agreed, &total, amount);
    }
    let left = amount.minus(&total)?;
    if run.children.iter().all(|child| child.fixed.is_some()) {
        return Ok(Vector::placed(agreed, I::one()).leaving(left, Reason::FixedBelowDemand));
    }
    let weights = blank_weights(run, rest, |child| child.fixed.is_none())?;
    let bounds = run.bounds;
    let mut vector = fill(run, &Pot::pence(&left), weights, |child| {
        if bounds && child.fixed.is_none() { Bound::of(child) } else { Bound::FREE }
    })?;
    for (share, amount) in vector.shares.iter_mut().zip(&agreed) {
        *share = share.plus(&amount.times(&vector.scale)?)?;
    }
    run.pool.give(agreed);
    Ok(vector)
}

fn scale_agreed<I: Number>(
    run: &Run<'_, I>,
    mut agreed: Vec<I>,
    total: &I,
    amount: &I,
) -> Result<Vector<I>, Stop> {
    if run.terms.shortfall != Shortfall::Scale {
        return Err(Fault::FixedExceedAmount.into());
    }
    for share in &mut agreed {
        *share = share.times(amount)?;
    }
    let mut vector = Vector::placed(agreed, total.clone());
    vector.reasons.insert(Reason::FixedScaled);
    Ok(vector)
}

/// Agreed percentages; those without one share the rest.
pub(super) fn percent<I: Number>(
    run: &mut Run<'_, I>,
    rest: Option<Column>,
    amount: &I,
) -> Result<Vector<I>, Stop> {
    let Parts { unit, whole, left } = parts_of_one(run.children)?;
    let part = |child: &Child| -> I {
        child
            .percent
            .map_or_else(I::zero, |percent| pence(percent.units() / unit, child, Quantity::Percent))
    };
    let left = amount.times(&parts(left))?;
    if run.children.iter().all(|child| child.percent.is_some()) {
        let mut shares = run.pool.take();
        for child in run.children {
            shares.push(part(child).times(amount)?);
        }
        let vector = Vector::placed(shares, parts(whole));
        return Ok(vector.leaving(left, Reason::PercentBelow100));
    }
    let weights = blank_weights(run, rest, |child| child.percent.is_none())?;
    let pot = Pot { amount: left, unit: parts(whole) };
    let mut vector = fill(run, &pot, weights, |_| Bound::FREE)?;
    // The shares so far are over `parts × total weight`; agreed ones are over `parts`.
    let (times, _) = vector.scale.divide(&pot.unit);
    let times = times.times(amount)?;
    for (share, child) in vector.shares.iter_mut().zip(run.children) {
        *share = share.plus(&part(child).times(&times)?)?;
    }
    Ok(vector)
}

/// Percentages as whole parts of the fewest equal parts of one: 70 % and 30 % are 7 and 3 of 10.
struct Parts {
    /// Units of [`Share`] in a part.
    unit: i64,
    /// Parts in one.
    whole: i64,
    /// Parts that no percentage takes.
    left: i64,
}

fn parts_of_one(children: &[Child]) -> Result<Parts, Fault> {
    let (mut unit, mut left) = (Share::UNITS, Share::UNITS);
    for percent in children.iter().filter_map(|child| child.percent) {
        unit = gcd(unit, percent.units());
        left = left
            .checked_sub(percent.units())
            .filter(|&left| left >= 0)
            .ok_or(Fault::PercentAbove100)?;
    }
    Ok(Parts { unit, whole: Share::UNITS / unit, left: left / unit })
}

/// The weights of children that share a rest; nought for all others.
fn blank_weights<I: Number>(
    run: &mut Run<'_, I>,
    rest: Option<Column>,
    blank: impl Fn(&Child) -> bool,
) -> Result<Vec<I>, Stop> {
    let mut weights = run.pool.take();
    let mut alone = true;
    for (index, child) in run.children.iter().enumerate() {
        weights.push(match rest {
            _ if !blank(child) => I::zero(),
            Some(column) => run.weight(index, column)?,
            None if alone => {
                alone = false;
                I::one()
            }
            None => return Err(Fault::SeveralBlanks { child: index }.into()),
        });
    }
    Ok(weights)
}
