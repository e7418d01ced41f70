//! Everything that crosses a floor, in one binary so that it links once.

#![cfg(test)]

mod after;
mod architecture;
mod beside;
mod cascade;
mod cli;
mod councils;
mod councils_screen;
mod diagnostic;
mod edges;
mod example;
mod exports;
mod faults;
mod flat;
mod format;
mod generate;
mod joint;
mod journeys;
mod keys;
mod laws;
mod loop_;
mod moved;
mod moves;
mod overlay;
mod placing;
mod pooling;
mod pro_rata;
mod pty;
mod readme;
mod recovery;
mod region;
mod ron_text;
mod rules;
mod scenarios;
mod schema;
mod screens;
mod several;
mod split_bounds;
mod split_laws;
mod split_rules;
mod stage;
mod support;
mod typed;
mod worked;
mod year;
