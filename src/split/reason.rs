//! Why money found no place, or was placed otherwise than asked.

/// Why money found no place, or was placed otherwise than asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Reason {
    /// Less is charged by the bands than there is to place.
    BandsBelowDemand,
    /// The rule lacks something that it reads: the running model then places nothing.
    CannotRun,
    /// Everybody who may pay pays all it can.
    CapacityExhausted,
    /// The fixed amounts leave a rest, and nobody is there to take it.
    FixedBelowDemand,
    /// Fixed amounts above the amount were scaled down.
    FixedScaled,
    /// Floors above the amount were scaled down.
    FloorsScaled,
    /// The amount reaches beyond the last layer.
    LayersExhausted,
    /// Nobody is left to pay.
    NoClaimants,
    /// Somebody refuses, and its share is left open.
    OptedOutUnfunded,
    /// The percentages come to less than 100.
    PercentBelow100,
    /// The measure is nought for everybody.
    ZeroTotalWeight,
}

impl Reason {
    /// Every reason, in the order of their codes.
    pub const ALL: [Self; 11] = [
        Self::BandsBelowDemand,
        Self::CannotRun,
        Self::CapacityExhausted,
        Self::FixedBelowDemand,
        Self::FixedScaled,
        Self::FloorsScaled,
        Self::LayersExhausted,
        Self::NoClaimants,
        Self::OptedOutUnfunded,
        Self::PercentBelow100,
        Self::ZeroTotalWeight,
    ];

    /// The stable code that files carry.
    pub const fn code(self) -> &'static str {
        match self {
            Self::BandsBelowDemand => "BANDS_BELOW_DEMAND",
            Self::CannotRun => "CANNOT_RUN",
            Self::CapacityExhausted => "CAPACITY_EXHAUSTED",
            Self::FixedBelowDemand => "FIXED_BELOW_DEMAND",
            Self::FixedScaled => "FIXED_SCALED",
            Self::FloorsScaled => "FLOORS_SCALED",
            Self::LayersExhausted => "LAYERS_EXHAUSTED",
            Self::NoClaimants => "NO_CLAIMANTS",
            Self::OptedOutUnfunded => "OPTED_OUT_UNFUNDED",
            Self::PercentBelow100 => "PERCENT_BELOW_100",
            Self::ZeroTotalWeight => "ZERO_TOTAL_WEIGHT",
        }
    }

    /// The reason in plain words, to follow "because".
    pub const fn words(self) -> &'static str {
        match self {
            Self::BandsBelowDemand => "the bands charge less than the amount",
            Self::CannotRun => "the rule lacks something that it reads",
            Self::CapacityExhausted => "everybody who pays already pays all it can",
            Self::FixedBelowDemand => "the fixed amounts come to less than the amount",
            Self::FixedScaled => {
                "the fixed amounts come to more than the amount, so all are scaled down"
            }
            Self::FloorsScaled => "the floors come to more than the amount, so all are scaled down",
            Self::LayersExhausted => "the amount reaches beyond the last layer",
            Self::NoClaimants => "nobody is left to pay",
            Self::OptedOutUnfunded => "somebody refuses and nobody picks up its share",
            Self::PercentBelow100 => "the percentages come to less than 100",
            Self::ZeroTotalWeight => "the measure is nought for everybody",
        }
    }
}

/// A small set of reasons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reasons(u16);

impl Reasons {
    /// No reason.
    pub const NONE: Self = Self(0);

    /// Puts a reason into the set.
    pub fn insert(&mut self, reason: Reason) {
        self.0 |= 1 << reason as u8;
    }

    /// Puts all reasons of another set into this one.
    pub fn extend(&mut self, others: Self) {
        self.0 |= others.0;
    }

    /// Those of the reasons that say why money found no place, not that something was scaled.
    pub(super) fn of_unplaced(mut self) -> Self {
        for scaled in [Reason::FixedScaled, Reason::FloorsScaled] {
            self.0 &= !(1 << scaled as u8);
        }
        self
    }

    /// Whether the set holds a reason.
    pub fn contains(self, reason: Reason) -> bool {
        self.0 & (1 << reason as u8) != 0
    }

    /// Whether there is no reason.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The reasons, in the order of their codes.
    pub fn iter(self) -> impl Iterator<Item = Reason> {
        Reason::ALL.into_iter().filter(move |&reason| self.contains(reason))
    }
}

impl From<Reason> for Reasons {
    fn from(reason: Reason) -> Self {
        let mut reasons = Self::NONE;
        reasons.insert(reason);
        reasons
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_come_out_in_the_order_of_their_codes() {
        let mut reasons = Reasons::from(Reason::ZeroTotalWeight);
        reasons.insert(Reason::LayersExhausted);
        let codes: Vec<_> = reasons.iter().map(Reason::code).collect();
        assert_eq!(codes, ["LAYERS_EXHAUSTED", "ZERO_TOTAL_WEIGHT"]);
        assert!(Reason::ALL.is_sorted_by_key(|reason| reason.code()));
    }
}
