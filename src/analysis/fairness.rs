//! Who bears it: what a split asks of each, counted in a size that all of them have.
//!
//! Here belong the burdens, their spread, their Gini coefficient and their Lorenz curve, as exact
//! fractions. They are measures, no verdicts; how they are written is not known here.

mod burdens;
mod distance;

pub use burdens::{Burden, Burdens};
pub use distance::{Distance, distance};

use crate::engine::Outcome;
use crate::model::{Measures, Node, Scenario, Splitter};
use crate::money::Pence;
use crate::split::{Column, Rule};

/// Why burdens cannot be counted in a measure: a part of them would be shown as the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Nobody is asked for anything here.
    Ask,
    /// Only one takes part: there is nothing to compare it with.
    Alone,
    /// A child's size is not known.
    NotKnown(Node),
    /// A child is nothing that has such a size: a provider has no registered people.
    NoSuch(Node),
    /// A child that is asked is worth nothing by this measure.
    Nought(Node),
    /// The figures are too large to be compared exactly.
    TooLarge,
}

/// A child of a split, and what is asked of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Who.
    pub node: Node,
    /// Its ask; `None` is not asked here: it receives, is exempt or refuses.
    pub ask: Option<Pence>,
}

/// Every split of a scenario that has two children or more, from the pools down.
pub fn all_splits(scenario: &Scenario) -> Vec<Splitter> {
    let mut splits: Vec<_> =
        scenario.active_pools().map(|(node, _)| Splitter::Pool(node)).collect();
    for (place, system) in scenario.systems.iter().enumerate() {
        splits.push(Splitter::System(place));
        splits.extend(system.groups.clone().map(Splitter::Group));
    }
    splits.retain(|split| children(scenario, *split).len() > 1);
    splits
}

/// The children of a split, in the order of the file. Whoever its rule asks takes part, and whoever
/// is asked for something in another way: to recover its own gap.
pub fn parts(scenario: &Scenario, outcome: &Outcome, split: Splitter) -> Vec<Part> {
    let mut payers = Vec::new();
    scenario.payers(split, &Rule::Equal, &mut payers);
    let payers: Vec<Node> = payers.iter().map(|child| split.child(child.key)).collect();
    let part = |node: Node| {
        let ask = outcome.ask(node).unwrap_or_default();
        let takes_part = payers.contains(&node) || !ask.is_zero();
        Part { node, ask: takes_part.then_some(ask) }
    };
    children(scenario, split).into_iter().map(part).collect()
}

/// Every measure that burdens can be counted in: £ a head first, of residents where nobody's
/// registered number is known.
pub fn lenses(scenario: &Scenario) -> Vec<Column> {
    let first = match scenario.counts_residents() {
        true => Measures::RESIDENT,
        false => Measures::REGISTERED,
    };
    let all = (0..scenario.measures.count()).filter_map(|place| u16::try_from(place).ok());
    let rest = all.map(Column).filter(|column| *column != first);
    std::iter::once(first).chain(rest).collect()
}

/// Whether somebody at or below a node is of a kind that can have a measure, or has a figure of its
/// own for it.
pub fn has_measure(scenario: &Scenario, node: Node, column: Column) -> bool {
    scenario.can_have(node, column) || scenario.measure(node, column).is_some()
}

impl Burdens {
    /// The burdens of a split, counted in a measure.
    ///
    /// # Errors
    /// What is missing for a whole picture.
    pub fn of(
        scenario: &Scenario,
        outcome: &Outcome,
        (split, column): (Splitter, Column),
    ) -> Result<Self, Missing> {
        let mut list = Vec::new();
        for part in parts(scenario, outcome, split) {
            let (node, Some(ask)) = (part.node, part.ask) else { continue };
            let size = match size(scenario, (split, node), column) {
                // Who is asked for nothing and has no such size bears nothing that could be counted.
                Err(Missing::NoSuch(_)) if ask.is_zero() => continue,
                size => size?,
            };
            if size <= 0 && !ask.is_zero() {
                return Err(Missing::Nought(node));
            }
            list.push(Burden { node, ask, size });
        }
        // Who is worth nothing and asked for nothing bears nothing that could be counted.
        list.retain(|burden| burden.size > 0);
        list.sort_by_key(|burden| &scenario.words.of(burden.node).id);
        Self::new(list)
    }
}

fn children(scenario: &Scenario, split: Splitter) -> Vec<Node> {
    match split {
        Splitter::Pool(node) => {
            let systems = scenario.pool(node).map(|pool| pool.systems.clone());
            systems.unwrap_or_default().map(Node::System).collect()
        }
        Splitter::System(place) => {
            scenario.systems[place].groups.clone().map(Node::Group).collect()
        }
        Splitter::Group(place) => scenario.groups[place].bodies.clone().map(Node::Body).collect(),
    }
}

/// The same size that a rule would read: of a group without its exempt bodies.
fn size(
    scenario: &Scenario,
    (split, node): (Splitter, Node),
    column: Column,
) -> Result<i128, Missing> {
    let (Node::System(place) | Node::Group(place) | Node::Body(place)) = node else {
        return Err(Missing::NoSuch(node));
    };
    let key = u32::try_from(place).unwrap_or(u32::MAX);
    match scenario.weight(split, key, column) {
        Some(size) => Ok(size),
        None if has_measure(scenario, node, column) => Err(Missing::NotKnown(node)),
        None => Err(Missing::NoSuch(node)),
    }
}
