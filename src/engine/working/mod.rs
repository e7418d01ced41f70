//! How numbers come about: the recorder of the cascade, and what is read off its result.
//!
//! While a book is kept, each step of the cascade writes down the calculation that it has just made;
//! splits are then run with numbers that remember (`split::work_out`), by the same code. Without a
//! book nothing of this runs.

mod aside;
mod book;
mod derived;
mod notes;
mod workings;

pub(super) use book::Book;
pub use book::{Ends, Line, Source};
pub(super) use notes::{asked, got, held, sum_of, times, write_claims};
pub use workings::{Workings, workings};
