//! The real program in a real (pseudo-)terminal: it arrives, works, and leaves the terminal as it
//! was, whichever way it ends.

use std::process::Command;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::native_pty_system;
use vt100::{MouseProtocolMode, Screen};

use super::terminal_stage::{ARRIVED, LONG, Running, size};

#[test]
fn it_arrives_takes_keys_and_leaves_the_terminal_as_it_was() {
    let home = tempfile::tempdir().unwrap();
    let mut running = Running::arrived(&home);
    let screen = running.parser.screen();
    assert!(screen.alternate_screen() && screen.bracketed_paste());
    assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::ButtonMotion);
    assert!(!running.is_cooked());
    running.press("\x1b[C");
    running.wait("a change", |screen| screen.contents().contains("1 change"));
    running.press("u");
    running.wait("no change", |screen| !screen.contents().contains("1 change"));
    running.press("q");
    assert_eq!(running.ended(), 0);
    running.assert_given_back();
    assert!(running.is_cooked());
}

#[test]
fn an_idle_program_writes_nothing() {
    let home = tempfile::tempdir().unwrap();
    let mut running = Running::arrived(&home);
    running.settle(Duration::from_millis(200));
    let written = running.written.len();
    assert!(!running.take(Duration::from_millis(300)), "{} bytes", running.written.len() - written);
}

#[test]
fn a_storm_of_sizes_ends_in_the_last_one() {
    let home = tempfile::tempdir().unwrap();
    let mut running = Running::arrived(&home);
    for step in 0..40_u16 {
        running.resize(1 + step * 7 % 150, 1 + step * 11 % 50);
    }
    running.resize(100, 30);
    running.press("?");
    running.wait("the keys", |screen| screen.contents().contains("Keys that work here"));
    running.press("\x1b");
    running.wait("the screen at its last size", |screen| {
        screen.contents().contains(ARRIVED) && screen.contents().contains("leave")
    });
    running.press("q");
    assert_eq!(running.ended(), 0);
}

#[test]
fn many_keys_at_once_all_arrive() {
    let home = tempfile::tempdir().unwrap();
    let mut running = Running::arrived(&home);
    // More than any buffer on the way holds; an even number of undone focus moves, then the help.
    running.press(&"\t\x1b[Z".repeat(2_000));
    running.press("?");
    running.wait("the keys", |screen| screen.contents().contains("Take back"));
    running.settle(Duration::from_millis(200));
    running.press("\x1b");
    running.wait("the screen", |screen| screen.contents().contains(ARRIVED));
}

#[test]
fn signals_from_outside_give_the_terminal_back_and_tell_the_shell() {
    for (name, number) in [("-TERM", 15), ("-HUP", 1), ("-INT", 2), ("-QUIT", 3)] {
        let home = tempfile::tempdir().unwrap();
        let mut running = Running::arrived(&home);
        running.signal(name);
        assert_eq!(running.ended(), 128 + number, "{name}");
        running.assert_given_back();
        assert!(running.is_cooked(), "{name}");
    }
}

#[test]
fn a_stopped_program_gives_the_terminal_to_the_shell_and_takes_it_again() {
    for by_key in [false, true] {
        let home = tempfile::tempdir().unwrap();
        let mut running = Running::arrived(&home);
        if by_key {
            running.press("\x1a");
        } else {
            running.signal("-TSTP");
        }
        running.wait("the shell's screen", |screen| !screen.alternate_screen());
        let end = Instant::now() + LONG;
        while !running.is_cooked() {
            assert!(Instant::now() < end, "the terminal stays raw");
            thread::yield_now();
        }
        running.assert_given_back();
        // A shell sees that a program has stopped; this test does not, so it says it again.
        while !running.parser.screen().alternate_screen() {
            assert!(Instant::now() < end, "it does not come back");
            running.signal("-CONT");
            running.take(Duration::from_millis(50));
        }
        running.wait("its screen", |screen| screen.contents().contains(ARRIVED));
        assert!(!running.is_cooked());
        running.press("q");
        assert_eq!(running.ended(), 0);
        running.assert_given_back();
    }
}

