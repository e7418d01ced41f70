//! The scenario's file, and the overlay's, are watched while they are on the screen.
//!
//! Watched is its folder: many editors write a new file and give it the old one's name, and a watch
//! on the file itself would stay with the old one. Reading it again is `effects`' business.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::run::Arrival;
use crate::app::Message;

/// An editor makes several events of one save; they are one once it has been quiet for so long.
const QUIET: Duration = Duration::from_millis(150);

/// Sends this message whenever the file was changed, for as long as the answer is kept.
///
/// # Errors
/// The system cannot watch the folder.
pub(super) fn watch(
    file: &Path,
    inbox: Sender<Arrival>,
    message: &Message,
) -> notify::Result<RecommendedWatcher> {
    let file = absolute(file)?;
    let folder = file.parent().unwrap_or(&file).to_owned();
    let (changed, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        if event.is_ok_and(|event| concerns(&event, &file)) {
            // The listener is gone only when the program is.
            let _ = changed.send(());
        }
    })?;
    watcher.watch(&folder, RecursiveMode::NonRecursive)?;
    let message = message.clone();
    let told = move || tell(&changes, &inbox, &message);
    thread::Builder::new().name("watch".to_owned()).spawn(told)?;
    Ok(watcher)
}

/// The folder with its real name, the file with the name it was given.
fn absolute(file: &Path) -> notify::Result<PathBuf> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new(".")).canonicalize()?;
    Ok(folder.join(file.file_name().unwrap_or_default()))
}

/// Whether something about the file may differ now; that somebody read it is nothing.
fn concerns(event: &Event, file: &Path) -> bool {
    let written = AccessKind::Close(AccessMode::Write);
    let only_read = matches!(event.kind, EventKind::Access(kind) if kind != written);
    !only_read && event.paths.iter().any(|path| path.file_name() == file.file_name())
}

/// Passes on one message for all changes that come close together.
fn tell(changes: &Receiver<()>, inbox: &Sender<Arrival>, message: &Message) {
    while changes.recv().is_ok() {
        let ended = loop {
            match changes.recv_timeout(QUIET) {
                Ok(()) => {}
                Err(RecvTimeoutError::Timeout) => break false,
                Err(RecvTimeoutError::Disconnected) => break true,
            }
        };
        // Another file is open by now: a word about this one would be taken for a word about that.
        if ended {
            return;
        }
        if inbox.send(Arrival::Message(message.clone())).is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_file_put_in_the_place_of_the_old_one_is_seen_once() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("area.ron");
        fs::write(&file, "old").unwrap();
        let (inbox, arrivals) = mpsc::channel();
        let _watcher = watch(&file, inbox, &Message::FileChanged).unwrap();
        let beside = folder.path().join("area.ron~");
        fs::write(&beside, "new").unwrap();
        fs::rename(&beside, &file).unwrap();
        fs::write(&file, "newer").unwrap();
        let first = arrivals.recv_timeout(Duration::from_secs(10));
        assert!(matches!(first, Ok(Arrival::Message(Message::FileChanged))), "{first:?}");
        fs::write(folder.path().join("other.ron"), "").unwrap();
        fs::read(&file).unwrap();
        assert!(arrivals.recv_timeout(QUIET * 3).is_err(), "only the file itself, only once");
    }

    #[test]
    fn a_watch_that_ends_says_nothing_of_what_it_was_still_waiting_for() {
        let (changed, changes) = mpsc::channel();
        let (inbox, arrivals) = mpsc::channel();
        changed.send(()).unwrap();
        drop(changed);
        tell(&changes, &inbox, &Message::FileChanged);
        assert!(arrivals.try_recv().is_err());
    }
}
