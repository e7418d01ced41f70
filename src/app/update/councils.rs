//! What keys and the mouse do on Councils.

use super::moves::moved;
use super::tree::turn;
use crate::app::councils::{AreaRow, Councils, Pane};
use crate::app::explore::LeverRow;
use crate::app::keymap::Context;
use crate::app::{Headline, Line, Move, Room, Session, Tree};
use crate::engine::{Area, AreaPart, OutcomeMeasure, Source, first_measure};
use crate::levers::{Field, Lever};
use crate::model::Node;

impl Room for Councils {
    fn panes(&self) -> &'static [&'static str] {
        &["Councils", "What reaches it"]
    }

    fn pane(&self) -> usize {
        usize::from(self.focus == Pane::Area)
    }

    fn focus(&mut self, pane: usize) {
        self.focus = if pane == 0 { Pane::Areas } else { Pane::Area };
    }

    fn contexts(&self, session: &Session) -> &'static [Context] {
        match (self.focus, self.row(session)) {
            (Pane::Areas, _) => &[Context::Areas],
            (Pane::Area, Some(AreaRow::Programme(_))) => &[Context::Programmes],
            (Pane::Area, Some(AreaRow::Stance(_))) => &[],
            (Pane::Area, _) => &[Context::Area],
        }
    }

    fn lever(&self, session: &Session) -> Option<LeverRow> {
        match (self.focus, self.row(session)?) {
            (Pane::Area, AreaRow::Stance(row)) => Some(row),
            _ => None,
        }
    }

    fn number(&self, session: &Session) -> Option<OutcomeMeasure> {
        match self.focus {
            Pane::Areas => None,
            Pane::Area => first_measure(session.now(), session.after(), self.row(session)?.node()?),
        }
    }

    /// The area's parts of all asks; of a row its part, where that is known. A footprint shows people
    /// and no amount.
    fn explained(&self, session: &Session) -> Option<Source> {
        let part = |of, id| Source::Here(AreaPart { area: self.area, of, id });
        if self.focus == Pane::Areas {
            return Some(part(None, "ask"));
        }
        Some(match self.row(session)? {
            AreaRow::Body(own) => match own.here.now {
                Some(_) => part(Some(Node::Body(own.body)), "ask"),
                None => Source::Outcome(Node::Body(own.body), "ask"),
            },
            AreaRow::Programme(own) => match own.here.and_then(|figure| figure.now) {
                Some(_) => part(Some(Node::Programme(own.programme)), "cut"),
                None => Source::Outcome(Node::Programme(own.programme), "cut"),
            },
            AreaRow::Joint(own) => match own.lost.now.is_some_and(|lost| !lost.is_zero()) {
                true => Source::PaysNoMore(own.part),
                false => Source::Pays(own.part),
            },
            AreaRow::Stance(own) => Source::Lever(own.lever),
            _ => return None,
        })
    }

    fn subject(&self, session: &Session) -> Node {
        let scenario = session.now();
        let first = self.area.bodies(scenario).first().map(|reach| reach.node);
        let top = if scenario.regions.is_empty() { Node::Nation } else { Node::Region(0) };
        first.unwrap_or(top)
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
            Pane::Areas => {
                let areas = self.areas(session);
                let to = moved(self.selected(&areas), areas.len(), way);
                self.find(session, to);
            }
            Pane::Area => {
                let rows = self.rows(session);
                let length = rows.iter().filter(|row| row.is_selectable()).count();
                self.row = moved(self.row, length, way);
            }
        }
    }

    fn press(&mut self, session: &Session, row: usize) -> bool {
        match self.focus {
            Pane::Areas => {
                let again = self.here(session) == row;
                self.find(session, row);
                again
            }
            Pane::Area => {
                let again = self.row == row;
                self.row = row;
                again
            }
        }
    }

    fn names(&self, session: &Session) -> Vec<String> {
        let both = |own: crate::app::councils::Listed| format!("{}\n{}", own.name, own.short);
        self.areas(session).into_iter().map(both).collect()
    }

    fn here(&self, session: &Session) -> usize {
        self.selected(&self.areas(session))
    }

    fn find(&mut self, session: &Session, place: usize) {
        let found = self.areas(session).get(place).map(|own| own.area);
        // What was found stands in the list: there the keys act on it.
        self.focus = Pane::Areas;
        if let Some(area) = found.filter(|area| *area != self.area) {
            self.area = area;
            self.row = 0;
        }
    }

    fn enter(&mut self, session: &Session) -> Option<Node> {
        match self.focus {
            Pane::Areas => {
                self.focus = Pane::Area;
                None
            }
            Pane::Area => self.row(session)?.node(),
        }
    }

    fn show_lever(&mut self, session: &Session, lever: Lever) -> bool {
        let Node::Council(place) = lever.node else { return false };
        self.area = Area::Council(place);
        self.focus = Pane::Area;
        let rows = self.rows(session).into_iter().filter(AreaRow::is_selectable);
        let at = rows.enumerate().find(|(_, row)| matches!(row, AreaRow::Stance(_)));
        self.row = at.as_ref().map_or(0, |(at, _)| *at);
        at.is_some()
    }

    fn protection(&self, session: &Session) -> Option<Lever> {
        match self.row(session)? {
            AreaRow::Programme(own) => {
                Some(Lever { node: Node::Programme(own.programme), field: Field::Protection })
            }
            _ => None,
        }
    }

    fn shape(&mut self, _session: &Session, shape: Tree) -> Option<String> {
        match shape {
            Tree::Sort => {
                self.order = self.order.next();
                Some(format!("Councils: {}.", self.order.words()))
            }
            Tree::OnlyChanged => Some(turn(&mut self.only_changed).to_owned()),
            _ => None,
        }
    }

    fn back(&mut self) -> bool {
        std::mem::take(&mut self.only_changed)
    }
}
