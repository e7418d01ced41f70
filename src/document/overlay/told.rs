//! Steps that were added to a story, held against the base: a path that leads nowhere by now, a change
//! that no longer fits.

use super::super::sheet::Reading;
use super::super::{Diagnostic, Severity, check};
use super::noun::OVERLAY;
use crate::model::Scenario;
use crate::ron_text::Source;

/// What somebody should look at before the steps are shown to a room.
pub(super) fn doubts(source: &Source, base: &Scenario) -> Vec<Diagnostic> {
    let Ok(root) = source.root() else { return Vec::new() };
    let mut reading = Reading::new(source, root);
    let Some(sheet) = reading.sheet(root, &OVERLAY) else { return Vec::new() };
    for item in reading.items(&sheet, "story") {
        reading.story_step(item);
    }
    // What is wrong with the text itself was told when it was read.
    reading.faults.clear();
    check::paths(&mut reading, base);
    check::tellings(&mut reading, base);
    // The overlay opens all the same: the step says before the room that it does not fit.
    let doubt = |fault| Diagnostic { severity: Severity::Warning, ..fault };
    reading.faults.into_iter().map(doubt).collect()
}
