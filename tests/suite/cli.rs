//! The real binary: its output, its exit codes, and what it does when things go wrong.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const REGION: &str = "east-of-england-2019";

fn command(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fairshare"));
    command.args(words).stdin(Stdio::null());
    command
}

/// Exit code, stdout, stderr.
fn call(words: &[&str]) -> (i32, String, String) {
    told(&command(words).output().unwrap())
}

fn told(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

/// A call that must go well; its output.
fn fine(words: &[&str]) -> String {
    let (code, data, talk) = call(words);
    assert_eq!((code, talk.as_str()), (0, ""), "{words:?}");
    data
}

/// A call that must not; what is said, in sentences, without data or panic.
fn wrong(words: &[&str]) -> String {
    let (code, data, talk) = call(words);
    assert_eq!((code, data.as_str()), (2, ""), "{words:?}: {talk}");
    assert!(talk.len() > 20 && !talk.contains("panicked"), "{talk}");
    talk
}

fn report(words: &[&str]) -> Value {
    let words = [&["report", REGION, "--format", "json"], words].concat();
    serde_json::from_str(&fine(&words)).unwrap()
}

fn system<'v>(report: &'v Value, id: &str) -> &'v Value {
    let systems = report["pools"][0]["systems"].as_array().unwrap();
    systems.iter().find(|system| system["id"] == id).unwrap()
}

#[test]
fn the_report_has_the_pence_of_the_worked_example() {
    // MECHANISM section 10.
    let report = report(&[]);
    let pool = &report["pools"][0];
    assert_eq!(pool["need_pence"], 5_040_000_000_i64);
    assert_eq!(pool["offset_pence"], 2_500_000_000_i64);
    assert_eq!(pool["uncovered_pence"], 2_540_000_000_i64);
    for id in ["MSE", "SNEE", "NW", "HWE", "BLMK"] {
        assert_eq!(system(&report, id)["ask_pence"], 500_000_000, "{id}");
    }
    let bodies = system(&report, "MSE")["groups"][0]["bodies"].as_array().unwrap();
    let asks = bodies.iter().map(|body| (body["id"].as_str().unwrap(), body["ask_pence"].as_i64()));
    let worked = [
        ("99E", 78_661_262),
        ("99F", 58_088_798),
        ("06Q", 104_233_038),
        ("99G", 61_126_438),
        ("07G", 47_890_464),
    ];
    assert!(asks.eq(worked.map(|(id, ask)| (id, Some(ask)))));
}

#[test]
fn levers_are_moved_from_the_command_line() {
    // Issue 2, Shows: HWE £6,643,293.75 by allocation; a plan of −200m makes the gap 58m.
    let by_allocation = report(&["--set", "EoE.split=Proportional(by: Allocation)"]);
    assert_eq!(system(&by_allocation, "HWE")["ask_pence"], 664_329_375);
    let worse = report(&["--set", "CP.plan=-200m"]);
    assert_eq!(system(&worse, "CP")["gap_pence"], 5_800_000_000_i64);
    assert_eq!(worse["changes"][0]["from"], "-192.4m");
    // −192.4m − 7.6m = −200m, in three ways.
    for set in ["CP.plan-=7.6m", "CP.plan=-=7.6m", "CP.plan=={CP.plan} - 7600000"] {
        assert_eq!(report(&["--set", set])["pools"], worse["pools"], "{set}");
    }
}

#[test]
fn several_levers_are_moved_together() {
    let percents = ["--set", "MSE/commissioners.percent=20%", "--set", "MSE/providers.percent=80%"];
    let groups = |report: &Value| {
        let groups = system(report, "MSE")["groups"].as_array().unwrap();
        groups.iter().map(|group| group["ask_pence"].as_i64().unwrap()).collect::<Vec<_>>()
    };
    // 20 % and 80 % of 5m. Either way round: 80 % beside 70 % would not fit alone.
    assert_eq!(groups(&report(&percents)), [100_000_000, 400_000_000]);
    let other = [percents[2], percents[3], percents[0], percents[1]];
    assert_eq!(groups(&report(&other)), [100_000_000, 400_000_000]);
    // What is typed later sees what was typed before: 100 % − 40 %.
    let rest = ["--set", "MSE/commissioners.percent=40%", "--set", "MSE/providers.percent=rest"];
    assert_eq!(groups(&report(&rest)), [200_000_000, 300_000_000]);
    let twice = ["--set", "CP.plan=-200m", "--set", "CP.plan=-201m"];
    assert!(wrong(&[&["report", REGION], &twice[..]].concat()).contains("set twice"));
}

