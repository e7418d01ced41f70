//! Where figures come from: in every export, on every card, on the screen of all of them. What is
//! expected is read off the lines of `scenarios/east-of-england-2019.ron`.

use fairshare::app::{Effect, Look, Mark, Screen};
use fairshare::document;
use fairshare::engine::compute;
use fairshare::format::Unit;
use fairshare::levers::{Change, History, Lever, Typing, lever_at, path_of, typed};
use fairshare::model::{Scenario, Standing};
use fairshare::report::{Form, Manner, Subject, behind, render};
use serde_json::{Value, json};

use super::stage::{Stage, east_of_england};

fn moved(base: &Scenario, sets: &[(&str, &str)]) -> (Scenario, Vec<Change>) {
    let (mut now, mut history) = (base.clone(), History::default());
    for (path, words) in sets {
        let lever = lever_at(&now, path).unwrap();
        let value = typed(Typing { now: &now, base, lever, unit: Unit::Pounds }, words).unwrap();
        history.apply(&mut now, &[(lever, value)], String::new()).unwrap();
    }
    (now, history.net())
}

fn exported(sets: &[(&str, &str)], form: Form) -> String {
    let base = east_of_england();
    let (now, changes) = moved(&base, sets);
    let (before, outcome) = (compute(&base), compute(&now));
    let subject =
        Subject { base: &base, now: &now, before: &before, outcome: &outcome, changes: &changes };
    render(&subject, form, Manner::Tables).unwrap()
}

fn json_figure(sets: &[(&str, &str)], path: &str) -> Value {
    let report: Value = serde_json::from_str(&exported(sets, Form::Json)).unwrap();
    let figures = report["figures"].as_array().unwrap().clone();
    figures.into_iter().find(|own| own["path"] == path).unwrap()
}

/// The line of the file that holds some words: line numbers move as the file is edited.
fn line_of(words: &str) -> usize {
    let text = include_str!("../../scenarios/east-of-england-2019.ron");
    1 + text.lines().position(|line| line.contains(words)).unwrap()
}

#[test]
fn every_figure_of_a_lever_is_found_by_its_lever() {
    for entry in document::LIBRARY {
        let scenario = document::library(entry.name).unwrap();
        let mut found = 0;
        for figure in scenario.words.figures.iter().filter(|own| own.node.is_some()) {
            let Ok(lever) = lever_at(&scenario, &figure.path) else { continue };
            assert_eq!(lever.figure(&scenario), Some(figure), "{}", figure.path);
            assert_eq!(path_of(&scenario, lever), figure.path);
            found += 1;
        }
        assert!(found > 20, "{}: {found} levers have a figure", entry.name);
    }
}

#[test]
fn measures_rules_costs_support_and_what_was_observed_are_all_found() {
    let scenario = east_of_england();
    let standing =
        |path: &str| -> Option<Standing> { lever_at(&scenario, path).unwrap().standing(&scenario) };
    for (path, expected) in [
        ("CP.plan", Some(Standing::Reported)),
        ("07G.allocation", Some(Standing::Derived)),
        ("07G.opening_allocation", Some(Standing::Derived)),
        ("MSE/commissioners.split", Some(Standing::Derived)),
        ("HWE/commissioners.lead", Some(Standing::Reported)),
        ("07G/crisis-line.annual_cost", Some(Standing::Assumed)),
        ("CP/support.amount", Some(Standing::Reported)),
        ("CP/support.test", Some(Standing::Assumed)),
        ("shunting.returns", Some(Standing::Reported)),
        // Left out: nought is assumed (MECHANISM 2); of a choice of the model's nothing is said.
        ("99E.reserve", Some(Standing::Assumed)),
        ("07G.absorbs", None),
    ] {
        assert_eq!(standing(path), expected, "{path}");
    }
    let observed = scenario.words.observed_figure("07G.ask").unwrap();
    assert_eq!((observed.standing, observed.value.as_str()), (Standing::Published, "480k"));
    let plan: Lever = lever_at(&scenario, "CP.plan").unwrap();
    assert_eq!(plan.figure(&scenario).unwrap().source, "lowdown");
}

