//! Levelling: those furthest above their target pay first, until all payers are equally far from it.

use super::bounds::sum;
use super::child::{Child, Quantity};
use super::evaluate::{Run, amounts, known, parts as fraction, pence};
use super::fault::Fault;
use super::number::{Number, Stop};
use super::proportional::within_bounds;
use super::reason::Reason;
use super::vector::Vector;
use crate::money::Share;
use num_integer::gcd;

/// What a child falls back from: it keeps `λ × run` of `height`, and pays the rest. A run of `None` is
/// one for everybody.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slope {
    pub(super) height: Quantity,
    pub(super) run: Option<Quantity>,
}

impl Slope {
    /// Height and run of a child, in pence.
    fn at(self, child: &Child) -> (i64, i64) {
        let read = |quantity| child.amount(quantity).unwrap_or_default().get();
        (read(self.height), self.run.map_or(1, read))
    }

    /// The same as numbers that can be worked with.
    fn numbers<I: Number>(self, child: &Child) -> (I, I) {
        let (height, run) = self.at(child);
        let step = self.run.map_or_else(I::one, |quantity| pence(run, child, quantity));
        (pence(height, child, self.height), step)
    }
}

/// Part of the way to level, the other part in proportion to baselines.
pub(super) fn levelling<I: Number>(
    run: &mut Run<'_, I>,
    pace: Share,
    amount: &I,
) -> Result<Vector<I>, Stop> {
    let unit = gcd(Share::UNITS, pace.units());
    let (parts, level) = (Share::UNITS / unit, pace.units() / unit);
    if level < 0 || level > parts {
        return Err(Fault::PaceOutOfRange.into());
    }
    let mut vector = levelled(run, amount)?;
    if level == parts {
        return Ok(vector);
    }
    let weights = amounts(run, Quantity::Baseline)?;
    // A pace takes no notice of bounds: they are not part of the rule.
    let bounds = std::mem::replace(&mut run.bounds, false);
    let flat = within_bounds(run, amount, weights);
    run.bounds = bounds;
    let mut flat = flat?;
    flat.stretch(&fraction(parts - level), &fraction(parts))?;
    if level == 0 {
        run.pool.give(vector.shares);
        return Ok(flat);
    }
    vector.stretch(&fraction(level), &fraction(parts))?;
    vector.add(&flat)?;
    run.pool.give(flat.shares);
    Ok(vector)
}

fn levelled<I: Number>(run: &mut Run<'_, I>, amount: &I) -> Result<Vector<I>, Stop> {
    for (index, child) in run.children.iter().enumerate() {
        known(child, index, Quantity::Baseline)?;
        if known(child, index, Quantity::Target)? == 0 {
            return Err(Fault::ZeroTarget { child: index }.into());
        }
    }
    let heights = amounts(run, Quantity::Baseline)?;
    let total = sum(&heights)?;
    if total <= *amount {
        let left = amount.minus(&total)?;
        return Ok(Vector::placed(heights, I::one()).leaving(left, Reason::CapacityExhausted));
    }
    run.pool.give(heights);
    let slope = Slope { height: Quantity::Baseline, run: Some(Quantity::Target) };
    equal_losses(run, amount, slope)
}

/// `max(0, height − λ × run)` with λ such that it adds up to an amount below the sum of heights.
pub(super) fn equal_losses<I: Number>(
    run: &mut Run<'_, I>,
    amount: &I,
    slope: Slope,
) -> Result<Vector<I>, Stop> {
    let mut order = std::mem::take(&mut run.pool.order);
    order.clear();
    order.extend(0..run.children.len());
    // The steepest first. Two amounts of pence always fit the product.
    order.sort_unstable_by(|&a, &b| {
        let ((a, run_a), (b, run_b)) = (slope.at(&run.children[a]), slope.at(&run.children[b]));
        let product = |x: i64, y: i64| i128::from(x) * i128::from(y);
        product(b, run_a).cmp(&product(a, run_b))
    });
    let mut shares = run.pool.take();
    shares.resize(run.children.len(), I::zero());
    // `above ÷ runs` is λ for the children so far; the next pays too if it stands above that.
    let (mut above, mut runs) = (I::zero().minus(amount)?, I::zero());
    let mut payers = 0;
    for &index in &order {
        let (height, step) = slope.numbers::<I>(&run.children[index]);
        if height.times(&runs)? <= above.times(&step)? {
            break;
        }
        above = above.plus(&height)?;
        runs = runs.plus(&step)?;
        payers += 1;
    }
    for &index in &order[..payers] {
        let (height, step) = slope.numbers::<I>(&run.children[index]);
        shares[index] = height.times(&runs)?.minus(&above.times(&step)?)?;
    }
    run.pool.order = order;
    let scale = if payers == 0 { I::one() } else { runs };
    Ok(Vector::placed(shares, scale))
}
