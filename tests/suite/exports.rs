//! What a report says, read back: every form to the same penny, JSON as its schema has it.

use std::collections::BTreeMap;

use super::results_screen::westmarch;
use fairshare::document;
use fairshare::engine::compute;
use fairshare::format::Unit;
use fairshare::levers::{Change, History, Typing, lever_at, typed};
use fairshare::model::Scenario;
use fairshare::report::{Form, Manner, Subject, json_schema, render};
use fairshare::ron_text::Source;
use serde_json::Value;

const NORTHSHIRE: &str = include_str!("../northshire.ron");
const REGION: &str = "east-of-england-2019";

fn northshire(text: &str) -> Scenario {
    let parsed = document::parse(Source::new("northshire.ron", text));
    parsed.map_err(|faulty| document::render(&faulty.faults, &faulty.source)).unwrap().scenario
}

fn changed(base: &Scenario, path: &str, words: &str) -> (Scenario, Vec<Change>) {
    let lever = lever_at(base, path).unwrap();
    let value = typed(Typing { now: base, base, lever, unit: Unit::Pounds }, words).unwrap();
    let mut now = base.clone();
    let mut history = History::default();
    history.apply(&mut now, &[(lever, value)], String::new()).unwrap();
    let changes = history.net();
    (now, changes)
}

fn written(base: &Scenario, (now, changes): &(Scenario, Vec<Change>), form: Form) -> String {
    written_in(base, (now, changes), (form, Manner::Tables))
}

pub(crate) fn written_in(
    base: &Scenario,
    (now, changes): (&Scenario, &[Change]),
    (form, manner): (Form, Manner),
) -> String {
    let (before, outcome) = (compute(base), compute(now));
    let subject = Subject { base, now, before: &before, outcome: &outcome, changes };
    render(&subject, form, manner).unwrap()
}

pub(crate) fn unchanged(scenario: &Scenario, form: Form) -> String {
    written(scenario, &(scenario.clone(), Vec::new()), form)
}

pub(crate) fn as_json(scenario: &Scenario) -> Value {
    serde_json::from_str(&unchanged(scenario, Form::Json)).unwrap()
}

fn items(value: &Value, name: &str) -> Vec<Value> {
    value[name].as_array().unwrap().clone()
}

/// Every node of a report that a system's parts hold, with its path.
pub(crate) fn nodes(report: &Value) -> Vec<(String, Value)> {
    let id = |node: &Value| node["id"].as_str().unwrap_or_default().to_owned();
    let mut all = Vec::new();
    for system in items(report, "pools").iter().flat_map(|pool| items(pool, "systems")) {
        all.push((id(&system), system.clone()));
        for group in items(&system, "groups") {
            all.push((format!("{}/{}", id(&system), id(&group)), group.clone()));
            for body in items(&group, "bodies") {
                all.push((id(&body), body.clone()));
                for programme in items(&body, "programmes") {
                    all.push((format!("{}/{}", id(&body), id(&programme)), programme));
                }
            }
        }
    }
    all
}

/// Pounds with two decimals as pence, read digit by digit.
fn pence(pounds: &str) -> i64 {
    let (whole, part) = pounds.split_once('.').unwrap();
    assert_eq!(part.len(), 2, "{pounds}");
    format!("{whole}{part}").replace(',', "").replace('−', "-").parse().unwrap()
}

/// The outcome rows of a CSV report: path and measure to pence.
pub(crate) fn csv_amounts(text: &str) -> BTreeMap<(String, String), i64> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.records().map(Result::unwrap);
    let money = rows.filter(|row| &row[6] == "pounds" && !row[5].is_empty());
    money.map(|row| ((row[1].to_owned(), row[4].to_owned()), pence(&row[5]))).collect()
}

