//! The Results screen: keys in, screen out. Figures of `tests/results.ron`, worked by hand:
//!
//! Ashford plans −£1.7m against nought: it misses by £1.7m and loses £3.3m (the published example of
//! Lancashire). Brook is exactly on its target: of £1m it is paid 70 + 12.5 + 5 = 87.5 %, £875,000;
//! the missed condition's 12.5 % are lost. Combe is £1m above: of £2m the half on its own result is
//! paid, the half on Westmoor's is lost (−1.7 + 0 + 1 = −0.7), and £1m of bonus comes on top.
//! Westmoor together: paid 0 + 0.875 + 1 = £1.875m, lost 3.3 + 0.125 + 1 = £4.425m, position
//! −0.7 + 1.875 + 1 = £2.175m. Eastfen is on its target and paid its own £4m; its CCG has not signed
//! and loses £2m, Otterby is a penny short and loses £0.5m: lost £2.5m, position −10 + 4 = −£6m.

use fairshare::app::{Look, Screen, sentences};
use fairshare::document::parse;
use fairshare::model::Scenario;
use fairshare::ron_text::Source;

use super::stage::Stage;

pub(crate) fn westmarch() -> Scenario {
    let text = include_str!("../results.ron");
    parse(Source::new("results.ron", text)).expect("it is read in a test of its own").scenario
}

fn stage(keys: &str) -> Stage {
    let mut stage = Stage::of(westmarch(), Look::Dark).sized(120, 36);
    stage.press("g r").press(keys);
    stage
}

fn line(stage: &Stage, row: usize) -> String {
    stage.text().lines().nth(row).unwrap_or_default().trim().to_owned()
}

/// The first row of the screen that begins with some words, blanks as one.
fn row(stage: &Stage, words: &str) -> String {
    let text = stage.text();
    let rows = text.lines().skip(4).map(|line| line.trim_start_matches([' ', '▌', '▾', '▸']));
    let mut rows = rows.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    rows.find(|line| line.starts_with(words)).unwrap_or_default()
}

#[test]
fn each_result_stands_with_its_distance_and_what_it_is_paid() {
    let stage = stage("");
    assert_eq!(
        row(&stage, "Ashford Trust "),
        "Ashford Trust 0.000 −1.700 ✕ −1.700 ▓▓▓▓▓▓▓▓▓▓│ 0.000 3.300 0.000 −1.700"
    );
    assert_eq!(
        row(&stage, "Brook Trust "),
        "Brook Trust 0.000 0.000 ✓ 0.000 │ 0.875 0.125 0.000 0.875"
    );
    // £1m of £1.7m is 5.9 of ten columns.
    assert_eq!(
        row(&stage, "Combe Trust "),
        "Combe Trust 0.000 1.000 ✓ +1.000 │██████ 1.000 1.000 1.000 3.000"
    );
    assert_eq!(
        row(&stage, "Westmoor "),
        "Westmoor 0.000 −0.700 ✕ −0.700 ▓▓▓▓│ 1.875 4.425 1.000 2.175"
    );
    // A penny is seen, and exact.
    assert_eq!(
        row(&stage, "Otterby Trust "),
        "Otterby Trust 0.000 0.000 ✕ −£0.01 ▓│ 0.000 0.500 0.000 0.000"
    );
    // Nothing of the CCG's totals is known: not a guess, and no bar.
    assert_eq!(
        row(&stage, "Eastfen CCG "),
        "Eastfen CCG [x] [x] [x] 0.000 against total 0.000 2.000 0.000 [x]"
    );
    // 3.3 + 1 + 2 + 4 + 2 + 0.5 = 12.8; paid 1.875 + 4, lost 4.425 + 2.5.
    assert_eq!(
        line(&stage, 3),
        "Of £12.8m of support in all £5.875m is paid and £6.925m lost; £1.0m comes on top as bonus."
    );
}

