//! The integers in which a split is exact: `i128` while it fits, big integers where it does not.

use super::fault::Fault;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::ToPrimitive;

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

/// Whole numbers whose sums and products say when they do not fit.
pub(super) trait Number: Clone + Ord + From<i128> + Integer + ToPrimitive {
    /// The sum.
    fn plus(&self, other: &Self) -> Result<Self, Stop>;
    /// The difference.
    fn minus(&self, other: &Self) -> Result<Self, Stop>;
    /// The product.
    fn times(&self, other: &Self) -> Result<Self, Stop>;
    /// Quotient and remainder of a number that is not negative by one above nought.
    fn divide(&self, by: &Self) -> (Self, Self);
}

impl Number for i128 {
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
}

impl Number for BigInt {
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
}
