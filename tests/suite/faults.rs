//! Everything that can be wrong with a file, and how it is told: each report was read as a user.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fairshare::document::{self, Any, CODES, Code, Faulty, Look, open_any, render, render_in};
use fairshare::ron_text::Source;
use proptest::prelude::*;

const EXAMPLE: &str = include_str!("../northshire.ron");

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults")
}

fn bad_files() -> Vec<PathBuf> {
    let entries = fs::read_dir(folder()).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    files.retain(|path| !path.ends_with("base.ron"));
    files.sort();
    assert!(files.len() > 30, "{files:?}");
    files
}

/// The name of a file without its folder.
fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// The report of a file without the folder that the repository lies in.
fn report(path: &Path) -> String {
    let source = |source: &Source| Source::new(name_of(path), source.text());
    let look = Look { columns: 80, ascii: false };
    let printed = match open_any(&path.display().to_string()) {
        Err(faulty) => render_in(&faulty.faults, &source(&faulty.source), look),
        Ok(Any::Scenario(loaded)) => render_in(&loaded.warnings, &source(&loaded.source), look),
        Ok(Any::Overlay(opened)) => {
            let mut all = opened.warnings.clone();
            all.extend(opened.misfits.iter().map(|misfit| misfit.fault.clone()));
            render_in(&all, &source(&opened.source), look)
        }
    };
    printed.replace(&format!("{}/", folder().display()), "")
}

fn faults_of(text: impl Into<String>) -> Faulty {
    match document::parse(Source::new("a.ron", text)) {
        Err(faulty) => *faulty,
        Ok(loaded) => unreachable!("no fault is found in {}", loaded.source.text()),
    }
}

fn first_line(text: impl Into<String>) -> String {
    let faulty = faults_of(text);
    let printed = render(&faulty.faults, &faulty.source);
    printed.lines().next().unwrap_or_default().to_owned()
}

#[test]
fn each_bad_file_is_told_what_is_wrong_with_it() {
    for path in bad_files() {
        let stem = name_of(&path).replace(".ron", "");
        let report = report(&path);
        let code = stem.split('-').next().unwrap();
        assert!(stem == "five" || report.contains(code), "{stem} has no {code}:\n{report}");
        insta::assert_snapshot!(stem.as_str(), report);
    }
}

#[test]
fn every_code_has_its_bad_file() {
    // A folder, a file that is not there and one of 33 MiB are made by the tests below.
    let without = [Code::NOT_A_FILE, Code::UNREADABLE, Code::TOO_LARGE];
    let reports: Vec<String> = bad_files().iter().map(|path| report(path)).collect();
    for code in CODES.iter().filter(|code| !without.contains(code)) {
        let found = reports.iter().any(|report| report.contains(code.text()));
        assert!(found, "no file in tests/faults has {}", code.text());
    }
}

#[test]
fn five_faults_are_told_in_one_report_each_with_its_place() {
    let faulty = document::open(&folder().join("five.ron").display().to_string()).unwrap_err();
    let places: Vec<(String, &str)> = faulty
        .faults
        .iter()
        .map(|fault| (faulty.source.place_at(fault.span.start).to_string(), fault.code.text()))
        .collect();
    // Looked up in the file with an editor: line and column of the first character at fault.
    let expected = [
        ("8:87", "E032"),
        ("11:71", "E012"),
        ("12:72", "E020"),
        ("15:41", "E041"),
        ("21:23", "E034"),
    ];
    let expected: Vec<(String, &str)> =
        expected.iter().map(|(place, code)| ((*place).to_owned(), *code)).collect();
    assert_eq!(places, expected);
}

#[test]
fn what_is_no_file_is_refused_at_once() {
    let here = tempfile::tempdir().unwrap();
    let line = |path: &Path| {
        let begun = Instant::now();
        let faulty = document::read(path).unwrap_err();
        assert!(begun.elapsed() < Duration::from_secs(1));
        let text = render(&faulty.faults, &faulty.source);
        let name = format!("{}/", here.path().display());
        text.replace(&name, "").lines().next().unwrap().to_owned()
    };
    let folder = here.path().join("folder");
    fs::create_dir(&folder).unwrap();
    assert_eq!(line(&folder), "folder  E001  `folder` is a folder, not a file");
    let missing = here.path().join("missing.ron");
    let expected =
        "missing.ron  E002  there is no file `missing.ron`, and nothing ships by that name";
    assert_eq!(line(&missing), expected);
    if Path::new("/dev/zero").exists() {
        let zero = "/dev/zero  E001  `/dev/zero` is a pipe or a device, not a file";
        assert_eq!(line(Path::new("/dev/zero")), zero);
        let pipe = here.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status().unwrap();
        assert!(made.success());
        assert_eq!(line(&pipe), "pipe  E001  `pipe` is a pipe or a device, not a file");
    }
    let large = here.path().join("large.ron");
    fs::File::create(&large).unwrap().set_len(document::LARGEST + 1).unwrap();
    let expected = "large.ron  E003  `large.ron` has 33554433 bytes; at most 33554432 are read";
    assert_eq!(line(&large), expected);
}

