//! A lever as a row of any screen: its word, what it holds, how it is moved.

use super::figures::Figure;
use super::held::{value, word};
use crate::app::Mark;
use crate::app::session::Session;
use crate::engine::OutcomeMeasure;
use crate::levers::{Lever, range, shares_with};

/// How a lever is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// In steps.
    Number,
    /// By typing: it holds nothing to step from.
    Typed,
    /// In steps, and others give way.
    Share,
    /// By choosing.
    Choice,
}

/// An amount that a lever leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaves {
    /// What it is.
    pub words: String,
    /// How much.
    pub figure: Figure,
    /// Which number that is, where it is one that can be read off an outcome.
    pub measure: Option<OutcomeMeasure>,
}

/// A lever's row.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverRow {
    /// Which lever.
    pub lever: Lever,
    /// Which step from the gap down it belongs to.
    pub number: Option<usize>,
    /// Its word.
    pub word: String,
    /// The same where nothing above says whose it is.
    pub long_word: String,
    /// What it holds.
    pub value: String,
    /// What it leaves.
    pub leaves: Option<Leaves>,
    /// Whether it differs from the baseline.
    pub moved: bool,
    /// Whether it stays when another share is moved.
    pub locked: bool,
    /// The mark of what it holds, where that was worked out or assumed and never published.
    pub mark: Option<Mark>,
    /// How it is moved.
    pub sort: Sort,
}

impl LeverRow {
    /// A lever by itself: its word, what it holds, how it is moved.
    pub fn of(session: &Session, lever: Lever) -> Self {
        let scenario = session.now();
        let word = word(scenario, lever);
        let moved = session.is_moved(lever);
        Self {
            lever,
            number: None,
            long_word: word.clone(),
            word,
            value: value(scenario, lever),
            leaves: None,
            moved,
            locked: session.locked().contains(&lever),
            mark: Mark::of(session, lever),
            sort: sort(session, lever),
        }
    }
}

fn sort(session: &Session, lever: Lever) -> Sort {
    if shares_with(session.now(), lever).is_some() {
        return Sort::Share;
    }
    let chosen = lever.field.row().kind.is_chosen();
    let steps = range(session.now(), session.base(), lever).is_some();
    match (chosen, steps) {
        (true, _) => Sort::Choice,
        (false, true) => Sort::Number,
        (false, false) => Sort::Typed,
    }
}
