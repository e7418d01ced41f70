//! Changes kept beside a scenario: saved, opened, made again; and what happens when they no longer fit.

use std::fs;
use std::path::Path;

use fairshare::document::overlay::{self, Base, Overlay, Overwrite, Saved, base_name, replay};
use fairshare::document::{Any, Loaded, SaveFault, open, open_any, render, write_atomically};
use fairshare::levers::{Field, History, Lever, Value, all_nodes, lever_at, value_text};
use fairshare::model::Scenario;
use fairshare::ron_text::Source;

const REGION: &str = "east-of-england-2019";

fn region() -> Loaded {
    open(REGION).unwrap_or_else(|f| unreachable!("{}", render(&f.faults, &f.source)))
}

fn base_of(scenario: &Scenario) -> Base {
    Base { name: REGION.to_owned(), sha256: scenario.words.sha256.clone() }
}

fn saved(path: &str, from: &str, to: &str) -> Saved {
    Saved { path: path.into(), from: from.into(), to: to.into(), note: None }
}

fn shown(scenario: &Scenario, path: &str) -> String {
    match lever_at(scenario, path) {
        Ok(lever) => value_text(scenario, lever, &lever.get(scenario)),
        Err(refusal) => refusal.to_string(),
    }
}

#[test]
fn what_is_saved_is_what_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan-b.whatif.ron");
    let base = region().scenario;
    // 70 and 30 % may only move as a pair.
    let changes = [
        saved("CP.plan", "\"-192.4m\"", "\"-200m\""),
        saved("MSE/commissioners.percent", "\"70%\"", "\"80%\""),
        saved("MSE/providers.percent", "\"30%\"", "\"20%\""),
        saved("EoE.split", "Equal", "Proportional(by: Allocation)"),
        saved("HWE/commissioners.lead", "\"06N\"", "None"),
        saved("07G/crisis-line.starts", "\"2019-12\"", "\"2020-01\""),
        saved("07G.cap", "None", "\"0.5%\""),
        saved("06N.stance", "Contributes", "Refuses"),
        saved("07G/crisis-line.protection", "Open", "AtMost(\"20%\")"),
    ];
    let replayed = replay(&base, &changes, "nine changes");
    assert_eq!(replayed.misfits, []);
    let overlay =
        Overlay::of("Plan B, “quoted” \"twice\"", base_of(&base), &base, &replayed.history.net());
    assert_eq!(overlay.changes, changes);
    overlay::save(&path, &overlay, Overwrite::OverlaysOnly).unwrap();
    let Any::Overlay(opened) = open_any(&path.display().to_string()).unwrap() else {
        unreachable!("it is an overlay");
    };
    assert_eq!(opened.overlay, overlay);
    assert_eq!(opened.scenario, replayed.scenario);
    assert_eq!((opened.warnings.len(), opened.misfits.len()), (0, 0));
    assert_eq!(opened.history.steps().len(), 1);
    let text = fs::read_to_string(&path).unwrap();
    let line = "\n        (path: \"CP.plan\", from: \"-192.4m\", to: \"-200m\"),\n";
    assert!(text.contains(line), "{text}");
}

