//! Floor 2: the split rules. Whole pence in, whole pence out, and nothing lost on the way.
//!
//! Here belongs how an amount is divided over children: the rules, caps and floors, and why some of
//! it may find no place. Who the children are, what a measure means, and what happens to a share
//! afterwards do not belong here; nor do files, JSON or words for a screen beyond one fragment for
//! each reason and each fault.
//!
//! Inside one split the arithmetic is exact: integers over a common denominator, in `i128` and, where
//! that does not fit, again in big integers by the same code. It is rounded once, at the end.

mod banded;
mod blend;
mod bounds;
mod check;
mod child;
mod claims;
mod evaluate;
mod fault;
mod layers;
mod levelling;
mod notional;
mod number;
mod pool;
mod pro_rata;
mod problem;
mod proportional;
mod reason;
mod remembered;
mod round;
mod rule;
mod run;
mod vector;
mod worked;

pub use check::{See, Shown, can_run, can_run_shown};
pub use child::{Child, Quantity};
pub use fault::Fault;
pub use number::Read;
pub use pro_rata::{Claim, pro_rata};
pub use problem::{Problem, Reach, Split, Weights};
pub use reason::{Reason, Reasons};
pub use rule::{Band, Charge, Column, Floors, Layer, Rule, Shortfall, Terms};
pub use run::{Scratch, split};
pub use worked::{Worked, WorkedSplit, work_out};
