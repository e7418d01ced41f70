//! A name being looked for: every letter moves the cursor to the first that has it.

use tui_input::Input;

use super::entry::request;
use crate::app::key::Key;
use crate::levers::all_nodes;
use crate::model::{Node, Scenario};

/// The line that finds a name.
#[derive(Debug)]
pub struct Finder {
    /// What is typed so far.
    pub input: Input,
    /// Where the cursor was.
    pub from: Node,
    /// How many names have it.
    pub found: usize,
}

impl Finder {
    /// Opens the line at a node.
    pub fn new(from: Node) -> Self {
        Self { input: Input::default(), from, found: 0 }
    }

    /// Takes a key; answers whether the text changed.
    pub fn take(&mut self, key: Key) -> bool {
        request(key)
            .and_then(|request| self.input.handle(request))
            .is_some_and(|changed| changed.value)
    }
}

/// The nodes whose name, short name or id holds some words, whatever their case, in tree order.
pub fn matches(scenario: &Scenario, sought: &str) -> Vec<Node> {
    let sought = sought.trim().to_lowercase();
    if sought.is_empty() {
        return Vec::new();
    }
    let has = |node: &Node| {
        let words = scenario.words.of(*node);
        [words.name.as_str(), words.brief(), words.id.as_str()]
            .iter()
            .any(|name| name.to_lowercase().contains(&sought))
    };
    all_nodes(scenario)
        .into_iter()
        .filter(|node| node.is_in_tree() || matches!(node, Node::Programme(_)))
        .filter(has)
        .collect()
}

/// The match so many places after a node; goes round.
pub fn next(scenario: &Scenario, sought: &str, (from, forward): (Node, bool)) -> Option<Node> {
    let matches = matches(scenario, sought);
    let order = all_nodes(scenario);
    let place = |node: Node| order.iter().position(|other| *other == node);
    let here = place(from);
    let later = matches.iter().copied().find(|node| place(*node) > here);
    let earlier = matches.iter().rev().copied().find(|node| place(*node) < here);
    match forward {
        true => later.or(matches.first().copied()),
        false => earlier.or(matches.last().copied()),
    }
}