#[test]
fn the_cliff_of_lancashire_is_seen_from_both_sides() {
    let mut stage = stage("Down");
    assert_eq!(
        line(&stage, 2),
        "Ashford Trust ends £1.7m short of its target, and loses £3.3m of support."
    );
    assert!(
        line(&stage, 34)
            .contains("£1,700,000.00 more would bring £3.3m of support: £5.0m better in all.")
    );
    // From its row to the plan, the first lever; nought is typed, and what it does is seen at once.
    stage.press("Enter Enter text:0");
    assert!(row(&stage, "support paid").ends_with("0.000 3.300 ▲ +3.300"), "{}", stage.text());
    assert!(row(&stage, "position").ends_with("−1.700 3.300 ▲ +5.000"));
    stage.press("Enter");
    assert_eq!(
        line(&stage, 2),
        "Ashford Trust now ends exactly on its target, and keeps £3.3m of support; ▲ £5.0m better in all."
    );
    assert!(row(&stage, "Ashford Trust ").ends_with("3.300 0.000 3.300 ▲ +5.000"));
    // That also brings Westmoor to +1m, and with it the linked half of Combe's fund.
    assert!(row(&stage, "Combe Trust ").ends_with("2.000 0.000 4.000 ▲ +1.000"));
    stage.press("Tab");
    assert!(line(&stage, 34).contains("At the edge: £1 more of deficit loses £3.3m of support."));
    // A penny of deficit: the whole £3.3m is lost again.
    stage.press("Tab Enter text:-0.00001k Enter Tab");
    assert!(row(&stage, "Ashford Trust ").contains("✕ −£0.01"), "{}", stage.text());
    assert!(line(&stage, 34).contains("£0.01 more would bring £3.3m of support"));
    stage.press("u u");
    assert!(line(&stage, 0).contains("nothing changed"));
}

#[test]
fn space_ticks_a_condition_and_r_puts_it_back() {
    let mut stage = stage("/ text:brook Enter Enter");
    // plan, result, control total, agreed, target, fund, test, waits, A&E.
    stage.press("Down Down Down Down Down Down Down Down");
    assert!(row(&stage, "☐ A&E in time").starts_with("☐ A&E in time no 12.5% of it is lost"));
    stage.press("Space");
    assert!(row(&stage, "☑ A&E in time").starts_with("☑ A&E in time ●yes 12.5% of it"));
    assert!(row(&stage, "Sustainability fund").ends_with("1.000 0.000 ▲ +0.125"));
    stage.press("r");
    assert!(row(&stage, "☐ A&E in time").starts_with("☐ A&E in time no"));
}

#[test]
fn the_test_and_the_knock_on_are_levers_in_hand() {
    let mut stage = stage("/ text:combe Enter Enter");
    stage.press("Down Down Down Down Down Down");
    assert!(
        row(&stage, "test")
            .starts_with("test 50% on its syst… Westmoor £700k short · its own £1.0m")
    );
    // Its own result alone: the whole £2m is paid.
    stage.press("Enter / text:own Enter Enter");
    assert!(row(&stage, "Linked fund").ends_with("2.000 0.000 ▲ +1.000"), "{}", stage.text());
    // Off until somebody turns it on; nothing is cut here, so it costs nothing.
    stage.press("Tab g g Tab Right");
    assert!(row(&stage, "Cuts that come back").starts_with("Cuts that come back ●yes to Otterby"));
    // Explore lists both where they belong, so that it need not be left.
    stage.press("g x ]");
    assert_eq!(stage.app.work().unwrap().screens.shown, Screen::Explore);
    assert!(stage.text().contains("▌  test          ●its own result"), "{}", stage.text());
}

#[test]
fn rows_fold_sort_and_can_be_left_out() {
    let mut stage = stage("S");
    assert!(line(&stage, 34).contains("nearest to its target first"));
    let order = |stage: &Stage, first: &str, second: &str| {
        let text = stage.text();
        text.find(first).unwrap() < text.find(second).unwrap()
    };
    assert!(order(&stage, "Eastfen  ", "Westmoor  "));
    assert!(order(&stage, "Brook Trust", "Combe Trust"));
    stage.press("S");
    assert!(line(&stage, 34).contains("the most lost first"));
    stage.press("Space");
    assert_eq!(row(&stage, "Ashford Trust"), "", "the system is closed");
    stage.press("* Down Enter Left d");
    // Ashford's plan differs; Brook's figures do not.
    assert!(row(&stage, "Ashford Trust").contains("▼"));
    assert_eq!(row(&stage, "Brook Trust"), "");
    stage.press("Esc");
    assert!(!row(&stage, "Brook Trust").is_empty());
}

