//! What a refusal can do: the choice in use, the others, and what each would come to.

use ratatui::layout::Rect;

use super::Place;
use crate::app::Work;
use crate::app::sign_up::Board;
use crate::view::list::List;
use crate::view::pen::{Pen, after, left_of, row_of};
use crate::view::widgets::{fit, width_of};

/// Columns of the choice.
const CHOICE: u16 = 31;

pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, board: &Board, place: Place) {
    let area = place.area;
    let rows = board.effects(&work.session);
    let heads = if rows.is_empty() || area.width < 60 { "" } else { "Enter to choose" };
    pen.heading(row_of(area, 0), ("When a partner refuses", heads), place.focused);
    if rows.is_empty() {
        let words = "A council carries no ask: what it withdraws, nobody carries for it.";
        pen.put(after(row_of(area, 1), 3), &[(words, pen.theme.second)]);
        return;
    }
    let list = list(work, board, area);
    list.draw(pen, place.focused, |pen, at, line| {
        let row = &rows[at];
        let sign = if row.in_use { "◉ " } else { "○ " };
        let mark = if row.moved { "●" } else { " " };
        let style = if row.in_use { Pen::bold(pen.theme.yours) } else { pen.theme.yours };
        let pieces = [(mark, pen.theme.changed), (sign, style), (row.words, style)];
        pen.put(left_of(after(line, 1), CHOICE), &pieces);
        let rest = after(line, CHOICE + 2);
        let whole = width_of(&row.effect) <= rest.width;
        let effect = if whole { &row.effect } else { &row.brief };
        pen.put(rest, &[(&fit(effect, rest.width), pen.theme.second)]);
    });
}

/// The list of choices.
pub(super) fn list(work: &Work, board: &Board, area: Rect) -> List {
    List { area, length: board.choices.len(), selected: work.screens.sign_up.choice(board) }
}
