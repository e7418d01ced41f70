//! Knock-on costs: the part of a cut that returns as cost elsewhere. Off unless somebody asks.

use crate::money::Share;

/// What a study says returns of a cut: evidence is small, so it counts only while it is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnockOn {
    /// The programmes whose cuts it follows, as places in the scenario's list.
    pub programmes: Vec<usize>,
    /// The part of a cut that returns.
    pub returns: Share,
    /// The range in which the source puts that part.
    pub between: (Share, Share),
    /// The body whose result bears it, as a place in the scenario's list; else it is only shown.
    pub to: Option<usize>,
    /// Whether it comes a year later, so that no result of this year bears it.
    pub next_year: bool,
    /// Whether it counts.
    pub on: bool,
}
