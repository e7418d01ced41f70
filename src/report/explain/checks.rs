//! What must add up on the way to a number, as sums that can be redone.

use super::Asked;
use super::written::money;
use crate::engine::Source;
use crate::format;
use crate::model::{Node, Splitter};
use crate::money::Pence;

/// One check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Whether it holds.
    pub holds: bool,
    /// The sum: `3,500,000 + 1,500,000 = 5,000,000`.
    pub text: String,
    /// The same for narrow places: `two shares = 5,000,000`.
    pub short: String,
}

/// So many parts are written out; of more only what they come to.
const WRITTEN_OUT: usize = 8;

/// The checks of the steps to a number, the nearest one first.
pub(super) fn checks(asked: &Asked<'_>, chain: &[Source]) -> Vec<Check> {
    let mut all = Vec::new();
    for source in chain.iter().rev() {
        let Source::Outcome(node, id) = *source else { continue };
        match (node, id) {
            (Node::System(place), "contribution") => {
                all.extend(over(asked, Splitter::Pool(asked.now.pool_of(place))));
            }
            (Node::Group(place), "ask") => {
                all.extend(over(asked, Splitter::System(asked.now.groups[place].system)));
            }
            (Node::Body(place), "ask") => {
                all.extend(over(asked, Splitter::Group(asked.now.bodies[place].group)));
            }
            (Node::Body(place), "cuts" | "unplaced" | "not_described") => {
                all.extend(found(asked, place));
            }
            (Node::Programme(place), "cut") => {
                all.extend(asked.now.body_of(place).and_then(|body| found(asked, body)));
            }
            (Node::Nation | Node::Region(_), "covered") => all.extend(need(asked, node)),
            _ => {}
        }
    }
    all.dedup();
    all
}

/// Everything that a node asks for is asked of somebody, or has no place.
fn over(asked: &Asked<'_>, splitter: Splitter) -> Option<Check> {
    let (scenario, outcome) = (asked.now, &asked.worked.outcome);
    let (whole, parts, unplaced): (Pence, Vec<Pence>, Pence) = match splitter {
        Splitter::Pool(node) => {
            let systems = scenario.pool(node)?.systems.clone();
            let own = outcome.pool(node)?;
            let parts = systems.map(|at| outcome.systems[at].contribution).collect();
            (own.offset, parts, own.unplaced)
        }
        Splitter::System(place) => {
            let groups = scenario.systems[place].groups.clone();
            let own = &outcome.systems[place];
            (own.ask, groups.map(|at| outcome.groups[at].ask).collect(), own.unplaced)
        }
        Splitter::Group(place) => {
            let bodies = scenario.groups[place].bodies.clone();
            let own = &outcome.groups[place];
            (own.ask, bodies.map(|at| outcome.bodies[at].ask).collect(), own.unplaced)
        }
    };
    let mut parts: Vec<Pence> = parts.into_iter().filter(|part| !part.is_zero()).collect();
    parts.extend(Some(unplaced).filter(|part| !part.is_zero()));
    (parts.len() > 1).then(|| equation(&parts, whole))
}

/// Reserve used, cuts and what has no place come to the ask.
fn found(asked: &Asked<'_>, body: usize) -> Option<Check> {
    let own = &asked.worked.outcome.bodies[body];
    let parts = [own.reserve_used, own.cuts, own.unplaced, own.not_described];
    let parts: Vec<Pence> = parts.into_iter().filter(|part| !part.is_zero()).collect();
    (parts.len() > 1).then(|| equation(&parts, own.ask))
}

/// What is covered and what is not come to the need.
fn need(asked: &Asked<'_>, node: Node) -> Option<Check> {
    let own = asked.worked.outcome.pool(node)?;
    let parts = [own.reserve_used, own.offset, own.uncovered];
    let parts: Vec<Pence> = parts.into_iter().filter(|part| !part.is_zero()).collect();
    (parts.len() > 1).then(|| equation(&parts, own.need))
}

fn equation(parts: &[Pence], whole: Pence) -> Check {
    let write = |amount: Pence| money(&amount.get().into());
    let sum: Pence = parts.iter().copied().sum();
    let left = match parts.len() {
        ..=WRITTEN_OUT => {
            let parts: Vec<String> = parts.iter().map(|part| write(*part)).collect();
            parts.join(" + ")
        }
        many => format!("{} shares, in all {}", format::count(many), write(sum)),
    };
    let sign = if sum == whole { '=' } else { '≠' };
    let whole_text = write(whole);
    Check {
        holds: sum == whole,
        text: format!("{left} {sign} {whole_text}"),
        short: format!("{} {sign} {whole_text}", format::plural(parts.len(), "part", "parts")),
    }
}