#[test]
fn a_wrong_lever_or_value_is_refused_in_a_sentence() {
    let set = |set: &str| wrong(&["report", REGION, "--set", set]);
    assert!(set("CP.paln=-200m").contains("Did you mean `CP.plan`?"));
    assert!(set("07X.reserve=1m").contains("Did you mean `07G`?"));
    assert!(set("CP.plan").contains("CP.plan=-200m"), "an example is given");
    assert!(set("CP.plan=200m").contains("surplus"));
    assert!(set("MSE/commissioners.percent=80%").contains("100"));
    assert!(set("MSE/providers.split=Proportional(by: Allocation)").contains("not known"));
}

#[test]
fn a_scenario_that_is_not_there_is_asked_about() {
    let talk = wrong(&["report", "east-of-england"]);
    assert!(talk.contains("fairshare list"), "{talk}");
    assert!(wrong(&["report", "east-of-england-2018"]).contains(REGION));
    assert!(wrong(&["report", "."]).contains("not a file"));
    assert_eq!(fine(&["list"]).lines().next().unwrap().split(' ').next(), Some(REGION));
}

#[test]
fn wrong_words_are_refused_and_help_is_not() {
    wrong(&[]);
    assert!(wrong(&["reprot", REGION]).contains("report"));
    wrong(&["report", REGION, "--format", "pdf"]);
    wrong(&["report", REGION, "--force"]);
    assert!(fine(&["--help"]).contains("report"));
    assert!(fine(&["--version"]).starts_with("fairshare "));
    assert!(fine(&["report", "--help"]).contains("--set"));
}

#[test]
fn a_changed_figure_opens_and_check_says_which_answers_of_lessons_it_breaks() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("area.ron");
    let text = include_str!("../../scenarios/east-of-england-2019.ron");
    fs::write(&file, text.replacen("\"-192.4m\"", "\"-190m\"", 1)).unwrap();
    let name = file.to_str().unwrap();
    let (code, data, talk) = call(&["check", name]);
    assert_eq!(code, 1, "{data}");
    assert!(data.contains("E063  EoE.uncovered is 23000000.00, not 25.4m"), "{data}");
    assert!(talk.contains("Mend them"), "{talk}");
    let (code, data, _) = call(&["report", name]);
    assert!(code == 0 && data.contains("£23 million is left uncovered"), "{data}");
}

#[test]
fn check_tells_all_faults_with_their_places() {
    let mut text = include_str!("../northshire.ron").to_owned();
    for (right, slip) in [
        ("kind: Provider", "kind: Provder"),
        ("reserve: Assumed(", "resrve: Assumed("),
        ("Reported(\"30%\", \"board\")", "Reported(\"30%\", \"bord\")"),
        ("starts: \"2019-12\"", "starts: \"2019-13\""),
        ("absorbs: ProRata", "absorbs: ProRatta"),
    ] {
        assert!(text.contains(right), "{right}");
        text = text.replacen(right, slip, 1);
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("slips.ron");
    fs::write(&file, text).unwrap();
    let file = file.to_str().unwrap();
    let (code, data, talk) = call(&["check", REGION, file]);
    assert_eq!(code, 1);
    assert!(data.starts_with("east-of-england-2019: no faults"), "{data}");
    for name in ["Provider", "reserve", "board", "ProRata"] {
        assert!(data.contains(&format!("Did you mean `{name}`?")), "{name}: {data}");
    }
    assert_eq!(data.lines().filter(|line| line.starts_with(file)).count(), 5, "{data}");
    assert!(data.contains("slips.ron:58:"), "the reserve stands in line 58: {data}");
    assert_eq!(talk, "Five faults in one file. Mend them and check again.\n");
    // The same file cannot be reported on: its faults are talk, and there is no data.
    let (code, data, talk) = call(&["report", file]);
    assert_eq!((code, data.as_str()), (1, ""));
    assert!(talk.contains("Did you mean `Provider`?"));
}

#[test]
fn what_new_writes_has_no_faults_and_gives_what_its_head_says() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.ron");
    let name = file.to_str().unwrap();
    let (code, data, talk) = call(&["new", name]);
    assert_eq!((code, data.as_str()), (0, ""));
    assert!(talk.contains("fairshare report"));
    assert_eq!(fine(&["check", name]), format!("{name}: no faults\n"));
    let report: Value = serde_json::from_str(&fine(&["report", name, "--format", "json"])).unwrap();
    // The template's head: East Vale 4m = reserve 1m + helpline 600k + beds 2.4m; West Vale 1m.
    assert_eq!(report["pools"][0]["uncovered_pence"], 500_000_000);
    let bodies = &system(&report, "Vale")["groups"][0]["bodies"];
    assert_eq!(
        (&bodies[0]["ask_pence"], &bodies[1]["ask_pence"]),
        (&400_000_000.into(), &100_000_000.into())
    );
    assert_eq!(bodies[0]["programmes"][0]["cut_pence"], 60_000_000);
    assert_eq!(bodies[0]["programmes"][1]["cut_pence"], 240_000_000);
    assert_eq!(bodies[1]["not_described_pence"], 100_000_000);
    // It is not written over, by a report as little as by another template.
    let over = wrong(&["report", name, "-o", name, "--force"]);
    assert!(over.contains("is what was read"), "{over}");
    fs::write(&file, "mine").unwrap();
    assert!(wrong(&["new", name]).contains("there already"));
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    wrong(&["new", folder.path().join("no/such/folder.ron").to_str().unwrap()]);
}

