//! The Sign-up screen: keys in, screen out.

use fairshare::app::{Effect, Look, Screen};
use fairshare::document;
use fairshare::levers::Field;
use fairshare::ron_text::Source;

use super::stage::Stage;

fn london(columns: u16, rows: u16) -> Stage {
    let scenario = document::library("north-east-london-2017").unwrap();
    let mut stage = Stage::of(scenario, Look::Dark).sized(columns, rows);
    stage.press("g s");
    stage
}

fn northshire() -> Stage {
    let text = include_str!("../northshire.ron");
    let loaded = document::parse(Source::new("northshire.ron", text)).unwrap();
    let mut stage = Stage::of(loaded.scenario, Look::Dark).sized(120, 36);
    stage.press("g s");
    stage
}

fn line(stage: &Stage, row: usize) -> String {
    stage.text().lines().nth(row).unwrap_or_default().trim().to_owned()
}

/// The one row of the screen that holds some words, without the space between its columns.
fn row(stage: &Stage, words: &str) -> String {
    let text = stage.text();
    let mut found = text.lines().filter(|line| line.contains(words));
    let row = found.next().unwrap_or_else(|| panic!("no “{words}” in\n{text}"));
    row.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_refusal_is_shown_with_what_it_does_to_the_others() {
    let stage = london(120, 36);
    assert_eq!(
        line(&stage, 2),
        "City and Hackney refuses until its key tests are met. A partnership is a forum: it cannot bind a partner."
    );
    assert!(row(&stage, "key tests  ").ends_with("1 of 5 met: would not sign"));
    let consulted = row(&stage, "properly consulted");
    assert_eq!(
        consulted,
        "▌ □ People were properly consulted ✕ not met fact to tick Hackney Gazette 2017"
    );
    // SCREENS 9, at four columns for a million pounds: 89.888 is 22, 100.589 and 118.777 are 25 and 30.
    let bar = |full: usize, sign: &str, more: usize| "█".repeat(full) + &sign.repeat(more);
    let own = format!("City and Hackney {} 89.888 0.000 ▼ −89.888 ✕ refuses", bar(0, "░", 22));
    assert!(
        stage.text().lines().any(|l| l
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .ends_with(&own))
    );
    let expected = [
        ("Newham  ", bar(25, "▒", 5), "100.589 118.777 ▲ +18.189 signed"),
        ("Barking and", bar(16, "▒", 3), "64.546 76.218 ▲ +11.671 signed"),
        ("Havering", bar(21, "▒", 4), "83.856 99.019 ▲ +15.163 signed"),
        ("Waltham Forest  ", bar(20, "▒", 4), "81.007 95.655 ▲ +14.648 not signed"),
        ("Total", "█ asked before ▒ added ░ gone".to_owned(), "587.000 587.000 = 0.000"),
    ];
    for (name, bar, figures) in expected {
        let row = row(&stage, name);
        assert!(row.ends_with(&format!("{bar} {figures}")), "{row}");
    }
    assert!(line(&stage, 34).ends_with("the other six are asked for £89.888m more."));
}

#[test]
fn each_choice_says_what_it_would_do_and_enter_takes_it() {
    let mut stage = london(120, 36);
    let text = row(&stage, "◉");
    assert_eq!(
        text,
        "◉ the others carry it Newham ▲ +18.189, Tower Hamlets ▲ +15.501 and four more"
    );
    let nobody = row(&stage, "○ nobody");
    assert!(nobody.ends_with("£89.888m unplaced, with the reason “City and Hackney refuses”"));
    // Inner keeps its amount: 149.118 less 100.589, 127.085 less 85.726.
    assert!(row(&stage, "○ its own").ends_with("Newham ▲ +48.529, Tower Hamlets ▲ +41.359"));
    stage.press("Tab Tab Down Enter");
    assert!(row(&stage, "◉").starts_with("▌●◉ nobody carries it"));
    assert!(row(&stage, "Newham  ").ends_with("100.589 100.589 = 0.000 signed"));
    assert_eq!(row(&stage, "Unplaced"), "Unplaced 0.000 89.888 ▲ +89.888");
    assert!(row(&stage, "Total").ends_with("587.000 587.000 = 0.000"));
    assert!(line(&stage, 34).ends_with("without City and Hackney £89.888m has no place."));
    stage.press("u");
    assert!(row(&stage, "◉").contains("the others carry it"));
}

#[test]
fn ticking_the_facts_makes_it_one_that_would_sign() {
    let mut stage = london(120, 36);
    stage.press("Space");
    assert!(row(&stage, "properly consulted").starts_with("▌●☑"));
    assert!(row(&stage, "properly consulted").ends_with("✓ met fact to tick yours"));
    stage.press("Down Space Down Space Down Space");
    assert!(row(&stage, "key tests  ").ends_with("5 of 5 met: would sign"));
    assert!(line(&stage, 2).starts_with("City and Hackney refuses still, but would sign: all"));
    // The fifth is measured: Space says so and changes nothing.
    stage.press("Down Space");
    assert!(line(&stage, 34).contains("what is measured follows from the figures"));
    assert!(line(&stage, 0).contains("● 4 changes"));
    // Its stance is a choice of its own.
    stage.press("Enter Up Up Enter");
    assert!(line(&stage, 2).starts_with("City and Hackney takes part and would sign"));
    assert!(row(&stage, "89.888").ends_with("would sign"), "its tests decide the verdict");
    stage.press("Up Up Up Up Space");
    assert!(line(&stage, 2).starts_with("City and Hackney takes part, but would not sign: 4 of 5"));
    // ] goes on from the fact under the cursor to the next that was changed, round and round.
    stage.press("] ]");
    assert!(row(&stage, "What pooling").starts_with("▌●☑"), "{}", stage.text());
    // From another screen ] leads to what was changed: the stance, then the facts, on Explore too.
    stage.press("g c ]");
    assert_eq!(stage.app.work().unwrap().screens.shown, Screen::Explore);
    stage.press("]");
    let held = stage.app.work().unwrap().lever_in_hand().unwrap();
    assert_eq!(held.lever.field, Field::Fact, "{}", stage.text());
}

#[test]
fn other_partners_are_one_key_away() {
    let mut stage = london(120, 36);
    stage.press("Right");
    assert!(line(&stage, 2).starts_with("Newham has signed, and states no key tests."));
    // City and Hackney refuses too, so not all sign.
    assert!(row(&stage, "it signs").ends_with("it signs it refuses change verdict"));
    stage.press("Left Left");
    assert!(line(&stage, 2).starts_with("Waltham Forest has not signed"));
    // Of a council: what it pays goes, and nobody is asked for it.
    stage.press("/ text:hackney Enter n");
    assert!(line(&stage, 2).starts_with("Hackney takes part, and states no key tests."));
    assert_eq!(row(&stage, "pays for"), "pays for: Pooled budget 111.000 0.000 ▼ −111.000");
    assert!(stage.text().contains("A council carries no ask"));
    let said = "without Hackney £111.000m of its money for joint programmes goes.";
    assert!(line(&stage, 34).ends_with(said), "{}", line(&stage, 34));
}

#[test]
fn any_of_the_others_can_be_made_to_refuse() {
    let mut stage = london(120, 36);
    stage.press("Tab Down Left");
    assert!(row(&stage, "Newham  ").contains("✕ refuses"), "{}", stage.text());
    assert!(line(&stage, 0).contains("● 1 change"));
    stage.press("r");
    assert!(line(&stage, 0).contains("nothing changed"));
    // Support that hangs on a signature is the last row, and a lever: a penalty of £0.1m a step.
    stage.press("G Right");
    let support = row(&stage, "New money for those who sign  ");
    assert!(support.ends_with("0.100 0.000 ▼ −0.100"), "{support}");
    assert!(line(&stage, 34).ends_with("£0.100m of its support is lost."));
}

#[test]
fn without_refusals_and_tests_a_refusal_of_the_selected_body_is_shown() {
    let mut stage = Stage::new(120, 36);
    stage.press("g s");
    assert!(line(&stage, 2).starts_with("Thurrock takes part, and states no key tests."));
    assert!(stage.text().contains("It states none."));
    assert!(row(&stage, "Thurrock   ").contains("0.479 0.000 ▼ −0.479"));
    // The groups carry agreed shares: the measures that it takes along change nothing.
    assert!(row(&stage, "its own group").ends_with("the same as the first"));
    // Another body on Explore is the one that is looked at.
    stage.press("Esc Shift-Tab Up g s");
    assert!(line(&stage, 2).starts_with("Southend takes part"), "{}", line(&stage, 2));
}

#[test]
fn a_partner_alone_leaves_its_part_without_a_place() {
    let mut stage = northshire();
    assert!(line(&stage, 2).starts_with("East Vale CCG takes part, but would not sign: 0 of 2"));
    // A wait of months, and the bound: four months late, at most three.
    assert!(row(&stage, "mental health").contains("✕ not met 4.0 months, at most 3 worked out"));
    // West Vale is capped at 1 % of £300m: £3m, £0.5m of the group’s £3.5m has no place.
    assert!(row(&stage, "West Vale").contains("1.500 3.000 ▲ +1.500 would sign"));
    assert_eq!(row(&stage, "Unplaced"), "Unplaced 0.000 0.500 ▲ +0.500");
    stage.press("/ text:Vale Enter");
    assert!(line(&stage, 2).starts_with("Vale of North takes part"), "{}", line(&stage, 2));
    assert!(
        row(&stage, "◉").ends_with("£5.000m unplaced, with the reason “nobody is left to pay”")
    );
}

#[test]
fn a_narrow_screen_keeps_every_pane() {
    let mut stage = london(80, 24);
    assert_eq!(line(&stage, 1), "City and Hackney refuses until its key tests are met.");
    assert!(!stage.text().contains("Hackney Gazette"), "sources go");
    assert!(row(&stage, "Total").ends_with("587.000 587.000 = 0.000"));
    assert!(row(&stage, "◉").ends_with("Newham ▲ +18.189, most of all"));
    assert!(!stage.text().contains("How sure"));
    stage.press("Shift-Tab");
    assert!(stage.text().contains("How sure") && !stage.text().contains("When a partner"));
}

#[test]
fn the_screen_can_be_read_out() {
    let mut stage = london(120, 36);
    stage.press("y");
    let copied = stage.effects.iter().find_map(|effect| match effect {
        Effect::Copy(words) => Some(words.clone()),
        _ => None,
    });
    let words = copied.unwrap();
    for line in [
        "In a sentence: without City and Hackney the other six are asked for £89.888m more.",
        "People were properly consulted: not met; fact to tick (Hackney Gazette 2017)",
        "NHS Newham CCG: £100,588,920.61 with City and Hackney, £118,777,421.73 without; signed",
        "When a partner refuses, nobody carries it: £89.888m unplaced, with the reason “City and Hackney refuses”",
    ] {
        assert!(words.lines().any(|own| own == line), "no “{line}” in\n{words}");
    }
}

#[test]
fn the_mouse_ticks_and_chooses() {
    let mut stage = london(120, 36);
    let at = |stage: &Stage, words: &str| {
        let row = stage.text().lines().position(|line| line.contains(words)).unwrap();
        u16::try_from(row).unwrap()
    };
    let nobody = at(&stage, "○ nobody");
    stage.click(8, nobody).click(8, nobody);
    assert!(row(&stage, "◉").contains("nobody carries it"));
    let newham = at(&stage, "Newham  ");
    stage.click(8, newham);
    assert!(row(&stage, "Newham  ").starts_with('▌'));
}

#[test]
fn of_a_system_that_is_alone_a_body_is_looked_at() {
    // The NHS bears 457m of the Better Care Fund's own gap; no other system could carry any of it.
    let scenario = document::library("better-care-fund-2015").unwrap();
    let mut stage = Stage::of(scenario, Look::Dark).sized(120, 36);
    stage.press("g s");
    assert!(line(&stage, 2).starts_with("NHS"), "{}", line(&stage, 2));
    assert!(row(&stage, "Total").contains("457.000"), "{}", stage.text());
}
