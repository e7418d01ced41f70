//! What keys and the mouse do on Sources.

use super::moves::moved;
use super::tree::turn;
use crate::app::explore::LeverRow;
use crate::app::keymap::Context;
use crate::app::over::Card;
use crate::app::sources::Sources;
use crate::app::{Headline, Line, Move, Origin, Room, Session, Tree};
use crate::engine::OutcomeMeasure;
use crate::levers::{Lever, all_nodes, lever_at};
use crate::model::Node;
use crate::report::Behind;

impl Room for Sources {
    fn panes(&self) -> &'static [&'static str] {
        &["Figures"]
    }

    fn pane(&self) -> usize {
        0
    }

    fn focus(&mut self, _pane: usize) {}

    fn contexts(&self, _session: &Session) -> &'static [Context] {
        &[Context::Sources]
    }

    fn lever(&self, _session: &Session) -> Option<LeverRow> {
        None
    }

    fn number(&self, session: &Session) -> Option<OutcomeMeasure> {
        // What was published of an outcome stands here by the outcome's own path.
        let own = self.figure(session).filter(|own| own.node.is_none())?;
        crate::engine::measure_at(session.now(), &own.path).ok()
    }

    fn card(&self, session: &Session, origin: &Origin) -> Option<Card> {
        self.figure(session).map(|own| Card::of_figure(session, origin, &own))
    }

    fn subject(&self, session: &Session) -> Node {
        let own = self.figure(session).and_then(|own| own.node).filter(|node| node.is_in_tree());
        own.or(all_nodes(session.now()).first().copied()).unwrap_or(Node::Nation)
    }

    fn headline(&self, session: &Session) -> Headline {
        Self::headline(session)
    }

    fn sentence(&self, session: &Session, _narrow: bool) -> Line {
        self.sentence(session)
    }

    fn hint(&self, session: &Session, _narrow: bool) -> Line {
        self.hint(session)
    }

    fn sentences(&self, session: &Session) -> Vec<String> {
        let sentence =
            |own: &Behind<'_>| format!("{} {}: {}", own.path, own.value(), own.sentence());
        self.figures(session).iter().map(sentence).collect()
    }

    fn step(&mut self, session: &Session, way: Move) {
        let figures = self.figures(session);
        let to = moved(self.place(&figures), figures.len(), way);
        self.selected = figures.get(to).map(|own| own.path.clone());
    }

    fn press(&mut self, session: &Session, row: usize) -> bool {
        let figures = self.figures(session);
        let again = self.place(&figures) == row;
        self.selected = figures.get(row).map(|own| own.path.clone());
        again
    }

    fn names(&self, session: &Session) -> Vec<String> {
        let words = &session.now().words;
        let name = |own: &Behind<'_>| {
            let node = own.node.map_or("", |node| &words.of(node).name);
            format!("{}\n{node}\n{}\n{}", own.path, own.field.replace('_', " "), own.words())
        };
        self.figures(session).iter().map(name).collect()
    }

    fn here(&self, session: &Session) -> usize {
        self.place(&self.figures(session))
    }

    fn find(&mut self, session: &Session, place: usize) {
        self.selected = self.figures(session).get(place).map(|own| own.path.clone());
    }

    fn leads_to(&self, session: &Session) -> Option<Lever> {
        let own = self.figure(session).filter(|own| own.node.is_some())?;
        lever_at(session.now(), &own.path).ok()
    }

    fn shape(&mut self, _session: &Session, shape: Tree) -> Option<String> {
        match shape {
            Tree::Sort => {
                self.order = self.order.next();
                Some(format!("Order: {}.", self.order.words()))
            }
            Tree::OnlyChanged => Some(turn(&mut self.only_changed).to_owned()),
            _ => None,
        }
    }

    fn back(&mut self) -> bool {
        std::mem::take(&mut self.only_changed)
    }
}
