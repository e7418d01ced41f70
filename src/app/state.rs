//! The whole state of the program on a screen.
//!
//! What changes it is in `update`; what it looks like is in `view`.

use std::path::PathBuf;

use super::explore::{LeverRow, LeverSort};
use super::keymap::Context;
use super::over::{Over, Question, TakeUp};
use super::problems::Problems;
use super::screen::Screen;
use super::screens::Screens;
use super::session::Session;
use super::{Line, Look};
use crate::document::overlay::{Base, Overlay, Saved, replay};
use crate::levers::Change;
use crate::model::{Node, Scenario};

/// Where a scenario came from, and where what is made of it goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// Its name in titles: the file's, or the one in the list of those inside the program.
    pub name: String,
    /// Where the overlay is saved.
    pub overlay: PathBuf,
    /// Where the outcome is exported, without an extension.
    pub export: PathBuf,
    /// How the overlay names the scenario that it changes.
    pub base: String,
}

/// How the program begins.
#[derive(Clone, Debug)]
pub struct Setup {
    /// Where the scenario came from.
    pub origin: Origin,
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
    /// The screens.
    pub screens: Screens,
    /// What lies over it, the last on top.
    pub over: Vec<Over>,
    /// The changes that the recovery file holds.
    pub(super) kept: Vec<Change>,
    /// The overlay that the changes began with, for the notes in it.
    pub(super) earlier: Option<Overlay>,
    /// Its changes that no longer fit: they are kept when it is saved again.
    pub(super) misfits: Vec<Saved>,
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
        let screens = Screens::new(&session, Screen::default());
        let work = Work {
            session,
            screens,
            over: Vec::new(),
            kept: Vec::new(),
            earlier: None,
            misfits: Vec::new(),
        };
        Self::with(Some(work), None, setup)
    }

    /// Begins with a file that cannot be opened.
    pub fn broken(problems: Problems, setup: Setup) -> Self {
        Self::with(None, Some(problems), setup)
    }

    /// Begins with the changes that an overlay holds; those that no longer fit are listed.
    pub fn with_overlay(&mut self, overlay: Overlay) {
        let Some(work) = &mut self.work else { return };
        let lost = work.replay(overlay);
        work.session.mark_saved();
        self.tell_lost(&lost);
    }

    /// Says which changes no longer fit.
    pub(super) fn tell_lost(&mut self, lost: &[String]) {
        if !lost.is_empty() {
            self.refuse(format!("No longer fits, but is kept: {}", lost.join(" · ")));
        }
    }

    /// Shows a screen.
    pub fn show(&mut self, screen: Screen) {
        if let Some(work) = &mut self.work {
            work.screens.show(screen);
        }
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
    /// Makes the changes of an overlay on the scenario as its file has it; answers, in words, those
    /// that no longer fit.
    pub(super) fn replay(&mut self, overlay: Overlay) -> Vec<String> {
        let count = overlay.changes.len();
        let words = if count == 1 { "1 change" } else { "several changes" };
        let replayed = replay(self.session.file(), &overlay.changes, words);
        self.session.adopt(replayed.scenario, replayed.history);
        let mut lost = Vec::new();
        for misfit in replayed.misfits {
            let change = &overlay.changes[misfit.index];
            lost.push(format!("{} = {}: {}", change.path, change.to, misfit.refusal));
            self.misfits.push(change.clone());
        }
        self.earlier = Some(overlay);
        lost
    }

    /// The changes as an overlay.
    pub(super) fn overlay(&self, origin: &Origin) -> Overlay {
        let file = self.session.file();
        let base = Base { name: origin.base.clone(), sha256: file.words.sha256.clone() };
        let title = match &self.earlier {
            Some(earlier) => earlier.title.clone(),
            None => format!("{}: what if", file.words.title),
        };
        let overlay = Overlay::of(&title, base, file, &self.session.changes());
        match &self.earlier {
            Some(earlier) => overlay.keeping(earlier, &self.misfits),
            None => overlay,
        }
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
        let mut contexts = self.screens.current().contexts(&self.session).to_vec();
        match self.lever_in_hand().map(|row| row.sort) {
            Some(LeverSort::Choice) => contexts.push(Context::Choice),
            Some(LeverSort::Share) => contexts.extend([Context::Number, Context::Share]),
            Some(LeverSort::Number | LeverSort::Typed) => contexts.push(Context::Number),
            None => {}
        }
        contexts.extend([Context::List, Context::Screen, Context::Everywhere]);
        contexts
    }

    /// The lever that ←→, Enter, digits and `r` act on, whichever screen is shown.
    pub fn lever_in_hand(&self) -> Option<LeverRow> {
        self.screens.current().lever(&self.session)
    }

    /// Whose ask is said beside a value that is chosen or typed.
    pub fn subject(&self) -> Node {
        self.screens.current().subject(&self.session)
    }
}
