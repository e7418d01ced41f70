//! What keys and the mouse do on Sign-up.

use super::find::names;
use super::moves::moved;
use crate::app::explore::LeverRow;
use crate::app::keymap::Context;
use crate::app::sign_up::{Board, OtherRow, Pane, SignUp, Whose, all_partners};
use crate::app::{Headline, Line, Move, Room, Session};
use crate::engine::{
    OutcomeMeasure, Source, Trial, Verdict, first_measure, key_tests, refusals_of,
};
use crate::levers::{Field, Lever, Value, node_at};
use crate::model::{Node, Scenario};

impl Room for SignUp {
    fn panes(&self) -> &'static [&'static str] {
        &["Key tests", "The others", "Refusals", "How sure"]
    }

    fn pane(&self) -> usize {
        self.focus as usize
    }

    fn focus(&mut self, pane: usize) {
        self.focus = Pane::ALL.get(pane).copied().unwrap_or_default();
    }

    fn contexts(&self, session: &Session) -> &'static [Context] {
        let facts = || {
            let mut tests = key_tests(session.now(), self.partner(session.now())?);
            tests.find(|test| session.now().facts[*test].is_some())
        };
        match self.focus {
            Pane::Tests if facts().is_none() => &[Context::Partner],
            Pane::Tests => &[Context::KeyTests],
            Pane::Others => &[],
            Pane::Choices => &[Context::Refusals],
            Pane::Doubts => &[Context::Partner],
        }
    }

    fn lever(&self, session: &Session) -> Option<LeverRow> {
        if self.focus != Pane::Others {
            return None;
        }
        let board = self.board(session)?;
        let rows = board.others(session);
        let lever = rows.iter().filter_map(OtherRow::lever).nth(self.other(&board, &rows))?;
        Some(LeverRow::of(session, lever))
    }

    fn number(&self, session: &Session) -> Option<OutcomeMeasure> {
        let node = self.lever(session).map_or_else(|| self.subject(session), |row| row.lever.node);
        first_measure(session.now(), session.after(), node)
    }

    /// What a test holds against its bound, or its fact; of the others what each is asked or pays as
    /// things stand: the side on which the partner does what it does now.
    fn explained(&self, session: &Session) -> Option<Source> {
        let board = self.board(session)?;
        match self.focus {
            Pane::Tests => {
                let row = self.row(Pane::Tests, board.signature.tests.len());
                let (test, verdict) = board.signature.tests.get(row)?;
                Some(tested(session.now(), *test, verdict))
            }
            Pane::Others => {
                let rows = board.others(session);
                let mut levers = rows.iter().filter(|own| own.lever().is_some());
                levers.nth(self.other(&board, &rows)).and_then(asked)
            }
            Pane::Choices | Pane::Doubts => None,
        }
        .or_else(|| self.number(session).map(|own| Source::Outcome(own.node, own.row.id)))
    }

    fn subject(&self, session: &Session) -> Node {
        let scenario = session.now();
        let first = if scenario.bodies.is_empty() { Node::Nation } else { Node::Body(0) };
        let asked = |node: &Node| !matches!(node, Node::Council(_));
        self.partner(scenario).filter(asked).unwrap_or(first)
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
            self.turn(session.now(), way == Move::After);
            return;
        }
        let Some(board) = self.board(session) else { return };
        let length = match self.focus {
            Pane::Tests => board.signature.tests.len(),
            Pane::Others => levers(&board, session).len(),
            Pane::Choices => board.choices.len(),
            Pane::Doubts => board.doubts(session).len(),
        };
        let row = match self.focus {
            Pane::Others => self.other(&board, &board.others(session)),
            Pane::Choices => self.choice(&board),
            pane => self.row(pane, length),
        };
        self.rows[self.focus as usize] = Some(moved(row, length, way));
    }

    fn press(&mut self, session: &Session, row: usize) -> bool {
        let Some(board) = self.board(session) else { return false };
        let held = match self.focus {
            Pane::Others => self.other(&board, &board.others(session)),
            Pane::Choices => self.choice(&board),
            pane => self.row(pane, usize::MAX),
        };
        self.rows[self.focus as usize] = Some(row);
        held == row
    }

    fn names(&self, session: &Session) -> Vec<String> {
        let scenario = session.now();
        all_partners(scenario).map(|node| names(scenario, node)).collect()
    }

    fn here(&self, session: &Session) -> usize {
        let partner = self.partner(session.now());
        all_partners(session.now()).position(|node| Some(node) == partner).unwrap_or(0)
    }

    fn find(&mut self, session: &Session, place: usize) {
        let found = all_partners(session.now()).nth(place);
        if let Some(node) = found.filter(|node| self.partner(session.now()) != Some(*node)) {
            self.look_at(node);
        }
    }

    fn show_lever(&mut self, session: &Session, lever: Lever) -> bool {
        let scenario = session.now();
        match (lever.node, lever.field) {
            (Node::KeyTest(test), Field::Fact) => {
                let path = scenario.words.key_tests[test].partner.as_ref();
                let Some(partner) = path.and_then(|path| node_at(scenario, path).ok()) else {
                    return false;
                };
                self.look_at(partner);
                self.focus = Pane::Tests;
                self.rows[0] = key_tests(scenario, partner).position(|own| own == test);
                true
            }
            (_, Field::Refusals) => {
                let partner = self.partner(scenario);
                let own = partner.and_then(|partner| refusals_of(scenario, partner));
                self.focus = if own == Some(lever) { Pane::Choices } else { self.focus };
                own == Some(lever)
            }
            _ => self.show_row(session, lever),
        }
    }

    fn tick(&self, session: &Session) -> Option<(Lever, Value)> {
        self.tick(session)
    }

    fn stance(&self, session: &Session) -> Option<Lever> {
        self.partner(session.now()).map(|node| Lever { node, field: Field::Stance })
    }
}

