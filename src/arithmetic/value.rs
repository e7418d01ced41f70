//! What a calculation comes to, exactly.

use super::{Rounding, Sum, Unit};
use num_bigint::{BigInt, Sign};
use num_integer::Integer;

/// A share of one is kept in units of this.
const SHARE: u64 = 1_000_000_000_000;

/// An exact number: a numerator over a denominator above nought, in lowest terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exact {
    /// The numerator.
    pub above: BigInt,
    /// The denominator.
    pub below: BigInt,
}

impl Exact {
    /// One number over another; `None` over nought.
    pub fn new(above: BigInt, below: BigInt) -> Option<Self> {
        let common = above.gcd(&below);
        let common = if below.sign() == Sign::Minus { -common } else { common };
        (below.sign() != Sign::NoSign)
            .then(|| Self { above: above / &common, below: below / &common })
    }

    /// A whole number.
    pub fn whole(number: impl Into<BigInt>) -> Self {
        Self { above: number.into(), below: BigInt::from(1) }
    }

    /// Whether it has nothing behind the point.
    pub fn is_whole(&self) -> bool {
        self.below == BigInt::from(1)
    }

    /// Rounded to a whole number.
    pub fn rounded(&self, rounding: Rounding) -> BigInt {
        match rounding {
            Rounding::Down => self.above.div_floor(&self.below),
            Rounding::HalfUp => {
                let half: BigInt = &self.above * 2 + &self.below;
                half.div_floor(&(&self.below * 2))
            }
        }
    }

    fn plus(&self, other: &Self, minus: bool) -> Option<Self> {
        let more = &other.above * &self.below;
        let more = if minus { -more } else { more };
        Self::new(&self.above * &other.below + more, &self.below * &other.below)
    }

    fn times(&self, other: &Self) -> Option<Self> {
        Self::new(&self.above * &other.above, &self.below * &other.below)
    }

    fn is_below(&self, other: &Self) -> bool {
        &self.above * &other.below < &other.above * &self.below
    }
}

impl<R> Sum<R> {
    /// What it comes to, money in pence; `None` where something is divided by nought.
    pub fn value(&self) -> Option<Exact> {
        let pick = |parts: &[Self], first: fn(&Exact, &Exact) -> bool| {
            let values = parts.iter().map(Self::value).collect::<Option<Vec<_>>>()?;
            values.into_iter().reduce(|a, b| if first(&b, &a) { b } else { a })
        };
        match self {
            Self::Number(own) => match own.unit {
                Unit::Share => Exact::new(own.value.clone(), BigInt::from(SHARE)),
                Unit::Pence | Unit::Count | Unit::Size(_) => Some(Exact::whole(own.value.clone())),
            },
            Self::Plus(parts) => parts
                .iter()
                .try_fold(Exact::whole(0), |sum, (minus, part)| sum.plus(&part.value()?, *minus)),
            Self::Times(parts) => parts
                .iter()
                .try_fold(Exact::whole(1), |product, part| product.times(&part.value()?)),
            Self::Over(above, below) => {
                let (above, below) = (above.value()?, below.value()?);
                Exact::new(&above.above * &below.below, &above.below * &below.above)
            }
            Self::Least(parts) => pick(parts, Exact::is_below),
            Self::Most(parts) => pick(parts, |a, b| b.is_below(a)),
            Self::Rounded(rounding, own) => Some(Exact::whole(own.value()?.rounded(*rounding))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pence(value: i64) -> Sum<()> {
        Sum::plain(value, Unit::Pence)
    }

    #[test]
    fn a_share_of_five_million() {
        // 350,000,000 p × 228,287 ÷ 1,668,400 = 47,890,463.9175… p: down …463, half up …464.
        let share = pence(350_000_000).times(Sum::plain(228_287, Unit::Size(5)));
        let share = share.over(Sum::plain(1_668_400, Unit::Size(5)));
        let exact = share.value().unwrap();
        assert_eq!(exact.rounded(Rounding::Down), BigInt::from(47_890_463));
        assert_eq!(exact.rounded(Rounding::HalfUp), BigInt::from(47_890_464));
        assert!(!exact.is_whole());
    }

    #[test]
    fn percentages_ends_and_signs() {
        // 70 % of 500 is 350; the smaller of that and 300; 300 − (−20) = 320; below nought: nought.
        let seventy = Sum::plain(700_000_000_000_i64, Unit::Share);
        let part = pence(500).times(seventy);
        assert_eq!(part.value(), Some(Exact::whole(350)));
        let least = part.at_most(pence(300));
        assert_eq!(least.clone().less(pence(-20)).value(), Some(Exact::whole(320)));
        assert_eq!(pence(1).less(least).at_least_nought().value(), Some(Exact::whole(0)));
        // −2.5 half up is −2, down −3.
        let half = pence(-5).over(Sum::plain(2, Unit::Count));
        assert_eq!(half.value().unwrap().rounded(Rounding::HalfUp), BigInt::from(-2));
        assert_eq!(half.value().unwrap().rounded(Rounding::Down), BigInt::from(-3));
        assert_eq!(pence(1).over(pence(0)).value(), None);
    }
}
