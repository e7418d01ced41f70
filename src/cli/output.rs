//! Where data goes: to stdout, or to a file that is either whole or as it was.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::failure::Failure;
use crate::document::write_atomically;
use crate::format::visible;
use crate::report::is_report;
use crate::report::svg::is_picture;

/// Writes data to stdout. A reader that has gone away is no failure: it has seen enough.
pub(super) fn print(data: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(data.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::call(format!("The output cannot be written: {error}.")))
        }
        _ => Ok(()),
    }
}

/// Says something on stderr; if nobody can hear it, nothing can be done about that.
pub(super) fn say(words: &str) {
    let mut talk = io::stderr().lock();
    for line in words.trim_end().lines() {
        // A file's name or a typed value may hold what would move the cursor.
        let _ = writeln!(talk, "{}", visible(line));
    }
}

/// Where a report goes.
#[derive(Debug, clap::Args)]
pub(super) struct To {
    /// Write to a file, which is replaced as a whole if it holds what fairshare wrote.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace the file even if something else is in it.
    #[arg(long, requires = "output")]
    force: bool,
}

impl To {
    /// What is left to print: the text, or nothing once it is in its file.
    pub(super) fn put(&self, text: String, read: &[&Path]) -> Result<String, Failure> {
        let Some(path) = &self.output else { return Ok(text) };
        save(&text, Target { path, force: self.force, read }).map(|()| String::new())
    }
}

/// A file to write, and what it must leave alone.
#[derive(Clone, Copy, Debug)]
pub(super) struct Target<'t> {
    /// Where to.
    pub(super) path: &'t Path,
    /// Whether what is there may be replaced whatever it is.
    pub(super) force: bool,
    /// The names of what was read: never written over.
    pub(super) read: &'t [&'t Path],
}

/// Writes a report or a picture to a file. A file that is there and does not say that we wrote it
/// is left alone, unless `force` says otherwise.
pub(super) fn save(data: &str, target: Target<'_>) -> Result<(), Failure> {
    let path = target.path;
    let name = path.display();
    let failed = |error: io::Error| Failure::call(format!("{name} cannot be written: {error}."));
    if target.read.iter().any(|read| is_same_file(path, read)) {
        return Err(Failure::call(format!(
            "{name} is what was read, and that is never written over. Name another file."
        )));
    }
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => {
            return Err(Failure::call(format!("{name} is a folder: name a file in it.")));
        }
        // A device or a pipe cannot be replaced by a new file: it is written to.
        Ok(found) if !found.is_file() => {
            return fs::write(path, data).map_err(failed);
        }
        Ok(_) if !target.force && !says_it_is_ours(path).map_err(failed)? => {
            return Err(Failure::call(format!(
                "{name} is there already, and nothing in it says that fairshare wrote it: it was \
                 left as it is. Name another file, or add --force to replace it."
            )));
        }
        _ => {}
    }
    write_atomically(path, data).map_err(|fault| Failure::call(format!("{fault}.")))
}

fn says_it_is_ours(path: &Path) -> io::Result<bool> {
    let mut beginning = Vec::new();
    File::open(path)?.take(400).read_to_end(&mut beginning)?;
    Ok(is_report(&beginning) || is_picture(&beginning))
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| path.canonicalize().ok();
    whole(one).is_some_and(|one| whole(other) == Some(one))
}
