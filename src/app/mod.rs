//! Floor 9: the program's state and what happens next, decided without a terminal.
//!
//! Here belongs whatever a test can ask without a screen: which key does what, where the cursor is,
//! which rows a list has, what a change leads to, which words the message line says. How it looks
//! belongs to `view`, the world (terminal, files, clipboard, signals) to `terminal`.

mod action;
pub mod compare;
pub mod councils;
pub mod explain;
pub mod explore;
pub mod fairness;
pub mod fit;
mod key;
pub mod keymap;
pub mod learn;
mod look;
mod mark;
mod message;
mod mode;
mod nudge;
pub mod over;
pub mod present;
mod problems;
pub mod results;
mod said;
mod screen;
mod screens;
mod session;
pub mod shelf;
pub mod sign_up;
pub mod sources;
mod state;
pub mod steps;
pub mod timeline;
mod update;

pub use action::{
    Action, Beside, Change, Find, Give, Move, Open, Program, Recall, Show, Study, Tree,
};
pub use key::{Code, Key, NoSuchKey};
pub use look::Look;
pub use mark::Mark;
pub use message::{
    Area, Effect, FileToWrite, Hindered, Hindrance, Lay, Message, Mouse, Opening, Paper, Performed,
    Spot,
};
pub use mode::Mode;
pub use problems::Problems;
pub use said::{Headline, Line, Tone};
pub use screen::{Screen, TABS, Tab};
pub use screens::{Room, Screens};
pub use session::Session;
pub use state::{App, Origin, Setup, Work};
pub use update::sentences;
