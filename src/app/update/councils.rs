//! What keys and the mouse do on Councils.

use super::moves::moved;
use crate::app::councils::Councils;
use crate::app::explore::LeverRow;
use crate::app::keymap::Context;
use crate::app::{Headline, Line, Move, Room, Session};
use crate::model::Node;

impl Room for Councils {
    fn panes(&self) -> &'static [&'static str] {
        &["Councils"]
    }

    fn pane(&self) -> usize {
        0
    }

    fn focus(&mut self, _pane: usize) {}

    fn contexts(&self) -> &'static [Context] {
        &[]
    }

    fn lever(&self, _session: &Session) -> Option<LeverRow> {
        None
    }

    fn subject(&self, _session: &Session) -> Node {
        Node::System(0)
    }

    fn headline(&self, session: &Session) -> Headline {
        self.headline(session)
    }

    fn hint(&self, _session: &Session, _narrow: bool) -> Line {
        Line::default()
    }

    fn sentences(&self, session: &Session) -> Vec<String> {
        self.names(session)
    }

    fn step(&mut self, session: &Session, way: Move) {
        self.place = moved(self.place, self.places(session).len(), way);
    }

    fn press(&mut self, session: &Session, row: usize) -> bool {
        let again = self.place == row;
        self.place = row.min(self.places(session).len().saturating_sub(1));
        again
    }

    fn names(&self, session: &Session) -> Vec<String> {
        let councils = &session.now().words.councils;
        self.places(session).into_iter().map(|place| councils[place].name.clone()).collect()
    }

    fn here(&self, _session: &Session) -> usize {
        self.place
    }

    fn find(&mut self, _session: &Session, place: usize) {
        self.place = place;
    }
}
