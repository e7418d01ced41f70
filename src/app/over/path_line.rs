//! The path of a file, being typed.

use tui_input::Input;

use super::entry::request;
use crate::app::key::Key;

/// The line that takes a path. What is done with the file, whoever asked for it knows.
#[derive(Debug, Default)]
pub struct PathLine {
    /// What is typed so far.
    pub input: Input,
}

impl PathLine {
    /// Takes a key.
    pub fn take(&mut self, key: Key) {
        let _ = request(key).and_then(|request| self.input.handle(request));
    }

    /// Takes pasted text, without its line breaks.
    pub fn paste(&mut self, text: &str) {
        for letter in text.chars().filter(|letter| !letter.is_control()) {
            let _ = self.input.handle(tui_input::InputRequest::InsertChar(letter));
        }
    }
}
