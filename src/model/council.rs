//! Councils: whom a CCG’s people belong to. A council carries no ask; it takes part or refuses.

use super::Stance;

/// An upper-tier council.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Council {
    /// Whether it takes part: one that refuses withdraws its part of joint programmes, and a saving
    /// that needs it delivers nothing.
    pub stance: Stance,
    /// Its residents; unknown is `None`.
    pub population: Option<u64>,
}

/// Somebody whom a saving or a joint programme needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Partner {
    /// A body, as a place in the scenario's list.
    Body(usize),
    /// A council, as a place in the scenario's list.
    Council(usize),
}
