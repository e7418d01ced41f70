//! The whole state of the program on a screen.
//!
//! What changes it is in `update`; what it looks like is in `view`.

use std::path::PathBuf;

use super::explore::{LeverRow, LeverSort};
use super::keymap::Context;
use super::mode::Mode;
use super::over::{Exit, Over, Question, TakeUp};
use super::present::Left;
use super::problems::Problems;
use super::screen::Screen;
use super::screens::Screens;
use super::session::Session;
use super::shelf::Shelf;
use super::{Line, Look};
use crate::document::claim::Holder;
use crate::document::overlay::{Base, Log, Overlay, unfitting};
use crate::document::progress::Progress;
use crate::format;
use crate::model::{Node, Scenario, StoryStep};

/// Where a scenario came from, and where what is made of it goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// As it was named when it was opened: a name of the list, or the path of a file.
    pub opened: String,
    /// Its name in titles: the file's, or the one in the list of those inside the program.
    pub name: String,
    /// Where the overlay is saved.
    pub overlay: PathBuf,
    /// Where the outcome is exported, without an extension.
    pub export: PathBuf,
    /// How the overlay names the scenario that it changes.
    pub base: String,
}

impl Origin {
    /// The name of the overlay's file.
    pub fn overlay_name(&self) -> String {
        self.overlay.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }
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
    /// What has the whole screen instead of them.
    pub mode: Option<Mode>,
    /// Where the talk was left, and its clock: a wrong Esc loses neither.
    pub(super) left: Option<Left>,
    /// The step that was taken out of the talk last, and its place among those that were added.
    pub(super) removed: Option<(usize, StoryStep)>,
    /// What lies over it, the last on top.
    pub over: Vec<Over>,
    /// At which revision of the history it was written down, and whether it was unsaved then.
    pub(super) kept: (u64, bool),
    /// The overlay that the changes began with, for the notes in it.
    pub(super) earlier: Option<Overlay>,
}

/// The whole state.
#[derive(Debug)]
pub struct App {
    pub(super) work: Option<Work>,
    pub(super) problems: Option<Problems>,
    /// The same while something is presented or learnt: to be shown afterwards.
    pub(super) unseen: Option<Problems>,
    pub(super) message: Option<Line>,
    pub(super) setup: Setup,
    pub(super) size: (u16, u16),
    /// Where the program is to go as soon as the changes are saved.
    pub(super) leaving: Option<Exit>,
    /// The history of an earlier run, until the file is mended that it belongs to.
    pub(super) waiting: Option<Log>,
    /// What is to be asked as soon as that file is mended.
    pub(super) to_ask: Vec<Over>,
    /// How far a learner has come.
    pub(super) progress: Progress,
    /// The list of what can be opened instead, if it is there: over everything else.
    pub(super) shelf: Option<Shelf>,
}

impl App {
    /// Begins with a scenario.
    pub fn new(scenario: Scenario, setup: Setup) -> Self {
        let session = Session::new(scenario);
        let screens = Screens::new(&session, Screen::default());
        let (kept, earlier, left, over) = ((0, false), None, None, Vec::new());
        let removed = None;
        let work = Work { session, screens, mode: None, left, removed, over, kept, earlier };
        Self::with(Some(work), None, setup)
    }

    /// Begins with a file that cannot be opened.
    pub fn broken(problems: Problems, setup: Setup) -> Self {
        Self::with(None, Some(problems), setup)
    }

    /// Begins with the changes that an overlay holds; those that no longer fit are listed.
    pub fn with_overlay(&mut self, overlay: Overlay) {
        let name = self.setup.origin.overlay_name();
        let Some(work) = &mut self.work else { return };
        work.replay(overlay, &name);
        work.session.mark_saved();
        work.kept = work.at();
        self.tell_lost("");
    }

    /// Goes on with the history of an earlier run. What stands now is what was opened; the history
    /// is put to the step that led there, whichever it is.
    pub fn with_history(&mut self, history: Log) {
        let Some(work) = &mut self.work else {
            self.waiting = Some(history);
            return;
        };
        if history.steps.is_empty() {
            return;
        }
        let opened = work.overlay(&self.setup.origin).changes;
        // As this version of the file has it: what the file holds by now is no change any more.
        let (_, steps) = history.replay(work.session.file());
        let history = Log { done: history.done, ..Log::of(work.session.file(), &steps) };
        let history = match history.place_of(&opened) {
            Some(done) => Log { done, ..history },
            None => {
                let name = self.setup.origin.overlay_name();
                history.leading_to(&opened, format!("{name} as it is on disk now"))
            }
        };
        let (scenario, history) = history.replay(work.session.file());
        work.session.adopt(scenario, history);
        work.session.mark_saved();
        work.kept = work.at();
        let words = match (work.session.next_undo(), work.session.next_redo()) {
            (Some(words), _) => format!("The history is as it was left: u takes back “{words}”."),
            (None, Some(words)) => {
                format!(
                    "The history of the last run is there: U does “{words}” again; g h lists it."
                )
            }
            (None, None) => return,
        };
        self.say(words);
        self.tell_lost("");
    }

