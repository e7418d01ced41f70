//! The tables of what an overlay may say, as `document::noun` has them for a scenario.

use super::super::field_kind::FieldKind;
use super::super::noun::{Noun, STEP as STORY_STEP, may, need};
use FieldKind::{Count, List, One, Other, Text};

/// What was changed in a scenario.
pub(in super::super) static OVERLAY: Noun = Noun {
    name: "an overlay",
    fields: &[
        need("format", Count, "the version of this form: 1"),
        need("title", Text, "its title"),
        need("base", One(&BASE), "the scenario that it changes"),
        may("changes", List(&SAVED), "the changes, in the order in which they were made"),
        may("story", List(&STORY_STEP), "steps that were added to the scenario's story"),
        may("unsaved", One(&UNSAVED), "of a recovery file: whose changes these are"),
        may("history", One(&HISTORY), "of a file that fairshare keeps for itself: step by step"),
    ],
};

/// The scenario that an overlay changes.
pub(super) static BASE: Noun = Noun {
    name: "a base",
    fields: &[
        need("name", Text, "a name from `fairshare list`, or a path from the overlay's folder"),
        need("sha256", Text, "the fingerprint of the file for which the overlay was made"),
    ],
};

/// A change of an overlay.
pub(super) static SAVED: Noun = Noun {
    name: "a change",
    fields: &[
        need("path", Text, "the lever: CP.plan"),
        may("from", Other, "what it held"),
        need("to", Other, "what it holds since, with its unit"),
        may("note", Text, "a sentence about it"),
    ],
};

/// Whose changes a recovery file holds.
pub(super) static UNSAVED: Noun = Noun {
    name: "a note of unsaved changes",
    fields: &[
        need("opened_from", Text, "what was opened: a name or a path"),
        need("at", Text, "when the last change was made, in words"),
        need("seconds", Count, "the same, in seconds since 1970"),
        need("process", Count, "the number of the process"),
        may("began", Text, "when the process began, as the system counts it"),
    ],
};

/// How what was changed came about, step by step.
pub(super) static HISTORY: Noun = Noun {
    name: "a history",
    fields: &[
        need("done", Count, "how many of the steps are done; those behind them were undone"),
        may("steps", List(&STEP), "the steps, in the order in which they were taken"),
    ],
};

/// A step of a history.
pub(super) static STEP: Noun = Noun {
    name: "a step",
    fields: &[
        need("words", Text, "what was done, as undo says it"),
        may("baseline", Other, "true: what stands after it is what changes are measured against"),
        may("changes", List(&SAVED), "its changes; `to: AsInFile` puts back what the file has"),
    ],
};
