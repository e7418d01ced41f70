//! Caps and floors under rules that do not keep all of them by themselves.
//!
//! If a bound would be broken, the rule is asked about a notional amount instead: the one at which
//! its shares, each held between floor and cap, add up to what it places of the real one. What a
//! floor needs comes first out of what the rule leaves unplaced.
//!
//! The shares of every rule grow with the amount, and so do those held between bounds: a larger
//! amount never lowers a share. Sharing out anew what a cap gives back would not keep that.

use super::bounds::{Bound, Pot, scale_floors, sum, sum_of_floors};
use super::child::{Child, Quantity};
use super::evaluate::{Run, evaluate, pence, whole};
use super::number::{Number, Stop};
use super::reason::{Reason, Reasons};
use super::rule::{Rule, Shortfall};
use super::vector::Vector;
use std::cmp::Ordering;

/// How far a search goes, as powers of two by which the notional amount grows one after the other.
///
/// Together they are 2^127 times the amount: a weight may be 28 digits less than another.
const GROWTH: [u32; 7] = [1, 2, 4, 8, 16, 32, 64];

/// The exact shares of an amount that is not negative, each within its bounds.
pub(super) fn evaluate_within_bounds<I: Number>(
    run: &mut Run<'_, I>,
    rule: &Rule,
    amount: &I,
) -> Result<Vector<I>, Stop> {
    let mut vector = evaluate(run, rule, amount)?;
    if !hold(run.children, &mut vector)? {
        return Ok(vector);
    }
    if sum_of_floors(run, Bound::of)? > *amount {
        return scale_floors(run, &Pot::pence(amount), vector.shares, |child| child.floor.get());
    }
    // What is refused was decided on the real amount.
    run.terms.shortfall = Shortfall::Scale;
    settle(run, rule, amount, vector)
}

/// The shares of the notional amount, given those of the real one, held within bounds.
fn settle<I: Number>(
    run: &mut Run<'_, I>,
    rule: &Rule,
    amount: &I,
    vector: Vector<I>,
) -> Result<Vector<I>, Stop> {
    let all = amount.times(&vector.scale)?;
    let placed = all.minus(&vector.unplaced)?;
    let held = sum(&vector.shares)?;
    let aim = held.clone().max(placed).min(all);
    let common = aim.gcd(&vector.scale);
    let goal = Pot { amount: aim.divide(&common).0, unit: vector.scale.divide(&common).0 };
    let left = amount.times(&goal.unit)?.minus(&goal.amount)?;
    let why = if left.is_zero() { Reasons::NONE } else { vector.reasons.of_unplaced() };
    let mut search = Search { run, rule, goal };
    let real = Asked { amount: amount.clone(), vector: search.measure(vector)? };
    let mut vector = match held.cmp(&aim) {
        Ordering::Less => search.above(real)?,
        Ordering::Equal => real.vector,
        Ordering::Greater => search.below(real)?,
    };
    let scaled = vector.reasons.contains(Reason::FixedScaled);
    vector.reasons = why;
    if scaled {
        vector.reasons.insert(Reason::FixedScaled);
    }
    if !vector.unplaced.is_zero() {
        vector.reasons.insert(Reason::CapacityExhausted);
    }
    let left = left.times(&vector.scale.divide(&search.goal.unit).0)?;
    vector.unplaced = vector.unplaced.plus(&left)?;
    Ok(vector)
}

/// Brings each share within its bounds; whether any was outside.
fn hold<I: Number>(children: &[Child], vector: &mut Vector<I>) -> Result<bool, Stop> {
    let mut broken = false;
    for (child, share) in children.iter().zip(&mut vector.shares) {
        let Bound { floor, cap } = Bound::of(child);
        let least = if floor > 0 {
            vector.scale.times(&pence(floor, child, Quantity::Floor))?
        } else {
            I::zero()
        };
        if *share < least {
            *share = least;
            broken = true;
        }
        let Some(cap) = cap else { continue };
        let most = vector.scale.times(&pence(cap, child, Quantity::Cap))?;
        if *share > most {
            *share = most;
            broken = true;
        }
    }
    Ok(broken)
}

/// What a rule gives of a notional amount, each share held within its bounds.
struct Asked<I> {
    amount: I,
    /// What is "unplaced" here is missing from the goal; below nought, it is in excess of it.
    vector: Vector<I>,
}

/// The search for the notional amount whose shares add up to a goal.
struct Search<'a, 'b, I> {
    run: &'a mut Run<'b, I>,
    rule: &'a Rule,
    goal: Pot<I>,
}

impl<I: Number> Search<'_, '_, I> {
    /// Above an amount that gives too little; the most there is, if the goal is out of reach.
    fn above(&mut self, mut low: Asked<I>) -> Result<Vector<I>, Stop> {
        for power in GROWTH {
            let high = self.ask(low.amount.times(&I::from(1 << power))?)?;
            if high.vector.unplaced <= I::zero() {
                return self.between(low, high);
            }
            self.replace(&mut low, high);
        }
        Ok(low.vector)
    }

    /// Below an amount that gives too much.
    fn below(&mut self, high: Asked<I>) -> Result<Vector<I>, Stop> {
        // Of nothing, everybody pays its floor.
        let low = self.ask(I::zero())?;
        self.between(low, high)
    }

    /// Halves the way from too little to enough until it is a penny, and divides that in proportion.
    fn between(&mut self, mut low: Asked<I>, mut high: Asked<I>) -> Result<Vector<I>, Stop> {
        let two: I = whole(2);
        loop {
            let (middle, _) = low.amount.plus(&high.amount)?.divide(&two);
            if middle == low.amount {
                return mix(low.vector, high.vector);
            }
            let asked = self.ask(middle)?;
            let enough = asked.vector.unplaced <= I::zero();
            self.replace(if enough { &mut high } else { &mut low }, asked);
        }
    }

    fn ask(&mut self, amount: I) -> Result<Asked<I>, Stop> {
        let mut vector = evaluate(self.run, self.rule, &amount)?;
        hold(self.run.children, &mut vector)?;
        Ok(Asked { amount, vector: self.measure(vector)? })
    }

    /// Notes what is missing from the goal, over a denominator that the goal's divides.
    fn measure(&self, mut vector: Vector<I>) -> Result<Vector<I>, Stop> {
        let Pot { amount, unit } = &self.goal;
        let (times, _) = unit.divide(&vector.scale.gcd(unit));
        vector.unplaced = I::zero();
        vector.stretch(&times, &times)?;
        let goal = amount.times(&vector.scale.divide(unit).0)?;
        vector.unplaced = goal.minus(&sum(&vector.shares)?)?;
        Ok(vector)
    }

    fn replace(&mut self, old: &mut Asked<I>, new: Asked<I>) {
        let old = std::mem::replace(old, new);
        self.run.pool.give(old.vector.shares);
    }
}

/// Part of a vector that misses its goal and part of one that reaches it, so as to meet it exactly.
fn mix<I: Number>(mut low: Vector<I>, mut high: Vector<I>) -> Result<Vector<I>, Stop> {
    if high.unplaced.is_zero() {
        return Ok(high);
    }
    let common = low.scale.gcd(&high.scale);
    let missing = low.unplaced.times(&high.scale.divide(&common).0)?;
    let excess = I::zero().minus(&high.unplaced)?.times(&low.scale.divide(&common).0)?;
    let both = missing.plus(&excess)?;
    low.stretch(&excess, &both)?;
    high.stretch(&missing, &both)?;
    low.add(&high)?;
    Ok(low)
}
