//! The rules that place an amount bit by bit: turns, and layers.

use super::bounds::{Bound, Pot, fill};
use super::child::Child;
use super::evaluate::{Run, evaluate};
use super::number::{Number, Read, Stop};
use super::reason::{Reason, Reasons};
use super::rule::{Column, Layer};
use super::vector::Vector;
use crate::money::Pence;

/// Each turn is filled to its caps before the next one pays.
pub(super) fn priority<I: Number>(
    run: &mut Run<'_, I>,
    by: Option<Column>,
    amount: &I,
) -> Result<Vector<I>, Stop> {
    let mut vector = nothing(run);
    let mut rest = amount.clone();
    let mut reason = Reason::ZeroTotalWeight;
    let mut turn = next_turn(run, None);
    while let Some(now) = turn {
        let mut filled = one_turn(run, by, now, &rest)?;
        if !filled.reasons.contains(Reason::ZeroTotalWeight) {
            reason = Reason::CapacityExhausted;
        }
        // A turn that leaves anything is full: its caps are whole, and so is what it leaves.
        rest = std::mem::replace(&mut filled.unplaced, I::zero());
        filled.reasons = Reasons::NONE;
        vector.add(&filled)?;
        run.pool.give(filled.shares);
        turn = next_turn(run, turn).filter(|_| !rest.is_zero());
    }
    let rest = rest.times(&vector.scale)?;
    Ok(vector.leaving(rest, reason))
}

/// The turn that comes after this one; those without a turn come last.
fn next_turn<I: Number>(run: &Run<'_, I>, last: Option<u64>) -> Option<u64> {
    run.children.iter().map(|child| turn_of(child.turn)).filter(|&turn| Some(turn) > last).min()
}

fn turn_of(turn: Option<u32>) -> u64 {
    turn.map_or(u64::MAX, u64::from)
}

fn one_turn<I: Number>(
    run: &mut Run<'_, I>,
    by: Option<Column>,
    turn: u64,
    amount: &I,
) -> Result<Vector<I>, Stop> {
    let mut weights = run.pool.take();
    for (index, child) in run.children.iter().enumerate() {
        weights.push(match by {
            _ if turn_of(child.turn) != turn => I::zero(),
            Some(column) => run.weight(index, column)?,
            None => I::one(),
        });
    }
    // Turns mean nothing without caps: inside a layer it is what the layers before it leave of them.
    fill(run, &Pot::pence(amount), weights, |child| Bound {
        floor: 0,
        cap: Bound::cap(child).filter(|_| turn_of(child.turn) == turn),
    })
}

/// Each slice of the amount is divided by its own rule over its own payers.
pub(super) fn layered<I: Number>(
    run: &mut Run<'_, I>,
    layers: &[Layer],
    amount: &I,
) -> Result<Vector<I>, Stop> {
    let mut vector = nothing(run);
    let mut rest = amount.clone();
    // A cap is on the sum of what a child pays in all layers, so no layer alone can apply it; turns
    // see what is left of it.
    let bounds = std::mem::replace(&mut run.bounds, false);
    for layer in layers {
        let slice = layer.width.map_or_else(
            || rest.clone(),
            |width| I::read(i128::from(width.get()), Read::Edge).min(rest.clone()),
        );
        if slice.is_zero() {
            continue;
        }
        rest = rest.minus(&slice)?;
        let part = one_layer(run, layer, (&slice, &vector))?;
        vector.add(&part)?;
        run.pool.give(part.shares);
    }
    run.bounds = bounds;
    if !rest.is_zero() {
        vector.unplaced = vector.unplaced.plus(&rest.times(&vector.scale)?)?;
        vector.reasons.insert(Reason::LayersExhausted);
    }
    Ok(vector)
}

fn one_layer<I: Number>(
    run: &mut Run<'_, I>,
    layer: &Layer,
    (slice, paid): (&I, &Vector<I>),
) -> Result<Vector<I>, Stop> {
    if layer.payers.is_none() && run.children.iter().all(|child| child.cap.is_none()) {
        return evaluate(run, &layer.rule, slice);
    }
    let (mut children, mut places) = std::mem::take(&mut run.pool.payers);
    let pays = |key| layer.payers.as_ref().is_none_or(|keys| keys.contains(&key));
    for (index, child) in run.children.iter().enumerate().filter(|(_, child)| pays(child.key)) {
        let cap = child.cap.map(|cap| (cap - whole_pence(paid, index)).at_least_zero());
        children.push(Child { cap, ..*child });
        places.push(index);
    }
    let part = among(run, (&children, &places), layer, slice);
    children.clear();
    places.clear();
    run.pool.payers = (children, places);
    part
}

/// What a child pays so far, rounded down: the caps on the whole then take what is too much.
fn whole_pence<I: Number>(paid: &Vector<I>, index: usize) -> Pence {
    let (pence, _) = paid.shares[index].divide(&paid.scale);
    Pence::new(pence.to_i64().unwrap_or(i64::MAX))
}

/// A layer's rule over its payers alone; the others pay nothing.
fn among<I: Number>(
    run: &mut Run<'_, I>,
    (children, places): (&[Child], &[usize]),
    layer: &Layer,
    slice: &I,
) -> Result<Vector<I>, Stop> {
    let weights = run.weights;
    let measures = |index: usize, column| weights(places[index], column);
    let (terms, pool) = (run.terms, &mut *run.pool);
    let mut inner = Run { children, weights: &measures, terms, bounds: false, pool };
    let part = evaluate(&mut inner, &layer.rule, slice).map_err(|stop| match stop {
        Stop::Fault(fault) => Stop::Fault(fault.moved(|index| places[index])),
        Stop::TooWide => stop,
    })?;
    let mut whole = Vector { shares: nothing(run).shares, ..part };
    for (&index, share) in places.iter().zip(&part.shares) {
        whole.shares[index].clone_from(share);
    }
    run.pool.give(part.shares);
    Ok(whole)
}

fn nothing<I: Number>(run: &mut Run<'_, I>) -> Vector<I> {
    let mut shares = run.pool.take();
    shares.resize(run.children.len(), I::zero());
    Vector::placed(shares, I::one())
}
