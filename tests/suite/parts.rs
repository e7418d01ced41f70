//! Levers of parts that have no row in the tree: support, conditions, savings, performance, partners,
//! key tests, knock-on costs. Their words say whose they are, and Explore leads to them.

use super::stage::Stage;
use fairshare::app::explore::Explore;
use fairshare::app::{Look, Session};
use fairshare::document;
use fairshare::document::overlay::{Base, Overlay, replay};
use fairshare::format::Unit;
use fairshare::levers::{Typing, lever_at, node_at, path_of, typed};
use fairshare::model::Scenario;
use fairshare::ron_text::Source;

const TEXT: &str = r#"(format: 1, title: "t", year: "2019/20",
    councils: [(id: "shire", name: "Shire Council", short: "Shire")],
    knock_ons: [(id: "shunt", name: "Care cut, cost in A&E", returns: "3%", to: "ROY")],
    key_tests: [(id: "asked", name: "People were asked", partner: "ROY", fact: false)],
    regions: [(id: "R", name: "Region", systems: [(id: "S", name: "System", gap: "10m", recover: "50%",
        support: [(id: "psf", name: "PSF", amount: "2m", test: System)],
        savings: [(id: "beds", name: "Fewer beds", amount: "1m")],
        bodies: [(id: "ROY", name: "Royal Hospital", short: "Royal", kind: Provider,
            control_total: 0,
            support: [(id: "stf", name: "STF", amount: "3.3m",
                conditions: [(id: "waits", name: "Waits", weight: "12.5%", met: true)])],
            performance: [(id: "pay", name: "Admissions", amount: "5m", planned: -100, achieved: 50)],
            programmes: [(id: "pool", name: "Pool", annual_cost: "1m",
                partners: [(id: "shire", annual_cost: "2m", matched: false)])])])])])"#;

/// Path, what is typed, what the step is called, the id of the node at which Explore shows it: the
/// region, where one begins, already lists what closes the gap.
const CASES: [(&str, &str, &str, &str); 9] = [
    ("ROY/stf.amount", "0", "Royal: STF amount £3.3m → £0", "ROY"),
    ("ROY/stf/waits.met", "false", "Royal: STF, Waits met yes → no", "ROY"),
    ("S/psf.test", "Own", "System: PSF test its system’s result → its own result", "S"),
    ("S/beds.delivered", "40%", "System: Fewer beds delivered 100% → 40%", "R"),
    ("ROY/pay.achieved", "-50", "Royal: Admissions achieved 50 → −50", "ROY"),
    ("ROY/pool/shire.matched", "true", "Royal: Pool, Shire matched no → yes", "ROY"),
    ("asked.fact", "true", "People were asked fact no → yes", "ROY"),
    ("shunt.on", "true", "Care cut, cost in A&E on no → yes", "ROY"),
    ("ROY.cap", "1m", "Royal cap none → £1m", "ROY"),
];

fn scenario() -> Scenario {
    let parsed = document::parse(Source::new("parts.ron", TEXT));
    parsed.map_err(|faulty| document::render(&faulty.faults, &faulty.source)).unwrap().scenario
}

fn base() -> Base {
    Base { name: "parts".to_owned(), sha256: String::new() }
}

#[test]
fn a_change_says_whose_it_is_is_undone_in_those_words_and_is_saved() {
    let file = scenario();
    for (path, words, said, _) in CASES {
        let lever = lever_at(&file, path).unwrap();
        assert_eq!(path_of(&file, lever), path);
        let typing = Typing { now: &file, base: &file, lever, unit: Unit::Pounds };
        let value = typed(typing, words).unwrap();
        let mut session = Session::new(file.clone());
        assert_eq!(session.apply(&[(lever, value)], false).unwrap(), said);
        let overlay = Overlay::of("Plan", base(), &file, &session.changes());
        let replayed = replay(&file, &overlay.changes, "Plan");
        assert_eq!(replayed.misfits, [], "{path}");
        assert_eq!(&replayed.scenario, session.now(), "{path}");
        assert_eq!(session.undo().as_deref(), Some(said));
        assert_eq!(session.now(), &file, "{path}");
    }
}

#[test]
fn explore_leads_to_every_lever_from_wherever_it_stands() {
    let session = Session::new(scenario());
    for (path, .., at) in CASES {
        let mut explore = Explore::new(&session);
        explore.node = node_at(session.now(), "R").unwrap();
        let lever = lever_at(session.now(), path).unwrap();
        explore.show_lever(&session, lever);
        let own = explore.selected_lever(&session).unwrap();
        assert_eq!(own.lever, lever, "{path}");
        assert_eq!(explore.node, node_at(session.now(), at).unwrap(), "{path}");
    }
}

#[test]
fn parts_stand_under_their_names_conditions_and_tests_in_their_rows() {
    let mut stage = Stage::of(scenario(), Look::Dark).sized(120, 90);
    stage.press("/ text:Royal Enter");
    let text = stage.text();
    for words in [
        "Royal: STF",
        "Waits          yes",
        "Royal: Admissions",
        "Key tests of Royal",
        "People were asked no",
        "Knock-on: Care cut, cost in A&E",
    ] {
        assert!(text.contains(words), "no “{words}” in\n{text}");
    }
}

#[test]
fn the_next_change_a_name_and_the_palette_lead_to_a_part() {
    let mut stage = Stage::of(scenario(), Look::Dark).sized(120, 90);
    stage.press("/ text:STF Enter");
    let row = |stage: &Stage| {
        let text = stage.text();
        let row = text.lines().find(|line| line.contains('▌')).unwrap_or_default();
        row[row.find('▌').unwrap()..].to_owned()
    };
    assert!(row(&stage).contains("amount"), "{}", row(&stage));
    stage.press("text:1m Enter g x / text:Region Enter");
    assert!(!row(&stage).contains("●1.000"), "{}", row(&stage));
    stage.press("]");
    assert!(row(&stage).contains("●"), "{}", row(&stage));
    assert!(stage.text().contains("Royal: STF"), "{}", stage.text());
    stage.press("/ text:Region Enter : text:Admissions Enter");
    assert!(row(&stage).contains("amount"), "{}", row(&stage));
}
