//! Floor 6: from a file to a scenario and back, and everything that can be wrong on the way.
//!
//! Here belongs what a field of a file means, what is checked, and how a fault is reported. The
//! notation itself is `ron_text`'s, the numbers are `format`'s, and no screen is known here.

mod any;
mod check;
pub mod claim;
mod code;
mod diagnostic;
mod excerpt;
mod field_kind;
mod file;
mod library;
mod load;
mod lying;
mod noun;
pub mod overlay;
pub mod past;
mod pieces;
pub mod podium;
mod print;
pub mod progress;
mod read;
pub mod recovery;
mod save;
mod schema;
mod sheet;
mod standing;

pub use any::{Any, open_any, readable};
pub use code::{CODES, Code, Severity};
pub use diagnostic::{Diagnostic, sort_by_place};
pub use excerpt::{Excerpt, ExcerptLine, Window};
pub use field_kind::FieldKind;
pub use file::{LARGEST, read};
pub use library::{Entry, LIBRARY, library, teaching};
pub use load::{Faulty, Loaded, fingerprint, open, parse};
pub use lying::lying_in;
pub use noun::{FieldSpec, Noun, SCENARIO};
pub use print::{Look, render, render_in};
pub use save::{SaveFault, write_atomically};
pub use schema::{nouns, schema_text};
