//! The Problems screen: what is wrong with a file, one row a fault.
//!
//! The faults themselves are the document's; this is only where the cursor is.

use crate::document::Diagnostic;

/// The faults of a file that cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems {
    /// The file's name.
    pub file: String,
    /// Its text, as far as it could be read.
    pub text: String,
    /// Every fault, in the order of the file.
    pub faults: Vec<Diagnostic>,
    /// The row under the cursor.
    pub cursor: usize,
}

impl Problems {
    /// The faults of a file.
    pub fn new(file: String, text: String, faults: Vec<Diagnostic>) -> Self {
        Self { file, text, faults, cursor: 0 }
    }

    /// The fault under the cursor.
    pub fn selected(&self) -> Option<&Diagnostic> {
        self.faults.get(self.cursor)
    }
}
