//! Conditional money: support that is paid whole or lost whole on its test, and pay for performance.

use std::ops::Range;

use super::Node;
use crate::money::{Pence, Share};

/// Who is paid a part of support.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Holder {
    /// A system, as a place in the scenario's list.
    System(usize),
    /// A body, as a place in the scenario's list.
    Body(usize),
}

impl Holder {
    /// The holder as a node.
    pub const fn node(self) -> Node {
        match self {
            Self::System(place) => Node::System(place),
            Self::Body(place) => Node::Body(place),
        }
    }
}

/// What must be met for support to be paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SupportTest {
    /// The holder's own result reaches its own target.
    #[default]
    Own,
    /// Its system's result reaches the system's target.
    System,
    /// This share hangs on the system's test, the rest on its own.
    Linked(Share),
    /// It has not refused, and is not known not to have signed.
    Signed,
}

/// A part of support: PSF, CSF, FRF and their like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Support {
    /// Who is paid.
    pub holder: Holder,
    /// How much in the year, if all is met.
    pub amount: Pence,
    /// What must be met.
    pub test: SupportTest,
    /// Its conditions, as places in the scenario's list.
    pub conditions: Range<usize>,
    /// Pounds for each pound by which the result is above the target; `None` is no bonus.
    pub bonus: Option<Share>,
}

/// A weighted condition of support: it acts only if the finance test is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Its share of the amount; what the conditions leave hangs on the finance test alone.
    pub weight: Share,
    /// Whether it is met.
    pub met: bool,
}

/// Pay for performance: what is not earned stays with the payer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Performance {
    /// The body that pays, as a place in the scenario's list.
    pub body: usize,
    /// What is paid if all that was planned is achieved.
    pub amount: Pence,
    /// What was planned, signed: −106,000 admissions.
    pub planned: i64,
    /// What came of it, signed.
    pub achieved: i64,
}

impl Performance {
    /// amount × min(1, max(0, achieved ÷ planned)), rounded half up; nothing planned earns nothing.
    pub fn paid(&self) -> Pence {
        let same_way = self.achieved.signum() * self.planned.signum() > 0;
        let (achieved, planned) = (self.achieved.abs(), self.planned.abs());
        match same_way {
            false => Pence::ZERO,
            true if achieved >= planned => self.amount,
            true => self.amount.times_half_up(achieved, planned),
        }
    }
}
