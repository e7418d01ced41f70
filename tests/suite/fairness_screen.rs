//! The screen “Who bears it”: keys in, screen out. Figures as worked in `fairness.rs`.

use fairshare::app::{Look, Screen, sentences};

use super::stage::{Stage, east_of_england};

fn stage(keys: &str) -> Stage {
    let mut stage = Stage::of(east_of_england(), Look::Mono).sized(120, 36);
    stage.press("g b").press(keys);
    stage
}

/// The right side of the first row that has these words there, blanks as one.
fn row(stage: &Stage, words: &str) -> String {
    let text = stage.text();
    let right = text.lines().skip(5).map(|line| line.chars().skip(57).collect::<String>());
    let mut rows = right.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let found = rows.find(|line| line.trim_start_matches(['▌', '▏']).starts_with(words));
    found.unwrap_or_default().trim_start_matches('▏').to_owned()
}

fn line(stage: &Stage, at: usize) -> String {
    stage.text().lines().nth(at).unwrap_or_default().trim().to_owned()
}

#[test]
fn five_equal_parts_are_not_five_equal_burdens() {
    let stage = stage("");
    assert_eq!(stage.app.work().unwrap().screens.shown, Screen::Fairness);
    assert_eq!(
        line(&stage, 2),
        "Hertfordshire and West Essex bears £3.16 a head, Suffolk and North East Essex £4.88 a head."
    );
    // The highest of 4.88 fills the bar's twelve columns: 3.16 ÷ 4.88 × 12 = 7.8, so eight.
    assert_eq!(
        row(&stage, "Hertfordshire and West"),
        "Hertfordshire and West Essex 5.000 3.16 ▆▆▆▆▆▆▆▆"
    );
    assert_eq!(
        row(&stage, "Suffolk and North East Essex 5"),
        "Suffolk and North East Essex 5.000 4.88 ▆▆▆▆▆▆▆▆▆▆▆▆"
    );
    // £25m over 5,936,450 people: 421.1 pence.
    assert_eq!(row(&stage, "all five together"), "all five together 25.000 4.21 ░░░░░░░░░░");
    assert_eq!(row(&stage, "C&P receives"), "C&P receives [z]");
    assert_eq!(row(&stage, "highest ÷ lowest"), "highest ÷ lowest 1.54 1 = all alike");
    assert_eq!(row(&stage, "Gini coefficient"), "Gini coefficient 0.089 0 = all alike");
    assert_eq!(row(&stage, "from fair share"), "from fair share C&P −3.7%");
}

#[test]
fn another_rule_is_a_key_away_and_both_pictures_stand_side_by_side() {
    // → goes from equal parts to parts by allocation.
    let mut stage = stage("Right");
    // Before 3.1636, now £6,643,293.75 ÷ 1,580,494 = 4.2033.
    assert_eq!(
        row(&stage, "Hertfordshire and West"),
        "Hertfordshire and West Essex 3.16 4.20 ▲ +1.04 ▆▆▆▆▆"
    );
    assert_eq!(row(&stage, "lowest"), "lowest BLMK 3.16 3.95 ▲ +0.79");
    assert!(
        line(&stage, 3).ends_with("before 1.54 times; Gini 0.089 → 0.016."),
        "{}",
        line(&stage, 3)
    );
    assert!(stage.text().contains('○'), "the curve before is drawn with a sign of its own");
    // Counted in allocation all bear the same: £25m ÷ £7,585.488m.
    stage.press("Down Right");
    assert_eq!(line(&stage, 2), "East of England: all bear 0.330% of allocation.");
    stage.press("u");
    assert!(!stage.text().contains('○'));
}

#[test]
fn what_cannot_be_counted_is_said_and_left_out_of_the_choice() {
    let mut stage = stage("Shift-Tab Down Down Down Tab Down");
    assert!(line(&stage, 2).starts_with("MSE: Providers: all bear 0.176% of turnover"));
    let text = stage.text();
    assert!(text.contains("Registered people, allocation, weighted people,"), "{text}");
    // There is no other measure that all of them have.
    stage.press("Right");
    assert!(line(&stage, 2).starts_with("MSE: Providers: all bear 0.176% of turnover"));
}

#[test]
fn a_split_without_a_common_measure_shows_no_burden() {
    let stage = stage("Shift-Tab Down");
    let first = line(&stage, 2);
    assert_eq!(first, "MSE: registered people do not apply to Providers.");
    assert_eq!(row(&stage, "Providers"), "Providers 1.500 [x]");
    assert_eq!(row(&stage, "Gini"), "");
}

#[test]
fn the_curve_is_a_table_too() {
    let stage = stage("t Tab Tab G");
    // HWE's 1,580,494 of 5,936,450 people, 26.6 %, bear a fifth.
    assert_eq!(row(&stage, "Hertfordshire & West Essex 26"), "");
    assert_eq!(
        row(&stage, "Hertfordshire and West Essex 26"),
        "Hertfordshire and West Essex 26.6 20.0"
    );
    // The last row is selected.
    assert!(row(&stage, "Suffolk and North East Essex 100.0").starts_with('▌'));
}

#[test]
fn enter_leads_to_explore_and_find_to_a_split_or_a_child() {
    let mut stage = stage("Tab Down Enter");
    assert_eq!(stage.app.work().unwrap().screens.shown, Screen::Explore);
    stage.press("g b / text:thurrock Enter");
    assert!(row(&stage, "Thurrock").contains("2.71"), "{}", stage.text());
    assert!(line(&stage, 34).starts_with("Thurrock: £478,904.64 over 176,532 registered people"));
}

#[test]
fn order_and_differences() {
    let mut stage = stage("S");
    let text = stage.text();
    let at = |name: &str| text.lines().position(|line| line.contains(name)).unwrap();
    assert!(
        at("Hertfordshire and West Essex    5.000") < at("Mid and South Essex             5.000")
    );
    stage.press("d");
    assert!(stage.text().contains("None differs."));
    assert_eq!(line(&stage, 2), "No burden differs from the baseline; d shows every split.");
    stage.press("d Tab Tab Tab Right");
    assert!(stage.text().contains("Splits"));
}

#[test]
fn it_can_be_heard() {
    let mut stage = Stage::of(east_of_england(), Look::Mono).sized(120, 36);
    stage.press("g b Right");
    let said = sentences(stage.app.work().unwrap());
    for wanted in [
        "Gini coefficient: 0.016, before 0.089. ",
        "17.4 % of registered people bear 16.3 % of the ask, before 13.1 %.",
        "Cambridgeshire and Peterborough receives: it takes no part in this split.",
        "is funded 3.7% below its fair-shares target (reported: debate).",
        "Turnover is not known for MSE.",
    ] {
        assert!(said.contains(wanted), "{wanted}\n{said}");
    }
    assert!(!said.to_lowercase().contains("unfair") && !said.contains("should"));
}
