//! What keys and the mouse do on History.

use super::moves::moved;
use crate::app::explore::LeverRow;
use crate::app::keymap::Context;
use crate::app::steps::{Standing, Steps};
use crate::app::{App, Headline, Line, Move, Room, Session};
use crate::model::Node;

/// Goes to the step under the cursor, in one go.
pub(super) fn go_there(app: &mut App) {
    let Some(work) = &mut app.work else { return };
    let own = &work.screens.steps;
    if let Some(unfit) = own.unfit_in_hand(&work.session) {
        let path = unfit.path;
        app.refuse(format!("{path} no longer fits the file, so there is nothing to go to."));
        return;
    }
    let at = own.selected(&work.session);
    let rows = own.rows(&work.session);
    let Some(row) = rows.get(at) else { return };
    let words = match (row.is_here, row.standing) {
        (true, _) => "This is what stands now.".to_owned(),
        (_, Standing::File) => {
            "Back to the file as it was read. U does step by step again.".to_owned()
        }
        (_, Standing::Undone) => format!("Done again up to: {}.", row.words),
        _ => format!("Back to: {}. U does again what came later.", row.words),
    };
    if !row.is_here {
        work.session.go_to(at);
    }
    work.screens.steps.row = None;
    app.say(words);
}

impl Room for Steps {
    fn panes(&self) -> &'static [&'static str] {
        &["History"]
    }

    fn pane(&self) -> usize {
        0
    }

    fn focus(&mut self, _pane: usize) {}

    fn contexts(&self, _session: &Session) -> &'static [Context] {
        &[Context::Steps]
    }

    fn lever(&self, _session: &Session) -> Option<LeverRow> {
        None
    }

    fn subject(&self, _session: &Session) -> Node {
        self.node
    }

    fn headline(&self, session: &Session) -> Headline {
        self.headline(session)
    }

    fn sentence(&self, session: &Session, _narrow: bool) -> Line {
        self.headline(session).first
    }

    fn hint(&self, session: &Session, _narrow: bool) -> Line {
        self.hint(session)
    }

    fn sentences(&self, session: &Session) -> Vec<String> {
        self.sentences(session)
    }

    fn step(&mut self, session: &Session, way: Move) {
        self.row = Some(moved(self.selected(session), Self::length(session), way));
    }

    fn press(&mut self, session: &Session, row: usize) -> bool {
        let again = self.selected(session) == row;
        self.row = Some(row);
        again
    }

    fn names(&self, session: &Session) -> Vec<String> {
        let rows = self.rows(session).into_iter().map(|row| row.words);
        rows.chain(Self::unfit(session).into_iter().map(|unfit| unfit.path)).collect()
    }

    fn here(&self, session: &Session) -> usize {
        self.selected(session)
    }

    fn find(&mut self, _session: &Session, place: usize) {
        self.row = Some(place);
    }
}
