//! Why a call comes to nothing, in words and as an exit code.

use std::fmt::Display;

/// Why a call comes to nothing.
#[derive(Debug)]
pub(super) enum Failure {
    /// The call was wrong: exit code 2.
    Call(String),
    /// The scenario has faults: exit code 1.
    Faults {
        /// What was asked for all the same: for stdout.
        data: String,
        /// What is said of it: for stderr.
        talk: String,
    },
}

impl Failure {
    /// A wrong call, said in a sentence.
    pub(super) fn call(sentence: impl Display) -> Self {
        Self::Call(sentence.to_string())
    }
}