#[test]
fn a_shipped_name_that_is_nearly_right_is_offered() {
    let faulty = document::open("east-of-englnd-2019").unwrap_err();
    assert_eq!(faulty.faults[0].nearest.as_deref(), Some("east-of-england-2019"));
}

#[test]
fn texts_that_say_nothing_or_are_no_scenario() {
    assert_eq!(first_line(""), "a.ron  E005  the file is empty");
    assert_eq!(first_line(" \n"), "a.ron:1:1  E005  the file is empty");
    assert_eq!(
        first_line("// one\n\n// two\n"),
        "a.ron:1:1  E005  the file is nothing but comments"
    );
    assert!(first_line("[1, 2]").contains("a scenario: expected fields in round brackets"));
    assert!(first_line("{ \"title\": \"JSON\" }").contains("found a map in curly brackets"));
    assert!(first_line("a\0b").starts_with("a.ron:1:"));
    assert_eq!(
        first_line("(base: (), changes: [])"),
        "a.ron:1:1  E010  this is an overlay, not a scenario"
    );
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    assert!(first_line(deep).ends_with("E005  brackets stand too deep inside one another"));
    let deep = format!("(regions: {}{})", "(a: [".repeat(30_000), "])".repeat(30_000));
    assert!(first_line(deep).ends_with("E005  brackets stand too deep inside one another"));
}

#[test]
fn marks_at_the_start_and_at_line_ends_are_no_faults() {
    for text in [format!("\u{feff}{EXAMPLE}"), EXAMPLE.replace('\n', "\r\n")] {
        let loaded = document::parse(Source::new("a.ron", text));
        assert!(loaded.is_ok_and(|loaded| loaded.warnings.is_empty()));
    }
}

#[test]
fn numbers_are_exact_up_to_28_digits_and_refused_beyond() {
    let with = |amount: &str| EXAMPLE.replace("Published(\"400m\", \"plan\")", amount);
    // 28 digits are read, and are then more than there is money; 29 are not read.
    let beyond = first_line(with("1234567890123456789012345678"));
    assert!(beyond.contains("E020") && beyond.contains("is beyond £1,000 billion"), "{beyond}");
    let long = first_line(with("12345678901234567890123456789"));
    assert!(long.contains("has 29 digits, and only 28 are kept exactly"), "{long}");
    let exact = document::parse(Source::new("a.ron", with("\"400000000.01\"")));
    assert!(exact.is_ok());
}

#[test]
fn one_slip_is_one_fault() {
    // A misspelt list is read as what was meant, so nothing that refers into it dangles.
    for (from, to) in [
        ("    sources: [", "    sorces: ["),
        ("    regions: [", "    region: ["),
        ("programmes: [", "programs: ["),
        ("    councils: [\n", "    counclis: [\n"),
        ("id: \"EV\"", "ID: \"EV\""),
        ("percent: Reported(\"70%\", \"board\")", "percent: Reported(\"7O%\", \"board\")"),
        ("kind: Provider", "kind: Provder"),
        ("(id: \"northtown\", name", "(id: \"northtown\", nmae"),
        ("allocation: Published(\"400m\", \"plan\")", "allocation: Published(\"4OOm\", \"plan\")"),
        ("turnover: Derived(", "turnover: Derved("),
        ("    councils: [\n", "    councils: (\n"),
        ("(id: \"beds\", value: 412)", "(id: \"beds\", valeu: 412)"),
        ("\"plan\",  title", "plan,  title"),
    ] {
        assert!(EXAMPLE.contains(from), "{from}");
        let mut text = EXAMPLE.replacen(from, to, 1);
        if to.ends_with("(\n") {
            text = text.replacen("Northtown Council\"),\n    ]", "Northtown Council\"),\n    )", 1);
        }
        let faulty = faults_of(text);
        let printed = render(&faulty.faults, &faulty.source);
        assert_eq!(faulty.faults.len(), 1, "{from} → {to}\n{printed}");
    }
}

