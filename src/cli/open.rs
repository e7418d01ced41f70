//! A scenario by its name or path, or the sentence that says why not.

use super::failure::Failure;
use super::output::say;
use crate::document::overlay::{Conflict, Stacked, Unfit};
use crate::document::{self, Faulty, Look};
use crate::model::Scenario;

/// Opens a scenario that has no faults; warnings are said on stderr.
pub(super) fn open(name: &str, plain: bool) -> Result<Scenario, Failure> {
    match document::open(name) {
        Ok(loaded) => {
            say(&document::render_in(&loaded.warnings, &loaded.source, look(plain)));
            Ok(loaded.scenario)
        }
        Err(faulty) => Err(refused(&faulty, plain)),
    }
}

/// What laying overlays on one another covered, and what did not fit: on stderr, a line each.
pub(super) fn say_stacked(stacked: &Stacked) {
    let covered = stacked.conflicts.iter().map(Conflict::words);
    for line in covered.chain(stacked.misfits.iter().map(Unfit::words)) {
        say(&line);
    }
}

/// How faults are printed.
pub(super) fn look(plain: bool) -> Look {
    Look { ascii: plain, ..Look::default() }
}

/// A file that cannot be read is a wrong call; one that can, and is wrong, has faults.
pub(super) fn refused(faulty: &Faulty, plain: bool) -> Failure {
    let talk = document::render_in(&faulty.faults, &faulty.source, look(plain));
    match faulty.is_unreadable() {
        true => Failure::Call(talk),
        false => Failure::Faults { data: String::new(), talk },
    }
}
