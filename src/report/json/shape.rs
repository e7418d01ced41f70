//! The shape of `report --format json`: names, order and meaning of every field.
//!
//! Other programs rely on it: a field is added at the end of its object, or the number of the
//! schema changes. Filling it in is in `fill`.

mod bears;
mod beside;
mod figure;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

pub(super) use bears::{Bearing, Burden, Fairness};
pub(super) use beside::{Condition, Council, KnockOn, Partner, Performance, Support, Test};
pub(in crate::report) use figure::Figure;
pub(super) use figure::Standing;

/// The outcome of a fairshare scenario. Amounts are whole pence and their names end in `_pence`;
/// null is "not known", never nought.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "fairshare report")]
pub(super) struct Report {
    /// The number of this form: 1.
    #[schemars(range(min = 1, max = 1))]
    pub(super) schema: u32,
    /// Which scenario this is the outcome of.
    pub(super) scenario: ScenarioHead,
    /// What differs from the file, one change a lever; none: the outcome as reported.
    pub(super) changes: Vec<Changed>,
    /// The pools that are balanced: the regions, or with national pooling the country.
    pub(super) pools: Vec<Pool>,
    /// Every amount that has no place, from the pools down, what is uncovered included.
    pub(super) unplaced: Vec<Unplaced>,
    /// The partners' key tests.
    pub(super) key_tests: Vec<KeyTest>,
    /// Every figure that goes in: of the file with its standing, or as it was changed.
    pub(super) figures: Vec<Figure>,
    /// What cuts return as cost elsewhere.
    pub(super) knock_ons: Vec<KnockOn>,
    /// What reaches each council's area; the last is what has no known place.
    pub(super) councils: Vec<Council>,
    /// Who bears what each split asks for: measures, not verdicts.
    pub(super) fairness: Vec<Fairness>,
}

/// Which scenario this is the outcome of.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::report) struct ScenarioHead {
    /// Its title.
    pub(super) title: String,
    /// Its financial year: `2019/20`.
    pub(super) year: String,
    /// The SHA-256 of the file, in hexadecimal.
    pub(super) sha256: String,
}

/// One lever that was moved. Both values are as they would be typed.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::report) struct Changed {
    /// Its path: `CP.plan`.
    pub(super) path: String,
    /// What the file has: `-192.4m`.
    pub(super) from: String,
    /// What it was moved to.
    pub(super) to: String,
}

/// A region, or the country.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Pool {
    /// Its id as in the file.
    pub(super) id: String,
    /// What its systems are short of, after savings and recovery.
    pub(super) need_pence: i64,
    /// What its own reserve covers.
    pub(super) reserve_used_pence: i64,
    /// What other systems are asked to cover.
    pub(super) offset_pence: i64,
    /// What nobody covers.
    pub(super) uncovered_pence: i64,
    /// What the split of the offset found no place for.
    pub(super) unplaced_pence: i64,
    /// Its systems, in the order of the file.
    pub(super) systems: Vec<System>,
}

/// How a system stands in its pool.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum Role {
    /// It has a need, or a gap that savings or recovery close; even if it also contributes.
    Receives,
    /// It is asked.
    Contributes,
    /// It is left out.
    Exempt,
    /// It was asked and says no.
    Refuses,
}

/// A system.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct System {
    /// Its id as in the file.
    pub(super) id: String,
    /// Its name.
    pub(super) name: String,
    /// How it stands in its pool.
    pub(super) role: Role,
    /// The target for its income less its spending; a deficit is below nought.
    pub(super) control_total_pence: Option<i64>,
    /// The position expected before anyone helps.
    pub(super) plan_pence: Option<i64>,
    /// Control total less plan, at least nought.
    pub(super) gap_pence: Option<i64>,
    /// What savings schemes close before anyone is asked.
    pub(super) savings_pence: i64,
    /// The part of its own gap that its own bodies are asked for.
    pub(super) recovery_pence: i64,
    /// What it is asked to contribute to the offset.
    pub(super) contribution_pence: i64,
    /// What others cover of its gap.
    pub(super) relief_pence: i64,
    /// Contribution and recovery together.
    pub(super) ask_pence: i64,
    /// What the split over its groups found no place for.
    pub(super) unplaced_pence: i64,
    /// Control total + contribution - relief.
    pub(super) target_pence: Option<i64>,
    /// Plan + savings + what its bodies found.
    pub(super) result_pence: Option<i64>,
    /// Its groups, in the order of the file.
    pub(super) groups: Vec<Group>,
    /// Conditional money that is paid, that of its bodies included.
    pub(super) support_pence: Option<i64>,
    /// What is lost of it.
    pub(super) support_lost_pence: Option<i64>,
    /// More for results above targets.
    pub(super) bonus_pence: Option<i64>,
    /// Result, support and bonus together.
    pub(super) position_pence: Option<i64>,
    /// Result less target.
    pub(super) margin_pence: Option<i64>,
    /// Its own parts of support, in the order of the file.
    pub(super) supports: Vec<Support>,
}

