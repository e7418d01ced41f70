//! Several screens, one truth: ways from one to the other, and what stays true on each.

use std::collections::BTreeSet;

use fairshare::app::{App, Key, Screen, TABS};

use super::stage::Stage;

fn shown(app: &App) -> Screen {
    app.work().unwrap().screens.shown
}

#[test]
fn each_screen_has_a_letter_and_a_name_of_its_own() {
    let letters: BTreeSet<char> = TABS.iter().map(|tab| tab.letter).collect();
    let names: BTreeSet<&str> = TABS.iter().map(|tab| tab.id).collect();
    assert_eq!((letters.len(), names.len()), (TABS.len(), TABS.len()));
    for tab in TABS {
        assert_eq!(Screen::named(tab.id), Some(tab.screen));
        // g and e after g are the first and the last row.
        assert!(!"ge".contains(tab.letter), "{}", tab.id);
    }
}

#[test]
fn a_letter_after_g_goes_to_a_screen_and_esc_comes_back_but_never_leaves() {
    for tab in TABS {
        let mut stage = Stage::new(120, 36);
        stage.press("g");
        stage.app.update(fairshare::app::Message::Key(Key::char(tab.letter)));
        assert_eq!(shown(&stage.app), tab.screen);
        assert!(stage.text().contains(&format!("‹{}›", tab.name)));
        stage.press("Esc");
        assert_eq!(shown(&stage.app), Screen::Explore);
        stage.press("Esc Esc");
        assert!(stage.effects.is_empty());
    }
}

#[test]
fn what_is_found_is_in_hand_and_esc_goes_back_to_the_pane() {
    let pane = |stage: &Stage| stage.app.work().unwrap().screens.current().pane();
    // From the second pane; what is found stands in the first.
    for keys in ["g x", "g c Tab", "g r Tab"] {
        let mut stage = Stage::new(120, 36);
        stage.press(keys);
        assert_eq!(pane(&stage), 1, "{keys}");
        stage.press("/ text:suffolk Esc");
        assert_eq!(pane(&stage), 1, "{keys}, Esc");
        stage.press("/ text:suffolk Enter");
        assert_eq!(pane(&stage), 0, "{keys}, Enter");
    }
}

#[test]
fn formats_are_offered_without_words_about_choices() {
    let mut stage = Stage::new(120, 36);
    stage.press("x");
    let text = stage.text();
    assert!(text.contains("is printed by fairshare schema report"), "{text}");
    for words in ["In a sentence", "figures show", "◉ in use"] {
        assert!(!text.contains(words), "{words}: {text}");
    }
}

#[test]
fn a_click_on_a_tab_shows_its_screen() {
    let mut stage = Stage::new(120, 36);
    for tab in TABS.iter().rev().filter(|tab| tab.tab) {
        let head = stage.text().lines().next().unwrap_or_default().to_owned();
        let before = head.split(tab.name).next().unwrap_or_default();
        let column = u16::try_from(before.chars().count()).unwrap();
        stage.click(column, 0);
        assert_eq!(shown(&stage.app), tab.screen, "{head}");
    }
}

#[test]
fn where_the_tabs_do_not_fit_the_one_that_is_shown_is_named() {
    let mut stage = Stage::new(80, 24);
    stage.press("g c");
    let head = stage.text().lines().next().unwrap_or_default().to_owned();
    assert!(head.ends_with("‹Councils›") && !head.contains("Explore"), "{head}");
}

#[test]
fn what_works_everywhere_works_on_every_screen() {
    for tab in TABS {
        // A change made on Explore is there on the other screen, and can be taken back there.
        let mut stage = Stage::new(120, 36);
        stage.press("Left");
        stage.app.show(tab.screen);
        assert!(stage.text().contains("● 1 change, not saved"), "{}", tab.id);
        stage.press("u");
        assert!(stage.text().contains("Undone: "), "{}", tab.id);
        stage.press("U w");
        assert!(stage.effects.iter().any(|e| matches!(e, fairshare::app::Effect::Write(_))));
        // What lies over it comes and goes, and the screen below stays.
        for (keys, words) in [
            ("?", "Keys that work here"),
            (":", "Commands and names"),
            ("x", "Formats"),
            ("g", "g goes to"),
        ] {
            stage.press(keys);
            assert!(stage.text().contains(words), "{}: {keys}", tab.id);
            stage.press("Esc");
            assert_eq!(shown(&stage.app), tab.screen, "{keys}");
        }
        // With nothing in hand on this screen, ] goes to where the changed lever stands.
        stage.press("]");
        let row = stage.app.work().unwrap().lever_in_hand();
        assert!(row.is_some_and(|row| row.moved), "{}", tab.id);
    }
}

#[test]
fn the_commands_know_every_screen() {
    let mut stage = Stage::new(120, 36);
    stage.press(": text:councils Enter");
    assert_eq!(shown(&stage.app), Screen::Councils);
}

#[test]
fn going_to_a_name_from_another_screen_shows_it_on_explore() {
    let mut stage = Stage::new(120, 36);
    stage.press("g c : text:southend Enter");
    assert_eq!(shown(&stage.app), Screen::Explore);
    assert!(stage.text().contains("Southend’s programmes"));
}

#[test]
fn a_zoomed_pane_does_not_follow_to_another_screen() {
    let mut stage = Stage::new(120, 36);
    stage.press("z g c g x");
    assert!(!stage.app.work().unwrap().screens.zoomed);
}
