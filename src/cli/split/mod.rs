//! `fairshare split`: the split rules alone, from JSON cases to JSON answers.
//!
//! Here belongs the reading of cases, strictly, and the writing of answers; stdin and stdout belong
//! to the command's caller, and the rules themselves to the `split` floor.

mod answer;
mod case;
mod claimant;
mod columns;
mod decimal;
mod refusal;
mod rule;

pub use answer::{Unreadable, answer};
