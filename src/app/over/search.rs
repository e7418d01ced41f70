//! A list found by some letters of its words: the line, what fits, the cursor.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher};
use tui_input::Input;

use super::entry::request;
use crate::app::key::Key;

/// A list, and what was found of it.
#[derive(Debug)]
pub struct Search<T> {
    /// What is typed so far.
    pub input: Input,
    /// Everything that can be found.
    pub all: Vec<T>,
    /// What fits, the best first, as places in `all`.
    pub found: Vec<usize>,
    /// Whether nothing holds what is typed as it is, so that what comes near was found.
    pub is_near: bool,
    /// The row under the cursor, as a place in `found`.
    pub cursor: usize,
}

impl<T> Search<T> {
    /// Everything fits while nothing is typed.
    pub fn new(all: Vec<T>) -> Self {
        let found = (0..all.len()).collect();
        Self { input: Input::default(), all, found, is_near: false, cursor: 0 }
    }

    /// Takes a key, and finds anew among these words if the text changed.
    pub fn take(&mut self, key: Key, words: impl Fn(&T) -> String) {
        let changed = request(key).and_then(|request| self.input.handle(request));
        if changed.is_some_and(|changed| changed.value) {
            let words: Vec<String> = self.all.iter().map(words).collect();
            (self.found, self.is_near) = best(&words, self.input.value());
            self.cursor = 0;
        }
    }

    /// Moves the cursor.
    pub fn step(&mut self, down: bool) {
        let last = self.found.len().saturating_sub(1);
        self.cursor =
            if down { (self.cursor + 1).min(last) } else { self.cursor.saturating_sub(1) };
    }

    /// Puts the cursor on a row. Answers whether it was there.
    pub fn select(&mut self, row: usize) -> bool {
        let again = self.cursor == row;
        self.cursor = row.min(self.found.len().saturating_sub(1));
        again
    }

    /// What is under the cursor.
    pub fn chosen(&self) -> Option<&T> {
        self.found.get(self.cursor).map(|place| &self.all[*place])
    }
}

/// The places of the words that hold each word that is typed, the best match first; where none does,
/// of those that have its letters in that order, and that it is so.
fn best(words: &[String], typed: &str) -> (Vec<usize>, bool) {
    let (case, normal) = (CaseMatching::Ignore, Normalization::Smart);
    let mut held = matching(words, &Pattern::new(typed, case, normal, AtomKind::Substring));
    if !held.is_empty() {
        // Whoever types a whole name means that.
        let whole = typed.trim().to_lowercase();
        held.sort_by_key(|place| words[*place].to_lowercase() != whole);
        return (held, false);
    }
    let near = matching(words, &Pattern::parse(typed, case, normal));
    let is_near = !near.is_empty();
    (near, is_near)
}

fn matching(words: &[String], pattern: &Pattern) -> Vec<usize> {
    let mut matcher = Matcher::new(Config::DEFAULT);
    let rows = words.iter().enumerate().map(|(place, text)| Row { text, place });
    let found = pattern.match_list(rows, &mut matcher);
    found.into_iter().map(|(row, _)| row.place).collect()
}

struct Row<'a> {
    text: &'a str,
    place: usize,
}

impl AsRef<str> for Row<'_> {
    fn as_ref(&self) -> &str {
        self.text
    }
}
