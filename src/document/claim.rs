//! Who has an overlay open: two programs that save in the same file would lose each other's changes.
//!
//! A claim is a lock of the system on a small file in the program's own folder: it ends with the
//! process, however that ends, so that none is ever stale. The file itself stays and is used again.

use std::collections::BTreeMap;
use std::fmt;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use super::recovery::{Moment, stem_of};

/// How the names of the files end that are locked.
const ENDING: &str = ".open";

/// The process that has an overlay open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holder {
    /// Its number, where it is known.
    pub process: Option<u32>,
    /// Since when, in words: `10:42`; empty where that is not known.
    pub since: String,
}

/// The overlays that this process has claimed.
#[derive(Debug)]
pub struct Claims {
    folder: PathBuf,
    held: BTreeMap<PathBuf, File>,
}

impl Claims {
    /// Nothing is claimed yet.
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), held: BTreeMap::new() }
    }

    /// Gives up what is claimed: something else is opened.
    pub fn release(&mut self) {
        self.held.clear();
    }

    /// Claims an overlay, which need not exist; answers who has it, if that is another process.
    /// Where the system has no locks, nobody is known to have it.
    pub fn take(&mut self, overlay: &Path, now: &Moment) -> Option<Holder> {
        let overlay = whole(overlay);
        if self.held.contains_key(&overlay) {
            return None;
        }
        let _ = fs::create_dir_all(&self.folder);
        let name = format!("{}{ENDING}", stem_of(&overlay.display().to_string()));
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let mut file = options.open(self.folder.join(name)).ok()?;
        match file.try_lock() {
            Ok(()) => {
                let line = format!("{} {}\n", std::process::id(), now.words);
                // Who cannot be told who it is, is told that there is somebody.
                let _ = file.set_len(0).and_then(|()| file.write_all(line.as_bytes()));
                self.held.insert(overlay, file);
                None
            }
            Err(TryLockError::WouldBlock) => Some(holder(&mut file)),
            Err(TryLockError::Error(_)) => None,
        }
    }
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.process {
            Some(process) => write!(f, "process {process} since {}", self.since),
            None => f.write_str("another process"),
        }
    }
}

fn holder(file: &mut File) -> Holder {
    let mut line = String::new();
    let read = file.rewind().and_then(|()| file.take(100).read_to_string(&mut line));
    let words = line.trim().split_once(' ').filter(|_| read.is_ok());
    let process = words.and_then(|(process, _)| process.parse().ok());
    Holder { process, since: words.map_or_else(String::new, |(_, since)| since.to_owned()) }
}

/// The same path from whichever folder it is named; its file may not exist.
pub(super) fn whole(path: &Path) -> PathBuf {
    if let Ok(whole) = path.canonicalize() {
        return whole;
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new(".")).canonicalize();
    folder.map_or_else(
        |_| path.to_owned(),
        |folder| folder.join(path.file_name().unwrap_or_default()),
    )
}
