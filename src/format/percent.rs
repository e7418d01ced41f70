//! Percentages written for prose, columns and differences.

use super::money::{Minus, with_point, without_noughts};
use crate::money::Share;

/// How many units of a [`Share`] make a hundredth of one.
const PERCENT: u64 = Share::UNITS.unsigned_abs() / 100;
/// The decimals of a percentage that a share keeps.
const DECIMALS: u32 = 10;

/// Exact and short, without a blank: `70%`, `2.5%`, `−12.5%`.
pub fn percent(share: Share, minus: Minus) -> String {
    let units = share.units().unsigned_abs();
    let digits = without_noughts(&with_point(units, DECIMALS));
    format!("{}{digits}%", minus.before(share < Share::ZERO))
}

/// For a column with % in its head, rounded half up in size: `70.0`, `0.1`, `−4.0`.
pub fn percent_column(share: Share, decimals: u32, minus: Minus) -> String {
    let (negative, digits) = rounded(share, decimals);
    format!("{}{digits}", minus.before(negative))
}

/// A difference of two percentages: `+4.0 pt`, `−0.5 pt`, `0.0 pt`.
pub fn points(difference: Share, decimals: u32, minus: Minus) -> String {
    let (negative, digits) = rounded(difference, decimals);
    let is_nought = digits.chars().all(|c| matches!(c, '0' | '.'));
    let plus = if is_nought || negative { "" } else { "+" };
    format!("{plus}{}{digits} pt", minus.before(negative))
}

/// Whether a minus is due, and the digits; what rounds to nought has no sign.
fn rounded(share: Share, decimals: u32) -> (bool, String) {
    let decimals = decimals.min(DECIMALS);
    let unit = PERCENT / 10_u64.pow(decimals);
    let units = (share.units().unsigned_abs() + unit / 2) / unit;
    (share < Share::ZERO && units > 0, with_point(units, decimals))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_in_prose_and_columns() {
        assert_eq!(percent(Share::percent(70), Minus::Sign), "70%");
        assert_eq!(percent(Share::from_units(25_000_000_000), Minus::Sign), "2.5%");
        assert_eq!(percent(Share::from_units(-1), Minus::Hyphen), "-0.0000000001%");
        assert_eq!(percent(Share::percent(1200), Minus::Sign), "1,200%");
        assert_eq!(percent_column(Share::percent(70), 1, Minus::Sign), "70.0");
        // 0.05 % rounds half up to 0.1 at one decimal, 0.0499… to nought and without a sign.
        assert_eq!(percent_column(Share::from_units(-500_000_000), 1, Minus::Sign), "−0.1");
        assert_eq!(percent_column(Share::from_units(-499_999_999), 1, Minus::Sign), "0.0");
    }

    #[test]
    fn differences_are_points() {
        assert_eq!(points(Share::percent(4), 1, Minus::Sign), "+4.0 pt");
        assert_eq!(points(Share::percent(-4), 0, Minus::Hyphen), "-4 pt");
        assert_eq!(points(Share::ZERO, 1, Minus::Sign), "0.0 pt");
    }
}
