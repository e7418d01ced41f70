//! Which background: the real program asks a (pseudo-)terminal that answers at once, late or never.

use std::time::{Duration, Instant};

use vt100::Color;

use super::terminal_stage::{ARRIVED, LONG, Running};

const QUESTION: &[u8] = b"\x1b]11;?";
const WHITE: &str = "\x1b]11;rgb:ffff/ffff/ffff\x07";
/// What every terminal says of itself; it is asked last, so that nobody waits for more.
const ITSELF: &str = "\x1b[?62;c";
const EAST: &str = "east-of-england-2019";

fn asks(running: &Running) -> bool {
    running.written.windows(QUESTION.len()).any(|bytes| bytes == QUESTION)
}

/// The program as it has just asked for the background.
fn asking(home: &tempfile::TempDir) -> Running {
    let mut running = Running::start(home, &["explore", EAST]);
    let end = Instant::now() + LONG;
    while !asks(&running) {
        assert!(Instant::now() < end, "it does not ask");
        running.take(Duration::from_millis(5));
    }
    running
}

/// The colour of the scenario’s name.
fn ink(running: &Running) -> Color {
    running.parser.screen().cell(0, 1).unwrap().fgcolor()
}

fn arrive(running: &mut Running) {
    running.wait("the first screen", |screen| screen.contents().contains(ARRIVED));
}

#[test]
fn letters_are_dark_where_the_terminal_is_light() {
    let home = tempfile::tempdir().unwrap();
    let answered = || {
        let mut running = asking(&home);
        running.press(WHITE);
        running.press(ITSELF);
        arrive(&mut running);
        let ink = ink(&running);
        running.press("q");
        assert_eq!(running.ended(), 0);
        running.assert_given_back();
        ink
    };
    // 234 is the #1C1C1C nearest to the light theme's text among 256; 253 would be the dark theme's. On
    // a machine with much else to do an answer may take more than the tenth of a second.
    assert!((0..10).any(|_| answered() == Color::Idx(234)));
}

#[test]
fn an_answer_that_comes_too_late_is_no_typing() {
    let home = tempfile::tempdir().unwrap();
    let mut running = asking(&home);
    arrive(&mut running);
    assert_eq!(ink(&running), Color::Idx(253), "who says nothing is dark");
    running.press(WHITE);
    running.press(ITSELF);
    running.press("?");
    running.wait("the keys", |screen| screen.contents().contains("Keys that work here"));
    running.press("\x1b");
    running.wait("nothing typed", |screen| screen.contents().contains("nothing changed"));
}

#[test]
fn a_terminal_that_cannot_tell_costs_no_time() {
    let home = tempfile::tempdir().unwrap();
    let mut running = asking(&home);
    running.press(ITSELF);
    arrive(&mut running);
    assert_eq!(ink(&running), Color::Idx(253));
}

#[test]
fn what_was_typed_ahead_is_not_asked_over() {
    let home = tempfile::tempdir().unwrap();
    let mut running = Running::start(&home, &["explore", EAST]);
    running.press("?");
    running.wait("the keys", |screen| screen.contents().contains("Keys that work here"));
    assert!(!asks(&running));
}

#[test]
fn a_theme_chosen_by_name_asks_nothing() {
    let home = tempfile::tempdir().unwrap();
    for theme in ["dark", "light", "high-contrast", "mono"] {
        let mut running = Running::start(&home, &["explore", EAST, "--theme", theme]);
        arrive(&mut running);
        assert!(!asks(&running), "{theme}");
        running.press("q");
        assert_eq!(running.ended(), 0);
    }
}

#[test]
fn a_locale_without_other_signs_gets_those_of_ascii() {
    let home = tempfile::tempdir().unwrap();
    let mut running = Running::start_in("C", &home, &["explore", EAST, "--theme", "dark"]);
    running.wait("the pound", |screen| screen.contents().contains("asked for L5.0m"));
    assert!(running.parser.screen().contents().is_ascii());
    let mut running = Running::start(&home, &["explore", EAST, "--theme", "dark", "--ascii"]);
    running.wait("the pound", |screen| screen.contents().contains("asked for L5.0m"));
    let mut running = Running::start(&home, &["explore", EAST, "--theme", "dark"]);
    running.wait("the pound", |screen| screen.contents().contains("asked for £5.0m"));
}
