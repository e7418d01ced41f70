//! The pictures of the documents, and the commands that made them: each is made anew and must be the
//! same. What a screen shows is tested elsewhere.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::guides::pages;

/// A picture's file below `docs/`, the words of `fairshare shot east-of-england-2019` that make it,
/// and the keys that are pressed first.
const PICTURES: &[(&str, &str, &str)] = &[
    ("explore.svg", "", ""),
    // Analysts.
    ("pictures/working.svg", "", "/ text:thurrock Enter e"),
    ("pictures/sources.svg", "--theme light --screen sources", ""),
    ("pictures/compare.svg", "", "Down Enter Ctrl-U text:50.4m Enter c"),
    ("pictures/fit.svg", "--screen fit", ""),
    // Presenters.
    ("pictures/step.svg", "--screen present --size 80x24", "4 Enter"),
    ("pictures/what-if.svg", "--screen present --size 80x24", "3 Enter Up"),
    ("pictures/find.svg", "--screen present --size 80x24", "3 Enter / text:southend"),
    ("pictures/notes.svg", "--screen present --size 80x24 --theme light", "3 Enter n m"),
    // Trainees.
    ("pictures/lessons.svg", "--screen learn --size 80x24", ""),
    ("pictures/predict.svg", "--screen learn --size 80x24", "Down Enter n n n n text:684k"),
    (
        "pictures/answer.svg",
        "--screen learn --size 80x24",
        "Down Enter n n n n text:684k Enter Enter",
    ),
    (
        "pictures/words.svg",
        "--screen learn --size 80x24 --theme light",
        "Down Enter / text:control",
    ),
];

/// Where the documents are.
fn docs() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/docs"))
}

/// The words of the call that makes a picture.
fn words<'w>(options: &'w str, keys: &'w str, into: &'w str) -> Vec<&'w str> {
    let mut words = vec!["shot", "east-of-england-2019"];
    words.extend(options.split_whitespace());
    if !keys.is_empty() {
        words.extend(["--keys", keys]);
    }
    words.extend(["-o", into]);
    words
}

/// The call as it can be pasted into a shell.
fn pasted(words: &[&str]) -> String {
    let quoted = |word: &&str| match word.contains(' ') {
        true => format!("'{word}'"),
        false => (*word).to_owned(),
    };
    let words: Vec<String> = words.iter().map(quoted).collect();
    format!("cargo run -- {}", words.join(" "))
}

fn begin(folder: &Path, words: &[&str]) -> Child {
    let mut call = Command::new(env!("CARGO_BIN_EXE_fairshare"));
    call.args(words).current_dir(folder).stdin(Stdio::null()).stderr(Stdio::piped());
    call.spawn().unwrap()
}

#[test]
fn the_pictures_of_the_documents_are_what_the_program_draws() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("docs/pictures")).unwrap();
    let files: Vec<String> = PICTURES.iter().map(|own| format!("docs/{}", own.0)).collect();
    let calls = PICTURES.iter().zip(&files);
    let calls: Vec<_> = calls.map(|(own, into)| words(own.1, own.2, into)).collect();
    // All at once: each is a program of its own.
    let begun: Vec<Child> = calls.iter().map(|call| begin(folder.path(), call)).collect();
    let mut behind = Vec::new();
    for ((file, call), child) in files.iter().zip(&calls).zip(begun) {
        let done = child.wait_with_output().unwrap();
        assert!(done.status.success(), "{file}: {}", String::from_utf8_lossy(&done.stderr));
        let made = fs::read_to_string(folder.path().join(file)).unwrap();
        let kept = docs().with_file_name(file);
        if fs::read_to_string(kept).unwrap_or_default() != made {
            behind.push(pasted(call));
        }
    }
    assert!(behind.is_empty(), "pictures are out of step; run\n{}", behind.join("\n"));
}

#[test]
fn every_picture_has_its_command_and_its_place_in_a_page() {
    let named: BTreeSet<&str> = PICTURES.iter().map(|own| own.0).collect();
    for entry in fs::read_dir(docs().join("pictures")).unwrap() {
        let name = format!("pictures/{}", entry.unwrap().file_name().into_string().unwrap());
        assert!(named.contains(name.as_str()), "docs/{name} has no command here");
    }
    for file in named {
        let is_shown = pages().iter().any(|page| page.text.contains(&format!("{file})")));
        assert!(is_shown, "docs/{file} is in no page");
    }
}