#[test]
fn a_terminal_that_vanishes_ends_the_program() {
    let home = tempfile::tempdir().unwrap();
    let mut running = Running::arrived(&home);
    // The terminal is there for as long as somebody holds its other side. A writer that goes says
    // so with a key; what is drawn for it ends the reading thread, the last to hold it.
    running.keys = Box::new(std::io::sink());
    running.output = mpsc::channel().1;
    running.master = native_pty_system().openpty(size(1, 1)).unwrap().master;
    // 128 and the number of the hang-up.
    assert_eq!(running.ended(), 129);
}

#[test]
fn a_killed_program_leaves_its_unsaved_changes() {
    let home = tempfile::tempdir().unwrap();
    let mut running = Running::arrived(&home);
    running.press("\x1b[C");
    running.wait("a change", |screen| screen.contents().contains("1 change"));
    running.signal("-KILL");
    running.ended();
    let mut again = Running::start(&home, &["explore", "east-of-england-2019"]);
    again.wait("the offer", |screen| screen.contents().contains("not saved"));
}

#[test]
fn leaving_with_changes_asks_and_esc_stays() {
    let home = tempfile::tempdir().unwrap();
    let mut running = Running::arrived(&home);
    running.press("\x1b[D");
    running.wait("a change", |screen| screen.contents().contains("1 change, not saved"));
    running.press("q");
    running.wait("the question", |screen| screen.contents().contains("Leave?"));
    running.press("\x1b");
    running.wait("no question", |screen| !screen.contents().contains("Leave?"));
    assert!(running.parser.screen().alternate_screen());
    running.press("q");
    running.wait("the question", |screen| screen.contents().contains("Leave?"));
    running.press("n");
    assert_eq!(running.ended(), 0);
    running.assert_given_back();
    // What was left without saving was not wanted.
    let mut again = Running::arrived(&home);
    again.settle(Duration::from_millis(100));
    assert!(!again.parser.screen().contents().contains("not saved then"));
}

#[test]
fn what_a_killed_program_left_waits_until_somebody_decides() {
    let home = tempfile::tempdir().unwrap();
    let words = ["explore", "east-of-england-2019"];
    let offered = |screen: &Screen| screen.contents().contains("not saved then");
    let mut first = Running::arrived(&home);
    first.press("\x1b[D");
    first.wait("a change", |screen| screen.contents().contains("1 change, not saved"));
    first.settle(Duration::from_millis(200));
    first.signal("-KILL");
    first.ended();
    // Later; another change; not wanted: nothing of that touches what the first one left.
    let mut second = Running::start(&home, &words);
    second.wait("the offer", offered);
    second.press("\x1b");
    second.wait("no offer", |screen| !offered(screen));
    second.press("\x1b[C");
    second.wait("a change", |screen| screen.contents().contains("1 change, not saved"));
    second.press("q");
    second.wait("the question", |screen| screen.contents().contains("Leave?"));
    second.press("n");
    assert_eq!(second.ended(), 0);
    let mut third = Running::start(&home, &words);
    third.wait("the offer again", offered);
    third.press("\r");
    // −192.4 less a step of one million.
    third.wait("the change", |screen| screen.contents().contains("−193.4"));
}

#[test]
fn what_was_done_before_a_restart_is_undone_after_it() {
    let home = tempfile::tempdir().unwrap();
    let mut first = Running::arrived(&home);
    first.press("\x1b[D");
    first.wait("a change", |screen| screen.contents().contains("1 change, not saved"));
    first.press("w");
    first.wait("it is saved", |screen| screen.contents().contains("1 change, saved"));
    first.press("q");
    assert_eq!(first.ended(), 0);
    let mut second = Running::start(&home, &["explore", "east-of-england-2019.whatif.ron"]);
    second.wait("the history", |screen| screen.contents().contains("u takes back “C&P plan"));
    second.press("\x1b[D");
    second.wait("−193.4 less another million", |screen| screen.contents().contains("−194.4"));
    second.settle(Duration::from_millis(200));
    second.signal("-KILL");
    second.ended();
    // What was not saved is offered with its history.
    let mut third = Running::start(&home, &["explore", "east-of-england-2019.whatif.ron"]);
    third.wait("the offer", |screen| screen.contents().contains("not saved then"));
    third.press("\r");
    third.wait("the change", |screen| screen.contents().contains("−194.4"));
    third.press("uu");
    third.wait("both undone", |screen| {
        screen.contents().contains("Undone: C&P plan −£192.4m → −£193.4m.")
    });
}

