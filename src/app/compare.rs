//! The Compare screen: the baseline, what stands now and up to two others beside them, recomputed
//! with every change.
//!
//! Its state is which columns there are and where the cursor is; what stands beside what is worked
//! out by `analysis`. How the rows are drawn is in `view/compare.rs`, what keys do in
//! `update/compare.rs`.

mod headline;
mod table;

use std::collections::BTreeSet;

pub use table::{CompareRow, Shown, What};

use super::explain::Elsewhere;
use super::explore::Explore;
use super::session::Session;
use super::{Headline, Line};
use crate::analysis::compare::{Alignment, Comparison, Kept, LETTERS, MOST, Order, Side, Wanted};
use crate::levers::{Lever, Refusal};
use crate::model::Node;

/// One column.
#[derive(Clone, Debug)]
pub enum Column {
    /// The session's baseline.
    Base,
    /// What stands now: its inputs are there to be moved.
    Now,
    /// Something that stays as it is.
    Kept(Box<Kept>),
}

/// A row that can be selected: by its path, and whether it is an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Whether it is an input.
    pub is_input: bool,
    /// Its path.
    pub path: String,
}

/// The screen.
#[derive(Clone, Debug)]
pub struct Compare {
    /// The column that has the focus.
    pub column: usize,
    /// The column that the others are measured against.
    pub baseline: usize,
    /// The node that is looked at: whose ask the headline says, whose programmes are listed.
    pub node: Node,
    /// The branches that are open.
    pub open: BTreeSet<Node>,
    /// In which order rows of one rank stand.
    pub order: Order,
    /// Whether only rows that differ are listed.
    pub only_differences: bool,
    columns: Vec<Column>,
    alignment: Alignment,
    chosen: Option<Key>,
    /// A lever that was moved here: it stays in sight when it no longer differs.
    held: Option<Lever>,
}

impl Compare {
    /// Begins with the baseline and what stands now.
    pub fn new(session: &Session, explore: &Explore) -> Self {
        let mut own = Self {
            column: 1,
            baseline: 0,
            node: explore.node,
            open: explore.open.clone(),
            order: Order::File,
            only_differences: false,
            columns: vec![Column::Base, Column::Now],
            alignment: Alignment::default(),
            chosen: None,
            held: None,
        };
        own.align(session);
        own
    }

    /// Follows what is selected on Explore.
    pub fn stand_beside(&mut self, explore: &Explore) {
        self.open.extend(&explore.open);
        if self.node != explore.node {
            self.node = explore.node;
            self.chosen = None;
            self.held = None;
        }
    }

    /// The columns of an earlier version of the file beside those of a new one.
    pub fn keeping(mut self, session: &Session, earlier: Self) -> Self {
        let Self { column, baseline, order, only_differences, columns, .. } = earlier;
        self = Self { column, baseline, order, only_differences, columns, ..self };
        self.align(session);
        self
    }

    /// The columns.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Which column is the one that changes.
    pub fn now(&self) -> usize {
        self.columns.iter().position(|own| matches!(own, Column::Now)).unwrap_or(0)
    }

    /// Whether the focus is on the column that changes.
    pub fn is_on_now(&self) -> bool {
        self.column == self.now()
    }

    /// Whether the session’s baseline has a column.
    pub fn has_base(&self) -> bool {
        self.columns.iter().any(|own| matches!(own, Column::Base))
    }

    /// Adds a column and gives it the focus.
    ///
    /// # Errors
    /// If there is no room for another.
    pub fn add(&mut self, session: &Session, column: Column) -> Result<(), Refusal> {
        if self.columns.len() >= MOST {
            return Err(Refusal::new(
                "Four stand side by side already: Tab to one of them and Delete takes it out.",
            ));
        }
        self.columns.push(column);
        self.column = self.columns.len() - 1;
        self.align(session);
        Ok(())
    }

    /// Takes the column that has the focus out again; answers what it was called.
    ///
    /// # Errors
    /// If it has to stay.
    pub fn remove(&mut self, session: &Session) -> Result<String, Refusal> {
        if self.is_on_now() {
            return Err(Refusal::new("This is what stands now: it stays, to be changed."));
        }
        if self.columns.len() <= 2 {
            return Err(Refusal::new("Two at least stand side by side: a adds another first."));
        }
        let at = self.column;
        let name = self.sides(session)[at].name.to_owned();
        self.columns.remove(at);
        self.baseline = match self.baseline {
            own if own == at => 0,
            own if own > at => own - 1,
            own => own,
        };
        self.column = self.now();
        self.align(session);
        Ok(name)
    }

    /// The column with the focus as a scenario beside the one being worked on; `None` of what stands
    /// now.
    pub fn elsewhere(&self, session: &Session) -> Option<Elsewhere> {
        if self.is_on_now() {
            return None;
        }
        let sides = self.sides(session);
        let side = sides.get(self.column)?;
        let name = format!("{} {}", letter(self.column), side.name);
        Some(Elsewhere::new(name, side.file, side.now.clone()))
    }

