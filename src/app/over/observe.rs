//! A share of one's own being typed: who was asked, and for how much.

use tui_input::Input;

use super::entry::request;
use crate::app::key::Key;

/// The line that a share is typed in.
#[derive(Debug, Default)]
pub struct Observe {
    /// What is typed so far.
    pub input: Input,
}

impl Observe {
    /// Takes a key.
    pub fn take(&mut self, key: Key) {
        if let Some(request) = request(key) {
            self.input.handle(request);
        }
    }

    /// Takes pasted text, its first line.
    pub fn paste(&mut self, text: &str) {
        let line = text.lines().next().unwrap_or_default();
        for c in line.chars().filter(|c| !c.is_control()).take(MOST) {
            self.input.handle(tui_input::InputRequest::InsertChar(c));
        }
    }
}

/// Longer input names nobody.
const MOST: usize = 200;
