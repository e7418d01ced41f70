//! A (pseudo-)terminal for tests of the real program: it is started in it, sent keys and signals, and
//! looked at. Tests wait for what they want to see, never for a time alone.

use std::io::{Read as _, Write};
use std::process::Command;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;
use vt100::{MouseProtocolMode, Parser, Screen};

/// Longer than anything takes, on the slowest machine.
pub(crate) const LONG: Duration = Duration::from_secs(20);

/// What the first screen says wherever it is wide enough.
pub(crate) const ARRIVED: &str = "Who is asked";

/// The program running in a terminal of its own, with a home of its own.
pub(crate) struct Running {
    pub(crate) child: Box<dyn Child + Send + Sync>,
    pub(crate) master: Box<dyn MasterPty + Send>,
    pub(crate) keys: Box<dyn Write + Send>,
    pub(crate) output: Receiver<Vec<u8>>,
    pub(crate) parser: Parser,
    /// What the program has written.
    pub(crate) written: Vec<u8>,
}

pub(crate) fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

impl Running {
    /// Starts it and waits for its screen.
    pub(crate) fn arrived(home: &TempDir) -> Self {
        let mut running = Self::start(home, &["explore", "east-of-england-2019"]);
        running.wait("the first screen", |screen| screen.contents().contains(ARRIVED));
        running
    }

    pub(crate) fn start(home: &TempDir, words: &[&str]) -> Self {
        Self::start_in("C.UTF-8", home, words)
    }

    /// The same in another locale.
    pub(crate) fn start_in(locale: &str, home: &TempDir, words: &[&str]) -> Self {
        let pair = native_pty_system().openpty(size(120, 36)).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_fairshare"));
        command.args(words);
        command.cwd(home.path());
        command.env("HOME", home.path());
        command.env("XDG_STATE_HOME", home.path().join("state"));
        command.env("TERM", "xterm-256color");
        command.env_remove("LC_ALL");
        command.env_remove("LC_CTYPE");
        command.env("LANG", locale);
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
        Self { child, master: pair.master, keys, output, parser, written: Vec::new() }
    }

    pub(crate) fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.master.resize(size(columns, rows)).unwrap();
        self.parser.screen_mut().set_size(rows, columns);
    }

    pub(crate) fn signal(&self, name: &str) {
        let process = self.child.process_id().unwrap().to_string();
        assert!(Command::new("kill").args([name, &process]).status().unwrap().success());
    }

    /// Takes in what arrives before the moment passes; `false` if nothing came, or never will.
    pub(crate) fn take(&mut self, patience: Duration) -> bool {
        match self.output.recv_timeout(patience) {
            Ok(bytes) => {
                self.written.extend_from_slice(&bytes);
                self.parser.process(&bytes);
                true
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => false,
        }
    }

    pub(crate) fn wait(&mut self, what: &str, is_there: impl Fn(&Screen) -> bool) {
        let end = Instant::now() + LONG;
        while !is_there(self.parser.screen()) {
            let left = end.saturating_duration_since(Instant::now());
            let came = self.take(left);
            assert!(came, "waited for {what}, saw:\n{}", self.parser.screen().contents());
        }
    }

    /// Takes in what is still on its way: until nothing has come for this long.
    pub(crate) fn settle(&mut self, quiet: Duration) {
        while self.take(quiet) {}
    }

    /// Waits for the end; answers the exit code, or 128 and the signal's number.
    pub(crate) fn ended(&mut self) -> u32 {
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
    pub(crate) fn assert_given_back(&self) {
        let screen = self.parser.screen();
        assert!(!screen.alternate_screen(), "the shell's own screen is back");
        assert!(!screen.bracketed_paste(), "pastes are plain again");
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None);
        assert!(!screen.hide_cursor(), "the cursor is seen");
        assert!(!screen.bold() && !screen.inverse(), "letters are plain");
    }

    /// Whether the terminal echoes and edits lines, as a shell has it.
    pub(crate) fn is_cooked(&self) -> bool {
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
