//! From the nodes of a file to a scenario: one file for each noun, children before their rule.
//!
//! What is read is kept even where a field beside it is at fault, so that all faults are found in
//! one go; a scenario leaves here only if there were none.

mod body;
mod council;
mod events;
mod extras;
mod lesson;
mod measures;
mod partner;
mod programme;
mod region;
mod repayment;
mod scenario;
mod story;
mod support;
mod system;
mod value;

pub(super) use extras::{LeadsTo, Pending};
pub(super) use lesson::LessonParts;
pub(super) use scenario::{Draft, scenario};
