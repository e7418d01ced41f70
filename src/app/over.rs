//! What lies over a screen: a list to choose from, a field to type in, a question.
//!
//! Each is a struct of its own; the last one opened has the keys. What they do when they are left is
//! in `update`.

mod card;
mod effects;
mod entry;
mod finder;
mod keys;
mod meaning;
mod observe;
mod palette;
mod path_line;
mod picker;
mod rules;
mod search;

pub use card::{Card, CardRow, Fact};
pub use effects::{Effect, Effects};
pub use entry::Entry;
pub(super) use entry::request;
pub use finder::{Finder, matches, next as next_match};
pub use keys::KeyList;
pub use meaning::{meaning, measures, payers};
pub use observe::Observe;
pub use palette::{Command, Palette, PaletteRow};
pub use path_line::PathLine;
pub use picker::{Addition, Item, Offer, Picker};
pub use search::Search;

use std::path::PathBuf;

use super::keymap::Context;
use super::message::{Effect as Wish, Hindered, Lay};
use crate::document::claim::Holder;
use crate::document::overlay::Overlay;

/// One thing that lies over the screen.
#[derive(Debug)]
pub enum Over {
    /// A list to choose from, previewed as the cursor moves.
    Picker(Picker),
    /// A value being typed.
    Entry(Entry),
    /// A name being looked for.
    Find(Finder),
    /// A share of one's own being typed.
    Observe(Observe),
    /// A command being looked for.
    Palette(Palette),
    /// The keys that work here.
    Keys(KeyList),
    /// Where a number comes from.
    Card(Card),
    /// The path of a file, being typed, and what is done with the file.
    Path(PathLine, Lay),
    /// The letters that go somewhere, after `g`.
    GoTo,
    /// A question.
    Question(Question),
}

/// A question that has to be answered first.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// There are changes that no file holds.
    Leave(Exit),
    /// Changes were kept when the program ended unasked: are they wanted?
    TakeUp(TakeUp),
    /// A file of that name is not this run's to replace.
    Replace(Hindered),
    /// Another process has the same overlay open: no question, but to be read.
    Beside(Holder),
}

/// Where the way out of what is open leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exit {
    /// To the shell.
    Shell,
    /// To another scenario, by its name or path.
    Scenario(PathBuf),
}

/// Changes of an earlier run that no file holds.
#[derive(Clone, Debug, PartialEq)]
pub struct TakeUp {
    /// The changes, with the scenario that they were made on.
    pub overlay: Overlay,
    /// When they were kept, in words: `10:42`.
    pub when: String,
}

impl Exit {
    /// What the world is asked to do once nothing would be lost.
    pub(super) fn effect(self) -> Wish {
        match self {
            Self::Shell => Wish::Leave,
            Self::Scenario(path) => Wish::Reopen(path),
        }
    }
}

impl Over {
    /// The situations in which its keys are looked up.
    pub fn contexts(&self) -> &'static [Context] {
        match self {
            Self::Picker(own) if own.find.is_some() => &[Context::FindLine],
            Self::Picker(own) if own.is_to_read() => {
                &[Context::ToRead, Context::List, Context::Everywhere]
            }
            Self::Picker(_) => &[Context::Picker, Context::List, Context::Everywhere],
            Self::Entry(_) => &[Context::Entry],
            Self::Find(_) => &[Context::FindLine],
            Self::Observe(_) => &[Context::OwnShare],
            Self::Palette(_) => &[Context::Palette],
            Self::Path(..) => &[Context::PathLine],
            Self::Keys(_) => &[Context::Keys, Context::List],
            Self::Card(_) => &[Context::Card, Context::List, Context::Everywhere],
            Self::GoTo => &[Context::GoTo],
            Self::Question(Question::Leave(Exit::Shell)) => &[Context::Question],
            Self::Question(Question::Leave(Exit::Scenario(_))) => &[Context::Exchange],
            Self::Question(Question::Replace(_)) => &[Context::Replace],
            Self::Question(Question::TakeUp(_)) => &[Context::TakeUp],
            Self::Question(Question::Beside(_)) => &[Context::Beside],
        }
    }
}
