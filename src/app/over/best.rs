//! Words found by any of their letters, the best first.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher};

/// The places of the words that hold what is typed, the best match first.
pub fn best(words: impl Iterator<Item = String>, typed: &str) -> Vec<usize> {
    let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let rows = words.enumerate().map(|(place, text)| Row { text, place });
    let found = pattern.match_list(rows, &mut matcher);
    found.into_iter().map(|(row, _)| row.place).collect()
}

struct Row {
    text: String,
    place: usize,
}

impl AsRef<str> for Row {
    fn as_ref(&self) -> &str {
        &self.text
    }
}
