//! Up to four scenarios side by side: the inputs that differ, what comes of them, ranked by effect.
//!
//! The command and the screen both ask here, so that they cannot differ by a penny. Sides may come
//! from different files: what stands beside what is decided by paths.

mod alignment;
mod bearers;
mod inputs;
mod outcomes;
mod side;

pub use alignment::{Alignment, Place};
pub use inputs::Input;
pub use outcomes::{Cell, Order, Row, Section, Wanted, difference};
pub use side::{Kept, Side};

use crate::engine::ProgrammeOutcome;
use crate::model::{Node, NodeWords};

/// So many can stand side by side.
pub const MOST: usize = 4;

/// The letters by which sides are spoken of.
pub const LETTERS: [&str; MOST] = ["A", "B", "C", "D"];

/// Sides that are compared with one of them.
#[derive(Clone, Copy, Debug)]
pub struct Comparison<'c> {
    /// The sides, at most [`MOST`].
    pub sides: &'c [Side<'c>],
    /// Which of them the others are measured against.
    pub baseline: usize,
    /// What of one side stands beside what of another.
    pub alignment: &'c Alignment,
}

impl Comparison<'_> {
    /// What is said of a place, by the first side that has it, the baseline before others.
    pub fn words_of(&self, place: &Place) -> Option<&NodeWords> {
        let sides = std::iter::once(self.baseline).chain(0..self.sides.len());
        let mut held = sides.filter_map(|side| Some((side, place.nodes.get(side).copied()??)));
        held.next().map(|(side, node)| self.sides[side].now.words.of(node))
    }

    /// What becomes of the programme that a row is about, on a side.
    pub fn programme(&self, row: &Row, side: usize) -> Option<&ProgrammeOutcome> {
        match row.cells[side].node? {
            Node::Programme(place) => self.sides[side].outcome.programmes.get(place),
            _ => None,
        }
    }

    /// Whether a head is a registered person, as far as anybody’s are known; else a resident.
    pub fn counts_registered(&self) -> bool {
        bearers::per_head(self.sides) == bearers::REGISTERED
    }
}
