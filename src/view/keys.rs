//! The keys that work here, by what they are for; Enter does what the one under the cursor does.

use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

use super::legend;
use super::list::after_heading;
use super::pen::{Pen, after, left_of, row_of};
use super::widgets::{visible_rows, width_of};
use crate::app::keymap::{self, Context};
use crate::app::over::KeyList;

/// The lines of the list: a group's title, or a row and its place.
pub(super) fn lines(own: &KeyList) -> Vec<Result<usize, &'static str>> {
    let mut lines = Vec::new();
    let mut group = None;
    for (place, row) in own.rows.iter().enumerate() {
        if group != Some(row.group) {
            group = Some(row.group);
            lines.push(Err(row.group.title()));
        }
        lines.push(Ok(place));
    }
    lines
}

pub(super) fn draw(pen: &mut Pen<'_>, own: &KeyList, area: Rect) {
    pen.heading(row_of(area, 0), ("Keys that work here", "Enter does it"), true);
    signs(pen, row_of(area, area.height.saturating_sub(1)));
    let body = after_heading(list_area(area));
    let lines = lines(own);
    let selected = lines.iter().position(|line| *line == Ok(own.cursor)).unwrap_or(0);
    let seen = visible_rows(lines.len(), selected, body.height);
    for (at, place) in (0..).zip(seen) {
        let row = row_of(body, at);
        match lines[place] {
            Err(title) => {
                pen.put(after(row, 1), &[(title, pen.theme.strong)]);
            }
            Ok(place) => {
                let own_row = own.rows[place];
                let label = own_row.label();
                let style = Pen::bold(pen.theme.accent);
                let keys = left_of(after(row, 3), 26.min(row.width / 2));
                pen.put(keys, &[(&label, style)]);
                pen.put(after(row, 3 + keys.width + 1), &[(own_row.words, pen.theme.text)]);
                if place == own.cursor {
                    pen.select(row, true);
                }
            }
        }
    }
}

/// The area of the list: the last row below it says what signs mean.
pub(super) fn list_area(area: Rect) -> Rect {
    Rect { height: area.height.saturating_sub(1), ..area }
}

/// What the signs beside figures mean, on whichever screen.
fn signs(pen: &mut Pen<'_>, row: Rect) {
    let t = pen.theme;
    let [derived, assumed] = legend::marks(&t);
    // Which letter stands for the pound, and which signs for arrows, is not to be guessed.
    let twins = [("£", t.second, "pounds"), ("←→↑↓", t.second, "arrow keys")];
    let twins = twins.into_iter().filter(|_| t.ascii);
    let items = [
        ("●", t.changed, "you changed it"),
        derived,
        assumed,
        ("[x]", t.second, "not available"),
        ("[z]", t.second, "not applicable"),
    ];
    let items: Vec<_> = twins.chain(items).collect();
    legend::draw(pen, row, &items);
}

/// The letters that may follow `g`, in a small box at the lower right.
pub(super) fn go_to(pen: &mut Pen<'_>, area: Rect) {
    let rows: Vec<_> = keymap::rows(&[Context::GoTo]).collect();
    let widest = rows.iter().map(|row| width_of(row.words)).max().unwrap_or(0);
    let width = (widest + 8).min(area.width);
    let height = u16::try_from(rows.len() + 1).unwrap_or(u16::MAX).min(area.height);
    let place = Rect { x: area.right() - width, y: area.bottom() - height, width, height };
    // What lay there goes with its underlines.
    Clear.render(place.intersection(pen.buffer.area), pen.buffer);
    pen.buffer.set_style(place.intersection(pen.buffer.area), pen.theme.tint);
    let inside = after(place, 1);
    pen.heading(row_of(inside, 0), ("g goes to", ""), true);
    for (at, row) in (1..).zip(rows) {
        let line = row_of(inside, at);
        pen.put(line, &[(&row.label(), Pen::bold(pen.theme.accent))]);
        pen.put(after(line, 5), &[(row.words, pen.theme.text)]);
    }
    pen.cursor = Some(inside.as_position());
}
