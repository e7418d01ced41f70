//! The Councils screen: keys in, screen out.

use fairshare::app::{Look, Message, Mouse, Screen};
use fairshare::document;
use fairshare::ron_text::Source;
use fairshare::view::spot_at;

use super::councils::HACKNEY;
use super::stage::Stage;

fn stage() -> Stage {
    let mut stage = Stage::new(120, 36);
    stage.press("g c");
    stage
}

fn line(stage: &Stage, row: usize) -> String {
    stage.text().lines().nth(row).unwrap_or_default().trim().to_owned()
}

/// The rows of the screen that hold some words.
fn rows(stage: &Stage, words: &str) -> Vec<String> {
    stage.text().lines().filter(|line| line.contains(words)).map(str::to_owned).collect()
}

#[test]
fn my_council_is_found_and_what_reaches_it_is_said() {
    let mut stage = stage();
    // It begins where most is known: MECHANISM section 10 asks Thurrock for £478,904.64.
    assert_eq!(
        line(&stage, 2),
        "In Thurrock Council’s area £478,905 is asked of the NHS bodies that serve it."
    );
    assert!(line(&stage, 3).starts_with("24-hour crisis line and team starts four months late."));
    // £1.5m of Mid and South Essex falls on trusts that name no council.
    assert!(line(&stage, 3).contains("£1.5m more is asked"));
    // What the council pays for itself, when it begins.
    stage.press("Tab End");
    assert_eq!(line(&stage, 34), "From July.");
    stage.press("Shift-Tab");
    stage.press("/ text:suffolk Enter");
    // Suffolk: 1,915,… + 1,218,… of two CCGs whole and 54.385 % of Great Yarmouth and Waveney’s.
    assert!(line(&stage, 2).starts_with("In Suffolk County Council’s area £3,806,038"));
    let shared = rows(&stage, "NHS Great Yarmouth and Waveney CCG");
    assert!(shared.len() == 1 && shared[0].contains("54.4%"), "{shared:?}");
    stage.press("Esc");
    assert_eq!(stage.app.work().unwrap().screens.shown, Screen::Explore);
}

#[test]
fn a_change_is_shown_by_area_with_before_now_and_change() {
    let mut stage = Stage::new(120, 36);
    stage.press("Down Down Right g c");
    // By allocation Thurrock is asked for £501,336, £22,431 more (SCREENS 2).
    assert!(line(&stage, 2).contains("£501,336 is now asked"));
    assert!(line(&stage, 2).contains("▲ £22,431 more"));
    let thurrock = rows(&stage, "NHS Thurrock CCG");
    assert!(thurrock[0].contains("0.479   0.501  ▲ +0.022"), "{thurrock:?}");
    // Only what differs: two councils lie in Cambridgeshire and Peterborough, which is asked for nothing.
    assert_eq!(rows(&stage, "Peterborough  ").len(), 1, "short, where the name does not fit");
    stage.press("d");
    assert_eq!(rows(&stage, "Peterborough  ").len(), 0);
    stage.press("Esc u");
    assert!(line(&stage, 2).contains("£478,905 is asked"));
}

#[test]
fn areas_are_sorted_by_money_and_those_asked_nothing_can_be_left_out() {
    let mut stage = stage();
    stage.press("S");
    assert!(line(&stage, 34).contains("the most asked first"));
    // Hertfordshire bears the £5.0m of its system alone.
    assert!(
        line(&stage, 6).starts_with("Hertfordshire County Council        5.000"),
        "{}",
        line(&stage, 6)
    );
    assert_eq!(rows(&stage, "Peterborough City Council").len(), 1);
    stage.press("S");
    assert_eq!(rows(&stage, "Peterborough City Council").len(), 0);
    // What has no known place is never left out.
    assert_eq!(rows(&stage, "Place not known  ").len(), 1);
}

#[test]
fn enter_leads_from_the_list_to_its_rows_and_on_to_explore() {
    let mut stage = stage();
    stage.press("Enter Down Enter");
    assert!(line(&stage, 0).contains("‹Explore›"));
    // The second row that can be reached is the first trust.
    assert!(rows(&stage, "Basildon").iter().any(|row| row.contains('▌')));
    // Back there the cursor is where it was; two trusts lie before the first programme.
    stage.press("g c Down Down Down");
    assert!(rows(&stage, "24-hour crisis").iter().any(|row| row.contains('▌')), "{}", stage.text());
    stage.press("p");
    assert!(line(&stage, 0).contains("● 1 change"), "p protects a programme here too");
    assert!(rows(&stage, "24-hour crisis")[0].contains("protected"));
    stage.press("Enter");
    assert!(line(&stage, 0).contains("‹Explore›"));
}