#[test]
fn json_says_where_a_figure_comes_from() {
    let title = "The Lowdown: Debt-ridden Eastern England STP shakes a collecting tin (quotes the \
                 STP’s board)";
    let url =
        "https://lowdownnhs.info/stp/debt-ridden-eastern-england-stp-shakes-a-collecting-tin/";
    let line = line_of("plan: Reported(\"-192.4m\", \"lowdown\")");
    assert_eq!(
        json_figure(&[], "CP.plan"),
        json!({ "path": "CP.plan", "standing": "reported", "source": "lowdown",
            "value": "-192.4m", "in_file": null, "title": title, "date": "2019", "url": url,
            "line": line })
    );
    let cost = json_figure(&[], "07G/crisis-line.annual_cost");
    assert_eq!((&cost["standing"], &cost["value"]), (&json!("assumed"), &json!("1.44m")));
    assert!(cost["source"].as_str().unwrap().starts_with("unpublished; worked back"), "{cost}");
    assert_eq!((&cost["title"], &cost["url"]), (&Value::Null, &Value::Null));
    // What the file leaves out and the model takes for nought is listed, too.
    let reserve = json_figure(&[], "99E.reserve");
    assert_eq!((&reserve["standing"], &reserve["line"]), (&json!("assumed"), &Value::Null));
}

#[test]
fn what_was_changed_no_longer_has_the_standing_of_the_file() {
    let sets = [("EoE.offset", "30m"), ("99E.cap", "600k")];
    let line = line_of("offset: Reported(\"25m\", \"hemel-today\")");
    assert_eq!(
        json_figure(&sets, "EoE.offset"),
        json!({ "path": "EoE.offset", "standing": "changed",
            "source": "in the file reported: hemel-today", "value": "30m", "in_file": "25m",
            "title": null, "date": null, "url": null, "line": line })
    );
    // The file gives no cap: the change stands there all the same.
    let cap = json_figure(&sets, "99E.cap");
    assert_eq!((&cap["standing"], &cap["in_file"]), (&json!("changed"), &Value::Null));
    assert_eq!((&cap["source"], &cap["line"]), (&json!("the file gives none"), &Value::Null));

    let text = exported(&sets, Form::Text);
    let (_, list) = text.split_once("What was changed").unwrap();
    let (changed, rest) = list.split_once("What is assumed").unwrap();
    assert!(changed.contains(&format!("EoE.offset ({line}) now 30m: in the file 25m, reported:")));
    assert!(changed.contains("99E.cap now 600k: the file gives none"), "{changed}");
    assert!(!rest.contains("EoE.offset"), "it stands nowhere else");

    let sheet = exported(&sets, Form::Csv);
    let row = sheet.lines().find(|row| row.starts_with("figure,EoE.offset,")).unwrap();
    assert!(row.starts_with("figure,EoE.offset,region,East of England,offset,30m,,25m,"), "{row}");
    assert!(row.contains(&format!("changed: line {line}: in the file 25m, reported: Hemel Today")));
}

#[test]
fn text_and_csv_list_every_figure_with_its_line_and_source() {
    let (text, sheet) = (exported(&[], Form::Text), exported(&[], Form::Csv));
    let scenario = east_of_england();
    // The page is broken into lines: it is read as one.
    let text: Vec<&str> = text.split_whitespace().collect();
    let text = text.join(" ");
    let all = behind(&scenario, &[]);
    assert!(all.len() > scenario.words.figures.len(), "and what the file leaves out");
    for own in &all {
        let line = own.line.map_or_else(String::new, |line| format!(" ({line})"));
        assert!(text.contains(&format!("{}{line}", own.path)), "{}", own.path);
        assert!(sheet.contains(&format!("figure,{},", own.path)), "{}", own.path);
    }
    for source in &scenario.words.sources {
        let cited = |own: &&fairshare::model::Figure| own.source == source.id;
        if scenario.words.figures.iter().any(|own| cited(&own)) {
            assert!(text.contains(&source.title), "{}", source.id);
            let url = source.url.as_deref().unwrap_or_default();
            assert!(text.contains(url) && sheet.contains(url), "{url} is whole");
        }
    }
}

