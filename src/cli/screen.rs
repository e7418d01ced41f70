//! The program as it begins on a screen, or in a picture of one: opened, with what was saved.

use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::open::look;
use crate::app::{App, Look, Origin, Problems, Setup};
use crate::document::overlay::{Overlay, base_name};
use crate::document::{self, Any, LIBRARY};

/// What is to be shown and how.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted<'w> {
    /// A name from the list, a scenario file or an overlay.
    pub(super) name: &'w str,
    /// The theme.
    pub(super) look: Look,
    /// Whether colour may be used at all.
    pub(super) colour: bool,
    /// Whether the mouse is ours.
    pub(super) mouse: bool,
}

/// A program that has begun.
#[derive(Debug)]
pub(super) struct Begun {
    /// Its state.
    pub(super) app: App,
    /// The scenario's own file, if it came from one.
    pub(super) source: Option<PathBuf>,
    /// The overlay's file and what it held, if one was opened.
    pub(super) opened: Option<(PathBuf, String)>,
    /// By which name unsaved changes are found again.
    pub(super) opened_from: String,
    /// By which name the history is found again: an overlay has one of its own.
    pub(super) past_of: String,
}

/// Opens what is wanted. A file with faults begins with its faults on the screen.
pub(super) fn begin(wanted: &Wanted<'_>) -> Result<Begun, Failure> {
    let name = wanted.name;
    match document::open_any(name) {
        Ok(Any::Scenario(loaded)) => {
            let begun = Begun {
                app: App::new(loaded.scenario, setup(wanted, name, &beside(name))),
                source: file(name),
                opened: None,
                opened_from: whole(name),
                past_of: whole(name),
            };
            Ok(begun)
        }
        Ok(Any::Overlay(opened)) => {
            let base = base_of(&opened.overlay, Path::new(name));
            let mut app = App::new(opened.base.scenario, setup(wanted, &base, Path::new(name)));
            app.with_overlay(opened.overlay);
            let held = (PathBuf::from(name), opened.source.text().to_owned());
            let (opened_from, past_of) = (whole(&base), whole(name));
            Ok(Begun { app, source: file(&base), opened: Some(held), opened_from, past_of })
        }
        Err(faulty) if faulty.is_unreadable() => {
            Err(Failure::Call(document::render_in(&faulty.faults, &faulty.source, look(false))))
        }
        Err(faulty) => {
            let app = App::broken(Problems::new(*faulty), setup(wanted, name, &beside(name)));
            let (opened_from, past_of) = (whole(name), whole(name));
            Ok(Begun { app, source: file(name), opened: None, opened_from, past_of })
        }
    }
}

fn setup(wanted: &Wanted<'_>, scenario: &str, overlay: &Path) -> Setup {
    let stem = stem(scenario);
    let origin = Origin {
        opened: wanted.name.to_owned(),
        name: stem.clone(),
        overlay: overlay.to_owned(),
        export: overlay.with_file_name(&stem),
        base: base_name(scenario, overlay),
    };
    Setup { origin, look: wanted.look, colour: wanted.colour, mouse: wanted.mouse }
}

/// Where the overlay of a scenario is saved: beside its file; here, for one that ships or that lies
/// where nothing may be written.
fn beside(scenario: &str) -> PathBuf {
    let overlay = format!("{}.whatif.ron", stem(scenario));
    let beside = file(scenario).map(|file| file.with_file_name(&overlay));
    beside.filter(|path| is_writable(path)).unwrap_or_else(|| PathBuf::from(overlay))
}

fn is_writable(path: &Path) -> bool {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    tempfile::tempfile_in(folder.unwrap_or(Path::new("."))).is_ok()
}

fn stem(scenario: &str) -> String {
    let name = Path::new(scenario).file_name().map(|name| name.to_string_lossy().into_owned());
    let name = name.unwrap_or_default();
    name.strip_suffix(".ron").unwrap_or(&name).to_owned()
}

/// The base of an overlay as it would be typed: a shipped name, or the way to its file.
fn base_of(overlay: &Overlay, path: &Path) -> String {
    match is_shipped(&overlay.base.name) {
        true => overlay.base.name.clone(),
        false => path.with_file_name(&overlay.base.name).display().to_string(),
    }
}

fn file(scenario: &str) -> Option<PathBuf> {
    (!is_shipped(scenario)).then(|| PathBuf::from(scenario))
}

fn is_shipped(name: &str) -> bool {
    let bare = name.strip_suffix(".ron").unwrap_or(name);
    LIBRARY.iter().any(|entry| entry.name == bare) && !(bare != name && Path::new(name).exists())
}

/// The same name from whichever folder it is typed.
fn whole(scenario: &str) -> String {
    let path = file(scenario).and_then(|path| path.canonicalize().ok());
    path.map_or_else(|| scenario.to_owned(), |path| path.display().to_string())
}
