//! `fairshare new FILE`: a commented scenario file to begin with.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::failure::Failure;

/// The file that is written.
pub(super) const TEMPLATE: &str = include_str!("template.ron");

/// Where to.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The file to write; it must not be there yet.
    file: PathBuf,
}

/// Writes the template; answers nothing, as the file is the answer.
pub(super) fn run(args: &Args) -> Result<String, Failure> {
    let name = args.file.display();
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            Failure::call(format!("{name} is there already: nothing was written. Name a new file."))
        }
        _ => Failure::call(format!("{name} cannot be written: {error}.")),
    };
    let mut file =
        OpenOptions::new().write(true).create_new(true).open(&args.file).map_err(failed)?;
    file.write_all(TEMPLATE.as_bytes()).and_then(|()| file.sync_all()).map_err(failed)?;
    super::output::say(&format!("Written: {name}. Try: fairshare report {}", typed(&args.file)));
    Ok(String::new())
}

/// A path as it can be typed into a shell.
fn typed(path: &Path) -> String {
    let words = path.display().to_string();
    // What begins with a hyphen would be taken for an option.
    let words = if words.starts_with('-') { format!("./{words}") } else { words };
    let is_plain = |c: char| c.is_alphanumeric() || "/.-_:\\".contains(c);
    match words.chars().all(is_plain) {
        true => words,
        false => format!("'{}'", words.replace('\'', "'\\''")),
    }
}
