//! The rules that read what each child can be asked for: its gap, or its limit.
//!
//! All of them: if the amount is all the claims or more, everybody pays its claim.

use super::bounds::{Bound, Pot, fill, sum};
use super::child::Quantity;
use super::evaluate::{Run, amounts};
use super::levelling::{Slope, equal_losses};
use super::number::{Number, Stop};
use super::reason::Reason;
use super::vector::Vector;

/// In proportion to gaps.
pub(super) fn where_it_falls<I: Number>(
    run: &mut Run<'_, I>,
    amount: &I,
) -> Result<Vector<I>, Stop> {
    let gaps = amounts(run, Quantity::Gap)?;
    if sum(&gaps)? <= *amount {
        return everybody(gaps, amount);
    }
    fill(run, &Pot::pence(amount), gaps, |_| Bound::FREE)
}

/// The same each, up to each one's limit.
pub(super) fn equal_up_to_limit<I: Number>(
    run: &mut Run<'_, I>,
    amount: &I,
) -> Result<Vector<I>, Stop> {
    let limits = amounts(run, Quantity::Capacity)?;
    if sum(&limits)? <= *amount {
        return everybody(limits, amount);
    }
    same_each(run, limits, amount)
}

/// The same room for everybody.
pub(super) fn equal_headroom<I: Number>(
    run: &mut Run<'_, I>,
    amount: &I,
) -> Result<Vector<I>, Stop> {
    let limits = amounts(run, Quantity::Capacity)?;
    if sum(&limits)? <= *amount {
        return everybody(limits, amount);
    }
    run.pool.give(limits);
    same_room(run, amount)
}

/// The same each up to half of each limit, then the same room above the halves.
///
/// Worked out in half-pence: the claims are then the halves, and stay whole.
pub(super) fn contested_garment<I: Number>(
    run: &mut Run<'_, I>,
    amount: &I,
) -> Result<Vector<I>, Stop> {
    let mut limits = amounts(run, Quantity::Capacity)?;
    let total = sum(&limits)?;
    let twice = amount.plus(amount)?;
    if total <= *amount {
        return everybody(limits, amount);
    }
    let mut vector = if twice <= total {
        same_each(run, limits, &twice)?
    } else {
        let mut above = same_room(run, &twice.minus(&total)?)?;
        for (share, half) in above.shares.iter_mut().zip(limits.drain(..)) {
            *share = share.plus(&half.times(&above.scale)?)?;
        }
        run.pool.give(limits);
        above
    };
    vector.scale = vector.scale.plus(&vector.scale)?;
    Ok(vector)
}

fn everybody<I: Number>(claims: Vec<I>, amount: &I) -> Result<Vector<I>, Stop> {
    let left = amount.minus(&sum(&claims)?)?;
    Ok(Vector::placed(claims, I::one()).leaving(left, Reason::CapacityExhausted))
}

fn same_each<I: Number>(
    run: &mut Run<'_, I>,
    mut weights: Vec<I>,
    amount: &I,
) -> Result<Vector<I>, Stop> {
    weights.fill(I::one());
    fill(run, &Pot::pence(amount), weights, |child| Bound {
        floor: 0,
        cap: child.capacity.map(crate::money::Pence::get),
    })
}

fn same_room<I: Number>(run: &mut Run<'_, I>, amount: &I) -> Result<Vector<I>, Stop> {
    equal_losses(run, amount, Slope { height: Quantity::Capacity, run: None })
}
