//! The scenarios and overlays that lie in a folder, by their names alone: nothing is read.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// How the names of scenarios and of overlays end.
const ENDING: &str = ".ron";

/// The files in some folders that may be scenarios or overlays, each once, in the order of their
/// names. A file of the working folder, which is named `""`, has no folder in its path.
pub fn lying_in(folders: &[&Path]) -> Vec<PathBuf> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for folder in folders {
        let read = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        // A folder that cannot be read offers nothing.
        let entries = fs::read_dir(read).into_iter().flatten().flatten();
        for name in entries.filter(|entry| entry.path().is_file()).map(|entry| entry.file_name()) {
            let is_one = |name: &str| name.ends_with(ENDING) && !name.starts_with('.');
            if !is_one(&name.to_string_lossy()) {
                continue;
            }
            if seen.insert(fs::canonicalize(read.join(&name)).ok()) {
                found.push(folder.join(name));
            }
        }
    }
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_found_once_by_its_ending_and_a_folder_or_a_hidden_file_never() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path();
        for name in ["b.whatif.ron", "a.ron", "notes.txt", ".hidden.ron"] {
            fs::write(own.join(name), "").unwrap();
        }
        fs::create_dir(own.join("folder.ron")).unwrap();
        let found = lying_in(&[own, &own.join("."), Path::new("/no/such/folder")]);
        assert_eq!(found, [own.join("a.ron"), own.join("b.whatif.ron")]);
    }
}
