//! The keys that work in a situation, as a list that can also do them.

use crate::app::keymap::{self, Context, Row};

/// The list and its cursor.
#[derive(Debug)]
pub struct KeyList {
    /// The rows, by group.
    pub rows: Vec<&'static Row>,
    /// The row under the cursor.
    pub cursor: usize,
}

impl KeyList {
    /// The keys of these situations.
    pub fn new(contexts: &[Context]) -> Self {
        let mut rows: Vec<&'static Row> = keymap::rows(contexts).collect();
        rows.sort_by_key(|row| row.group);
        Self { rows, cursor: 0 }
    }
}
