//! What a split rule is made of. How each is worked out is in the file named after it.

use crate::money::{Pence, Share};

/// A column of the caller's table of measures; only the caller knows what it measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Column(pub u16);

/// How an amount is divided over children.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The same amount each.
    Equal,
    /// In proportion to a measure.
    Proportional {
        /// The measure.
        by: Column,
    },
    /// Each pays for its own gap: in proportion to the gaps, and never more than them.
    WhereItFalls,
    /// Agreed amounts.
    Fixed {
        /// The measure by which children without an amount share the rest. `None`: at most one
        /// child has none, and it takes the rest.
        rest: Option<Column>,
    },
    /// Agreed percentages of the amount.
    Percent {
        /// The measure by which children without a percentage share the rest. `None`: at most one
        /// child has none, and it takes the rest.
        rest: Option<Column>,
    },
    /// First these, then those: each turn is filled to its caps before the next one pays.
    Priority {
        /// The measure that divides within a turn; `None` is equally.
        by: Option<Column>,
    },
    /// The first so many pounds in one way, the next in another.
    Layered(Vec<Layer>),
    /// Those furthest above their target pay first, until all payers are equally far from it.
    Levelling {
        /// How much of the way to go, from nought (in proportion to baselines) to one.
        pace: Share,
    },
    /// Bigger children pay a higher rate on the part of their measure in each higher band.
    Banded {
        /// The measure that is cut into bands.
        by: Column,
        /// The bands, lowest first.
        bands: Vec<Band>,
        /// Whether what the bands give is scaled to the amount.
        charge: Charge,
    },
    /// Part by one rule, part by another; the parts add up to exactly one.
    Blend(Vec<(Share, Rule)>),
    /// Everyone is left with the same room below its limit.
    EqualHeadroom,
    /// The same amount each, up to each one's limit.
    EqualUpToLimit,
    /// Equal up to half of each limit, then equal room above the halves.
    ContestedGarment,
    /// A rule with its own [`Terms`] in place of the problem's.
    OnTerms(Terms, Box<Rule>),
}

/// One slice of an amount and who pays it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    /// How much of the amount this slice takes; `None` is all the rest.
    pub width: Option<Pence>,
    /// The keys of the children that pay; `None` is all. Keys of children that take no part in a
    /// split are passed over.
    pub payers: Option<Vec<u32>>,
    /// How the slice is divided over them.
    pub rule: Rule,
}

/// One band of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// Where the band ends, in the measure's units; `None` is without end.
    pub upto: Option<i128>,
    /// The rate on the part of the measure that lies in this band.
    pub rate: Share,
}

/// What becomes of the sums that the bands of a [`Rule::Banded`] give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charge {
    /// They are weights: scaled to the amount, within caps and floors.
    Scaled,
    /// They are the shares themselves.
    AsItIs {
        /// How many units of the measure make a penny.
        per_penny: i128,
    },
}

/// How floors are read, and what happens where they do not fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// What a floor means.
    pub floors: Floors,
    /// What happens if floors or fixed amounts come to more than the amount.
    pub shortfall: Shortfall,
}

/// The two meanings of a floor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Floors {
    /// The least that a child pays.
    #[default]
    Minimum,
    /// Paid first; a part of the remainder comes on top.
    Base,
}

/// What happens if floors or fixed amounts come to more than the amount.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shortfall {
    /// The split is refused.
    Refuse,
    /// Floors are scaled down in proportion; fixed amounts are refused.
    ScaleFloors,
    /// Both are scaled down in proportion, with a reason that says so: the running model.
    #[default]
    Scale,
}
