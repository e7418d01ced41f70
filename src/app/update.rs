//! What happens next: a message comes in, the state changes, effects go out.
//!
//! One file for each group of actions; this one only hands out.

mod beside;
mod change;
mod compare;
mod councils;
mod edit;
mod explain;
mod explore;
mod fairness;
mod find;
mod fit;
mod give;
mod learn;
mod moves;
mod open;
mod pointer;
mod present;
mod program;
mod recall;
mod results;
mod shelf;
mod sign_up;
mod sources;
mod steps;
mod timeline;
mod tree;

pub use give::sentences;

use super::key::{Code, Key};
use super::keymap;
use super::over::Over;
use super::problems::Problems;
use super::{
    Action, App, Effect, Line, Message, Origin, Paper, Performed, Screen, Screens, Session, Tone,
    Tree, Work,
};
use crate::document::Faulty;
use crate::document::overlay::{Log, Overlay, unfitting};
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
            // What is heard of the overlay of a scenario that was given up is nothing.
            Message::OverlayChanged(path) if path != self.setup.origin.overlay => Vec::new(),
            Message::OverlayChanged(path) => vec![Effect::Compare(path)],
            Message::Loaded(loaded) => self.loaded(loaded),
            Message::Performed(performed) => self.performed(performed),
            Message::Found(overlays) => {
                beside::found(self, &overlays);
                Vec::new()
            }
            Message::Listed(files) => {
                shelf::listed(self, files);
                Vec::new()
            }
            Message::Tried(path, read) => shelf::tried(self, path, read),
            Message::Opened(opening) => {
                beside::opened(self, *opening);
                Vec::new()
            }
            Message::Second(seconds) => {
                present::second(self, seconds);
                Vec::new()
            }
            Message::Resumed => vec![Effect::Retake],
            Message::Suspend => vec![Effect::Suspend],
            Message::End => vec![Effect::Leave],
        };
        // A room is not shown a file’s faults, nor a learner: they wait until both are done.
        if self.work.as_ref().is_none_or(|work| work.mode.is_none())
            && let Some(problems) = self.unseen.take()
        {
            self.problems = Some(problems);
            // What was said before was of what no longer shows.
            self.message = None;
        }
        if let Some(work) = self.work.as_mut().filter(|own| own.screens.shown == Screen::Explain) {
            work.screens.explain.refresh(&work.session, &self.setup.origin.name);
        }
        effects.extend(present::notes(self));
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
        // What a question hides is read once it is answered.
        let asked =
            self.work().is_some_and(|work| matches!(work.over.last(), Some(Over::Question(_))));
        if !asked {
            self.message = None;
        }
        if present::unblank(self) {
            return Vec::new();
        }
        if let Some(action) = keymap::lookup(&self.contexts(), key) {
            return self.act(action, call);
        }
        edit::key(self, key)
    }

    /// Does what a person asked for.
    pub(super) fn act(&mut self, action: Action, call: Call) -> Vec<Effect> {
        if self.shelf_in_hand().is_some()
            && let Some(effects) = shelf::act(self, action)
        {
            return effects;
        }
        match action {
            Action::Move(way) => moves::go(self, way),
            Action::Change(change) => change::change(self, change, call),
            Action::History(recall) => recall::recall(self, recall),
            Action::Tree(shape) => self.shape(shape),
            Action::Open(open) => return open::open(self, open),
            Action::Find(find) => find::again(self, find),
            Action::Give(give) => return give::give(self, give),
            Action::Beside(beside) => return beside::beside(self, beside),
            Action::Show(show) => return present::show(self, show),
            Action::Study(study) => return learn::study(self, study),
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
                self.setup.origin.overlay.clone_from(&path);
                if let Some(exit) = self.leaving.take() {
                    let mut effects = self.keep();
                    effects.extend([Effect::ForgetRecovery, exit.effect()]);
                    return effects;
                }
                self.say(format!("Saved in {}. The scenario itself is as it was.", path.display()));
            }
            Performed::Written(Paper::Outcome, path) => {
                self.say(format!("Written to {}.", path.display()));
            }
            Performed::Failed(words) => {
                self.leaving = None;
                self.refuse(words);
            }
            Performed::Stayed(words) => {
                // What was unsaved may have been taken away for the other: it is written again.
                if let Some(work) = &mut self.work {
                    work.kept = (u64::MAX, false);
                }
                self.refuse(words);
            }
            Performed::WouldOverwrite(hindered) => {
                if let Some(work) = &mut self.work {
                    work.over.push(Over::Question(super::over::Question::Replace(hindered)));
                }
            }
            Performed::Foreign(path) => {
                self.refuse(format!(
                    "{} was changed by another program. Here everything stands as it was; w asks \
                     before it replaces it.",
                    path.display()
                ));
            }
        }
        Vec::new()
    }

    fn loaded(&mut self, loaded: Result<Box<Scenario>, Box<Faulty>>) -> Vec<Effect> {
        match loaded {
            Ok(scenario) => {
                (self.problems, self.unseen) = (None, None);
                match &mut self.work {
                    Some(work) => {
                        work.reload(*scenario, &self.setup.origin);
                        self.say("The file changed on disk and was read again.");
                        self.tell_lost("Read again. ");
                    }
                    None => {
                        let app = Self::new(*scenario, self.setup.clone());
                        self.work = app.work;
                        self.say("The file is mended and open.");
                        if let Some(history) = self.waiting.take() {
                            self.with_history(history);
                        }
                        if let Some(work) = &mut self.work {
                            work.over.append(&mut self.to_ask);
                        }
                    }
                }
            }
            Err(faulty) => {
                self.problems = None;
                self.unseen = Some(Problems::new(*faulty));
                self.say("The file has a fault now; this is its last good version.");
            }
        }
        Vec::new()
    }

    /// Writes down for the next start how things stand, whenever that differs: what is unsaved with
    /// its history, or the history alone.
    fn keep(&mut self) -> Vec<Effect> {
        let Some(work) = self.work.as_mut().filter(|work| work.kept != work.at()) else {
            return Vec::new();
        };
        work.kept = work.at();
        let overlay = Box::new(work.overlay_with_history(&self.setup.origin));
        if work.session.is_unsaved() && !overlay.is_empty() {
            return vec![Effect::WriteRecovery(overlay)];
        }
        // First it is written there, then it goes here: a program that dies between loses nothing.
        vec![self.history_of(overlay), Effect::ForgetRecovery]
    }

    /// The history is to be written down, also for the overlay if that holds what stands.
    fn history_of(&self, overlay: Box<Overlay>) -> Effect {
        let unsaved = self.work.as_ref().is_some_and(|work| work.session.is_unsaved());
        let saved = (!unsaved && !overlay.is_empty()).then(|| self.setup.origin.overlay.clone());
        Effect::WriteHistory { overlay, saved }
    }

    /// What is written down when the reader leaves: without unsaved changes, but with the way there.
    fn last_history(&self) -> Vec<Effect> {
        let Some(work) = &self.work else { return Vec::new() };
        if work.session.history().steps().is_empty() && work.session.history().undone().is_empty() {
            return Vec::new();
        }
        vec![self.history_of(Box::new(work.overlay_with_history(&self.setup.origin)))]
    }
}

