//! The Timeline: keys in, screen out. Figures by hand from MECHANISM section 10.

use std::sync::Arc;

use fairshare::app::Look;
use fairshare::document;
use fairshare::format::FinancialYear;
use fairshare::model::{Node, Repaid, Scenario};
use fairshare::money::Pence;
use fairshare::ron_text::Source;

use super::stage::{Stage, east_of_england};

fn stage() -> Stage {
    let mut stage = Stage::new(120, 50);
    stage.press("g t");
    stage
}

fn of(scenario: Scenario) -> Stage {
    let mut stage = Stage::of(scenario, Look::Dark).sized(120, 50);
    stage.press("g t");
    stage
}

fn line(stage: &Stage, row: usize) -> String {
    stage.text().lines().nth(row).unwrap_or_default().trim().to_owned()
}

/// What the message line says.
fn said(stage: &Stage) -> String {
    line(stage, 48)
}

/// The only row whose words begin so, without the blanks around and between its figures.
fn row(stage: &Stage, words: &str) -> String {
    let text = stage.text();
    let rows: Vec<&str> = text.lines().filter(|line| begins(line, words)).collect();
    assert_eq!(rows.len(), 1, "{words}: {text}");
    tight(rows[0])
}

/// The row below the first whose words begin so.
fn below(stage: &Stage, words: &str) -> String {
    let text = stage.text();
    tight(text.lines().skip_while(|line| !begins(line, words)).nth(1).unwrap_or_default())
}

fn begins(line: &str, words: &str) -> bool {
    line.trim_start_matches([' ', '▌']).starts_with(words)
}