#[test]
fn json_and_csv_agree_to_the_penny() {
    let names = [
        ("control_total_pence", "control_total"),
        ("plan_pence", "plan"),
        ("gap_pence", "gap"),
        ("contribution_pence", "contribution"),
        ("relief_pence", "relief"),
        ("ask_pence", "ask"),
        ("target_pence", "target"),
        ("result_pence", "result"),
        ("reserve_used_pence", "reserve_used"),
        ("cuts_pence", "cuts"),
        ("not_described_pence", "not_described"),
        ("against_control_total_pence", "against_control_total"),
        ("in_year_budget_pence", "in_year_budget"),
        ("limit_pence", "limit"),
        ("cut_pence", "cut"),
        ("released_pence", "released"),
        ("support_pence", "support"),
        ("support_lost_pence", "support_lost"),
        ("bonus_pence", "bonus"),
        ("position_pence", "position"),
        ("margin_pence", "margin"),
    ];
    let mut compared = 0;
    for scenario in [northshire(NORTHSHIRE), document::library(REGION).unwrap(), westmarch()] {
        let amounts = csv_amounts(&unchanged(&scenario, Form::Csv));
        for (path, node) in nodes(&as_json(&scenario)) {
            for (field, measure) in names {
                // The unnamed group of a system stands in the JSON alone.
                let Some(own) = node.get(field).filter(|_| !path.ends_with('/')) else { continue };
                let theirs = amounts.get(&(path.clone(), measure.to_owned())).copied();
                assert_eq!(own.as_i64(), theirs, "{path} {field}");
                compared += usize::from(own.is_i64());
            }
        }
    }
    assert!(compared > 300, "{compared} amounts were compared");
}

#[test]
fn text_and_json_agree_to_the_penny() {
    for scenario in [northshire(NORTHSHIRE), document::library(REGION).unwrap()] {
        let text = unchanged(&scenario, Form::Text);
        let asked = text.lines().skip_while(|line| !line.starts_with("Who is asked"));
        let asked = asked.skip(1).take_while(|line| !line.is_empty());
        let read: Vec<(String, i64)> = asked
            .map(|line| line.trim().rsplit_once(' ').unwrap())
            .map(|(name, amount)| (name.trim().to_owned(), pence(amount)))
            .collect();
        let plain =
            written_in(&scenario, (&scenario, &[]), (Form::Text, Manner::Plain)).replace(',', "");
        let mut bodies = 0;
        for (_, node) in
            nodes(&as_json(&scenario)).iter().filter(|(_, node)| node["kind"].is_string())
        {
            let (name, ask) = (node["name"].as_str().unwrap(), node["ask_pence"].as_i64().unwrap());
            let in_text = read.iter().find(|(own, _)| own == name).map(|(_, amount)| *amount);
            assert_eq!(in_text, Some(ask).filter(|ask| *ask != 0), "{name}");
            let said = format!(
                "{name} {}: asked for £{}.{:02};",
                node["kind"].as_str().unwrap(),
                ask / 100,
                ask % 100
            );
            assert!(ask == 0 || plain.contains(&said.replace(',', "")), "{said}");
            bodies += usize::from(ask != 0);
        }
        assert!(bodies >= 3, "{bodies} bodies were compared");
    }
}

#[test]
fn text_has_at_most_a_hundred_columns_and_plain_text_no_signs_that_are_not_read_out() {
    let scenario = document::library(REGION).unwrap();
    let changed = changed(&scenario, "CP.plan", "-200m");
    for line in written(&scenario, &changed, Form::Text).lines() {
        // An address is never broken: it is to be copied.
        let address = line.trim().starts_with("https://") && !line.trim().contains(' ');
        assert!(address || fairshare::format::width(line) <= 100, "{line}");
    }
    let plain = written_in(&scenario, (&changed.0, &changed.1), (Form::Text, Manner::Plain));
    assert!(
        plain.contains("C&P plan -£192.4m to -£200m") || plain.contains("plan -£192.4m to -£200m")
    );
    let outcome = plain.split("What is assumed").next().unwrap();
    assert!(!outcome.contains(['−', '→', '│', '[']), "{outcome}");
}

