//! `fairshare sources SCENARIO`: every figure by its standing, with its source and its line, then
//! the sources themselves.

use std::path::Path;

use clap::ValueEnum;

use super::aligned::listing;
use super::failure::Failure;
use super::open::open;
use super::output::To;
use crate::format;
use crate::model::{self, Scenario};
use crate::report::{Behind, Form, LIST_BEGINNING, Standing, behind, list};

/// Of which scenario, which of them, in which form, where to.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A name from `fairshare list`, or a file.
    scenario: String,
    /// Only figures of one standing.
    #[arg(long, value_enum)]
    standing: Option<Known>,
    /// For a reader, another program or a spreadsheet.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    to: To,
}

/// The forms of the list, as they are typed.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// For a reader.
    Text,
    /// For another program.
    Json,
    /// For a spreadsheet: a figure a row.
    Csv,
}

/// The standings, as they are typed.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Known {
    /// Needed, and not known.
    Assumed,
    /// The file names no source.
    Plain,
    /// Worked out from other figures.
    Derived,
    /// The press, or one body’s statement.
    Reported,
    /// An official paper or data set.
    Published,
}

impl Known {
    const fn standing(self) -> Standing {
        Standing::OfFile(match self {
            Self::Assumed => model::Standing::Assumed,
            Self::Plain => model::Standing::Plain,
            Self::Derived => model::Standing::Derived,
            Self::Reported => model::Standing::Reported,
            Self::Published => model::Standing::Published,
        })
    }
}

/// The list; nothing if it went to a file.
pub(super) fn run(args: &Args, plain: bool) -> Result<String, Failure> {
    let scenario = open(&args.scenario, plain)?;
    let mut figures = behind(&scenario, &[]);
    if let Some(known) = args.standing {
        figures.retain(|own| own.standing() == known.standing());
    }
    let text = match args.format {
        Format::Text => text(&scenario, &figures, plain),
        Format::Json => list(&scenario, &figures, Form::Json).map_err(Failure::call)?,
        Format::Csv => list(&scenario, &figures, Form::Csv).map_err(Failure::call)?,
    };
    args.to.put(text, &[Path::new(&args.scenario)])
}

/// By standing, the least known first, each with its count; then the sources that are cited.
fn text(scenario: &Scenario, figures: &[Behind<'_>], plain: bool) -> String {
    let of = |standing: Standing| {
        figures.iter().filter(move |own| own.standing() == standing).collect::<Vec<_>>()
    };
    let groups = Standing::ALL.into_iter().map(|standing| (standing, of(standing)));
    let groups: Vec<_> = groups.filter(|(_, own)| !own.is_empty()).collect();
    let counts: Vec<String> =
        groups.iter().map(|(standing, own)| format!("{} {}", own.len(), standing.word())).collect();
    let counts = match figures.len() {
        0 => "No figures of this standing.".to_owned(),
        count => format!("{count} figures and choices: {}.", format::list(&counts)),
    };
    let mut text = format!("{LIST_BEGINNING}{}\n\n{counts}\n", scenario.words.title);
    for (standing, own) in groups {
        let rows: Vec<Vec<String>> = own.into_iter().map(row).collect();
        let word = format::capital(standing.word());
        let head = format!("\n{word}, {}: {}\n", rows.len(), meaning(standing));
        text.push_str(&head);
        text.push_str(&listing(&["line", "path", "value", "source or reason"], &rows, plain));
    }
    text + &sources(scenario, figures, plain)
}

fn row(own: &Behind<'_>) -> Vec<String> {
    // What the file leaves out stands nowhere.
    let line = own.line.map_or_else(|| "none".to_owned(), |line| line.to_string());
    vec![line, own.path.clone(), own.value().to_owned(), own.source_words()]
}

const fn meaning(standing: Standing) -> &'static str {
    match standing {
        Standing::Changed => "not as the file has it",
        Standing::OfFile(model::Standing::Assumed) => "needed, and not known",
        Standing::OfFile(model::Standing::Plain) => "the file names no source",
        Standing::OfFile(model::Standing::Derived) => "worked out from other figures",
        Standing::OfFile(model::Standing::Reported) => "the press, or one body’s statement",
        Standing::OfFile(model::Standing::Published) => "an official paper or data set",
    }
}

/// The sources that the figures cite, or name in a reason, each with how many do.
fn sources(scenario: &Scenario, figures: &[Behind<'_>], plain: bool) -> String {
    let row = |source: &model::SourceEntry| {
        let count = figures.iter().filter(|own| own.rests_on(source)).count();
        let words = [Some(&source.title), source.url.as_ref()];
        let words: Vec<&str> = words.into_iter().flatten().map(String::as_str).collect();
        let date = source.date.clone().unwrap_or_default();
        (count > 0).then(|| vec![source.id.clone(), date, count.to_string(), words.join("  ")])
    };
    let rows: Vec<Vec<String>> = scenario.words.sources.iter().filter_map(row).collect();
    if rows.is_empty() {
        return String::new();
    }
    format!("\n{}", listing(&["source", "date", "figures", "title and address"], &rows, plain))
}
