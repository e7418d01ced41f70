//! Signals become messages: the shell's wishes to end, to stop, to go on.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::input::Arrival;
use crate::app::Message;

/// Listens for signals on a thread of its own.
///
/// # Errors
/// The handlers cannot be put in place.
pub(super) fn listen(inbox: Sender<Arrival>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            let message = match signal {
                SIGTSTP => Message::Suspend,
                SIGCONT => Message::Resumed,
                _ => Message::End,
            };
            if inbox.send(Arrival::Message(message)).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

/// Stops this process as the shell expects; returns when the shell lets it go on.
pub(super) fn stop_here() {
    // If it cannot be stopped, it simply goes on.
    let _ = emulate_default_handler(SIGTSTP);
}
