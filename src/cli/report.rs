//! `fairshare report SCENARIO`: the outcome, with changes if you like.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::failure::Failure;
use super::open::{open, refused, say_stacked};
use super::output::{Target, save, say};
use super::set::moved;
use crate::document::overlay::{self, Layer, stack};
use crate::engine::compute;
use crate::levers::History;
use crate::model::Scenario;
use crate::report::{Form, Manner, Subject, render};

/// Of what, in which form, where to.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A name from `fairshare list`, or a file.
    scenario: String,
    /// Move a lever: CP.plan=-200m, EoE.offset=50%, 06N.stance=Refuses, CP.plan+=1.5m. Several are
    /// moved together. `fairshare levers SCENARIO` lists the paths.
    #[arg(long = "set", value_name = "PATH=VALUE")]
    sets: Vec<String>,
    /// Make the changes of an overlay first, as the screen saves them. Several are laid one on the
    /// other in this order: where two move the same lever the later one stands, and it is said.
    #[arg(long = "overlay", value_name = "FILE")]
    overlays: Vec<PathBuf>,
    /// For a reader, another program or a spreadsheet.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Write to a file, which is replaced as a whole if it holds such a report already.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace the file even if something else is in it.
    #[arg(long, requires = "output")]
    force: bool,
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
    let base = open(&args.scenario, plain)?;
    let replayed = with_overlays(&base, &args.overlays, plain)?;
    let (now, history) = moved(&base, replayed, &args.sets)?;
    let (before, outcome) = (compute(&base), compute(&now));
    let changes = history.net();
    let subject =
        Subject { base: &base, now: &now, before: &before, outcome: &outcome, changes: &changes };
    let manner = if plain { Manner::Plain } else { Manner::Tables };
    let text = render(&subject, args.format.form(), manner).map_err(Failure::call)?;
    let Some(path) = &args.output else { return Ok(text) };
    let read: Vec<&Path> = [Path::new(&args.scenario)]
        .into_iter()
        .chain(args.overlays.iter().map(PathBuf::as_path))
        .collect();
    save(&text, Target { path, force: args.force, read: &read }).map(|()| String::new())
}

/// The scenario with the changes of overlays; what one covers of another, and what does not fit, is
/// said on stderr.
pub(super) fn with_overlays(
    base: &Scenario,
    paths: &[PathBuf],
    plain: bool,
) -> Result<(Scenario, History), Failure> {
    let mut opened = Vec::new();
    for path in paths {
        let one = overlay::open(path).map_err(|faulty| refused(&faulty, plain))?;
        let name = path.display().to_string();
        if one.overlay.base.sha256 != base.words.sha256 {
            say(&format!(
                "{name} was made for another version of a scenario: look at what it changes."
            ));
        }
        opened.push((name, one.overlay.changes));
    }
    let layers: Vec<Layer<'_>> =
        opened.iter().map(|own| Layer { name: &own.0, changes: &own.1 }).collect();
    let names: Vec<&str> = layers.iter().map(|own| own.name).collect();
    let stacked = stack(base, &layers, &names.join(", "));
    say_stacked(&stacked);
    Ok((stacked.scenario, stacked.history))
}
