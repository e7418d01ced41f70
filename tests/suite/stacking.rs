//! Overlays laid one on another: the later one stands, and what it covers is listed.

use std::fs;
use std::process::Command;

use fairshare::document::overlay::{Layer, Saved, Stacked, stack};
use fairshare::engine::compute;
use fairshare::levers::node_at;
use fairshare::model::Scenario;
use serde_json::Value;

use super::stage::east_of_england;

fn saved(path: &str, from: &str, to: &str) -> Saved {
    Saved { path: path.into(), from: from.into(), to: to.into(), note: None }
}

fn plan_b() -> Vec<Saved> {
    vec![
        saved("CP.plan", "\"-192.4m\"", "\"-200m\""),
        saved("EoE.offset", "\"25m\"", "\"30m\""),
        saved("MSE/commissioners.percent", "\"70%\"", "\"80%\""),
        saved("MSE/providers.percent", "\"30%\"", "\"20%\""),
    ]
}

fn laid(base: &Scenario, second: &[Saved]) -> Stacked {
    let first = plan_b();
    let layers = [
        Layer { name: "b.whatif.ron", changes: &first },
        Layer { name: "c.whatif.ron", changes: second },
    ];
    stack(base, &layers, "b and c")
}

fn words(stacked: &Stacked) -> Vec<String> {
    stacked.conflicts.iter().map(fairshare::document::overlay::Conflict::words).collect()
}

fn ask(scenario: &Scenario, id: &str) -> i64 {
    compute(scenario).ask(node_at(scenario, id).unwrap()).unwrap().get()
}

#[test]
fn where_two_overlays_move_one_lever_the_later_stands_and_both_values_are_listed() {
    let base = east_of_england();
    let second = [
        saved("EoE.offset", "\"25m\"", "\"20m\""),
        saved("EoE.split", "Equal", "Proportional(by: Allocation)"),
        // What both say alike is no conflict.
        saved("CP.plan", "\"-192.4m\"", "\"-200m\""),
    ];
    let stacked = laid(&base, &second);
    assert_eq!(
        words(&stacked),
        ["EoE.offset: b.whatif.ron has 30m, c.whatif.ron has 20m, which stands"]
    );
    assert_eq!(stacked.misfits, []);
    // By allocation Hertfordshire and West Essex has £6,643,293.75 of £25m (MECHANISM 10); of £20m
    // that is four fifths: £5,314,635.00.
    assert_eq!(ask(&stacked.scenario, "HWE"), 531_463_500);
    // The gap is 200 − 142 = 58; 58 − 20 = 38 stay uncovered.
    assert_eq!(compute(&stacked.scenario).pools[0].uncovered.get(), 3_800_000_000);
    // One step, which leads back to the base.
    let (mut scenario, mut history) = (stacked.scenario, stacked.history);
    assert!(history.undo(&mut scenario).unwrap().is_some());
    assert_eq!(scenario, base);
}

#[test]
fn of_three_overlays_the_last_is_said_to_stand() {
    let base = east_of_england();
    let offset = |to: &str| vec![saved("EoE.offset", "\"25m\"", to)];
    let three = |last: &str| {
        let all = [offset("\"30m\""), offset("\"20m\""), offset(last)];
        let names = ["b", "c", "d"].into_iter().zip(&all);
        let layers: Vec<Layer<'_>> = names.map(|(name, changes)| Layer { name, changes }).collect();
        words(&stack(&base, &layers, "three"))
    };
    assert_eq!(
        three("\"40m\""),
        [
            "EoE.offset: b has 30m, d has 40m, which stands",
            "EoE.offset: c has 20m, d has 40m, which stands",
        ]
    );
    // The last says what the first said: that is covered no longer.
    assert_eq!(three("\"30m\""), ["EoE.offset: c has 20m, d has 30m, which stands"]);
}

#[test]
fn shares_that_no_longer_add_up_are_listed_and_the_later_ones_stand() {
    let base = east_of_england();
    let both = laid(
        &base,
        &[
            saved("MSE/commissioners.percent", "\"70%\"", "\"60%\""),
            saved("MSE/providers.percent", "\"30%\"", "\"40%\""),
        ],
    );
    assert_eq!(both.conflicts.len(), 2);
    assert_eq!(both.misfits, []);
    // 60 % of £30m ÷ 5 = £6m.
    assert_eq!(ask(&both.scenario, "MSE/commissioners"), 360_000_000);
    // The second says 70 % alone: with the file’s 30 % that is a whole, with the first’s 20 % not.
    let one = laid(&base, &[saved("MSE/commissioners.percent", "\"70%\"", "\"70%\"")]);
    assert_eq!(
        words(&one),
        [
            "MSE/commissioners.percent: b.whatif.ron has 80%, c.whatif.ron has 70%, which stands",
            "MSE/providers.percent: b.whatif.ron has 20%, which does not add up to 100% with the \
             shares of c.whatif.ron; 30% stands",
        ]
    );
    // 30 % of £6m.
    assert_eq!(ask(&one.scenario, "MSE/providers"), 180_000_000);
}

#[test]
fn what_does_not_fit_is_listed_with_the_overlay_that_says_it() {
    let base = east_of_england();
    let stacked = laid(&base, &[saved("ZZ.plan", "None", "\"-1m\""), saved("CP.plan", "", "soon")]);
    let words: Vec<_> =
        stacked.misfits.iter().map(fairshare::document::overlay::Unfit::words).collect();
    assert!(
        words[0].starts_with("c.whatif.ron: ZZ.plan = \"-1m\" does not fit: Nothing"),
        "{words:?}"
    );
    assert!(words[1].starts_with("c.whatif.ron: CP.plan = soon does not fit"), "{words:?}");
    // What cannot be read covers nothing: the first one's plan stands.
    assert_eq!(compute(&stacked.scenario).pools[0].need.get(), 5_800_000_000);
}

#[test]
fn the_report_takes_several_overlays_and_says_what_is_covered() {
    let folder = tempfile::tempdir().unwrap();
    let sha = &east_of_england().words.sha256;
    let file = |name: &str, offset: &str| {
        let path = folder.path().join(name);
        let text = format!(
            "(format: 1, title: \"t\", base: (name: \"east-of-england-2019\", sha256: \"{sha}\"), \
             changes: [(path: \"EoE.offset\", from: \"25m\", to: \"{offset}\")])"
        );
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let (one, two) = (file("b.whatif.ron", "30m"), file("c.whatif.ron", "20m"));
    let call = Command::new(env!("CARGO_BIN_EXE_fairshare"))
        .args(["report", "east-of-england-2019", "--overlay", &one, "--overlay", &two])
        .args(["--format", "json"])
        .output()
        .unwrap();
    let report: Value = serde_json::from_slice(&call.stdout).unwrap();
    assert_eq!(report["pools"][0]["offset_pence"], 2_000_000_000);
    let talk = String::from_utf8(call.stderr).unwrap();
    assert!(talk.contains("has 30m") && talk.contains("has 20m, which stands"), "{talk}");
}
