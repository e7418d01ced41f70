//! An overlay written: by hand, one change a line, every value with its unit.

use std::fmt::Write as _;
use std::path::Path;

use super::super::file;
use super::super::save::{SaveFault, write_atomically};
use super::log::{Entry, Log};
use super::read::{Base, Overlay, Saved, Unsaved, is_overlay};
use crate::levers::{Change, Lever, Value, path_of, value_text};
use crate::model::{Offset, Picture, Scenario, StoryStep, Telling};

/// Whether a file that is there may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overwrite {
    /// Only an overlay.
    OverlaysOnly,
    /// Whatever it is: the person was asked.
    Anything,
}

impl Overlay {
    /// The overlay of what was changed in a scenario, as [`crate::levers::History::net`] has it.
    pub fn of(title: &str, base: Base, scenario: &Scenario, changes: &[Change]) -> Self {
        let changes = changes.iter().map(|change| Saved {
            path: path_of(scenario, change.lever),
            from: piece(scenario, change.lever, &change.from),
            to: piece(scenario, change.lever, &change.to),
            note: None,
        });
        let title = title.to_owned();
        Self {
            title,
            base,
            changes: changes.collect(),
            story: Vec::new(),
            unsaved: None,
            history: None,
        }
    }

    /// Whether it changes and adds nothing.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.story.is_empty()
    }

    /// With what an earlier overlay said besides: notes of the same changes, and those that did
    /// not fit, behind the others.
    #[must_use]
    pub fn keeping(mut self, earlier: &Self, misfits: &[Saved]) -> Self {
        self = self.and(misfits);
        for change in &mut self.changes {
            let same = earlier.changes.iter().find(|known| known.path == change.path);
            change.note = change.note.take().or_else(|| same.and_then(|same| same.note.clone()));
        }
        self
    }

    /// With changes that do not fit the scenario as it is now, behind the others.
    #[must_use]
    pub fn and(mut self, misfits: &[Saved]) -> Self {
        let moved = |change: &&Saved| self.changes.iter().all(|own| own.path != change.path);
        let kept: Vec<Saved> = misfits.iter().filter(moved).cloned().collect();
        self.changes.extend(kept);
        self
    }
}

/// Writes an overlay's file, atomically.
///
/// # Errors
/// Why it could not be written; [`SaveFault::NotOurs`] if something else than an overlay is there.
pub fn save(path: &Path, overlay: &Overlay, overwrite: Overwrite) -> Result<(), SaveFault> {
    if overwrite == Overwrite::OverlaysOnly && path.is_file() && !is_ours(path) {
        return Err(SaveFault::NotOurs { path: path.to_owned() });
    }
    write_atomically(path, &text(overlay))
}

fn is_ours(path: &Path) -> bool {
    file::read(path).is_ok_and(|source| {
        source.root().is_ok_and(|root| is_overlay(&root.fields().unwrap_or_default()))
    })
}

/// The text of an overlay's file.
pub fn text(overlay: &Overlay) -> String {
    let mut text = String::from(
        "// What was changed in a scenario, written by fairshare. The scenario itself is as it was.\n(\n",
    );
    let Base { name, sha256 } = &overlay.base;
    let _ = writeln!(text, "    format: 1,\n    title: {},", quoted(&overlay.title));
    let _ = writeln!(text, "    base: (name: {}, sha256: {}),", quoted(name), quoted(sha256));
    if let Some(unsaved) = &overlay.unsaved {
        let _ = writeln!(text, "    unsaved: {},", unsaved_text(unsaved));
    }
    if let Some(history) = &overlay.history {
        text += &history_text(history);
    }
    text += "    changes: [\n";
    for change in &overlay.changes {
        let _ = writeln!(text, "        {},", change_text(change));
    }
    text += "    ],\n";
    if !overlay.story.is_empty() {
        text += &story_text(&overlay.story);
    }
    text + ")\n"
}

/// Steps that were added to a story, one a line.
fn story_text(story: &[StoryStep]) -> String {
    let mut text = String::from("    story: [\n");
    for step in story {
        let _ = writeln!(text, "        ({}),", step_fields(step).join(", "));
    }
    text + "    ],\n"
}

