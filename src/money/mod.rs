//! Floor 1: whole pence and shares of one, and nothing else.
//!
//! Here belongs what a ledger would call arithmetic: amounts, percentages of amounts, and the one
//! way of rounding an exact vector to whole pence. What the money is for does not belong here.

mod apportion;
mod pence;
mod share;

pub use apportion::{Part, apportion};
pub use pence::Pence;
pub use share::Share;
