//! `fairshare explain SCENARIO PATH`: the working of one number, down to file lines and sources.

use std::path::Path;

use super::changed::Changed;
use super::failure::Failure;
use crate::engine::{Source, first_measure, measure_at, workings};
use crate::levers::{lever_at, node_at};
use crate::model::Scenario;
use crate::report::explain::{Asked, as_text, explain};

/// Of which number.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    of_what: Changed,
    /// A number: 07G.ask, EoE.uncovered, 07G/crisis-line.cut; a figure: CP.plan; or a node: 07G.
    path: String,
}

/// The page as text.
pub(super) fn run(args: &Args, plain: bool) -> Result<String, Failure> {
    let (_, now, history) = args.of_what.open(plain)?;
    let worked = workings(&now);
    let source = named(&now, &worked, &args.path)?;
    let changes = history.net();
    let file = file_name(&args.of_what.scenario);
    let asked = Asked { now: &now, worked: &worked, changes: &changes, file: &file };
    let text = as_text(&explain(&asked, source));
    Ok(if plain { text.replace('−', "-") } else { text })
}

/// What a path names: a number that is worked out, a figure that a lever holds, or a node, of which
/// what is read first is meant.
fn named(
    scenario: &Scenario,
    worked: &crate::engine::Workings,
    path: &str,
) -> Result<Source, Failure> {
    let of = |measure: crate::engine::OutcomeMeasure| Source::Outcome(measure.node, measure.row.id);
    if let Ok(node) = node_at(scenario, path)
        && let Some(measure) = first_measure(scenario, &worked.outcome, node)
    {
        return Ok(of(measure));
    }
    match (measure_at(scenario, path), lever_at(scenario, path)) {
        (Ok(measure), _) => Ok(of(measure)),
        (Err(_), Ok(lever)) => Ok(Source::Lever(lever)),
        (Err(refusal), Err(_)) => Err(Failure::call(refusal)),
    }
}

/// What a scenario's file is called: a name from the library stands for its file.
fn file_name(scenario: &str) -> String {
    let path = Path::new(scenario);
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    match (name, path.extension()) {
        (Some(name), Some(_)) => name,
        (name, _) => format!("{}.ron", name.unwrap_or_default()),
    }
}
