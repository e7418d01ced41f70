//! `fairshare report SCENARIO`: the outcome, with changes if you like.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::failure::Failure;
use super::open::{open, refused};
use super::output::{Target, save, say};
use super::set::moved;
use crate::document::overlay;
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
    /// Make the changes of an overlay first, as the screen saves them.
    #[arg(long, value_name = "FILE")]
    overlay: Option<PathBuf>,
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
    /// For another program; `fairshare schema report` describes it.
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
    let replayed = match &args.overlay {
        Some(path) => with_overlay(&base, path, plain)?,
        None => (base.clone(), History::default()),
    };
    let (now, history) = moved(&base, replayed, &args.sets)?;
    let (before, outcome) = (compute(&base), compute(&now));
    let changes = history.net();
    let subject =
        Subject { base: &base, now: &now, before: &before, outcome: &outcome, changes: &changes };
    let manner = if plain { Manner::Plain } else { Manner::Tables };
    let text = render(&subject, args.format.form(), manner).map_err(Failure::call)?;
    let Some(path) = &args.output else { return Ok(text) };
    let read: Vec<&Path> =
        [Path::new(&args.scenario)].into_iter().chain(args.overlay.as_deref()).collect();
    save(&text, Target { path, force: args.force, read: &read }).map(|()| String::new())
}

/// The scenario with the changes of an overlay; those that do not fit are said on stderr.
pub(super) fn with_overlay(
    base: &Scenario,
    path: &Path,
    plain: bool,
) -> Result<(Scenario, History), Failure> {
    let opened = overlay::open(path).map_err(|faulty| refused(&faulty, plain))?;
    if opened.overlay.base.sha256 != base.words.sha256 {
        let name = path.display();
        say(&format!(
            "{name} was made for another version of a scenario: look at what it changes."
        ));
    }
    let words = path.display().to_string();
    let replayed = overlay::replay(base, &opened.overlay.changes, &words);
    for misfit in &replayed.misfits {
        let change = &opened.overlay.changes[misfit.index];
        say(&format!("{} = {} does not fit: {}", change.path, change.to, misfit.refusal));
    }
    Ok((replayed.scenario, replayed.history))
}
