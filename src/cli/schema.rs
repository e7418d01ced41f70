//! `fairshare schema`: the fields of a scenario file, or the JSON Schema of a report.

use clap::ValueEnum;

use super::failure::Failure;
use crate::document::schema_text;
use crate::report::json_schema;

/// Of what.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// What is described; left out: the fields of a scenario file.
    what: Option<What>,
}

/// What is described.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum What {
    /// What `report --format json` prints, as a JSON Schema.
    Report,
}

/// The schema: Markdown of a file's fields, or JSON.
pub(super) fn run(args: &Args) -> Result<String, Failure> {
    match args.what {
        Some(What::Report) => json_schema().map_err(Failure::call),
        None => Ok(schema_text()),
    }
}
