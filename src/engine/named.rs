//! Outcome measures by path: `07G.ask`, `MSE/commissioners.ask`, `07G/crisis-line.delay`.
//!
//! What can be read is the table in `measure`; paths of nodes belong to `levers`.

use super::{Outcome, OutcomeMeasure, Role};
use crate::format;
use crate::levers::{Refusal, node_at, node_path};
use crate::model::{Node, Scenario};

/// The path of an outcome measure.
pub fn measure_path(scenario: &Scenario, measure: OutcomeMeasure) -> String {
    format!("{}.{}", node_path(scenario, measure.node), measure.row.id)
}

/// What is read of a node first: what it is asked for, or where nobody asks it, what it is short of;
/// what a programme loses; what support pays. `None` of a node that nothing is read of.
pub fn first_measure(scenario: &Scenario, outcome: &Outcome, node: Node) -> Option<OutcomeMeasure> {
    let (node, id) = match node {
        Node::Nation | Node::Region(_) => {
            let nothing = outcome.pool(node)?.offset.is_zero();
            (node, if nothing { "uncovered" } else { "covered" })
        }
        Node::System(place) => {
            let own = &outcome.systems[place];
            let is_short = own.role == Role::Receives && own.ask.is_zero();
            (node, if is_short { "gap" } else { "ask" })
        }
        Node::Group(_) | Node::Body(_) => (node, "ask"),
        Node::Programme(_) => (node, "cut"),
        Node::JointPart(_) => (scenario.parent(node)?, "partners_lost"),
        Node::Saving(_) => (scenario.parent(node)?, "saved"),
        Node::Support(_) | Node::Performance(_) => (node, "paid"),
        Node::Condition(_) => (scenario.parent(node)?, "paid"),
        Node::KnockOn(_) => (node, "cost"),
        Node::Council(_) | Node::KeyTest(_) => return None,
    };
    OutcomeMeasure::find(node, id)
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
