//! How wide the columns of figures in a pane are: as drawn, or wider where billions stand in them.

use crate::app::explore::Figure;
use crate::view::widgets::width_of;

/// The columns of a pane's figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Widths {
    /// Of an amount, before or now.
    pub(super) amount: u16,
    /// Of a change with its sign.
    pub(super) change: u16,
}

impl Widths {
    /// As drawn: £m with three decimals, and nothing of a billion.
    const USUAL: Self = Self { amount: 7, change: 9 };

    /// Wide enough for all of these.
    pub(super) fn of(figures: impl Iterator<Item = Figure>) -> Self {
        figures.fold(Self::USUAL, |widest, figure| {
            let (before, now) = (figure.before_column(), figure.now_column());
            let amount = width_of(&before).max(width_of(&now));
            let change = width_of(&figure.change_column().0);
            Self {
                amount: widest.amount.max(wider(amount, Self::USUAL.amount)),
                change: widest.change.max(wider(change, Self::USUAL.change)),
            }
        })
    }

    /// Words right-aligned over a column of amounts.
    pub(super) fn over_amount(self, words: &str) -> String {
        format!("{words:>width$}", width = usize::from(self.amount))
    }

    /// Words right-aligned over a column of changes.
    pub(super) fn over_change(self, words: &str) -> String {
        format!("{words:>width$}", width = usize::from(self.change))
    }
}

/// What is wider than usual gets a column more, so that it touches nothing.
fn wider(width: u16, usual: u16) -> u16 {
    if width > usual { width + 1 } else { usual }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Pence;

    fn of(before: i64, now: i64) -> Widths {
        let million = |millions| Pence::pounds(millions * 1_000_000);
        Widths::of([Figure::known(million(before), million(now))].into_iter())
    }

    #[test]
    fn billions_widen_their_columns() {
        // 999.000 takes seven columns, 1,410.000 nine and one in front of it.
        assert_eq!(of(999, 999), Widths { amount: 7, change: 9 });
        assert_eq!(of(999, 1_410), Widths { amount: 10, change: 9 });
        // ▲+1,410.000 takes eleven.
        assert_eq!(of(0, 1_410), Widths { amount: 10, change: 12 });
    }
}
