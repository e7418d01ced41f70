//! A lever moved, and several moved together: all of them or none.

use super::{Lever, Refusal, Value};
use crate::model::Scenario;

/// One lever moved.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Which lever.
    pub lever: Lever,
    /// What it held.
    pub from: Value,
    /// What it holds since.
    pub to: Value,
}

/// Moves several levers at once, checked when all are moved; answers what each held when its turn
/// came, so that taking the changes back in reverse order leads exactly to where they began.
///
/// # Errors
/// The first refusal; the scenario is then as it was.
pub fn change_all(
    scenario: &mut Scenario,
    moves: &[(Lever, Value)],
) -> Result<Vec<Change>, Refusal> {
    let mut changes: Vec<Change> = Vec::with_capacity(moves.len());
    let mut outcome = Ok(());
    for (lever, to) in moves {
        let from = lever.get(scenario);
        outcome = lever.put(scenario, to);
        if outcome.is_err() {
            break;
        }
        changes.push(Change { lever: *lever, from, to: to.clone() });
    }
    for change in &changes {
        outcome = outcome.and_then(|()| change.lever.check(scenario));
    }
    if outcome.is_err() {
        for change in changes.iter().rev() {
            change.lever.put_back(scenario, &change.from);
        }
    }
    outcome.map(|()| changes)
}

/// As [`change_all`], for those who do not ask what was there.
///
/// # Errors
/// The first refusal; the scenario is then as it was.
pub fn set_all(scenario: &mut Scenario, moves: &[(Lever, Value)]) -> Result<(), Refusal> {
    change_all(scenario, moves).map(|_| ())
}
