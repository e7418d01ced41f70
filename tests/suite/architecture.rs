//! The house rules, held by reading the source: floors, sizes, and who may touch what.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Each folder and its floor. Neighbours on one floor do not know each other.
const FLOORS: &[(&str, u32)] = &[
    ("arithmetic", 1),
    ("money", 1),
    ("ron_text", 1),
    ("split", 2),
    ("format", 2),
    ("model", 3),
    ("levers", 4),
    ("engine", 5),
    ("document", 6),
    ("analysis", 7),
    ("report", 8),
    ("app", 9),
    ("view", 10),
    ("terminal", 11),
    ("cli", 12),
];

const LONGEST_FILE: usize = 400;
const LONGEST_FUNCTION: usize = 60;

/// A source file: its folder and name below `src`, and its text.
struct SourceFile {
    folder: String,
    name: String,
    text: String,
}

fn sources() -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut waiting = vec![root.clone()];
    let mut files = Vec::new();
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path: PathBuf = entry.path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let below = path.strip_prefix(&root).unwrap_or(&path);
                let folder = below.components().next();
                let folder = folder.map(|part| part.as_os_str().to_string_lossy().into_owned());
                let text = fs::read_to_string(&path).unwrap_or_default();
                let name = below.display().to_string();
                files.push(SourceFile { folder: folder.unwrap_or_default(), name, text });
            }
        }
    }
    files
}

fn floor(folder: &str) -> Option<u32> {
    FLOORS.iter().find(|(name, _)| *name == folder).map(|(_, floor)| *floor)
}

/// The folders that a text names behind `crate::`, outside of comments.
fn used(text: &str) -> impl Iterator<Item = &str> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let uses = code.flat_map(|line| line.split("crate::").skip(1));
    uses.map(|rest| {
        rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
    })
}

#[test]
fn a_file_uses_only_lower_floors_or_its_own_folder() {
    for file in sources() {
        let Some(own) = floor(&file.folder) else { continue };
        for other in used(&file.text) {
            let Some(theirs) = floor(other) else { continue };
            let allowed = other == file.folder || theirs < own;
            assert!(allowed, "{} (floor {own}) uses `{other}` (floor {theirs})", file.name);
        }
    }
}

#[test]
fn every_folder_has_a_floor_and_says_what_belongs_in_it() {
    for file in sources() {
        let is_top = file.name.matches(std::path::MAIN_SEPARATOR).count() == 0;
        assert!(is_top || floor(&file.folder).is_some(), "{} stands on no floor", file.name);
        assert!(file.text.starts_with("//!"), "{} does not say what lives in it", file.name);
    }
}

#[test]
fn the_terminal_and_its_widgets_stay_in_their_rooms() {
    for file in sources() {
        let names = |crate_name: &str| {
            file.text.lines().any(|line| {
                !line.trim_start().starts_with("//") && line.contains(&format!("{crate_name}::"))
            })
        };
        assert!(!names("crossterm") || file.folder == "terminal", "{} uses crossterm", file.name);
        let draws = matches!(file.folder.as_str(), "view" | "terminal")
            || file.name.ends_with("svg.rs")
            || file.name.ends_with("shot.rs");
        assert!(!names("ratatui") || draws, "{} uses ratatui", file.name);
    }
}

#[test]
fn below_analysis_nothing_floats() {
    for file in sources().iter().filter(|file| floor(&file.folder).is_some_and(|f| f < 7)) {
        for word in ["f64", "f32"] {
            // serde hands a number over in its own way; the visitor that gets it throws it away.
            let is_code =
                |line: &&str| !line.trim_start().starts_with("//") && !line.contains("fn visit_");
            let code = file.text.lines().filter(is_code);
            let mut words = code.flat_map(|line| line.split(|c: char| !c.is_alphanumeric()));
            assert!(!words.any(|found| found == word), "{} uses {word}", file.name);
        }
    }
}

#[test]
fn files_and_functions_stay_short() {
    for file in sources() {
        let lines = file.text.lines().count();
        assert!(lines <= LONGEST_FILE, "{} has {lines} lines", file.name);
        for (name, length) in functions(&file.text) {
            let long = length > LONGEST_FUNCTION;
            assert!(!long, "{}: fn {name} has {length} lines", file.name);
        }
    }
}

/// The functions of a text with their lengths, by the indentation that rustfmt gives them.
fn functions(text: &str) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    let mut open: Vec<(String, usize, usize)> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let words = line.trim_start();
        let is_function = words.split('(').next().is_some_and(|head| {
            head.split(' ').any(|word| word == "fn") && !words.starts_with("//")
        });
        if is_function && !words.ends_with(';') {
            let name = words.split("fn ").nth(1).unwrap_or_default();
            let name = name.split(['(', '<']).next().unwrap_or_default().to_owned();
            open.push((name, indent, at));
        }
        let ends = words == "}" && open.last().is_some_and(|(_, own, _)| *own == indent);
        if let Some((name, _, start)) = ends.then(|| open.pop()).flatten() {
            found.insert(format!("{name} (line {})", start + 1), at - start + 1);
        }
    }
    found
}
