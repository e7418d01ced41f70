//! `fairshare measures SCENARIO`: every outcome measure with its value.

use super::aligned::listing;
use super::failure::Failure;
use super::open::open;
use crate::engine::{OutcomeMeasure, compute, measure_path};
use crate::levers::all_nodes;
use crate::model::Node;
use crate::report::{reading, unit_word};

/// Of which scenario.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A name from `fairshare list`, or a file.
    scenario: String,
}

/// The list, in the order of the file.
pub(super) fn run(args: &Args, plain: bool) -> Result<String, Failure> {
    let scenario = open(&args.scenario, plain)?;
    let outcome = compute(&scenario);
    let row = |measure: OutcomeMeasure| {
        let value = reading(measure.read(&scenario, &outcome));
        vec![
            measure_path(&scenario, measure),
            value.unwrap_or_else(|| "not known".to_owned()),
            unit_word(measure.row.unit).to_owned(),
            measure.row.what.to_owned(),
        ]
    };
    // A system's one unnamed group is moved and read at the system.
    let named = |node: &Node| !scenario.words.of(*node).id.is_empty();
    let nodes = all_nodes(&scenario).into_iter().filter(named);
    let rows: Vec<_> = nodes.flat_map(OutcomeMeasure::all).map(row).collect();
    Ok(listing(&["path", "value", "unit", "what"], &rows, plain))
}
