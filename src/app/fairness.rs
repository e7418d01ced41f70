//! The screen “Who bears it”: what a split asks of each, counted in a measure, and how far apart
//! that is, before and now.
//!
//! Its state is which split is looked at, what burdens are counted in and where the cursors are; its
//! rows are worked out anew from that and the session. How they are drawn is in `view/fairness.rs`,
//! what keys do in `update/fairness.rs`. Words here name measures and pass no verdict.

mod board;
mod each;
mod headline;
mod spread;

use crate::levers::{Field, Lever};
use crate::model::{Node, Splitter};
use crate::split::Column;

pub use board::Board;
pub use each::EachRow;
pub use spread::{Compared, PointRow, SpreadRow};

use super::explore::LeverRow;
use super::session::Session;
use super::{Headline, Line};
use crate::analysis::{Burdens, all_splits};
use crate::engine::{Bearing, BurdenOf};

/// The panes of the screen, in the order of Tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The splits there are.
    Splits,
    /// What decides the one that is looked at, and what burdens are counted in.
    #[default]
    Choices,
    /// The children and their burdens.
    Each,
    /// How far apart the burdens are.
    Spread,
}

impl Pane {
    /// All of them, in that order.
    pub const ALL: [Self; 4] = [Self::Splits, Self::Choices, Self::Each, Self::Spread];
}

/// A row of the second pane.
#[derive(Clone, Debug, PartialEq)]
pub enum ChoiceRow {
    /// What decides the split.
    Lever(LeverRow),
    /// What burdens are counted in.
    Lens(Column),
}

/// The screen.
#[derive(Clone, Debug, Default)]
pub struct Fairness {
    /// Which pane has the focus.
    pub focus: Pane,
    /// The selected row of each pane; of the first it is the split that is looked at.
    rows: [usize; 4],
    /// The split that was chosen; `None` is the first.
    split: Option<Splitter>,
    /// What burdens are to be counted in; `None` is a head.
    wanted: Option<Column>,
    /// Whether the lowest burden stands first, and not the first of the file.
    pub by_burden: bool,
    /// Whether the Lorenz curve is a table.
    pub as_table: bool,
    /// Whether only splits that differ from the baseline are listed.
    pub only_changed: bool,
}

impl Fairness {
    /// The splits that are listed.
    pub fn splits(&self, session: &Session) -> Vec<Splitter> {
        let mut splits = all_splits(session.now());
        // Where nothing is asked for there is nothing to bear.
        let asked = |split: &Splitter| {
            let asks = [session.before().ask(split.node()), session.after().ask(split.node())];
            asks.into_iter().flatten().any(|ask| !ask.is_zero())
        };
        splits.retain(asked);
        if self.only_changed {
            splits.retain(|split| board::differs(session, *split));
        }
        splits
    }

    /// The split that is looked at: the chosen one, or the first; `None` if there is none.
    pub fn split(&self, session: &Session) -> Option<Splitter> {
        let splits = self.splits(session);
        let chosen = self.split.filter(|split| splits.contains(split));
        chosen.or_else(|| splits.first().copied())
    }

    /// Looks at a split; the cursor of its children begins at the first again.
    pub fn look_at(&mut self, split: Splitter) {
        if self.split != Some(split) {
            self.split = Some(split);
            self.rows[Pane::Each as usize] = 0;
        }
    }

    /// Everything about the split that is looked at.
    pub fn board(&self, session: &Session) -> Option<Board> {
        Some(Board::new(session, self.split(session)?, self.wanted))
    }

    /// The rows of the second pane.
    pub fn choices(&self, session: &Session) -> Vec<ChoiceRow> {
        let Some(board) = self.board(session) else { return Vec::new() };
        let levers = board.levers(session).into_iter();
        let rows = levers.map(|lever| ChoiceRow::Lever(LeverRow::of(session, lever)));
        rows.chain([ChoiceRow::Lens(board.column)]).collect()
    }

    /// The selected row of the second pane.
    pub fn choice(&self, session: &Session) -> Option<ChoiceRow> {
        let mut rows = self.choices(session);
        let last = rows.len().checked_sub(1)?;
        Some(rows.swap_remove(self.row(Pane::Choices).min(last)))
    }

    /// Counts burdens in the next measure in which they can be counted, or the one before.
    pub fn turn(&mut self, session: &Session, forward: bool) {
        let Some(board) = self.board(session) else { return };
        let lenses = board.lenses(session);
        let at = lenses.iter().position(|own| *own == board.column).unwrap_or(0);
        let on = if forward { 1 } else { lenses.len().saturating_sub(1) };
        self.wanted = lenses.get((at + on) % lenses.len().max(1)).copied().or(self.wanted);
    }