fn tight(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_was_promised_and_what_is_owed_stand_by_year() {
    let stage = stage();
    assert!(line(&stage, 0).contains("‹Timeline›"));
    let headline = "Promised back over three years. No source shows that anything came back.";
    assert_eq!(line(&stage, 2), headline);
    assert_eq!(row(&stage, "repaid of what"), "▌repaid of what was promised [z] ◂0%▸ ? 0% 0%");
    assert!(row(&stage, "five systems contributed").ends_with("25.000 0.000 0.000 0.000"));
    // 25,000,000.00 in three: 8,333,333.33 twice and the two pennies left over in the last.
    let promised = row(&stage, "promised back");
    assert!(promised.ends_with("(assumed) 3 years [z] 8.333 8.333 8.334"), "{promised}");
    assert_eq!(row(&stage, "found to be"), "found to be repaid [z] [x] [x] [x]");
    assert_eq!(row(&stage, "still owed  "), "still owed 25.000 25.000 25.000 25.000");
    let body = row(&stage, "of which Thurrock");
    assert_eq!(body, "of which Thurrock 0.479 0.479 0.479 0.479");
    assert_eq!(
        said(&stage),
        "In a sentence: at 0% repaid, Thurrock is still owed £478,904.64 after three years; promised is not repaid."
    );
}

#[test]
fn a_lead_that_is_not_repaid_leaves_the_others_their_parts() {
    let mut stage = stage();
    // 5,000,000.00 by allocation: 1,925,576.91 · 2,042,583.11 · 1,031,839.98.
    let heading = "Hertfordshire and West Essex, if Herts Valleys is not repaid";
    assert_eq!(below(&stage, heading), "East and North Herts 0.000 1.926 0.000 0.000");
    assert_eq!(row(&stage, "Herts Valleys  "), "Herts Valleys 5.000 −2.957 0.000 0.000");
    assert_eq!(row(&stage, "West Essex   "), "West Essex 0.000 1.032 0.000 0.000");
    assert_eq!(
        row(&stage, "In 2020/21 two"),
        "In 2020/21 two bodies are asked their parts, by allocation; Herts Valleys still bears £2.043m."
    );
    // In full, nobody is asked for a part.
    stage.press("End");
    assert!(!stage.text().contains(heading));
    assert!(line(&stage, 2).starts_with("At 100% repaid, nothing is owed after three years, ▼"));
}

#[test]
fn moving_what_is_repaid_changes_the_rows_at_once() {
    let mut stage = stage();
    stage.press("Right Right");
    assert!(row(&stage, "repaid of what").contains("●◂10%▸"));
    // A tenth of 25m over three years: 0.833 a year.
    assert_eq!(row(&stage, "still owed  "), "still owed 25.000 24.167 23.333 22.500");
    assert_eq!(below(&stage, "still owed  "), "change = 0.000 ▼ −0.833 ▼ −1.667 ▼ −2.500");
    let headline =
        "At 10% repaid, £22.5m of £25.0m is still owed after three years, ▼ £2,500,000 less.";
    assert_eq!(line(&stage, 2), headline);
    stage.press("5 0 Enter");
    // Half of 478,904.64.
    assert!(said(&stage).contains("50%"), "{}", said(&stage));
    stage.press("Down Up");
    assert!(said(&stage).contains("Thurrock is still owed £239,452.32 after"), "{}", said(&stage));
    stage.press("u u u");
    assert_eq!(row(&stage, "still owed  "), "still owed 25.000 25.000 25.000 25.000");
    assert!(line(&stage, 2).starts_with("Promised back"));
}

#[test]
fn what_is_not_known_is_not_owed_as_if_it_were() {
    let mut stage = stage();
    stage.press("Delete");
    assert!(row(&stage, "repaid of what").contains("[x]"), "{}", stage.text());
    assert_eq!(row(&stage, "still owed  "), "still owed [x] [x] [x] [x]");
    let headline = "How much is repaid is not known, nor what is still owed.";
    assert_eq!(line(&stage, 2), headline);
    assert!(!stage.text().contains("if Herts Valleys is not repaid"));
}

#[test]
fn years_and_whether_it_comes_again_are_levers_too() {
    let mut stage = stage();
    stage.press("Down Down Right");
    // 25m in four: 6.25 each, the last of them in 2023/24.
    assert!(row(&stage, "promised back").ends_with("4 years▸ [z] 6.250 6.250 6.250 6.250"));
    assert!(row(&stage, "After the year").ends_with("2022/23 2023/24"));
    stage.press("r Up Right");
    let given = row(&stage, "five systems contributed");
    assert!(given.ends_with("●every year 25.000 25.000 25.000 25.000"), "{given}");
    assert_eq!(row(&stage, "still owed  "), "still owed 25.000 50.000 75.000 100.000");
    assert_eq!(
        below(&stage, "five systems contributed"),
        "change = 0.000 ▲+25.000 ▲+25.000 ▲+25.000"
    );
}

#[test]
fn a_change_on_explore_is_seen_here_and_the_selected_body_is_followed() {
    let mut stage = Stage::new(120, 50);
    // A gap of 142 − 152 = 10m is all that the five cover: 2m each.
    stage.press("text:-152m Enter / text:norwich Enter g t");
    assert!(row(&stage, "five systems contributed").ends_with("10.000 0.000 0.000 0.000"));
    assert_eq!(
        below(&stage, "five systems contributed"),
        "change ▼−15.000 = 0.000 = 0.000 = 0.000"
    );
    assert!(stage.text().contains("of which Norwich"));
    assert!(row(&stage, "of which Norfolk").ends_with("2.000 2.000 2.000 2.000"));
    stage.press("g x");
    assert!(line(&stage, 0).contains("‹Explore›"));
}

#[test]
fn only_what_differs_is_shown_if_that_is_wanted() {
    let mut stage = stage();
    stage.press("d");
    assert!(stage.text().contains("After the year, £m: what differs"));
    assert_eq!(stage.text().matches("None differs.").count(), 2);
    stage.press("d Right d");
    assert_eq!(row(&stage, "repaid of what"), "▌repaid of what was promised [z] ●◂5%▸ 5% 5%");
    assert!(!stage.text().contains("found to be repaid"));
    // Nothing of the year hangs on what is repaid after it.
    assert_eq!(stage.text().matches("None differs.").count(), 1);
    stage.press("Esc");
    assert!(stage.text().contains("found to be repaid"));
}

#[test]
fn facts_and_starts_stand_in_their_months() {
    let mut stage = stage();
    let heads = stage.text().lines().find(|line| line.contains("Apr May")).unwrap().to_owned();
    let column = |words: &str| {
        let at = heads.find(words).unwrap();
        heads[..at].chars().count()
    };
    let drawn = |stage: &Stage, words: &str, sign: char| {
        let text = stage.text();
        let found = text.lines().find(|line| line.contains(words)).unwrap().to_owned();
        found.chars().position(|c| c == sign).unwrap()
    };
    // SCREENS 8: planned for December, modelled for April after, reported for May.
    assert_eq!(drawn(&stage, "24-hour crisis line", '◇'), column("Dec"));
    let april = heads.rfind("Apr").map(|at| heads[..at].chars().count()).unwrap();
    assert_eq!(drawn(&stage, "24-hour crisis line", '◆'), april);
    let may = heads.rfind("May").map(|at| heads[..at].chars().count()).unwrap();
    assert_eq!(drawn(&stage, "phone line live (reported)", '◆'), may);
    assert_eq!(drawn(&stage, "puts in £500,000", '●'), column("Jul"));
    // What lies outside the months says when it was.
    stage.press("Tab G");
    assert!(stage.text().contains("Oct 2020 →"));
    stage.press("/ text:bodies’ Enter");
    assert!(stage.text().contains("← Dec 2018"), "{}", stage.text());
    assert!(said(&stage).starts_with("21 Dec 2018: Every system gets a control total"));
    // A plan at the control total asks nobody for anything: the line runs from December on.
    stage.press("g x text:-142m Enter g t");
    assert_eq!(drawn(&stage, "24-hour crisis line", '◇'), column("Dec"));
    assert_eq!(drawn(&stage, "24-hour crisis line", '█'), column("Dec") + 1);
    assert_eq!(line(&stage, 2), "Nobody contributes, so nothing can be owed.");
}

#[test]
fn a_percentage_being_typed_says_what_becomes_of_what_is_owed() {
    let mut stage = stage();
    // Half of £25.0m comes back.
    stage.press("text:50%");
    assert!(row(&stage, "still owed in the end").ends_with("25.000 12.500 ▼−12.500"));
    assert_eq!(said(&stage), "In a sentence: £12.5m is still owed in the end instead of £25.0m.");
    // Nobody shares what is repaid, so there is no rest.
    assert!(!stage.text().contains("what the others leave"));
}

#[test]
fn who_said_what_is_found_and_enter_leads_to_explore() {
    let mut stage = stage();
    stage.press("/ text:unclear Enter");
    assert!(said(&stage).starts_with("4 Mar 2021, Thurrock health scrutiny: “Still unclear”"));
    let wide = stage.sized(220, 50);
    assert!(said(&wide).contains(" Source: "), "{}", said(&wide));
    let mut stage = wide.sized(120, 50);
    assert!(stage.text().contains("autumn 2020"));
    stage.press("/ text:24-hour Enter");
    assert_eq!(said(&stage), "24-hour crisis line and team starts four months late.");
    stage.press("Enter");
    assert!(line(&stage, 0).contains("‹Explore›"));
    stage.press("g t / text:valleys Esc");
    let place = stage.text().lines().position(|line| line.contains("of which Mid")).unwrap();
    stage.click(20, u16::try_from(place).unwrap());
    assert!(said(&stage).contains("Mid and South Essex is still owed £5,000,000.00 after"));
}

#[test]
fn what_a_source_shows_to_have_come_back_is_said() {
    let mut scenario = east_of_england();
    let amount = Pence::pounds(1_000_000);
    let found = Repaid { pool: Node::Region(0), year: FinancialYear::starting(2021), amount };
    Arc::make_mut(&mut scenario.words).repaid.push(found);
    let stage = of(scenario);
    let headline = "Promised back over three years. £1.0m of £25.0m was found to be repaid.";
    assert_eq!(line(&stage, 2), headline);
    assert_eq!(row(&stage, "found to be repaid  "), "found to be repaid [z] [x] 1.000 [x]");
    assert!(!said(&stage).contains("promised is not repaid"));
    // What recurs is given every year and was promised back once; £5k is not £0.0m.
    let promise = "recurrent: true, repayment: (years: 2, starts: \"2020/21\", repaid: \"0%\",
        found: [(year: \"2020/21\", amount: \"5k\")]),";
    let stage = of(two_systems(promise));
    let given = "Promised back over two years. £5k of £2.0m was found to be repaid.";
    assert_eq!(line(&stage, 2), given);
}

/// Zed is short of 3m and sells land for 1m; Ay covers the rest.
fn two_systems(repayment: &str) -> Scenario {
    let text = format!(
        "(format: 1, title: \"t\", year: \"2019/20\", regions: [(id: \"R\", name: \"Region\",
        offset: WholeNeed, split: Equal, {repayment} systems: [
        (id: \"Z\", name: \"Zed\", gap: \"3m\", savings: [
            (id: \"s\", name: \"Sale\", amount: \"1m\", delivered: \"100%\", recurrent: false)]),
        (id: \"A\", name: \"Ay\", bodies: [(id: \"A1\", name: \"Ay One\", kind: Provider)]),
        ])])"
    );
    document::parse(Source::new("a.ron", text)).unwrap().scenario
}

#[test]
fn of_many_years_the_last_is_always_seen() {
    let promise = "repayment: (years: 12, starts: \"2020/21\", repaid: \"0%\"),";
    let mut stage = of(two_systems(promise)).sized(80, 24);
    let years = row(&stage, "After the year");
    assert_eq!(years, "After the year, £m 2019/20 2020/21 2021/22 … 2031/32");
    // 2m in twelve is 166,666.66 a year: 1.833 is left after one, 1.667 after two, at last nothing.
    stage.press("End");
    assert_eq!(row(&stage, "still owed  "), "still owed 2.000 1.833 1.667 0.000");
}

#[test]
fn without_a_promise_nothing_is_owed_and_one_off_savings_open_again() {
    let mut stage = of(two_systems(""));
    // Ay covers all of the 3m less the 1m that the sale brings.
    let headline = "One system contributed £2.0m. Nothing was promised back in this file.";
    assert_eq!(line(&stage, 2), headline);
    assert!(!stage.text().contains("still owed  "));
    assert_eq!(row(&stage, "saved once"), "saved once, to be found again 1.000");
    let words = "This file names no events, and no programme that starts in the year.";
    assert!(stage.text().contains(words));
    // Nothing is there to be selected.
    stage.press("Tab Down Enter");
    assert!(line(&stage, 0).contains("‹Timeline›"));
    let readme = include_str!("../../README.md");
    let example = readme.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next());
    let scenario = document::parse(Source::new("README.md", example.unwrap())).unwrap().scenario;
    assert!(line(&of(scenario), 2).ends_with("Nothing was promised back in this file."));
}

#[test]
fn the_screen_is_copied_line_by_line() {
    let text = fairshare::app::sentences(stage().app.work().unwrap());
    assert!(text.contains("of which Thurrock: 2019/20 £478,904.64, 2020/21 £478,904.64"), "{text}");
    assert!(text.contains("26 Jul 2019, Thurrock Council: Thurrock Council puts in £500,000"));
    assert!(text.contains("found to be repaid: 2020/21 not known"));
}
