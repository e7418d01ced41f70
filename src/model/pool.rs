//! A pool: the region, or with national pooling the country, over which a gap is balanced.

use std::ops::Range;
use std::sync::Arc;

use super::{Contributors, PoolRefusals};
use crate::format::{FinancialYear, Month};
use crate::money::{Pence, Share};
use crate::split::Rule;

/// How much of a pool's need the other systems are asked to cover.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Offset {
    /// A fixed amount, at most the need.
    Amount(Pence),
    /// A share of the need.
    Percent(Share),
    /// All of it.
    WholeNeed,
}

impl Default for Offset {
    fn default() -> Self {
        Self::Amount(Pence::ZERO)
    }
}

/// A region, or the country: systems whose gaps are balanced together.
#[derive(Clone, Debug, PartialEq)]
pub struct Pool {
    /// Its systems, as places in the scenario's list.
    pub systems: Range<usize>,
    /// How much of the need is passed on.
    pub offset: Offset,
    /// How the offset is split over the contributors.
    pub split: Arc<Rule>,
    /// What a system's refusal does.
    pub refusals: PoolRefusals,
    /// Which systems contribute.
    pub contributors: Contributors,
    /// Money the pool itself holds and uses first.
    pub reserve: Pence,
    /// The month in which bodies were asked; April unless the file says so.
    pub asked_in: Month,
    /// Whether it is asked for again every year.
    pub recurrent: bool,
    /// What was promised back, if anything was.
    pub repayment: Option<Repayment>,
}

/// A promise to pay contributions back, in equal parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repayment {
    /// Over how many years.
    pub years: u32,
    /// The first of them.
    pub first: FinancialYear,
    /// How much of what was promised is repaid; unknown is `None`.
    pub repaid: Option<Share>,
}

impl Repayment {
    /// As many years after its own as a scenario looks ahead, and a table can show.
    pub const MOST_YEARS: u32 = 30;

    /// Over how many years the promise can run at most, if the last one is to be seen from a
    /// scenario's year; nought where it begins too late for one.
    pub fn most_years(self, own: FinancialYear) -> u32 {
        let begins = self.first.start().saturating_sub(own.start());
        u32::try_from(begins).map_or(0, |begins| (Self::MOST_YEARS + 1).saturating_sub(begins))
    }
}
