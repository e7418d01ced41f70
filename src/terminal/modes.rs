//! The modes of the terminal: taken together, given back together, on every way out.
//!
//! Who asks for that (the end, a signal, a panic, a stop) is not known here.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

/// The other screen, and pastes marked as such.
const TAKE: &str = "\x1b[?1049h\x1b[?2004h";
/// Presses, drags and the wheel, with places of any size; not every movement.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1002l\x1b[?1000l";
/// An open frame is ended first; then plain letters, the cursor and the shell's own screen.
const GIVE_BACK: &str = "\x1b[?2026l\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[?2004l\x1b[0m\x1b[?25h\
                         \x1b[?1049l";

/// Whether the terminal is ours: shared with whatever may have to give it back.
#[derive(Clone, Debug, Default)]
pub(super) struct Hold(Arc<AtomicBool>);

impl Hold {
    /// Gives everything back, once. Goes on after a failure: the rest may still work.
    pub(super) fn give_back(&self) {
        if self.0.swap(false, Ordering::SeqCst) {
            let _ = write(GIVE_BACK);
            let _ = disable_raw_mode();
        }
    }
}

/// The terminal's modes while the program is on the screen; dropped, they are given back.
#[derive(Debug)]
pub(super) struct Modes {
    hold: Hold,
    mouse: bool,
}

impl Modes {
    /// Nothing is taken yet.
    pub(super) fn new(hold: Hold, mouse: bool) -> Self {
        Self { hold, mouse }
    }

    /// Takes the terminal, also if somebody changed its modes while it was ours.
    ///
    /// # Errors
    /// It cannot be written to or set; then it is given back.
    pub(super) fn take(&self) -> io::Result<()> {
        // After a stop from outside the terminal is not raw although it was never given back.
        let _ = disable_raw_mode();
        self.hold.0.store(true, Ordering::SeqCst);
        let taken = enable_raw_mode()
            .and_then(|()| write(TAKE))
            .and_then(|()| write(if self.mouse { MOUSE_ON } else { "" }));
        if taken.is_err() {
            self.give_back();
        }
        taken
    }

    /// Gives everything back until it is taken again.
    pub(super) fn give_back(&self) {
        self.hold.give_back();
    }

    /// Takes the mouse, or leaves it to the terminal.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub(super) fn use_mouse(&mut self, wanted: bool) -> io::Result<()> {
        self.mouse = wanted;
        write(if wanted { MOUSE_ON } else { MOUSE_OFF })
    }
}

impl Drop for Modes {
    fn drop(&mut self) {
        self.give_back();
    }
}

fn write(words: &str) -> io::Result<()> {
    let mut out = io::stdout();
    out.write_all(words.as_bytes())?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_switched_on_is_switched_off_and_the_screen_is_left_last() {
        let on = [TAKE, MOUSE_ON].concat();
        let switches: Vec<&str> = on.split_inclusive('h').collect();
        assert_eq!(switches.len(), 5);
        for switch in switches {
            let off = switch.replace('h', "l");
            assert!(GIVE_BACK.contains(&off), "{off:?} is missing");
        }
        assert!(GIVE_BACK.ends_with("\x1b[?25h\x1b[?1049l"));
        assert!(GIVE_BACK.contains(MOUSE_OFF));
    }
}
