//! Changes as a story or a lesson has them, path and value as written, made on a scenario.

use std::collections::BTreeSet;

use super::{Lever, Refusal, Typing, Value, give_way, lever_at, set_all, shares_with, typed};
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
    let moves = moves_of(scenario, &[change])?;
    match &moves[..] {
        [(lever, Value::Share(Some(to)))] => match shares_with(scenario, *lever) {
            Some(shares) => {
                let moves = give_way(&shares, (*lever, *to), &BTreeSet::new())?;
                set_all(scenario, &moves)
            }
            None => set_all(scenario, &moves),
        },
        _ => set_all(scenario, &moves),
    }
}
