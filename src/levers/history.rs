//! What was changed, in order, and the way back.

use super::{Change, Lever, Refusal, Value, change_all, set_all};
use crate::model::Scenario;

/// So many steps are kept one by one; the oldest of more are taken together.
const MOST_STEPS: usize = 500;
/// So many changes are kept in all, as far as taking steps together saves any.
const MOST_CHANGES: usize = 20_000;

/// What a person did in one go: mostly one change, sometimes several that belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Step {
    /// The changes.
    pub changes: Vec<Change>,
    /// What was done, in words: `C&P plan −192.4m → −200m`.
    pub words: String,
    /// What of it does not fit the file as it is now.
    pub lost: Vec<Unfit>,
    /// Whether what stands after it is what later changes are measured against.
    pub is_baseline: bool,
}

/// A change that does not fit the file as it is now: kept as it was written, until it does again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfit {
    /// The lever’s path.
    pub path: String,
    /// What it held, as it was written.
    pub from: String,
    /// What it was to hold, as it was written.
    pub to: String,
    /// Why it does not fit, in words.
    pub why: String,
}

/// The steps taken since the file was opened, and those undone.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

/// What a change is written to lead to that puts back what the file has, whatever that is by then.
pub const AS_IN_FILE: &str = "AsInFile";

impl Unfit {
    /// Whether it was to put back what the file has.
    pub fn is_as_in_file(&self) -> bool {
        self.to == AS_IN_FILE
    }
}

impl Step {
    /// Whether there is something in it to take back or to do again.
    pub fn stands(&self) -> bool {
        !self.changes.is_empty() || self.is_baseline
    }
}

impl History {
    /// A history as it was kept: the steps taken, oldest first, and those undone, the next to be
    /// taken again last.
    pub const fn kept(done: Vec<Step>, undone: Vec<Step>) -> Self {
        Self { done, undone }
    }

    /// The steps taken, oldest first.
    pub fn steps(&self) -> &[Step] {
        &self.done
    }

    /// The steps undone, the next to be taken again last.
    pub fn undone(&self) -> &[Step] {
        &self.undone
    }

    /// Moves levers together and remembers it; what was undone before is forgotten.
    ///
    /// # Errors
    /// If one of the moves is refused: then nothing moved.
    pub fn apply(
        &mut self,
        scenario: &mut Scenario,
        moves: &[(Lever, Value)],
        words: String,
    ) -> Result<(), Refusal> {
        let changes = change_all(scenario, moves)?;
        self.done.push(Step { changes, words, ..Step::default() });
        self.undone.clear();
        self.take_together();
        Ok(())
    }

    /// Remembers that later changes are measured against what stands now; what was undone can still
    /// be done again.
    pub fn mark_baseline(&mut self, words: String) {
        self.done.push(Step { words, is_baseline: true, ..Step::default() });
        self.take_together();
    }

    /// Makes the last two steps one, if they moved the same levers: a held key is one step.
    pub fn join_last(&mut self, words: String) {
        let [.., first, second] = &self.done[..] else { return };
        let same = !first.is_baseline
            && first.changes.len() == second.changes.len()
            && first.changes.iter().zip(&second.changes).all(|(a, b)| a.lever == b.lever);
        if !same {
            return;
        }
        if let (Some(second), Some(first)) = (self.done.pop(), self.done.last_mut()) {
            for (kept, later) in first.changes.iter_mut().zip(second.changes) {
                kept.to = later.to;
            }
            first.words = words;
        }
    }

