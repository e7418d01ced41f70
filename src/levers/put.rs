//! Changes as a story or a lesson has them, path and value as written, made on a scenario.

use std::collections::BTreeSet;

use super::{Lever, Refusal, Typing, Value, lever_at, moves_to, set_all, typed};
use crate::format::Unit;
use crate::model::Scenario;

/// Reads changes as written, without making them. A bare number is pounds.
///
/// # Errors
/// A path that leads to no lever, or a value that it does not take.
pub fn moves_of(
    scenario: &Scenario,
    changes: &[(String, String)],
) -> Result<Vec<(Lever, Value)>, Refusal> {
    let read = |(path, to): &(String, String)| {
        let lever = lever_at(scenario, path)?;
        let typing = Typing { now: scenario, base: scenario, lever, unit: Unit::Pounds };
        Ok((lever, typed(typing, to)?))
    };
    changes.iter().map(read).collect()
}

/// Makes changes as written, all of them together or none.
///
/// # Errors
/// The first that does not fit.
pub fn put(scenario: &mut Scenario, changes: &[(String, String)]) -> Result<(), Refusal> {
    let moves = moves_of(scenario, changes)?;
    set_all(scenario, &moves)
}

/// Moves one lever as people do at the screen: other shares of the same split give way.
///
/// # Errors
/// A path that leads to no lever, or a value that does not fit.
pub fn move_as_people_do(scenario: &mut Scenario, change: (String, String)) -> Result<(), Refusal> {
    for (lever, value) in moves_of(scenario, &[change])? {
        let moves = moves_to(scenario, (lever, value), &BTreeSet::new())?;
        set_all(scenario, &moves)?;
    }
    Ok(())
}
