//! The speaker's notes on a second screen: shown anew whenever the talk goes on, until Ctrl-C.

use std::io::{self, IsTerminal as _, Write};
use std::sync::mpsc;
use std::{fs, iter};

use super::watch;
use crate::app::Message;
use crate::document::podium::Podium;
use crate::format::wrapped;

/// What is shown while nobody presents.
const WAITING: &str =
    "Nobody presents this scenario now. Start it in another terminal, and press P.";

/// Clears a terminal and goes to its top.
const CLEAR: &str = "\x1b[2J\x1b[H";

/// Shows the notes of a talk as it goes on; comes back only if nobody reads them any more.
///
/// # Errors
/// The place where the notes are cannot be watched.
pub fn follow(podium: &Podium) -> io::Result<()> {
    if let Some(folder) = podium.path().parent() {
        fs::create_dir_all(folder)?;
    }
    let (inbox, changes) = mpsc::channel();
    let watching = watch::watch(podium.path(), inbox, &Message::FileChanged);
    let _watcher = watching.map_err(io::Error::other)?;
    let mut last = None;
    // What is there already is shown at once, then whatever comes.
    let mut rounds = iter::once(()).chain(iter::from_fn(|| changes.recv().ok().map(drop)));
    while rounds.next().is_some() {
        let notes = podium.notes()?.unwrap_or_else(|| WAITING.to_owned());
        if last.as_ref() != Some(&notes) {
            show(&notes)?;
            last = Some(notes);
        }
    }
    Ok(())
}

/// On a terminal in the place of what was there, else one after the other.
fn show(notes: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let (columns, _) = crossterm::terminal::size().unwrap_or((80, 24));
    match out.is_terminal() {
        true => {
            write!(out, "{CLEAR}")?;
            for line in notes.lines() {
                let lines = wrapped(line, usize::from(columns.max(20)));
                writeln!(out, "{}", lines.join("\n"))?;
            }
        }
        false => writeln!(out, "{notes}\n")?,
    }
    out.flush()
}
