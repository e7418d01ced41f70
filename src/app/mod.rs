//! Floor 9: the program's state and what happens next, decided without a terminal.
//!
//! Here belongs whatever a test can ask without a screen: which key does what, where the cursor is,
//! which rows a list has, what a change leads to, which words the message line says. How it looks
//! belongs to `view`, the world (terminal, files, clipboard, signals) to `terminal`.

mod action;
mod key;
pub mod keymap;
mod look;
mod message;

pub use action::{Action, Change, Find, Give, Move, Open, Program, Recall, Tree};
pub use key::{Code, Key, NoSuchKey};
pub use look::Look;
pub use message::{Area, Effect, FileToWrite, Message, Mouse, Performed, Spot};