/// The signs that the levers of Explore should have and those that stand in their pane, on a screen
/// that is high enough for all rows.
fn marks_and_signs(stage: &Stage, from: usize) -> (Vec<&'static str>, Vec<String>) {
    let work = stage.app.work().unwrap();
    let levers = work.screens.explore.levers(&work.session);
    let wanted: Vec<&str> = levers.iter().filter_map(|row| row.mark.map(Mark::sign)).collect();
    let text = stage.text();
    let panes = text.lines().take_while(|line| !line.contains("cut £m"));
    let pane = panes.map(|line| line.chars().skip(from).collect::<String>());
    let signs = pane.flat_map(|line| {
        let words = line.split_whitespace().map(str::to_owned);
        words.filter(|word| word == "≈" || word == "?").collect::<Vec<_>>()
    });
    (wanted, signs.collect())
}

#[test]
fn every_derived_and_assumed_value_has_its_mark_at_both_widths() {
    for entry in document::LIBRARY {
        for (columns, from) in [(80, 39), (120, 57)] {
            for keys in ["", "Shift-Tab Down Down Down"] {
                let scenario = document::library(entry.name).unwrap();
                let mut stage = Stage::of(scenario, Look::Mono).sized(columns, 250);
                stage.press(keys);
                let (wanted, signs) = marks_and_signs(&stage, from);
                assert!(!wanted.is_empty());
                assert_eq!(wanted, signs, "{} {columns} {keys}\n{}", entry.name, stage.text());
            }
        }
    }
}

#[test]
fn what_the_reader_changed_has_a_dot_and_no_mark() {
    // The reserve of Thurrock is assumed: `reserve: Assumed(0, …)`.
    let mut stage = Stage::new(120, 36);
    let line = |stage: &Stage| {
        let text = stage.text();
        text.lines().find(|line| line.contains("reserve  ")).unwrap().to_owned()
    };
    assert!(line(&stage).contains("reserve        0.000 ?"), "{}", line(&stage));
    stage.press("Down Down Down Down Down Right");
    assert!(line(&stage).contains("●◂0.100▸ "), "{}", line(&stage));
    assert!(!line(&stage).contains('?'), "{}", line(&stage));
    // Made the baseline it is still not the file's figure.
    stage.press("b");
    assert!(!line(&stage).contains(['?', '●']), "{}", line(&stage));
}

/// The text that `y` copies from the source card.
fn copied(stage: &mut Stage) -> String {
    stage.press("y");
    match stage.effects.pop() {
        Some(Effect::Copy(text)) => text,
        other => unreachable!("{other:?}"),
    }
}

#[test]
fn the_card_of_a_lever_says_where_its_figure_comes_from() {
    let mut stage = Stage::new(80, 24);
    stage.press("s");
    let line = line_of("plan: Reported(\"-192.4m\", \"lowdown\")");
    let place = format!("stands in: test.ron:{line}\n");
    let title = "source: The Lowdown: Debt-ridden Eastern England STP shakes a collecting tin \
                 (quotes the STP’s board)\n";
    // On the screen the address is broken; in the copy it is whole.
    let url = "address: https://lowdownnhs.info/stp/debt-ridden-eastern-england-stp-shakes-a-\
               collecting-tin/\n";
    let text = copied(&mut stage);
    for words in ["C&P: plan −£192.4m\n", "path: CP.plan\n", "in the file: -192.4m\n"] {
        assert!(text.contains(words), "{words} in {text}");
    }
    for words in ["standing: reported: the press", title, "date: 2019\n", url, &place] {
        assert!(text.contains(words), "{words} in {text}");
    }
    // The value that was changed says what it was, and how that was known.
    stage.press("Esc text:-200 Enter s");
    let text = copied(&mut stage);
    assert!(text.contains("now: -200m: you changed it from -192.4m\n"), "{text}");
    assert!(text.contains("in the file: -192.4m\nstanding: reported"), "{text}");
}

