//! Whether a rule can be run on some children at all: everything that does not depend on the amount.

use super::blend::is_one;
use super::child::{Child, Quantity};
use super::evaluate::known;
use super::fault::Fault;
use super::problem::Weights;
use super::rule::{Band, Column, Layer, Rule};
use crate::money::{Pence, Share};
use num_traits::Signed;

/// Shows children one by one, each with the number by which weights and faults know it, until the
/// first fault. Nobody need hold them in a list, so that checking allocates nothing.
pub type Shown<'a> = &'a dyn Fn(See<'_>) -> Result<(), Fault>;

/// What looks at the children that are shown.
pub type See<'a> = &'a mut dyn FnMut(usize, &Child) -> Result<(), Fault>;

/// Whether a rule can be run on these children.
///
/// # Errors
/// The first [`Fault`] found: of the children themselves, then of the rule, then of what it reads.
pub fn can_run(rule: &Rule, children: &[Child], weights: Weights<'_>) -> Result<(), Fault> {
    let shown =
        |see: See<'_>| children.iter().enumerate().try_for_each(|(index, child)| see(index, child));
    can_run_shown(rule, &shown, weights)
}

/// The same, for children that stand in no list.
///
/// # Errors
/// As [`can_run`]; a child at fault is named by the number with which it was shown.
pub fn can_run_shown(rule: &Rule, children: Shown<'_>, weights: Weights<'_>) -> Result<(), Fault> {
    children(&mut sound)?;
    check(rule, &Reading { children, weights })
}

fn sound(index: usize, child: &Child) -> Result<(), Fault> {
    let amounts = [
        (child.cap, Quantity::Cap),
        (Some(child.floor), Quantity::Floor),
        (child.fixed, Quantity::Fixed),
        (child.gap, Quantity::Gap),
        (child.capacity, Quantity::Capacity),
        (child.baseline, Quantity::Baseline),
        (child.target, Quantity::Target),
    ];
    for (amount, quantity) in amounts {
        if amount.is_some_and(|amount| amount < Pence::ZERO) {
            return Err(Fault::Negative { child: index, quantity });
        }
    }
    if child.percent.is_some_and(|percent| percent < Share::ZERO) {
        return Err(Fault::Negative { child: index, quantity: Quantity::Percent });
    }
    if child.cap.is_some_and(|cap| cap < child.floor) {
        return Err(Fault::FloorAboveCap { child: index });
    }
    Ok(())
}

/// What a rule reads.
struct Reading<'a> {
    children: Shown<'a>,
    weights: Weights<'a>,
}

fn check(rule: &Rule, reading: &Reading<'_>) -> Result<(), Fault> {
    match rule {
        Rule::Equal => Ok(()),
        Rule::Proportional { by } => reading.weights(*by, |_| true),
        Rule::WhereItFalls => reading.amounts(Quantity::Gap),
        Rule::EqualHeadroom | Rule::EqualUpToLimit | Rule::ContestedGarment => {
            reading.amounts(Quantity::Capacity)
        }
        Rule::Fixed { rest } => reading.blanks(*rest, |child| child.fixed.is_none()),
        Rule::Percent { rest } => check_percent(*rest, reading),
        Rule::Priority { by } => check_priority(*by, reading),
        Rule::Layered(layers) => layers.iter().try_for_each(|layer| check_layer(layer, reading)),
        Rule::Levelling { pace } => check_levelling(*pace, reading),
        Rule::Banded { by, bands, .. } => {
            check_bands(bands)?;
            reading.weights(*by, |_| true)
        }
        Rule::Blend(parts) if is_one(parts) => {
            parts.iter().try_for_each(|(_, rule)| check(rule, reading))
        }
        Rule::Blend(_) => Err(Fault::BlendNotOne),
        Rule::OnTerms(_, rule) => check(rule, reading),
    }
}

fn check_percent(rest: Option<Column>, reading: &Reading<'_>) -> Result<(), Fault> {
    let mut sum = 0;
    (reading.children)(&mut |_, child| {
        sum += child.percent.map_or(0, |percent| i128::from(percent.units()));
        Ok(())
    })?;
    if sum > i128::from(Share::UNITS) {
        return Err(Fault::PercentAbove100);
    }
    reading.blanks(rest, |child| child.percent.is_none())
}

fn check_priority(by: Option<Column>, reading: &Reading<'_>) -> Result<(), Fault> {
    let (mut children, mut turns) = (0, 0);
    (reading.children)(&mut |_, child| {
        children += 1;
        turns += u32::from(child.turn.is_some());
        Ok(())
    })?;
    if children > 0 && turns == 0 {
        return Err(Fault::NoTurns);
    }
    by.map_or(Ok(()), |by| reading.weights(by, |_| true))
}

fn check_levelling(pace: Share, reading: &Reading<'_>) -> Result<(), Fault> {
    if pace < Share::ZERO || pace > Share::ONE {
        return Err(Fault::PaceOutOfRange);
    }
    reading.amounts(Quantity::Baseline)?;
    reading.amounts(Quantity::Target)?;
    (reading.children)(&mut |child, own| match own.target {
        Some(Pence::ZERO) => Err(Fault::ZeroTarget { child }),
        _ => Ok(()),
    })
}

fn check_bands(bands: &[Band]) -> Result<(), Fault> {
    let mut from = Some(0);
    for band in bands {
        match (from, band.upto) {
            (Some(from), Some(upto)) if upto > from => {}
            (Some(_), None) => {}
            _ => return Err(Fault::BandsNotAscending),
        }
        if band.rate < Share::ZERO {
            return Err(Fault::NegativeRate);
        }
        from = band.upto;
    }
    Ok(())
}

fn check_layer(layer: &Layer, reading: &Reading<'_>) -> Result<(), Fault> {
    if layer.width.is_some_and(|width| width < Pence::ZERO) {
        return Err(Fault::NegativeWidth);
    }
    let Some(payers) = &layer.payers else { return check(&layer.rule, reading) };
    let children = |see: See<'_>| {
        (reading.children)(&mut |index, child| match payers.contains(&child.key) {
            true => see(index, child),
            false => Ok(()),
        })
    };
    check(&layer.rule, &Reading { children: &children, weights: reading.weights })
}

impl Reading<'_> {
    /// Whether every child of a kind has a measure that is not negative.
    fn weights(&self, by: Column, read: impl Fn(&Child) -> bool) -> Result<(), Fault> {
        let quantity = Quantity::Weight;
        (self.children)(&mut |child, own| {
            if !read(own) {
                return Ok(());
            }
            let negative = match self.weights {
                Weights::Narrow(weights) => weights(child, by).as_ref().map(Signed::is_negative),
                Weights::Wide(weights) => weights(child, by).as_ref().map(Signed::is_negative),
            };
            match negative {
                None => Err(Fault::Missing { child, quantity }),
                Some(true) => Err(Fault::Negative { child, quantity }),
                Some(false) => Ok(()),
            }
        })
    }

    /// Whether every child has an amount.
    fn amounts(&self, quantity: Quantity) -> Result<(), Fault> {
        (self.children)(&mut |index, child| known(child, index, quantity).map(|_| ()))
    }

    /// Whether those without an agreed share can share the rest.
    fn blanks(&self, rest: Option<Column>, blank: impl Fn(&Child) -> bool) -> Result<(), Fault> {
        if let Some(by) = rest {
            return self.weights(by, blank);
        }
        let mut first = true;
        (self.children)(&mut |child, own| match blank(own) {
            true if !std::mem::take(&mut first) => Err(Fault::SeveralBlanks { child }),
            _ => Ok(()),
        })
    }
}
