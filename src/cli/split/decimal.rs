//! Numbers of a case, read without a float: whole pence, decimals, shares of one.

use super::refusal::Refusal;
use crate::money::{Pence, Share};
use num_bigint::{BigInt, Sign};
use num_traits::{ToPrimitive, Zero};
use serde_json::Value;

/// JSON integers up to this size are the same number in every language.
const MOST: i64 = 1 << 53;
/// More digits than any measure has; what is longer is a mistake.
const MOST_DIGITS: usize = 80;

/// An exact decimal number: `digits ÷ 10^places`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    digits: BigInt,
    places: u32,
}

impl Decimal {
    /// One.
    pub(super) fn one() -> Self {
        Self { digits: BigInt::from(1), places: 0 }
    }

    /// A JSON integer, or a string such as `"12.5"`.
    pub(super) fn read(value: &Value, place: &str) -> Result<Self, Refusal> {
        let refused = || Refusal::bad_number(place, "a whole number or a decimal in quotes");
        if let Value::String(text) = value {
            return Self::parse(text).ok_or_else(refused);
        }
        let digits = BigInt::from(value.as_i64().ok_or_else(refused)?);
        Ok(Self { digits, places: 0 })
    }

    fn parse(text: &str) -> Option<Self> {
        let (negative, size) = match text.as_bytes().first()? {
            b'-' => (true, &text[1..]),
            b'+' => (false, &text[1..]),
            _ => (false, text),
        };
        let (whole, part) = size.split_once('.').unwrap_or((size, ""));
        let digits = [whole, part].concat();
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
        if digits.is_empty() || digits.len() > MOST_DIGITS || !plain {
            return None;
        }
        // Zeros at the end say nothing.
        let places = part.trim_end_matches('0').len();
        let kept = &digits[..whole.len() + places];
        let size: BigInt = if kept.is_empty() { BigInt::zero() } else { kept.parse().ok()? };
        let digits = if negative { -size } else { size };
        Some(Self { digits, places: u32::try_from(places).ok()? })
    }

    /// Whether it is below nought.
    pub(super) fn is_negative(&self) -> bool {
        self.digits.sign() == Sign::Minus
    }

    /// Digits after the point.
    pub(super) fn places(&self) -> u32 {
        self.places
    }

    /// The number times `10^places`, where that is whole.
    pub(super) fn scaled(&self, places: u32) -> BigInt {
        &self.digits * BigInt::from(10).pow(places.saturating_sub(self.places))
    }
}

/// A whole number of pence.
pub(super) fn pence(value: &Value, place: &str) -> Result<Pence, Refusal> {
    whole(value)
        .map(Pence::new)
        .ok_or_else(|| Refusal::bad_number(place, "a whole number of pence"))
}

/// A whole number, not too large to be the same in every language.
pub(super) fn whole(value: &Value) -> Option<i64> {
    value.as_i64().filter(|number| number.unsigned_abs() <= MOST.unsigned_abs())
}

/// A share of one, given as such (`hundredths` 0) or in percent (`hundredths` 2).
pub(super) fn share(value: &Value, hundredths: u32, place: &str) -> Result<Share, Refusal> {
    let number = Decimal::read(value, place)?;
    if number.places + hundredths > 12 {
        let most = 12 - hundredths;
        return Err(Refusal::bad_number(place, &format!("given to at most {most} decimals")));
    }
    let units = number.scaled(12 - hundredths).to_i64();
    units.map(Share::from_units).ok_or_else(|| Refusal::bad_number(place, "below nine million"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn decimals_are_read_exactly_and_nothing_else_is() {
        let number = |value: Value| Decimal::read(&value, "x");
        assert_eq!(
            number(json!("-0.50")).unwrap(),
            Decimal { digits: BigInt::from(-5), places: 1 }
        );
        assert_eq!(number(json!(7)).unwrap(), number(json!("7.000")).unwrap());
        for wrong in [json!(0.5), json!(""), json!("."), json!("1e3"), json!("1/3"), json!("NaN")] {
            assert_eq!(number(wrong).unwrap_err().code, "BAD_NUMBER");
        }
    }

    #[test]
    fn a_percentage_has_ten_decimals_and_an_alpha_twelve() {
        // 33.3333333333 % is 0.333333333333.
        let percent = share(&json!("33.3333333333"), 2, "percent").unwrap();
        assert_eq!(percent, Share::from_units(333_333_333_333));
        assert_eq!(share(&json!("0.333333333333"), 0, "alpha").unwrap(), percent);
        assert!(share(&json!("33.33333333333"), 2, "percent").is_err());
    }
}
