//! Which columns there is room for, and where they stand.

use crate::analysis::compare::LETTERS;
use crate::app::Work;
use crate::view::layout::{Frame, Size};

/// One column that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Column {
    /// Which side.
    pub(super) side: usize,
    /// Its first column, from the left edge of the panes.
    pub(super) x: u16,
    /// Its width.
    pub(super) width: u16,
}

/// The columns and the room for labels before them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    /// Columns for labels.
    pub(super) label: u16,
    /// The sides that are shown, in their order.
    pub(super) columns: Vec<Column>,
    /// The letter of the last side that is hidden at the left.
    pub(super) before: Option<&'static str>,
    /// The letter of the first that is hidden at the right.
    pub(super) behind: Option<&'static str>,
}

/// The baseline has figures alone; the others the change beside them.
const ALONE: u16 = 11;
const ALONE_WIDE: u16 = 14;
const BOTH: u16 = 22;
/// With room to spare columns are wider, and labels no longer than they need be.
const ALONE_AT_EASE: u16 = 20;
const BOTH_AT_EASE: u16 = 26;
const LONGEST_LABEL: u16 = 48;

pub(super) fn shape(work: &Work, frame: &Frame) -> Shape {
    let own = &work.screens.compare;
    let count = own.columns().len();
    let one = frame.size <= Size::Single || work.screens.zoomed;
    placed(frame.panes.width, (count, own.baseline), (own.column, one))
}

/// As many of the sides as there is room for: the baseline, and the others around the one that has the
/// focus.
fn placed(width: u16, (count, baseline): (usize, usize), (focus, one): (usize, bool)) -> Shape {
    let least = (width / 3).min(23);
    let others: Vec<usize> = (0..count).filter(|side| *side != baseline).collect();
    let alone = if width < 98 { ALONE } else { ALONE_WIDE };
    let room = width.saturating_sub(least + alone) / BOTH;
    let room = usize::from(room).clamp(1, others.len().max(1));
    let at = others.iter().position(|side| *side == focus).unwrap_or(0);
    let first = (at + 1).saturating_sub(room);
    let mut shown: Vec<usize> = match one {
        true => vec![focus],
        false => others.iter().copied().skip(first).take(room).chain([baseline]).collect(),
    };
    shown.sort_unstable();
    let others_shown = shown.iter().filter(|side| **side != baseline).count();
    let easy = u16::try_from(others_shown).unwrap_or(0) * BOTH_AT_EASE + ALONE_AT_EASE;
    let at_ease = width >= easy + 36;
    let column = |side: usize| match (side == baseline, at_ease) {
        (true, true) => ALONE_AT_EASE,
        (true, false) => alone,
        (false, true) => BOTH_AT_EASE,
        (false, false) => BOTH,
    };
    let taken: u16 = shown.iter().map(|side| column(*side)).sum();
    let label = width.saturating_sub(taken).min(LONGEST_LABEL);
    let mut x = label;
    let mut columns = Vec::new();
    for side in &shown {
        columns.push(Column { side: *side, x, width: column(*side).min(width.saturating_sub(x)) });
        x += column(*side);
    }
    let hidden = |side: &usize| !shown.contains(side);
    let before = (0..focus).rev().find(hidden).map(|side| LETTERS[side]);
    let behind = (focus..count).find(hidden).map(|side| LETTERS[side]);
    Shape { label, columns, before, behind }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sides(shape: &Shape) -> Vec<usize> {
        shape.columns.iter().map(|column| column.side).collect()
    }

    #[test]
    fn the_baseline_stays_and_the_others_follow_the_focus() {
        // 118 − 14 − 3 × 22 = 38 for labels: all four.
        let wide = placed(118, (4, 0), (1, false));
        assert_eq!((sides(&wide), wide.label), (vec![0, 1, 2, 3], 38));
        // 78 − 23 − 11 = 44: two beside the baseline.
        let narrow = placed(78, (4, 0), (1, false));
        assert_eq!(
            (sides(&narrow), narrow.before, narrow.behind),
            (vec![0, 1, 2], None, Some("D"))
        );
        let scrolled = placed(78, (4, 0), (3, false));
        assert_eq!((sides(&scrolled), scrolled.before), (vec![0, 2, 3], Some("B")));
        // One pane at a time: the one that has the focus.
        let single = placed(48, (4, 0), (2, true));
        assert_eq!((sides(&single), single.label), (vec![2], 26));
    }
}
