//! Whether the terminal is dark or light: it is asked before it is taken, and not waited for long.
//!
//! What is done with an answer that comes too late is in `late_answer`.

use std::io;
use std::time::Duration;

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use terminal_colorsaurus::{Error, QueryOptions, background_color};

use crate::view::theme::Ground;

/// So long a start may wait; what answers at all mostly does within a few milliseconds.
const PATIENCE: Duration = Duration::from_millis(100);

/// What came of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// The terminal told its background.
    Ground(Ground),
    /// It cannot tell, or was not asked.
    Nothing,
    /// It may tell yet.
    NothingSoFar,
}

/// Asks the terminal for its background. Whoever typed ahead is not asked over: the keys would go
/// where the answer goes.
pub(super) fn ask() -> Said {
    // As long as the terminal keeps lines to itself, it does not tell that something was typed.
    if enable_raw_mode().is_err() {
        return Said::Nothing;
    }
    let said = if has_typed_ahead() { Said::Nothing } else { answer() };
    // If this fails, the modes are taken all the same, and given back in the end.
    let _ = disable_raw_mode();
    said
}

fn answer() -> Said {
    let mut options = QueryOptions::default();
    options.timeout = PATIENCE;
    match background_color(options) {
        Ok(colour) if colour.perceived_lightness() > 0.5 => Said::Ground(Ground::Light),
        Ok(_) => Said::Ground(Ground::Dark),
        Err(Error::Timeout(_)) => Said::NothingSoFar,
        Err(_) => Said::Nothing,
    }
}

fn has_typed_ahead() -> bool {
    let stdin = io::stdin();
    let mut waiting = [PollFd::new(&stdin, PollFlags::IN)];
    let now = Timespec { tv_sec: 0, tv_nsec: 0 };
    poll(&mut waiting, Some(&now)).is_ok_and(|ready| ready > 0)
}
