//! Floor 1: a calculation as a person would write it down, so that it can be redone on paper.
//!
//! Here belongs what is added, multiplied, divided and rounded, and of each number what it is
//! counted in. What a number stands for its caller says; how it is written is for `report`.

mod sum;
mod value;

pub use sum::{Number, Rounding, Sum, Unit};
pub use value::Exact;
