//! The real program in a terminal goes on with another scenario: nothing is lost on the way, and the
//! shell is not seen in between.

use std::fs;
use std::time::Duration;

use super::terminal_stage::Running;

/// Opens the list and chooses the last of the five.
const NORTHSHIRE: &str = "o\x1b[B\x1b[B\x1b[B\x1b[B\r";

#[test]
fn another_scenario_takes_the_place_of_this_one_and_nothing_unsaved_is_lost() {
    let home = tempfile::tempdir().unwrap();
    let mut running = Running::arrived(&home);
    running.press("o");
    running.wait("the list", |screen| screen.contents().contains("Northshire (invented)"));
    // A theme chosen before stays; the keys behind Enter are for the next scenario.
    running.press("T\x1b[B\x1b[B\x1b[B\x1b[B\r\x1b[D");
    running.wait("a change in Northshire", |screen| {
        let first = screen.contents();
        first.starts_with(" Northshire") && first.contains("1 change, not saved")
    });
    assert!(running.parser.screen().alternate_screen());
    running.press("o\r");
    running.wait("it is open", |screen| screen.contents().contains("is open already"));
    running.press("\x1b[A\r");
    running.wait("the question", |screen| {
        screen.contents().contains("Open england-2016? 1 change is not saved.")
    });
    running.press("\x1b");
    running.wait("it stays", |screen| {
        !screen.contents().contains("Open england") && screen.contents().contains("not saved")
    });
    running.press("o\x1b[H\rn");
    running.wait("the East of England", |screen| {
        screen.contents().starts_with(" East of England") && screen.contents().contains("Try it")
    });
    running.press("q");
    assert_eq!(running.ended(), 0);
    running.assert_given_back();
    assert!(running.is_cooked());
    assert!(!home.path().join("northshire.whatif.ron").exists());
    // What was turned down is not offered, but the way there can be done again.
    let mut again = Running::start(&home, &["explore", "northshire"]);
    again.wait("its history", |screen| screen.contents().contains("U does"));
}

#[test]
fn saved_changes_their_claim_and_their_recovery_go_with_their_scenario() {
    let home = tempfile::tempdir().unwrap();
    let mut first = Running::arrived(&home);
    first.press("\x1b[D");
    first.wait("a change", |screen| screen.contents().contains("1 change, not saved"));
    // An overlay of the other that this run has not opened: nobody has changed it.
    fs::write(home.path().join("northshire.whatif.ron"), "a letter").unwrap();
    first.press(&format!("{NORTHSHIRE}\r"));
    first.wait("Northshire", |screen| screen.contents().starts_with(" Northshire"));
    assert!(home.path().join("east-of-england-2019.whatif.ron").exists(), "it was saved first");
    first.settle(Duration::from_millis(400));
    let screen = first.parser.screen().contents();
    assert!(!screen.contains("another program"), "{screen}");
    // The first has given up the East of England, and has Northshire.
    let mut second = Running::arrived(&home);
    second.settle(Duration::from_millis(100));
    assert!(!second.parser.screen().contents().contains("since"), "nobody else has it open");
    second.press(NORTHSHIRE);
    second.wait("it is told", |screen| screen.contents().contains("Also open in process"));
    first.press("\x1b[D");
    first.wait("a change", |screen| screen.contents().contains("1 change, not saved"));
    first.settle(Duration::from_millis(200));
    first.signal("-KILL");
    first.ended();
    drop(second);
    let mut third = Running::arrived(&home);
    third.press(NORTHSHIRE);
    third.wait("the offer", |screen| screen.contents().contains("not saved then"));
}

#[test]
fn a_file_with_faults_shows_them_and_another_leads_out() {
    let home = tempfile::tempdir().unwrap();
    let text = include_str!("../../scenarios/northshire.ron");
    fs::write(home.path().join("torn.ron"), &text[..2_000]).unwrap();
    let mut running = Running::arrived(&home);
    running.press("o");
    running.wait("the file", |screen| screen.contents().contains("torn.ron"));
    running.press("G\x1b[A\r");
    running.wait("its problems", |screen| {
        screen.contents().contains("torn.ron cannot be opened")
            && screen.contents().contains("o another file")
    });
    // It is watched as if the program had been started with it.
    fs::write(home.path().join("torn.ron"), text).unwrap();
    running.wait("it is mended", |screen| screen.contents().contains("mended and open"));
    fs::write(home.path().join("torn.ron"), &text[..2_000]).unwrap();
    running.wait("its problems", |screen| screen.contents().contains("cannot be opened"));
    running.press("o\x1b[H\r");
    running.wait("the way out", |screen| screen.contents().starts_with(" East of England"));
    running.press("o\x1b[F\r/no/such.ron\r");
    running.wait("why not", |screen| screen.contents().contains("there is no file `/no/such.ron`"));
    running.press("\x1b");
    running.settle(Duration::from_millis(100));
    running.press("\x1b");
    running.wait("it goes on", |screen| screen.contents().contains("Try it"));
    running.press("q");
    assert_eq!(running.ended(), 0);
    running.assert_given_back();
}
