//! `--set PATH=VALUE`: levers moved together, from the words of the command line.

use super::failure::Failure;
use crate::format::Unit;
use crate::levers::{History, Lever, Typing, Value, lever_at, set_all, typed};
use crate::model::Scenario;

/// Moves the levers of a scenario, all of them or none, after what was done already; answers the
/// changed scenario and all that was done. `base` is what relative values are relative to.
pub(super) fn moved(
    base: &Scenario,
    (before, mut history): (Scenario, History),
    sets: &[String],
) -> Result<(Scenario, History), Failure> {
    let mut moves: Vec<(Lever, Value)> = Vec::new();
    // What is typed is read where the ones before it have been done: `rest` and `{…}` see them.
    let mut now = before.clone();
    let mut waiting: Vec<(Lever, Value)> = Vec::new();
    for set in sets {
        let (path, words) = halves(set)?;
        let refused = |refusal| Failure::call(format!("--set {set}: {refusal}"));
        let lever = lever_at(base, path).map_err(refused)?;
        if moves.iter().any(|(earlier, _)| *earlier == lever) {
            return Err(Failure::call(format!("--set {set}: {path} is set twice. Set it once.")));
        }
        let typing = Typing { now: &now, base, lever, unit: Unit::Pounds };
        let value = typed(typing, &words).map_err(refused)?;
        moves.push((lever, value.clone()));
        // Percents may fit only when all are moved: then they are seen together.
        waiting.push((lever, value));
        if set_all(&mut now, &waiting).is_ok() {
            waiting.clear();
        }
    }
    let mut changed = before;
    if !moves.is_empty() {
        let words = sets.join(", ");
        history
            .apply(&mut changed, &moves, words)
            .map_err(|refusal| Failure::call(format!("--set {}: {refusal}", sets.join(" "))))?;
    }
    Ok((changed, history))
}

/// `CP.plan=-200m` and `CP.plan+=1.5m` in their halves.
fn halves(set: &str) -> Result<(&str, String), Failure> {
    let parts = set.split_once('=').filter(|(path, _)| !path.trim().is_empty());
    let (path, words) = parts.ok_or_else(|| {
        Failure::call(format!(
            "--set {set}: a lever and its value are needed, as in CP.plan=-200m."
        ))
    })?;
    Ok(match path.as_bytes().last() {
        Some(b'+' | b'-') => {
            let (path, sign) = path.split_at(path.len() - 1);
            (path.trim(), format!("{sign}={words}"))
        }
        _ => (path.trim(), words.to_owned()),
    })
}
