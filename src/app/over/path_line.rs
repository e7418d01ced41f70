//! The path of a file, being typed.

use tui_input::Input;

use super::entry::request;
use crate::app::Lay;
use crate::app::key::Key;

/// The line that takes a path.
#[derive(Debug)]
pub struct PathLine {
    /// What is typed so far.
    pub input: Input,
    /// What is done with the file.
    pub lay: Lay,
}

impl PathLine {
    /// An empty line.
    pub fn new(lay: Lay) -> Self {
        Self { input: Input::default(), lay }
    }

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
