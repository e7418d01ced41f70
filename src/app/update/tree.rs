//! Shaping the tree of Explore: folding, order, only what differs.

use super::explore::select;
use crate::app::explore::{Explore, Filter, Pane};
use crate::app::{Session, Tree};
use crate::levers::all_nodes;

/// Shapes the tree; answers what there is to say about it.
pub(super) fn shape(explore: &mut Explore, session: &Session, shape: Tree) -> Option<String> {
    let opens = matches!(shape, Tree::Fold | Tree::Unfold | Tree::Toggle | Tree::ToggleAll);
    explore.shaped |= opens;
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
            return Some(only(explore, session, Filter::Changed).to_owned());
        }
        Tree::OnlyHit => return Some(only(explore, session, Filter::Hit).to_owned()),
        Tree::AsTable => {}
    }
    None
}

/// Shows only what differs from the baseline, or everything again; answers what is said of it.
pub(super) const fn turn(only_changed: &mut bool) -> &'static str {
    *only_changed = !*only_changed;
    if *only_changed { ONLY_CHANGED } else { EVERYTHING }
}

const ONLY_CHANGED: &str = "Only what differs from the baseline is shown; d shows everything.";
const EVERYTHING: &str = "Everything is shown.";

/// Shows only these, or everything again; answers what is said of it.
fn only(explore: &mut Explore, session: &Session, filter: Filter) -> &'static str {
    explore.filter = explore.filter.toggled(filter);
    explore.programme = 0;
    let changes = session.changes();
    if explore.filter == Filter::Changed {
        // What was moved is looked for: it does not stay behind a closed branch.
        for change in &changes {
            explore.open_to(session.now(), change.lever.node);
        }
    }
    let hit = || session.after().programmes.iter().any(|own| !own.cut.is_zero());
    match explore.filter {
        Filter::All => EVERYTHING,
        Filter::Changed if changes.is_empty() => {
            "Nothing differs from the baseline yet; d shows everything."
        }
        Filter::Changed => ONLY_CHANGED,
        Filter::Hit if !hit() => "No programme is hit; H shows everything.",
        Filter::Hit => {
            "Only programmes that are hit are shown, and who has them; H shows everything."
        }
    }
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
    let before = explore.tree(session).len();
    explore.open.extend(all_nodes(session.now()));
    if explore.tree(session).len() == before {
        explore.fold_all(session.now());
    }
}
