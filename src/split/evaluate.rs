//! One rule on one amount, exactly: which file works it out, and what all of them read.

use super::child::{Child, Quantity};
use super::fault::Fault;
use super::number::{Number, Read, Stop};
use super::pool::Pool;
use super::reason::Reason;
use super::rule::{Column, Rule, Terms};
use super::vector::Vector;
use super::{banded, blend, claims, layers, levelling, proportional};
use crate::money::Pence;

/// What a rule reads while it is worked out.
pub(super) struct Run<'a, I> {
    pub(super) children: &'a [Child],
    pub(super) weights: &'a dyn Fn(usize, Column) -> Option<I>,
    pub(super) terms: Terms,
    /// Whether rules that read caps and floors see them: not inside a layer, which is only a slice;
    /// turns there see what is left of the caps.
    pub(super) bounds: bool,
    pub(super) pool: &'a mut Pool<I>,
}

impl<I: Number> Run<'_, I> {
    /// The measure of a child.
    pub(super) fn weight(&self, child: usize, column: Column) -> Result<I, Stop> {
        let quantity = Quantity::Weight;
        match (self.weights)(child, column) {
            None => Err(Fault::Missing { child, quantity }.into()),
            Some(weight) if weight < I::zero() => Err(Fault::Negative { child, quantity }.into()),
            Some(weight) => Ok(weight),
        }
    }
}

/// An amount of each child.
pub(super) fn amounts<I: Number>(run: &mut Run<'_, I>, quantity: Quantity) -> Result<Vec<I>, Stop> {
    let mut amounts = run.pool.take();
    for (index, child) in run.children.iter().enumerate() {
        amounts.push(pence(known(child, index, quantity)?, child, quantity));
    }
    Ok(amounts)
}

/// An amount of a child as a plain number of pence.
pub(super) fn known(child: &Child, index: usize, quantity: Quantity) -> Result<i64, Fault> {
    let amount = child.amount(quantity).map(Pence::get);
    amount.ok_or(Fault::Missing { child: index, quantity })
}

/// A machine word as a number that can be worked with.
pub(super) fn whole<I: Number>(number: i64) -> I {
    I::from(i128::from(number))
}

/// What is read of a child, in pence, as a number that can be worked with.
pub(super) fn pence<I: Number>(amount: i64, child: &Child, quantity: Quantity) -> I {
    I::read(i128::from(amount), Read::Of(child.key, quantity))
}

/// Parts of one as a number that can be worked with.
pub(super) fn parts<I: Number>(number: i64) -> I {
    I::read(i128::from(number), Read::Part)
}

/// The exact shares of an amount that is not negative.
pub(super) fn evaluate<I: Number>(
    run: &mut Run<'_, I>,
    rule: &Rule,
    amount: &I,
) -> Result<Vector<I>, Stop> {
    if run.children.is_empty() {
        let nobody = Vector::placed(run.pool.take(), I::one());
        return Ok(nobody.leaving(amount.clone(), Reason::NoClaimants));
    }
    match rule {
        Rule::Equal => proportional::equal(run, amount),
        Rule::Proportional { by } => proportional::proportional(run, *by, amount),
        Rule::Fixed { rest } => proportional::fixed(run, *rest, amount),
        Rule::Percent { rest } => proportional::percent(run, *rest, amount),
        Rule::WhereItFalls => claims::where_it_falls(run, amount),
        Rule::EqualHeadroom => claims::equal_headroom(run, amount),
        Rule::EqualUpToLimit => claims::equal_up_to_limit(run, amount),
        Rule::ContestedGarment => claims::contested_garment(run, amount),
        Rule::Priority { by } => layers::priority(run, *by, amount),
        Rule::Layered(slices) => layers::layered(run, slices, amount),
        Rule::Levelling { pace } => levelling::levelling(run, *pace, amount),
        Rule::Banded { by, bands, charge } => {
            let tariff = banded::Tariff { by: *by, bands, charge: *charge };
            banded::banded(run, &tariff, amount)
        }
        Rule::Blend(parts) => blend::blend(run, parts, amount),
        Rule::OnTerms(terms, rule) => {
            let outer = std::mem::replace(&mut run.terms, *terms);
            let vector = evaluate(run, rule, amount);
            run.terms = outer;
            vector
        }
    }
}