#[test]
fn a_council_that_refuses_is_one_lever_away_and_can_be_reset() {
    let mut stage = stage();
    stage.press("Tab G Up Enter");
    assert!(line(&stage, 2).starts_with("Thurrock Council: "), "{}", line(&stage, 2));
    stage.press("/ text:refuses Enter Enter");
    assert!(rows(&stage, " stance ")[0].contains("●refuses"));
    stage.press("g x ]");
    assert!(rows(&stage, " stance ").len() == 1, "] comes back to where the change is");
    stage.press("r");
    assert!(rows(&stage, " stance ")[0].contains("takes part"));
}

#[test]
fn the_mouse_selects_areas_and_rows() {
    let mut stage = stage();
    let row = |stage: &Stage, words: &str| {
        let at = stage.text().lines().position(|line| line.contains(words)).unwrap();
        u16::try_from(at).unwrap()
    };
    let norfolk = row(&stage, "Norfolk County Council");
    stage.click(4, norfolk);
    assert!(line(&stage, 2).starts_with("In Norfolk County Council’s area"));
    let body = row(&stage, "NHS Norwich CCG");
    stage.click(60, body);
    stage.click(60, body);
    assert!(line(&stage, 0).contains("‹Explore›"));
    stage.press("g c");
    let spot = spot_at(&stage.app, 4, norfolk);
    stage.app.update(Message::Mouse(Mouse::WheelDown, spot));
    assert!(line(&stage, 2).starts_with("In Northamptonshire County Council’s area"));
}

#[test]
fn the_screen_is_copied_line_by_line() {
    let stage = stage();
    let text = fairshare::app::sentences(stage.app.work().unwrap());
    assert!(text.contains(
        "NHS Thurrock CCG: 100.0% of its people live here, asked £478,904.64, here £478,904.64"
    ));
    assert!(text.contains("Place not known: asked £1,500,000"), "{text}");
}

#[test]
fn what_a_council_pays_towards_a_programme_goes_when_it_refuses() {
    let text = HACKNEY.replace("2400", "2400k");
    let scenario = document::parse(Source::new("h.ron", &text)).unwrap().scenario;
    let mut stage = Stage::of(scenario, Look::Dark).sized(120, 36);
    stage.press("g c / text:hackney Enter Tab");
    assert!(
        rows(&stage, "towards P")[0].contains("2.400    0.000           on top"),
        "{}",
        stage.text()
    );
    stage.press("G Up Right");
    assert!(
        rows(&stage, "towards P")[0].contains("2.400  ▲ +2.400        withdraws"),
        "{}",
        stage.text()
    );
    // Of Hackney’s 400,000 people 25 % live in the other footprint.
    stage.press("Tab");
    assert_eq!(
        line(&stage, 34),
        "In a sentence: 25.0% of Hackney’s people live in another footprint than North."
    );
}

#[test]
fn a_council_between_two_footprints_says_how_many_of_its_people_live_in_the_other() {
    let scenario = document::library("england-2016").unwrap();
    let mut stage = Stage::of(scenario, Look::Dark).sized(120, 36);
    stage.press("g c / text:suffolk Enter");
    // ccg_council.csv: 118,433 of Suffolk’s 761,350 people are Great Yarmouth and Waveney’s: 0.15556.
    assert_eq!(
        line(&stage, 34),
        "In a sentence: 15.6% of Suffolk’s people live in another footprint than Suffolk and North East Essex."
    );
    // Of Norfolk and Waveney’s own people 11.5 % live in Suffolk, by the same register.
    let row = &rows(&stage, "Norfolk and Waveney  ")[0];
    assert!(row.contains("15.6%") && row.ends_with("11.5%"), "{row}");
}

#[test]
fn a_scenario_without_councils_says_so() {
    let readme = include_str!("../../README.md");
    let example = readme.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next());
    let scenario = document::parse(Source::new("README.md", example.unwrap())).unwrap().scenario;
    let mut stage = Stage::of(scenario, Look::Dark).sized(120, 36);
    stage.press("g c");
    assert_eq!(line(&stage, 2), "This scenario names no councils.");
    // All that is asked has no known place: £5m.
    assert!(rows(&stage, "Place not known")[0].contains("5.000"));
}
