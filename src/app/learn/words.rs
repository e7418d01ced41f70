//! The words of the field, found by some of their letters.

use crate::app::over::Search;
use crate::report::explain::{Term, terms};

/// The words of the field.
pub type Words = Search<Term>;

impl Default for Words {
    fn default() -> Self {
        Self::new(terms())
    }
}
