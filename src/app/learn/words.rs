//! The words of the field, found by some of their letters, each with an example from the scenario.

use tui_input::Input;

use crate::app::key::Key;
use crate::app::over::{best, request};
use crate::report::explain::{Term, terms};

/// The line, what it finds and the cursor.
#[derive(Debug)]
pub struct Words {
    /// What is typed so far.
    pub input: Input,
    /// All words.
    pub all: Vec<Term>,
    /// Those that fit, the best first, as places in `all`.
    pub found: Vec<usize>,
    /// The word under the cursor.
    pub cursor: usize,
}

impl Default for Words {
    fn default() -> Self {
        let all: Vec<Term> = terms().collect();
        let found = (0..all.len()).collect();
        Self { input: Input::default(), all, found, cursor: 0 }
    }
}

impl Words {
    /// Takes a key, and finds anew if the text changed.
    pub fn take(&mut self, key: Key) {
        let changed = request(key).and_then(|request| self.input.handle(request));
        if changed.is_some_and(|changed| changed.value) {
            self.found = best(self.all.iter().map(|own| own.word.to_owned()), self.input.value());
            self.cursor = 0;
        }
    }

    /// Moves the cursor.
    pub fn step(&mut self, down: bool) {
        let last = self.found.len().saturating_sub(1);
        self.cursor =
            if down { (self.cursor + 1).min(last) } else { self.cursor.saturating_sub(1) };
    }

    /// The word under the cursor.
    pub fn term(&self) -> Option<Term> {
        self.found.get(self.cursor).map(|place| self.all[*place])
    }
}
