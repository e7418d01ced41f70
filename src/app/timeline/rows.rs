//! What a row of the years after is made of, and how it is said to those who hear it.

use super::told;
use crate::app::Tone;
use crate::app::explore::{Figure, LeverRow};
use crate::app::session::Session;
use crate::engine::Due;
use crate::format::{self, Minus};
use crate::model::Node;
use crate::money::Pence;

/// What stands in a year of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// An amount: exact, and as it is shown so that it adds up with its neighbours.
    Amount(Pence, Pence),
    /// An amount before and now.
    Change(Figure),
    /// Nobody knows.
    Unknown,
    /// Cannot be.
    Never,
    /// Nothing to say.
    Blank,
    /// What the lever of the row holds.
    Held,
}

/// A row with a figure for each year.
#[derive(Clone, Debug, PartialEq)]
pub struct YearsRow {
    /// Its words, whole and short.
    pub names: [String; 2],
    /// How they and the figures are meant.
    pub tone: Tone,
    /// How deep it stands below the row that it is a part of.
    pub depth: u16,
    /// The lever that decides it.
    pub lever: Option<LeverRow>,
    /// A figure for each year.
    pub cells: Vec<Cell>,
    /// What it is about, if Explore has it.
    pub node: Option<Node>,
    /// Which number of the years after it shows, if that is worked out.
    pub shows: Option<Due>,
}

impl YearsRow {
    /// The year that its working is of, by its place: the last that is not nought, else the last with
    /// a figure; where nobody knows one, or the lever stands in its place, the last of those.
    pub fn year(&self) -> Option<usize> {
        let last = |is: fn(&Cell) -> bool| self.cells.iter().rposition(is);
        last(|cell| matches!(cell, Cell::Amount(exact, _) if !exact.is_zero()))
            .or_else(|| last(|cell| matches!(cell, Cell::Amount(..))))
            .or_else(|| last(|cell| matches!(cell, Cell::Held | Cell::Unknown)))
    }
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub enum AfterRow {
    /// A section begins; its words, whole and short.
    Head([String; 2]),
    /// Figures by year.
    Years(YearsRow),
    /// How the row above differs from the baseline.
    Change(YearsRow),
    /// A sentence.
    Words(String),
    /// What somebody said: date, who, what.
    Said(usize, [String; 3]),
}

impl AfterRow {
    /// Whether the cursor can stand on it.
    pub const fn is_selectable(&self) -> bool {
        matches!(self, Self::Years(_) | Self::Said(..))
    }

    /// What it is about, if Explore has it.
    pub const fn node(&self) -> Option<Node> {
        match self {
            Self::Years(own) => own.node,
            _ => None,
        }
    }

    /// Its lever.
    pub fn lever(&self) -> Option<&LeverRow> {
        match self {
            Self::Years(own) => own.lever.as_ref(),
            _ => None,
        }
    }

    /// What it can be found by.
    pub fn name(&self) -> String {
        match self {
            Self::Head([words, _]) | Self::Words(words) => words.clone(),
            Self::Years(own) | Self::Change(own) => own.names.join("\n"),
            Self::Said(_, [_, who, what]) => format!("{who}\n{what}"),
        }
    }

    /// The row for those who hear it.
    pub fn sentence(&self, session: &Session, years: &[String]) -> String {
        match self {
            Self::Head([words, _]) => format!("{words}:"),
            Self::Words(words) => words.clone(),
            Self::Said(place, _) => told(&session.now().words.events[*place]),
            Self::Years(own) | Self::Change(own) => {
                let cells = years.iter().zip(&own.cells).filter_map(|(year, cell)| {
                    let said = cell.said(own.lever.as_ref())?;
                    Some(format!("{year} {said}"))
                });
                let cells: Vec<String> = cells.collect();
                format!("{}: {}", own.names[0], cells.join(", "))
            }
        }
    }
}

impl Cell {
    fn said(&self, lever: Option<&LeverRow>) -> Option<String> {
        match self {
            Self::Amount(exact, _) => Some(format::exact(*exact, Minus::Sign)),
            Self::Change(figure) => Some(figure.change_column().0.split_whitespace().collect()),
            Self::Unknown => Some("not known".to_owned()),
            Self::Held => lever.map(|row| row.value.clone()),
            Self::Never | Self::Blank => None,
        }
    }
}

/// The rows that differ from the baseline, or whose lever was moved.
pub(super) fn changed(rows: Vec<AfterRow>) -> Vec<AfterRow> {
    let moved = |row: &AfterRow| row.lever().is_some_and(|lever| lever.moved);
    let differs = |at: usize| matches!(rows.get(at), Some(AfterRow::Change(_)));
    let keep = |at: usize| moved(&rows[at]) || differs(at) || differs(at + 1);
    let kept: Vec<bool> = (0..rows.len()).map(keep).collect();
    rows.into_iter().zip(kept).filter_map(|(row, kept)| kept.then_some(row)).collect()
}
