//! Names of files that are free: what is written twice is there twice.

use std::fs;
use std::path::{Path, PathBuf};

/// So many files of one name nobody keeps; then the first is replaced.
const MOST_OF_ONE_NAME: u32 = 10_000;

/// The name itself if no file has it, else the first like it.
pub(super) fn free(path: &Path) -> PathBuf {
    if is_free(path) { path.to_owned() } else { beside(path) }
}

/// The first name like this one that no file has: `area-2.csv`, `area-2.whatif.ron`.
pub(super) fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let at = name.rfind(".whatif.").or_else(|| name.rfind('.')).unwrap_or(name.len());
    let (stem, ending) = name.split_at(at);
    let numbered = (2..MOST_OF_ONE_NAME).map(|number| format!("{stem}-{number}{ending}"));
    let mut names = numbered.map(|name| path.with_file_name(name));
    names.find(|name| is_free(name)).unwrap_or_else(|| path.to_owned())
}

fn is_free(path: &Path) -> bool {
    fs::symlink_metadata(path).is_err()
}