#[test]
fn what_was_reported_stands_beside_what_is_modelled() {
    let stage = stage("");
    // −0.7m modelled, −0.5m reported.
    assert!(row(&stage, "result −0.500").starts_with("result −0.500 modelled −£700k: £200k lower"));
    assert!(stage.text().contains("Whether Brook’s waits were measured in time is in dispute."));
}

#[test]
fn the_mouse_and_enter_lead_to_what_a_figure_is() {
    let mut stage = stage("");
    let at = |stage: &Stage, words: &str| {
        let place = stage.text().lines().rev().position(|line| line.contains(words)).unwrap();
        35 - u16::try_from(place).unwrap()
    };
    let combe = at(&stage, "Combe Trust");
    stage.click(10, combe);
    assert!(line(&stage, 2).starts_with("Combe Trust ends £1.0m above"));
    let target = at(&stage, "    target ");
    stage.click(10, target);
    stage.click(10, target);
    assert_eq!(stage.app.work().unwrap().screens.shown, Screen::Explore);
}

#[test]
fn the_screen_is_copied_line_by_line() {
    let stage = stage("Down");
    let text = sentences(stage.app.work().unwrap());
    assert!(text.contains(
        "Ashford Trust: target £0.00, result −£1,700,000.00, missed by £1,700,000.00; support paid \
         £0.00, lost £3,300,000.00"
    ));
    assert!(
        text.contains("Sustainability fund: 3.300, ✕ lost whole: £1.7m short, paid £0.00, lost")
    );
    assert!(text.contains("Eastfen CCG: target or result not available"), "{text}");
}

#[test]
fn the_cliff_of_cambridgeshire_and_peterborough_is_its_agreement() {
    let mut stage = Stage::new(120, 36);
    stage.press("g r");
    let name = "Cambridgeshire and Peterborough";
    assert_eq!(
        line(&stage, 2),
        format!("{name} ends exactly on its target, and keeps £86.0m of support.")
    );
    // MECHANISM 3.8: found £478,904.64 against a total that Thurrock accepted.
    stage.press("/ text:thurrock Enter");
    assert!(row(&stage, "NHS Thurrock CCG").contains("+0.479 against total"));
    assert!(line(&stage, 2).contains("ends £478,904.64 above its control total"));
    // Without the agreement −192.4 stands against −142 less £25m of relief: £25.4m short (section 10).
    stage.press("/ text:cambridgeshire Enter Tab Down Down Down Space");
    // The whole sentence has no room: 123 columns of 118.
    assert_eq!(line(&stage, 2), "C&P: £25.4m short, loses £86.0m; ▼ £86.0m worse in all.");
    assert!(row(&stage, "agreed").starts_with("agreed ●no"));
    assert!(row(&stage, "target").ends_with("▲+25.400"), "the target rises, and that is worse");
}

#[test]
fn a_scenario_without_support_says_so() {
    let readme = include_str!("../../README.md");
    let example = readme.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next());
    let scenario = parse(Source::new("README.md", example.unwrap())).unwrap().scenario;
    let mut stage = Stage::of(scenario, Look::Dark).sized(120, 36);
    stage.press("g r");
    assert!(line(&stage, 3).starts_with("This file describes no support"));
    assert!(!stage.text().contains("paid"), "{}", stage.text());
}

#[test]
fn a_figure_without_room_is_never_nothing() {
    // £30,000.000m takes ten columns of nine.
    let text = "(format: 1, title: \"t\", year: \"2019/20\", regions: [(id: \"R\", name: \"r\", systems: [
        (id: \"S\", name: \"s\", bodies: [(id: \"A\", name: \"Ashford\", kind: Provider,
            control_total: \"0\", plan: \"30bn\", support: [(id: \"f\", name: \"f\", amount: \"1m\")])]),
        ])])";
    let scenario = parse(Source::new("a.ron", text)).unwrap().scenario;
    let mut stage = Stage::of(scenario, Look::Dark).sized(120, 36);
    stage.press("g r");
    let row = row(&stage, "Ashford ");
    // Target, result and distance; the line; paid, lost; the position of £30,001m.
    let figures: Vec<&str> = row.split(' ').filter(|word| !word.contains(['│', '█'])).collect();
    assert_eq!(figures.get(1..4), Some(&["0.000", "…", "…"][..]), "{row}");
    assert_eq!(figures.last(), Some(&"…"), "{row}");
}
