//! Caps and floors: water-filling, `clamp(λ × weight, floor, cap)` with λ such that it adds up.
//!
//! Freezing every child that breaks a bound in a round is wrong where both kinds are broken. Each
//! round here freezes only the kind that weighs more (CSS Flexbox 9.7, "resolve flexible lengths").

use super::child::{Child, Quantity};
use super::evaluate::{Run, pence, whole};
use super::fault::Fault;
use super::number::{Number, Stop};
use super::pool::Hold;
use super::reason::Reason;
use super::rule::{Floors, Shortfall};
use super::vector::Vector;

/// The bounds of one child, in pence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bound {
    pub(super) floor: i64,
    pub(super) cap: Option<i64>,
}

impl Bound {
    /// No bounds.
    pub(super) const FREE: Self = Self { floor: 0, cap: None };

    /// The bounds of a child.
    pub(super) fn of(child: &Child) -> Self {
        Self { floor: child.floor.get(), cap: Self::cap(child) }
    }

    /// A child's cap alone.
    pub(super) fn cap(child: &Child) -> Option<i64> {
        child.cap.map(crate::money::Pence::get)
    }

    fn binds(self) -> bool {
        self.floor > 0 || self.cap.is_some()
    }
}

/// What is poured: an amount in units of `1 ÷ unit` of a penny.
pub(super) struct Pot<I> {
    pub(super) amount: I,
    pub(super) unit: I,
}

impl<I: Number> Pot<I> {
    /// A whole number of pence.
    pub(super) fn pence(amount: &I) -> Self {
        Self { amount: amount.clone(), unit: I::one() }
    }
}

/// Divides a pot in proportion to weights, each child within its bounds, floors as the terms say.
pub(super) fn fill<I: Number>(
    run: &mut Run<'_, I>,
    pot: &Pot<I>,
    weights: Vec<I>,
    bound: impl Fn(&Child) -> Bound,
) -> Result<Vector<I>, Stop> {
    if !run.children.iter().any(|child| bound(child).binds()) {
        return spread(pot, weights);
    }
    let floors = sum_of_floors(run, &bound)?;
    if floors.times(&pot.unit)? > pot.amount {
        return scale_floors(run, pot, weights, |child| bound(child).floor);
    }
    if run.terms.floors == Floors::Minimum {
        return pour(run, pot, weights, bound);
    }
    let amount = pot.amount.minus(&floors.times(&pot.unit)?)?;
    let above = Pot { amount, unit: pot.unit.clone() };
    let mut vector = pour(run, &above, weights, |child| {
        let Bound { floor, cap } = bound(child);
        Bound { floor: 0, cap: cap.map(|cap| cap.saturating_sub(floor)) }
    })?;
    for (share, child) in vector.shares.iter_mut().zip(run.children) {
        let floor = pence(bound(child).floor, child, Quantity::Floor);
        *share = share.plus(&vector.scale.times(&floor)?)?;
    }
    Ok(vector)
}

/// No bounds: everything in proportion to weights.
fn spread<I: Number>(pot: &Pot<I>, mut shares: Vec<I>) -> Result<Vector<I>, Stop> {
    let total = sum(&shares)?;
    if total.is_zero() {
        let vector = Vector::placed(shares, pot.unit.clone());
        return Ok(vector.leaving(pot.amount.clone(), Reason::ZeroTotalWeight));
    }
    for share in &mut shares {
        *share = share.times(&pot.amount)?;
    }
    Ok(Vector::placed(shares, total.times(&pot.unit)?))
}

/// Floors above the amount: refused, or scaled down in proportion.
pub(super) fn scale_floors<I: Number>(
    run: &Run<'_, I>,
    pot: &Pot<I>,
    mut shares: Vec<I>,
    floor: impl Fn(&Child) -> i64,
) -> Result<Vector<I>, Stop> {
    if run.terms.shortfall == Shortfall::Refuse {
        return Err(Fault::FloorsExceedAmount.into());
    }
    shares.clear();
    shares.extend(run.children.iter().map(|c| pence::<I>(floor(c), c, Quantity::Floor)));
    let mut vector = spread(pot, shares)?;
    vector.reasons.insert(Reason::FloorsScaled);
    Ok(vector)
}

/// Water-filling of a pot that covers the floors.
fn pour<I: Number>(
    run: &mut Run<'_, I>,
    pot: &Pot<I>,
    weights: Vec<I>,
    bound: impl Fn(&Child) -> Bound,
) -> Result<Vector<I>, Stop> {
    let mut holds = std::mem::take(&mut run.pool.holds);
    holds.clear();
    // What has no weight stays at its floor, even when all others are full.
    let held = |weight: &I| if weight.is_zero() { Hold::Floor } else { Hold::Free };
    holds.extend(weights.iter().map(held));
    let mut filling = Filling { children: run.children, pot, weights, holds, bound };
    let vector = filling.settle();
    run.pool.holds = filling.holds;
    vector
}

