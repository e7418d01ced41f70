//! What keys and the mouse do on Results.

use super::find::names;
use super::moves::moved;
use super::tree::turn;
use crate::app::explore::LeverRow;
use crate::app::keymap::Context;
use crate::app::results::{DetailRow, Pane, ResultRow, Results};
use crate::app::{Headline, Line, Move, Room, Session, Tree};
use crate::engine::{OutcomeMeasure, Source};
use crate::levers::{Lever, all_nodes};
use crate::model::{Node, Scenario};

impl Room for Results {
    fn panes(&self) -> &'static [&'static str] {
        &["Results", "What it hangs on"]
    }

    fn pane(&self) -> usize {
        usize::from(self.focus == Pane::Detail)
    }

    fn focus(&mut self, pane: usize) {
        self.focus = if pane == 0 { Pane::Table } else { Pane::Detail };
    }

    fn contexts(&self, session: &Session) -> &'static [Context] {
        match (self.focus, self.detail_row(session)) {
            (Pane::Table, _) => &[Context::Results],
            (Pane::Detail, Some(row)) if row.is_tick() => &[Context::Tick],
            (Pane::Detail, Some(row)) if row.lever.is_some() => &[],
            (Pane::Detail, _) => &[Context::OnExplore],
        }
    }

    fn lever(&self, session: &Session) -> Option<LeverRow> {
        match self.focus {
            Pane::Table => None,
            Pane::Detail => self.detail_row(session)?.lever,
        }
    }

    fn number(&self, session: &Session) -> Option<OutcomeMeasure> {
        match self.focus {
            Pane::Table => self.outcome(session),
            Pane::Detail => self.detail_row(session)?.measure(session),
        }
    }

    /// Of a pool, what its row ends in is a sum over its systems.
    fn explained(&self, session: &Session) -> Option<Source> {
        match self.focus {
            Pane::Table => self.summed(session),
            Pane::Detail => self.detail_row(session)?.explained,
        }
        .or_else(|| self.number(session).map(|own| Source::Outcome(own.node, own.row.id)))
        .or_else(|| self.lever(session).map(|row| Source::Lever(row.lever)))
    }

    fn subject(&self, _session: &Session) -> Node {
        self.node
    }

    fn headline(&self, session: &Session) -> Headline {
        self.headline(session)
    }

    fn sentence(&self, session: &Session, _narrow: bool) -> Line {
        self.sentence(session)
    }

    fn hint(&self, session: &Session, _narrow: bool) -> Line {
        self.hint(session)
    }

    fn sentences(&self, session: &Session) -> Vec<String> {
        self.sentences(session)
    }

    fn step(&mut self, session: &Session, way: Move) {
        match self.focus {
            Pane::Table => {
                let rows = self.table(session);
                let to = moved(self.selected(&rows), rows.len(), way);
                if let Some(row) = rows.get(to) {
                    self.select(row.node);
                }
            }
            Pane::Detail => {
                let rows = self.detail(session);
                let length = rows.iter().filter(|row| !row.is_head).count();
                self.row = moved(self.row.min(length.saturating_sub(1)), length, way);
            }
        }
    }

    fn press(&mut self, session: &Session, row: usize) -> bool {
        match self.focus {
            Pane::Table => {
                let Some(node) = self.table(session).get(row).map(|row| row.node) else {
                    return false;
                };
                let again = self.node == node;
                self.select(node);
                again
            }
            Pane::Detail => {
                let again = self.row == row;
                self.row = row;
                again
            }
        }
    }

    fn names(&self, session: &Session) -> Vec<String> {
        let scenario = session.now();
        listed(scenario).map(|node| names(scenario, node)).collect()
    }

    fn here(&self, session: &Session) -> usize {
        listed(session.now()).position(|node| node == self.node).unwrap_or(0)
    }

    fn find(&mut self, session: &Session, place: usize) {
        if let Some(node) = listed(session.now()).nth(place) {
            // What was found stands in the table: there the keys act on it.
            self.focus = Pane::Table;
            self.select(node);
            self.reveal(session.now());
        }
    }

    fn enter(&mut self, session: &Session) -> Option<Node> {
        match self.focus {
            Pane::Table => {
                self.focus = Pane::Detail;
                None
            }
            Pane::Detail => self.detail_row(session)?.node,
        }
    }

    fn show_lever(&mut self, session: &Session, lever: Lever) -> bool {
        let scenario = session.now();
        let mut at = Some(lever.node);
        let owner = loop {
            match at {
                Some(Node::System(_) | Node::Body(_)) => break at,
                Some(node) => at = scenario.parent(node),
                None => break listed(scenario).next().filter(|_| is_knock_on(lever)),
            }
        };
        let Some(owner) = owner else { return false };
        let held = (self.node, self.row);
        self.select(owner);
        let rows = self.detail(session).into_iter().filter(|row| !row.is_head);
        let holds = |row: &DetailRow| row.lever.as_ref().is_some_and(|own| own.lever == lever);
        let Some(row) = rows.enumerate().find(|(_, row)| holds(row)).map(|(at, _)| at) else {
            (self.node, self.row) = held;
            return false;
        };
        self.row = row;
        self.focus = Pane::Detail;
        self.reveal(scenario);
        true
    }

    fn shape(&mut self, session: &Session, shape: Tree) -> Option<String> {
        match shape {
            Tree::Sort => {
                self.order = self.order.next();
                return Some(format!("Order: {}.", self.order.words()));
            }
            Tree::OnlyChanged => {
                return Some(turn(&mut self.only_changed).to_owned());
            }
            Tree::Fold => self.fold(session),
            Tree::Unfold => self.unfold(session),
            Tree::Toggle => {
                if self.is_open(session).is_some() && !self.open.remove(&self.node) {
                    self.open.insert(self.node);
                }
            }
            Tree::ToggleAll => self.toggle_all(session),
            Tree::OnlyHit | Tree::AsTable => {}
        }
        None
    }

    fn back(&mut self) -> bool {
        std::mem::take(&mut self.only_changed)
    }
}

