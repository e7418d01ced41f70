//! A bar to scale: its edges are rounded running sums, so that nothing drifts.

use ratatui::style::Style;

/// A part of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Its first column.
    pub start: u16,
    /// The column after its last.
    pub end: u16,
    /// How it is drawn.
    pub style: Style,
}

/// The columns at which parts begin and end: `sum so far × columns ÷ per`, rounded half up.
///
/// The scale is a whole fraction, so many columns for each `per` of the amounts' unit.
pub fn edges(amounts: &[i64], (columns, per): (i64, i64)) -> Vec<u16> {
    let mut sum = 0_i128;
    let mut all = vec![0];
    for amount in amounts {
        sum += i128::from((*amount).max(0));
        let twice = 2 * sum * i128::from(columns) + i128::from(per);
        let edge = twice.div_euclid(2 * i128::from(per.max(1)));
        all.push(u16::try_from(edge).unwrap_or(u16::MAX));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_are_rounded_sums_and_do_not_drift() {
        // Thirds of a column: 1/3 → 0, 2/3 → 1, 3/3 → 1, and so on: nine of them end at 3 exactly.
        assert_eq!(edges(&[1; 9], (1, 3)), [0, 0, 1, 1, 1, 2, 2, 2, 3, 3]);
        // £5m five times and £25.4m at 2 columns a million, in pence.
        let millions = [5, 5, 5, 5, 5].map(|m: i64| m * 100_000_000);
        let mut amounts = millions.to_vec();
        amounts.push(2_540_000_000);
        assert_eq!(edges(&amounts, (2, 100_000_000)), [0, 10, 20, 30, 40, 50, 101]);
    }
}
