//! What is said after a panic: the terminal first, then one paragraph.
//!
//! ratatui's own hook leaves the mouse and pastes on, and a release build aborts before any guard
//! is dropped; so the modes are given back here.

use std::io::{self, Write as _};
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};
use std::process;

use super::modes::Hold;

/// What Rust programs answer the shell after a panic.
const PANICKED: i32 = 101;

/// From now on a panic in any thread gives the terminal back, says where the changes are, and ends
/// the program: a screen that nobody serves any more would help no one.
pub(super) fn on_panic(hold: Hold, recovery: Option<PathBuf>) {
    panic::set_hook(Box::new(move |info| {
        hold.give_back();
        let kept = recovery.as_deref().filter(|path| path.exists());
        // Nobody may be there to read it.
        let _ = writeln!(io::stderr(), "{}", paragraph(&what(info), kept));
        process::exit(PANICKED);
    }));
}

fn what(info: &PanicHookInfo<'_>) -> String {
    let words = info.payload_as_str().unwrap_or("no words");
    match info.location() {
        Some(place) if cfg!(debug_assertions) => format!("{words}, at {place}"),
        _ => words.to_owned(),
    }
}

fn paragraph(what: &str, kept: Option<&Path>) -> String {
    let changes = match kept {
        Some(path) => format!(
            "Your changes that were not saved are in {}; the next start offers them.",
            path.display()
        ),
        None => "There were no changes that were not saved.".to_owned(),
    };
    format!(
        "fairshare stopped because of a mistake of its own. Nothing is wrong with your scenario, \
         and its file is as it was. {changes} Please report this with what you did last and these \
         words: “{what}”."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_words_name_the_recovery_file_and_what_to_report() {
        let words = paragraph("index out of range", Some(Path::new("/state/a.whatif.ron")));
        assert!(words.contains("are in /state/a.whatif.ron;"), "{words}");
        assert!(words.contains("report") && words.contains("“index out of range”"), "{words}");
        assert!(!words.contains('\n'));
        assert!(paragraph("x", None).contains("There were no changes that were not saved."));
    }
}
