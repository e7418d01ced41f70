//! Floor 5: a scenario becomes an outcome.
//!
//! Here belongs the cascade of one year (MECHANISM section 3) and the table of what can be read off
//! its result. It writes into buffers that the caller keeps, allocates nothing once they have
//! grown, and cannot fail: what could is refused before it gets here.

mod after;
mod body;
mod compute;
mod council;
mod findings;
mod joint;
mod key_test;
mod knock_on;
mod mark;
mod measure;
mod named;
mod outcome;
mod pool;
mod programme;
mod result;
mod sign_up;
mod support;
mod system;
mod told;
mod working;

pub use after::{Account, After, Fallback, after};
pub use compute::{Engine, compute};
pub use council::{Area, AreaMoney, Footprint, Reach, places};
pub use findings::{Finding, UnplacedAt, Why, findings, unplaced};
pub use key_test::{Trial, Verdict};
pub use mark::{Mark, Marking, answer_of, as_typed, reading_of};
pub use measure::{Better, MEASURES, MeasureRow, OutcomeMeasure, Reading, Unit};
pub use named::{first_measure, measure_at, measure_path};
pub use outcome::{
    BodyOutcome, GroupOutcome, JointOutcome, Outcome, PoolOutcome, ProgrammeOutcome, Role, Status,
    SupportOutcome, Supported, SystemOutcome,
};
pub use sign_up::{
    Answer, RefusalChoice, Sides, Signature, Weighed, key_tests, refusal_choices, refusals_of,
    sides,
};
pub use support::hangs_on;
pub use told::{Told, holds, leads, sum, told_at};
pub use working::{
    AreaPart, Bearing, BurdenOf, Due, Ends, InYear, Line, Source, Workings, workings,
};
