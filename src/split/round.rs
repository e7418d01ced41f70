//! The one rounding of a split: largest remainder over the shares and what is unplaced.

use super::number::{Number, Stop};
use super::pool::Pool;
use super::problem::Problem;
use super::vector::Vector;
use crate::money::{Part, Pence, apportion};

/// Writes whole shares, with the sign of the amount, and returns what is unplaced.
pub(super) fn round<I: Number>(
    pool: &mut Pool<I>,
    vector: &Vector<I>,
    problem: &Problem<'_>,
    shares: &mut [Pence],
) -> Result<Pence, Stop> {
    let unit = problem.unit.get().max(1);
    let scale = if unit == 1 {
        vector.scale.clone()
    } else {
        vector.scale.times(&I::from(i128::from(unit)))?
    };
    let inverse = scale.inverse();
    pool.parts.clear();
    let mut given = 0_i64;
    let ranks = problem.children.iter().map(|child| child.rank);
    // What is unplaced is one more entry, behind every id.
    let entries = vector.shares.iter().zip(ranks).chain([(&vector.unplaced, u32::MAX)]);
    for (share, rank) in entries {
        let (whole, rest) = share.divide_quickly(&scale, inverse);
        let whole = whole.to_i64().ok_or(Stop::TooWide)?;
        given = given.checked_add(whole).ok_or(Stop::TooWide)?;
        pool.parts.push(Part { whole, rest, rank });
    }
    let units = half_up(problem.amount.get().unsigned_abs(), unit.unsigned_abs());
    let missing = units.saturating_sub(given.unsigned_abs());
    let missing = usize::try_from(missing).map_err(|_| Stop::TooWide)?;
    apportion(&mut pool.parts, &mut pool.order, missing);
    let sign = if problem.amount < Pence::ZERO { -unit } else { unit };
    let signed = |part: &Part<I>| Pence::new(part.whole.saturating_mul(sign));
    let Some((unplaced, placed)) = pool.parts.split_last() else { return Ok(problem.amount) };
    debug_assert!(shares.len() >= placed.len(), "a place for every child's share");
    for (share, part) in shares.iter_mut().zip(placed) {
        *share = signed(part);
    }
    Ok(signed(unplaced))
}

/// The number of units nearest to so many pence.
fn half_up(pence: u64, unit: u64) -> u64 {
    let (whole, rest) = (pence / unit, pence % unit);
    whole + u64::from(rest >= unit - rest)
}
