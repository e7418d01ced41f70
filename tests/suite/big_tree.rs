//! England 2016 on screen: a tree of 240 rows, where every system has a gap and none has programmes.

use std::sync::OnceLock;

use fairshare::app::Look;
use fairshare::document;
use fairshare::engine::{OutcomeMeasure, compute};
use fairshare::levers::node_at;
use fairshare::model::Scenario;
use fairshare::ron_text::Source;

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
    stage.press("Shift-Tab Down Right Down Tab G");
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

/// The rows of “Who is asked” by their names.
fn names(stage: &Stage) -> Vec<String> {
    let work = stage.app.work().unwrap();
    work.screens.explore.tree(&work.session).into_iter().map(|row| row.name).collect()
}

/// The node under the cursor of the tree.
fn selected(stage: &Stage) -> String {
    let work = stage.app.work().unwrap();
    work.session.now().words.of(work.screens.explore.node).id.clone()
}

#[test]
fn a_name_is_found_by_id_by_name_and_by_short_name() {
    for (sought, id) in
        [("07g", "07G"), ("thurro", "07G"), ("nwl", "NWL"), ("darlington", "DDTHRW")]
    {
        let mut stage = stage(120, 36);
        stage.press(&format!("/ text:{sought}"));
        assert_eq!(selected(&stage), id, "{sought}");
        // All above it is open, so that it is seen.
        let name = england().words.of(node_at(&england(), id).unwrap()).brief().to_owned();
        assert!(stage.text().contains(&name), "{name} in\n{}", stage.text());
    }
    // Darlington is in a footprint’s name and a CCG’s; n goes on to the next and round again.
    let mut stage = stage(120, 36);
    stage.press("/ text:darlington Enter n");
    assert_eq!(selected(&stage), "00C");
    stage.press("n");
    assert_eq!(selected(&stage), "DDTHRW");
    stage.press("N N");
    assert_eq!(selected(&stage), "DDTHRW");
}

#[test]
fn a_long_name_leaves_room_for_what_is_said_of_it() {
    let mut stage = stage(80, 24);
    stage.press("g s");
    let line = |stage: &Stage, at: usize| stage.text().lines().nth(at).unwrap().trim().to_owned();
    assert_eq!(line(&stage, 1), "NTW takes part, and states no key tests.");
    assert!(line(&stage, 22).contains("without NTW the other 43 are asked for £760.353m more."));
    stage.press("g t");
    let said = "44 systems contribute £22,029,900,000.00; nothing was promised back.";
    assert_eq!(line(&stage, 22), said);
}

#[test]
fn all_folds_and_unfolds_and_the_cursor_stays_in_sight() {
    let mut stage = stage(120, 36);
    let folded = names(&stage);
    stage.press("/ text:07g Enter *");
    // The country, 5 regions, 44 systems, 191 CCGs.
    assert_eq!(names(&stage).len(), 1 + 5 + 44 + 191);
    stage.press("*");
    assert_eq!((names(&stage), selected(&stage)), (folded, "MIDEAST".to_owned()));
}

#[test]
fn only_what_differs_opens_the_way_to_it_and_keeps_what_is_above() {
    let mut stage = stage(120, 36);
    stage.press("/ text:07g Enter Tab");
    let work = stage.app.work().unwrap();
    let rows = work.screens.explore.levers(&work.session);
    let from = rows.iter().skip_while(|row| row.word != "pooling");
    for _ in 0..from.take_while(|row| row.word != "reserve").count() {
        stage.press("Down");
    }
    assert!(line(&stage, "▌").contains("reserve"), "{}", stage.text());
    stage.press("text:1 Enter Shift-Tab * * d");
    // Its result differs, nobody’s ask: only the way down to it is shown.
    let way = ["England", "Midlands and East of England", "Mid and South Essex", "Thurrock"];
    assert_eq!(names(&stage), way);
    line(&stage, "Who: what differs");
    line(&stage, "What decides it: moved");
    // What is found stays in sight while the cursor is on it, and its branch with it.
    stage.press("/ text:07p Enter");
    assert_eq!(names(&stage).last().unwrap(), "Brent");
    stage.press("Up Up Up Up Up Up");
    assert_eq!(names(&stage), way);
    stage.press("Esc");
    assert!(names(&stage).len() > 6, "Esc shows everything");
}

