//! One of those that are compared: a scenario as it stands, and what comes of it.

use std::sync::Arc;

use crate::engine::{Outcome, compute};
use crate::levers::{Change, Lever, all_nodes};
use crate::model::Scenario;

/// One of those that are compared, wherever it is kept.
#[derive(Clone, Copy, Debug)]
pub struct Side<'s> {
    /// What it is called.
    pub name: &'s str,
    /// The scenario as its file has it.
    pub file: &'s Scenario,
    /// The scenario as it stands.
    pub now: &'s Scenario,
    /// What comes of it.
    pub outcome: &'s Outcome,
}

/// One that stays as it is, whatever is changed elsewhere: its outcome is worked out once.
#[derive(Clone, Debug)]
pub struct Kept {
    /// What it is called.
    pub name: String,
    file: Scenario,
    now: Scenario,
    outcome: Outcome,
}

impl Kept {
    /// Keeps a scenario as it stands; `file` is the same as its file has it.
    pub fn new(name: impl Into<String>, file: Scenario, now: Scenario) -> Self {
        let outcome = compute(&now);
        Self { name: name.into(), file, now, outcome }
    }

    /// It, to be compared.
    pub fn side(&self) -> Side<'_> {
        Side { name: &self.name, file: &self.file, now: &self.now, outcome: &self.outcome }
    }
}

impl Side<'_> {
    /// What differs from its file, one change a lever, in the order of the file.
    pub fn changes(&self) -> Vec<Change> {
        let nodes = all_nodes(self.now).into_iter();
        let levers = nodes.flat_map(|node| Lever::all(self.now, node));
        let change = |lever: Lever| {
            let (from, to) = (lever.get(self.file), lever.get(self.now));
            (from != to).then_some(Change { lever, from, to })
        };
        levers.filter_map(change).collect()
    }

    /// Whether both come from the same text: then the same places hold the same nodes.
    pub fn is_of_the_same_file(&self, other: &Self) -> bool {
        let (own, theirs) = (&self.now.words, &other.now.words);
        Arc::ptr_eq(own, theirs) || (own.sha256 == theirs.sha256 && !own.sha256.is_empty())
    }
}