impl Results {
    /// Whether the bodies of the selected row are listed; `None` has none.
    fn is_open(&self, session: &Session) -> Option<bool> {
        let rows = self.table(session);
        rows.get(self.selected(&rows))?.open
    }

    /// Closes the branch, or goes to the row above that it belongs to.
    fn fold(&mut self, session: &Session) {
        if self.is_open(session) == Some(true) {
            self.open.remove(&self.node);
            return;
        }
        let rows = self.table(session);
        let at = self.selected(&rows);
        let depth = rows.get(at).map_or(0, |row| row.depth);
        let above = rows[..at].iter().rev().find(|row| row.depth < depth);
        if let Some(row) = above {
            self.select(row.node);
        }
    }

    /// Opens the branch, or goes to its first row; without a branch on to what it hangs on.
    fn unfold(&mut self, session: &Session) {
        match self.is_open(session) {
            Some(false) => {
                self.open.insert(self.node);
            }
            Some(true) => self.step(session, Move::Down),
            None => self.focus = Pane::Detail,
        }
    }

    /// Opens every system, or closes all if none is closed.
    fn toggle_all(&mut self, session: &Session) {
        let rows = self.table(session);
        let closed = |row: &&ResultRow| row.open == Some(false);
        let opened: Vec<Node> = rows.iter().filter(closed).map(|row| row.node).collect();
        if opened.is_empty() {
            self.open.clear();
            if let Node::Body(place) = self.node {
                self.select(Node::System(session.now().bodies[place].system));
            }
        }
        self.open.extend(opened);
    }
}

/// Whatever can have a row in the table.
fn listed(scenario: &Scenario) -> impl Iterator<Item = Node> {
    let listed = |node: &Node| node.is_in_tree() && !matches!(node, Node::Group(_));
    all_nodes(scenario).into_iter().filter(listed)
}

const fn is_knock_on(lever: Lever) -> bool {
    matches!(lever.node, Node::KnockOn(_))
}