impl SignUp {
    /// Looks at the partner before or after, round and round.
    fn turn(&mut self, scenario: &Scenario, forward: bool) {
        let partners = self.partners(scenario);
        let own = self.partner(scenario);
        let at = partners.iter().position(|node| Some(*node) == own).unwrap_or(0);
        let on = if forward { 1 } else { partners.len().saturating_sub(1) };
        if let Some(next) = partners.get((at + on) % partners.len().max(1)) {
            self.look_at(*next);
        }
    }

    /// Goes to the row of a lever, if there is one for this partner, else for the lever's own.
    fn show_row(&mut self, session: &Session, lever: Lever) -> bool {
        let at =
            |own: &Self| levers(&own.board(session)?, session).iter().position(|row| *row == lever);
        let own = all_partners(session.now()).find(|node| *node == lever.node);
        if at(self).is_none()
            && let Some(partner) = own
        {
            self.look_at(partner);
        }
        let Some(row) = at(self) else { return false };
        self.focus = Pane::Others;
        self.rows[Pane::Others as usize] = Some(row);
        true
    }
}

/// The number that a key test holds against its bound: a sum, or the reading that decides it.
fn tested(scenario: &Scenario, test: usize, verdict: &Verdict) -> Source {
    let summed = Trial::read(scenario, test).is_ok_and(|own| own.summed().is_some());
    match verdict.worst {
        _ if summed => Source::Tested(test),
        Some((own, _)) => Source::Outcome(own.node, own.row.id),
        None => Source::Lever(Lever { node: Node::KeyTest(test), field: Field::Fact }),
    }
}

/// The number that a row of the others shows.
const fn asked(row: &OtherRow) -> Option<Source> {
    Some(match row.whose {
        Whose::Partner(node @ Node::System(_), _) => Source::Outcome(node, "contribution"),
        Whose::Withdrawn(Node::Saving(place)) => Source::Saved(place),
        Whose::Withdrawn(Node::JointPart(place)) => Source::Pays(place),
        Whose::Withdrawn(node) => Source::Outcome(node, "paid"),
        Whose::Partner(node, _) => Source::Outcome(node, "ask"),
        Whose::Unplaced | Whose::Total => return None,
    })
}

/// The levers of the rows that the cursor can stand on.
fn levers(board: &Board, session: &Session) -> Vec<Lever> {
    board.others(session).iter().filter_map(OtherRow::lever).collect()
}
