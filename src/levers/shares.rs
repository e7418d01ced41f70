//! Shares of one split: which levers they are, and whether they total 100 %.
//!
//! How the others give way when one is moved belongs to whoever moves it.

use super::{Field, Lever, Value};
use crate::model::{Node, Scenario, Splitter};
use crate::money::Share;
use crate::split::Rule;

/// The shares of one split, if this lever is one of them and its split goes by agreed shares: itself
/// and its siblings, in file order.
pub fn shares_with(scenario: &Scenario, lever: Lever) -> Option<Vec<(Lever, Share)>> {
    let (splitter, _) = siblings(scenario, lever)?;
    matches!(scenario.rule(splitter)?, Rule::Percent { .. }).then_some(())?;
    let share = |lever: Lever| match lever.get(scenario) {
        Value::Share(Some(share)) => Some((lever, share)),
        _ => None,
    };
    let shares: Vec<_> = percents_beside(scenario, lever).into_iter().filter_map(share).collect();
    shares.iter().any(|(own, _)| *own == lever).then_some(shares)
}

/// The agreed shares of the same split as this lever, itself among them, whatever its rule is now;
/// nothing beside what is no share.
pub fn percents_beside(scenario: &Scenario, lever: Lever) -> Vec<Lever> {
    let nodes = siblings(scenario, lever).map(|(_, nodes)| nodes).unwrap_or_default();
    nodes.into_iter().map(|node| Lever { node, field: Field::Percent }).collect()
}

fn siblings(scenario: &Scenario, lever: Lever) -> Option<(Splitter, Vec<Node>)> {
    if lever.field != Field::Percent {
        return None;
    }
    Some(match lever.node {
        Node::System(place) => {
            let pool = scenario.pool_of(place);
            let systems = scenario.pool(pool)?.systems.clone();
            (Splitter::Pool(pool), systems.map(Node::System).collect())
        }
        Node::Group(place) => {
            let system = scenario.groups[place].system;
            let groups = scenario.systems[system].groups.clone();
            (Splitter::System(system), groups.map(Node::Group).collect())
        }
        Node::Body(place) => {
            let group = scenario.bodies[place].group;
            let bodies = scenario.groups[group].bodies.clone();
            (Splitter::Group(group), bodies.map(Node::Body).collect())
        }
        _ => return None,
    })
}
