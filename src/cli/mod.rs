//! Floor 12: the words typed in a shell, one file or folder for each command.
//!
//! Here belongs what a command reads and writes. What it works out belongs to lower floors.

mod aligned;
mod changed;
mod check;
mod command;
mod compare;
mod completions;
mod explain;
mod explore;
mod failure;
mod fit;
mod keys;
mod learn;
mod levers;
mod library;
mod man;
mod measures;
mod new;
mod notes;
mod open;
mod output;
mod report;
mod run;
mod schema;
mod screen;
mod set;
mod shot;
mod sources;
pub mod split;
mod stdin;

pub use run::run;
