//! Floor 12: the words typed in a shell, one file or folder for each command.
//!
//! Here belongs what a command reads and writes. What it works out belongs to lower floors.

pub mod split;
