//! The History screen: every step that was taken, in words, and what it did to what is selected; the
//! step that stands now, those undone behind it, and what no longer fits the file.
//!
//! Its state is where the cursor is; its rows are worked out anew from that and the session. How they
//! are drawn is in `view/steps.rs`, what keys do in `update/steps.rs`.

mod effects;
mod said;

pub use said::words;

use super::explore::Figure;
use super::session::Session;
use crate::levers::{Step, Unfit};
use crate::model::Node;

/// The screen.
#[derive(Clone, Debug)]
pub struct Steps {
    /// The selected row; none is the one that stands now.
    pub row: Option<usize>,
    /// What is selected on Explore: of its ask the effects are.
    pub node: Node,
}

/// How a row of the history stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// The file as it was read, before any step.
    File,
    /// A step that is done.
    Done,
    /// A step that was undone.
    Undone,
    /// A step that no longer fits.
    Unfit,
}

/// A row: the file, or a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepRow {
    /// What was done, as undo says it.
    pub words: String,
    /// How it stands.
    pub standing: Standing,
    /// Whether everything on the other screens is as it was after this row.
    pub is_here: bool,
    /// The ask of what is selected before it and after it; worked out near the cursor only.
    pub ask: Option<Figure>,
}

impl Steps {
    /// Begins at the step that stands now.
    pub const fn new(node: Node) -> Self {
        Self { row: None, node }
    }

    /// The file, then every step in order, those undone last.
    pub fn rows(&self, session: &Session) -> Vec<StepRow> {
        let here = here(session);
        let effects = effects::effects(session, self.node, self.selected(session));
        let row = |place: usize, words: &str, standing| StepRow {
            words: words.to_owned(),
            standing,
            is_here: place == here,
            ask: effects.get(place).copied().flatten(),
        };
        let mut rows = vec![row(0, "the file as it was read", Standing::File)];
        let done = session.history().steps().len();
        for (place, step) in (1..).zip(steps(session)) {
            let standing = match step.stands() {
                false => Standing::Unfit,
                true if place > done => Standing::Undone,
                true => Standing::Done,
            };
            rows.push(row(place, &step.words, standing));
        }
        rows
    }

    /// What no longer fits, below the steps.
    pub fn unfit(session: &Session) -> Vec<Unfit> {
        let mut all = session.lost();
        let undone = session.history().undone().iter().rev().flat_map(|step| &step.lost);
        for unfit in undone {
            if all.iter().all(|known| known.path != unfit.path) {
                all.push(unfit.clone());
            }
        }
        all
    }

    /// How many rows the cursor can stand on.
    pub(super) fn length(session: &Session) -> usize {
        1 + steps(session).count() + Self::unfit(session).len()
    }

    /// The selected row: of the steps, then of what no longer fits.
    pub fn selected(&self, session: &Session) -> usize {
        let row = self.row.unwrap_or_else(|| here(session));
        row.min(Self::length(session).saturating_sub(1))
    }

    /// What no longer fits, if the cursor is on it.
    pub(super) fn unfit_in_hand(&self, session: &Session) -> Option<Unfit> {
        let at = self.selected(session);
        let count = steps(session).count() + 1;
        match at.checked_sub(count) {
            Some(place) => Self::unfit(session).into_iter().nth(place),
            None => {
                let step = steps(session).nth(at.checked_sub(1)?)?;
                step.lost.first().filter(|_| !step.stands()).cloned()
            }
        }
    }
}

/// Every step in order, those undone last.
fn steps(session: &Session) -> impl Iterator<Item = &Step> {
    let history = session.history();
    history.steps().iter().chain(history.undone().iter().rev())
}

/// The row that stands now.
fn here(session: &Session) -> usize {
    let done = session.history().steps();
    done.iter().rposition(Step::stands).map_or(0, |at| at + 1)
}
