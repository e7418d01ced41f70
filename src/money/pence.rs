//! Whole pence, signed: a surplus is positive, a deficit negative.
//!
//! Reading an amount from words and writing it for people is the `format` floor's work.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

/// An amount of money in whole pence.
///
/// What enters the program is at most [`Pence::LIMIT`] in size, so that sums over any scenario that
/// fits in memory stay far from the ends of `i64` and plain addition is safe.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pence(i64);

impl Pence {
    /// Nought.
    pub const ZERO: Self = Self(0);

    /// The largest size of an amount that may enter the program: a thousand thousand million pounds.
    pub const LIMIT: Self = Self(100_000_000_000_000);

    /// So many pence.
    pub const fn new(pence: i64) -> Self {
        Self(pence)
    }

    /// So many pounds.
    pub const fn pounds(pounds: i64) -> Self {
        Self(pounds * 100)
    }

    /// The number of pence.
    pub const fn get(self) -> i64 {
        self.0
    }

    /// The amount, or nought if it is below nought.
    pub fn at_least_zero(self) -> Self {
        Self(self.0.max(0))
    }

    /// The size without the sign.
    pub fn abs(self) -> Self {
        Self(self.0.abs())
    }

    /// Whether this is nought.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether the size is small enough to enter the program ([`Pence::LIMIT`]).
    pub fn is_within_limit(self) -> bool {
        self.0.unsigned_abs() <= Self::LIMIT.0.unsigned_abs()
    }

    /// `self × numerator ÷ denominator`, exact, then rounded half up (towards plus infinity).
    ///
    /// A denominator that is not positive gives nought: callers divide by sizes.
    pub fn times_half_up(self, numerator: i64, denominator: i64) -> Self {
        if denominator <= 0 {
            return Self::ZERO;
        }
        // A division of halves is several times faster than one of wholes.
        let narrow = self.0.checked_mul(numerator).and_then(|product| product.checked_mul(2));
        if let (Some(twice), Some(by)) = (narrow, denominator.checked_mul(2))
            && let Some(sum) = twice.checked_add(denominator)
        {
            return Self(sum.div_euclid(by));
        }
        let twice = 2 * i128::from(self.0) * i128::from(numerator) + i128::from(denominator);
        Self::from_wide(twice.div_euclid(2 * i128::from(denominator)))
    }

    /// `self × numerator ÷ denominator`, exact, then rounded down: for limits and caps.
    pub fn times_down(self, numerator: i64, denominator: i64) -> Self {
        if denominator <= 0 {
            return Self::ZERO;
        }
        if let Some(product) = self.0.checked_mul(numerator) {
            return Self(product.div_euclid(denominator));
        }
        let product = i128::from(self.0) * i128::from(numerator);
        Self::from_wide(product.div_euclid(i128::from(denominator)))
    }

    /// A wide whole number of pence, held at the ends of `i64` if it is beyond them.
    pub fn from_wide(pence: i128) -> Self {
        let held = pence.clamp(i128::from(i64::MIN), i128::from(i64::MAX));
        Self(i64::try_from(held).unwrap_or(i64::MAX))
    }
}

impl Add for Pence {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Pence {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Pence {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl AddAssign for Pence {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Pence {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Sum for Pence {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_product_is_rounded_half_up_and_a_limit_down() {
        // 5p × 1/2 = 2.5p: half up 3p, down 2p. −2.5p: half up −2p, down −3p.
        assert_eq!(Pence::new(5).times_half_up(1, 2), Pence::new(3));
        assert_eq!(Pence::new(5).times_down(1, 2), Pence::new(2));
        assert_eq!(Pence::new(-5).times_half_up(1, 2), Pence::new(-2));
        assert_eq!(Pence::new(-5).times_down(1, 2), Pence::new(-3));
    }

    #[test]
    fn the_limit_can_be_multiplied_by_a_whole_share() {
        let limit = Pence::LIMIT;
        assert_eq!(limit.times_down(1_000_000_000_000, 1_000_000_000_000), limit);
    }
}
