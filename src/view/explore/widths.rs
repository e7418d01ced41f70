//! How wide the columns of figures in a pane are: as drawn, or wider where larger amounts stand in them.

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
    /// As drawn: £m with three decimals, below a hundred million.
    const USUAL: Self = Self { amount: 7, change: 9 };

    /// Wide enough for all of these.
    pub(super) fn of(figures: impl Iterator<Item = Figure>) -> Self {
        figures.fold(Self::USUAL, |widest, figure| {
            let (before, now) = (figure.before_column(), figure.now_column());
            let amount = width_of(&before).max(width_of(&now));
            let change = width_of(&figure.change_column().0);
            // One more than the figure: columns do not touch.
            Self { amount: widest.amount.max(amount + 1), change: widest.change.max(change + 1) }
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
        // 99.000 takes six columns and one in front of it, 1,410.000 nine and one.
        assert_eq!(of(99, 99), Widths { amount: 7, change: 9 });
        assert_eq!(of(1_410, 1_410), Widths { amount: 10, change: 9 });
        // ▲+1,410.000 takes eleven and one.
        assert_eq!(of(0, 1_410), Widths { amount: 10, change: 12 });
    }
}
