//! What the program asks of the world, done: clipboard, files, the shell, the mouse.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;

use super::run::Done;
use super::{modes, signals};
use crate::app::{Effect, FileToWrite, Message, Performed};
use crate::document;

/// Writes a file whole or not at all.
pub type Write = fn(&Path, &str) -> io::Result<()>;

/// What effects need to know of the outside.
pub(super) struct Desk {
    /// Where unsaved changes are kept, if there is a place.
    pub(super) recovery: Option<PathBuf>,
    /// The scenario's file, if it came from one.
    pub(super) watched: Option<PathBuf>,
    /// Writes a file whole or not at all.
    pub(super) write: Write,
    /// Whether there is a file of that name that this program did not write.
    pub(super) is_foreign: fn(&Path) -> bool,
    /// Whether the mouse is ours.
    pub(super) mouse: bool,
    /// Whether the whole screen has to be drawn anew.
    pub(super) stale: bool,
}

impl Desk {
    /// Performs one effect.
    pub(super) fn perform(&mut self, effect: Effect) -> Done {
        match effect {
            Effect::Read => self.read(),
            Effect::Copy(text) => {
                let _ = execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text));
                Done::Quietly
            }
            Effect::Write(file) => self.file(file),
            Effect::WriteRecovery(overlay) => self.keep(&crate::document::overlay::text(&overlay)),
            Effect::ForgetRecovery => {
                if let Some(path) = &self.recovery {
                    // There may be none.
                    let _ = fs::remove_file(path);
                }
                Done::Quietly
            }
            Effect::UseMouse(wanted) => {
                self.mouse = wanted;
                let _ = modes::use_mouse(wanted);
                Done::Quietly
            }
            Effect::Suspend => {
                modes::give_back();
                signals::stop_here();
                self.retake()
            }
            Effect::Retake => self.retake(),
            Effect::Leave => Done::End,
        }
    }

    fn retake(&mut self) -> Done {
        self.stale = true;
        match modes::take(self.mouse) {
            Ok(()) => Done::Quietly,
            Err(_) => Done::End,
        }
    }

    /// Reads the scenario's file again.
    fn read(&self) -> Done {
        let Some(path) = &self.watched else { return Done::Quietly };
        let name = path.to_string_lossy();
        let read = document::open(&name).map(|loaded| Box::new(loaded.scenario));
        Done::Tell(Box::new(Message::Loaded(read)))
    }

    fn keep(&self, text: &str) -> Done {
        let Some(path) = &self.recovery else { return Done::Quietly };
        match (self.write)(path, text) {
            Ok(()) => Done::Quietly,
            Err(fault) => told(Performed::Failed(format!(
                "Unsaved changes cannot be kept in {}: {fault}. Save with w.",
                path.display()
            ))),
        }
    }

    fn file(&self, file: FileToWrite) -> Done {
        if !file.replace && (self.is_foreign)(&file.path) {
            return told(Performed::WouldOverwrite(file));
        }
        told(match (self.write)(&file.path, &file.text) {
            Ok(()) => Performed::Written(file.paper, file.path),
            Err(fault) => {
                Performed::Failed(format!("{} was not written: {fault}.", file.path.display()))
            }
        })
    }
}

fn told(performed: Performed) -> Done {
    Done::Tell(Box::new(Message::Performed(performed)))
}
