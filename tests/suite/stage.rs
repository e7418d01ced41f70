//! A stage for tests of the screen: a program on cells, played with keys, looked at as text.

use std::path::PathBuf;
use std::sync::OnceLock;

use fairshare::app::{App, Effect, Key, Look, Message, Origin, Setup};
use fairshare::document;
use fairshare::document::overlay::Overlay;
use fairshare::document::progress::Progress;
use fairshare::model::Scenario;
use fairshare::report::svg;
use fairshare::view::theme::{Depth, Shown, Theme};
use fairshare::view::{picture, render, spot_at};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// A program and the size of its screen.
pub(crate) struct Stage {
    pub(crate) app: App,
    pub(crate) effects: Vec<Effect>,
}

/// How a test program begins.
pub(crate) fn setup(look: Look) -> Setup {
    let origin = Origin {
        opened: "east-of-england-2019".to_owned(),
        name: "test".to_owned(),
        overlay: PathBuf::from("test.whatif.ron"),
        export: PathBuf::from("test"),
        base: "east-of-england-2019".to_owned(),
    };
    Setup { origin, look, colour: look != Look::Mono, mouse: true }
}

/// Read once: it is the same for every test.
pub(crate) fn east_of_england() -> Scenario {
    static READ: OnceLock<Scenario> = OnceLock::new();
    READ.get_or_init(|| document::library("east-of-england-2019").expect("it ships")).clone()
}

impl Stage {
    /// The East of England at a size.
    pub(crate) fn new(columns: u16, rows: u16) -> Self {
        Self::of(east_of_england(), Look::Dark).sized(columns, rows)
    }

    pub(crate) fn of(scenario: Scenario, look: Look) -> Self {
        Self { app: App::new(scenario, setup(look)), effects: Vec::new() }
    }

    pub(crate) fn sized(mut self, columns: u16, rows: u16) -> Self {
        self.app.update(Message::Resize(columns, rows));
        self
    }

    /// Presses keys, written as people write them: `Down Down Enter`; `text:` types letters.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        for word in keys.split_whitespace() {
            let typed = word.strip_prefix("text:");
            let all: Vec<Key> = match typed {
                Some(text) => text.chars().map(Key::char).collect(),
                None => vec![word.parse().expect("a key")],
            };
            for key in all {
                let effects = self.app.update(Message::Key(key));
                self.effects.extend(effects);
            }
        }
        self
    }

    pub(crate) fn click(&mut self, column: u16, row: u16) -> &mut Self {
        let spot = spot_at(&self.app, column, row);
        let effects = self.app.update(Message::Mouse(fairshare::app::Mouse::Press, spot));
        self.effects.extend(effects);
        self
    }

    /// Clicks on the first of some words on the screen.
    #[track_caller]
    pub(crate) fn click_on(&mut self, words: &str) -> &mut Self {
        let text = self.text();
        let mut lines = (0..).zip(text.lines());
        let found = lines.find_map(|(row, line)| Some((row, line.split_once(words)?.0)));
        let (row, before) = found.unwrap_or_else(|| panic!("no “{words}” in\n{text}"));
        self.click(before.chars().count().try_into().unwrap(), row)
    }

    pub(crate) fn buffer(&self) -> (Buffer, Option<Position>) {
        let (columns, rows) = self.app.size();
        let area = Rect::new(0, 0, columns, rows);
        let mut buffer = Buffer::empty(area);
        let theme = Theme::new(self.app.look(), Depth::True);
        let cursor = render(&self.app, &theme, area, &mut buffer);
        (buffer, cursor)
    }

    /// Its cells on a terminal that has no signs but those of ASCII.
    pub(crate) fn in_ascii(&self) -> Buffer {
        picture(&self.app, Shown { ascii: true, ..Shown::default() })
    }

    /// The screen as plain text.
    pub(crate) fn text(&self) -> String {
        svg::text(&self.buffer().0)
    }

    /// The last effect that is of a sort.
    pub(crate) fn last<T>(&self, of: impl Fn(&Effect) -> Option<T>) -> Option<T> {
        self.effects.iter().rev().find_map(of)
    }

    /// What was written down of a learner’s progress last.
    pub(crate) fn progress(&self) -> Option<Progress> {
        self.last(|effect| match effect {
            Effect::WriteProgress(progress) => Some(progress.clone()),
            _ => None,
        })
    }

    /// What was written down for the next start last.
    pub(crate) fn recovery(&self) -> Option<Overlay> {
        self.last(|effect| match effect {
            Effect::WriteRecovery(overlay) => Some((**overlay).clone()),
            _ => None,
        })
    }
}

/// That these words are on the screen.
#[track_caller]
pub(crate) fn says(stage: &Stage, words: &str) {
    let text = stage.text();
    assert!(text.contains(words), "no “{words}” in\n{text}");
}

/// That they are not.
#[track_caller]
pub(crate) fn says_not(stage: &Stage, words: &str) {
    let text = stage.text();
    assert!(!text.contains(words), "“{words}” in\n{text}");
}