#[test]
fn a_picture_is_drawn_again_and_what_was_read_is_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (picture, scenario, overlay) = (place("a.svg"), place("mine.txt"), place("b.whatif.ron"));
    // README's own command, twice.
    for _ in 0..2 {
        fine(&["shot", REGION, "--size", "40x10", "-o", &picture]);
    }
    fs::write(&picture, "<svg xmlns='x'><title>by hand</title></svg>").unwrap();
    assert!(wrong(&["shot", REGION, "-o", &picture]).contains("--force"));
    call(&["new", &scenario]);
    let template = fs::read_to_string(&scenario).unwrap();
    wrong(&["shot", &scenario, "-o", &scenario, "--force"]);
    assert_eq!(fs::read_to_string(&scenario).unwrap(), template);
    let changes = "(format: 1, title: \"t\", base: (name: \"east-of-england-2019\", sha256: \"0\"), changes: [])";
    fs::write(&overlay, changes).unwrap();
    let (code, _, talk) =
        call(&["report", REGION, "--overlay", &overlay, "-o", &overlay, "--force"]);
    assert_eq!(code, 2, "{talk}");
    assert_eq!(fs::read_to_string(&overlay).unwrap(), changes);
    // No name that only we know.
    let missing = wrong(&["report", REGION, "-o", &place("none/a.txt")]);
    assert!(
        missing.contains("there is no folder") && !missing.contains(".fairshare-"),
        "{missing}"
    );
}

#[test]
fn a_picture_of_each_screen_is_drawn_by_its_name() {
    for tab in fairshare::app::TABS {
        let drawn = fine(&["shot", REGION, "--screen", tab.id]);
        assert!(drawn.contains(&format!("‹{}›", tab.name)), "{drawn}");
    }
    assert!(wrong(&["shot", REGION, "--screen", "Nowhere"]).contains("councils"));
}

#[test]
fn a_picture_can_do_with_ascii_alone_and_in_any_theme() {
    let plain = fine(&["shot", REGION, "--ascii"]);
    assert!(plain.is_ascii() && plain.contains("asked for L5.0m"), "{plain}");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("picture.svg");
    let grounds = [("auto", "#10141a"), ("light", "#ffffff"), ("high-contrast", "#000000")];
    for (theme, ground) in grounds {
        fine(&["shot", REGION, "--theme", theme, "--force", "-o", path.to_str().unwrap()]);
        let picture = std::fs::read_to_string(&path).unwrap();
        let paper = picture.lines().find(|line| line.starts_with("<rect")).unwrap();
        assert!(paper.contains(&format!("fill=\"{ground}\"")), "{theme}: {paper}");
    }
}

#[test]
fn what_a_newcomer_types_leads_on() {
    let folder = tempfile::tempdir().unwrap();
    let spaced = folder.path().join("my region.ron");
    let name = spaced.to_str().unwrap();
    // The call that is suggested can be copied into a shell.
    let (_, _, talk) = call(&["new", name]);
    assert!(talk.contains(&format!("fairshare report '{name}'")), "{talk}");
    for scenario in [REGION, name] {
        assert!(wrong(&[scenario]).contains("fairshare explore"), "{scenario}");
    }
    assert!(!wrong(&["reprt"]).contains("fairshare explore"));
    assert!(
        fine(&["--help"])
            .contains("[possible values: auto, dark, light, high-contrast, mono, ansi16]")
    );
    assert!(wrong(&["list", "--theme", "drk"]).contains("'dark'"));
    let keys = fine(&["keys", "--plain"]);
    assert!(!keys.contains('|') && keys.contains("Change a value."), "{keys}");
    assert!(wrong(&["report", REGION, "--set", "=5"]).contains("CP.plan=-200m"));
    // A group is named with its system.
    let (commissioners, providers) = ("MSE/commissioners.percent=80%", "MSE/providers.percent=20%");
    let moved = fine(&["report", REGION, "--set", commissioners, "--set", providers]);
    assert!(moved.contains("MSE Commissioners percent 70% → 80%"), "{moved}");
    let unknown = wrong(&["report", REGION, "--set", "CP.plan=={CP.plam}"]);
    assert!(unknown.trim_end().ends_with("Did you mean `CP.plan`?"), "{unknown}");
}

