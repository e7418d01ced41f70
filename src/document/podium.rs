//! The notes of a talk under way, for a second screen: one small file that the presenting program
//! writes and `fairshare notes --follow` reads.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::recovery::stem_of;
use super::save::{SaveFault, write_atomically};

/// How the names of these files end.
const ENDING: &str = ".notes.txt";

/// Where the notes of a scenario's talk are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Podium {
    path: PathBuf,
}

impl Podium {
    /// The place in a folder for the scenario that was opened.
    pub fn new(folder: &Path, opened: &str) -> Self {
        Self { path: folder.join(format!("{}{ENDING}", stem_of(opened))) }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Puts notes there, whole or not at all; nothing takes the file away: the talk is over.
    ///
    /// # Errors
    /// Why it could not be written.
    pub fn put(&self, notes: &str) -> Result<(), SaveFault> {
        if notes.is_empty() {
            // Nobody is harmed by a file that stays.
            let _ = fs::remove_file(&self.path);
            return Ok(());
        }
        if let Some(folder) = self.path.parent() {
            // That it cannot be made shows, in better words, when the file is written.
            let _ = fs::create_dir_all(folder);
        }
        write_atomically(&self.path, notes)
    }

    /// The notes of the talk under way; `None` if there is none.
    ///
    /// # Errors
    /// The file is there and cannot be read.
    pub fn notes(&self) -> io::Result<Option<String>> {
        match fs::read_to_string(&self.path) {
            Ok(notes) => Ok(Some(notes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }
}
