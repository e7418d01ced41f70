//! The mark behind a value that begins with a figure nobody published.

use super::session::Session;
use crate::levers::Lever;
use crate::model::Standing;

/// How such a figure was come by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Worked out from other figures.
    Derived,
    /// Needed, and not known.
    Assumed,
}

impl Mark {
    /// The mark of a lever's value; what was changed is no longer the file's figure and has none.
    pub fn of(session: &Session, lever: Lever) -> Option<Self> {
        let changed = lever.get(session.now()) != lever.get(session.file());
        lever.standing(session.file()).filter(|_| !changed).and_then(Self::of_standing)
    }

    /// The mark of a standing; what was published or reported has none.
    pub const fn of_standing(standing: Standing) -> Option<Self> {
        match standing {
            Standing::Derived => Some(Self::Derived),
            Standing::Assumed => Some(Self::Assumed),
            Standing::Published | Standing::Reported | Standing::Plain => None,
        }
    }

    /// The sign on screen, one column wide.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Derived => "≈",
            Self::Assumed => "?",
        }
    }

    /// What the sign means.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Derived => "derived",
            Self::Assumed => "assumed",
        }
    }
}
