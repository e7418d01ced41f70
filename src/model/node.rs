//! A node of the tree, as a place that can be copied.

/// One node of a scenario: which list it stands in and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Node {
    /// The country, where the file describes one.
    Nation,
    /// A region.
    Region(usize),
    /// A system.
    System(usize),
    /// A savings scheme of a system.
    Saving(usize),
    /// A group of a system.
    Group(usize),
    /// A body.
    Body(usize),
    /// A programme of a body.
    Programme(usize),
    /// A council.
    Council(usize),
    /// A part of a body's or system's support.
    Support(usize),
    /// A weighted condition of one.
    Condition(usize),
    /// What a partner pays towards a programme.
    JointPart(usize),
    /// A knock-on cost.
    KnockOn(usize),
    /// A key test.
    KeyTest(usize),
    /// A body's pay for performance.
    Performance(usize),
}

impl Node {
    /// Whether it has a row in the tree of who is asked.
    pub const fn is_in_tree(self) -> bool {
        matches!(
            self,
            Self::Nation | Self::Region(_) | Self::System(_) | Self::Group(_) | Self::Body(_)
        )
    }
}
