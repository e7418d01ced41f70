//! What happens next: a message comes in, the state changes, effects go out.
//!
//! One file for each group of actions; this one only hands out.

mod change;
mod councils;
mod edit;
mod explore;
mod fairness;
mod find;
mod give;
mod moves;
mod open;
mod pointer;
mod program;
mod recall;
mod results;
mod sign_up;
mod sources;
mod timeline;
mod tree;

pub use give::sentences;

use super::key::{Code, Key};
use super::keymap;
use super::over::Over;
use super::problems::Problems;
use super::{
    Action, App, Effect, Line, Message, Origin, Paper, Performed, Screens, Session, Tone, Tree,
    Work,
};
use crate::document::Faulty;
use crate::model::Scenario;

/// How an action was called for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Call {
    /// Whether its key is held.
    pub(super) held: bool,
}

impl App {
    /// Takes a message in; answers what the world is asked to do.
    pub fn update(&mut self, message: Message) -> Vec<Effect> {
        let mut effects = match message {
            Message::Key(key) => self.key(key, Call { held: false }),
            Message::Held(key) => self.key(key, Call { held: true }),
            Message::Mouse(mouse, spot) => pointer::mouse(self, mouse, spot),
            Message::Paste(text) => edit::paste(self, &text),
            Message::Resize(columns, rows) => {
                self.size = (columns, rows);
                self.unfold();
                Vec::new()
            }
            Message::FileChanged => vec![Effect::Read],
            Message::Loaded(loaded) => self.loaded(loaded),
            Message::Performed(performed) => self.performed(performed),
            Message::Resumed => vec![Effect::Retake],
            Message::Suspend => vec![Effect::Suspend],
            Message::End => vec![Effect::Leave],
        };
        effects.extend(self.keep());
        effects
    }

    /// Opens more of the tree where a screen is taller than the usual one.
    fn unfold(&mut self) {
        let Some(work) = self.work.as_mut().filter(|work| !work.screens.explore.shaped) else {
            return;
        };
        let more = usize::from(self.size.1).saturating_sub(36);
        if more > 0 && self.size.0 >= 100 {
            // Fifteen rows of a screen of 36 are the tree's, and most of what is added.
            work.screens.explore.unfold_into(&work.session, 15 + more * 5 / 7);
        }
    }

    fn key(&mut self, key: Key, call: Call) -> Vec<Effect> {
        self.message = None;
        if let Some(action) = keymap::lookup(&self.contexts(), key) {
            return self.act(action, call);
        }
        edit::key(self, key)
    }

    /// Does what a person asked for.
    pub(super) fn act(&mut self, action: Action, call: Call) -> Vec<Effect> {
        match action {
            Action::Move(way) => moves::go(self, way),
            Action::Change(change) => change::change(self, change, call),
            Action::History(recall) => recall::recall(self, recall),
            Action::Tree(shape) => self.shape(shape),
            Action::Open(open) => return open::open(self, open),
            Action::Find(find) => find::again(self, find),
            Action::Give(give) => return give::give(self, give),
            Action::Program(program) => return program::program(self, program),
        }
        Vec::new()
    }

    fn shape(&mut self, shape: Tree) {
        let Some(work) = &mut self.work else { return };
        if let Some(words) = work.screens.current_mut().shape(&work.session, shape) {
            self.say(words);
        }
    }

    /// Says something in the message line until the next key.
    pub(super) fn say(&mut self, words: impl Into<String>) {
        self.message = Some(Line::plain(words));
    }

    /// Says why something was not done.
    pub(super) fn refuse(&mut self, words: impl Into<String>) {
        self.message = Some(Line::default().with("⚠ ", Tone::Warning).text(words));
    }

    fn performed(&mut self, performed: Performed) -> Vec<Effect> {
        match performed {
            Performed::Written(Paper::Changes, path) => {
                if let Some(work) = &mut self.work {
                    work.session.mark_saved();
                }
                if self.leaving {
                    return vec![Effect::ForgetRecovery, Effect::Leave];
                }
                self.say(format!("Saved in {}. The scenario itself is as it was.", path.display()));
            }
            Performed::Written(Paper::Outcome, path) => {
                self.say(format!("Written to {}.", path.display()));
            }
            Performed::Failed(words) => {
                self.leaving = false;
                self.refuse(words);
            }
            Performed::WouldOverwrite(file) => {
                self.leaving = false;
                if let Some(work) = &mut self.work {
                    work.over.push(Over::Question(super::over::Question::Replace(file)));
                }
            }
        }
        Vec::new()
    }

    fn loaded(&mut self, loaded: Result<Box<Scenario>, Box<Faulty>>) -> Vec<Effect> {
        match loaded {
            Ok(scenario) => {
                self.problems = None;
                match &mut self.work {
                    Some(work) => {
                        let lost = work.reload(*scenario, &self.setup.origin);
                        if lost.is_empty() {
                            self.say("The file changed on disk and was read again.");
                        } else {
                            let lost = lost.join(" · ");
                            self.refuse(format!("Read again. No longer fits, but is kept: {lost}"));
                        }
                    }
                    None => {
                        let app = Self::new(*scenario, self.setup.clone());
                        self.work = app.work;
                        self.say("The file is mended and open.");
                    }
                }
            }
            Err(faulty) => self.problems = Some(Problems::new(*faulty)),
        }
        Vec::new()
    }

    /// Keeps unsaved changes where the next start looks for them, whenever they differ.
    fn keep(&mut self) -> Option<Effect> {
        let work = self.work.as_mut()?;
        let changes = if work.session.is_unsaved() { work.session.changes() } else { Vec::new() };
        if changes == work.kept {
            return None;
        }
        work.kept.clone_from(&changes);
        if changes.is_empty() {
            return Some(Effect::ForgetRecovery);
        }
        Some(Effect::WriteRecovery(Box::new(work.overlay(&self.setup.origin))))
    }
}

impl Work {
    /// Takes a new version of the file and makes the changes again; what does not fit it waits for
    /// a version that it fits.
    fn reload(&mut self, scenario: Scenario, origin: &Origin) -> Vec<String> {
        self.session.end_preview();
        let all = self.overlay(origin);
        let is_saved = !self.session.is_unsaved() && self.misfits.is_empty();
        self.session = Session::new(scenario);
        self.misfits.clear();
        let lost = if all.changes.is_empty() { Vec::new() } else { self.replay(all) };
        if is_saved {
            self.session.mark_saved();
        }
        if self.session.changes().is_empty() {
            // What was written down for the next start now holds what fits nowhere: it stays.
            self.kept.clear();
        }
        self.over.clear();
        self.screens = Screens::new(&self.session, self.screens.shown);
        lost
    }
}

/// Whether a key begins a number when no field is open.
pub(super) fn begins_number(key: Key) -> Option<char> {
    match key.code {
        Code::Char(c) if !key.ctrl && (c.is_ascii_digit() || "-+=−".contains(c)) => Some(c),
        _ => None,
    }
}