#[test]
fn a_file_that_no_longer_fits_and_is_mended_loses_no_change() {
    let home = tempfile::tempdir().unwrap();
    let text = include_str!("../../scenarios/east-of-england-2019.ron");
    let file = home.path().join("area.ron");
    std::fs::write(&file, text).unwrap();
    let mut running = Running::start(&home, &["explore", "area.ron"]);
    running.wait("the first screen", |screen| screen.contents().contains(ARRIVED));
    running.press("\x1b[D");
    running.wait("a change", |screen| screen.contents().contains("1 change, not saved"));
    // Its story and lessons quote the id too.
    let names = [("\"CP\"", "\"ZZ\""), ("CP.", "ZZ."), ("CP/", "ZZ/")];
    let renamed = names.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to));
    std::fs::write(&file, renamed).unwrap();
    running.wait("what is lost", |screen| screen.contents().contains("is kept: CP.plan"));
    running.press("gh");
    running.wait("the list", |screen| screen.contents().contains("Nothing is called `CP`"));
    // Torn in the middle, then as it was.
    std::fs::write(&file, &text[..2_000]).unwrap();
    running.wait("its problems", |screen| screen.contents().contains("cannot be opened"));
    std::fs::write(&file, text).unwrap();
    running.wait("the change again", |screen| screen.contents().contains("● 1 change, not saved"));
    running.press("u");
    running.wait("it is undone", |screen| {
        screen.contents().contains("Undone: C&P plan −£192.4m → −£193.4m.")
    });
}

#[test]
fn the_second_to_have_it_open_is_told_and_saves_under_another_name() {
    let home = tempfile::tempdir().unwrap();
    let mut first = Running::arrived(&home);
    let process = format!("process {} since ", first.child.process_id().unwrap());
    let mut second = Running::start(&home, &["explore", "east-of-england-2019"]);
    second.wait("it is told", |screen| screen.contents().contains(&process));
    second.press("\r\x1b[D");
    second.wait("a change", |screen| screen.contents().contains("1 change, not saved"));
    second.press("w");
    second.wait("the question", |screen| screen.contents().contains("Replace east"));
    assert!(second.parser.screen().contents().contains(&process));
    second.press("n");
    second.wait("it is saved", |screen| screen.contents().contains("1 change, saved"));
    let saved = |name: &str| home.path().join(name).exists();
    assert!(
        saved("east-of-england-2019-2.whatif.ron") && !saved("east-of-england-2019.whatif.ron")
    );
    // The first is told of what somebody else puts in the place of its own.
    std::fs::write(home.path().join("east-of-england-2019.whatif.ron"), "a letter").unwrap();
    first.wait("it is told", |screen| screen.contents().contains("changed by another program"));
    first.signal("-KILL");
    first.ended();
    let mut third = Running::arrived(&home);
    third.settle(Duration::from_millis(100));
    assert!(!third.parser.screen().contents().contains("since"), "the dead hold nothing");
}

#[test]
fn without_a_terminal_it_says_what_to_run_instead() {
    let program = Command::new(env!("CARGO_BIN_EXE_fairshare")).arg("explore").output().unwrap();
    let talk = String::from_utf8(program.stderr).unwrap();
    assert!(talk.contains("fairshare explore needs a terminal"), "{talk}");
    assert!(talk.contains("fairshare report east-of-england-2019"), "{talk}");
    assert!(program.stdout.is_empty(), "no escape sequence goes into a pipe");
    assert_eq!(program.status.code(), Some(2));
}
