//! A name being looked for: every letter moves the cursor to the first that has it.

use tui_input::Input;

use super::entry::request;
use crate::app::key::Key;

/// The line that finds a name.
#[derive(Debug)]
pub struct Finder {
    /// What is typed so far.
    pub input: Input,
    /// Where the cursor was, as a place among the names.
    pub from: usize,
    /// Which pane had the focus.
    pub pane: usize,
    /// How many names have it.
    pub found: usize,
}

impl Finder {
    /// Opens the line at a place among the names, from a pane.
    pub fn new(from: usize, pane: usize) -> Self {
        Self { input: Input::default(), from, pane, found: 0 }
    }

    /// Takes a key; answers whether the text changed.
    pub fn take(&mut self, key: Key) -> bool {
        request(key)
            .and_then(|request| self.input.handle(request))
            .is_some_and(|changed| changed.value)
    }
}

/// The names that hold some words, whatever their case, as places in the list.
pub fn matches(names: &[String], sought: &str) -> Vec<usize> {
    let sought = sought.trim().to_lowercase();
    let has = |place: &usize| names[*place].to_lowercase().contains(&sought);
    if sought.is_empty() { Vec::new() } else { (0..names.len()).filter(has).collect() }
}

/// The match after or before a place; goes round.
pub fn next(names: &[String], sought: &str, (from, forward): (usize, bool)) -> Option<usize> {
    let matches = matches(names, sought);
    let earlier = matches.partition_point(|place| *place < from);
    let here = usize::from(matches.get(earlier) == Some(&from));
    match forward {
        true => matches.get(earlier + here).or(matches.first()).copied(),
        false => matches[..earlier].last().or(matches.last()).copied(),
    }
}
