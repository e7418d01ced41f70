//! The whole state of the program on a screen.
//!
//! What changes it is in `update`; what it looks like is in `view`.

use std::path::PathBuf;

use super::explore::{Explore, LeverSort, Pane};
use super::keymap::Context;
use super::over::{Over, Question, TakeUp};
use super::problems::Problems;
use super::session::Session;
use super::{Line, Look};
use crate::levers::{Change, Lever, Value};
use crate::model::Scenario;

/// Where a scenario came from, and where what is made of it goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// Its name in titles: the file's, or the one in the list of those inside the program.
    pub name: String,
    /// Where the overlay is saved.
    pub overlay: PathBuf,
    /// Where the outcome is exported, without an extension.
    pub export: PathBuf,
}

/// Writes changes of a scenario as an overlay.
pub type WriteOverlay = fn(&Scenario, &[Change]) -> String;

/// How the program begins.
#[derive(Clone, Debug)]
pub struct Setup {
    /// Where the scenario came from.
    pub origin: Origin,
    /// How changes are written as an overlay.
    pub overlay: WriteOverlay,
    /// The theme.
    pub look: Look,
    /// Whether colour may be used at all.
    pub colour: bool,
    /// Whether the mouse is ours.
    pub mouse: bool,
}

/// A scenario being worked on and the screen it is worked on with.
#[derive(Debug)]
pub struct Work {
    /// The scenario, its changes, its outcome.
    pub session: Session,
    /// The Explore screen.
    pub explore: Explore,
    /// What lies over it, the last on top.
    pub over: Vec<Over>,
    /// The changes that the recovery file holds.
    pub(super) kept: Vec<Change>,
}

/// The whole state.
#[derive(Debug)]
pub struct App {
    pub(super) work: Option<Work>,
    pub(super) problems: Option<Problems>,
    pub(super) message: Option<Line>,
    pub(super) setup: Setup,
    pub(super) size: (u16, u16),
    /// Whether the program is to leave as soon as the changes are saved.
    pub(super) leaving: bool,
}

impl App {
    /// Begins with a scenario.
    pub fn new(scenario: Scenario, setup: Setup) -> Self {
        let session = Session::new(scenario);
        let explore = Explore::new(&session);
        let work = Work { session, explore, over: Vec::new(), kept: Vec::new() };
        Self::with(Some(work), None, setup)
    }

    /// Begins with a file that cannot be opened.
    pub fn broken(problems: Problems, setup: Setup) -> Self {
        Self::with(None, Some(problems), setup)
    }

    /// Begins with changes that an overlay holds; answers, in words, those that were refused.
    pub fn replay(&mut self, moves: &[(Lever, Value)]) -> Vec<String> {
        let Some(work) = &mut self.work else { return Vec::new() };
        let lost = work.replay(moves);
        work.session.mark_saved();
        lost
    }

    /// Offers changes of an earlier run that no file holds.
    pub fn offer(&mut self, kept: TakeUp) {
        if let Some(work) = &mut self.work {
            work.over.push(Over::Question(Question::TakeUp(kept)));
        }
    }

    fn with(work: Option<Work>, problems: Option<Problems>, setup: Setup) -> Self {
        Self { work, problems, message: None, setup, size: (0, 0), leaving: false }
    }

    /// What is being worked on, unless the file's problems are on the screen.
    pub fn work(&self) -> Option<&Work> {
        if self.problems.is_some() { None } else { self.work.as_ref() }
    }

    /// The file's problems, if they are on the screen.
    pub fn problems(&self) -> Option<&Problems> {
        self.problems.as_ref()
    }

    /// Whether a last good version is in memory, and with how many changes.
    pub fn last_good(&self) -> Option<usize> {
        self.work.as_ref().map(|work| work.session.changes().len())
    }

    /// Where the scenario came from.
    pub const fn origin(&self) -> &Origin {
        &self.setup.origin
    }

    /// The theme that is wanted.
    pub const fn look(&self) -> Look {
        if self.setup.colour { self.setup.look } else { Look::Mono }
    }

    /// What the message line says, if something just happened.
    pub const fn message(&self) -> Option<&Line> {
        self.message.as_ref()
    }

    /// Columns and rows of the screen.
    pub const fn size(&self) -> (u16, u16) {
        self.size
    }

    /// The situations that the next key is looked up in, the nearest first.
    pub fn contexts(&self) -> Vec<Context> {
        if self.problems.is_some() {
            return vec![Context::Problems, Context::List, Context::Everywhere];
        }
        match &self.work {
            Some(work) => work.contexts(),
            None => vec![Context::Everywhere],
        }
    }
}

impl Work {
    /// Makes changes one after the other; answers, in words, those that were refused.
    pub(super) fn replay(&mut self, moves: &[(Lever, Value)]) -> Vec<String> {
        let refused = moves.iter().filter_map(|own| {
            let refusal = self.session.apply(std::slice::from_ref(own), false).err()?;
            Some(refusal.to_string())
        });
        refused.collect()
    }

    /// The situations that the next key is looked up in.
    pub fn contexts(&self) -> Vec<Context> {
        match self.over.last() {
            Some(over) => over.contexts().to_vec(),
            None => self.screen_contexts(),
        }
    }

    /// The situations of the screen itself.
    pub fn screen_contexts(&self) -> Vec<Context> {
        let mut contexts = Vec::new();
        match self.explore.focus {
            Pane::Tree => contexts.push(Context::Tree),
            Pane::Programmes => contexts.push(Context::Programmes),
            Pane::Levers => match self.explore.selected_lever(&self.session).map(|row| row.sort) {
                Some(LeverSort::Choice) => contexts.push(Context::Choice),
                Some(LeverSort::Share) => contexts.extend([Context::Number, Context::Share]),
                Some(LeverSort::Number) => contexts.push(Context::Number),
                None => {}
            },
        }
        contexts.extend([Context::List, Context::Screen, Context::Everywhere]);
        contexts
    }
}
