//! The one table of keys: dispatch, the footer, `?`, the palette, `fairshare keys` and the README
//! all read it, so that help cannot say what the program does not do.
//!
//! What an action does stands in `update`; a key that only a later screen needs comes with it.

mod beside;
mod context;
mod go_to;
mod in_panes;
mod learn;
mod on_screen;
mod on_value;
mod over;
mod present;
mod shorthand;

pub use context::Context;

use super::action::Action;
use super::key::{Code, Key};

/// Under which heading a row stands in the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Changing a value.
    Values,
    /// Moving about.
    Moving,
    /// Shaping what is seen.
    View,
    /// Going back.
    History,
    /// Finding.
    Find,
    /// Before a room.
    Present,
    /// In a lesson.
    Learn,
    /// Files and the way out.
    Program,
}

impl Group {
    /// Its heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Values => "Change a value",
            Self::Moving => "Move about",
            Self::View => "See more or less",
            Self::History => "Take back",
            Self::Find => "Find",
            Self::Present => "Present",
            Self::Learn => "Learn",
            Self::Program => "Files, copies, leaving",
        }
    }
}

/// Whether and where the footer names a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Foot {
    /// Not at all.
    No,
    /// At the left, among the keys of what has the focus; the first rows stay longest.
    Left,
    /// At the right, among the keys that always work.
    Right,
}

/// One row: what some keys do in some situations, and the words for it.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Where it holds.
    pub within: &'static [Context],
    /// The keys and what each does.
    pub keys: &'static [(Key, Action)],
    /// What they do, in words that stand alone.
    pub words: &'static str,
    /// The same for the footer.
    pub brief: &'static str,
    /// Its heading in the help.
    pub group: Group,
    /// Its place in the footer.
    pub foot: Foot,
}

impl Row {
    /// The keys as people write them, each once: `←→ h l`.
    pub fn label(&self) -> String {
        let keys: Vec<String> = self.keys.iter().map(|(key, _)| symbol(*key)).collect();
        join(&keys)
    }

    /// The keys that the footer shows: the first for each action.
    pub fn short_label(&self) -> String {
        let mut seen = Vec::new();
        let mut keys = Vec::new();
        for (key, action) in self.keys {
            let is_arrow = matches!(key.code, Code::Left | Code::Right | Code::Up | Code::Down);
            if !seen.contains(action) && (is_arrow || keys.is_empty()) {
                seen.push(*action);
                keys.push(symbol(*key));
            }
        }
        join(&keys)
    }
}

/// Puts keys side by side: `←→`, `Shift-←→`, `n N`.
fn join(keys: &[String]) -> String {
    let mut all = String::new();
    let mut last: Option<&String> = None;
    for key in keys {
        let arrow = key.chars().next_back().filter(|c| "←→↑↓".contains(*c));
        let held = &key[..key.len() - arrow.map_or(0, char::len_utf8)];
        let follows = last.is_some_and(|last| {
            let ends_in_arrow = last.chars().next_back().is_some_and(|c| "←→↑↓".contains(c));
            ends_in_arrow
                && last.starts_with(held)
                && last.chars().count() == held.chars().count() + 1
        });
        match arrow {
            Some(arrow) if follows => all.push(arrow),
            _ => {
                if !all.is_empty() {
                    all.push(' ');
                }
                all.push_str(key);
            }
        }
        last = Some(key);
    }
    all
}

/// A key's text with arrows drawn as arrows.
pub fn symbol(key: Key) -> String {
    let arrow = match key.code {
        Code::Left => "←",
        Code::Right => "→",
        Code::Up => "↑",
        Code::Down => "↓",
        _ => return key.to_string(),
    };
    let text = key.to_string();
    let held = text.rfind('-').map_or("", |at| &text[..=at]);
    format!("{held}{arrow}")
}

/// What a key does in these situations, the first of them first.
pub fn lookup(active: &[Context], key: Key) -> Option<Action> {
    rows(active).find_map(|row| row.keys.iter().find(|(own, _)| *own == key)).map(|(_, a)| *a)
}

/// The rows that hold in these situations, in the order of the table.
pub fn rows(active: &[Context]) -> impl Iterator<Item = &'static Row> {
    table().filter(move |row| row.within.iter().any(|context| active.contains(context)))
}

/// Every row of the program.
pub fn table() -> impl Iterator<Item = &'static Row> {
    go_to::ROWS
        .iter()
        .chain(over::ROWS)
        .chain(on_value::ROWS)
        .chain(in_panes::ROWS)
        .chain(beside::ROWS)
        .chain(learn::ROWS)
        .chain(present::ROWS)
        .chain(on_screen::ROWS)
}
