//! What is to be divided, over whom, on what terms; and what came of it beside the shares.

use super::child::Child;
use super::reason::Reasons;
use super::rule::{Column, Terms};
use crate::money::Pence;
use num_bigint::BigInt;

/// An amount and the children it is divided over.
#[derive(Clone, Copy)]
pub struct Problem<'a> {
    /// What is to be placed, in pence; a negative amount is a surplus, and mirrors the deficit.
    pub amount: Pence,
    /// Over whom. Their order never matters.
    pub children: &'a [Child],
    /// Their measures.
    pub weights: Weights<'a>,
    /// How floors are read, and what happens where they do not fit.
    pub terms: Terms,
    /// Which rules caps and floors bind.
    pub reach: Reach,
    /// The shares are multiples of this; above nought, a penny nearly always.
    pub unit: Pence,
}

impl<'a> Problem<'a> {
    /// A problem of the running model: floors that do not fit are scaled, bounds bind under every
    /// rule, shares are whole pence.
    pub fn new(amount: Pence, children: &'a [Child], weights: Weights<'a>) -> Self {
        Self {
            amount,
            children,
            weights,
            terms: Terms::default(),
            reach: Reach::EveryRule,
            unit: Pence::new(1),
        }
    }
}

/// The measure of the child with this index in this column, in any unit that the column shares;
/// `None` where it is not known.
#[derive(Clone, Copy)]
pub enum Weights<'a> {
    /// Measures that fit.
    Narrow(&'a dyn Fn(usize, Column) -> Option<i128>),
    /// Measures that may not: the split is then done in big integers at once.
    Wide(&'a dyn Fn(usize, Column) -> Option<BigInt>),
}

/// Which rules caps and floors bind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// All of them. If a bound would be broken, the rule is asked about the notional amount at which
    /// its shares, each held between floor and cap, add up to the amount (less what the rule leaves
    /// unplaced and no floor needs).
    EveryRule,
    /// Only those that read them by their own definition (`cases/SCHEMA.md`).
    WhereRead,
}

/// What came of a split, beside the shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Split {
    /// What found no place.
    pub unplaced: Pence,
    /// Why it found none, and whether anything was scaled.
    pub reasons: Reasons,
}
