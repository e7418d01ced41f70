//! The real program in a real (pseudo-)terminal: it arrives, works, and leaves the terminal as it
//! was, whichever way it ends. Tests wait for what they want to see, never for a time alone.

use std::io::{Read as _, Write};
use std::process::Command;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;
use vt100::{MouseProtocolMode, Parser, Screen};

/// Longer than anything takes, on the slowest machine.
const LONG: Duration = Duration::from_secs(20);

/// What the first screen says wherever it is wide enough.
const ARRIVED: &str = "Who is asked";

/// The program running in a terminal of its own, with a home of its own.
struct Running {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    parser: Parser,
    /// How many bytes the program has written.
    written: usize,
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

impl Running {
    /// Starts it and waits for its screen.
    fn arrived(home: &TempDir) -> Self {
        let mut running = Self::start(home, &["explore", "east-of-england-2019"]);
        running.wait("the first screen", |screen| screen.contents().contains(ARRIVED));
        running
    }

    fn start(home: &TempDir, words: &[&str]) -> Self {
        let pair = native_pty_system().openpty(size(120, 36)).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_fairshare"));
        command.args(words);
        command.cwd(home.path());
        command.env("HOME", home.path());
        command.env("XDG_STATE_HOME", home.path().join("state"));
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = mpsc::channel();
        thread::spawn(move || {
            let mut bytes = [0; 8_192];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let keys = pair.master.take_writer().unwrap();
        let parser = Parser::new(36, 120, 0);
        Self { child, master: pair.master, keys, output, parser, written: 0 }
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    fn resize(&mut self, columns: u16, rows: u16) {
        self.master.resize(size(columns, rows)).unwrap();
        self.parser.screen_mut().set_size(rows, columns);
    }

    fn signal(&self, name: &str) {
        let process = self.child.process_id().unwrap().to_string();
        assert!(Command::new("kill").args([name, &process]).status().unwrap().success());
    }

    /// Takes in what arrives before the moment passes; `false` if nothing came, or never will.
    fn take(&mut self, patience: Duration) -> bool {
        match self.output.recv_timeout(patience) {
            Ok(bytes) => {
                self.written += bytes.len();
                self.parser.process(&bytes);
                true
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => false,
        }
    }

    fn wait(&mut self, what: &str, is_there: impl Fn(&Screen) -> bool) {
        let end = Instant::now() + LONG;
        while !is_there(self.parser.screen()) {
            let left = end.saturating_duration_since(Instant::now());
            let came = self.take(left);
            assert!(came, "waited for {what}, saw:\n{}", self.parser.screen().contents());
        }
    }

    /// Takes in what is still on its way: until nothing has come for this long.
    fn settle(&mut self, quiet: Duration) {
        while self.take(quiet) {}
    }

    /// Waits for the end; answers the exit code, or 128 and the signal's number.
    fn ended(&mut self) -> u32 {
        let end = Instant::now() + LONG;
        loop {
            self.take(Duration::from_millis(5));
            if let Some(status) = self.child.try_wait().unwrap() {
                self.settle(Duration::from_millis(50));
                return status.exit_code();
            }
            assert!(Instant::now() < end, "it does not end:\n{}", self.parser.screen().contents());
        }
    }

    /// Fails unless the terminal is as a shell has it.
    fn assert_given_back(&self) {
        let screen = self.parser.screen();
        assert!(!screen.alternate_screen(), "the shell's own screen is back");
        assert!(!screen.bracketed_paste(), "pastes are plain again");
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None);
        assert!(!screen.hide_cursor(), "the cursor is seen");
        assert!(!screen.bold() && !screen.inverse(), "letters are plain");
    }

    /// Whether the terminal echoes and edits lines, as a shell has it.
    fn is_cooked(&self) -> bool {
        let modes = format!("{:?}", self.master.get_termios().unwrap().local_flags);
        modes.contains("ECHO") && modes.contains("ICANON")
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // After a failed test it may still run.
        let _ = self.child.kill();
    }
}

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
    let written = running.written;
    assert!(!running.take(Duration::from_millis(300)), "{} bytes", running.written - written);
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
