//! Floor 6: from a file to a scenario and back, and everything that can be wrong on the way.
//!
//! Here belongs what a field of a file means, what is checked, and how a fault is reported. The
//! notation itself is `ron_text`'s, the numbers are `format`'s, and no screen is known here.

mod check;
mod code;
mod diagnostic;
mod excerpt;
mod library;
mod load;
mod noun;
mod print;
mod read;
mod sheet;

pub use check::outcome_at;
pub use code::{CODES, Code, Severity};
pub use diagnostic::{Diagnostic, sort_by_place};
pub use excerpt::{Excerpt, ExcerptLine, Window};
pub use library::{Entry, LIBRARY, library};
pub use load::{Faulty, LARGEST, Loaded, fingerprint, open, parse, read};
pub use noun::{FieldKind, FieldSpec, Noun, SCENARIO};
pub use print::{Look, render, render_in};
