//! Unsaved changes that survive the program: written after each change, offered on the next start.
//!
//! A recovery file is an overlay that also says whose changes it holds. Which folder they are kept
//! in and what time it is, the caller knows.

use std::fs;
use std::path::{Path, PathBuf};

use super::overlay::{self, Overlay, Unsaved};
use super::save::{SaveFault, UNFINISHED, write_atomically};
use super::{file, fingerprint};
use crate::format;

/// How the names of recovery files end.
const ENDING: &str = ".recovery.ron";
/// A file that is still being written after an hour was left by a program that died.
const UNFINISHED_FOR: u64 = 3600;
/// Where nothing tells whether a process lives, its file is left alone for so long.
const MAY_LIVE_FOR: u64 = 60;

/// A moment, as the caller knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Seconds since 1970.
    pub seconds: u64,
    /// The same for people, in their own time: `10:42`.
    pub words: String,
}

/// Where this process keeps its unsaved changes to one scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    path: PathBuf,
    opened_from: String,
}

/// Unsaved changes that a process left when it died.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The file that holds them.
    pub path: PathBuf,
    /// The changes, to be made again by [`overlay::replay`].
    pub overlay: Overlay,
    /// Whose they are.
    pub unsaved: Unsaved,
    /// Whether the scenario's file is still as it was then.
    pub base_is_same: bool,
}

impl Slot {
    /// The place in a folder for the scenario that this process opened.
    pub fn new(folder: &Path, opened_from: &str) -> Self {
        let process = std::process::id();
        let path = folder.join(format!("{}-{process}{ENDING}", stem_of(opened_from)));
        Self { path, opened_from: opened_from.to_owned() }
    }

    /// The file that holds the changes, for messages.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes the changes, atomically; none: the file is taken away.
    ///
    /// # Errors
    /// Why it could not be written.
    pub fn write(&self, overlay: &Overlay, now: &Moment) -> Result<(), SaveFault> {
        if overlay.is_empty() {
            return self.clear();
        }
        let process = std::process::id();
        let unsaved = Unsaved {
            opened_from: self.opened_from.clone(),
            at: now.words.clone(),
            seconds: now.seconds,
            process,
            began: began(process),
        };
        let overlay = Overlay { unsaved: Some(unsaved), ..overlay.clone() };
        if let Some(folder) = self.path.parent() {
            // That it cannot be made shows, in better words, when the file is written.
            let _ = fs::create_dir_all(folder);
        }
        write_atomically(&self.path, &overlay::text(&overlay))
    }

    /// Takes the file away: everything is saved, or is to be forgotten.
    ///
    /// # Errors
    /// Why it is still there.
    pub fn clear(&self) -> Result<(), SaveFault> {
        remove(&self.path)
    }
}

impl Offer {
    /// `2 changes from 10:42 were not saved`.
    pub fn words(&self) -> String {
        let (changes, steps) = (self.overlay.changes.len(), self.overlay.story.len());
        let were = if changes + steps == 1 { "was" } else { "were" };
        let kept = format::changes_and_steps(changes, steps);
        format!("{kept} from {} {were} not saved", self.unsaved.at)
    }

    /// Forgets the changes.
    ///
    /// # Errors
    /// Why the file is still there.
    pub fn discard(&self) -> Result<(), SaveFault> {
        remove(&self.path)
    }
}

/// How the names of files begin that are kept about something that was opened.
pub(super) fn stem_of(opened: &str) -> String {
    let hash = fingerprint(opened);
    let stem = Path::new(opened).file_name().map(|name| name.to_string_lossy());
    let safe = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' };
    let name = stem.unwrap_or_default();
    let name: String = name.trim_end_matches(".ron").chars().map(safe).take(40).collect();
    format!("{name}-{}", hash.get(..8).unwrap_or_default())
}

/// The unsaved changes that dead processes left for a scenario, the latest first.
///
/// The scenario is the one that was opened by this name or path, or that has this fingerprint.
/// Files that cannot be read are left alone.
pub fn offers(folder: &Path, opened_from: &str, sha256: &str, now: &Moment) -> Vec<Offer> {
    let mut offers = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(UNFINISHED) {
            sweep(&path, now);
        }
        if !name.ends_with(ENDING) {
            continue;
        }
        let Some(overlay) = file::read(&path).ok().and_then(|s| overlay::read(&s).ok()) else {
            continue;
        };
        let Some(unsaved) = overlay.overlay.unsaved.clone() else { continue };
        let overlay = overlay.overlay;
        let base_is_same = overlay.base.sha256 == sha256;
        if (base_is_same || unsaved.opened_from == opened_from) && !is_alive(&unsaved, now) {
            offers.push(Offer { path, overlay, unsaved, base_is_same });
        }
    }
    offers.sort_by_key(|offer| std::cmp::Reverse(offer.unsaved.seconds));
    offers
}

/// Files of unsaved changes of what was opened that cannot be read, each with the reason: they are left
/// as they are, and somebody should know.
pub fn damaged(folder: &Path, opened_from: &str) -> Vec<(PathBuf, String)> {
    let begin = stem_of(opened_from);
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let own = entries.filter(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        name.starts_with(&begin) && name.ends_with(ENDING)
    });
    let broken = own.filter_map(|entry| {
        let read = file::read(&entry.path()).and_then(|source| overlay::read(&source));
        let why = read.err()?.faults.first().map(|fault| fault.message.clone());
        Some((entry.path(), why.unwrap_or_default()))
    });
    broken.collect()
}

/// Takes away what a process that died in the middle of writing left.
fn sweep(path: &Path, now: &Moment) {
    let modified = fs::metadata(path).and_then(|about| about.modified());
    let modified = modified.ok().and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok());
    let since = modified.map(|at| now.seconds.saturating_sub(at.as_secs()));
    if since.is_some_and(|since| since > UNFINISHED_FOR) {
        let _ = fs::remove_file(path);
    }
}

/// Whether the process that wrote a file still runs. A number is used again some day, so the
/// moment at which the process began must be the same too.
fn is_alive(unsaved: &Unsaved, now: &Moment) -> bool {
    if Path::new("/proc/self/stat").exists() {
        return unsaved.began.is_some() && began(unsaved.process) == unsaved.began;
    }
    now.seconds.saturating_sub(unsaved.seconds) < MAY_LIVE_FOR
}

/// When a process began, in the system's ticks: the 22nd word of its line in `/proc`.
fn began(process: u32) -> Option<String> {
    let line = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The second word is the program's name in brackets, with whatever stands in it.
    let (_, behind) = line.rsplit_once(')')?;
    behind.split_whitespace().nth(19).map(str::to_owned)
}

fn remove(path: &Path) -> Result<(), SaveFault> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            let words = format!("it could not be taken away: {error}");
            Err(SaveFault::System { path: path.to_owned(), words })
        }
        _ => Ok(()),
    }
}
