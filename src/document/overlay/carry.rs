//! A lever's value carried to another scenario: by its words, as an overlay would carry it.

use super::read::Saved;
use super::replay::understood;
use super::write::piece;
use crate::levers::{Lever, Refusal, Value, path_of};
use crate::model::Scenario;

/// What a lever holds in one scenario, as a value of a lever of another, which may come from another
/// file and have other bodies and measures.
///
/// # Errors
/// If the other scenario does not know what the value names.
pub fn carried(
    (from, there): (&Scenario, Lever),
    (to, here): (&Scenario, Lever),
) -> Result<Value, Refusal> {
    let held = piece(from, there, &there.get(from));
    let saved = Saved { path: path_of(to, here), from: String::new(), to: held, note: None };
    match understood(to, 0, &saved) {
        Ok((_, _, value)) => Ok(value),
        Err(refused) => Err(refused.refusal),
    }
}
