//! `fairshare sources SCENARIO`: every figure by its standing, then the sources themselves.

use super::aligned::listing;
use super::failure::Failure;
use super::open::open;
use crate::model::{Figure, Scenario, Standing};

/// Of which scenario.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A name from `fairshare list`, or a file.
    scenario: String,
}

const STANDINGS: [Standing; 5] = [
    Standing::Published,
    Standing::Reported,
    Standing::Derived,
    Standing::Assumed,
    Standing::Plain,
];

/// The list: figures from the best known to the least, then each source once.
pub(super) fn run(args: &Args, plain: bool) -> Result<String, Failure> {
    let scenario = open(&args.scenario, plain)?;
    let of = |standing: Standing| {
        scenario.words.figures.iter().filter(move |figure| figure.standing == standing)
    };
    let rows: Vec<Vec<String>> = STANDINGS.into_iter().flat_map(of).map(row).collect();
    let figures = listing(&["standing", "path", "value", "source or reason"], &rows, plain);
    Ok(format!("{figures}\n{}", sources(&scenario, plain)))
}

fn row(figure: &Figure) -> Vec<String> {
    let word = figure.standing.word().to_owned();
    vec![word, figure.path.clone(), figure.value.clone(), figure.source.clone()]
}

fn sources(scenario: &Scenario, plain: bool) -> String {
    let row = |source: &crate::model::SourceEntry| {
        let words = [Some(&source.title), source.url.as_ref()];
        let words: Vec<&str> = words.into_iter().flatten().map(String::as_str).collect();
        vec![source.id.clone(), source.date.clone().unwrap_or_default(), words.join("  ")]
    };
    let rows: Vec<Vec<String>> = scenario.words.sources.iter().map(row).collect();
    listing(&["source", "date", "title"], &rows, plain)
}
