//! Exact decimals for data: pounds, people, months, percentages without signs or commas of prose.
//!
//! Numbers for readers belong to `format`.

use crate::engine::{Reading, Unit};
use crate::format::{self, Minus};
use crate::model::{Measure, MeasureUnit};
use crate::money::{Pence, Share};

/// Pounds with two decimals: `478904.64`, `-142000000.00`.
pub(super) fn pounds(amount: Pence) -> String {
    let size = amount.get().unsigned_abs();
    let minus = if amount < Pence::ZERO { "-" } else { "" };
    format!("{minus}{}.{:02}", size / 100, size % 100)
}

/// A size by a measure; money in pounds.
pub(super) fn size(measure: &Measure, size: i128) -> String {
    match measure.unit {
        MeasureUnit::Money => pounds(Pence::from_wide(size)),
        MeasureUnit::People => size.to_string(),
        MeasureUnit::Number => fraction(size, 10_i128.pow(measure.decimals), measure.decimals),
    }
}

/// A fraction of whole numbers as a decimal, rounded half up in size; the denominator is above
/// nought.
pub(super) fn fraction(numerator: i128, denominator: i128, decimals: u32) -> String {
    let one = 10_i128.pow(decimals);
    let scaled = numerator.abs().saturating_mul(2 * one).saturating_add(denominator);
    let units = scaled / (2 * denominator);
    let minus = if numerator < 0 && units > 0 { "-" } else { "" };
    let width = usize::try_from(decimals).unwrap_or(0);
    match decimals {
        0 => format!("{minus}{units}"),
        _ => format!("{minus}{}.{:0width$}", units / one, units % one),
    }
}

/// A reading as a decimal in the unit that [`unit_word`] names; `None` where it is not known.
pub fn reading(reading: Reading) -> Option<String> {
    let (numerator, denominator) = reading.value?;
    Some(match reading.unit {
        Unit::Money | Unit::PencePerHead => fraction(numerator, 100 * denominator, 2),
        Unit::Months => fraction(numerator, denominator, 1),
        Unit::Share => fraction(100 * numerator, denominator, 2),
        Unit::People => fraction(numerator, denominator, 0),
    })
}

/// The unit of [`reading()`], in a word: `pounds`.
pub fn unit_word(unit: Unit) -> &'static str {
    match unit {
        Unit::Money => "pounds",
        Unit::PencePerHead => "pounds a head",
        Unit::Months => "months",
        Unit::Share => "percent",
        Unit::People => "people",
    }
}

/// A reading as somebody would type it into a bound: `1.5m`, `4.0`, `20%`.
pub(super) fn typed(reading: Reading) -> Option<String> {
    if let Some(pence) = reading.pence() {
        return Some(format::typed(pence));
    }
    let (numerator, denominator) = reading.value?;
    if reading.unit == Unit::Share {
        let units = numerator.checked_mul(i128::from(Share::UNITS))? / denominator;
        let share = Share::from_units(i64::try_from(units).ok()?);
        return Some(format::percent(share, Minus::Hyphen));
    }
    self::reading(reading)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_exact_or_rounded_half_up() {
        assert_eq!(pounds(Pence::new(47_890_464)), "478904.64");
        assert_eq!(pounds(Pence::new(-5)), "-0.05");
        // 478,904.64 ÷ 120,000 = 3.9909; 0.05 rounds up, 0.0499 down and without a sign.
        assert_eq!(fraction(47_890_464, 12_000_000, 1), "4.0");
        assert_eq!(fraction(-5, 100, 1), "-0.1");
        assert_eq!(fraction(-499, 10_000, 1), "0.0");
        assert_eq!(fraction(4125, 1000, 3), "4.125");
        assert_eq!(fraction(5, 2, 0), "3");
    }

    #[test]
    fn readings_carry_their_units() {
        let of = |value, unit| Reading { value: Some(value), unit };
        assert_eq!(reading(of((1, 3), Unit::Share)).unwrap(), "33.33");
        assert_eq!(typed(of((1, 4), Unit::Share)).unwrap(), "25%");
        assert_eq!(typed(of((160_000_000, 1), Unit::Money)).unwrap(), "1.6m");
        assert_eq!(typed(of((4, 1), Unit::Months)).unwrap(), "4.0");
        // £5m over 1,234,567 people: 404.999 pence, £4.05 a head.
        assert_eq!(reading(of((500_000_000, 1_234_567), Unit::PencePerHead)).unwrap(), "4.05");
        assert_eq!(reading(Reading { value: None, unit: Unit::Money }), None);
    }
}