impl Work {
    /// Takes a new version of the file and every step again; what does not fit it waits for a
    /// version that it fits.
    fn reload(&mut self, scenario: Scenario, origin: &Origin) {
        self.session.end_preview();
        let all = self.overlay_with_history(origin);
        let held = self.session.saved();
        let saved = Overlay::of("", all.base.clone(), self.session.file(), &held.changes);
        let saved = saved.and(&unfitting(&held.lost)).changes;
        let saved = Log::default().leading_to(&saved, String::new());
        let added = held.added.clone();
        let mut on_disk = Session::new(scenario.clone());
        let (changed, history) = saved.replay(&scenario);
        on_disk.adopt(changed, history);
        on_disk.tell(added);
        let earlier = std::mem::replace(&mut self.session, Session::new(scenario));
        self.replay(all, &origin.overlay_name());
        self.session.succeed(&earlier, &on_disk);
        // What was asked is still to be answered.
        self.over.retain(|over| matches!(over, Over::Question(_)));
        let screens = Screens::new(&self.session, self.screens.shown);
        let Screens { compare, fit, explain, .. } = std::mem::replace(&mut self.screens, screens);
        present::reload(self);
        learn::reload(self);
        self.screens.compare = self.screens.compare.clone().keeping(&self.session, compare);
        self.screens.fit.keep_typed((earlier.now(), self.session.now()), &fit.typed);
        if !self.screens.explain.keep(&self.session, &explain)
            && self.screens.shown == Screen::Explain
        {
            self.screens.show(explain.from);
        }
    }
}

/// Whether a key begins a number when no field is open.
pub(super) fn begins_number(key: Key) -> Option<char> {
    match key.code {
        Code::Char(c) if !key.ctrl && (c.is_ascii_digit() || "-+=−".contains(c)) => Some(c),
        _ => None,
    }
}
