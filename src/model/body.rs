//! A body: a commissioner (CCG), a provider (trust) or a council.

use std::ops::Range;

use super::{Absorption, Stance, Terms};
use crate::money::{Pence, Share};

/// What a body is; it decides which measures it can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BodyKind {
    /// A CCG: has allocations and populations.
    Commissioner,
    /// A trust: has a turnover.
    Provider,
    /// A council: must by law balance its budget.
    Council,
}

/// One body of a group.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// Its system, as a place in the scenario's list.
    pub system: usize,
    /// Its group, as a place in the scenario's list.
    pub group: usize,
    /// Its programmes, as places in the scenario's list.
    pub programmes: Range<usize>,
    /// Commissioner, provider or council.
    pub kind: BodyKind,
    /// Its own target, signed; unknown is `None`.
    pub control_total: Option<Pence>,
    /// The position it expects, signed; unknown is `None`.
    pub plan: Option<Pence>,
    /// A gap that a source states without the two figures behind it.
    pub stated_gap: Option<Pence>,
    /// Whether its plan was agreed as its target, so that no relief is applied to that.
    pub agreed: bool,
    /// Money its plan spends and it has not committed; used first.
    pub reserve: Pence,
    /// Whether it takes part in its group's split.
    pub stance: Stance,
    /// How it stands in its group's split.
    pub terms: Terms,
    /// In which order its programmes give money up.
    pub absorbs: Absorption,
    /// Whether its programmes are all there are, so that what finds no place is a miss.
    pub complete: bool,
    /// Whether it has signed its partnership's agreement; unknown is `None`.
    pub signed: Option<bool>,
    /// How far its allocation is above (+) or below (−) its fair-shares target, as a share of it.
    pub distance: Option<Share>,
}

impl Body {
    /// `max(0, control total − plan)`, or the gap that the file states; `None` where not known.
    pub fn gap(&self) -> Option<Pence> {
        match (self.control_total, self.plan) {
            (Some(total), Some(plan)) => Some((total - plan).at_least_zero()),
            _ => self.stated_gap,
        }
    }
}
