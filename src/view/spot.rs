//! What stands at a place of the screen: the mouse asks with the layout that was drawn.

use ratatui::layout::{Position, Rect};

use super::draw::frame_of;
use super::layout::Frame;
use super::list::List;
use super::widgets::width_of;
use super::{
    card, compare, councils, explain, explore, fairness, fit, footer, head, keys, learn, picker,
    present, problems, results, shelf, sign_up, sources, steps, timeline,
};
use crate::app::over::Over;
use crate::app::{App, Area, Mode, Screen, Spot, Work};

/// What stands at a column and a row.
pub fn spot_at(app: &App, column: u16, row: u16) -> Spot {
    let (columns, rows) = app.size();
    let area = Rect::new(0, 0, columns, rows);
    let at = Position::new(column, row);
    if let Some(own) = app.shelf() {
        return shelf::spot(app, own, (area, at));
    }
    if let Some(own) = app.problems() {
        let keys = problems::keys_row(area);
        if keys.contains(at) {
            return footer::spot(app, keys, column);
        }
        let area = problems::list_area(own, area);
        let list = List { area, length: own.faults().len(), selected: own.cursor };
        return list.spot(Area::Over, at);
    }
    let Some(work) = app.work() else { return Spot::Nothing };
    match &work.mode {
        Some(Mode::Present(own)) if work.over.is_empty() => return present::spot(own, (area, at)),
        Some(Mode::Learn(own)) if work.over.is_empty() => {
            return learn::spot(app, own, (area, at));
        }
        _ => {}
    }
    let frame = frame_of(work, area);
    if frame.keys.contains(at) {
        return footer::spot(app, frame.keys, column);
    }
    if frame.title.contains(at) {
        return tab(work, frame.title, column);
    }
    match work.over.last() {
        Some(over) => over_spot(over, &frame, at),
        None => match work.screens.shown {
            Screen::Explore => explore::spot(work, &frame, at),
            Screen::Timeline => timeline::spot(work, &frame, at),
            Screen::Councils => councils::spot(work, &frame, at),
            Screen::SignUp => sign_up::spot(work, &frame, at),
            Screen::Results => results::spot(work, &frame, at),
            Screen::Explain => explain::spot(work, &frame, at),
            Screen::Sources => sources::spot(work, &frame, at),
            Screen::Fairness => fairness::spot(work, &frame, at),
            Screen::History => steps::spot(work, &frame, at),
            Screen::Fit => fit::spot(work, &frame, at),
            Screen::Compare => compare::spot(work, &frame, at),
        },
    }
}

/// The tab at a column of the head.
fn tab(work: &Work, row: Rect, column: u16) -> Spot {
    let column = column.saturating_sub(row.x);
    let hit = head::tabs(work, row.width)
        .into_iter()
        .find(|(_, words, first)| (*first..first + width_of(words)).contains(&column));
    hit.map_or(Spot::Nothing, |(screen, _, _)| Spot::Tab(screen))
}

fn over_spot(over: &Over, frame: &Frame, at: Position) -> Spot {
    match over {
        Over::Picker(own) => picker::list(own, frame).spot(Area::Over, at),
        Over::Palette(own) => {
            // The list begins one row lower, below the field.
            let area = super::list::after_heading(frame.middle);
            let list = List { area, length: own.found.len(), selected: own.cursor };
            list.spot(Area::Over, at)
        }
        Over::Keys(own) => {
            let lines = keys::lines(own);
            let selected = lines.iter().position(|line| *line == Ok(own.cursor)).unwrap_or(0);
            let area = keys::list_area(frame.middle);
            let list = List { area, length: lines.len(), selected };
            match list.spot(Area::Over, at) {
                Spot::Row(area, line) => match lines[line] {
                    Ok(place) => Spot::Row(area, place),
                    Err(_) => Spot::List(area),
                },
                other => other,
            }
        }
        Over::Card(own) => card::list(own, frame.middle).spot(Area::Over, at),
        Over::Entry(_)
        | Over::Find(_)
        | Over::Observe(_)
        | Over::GoTo
        | Over::Question(_)
        | Over::Path(..) => Spot::Nothing,
    }
}
