//! One child of a split: what it may pay, must pay, and brings along. Weights are the caller's.

use crate::money::{Pence, Share};

/// One child: everything that a rule may read of it but its measures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Child {
    /// The caller's name for it; [`Layer::payers`](super::Layer::payers) names children by it.
    pub key: u32,
    /// Its place in byte order of ids, which decides the last tie over a penny.
    pub rank: u32,
    /// The most it pays; `None` is without limit.
    pub cap: Option<Pence>,
    /// The least it pays.
    pub floor: Pence,
    /// Its agreed amount under `Fixed`.
    pub fixed: Option<Pence>,
    /// Its agreed percentage under `Percent`.
    pub percent: Option<Share>,
    /// When it pays under `Priority`: 1 first; children without a turn last, together.
    pub turn: Option<u32>,
    /// Its own gap, for `WhereItFalls`.
    pub gap: Option<Pence>,
    /// The limit that `EqualHeadroom`, `EqualUpToLimit` and `ContestedGarment` read.
    pub capacity: Option<Pence>,
    /// What it has, for `Levelling`.
    pub baseline: Option<Pence>,
    /// What it should have, for `Levelling`; above nought.
    pub target: Option<Pence>,
    /// Whether its share is left unplaced: it refuses, and nobody picks it up.
    pub unfunded: bool,
}

impl Child {
    /// What a rule reads of it in pence; its measure and its percentage are none, nor is its turn.
    pub(super) fn amount(&self, quantity: Quantity) -> Option<Pence> {
        match quantity {
            Quantity::Cap => self.cap,
            Quantity::Floor => Some(self.floor),
            Quantity::Fixed => self.fixed,
            Quantity::Gap => self.gap,
            Quantity::Capacity => self.capacity,
            Quantity::Baseline => self.baseline,
            Quantity::Target => self.target,
            Quantity::Weight | Quantity::Percent | Quantity::Turn => None,
        }
    }
}

/// What a rule may read of a child: for saying what is missing or wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// The measure by which the rule divides.
    Weight,
    /// The most it pays.
    Cap,
    /// The least it pays.
    Floor,
    /// Its agreed amount.
    Fixed,
    /// Its agreed percentage.
    Percent,
    /// Its turn.
    Turn,
    /// Its own gap.
    Gap,
    /// Its limit.
    Capacity,
    /// What it has.
    Baseline,
    /// What it should have.
    Target,
}

impl Quantity {
    /// The quantity in plain words, to follow "its" or "the".
    pub const fn words(self) -> &'static str {
        match self {
            Self::Weight => "measure",
            Self::Cap => "cap",
            Self::Floor => "floor",
            Self::Fixed => "fixed amount",
            Self::Percent => "percentage",
            Self::Turn => "turn",
            Self::Gap => "gap",
            Self::Capacity => "limit",
            Self::Baseline => "baseline",
            Self::Target => "target",
        }
    }
}