#[test]
fn the_json_report_is_as_its_schema_says() {
    let schema: Value = serde_json::from_str(&json_schema().unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for scenario in [northshire(NORTHSHIRE), document::library(REGION).unwrap(), westmarch()] {
        let report = as_json(&scenario);
        let faults: Vec<String> =
            validator.iter_errors(&report).map(|fault| fault.to_string()).collect();
        assert_eq!(faults, Vec::<String>::new());
        // A report with a word or a field that is not ours is refused.
        let mut other = report.clone();
        other["pools"][0]["systems"][0]["role"] = "gives".into();
        assert!(!validator.is_valid(&other));
        let mut other = report;
        other["pools"][0]["offset"] = 1.into();
        assert!(!validator.is_valid(&other));
    }
}

#[test]
fn the_fields_of_the_json_report_stand_in_the_order_that_is_promised() {
    // INTERFACES section 3.
    let text = unchanged(&northshire(NORTHSHIRE), Form::Json);
    let mut from = 0;
    for field in [
        "schema",
        "scenario",
        "title",
        "year",
        "sha256",
        "changes",
        "pools",
        "id",
        "need_pence",
        "reserve_used_pence",
        "offset_pence",
        "uncovered_pence",
        "unplaced_pence",
        "systems",
        "id",
        "name",
        "role",
        "control_total_pence",
        "plan_pence",
        "gap_pence",
        "savings_pence",
        "recovery_pence",
        "contribution_pence",
        "relief_pence",
        "ask_pence",
        "unplaced_pence",
        "target_pence",
        "result_pence",
        "groups",
        "id",
        "ask_pence",
        "unplaced_pence",
        "bodies",
        "id",
        "name",
        "kind",
        "ask_pence",
        "reserve_used_pence",
        "cuts_pence",
        "unplaced_pence",
        "not_described_pence",
        "against_control_total_pence",
        "relief_pence",
        "target_pence",
        "result_pence",
        "support_pence",
        "position_pence",
        "measures",
        "programmes",
        "id",
        "name",
        "in_year_budget_pence",
        "limit_pence",
        "cut_pence",
        "released_pence",
        "months_late",
        "new_start",
        "status",
        "unplaced",
        "where",
        "amount_pence",
        "reason",
        "key_tests",
        "name",
        "partner",
        "passes",
        "value",
        "figures",
        "path",
        "standing",
        "source",
    ] {
        let found = text[from..].find(&format!("\"{field}\":"));
        from += found.unwrap_or_else(|| panic!("{field} is not where it should be"));
    }
}

#[test]
fn a_programme_says_what_becomes_of_it() {
    // Thurrock: 478,904.64 ÷ 120,000 a month = 3.99 months: December to April (MECHANISM 10).
    let report = as_json(&document::library(REGION).unwrap());
    let nodes: BTreeMap<String, Value> = nodes(&report).into_iter().collect();
    let line = &nodes["07G/crisis-line"];
    assert_eq!(line["cut_pence"], 47_890_464);
    assert_eq!((&line["months_late"], &line["new_start"]), (&"4.0".into(), &"2020-04".into()));
    assert_eq!(
        (&line["status"], &line["in_year_budget_pence"]),
        (&"late".into(), &48_000_000.into())
    );
    // No cost was published: nothing is known of a cut.
    let pathway = &nodes["07G/personality-disorder"];
    assert!(
        ["cut_pence", "limit_pence", "months_late", "status"].iter().all(|f| pathway[f].is_null())
    );
    assert_eq!(nodes["07G"]["measures"]["allocation"], "224492000.00");
    assert_eq!(nodes["07G"]["against_control_total_pence"], 47_890_464);
    assert_eq!(nodes["CP"]["role"], "receives");
    // Northshire: the crisis line loses its whole 480k, the beds 1.2m of 6m, East Vale's reserve 320k.
    let report = as_json(&northshire(NORTHSHIRE));
    let nodes: BTreeMap<String, Value> = self::nodes(&report).into_iter().collect();
    assert_eq!(nodes["EV/crisis-line"]["status"], "not this year");
    assert_eq!(nodes["EV/beds"]["status"], "reduced");
    assert_eq!(nodes["EV/young-minds"]["status"], "protected");
    assert_eq!(nodes["EV"]["reserve_used_pence"], 32_000_000);
    assert_eq!(nodes["VH"]["measures"]["beds"], "412");
}

#[test]
fn changes_are_told_as_they_would_be_typed() {
    let base = northshire(NORTHSHIRE);
    let changed = changed(&base, "Moor.plan", "-32m");
    let report: Value = serde_json::from_str(&written(&base, &changed, Form::Json)).unwrap();
    assert_eq!(
        report["changes"],
        serde_json::json!([{ "path": "Moor.plan", "from": "-30m", "to": "-32m" }])
    );
    // −20m − (−32m) = 12m short, 5m offset, 7m open.
    assert_eq!(report["pools"][0]["uncovered_pence"], 700_000_000);
    let sheet = written(&base, &changed, Form::Csv);
    // Text that begins with a minus is made text for a spreadsheet; the number beside it is not.
    assert!(sheet.contains("change,Moor.plan,system,Moor and Fell,plan,'-32m,,'-30m,"), "{sheet}");
    assert!(
        sheet.contains("input,Moor,system,Moor and Fell,plan,-32000000.00,pounds,-30000000.00,")
    );
}

#[test]
fn everything_without_a_place_is_listed_with_its_reason() {
    let report = as_json(&document::library(REGION).unwrap());
    let unplaced = items(&report, "unplaced");
    assert_eq!(unplaced[0]["where"], "EoE");
    assert_eq!(unplaced[0]["amount_pence"], 2_540_000_000_i64);
    assert!(unplaced[0]["reason"].as_str().unwrap().contains("no source says who covered it"));
    assert!(unplaced.iter().all(|row| row["reason"].as_str().unwrap().len() > 10));
    // 25m asked, of which 478,904.64 is found in Thurrock; the rest nobody described.
    let sum: i64 = unplaced.iter().skip(1).map(|row| row["amount_pence"].as_i64().unwrap()).sum();
    assert_eq!(sum, 2_500_000_000 - 47_890_464);
}

#[test]
fn key_tests_are_judged() {
    let verdicts = |text: &str| -> Vec<(Value, Value)> {
        let tests = items(&as_json(&northshire(text)), "key_tests");
        tests.iter().map(|test| (test["passes"].clone(), test["value"].clone())).collect()
    };
    // The crisis line is 480k ÷ 120k = 4 months late; West Vale is asked for 1.5m; nobody consulted.
    let [late, asked, consulted] = verdicts(NORTHSHIRE).try_into().unwrap();
    assert_eq!(late, (false.into(), "4.0".into()));
    assert_eq!(asked, (true.into(), "1.5m".into()));
    assert_eq!(consulted, (false.into(), Value::Null));
    // West Vale's allocation is 300m: 0.5 % of it is 1.5m, exactly what it is asked for.
    for (bound, passes) in [("0.5%", true), ("0.49999%", false)] {
        let share = format!("at_most: \"{bound}\", of: Allocation");
        let text = NORTHSHIRE.replace("at_most: \"1.6m\"", &share);
        assert_eq!(verdicts(&text)[1].0, Value::from(passes), "{bound}");
    }
    let text = NORTHSHIRE.replace("at_most: \"1.6m\"", "at_least: \"1.6m\"");
    assert_eq!(verdicts(&text)[1].0, Value::from(false));
    // Without its cost nobody knows how late the line is; no other programme with the tag is.
    let cost = "annual_cost: Assumed(\"1.44m\", \"no cost was published; £120k a month\"),";
    let text = NORTHSHIRE.replace(cost, "");
    assert_ne!(text, NORTHSHIRE);
    assert_eq!(verdicts(&text)[0], (Value::Null, Value::Null));
}

#[test]
fn the_same_file_and_changes_give_the_same_bytes() {
    let base = document::library(REGION).unwrap();
    for form in [Form::Text, Form::Json, Form::Csv] {
        let written = || {
            let again = document::library(REGION).unwrap();
            written(&again, &changed(&again, "EoE.offset", "50%"), form)
        };
        assert_eq!(written(), written());
        assert_ne!(written(), unchanged(&base, form), "the change shows");
    }
}