    /// Goes on learning where an earlier run left it.
    pub fn with_progress(&mut self, progress: Progress) {
        self.progress = progress;
    }

    /// How far a learner has come.
    pub const fn progress(&self) -> &Progress {
        &self.progress
    }

    /// Says what the reader should know at the start.
    pub fn tell(&mut self, words: impl Into<String>) {
        self.refuse(words);
    }

    /// Says which changes no longer fit, if there are any, and where they are listed.
    pub(super) fn tell_lost(&mut self, before: &str) {
        let lost = self.work.as_ref().map(|work| work.session.lost()).unwrap_or_default();
        let paths: Vec<&str> = lost.iter().map(|unfit| &*unfit.path).collect();
        let words = match paths.as_slice() {
            [] => return,
            [one] => format!("No longer fits, but is kept: {one}"),
            [one, two] => format!("No longer fit, but are kept: {one} and {two}"),
            [one, two, more @ ..] => {
                let more = format::plural(more.len(), "other", "others");
                format!("No longer fit, but are kept: {one}, {two} and {more}")
            }
        };
        self.refuse(format!("{before}{words}; g h says why."));
    }

    /// Shows a screen.
    pub fn show(&mut self, screen: Screen) {
        if let Some(work) = &mut self.work {
            work.screens.show(screen);
        }
    }

    /// Offers changes of an earlier run that no file holds.
    pub fn offer(&mut self, kept: TakeUp) {
        self.ask(Question::TakeUp(kept));
    }

    /// Says that another process has the same overlay open.
    pub fn beside(&mut self, holder: Holder) {
        self.ask(Question::Beside(holder));
    }

    /// Asks now, or once there is something that the answer can be about.
    fn ask(&mut self, question: Question) {
        let over = Over::Question(question);
        match &mut self.work {
            Some(work) => work.over.push(over),
            None => self.to_ask.push(over),
        }
    }

    fn with(work: Option<Work>, problems: Option<Problems>, setup: Setup) -> Self {
        Self {
            work,
            problems,
            unseen: None,
            message: None,
            setup,
            size: (0, 0),
            leaving: None,
            waiting: None,
            to_ask: Vec::new(),
            progress: Progress::default(),
            shelf: None,
        }
    }

    /// Goes on as another program that has begun; what was chosen for the screen meanwhile stays.
    pub fn give_way(&mut self, next: Self) {
        let origin = next.setup.origin.clone();
        let setup = Setup { origin, ..self.setup.clone() };
        // What is learnt is the learner's, whichever scenario is open.
        let progress = std::mem::take(&mut self.progress);
        *self = Self { setup, size: self.size, progress, ..next };
    }

    /// The list of what can be opened instead, if it is there and nothing lies over it.
    pub fn shelf(&self) -> Option<&Shelf> {
        let keys = |work: &Work| matches!(work.over.last(), Some(Over::Keys(_)));
        self.shelf.as_ref().filter(|_| !self.work().is_some_and(keys))
    }

    /// The same, to be changed.
    pub(super) fn shelf_in_hand(&mut self) -> Option<&mut Shelf> {
        if self.shelf().is_none() { None } else { self.shelf.as_mut() }
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
        if let Some(shelf) = self.shelf() {
            return shelf.contexts().to_vec();
        }
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
    /// Makes the changes of an overlay on the scenario as its file has it, in the steps that it
    /// knows of, else in one that says where they are from.
    pub(super) fn replay(&mut self, overlay: Overlay, from: &str) {
        let history = overlay.history.clone().unwrap_or_else(|| {
            let words = match overlay.changes.len() {
                1 => String::new(),
                count => format!("{} from {from}", format::plural(count, "change", "changes")),
            };
            Log::default().leading_to(&overlay.changes, words)
        });
        let (scenario, history) = history.replay(self.session.file());
        self.session.adopt(scenario, history);
        self.session.tell(overlay.story.clone());
        self.earlier = Some(Overlay { history: None, ..overlay });
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
        let overlay = Overlay { story: self.session.added().to_vec(), ..overlay };
        let misfits = unfitting(&self.session.lost());
        match &self.earlier {
            Some(earlier) => overlay.keeping(earlier, &misfits),
            None => overlay.and(&misfits),
        }
    }

    /// The same with the history, as it is kept for the next start.
    pub(super) fn overlay_with_history(&self, origin: &Origin) -> Overlay {
        let history = Some(Log::of(self.session.file(), self.session.history()));
        Overlay { history, ..self.overlay(origin) }
    }

    /// What is to be written down has changed whenever this has.
    pub(super) fn at(&self) -> (u64, bool) {
        (self.session.revision(), self.session.is_unsaved())
    }

    /// The situations that the next key is looked up in.
    pub fn contexts(&self) -> Vec<Context> {
        match (self.over.last(), &self.mode) {
            (Some(over), _) => over.contexts().to_vec(),
            (None, Some(mode)) => mode.contexts().to_vec(),
            (None, None) => self.screen_contexts(),
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
