//! How numbers come about that are sums over members: of a pool's systems, of a system's bodies, of
//! what a key test adds up.

use super::book::{Line, Source};
use super::notes::sum_of;
use crate::engine::{Outcome, OutcomeMeasure, Trial};
use crate::model::{Node, Scenario};
use crate::money::Pence;

/// The line of a sum.
pub(super) fn line(scenario: &Scenario, outcome: &Outcome, source: Source) -> Option<Line> {
    let parts = members(scenario, source)?.into_iter().map(|own| {
        let amount = own.read(scenario, outcome).pence()?;
        Some((Source::Outcome(own.node, own.row.id), amount))
    });
    let parts: Vec<(Source, Pence)> = parts.collect::<Option<_>>()?;
    Some(Line::plain(sum_of(parts)))
}

/// What a sum comes to; `None` where one of its parts is not known.
pub(super) fn read(scenario: &Scenario, outcome: &Outcome, source: Source) -> Option<Pence> {
    let parts = members(scenario, source)?;
    parts.into_iter().map(|own| own.read(scenario, outcome).pence()).sum()
}

/// What is added up; `None` if there is nothing.
fn members(scenario: &Scenario, source: Source) -> Option<Vec<OutcomeMeasure>> {
    let all: Vec<OutcomeMeasure> = match source {
        Source::All(node, id) => {
            let measure = |node| OutcomeMeasure::find(node, id);
            children(scenario, node).into_iter().map(measure).collect::<Option<_>>()?
        }
        Source::Tested(place) => Trial::read(scenario, place).ok()?.summed()?.to_vec(),
        _ => return None,
    };
    (!all.is_empty()).then_some(all)
}

/// The systems of a region or the country, however they are pooled; the bodies of a system.
fn children(scenario: &Scenario, node: Node) -> Vec<Node> {
    match node {
        Node::Nation => (0..scenario.systems.len()).map(Node::System).collect(),
        Node::Region(place) => scenario.regions[place].systems.clone().map(Node::System).collect(),
        Node::System(place) => scenario.systems[place].bodies.clone().map(Node::Body).collect(),
        _ => Vec::new(),
    }
}
