//! What takes the whole screen for itself: showing something to a room, learning.
//!
//! Each works on a scenario of its own; what the analyst works on waits as it is.

use super::keymap::Context;
use super::present::{Present, Typing};

/// What has the whole screen.
#[derive(Debug)]
pub enum Mode {
    /// A story, told to a room.
    Present(Box<Present>),
}

impl Mode {
    /// The situations in which its keys are looked up.
    pub fn contexts(&self) -> &'static [Context] {
        match self {
            Self::Present(own) if own.blank => &[],
            Self::Present(own) => match &own.typing {
                Some(Typing::Title(_)) => &[Context::SlideTitle],
                Some(Typing::Seek(_)) => &[Context::Seek],
                None => &[Context::Present],
            },
        }
    }
}
