//! Explore where a system closes its own gap, and no neighbour covers any of it.

use super::stage::Stage;
use fairshare::app::Look;
use fairshare::document::library;

fn stage(name: &str, (columns, rows): (u16, u16)) -> Stage {
    Stage::of(library(name).unwrap(), Look::Dark).sized(columns, rows)
}

fn line(stage: &Stage, words: &str) -> String {
    let text = stage.text();
    let found = text.lines().find(|line| line.contains(words));
    found.unwrap_or_else(|| panic!("no “{words}” in\n{text}")).to_owned()
}

/// Where each of these stands, from the top of the screen.
fn rows(stage: &Stage, words: &[&str]) -> Vec<usize> {
    let text = stage.text();
    let at = |words: &&str| text.lines().position(|line| line.contains(words));
    words
        .iter()
        .map(|words| at(words).unwrap_or_else(|| panic!("no “{words}” in\n{text}")))
        .collect()
}

#[test]
fn the_bar_shows_who_inside_is_asked_to_scale() {
    // The file by hand: inner 220,004,957.54, outer 366,995,042.46 of 587m; at 118 columns one for
    // £5m: 220.0 ÷ 5 = 44 columns, 587 ÷ 5 = 117.4 in all, so 73 for the second; of each the last
    // is left free.
    let mut stage = stage("north-east-london-2017", (120, 36));
    line(&stage, "Commissioners, inner 220.0");
    assert!(line(&stage, "outer 367.0").contains("inner 220.0"));
    let bar = line(&stage, "████████████████████ ██");
    let parts: Vec<usize> = bar.split_whitespace().map(|part| part.chars().count()).collect();
    assert_eq!(parts, [43, 72]);
    // The region has nothing to ask for: its row says the gap.
    assert!(line(&stage, "  London  ").contains("587.000          gap"));
    // Half of it recovered: 293.5 has nobody, and is drawn so.
    stage.press("Down Down Down Down text:50% Enter");
    line(&stage, "uncovered 293.5");
}

#[test]
fn what_nobody_carries_is_no_part_of_the_bar() {
    // The file by hand: 07T’s 89,887,876.01 is unplaced at the inner group; of its 276.2 are left 186.3.
    let mut stage = stage("north-east-london-2017", (120, 36));
    let refusals = "Down Down Down Down Down Down Down";
    stage.press(refusals);
    assert!(line(&stage, "▌  refusals").contains("the others carry it"));
    // The three choices go round: nobody carries it is one of the next two.
    stage.press("Right");
    if !stage.text().contains("nobody carries it") {
        stage.press("Right");
    }
    line(&stage, "Commissioners, inner 186.3");
    line(&stage, "uncovered 89.9");
    line(&stage, "NE London must find £587,000,000, as before. £89,887,876 of it has no place.");
}

#[test]
fn what_decides_it_follows_the_way_from_the_gap_to_the_body() {
    let sizes = [
        ((120, 36), "split over groups agreed", "split: inner "),
        ((80, 24), "group split agreed", "inner split "),
    ];
    for (size, groups, inner) in sizes {
        let mut stage = stage("north-east-london-2017", size);
        stage.press("/ text:City Enter");
        let way = ["gap  ", "Prevention ", "recover ", "offset ", "refusals ", inner, "reserve "];
        let at = rows(&stage, &way);
        assert!(at.is_sorted(), "{at:?} in\n{}", stage.text());
        // Two splits of one system: each says over what.
        assert!(rows(&stage, &[groups])[0] < at[5]);
    }
    let stage = stage("better-care-fund-2015", (80, 24));
    let way = ["gap ◂457▸ ≈", "1 Fewer emergency", "1 recover", "2 offset", "3 split", "More of"];
    let at = rows(&stage, &way);
    assert!(at.is_sorted(), "{at:?} in\n{}", stage.text());
}

#[test]
fn the_hint_is_about_the_lever_in_hand() {
    // Nobody has a neighbour here, and no plan is known.
    let hint = "to make NE London’s gap larger, or Enter to type it.";
    line(&stage("north-east-london-2017", (120, 36)), hint);
    line(&stage("north-east-london-2017", (80, 24)), "Try →: NE London’s gap gets larger.");
    line(&stage("better-care-fund-2015", (120, 36)), "to make Better Care Fund’s gap larger");
    line(
        &stage("east-of-england-2019", (120, 36)),
        "to make the neighbour’s plan worse, or Enter to type it.",
    );
}

#[test]
fn a_rule_of_a_system_without_groups_is_shown_with_what_its_bodies_are_asked() {
    let mut stage = stage("better-care-fund-2015", (120, 36));
    stage.press(
        "Down Down Down Down Down Down Enter / text:proportion Space text:to Space text:contr",
    );
    // Of the three bodies one is exempt.
    line(&stage, "How should £457.0m be split over two bodies?");
    // The file by hand: 457m by 3,430m and 354m of 3,784m.
    line(&stage, "NHS (all)         457.000 414.247");
    line(&stage, "Councils (all)      0.000  42.753");
}

#[test]
fn who_refuses_is_named_whole_at_eighty_columns() {
    let mut stage = stage("north-east-london-2017", (80, 24));
    stage.press("/ text:City Enter");
    line(&stage, "City & Hackney refuses");
}

#[test]
fn what_no_rule_reads_comes_last() {
    let mut stage = stage("east-of-england-2019", (120, 70));
    stage.press("/ text:Thurrock Enter");
    // Its group splits by opening allocation, its region equally: nothing reads its people.
    let heads =
        ["More of Thurrock", "opening allocation £", "cap  ", "Of Thurrock, read by no rule now"];
    let at = rows(&stage, &heads);
    assert!(at.is_sorted(), "{at:?} in\n{}", stage.text());
    for unread in ["turn  ", "registered people 1", "allocation     £"] {
        assert!(rows(&stage, &[unread])[0] > at[3], "{unread} in\n{}", stage.text());
    }
}