struct Filling<'a, I, B> {
    children: &'a [Child],
    pot: &'a Pot<I>,
    weights: Vec<I>,
    holds: Vec<Hold>,
    bound: B,
}

/// What is left for the children that nothing holds, and their weights together.
struct Level<I> {
    rest: I,
    total: I,
}

impl<I: Number, B: Fn(&Child) -> Bound> Filling<'_, I, B> {
    fn settle(&mut self) -> Result<Vector<I>, Stop> {
        let worthless = self.holds.iter().all(|&hold| hold != Hold::Free);
        loop {
            let level = self.level()?;
            if level.total.is_zero() {
                let reason =
                    if worthless { Reason::ZeroTotalWeight } else { Reason::CapacityExhausted };
                let full = self.shares(&level)?;
                return Ok(full.leaving(level.rest, reason));
            }
            if !self.hold_more(&level)? {
                return self.shares(&level);
            }
        }
    }

    fn level(&self) -> Result<Level<I>, Stop> {
        let mut level = Level { rest: self.pot.amount.clone(), total: I::zero() };
        for (index, weight) in self.weights.iter().enumerate() {
            match self.held(index) {
                None => level.total = level.total.plus(weight)?,
                Some((0, _)) => {}
                Some((amount, quantity)) => {
                    let held = pence(amount, &self.children[index], quantity);
                    level.rest = level.rest.minus(&self.pot.unit.times(&held)?)?;
                }
            }
        }
        Ok(level)
    }

    /// Holds the children that break the kind of bound that weighs more; whether there are any.
    fn hold_more(&mut self, level: &Level<I>) -> Result<bool, Stop> {
        let scale = self.pot.unit.times(&level.total)?;
        let (mut over, mut under) = (I::zero(), I::zero());
        for (index, weight) in self.weights.iter().enumerate() {
            if self.holds[index] != Hold::Free {
                continue;
            }
            let Bound { floor, cap } = (self.bound)(&self.children[index]);
            let share = level.rest.times(weight)?;
            if let Some(cap) = cap {
                let most = scale.times(&whole(cap))?;
                if share > most {
                    over = over.plus(&share.minus(&most)?)?;
                    self.holds[index] = Hold::AboveCap;
                    continue;
                }
            }
            let least = scale.times(&whole(floor))?;
            if share < least {
                under = under.plus(&least.minus(&share)?)?;
                self.holds[index] = Hold::BelowFloor;
            }
        }
        let broken = !(over.is_zero() && under.is_zero());
        for hold in &mut self.holds {
            *hold = match *hold {
                Hold::AboveCap if over >= under => Hold::Cap,
                Hold::BelowFloor if under >= over => Hold::Floor,
                Hold::AboveCap | Hold::BelowFloor => Hold::Free,
                settled => settled,
            };
        }
        Ok(broken)
    }

    fn shares(&mut self, level: &Level<I>) -> Result<Vector<I>, Stop> {
        let full = level.total.is_zero();
        let times = if full { I::one() } else { level.total.clone() };
        let scale = self.pot.unit.times(&times)?;
        let mut shares = std::mem::take(&mut self.weights);
        for (index, share) in shares.iter_mut().enumerate() {
            *share = match self.held(index) {
                None => share.times(&level.rest)?,
                Some((amount, quantity)) => {
                    scale.times(&pence(amount, &self.children[index], quantity))?
                }
            };
        }
        Ok(Vector::placed(shares, scale))
    }

    fn held(&self, index: usize) -> Option<(i64, Quantity)> {
        let bound = (self.bound)(&self.children[index]);
        match self.holds[index] {
            Hold::Cap => bound.cap.map(|cap| (cap, Quantity::Cap)),
            Hold::Floor => Some((bound.floor, Quantity::Floor)),
            _ => None,
        }
    }
}

/// What the floors come to, in pence.
pub(super) fn sum_of_floors<I: Number>(
    run: &Run<'_, I>,
    bound: impl Fn(&Child) -> Bound,
) -> Result<I, Stop> {
    run.children.iter().try_fold(I::zero(), |sum: I, child| sum.plus(&whole(bound(child).floor)))
}

/// The sum of some numbers.
pub(super) fn sum<I: Number>(numbers: &[I]) -> Result<I, Stop> {
    numbers.iter().try_fold(I::zero(), |sum: I, number| sum.plus(number))
}
