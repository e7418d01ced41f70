//! A scenario and what is changed in it first: the words that report, explain and fit share.

use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::open::{open, refused, say_stacked};
use super::output::say;
use super::set::moved;
use crate::document::overlay::{self, Layer, stack};
use crate::levers::History;
use crate::model::Scenario;

/// Of what, with which changes.
#[derive(Debug, clap::Args)]
pub(super) struct Changed {
    /// A name from `fairshare list`, or a file.
    pub(super) scenario: String,
    /// Move a lever first: CP.plan=-200m, EoE.offset=50%, 06N.stance=Refuses, CP.plan+=1.5m. Several
    /// are moved together. `fairshare levers SCENARIO` lists the paths.
    #[arg(long = "set", value_name = "PATH=VALUE")]
    sets: Vec<String>,
    /// Make the changes of an overlay first, as the screen saves them. Several are laid one on the
    /// other in this order: where two move the same lever the later one stands, and it is said.
    #[arg(long = "overlay", value_name = "FILE")]
    overlays: Vec<PathBuf>,
}

impl Changed {
    /// The scenario as its file has it, as it is changed, and all that was done.
    pub(super) fn open(&self, plain: bool) -> Result<(Scenario, Scenario, History), Failure> {
        let base = open(&self.scenario, plain)?;
        let replayed = with_overlays(&base, &self.overlays, plain)?;
        let (now, history) = moved(&base, replayed, &self.sets)?;
        Ok((base, now, history))
    }

    /// What is read: never written over.
    pub(super) fn read(&self) -> Vec<&Path> {
        let overlays = self.overlays.iter().map(PathBuf::as_path);
        [Path::new(&self.scenario)].into_iter().chain(overlays).collect()
    }
}

/// The scenario with the changes of overlays; what one covers of another, and what does not fit, is
/// said on stderr.
fn with_overlays(
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
