//! England 2016 on screen: a tree of 240 rows, where every system has a gap and none has programmes.

use std::sync::OnceLock;

use fairshare::app::Look;
use fairshare::document;
use fairshare::engine::{OutcomeMeasure, compute};
use fairshare::levers::node_at;
use fairshare::model::Scenario;

use super::stage::Stage;

fn england() -> Scenario {
    static READ: OnceLock<Scenario> = OnceLock::new();
    READ.get_or_init(|| document::library("england-2016").expect("it ships")).clone()
}

fn stage(columns: u16, rows: u16) -> Stage {
    Stage::of(england(), Look::Dark).sized(columns, rows)
}

/// The first line of the screen that holds these words.
fn line(stage: &Stage, words: &str) -> String {
    let text = stage.text();
    let found = text.lines().find(|line| line.contains(words));
    found.unwrap_or_else(|| panic!("no “{words}” in\n{text}")).to_owned()
}

#[test]
fn the_country_is_seen_first_with_its_regions_folded() {
    for (columns, rows) in [(120, 36), (80, 24)] {
        let stage = stage(columns, rows);
        insta::assert_snapshot!(format!("england_{columns}x{rows}"), stage.text());
    }
    // 44 systems, 5 regions and the country fit into the rows of a tall screen, and no CCG.
    let tall = stage(120, 90).text();
    assert!(tall.contains("▾North of England") && tall.contains("▸North West London"), "{tall}");
}

#[test]
fn a_stated_gap_is_not_called_a_missed_total() {
    let mut stage = stage(120, 36);
    line(
        &stage,
        "44 systems have gaps of £22,029.9m in all. All of them are asked, for £22,029.9m",
    );
    assert!(!stage.text().contains("control total"), "{}", stage.text());
    // Its own levers are still there.
    stage.press("Shift-Tab Down Right Down");
    line(&stage, "control total  not known");
}

#[test]
fn pooling_is_one_key_away_and_moves_the_regions() {
    let mut stage = stage(120, 36);
    stage.press("Right");
    line(&stage, "Each region now balances its own gap, £22,029.9m in all. The 44 still cover");
    // Its own gaps are 4,490.0; of all by allocation it was 12,446.075 of 78,372.981: 3,498.473.
    let london = line(&stage, "▸London");
    assert!(london.contains("3,498.473  4,490.000   ▲+991.527"), "{london}");
    stage.press("Shift-Tab Down Down Down");
    line(&stage, "London now balances its own gap of £4,490.0m. Its five systems cover £4,490.0m");
    line(&stage, "London must find £4,490,000,000, ▲ £991,5");
    // Its own policy decides now, not the country's.
    line(&stage, "3 London");
    stage.press("u");
    assert!(line(&stage, "▸London").contains(" 3,498.473 "));
}

#[test]
fn a_head_is_a_resident_where_nobody_is_known_to_be_registered() {
    let (mut stage, england) = (stage(120, 36), england());
    stage.press("Shift-Tab Down Down Down Right");
    line(&stage, "£ a resident");
    // 2,989.186 of 78,372.981 by allocation is 840.232 of 22,029.9; ÷ 2,103,719 people: 399.40.
    assert!(line(&stage, "▸North West London").contains("840.232       399.40"));
    let read = |id| {
        let measure = OutcomeMeasure::find(node_at(&england, "NWL").unwrap(), id).unwrap();
        measure.read(&england, &compute(&england)).value
    };
    assert_eq!(read("ask_per_head"), None);
    assert_eq!(read("ask_per_resident").map(|(_, people)| people), Some(2_103_719));
}
