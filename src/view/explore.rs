//! The Explore screen's panes.

pub(super) mod bar;
mod levers;
mod programmes;
mod shape;
mod tree;
mod widths;

use shape::shape_of;
pub(super) use tree::shortened;

use ratatui::layout::{Position, Rect};

use super::layout::Frame;
use super::legend;
use super::pen::Pen;
use crate::app::{Area, Spot, Work};

/// Draws the panes that there is room for.
pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, frame: &Frame) {
    let shape = shape_of(work, frame);
    tree::draw(pen, work, shape.tree);
    levers::draw(pen, work, shape.levers);
    programmes::draw(pen, work, shape.programmes);
    signs(pen, shape.legend);
}

/// What the mouse is over.
pub(super) fn spot(work: &Work, frame: &Frame, at: Position) -> Spot {
    let explore = &work.screens.explore;
    let shape = shape_of(work, frame);
    if shape.tree.contains(at) {
        return tree::list(work, &explore.tree(&work.session), shape.tree).spot(Area::Pane(0), at);
    }
    if shape.programmes.contains(at) {
        let length = explore.programmes(&work.session).len();
        return programmes::list(work, length, shape.programmes).spot(Area::Pane(2), at);
    }
    let lines = levers::lines(work, shape.levers.width);
    match levers::list(work, &lines, shape.levers).spot(Area::Pane(1), at) {
        Spot::Row(area, line) => {
            lines[line].1.map_or(Spot::List(area), |place| Spot::Row(area, place))
        }
        other => other,
    }
}

/// What the signs mean.
fn signs(pen: &mut Pen<'_>, row: Rect) {
    let t = pen.theme;
    let items = [
        ("◇", t.text, "planned"),
        ("◆", t.accent, "new start"),
        ("░", t.lost, "lost"),
        ("█", t.bar, "runs"),
        ("▒", t.other, "council’s own"),
        ("[x]", t.second, "not published"),
        ("[z]", t.second, "not applicable"),
    ];
    legend::draw(pen, row, &[&items[..], &legend::marks(&t)].concat());
}
