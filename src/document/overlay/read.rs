//! An overlay as it stands in its file.

use std::ops::Range;

use super::super::sheet::{Reading, Sheet};
use super::super::{Code, Diagnostic, Faulty, load, sort_by_place};
use super::log::{Entry, Log};
use super::noun::{BASE, HISTORY, OVERLAY, SAVED, STEP, UNSAVED};
use crate::format;
use crate::model::StoryStep;
use crate::ron_text::{Field, Node, Source};

/// What was changed in a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlay {
    /// Its title.
    pub title: String,
    /// The scenario that it changes.
    pub base: Base,
    /// The changes, in the order in which they were made.
    pub changes: Vec<Saved>,
    /// Steps that were added to the scenario's story.
    pub story: Vec<StoryStep>,
    /// Of a recovery file: whose changes these are.
    pub unsaved: Option<Unsaved>,
    /// Of a file that the program keeps for itself: how the changes came about.
    pub history: Option<Log>,
}

/// The scenario that an overlay changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    /// A name from the library, or a path from the overlay's folder.
    pub name: String,
    /// The SHA-256 of the file for which the overlay was made, in hexadecimal.
    pub sha256: String,
}

/// One change, as it is written: values are pieces of RON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The lever.
    pub path: String,
    /// What it held: `"-192.4m"`; `None` if that is not known.
    pub from: String,
    /// What it holds since.
    pub to: String,
    /// A sentence about it.
    pub note: Option<String>,
}

/// Whose unsaved changes a recovery file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsaved {
    /// What was opened: a name or a path.
    pub opened_from: String,
    /// When the last change was made, in words: `10:42`.
    pub at: String,
    /// The same, in seconds since 1970.
    pub seconds: u64,
    /// The number of the process.
    pub process: u32,
    /// When the process began, as the system counts it, where that is known.
    pub began: Option<String>,
}

/// An overlay with the places of its parts.
pub(in super::super) struct Placed {
    pub(in super::super) overlay: Overlay,
    /// Where the base's name and its fingerprint stand.
    pub(in super::super) base: [Range<usize>; 2],
    /// Where path, old and new value of each change stand.
    pub(in super::super) changes: Vec<[Range<usize>; 3]>,
    pub(in super::super) warnings: Vec<Diagnostic>,
}

/// Whether a file's one value is an overlay: it says so by its fields, whatever its name.
pub(in super::super) fn is_overlay(fields: &[Field<'_>]) -> bool {
    let has = |name: &str| fields.iter().any(|field| field.name.source() == name);
    (has("base") || has("changes")) && !has("regions")
}

/// Reads an overlay.
pub(in super::super) fn read(source: &Source) -> Result<Placed, Box<Faulty>> {
    let faulty = |mut faults: Vec<Diagnostic>| {
        sort_by_place(&mut faults);
        Box::new(Faulty { source: source.clone(), faults })
    };
    let root = source.root().map_err(|error| faulty(vec![load::no_ron(source, &error)]))?;
    let mut reading = Reading::new(source, root);
    match overlay(&mut reading, root) {
        Some(placed) if !load::is_broken(&reading.faults) => {
            Ok(Placed { warnings: reading.faults, ..placed })
        }
        _ => Err(faulty(reading.faults)),
    }
}

fn overlay<'a>(reading: &mut Reading<'a>, root: Node<'a>) -> Option<Placed> {
    if !reading.format_is_known(root) {
        return None;
    }
    let sheet = reading.sheet(root, &OVERLAY)?;
    let title = reading.text(&sheet, "title").unwrap_or_default();
    let base = sheet.get("base").and_then(|node| reading.sheet(node, &BASE));
    let unsaved = sheet.get("unsaved").and_then(|node| unsaved(reading, node));
    let history = sheet.get("history").and_then(|node| history(reading, node));
    let mut changes = Vec::new();
    let mut places = Vec::new();
    for item in reading.items(&sheet, "changes") {
        let Some((change, place)) = saved(reading, item) else { continue };
        places.push(place);
        changes.push(change);
    }
    let items = reading.items(&sheet, "story");
    let story = items.into_iter().filter_map(|item| reading.story_step(item)).collect();
    let base = base?;
    let place = |name: &str| reading.source.span_of(&base.get(name).unwrap_or(root));
    let base_places = [place("name"), place("sha256")];
    let base = Base {
        name: reading.text(&base, "name").unwrap_or_default(),
        sha256: reading.text(&base, "sha256").unwrap_or_default(),
    };
    let overlay = Overlay { title, base, changes, story, unsaved, history };
    Some(Placed { overlay, base: base_places, changes: places, warnings: Vec::new() })
}

/// A change, and where its path, old and new value stand.
fn saved<'a>(reading: &mut Reading<'a>, item: Node<'a>) -> Option<(Saved, [Range<usize>; 3])> {
    let change = reading.sheet(item, &SAVED)?;
    let span = |node: Option<Node<'_>>| reading.source.span_of(&node.unwrap_or(item));
    let place = [span(change.get("path")), span(change.get("from")), span(change.get("to"))];
    let source = |name: &str| change.get(name).map_or("None", Node::source).to_owned();
    let saved = Saved {
        from: source("from"),
        to: source("to"),
        path: reading.text(&change, "path").unwrap_or_default(),
        note: reading.text(&change, "note"),
    };
    Some((saved, place))
}

fn history<'a>(reading: &mut Reading<'a>, node: Node<'a>) -> Option<Log> {
    let sheet = reading.sheet(node, &HISTORY)?;
    let done = count(reading, &sheet, "done").and_then(|count| usize::try_from(count).ok())?;
    let mut steps = Vec::new();
    for item in reading.items(&sheet, "steps") {
        let Some(step) = reading.sheet(item, &STEP) else { continue };
        let changes = reading.items(&step, "changes");
        let changes = changes.into_iter().filter_map(|item| saved(reading, item));
        let changes = changes.map(|(saved, _)| saved).collect();
        let words = reading.text(&step, "words").unwrap_or_default();
        let is_baseline = step.get("baseline").is_some_and(|node| node.source() == "true");
        steps.push(Entry { words, changes, is_baseline });
    }
    Some(Log { steps, done })
}

fn unsaved<'a>(reading: &mut Reading<'a>, node: Node<'a>) -> Option<Unsaved> {
    let sheet = reading.sheet(node, &UNSAVED)?;
    Some(Unsaved {
        opened_from: reading.text(&sheet, "opened_from")?,
        at: reading.text(&sheet, "at")?,
        seconds: count(reading, &sheet, "seconds")?,
        process: count(reading, &sheet, "process").and_then(|count| u32::try_from(count).ok())?,
        began: reading.text(&sheet, "began"),
    })
}

fn count<'a>(reading: &mut Reading<'a>, sheet: &Sheet<'a>, name: &str) -> Option<u64> {
    let node = sheet.get(name)?;
    let words = match node.number_text() {
        Ok(words) => words,
        Err(mismatch) => {
            reading.mismatch(&mismatch);
            return None;
        }
    };
    match format::parse_count(words) {
        Ok(count) => u64::try_from(count).ok(),
        Err(fault) => {
            reading.note(Diagnostic::unread(Code::BAD_COUNT, reading.source, node, &fault));
            None
        }
    }
}
