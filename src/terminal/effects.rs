//! What the program asks of the world, done: clipboard, files, the shell, the mouse.

use std::fs;
use std::io;
use std::path::PathBuf;

use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;

use super::run::Done;
use super::{modes, signals};
use crate::app::{Effect, FileToWrite, Message, Performed};
use crate::document;

/// What effects need to know of the outside.
pub(super) struct Desk {
    /// Where unsaved changes are kept, if there is a place.
    pub(super) recovery: Option<PathBuf>,
    /// Whether the mouse is ours.
    pub(super) mouse: bool,
    /// Whether the whole screen has to be drawn anew.
    pub(super) stale: bool,
}

impl Desk {
    /// Performs one effect.
    pub(super) fn perform(&mut self, effect: Effect) -> Done {
        match effect {
            Effect::Copy(text) => {
                let _ = execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text));
                Done::Quietly
            }
            Effect::Save(file) => write(&file, Performed::Saved),
            Effect::Export(file) => write(&file, Performed::Exported),
            Effect::WriteRecovery(text) => self.keep(&text),
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

    fn keep(&self, text: &str) -> Done {
        let Some(path) = &self.recovery else { return Done::Quietly };
        match document::write_atomically(path, text) {
            Ok(()) => Done::Quietly,
            Err(fault) => Done::Tell(Message::Performed(Performed::Failed(format!(
                "Unsaved changes cannot be kept in {}: {fault}. Save with w.",
                path.display()
            )))),
        }
    }
}

fn write(file: &FileToWrite, done: impl Fn(PathBuf) -> Performed) -> Done {
    let told = if !file.replace && file.path.exists() {
        Performed::WouldOverwrite(file.path.clone())
    } else {
        match document::write_atomically(&file.path, &file.text) {
            Ok(()) => done(file.path.clone()),
            Err(fault) => {
                Performed::Failed(format!("{} was not written: {fault}.", file.path.display()))
            }
        }
    };
    Done::Tell(Message::Performed(told))
}
