//! Why a lever does not move, in a sentence a person can act on.

use std::fmt;

/// A change that was refused: nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong, why, and what to do.
    pub message: String,
    /// The nearest right name, where one is near.
    pub nearest: Option<String>,
}

impl Refusal {
    /// A refusal in these words.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), nearest: None }
    }

    /// The same, with the nearest right name to offer.
    pub fn with_nearest(message: impl Into<String>, nearest: Option<String>) -> Self {
        Self { message: message.into(), nearest }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        match &self.nearest {
            Some(name) => write!(f, " Did you mean `{name}`?"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Refusal {}
