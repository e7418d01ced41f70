//! The Sign-up screen: a partner’s key tests, what its refusal does to the others, what a refusal can
//! do, and how sure all of that is; one below the other.

mod choices;
mod conditions;
mod doubts;
mod others;
mod shape;

use ratatui::layout::{Position, Rect};

use super::layout::Frame;
use super::list::List;
use super::pen::Pen;
use crate::app::sign_up::{Board, Pane, SignUp};
use crate::app::{Area, Spot, Work};
use shape::{Shape, Wanted, shape};

/// A pane about to be drawn: where, and whether it has the focus.
#[derive(Clone, Copy)]
struct Place {
    area: Rect,
    focused: bool,
}

/// Draws the panes that there is room for.
pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, frame: &Frame) {
    let own = &work.screens.sign_up;
    let Some(board) = own.board(&work.session) else { return };
    let shape = shape_of(work, &board, frame);
    let place = |pane: Pane| Place {
        area: shape.area(pane),
        focused: own.focus == pane && work.over.is_empty(),
    };
    conditions::draw(pen, work, &board, place(Pane::Tests));
    others::draw(pen, work, &board, place(Pane::Others));
    choices::draw(pen, work, &board, place(Pane::Choices));
    doubts::draw(pen, work, &board, place(Pane::Doubts));
}

/// What the mouse is over.
pub(super) fn spot(work: &Work, frame: &Frame, at: Position) -> Spot {
    let own = &work.screens.sign_up;
    let Some(board) = own.board(&work.session) else { return Spot::Nothing };
    let shape = shape_of(work, &board, frame);
    let Some(pane) = Pane::ALL.into_iter().find(|pane| shape.area(*pane).contains(at)) else {
        return Spot::Nothing;
    };
    let area = shape.area(pane);
    match pane {
        Pane::Tests => list(own, pane, (area, board.signature.tests.len())).spot(Area::Pane(0), at),
        Pane::Others => others::spot(work, &board, area, at),
        Pane::Choices => choices::list(work, &board, area).spot(Area::Pane(2), at),
        Pane::Doubts => doubts::spot(work, &board, area, at),
    }
}

fn shape_of(work: &Work, board: &Board, frame: &Frame) -> Shape {
    let own = &work.screens.sign_up;
    let wanted = Wanted {
        tests: board.signature.tests.len(),
        others: board.others(&work.session).len(),
        choices: board.choices.len(),
        doubts: doubts::lines(board, &work.session, frame.panes.width).len(),
    };
    shape(frame, wanted, (own.focus, work.screens.zoomed))
}

/// The list of a pane whose rows are all selectable.
fn list(own: &SignUp, pane: Pane, (area, length): (Rect, usize)) -> List {
    List { area, length, selected: own.row(pane, length) }
}