#[test]
fn a_report_goes_to_a_file_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("out.json");
    let name = file.to_str().unwrap();
    let to_file = ["report", REGION, "--format", "json", "-o", name];
    assert_eq!(fine(&to_file), "");
    assert_eq!(fs::read_to_string(&file).unwrap(), fine(&to_file[..4]));
    // A report of ours is replaced, in whatever form; what is not ours is left alone.
    fine(&["report", REGION, "--format", "csv", "-o", name]);
    fine(&["report", REGION, "-o", name]);
    fine(&to_file);
    fs::write(&file, "my notes").unwrap();
    assert!(wrong(&to_file).contains("--force"));
    assert_eq!(fs::read_to_string(&file).unwrap(), "my notes");
    fine(&[&to_file[..], &["--force"]].concat());
    assert!(fs::read_to_string(&file).unwrap().starts_with('{'));
    wrong(&["report", REGION, "-o", folder.path().to_str().unwrap()]);
    wrong(&["report", REGION, "-o", folder.path().join("no/out.json").to_str().unwrap()]);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing half written is left");
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let mut child =
        command(&["report", REGION]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let (code, _, talk) = told(&child.wait_with_output().unwrap());
    assert_eq!((code, talk.as_str()), (0, ""));
}

#[test]
fn a_full_disk_is_said_in_a_sentence() {
    let full = Path::new("/dev/full");
    if !full.exists() {
        return;
    }
    for words in [&["report", REGION][..], &["--help"], &["report", REGION, "-o", "/dev/full"]] {
        let out = fs::OpenOptions::new().write(true).open(full).unwrap();
        let (code, _, talk) = told(&command(words).stdout(out).output().unwrap());
        assert_eq!(code, 2, "{words:?}");
        assert!(talk.contains("cannot be written") && !talk.contains("panicked"), "{talk}");
    }
}

#[test]
fn split_answers_cases_from_stdin() {
    let split = |cases: &str| {
        let mut child = Command::new(env!("CARGO_BIN_EXE_fairshare"))
            .arg("split")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(cases.as_bytes()).unwrap();
        told(&child.wait_with_output().unwrap())
    };
    // 100p over three: 34, 33, 33.
    let case = r#"{"cases": [{"id": "a", "rule": "equal", "demand": 100, "claimants": [{"id": "A"}, {"id": "B"}, {"id": "C"}]}]}"#;
    let (code, data, _) = split(case);
    assert_eq!(code, 0);
    let answers: Value = serde_json::from_str(&data).unwrap();
    assert_eq!(answers["answers"][0]["pence"], serde_json::json!([34, 33, 33]));
    let (code, data, talk) = split("[");
    assert_eq!((code, data.as_str()), (2, ""));
    assert!(talk.contains("not JSON"), "{talk}");
}

#[test]
fn every_lever_that_is_listed_can_be_set_to_what_it_is() {
    let listed = fine(&["levers", REGION]);
    let rows: Vec<&str> = listed.lines().skip(1).collect();
    assert!(rows.iter().any(|row| row.starts_with("CP.plan ") && row.ends_with("-192.4m")));
    let set = |row: &&str| {
        let path = row.split(' ').next().unwrap();
        // The value is the last column; a rule has blanks in it.
        let value = row.rsplit("  ").next().unwrap().trim();
        (!matches!(value, "None" | "Protected"))
            .then(|| ["--set".to_owned(), format!("{path}={value}")])
    };
    let sets: Vec<String> = rows.iter().filter_map(set).flatten().collect();
    assert!(sets.len() > 400, "{} levers", sets.len());
    let words: Vec<&str> = sets.iter().map(String::as_str).collect();
    let report = report(&words);
    assert_eq!(report["changes"], serde_json::json!([]));
}

#[test]
fn lists_and_descriptions_are_printed() {
    let measures = fine(&["measures", REGION]);
    assert!(measures.lines().any(|row| row.starts_with("07G.ask ") && row.contains(" 478904.64 ")));
    let sources = fine(&["sources", REGION]);
    assert!(sources.contains("assumed") && sources.contains("hosc-paper"));
    assert!(fine(&["schema"]).contains("allocation"));
    let schema: Value = serde_json::from_str(&fine(&["schema", "report"])).unwrap();
    assert_eq!(schema["properties"]["schema"]["minimum"], 1);
    assert!(fine(&["completions", "bash"]).contains("fairshare"));
    assert!(fine(&["man"]).contains(".TH fairshare"));
    let plain = fine(&["--plain", "levers", REGION]);
    assert!(plain.contains("path CP.plan; unit pounds; value -192.4m."));
}
