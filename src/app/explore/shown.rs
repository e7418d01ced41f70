//! What is shown of a big tree, and in which order: the filter and the sorting, with their words.

/// In which order siblings of the tree stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// As in the file.
    #[default]
    File,
    /// The largest ask first.
    Ask,
    /// The largest change first.
    Change,
    /// By name.
    Name,
}

impl Order {
    /// The next order.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::File => Self::Ask,
            Self::Ask => Self::Change,
            Self::Change => Self::Name,
            Self::Name => Self::File,
        }
    }

    /// What it is, for the message line.
    pub const fn words(self) -> &'static str {
        match self {
            Self::File => "as in the file",
            Self::Ask => "by ask, the largest first",
            Self::Change => "by change, the largest first",
            Self::Name => "by name",
        }
    }

    /// The same for a heading; of the usual order nothing is said.
    pub const fn brief(self) -> &'static str {
        match self {
            Self::File => "",
            Self::Ask => "by ask",
            Self::Change => "by change",
            Self::Name => "by name",
        }
    }
}

/// Which rows are shown. What is selected stays in sight, and so does all above it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Filter {
    /// Everything.
    #[default]
    All,
    /// Only what differs from the baseline, and what it is part of.
    Changed,
    /// Only programmes that lose money or start late, and who has them.
    Hit,
}

impl Filter {
    /// What it is, for a heading; of everything nothing is said.
    pub const fn brief(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Changed => "what differs",
            Self::Hit => "what is hit",
        }
    }

    /// This, or everything where this is shown already.
    #[must_use]
    pub fn toggled(self, to: Self) -> Self {
        if self == to { Self::All } else { to }
    }
}