    /// The columns as sides.
    pub fn sides<'s>(&'s self, session: &'s Session) -> Vec<Side<'s>> {
        let side = |column: &'s Column| match column {
            Column::Base => Side {
                name: if session.base() == session.file() { AS_REPORTED } else { "baseline" },
                file: session.file(),
                now: session.base(),
                outcome: session.before(),
            },
            Column::Now => Side {
                name: "now",
                file: session.file(),
                now: session.now(),
                outcome: session.after(),
            },
            Column::Kept(own) => own.side(),
        };
        self.columns.iter().map(side).collect()
    }

    /// What the columns are called over them, whole and short.
    pub fn names(&self, session: &Session) -> Vec<(String, String)> {
        let sides = self.sides(session);
        let name = |(side, column): (&Side<'_>, &Column)| {
            let long = side.name.to_owned();
            match column {
                Column::Base if long == AS_REPORTED => (long, "as is".to_owned()),
                _ => (long.clone(), long),
            }
        };
        sides.iter().zip(&self.columns).map(name).collect()
    }

    /// Asks the comparison of the sides.
    pub fn compared<T>(&self, session: &Session, ask: impl FnOnce(&Comparison<'_>) -> T) -> T {
        let sides = self.sides(session);
        let comparison =
            Comparison { sides: &sides, baseline: self.baseline, alignment: &self.alignment };
        ask(&comparison)
    }

    /// All rows of outcomes on paper, in the order that is shown.
    pub fn on_paper(&self) -> Wanted<'static> {
        let only_differences = self.only_differences;
        Wanted { order: self.order, only_differences, opens: &|_| true, below: None }
    }

    /// The rows.
    pub fn rows(&self, session: &Session) -> Vec<CompareRow> {
        table::rows(self, session)
    }

    /// Which row is selected.
    pub fn selected(&self, rows: &[CompareRow]) -> usize {
        let chosen = |row: &CompareRow| row.key.is_some() && row.key == self.chosen;
        let own = |row: &CompareRow| row.is_ask_of(self.node);
        let first = || rows.iter().position(|row| row.key.is_some());
        let chosen = rows.iter().position(chosen).or_else(|| rows.iter().position(own));
        chosen.or_else(first).unwrap_or(0)
    }

    /// The row under the cursor.
    pub fn row(&self, session: &Session) -> Option<CompareRow> {
        let mut rows = self.rows(session);
        let at = self.selected(&rows);
        (at < rows.len()).then(|| rows.swap_remove(at)).filter(|row| row.key.is_some())
    }

    /// Selects a row; of who is asked it is looked at from now on.
    pub fn select(&mut self, row: &CompareRow) {
        self.chosen.clone_from(&row.key);
        if self.held != row.lever(self.now()) {
            self.held = None;
        }
        self.node = row.asked().unwrap_or(self.node);
    }

    /// Selects a node’s row, and opens what it stands below.
    pub fn show(&mut self, session: &Session, node: Node) {
        let mut above = session.now().parent(node);
        while let Some(own) = above {
            self.open.insert(own);
            above = session.now().parent(own);
        }
        self.node = node;
        self.chosen = None;
    }

    /// Keeps a lever in sight.
    pub fn hold(&mut self, lever: Lever) {
        self.held = Some(lever);
    }

    /// What the screen says in sentences.
    pub fn headline(&self, session: &Session) -> Headline {
        headline::headline(self, session)
    }

    /// What the message line says while nothing has just happened.
    pub fn hint(&self, session: &Session, narrow: bool) -> Line {
        headline::hint(self, session, narrow)
    }

    /// What the others ask for, against the one that they are measured against.
    pub fn sentence(&self, session: &Session, narrow: bool) -> Line {
        Line::plain(headline::in_a_sentence(self, session, narrow))
    }

    /// The screen line by line, without its headline.
    pub fn sentences(&self, session: &Session) -> Vec<String> {
        let names: Vec<String> =
            self.sides(session).iter().map(|own| own.name.to_owned()).collect();
        let sides = LETTERS.iter().zip(names).map(|(letter, name)| format!("{letter}: {name}"));
        let mut lines: Vec<String> = sides.collect();
        lines.extend(self.rows(session).iter().map(CompareRow::sentence));
        lines
    }

    fn align(&mut self, session: &Session) {
        let alignment = Alignment::of(&self.sides(session));
        self.alignment = alignment;
    }
}

/// What the baseline is called while it is as its file has it.
const AS_REPORTED: &str = "as reported";

/// The letter of a column.
pub(super) fn letter(column: usize) -> &'static str {
    LETTERS.get(column).copied().unwrap_or_default()
}
