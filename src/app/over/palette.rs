//! All commands and all names, found by any letters of their words.

use tui_input::Input;

use super::best::best;
use super::entry::request;
use crate::app::action::{Action, Open};
use crate::app::explore::{has_place, is_part};
use crate::app::key::Key;
use crate::app::keymap::{self, Context};
use crate::app::screen::TABS;
use crate::levers::{all_nodes, whose};
use crate::model::{Node, Scenario};

/// What a row of the palette does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// What a key does.
    Do(Action),
    /// Goes to a node.
    Go(Node),
}

/// The line, what it finds and the cursor.
#[derive(Debug)]
pub struct Palette {
    /// What is typed so far.
    pub input: Input,
    /// Words, the key or place that they stand for, what they do.
    pub all: Vec<(String, String, Command)>,
    /// What fits, the best first, as places in `all`.
    pub found: Vec<usize>,
    /// The row under the cursor.
    pub cursor: usize,
}

impl Palette {
    /// All commands of some situations, all screens and all names of a scenario.
    pub fn new(contexts: &[Context], scenario: &Scenario) -> Self {
        let commands = keymap::rows(contexts).filter_map(|row| {
            let (_, action) = row.keys.first()?;
            Some((row.words.to_owned(), row.label(), Command::Do(*action)))
        });
        let screens = TABS.iter().map(|tab| {
            let go = Command::Do(Action::Open(Open::Screen(tab.screen)));
            (format!("go to {}", tab.words), format!("g {}", tab.letter), go)
        });
        let nodes = all_nodes(scenario).into_iter().filter_map(|node| {
            let words = scenario.words.of(node);
            let shown = !words.id.is_empty() && has_place(scenario, node);
            let part = if is_part(node) { whose(scenario, node) } else { words.name.clone() };
            shown.then(|| (format!("go to {part}"), words.id.clone(), Command::Go(node)))
        });
        let all: Vec<_> = commands.chain(screens).chain(nodes).collect();
        let found = (0..all.len()).collect();
        Self { input: Input::default(), all, found, cursor: 0 }
    }

    /// Takes a key, and finds anew if the text changed.
    pub fn take(&mut self, key: Key) {
        let changed = request(key).and_then(|request| self.input.handle(request));
        if changed.is_some_and(|changed| changed.value) {
            self.find();
        }
    }

    /// The row under the cursor.
    pub fn command(&self) -> Option<Command> {
        self.found.get(self.cursor).map(|&place| self.all[place].2)
    }

    fn find(&mut self) {
        let words = self.all.iter().map(|(words, key, _)| format!("{words} {key}"));
        self.found = best(words, self.input.value());
        self.cursor = 0;
    }
}