    /// The children and their burdens.
    pub fn each(&self, session: &Session) -> Vec<EachRow> {
        let board = self.board(session);
        let mut rows = board.map_or_else(Vec::new, |board| each::rows(&board, session));
        if self.by_burden {
            each::sort(&mut rows);
        }
        rows
    }

    /// How far apart the burdens are.
    pub fn spread(&self, session: &Session) -> Vec<SpreadRow> {
        self.board(session).map_or_else(Vec::new, |board| spread::rows(&board, session))
    }

    /// The points of the Lorenz curve, where it is a table.
    pub fn points(&self, session: &Session) -> Vec<PointRow> {
        let board = self.board(session).filter(|_| self.as_table);
        board.map_or_else(Vec::new, |board| spread::points(&board, session))
    }

    /// The number of burdens under the cursor: of a child its own, of the sum and elsewhere that of all
    /// together, of the spread the one that stands there.
    pub fn bearing(&self, session: &Session) -> Option<BurdenOf> {
        let board = self.board(session)?;
        let burdens = board.now.as_ref().ok()?;
        let what = match self.focus {
            Pane::Splits | Pane::Choices => Bearing::Whole,
            Pane::Each => {
                let rows = self.each(session);
                let row = rows.get(self.row(Pane::Each))?;
                match row.is_sum {
                    true => Bearing::Whole,
                    false => Bearing::Of(burdens.at(row.node)?.node),
                }
            }
            Pane::Spread => self.spread(session).get(self.row(Pane::Spread))?.what?,
        };
        Some(BurdenOf { split: board.split, column: board.column, what })
    }

    /// Where the cursor of a pane stands; it may stand beyond rows that are gone.
    pub const fn row(&self, pane: Pane) -> usize {
        self.rows[pane as usize]
    }

    /// Puts the cursor of a pane on a row.
    pub const fn set_row(&mut self, pane: Pane, row: usize) {
        self.rows[pane as usize] = row;
    }

    /// Goes to a lever that decides a split; answers whether it stands here.
    pub fn show_lever(&mut self, session: &Session, lever: Lever) -> bool {
        let is_here = matches!(lever.field, Field::Split | Field::Lead);
        let splits = all_splits(session.now());
        let split = session.now().splitter_at(lever.node);
        let Some(split) = split.filter(|split| is_here && splits.contains(split)) else {
            return false;
        };
        self.look_at(split);
        let rows = self.choices(session);
        let holds = |row: &ChoiceRow| match row {
            ChoiceRow::Lever(own) => own.lever == lever,
            ChoiceRow::Lens(_) => false,
        };
        let Some(row) = rows.iter().position(holds) else { return false };
        self.set_row(Pane::Choices, row);
        self.focus = Pane::Choices;
        true
    }

    /// What the screen says in sentences.
    pub fn headline(&self, session: &Session) -> Headline {
        match self.board(session) {
            Some(board) => headline::headline(&board, session),
            None => headline::nothing(self, session),
        }
    }

    /// What the message line says while nothing has just happened.
    pub fn hint(&self, session: &Session, narrow: bool) -> Line {
        headline::hint(self, session, narrow)
    }

    /// How far apart burdens are, or why that is not known.
    pub fn sentence(&self, session: &Session, narrow: bool) -> Line {
        let spread = self.board(session).map(|board| headline::spread(&board, session, narrow));
        let spread = spread.filter(|said| !said.is_empty());
        spread.unwrap_or_else(|| self.headline(session).first)
    }

    /// The screen line by line, without its headline.
    pub fn sentences(&self, session: &Session) -> Vec<String> {
        let Some(board) = self.board(session) else { return Vec::new() };
        let mut lines = headline::deciding(&board, session);
        lines.extend(self.each(session).iter().map(|row| row.sentence(&board, session)));
        lines.extend(spread::rows(&board, session).iter().map(SpreadRow::sentence));
        let counted = board.measure(session).map_or("", |measure| &measure.words);
        let points = spread::points(&board, session);
        lines.extend(points.iter().map(|point| point.sentence(counted)));
        lines.extend(board.missing(session));
        lines
    }
}

/// A child's name, whole and short; a body is called by its short name, as on Explore.
fn names_of(session: &Session, node: Node) -> (String, String) {
    let words = session.now().words.of(node);
    let whole = if matches!(node, Node::Body(_)) { words.brief() } else { &words.name };
    (whole.to_owned(), words.brief().to_owned())
}

/// Burdens, if they can be counted.
type Counted = Result<Burdens, crate::analysis::Missing>;
