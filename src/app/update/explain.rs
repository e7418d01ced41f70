//! What keys and the mouse do on Explain.

use super::moves::moved;
use crate::app::explain::{Explain, ExplainRow, Pane};
use crate::app::explore::LeverRow;
use crate::app::keymap::Context;
use crate::app::over::Card;
use crate::app::{App, Headline, Line, Move, Origin, Room, Screen, Session};
use crate::engine::{OutcomeMeasure, Source};
use crate::levers::{Field, Lever, all_nodes};
use crate::model::Node;

/// Explains what the cursor is on: from another screen the number there, on this one a number of the
/// page.
pub(super) fn explain(app: &mut App) {
    let Some(work) = &mut app.work else { return };
    let from = work.screens.shown;
    let of = work.screens.current().elsewhere(&work.session);
    let source = work.screens.current().explained(&work.session);
    let Some(source) = source else {
        app.say("There is no number here that could be explained.");
        return;
    };
    work.over.clear();
    if from == Screen::Explain {
        follow(app);
        return;
    }
    work.screens.explain.open(&work.session, (source, of), from);
    work.screens.show(Screen::Explain);
}

/// Follows the number under the cursor to its own page.
pub(super) fn follow(app: &mut App) {
    let Some(work) = &mut app.work else { return };
    let own = &mut work.screens.explain;
    if own.effect().is_some() {
        make(app);
        return;
    }
    if own.focus == Pane::Working && own.open_more() {
        return;
    }
    match own.under_cursor().filter(|_| own.focus == Pane::Working) {
        Some(source) if source == own.page().source => {
            app.say("This is its working. ↑ goes to the figures in it; Enter follows one.");
        }
        Some(source) => own.follow(&work.session, source),
        None => {}
    }
}

/// Makes the move under the cursor, as one step.
fn make(app: &mut App) {
    let Some(work) = &mut app.work else { return };
    if work.screens.explain.is_elsewhere() {
        app.say("This is another scenario than the one being worked on: it stays as it is.");
        return;
    }
    let Some(moves) = work.screens.explain.effect().map(|own| own.moves.clone()) else { return };
    match work.session.apply(&moves, false) {
        Ok(words) => app.say(format!("{words}. u takes it back.")),
        Err(refusal) => app.refuse(refusal.to_string()),
    }
}

/// Back to the number that was looked at before.
pub(super) fn back(app: &mut App) {
    let Some(work) = &mut app.work else { return };
    if !work.screens.explain.go_back(&work.session) {
        app.say("This is where it began; Esc closes it.");
    }
}

impl Room for Explain {
    fn panes(&self) -> &'static [&'static str] {
        &["Working", "What would change it", "Check", "Words"]
    }

    fn pane(&self) -> usize {
        Pane::ALL.iter().position(|pane| *pane == self.focus).unwrap_or(0)
    }

    fn focus(&mut self, pane: usize) {
        self.focus = Pane::ALL.get(pane).copied().unwrap_or_default();
    }

    fn contexts(&self, _session: &Session) -> &'static [Context] {
        match self.focus {
            Pane::Effects => &[Context::Effects, Context::Explain],
            _ => &[Context::Followed, Context::Explain],
        }
    }

    fn lever(&self, _session: &Session) -> Option<LeverRow> {
        None
    }

    fn number(&self, _session: &Session) -> Option<OutcomeMeasure> {
        match self.in_hand()? {
            Source::Outcome(node, id) => OutcomeMeasure::find(node, id),
            _ => None,
        }
    }

    fn explained(&self, _session: &Session) -> Option<Source> {
        self.under_cursor()
    }

    fn card(&self, session: &Session, origin: &Origin) -> Option<Card> {
        match self.in_hand()? {
            Source::Lever(lever) | Source::Limit(lever) => {
                Some(Card::of_lever(session, origin, lever))
            }
            Source::Size(node, column) | Source::Weight(node, column) => {
                let lever = Lever { node, field: Field::Measure(column) };
                let own = lever.why_fixed(session.now()).is_none();
                own.then(|| Card::of_lever(session, origin, lever))
            }
            _ => self.number(session).map(|own| Card::of_number(session, origin, own)),
        }
    }

    fn subject(&self, session: &Session) -> Node {
        let node = match self.shown() {
            Some(Source::Outcome(node, _)) => Some(node),
            Some(Source::Lever(lever)) => Some(lever.node),
            _ => None,
        };
        let node = node.filter(|node| node.is_in_tree());
        node.or(all_nodes(session.now()).first().copied()).unwrap_or(Node::Nation)
    }

    fn headline(&self, _session: &Session) -> Headline {
        self.headline()
    }

    fn sentence(&self, _session: &Session, _narrow: bool) -> Line {
        Line::plain(self.sentence())
    }

    fn hint(&self, _session: &Session, _narrow: bool) -> Line {
        self.hint()
    }

    fn sentences(&self, _session: &Session) -> Vec<String> {
        self.sentences()
    }

    fn step(&mut self, _session: &Session, way: Move) {
        match self.focus {
            Pane::Working => {
                let (rows, at) = self.selectable();
                self.row = moved(at, rows.len(), way);
            }
            Pane::Effects => {
                self.others[0] = moved(self.others[0], self.page().effects.len(), way);
            }
            Pane::Checks => {
                self.others[1] = moved(self.others[1], self.page().checks.len(), way);
            }
            Pane::Words => self.others[2] = moved(self.others[2], self.words().len(), way),
        }
    }

    fn press(&mut self, _session: &Session, row: usize) -> bool {
        match self.focus {
            Pane::Working => {
                let again = self.selectable().1 == row;
                self.row = row;
                again
            }
            Pane::Effects => std::mem::replace(&mut self.others[0], row) == row,
            Pane::Checks => std::mem::replace(&mut self.others[1], row) == row,
            Pane::Words => std::mem::replace(&mut self.others[2], row) == row,
        }
    }

    fn names(&self, _session: &Session) -> Vec<String> {
        let (rows, _) = self.selectable();
        rows.iter().map(ExplainRow::name).collect()
    }

    fn here(&self, _session: &Session) -> usize {
        self.selectable().1
    }

    fn find(&mut self, _session: &Session, place: usize) {
        self.focus = Pane::Working;
        self.row = place;
    }

    fn leads_to(&self, session: &Session) -> Option<Lever> {
        // On the page of a figure there is nothing more to follow but the value itself.
        let Some(Source::Lever(lever)) = self.shown() else { return None };
        let alone = self.page().steps.is_empty() && self.focus == Pane::Working;
        (alone && lever.why_fixed(session.now()).is_none()).then_some(lever)
    }
}
