//! What of one side stands beside what of another: nodes with the same path, of the same kind.
//!
//! Nodes never change, only what they hold: this is worked out when a side comes or goes, not with
//! every change.

use std::collections::HashMap;
use std::mem::{Discriminant, discriminant};

use super::Side;
use crate::levers::{all_nodes, node_path};
use crate::model::{Node, Scenario};

/// The places of all sides, each before those below it.
#[derive(Clone, Debug, Default)]
pub struct Alignment {
    places: Vec<Place>,
    /// For each side the first one of the same file.
    firsts: Vec<usize>,
}

/// One node on every side that has it.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its path: `07G`, `MSE/commissioners`.
    pub path: String,
    /// It, side by side; `None` where a side has nothing of that path.
    pub nodes: Vec<Option<Node>>,
    /// The place above.
    pub parent: Option<usize>,
    /// The places below.
    pub children: Vec<usize>,
}

impl Place {
    /// The node of the first side that has one.
    pub fn node(&self) -> Option<Node> {
        self.nodes.iter().copied().flatten().next()
    }
}

type Key = (Discriminant<Node>, String);

impl Alignment {
    /// Sets the nodes of sides beside each other, in the order of the first that has them.
    pub fn of(sides: &[Side<'_>]) -> Self {
        let mut own = Self::default();
        let mut known: HashMap<Key, usize> = HashMap::new();
        for (at, side) in sides.iter().enumerate() {
            let first = sides[..at].iter().position(|other| side.is_of_the_same_file(other));
            own.firsts.push(first.unwrap_or(at));
            match first {
                Some(first) => own.repeat(first),
                None => own.add(at, side.now, &mut known),
            }
        }
        for place in &mut own.places {
            place.nodes.resize(sides.len(), None);
        }
        own
    }

    /// All places, each before those below it.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// The places that nothing stands above.
    pub fn tops(&self) -> impl Iterator<Item = usize> {
        let top = |place: &usize| self.places[*place].parent.is_none();
        (0..self.places.len()).filter(top)
    }

    /// The place of a side's node.
    pub fn place_of(&self, side: usize, node: Node) -> Option<usize> {
        self.places.iter().position(|place| place.nodes.get(side) == Some(&Some(node)))
    }

    /// Whether two sides come from the same file.
    pub fn same_file(&self, one: usize, other: usize) -> bool {
        self.firsts.get(one) == self.firsts.get(other)
    }

    /// A side whose file another has already.
    fn repeat(&mut self, first: usize) {
        for place in &mut self.places {
            let node = place.nodes.get(first).copied().flatten();
            place.nodes.push(node);
        }
    }

    fn add(&mut self, side: usize, scenario: &Scenario, known: &mut HashMap<Key, usize>) {
        for place in &mut self.places {
            place.nodes.resize(side, None);
        }
        for node in all_nodes(scenario) {
            // A system's one unnamed group has no path of its own.
            if scenario.words.of(node).id.is_empty() && matches!(node, Node::Group(_)) {
                continue;
            }
            let parent = above(scenario, node).and_then(|parent| {
                known.get(&(discriminant(&parent), node_path(scenario, parent))).copied()
            });
            let path = node_path(scenario, node);
            let key = (discriminant(&node), path.clone());
            let place = *known.entry(key).or_insert_with(|| {
                let nodes = vec![None; side];
                self.places.push(Place { path, nodes, parent, children: Vec::new() });
                let place = self.places.len() - 1;
                if let Some(parent) = parent {
                    self.places[parent].children.push(place);
                }
                place
            });
            self.places[place].nodes.push(Some(node));
        }
        for place in &mut self.places {
            place.nodes.resize(side + 1, None);
        }
    }
}

/// The node above, past a group that has no name.
fn above(scenario: &Scenario, node: Node) -> Option<Node> {
    let parent = scenario.parent(node)?;
    match parent {
        Node::Group(_) if scenario.words.of(parent).id.is_empty() => scenario.parent(parent),
        _ => Some(parent),
    }
}
