//! Shaping the tree of Explore: folding, order, only what differs.

use super::explore::select;
use crate::app::explore::{Explore, Pane};
use crate::app::{Session, Tree};
use crate::levers::all_nodes;
use crate::model::Node;

/// Shapes the tree; answers what there is to say about it.
pub(super) fn shape(explore: &mut Explore, session: &Session, shape: Tree) -> Option<String> {
    explore.shaped |= !matches!(shape, Tree::Sort | Tree::OnlyChanged);
    match shape {
        Tree::Fold => fold(explore, session),
        Tree::Unfold => unfold(explore, session),
        Tree::Toggle => {
            let node = explore.node;
            if !explore.open.remove(&node) {
                explore.open.insert(node);
            }
        }
        Tree::ToggleAll => toggle_all(explore, session),
        Tree::Sort => {
            explore.order = explore.order.next();
            return Some(format!("Order: {}.", explore.order.words()));
        }
        Tree::OnlyChanged => {
            explore.only_changed = !explore.only_changed;
            let words = if explore.only_changed {
                "Only what differs from the baseline is shown; d shows everything."
            } else {
                "Everything is shown."
            };
            return Some(words.to_owned());
        }
    }
    None
}

/// Closes the branch, or goes to the one above.
fn fold(explore: &mut Explore, session: &Session) {
    let node = explore.node;
    let rows = explore.tree(session);
    let is_open = rows.iter().any(|row| row.node == node && row.open == Some(true));
    if is_open {
        explore.open.remove(&node);
    } else {
        // The row above with fewer lines of the tree in front of it.
        let at = rows.iter().position(|row| row.node == node).unwrap_or(0);
        let depth = rows.get(at).map_or(0, |row| row.guides.chars().count());
        let above = rows[..at].iter().rev().find(|row| row.guides.chars().count() < depth);
        if let Some(row) = above {
            select(explore, row.node);
        }
    }
}

/// Opens the branch, or goes to its first row; without a branch goes on to what decides it.
fn unfold(explore: &mut Explore, session: &Session) {
    let node = explore.node;
    let rows = explore.tree(session);
    let Some(at) = rows.iter().position(|row| row.node == node) else { return };
    match rows[at].open {
        Some(false) => {
            explore.open.insert(node);
        }
        Some(true) => {
            if let Some(row) = rows.get(at + 1) {
                select(explore, row.node);
            }
        }
        None => explore.focus = Pane::Levers,
    }
}

/// Opens everything, or, if everything is open, closes all but the first level.
fn toggle_all(explore: &mut Explore, session: &Session) {
    let scenario = session.now();
    let before = explore.tree(session).len();
    explore.open.extend(all_nodes(scenario));
    if explore.tree(session).len() == before {
        explore.open.clear();
        let top = scenario.nation.iter().map(|_| Node::Nation);
        let regions = (0..scenario.regions.len()).map(Node::Region);
        explore.open.extend(top.chain(regions));
        let mut node = explore.node;
        while let Some(parent) = scenario.parent(node) {
            if matches!(parent, Node::Region(_) | Node::Nation) {
                break;
            }
            node = parent;
        }
        select(explore, node);
    }
}
