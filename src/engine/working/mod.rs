//! How numbers come about: the recorder of the cascade, and what is read off its result.
//!
//! While a book is kept, each step of the cascade writes down the calculation that it has just made;
//! splits are then run with numbers that remember (`split::work_out`), by the same code. Without a
//! book nothing of this runs.

mod areas;
mod aside;
mod book;
mod derived;
mod notes;
mod partners;
mod together;
mod workings;
mod years;

pub use areas::AreaPart;
pub(super) use book::Book;
pub use book::{Bearing, BurdenOf, Ends, Line, Source};
pub(super) use notes::{asked, got, held, sum_of, times, write_claims};
pub use workings::{Workings, workings};
pub use years::{Due, InYear};
