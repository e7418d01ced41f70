//! What a parent's rule may read of one child: caps, floors, agreed amounts and percentages, turns.

use crate::money::{Pence, Share};
use crate::split::Column;

/// An upper or lower limit of what a child can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Limit {
    /// So much money.
    Amount(Pence),
    /// So much of one of the child's own measures of money, rounded down.
    PercentOf(Share, Column),
}

/// The terms under which one system, group or body stands in its parent's split.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// The most it can be asked for; `None` is no limit.
    pub cap: Option<Limit>,
    /// The least it is asked for; `None` is nought.
    pub floor: Option<Limit>,
    /// Its agreed amount under `Fixed`.
    pub fixed: Option<Pence>,
    /// Its agreed share of the whole under `Percent`.
    pub percent: Option<Share>,
    /// Its turn under `Priority`: 1 pays first.
    pub turn: Option<u32>,
}
