//! Where unsaved changes and the history are kept while the program runs, and what an earlier run left there.
//!
//! What stands in such a file, and which of them may be offered, is `document`'s business.

use std::io;
use std::path::{Path, PathBuf};

use crate::document::overlay::Overlay;
use crate::document::past::Past;
use crate::document::recovery::{Moment, Slot};

/// The place of unsaved changes.
#[derive(Clone, Debug)]
pub struct Recovery {
    /// This run's own.
    pub slot: Slot,
    /// What an earlier run left and is being offered; it stays until a person has decided, whatever
    /// else they change, save or leave before that.
    pub offered: Option<PathBuf>,
    /// Where the history is kept.
    pub past: Past,
    /// The moment, as the caller's clock has it.
    pub now: fn() -> Moment,
}

impl Recovery {
    /// The file, for last words.
    pub(super) fn path(&self) -> &Path {
        self.slot.path()
    }

    /// Keeps changes.
    pub(super) fn keep(&self, overlay: &Overlay) -> Result<(), String> {
        let kept = self.slot.write(overlay, &(self.now)());
        kept.map_err(|fault| format!("Unsaved changes are not kept: {fault}."))
    }

    /// Keeps the history, also for the overlay that holds what stands.
    pub(super) fn keep_history(
        &self,
        overlay: &Overlay,
        saved: Option<&Path>,
    ) -> Result<(), String> {
        self.past
            .write(overlay, saved)
            .map_err(|fault| format!("The history is not kept: {fault}."))
    }

    /// Forgets what is kept: it is saved, or not wanted.
    pub(super) fn forget(&self) -> Result<(), String> {
        self.slot.clear().map_err(|fault| format!("{fault}."))
    }

    /// Takes away what the earlier run left: it is among this run's changes, or was turned down.
    pub(super) fn forget_offered(&mut self) -> Result<(), String> {
        let Some(path) = self.offered.take() else { return Ok(()) };
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(format!("{} cannot be removed: {error}.", path.display()))
            }
            _ => Ok(()),
        }
    }
}
