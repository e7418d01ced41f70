//! Councils: whom a CCG’s people belong to. A council carries no ask; it takes part or refuses.

/// An upper-tier council.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Council {
    /// Whether it refuses: then it withdraws its part of joint programmes, and a saving that needs
    /// it delivers nothing. It carries no ask, so there is nothing to be exempt from.
    pub refuses: bool,
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
