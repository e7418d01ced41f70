//! The sentences over a system that closes its own gap: no neighbour is asked, its bodies are.

use super::stage::Stage;
use super::year::Year;
use fairshare::app::Look;
use fairshare::format::Minus;
use fairshare::model::Scenario;
use fairshare::report::{Subject, headline};

/// A source gives only the gap, so there is no control total to miss. b finds nothing.
const OWN_GAP: &str = r#"(
    format: 1, title: "Own gap", year: "2017/18",
    regions: [(id: "R", name: "Region", systems: [(
        id: "S", name: "System", gap: "12m", recover: "100%",
        bodies: [
            (id: "a", name: "Alpha", kind: Commissioner),
            (id: "b", name: "Beta", kind: Commissioner, stance: Refuses("not signed")),
        ],
    )])],
)"#;

fn sentences(scenario: &Scenario) -> String {
    let year = Year::of(scenario.clone());
    let outcome = &year.outcome;
    let subject = Subject { base: scenario, now: scenario, before: outcome, outcome, changes: &[] };
    headline(&subject, Minus::Sign).join(" ")
}

#[test]
fn a_stated_gap_misses_no_control_total() {
    let scenario = Year::parse(OWN_GAP).scenario;
    let expected = "System has a gap of £12 million. Its bodies are asked for £12 million.";
    assert_eq!(sentences(&scenario), expected);
    let screen = Stage::of(scenario.clone(), Look::Dark).sized(120, 36).text();
    let expected = "System has a gap of £12.0m. Its bodies are asked for all of it; Beta refuses.";
    assert_eq!(screen.lines().nth(2).map(str::trim), Some(expected));
    let narrow = Stage::of(scenario, Look::Dark).sized(80, 24).text();
    let expected = "One system has a gap of £12.0m. Its bodies are asked for all; one refuses.";
    assert_eq!(narrow.lines().nth(1).map(str::trim), Some(expected));
}

#[test]
fn what_its_bodies_are_not_asked_for_is_uncovered() {
    // Half of 12m is asked of its own bodies.
    let mut stage = Stage::of(Year::parse(OWN_GAP).scenario, Look::Dark).sized(120, 36);
    let at_recover = |text: &str| text.lines().any(|l| l.contains('▌') && l.contains("recover"));
    for _ in 0..12 {
        if !at_recover(&stage.text()) {
            stage.press("Down");
        }
    }
    stage.press("Enter text:50% Enter");
    let screen = stage.text();
    let expected =
        "The gap stays £12.0m. Its bodies are asked for £6.0m; Beta refuses. £6.0m is uncovered.";
    assert_eq!(screen.lines().nth(2).map(str::trim), Some(expected), "{screen}");
}

#[test]
fn a_planned_miss_is_one_still() {
    let planned = OWN_GAP.replace("gap: \"12m\"", "control_total: 0, plan: \"-12m\"");
    let expected = "System plans to miss its control total by £12 million. \
                    Its bodies are asked for £12 million.";
    assert_eq!(sentences(&Year::parse(&planned).scenario), expected);
}
