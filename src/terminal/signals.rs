//! Signals become messages; the way back to the shell and again.
//!
//! What is then done stands in `effects` and `run`.

use std::io;
use std::process;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use signal_hook::low_level;

use super::modes::Hold;
use super::run::{Arrival, Ending};
use crate::app::Message;

/// So long the loop has to end by itself once it was told to; then it is stuck, perhaps on a
/// terminal that is gone.
const PATIENCE: Duration = Duration::from_millis(800);

/// From now on signals arrive in the inbox. One that ends the program does so even if the loop does
/// not answer.
///
/// # Errors
/// The system has no room for another thread or handler.
pub(super) fn listen(inbox: Sender<Arrival>, hold: Hold) -> io::Result<()> {
    let all = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT];
    let mut signals = Signals::new(all)?;
    let name = "signals".to_owned();
    thread::Builder::new().name(name).spawn(move || {
        for signal in signals.forever() {
            let arrival = arrival(signal);
            let ending = if let Arrival::Ended(ending) = arrival { Some(ending) } else { None };
            if inbox.send(arrival).is_err() {
                return;
            }
            if let Some(ending) = ending {
                thread::sleep(PATIENCE);
                hold.give_back();
                process::exit(ending.exit_code().into());
            }
        }
    })?;
    Ok(())
}

fn arrival(signal: i32) -> Arrival {
    match signal {
        SIGTSTP => Arrival::Message(Message::Suspend),
        SIGCONT => Arrival::Message(Message::Resumed),
        other => Arrival::Ended(Ending::Signal(other)),
    }
}

/// Stops the program until somebody says that it may go on.
///
/// # Errors
/// The system does not let it.
pub(super) fn stop() -> io::Result<()> {
    low_level::emulate_default_handler(SIGTSTP)
}
