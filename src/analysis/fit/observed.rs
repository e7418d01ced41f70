//! Published shares: from the file and from what was typed to nodes and amounts.

use crate::engine::measure_at;
use crate::format::{self, Understood, Unit};
use crate::levers::{Refusal, all_nodes, node_at, node_path};
use crate::model::{Node, Scenario};
use crate::money::Pence;

/// What one node is said to have been asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Observation {
    /// Who: a system, a group or a body.
    pub node: Node,
    /// How much, in pence.
    pub amount: Pence,
    /// Whether the reader typed it; else the file has it.
    pub typed: bool,
}

/// What a number without a unit means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bare {
    /// Pounds: on the command line.
    Pounds,
    /// It is asked about: on a screen that counts in thousands.
    Refused,
}

/// The asks that the file says were published, in its order.
pub fn published(scenario: &Scenario) -> Vec<Observation> {
    let observed = scenario.words.observed.iter();
    let asks = observed.filter_map(|own| {
        let measure = measure_at(scenario, &own.path).ok().filter(|own| own.row.id == ASK)?;
        scenario.splitter_over(measure.node)?;
        Some(Observation { node: measure.node, amount: own.amount, typed: false })
    });
    asks.collect()
}

/// What only asks can be held against.
const ASK: &str = "ask";

/// Reads `07G.ask=480k`, `07G 480k` or `Thurrock £480,000`.
///
/// # Errors
/// Whatever names nobody who is asked, or no amount; with the nearest right path.
pub fn observation(scenario: &Scenario, words: &str, bare: Bare) -> Result<Observation, Refusal> {
    let parts = words.split_once('=').or_else(|| words.trim().rsplit_once(char::is_whitespace));
    let (who, amount) = parts.map_or((words, ""), |(who, amount)| (who.trim(), amount.trim()));
    if who.is_empty() || amount.is_empty() {
        let message = "Who was asked, and for how much? Type it as in 07G.ask=480k.";
        return Err(Refusal::new(message));
    }
    let node = node_named(scenario, who)?;
    let read = format::read_amount(amount, Unit::Pounds);
    let read = read.map_err(|fault| Refusal::new(fault.to_string()))?;
    if bare == Bare::Refused && matches!(read.understood, Understood::Bare(_)) {
        let message = format!("{amount} of what? Type {amount}k, {amount}m or £{amount}.");
        return Err(Refusal::new(message));
    }
    if read.pence < Pence::ZERO {
        let message = "What somebody is asked for is not below nought: type it without a minus.";
        return Err(Refusal::new(message));
    }
    Ok(Observation { node, amount: read.pence, typed: true })
}

/// The node of a path (`07G.ask`, `07G`) or of a name (`Thurrock`).
fn node_named(scenario: &Scenario, who: &str) -> Result<Node, Refusal> {
    let unknown = match node_at(scenario, who) {
        Ok(node) if scenario.splitter_over(node).is_some() => return Ok(node),
        // A council may be called as a body is.
        Ok(node) => {
            let name = &scenario.words.of(node).name;
            let message = "is no share of anything: name a system, a group or a body.";
            Refusal::new(format!("{name} {message}"))
        }
        Err(refusal) => refusal,
    };
    let sought = who.to_lowercase();
    let in_tree = |node: &Node| scenario.splitter_over(*node).is_some();
    let nodes: Vec<Node> = all_nodes(scenario).into_iter().filter(in_tree).collect();
    let names = |node: Node| {
        let words = scenario.words.of(node);
        [words.name.to_lowercase(), words.brief().to_lowercase()]
    };
    if let Some(node) = nodes.iter().find(|node| names(**node).contains(&sought)) {
        return Ok(*node);
    }
    let holds = |node: &&Node| names(**node).iter().any(|name| name.contains(&sought));
    match nodes.iter().filter(holds).collect::<Vec<_>>()[..] {
        [node] => return Ok(*node),
        [] => {}
        ref several => {
            let paths = several.iter().take(5).map(|node| node_path(scenario, **node));
            let paths = format::list(&paths.collect::<Vec<_>>());
            let message = format!("“{who}” could be {paths}: type one of these.");
            return Err(Refusal::new(message));
        }
    }
    if !who.contains('.') {
        return Err(unknown);
    }
    let with_ask = |near: String| if near.contains('.') { near } else { format!("{near}.{ASK}") };
    let measure = measure_at(scenario, who)
        .map_err(|refusal| Refusal { nearest: refusal.nearest.map(with_ask), ..refusal })?;
    let has_ask = scenario.splitter_over(measure.node).is_some();
    if measure.row.id != ASK || !has_ask {
        let path = format!("{}.{ASK}", node_path(scenario, measure.node));
        let message = format!("`{who}` is no share of an amount: only asks can be fitted.");
        return Err(Refusal::with_nearest(message, has_ask.then_some(path)));
    }
    Ok(measure.node)
}
