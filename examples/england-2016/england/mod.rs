//! The scenario England 2016 as text, made from four tables.
//!
//! Here belongs what turns the tables into a file: reading and joining them (`tables`), what no
//! table says (`footprints`, `words`), citing (`sources`) and writing (`ron`). The figures do not.

mod footprints;
mod ron;
mod sources;
mod tables;
mod words;

pub(crate) use ron::scenario;
