//! Paths: `CP.plan`, `MSE/commissioners.split`, `07G/crisis-line.starts`, to nodes and levers and back.

use super::{FIELDS, Field, Lever, Refusal};
use crate::format;
use crate::model::{Holder, Node, Scenario};

/// The path of a lever.
pub fn path_of(scenario: &Scenario, lever: Lever) -> String {
    format!("{}.{}", node_path(scenario, lever.node), lever.field.word(scenario))
}

/// The path of a node: `07G`, `MSE/commissioners`, `07G/crisis-line`.
pub fn node_path(scenario: &Scenario, node: Node) -> String {
    let id = &scenario.words.of(node).id;
    match (node, scenario.parent(node)) {
        // A group without a name is its system's own split.
        (Node::Group(_), Some(system)) if id.is_empty() => node_path(scenario, system),
        (node, Some(parent)) if !stands_alone(node) => {
            format!("{}/{id}", node_path(scenario, parent))
        }
        _ => id.clone(),
    }
}

/// The node at a path.
///
/// # Errors
/// If there is none; with the nearest right name.
pub fn node_at(scenario: &Scenario, path: &str) -> Result<Node, Refusal> {
    let mut steps = path.split('/');
    let first = steps.next().unwrap_or_default();
    let id = |node: &Node| scenario.words.of(*node).id.as_str();
    let Some(mut node) = top_nodes(scenario).find(|node| id(node) == first) else {
        let ids: Vec<Node> = top_nodes(scenario).collect();
        let nearest = format::nearest(first, ids.iter().map(id)).map(str::to_owned);
        return Err(Refusal::with_nearest(format!("Nothing is called `{first}`."), nearest));
    };
    for step in steps {
        let parts = parts_of(scenario, node);
        let Some(part) = parts.iter().copied().find(|part| id(part) == step) else {
            let nearest = format::nearest(step, parts.iter().map(id));
            let nearest = nearest.map(|name| format!("{}/{name}", node_path(scenario, node)));
            let name = &scenario.words.of(node).name;
            let message = format!("{name} has nothing called `{step}`.");
            return Err(Refusal::with_nearest(message, nearest));
        };
        node = part;
    }
    Ok(node)
}

/// The lever at a path.
///
/// # Errors
/// If there is no such node, or it has no such lever; with the nearest right name.
pub fn lever_at(scenario: &Scenario, path: &str) -> Result<Lever, Refusal> {
    let Some((place, word)) = path.rsplit_once('.') else {
        return Err(Refusal::new(format!(
            "`{path}` names no field. A path is ID.field, such as CP.plan or 07G/crisis-line.starts."
        )));
    };
    let node = node_at(scenario, place)?;
    let lever = field_named(scenario, word).map(|field| Lever { node, field });
    if let Some(lever) = lever.filter(|lever| lever.is_at_its_node(scenario)) {
        return match lever.why_fixed(scenario) {
            None => Ok(lever),
            Some(why) => Err(Refusal::new(format!("{path} cannot be moved: {why}."))),
        };
    }
    let words: Vec<String> =
        Lever::all(scenario, node).map(|lever| lever.field.word(scenario).to_owned()).collect();
    let nearest = format::nearest(word, words.iter().map(String::as_str));
    let nearest = nearest.map(|name| format!("{place}.{name}"));
    let name = &scenario.words.of(node).name;
    let message = format!("{name} has no lever `{word}`. It has: {}.", words.join(", "));
    Err(Refusal::with_nearest(message, nearest))
}

impl Lever {
    fn is_at_its_node(self, scenario: &Scenario) -> bool {
        let exists = match self.node {
            Node::Nation => scenario.nation.is_some(),
            _ => true,
        };
        exists && self.field.row().is_at(self.node)
    }
}

fn field_named(scenario: &Scenario, word: &str) -> Option<Field> {
    let own = FIELDS.iter().find(|row| row.word == word).map(|row| row.field);
    own.or_else(|| scenario.measures.column(word).map(Field::Measure))
}

/// Whether a node's id is unique in the whole scenario, so that a path begins with it.
fn stands_alone(node: Node) -> bool {
    matches!(
        node,
        Node::Nation
            | Node::Region(_)
            | Node::System(_)
            | Node::Body(_)
            | Node::Council(_)
            | Node::KnockOn(_)
            | Node::KeyTest(_)
    )
}

/// All nodes whose ids stand alone: country, regions, systems, bodies, councils, knock-on
/// costs, key tests.
fn top_nodes(scenario: &Scenario) -> impl Iterator<Item = Node> {
    let nation = scenario.nation.iter().map(|_| Node::Nation);
    let regions = (0..scenario.regions.len()).map(Node::Region);
    let systems = (0..scenario.systems.len()).map(Node::System);
    let bodies = (0..scenario.bodies.len()).map(Node::Body);
    nation.chain(regions).chain(systems).chain(bodies).chain(beside(scenario))
}

/// All nodes of a scenario, each before its parts.
pub fn all_nodes(scenario: &Scenario) -> Vec<Node> {
    let mut nodes: Vec<Node> = scenario.nation.iter().map(|_| Node::Nation).collect();
    for (place, region) in scenario.regions.iter().enumerate() {
        nodes.push(Node::Region(place));
        for system in region.systems.clone() {
            add(scenario, Node::System(system), &mut nodes);
        }
    }
    nodes.extend(beside(scenario));
    nodes
}

/// What stands beside the tree: councils, knock-on costs, key tests.
fn beside(scenario: &Scenario) -> impl Iterator<Item = Node> {
    let councils = (0..scenario.councils.len()).map(Node::Council);
    let knock_ons = (0..scenario.knock_ons.len()).map(Node::KnockOn);
    councils.chain(knock_ons).chain((0..scenario.facts.len()).map(Node::KeyTest))
}

/// Adds a node and what is below it.
fn add(scenario: &Scenario, node: Node, nodes: &mut Vec<Node>) {
    nodes.push(node);
    for part in parts_of(scenario, node) {
        add(scenario, part, nodes);
    }
    if let Node::Group(place) = node {
        for body in scenario.groups[place].bodies.clone() {
            add(scenario, Node::Body(body), nodes);
        }
    }
}

/// The nodes whose ids are unique only in this one: a path to them goes through it.
pub fn parts_of(scenario: &Scenario, node: Node) -> Vec<Node> {
    let supports = |holder: Holder| {
        let held = scenario.supports.iter().enumerate().filter(move |(_, s)| s.holder == holder);
        held.map(|(place, _)| Node::Support(place))
    };
    match node {
        Node::System(place) => {
            let system = &scenario.systems[place];
            let savings = system.savings.clone().map(Node::Saving);
            let supports = supports(Holder::System(place));
            savings.chain(supports).chain(system.groups.clone().map(Node::Group)).collect()
        }
        Node::Body(place) => {
            let programmes = scenario.bodies[place].programmes.clone().map(Node::Programme);
            let paid = scenario.performances.iter().enumerate().filter(|(_, p)| p.body == place);
            let paid = paid.map(|(place, _)| Node::Performance(place));
            programmes.chain(supports(Holder::Body(place))).chain(paid).collect()
        }
        Node::Support(place) => {
            scenario.supports[place].conditions.clone().map(Node::Condition).collect()
        }
        Node::Programme(place) => scenario.joint_parts_of(place).map(Node::JointPart).collect(),
        _ => Vec::new(),
    }
}
