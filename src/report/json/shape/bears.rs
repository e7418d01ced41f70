//! The shape of who bears what a split asks for.

use schemars::JsonSchema;
use serde::Serialize;

/// A split of an amount over two children or more, with the burden of each.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::report::json) struct Fairness {
    /// The path of the node that splits: `EoE`, `MSE/commissioners`.
    pub(in crate::report::json) of: String,
    /// The burdens counted in each measure of the scenario: the first is that of a head.
    pub(in crate::report::json) measures: Vec<Bearing>,
}

/// The burdens of a split, counted in one measure.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::report::json) struct Bearing {
    /// The id of the measure: `registered_population`.
    pub(in crate::report::json) measure: String,
    /// What a burden is counted in: `£ a head of registered people`, `% of allocation`.
    pub(in crate::report::json) unit: String,
    /// Why there is no whole picture; then everything below is null or empty.
    pub(in crate::report::json) missing: Option<String>,
    /// The highest burden over the lowest, to two decimals; null also where somebody bears nothing.
    pub(in crate::report::json) ratio: Option<String>,
    /// The highest burden less the lowest, in the unit.
    pub(in crate::report::json) difference: Option<String>,
    /// The Gini coefficient, to four decimals: 0 if all bear the same, nearer 1 the fewer bear it.
    pub(in crate::report::json) gini: Option<String>,
    /// The burdens, the lowest first: cumulated, they are the points of the Lorenz curve.
    pub(in crate::report::json) burdens: Vec<Burden>,
}

/// What one child bears.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::report::json) struct Burden {
    /// The path of the child: `HWE`, `MSE/providers`.
    pub(in crate::report::json) who: String,
    /// What it is asked for.
    pub(in crate::report::json) ask_pence: i64,
    /// Its size by the measure, as a decimal; money in pounds.
    pub(in crate::report::json) size: String,
    /// Its ask for one unit of size, in the unit: pounds to two decimals, percent to three.
    pub(in crate::report::json) per_unit: String,
    /// The percent of all sizes up to and with this one, to one decimal.
    pub(in crate::report::json) sizes_so_far: String,
    /// The percent of all asks up to and with this one, to one decimal.
    pub(in crate::report::json) asks_so_far: String,
}
