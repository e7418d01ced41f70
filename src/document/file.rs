//! A file's text from the disk, once its type and size are known to be right.

use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::Path;

use super::{Code, Diagnostic, Faulty, library};
use crate::format;
use crate::ron_text::Source;

/// The largest file that is read: 32 MiB.
pub const LARGEST: u64 = 32 * 1024 * 1024;

/// Reads a file's text.
///
/// # Errors
/// Why it cannot be read.
pub fn read(path: &Path) -> Result<Source, Box<Faulty>> {
    let name = path.display().to_string();
    let bytes = bytes(path, &name).map_err(|fault| faulty(&name, *fault))?;
    Source::try_from_bytes(name.clone(), bytes).map_err(|error| {
        let fault = Diagnostic::encoding(&error);
        Box::new(faulty(&name, fault.remedy("save it as UTF-8 in the editor that wrote it")))
    })
}

fn faulty(name: &str, fault: Diagnostic) -> Faulty {
    Faulty { source: Source::new(name, ""), faults: vec![fault] }
}

/// The type is looked at before the file is opened: a pipe would make the program wait.
fn bytes(path: &Path, name: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
    let about = std::fs::metadata(path).map_err(|error| unreadable(name, &error))?;
    if !about.is_file() {
        let what = if about.is_dir() { "a folder" } else { "a pipe or a device" };
        let message = format!("`{name}` is {what}, not a file");
        let fault = Diagnostic::new(Code::NOT_A_FILE, 0..0, message);
        let remedy = "give the path of a .ron file, or a name from `fairshare list`";
        return Err(fault.remedy(remedy).into());
    }
    let mut bytes = Vec::new();
    let file = File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes));
    file.map_err(|error| unreadable(name, &error))?;
    let size = about.len().max(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
    if size > LARGEST {
        let message = format!("`{name}` has {size} bytes; at most {LARGEST} are read");
        let fault = Diagnostic::new(Code::TOO_LARGE, 0..0, message);
        return Err(fault.remedy("a scenario is far smaller: is it the right file?").into());
    }
    Ok(bytes)
}

fn unreadable(name: &str, error: &std::io::Error) -> Diagnostic {
    let fault = |message: String| Diagnostic::new(Code::UNREADABLE, 0..0, message);
    match error.kind() {
        ErrorKind::NotFound => {
            let names = library::LIBRARY.iter().map(|entry| entry.name);
            let fault = fault(format!("there is no file `{name}`, and nothing ships by that name"));
            let remedy = "give a path, or a name from `fairshare list`";
            fault.nearest(format::nearest(name, names)).remedy(remedy)
        }
        ErrorKind::PermissionDenied => {
            let fault = fault(format!("`{name}` may not be read"));
            fault.remedy("ask its owner to let you read it, or make a copy")
        }
        _ => fault(format!("`{name}` cannot be read: {error}")),
    }
}
