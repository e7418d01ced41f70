//! `fairshare list`: the scenarios inside the program.

use super::aligned::{aligned, spoken};
use crate::document::LIBRARY;

/// One a line, name first.
pub(super) fn run(plain: bool) -> String {
    let rows: Vec<Vec<String>> =
        LIBRARY.iter().map(|entry| vec![entry.name.to_owned(), entry.about.to_owned()]).collect();
    if plain { spoken(&["name", "about"], &rows) } else { aligned(&[], &rows) }
}
