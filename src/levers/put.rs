//! Changes as a story or a lesson has them, path and value as written, made on a scenario.

use super::{Lever, Refusal, Typing, Value, lever_at, set_all, typed};
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
