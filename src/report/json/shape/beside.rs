//! The shape of what stands beside asks and cuts: support, pay for performance, partners' money,
//! knock-on costs, councils.

use schemars::JsonSchema;
use serde::Serialize;

/// What must be met for a part of support to be paid.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(in crate::report::json) enum Test {
    /// Its holder's result reaches its holder's target.
    Own,
    /// Its system's result reaches the system's target.
    System,
    /// The percent in `linked` hangs on the system's test, the rest on its own.
    Linked,
    /// It has not refused, and is not known not to have signed.
    Signed,
}

/// A part of support: conditional money, paid whole or lost whole on its test.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::report::json) struct Support {
    /// Its id as in the file.
    pub(in crate::report::json) id: String,
    /// Its name.
    pub(in crate::report::json) name: String,
    /// What there is to be paid.
    pub(in crate::report::json) amount_pence: i64,
    /// What must be met.
    pub(in crate::report::json) test: Test,
    /// The percent that hangs on the system's test, as a decimal; null unless it is linked.
    pub(in crate::report::json) linked: Option<String>,
    /// Whether its test is met; of a linked part its holder's own.
    pub(in crate::report::json) met: Option<bool>,
    /// By how much the result that it hangs on is above or below its target; null of a signature.
    pub(in crate::report::json) margin_pence: Option<i64>,
    /// What is paid of it.
    pub(in crate::report::json) paid_pence: Option<i64>,
    /// What is lost of it.
    pub(in crate::report::json) lost_pence: Option<i64>,
    /// More for a result above the target.
    pub(in crate::report::json) bonus_pence: Option<i64>,
    /// Its weighted conditions: what they leave hangs on the test alone.
    pub(in crate::report::json) conditions: Vec<Condition>,
}

/// A weighted condition of support: it acts only if the test is met.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::report::json) struct Condition {
    /// Its id as in the file.
    pub(in crate::report::json) id: String,
    /// Its name.
    pub(in crate::report::json) name: String,
    /// Its percent of the amount, as a decimal: `12.5`.
    pub(in crate::report::json) weight: String,
    /// Whether it is met.
    pub(in crate::report::json) met: bool,
}

/// Pay for performance: what is not earned stays with the body that pays.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::report::json) struct Performance {
    /// Its id as in the file.
    pub(in crate::report::json) id: String,
    /// Its name.
    pub(in crate::report::json) name: String,
    /// What is paid if all that was planned is achieved.
    pub(in crate::report::json) amount_pence: i64,
    /// What was planned.
    pub(in crate::report::json) planned: i64,
    /// What came of it.
    pub(in crate::report::json) achieved: i64,
    /// What that earns.
    pub(in crate::report::json) paid_pence: i64,
    /// What stays with the payer.
    pub(in crate::report::json) kept_pence: i64,
}

/// What a partner pays towards a joint programme.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::report::json) struct Partner {
    /// The id of the council or body.
    pub(in crate::report::json) id: String,
    /// Its name.
    pub(in crate::report::json) name: String,
    /// Whether it withdraws in proportion to the body's cut.
    pub(in crate::report::json) matched: bool,
    /// Whether it withdraws because it refuses.
    pub(in crate::report::json) refuses: bool,
    /// What it would pay in the year.
    pub(in crate::report::json) budget_pence: Option<i64>,
    /// What it no longer pays.
    pub(in crate::report::json) lost_pence: Option<i64>,
}

/// The part of cuts that returns as cost elsewhere.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::report::json) struct KnockOn {
    /// Its id as in the file.
    pub(in crate::report::json) id: String,
    /// Its name.
    pub(in crate::report::json) name: String,
    /// Whether it counts.
    pub(in crate::report::json) on: bool,
    /// The percent of a cut that returns, as a decimal.
    pub(in crate::report::json) returns: String,
    /// The lower end of what its source says.
    pub(in crate::report::json) least: String,
    /// The upper end.
    pub(in crate::report::json) most: String,
    /// The id of the body whose result bears it; null if it is only shown.
    pub(in crate::report::json) to: Option<String>,
    /// Whether it comes a year later.
    pub(in crate::report::json) next_year: bool,
    /// What returns; nought while it is off.
    pub(in crate::report::json) cost_pence: i64,
}

/// What reaches a council's area: its part by population of what the bodies that serve it are asked.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::report::json) struct Council {
    /// Its id as in the file; null of what has no known place.
    pub(in crate::report::json) id: Option<String>,
    /// Its name.
    pub(in crate::report::json) name: String,
    /// Whether the council itself refuses.
    pub(in crate::report::json) refuses: bool,
    /// What the bodies are asked for.
    pub(in crate::report::json) ask_pence: i64,
    /// What their reserves cover of that.
    pub(in crate::report::json) reserve_used_pence: i64,
    /// What their programmes lose.
    pub(in crate::report::json) cuts_pence: i64,
    /// What found no place.
    pub(in crate::report::json) unplaced_pence: i64,
    /// What nobody described.
    pub(in crate::report::json) not_described_pence: i64,
}
