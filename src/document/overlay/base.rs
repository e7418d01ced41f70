//! How an overlay names its base, and the way back to the scenario.

use std::path::{Path, PathBuf};

use super::super::{Faulty, Loaded, library, load};

/// How an overlay at a path names the scenario that was opened: a shipped name, the path from the
/// overlay's folder if the scenario lies in it, else the whole path.
pub fn base_name(opened: &str, overlay: &Path) -> String {
    if library::text(opened).is_some() {
        return opened.strip_suffix(".ron").unwrap_or(opened).to_owned();
    }
    let whole = std::fs::canonicalize(opened).unwrap_or_else(|_| PathBuf::from(opened));
    let folder = std::fs::canonicalize(folder_of(overlay)).ok();
    let below = folder.as_ref().and_then(|folder| whole.strip_prefix(folder).ok());
    below.unwrap_or(&whole).display().to_string()
}

/// The overlays in the folder of another that begin with the same name, in the order of their names:
/// beside `area.whatif.ron` also `area-plan-b.whatif.ron`.
pub fn beside(overlay: &Path) -> Vec<PathBuf> {
    const ENDING: &str = ".whatif.ron";
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
    let own = name(overlay).unwrap_or_default();
    let stem = own.strip_suffix(ENDING).unwrap_or(&own);
    let is_one = |path: &PathBuf| {
        name(path).is_some_and(|name| name.starts_with(stem) && name.ends_with(ENDING))
    };
    let entries = std::fs::read_dir(folder_of(overlay)).into_iter().flatten().flatten();
    let named = entries.map(|entry| overlay.with_file_name(entry.file_name()));
    let mut found: Vec<PathBuf> = named.filter(is_one).collect();
    found.sort();
    found
}

/// Opens the base that is named in an overlay at this path.
pub(super) fn open_base(name: &str, overlay: &Path) -> Result<Loaded, Box<Faulty>> {
    if library::text(name).is_some() {
        return load::open(name);
    }
    load::open(&folder_of(overlay).join(name).display().to_string())
}

fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().unwrap_or(Path::new("."));
    if folder.as_os_str().is_empty() { Path::new(".") } else { folder }
}
