//! Where unsaved changes are kept while the program runs, and what an earlier run left there.
//!
//! What stands in such a file, and which of them may be offered, is `document`'s business.

use std::io;
use std::path::{Path, PathBuf};

use crate::document::overlay::Overlay;
use crate::document::recovery::{Moment, Slot};

/// The place of unsaved changes.
#[derive(Clone, Debug)]
pub struct Recovery {
    /// This run's own.
    pub slot: Slot,
    /// What an earlier run left and is being offered; it goes as soon as this run decides.
    pub offered: Option<PathBuf>,
    /// The moment, as the caller's clock has it.
    pub now: fn() -> Moment,
}

impl Recovery {
    /// The file, for last words.
    pub(super) fn path(&self) -> &Path {
        self.slot.path()
    }

    /// Keeps changes. Those of the earlier run are among them, or were turned down.
    pub(super) fn keep(&mut self, overlay: &Overlay) -> Result<(), String> {
        let kept = self.slot.write(overlay, &(self.now)());
        kept.map_err(|fault| format!("Unsaved changes are not kept: {fault}."))?;
        self.drop_offered()
    }

    /// Forgets what is kept: it is saved, or not wanted.
    pub(super) fn forget(&mut self) -> Result<(), String> {
        self.slot.clear().map_err(|fault| format!("{fault}."))?;
        self.drop_offered()
    }

    fn drop_offered(&mut self) -> Result<(), String> {
        let Some(path) = self.offered.take() else { return Ok(()) };
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(format!("{} cannot be removed: {error}.", path.display()))
            }
            _ => Ok(()),
        }
    }
}
