//! The shape of a figure that goes in, and of how well it is known.

use schemars::JsonSchema;
use serde::Serialize;

/// A figure or choice that goes in.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::report) struct Figure {
    /// Where it is used: `07G.allocation`; of a published outcome the outcome's path.
    pub(in crate::report::json) path: String,
    /// How well it is known; `changed` if it is no longer the file's.
    pub(in crate::report::json) standing: Standing,
    /// The id of its source (published, reported), or how it was come by (derived, assumed); of
    /// what was changed, how the file's own figure was known.
    pub(in crate::report::json) source: String,
    /// As the file writes it; of what was changed, as it would be typed.
    pub(in crate::report::json) value: String,
    /// Of what was changed: as the file writes it, if the file has it at all.
    pub(in crate::report::json) in_file: Option<String>,
    /// The title of its source; null where a reason stands for it.
    pub(in crate::report::json) title: Option<String>,
    /// The date of its source, as the file gives it.
    pub(in crate::report::json) date: Option<String>,
    /// Where its source can be read.
    pub(in crate::report::json) url: Option<String>,
    /// The line of the file, from 1; null of what the file leaves out.
    pub(in crate::report::json) line: Option<u32>,
}

/// How well a figure is known.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(in crate::report::json) enum Standing {
    /// An official paper or data set.
    Published,
    /// The press, or one body's statement.
    Reported,
    /// Worked out from other figures.
    Derived,
    /// Needed, and not known.
    Assumed,
    /// The file says nothing about it.
    Plain,
    /// Not as the file has it.
    Changed,
}