    /// Takes the last step back that there is something in; answers what was undone. What no longer
    /// fits is passed over and stays.
    ///
    /// # Errors
    /// If a value cannot be put back, which only a scenario changed elsewhere could bring about.
    pub fn undo(&mut self, scenario: &mut Scenario) -> Result<Option<&Step>, Refusal> {
        let Some(at) = self.done.iter().rposition(Step::stands) else { return Ok(None) };
        let back: Vec<(Lever, Value)> =
            self.done[at].changes.iter().rev().map(|c| (c.lever, c.from.clone())).collect();
        set_all(scenario, &back)?;
        let mut step = self.done.remove(at);
        let lost = std::mem::take(&mut step.lost);
        if !lost.is_empty() {
            let words = step.words.clone();
            self.done.insert(at, Step { words, lost, ..Step::default() });
        }
        self.undone.push(step);
        Ok(self.undone.last())
    }

    /// Takes the step that was undone last again; answers it. What no longer fits is passed over.
    ///
    /// # Errors
    /// As [`History::undo`].
    pub fn redo(&mut self, scenario: &mut Scenario) -> Result<Option<&Step>, Refusal> {
        let Some(at) = self.undone.iter().rposition(Step::stands) else { return Ok(None) };
        let again: Vec<(Lever, Value)> =
            self.undone[at].changes.iter().map(|c| (c.lever, c.to.clone())).collect();
        set_all(scenario, &again)?;
        let step = self.undone.remove(at);
        self.done.push(step);
        Ok(self.done.last())
    }

    /// Notes what could not be done on the last step, or, with words, on a step of its own.
    pub fn lose(&mut self, lost: Vec<Unfit>, own_step: Option<String>) {
        if let Some(words) = own_step {
            self.done.push(Step { words, ..Step::default() });
            self.undone.clear();
        }
        if let Some(step) = self.done.last_mut() {
            step.lost.extend(lost);
        }
    }

    /// What no longer fits of what was done, one for each path.
    pub fn lost(&self) -> Vec<Unfit> {
        let mut lost: Vec<Unfit> = Vec::new();
        for unfit in self.done.iter().flat_map(|step| &step.lost) {
            match lost.iter_mut().find(|earlier| earlier.path == unfit.path) {
                Some(earlier) => {
                    let from = std::mem::take(&mut earlier.from);
                    *earlier = Unfit { from, ..unfit.clone() };
                }
                None => lost.push(unfit.clone()),
            }
        }
        lost
    }

    /// The moves that lead from the file to the baseline.
    pub fn to_baseline(&self) -> Vec<(Lever, Value)> {
        let steps = self.done.iter().rposition(|step| step.is_baseline).map_or(0, |at| at + 1);
        let changes = self.done[..steps].iter().flat_map(|step| &step.changes);
        changes.map(|change| (change.lever, change.to.clone())).collect()
    }

    /// What differs from the start, one change a lever, in the order in which they were first moved.
    pub fn net(&self) -> Vec<Change> {
        let mut net: Vec<Change> = Vec::new();
        for change in self.done.iter().flat_map(|step| &step.changes) {
            match net.iter_mut().find(|earlier| earlier.lever == change.lever) {
                Some(earlier) => earlier.to = change.to.clone(),
                None => net.push(change.clone()),
            }
        }
        net.retain(|change| change.from != change.to);
        net
    }

    /// Holds the history to its bounds: the two oldest steps become one until it keeps them. A
    /// baseline stays where it is.
    fn take_together(&mut self) {
        let count = |done: &[Step]| done.iter().map(|step| step.changes.len()).sum::<usize>();
        while self.done.len() > MOST_STEPS
            || (self.done.len() > 2 && count(&self.done) > MOST_CHANGES)
        {
            let can = |pair: &[Step]| !pair[0].is_baseline || pair[1].is_baseline;
            let Some(at) = self.done.windows(2).position(can) else { return };
            let later = self.done.remove(at + 1);
            let first = &mut self.done[at];
            for change in later.changes {
                match first.changes.iter_mut().find(|own| own.lever == change.lever) {
                    Some(own) => own.to = change.to,
                    None => first.changes.push(change),
                }
            }
            first.lost.extend(later.lost);
            first.is_baseline |= later.is_baseline;
            "earlier changes, taken together".clone_into(&mut first.words);
        }
    }
}
