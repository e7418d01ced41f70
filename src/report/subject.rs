//! What a report is about: a scenario as it stands and as it was, and what comes of both.

use crate::engine::Outcome;
use crate::levers::Change;
use crate::model::Scenario;

/// Everything that a report is written from.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'r> {
    /// The scenario as the file has it.
    pub base: &'r Scenario,
    /// The scenario with its changes.
    pub now: &'r Scenario,
    /// What comes of the file.
    pub before: &'r Outcome,
    /// What comes of it with its changes.
    pub outcome: &'r Outcome,
    /// What differs from the file, one change a lever.
    pub changes: &'r [Change],
}
