//! A share of one, held exactly: 70 % is 0.7.
//!
//! Twelve decimals of one (ten of a percentage) are kept; what has more is refused where it is read.

use super::Pence;

/// A share of one, in units of a million-millionth; may be negative or above one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Share(i64);

impl Share {
    /// How many units make one.
    pub const UNITS: i64 = 1_000_000_000_000;
    /// Nought.
    pub const ZERO: Self = Self(0);
    /// One, or 100 %.
    pub const ONE: Self = Self(Self::UNITS);

    /// So many units of a million-millionth.
    pub const fn from_units(units: i64) -> Self {
        Self(units)
    }

    /// So many whole percent.
    pub const fn percent(percent: i64) -> Self {
        Self(percent * (Self::UNITS / 100))
    }

    /// The number of million-millionths.
    pub const fn units(self) -> i64 {
        self.0
    }

    /// This share of an amount, rounded half up to the penny.
    pub fn of(self, amount: Pence) -> Pence {
        amount.times_half_up(self.0, Self::UNITS)
    }

    /// This share of an amount, rounded down to the penny: for limits and caps.
    pub fn of_down(self, amount: Pence) -> Pence {
        amount.times_down(self.0, Self::UNITS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seventy_percent_of_five_million() {
        assert_eq!(Share::percent(70).of(Pence::pounds(5_000_000)), Pence::pounds(3_500_000));
    }

    #[test]
    fn a_third_written_with_twelve_places_is_not_a_third() {
        // 0.333333333333 × £3.00 = £0.999999999999: down 99p, half up £1.00.
        let third = Share::from_units(333_333_333_333);
        assert_eq!(third.of_down(Pence::new(300)), Pence::new(99));
        assert_eq!(third.of(Pence::new(300)), Pence::new(100));
    }
}
