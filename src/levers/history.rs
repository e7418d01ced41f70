//! What was changed, in order, and the way back.

use super::{Change, Lever, Refusal, Value, change_all, set_all};
use crate::model::Scenario;

/// What a person did in one go: mostly one change, sometimes several that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The changes.
    pub changes: Vec<Change>,
    /// What was done, in words: `C&P plan −192.4m → −200m`.
    pub words: String,
}

/// The steps taken since the file was opened, and those undone.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl History {
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
        self.done.push(Step { changes, words });
        self.undone.clear();
        Ok(())
    }

    /// Makes the last two steps one, if they moved the same levers: a held key is one step.
    pub fn join_last(&mut self, words: String) {
        let [.., first, second] = &self.done[..] else { return };
        let same = first.changes.len() == second.changes.len()
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

    /// Takes the last step back; answers what was undone.
    ///
    /// # Errors
    /// If a value cannot be put back, which only a scenario changed elsewhere could bring about.
    pub fn undo(&mut self, scenario: &mut Scenario) -> Result<Option<&Step>, Refusal> {
        let Some(step) = self.done.last() else { return Ok(None) };
        let back: Vec<(Lever, Value)> =
            step.changes.iter().rev().map(|c| (c.lever, c.from.clone())).collect();
        set_all(scenario, &back)?;
        self.undone.extend(self.done.pop());
        Ok(self.undone.last())
    }

    /// Takes the step that was undone last again; answers it.
    ///
    /// # Errors
    /// As [`History::undo`].
    pub fn redo(&mut self, scenario: &mut Scenario) -> Result<Option<&Step>, Refusal> {
        let Some(step) = self.undone.last() else { return Ok(None) };
        let again: Vec<(Lever, Value)> =
            step.changes.iter().map(|c| (c.lever, c.to.clone())).collect();
        set_all(scenario, &again)?;
        self.done.extend(self.undone.pop());
        Ok(self.done.last())
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
}
