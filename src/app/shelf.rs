//! The list of what can be opened in the place of what is open: what ships, what lies in the folder,
//! a path that is typed. It lies over whatever is shown, also over the problems of a file.
//!
//! What choosing a row does is in `update`.

use std::path::{Path, PathBuf};

use super::keymap::Context;
use super::over::PathLine;
use crate::document::{Entry, LIBRARY};
use crate::format::visible;

/// One thing that can be opened.
#[derive(Clone, Debug)]
pub enum Shelved {
    /// A scenario that ships.
    Shipped(&'static Entry),
    /// A file that lies here.
    File(PathBuf),
    /// A file whose path is still to be typed.
    Typed,
}

/// The list and its cursor.
#[derive(Debug)]
pub struct Shelf {
    /// What can be opened.
    pub rows: Vec<Shelved>,
    /// The row under the cursor.
    pub cursor: usize,
    /// The path that is being typed, if one is.
    pub line: Option<PathLine>,
    /// What is open, as it was named.
    opened: String,
}

impl Shelved {
    /// What it is called in the list.
    pub fn title(&self) -> String {
        match self {
            Self::Shipped(entry) => entry.title.to_owned(),
            Self::File(path) => visible(&path.display().to_string()),
            Self::Typed => "a file …".to_owned(),
        }
    }

    /// A sentence about it.
    pub fn about(&self) -> &'static str {
        match self {
            Self::Shipped(entry) => entry.about,
            Self::File(path) if is_overlay(path) => "changes to a scenario that were saved here",
            Self::File(_) => "a file that lies here",
            Self::Typed => "you type the path of a scenario, or of saved changes",
        }
    }

    /// What it is called on the command line; a path that is still to be typed has no name.
    pub fn name(&self) -> Option<PathBuf> {
        match self {
            Self::Shipped(entry) => Some(PathBuf::from(entry.name)),
            Self::File(path) => Some(path.clone()),
            Self::Typed => None,
        }
    }
}

impl Shelf {
    /// What ships, with the cursor on what is open.
    pub fn new(opened: &str) -> Self {
        let shipped = LIBRARY.iter().map(Shelved::Shipped);
        let rows = shipped.chain([Shelved::Typed]).collect();
        let mut shelf = Self { rows, cursor: 0, line: None, opened: opened.to_owned() };
        shelf.cursor = shelf.open_row().unwrap_or(0);
        shelf
    }

    /// The same with the files that were found.
    pub fn offer(&mut self, files: Vec<PathBuf>) {
        let knew = self.open_row().is_some();
        let at = self.rows.iter().position(|row| matches!(row, Shelved::Typed)).unwrap_or(0);
        self.rows.splice(at..at, files.into_iter().map(Shelved::File));
        if !knew {
            self.cursor = self.open_row().unwrap_or(self.cursor);
        }
    }

    /// The row under the cursor.
    pub fn row(&self) -> Option<&Shelved> {
        self.rows.get(self.cursor)
    }

    /// Whether a row is what is open.
    pub fn is_open(&self, row: &Shelved) -> bool {
        let opened = Path::new(&self.opened);
        let opened = opened.strip_prefix(".").unwrap_or(opened);
        row.name().is_some_and(|name| name == opened)
    }

    /// Opens the line that takes a path.
    pub fn ask_for_path(&mut self) {
        self.line = Some(PathLine::default());
    }

    /// The situations in which its keys are looked up.
    pub fn contexts(&self) -> &'static [Context] {
        match self.line {
            Some(_) => &[Context::PathLine],
            None => &[Context::Shelf, Context::List, Context::Everywhere],
        }
    }

    fn open_row(&self) -> Option<usize> {
        self.rows.iter().position(|row| self.is_open(row))
    }
}

fn is_overlay(path: &Path) -> bool {
    path.to_string_lossy().ends_with(".whatif.ron")
}
