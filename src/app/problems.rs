//! The Problems screen: what is wrong with a file, one row a fault.
//!
//! The faults themselves are the document's; this is only where the cursor is.

use crate::document::{Diagnostic, Faulty};

/// The faults of a file that cannot be opened.
#[derive(Clone, Debug)]
pub struct Problems {
    /// The file and its faults, in the order of the file.
    pub faulty: Faulty,
    /// The row under the cursor.
    pub cursor: usize,
}

impl Problems {
    /// The faults of a file.
    pub const fn new(faulty: Faulty) -> Self {
        Self { faulty, cursor: 0 }
    }

    /// The faults.
    pub fn faults(&self) -> &[Diagnostic] {
        &self.faulty.faults
    }

    /// The fault under the cursor.
    pub fn selected(&self) -> Option<&Diagnostic> {
        self.faults().get(self.cursor)
    }
}
