//! Why a rule cannot be run on these children. Reasons for unplaced money are not faults.

use super::child::Quantity;
use thiserror::Error;

/// Why a rule cannot be run. `child` is an index into the children that were handed in, or the
/// number by which they were shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Fault {
    /// A child lacks what the rule reads.
    #[error("the {} is not known for child {child}", quantity.words())]
    Missing {
        /// Which child.
        child: usize,
        /// What it lacks.
        quantity: Quantity,
    },
    /// A child has a negative quantity.
    #[error("the {} of child {child} is below nought", quantity.words())]
    Negative {
        /// Which child.
        child: usize,
        /// Which quantity.
        quantity: Quantity,
    },
    /// A child's floor is above its cap.
    #[error("the floor of child {child} is above its cap")]
    FloorAboveCap {
        /// Which child.
        child: usize,
    },
    /// A child's target is nought, so no distance from it can be worked out.
    #[error("the target of child {child} is nought")]
    ZeroTarget {
        /// Which child.
        child: usize,
    },
    /// Several children without an agreed amount, and no measure to share the rest by.
    #[error("child {child} is the second without an agreed share; name a measure for the rest")]
    SeveralBlanks {
        /// The second such child.
        child: usize,
    },
    /// Nobody has a turn.
    #[error("nobody has a turn")]
    NoTurns,
    /// The floors come to more than the amount.
    #[error("the floors come to more than the amount")]
    FloorsExceedAmount,
    /// The fixed amounts come to more than the amount.
    #[error("the fixed amounts come to more than the amount")]
    FixedExceedAmount,
    /// The percentages come to more than 100.
    #[error("the percentages come to more than 100")]
    PercentAbove100,
    /// The parts of a blend are not between nought and one, or do not add up to one.
    #[error("the parts of the blend do not add up to 100%")]
    BlendNotOne,
    /// The pace is not between nought and one.
    #[error("the pace is not between 0% and 100%")]
    PaceOutOfRange,
    /// The bands do not rise, or one follows a band without end.
    #[error("the bands do not rise")]
    BandsNotAscending,
    /// A band's rate is below nought.
    #[error("the rate of a band is below nought")]
    NegativeRate,
    /// A layer's width is below nought.
    #[error("the width of a layer is below nought")]
    NegativeWidth,
    /// The bands charge more than the amount.
    #[error("the bands charge more than the amount")]
    BandsExceedAmount,
    /// The amount is beyond what a split can hold.
    #[error("the amount is too large")]
    AmountTooLarge,
}

impl Fault {
    /// The stable code that files carry.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing { quantity, .. } => missing_code(quantity),
            Self::Negative { quantity, .. } => negative_code(quantity),
            Self::FloorAboveCap { .. } => "FLOOR_ABOVE_CAP",
            Self::ZeroTarget { .. } => "ZERO_TARGET",
            Self::SeveralBlanks { .. } => "MISSING_WEIGHT",
            Self::NoTurns => "MISSING_PRIORITY",
            Self::FloorsExceedAmount => "FLOORS_EXCEED_DEMAND",
            Self::FixedExceedAmount => "FIXED_EXCEED_DEMAND",
            Self::PercentAbove100 => "PERCENT_ABOVE_100",
            Self::BlendNotOne => "BLEND_ALPHA",
            Self::PaceOutOfRange => "PACE_RANGE",
            Self::BandsNotAscending => "BANDS_NOT_ASCENDING",
            Self::NegativeRate => "NEGATIVE_RATE",
            Self::NegativeWidth => "NEGATIVE_WIDTH",
            Self::BandsExceedAmount => "BANDS_EXCEED_DEMAND",
            Self::AmountTooLarge => "BAD_NUMBER",
        }
    }

    /// The same fault of the child that stands elsewhere: in the caller's list.
    #[must_use]
    pub(super) fn moved(mut self, place: impl FnOnce(usize) -> usize) -> Self {
        if let Self::Missing { child, .. }
        | Self::Negative { child, .. }
        | Self::FloorAboveCap { child }
        | Self::ZeroTarget { child }
        | Self::SeveralBlanks { child } = &mut self
        {
            *child = place(*child);
        }
        self
    }

    /// The child at fault, if it is one.
    pub const fn child(self) -> Option<usize> {
        match self {
            Self::Missing { child, .. }
            | Self::Negative { child, .. }
            | Self::FloorAboveCap { child }
            | Self::ZeroTarget { child }
            | Self::SeveralBlanks { child } => Some(child),
            _ => None,
        }
    }
}

const fn missing_code(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Weight => "MISSING_WEIGHT",
        Quantity::Cap => "MISSING_CAP",
        Quantity::Floor => "MISSING_FLOOR",
        Quantity::Fixed => "MISSING_FIXED",
        Quantity::Percent => "MISSING_PERCENT",
        Quantity::Turn => "MISSING_PRIORITY",
        Quantity::Gap | Quantity::Capacity => "MISSING_CLAIM",
        Quantity::Baseline => "MISSING_BASELINE",
        Quantity::Target => "MISSING_TARGET",
    }
}

const fn negative_code(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Weight => "NEGATIVE_WEIGHT",
        Quantity::Cap => "NEGATIVE_CAP",
        Quantity::Floor => "NEGATIVE_FLOOR",
        Quantity::Fixed => "NEGATIVE_FIXED",
        Quantity::Percent => "NEGATIVE_PERCENT",
        Quantity::Turn => "NEGATIVE_PRIORITY",
        Quantity::Gap | Quantity::Capacity => "NEGATIVE_CLAIM",
        Quantity::Baseline => "NEGATIVE_BASELINE",
        Quantity::Target => "NEGATIVE_TARGET",
    }
}
