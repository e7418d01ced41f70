//! Floor 3: the NHS nouns, flat and validated.
//!
//! Here belongs what a scenario *is*: pools, systems, groups, bodies, programmes, their figures and
//! what follows from one node's own figures alone (its gap, its weights, its limit). What follows
//! from the whole cascade belongs to `engine`; what a person may move belongs to `levers`; files
//! belong to `document`.

mod body;
mod choices;
mod council;
mod knock_on;
mod lesson;
mod measures;
mod node;
mod payers;
mod pool;
mod programme;
mod reads;
mod scenario;
mod story;
mod support;
mod system;
mod telling;
mod terms;
mod words;

pub use body::{Body, BodyKind};
pub use choices::{Absorption, BodyRefusals, Contributors, PoolRefusals, Pooling, Stance};
pub use council::{Council, Partner};
pub use knock_on::KnockOn;
pub use lesson::{Answer, Choice, Lesson, LessonStep, NumberAnswer, Play, Question, Slip};
pub use measures::{Measure, MeasureUnit, Measures};
pub use node::Node;
pub use payers::{CannotRun, Splitter, Why};
pub use pool::{Offset, Pool, Repayment};
pub use programme::{Calendar, InYear, JointPart, Programme, Protection, Response};
pub use reads::{rule_has, rule_reads};
pub use scenario::{Ranks, Scenario};
pub use story::{Picture, StoryStep, WhatIf};
pub use support::{Condition, Holder, Performance, Support, SupportTest};
pub use system::{Group, Recovery, Saving, System};
pub use telling::{Form, Garbled, Piece, Quoted, Telling, Which};
pub use terms::{Limit, Terms};
pub use words::{
    About, Alongside, Authority, CouncilShare, Event, Every, Figure, KeyTest, NodeWords, Observed,
    Repaid, SourceEntry, Standing, Words,
};
