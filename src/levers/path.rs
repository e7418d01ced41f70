//! Paths: `CP.plan`, `MSE/commissioners.split`, `07G/crisis-line.starts`, to nodes and levers and back.

use super::{FIELDS, Field, Lever, Refusal};
use crate::format;
use crate::model::{Node, Scenario};

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
        (Node::Group(_) | Node::Programme(_) | Node::Saving(_), Some(parent)) => {
            format!("{}/{id}", scenario.words.of(parent).id)
        }
        _ => id.clone(),
    }
}

/// The node at a path.
///
/// # Errors
/// If there is none; with the nearest right name.
pub fn node_at(scenario: &Scenario, path: &str) -> Result<Node, Refusal> {
    let (first, second) = match path.split_once('/') {
        Some((first, second)) => (first, Some(second)),
        None => (path, None),
    };
    let whole = top_nodes(scenario).find(|node| scenario.words.of(*node).id == first);
    let Some(whole) = whole else {
        let ids = top_nodes(scenario).map(|node| scenario.words.of(node).id.as_str());
        let nearest = format::nearest(first, ids).map(str::to_owned);
        return Err(Refusal::with_nearest(format!("Nothing is called `{first}`."), nearest));
    };
    let Some(second) = second else { return Ok(whole) };
    let parts: Vec<Node> = parts_of(scenario, whole);
    let id = |node: &Node| scenario.words.of(*node).id.as_str();
    parts.iter().copied().find(|node| id(node) == second).ok_or_else(|| {
        let nearest = format::nearest(second, parts.iter().map(id));
        let nearest = nearest.map(|name| format!("{first}/{name}"));
        let name = &scenario.words.of(whole).name;
        Refusal::with_nearest(format!("{name} has nothing called `{second}`."), nearest)
    })
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

/// All nodes whose ids stand alone: country, regions, systems, bodies, councils.
fn top_nodes(scenario: &Scenario) -> impl Iterator<Item = Node> {
    let nation = scenario.nation.iter().map(|_| Node::Nation);
    let regions = (0..scenario.regions.len()).map(Node::Region);
    let systems = (0..scenario.systems.len()).map(Node::System);
    let bodies = (0..scenario.bodies.len()).map(Node::Body);
    let councils = (0..scenario.councils.len()).map(Node::Council);
    nation.chain(regions).chain(systems).chain(bodies).chain(councils)
}

/// All nodes of a scenario, each before its parts.
pub fn all_nodes(scenario: &Scenario) -> Vec<Node> {
    let mut nodes: Vec<Node> = scenario.nation.iter().map(|_| Node::Nation).collect();
    for (place, region) in scenario.regions.iter().enumerate() {
        nodes.push(Node::Region(place));
        for system in region.systems.clone() {
            nodes.push(Node::System(system));
            nodes.extend(scenario.systems[system].savings.clone().map(Node::Saving));
            for group in scenario.systems[system].groups.clone() {
                nodes.push(Node::Group(group));
                for body in scenario.groups[group].bodies.clone() {
                    nodes.push(Node::Body(body));
                    nodes.extend(scenario.bodies[body].programmes.clone().map(Node::Programme));
                }
            }
        }
    }
    nodes.extend((0..scenario.councils.len()).map(Node::Council));
    nodes
}

fn parts_of(scenario: &Scenario, node: Node) -> Vec<Node> {
    match node {
        Node::System(place) => {
            let system = &scenario.systems[place];
            let savings = system.savings.clone().map(Node::Saving);
            system.groups.clone().map(Node::Group).chain(savings).collect()
        }
        Node::Body(place) => {
            scenario.bodies[place].programmes.clone().map(Node::Programme).collect()
        }
        _ => Vec::new(),
    }
}