/// A set of partners inside a system that is asked together.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Group {
    /// Its id as in the file; null of the one unnamed group of a system without groups.
    pub(super) id: Option<String>,
    /// What it is asked for.
    pub(super) ask_pence: i64,
    /// What the split over its bodies found no place for.
    pub(super) unplaced_pence: i64,
    /// Its bodies, in the order of the file.
    pub(super) bodies: Vec<Body>,
}

/// What a body is.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum BodyKind {
    /// A CCG.
    Commissioner,
    /// A trust.
    Provider,
    /// A council.
    Council,
}

/// A commissioner, provider or council.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Body {
    /// Its id as in the file.
    pub(super) id: String,
    /// Its name.
    pub(super) name: String,
    /// What it is.
    pub(super) kind: BodyKind,
    /// What it is asked for.
    pub(super) ask_pence: i64,
    /// What its reserve covers of that.
    pub(super) reserve_used_pence: i64,
    /// What its programmes lose.
    pub(super) cuts_pence: i64,
    /// The miss and what is not described, together.
    pub(super) unplaced_pence: i64,
    /// The part of that which nobody described: the file does not have all its programmes.
    pub(super) not_described_pence: i64,
    /// Its result less its control total; what it found, where it accepted its control total.
    pub(super) against_control_total_pence: Option<i64>,
    /// Its part of its system's relief.
    pub(super) relief_pence: Option<i64>,
    /// What it must end the year with.
    pub(super) target_pence: Option<i64>,
    /// What it ends the year with, before support.
    pub(super) result_pence: Option<i64>,
    /// Conditional money that is paid.
    pub(super) support_pence: Option<i64>,
    /// Result, support and bonus together.
    pub(super) position_pence: Option<i64>,
    /// Its sizes by measure, as decimals; money in pounds. A size that is not known is left out.
    pub(super) measures: BTreeMap<String, String>,
    /// Its programmes, in the order of the file.
    pub(super) programmes: Vec<Programme>,
    /// Conditional money that is lost.
    pub(super) support_lost_pence: Option<i64>,
    /// More for a result above its target.
    pub(super) bonus_pence: Option<i64>,
    /// Result less target.
    pub(super) margin_pence: Option<i64>,
    /// Its parts of support, in the order of the file.
    pub(super) supports: Vec<Support>,
    /// What it pays for performance.
    pub(super) performances: Vec<Performance>,
}

/// What becomes of a programme.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub(super) enum Status {
    /// Nothing changes; of a running programme: it loses nothing.
    #[serde(rename = "on time")]
    OnTime,
    /// It starts later.
    #[serde(rename = "late")]
    Late,
    /// Its whole in-year budget is gone.
    #[serde(rename = "not this year")]
    NotThisYear,
    /// It runs smaller.
    #[serde(rename = "reduced")]
    Reduced,
    /// It is no longer viable.
    #[serde(rename = "stops")]
    Stops,
    /// It may not be cut.
    #[serde(rename = "protected")]
    Protected,
}

/// A programme of a body.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Programme {
    /// Its id as in the file.
    pub(super) id: String,
    /// Its name.
    pub(super) name: String,
    /// Annual cost x months left in the year from its start / 12.
    pub(super) in_year_budget_pence: Option<i64>,
    /// The most it could lose.
    pub(super) limit_pence: Option<i64>,
    /// What it loses.
    pub(super) cut_pence: Option<i64>,
    /// What it would still have cost, had it not stopped.
    pub(super) released_pence: Option<i64>,
    /// Months that it starts late, to one decimal; null of a programme that runs.
    #[schemars(regex(pattern = r"^[0-9]+\.[0-9]$"))]
    pub(super) months_late: Option<String>,
    /// The first month in which it now runs: `2020-04`.
    #[schemars(regex(pattern = r"^[0-9]{4}-[0-9]{2}$"))]
    pub(super) new_start: Option<String>,
    /// What becomes of it; null where its cost is not known.
    pub(super) status: Option<Status>,
    /// Whoever else pays towards it.
    pub(super) partners: Vec<Partner>,
}

/// An amount without a place.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Unplaced {
    /// The path of the node where no place was found.
    #[serde(rename = "where")]
    pub(super) place: String,
    /// How much.
    pub(super) amount_pence: i64,
    /// Why, in words.
    pub(super) reason: String,
}

/// A partner's condition.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct KeyTest {
    /// What it demands.
    pub(super) name: String,
    /// Whose condition it is.
    pub(super) partner: Option<String>,
    /// Whether it passes; null if a figure that would decide it is not known.
    pub(super) passes: Option<bool>,
    /// The reading nearest to failing or furthest beyond, as it would be typed (`1.5m`, `4.0`,
    /// `20%`); null of a fact, or where nothing is known.
    pub(super) value: Option<String>,
}
