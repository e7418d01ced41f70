//! Floor 1: RON text as nodes that know their place in the file, and nothing of the NHS.
//!
//! Here belongs whatever is about the notation: splitting a text into fields, items and words,
//! and saying in which line and column a piece stands. ron itself does all of the splitting, one
//! level at a time, so that what it takes and what is read here cannot differ. What a field means,
//! which fields there are, and how a fault is reported does not belong here.

mod node;
mod place;
mod slip;
mod split;
mod syntax;

pub use node::{Field, Kind, Mismatch, Node};
pub use place::{NotUtf8, Place, Source};
pub use syntax::SyntaxError;
