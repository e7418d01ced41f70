//! What stands at a place of the screen: the mouse asks with the layout that was drawn.

use ratatui::layout::{Position, Rect};

use super::draw::shape_of;
use super::explore::levers;
use super::layout::Shape;
use super::pen::row_of;
use super::widgets::visible_rows;
use super::{footer, keys, picker, problems};
use crate::app::over::Over;
use crate::app::{App, Area, Spot, Work};

/// What stands at a column and a row.
pub fn spot_at(app: &App, column: u16, row: u16) -> Spot {
    let (columns, rows) = app.size();
    let area = Rect::new(0, 0, columns, rows);
    let at = Position::new(column, row);
    if let Some(own) = app.problems() {
        let list = problems::list_area(own, area);
        return list_spot(Area::Over, (list, at), (own.faults().len(), own.cursor));
    }
    let Some(work) = app.work() else { return Spot::Nothing };
    let shape = shape_of(work, area);
    if shape.keys.contains(at) {
        let column = column.saturating_sub(shape.keys.x);
        let hit = footer::hints(app, shape.keys.width)
            .into_iter()
            .find(|hint| (hint.column..hint.column + hint.width).contains(&column));
        return hit.map_or(Spot::Nothing, |hint| Spot::Hint(hint.key));
    }
    match work.over.last() {
        Some(over) => over_spot(over, &shape, at),
        None => pane_spot(work, &shape, at),
    }
}

/// A row below a heading, in a list that is scrolled as it was drawn.
fn list_spot(kind: Area, (area, at): (Rect, Position), (length, selected): (usize, usize)) -> Spot {
    if !area.contains(at) {
        return Spot::Nothing;
    }
    let body =
        Rect { y: area.y + 1.min(area.height), height: area.height.saturating_sub(1), ..area };
    let seen = visible_rows(length, selected, body.height);
    let line = seen.into_iter().zip(0..).find(|(_, line)| row_of(body, *line).contains(at));
    line.map_or(Spot::List(kind), |(place, _)| Spot::Row(kind, place))
}

fn over_spot(over: &Over, shape: &Shape, at: Position) -> Spot {
    match over {
        Over::Picker(own) => {
            list_spot(Area::Over, (picker::areas(shape).0, at), (own.items.len(), own.cursor))
        }
        Over::Palette(own) => {
            // The list begins one row lower, below the field.
            let area = shape.middle;
            let list = Rect {
                y: area.y + 1.min(area.height),
                height: area.height.saturating_sub(1),
                ..area
            };
            list_spot(Area::Over, (list, at), (own.found.len(), own.cursor))
        }
        Over::Keys(own) => {
            let lines = keys::lines(own);
            let selected = lines.iter().position(|line| *line == Ok(own.cursor)).unwrap_or(0);
            match list_spot(Area::Over, (shape.middle, at), (lines.len(), selected)) {
                Spot::Row(area, line) => match lines[line] {
                    Ok(place) => Spot::Row(area, place),
                    Err(_) => Spot::List(area),
                },
                other => other,
            }
        }
        Over::Entry(_) | Over::Find(_) | Over::GoTo | Over::Question(_) => Spot::Nothing,
    }
}

fn pane_spot(work: &Work, shape: &Shape, at: Position) -> Spot {
    let explore = &work.explore;
    if shape.tree.contains(at) {
        let rows = explore.tree(&work.session);
        let selected = rows.iter().position(|row| row.node == explore.node).unwrap_or(0);
        return list_spot(Area::Tree, (shape.tree, at), (rows.len(), selected));
    }
    if shape.programmes.contains(at) {
        let length = explore.programmes(&work.session).len();
        let selected = explore.programme.min(length.saturating_sub(1));
        return list_spot(Area::Programmes, (shape.programmes, at), (length, selected));
    }
    if shape.levers.contains(at) {
        let (lines, selected, _) = levers::seen(work, shape.levers);
        return match list_spot(Area::Levers, (shape.levers, at), (lines.len(), selected)) {
            Spot::Row(area, line) => {
                lines[line].1.map_or(Spot::List(area), |place| Spot::Row(area, place))
            }
            other => other,
        };
    }
    Spot::Nothing
}
