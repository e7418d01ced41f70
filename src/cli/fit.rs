//! `fairshare fit SCENARIO`: which rule meets the shares that were published.

use super::changed::Changed;
use super::failure::Failure;
use super::output::To;
use super::report::Format;
use crate::analysis::{Bare, Fit, Observation, fits, observation, published};
use crate::levers::{Refusal, node_at, node_path};
use crate::model::{Node, Scenario, Splitter};
use crate::report::{Fitted, Manner, render_fit};

/// Of what, held against which shares, in which form, where to.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    of_what: Changed,
    /// A share that was published: 07G.ask=480k. Several together take the place of all that the file
    /// has of the same splitter.
    #[arg(long, value_name = "PATH=AMOUNT")]
    observed: Vec<String>,
    /// Whose split, where shares of several are known: the path of a pool, a system or a group.
    #[arg(long, value_name = "NODE")]
    of: Option<String>,
    /// For a reader, another program or a spreadsheet.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    to: To,
}

/// The fit; nothing if it went to a file.
pub(super) fn run(args: &Args, plain: bool) -> Result<String, Failure> {
    let (_, now, history) = args.of_what.open(plain)?;
    let typed = typed(&now, &args.observed)?;
    let fits = fits(&now, &together(&now, &typed));
    let shown = shown(&now, &fits, (args.of.as_deref(), &typed))?;
    let changes = history.net();
    let fitted = Fitted { scenario: &now, changes: &changes, fits: &fits, shown };
    let manner = if plain { Manner::Plain } else { Manner::Tables };
    let text = render_fit(&fitted, args.format.form(), manner).map_err(Failure::call)?;
    args.to.put(text, &args.of_what.read())
}

fn typed(scenario: &Scenario, all: &[String]) -> Result<Vec<Observation>, Failure> {
    let mut typed: Vec<Observation> = Vec::new();
    for words in all {
        let refused = |refusal: Refusal| Failure::call(format!("--observed {words}: {refusal}"));
        let share = observation(scenario, words, Bare::Pounds).map_err(refused)?;
        if typed.iter().any(|earlier| earlier.node == share.node) {
            let path = node_path(scenario, share.node);
            let twice = format!("--observed {words}: {path} is said twice. Say it once.");
            return Err(Failure::call(twice));
        }
        typed.push(share);
    }
    Ok(typed)
}

/// The file's shares, but for those of a splitter of which some were typed.
fn together(scenario: &Scenario, typed: &[Observation]) -> Vec<Observation> {
    let splitter = |share: &Observation| scenario.splitter_over(share.node);
    let replaced: Vec<Option<Splitter>> = typed.iter().map(splitter).collect();
    let mut all = published(scenario);
    all.retain(|share| !replaced.contains(&splitter(share)));
    all.extend_from_slice(typed);
    all
}

/// Which fit is asked for: the one named, the one with typed shares, or the most telling.
fn shown(
    scenario: &Scenario,
    fits: &[Fit],
    (of, typed): (Option<&str>, &[Observation]),
) -> Result<usize, Failure> {
    let wanted = match (of, typed.first()) {
        (Some(path), _) => Some(named(scenario, path)?),
        (None, Some(share)) => scenario.splitter_over(share.node),
        (None, None) => None,
    };
    let Some(wanted) = wanted else { return Ok(0) };
    fits.iter().position(|fit| fit.splitter == wanted).ok_or_else(|| {
        let own = fits.iter().map(|fit| node_path(scenario, fit.splitter.node()));
        let known = crate::format::list(&own.collect::<Vec<_>>());
        let of = of.unwrap_or_default();
        Failure::call(match known.as_str() {
            "" => format!("--of {of}: no share of it is published. Add --observed PATH=AMOUNT."),
            known => {
                format!("--of {of}: no share of it is published. There are shares of {known}.")
            }
        })
    })
}

/// The splitter of a path; of a system with groups that is the one over its groups.
fn named(scenario: &Scenario, path: &str) -> Result<Splitter, Failure> {
    let refused = |refusal: Refusal| Failure::call(format!("--of {path}: {refusal}"));
    let node: Node = node_at(scenario, path).map_err(refused)?;
    let splitter = scenario.splitter_at(node);
    splitter.ok_or_else(|| Failure::call(format!("--of {path}: it splits nothing.")))
}
