//! `fairshare levers SCENARIO`: everything that `--set` can move, with its value.

use super::aligned::listing;
use super::failure::Failure;
use super::open::open;
use crate::levers::{Kind, Lever, all_nodes, path_of, value_text};
use crate::model::{MeasureUnit, Node, Scenario};

/// Of which scenario.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A name from `fairshare list`, or a file.
    scenario: String,
}

/// The list, in the order of the file.
pub(super) fn run(args: &Args, plain: bool) -> Result<String, Failure> {
    let scenario = open(&args.scenario, plain)?;
    let row = |lever: Lever| {
        let value = lever.get(&scenario);
        vec![
            path_of(&scenario, lever),
            unit(&scenario, lever),
            value_text(&scenario, lever, &value),
        ]
    };
    // A system's one unnamed group is moved and read at the system.
    let named = |node: &Node| !scenario.words.of(*node).id.is_empty();
    let nodes = all_nodes(&scenario).into_iter().filter(named);
    let levers = nodes.flat_map(|node| Lever::all(&scenario, node).collect::<Vec<_>>());
    let rows: Vec<_> = levers.map(row).collect();
    Ok(listing(&["path", "unit", "value"], &rows, plain))
}

/// What a lever is counted in, or the names that it can take.
fn unit(scenario: &Scenario, lever: Lever) -> String {
    let word = match lever.field.row().kind {
        Kind::SignedMoney | Kind::Money => "pounds",
        Kind::Offset => "pounds, % or WholeNeed",
        Kind::Recovery | Kind::Limit => "pounds or %",
        Kind::Percent | Kind::SignedPercent => "%",
        Kind::Count | Kind::SignedCount => "number",
        Kind::Measure => measure_unit(scenario, lever),
        Kind::Rule => "rule",
        Kind::Body => "id of a body",
        Kind::Month => "month",
        Kind::Test => "Own, System, Signed or Linked(\"%\")",
        Kind::Protection => "Open, AtMost(\"%\") or Protected",
        Kind::Choice => {
            let value = lever.get(scenario);
            let names: Vec<&str> = value.alternatives().map(|(name, _, _)| *name).collect();
            return names.join(", ");
        }
    };
    word.to_owned()
}

fn measure_unit(scenario: &Scenario, lever: Lever) -> &'static str {
    let crate::levers::Field::Measure(column) = lever.field else { return "number" };
    match scenario.measures.measure(column).map(|measure| measure.unit) {
        Some(MeasureUnit::Money) => "pounds",
        Some(MeasureUnit::People) => "people",
        Some(MeasureUnit::Number) | None => "number",
    }
}
