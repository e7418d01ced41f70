//! Where data goes: to stdout, or to a file that is either whole or as it was.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use super::failure::Failure;
use crate::format::visible;
use crate::report::is_report;

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

/// Writes a report to a file. A file that is there and is no report of ours is left alone, unless
/// `force` says otherwise.
pub(super) fn save(data: &str, path: &Path, force: bool) -> Result<(), Failure> {
    let name = path.display();
    let failed = |error: io::Error| Failure::call(format!("{name} cannot be written: {error}."));
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => {
            return Err(Failure::call(format!("{name} is a folder: name a file in it.")));
        }
        // A device or a pipe cannot be replaced by a new file: it is written to.
        Ok(found) if !found.is_file() => {
            return fs::write(path, data).map_err(failed);
        }
        Ok(_) if !force && !holds_a_report(path).map_err(failed)? => {
            return Err(Failure::call(format!(
                "{name} is there already and is not a report of fairshare's: nothing was written. \
                 Name another file, or add --force to replace it."
            )));
        }
        _ => {}
    }
    replace(path, data).map_err(failed)
}

fn holds_a_report(path: &Path) -> io::Result<bool> {
    let mut beginning = Vec::new();
    File::open(path)?.take(200).read_to_end(&mut beginning)?;
    Ok(is_report(&beginning))
}

/// Writes a new file beside the path, brings it to the disk, and puts it in the path's place.
fn replace(path: &Path, data: &str) -> io::Result<()> {
    // A link is followed, so that what it points to is replaced and not the link.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".fairshare-");
    // Like any new file: what the person's umask leaves. A replaced file keeps what it had.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let had = fs::metadata(&path).map_or(0o666, |found| found.permissions().mode());
        builder.permissions(fs::Permissions::from_mode(had & 0o777));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(data.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(&path).map_err(|error| error.error)?;
    File::open(folder)?.sync_all()
}
