//! Shaping the tree: folding, order, only what differs.

use super::moves::select;
use crate::app::explore::Pane;
use crate::app::{App, Tree, Work};
use crate::levers::all_nodes;

pub(super) fn shape(app: &mut App, shape: Tree) {
    let Some(work) = &mut app.work else { return };
    work.explore.shaped |= !matches!(shape, Tree::Sort | Tree::OnlyChanged);
    match shape {
        Tree::Fold => fold(work),
        Tree::Unfold => unfold(work),
        Tree::Toggle => {
            let node = work.explore.node;
            if !work.explore.open.remove(&node) {
                work.explore.open.insert(node);
            }
        }
        Tree::ToggleAll => toggle_all(work),
        Tree::Sort => {
            work.explore.order = work.explore.order.next();
            let words = work.explore.order.words();
            app.say(format!("Order: {words}."));
        }
        Tree::OnlyChanged => {
            work.explore.only_changed = !work.explore.only_changed;
            let words = if work.explore.only_changed {
                "Only what differs from the baseline is shown; d shows everything."
            } else {
                "Everything is shown."
            };
            app.say(words);
        }
    }
}

/// Closes the branch, or goes to the one above.
fn fold(work: &mut Work) {
    let node = work.explore.node;
    let rows = work.explore.tree(&work.session);
    let is_open = rows.iter().any(|row| row.node == node && row.open == Some(true));
    if is_open {
        work.explore.open.remove(&node);
    } else {
        // The row above with fewer lines of the tree in front of it.
        let at = rows.iter().position(|row| row.node == node).unwrap_or(0);
        let depth = rows.get(at).map_or(0, |row| row.guides.chars().count());
        let above = rows[..at].iter().rev().find(|row| row.guides.chars().count() < depth);
        if let Some(row) = above {
            select(&mut work.explore, row.node);
        }
    }
}

/// Opens the branch, or goes to its first row; without a branch goes on to what decides it.
fn unfold(work: &mut Work) {
    let node = work.explore.node;
    let rows = work.explore.tree(&work.session);
    let Some(at) = rows.iter().position(|row| row.node == node) else { return };
    match rows[at].open {
        Some(false) => {
            work.explore.open.insert(node);
        }
        Some(true) => {
            if let Some(row) = rows.get(at + 1) {
                select(&mut work.explore, row.node);
            }
        }
        None => work.explore.focus = Pane::Levers,
    }
}

/// Opens everything, or, if everything is open, closes all but the first level.
fn toggle_all(work: &mut Work) {
    let before = work.explore.tree(&work.session).len();
    let nodes = all_nodes(work.session.now());
    work.explore.open.extend(nodes);
    if work.explore.tree(&work.session).len() == before {
        let scenario = work.session.now();
        work.explore.open.clear();
        let top = scenario.nation.iter().map(|_| crate::model::Node::Nation);
        let regions = (0..scenario.regions.len()).map(crate::model::Node::Region);
        work.explore.open.extend(top.chain(regions));
        let mut node = work.explore.node;
        while let Some(parent) = scenario.parent(node) {
            if matches!(parent, crate::model::Node::Region(_) | crate::model::Node::Nation) {
                break;
            }
            node = parent;
        }
        select(&mut work.explore, node);
    }
}
