//! One scenario being worked on: as the file has it, as the baseline, as it stands now, and how it
//! got there. Every change goes through here and is computed at once.
//!
//! Where cursors stand and what is open belongs to the screens.

use std::collections::BTreeSet;

use crate::engine::{Engine, Outcome, compute};
use crate::levers::{Change, History, Lever, Refusal, Step, Unfit, Value, change_words, set_all};
use crate::model::{Scenario, StoryStep};

/// A scenario with its outcome, its baseline and its changes.
#[derive(Debug)]
pub struct Session {
    file: Scenario,
    base: Scenario,
    before: Outcome,
    now: Scenario,
    after: Outcome,
    engine: Engine,
    history: History,
    /// Steps that were added to the story.
    added: Vec<StoryStep>,
    saved: Saved,
    /// Goes up with everything that happens to the history.
    revision: u64,
    previewed: Vec<(Lever, Value)>,
    locked: BTreeSet<Lever>,
}

/// What an overlay holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Saved {
    /// The changes that fit.
    pub(super) changes: Vec<Change>,
    /// Those that do not.
    pub(super) lost: Vec<Unfit>,
    /// The steps that were added to the story.
    pub(super) added: Vec<StoryStep>,
}

impl Session {
    /// Begins with a scenario as its file has it.
    pub fn new(scenario: Scenario) -> Self {
        let before = compute(&scenario);
        Self {
            file: scenario.clone(),
            base: scenario.clone(),
            after: before.clone(),
            before,
            now: scenario,
            engine: Engine::default(),
            history: History::default(),
            added: Vec::new(),
            saved: Saved::default(),
            revision: 0,
            previewed: Vec::new(),
            locked: BTreeSet::new(),
        }
    }

    /// The scenario as it stands.
    pub const fn now(&self) -> &Scenario {
        &self.now
    }

    /// The scenario that changes are measured against.
    pub const fn base(&self) -> &Scenario {
        &self.base
    }

    /// The scenario as its file has it.
    pub const fn file(&self) -> &Scenario {
        &self.file
    }

    /// The outcome of the baseline.
    pub const fn before(&self) -> &Outcome {
        &self.before
    }

    /// The outcome as it stands.
    pub const fn after(&self) -> &Outcome {
        &self.after
    }

    /// What differs from the file, one change a lever.
    pub fn changes(&self) -> Vec<Change> {
        self.history.net()
    }

    /// Whether anything differs from the baseline, also by what is only tried.
    pub fn is_changed(&self) -> bool {
        self.base != self.now
    }

    /// Whether a lever holds something else than at the baseline.
    pub fn is_moved(&self, lever: Lever) -> bool {
        lever.get(&self.base) != lever.get(&self.now)
    }

    /// The shares that stay when another is moved.
    pub const fn locked(&self) -> &BTreeSet<Lever> {
        &self.locked
    }

    /// Locks a share, or no longer.
    pub fn lock(&mut self, lever: Lever) {
        if !self.locked.remove(&lever) {
            self.locked.insert(lever);
        }
    }

    /// What was done and undone.
    pub const fn history(&self) -> &History {
        &self.history
    }

    /// A number that is another one whenever something has happened to the history.
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// Keeps what could not be done with the last step, or, with words, as a step of its own.
    pub fn lose(&mut self, lost: Vec<Unfit>, own_step: Option<String>) {
        self.history.lose(lost, own_step);
        self.revision += 1;
    }

    /// What was changed and no longer fits the file.
    pub fn lost(&self) -> Vec<Unfit> {
        self.history.lost()
    }

    /// Steps that were added to the story.
    pub fn added(&self) -> &[StoryStep] {
        &self.added
    }

    /// How many of them no overlay holds.
    pub fn steps_to_save(&self) -> usize {
        if self.added == self.saved.added { 0 } else { self.added.len() }
    }

    /// Adds steps to the story in the place of those that were added before.
    pub fn tell(&mut self, steps: Vec<StoryStep>) {
        self.added = steps;
        self.revision += 1;
    }

    /// Whether there is something that no overlay holds, or that only an overlay holds.
    pub fn is_unsaved(&self) -> bool {
        self.held() != self.saved
    }

    /// Whether there is nothing that an overlay could hold.
    pub fn is_empty(&self) -> bool {
        self.held() == Saved::default()
    }

    /// Says that an overlay now holds everything.
    pub fn mark_saved(&mut self) {
        self.saved = self.held();
    }

    fn held(&self) -> Saved {
        Saved { changes: self.changes(), lost: self.lost(), added: self.added.clone() }
    }

    /// What an overlay holds.
    pub(super) const fn saved(&self) -> &Saved {
        &self.saved
    }

    /// Goes on in the place of another version of the file, whose overlay leads to this state.
    pub(super) fn succeed(&mut self, earlier: &Self, saved: &Self) {
        self.revision += earlier.revision + 1;
        self.saved = saved.held();
    }

    /// Moves levers together as one step; a held key joins its steps into one. Answers the words.
    ///
    /// # Errors
    /// If a move is refused: nothing moved.
    pub fn apply(&mut self, moves: &[(Lever, Value)], held: bool) -> Result<String, Refusal> {
        self.end_preview();
        let words = self.words_of(moves);
        self.history.apply(&mut self.now, moves, words.clone())?;
        self.revision += 1;
        if held {
            self.join(moves);
        }
        self.compute();
        Ok(words)
    }

    /// Goes on with the file's scenario as changes have left it.
    pub fn adopt(&mut self, scenario: Scenario, history: History) {
        self.end_preview();
        self.now = scenario;
        self.history = history;
        self.revision += 1;
        self.rebase();
        self.compute();
    }