#[test]
fn the_card_of_an_ask_has_what_was_printed_and_what_it_rests_on() {
    let mut stage = Stage::new(120, 36);
    stage.press("Shift-Tab s");
    let text = copied(&mut stage);
    // 480,000 printed, 478,904.64 worked out: 1,095.36 apart (MECHANISM 10).
    assert!(text.contains("modelled: £478,904.64: £1,095.36 lower"), "{text}");
    let paths = text.lines().filter_map(|line| line.strip_prefix("path: "));
    let paths: Vec<&str> = paths.collect();
    assert_eq!(paths, ["07G.ask", "MSE/commissioners.split", "07G.opening_allocation"]);
    // A rule of the system reads no measure of the groups; its percents are theirs.
    stage.press("Esc Up Up Up Up Up s");
    assert!(copied(&mut stage).contains("MSE/commissioners.percent"));
    // Enter goes to the lever.
    stage.press("Down Enter");
    let work = stage.app.work().unwrap();
    let lever = work.lever_in_hand().unwrap().lever;
    assert_eq!(path_of(work.session.now(), lever), "MSE/commissioners.percent");
}

#[test]
fn the_card_of_a_programme_says_what_is_not_known() {
    let mut stage = Stage::new(80, 24);
    stage.press("Tab s");
    let text = copied(&mut stage);
    assert!(text.contains("annual cost £1.44m\n"), "{text}");
    assert!(text.contains("why: unpublished; worked back from £480k"), "{text}");
    assert!(text.contains("starts Dec 2019"), "{text}");
    // What a reason names in brackets is written out.
    assert!(text.contains("[yt-line]: Your Thurrock: New emergency number"), "{text}");
    stage.press("Esc Down s");
    let text = copied(&mut stage);
    assert!(text.contains("annual cost not known\n"), "{text}");
    assert!(text.contains("standing: the file gives none: it is not known"), "{text}");
    // A rule that asks nobody is no number: on every screen s answers or says why not.
    for screen in ["x", "t", "c", "s", "r"] {
        let mut stage = Stage::new(120, 36);
        stage.press(&format!("g {screen} s"));
        let over = stage.app.work().unwrap().over.last().is_some();
        assert!(over || stage.app.message().is_some(), "{screen}");
    }
}

#[test]
fn the_screen_lists_all_figures_the_least_known_first() {
    let mut stage = Stage::new(120, 36);
    stage.press("g o");
    // The file gives two reserves, the region's and Thurrock's; all other bodies' are left out.
    let text = stage.text();
    let scenario = east_of_england();
    let count = |standing: Standing| {
        scenario.words.figures.iter().filter(|own| own.standing == standing).count()
    };
    let left_out = scenario.bodies.len() + 1 - 2;
    let assumed = count(Standing::Assumed) + left_out;
    assert!(text.contains(&format!("{assumed} assumed, {} derived", count(Standing::Derived))));
    assert!(text.contains(&format!("  Assumed, {assumed}")), "{text}");
    assert!(text.contains(&format!("{left_out} reserves are left out")), "{text}");
    // Found by name; Enter goes to the lever on Explore, Esc leads back from here.
    stage.press("/ text:crisis-line.annual Enter");
    let text = stage.text();
    let row = text.lines().find(|line| line.starts_with(" ▌")).unwrap();
    assert!(row.contains(": annual cost") && row.contains("£1.44m  "), "{row}");
    stage.press("s");
    assert!(copied(&mut stage).contains("path: 07G/crisis-line.annual_cost\n"));
    stage.press("Esc Enter");
    let work = stage.app.work().unwrap();
    let lever = work.lever_in_hand().unwrap().lever;
    assert_eq!(path_of(work.session.now(), lever), "07G/crisis-line.annual_cost");
    assert_eq!(work.screens.shown, Screen::Explore);
    stage.press("g o Esc");
    assert_eq!(stage.app.work().unwrap().screens.shown, Screen::Explore);
}

