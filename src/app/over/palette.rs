//! All commands and all names, found by any letters of their words.

use super::search::Search;
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

/// A row: its words, the key or place that they stand for, what it does.
pub type PaletteRow = (String, String, Command);

/// All commands and all names.
pub type Palette = Search<PaletteRow>;

impl Palette {
    /// All commands of some situations, all screens and all names of a scenario.
    pub fn of(contexts: &[Context], scenario: &Scenario) -> Self {
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
        Self::new(commands.chain(screens).chain(nodes).collect())
    }

    /// The command under the cursor.
    pub fn command(&self) -> Option<Command> {
        self.chosen().map(|(_, _, command)| *command)
    }

    /// Takes a key.
    pub fn follow(&mut self, key: Key) {
        self.take(key, |(words, key, _)| format!("{words} {key}"));
    }
}
