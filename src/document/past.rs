//! The history of a scenario or an overlay from one run to the next: one file for each of them.
//!
//! Such a file is an overlay that also says how its changes came about. While there are unsaved
//! changes they are in `recovery` with their history; what stands here is how it was when everything
//! was saved, or left. How long a history grows, `levers` decides.

use std::fs;
use std::path::{Path, PathBuf};

use super::claim::whole;
use super::overlay::{self, Log, Overlay};
use super::recovery::stem_of;
use super::save::{SaveFault, write_atomically};
use super::{Faulty, file};

/// How the names of these files end.
const ENDING: &str = ".history.ron";

/// Where the history of what was opened is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    folder: PathBuf,
    own: PathBuf,
    only_saved: bool,
}

/// A history that cannot be read; it was put aside, and a new one begins.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("The history of earlier runs cannot be read ({why}): a new one begins, that one is kept in {}", aside.display())]
pub struct Damaged {
    /// What is wrong with it.
    pub why: String,
    /// Where it is now.
    pub aside: PathBuf,
}

impl Past {
    /// The place in a folder for the scenario or overlay that was opened.
    pub fn new(folder: &Path, opened: &str) -> Self {
        Self { folder: folder.to_owned(), own: path(folder, opened), only_saved: false }
    }

    /// The place in a folder for an overlay's file.
    pub fn of_overlay(folder: &Path, overlay: &Path) -> Self {
        Self::new(folder, &whole(overlay).display().to_string())
    }

    /// The same for somebody who is the second to have this open: only the history of what is saved
    /// under a name of its own is written.
    #[must_use]
    pub fn of_saved_only(self) -> Self {
        Self { only_saved: true, ..self }
    }

    /// The history as it was left; `None` if there is none.
    ///
    /// # Errors
    /// What is there is no history, or one of another version of the program.
    pub fn read(&self) -> Result<Option<Log>, Damaged> {
        if !self.own.exists() {
            return Ok(None);
        }
        let read = file::read(&self.own).and_then(|source| overlay::read(&source));
        match read {
            Ok(placed) => Ok(placed.overlay.history),
            Err(faulty) => Err(self.put_aside(&faulty)),
        }
    }

    /// Writes a history down, atomically: as that of what was opened, and as that of the overlay
    /// that holds the same.
    ///
    /// # Errors
    /// Why it could not be written.
    pub fn write(&self, history: &Overlay, saved: Option<&Path>) -> Result<(), SaveFault> {
        // That it cannot be made shows, in better words, when the file is written.
        let _ = fs::create_dir_all(&self.folder);
        let text = overlay::text(history);
        let saved = saved.map(|saved| Self::of_overlay(&self.folder, saved).own);
        let own = (!self.only_saved).then(|| self.own.clone());
        let other = saved.filter(|saved| Some(saved) != own.as_ref());
        own.iter().chain(&other).try_for_each(|path| write_atomically(path, &text))
    }

    fn put_aside(&self, faulty: &Faulty) -> Damaged {
        // An earlier one that was put aside is not lost for this one.
        let ending = |number: u32| match number {
            0 => "damaged".to_owned(),
            more => format!("{more}.damaged"),
        };
        let names = (0..100).map(|number| self.own.with_extension(ending(number)));
        let free = names.into_iter().find(|path| !path.exists());
        let aside = free.unwrap_or_else(|| self.own.with_extension("damaged"));
        let why = faulty.faults.first().map(|fault| fault.message.clone()).unwrap_or_default();
        match fs::rename(&self.own, &aside) {
            Ok(()) => Damaged { why, aside },
            Err(_) => Damaged { why, aside: self.own.clone() },
        }
    }
}

fn path(folder: &Path, opened: &str) -> PathBuf {
    folder.join(format!("{}{ENDING}", stem_of(opened)))
}
