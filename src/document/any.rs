//! Whatever a person names: a scenario, or an overlay with its base.

use std::path::Path;

use super::overlay::{self, Opened};
use super::{Diagnostic, Faulty, Loaded, file, library, load};

/// What was opened.
#[derive(Clone, Debug)]
pub enum Any {
    /// A scenario.
    Scenario(Box<Loaded>),
    /// An overlay, with its base and the changes made.
    Overlay(Box<Opened>),
}

/// Whether there is something to read by this name or path. What is wrong in it is not asked.
///
/// # Errors
/// Why there is not, in words.
pub fn readable(name: &str) -> Result<(), String> {
    if library::text(name).is_some() {
        return Ok(());
    }
    let read = file::read(Path::new(name));
    let unreadable = read.err().filter(|faulty| faulty.is_unreadable());
    let why = unreadable.and_then(|faulty| faulty.faults.first().map(Diagnostic::headline));
    why.map_or(Ok(()), Err)
}

/// Opens a shipped name, or a file: a scenario or an overlay, told apart by its fields.
///
/// # Errors
/// All faults of the file; or the one that kept it from being read.
pub fn open_any(name: &str) -> Result<Any, Box<Faulty>> {
    if library::text(name).is_some() {
        return load::open(name).map(|loaded| Any::Scenario(Box::new(loaded)));
    }
    let path = Path::new(name);
    let source = file::read(path)?;
    if source.root().is_ok_and(|root| overlay::is_overlay(&root.fields().unwrap_or_default())) {
        return overlay::open_source(source, path).map(|opened| Any::Overlay(Box::new(opened)));
    }
    load::parse(source).map(|loaded| Any::Scenario(Box::new(loaded)))
}
