//! Which columns of the table there is room for, and in which order they give way.

use ratatui::style::Style;

use crate::app::results::{ResultRow, better_change};
use crate::format::{self, Minus};
use crate::money::Pence;
use crate::view::pen::Pen;

/// A column of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    ControlTotal,
    Target,
    Result,
    Distance,
    Line,
    Paid,
    Lost,
    Bonus,
    Before,
    Position,
    Change,
}

use Column::{
    Before, Bonus, Change, ControlTotal, Distance, Line, Lost, Paid, Position, Result, Target,
};

/// The columns from left to right: head, width.
const ALL: [(Column, &str, u16); 11] = [
    (ControlTotal, "total", 9),
    (Target, "target", 9),
    (Result, "result", 9),
    (Distance, "distance", 11),
    (Line, "short │ above    ", LINE),
    (Paid, "paid", 8),
    (Lost, "lost", 8),
    (Bonus, "bonus", 8),
    (Before, "before", 9),
    (Position, "position", 9),
    (Change, "change", 9),
];

/// How wide the number line is: two halves, the target between them, and a column before.
pub(super) const LINE: u16 = 22;

/// What gives way first. Name, distance, paid and lost never do.
const GIVES_WAY: [Column; 8] =
    [ControlTotal, Bonus, Before, Line, Target, Position, Result, Change];

/// The columns that fit: head and width. Without a change there is no before; without any support
/// in the file there is none to be paid.
pub(super) fn fitting(
    width: u16,
    (changed, support): (bool, bool),
) -> Vec<(Column, &'static str, u16)> {
    let mut columns = ALL.to_vec();
    columns.retain(|(column, ..)| match column {
        Before | Change => changed,
        Paid | Lost | Bonus | Position => support,
        _ => true,
    });
    let room = width - width / 4;
    for giving in GIVES_WAY {
        if columns.iter().map(|(.., width)| width).sum::<u16>() <= room {
            break;
        }
        columns.retain(|(column, ..)| *column != giving);
    }
    columns
}

/// What a row has in a column, but for the number line.
pub(super) fn cell(pen: &Pen<'_>, row: &ResultRow, column: Column) -> (String, Style) {
    let text = if row.is_pool { pen.theme.strong } else { pen.theme.text };
    let known = |amount: Option<Pence>, style: Style| match amount {
        Some(amount) => (format::column(amount, 3, Minus::Sign), style),
        None => ("[x]".to_owned(), pen.theme.faint),
    };
    // Where there is no support there is no figure that could be nought.
    let support = |amount: Option<Pence>, style: Style| match row.has_support {
        true => known(amount, style),
        false => ("–".to_owned(), pen.theme.faint),
    };
    let lost = row.lost.now.unwrap_or_default();
    match column {
        ControlTotal => known(row.control_total, pen.theme.second),
        Target => known(row.target, text),
        Result => known(row.result.now, text),
        Distance => {
            let (words, tone) = row.distance();
            (words, pen.style(tone))
        }
        Paid => support(row.paid.now, text),
        Lost => support(row.lost.now, if lost.is_zero() { text } else { pen.theme.stop }),
        Bonus => support(row.bonus.now, text),
        Before => known(row.moved().before, pen.theme.second),
        Position => known(row.position.now, text),
        Change => {
            let (words, tone) = better_change(row.moved());
            (words, pen.style(tone))
        }
        Line => (String::new(), text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heads(width: u16, changed: bool) -> Vec<&'static str> {
        fitting(width, (changed, true)).into_iter().map(|(_, head, _)| head).collect()
    }

    #[test]
    fn columns_give_way_in_their_order_and_some_never() {
        // 118 columns leave 89 for figures: 9 + 9 + 9 + 11 + 22 + 8 + 8 + 8 + 9 = 93, so the control
        // total goes.
        let wide = heads(118, false);
        assert_eq!(wide.first(), Some(&"target"));
        assert_eq!(wide.last(), Some(&"position"));
        // 78 leave 59: without control total, bonus and line 9 + 9 + 11 + 8 + 8 + 9 = 54.
        assert_eq!(heads(78, false), ["target", "result", "distance", "paid", "lost", "position"]);
        // Changed, 9 more: the target goes, 54 again.
        assert_eq!(heads(78, true), ["result", "distance", "paid", "lost", "position", "change"]);
        assert_eq!(heads(48, true), ["distance", "paid", "lost", "change"]);
        assert_eq!(heads(20, true), ["distance", "paid", "lost"]);
        let without: Vec<_> = fitting(78, (false, false)).into_iter().map(|own| own.1).collect();
        // 9 + 9 + 9 + 11 + 22 = 60 of 59: the control total goes first.
        assert_eq!(without, ["target", "result", "distance", "short │ above    "]);
    }
}
