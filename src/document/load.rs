//! From a path or a shipped name to a checked scenario, or to all of its faults.

use std::fmt::Write as _;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::read::{Pending, scenario};
use super::sheet::Reading;
use super::{Code, Diagnostic, check, library, sort_by_place};
use crate::format;
use crate::model::Scenario;
use crate::ron_text::Source;

/// The largest file that is read: 32 MiB.
pub const LARGEST: u64 = 32 * 1024 * 1024;

/// A file that was read without a fault.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The scenario.
    pub scenario: Scenario,
    /// Its text.
    pub source: Source,
    /// What somebody should look at, though the file can be used.
    pub warnings: Vec<Diagnostic>,
}

/// A file that cannot be used.
#[derive(Clone, Debug)]
pub struct Faulty {
    /// Its text, as far as it could be read.
    pub source: Source,
    /// All of its faults, in the order of their places.
    pub faults: Vec<Diagnostic>,
}

/// Opens a scenario: one of those inside the program by its name, else a file.
///
/// # Errors
/// All faults of the file; or the one that kept it from being read.
pub fn open(name: &str) -> Result<Loaded, Box<Faulty>> {
    match library::text(name) {
        Some(text) => parse(Source::new(format!("{name}.ron"), text)),
        None => read(Path::new(name)).and_then(parse),
    }
}

/// Reads a file's text, once its type and size are known to be right.
///
/// # Errors
/// Why it cannot be read.
pub fn read(path: &Path) -> Result<Source, Box<Faulty>> {
    let name = path.display().to_string();
    let wrong = |code: Code, message: String, remedy: &str| {
        let fault = Diagnostic::new(code, 0..0, message).remedy(remedy);
        Box::new(Faulty { source: Source::new(name.clone(), ""), faults: vec![fault] })
    };
    let about = std::fs::metadata(path).map_err(|error| {
        let names = library::LIBRARY.iter().map(|entry| entry.name);
        let message = format!("`{name}` cannot be read: {error}");
        let remedy = "give a path, or a name from `fairshare list`";
        let mut faulty = wrong(Code::UNREADABLE, message, remedy);
        if let Some(fault) = faulty.faults.first_mut() {
            fault.nearest = format::nearest(&name, names).map(str::to_owned);
        }
        faulty
    })?;
    if !about.is_file() {
        let message = format!("`{name}` is not a file");
        return Err(wrong(Code::NOT_A_FILE, message, "give the path of a .ron file"));
    }
    if about.len() > LARGEST {
        let message = format!("`{name}` has {} bytes; at most {LARGEST} are read", about.len());
        return Err(wrong(
            Code::TOO_LARGE,
            message,
            "a scenario is far smaller: is it the right file?",
        ));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).and_then(|file| file.take(LARGEST).read_to_end(&mut bytes));
    if let Err(error) = file {
        let message = format!("`{name}` cannot be read: {error}");
        return Err(wrong(Code::UNREADABLE, message, "check that you may read it"));
    }
    Source::try_from_bytes(name.clone(), bytes).map_err(|error| {
        let source = Source::new(name.clone(), "");
        Box::new(Faulty { source, faults: vec![Diagnostic::encoding(&error)] })
    })
}

/// Makes a scenario of a text, or finds all of its faults.
///
/// # Errors
/// All faults of the text.
pub fn parse(source: Source) -> Result<Loaded, Box<Faulty>> {
    let (scenario, mut faults) = checked(&source);
    sort_by_place(&mut faults);
    match scenario {
        Some(scenario) if !check::is_broken(&faults) => {
            Ok(Loaded { scenario, source, warnings: faults })
        }
        _ => Err(Box::new(Faulty { source, faults })),
    }
}

fn checked(source: &Source) -> (Option<Scenario>, Vec<Diagnostic>) {
    let root = match source.root() {
        Ok(root) => root,
        Err(error) => return (None, vec![Diagnostic::syntax(&error)]),
    };
    let mut reading = Reading {
        source,
        root,
        faults: Vec::new(),
        figures: Vec::new(),
        sources: Vec::new(),
        measures: Vec::new(),
        year: None,
        places: std::collections::HashMap::new(),
        pending: Pending::default(),
    };
    let Some(draft) = scenario(&mut reading, root) else { return (None, reading.faults) };
    check::ids(&mut reading, &draft);
    let scenario = draft.done(fingerprint(source.text()));
    // A rule is only tried on a tree that was read whole: else one fault would look like two.
    if !check::is_broken(&reading.faults) {
        check::rules(&mut reading, &scenario);
    }
    check::paths(&mut reading, &scenario);
    (Some(scenario), reading.faults)
}

/// The SHA-256 of a text, in hexadecimal.
pub fn fingerprint(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
