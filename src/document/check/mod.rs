//! What can only be checked on the whole: ids, limits, rules that must be able to run, paths.
//!
//! What one field says by itself is checked where it is read.

mod ids;
mod key_tests;
mod lessons;
mod paths;
mod rules;
mod tellings;

pub(super) use ids::ids;
pub(super) use key_tests::key_tests;
pub(super) use lessons::lessons;
pub(super) use paths::paths;
pub(super) use rules::rules;
pub(super) use tellings::tellings;