    /// Shows levers moved without keeping it; what was shown before is put back first.
    ///
    /// # Errors
    /// If a move is refused: then everything stands as it was kept.
    pub fn preview(&mut self, moves: &[(Lever, Value)]) -> Result<(), Refusal> {
        self.put_back();
        let from: Vec<_> = moves.iter().map(|(lever, _)| (*lever, lever.get(&self.now))).collect();
        let done = set_all(&mut self.now, moves);
        if done.is_ok() {
            self.previewed = from;
        }
        self.compute();
        done
    }

    /// Shows again what is kept.
    pub fn end_preview(&mut self) {
        if !self.previewed.is_empty() {
            self.put_back();
            self.compute();
        }
    }

    /// Takes the last step back; answers its words, or `None` if there is none.
    pub fn undo(&mut self) -> Option<String> {
        self.recall(History::undo)
    }

    /// Takes the step that was undone last again.
    pub fn redo(&mut self) -> Option<String> {
        self.recall(History::redo)
    }

    /// What undo would take back, in words.
    pub fn next_undo(&self) -> Option<&str> {
        self.history.steps().iter().rfind(|step| step.stands()).map(|step| step.words.as_str())
    }

    /// What would be done again, in words.
    pub fn next_redo(&self) -> Option<&str> {
        self.history.undone().iter().rfind(|step| step.stands()).map(|step| step.words.as_str())
    }

    /// What undo would pass over because it no longer fits, the last first.
    pub fn passed_over(&self) -> impl Iterator<Item = &str> {
        let steps = self.history.steps().iter().rev();
        steps.take_while(|step| !step.stands()).map(|step| step.words.as_str())
    }

    /// Undoes or does again until so many of the steps are done, of all that there are in order;
    /// computes once. What no longer fits is passed over.
    pub fn go_to(&mut self, count: usize) {
        self.end_preview();
        let done = self.history.steps();
        let stands = |step: &&Step| step.stands();
        let (mut back, mut on) = (0, 0);
        if count < done.len() {
            back = done[count..].iter().filter(stands).count();
        } else {
            on = self.history.undone().iter().rev().take(count - done.len()).filter(stands).count();
        }
        for _ in 0..back {
            // What was there before is in range and of the right kind.
            let _ = self.history.undo(&mut self.now);
        }
        for _ in 0..on {
            let _ = self.history.redo(&mut self.now);
        }
        self.revision += 1;
        self.rebase();
        self.compute();
    }

    /// Makes what stands now the state that changes are measured against, as a step that can be
    /// undone. Answers whether it was another one before.
    pub fn make_baseline(&mut self) -> bool {
        self.end_preview();
        if self.base == self.now {
            return false;
        }
        self.base = self.now.clone();
        self.before = self.after.clone();
        self.history.mark_baseline("the baseline moved here".to_owned());
        self.revision += 1;
        true
    }

    /// Puts every lever back to what the file has, as one step.
    ///
    /// # Errors
    /// If there is nothing to put back, or a value is refused.
    pub fn reset_all(&mut self) -> Result<(), Refusal> {
        let changes = self.changes();
        let moves: Vec<_> =
            changes.iter().rev().map(|change| (change.lever, change.from.clone())).collect();
        if moves.is_empty() {
            return Err(Refusal::new("Nothing was changed."));
        }
        self.end_preview();
        self.history.apply(&mut self.now, &moves, "everything reset".to_owned())?;
        self.revision += 1;
        self.compute();
        Ok(())
    }

    fn words_of(&self, moves: &[(Lever, Value)]) -> String {
        let change = |(lever, to): &(Lever, Value)| Change {
            lever: *lever,
            from: lever.get(&self.now),
            to: to.clone(),
        };
        let words: Vec<_> = moves.iter().map(|m| change_words(&self.now, &change(m))).collect();
        words.join(", ")
    }

    /// Joins the last step to the one before, with words from where the first began.
    fn join(&mut self, moves: &[(Lever, Value)]) {
        let [.., first, _] = self.history.steps() else { return };
        let from = |lever: Lever| first.changes.iter().find(|c| c.lever == lever);
        let whole: Option<Vec<_>> = moves
            .iter()
            .map(|(lever, to)| {
                let from = from(*lever)?.from.clone();
                Some(change_words(&self.now, &Change { lever: *lever, from, to: to.clone() }))
            })
            .collect();
        if let Some(words) = whole {
            self.history.join_last(words.join(", "));
        }
    }

    /// Goes one step back or on; answers its words.
    fn recall(
        &mut self,
        step: impl for<'h> FnOnce(&'h mut History, &mut Scenario) -> Result<Option<&'h Step>, Refusal>,
    ) -> Option<String> {
        self.end_preview();
        let step = step(&mut self.history, &mut self.now).ok()??;
        let (words, is_baseline) = (step.words.clone(), step.is_baseline);
        self.revision += 1;
        if is_baseline {
            self.rebase();
        }
        self.compute();
        Some(words)
    }

    /// Finds the baseline again after the history has another length.
    fn rebase(&mut self) {
        let mut base = self.file.clone();
        // What was kept once is kept again.
        let _ = set_all(&mut base, &self.history.to_baseline());
        if base != self.base {
            self.before = compute(&base);
            self.base = base;
        }
    }

    fn put_back(&mut self) {
        let mut back = std::mem::take(&mut self.previewed);
        back.reverse();
        // What was there before is in range and of the right kind.
        let _ = set_all(&mut self.now, &back);
    }

    fn compute(&mut self) {
        self.engine.compute(&self.now, &mut self.after);
    }
}
