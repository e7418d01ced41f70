//! What keys and the mouse do on Compare. What is set beside what stands now, taken from a side or laid
//! on top, is in `beside`.

use super::find::names;
use super::moves::moved;
use crate::analysis::compare::{LETTERS, Order};
use crate::app::compare::{Compare, What, letter};
use crate::app::explain::Elsewhere;
use crate::app::explore::LeverRow;
use crate::app::keymap::Context;
use crate::app::{Headline, Line, Move, Room, Session, Tree};
use crate::engine::{OutcomeMeasure, Source, measure_at};
use crate::levers::{Lever, all_nodes};
use crate::model::{Node, Scenario};

impl Room for Compare {
    fn panes(&self) -> &'static [&'static str] {
        &LETTERS[..self.columns().len().min(LETTERS.len())]
    }

    fn pane(&self) -> usize {
        self.column
    }

    fn focus(&mut self, pane: usize) {
        self.column = pane.min(self.columns().len().saturating_sub(1));
    }

    fn contexts(&self, session: &Session) -> &'static [Context] {
        match self.row(session).map(|row| row.what) {
            Some(What::Input(_)) if self.is_on_now() && self.lever(session).is_some() => {
                &[Context::Compare]
            }
            Some(What::Input(_)) => &[Context::Compare, Context::OtherInput],
            _ => &[Context::Compare, Context::Figure, Context::OnExplore],
        }
    }

    fn lever(&self, session: &Session) -> Option<LeverRow> {
        if !self.is_on_now() {
            return None;
        }
        let lever = self.row(session)?.lever(self.column)?;
        Some(LeverRow::of(session, lever))
    }

    fn elsewhere(&self, session: &Session) -> Option<Elsewhere> {
        self.elsewhere(session)
    }

    fn explained(&self, session: &Session) -> Option<Source> {
        let row = self.row(session)?;
        let What::Outcome(own) = &row.what else {
            return self.lever(session).map(|row| Source::Lever(row.lever));
        };
        // A column may come from another file, where the same path is another place.
        let elsewhere = self.elsewhere(session);
        let now = elsewhere.as_ref().map_or(session.now(), |own| &own.now);
        let measure = measure_at(now, &own.path).ok()?;
        Some(Source::Outcome(measure.node, measure.row.id))
    }

    fn number(&self, session: &Session) -> Option<OutcomeMeasure> {
        let row = self.row(session)?;
        let What::Outcome(own) = &row.what else { return None };
        let measure = own.path.rsplit_once('.').map(|(_, id)| id)?;
        OutcomeMeasure::find(row.node?, measure)
    }

    fn subject(&self, _session: &Session) -> Node {
        self.node
    }

    fn headline(&self, session: &Session) -> Headline {
        self.headline(session)
    }

    fn sentence(&self, session: &Session, narrow: bool) -> Line {
        self.sentence(session, narrow)
    }

    fn hint(&self, session: &Session, narrow: bool) -> Line {
        self.hint(session, narrow)
    }

    fn sentences(&self, session: &Session) -> Vec<String> {
        self.sentences(session)
    }

    fn step(&mut self, session: &Session, way: Move) {
        let count = self.columns().len();
        match way {
            Move::Before => self.column = self.column.saturating_sub(1),
            Move::After => self.column = (self.column + 1).min(count.saturating_sub(1)),
            _ => {
                let mut rows = self.rows(session);
                let at = self.selected(&rows);
                let before =
                    rows[..at.min(rows.len())].iter().filter(|row| row.key.is_some()).count();
                rows.retain(|row| row.key.is_some());
                if let Some(row) = rows.get(moved(before, rows.len(), way)) {
                    self.select(row);
                }
            }
        }
    }

    fn press(&mut self, session: &Session, row: usize) -> bool {
        let rows = self.rows(session);
        let Some(own) = rows.get(row).filter(|row| row.key.is_some()) else { return false };
        let again = self.selected(&rows) == row;
        self.select(own);
        again
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
            self.show(session, node);
        }
    }

    fn enter(&mut self, session: &Session) -> Option<Node> {
        let row = self.row(session)?;
        row.node.filter(|_| matches!(row.what, What::Outcome(_)))
    }

    fn hold(&mut self, lever: Lever) {
        self.hold(lever);
    }

    fn show_lever(&mut self, session: &Session, lever: Lever) -> bool {
        let (rows, now) = (self.rows(session), self.now());
        let Some(row) = rows.iter().find(|row| row.lever(now) == Some(lever)) else { return false };
        self.select(row);
        self.column = now;
        true
    }

    fn shape(&mut self, _session: &Session, shape: Tree) -> Option<String> {
        match shape {
            Tree::Sort => {
                let (next, words) = match self.order {
                    Order::File => (Order::Effect, "the largest change first"),
                    Order::Effect => (Order::File, "as in the file"),
                };
                self.order = next;
                Some(format!("Order: {words}."))
            }
            Tree::OnlyChanged => Some(super::tree::turn(&mut self.only_differences).to_owned()),
            Tree::Toggle => {
                if !self.open.remove(&self.node) {
                    self.open.insert(self.node);
                }
                None
            }
            _ => None,
        }
    }

    fn baseline(&mut self) -> Option<String> {
        self.baseline = self.column;
        Some(format!("The others are now measured against {}.", letter(self.column)))
    }

    fn back(&mut self) -> bool {
        std::mem::take(&mut self.only_differences)
    }
}

fn listed(scenario: &Scenario) -> impl Iterator<Item = Node> {
    all_nodes(scenario).into_iter().filter(|node| node.is_in_tree())
}
