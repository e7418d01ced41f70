//! Several scenarios side by side, by the command: MECHANISM 10 to the penny.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

use super::stage::east_of_england;

const REGION: &str = "east-of-england-2019";

/// Three what-ifs of `SCREENS.md` 6 as overlays: by allocation at −£200m, the whole need, commissioners
/// alone.
pub(crate) const WHAT_IFS: [(&str, &str); 3] = [
    (
        "b.whatif.ron",
        "(path: \"CP.plan\", from: \"-192.4m\", to: \"-200m\"), \
         (path: \"EoE.split\", from: Equal, to: Proportional(by: Allocation))",
    ),
    ("c.whatif.ron", "(path: \"EoE.offset\", from: \"25m\", to: WholeNeed)"),
    (
        "d.whatif.ron",
        "(path: \"MSE/commissioners.percent\", from: \"70%\", to: \"100%\"), \
         (path: \"MSE/providers.percent\", from: \"30%\", to: \"0%\")",
    ),
];

pub(crate) fn overlay(folder: &Path, name: &str, changes: &str) -> String {
    let path = folder.join(name);
    let sha = &east_of_england().words.sha256;
    let base = format!("(name: \"{REGION}\", sha256: \"{sha}\")");
    let text = format!("(format: 1, title: \"{name}\", base: {base}, changes: [{changes}])");
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

fn call(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_fairshare")).arg("compare").args(words).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn fine(words: &[&str]) -> String {
    let output = call(words);
    assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(0), ""));
    text(&output.stdout)
}

fn wrong(words: &[&str]) -> String {
    let output = call(words);
    assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(2), ""));
    text(&output.stderr)
}

pub(crate) fn json(words: &[&str]) -> Value {
    serde_json::from_str(&fine(&[words, &["--format", "json"]].concat())).unwrap()
}

fn four() -> (tempfile::TempDir, [String; 4]) {
    let folder = tempfile::tempdir().unwrap();
    let [b, c, d] = WHAT_IFS.map(|(name, changes)| overlay(folder.path(), name, changes));
    (folder, [REGION.to_owned(), b, c, d])
}

/// A row of an outcome.
pub(crate) fn row<'v>(paper: &'v Value, path: &str) -> &'v Value {
    let rows = paper["outcomes"].as_array().unwrap();
    rows.iter().find(|row| row["path"] == path).unwrap_or_else(|| panic!("{path}"))
}

fn pence(paper: &Value, path: &str) -> Vec<i64> {
    let all = row(paper, path)["values_pence"].as_array().unwrap();
    all.iter().map(|own| own.as_i64().unwrap()).collect()
}

