//! The integers in which a split is exact: `i128` while it fits, big integers where it does not, and
//! those of `remembered`, which keep in mind how they came about.

use super::child::Quantity;
use super::fault::Fault;
use super::rule::Column;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, ToPrimitive, Zero};

/// Why working something out stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// A number did not fit; big integers will do.
    TooWide,
    /// The rule cannot be run.
    Fault(Fault),
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// What a number that enters a split stands for. Children are named by their keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    /// The amount that is split, in pence.
    Amount,
    /// The measure of a child.
    Weight(u32, Column),
    /// What else a rule reads of a child, in pence.
    Of(u32, Quantity),
    /// The width of a layer or the end of a band.
    Edge,
    /// So many of the fewest equal parts of one: what a percentage is while it is worked with.
    Part,
    /// The amount that a rule was asked about so that its shares, held within bounds, add up.
    Notional,
    /// The sum of several, shown apart: its place among them.
    Together(usize),
}

/// Whole numbers whose sums and products say when they do not fit.
pub(super) trait Number: Clone + Ord + From<i128> {
    /// A number with what it stands for; plain integers forget that.
    fn read(value: i128, _read: Read) -> Self {
        Self::from(value)
    }
    /// Nought.
    fn zero() -> Self {
        Self::from(0)
    }
    /// One.
    fn one() -> Self {
        Self::from(1)
    }
    /// Whether it is nought.
    fn is_zero(&self) -> bool;
    /// Whether it is one.
    fn is_one(&self) -> bool;
    /// A divisor of both: for plain integers the greatest.
    fn gcd(&self, other: &Self) -> Self;
    /// As a machine word, if it fits.
    fn to_i64(&self) -> Option<i64>;
    /// The sum.
    fn plus(&self, other: &Self) -> Result<Self, Stop>;
    /// The difference.
    fn minus(&self, other: &Self) -> Result<Self, Stop>;
    /// The product.
    fn times(&self, other: &Self) -> Result<Self, Stop>;
    /// Quotient and remainder of a number that is not negative by one above nought.
    fn divide(&self, by: &Self) -> (Self, Self);
    /// What makes many divisions by this number quick: see [`Number::divide_quickly`].
    fn inverse(&self) -> Option<u64>;
    /// As [`Number::divide`], given the inverse of `by`.
    fn divide_quickly(&self, by: &Self, inverse: Option<u64>) -> (Self, Self);
}

impl Number for i128 {
    fn is_zero(&self) -> bool {
        *self == 0
    }

    fn is_one(&self) -> bool {
        *self == 1
    }

    fn gcd(&self, other: &Self) -> Self {
        Integer::gcd(self, other)
    }

    fn to_i64(&self) -> Option<i64> {
        ToPrimitive::to_i64(self)
    }

    fn plus(&self, other: &Self) -> Result<Self, Stop> {
        self.checked_add(*other).ok_or(Stop::TooWide)
    }

    fn minus(&self, other: &Self) -> Result<Self, Stop> {
        self.checked_sub(*other).ok_or(Stop::TooWide)
    }

    fn times(&self, other: &Self) -> Result<Self, Stop> {
        // Two halves always fit the whole, and their product is one machine instruction.
        match (i64::try_from(*self), i64::try_from(*other)) {
            (Ok(a), Ok(b)) => Ok(Self::from(a) * Self::from(b)),
            _ => self.checked_mul(*other).ok_or(Stop::TooWide),
        }
    }

    fn divide(&self, by: &Self) -> (Self, Self) {
        // A division of halves is several times faster than one of wholes.
        if let (Ok(a), Ok(b)) = (u64::try_from(*self), u64::try_from(*by)) {
            return (Self::from(a / b), Self::from(a % b));
        }
        let quotient = self / by;
        (quotient, self - quotient * by)
    }

    fn inverse(&self) -> Option<u64> {
        u64::try_from(*self).ok().and_then(|by| u64::MAX.checked_div(by))
    }

    fn divide_quickly(&self, by: &Self, inverse: Option<u64>) -> (Self, Self) {
        let (Some(inverse), Ok(number), Ok(divisor)) =
            (inverse, u64::try_from(*self), u64::try_from(*by))
        else {
            return self.divide(by);
        };
        // `number × inverse ÷ 2^64` is the quotient or up to two less: a multiplication and a
        // correction take a third of the time of a division.
        let mut quotient = high_half(number, inverse);
        let mut rest = number - quotient * divisor;
        while rest >= divisor {
            rest -= divisor;
            quotient += 1;
        }
        (Self::from(quotient), Self::from(rest))
    }
}

impl Number for BigInt {
    fn is_zero(&self) -> bool {
        Zero::is_zero(self)
    }

    fn is_one(&self) -> bool {
        One::is_one(self)
    }

    fn gcd(&self, other: &Self) -> Self {
        Integer::gcd(self, other)
    }

    fn to_i64(&self) -> Option<i64> {
        ToPrimitive::to_i64(self)
    }

    fn plus(&self, other: &Self) -> Result<Self, Stop> {
        Ok(self + other)
    }

    fn minus(&self, other: &Self) -> Result<Self, Stop> {
        Ok(self - other)
    }

    fn times(&self, other: &Self) -> Result<Self, Stop> {
        Ok(self * other)
    }

    fn divide(&self, by: &Self) -> (Self, Self) {
        self.div_rem(by)
    }

    fn inverse(&self) -> Option<u64> {
        None
    }

    fn divide_quickly(&self, by: &Self, _: Option<u64>) -> (Self, Self) {
        self.divide(by)
    }
}

/// The upper 64 bits of a product of 128.
fn high_half(a: u64, b: u64) -> u64 {
    let product = (u128::from(a) * u128::from(b)) >> 64;
    u64::try_from(product).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quick_division_is_a_division() {
        let most = i128::from(u64::MAX);
        let numbers = [0, 1, 2, 3, 7, 10_007, 1 << 32, (1 << 63) - 1, 1 << 63, most - 1, most];
        for number in numbers.into_iter().chain([most + 1, i128::MAX]) {
            for by in numbers.into_iter().filter(|&by| by > 0).chain([most + 2]) {
                let quick = number.divide_quickly(&by, by.inverse());
                assert_eq!(quick, (number / by, number % by), "{number} / {by}");
            }
        }
    }

    #[test]
    fn what_does_not_fit_says_so() {
        assert_eq!(i128::MAX.plus(&1), Err(Stop::TooWide));
        assert_eq!(i128::MAX.times(&2), Err(Stop::TooWide));
        assert_eq!(i128::MIN.minus(&1), Err(Stop::TooWide));
        assert_eq!(i128::from(i64::MIN).times(&i128::from(i64::MIN)), Ok(1 << 126));
    }
}
