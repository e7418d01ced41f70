//! A stranger’s path: the program is started, a lesson finished, a story presented with a question that
//! nobody had planned, and nothing looked up: every key is one that the screen names.

use fairshare::app::Action;
use fairshare::app::keymap::lookup;
use fairshare::app::{Effect, Program};

use super::stage::Stage;

/// Presses a key that the screen names: its label stands in the last row or in the line above it.
#[track_caller]
fn press_named(stage: &mut Stage, key: &str, named: &str) {
    let text = stage.text();
    let last: Vec<&str> = text.lines().rev().take(2).collect();
    let named_there = last.iter().any(|line| line.contains(named));
    assert!(named_there, "“{named}” is not named in\n{text}");
    stage.press(key);
}

#[test]
fn nothing_has_to_be_looked_up() {
    let mut stage = Stage::new(80, 24);
    // The first screen says in one line how to learn, present, change a number and leave.
    let first = stage.text();
    let line = first.lines().nth(22).unwrap();
    for words in ["Try ←", "L learns", "P presents", "q leaves"] {
        assert!(line.contains(words), "{line}");
    }
    press_named(&mut stage, "L", "L learn");
    press_named(&mut stage, "Enter", "Enter begin");
    for step in 1..=7 {
        assert!(stage.text().contains(&format!("step {step} of 7")), "{}", stage.text());
        let choice = stage.text().contains("○ ");
        if choice {
            press_named(&mut stage, "Down", "↑↓ row");
            press_named(&mut stage, "Enter", "Enter answer");
        } else {
            press_named(&mut stage, "text:£1m", "Enter answer");
            press_named(&mut stage, "Enter", "Enter answer");
        }
        press_named(&mut stage, "Enter", "Enter reveal");
        assert!(stage.text().contains("Right") || stage.text().contains("Not quite"));
        press_named(&mut stage, "Enter", "Enter next step");
    }
    assert!(stage.text().contains("“Control totals” is done."), "{}", stage.text());
    press_named(&mut stage, "Esc", "Esc");
    // Then the story, and in its middle what a councillor asks.
    press_named(&mut stage, "P", "P presents");
    for step in 1..=3 {
        assert!(stage.text().contains(&format!("{step} of 6")));
        stage.press("Space");
    }
    stage.press("/ text:southend Enter");
    assert!(stage.text().contains("Southend is asked for"), "{}", stage.text());
    // 70 % of £5m × 291.381 ÷ 1,668.400.
    assert!(stage.text().contains("£611,264"));
    stage.press("Up");
    assert!(stage.text().contains("before £611,264"), "{}", stage.text());
    stage.press("Esc");
    assert!(stage.text().contains("4 of 6"));
    stage.press("Space Space Esc");
    assert!(stage.text().contains("‹Explore›"));
    assert!(stage.text().contains("nothing changed"));
    assert_eq!(
        lookup(&stage.app.contexts(), "q".parse().unwrap()),
        Some(Action::Program(Program::Leave))
    );
    stage.press("q");
    assert_eq!(stage.effects.last(), Some(&Effect::Leave));
}
