//! How far a learner has come: kept from one start to the next in the program's own folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::save::{SaveFault, write_atomically};

/// The file's name.
const NAME: &str = "progress.ron";

/// What somebody has learnt so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Progress {
    /// Lessons that were begun.
    pub lessons: Vec<Begun>,
    /// All predictions.
    pub record: Record,
}

/// A lesson that was begun.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Begun {
    /// Its id.
    pub id: String,
    /// How many of its steps are done.
    pub done: usize,
}

/// How predictions went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Record {
    /// How many there were.
    pub predictions: u32,
    /// How many lay within a tenth, or were the right choice.
    pub near: u32,
    /// How many were certain and right.
    pub sure_and_right: u32,
    /// How many were certain and not even near.
    pub sure_and_wrong: u32,
}

impl Progress {
    /// How many steps of a lesson are done.
    pub fn done(&self, id: &str) -> usize {
        self.lessons.iter().find(|own| own.id == id).map_or(0, |own| own.done)
    }

    /// So many steps of a lesson are done, never fewer than before; answers whether that is new.
    pub fn reach(&mut self, id: &str, done: usize) -> bool {
        let is_new = done > self.done(id);
        match self.lessons.iter_mut().find(|own| own.id == id) {
            Some(own) => own.done = own.done.max(done),
            None => self.lessons.push(Begun { id: id.to_owned(), done }),
        }
        is_new
    }

    /// Notes a prediction.
    pub fn note(&mut self, (is_near, is_right): (bool, bool), is_certain: bool) {
        let own = &mut self.record;
        own.predictions += 1;
        own.near += u32::from(is_near);
        own.sure_and_right += u32::from(is_certain && is_right);
        own.sure_and_wrong += u32::from(is_certain && !is_right && !is_near);
    }
}

impl Progress {
    /// The farther of the two, lesson by lesson, and the longer record.
    fn join(&mut self, other: &Self) {
        for own in &other.lessons {
            self.reach(&own.id, own.done);
        }
        if other.record.predictions > self.record.predictions {
            self.record = other.record;
        }
    }
}

/// Where progress is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slate {
    path: PathBuf,
}

impl Slate {
    /// The place in a folder.
    pub fn new(folder: &Path) -> Self {
        Self { path: folder.join(NAME) }
    }

    /// What is kept, or nothing yet; and what is to be said if it cannot be read.
    pub fn read(&self) -> (Progress, Option<String>) {
        let why = match self.kept() {
            Ok(kept) => return (kept.unwrap_or_default(), None),
            Err(why) => why,
        };
        let aside = self.path.with_extension("damaged");
        let kept = match fs::rename(&self.path, &aside) {
            Ok(()) => format!("it is kept in {}", aside.display()),
            Err(_) => "it stays where it is, and nothing is written over it".to_owned(),
        };
        let words = format!("How far you have come cannot be read ({why}): {kept}.");
        (Progress::default(), Some(words))
    }

    /// What the file holds; `None` if there is none.
    fn kept(&self) -> Result<Option<Progress>, String> {
        match fs::read_to_string(&self.path) {
            Ok(text) => ron::from_str(&text).map(Some).map_err(|why| why.to_string()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.to_string()),
        }
    }

    /// Keeps it, whole or not at all, with what another program has kept meanwhile.
    ///
    /// # Errors
    /// Why it could not be written: also that what is there cannot be read.
    pub fn write(&self, progress: &Progress) -> Result<(), SaveFault> {
        let system = |words: String| SaveFault::System { path: self.path.clone(), words };
        let mut all = progress.clone();
        if let Some(kept) = self.kept().map_err(system)? {
            all.join(&kept);
        }
        if let Some(folder) = self.path.parent() {
            // That it cannot be made shows, in better words, when the file is written.
            let _ = fs::create_dir_all(folder);
        }
        let text = ron::ser::to_string_pretty(&all, ron::ser::PrettyConfig::default());
        write_atomically(&self.path, &text.map_err(|why| system(why.to_string()))?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_there_again_and_what_is_damaged_is_put_aside() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Slate::new(&folder.path().join("state"));
        assert_eq!(shelf.read(), (Progress::default(), None));
        let mut progress = Progress::default();
        progress.reach("who-pays", 3);
        progress.reach("who-pays", 2);
        progress.note((false, false), true);
        // Near, though certain, is not wrong.
        progress.note((true, false), true);
        shelf.write(&progress).unwrap();
        assert_eq!(shelf.read(), (progress.clone(), None));
        assert_eq!(progress.done("who-pays"), 3);
        assert_eq!(progress.record.sure_and_wrong, 1);
        let path = folder.path().join("state/progress.ron");
        fs::write(&path, "(lessons: [").unwrap();
        let (none, words) = shelf.read();
        assert_eq!(none, Progress::default());
        assert!(words.unwrap().contains("progress.damaged"));
        assert!(folder.path().join("state/progress.damaged").exists());
    }
}