/// Slips of notation: ron stops at the first, so each is a report of its own.
#[test]
fn slips_of_notation_are_told_in_plain_words() {
    let mut told = String::new();
    for (from, to) in [
        ("id: \"07G\"", "id: 07G"),
        ("id: \"07G\"", "id: \"07G"),
        ("id: \"07G\"", "id = \"07G\""),
        ("id: \"07G\"", "\"id\": \"07G\""),
        ("id: \"07G\"", "id: '07G'"),
        ("id: \"07G\"", "id: “07G”"),
        ("id: \"07G\",", "id: \"07G\";"),
        ("id: \"07G\",", "id: \"07G\",,"),
        ("id: \"07G\"", "# id\n    id: \"07G\""),
        ("plan: \"5m\"", "plan: 5m"),
        ("plan: \"5m\"", "plan: £5"),
        ("plan: \"5m\"", "plan: 12,500,000"),
        ("plan: \"5m\"", "plan: 70%"),
        ("plan: \"5m\"", "plan: \"5m\\q\""),
        (")]", "]"),
        (")]", "))"),
        (")])", ")]))"),
        ("regions", "re gions"),
        ("/*", "/* never closed"),
    ] {
        let text = "(\n    regions: [(id: \"07G\", plan: \"5m\")])\n/*";
        let text = text.replacen(from, to, 1).replace("/*", if from == "/*" { "/*" } else { "" });
        let faulty = faults_of(text);
        let printed = render(&faulty.faults[..1], &faulty.source);
        told.extend([from, " → ", to, "\n", &printed, "\n"]);
    }
    insta::assert_snapshot!("notation", told);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_spoilt_file_is_reported_and_nothing_worse(
        cuts in prop::collection::vec((0_usize..9_000, 0_usize..60, 0_usize..9_000, 0_u8..4), 1..4),
    ) {
        let mut text: Vec<char> = EXAMPLE.chars().collect();
        for (at, length, from, how) in cuts {
            let at = at % text.len();
            let end = (at + length).min(text.len());
            let from = from % text.len();
            let piece: Vec<char> = text[from..(from + length).min(text.len())].to_vec();
            match how {
                0 => drop(text.drain(at..end)),
                1 => drop(text.splice(at..at, piece)),
                2 => drop(text.splice(at..end, piece)),
                _ => drop(text.splice(at..end, "\u{202e}(\"".chars())),
            }
        }
        let text: String = text.into_iter().collect();
        let begun = Instant::now();
        if let Err(faulty) = document::parse(Source::new("a.ron", text)) {
            prop_assert!(!faulty.faults.is_empty());
            let _ = render(&faulty.faults, &faulty.source);
        }
        prop_assert!(begun.elapsed() < Duration::from_secs(3));
    }
}

/// Faults that look at more than one place, each told once: the file is right but for this.
#[test]
fn what_two_places_say_is_held_against_each_other() {
    let cases = [
        // A lead payer or a saving's body of somewhere else.
        (
            "split: Proportional(by: Allocation),\n",
            "split: Proportional(by: Allocation), lead: \"VH\",\n",
            "E031  nobody here is called `VH`",
        ),
        (
            "plan: Published(\"-30m\", \"plan\"),",
            "plan: \"-30m\", savings: [(id: \"s\", name: \"S\", amount: \"1m\", body: \"EV\")],",
            "E031  this system has no body `EV`",
        ),
        // Two things of one body in one name.
        (
            "absorbs: NotYetStartedFirst,",
            "alongside: [(id: \"beds\", name: \"Council\")],",
            "E030  the id `beds` is used twice in this body",
        ),
        ("share: \"100%\"", "share: \"101%\"", "E026  a share here is from 0% to 100%"),
        (
            "[(id: \"northtown\", share: \"100%\")]",
            "[(id: \"northtown\", share: \"60%\"), (id: \"northtown\", share: \"40%\")]",
            "E030  the council `northtown` stands here twice",
        ),
        ("at_most: 3,", "at_most: 3, at_least: 1,", "E016  `at_most` stands here too"),
        ("fact: false,", "fact: false, at_most: 3,", "E016  a `fact` is ticked by a person"),
        ("tagged: \"mental health\"", "tagged: \"mental helth\"", "E031  no programme is tagged"),
        ("at_most: \"1.6m\"", "at_most: \"1.6%\"", "E020  “1.6%” is not an amount"),
        ("at_most: \"1.6m\"", "at_most: \"1.6m\", of: Allocation", "E021  “1.6m” is not a percent"),
        (
            "show: \"EV.ask\"",
            "show: \"EV.asks\"",
            "E034  East Vale CCG has no outcome measure `asks`",
        ),
        ("partner: \"WV\"", "partner: \"WX\"", "E034  nothing is called `WX`"),
        ("regions: [", "regions: [], old: [", "E017  a scenario needs at least one of `regions`"),
    ];
    for (from, to, wanted) in cases {
        assert!(EXAMPLE.contains(from), "{from}");
        let faulty = faults_of(EXAMPLE.replacen(from, to, 1));
        let printed = render(&faulty.faults, &faulty.source);
        assert!(printed.contains(wanted), "{from} → {to}\n{printed}");
    }
}
