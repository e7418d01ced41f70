//! Watches the scenario's file, and says once when it has changed and come to rest.
//!
//! The directory is watched, not the file: editors replace files by new ones.

use std::ffi::OsString;
use std::path::Path;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use notify::{Event, RecursiveMode, Watcher};

use super::input::Arrival;
use crate::app::Message;

/// How long nothing may happen before a change counts as finished.
const REST: Duration = Duration::from_millis(80);

/// Keeps the watch up while it lives.
pub(super) struct Watch {
    _watcher: notify::RecommendedWatcher,
}

/// Begins to watch a file.
///
/// # Errors
/// The directory cannot be watched; the program then works without reading the file again.
pub(super) fn watch(file: &Path, inbox: Sender<Arrival>) -> notify::Result<Watch> {
    let (raw, events) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event| {
        // Nobody listens any more when the program ends.
        let _ = raw.send(event);
    })?;
    let directory = file.parent().filter(|dir| !dir.as_os_str().is_empty());
    watcher.watch(directory.unwrap_or(Path::new(".")), RecursiveMode::NonRecursive)?;
    let name = file.file_name().map(OsString::from).unwrap_or_default();
    let spawned = thread::Builder::new().name("watch".to_owned()).spawn(move || {
        report(&events, &name, || inbox.send(Arrival::Message(Message::FileChanged)).is_ok());
    });
    spawned.map_err(notify::Error::io)?;
    Ok(Watch { _watcher: watcher })
}

fn report(events: &Receiver<notify::Result<Event>>, name: &OsString, tell: impl Fn() -> bool) {
    while let Ok(event) = events.recv() {
        if !is_about(&event, name) {
            continue;
        }
        loop {
            match events.recv_timeout(REST) {
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        if !tell() {
            return;
        }
    }
}

/// Whether an event changes the file of this name; reading it is no change.
fn is_about(event: &notify::Result<Event>, name: &OsString) -> bool {
    let Ok(event) = event else { return false };
    let named = |path: &std::path::PathBuf| path.file_name() == Some(name.as_os_str());
    !event.kind.is_access() && event.paths.iter().any(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_replaced_is_reported_and_its_neighbour_is_not() {
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("a.ron");
        std::fs::write(&file, "1").unwrap();
        let (inbox, messages) = mpsc::channel();
        let _watch = watch(&file, inbox).unwrap();
        std::fs::write(place.path().join("b.ron"), "x").unwrap();
        assert!(messages.recv_timeout(REST * 3).is_err());
        let new = place.path().join("a.ron.new");
        std::fs::write(&new, "2").unwrap();
        std::fs::rename(&new, &file).unwrap();
        assert!(messages.recv_timeout(Duration::from_secs(5)).is_ok());
    }
}