#[test]
fn four_sides_have_the_pence_of_the_worked_example() {
    let (_folder, sides) = four();
    let sides = sides.each_ref().map(String::as_str);
    let paper = json(&sides);
    // MECHANISM 10: £25m by allocation; the plan moves the gap and no ask.
    assert_eq!(pence(&paper, "HWE.ask")[..2], [500_000_000, 664_329_375]);
    assert_eq!(pence(&paper, "BLMK.ask")[..2], [500_000_000, 407_768_426]);
    // 50.4 ÷ 5 = 10.08 each.
    for id in ["MSE", "SNEE", "NW", "HWE", "BLMK"] {
        assert_eq!(pence(&paper, &format!("{id}.ask"))[2], 1_008_000_000, "{id}");
    }
    // £5m × 228.287 ÷ 1,668.400 = £684,149.484: with the largest remainders £684,149.48.
    assert_eq!(pence(&paper, "07G.ask")[3], 68_414_948);
    assert_eq!(pence(&paper, "EoE.uncovered"), [2_540_000_000, 3_300_000_000, 0, 2_540_000_000]);
    // 684,149.48 − 480,000.00 of the crisis line: nobody described the rest.
    assert_eq!(pence(&paper, "07G.not_described"), [0, 2_133_608, 48_547_175, 20_414_948]);
    let ask = row(&paper, "07G.ask");
    // 684,149.48 − 478,904.64.
    assert_eq!(ask["changes_pence"][3], 20_524_484);
    assert_eq!(row(&paper, "07G/crisis-line.delay")["status"][1], "not this year");
    // £5m over 1,580,494 registered people of Hertfordshire and West Essex: 3.16.
    assert_eq!(row(&paper, "lowest.ask_per_head")["whose"][0], "HWE");
    assert_eq!(row(&paper, "lowest.ask_per_head")["values"][0], "3.16");
    let paths: Vec<&str> = paper["inputs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|own| own["path"].as_str().unwrap())
        .collect();
    let percents = ["MSE/commissioners.percent", "MSE/providers.percent"];
    assert_eq!(paths, ["EoE.offset", "EoE.split", "CP.plan", percents[0], percents[1]]);
    assert_eq!(paper["inputs"][2]["differs"], serde_json::json!([false, true, false, false]));
    // Every side says which file it comes from and what was changed; the figures have a standing.
    assert_eq!(paper["sides"][1]["scenario"]["sha256"], east_of_england().words.sha256);
    assert_eq!(paper["sides"][2]["changes"][0]["to"], "WholeNeed");
    let standing = |side: usize, path: &str| {
        let figures = paper["sides"][side]["figures"].as_array().unwrap();
        figures.iter().find(|own| own["path"] == path).unwrap()["standing"].clone()
    };
    assert_eq!(
        (standing(0, "CP.plan"), standing(1, "CP.plan")),
        ("reported".into(), "changed".into())
    );
}

#[test]
fn text_and_csv_agree_and_any_side_is_the_baseline() {
    let (_folder, sides) = four();
    let sides = sides.each_ref().map(String::as_str);
    let told = fine(&sides);
    assert!(told.contains("£478,904.64     £501,336.08     £965,471.75     £684,149.48"), "{told}");
    assert!(told.lines().all(|line| line.chars().count() <= 100), "{told}");
    let csv = fine(&[&sides[..], &["--format", "csv", "--baseline", "d"]].concat());
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let thurrock: Vec<_> = records.iter().filter(|own| &own[1] == "07G.ask").collect();
    // side, value, unit, baseline, change: measured against D, A has £205,244.84 less.
    let cells = |at: usize| (4..9).map(|cell| &thurrock[at][cell]).collect::<Vec<_>>();
    assert_eq!(cells(0), ["A", "478904.64", "pounds", "684149.48", "-205244.84"]);
    assert_eq!(cells(3), ["D", "684149.48", "pounds", "684149.48", "0.00"]);
    let plain = fine(&["--plain", sides[0], sides[3]]);
    assert!(plain.contains("NHS Thurrock CCG: A £478,904.64; B £684,149.48, change +£205,244.84."));
    // What is less has a hyphen there, as in every plain text.
    assert!(plain.contains(", change -£") && !plain.contains('−'), "{plain}");
}

#[test]
fn what_differs_most_stands_first_if_that_is_asked_for() {
    let (_folder, sides) = four();
    let told = fine(&[&sides[0], &sides[1], "--by-effect", "--only-differences"]);
    let at = |words: &str| told.find(words).unwrap_or_else(|| panic!("{words}: {told}"));
    // By allocation HWE moves by 1.643, BLMK by 0.922, SNEE by 0.610, N&W by 0.345, MSE by 0.234.
    let systems =
        ["Hertfordshire and West", "Bedfordshire, Luton", "Suffolk and North", "Norfolk and W"];
    let places: Vec<usize> = systems.into_iter().chain(["Mid and South Essex"]).map(at).collect();
    assert!(places.is_sorted(), "{told}");
    assert!(!told.contains(": offset"), "the offset is £25m on both sides");
}

#[test]
fn overlays_are_laid_on_one_another_by_a_plus() {
    let (folder, sides) = four();
    let other = overlay(
        folder.path(),
        "e.whatif.ron",
        "(path: \"EoE.offset\", from: \"25m\", to: \"20m\")",
    );
    let both = format!("{}+{other}", sides[2]);
    let output = call(&[&sides[0], &both, "--format", "json"]);
    let paper: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(pence(&paper, "EoE.covered"), [2_500_000_000, 2_000_000_000]);
    let talk = text(&output.stderr);
    assert!(talk.contains("EoE.offset: ") && talk.contains("has 20m, which stands"), "{talk}");
    let stray = format!("{}+{REGION}", sides[1]);
    assert!(wrong(&[REGION, &stray]).contains("is a scenario, and only an overlay can be laid"));
    let strange = format!("england-2016+{}", sides[1]);
    assert!(wrong(&[REGION, &strange]).contains("Only overlays of one scenario can be laid"));
    assert!(wrong(&[REGION, &sides[1], "--baseline", "C"]).contains("there are sides A to B"));
}

#[test]
fn scenarios_of_different_files_stand_beside_each_other_by_path() {
    let paper = json(&[REGION, "north-east-london-2017"]);
    // What one of them does not have is not there, and neither nought nor unknown.
    let gap = row(&paper, "EoE.need");
    assert_eq!(gap["is_there"], serde_json::json!([true, false]));
    assert_eq!(gap["values_pence"], serde_json::json!([5_040_000_000_i64, null]));
    let told = fine(&[REGION, "north-east-london-2017"]);
    assert!(told.contains("[z]"));
    let known =
        |own: &Value| own["values"].as_array().unwrap().iter().filter(|v| !v.is_null()).count();
    assert!(paper["inputs"].as_array().unwrap().iter().all(|own| known(own) <= 2));
    assert!(paper["inputs"].as_array().unwrap().iter().any(|own| known(own) == 1));
}

#[test]
fn a_comparison_is_written_again_over_its_own_file_alone() {
    let folder = tempfile::tempdir().unwrap();
    for format in ["text", "json", "csv"] {
        let path = folder.path().join(format);
        let path = path.to_str().unwrap();
        for _ in 0..2 {
            fine(&[REGION, "northshire", "--format", format, "-o", path]);
        }
        fs::write(path, "mine").unwrap();
        assert!(wrong(&[REGION, "northshire", "--format", format, "-o", path]).contains("--force"));
    }
}