#[test]
fn orders_and_what_was_changed() {
    let mut stage = Stage::new(80, 24);
    let row = |stage: &Stage, at: usize| stage.text().lines().nth(at).unwrap().to_owned();
    // In the order of the file the offset (line 214) comes before the plan (line 232).
    stage.press("g o S");
    let text = stage.text();
    let at = |words: &str| text.lines().position(|line| line.contains(words)).unwrap();
    assert!(at("East of England: offset") < at("C&P: plan"), "{text}");
    // By source, heads are their titles in the order of the alphabet.
    stage.press("S");
    assert!(row(&stage, 3).starts_with("  Chelmsford Weekly News"), "{}", stage.text());
    stage.press("S d");
    assert!(stage.text().contains("Nothing was changed."), "{}", stage.text());
    stage.press("g x text:-200 Enter g o");
    let text = stage.text();
    let line = line_of("plan: Reported(\"-192.4m\", \"lowdown\")");
    let only = text.lines().find(|row| row.contains("C&P: plan")).unwrap();
    assert!(only.contains("−£200m") && only.contains("● changed"), "{only}");
    assert!(only.trim_end().ends_with(&line.to_string()), "{only}");
    assert!(text.contains("1 changed, 94 assumed") && !text.contains("? assumed"), "{text}");
}

/// What `fairshare sources` prints.
fn sources(words: &[&str]) -> String {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_fairshare"));
    command.args(["sources", "east-of-england-2019"]).args(words);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{words:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_command_lists_figures_by_standing_in_every_form() {
    let line = line_of("plan: Reported(\"-192.4m\", \"lowdown\")");
    let text = sources(&[]);
    let heads = ["\nAssumed, ", "\nDerived, ", "\nReported, ", "\nPublished, "];
    let at = heads.map(|head| text.find(head).unwrap());
    assert!(at.is_sorted(), "the least known first: {at:?}");
    // `CP.plan` is Reported(…, "lowdown"); so are its source's title and address at the end.
    let reported = sources(&["--standing", "reported"]);
    let row = reported.lines().find(|row| row.contains(" CP.plan ")).unwrap();
    let row: Vec<&str> = row.split_whitespace().collect();
    assert_eq!(row, [&*line.to_string(), "CP.plan", "-192.4m", "lowdown"]);
    assert!(!reported.contains("crisis-line.annual_cost"));
    assert!(reported.contains("debt-ridden-eastern-england-stp-shakes-a-collecting-tin/"));

    let list: Value = serde_json::from_str(&sources(&["--format", "json"])).unwrap();
    let figures = list["figures"].as_array().unwrap();
    let plan = figures.iter().find(|own| own["path"] == "CP.plan").unwrap();
    assert_eq!(*plan, json_figure(&[], "CP.plan"), "as in the report");
    // The two of Cambridgeshire and Peterborough rest on it.
    let lowdown = list["sources"].as_array().unwrap().iter().find(|own| own["id"] == "lowdown");
    assert_eq!(lowdown.unwrap()["figures"], 2);

    let sheet = sources(&["--format", "csv"]);
    assert!(sheet.starts_with("path,name,field,value,standing,source,title,date,url,line\n"));
    let row = sheet.lines().find(|row| row.starts_with("07G/crisis-line.annual_cost,")).unwrap();
    assert!(row.contains(",annual_cost,1.44m,assumed,\"unpublished; worked back"), "{row}");
}
