//! What those need who do not see the screen: the hardware cursor at the focus, and one sentence.

use fairshare::app::keymap::Context;
use fairshare::app::{Look, Message, Mode, TABS, sentences};
use fairshare::view::render;
use fairshare::view::theme::{Depth, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::results_screen::westmarch;
use super::screens::{RESULTS, SCREENS, broken};
use super::stage::{Stage, east_of_england};

const SIZES: [(u16, u16); 2] = [(120, 36), (80, 24)];
const SENTENCE: &str = "In a sentence: ";

/// Every screen by its name, after its keys.
fn screens((columns, rows): (u16, u16)) -> Vec<(&'static str, Stage)> {
    let east = SCREENS.iter().map(|own| (east_of_england(), own));
    let west = RESULTS.iter().map(|own| (westmarch(), own));
    let played = |(scenario, (name, keys)): (_, &(&'static str, &'static str))| {
        let mut stage = Stage::of(scenario, Look::Dark).sized(columns, rows);
        stage.press(keys);
        (*name, stage)
    };
    east.chain(west).map(played).collect()
}

#[test]
fn the_cursor_is_at_the_focus_on_every_screen() {
    for size in SIZES {
        for (name, stage) in screens(size) {
            let (buffer, cursor) = stage.buffer();
            // Before a room nothing blinks, unless something is typed.
            let slide = stage.app.contexts() == [Context::Present];
            if slide {
                assert_eq!(cursor, None, "{name} at {size:?}");
                continue;
            }
            let cursor = cursor.unwrap_or_else(|| panic!("{name} at {size:?} has no cursor"));
            // Readers read from there on: a blank row would say nothing.
            let row: String =
                (0..size.0).map(|column| buffer[(column, cursor.y)].symbol()).collect();
            assert!(!row.trim().is_empty(), "{name} at {size:?}: {cursor:?}");
            let over = stage.app.work().is_some_and(|work| !work.over.is_empty());
            // What is typed, and what is read line by line, has the cursor in it.
            let typed = [
                Context::PathLine,
                Context::Seek,
                Context::SlideTitle,
                Context::LessonTyping,
                Context::LessonNumber,
                Context::LessonChoice,
                Context::LessonSure,
                Context::LessonTold,
                Context::LessonWords,
                Context::LessonText,
            ];
            let over = over || stage.app.contexts().iter().any(|own| typed.contains(own));
            assert!(over || buffer[cursor].symbol() == "▌", "{name} at {size:?}: {row}");
        }
        let mut app = broken();
        app.update(Message::Resize(size.0, size.1));
        let area = Rect::new(0, 0, size.0, size.1);
        let theme = Theme::new(Look::Dark, Depth::True);
        assert!(render(&app, &theme, area, &mut Buffer::empty(area)).is_some());
    }
}

#[test]
fn every_screen_is_copied_with_one_sentence_first() {
    for (name, stage) in screens(SIZES[0]) {
        let work = stage.app.work().unwrap();
        // What is said to a room is a sentence itself.
        if matches!(work.mode, Some(Mode::Present(_))) {
            continue;
        }
        let copied = sentences(work);
        let first = copied.lines().next().unwrap();
        let said = first.strip_prefix(SENTENCE).unwrap_or_else(|| panic!("{name}: {first}"));
        assert!(said.ends_with('.') && said.len() > 20, "{name}: {said}");
    }
}

#[test]
fn a_screen_on_which_nothing_happened_says_itself_in_a_sentence() {
    for (columns, rows) in SIZES {
        for tab in TABS {
            let mut stage = Stage::new(columns, rows);
            stage.app.show(tab.screen);
            // A page of Explain is made when something happens.
            stage.app.update(Message::Resize(columns, rows));
            let work = stage.app.work().unwrap();
            let said = work.screens.current().sentence(&work.session, columns < 100).words();
            let text = stage.text();
            let line = text.lines().nth(usize::from(rows) - 2).unwrap_or_default().trim();
            // The words before it give way to the sentence.
            let fits = SENTENCE.len() + said.chars().count() <= usize::from(columns) - 2;
            let begins = line.starts_with(SENTENCE) || line.starts_with("Try ");
            assert!(begins || !fits, "{} at {columns}: {line}", tab.id);
            assert!(!line.is_empty(), "{} at {columns}", tab.id);
        }
    }
}
