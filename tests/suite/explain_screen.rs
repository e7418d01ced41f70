//! The Explain screen: keys in, screen out. Figures from MECHANISM 10 and `split_rules.csv`.
#![cfg(test)]

use super::stage::Stage;
use fairshare::app::explain::{Elsewhere, Explain};
use fairshare::app::{Look, Message, Origin, Room as _, Screen, Session};
use fairshare::document;
use fairshare::engine::Source;
use fairshare::levers::{Field, Lever};
use fairshare::model::Node;

/// The question at the top, after these keys at the start.
fn asked(stage: &Stage) -> String {
    stage.text().lines().nth(2).unwrap_or_default().trim().to_owned()
}

fn stage(keys: &str) -> Stage {
    let mut stage = Stage::new(120, 36);
    stage.press(keys);
    stage
}

fn shown(stage: &Stage) -> Screen {
    stage.app.work().unwrap().screens.shown
}

#[test]
fn a_number_is_followed_to_where_it_comes_from_and_back_again() {
    let mut stage = stage("Shift-Tab e");
    assert!(asked(&stage).starts_with("Why is Thurrock asked for £478,904.64?"));
    // Above the last step stands the share of its group: 70 % of £5m.
    stage.press("Up Enter");
    assert!(asked(&stage).starts_with("Mid and South Essex’s commissioners’ agreed share"));
    stage.press("Backspace Up Enter");
    assert!(asked(&stage).contains("Mid and South Essex’s commissioners asked for £3,500,000.00?"));
    stage.press("Backspace");
    assert!(asked(&stage).starts_with("Why is Thurrock asked for"));
    stage.press("Esc");
    assert_eq!(shown(&stage), Screen::Explore);
}

#[test]
fn esc_leads_back_to_the_screen_that_asked() {
    let mut stage = stage("g r e");
    assert_eq!(shown(&stage), Screen::Explain);
    stage.press("Esc");
    assert_eq!(shown(&stage), Screen::Results);
}

#[test]
fn a_lever_that_would_change_it_is_moved_and_taken_back() {
    // The whole gap over five systems: £10.08m each, 70 % of it by 228.287 of 1,668.4: £965,471.75.
    let mut stage = stage("Shift-Tab e Tab Enter");
    assert!(
        asked(&stage).starts_with("Why is Thurrock asked for £965,471.75?"),
        "{}",
        asked(&stage)
    );
    assert!(stage.text().contains("changed from 25m to WholeNeed"), "{}", stage.text());
    stage.press("u");
    assert!(asked(&stage).starts_with("Why is Thurrock asked for £478,904.64?"));
}

#[test]
fn a_column_of_compare_and_a_line_of_fit_are_explained_as_they_stand_there() {
    // The baseline beside a plan that was moved, and the whole need kept as a third column.
    let stage = self::stage("Left Left g m Shift-Tab e");
    assert!(asked(&stage).starts_with("A as reported: Why is Thurrock asked for £478,904.64?"));
    // Row J of the table: £494.7k by allocation at 70 %.
    let stage = self::stage("g f Down e");
    assert!(
        asked(&stage).starts_with("By allocation, £3.5m (70%): Why is Thurrock asked for £494,7")
    );
    // Nothing was changed by looking.
    assert!(!stage.app.work().unwrap().session.is_changed());
}

#[test]
fn a_page_of_another_file_leads_to_no_place_of_this_one() {
    // Northshire's session and the last body of England 2016: that place is not in Northshire.
    let session = Session::new(document::library("northshire").unwrap());
    let england = document::library("england-2016").unwrap();
    let last = Node::Body(england.bodies.len() - 1);
    let lever = Lever { node: last, field: Field::Reserve };
    for source in [Source::Outcome(last, "ask"), Source::Lever(lever)] {
        let of = Elsewhere::new("C".to_owned(), &england, england.clone());
        let mut own = Explain::new(source);
        own.open(&session, (source, Some(of)), Screen::Compare);
        let rows = own.selectable().0.len();
        assert!(rows > 0, "{source:?}");
        for row in 0..rows {
            own.row = row;
            let origin = Origin::default();
            assert!(own.card(&session, &origin).is_none(), "{source:?} {row}");
            assert!(own.number(&session).is_none() && own.leads_to(&session).is_none());
            assert_ne!(own.subject(&session), last);
        }
    }
}

#[test]
fn whoever_is_not_asked_is_told_why() {
    let scenario = document::library("north-east-london-2017").unwrap();
    let mut stage = Stage::of(scenario, Look::Mono).sized(120, 36);
    stage.press("Tab Tab Down Down e");
    assert!(asked(&stage).starts_with("Why is City and Hackney asked for £0.00?"));
    assert!(stage.text().contains("City and Hackney refuses, so nothing is asked of it"));
    assert!(stage.text().contains("assumed"), "the standing of its stance");
}

#[test]
fn what_is_explained_is_explained_of_the_next_version_of_the_file_too() {
    let mut stage = stage("Shift-Tab e Up Up Up Enter");
    let before = asked(&stage);
    let again = document::library("east-of-england-2019").unwrap();
    stage.app.update(Message::Loaded(Ok(Box::new(again))));
    assert_eq!(shown(&stage), Screen::Explain);
    assert_eq!(asked(&stage), before);
}
