//! The history in writing: it outlives the version of the file that it was made on, and the program.
//!
//! Every step names its levers by their paths, so that it can be taken again on another version of
//! the file; what does not fit that one waits in its step. Where such a file is kept, `past` knows.

use super::read::Saved;
use super::replay::{Move, Refused, fitting, understood};
use super::write::piece;
use crate::levers::{
    AS_IN_FILE, Change, History, Lever, Step, Unfit, Value, change_all, change_words, lever_at,
    path_of,
};
use crate::model::Scenario;

/// A history in writing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log {
    /// The steps in the order in which they were taken, those undone behind the others.
    pub steps: Vec<Entry>,
    /// How many of them are done.
    pub done: usize,
}

/// One step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// What was done, in words.
    pub words: String,
    /// Its changes.
    pub changes: Vec<Saved>,
    /// Whether what stands after it is what changes are measured against.
    pub is_baseline: bool,
}

impl Log {
    /// The history of changes to a scenario.
    pub fn of(file: &Scenario, history: &History) -> Self {
        let steps = history.steps().iter().chain(history.undone().iter().rev());
        let entry = |step: &Step| {
            let changes = step.changes.iter().map(|change| written(file, change));
            let lost = step.lost.iter().map(as_saved);
            let changes = changes.chain(lost).collect();
            Entry { words: step.words.clone(), changes, is_baseline: step.is_baseline }
        };
        Self { steps: steps.map(entry).collect(), done: history.steps().len() }
    }

    /// Takes every step again on a version of the file; answers the scenario with those that are
    /// done, and the history. What does not fit stays in its step, with the reason.
    pub fn replay(&self, file: &Scenario) -> (Scenario, History) {
        let (done, undone) = self.steps.split_at(self.done.min(self.steps.len()));
        let mut now = file.clone();
        let done = done.iter().map(|entry| retaken(entry, file, &mut now)).collect();
        // Those undone are taken as well, so that each knows what it was taken on.
        let mut running = now.clone();
        let mut undone: Vec<Step> =
            undone.iter().map(|entry| retaken(entry, file, &mut running)).collect();
        undone.reverse();
        (now, History::kept(done, undone))
    }

    /// After how many steps these changes are what differs from the file: where the history was
    /// left, if that is such a place, else after as many as possible.
    pub fn place_of(&self, changes: &[Saved]) -> Option<usize> {
        let wanted = values(changes.iter());
        let places = std::iter::once(self.done).chain((0..=self.steps.len()).rev());
        let is_there =
            |done: &usize| *done <= self.steps.len() && values(self.net(*done)) == wanted;
        places.into_iter().find(is_there)
    }

    /// With one step more, that leads to these changes and nothing else; what was undone goes.
    /// Without words the step is called after its changes.
    #[must_use]
    pub fn leading_to(mut self, changes: &[Saved], words: String) -> Self {
        self.steps.truncate(self.done);
        let all: Vec<Saved> = self.net(self.done).cloned().collect();
        let mut step: Vec<Saved> = changes.to_vec();
        for held in all {
            let is_moved = held.to != AS_IN_FILE;
            if is_moved && step.iter().all(|change| change.path != held.path) {
                let back = Saved { from: held.to, to: AS_IN_FILE.to_owned(), ..held };
                step.push(back);
            }
        }
        if !step.is_empty() {
            self.steps.push(Entry { words, changes: step, is_baseline: false });
        }
        self.done = self.steps.len();
        self
    }

    /// The last change of every path after so many steps.
    fn net(&self, done: usize) -> impl Iterator<Item = &Saved> {
        let mut last: Vec<&Saved> = Vec::new();
        // A file that was edited may say that more are done than it has.
        for change in self.steps.iter().take(done).flat_map(|step| &step.changes) {
            match last.iter_mut().find(|earlier| earlier.path == change.path) {
                Some(earlier) => *earlier = change,
                None => last.push(change),
            }
        }
        last.into_iter()
    }
}

/// What changes lead to, in an order of its own.
fn values<'s>(changes: impl Iterator<Item = &'s Saved>) -> Vec<(&'s str, &'s str)> {
    let held = changes.filter(|change| change.to != AS_IN_FILE);
    let mut values: Vec<_> = held.map(|change| (&*change.path, &*change.to)).collect();
    values.sort_unstable();
    values
}

fn written(file: &Scenario, change: &Change) -> Saved {
    let Change { lever, from, to } = change;
    let to = match *to == lever.get(file) {
        true => AS_IN_FILE.to_owned(),
        false => piece(file, *lever, to),
    };
    Saved { path: path_of(file, *lever), from: piece(file, *lever, from), to, note: None }
}

/// What no longer fits, as an overlay holds it.
fn as_saved(unfit: &Unfit) -> Saved {
    let Unfit { path, from, to, .. } = unfit.clone();
    Saved { path, from, to, note: None }
}

/// What an overlay has to hold of what no longer fits: not what the file has anyhow.
pub fn unfitting(lost: &[Unfit]) -> Vec<Saved> {
    lost.iter().filter(|unfit| !unfit.is_as_in_file()).map(as_saved).collect()
}

/// A step taken again.
fn retaken(entry: &Entry, file: &Scenario, now: &mut Scenario) -> Step {
    let mut refused: Vec<Refused> = Vec::new();
    let mut moves: Vec<Move> = Vec::new();
    for (index, saved) in entry.changes.iter().enumerate() {
        match meant(file, index, saved) {
            Ok(one) => moves.push(one),
            Err(misread) => refused.push(misread),
        }
    }
    let moves = fitting(now, moves, &mut refused);
    let pairs: Vec<(Lever, Value)> = moves.iter().map(|(_, l, v)| (*l, v.clone())).collect();
    let changes = change_all(now, &pairs).unwrap_or_else(|refusal| {
        let all = moves.iter().map(|(index, ..)| Refused {
            index: *index,
            path_is_wrong: false,
            refusal: refusal.clone(),
        });
        refused.extend(all);
        Vec::new()
    });
    refused.sort_by_key(|one| one.index);
    let unfit = |one: &Refused| {
        let Saved { path, from, to, .. } = entry.changes[one.index].clone();
        Unfit { path, from, to, why: one.refusal.to_string() }
    };
    let lost: Vec<Unfit> = refused.iter().map(unfit).collect();
    let words = match entry.words.is_empty() {
        true => {
            let fits = changes.iter().map(|change| change_words(file, change));
            fits.chain(lost.iter().map(|unfit| unfit.path.clone())).collect::<Vec<_>>().join(", ")
        }
        false => entry.words.clone(),
    };
    Step { changes, words, lost, is_baseline: entry.is_baseline }
}

fn meant(file: &Scenario, index: usize, saved: &Saved) -> Result<Move, Refused> {
    if saved.to != AS_IN_FILE {
        return understood(file, index, saved);
    }
    let lever = lever_at(file, &saved.path);
    let lever = lever.map_err(|refusal| Refused { index, path_is_wrong: true, refusal })?;
    Ok((index, lever, lever.get(file)))
}
