//! Buffers that a split borrows and gives back, so that a warm one allocates nothing.

use super::child::Child;
use crate::money::Part;

/// What holds a child in a water-filling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hold {
    /// Nothing: its share follows its weight.
    Free,
    /// Its floor.
    Floor,
    /// Its cap.
    Cap,
    /// Below its floor in this round; to be held there if floors outweigh caps.
    BelowFloor,
    /// Above its cap in this round; to be held there if caps outweigh floors.
    AboveCap,
}

/// The buffers for one number type.
#[derive(Debug)]
pub(super) struct Pool<I> {
    free: Vec<Vec<I>>,
    /// What holds each child; empty between water-fillings.
    pub(super) holds: Vec<Hold>,
    /// The entries of the vector that is being rounded.
    pub(super) parts: Vec<Part<I>>,
    /// An order of children.
    pub(super) order: Vec<usize>,
    /// The payers of a layer, and where each stands among all; empty between layers.
    pub(super) payers: (Vec<Child>, Vec<usize>),
}

impl<I> Pool<I> {
    /// An empty buffer.
    pub(super) fn take(&mut self) -> Vec<I> {
        self.free.pop().unwrap_or_default()
    }

    /// Takes a buffer back.
    pub(super) fn give(&mut self, mut buffer: Vec<I>) {
        buffer.clear();
        self.free.push(buffer);
    }
}

impl<I> Default for Pool<I> {
    fn default() -> Self {
        Self {
            free: Vec::new(),
            holds: Vec::new(),
            parts: Vec::new(),
            order: Vec::new(),
            payers: (Vec::new(), Vec::new()),
        }
    }
}
