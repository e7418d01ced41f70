//! Part by one rule, part by another: exact vectors are blended, and rounded only afterwards.

use super::evaluate::{Run, evaluate, parts as fraction};
use super::fault::Fault;
use super::number::{Number, Stop};
use super::rule::Rule;
use super::vector::Vector;
use crate::money::Share;
use num_integer::gcd;

/// Each part of one, by its own rule.
pub(super) fn blend<I: Number>(
    run: &mut Run<'_, I>,
    parts: &[(Share, Rule)],
    amount: &I,
) -> Result<Vector<I>, Stop> {
    if !is_one(parts) {
        return Err(Fault::BlendNotOne.into());
    }
    let mut shares = run.pool.take();
    shares.resize(run.children.len(), I::zero());
    let mut blended = Vector::placed(shares, I::one());
    for (share, rule) in parts.iter().filter(|(share, _)| *share != Share::ZERO) {
        let mut part = evaluate(run, rule, amount)?;
        let unit = gcd(Share::UNITS, share.units());
        part.stretch(&fraction(share.units() / unit), &fraction(Share::UNITS / unit))?;
        part.reduce();
        blended.add(&part)?;
        run.pool.give(part.shares);
    }
    Ok(blended)
}

/// Whether the parts are shares of one that add up to it.
pub(super) fn is_one(parts: &[(Share, Rule)]) -> bool {
    let sum: i128 = parts.iter().map(|(share, _)| i128::from(share.units())).sum();
    sum == i128::from(Share::UNITS) && parts.iter().all(|(share, _)| *share >= Share::ZERO)
}