#[test]
fn a_filter_that_leaves_nothing_says_so() {
    let mut stage = stage(120, 36);
    stage.press("d");
    line(&stage, "Nothing differs from the baseline yet; d shows everything.");
    assert_eq!(names(&stage), ["England"]);
    stage.press("d Tab H");
    line(&stage, "No programme is hit; H shows everything.");
    line(&stage, "None is hit.");
}

#[test]
fn only_hit_programmes_and_who_has_them() {
    let mut stage = Stage::new(120, 36);
    stage.press("Tab H");
    // Of all that the file describes only Thurrock’s crisis line has a cost, a start and an ask.
    assert_eq!(
        names(&stage),
        ["East of England", "Mid and South Essex", "Commissioners", "Thurrock"]
    );
    let work = stage.app.work().unwrap();
    let rows = work.screens.explore.programmes(&work.session);
    let rows: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(rows, ["24-hour crisis line and team"]);
    line(&stage, "Thurrock’s programmes, what is hit");
    line(&stage, "Who is asked: what is hit");
    // A programme that is looked for is shown, hit or not.
    stage.press("/ text:adolescent Enter");
    line(&stage, "▌Adolescent mental health");
    assert!(!stage.text().contains("what is hit"));
}

#[test]
fn an_order_is_said_in_the_heading() {
    let mut stage = stage(120, 36);
    stage.press("Right Shift-Tab");
    for (heading, first) in [
        ("Who: by ask", "Midlands and East of England"),
        ("Who: by change", "North of England"),
        ("Who: by name", "London"),
        ("Who is asked", "North of England"),
    ] {
        stage.press("S");
        line(&stage, heading);
        assert_eq!(names(&stage)[1], first, "{heading}");
    }
    // On a narrow screen the pane’s name gives way, then the unit.
    let mut narrow = super::big_tree::stage(80, 24);
    narrow.press("Right Shift-Tab S S d");
    line(&narrow, "differs, by change   now      change");
}

/// Two regions, each of one body with two programmes, `one` and `two`.
fn two_regions() -> Stage {
    let region = |id: &str| {
        format!(
            r#"(id: "{id}", name: "{id}", systems: [(id: "{id}s", name: "s", bodies: [
                (id: "{id}b", name: "b", kind: Commissioner, programmes: [
                    (id: "one", name: "{id} one"), (id: "two", name: "{id} two")])])])"#
        )
    };
    let regions = ["N", "S"].map(region).join(", ");
    let text = format!("(format: 1, title: \"t\", year: \"2019/20\", regions: [{regions}])");
    let scenario = document::parse(Source::new("two.ron", text)).unwrap().scenario;
    Stage::of(scenario, Look::Dark).sized(120, 36)
}

#[test]
fn a_region_has_the_programmes_of_its_own_bodies() {
    let mut stage = two_regions();
    stage.press("Shift-Tab G Left Left");
    assert_eq!(selected(&stage), "S");
    let text = stage.text();
    assert!(text.contains("S two") && !text.contains("N one"), "{text}");
}

#[test]
fn the_next_found_goes_on_from_a_programme_that_was_found() {
    let mut stage = two_regions();
    stage.press("/ text:o Enter");
    let mut found = Vec::new();
    for _ in 0..5 {
        found.push((selected(&stage), stage.app.work().unwrap().screens.explore.programme));
        stage.press("n");
    }
    // Both names have an o: one and two of the first body, of the second, and round.
    let places = [("Nb", 0), ("Nb", 1), ("Sb", 0), ("Sb", 1), ("Nb", 0)];
    assert_eq!(found, places.map(|(id, programme)| (id.to_owned(), programme)));
}
