//! From a path or a shipped name to a checked scenario, or to all of its faults.

use std::fmt::Write as _;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::read::scenario;
use super::sheet::Reading;
use super::{Code, Diagnostic, Severity, check, library, overlay, read, sort_by_place};
use crate::model::Scenario;
use crate::ron_text::{Source, SyntaxError};

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

impl Faulty {
    /// Whether there was no text to read at all.
    pub fn is_unreadable(&self) -> bool {
        let codes = [Code::UNREADABLE, Code::NOT_A_FILE];
        self.faults.iter().any(|fault| codes.contains(&fault.code))
    }
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

/// Makes a scenario of a text, or finds all of its faults.
///
/// # Errors
/// All faults of the text.
pub fn parse(source: Source) -> Result<Loaded, Box<Faulty>> {
    let (scenario, mut faults) = checked(&source);
    sort_by_place(&mut faults);
    match scenario {
        Some(scenario) if !is_broken(&faults) => Ok(Loaded { scenario, source, warnings: faults }),
        _ => Err(Box::new(Faulty { source, faults })),
    }
}

fn checked(source: &Source) -> (Option<Scenario>, Vec<Diagnostic>) {
    let root = match source.root() {
        Ok(root) => root,
        Err(error) => return (None, vec![no_ron(source, &error)]),
    };
    let mut reading = Reading::new(source, root);
    if overlay::is_overlay(reading.pieces.look_at(root)) {
        let fault = reading.at(Code::WRONG_KIND, root, "this is an overlay, not a scenario");
        let span = fault.span.start..fault.span.start;
        let fault = Diagnostic { span, ..fault }.label("changes to a scenario");
        return (
            None,
            vec![fault.remedy("open it by itself, or name the scenario that it changes")],
        );
    }
    let Some(draft) = scenario(&mut reading, root) else { return (None, reading.faults) };
    check::ids(&mut reading, &draft);
    let scenario = draft.done(fingerprint(source.text()));
    check::rules(&mut reading, &scenario);
    check::paths(&mut reading, &scenario);
    check::key_tests(&mut reading, &scenario);
    check::tellings(&mut reading, &scenario);
    check::lessons(&mut reading, &scenario);
    (Some(scenario), reading.faults)
}

/// The fault of a text that is not RON; of one without a value it says so.
pub(super) fn no_ron(source: &Source, error: &SyntaxError) -> Diagnostic {
    let says_nothing = |line: &str| line.trim().is_empty() || line.trim().starts_with("//");
    if source.text().lines().all(says_nothing) {
        let what = if source.text().trim().is_empty() { "empty" } else { "nothing but comments" };
        let fault = Diagnostic::new(Code::SYNTAX, 0..0, format!("the file is {what}"));
        return fault.remedy("`fairshare new FILE` writes one to begin with");
    }
    Diagnostic::syntax(error)
}

/// Whether any of the faults keeps the file from being used. A lesson does not: whoever changes a
/// figure in a file with lessons wants to see what comes of it, and `check` says which answers are
/// no longer right.
pub(super) fn is_broken(faults: &[Diagnostic]) -> bool {
    let keeps_closed =
        |fault: &Diagnostic| fault.severity == Severity::Error && fault.code != Code::NOT_CONFIRMED;
    faults.iter().any(keeps_closed)
}

/// The SHA-256 of a text, in hexadecimal.
pub fn fingerprint(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
