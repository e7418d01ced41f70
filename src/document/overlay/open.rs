//! From an overlay's file to its base with the changes made.

use std::ops::Range;
use std::path::Path;

use super::super::diagnostic::as_fault;
use super::super::{Code, Diagnostic, Faulty, Loaded, Severity, file, sort_by_place};
use super::base::open_base;
use super::read::{self, Overlay, Placed, Saved};
use super::replay::{Replayed, changes_in_words, replay};
use super::told::doubts;
use crate::levers::{History, lever_at, value_for};
use crate::model::Scenario;
use crate::ron_text::Source;

/// An overlay that was opened, with its base.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The overlay as it stands in its file.
    pub overlay: Overlay,
    /// The overlay's text.
    pub source: Source,
    /// The base, unchanged.
    pub base: Loaded,
    /// The scenario with the changes that fit.
    pub scenario: Scenario,
    /// The changes that fit, as one step that can be undone.
    pub history: History,
    /// The changes that do not fit, to be listed, and to be kept when it is saved again.
    pub misfits: Vec<Misfit>,
    /// What somebody should look at: the base has changed since, values differ. They are places
    /// in the overlay's own text.
    pub warnings: Vec<Diagnostic>,
}

/// A change of an overlay that no longer fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// The change.
    pub change: Saved,
    /// Why it does not fit, with its place in the overlay's text; a warning.
    pub fault: Diagnostic,
}

/// Opens an overlay and its base.
///
/// # Errors
/// All faults of the overlay; or those of its base.
pub fn open(path: &Path) -> Result<Opened, Box<Faulty>> {
    open_source(file::read(path)?, path)
}

/// Opens an overlay whose text is read already.
pub(in super::super) fn open_source(source: Source, path: &Path) -> Result<Opened, Box<Faulty>> {
    let placed = read::read(&source)?;
    let base = open_base(&placed.overlay.base.name, path)
        .map_err(|faulty| of_base(*faulty, &source, &placed))?;
    let Placed { overlay, base: base_places, changes: places, mut warnings } = placed;
    if overlay.base.sha256 != base.scenario.words.sha256 {
        let message = format!("`{}` has changed since this was saved", overlay.base.name);
        let fault = Diagnostic::new(Code::BASE_CHANGED, base_places[1].clone(), message);
        let fault = fault.label("not its fingerprint now");
        warnings.push(fault.remedy("look through the changes, then save them again"));
    }
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into());
    let words = format!("{} from {name}", changes_in_words(overlay.changes.len()));
    let Replayed { scenario, history, misfits } = replay(&base.scenario, &overlay.changes, &words);
    let misfits: Vec<Misfit> = misfits
        .into_iter()
        .map(|misread| {
            let spans = &places[misread.index];
            let at = if misread.path_is_wrong { &spans[0] } else { &spans[2] };
            let message = as_fault(&misread.refusal.message);
            let fault = Diagnostic::new(Code::CHANGE_REFUSED, at.clone(), message);
            let fault = Diagnostic { severity: Severity::Warning, ..fault };
            let fault = fault.label("no longer fits").nearest(misread.refusal.nearest.as_deref());
            Misfit { change: overlay.changes[misread.index].clone(), fault }
        })
        .collect();
    warnings.extend(differing(&base.scenario, &overlay.changes, &places));
    warnings.extend(doubts(&source, &base.scenario));
    sort_by_place(&mut warnings);
    Ok(Opened { overlay, source, base, scenario, history, misfits, warnings })
}

/// The faults of a base that cannot be opened: its own if it could be read at all.
fn of_base(faulty: Faulty, source: &Source, placed: &Placed) -> Faulty {
    if !faulty.source.text().is_empty() {
        return faulty;
    }
    let why = faulty.faults.first().map(Diagnostic::headline).unwrap_or_default();
    let message = format!("its base cannot be opened: {why}");
    let fault = Diagnostic::new(Code::DANGLING_REFERENCE, placed.base[0].clone(), message);
    let fault = fault.label("the base");
    let remedy = "write a name from `fairshare list`, or a path from this file’s folder";
    Faulty { source: source.clone(), faults: vec![fault.remedy(remedy)] }
}

/// The changes whose lever holds something else now than when they were made.
fn differing(base: &Scenario, changes: &[Saved], places: &[[Range<usize>; 3]]) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for (saved, spans) in changes.iter().zip(places) {
        let Ok(lever) = lever_at(base, &saved.path) else { continue };
        let now = lever.get(base);
        let source = Source::new("from", saved.from.as_str());
        let then = source.root().ok().and_then(|root| value_for(base, lever, root).ok());
        let written = super::write::piece(base, lever, &now);
        let same = then.map_or(written == saved.from, |then| then == now);
        if !same {
            let message =
                format!("{} was {} and is {written} in the base now", saved.path, saved.from);
            let fault = Diagnostic::new(Code::FROM_DIFFERS, spans[1].clone(), message);
            faults.push(fault.label("not what it holds now"));
        }
    }
    faults
}
