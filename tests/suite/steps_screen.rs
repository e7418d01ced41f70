//! The History screen: every step in words, what it did, and the way to any of them.

use std::sync::Arc;

use fairshare::app::{Line, Look, Message, Screen};

use super::stage::{Stage, east_of_england};

/// A plan one million less, the pool split by allocation, a baseline, and a plan that was undone.
const STEPS: &str = "Left Down Down Right b Up Up text:-210 Enter u g h";

fn stage() -> Stage {
    let mut stage = Stage::new(120, 36);
    stage.press(STEPS);
    stage
}

fn said(stage: &Stage) -> String {
    stage.app.message().map(Line::words).unwrap_or_default()
}

/// The row of the list that has these words.
fn row(stage: &Stage, words: &str) -> String {
    let text = stage.text();
    let mut rows = text.lines().skip(5).filter(|line| line.contains(words));
    rows.next().unwrap_or_else(|| panic!("no “{words}” in\n{text}")).to_owned()
}

#[test]
fn every_step_stands_in_words_with_what_it_did_to_the_ask_of_what_is_selected() {
    let stage = stage();
    let text = stage.text();
    assert!(text.contains("‹History›"), "{text}");
    assert!(text.contains("Three steps are done, the last: the baseline moved here."));
    assert!(text.contains("One step was undone."));
    // Thurrock is asked for £478,905; with the pool split by allocation for £501,336.
    assert!(row(&stage, "the file as it was read").ends_with("0.479"));
    assert!(row(&stage, "C&P plan −£192.4m → −£193.4m").ends_with("0.479    0.479  =  0.000"));
    assert!(row(&stage, "in proportion to allocation").ends_with("0.479    0.501  ▲ +0.022"));
    assert!(row(&stage, "the baseline moved here").starts_with(" ▌● "));
    let undone = row(&stage, "C&P plan −£193.4m → −£210m");
    assert!(undone.starts_with("  ○ ") && undone.ends_with("0.501    0.501  =  0.000"), "{undone}");
}

#[test]
fn enter_goes_to_a_step_and_every_screen_follows() {
    let mut stage = stage();
    stage.press("Up Up");
    assert!(
        stage.text().contains("Enter goes back to here. Two steps are then undone"),
        "{}",
        stage.text()
    );
    stage.press("Enter");
    assert_eq!(
        said(&stage),
        "Back to: C&P plan −£192.4m → −£193.4m. U does again what came later."
    );
    assert!(row(&stage, "C&P plan −£192.4m → −£193.4m").starts_with(" ▌● "));
    assert!(row(&stage, "in proportion to allocation").starts_with("  ○ "));
    stage.press("g x");
    assert!(stage.text().contains("−193.4") && stage.text().contains("1 change, not saved"));
    // To the end: the last plan was typed on top of it all.
    stage.press("g h G Enter");
    assert_eq!(said(&stage), "Done again up to: C&P plan −£193.4m → −£210m.");
    stage.press("Enter");
    assert_eq!(said(&stage), "This is what stands now.");
    stage.press("Home Enter");
    assert!(said(&stage).starts_with("Back to the file as it was read."));
    assert_eq!(stage.app.work().unwrap().session.now(), &east_of_england());
    // The cursor follows undo and redo.
    stage.press("U U");
    assert!(row(&stage, "in proportion to allocation").starts_with(" ▌● "));
}

#[test]
fn what_no_longer_fits_is_listed_with_why_and_what_to_do() {
    let mut stage = stage();
    let mut scenario = east_of_england();
    let place = scenario.words.systems.iter().position(|system| system.id == "CP").unwrap();
    Arc::make_mut(&mut scenario.words).systems[place].id = "ZZ".to_owned();
    stage.app.update(Message::Loaded(Ok(Box::new(scenario))));
    assert_eq!(said(&stage), "⚠ Read again. No longer fits, but is kept: CP.plan; g h says why.");
    stage.press("g h");
    let text = stage.text();
    assert!(row(&stage, "C&P plan −£192.4m → −£193.4m").starts_with("  ✕ "), "{text}");
    assert!(text.contains("One change no longer fits the file: kept, see the end."), "{text}");
    let listed = row(&stage, "✕ CP.plan −192.4m → −193.4m: ");
    assert!(listed.contains("Nothing is called `CP`"), "{listed}");
    assert!(row(&stage, "Mend the file").contains("set the value anew"));
    stage.press("G Enter");
    assert_eq!(said(&stage), "⚠ CP.plan no longer fits the file, so there is nothing to go to.");
    // The heading above it is no row: a click on it selects nothing, one below it does.
    let at = |stage: &Stage, words: &str| {
        let text = stage.text();
        u16::try_from(text.lines().position(|line| line.contains(words)).unwrap()).unwrap()
    };
    stage.press("Home");
    let (head, below) = (at(&stage, "No longer fits the file"), at(&stage, "✕ CP.plan"));
    stage.click(10, head);
    assert!(row(&stage, "the file as it was read").starts_with(" ▌"), "{}", stage.text());
    stage.click(10, below);
    assert!(row(&stage, "✕ CP.plan").starts_with(" ▌"), "{}", stage.text());
}

#[test]
fn a_history_of_nothing_says_what_to_do_and_the_screen_is_copied_line_by_line() {
    let mut stage = Stage::of(east_of_england(), Look::Mono).sized(80, 24);
    stage.app.show(Screen::History);
    assert!(stage.text().contains("Nothing has been changed yet; each step will stand here."));
    assert!(stage.text().contains(
        "In a sentence: nothing is changed yet. Esc leads to Explore, to change values."
    ));
    let stage = self::stage();
    let lines = fairshare::app::sentences(stage.app.work().unwrap());
    let last = "4. C&P plan −£193.4m → −£210m (undone): Thurrock’s ask £501,336.";
    assert_eq!(lines.lines().last(), Some(last), "{lines}");
    assert!(lines.contains(
        "2. East of England split the same amount each → in proportion to allocation: \
         Thurrock’s ask £478,905 → £501,336."
    ));
}
