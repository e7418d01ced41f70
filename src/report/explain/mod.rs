//! A number explained on a page: the steps from the gap down to it, each with its rule in words, its
//! arithmetic, its rounding and what its figures rest on.
//!
//! The page is data: the screen draws it, `text` prints it. What the numbers are, and how they came
//! about, `engine` says; here they get their words.

mod amount;
mod beside;
mod burden;
mod chain;
mod checks;
mod effects;
mod example;
mod glossary;
mod lines;
mod notes;
mod operands;
mod page;
mod question;
mod sentence;
mod text;
mod words;
mod written;

pub use checks::Check;
pub use effects::EffectRow;
pub use example::example;
pub use glossary::{Term, glossary, terms};
pub use operands::Operand;
pub use page::{Asked, Page, Step, explain, working};
pub use text::{as_text, as_text_within};
pub(super) use words::{brief, name, noun, owner};
pub use written::{Calculation, Piece};
