//! The tables of what a file may say: one for each noun, one row for each field.
//!
//! The tables drive reading, faults, `fairshare schema` and the documentation. The tree from region
//! to programme is in `noun/tree.rs`, what stands beside it in `noun/beside.rs`, what is
//! told and taught with it in `noun/telling.rs`.

mod beside;
mod telling;
mod tree;

use super::field_kind::FieldKind;
use FieldKind::{Count, Limit, List, Money, One, Percent, Text, Texts, Word};

pub(super) use beside::{
    ALONGSIDE, AUTHORITY, CONDITION, COUNCIL, COUNCIL_SHARE, EVENT, FOUND, JOINT_PART, KEY_TEST,
    KNOCK_ON, MEASURE, OBSERVED, PERFORMANCE, REPAYMENT, SOURCE, SUPPORT,
};
pub(super) use telling::{CHANGE, CHOICE, LESSON, LESSON_STEP, NUMBER, PLAY, SLIP, STEP, WHAT_IF};
pub(super) use tree::{BODY, GROUP, NATION, PROGRAMME, REGION, SAVING, SYSTEM};

/// One field of a noun.
#[derive(Clone, Copy, Debug)]
pub struct FieldSpec {
    /// Its name in files.
    pub name: &'static str,
    /// What stands in it.
    pub kind: FieldKind,
    /// Whether the noun means nothing without it.
    pub needed: bool,
    /// What it means.
    pub meaning: &'static str,
}

/// A thing that a file describes.
#[derive(Debug)]
pub struct Noun {
    /// What it is called, with its article: `a body`.
    pub name: &'static str,
    /// Its fields, in the order in which they are best written.
    pub fields: &'static [FieldSpec],
}

pub(super) const fn need(name: &'static str, kind: FieldKind, meaning: &'static str) -> FieldSpec {
    FieldSpec { name, kind, needed: true, meaning }
}

pub(super) const fn may(name: &'static str, kind: FieldKind, meaning: &'static str) -> FieldSpec {
    FieldSpec { name, kind, needed: false, meaning }
}

const STANCE: FieldKind = Word("Contributes, Exempt(\"why\"), Refuses(\"why\")");

const CAP: FieldSpec = may("cap", Limit, "the most it can be asked for");
const FLOOR: FieldSpec = may("floor", Limit, "the least it is asked for");
const FIXED: FieldSpec = may("fixed", Money, "its agreed amount under Fixed");
const SHARE: FieldSpec = may("percent", Percent, "its agreed share of the whole under Percent");
const TURN: FieldSpec = may("turn", Count, "its turn under Priority: 1 pays first");
const NOTE: FieldSpec = may("note", Text, "a sentence about it");
const SHORT: FieldSpec = may("short", Text, "a name for narrow places");
const OWN_MEASURES: FieldSpec =
    may("measures", List(&MEASURE), "measures of the file's own: any name, any unit");
const ALLOCATION: FieldSpec = may("allocation", Money, "core allocation of a commissioner");
const TURNOVER: FieldSpec = may("turnover", Money, "turnover of a provider");
const REGISTERED: FieldSpec =
    may("registered_population", Count, "people registered with its practices");
const WEIGHTED: FieldSpec = may("weighted_population", Count, "the same, weighted by need");
const RESIDENT: FieldSpec = may("resident_population", Count, "people who live in its area");

/// A whole scenario.
pub static SCENARIO: Noun = Noun {
    name: "a scenario",
    fields: &[
        need("format", Count, "the version of this form: 1"),
        need("title", Text, "its title"),
        need("year", Text, "the financial year: \"2019/20\""),
        may("about", Text, "what it is about, in a sentence or two"),
        may("notes", Texts, "what is known, assumed, in dispute"),
        may("sources", List(&SOURCE), "what figures refer to"),
        may("nation", One(&NATION), "the country as one pool"),
        need("regions", List(&REGION), "the regions"),
        may("councils", List(&COUNCIL), "councils, by name"),
        may("authorities", List(&AUTHORITY), "named sets of councils: combined authorities"),
        may("events", List(&EVENT), "what happened when"),
        may("knock_ons", List(&KNOCK_ON), "cuts that return as cost elsewhere; off unless said"),
        may("key_tests", List(&KEY_TEST), "conditions under which partners would sign"),
        may("observed", List(&OBSERVED), "published outcomes to hold the model against"),
        may("story", List(&STEP), "steps for telling it to an audience"),
        may("lessons", List(&LESSON), "lessons that are taught with it"),
    ],
};
