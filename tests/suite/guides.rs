//! The guides keep their word: what is printed in them is what the program prints, their lesson
//! loads, their links lead somewhere.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use fairshare::document;
use fairshare::ron_text::Source;

/// A page for readers.
pub(crate) struct Page {
    /// Its file.
    path: PathBuf,
    /// What stands in it.
    pub(crate) text: String,
}

/// README and the guides.
pub(crate) fn pages() -> Vec<Page> {
    let house = Path::new(env!("CARGO_MANIFEST_DIR"));
    let names = ["README.md", "docs/ANALYST.md", "docs/PRESENTER.md", "docs/TRAINEE.md"];
    let names = names.iter().chain(&["docs/TEACHER.md"]);
    names
        .map(|name| {
            let path = house.join(name);
            Page { text: fs::read_to_string(&path).unwrap(), path }
        })
        .collect()
}

/// The blocks of a kind: what stands between ```` ```console ```` and its end.
fn blocks<'t>(text: &'t str, kind: &str) -> Vec<&'t str> {
    let begin = format!("```{kind}\n");
    let blocks = text.split(begin.as_str()).skip(1);
    blocks.map(|rest| rest.split("```").next().unwrap()).collect()
}

/// The file that the page for teachers shows whole.
fn lesson() -> String {
    let page = pages().pop().unwrap().text;
    blocks(&page, "ron")[0].to_owned()
}

/// The words of a command line; single quotes hold some together.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (place, part) in line.split('\'').enumerate() {
        match place % 2 {
            0 => words.extend(part.split_whitespace().map(str::to_owned)),
            _ => words.push(part.to_owned()),
        }
    }
    words
}

/// What a command prints, words to a reader and data alike.
fn printed(folder: &Path, line: &str) -> String {
    let words = words(line);
    assert_eq!(words[0], "fairshare", "{line}");
    let mut call = Command::new(env!("CARGO_BIN_EXE_fairshare"));
    let done = call.args(&words[1..]).current_dir(folder).stdin(Stdio::null()).output().unwrap();
    String::from_utf8([done.stdout, done.stderr].concat()).unwrap()
}

#[test]
fn what_the_guides_show_as_printed_is_what_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("vale.ron"), lesson()).unwrap();
    let wrong = lesson().replace("is: \"4m\"", "is: \"3m\"");
    fs::write(folder.path().join("wrong.ron"), wrong).unwrap();
    let mut shown = 0;
    for page in pages() {
        for block in blocks(&page.text, "console") {
            let (line, wanted) = block.split_once('\n').unwrap();
            let line = line.strip_prefix("$ ").unwrap();
            let is = printed(folder.path(), line);
            // `…` alone on a line stands for lines that were left out.
            let mut rest = is.as_str();
            for part in wanted.split("…\n").filter(|part| !part.is_empty()) {
                let Some((_, after)) = rest.split_once(part) else {
                    panic!("`{line}` prints\n{is}\nand not\n{part}");
                };
                rest = after;
            }
            shown += 1;
        }
    }
    assert!(shown >= 8, "{shown}");
}

#[test]
fn the_lesson_for_teachers_loads_without_a_word() {
    let loaded = document::parse(Source::new("vale.ron", lesson()));
    let loaded = loaded.map_err(|f| document::render(&f.faults, &f.source)).unwrap();
    // An answer that the engine does not confirm would be a warning here.
    assert_eq!(loaded.warnings, []);
    let words = &loaded.scenario.words;
    assert_eq!((words.story.len(), words.lessons.len()), (1, 1));
}

#[test]
fn the_links_of_readme_and_guides_lead_somewhere() {
    for page in pages() {
        let links = page.text.split("](").skip(1).map(|rest| rest.split(')').next().unwrap());
        for link in links.filter(|link| !link.starts_with("http")) {
            let file = link.split('#').next().unwrap();
            let target = page.path.with_file_name(file);
            assert!(target.exists(), "{}: {link}", page.path.display());
        }
    }
}

#[test]
fn a_guide_is_short() {
    for page in pages().iter().skip(1) {
        let lines = page.text.lines().count();
        assert!(lines <= 130, "{} has {lines} lines", page.path.display());
    }
}
