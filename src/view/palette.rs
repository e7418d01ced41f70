//! All commands and names, found by the letters typed.

use ratatui::layout::{Position, Rect};

use super::pen::{Pen, after, left_of, row_of};
use super::widgets::{fit, visible_rows};
use crate::app::over::Palette;

pub(super) fn draw(pen: &mut Pen<'_>, own: &Palette, area: Rect) {
    let heads = format!("{} of {}", own.found.len(), own.all.len());
    pen.heading(row_of(area, 0), ("Commands and names", &heads), true);
    let row = row_of(area, 1);
    let typed = own.input.value();
    pen.put(row, &[("▌ ", pen.theme.accent), (typed, pen.theme.strong)]);
    let column = 2 + u16::try_from(own.input.visual_cursor()).unwrap_or(0);
    let below =
        Rect { y: area.y + 2.min(area.height), height: area.height.saturating_sub(2), ..area };
    if own.found.is_empty() {
        pen.put(
            after(row_of(below, 0), 2),
            &[("Nothing fits; Backspace takes a letter back.", pen.theme.second)],
        );
    }
    let seen = visible_rows(own.found.len(), own.cursor, below.height);
    for (at, place) in (0..).zip(seen) {
        let line = row_of(below, at);
        let (words, key, _) = &own.all[own.found[place]];
        let style = if place == own.cursor { pen.theme.strong } else { pen.theme.text };
        let words = fit(words, line.width.saturating_sub(22));
        pen.put(left_of(after(line, 2), line.width), &[(&words, style)]);
        pen.put_right(line, (key, pen.theme.second));
        if place == own.cursor {
            pen.select(line, true);
        }
    }
    // The reader of the cursor hears what is typed, not the list.
    let at = Position::new(row.x.saturating_add(column), row.y);
    pen.cursor = Some(at);
}