/// Every value that a lever of the shipped region holds, and a few that it could hold, is written
/// so that it is read back as itself: no unit, sign or brackets are lost on the way.
#[test]
fn every_value_survives_its_own_writing() {
    let base = region().scenario;
    let mut tried = 0;
    for node in all_nodes(&base) {
        for lever in Lever::all(&base, node) {
            let now = lever.get(&base);
            let others = now.alternatives().map(|(_, _, value)| value.clone());
            for value in others.chain([now.clone()]).filter(|value| *value != Value::Money(None)) {
                let change =
                    fairshare::levers::Change { lever, from: now.clone(), to: value.clone() };
                let overlay = Overlay::of("t", base_of(&base), &base, &[change]);
                let mut scenario = base.clone();
                if lever.set(&mut scenario, &value).is_err() {
                    continue;
                }
                let again = replay(&base, &overlay.changes, "again");
                let known = overlay.changes[0].to != "None" || lever.field == Field::Lead;
                if known {
                    assert_eq!(again.misfits, [], "{:?}", overlay.changes[0]);
                    assert_eq!(lever.get(&again.scenario), value, "{:?}", overlay.changes[0]);
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 300, "{tried}");
}

#[test]
fn a_surplus_is_saved_without_being_asked_about() {
    // Typed, `5m` for a deficit is asked back; in a file it is what it says.
    let base = region().scenario;
    let replayed = replay(&base, &[saved("CP.plan", "\"-192.4m\"", "\"5m\"")], "one");
    assert_eq!(replayed.misfits, []);
    assert_eq!(shown(&replayed.scenario, "CP.plan"), "5m");
}

#[test]
fn what_no_longer_fits_is_listed_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let base = region().scenario;
    let mut overlay = Overlay::of("Old", base_of(&base), &base, &[]);
    overlay.base.sha256 = "0".repeat(64);
    overlay.changes = vec![
        saved("CP.plan", "\"-190m\"", "\"-200m\""),
        saved("07X.reserve", "\"0\"", "\"1m\""),
        saved("MSE/commissioners.percent", "\"70%\"", "\"90%\""),
        saved("EoE.offset", "\"25m\"", "\"lots\""),
    ];
    overlay.changes[1].note = Some("gone".into());
    let path = folder.path().join("old.whatif.ron");
    overlay::save(&path, &overlay, Overwrite::OverlaysOnly).unwrap();
    let opened = overlay::open(&path).unwrap();
    assert_eq!(shown(&opened.scenario, "CP.plan"), "-200m");
    let misfits: Vec<&str> = opened.misfits.iter().map(|m| m.change.path.as_str()).collect();
    assert_eq!(misfits, ["07X.reserve", "MSE/commissioners.percent", "EoE.offset"]);
    assert_eq!(opened.misfits[0].fault.nearest.as_deref(), Some("07G"));
    let codes: Vec<&str> = opened.warnings.iter().map(|fault| fault.code.text()).collect();
    // The base is another, and CP.plan was −190m then.
    assert_eq!(codes, ["W061", "W062"]);
    let again = Overlay::of("Old", base_of(&base), &base, &opened.history.net()).keeping(
        &opened.overlay,
        &opened.misfits.iter().map(|own| own.change.clone()).collect::<Vec<_>>(),
    );
    assert_eq!(again.changes.len(), 4);
    assert_eq!(again.changes[1], overlay.changes[1]);
}

#[test]
fn only_our_own_files_are_replaced_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.whatif.ron");
    let base = region().scenario;
    let overlay = Overlay::of("t", base_of(&base), &base, &[]);
    fs::write(&path, "a shopping list").unwrap();
    let refused = overlay::save(&path, &overlay, Overwrite::OverlaysOnly).unwrap_err();
    assert_eq!(refused, SaveFault::NotOurs { path: path.clone() });
    assert_eq!(fs::read_to_string(&path).unwrap(), "a shopping list");
    overlay::save(&path, &overlay, Overwrite::Anything).unwrap();
    overlay::save(&path, &overlay, Overwrite::OverlaysOnly).unwrap();
    assert!(overlay::open(&path).is_ok());
}

#[test]
fn the_base_is_found_beside_the_overlay_or_told_to_be_missing() {
    let folder = tempfile::tempdir().unwrap();
    let scenario = folder.path().join("mine.ron");
    fs::write(&scenario, include_str!("../northshire.ron")).unwrap();
    let path = folder.path().join("x.whatif.ron");
    let name = base_name(&scenario.display().to_string(), &path);
    assert_eq!(name, "mine.ron");
    assert_eq!(base_name("east-of-england-2019.ron", &path), REGION);
    let loaded = open(&scenario.display().to_string()).unwrap();
    let base = Base { name, sha256: loaded.scenario.words.sha256.clone() };
    let overlay = Overlay::of("t", base, &loaded.scenario, &[]);
    overlay::save(&path, &overlay, Overwrite::OverlaysOnly).unwrap();
    let opened = overlay::open(&path).unwrap();
    assert!(opened.warnings.is_empty() && opened.history.steps().is_empty());
    fs::remove_file(&scenario).unwrap();
    let faulty = overlay::open(&path).unwrap_err();
    let report = render(&faulty.faults, &faulty.source);
    assert!(report.contains("x.whatif.ron:5:18  E031  its base cannot be opened"), "{report}");
}

#[test]
fn a_bad_overlay_is_told_as_a_bad_scenario_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.whatif.ron");
    fs::write(&path, "(format: 1, titel: \"t\", base: (name: \"a\"), changes: [(path: 5)])")
        .unwrap();
    let faulty = overlay::open(&path).unwrap_err();
    let codes: Vec<&str> = faulty.faults.iter().map(|fault| fault.code.text()).collect();
    // titel; no sha256; no `to`; the path is no text.
    assert_eq!(codes, ["E012", "E011", "E011", "E010"]);
}

#[cfg(unix)]
#[test]
fn a_file_is_written_whole_or_not_at_all() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    write_atomically(&path, "one").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    write_atomically(&path, "two").unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "two");
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    let link = folder.path().join("link.ron");
    symlink(&path, &link).unwrap();
    write_atomically(&link, "three").unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&path).unwrap(), "three");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).unwrap();
    assert_eq!(
        write_atomically(&path, "x").unwrap_err(),
        SaveFault::ReadOnly { path: path.clone() }
    );
    let own = folder.path().to_owned();
    assert_eq!(write_atomically(&own, "x").unwrap_err(), SaveFault::NotAFile { path: own.clone() });
    let none = own.join("none/a.ron");
    let missing = SaveFault::NoFolder { folder: own.join("none") };
    assert_eq!(write_atomically(&none, "x").unwrap_err(), missing);
    // /dev/full is a device: refused before anything is written to it.
    let full = Path::new("/dev/full");
    assert!(!full.exists() || write_atomically(full, "x").is_err());
    assert_eq!(fs::read_to_string(&path).unwrap(), "three");
    let left = fs::read_dir(&own).unwrap().count();
    assert_eq!(left, 2, "nothing half-written stays behind");
}

#[test]
fn an_overlay_of_nothing_is_one_too() {
    let base = region().scenario;
    let overlay = Overlay::of("t", base_of(&base), &base, &History::default().net());
    let source = Source::new("a", overlay::text(&overlay));
    assert!(source.root().is_ok());
}
