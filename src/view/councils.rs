//! The Councils screen: the areas at the left, what reaches the selected one at the right.

mod area;
mod shape;

use ratatui::layout::{Position, Rect};

use super::layout::Frame;
use super::list::List;
use super::pen::{Pen, after, row_of};
use super::widgets::{Columns, width_of};
use crate::app::councils::{Listed, Pane};
use crate::app::{Area, Spot, Work};
use shape::shape;

/// Draws the panes that there is room for.
pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, frame: &Frame) {
    let shape = shape(frame, (work.screens.councils.focus, work.screens.zoomed));
    areas(pen, work, shape.areas);
    area::draw(pen, work, shape.area);
}

/// What the mouse is over.
pub(super) fn spot(work: &Work, frame: &Frame, at: Position) -> Spot {
    let own = &work.screens.councils;
    let shape = shape(frame, (own.focus, work.screens.zoomed));
    if shape.areas.contains(at) {
        return list(work, &own.areas(&work.session), shape.areas).spot(Area::Pane(0), at);
    }
    area::spot(work, shape.area, at)
}

fn list(work: &Work, areas: &[Listed], area: Rect) -> List {
    List { area, length: areas.len(), selected: work.screens.councils.selected(areas) }
}

/// The list of areas with each one's part of what is asked.
fn areas(pen: &mut Pen<'_>, work: &Work, area: Rect) {
    let own = &work.screens.councils;
    let focused = own.focus == Pane::Areas && work.over.is_empty();
    let changed = work.session.is_changed();
    let heads = if changed { "now £m    change" } else { "asked £m" };
    pen.heading(row_of(area, 0), ("Councils", heads), focused);
    let areas = own.areas(&work.session);
    let list = list(work, &areas, area);
    if areas.is_empty() {
        pen.put(after(row_of(list.body(), 0), 1), &[("None differs.", pen.theme.second)]);
    }
    // All names are short as soon as one has to be.
    let room = area.width.saturating_sub(if changed { 18 } else { 9 });
    let whole = areas.iter().all(|listed| width_of(&listed.name) <= room);
    list.draw(pen, focused, |pen, place, line| {
        let listed = &areas[place];
        let mut columns = Columns::new(line);
        let strong = place == list.selected;
        let style = if strong { pen.theme.strong } else { pen.theme.text };
        if changed {
            let (words, tone) = listed.ask.change_column();
            let tone = pen.style(tone);
            columns.put(pen.buffer, 9, (&words, tone));
        }
        columns.put(pen.buffer, 8, (&listed.ask.now_column(), style));
        let rest = after(columns.rest(), 1);
        let name = if whole { &listed.name } else { &listed.short };
        let name = super::explore_name((name, &listed.short), rest.width);
        pen.put(rest, &[(&name, style)]);
    });
}
