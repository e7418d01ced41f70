//! Everything that crosses a floor, in one binary so that it links once.

// Clippy lets tests unwrap; with this it sees that the helpers in here are tests too.
#![cfg(test)]

mod architecture;
mod cascade;
mod cli;
mod diagnostic;
mod example;
mod exports;
mod flat;
mod format;
mod generate;
mod keys;
mod laws;
mod moved;
mod moves;
mod placing;
mod pro_rata;
mod readme;
mod region;
mod ron_text;
mod rules;
mod screens;
mod split_bounds;
mod faults;
mod format;
mod overlay;
mod recovery;
mod ron_text;
mod rules;
mod scenarios;
mod schema;
mod split_laws;
mod split_rules;
mod stage;
mod typed;
mod worked;
mod year;
