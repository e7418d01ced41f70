//! Outcome measures by path: `07G.ask`, `MSE/commissioners.ask`, `07G/crisis-line.delay`.
//!
//! What can be read is the table in `measure`; paths of nodes belong to `levers`.

use super::OutcomeMeasure;
use crate::format;
use crate::levers::{Refusal, node_at, node_path};
use crate::model::Scenario;

/// The path of an outcome measure.
pub fn measure_path(scenario: &Scenario, measure: OutcomeMeasure) -> String {
    format!("{}.{}", node_path(scenario, measure.node), measure.row.id)
}

/// The outcome measure at a path.
///
/// # Errors
/// If there is no such node, or nothing of that name can be read of it; with the nearest right
/// path.
pub fn measure_at(scenario: &Scenario, path: &str) -> Result<OutcomeMeasure, Refusal> {
    let Some((place, id)) = path.rsplit_once('.') else {
        return Err(Refusal::new(format!(
            "`{path}` names no outcome measure. A path is ID.measure, such as EoE.uncovered or 07G.ask."
        )));
    };
    let node = node_at(scenario, place)?;
    OutcomeMeasure::find(node, id).ok_or_else(|| {
        let ids: Vec<&str> = OutcomeMeasure::all(node).map(|measure| measure.row.id).collect();
        let nearest = format::nearest(id, ids.iter().copied());
        let nearest = nearest.map(|name| format!("{place}.{name}"));
        let name = &scenario.words.of(node).name;
        let message = format!("{name} has no outcome measure `{id}`. It has: {}.", ids.join(", "));
        Refusal::with_nearest(message, nearest)
    })
}
