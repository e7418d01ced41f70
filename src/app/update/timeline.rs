//! What keys and the mouse do on the Timeline.

use super::moves::moved;
use super::tree::turn;
use crate::app::explore::LeverRow;
use crate::app::keymap::Context;
use crate::app::timeline::{AfterRow, Pane, Timeline};
use crate::app::{Headline, Line, Move, Room, Session, Tree};
use crate::engine::{OutcomeMeasure, Source, first_measure};
use crate::levers::Lever;
use crate::model::Node;

impl Timeline {
    /// The rows of the years after that the cursor can stand on.
    fn after_rows(&self, session: &Session) -> Vec<AfterRow> {
        self.after(session).1.into_iter().filter(AfterRow::is_selectable).collect()
    }
}

impl Room for Timeline {
    fn panes(&self) -> &'static [&'static str] {
        &["The year", "After it"]
    }

    fn pane(&self) -> usize {
        usize::from(self.focus == Pane::After)
    }

    fn focus(&mut self, pane: usize) {
        self.focus = if pane == 0 { Pane::Year } else { Pane::After };
    }

    fn contexts(&self, session: &Session) -> &'static [Context] {
        let (lever, node) = match self.focus {
            Pane::Year => (false, self.year_row(session).and_then(|row| row.node())),
            Pane::After => {
                let row = self.after_row(session);
                let lever = row.as_ref().is_some_and(|row| row.lever().is_some());
                (lever, row.and_then(|row| row.node()))
            }
        };
        match (lever, node) {
            (true, _) => &[],
            (false, Some(_)) => &[Context::OnExplore, Context::Timeline],
            (false, None) => &[Context::Timeline],
        }
    }

    fn lever(&self, session: &Session) -> Option<LeverRow> {
        match self.focus {
            Pane::Year => None,
            Pane::After => self.after_row(session)?.lever().cloned(),
        }
    }

    fn number(&self, session: &Session) -> Option<OutcomeMeasure> {
        let node = match self.focus {
            Pane::Year => self.year_row(session)?.node(),
            Pane::After => self.after_row(session)?.node(),
        };
        first_measure(session.now(), session.after(), node?)
    }

    /// Of a programme how late it starts, where it does; of the years after the number of the row.
    fn explained(&self, session: &Session) -> Option<Source> {
        let late = |node| {
            let measure = OutcomeMeasure::find(node, "delay")?;
            let reading = measure.read(session.now(), session.after());
            reading.value.filter(|(late, _)| *late > 0).map(|_| measure)
        };
        let number = match self.focus {
            Pane::Year => self.year_row(session)?.node().and_then(late),
            Pane::After => match self.in_year(session) {
                Some(own) => return Some(Source::Year(own)),
                None => None,
            },
        };
        let number = number.or_else(|| self.number(session));
        number.map(|own| Source::Outcome(own.node, own.row.id))
    }

    fn subject(&self, session: &Session) -> Node {
        self.body(session).map_or(self.node, Node::Body)
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
        match self.focus {
            Pane::Year => self.event = moved(self.event, self.year(session).len(), way),
            Pane::After => self.row = moved(self.row, self.after_rows(session).len(), way),
        }
    }

    fn press(&mut self, _session: &Session, row: usize) -> bool {
        let own = match self.focus {
            Pane::Year => &mut self.event,
            Pane::After => &mut self.row,
        };
        std::mem::replace(own, row) == row
    }

    fn names(&self, session: &Session) -> Vec<String> {
        let year = self.year(session).into_iter().map(|row| row.words);
        year.chain(self.after_rows(session).iter().map(AfterRow::name)).collect()
    }

    fn here(&self, session: &Session) -> usize {
        match self.focus {
            Pane::Year => self.event,
            Pane::After => self.year(session).len() + self.row,
        }
    }

    fn find(&mut self, session: &Session, place: usize) {
        match place.checked_sub(self.year(session).len()) {
            None => (self.focus, self.event) = (Pane::Year, place),
            Some(row) => (self.focus, self.row) = (Pane::After, row),
        }
    }

    fn enter(&mut self, session: &Session) -> Option<Node> {
        match self.focus {
            Pane::Year => self.year_row(session)?.node(),
            Pane::After => self.after_row(session)?.node(),
        }
    }

    fn shape(&mut self, _session: &Session, shape: Tree) -> Option<String> {
        (shape == Tree::OnlyChanged).then(|| turn(&mut self.only_changed).to_owned())
    }

    fn back(&mut self) -> bool {
        std::mem::take(&mut self.only_changed)
    }

    fn show_lever(&mut self, session: &Session, lever: Lever) -> bool {
        let rows = self.after_rows(session);
        let at = rows.iter().position(|row| row.lever().is_some_and(|own| own.lever == lever));
        if let Some(at) = at {
            (self.focus, self.row) = (Pane::After, at);
        }
        at.is_some()
    }
}