fn step_fields(step: &StoryStep) -> Vec<String> {
    let told = |name: &str, telling: &Option<Telling>| {
        telling.as_ref().map(|own| format!("{name}: {}", quoted(&own.text)))
    };
    let set: Vec<String> = step.set.iter().map(|(path, to)| set_text(path, to)).collect();
    let bars = |paths: &[String]| {
        let paths: Vec<String> = paths.iter().map(|path| quoted(path)).collect();
        format!("Bars([{}])", paths.join(", "))
    };
    let picture = match &step.picture {
        Picture::Bars(paths) => Some(bars(paths)),
        other => {
            Picture::NAMES.iter().find(|(_, own)| own == other).map(|(name, _)| (*name).to_owned())
        }
    };
    let what_if = step.what_if.as_ref().map(|own| {
        let to = own.to.as_ref().map_or_else(String::new, |to| format!(", to: {}", as_piece(to)));
        let (ask, path) = (quoted(&own.ask.text), quoted(&own.path));
        let made = if own.made { ", made: true" } else { "" };
        format!("what_if: (ask: {ask}, path: {path}{to}{made})")
    });
    [
        Some(format!("title: {}", quoted(&step.title.text))),
        told("caption", &step.caption),
        told("say", &step.say),
        (!set.is_empty()).then(|| format!("set: [{}]", set.join(", "))),
        step.show.as_ref().map(|path| format!("show: {}", quoted(path))),
        picture.map(|picture| format!("picture: {picture}")),
        what_if,
        step.minutes.map(|minutes| format!("minutes: {minutes}")),
        told("notes", &step.notes),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn set_text(path: &str, to: &str) -> String {
    format!("(path: {}, to: {})", quoted(path), as_piece(to))
}

/// A value as it would be typed, as a piece of RON: what is a word or has brackets stands as it is.
fn as_piece(to: &str) -> String {
    let is_piece = to.starts_with(|c: char| c.is_alphabetic());
    if is_piece { to.to_owned() } else { quoted(to) }
}

fn change_text(change: &Saved) -> String {
    let Saved { path, from, to, note } = change;
    let note = note.as_ref().map_or_else(String::new, |note| format!(", note: {}", quoted(note)));
    format!("(path: {}, from: {from}, to: {to}{note})", quoted(path))
}

fn history_text(history: &Log) -> String {
    let mut text = format!("    history: (done: {}, steps: [\n", history.done);
    for Entry { words, changes, is_baseline } in &history.steps {
        let baseline = if *is_baseline { ", baseline: true" } else { "" };
        let changes: Vec<String> = changes.iter().map(change_text).collect();
        let changes = changes.join(", ");
        let _ =
            writeln!(text, "        (words: {}{baseline}, changes: [{changes}]),", quoted(words));
    }
    text + "    ]),\n"
}

fn unsaved_text(unsaved: &Unsaved) -> String {
    let Unsaved { opened_from, at, seconds, process, began } = unsaved;
    let began = began.as_ref().map_or_else(String::new, |at| format!(", began: {}", quoted(at)));
    let (from, at) = (quoted(opened_from), quoted(at));
    format!("(opened_from: {from}, at: {at}, seconds: {seconds}, process: {process}{began})")
}

/// A value as a piece of RON: what is neither a word nor a rule stands in quotes.
pub(super) fn piece(scenario: &Scenario, lever: Lever, value: &Value) -> String {
    let text = value_text(scenario, lever, value);
    let is_scalar = match value {
        Value::Offset(offset) => *offset != Offset::WholeNeed,
        Value::Limit(_) => !text.starts_with('('),
        Value::Money(_)
        | Value::Share(_)
        | Value::Count(_)
        | Value::Measure(_)
        | Value::Month(_)
        | Value::Lead(_)
        | Value::Recovery(_) => true,
        _ => false,
    };
    if is_scalar && text != "None" { quoted(&text) } else { text }
}

/// A text in quotes, as RON reads it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.extend(c.escape_default()),
            c => out.push(c),
        }
    }
    out + "\""
}
