//! What keys and the mouse do on Explore.

use super::find::names;
use super::moves::moved;
use super::tree;
use crate::app::explore::{
    Explore, Filter, LeverRow, Pane, ProgrammeRow, about_lever, has_place, is_part,
};
use crate::app::keymap::Context;
use crate::app::over::Effects;
use crate::app::{Headline, Line, Move, Room, Session, Tree};
use crate::engine::{OutcomeMeasure, first_measure};
use crate::levers::{Lever, all_nodes};
use crate::model::{Node, Scenario};

impl Room for Explore {
    fn panes(&self) -> &'static [&'static str] {
        &["Who", "What decides it", "Programmes"]
    }

    fn pane(&self) -> usize {
        Pane::ALL.iter().position(|pane| *pane == self.focus).unwrap_or(0)
    }

    fn focus(&mut self, pane: usize) {
        self.focus = Pane::ALL.get(pane).copied().unwrap_or_default();
    }

    fn contexts(&self, _session: &Session) -> &'static [Context] {
        match self.focus {
            Pane::Tree => &[Context::Tree],
            Pane::Levers => &[],
            Pane::Programmes => &[Context::Programmes],
        }
    }

    fn lever(&self, session: &Session) -> Option<LeverRow> {
        if self.focus == Pane::Levers { self.selected_lever(session) } else { None }
    }

    fn number(&self, session: &Session) -> Option<OutcomeMeasure> {
        let of = |node| first_measure(session.now(), session.after(), node);
        match self.focus {
            Pane::Tree => of(self.node),
            Pane::Levers => self.selected_lever(session)?.leaves?.measure,
            Pane::Programmes => of(self.programmes(session).get(self.programme)?.what.node()?),
        }
    }

    fn subject(&self, _session: &Session) -> Node {
        self.node
    }

    fn headline(&self, session: &Session) -> Headline {
        self.headline(session)
    }

    fn sentence(&self, session: &Session, _narrow: bool) -> Line {
        match session.is_changed() {
            true => Line::plain(Effects::sentence(session, self.node)),
            false => self.headline(session).narrow,
        }
    }

    fn hint(&self, session: &Session, narrow: bool) -> Line {
        let said = self.hint(session, narrow);
        let moved = self.lever(session).filter(|row| session.is_moved(row.lever));
        // What the lever is was read before it was moved; now counts what comes of it.
        match moved.is_some_and(|row| said == about_lever(session, row.lever)) {
            true => Room::sentence(self, session, narrow).in_a_sentence(),
            false => said,
        }
    }

    fn sentences(&self, session: &Session) -> Vec<String> {
        self.sentences(session)
    }

    fn step(&mut self, session: &Session, way: Move) {
        match self.focus {
            Pane::Tree => {
                let rows = self.tree(session);
                let at = rows.iter().position(|row| row.node == self.node).unwrap_or(0);
                if let Some(row) = rows.get(moved(at, rows.len(), way)) {
                    select(self, row.node);
                }
            }
            Pane::Levers => {
                let rows = self.levers(session);
                let at = rows.iter().position(|row| Some(row.lever) == self.lever).unwrap_or(0);
                if let Some(row) = rows.get(moved(at, rows.len(), way)) {
                    self.lever = Some(row.lever);
                }
            }
            Pane::Programmes => {
                let length = self.programmes(session).len();
                self.programme = moved(self.programme, length, way);
            }
        }
    }

    fn press(&mut self, session: &Session, row: usize) -> bool {
        match self.focus {
            Pane::Tree => {
                let rows = self.tree(session);
                let Some(row) = rows.get(row) else { return false };
                let again = row.node == self.node;
                select(self, row.node);
                again
            }
            Pane::Levers => {
                let rows = self.levers(session);
                let Some(row) = rows.get(row) else { return false };
                let selected = self.selected_lever(session).map(|own| own.lever);
                self.lever = Some(row.lever);
                selected == Some(row.lever)
            }
            Pane::Programmes => {
                let again = self.programme == row;
                self.programme = row;
                again
            }
        }
    }

    fn names(&self, session: &Session) -> Vec<String> {
        let scenario = session.now();
        findable(scenario).map(|node| names(scenario, node)).collect()
    }

    fn here(&self, session: &Session) -> usize {
        // In its pane, the cursor stands on a programme, or on a lever of a part.
        let programme = || self.programmes(session).get(self.programme)?.what.node();
        let here = match self.focus {
            Pane::Programmes => programme().unwrap_or(self.node),
            Pane::Levers => self.part(session).unwrap_or(self.node),
            Pane::Tree => self.node,
        };
        findable(session.now()).position(|node| node == here).unwrap_or(0)
    }

    fn find(&mut self, session: &Session, place: usize) {
        if let Some(node) = findable(session.now()).nth(place) {
            // What was found is what is in hand: keys act on it, and the search goes on from it.
            self.focus = match node {
                Node::Programme(_) => Pane::Programmes,
                _ => Pane::Tree,
            };
            go(self, session, node);
        }
    }

    /// From the tree to what decides the row, from a programme to its own values.
    fn enter(&mut self, session: &Session) -> Option<Node> {
        match self.focus {
            Pane::Tree => self.focus = Pane::Levers,
            Pane::Programmes => {
                if let Some(lever) = self.protection(session) {
                    self.lever = Some(lever);
                    self.focus = Pane::Levers;
                }
            }
            Pane::Levers => {}
        }
        None
    }

    fn hold(&mut self, lever: Lever) {
        self.lever = Some(lever);
    }

    fn show_lever(&mut self, session: &Session, lever: Lever) -> bool {
        self.show_lever(session, lever);
        self.selected_lever(session).is_some_and(|row| row.lever == lever)
    }

    fn protection(&self, session: &Session) -> Option<Lever> {
        let rows = self.programmes(session);
        rows.get(self.programme).and_then(ProgrammeRow::protection)
    }

    fn shape(&mut self, session: &Session, shape: Tree) -> Option<String> {
        tree::shape(self, session, shape)
    }

    fn back(&mut self) -> bool {
        std::mem::take(&mut self.filter) != Filter::All
    }
}

/// Whatever has a name that can be looked for, in tree order.
fn findable(scenario: &Scenario) -> impl Iterator<Item = Node> {
    all_nodes(scenario).into_iter().filter(|node| has_place(scenario, *node))
}

/// Selects a node; the programmes begin at the first again.
pub(super) fn select(explore: &mut Explore, node: Node) {
    if explore.node != node {
        explore.node = node;
        explore.programme = 0;
    }
}

/// Selects a node and opens the tree down to it; a programme is selected in its body's list.
pub(super) fn go(explore: &mut Explore, session: &Session, node: Node) {
    explore.show(session, node);
    explore.reveal(session.now());
    if is_part(node) {
        explore.focus = Pane::Levers;
    }
}

/// Shows a node as whoever comes from another screen wants it: a programme with its own values.
pub(super) fn visit(explore: &mut Explore, session: &Session, node: Node) {
    explore.focus = Pane::Tree;
    go(explore, session, node);
    if matches!(node, Node::Programme(_)) {
        explore.focus = Pane::Programmes;
        explore.enter(session);
    }
}
