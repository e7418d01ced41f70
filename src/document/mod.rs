//! Floor 6: from a file to a scenario and back, and everything that can be wrong on the way.
//!
//! Here belongs what a field of a file means, what is checked, and how a fault is reported. The
//! notation itself is `ron_text`'s, the numbers are `format`'s, and no screen is known here.

mod code;
mod diagnostic;
mod excerpt;
mod print;

pub use code::{CODES, Code, Severity};
pub use diagnostic::{Diagnostic, sort_by_place};
pub use excerpt::{Excerpt, ExcerptLine, Window};
pub use print::{Look, render, render_in};
