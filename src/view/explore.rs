//! The Explore screen's panes.

pub(super) mod bar;
pub(super) mod levers;
mod programmes;
mod tree;

pub(super) use tree::shortened;

use ratatui::layout::Rect;

use super::layout::{Shape, Size};
use super::pen::{Pen, after};
use super::widgets::width_of;
use crate::app::Work;
use crate::app::explore::Pane;

/// Draws the panes that there is room for.
pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, shape: &Shape) {
    if shape.size == Size::Single {
        tabs(pen, work, shape.tabs);
    }
    tree::draw(pen, work, shape.tree);
    levers::draw(pen, work, shape.levers);
    programmes::draw(pen, work, shape.programmes);
    legend(pen, shape.legend);
}

/// The names of the panes where one is shown at a time.
fn tabs(pen: &mut Pen<'_>, work: &Work, row: Rect) {
    let names =
        [(Pane::Tree, "Who"), (Pane::Levers, "What decides it"), (Pane::Programmes, "Programmes")];
    let mut pieces = Vec::new();
    for (pane, name) in names {
        let own = work.explore.focus == pane;
        let words = if own { format!("‹{name}›") } else { format!(" {name} ") };
        pieces.push((words, if own { pen.theme.accent } else { pen.theme.second }));
    }
    let pieces: Vec<_> = pieces.iter().map(|(words, style)| (words.as_str(), *style)).collect();
    pen.put(row, &pieces);
}

/// What the signs mean: whole items, as many as there is room for.
fn legend(pen: &mut Pen<'_>, row: Rect) {
    let t = pen.theme;
    let items = [
        ("◇", t.text, " planned"),
        ("◆", t.accent, " new start"),
        ("░", t.lost, " months lost"),
        ("█", t.bar, " running"),
        ("▒", t.other, " council’s own"),
        ("[x]", t.second, " not published"),
        ("[z]", t.second, " not applicable"),
        ("≈", t.second, " estimated"),
    ];
    let mut at = 0;
    for (sign, style, words) in items {
        if at + width_of(sign) + width_of(words) > row.width {
            break;
        }
        at += pen.put(after(row, at), &[(sign, style), (words, t.faint)]) + 2;
    }
}
