//! What keys and the mouse do on “Who bears it”.

use super::find::names;
use super::moves::moved;
use super::tree::turn;
use crate::analysis::all_splits;
use crate::app::explore::LeverRow;
use crate::app::fairness::{ChoiceRow, Fairness, Pane};
use crate::app::keymap::Context;
use crate::app::{Headline, Line, Move, Room, Session, Tree};
use crate::engine::Source;
use crate::levers::{Lever, all_nodes};
use crate::model::{Node, Scenario, Splitter};

impl Room for Fairness {
    fn panes(&self) -> &'static [&'static str] {
        &["Splits", "What decides it", "Each", "Spread"]
    }

    fn pane(&self) -> usize {
        self.focus as usize
    }

    fn focus(&mut self, pane: usize) {
        self.focus = Pane::ALL.get(pane).copied().unwrap_or_default();
    }

    fn contexts(&self, session: &Session) -> &'static [Context] {
        match (self.focus, self.choice(session)) {
            (Pane::Splits, _) => &[Context::Splits, Context::Bears],
            (Pane::Choices, Some(ChoiceRow::Lens(_))) => &[Context::Lens, Context::Bears],
            (Pane::Choices, _) => &[Context::Bears],
            (Pane::Each, _) => &[Context::OnExplore, Context::Bears],
            (Pane::Spread, _) => &[Context::Spread, Context::Bears],
        }
    }

    fn lever(&self, session: &Session) -> Option<LeverRow> {
        match self.choice(session)? {
            ChoiceRow::Lever(row) if self.focus == Pane::Choices => Some(row),
            _ => None,
        }
    }

    /// The burden of the row, or how far apart burdens are; of one that bears nothing what it is asked.
    fn explained(&self, session: &Session) -> Option<Source> {
        let bearing = self.bearing(session).map(Source::Burden);
        let number = || self.number(session).map(|own| Source::Outcome(own.node, own.row.id));
        let lever = || self.lever(session).map(|row| Source::Lever(row.lever));
        match self.focus {
            Pane::Choices => lever().or(bearing),
            Pane::Spread => bearing,
            Pane::Splits | Pane::Each => bearing.or_else(number),
        }
    }

    fn subject(&self, session: &Session) -> Node {
        let rows = self.each(session);
        let row = rows.get(self.row(Pane::Each));
        row.map_or(Node::Nation, |row| row.node)
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
        if matches!(way, Move::Before | Move::After) {
            self.turn(session, way == Move::After);
            return;
        }
        if self.focus == Pane::Splits {
            let splits = self.splits(session);
            let to = moved(self.selected(session), splits.len(), way);
            if let Some(split) = splits.get(to) {
                self.look_at(*split);
            }
            return;
        }
        let length = self.length(session);
        let row = self.row(self.focus).min(length.saturating_sub(1));
        self.set_row(self.focus, moved(row, length, way));
    }

    fn press(&mut self, session: &Session, row: usize) -> bool {
        if self.focus == Pane::Splits {
            let again = self.selected(session) == row;
            if let Some(split) = self.splits(session).get(row) {
                self.look_at(*split);
            }
            return again;
        }
        let again = self.row(self.focus) == row;
        self.set_row(self.focus, row);
        again
    }

    fn names(&self, session: &Session) -> Vec<String> {
        let scenario = session.now();
        found(scenario).into_iter().map(|(node, _)| names(scenario, node)).collect()
    }

    fn here(&self, session: &Session) -> usize {
        let all = found(session.now());
        let node = self.subject(session);
        let child = || all.iter().position(|(own, _)| *own == node);
        let split = self.split(session).map(Splitter::node);
        let split = || all.iter().position(|(own, _)| Some(*own) == split);
        let here = if self.focus == Pane::Each { child() } else { split() };
        here.unwrap_or(0)
    }

    fn find(&mut self, session: &Session, place: usize) {
        let Some((node, split)) = found(session.now()).get(place).copied() else { return };
        self.only_changed = false;
        self.look_at(split);
        // What was found is what is in hand: the split itself, or the child in its table.
        match self.each(session).iter().position(|row| row.node == node && !row.is_sum) {
            Some(row) => {
                self.focus = Pane::Each;
                self.set_row(Pane::Each, row);
            }
            None => self.focus = Pane::Splits,
        }
    }

    fn enter(&mut self, session: &Session) -> Option<Node> {
        match self.focus {
            Pane::Splits => self.focus = Pane::Choices,
            Pane::Choices => self.turn(session, true),
            Pane::Each => return Some(self.subject(session)),
            Pane::Spread => {}
        }
        None
    }

    fn show_lever(&mut self, session: &Session, lever: Lever) -> bool {
        self.show_lever(session, lever)
    }

    fn shape(&mut self, session: &Session, shape: Tree) -> Option<String> {
        match shape {
            Tree::AsTable => {
                self.as_table = !self.as_table;
                let words = if self.as_table { "a table" } else { "a chart" };
                Some(format!("The Lorenz curve is shown as {words}."))
            }
            Tree::Sort => {
                self.by_burden = !self.by_burden;
                let words =
                    if self.by_burden { "the lowest burden first" } else { "as in the file" };
                Some(format!("Order: {words}."))
            }
            Tree::OnlyChanged => {
                let looked_at = self.split(session);
                let words = turn(&mut self.only_changed);
                if let Some(split) = looked_at {
                    self.look_at(split);
                }
                Some(words.to_owned())
            }
            _ => None,
        }
    }

    fn back(&mut self) -> bool {
        std::mem::take(&mut self.only_changed)
    }
}

impl Fairness {
    /// Which of the listed splits is looked at.
    pub fn selected(&self, session: &Session) -> usize {
        let own = self.split(session);
        self.splits(session).iter().position(|split| Some(*split) == own).unwrap_or(0)
    }

    /// How many rows the focused pane has.
    fn length(&self, session: &Session) -> usize {
        match self.focus {
            Pane::Splits => self.splits(session).len(),
            Pane::Choices => self.choices(session).len(),
            Pane::Each => self.each(session).len(),
            Pane::Spread => self.spread(session).len() + self.points(session).len(),
        }
    }
}

/// Whatever can be looked for, with the split that it is shown in: splits, then their children.
fn found(scenario: &Scenario) -> Vec<(Node, Splitter)> {
    let splits = all_splits(scenario);
    let place = |node: Node| {
        let own = splits.iter().find(|split| split.node() == node);
        let above = || {
            let parent = scenario.parent(node);
            let within = |split: &&Splitter| {
                Some(split.node()) == parent
                    || matches!((split, node), (Splitter::Pool(Node::Nation), Node::System(_)))
            };
            splits.iter().find(within)
        };
        own.or_else(above).map(|split| (node, *split))
    };
    all_nodes(scenario).into_iter().filter(|node| node.is_in_tree()).filter_map(place).collect()
}
