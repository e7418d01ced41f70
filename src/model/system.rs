//! A system (an STP or ICS), its groups of partners and its savings schemes.

use std::ops::Range;
use std::sync::Arc;

use super::{BodyRefusals, Partner, Stance, Terms};
use crate::money::{Pence, Share};
use crate::split::Rule;

/// The part of its own open gap that a system closes by asking its own bodies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Recovery {
    /// A share of the open gap.
    Share(Share),
    /// An amount, at most the open gap.
    Amount(Pence),
}

impl Default for Recovery {
    fn default() -> Self {
        Self::Share(Share::ZERO)
    }
}

/// A system: bodies that share one control total.
#[derive(Clone, Debug, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own that any other may join"
)]
pub struct System {
    /// Its region, as a place in the scenario's list.
    pub region: usize,
    /// Its groups, as places in the scenario's list.
    pub groups: Range<usize>,
    /// Its bodies, as places in the scenario's list.
    pub bodies: Range<usize>,
    /// Its savings schemes, as places in the scenario's list.
    pub savings: Range<usize>,
    /// The target for its income less its spending, signed; unknown is `None`.
    pub control_total: Option<Pence>,
    /// The position expected before anyone helps, signed; unknown is `None`.
    pub plan: Option<Pence>,
    /// A gap that a source states without the two figures behind it.
    pub stated_gap: Option<Pence>,
    /// Whether its plan was agreed as its target, so that no relief is applied to that.
    pub agreed: bool,
    /// Whether the control total is the sum of the bodies' (then only theirs can be moved).
    pub control_total_is_sum: bool,
    /// Whether the plan is the sum of the bodies'.
    pub plan_is_sum: bool,
    /// Whether it has no groups but one, unnamed, that splits by the system's rule.
    pub ungrouped: bool,
    /// How much of its open gap its own bodies are asked for.
    pub recover: Recovery,
    /// Whether it takes part in its pool's split.
    pub stance: Stance,
    /// How its ask is split over its groups.
    pub split: Arc<Rule>,
    /// What a body's refusal does.
    pub refusals: BodyRefusals,
    /// How it stands in its pool's split.
    pub terms: Terms,
}

impl System {
    /// `max(0, control total − plan)`, or the gap that the file states; `None` where not known.
    pub fn gap(&self) -> Option<Pence> {
        match (self.control_total, self.plan) {
            (Some(total), Some(plan)) => Some((total - plan).at_least_zero()),
            _ => self.stated_gap,
        }
    }
}

/// A set of partners inside a system that is asked together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its system, as a place in the scenario's list.
    pub system: usize,
    /// Its bodies, as places in the scenario's list.
    pub bodies: Range<usize>,
    /// How its ask is split over its bodies.
    pub split: Arc<Rule>,
    /// The body that carries the whole ask in the year, if one does.
    pub lead: Option<usize>,
    /// How it stands in its system's split.
    pub terms: Terms,
}

/// An agreed scheme that closes part of a gap before anyone is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saving {
    /// The body whose result it improves, if the file names one.
    pub body: Option<usize>,
    /// What it would save in the year.
    pub amount: Pence,
    /// The part of that which is delivered.
    pub delivered: Share,
    /// The bodies and councils without which it delivers nothing.
    pub needs: Vec<Partner>,
    /// Whether it saves the same again every year; unknown is `None`.
    pub recurrent: Option<bool>,
}
