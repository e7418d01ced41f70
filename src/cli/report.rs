//! `fairshare report SCENARIO`: the outcome, with changes if you like.

use clap::ValueEnum;

use super::changed::Changed;
use super::failure::Failure;
use super::output::To;
use crate::engine::compute;
use crate::report::{Form, Manner, Subject, render};

/// Of what, in which form, where to.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    of_what: Changed,
    /// For a reader, another program or a spreadsheet.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    to: To,
}

/// The forms of report, as they are typed.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum Format {
    /// For a reader.
    #[default]
    Text,
    /// For another program; of a report `fairshare schema report` describes it.
    Json,
    /// For a spreadsheet: a number a row.
    Csv,
}

impl Format {
    /// The form of report that it means.
    pub(super) const fn form(self) -> Form {
        match self {
            Self::Text => Form::Text,
            Self::Json => Form::Json,
            Self::Csv => Form::Csv,
        }
    }
}

/// The report; nothing if it went to a file.
pub(super) fn run(args: &Args, plain: bool) -> Result<String, Failure> {
    let (base, now, history) = args.of_what.open(plain)?;
    let (before, outcome) = (compute(&base), compute(&now));
    let changes = history.net();
    let subject =
        Subject { base: &base, now: &now, before: &before, outcome: &outcome, changes: &changes };
    let manner = if plain { Manner::Plain } else { Manner::Tables };
    let text = render(&subject, args.format.form(), manner).map_err(Failure::call)?;
    args.to.put(text, &args.of_what.read())
}
