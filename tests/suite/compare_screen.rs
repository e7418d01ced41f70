//! The Compare screen: keys in, screen out. The four sides of `SCREENS.md` 6; figures by hand in
//! `compare`, which asks the command for the same.

use std::path::PathBuf;

use fairshare::app::compare::{Shown, What};
use fairshare::app::{Effect, Lay, Look, Message, Opening, Screen, sentences};
use fairshare::document::{library, open_any};
use fairshare::levers::{lever_at, value_text};

use super::compare::{WHAT_IFS, json, overlay};
use super::stage::{Stage, east_of_england};

fn line(stage: &Stage, row: usize) -> String {
    stage.text().lines().nth(row).unwrap_or_default().trim().to_owned()
}

/// The first row of the table that begins with some words, blanks as one.
fn row(stage: &Stage, words: &str) -> String {
    let text = stage.text();
    let rows = text.lines().skip(4).map(|line| line.trim_start_matches([' ', '▌']));
    let mut rows = rows.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    rows.find(|line| line.starts_with(words)).unwrap_or_default()
}

/// What a lever holds now, as it would be typed.
fn held(stage: &Stage, path: &str) -> String {
    let now = stage.app.work().unwrap().session.now();
    let lever = lever_at(now, path).unwrap();
    value_text(now, lever, &lever.get(now))
}

/// Answers what the program asked the world for, as the terminal would.
fn perform(stage: &mut Stage) {
    for effect in std::mem::take(&mut stage.effects) {
        if let Effect::Open(path, lay) = effect {
            let read = open_any(&path.display().to_string());
            let opening = Opening { path, lay, read };
            let more = stage.app.update(Message::Opened(Box::new(opening)));
            stage.effects.extend(more);
        }
    }
}

/// Adds a file by typing its path.
fn add(stage: &mut Stage, path: &str, lay: Lay) {
    let up = if lay == Lay::Beside { "Up" } else { "" };
    stage.press(&format!("a End {up} Enter"));
    for letter in path.chars() {
        stage.app.update(Message::Key(fairshare::app::Key::char(letter)));
    }
    stage.press("Enter");
    perform(stage);
}

/// As reported, what stands now, and the three what-ifs of `SCREENS.md`, two of them as files.
fn four(folder: &std::path::Path, size: (u16, u16)) -> Stage {
    let mut stage = Stage::new(size.0, size.1);
    stage.press("text:-200 Enter Down Down Right c");
    for (name, changes) in &WHAT_IFS[1..] {
        let path = overlay(folder, name, changes);
        add(&mut stage, &path, Lay::Beside);
    }
    stage
}

#[test]
fn four_sides_stand_beside_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = four(folder.path(), (120, 36));
    assert_eq!(line(&stage, 34), "D is d.");
    stage.press("Left");
    assert_eq!(
        line(&stage, 2),
        "Thurrock’s ask runs from £478,905 to £965,472. In every what-if but A, part of it has no place."
    );
    assert_eq!(row(&stage, "C&P plan"), "C&P plan, £m −192.4 ● −200.0 = =");
    assert_eq!(row(&stage, "MSE groups"), "MSE groups 70.0 : 30.0 % = = ● 100.0 : 0.0 %");
    assert_eq!(
        row(&stage, "NHS Thurrock CCG"),
        "NHS Thurrock CCG 0.479 0.501 ▲ +0.022 0.965 ▲ +0.487 0.684 ▲ +0.205"
    );
    assert_eq!(
        row(&stage, "uncovered"),
        "uncovered 25.400 33.000 ▲ +7.600 0.000 ▼−25.400 25.400 = 0.000"
    );
    assert_eq!(
        row(&stage, "24-hour crisis line"),
        "24-hour crisis line and team: start Apr 2020 ▲ not this year ▲ not this year ▲ not this year"
    );
    // 965,471.75 − 478,904.64 and 684,149.48 − 478,904.64, in whole pounds.
    assert!(line(&stage, 34).contains(
        "against A, B asks Thurrock for £22,431 more, C for £486,567 more and D for £205,245 more."
    ));
}

#[test]
fn the_screen_and_the_command_agree_to_the_penny() {
    let folder = tempfile::tempdir().unwrap();
    let stage = four(folder.path(), (120, 36));
    let [b, c, d] = WHAT_IFS.map(|(name, changes)| overlay(folder.path(), name, changes));
    let paper = json(&["east-of-england-2019", &b, &c, &d]);
    let work = stage.app.work().unwrap();
    let mut compared = 0;
    for row in work.screens.compare.rows(&work.session) {
        let (What::Outcome(own), cells) = (&row.what, &row.cells) else { continue };
        let money = cells.iter().filter_map(|cell| match cell {
            Shown::Money(figure) => Some(figure.now.map(fairshare::money::Pence::get)),
            _ => None,
        });
        let money: Vec<Option<i64>> = money.collect();
        if !money.is_empty() {
            let told = super::compare::row(&paper, &own.path);
            assert_eq!(serde_json::json!(money), told["values_pence"], "{}", own.path);
            compared += 1;
        }
    }
    // Three of the pool, five systems, their open groups and bodies, cut and unplaced.
    assert!(compared > 15, "{compared}");
    let export = work.screens.compare.on_paper();
    assert!(export.below.is_none());
}

#[test]
fn the_live_side_is_moved_here_and_everything_follows() {
    let mut stage = Stage::new(120, 36);
    stage.press("text:-200 Enter c ]");
    assert!(stage.text().contains("◂−200.0▸"), "{}", stage.text());
    stage.press("Right");
    assert_eq!(held(&stage, "CP.plan"), "-199m");
    // 199 − 142 = 57.
    assert!(row(&stage, "need").starts_with("need 50.400 57.000 ▲ +6.600"));
    // Back at the file's value it no longer differs, and still stands under the cursor.
    stage.press("text:-192.4 Enter");
    assert!(stage.text().contains("▌C&P plan") && stage.text().contains("◂−192.4▸"));
    stage.press("u u u");
    assert_eq!(held(&stage, "CP.plan"), "-192.4m");
}

#[test]
fn one_value_is_taken_from_another_side_and_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = four(folder.path(), (120, 36));
    // C has the whole need; the cursor goes up to its offset.
    stage.press("Shift-Tab g g");
    assert!(row(&stage, "East of England offset").ends_with("25.0 = ● whole need ="));
    assert!(line(&stage, 34).starts_with("Space takes what C has here into B"));
    stage.press("Space");
    assert_eq!(held(&stage, "EoE.offset"), "WholeNeed");
    // By allocation, of 58.0: 58,000,000 × 1,588.157 ÷ 7,585.488 = £12,143,332.9 for MSE.
    assert!(row(&stage, "Mid and South Essex").starts_with("Mid and South Essex 5.000 12.143"));
    stage.press("u");
    assert_eq!(held(&stage, "EoE.offset"), "25m");
    // Shares come together: of D's 100 and 0 %, one alone would not add up.
    stage.press("Tab G g g Down Down Down Space");
    assert_eq!(held(&stage, "MSE/commissioners.percent"), "100%");
    assert_eq!(held(&stage, "MSE/providers.percent"), "0%");
    stage.press("u");
    assert_eq!(held(&stage, "MSE/commissioners.percent"), "70%");
}

#[test]
fn another_file_stands_beside_by_path_and_what_it_lacks_is_not_there() {
    let mut stage = Stage::new(120, 36);
    stage.press("c a / text:north-east Enter Enter");
    let title = stage.text();
    assert!(title.contains("C north-east-london"), "{title}");
    assert!(
        row(&stage, "East of England: need").ends_with("[z]")
            || row(&stage, "need").ends_with("[z]")
    );
    stage.press("g g Space");
    assert!(
        line(&stage, 34).starts_with("⚠") || line(&stage, 34).contains("there is nothing to take")
    );
}

#[test]
fn a_pool_that_is_none_on_one_side_has_no_change_there() {
    let mut stage = Stage::of(library("england-2016").unwrap(), Look::Dark).sized(120, 36);
    stage.press("Right c");
    // Pooled region by region the country has no offset, and a region one that it had not before.
    assert!(line(&stage, 2).ends_with("; B has none."), "{}", line(&stage, 2));
    assert_eq!(row(&stage, "England: offset"), "England: offset 22,029.900 [z]");
    // The North of England: £5,620m (the sum of its footprints in the source’s table).
    assert_eq!(row(&stage, "North of England: need"), "North of England: need [z] 5,620.000 [z]");
}

#[test]
fn a_value_is_taken_from_another_version_of_the_file() {
    // The same region with a plan of −£190m and a measure less: another file, the same path.
    let text = include_str!("../../scenarios/east-of-england-2019.ron");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("later.ron");
    std::fs::write(&path, text.replacen("\"-192.4m\"", "\"-190m\"", 1)).unwrap();
    let mut stage = Stage::new(120, 36);
    stage.press("c");
    add(&mut stage, path.to_str().unwrap(), Lay::Beside);
    stage.press("g g");
    assert!(row(&stage, "C&P plan").ends_with("−192.4 = ● −190.0"), "{}", stage.text());
    stage.press("Space");
    assert_eq!(held(&stage, "CP.plan"), "-190m");
    stage.press("u");
    assert_eq!(held(&stage, "CP.plan"), "-192.4m");
}

#[test]
fn an_overlay_is_laid_on_what_stands_and_conflicts_are_listed() {
    let folder = tempfile::tempdir().unwrap();
    let changes = "(path: \"CP.plan\", from: \"-192.4m\", to: \"-150m\"), \
                   (path: \"EoE.offset\", from: \"25m\", to: WholeNeed)";
    let path = overlay(folder.path(), "late.whatif.ron", changes);
    let mut stage = Stage::new(120, 36);
    stage.press("text:-200 Enter c");
    add(&mut stage, &path, Lay::OnTop);
    // The list waits to be read.
    let listed = row(&stage, "CP.plan: what stood");
    assert_eq!(listed, "CP.plan: what stood has -200m, late.whatif.ron has -150m, which stands");
    stage.press("Enter");
    assert_eq!(
        (held(&stage, "CP.plan"), held(&stage, "EoE.offset")),
        ("-150m".into(), "WholeNeed".into())
    );
    // One step: both go back together.
    stage.press("u");
    assert_eq!(
        (held(&stage, "CP.plan"), held(&stage, "EoE.offset")),
        ("-200m".into(), "25m".into())
    );
    // A scenario cannot be laid on, a file that is not there is said.
    add(&mut stage, "northshire", Lay::OnTop);
    assert!(line(&stage, 34).contains("northshire is a scenario"));
    add(&mut stage, "/no/such.ron", Lay::Beside);
    assert!(line(&stage, 34).contains("such.ron cannot be opened"));
}

#[test]
fn columns_come_and_go_and_any_is_the_baseline() {
    let mut stage = Stage::new(120, 36);
    stage.press("text:-200 Enter c a");
    assert_eq!(stage.effects.pop(), Some(Effect::Find(PathBuf::from("test.whatif.ron"))));
    let found = vec![PathBuf::from("test-b.whatif.ron")];
    stage.app.update(Message::Found(found));
    assert!(stage.text().contains("○ test-b.whatif.ron, as a column"));
    stage.press("Enter R");
    // C keeps what stood; B is as the file again.
    assert!(row(&stage, "C&P plan").ends_with("−192.4 = ● −200.0"), "{}", stage.text());
    stage.press("b");
    assert_eq!(line(&stage, 3), "C, −200.0, is the baseline.");
    // Measured against C, the gap of A and B is 7.6 less.
    assert_eq!(row(&stage, "need"), "need 50.400 ▼ −7.600 50.400 ▼ −7.600 58.000");
    stage.press("Delete");
    assert_eq!(line(&stage, 3), "A, as reported, is the baseline.");
    stage.press("Left Delete");
    assert!(line(&stage, 34).contains("Two at least stand side by side"));
    stage.press("a Enter a Enter a Enter");
    assert!(line(&stage, 34).contains("Four stand side by side already"));
}

#[test]
fn only_what_differs_and_the_largest_first() {
    let mut stage = Stage::new(120, 36);
    stage.press("Down Down Right c d");
    assert_eq!(row(&stage, "need"), "", "the need is the same");
    stage.press("d S");
    let text = stage.text();
    let at = |words: &str| text.find(words).unwrap();
    // 1.643 before 0.922 before 0.610.
    assert!(at("Hertfordshire and West") < at("Bedfordshire, Luton"));
    assert!(at("Bedfordshire, Luton") < at("Suffolk and North"));
}

#[test]
fn columns_are_kept_when_the_file_is_read_again() {
    let mut stage = Stage::new(120, 36);
    stage.press("text:-200 Enter c a Enter");
    stage.app.update(Message::Loaded(Ok(Box::new(east_of_england()))));
    assert!(row(&stage, "C&P plan").ends_with("−192.4 ● −200.0 ● −200.0"), "{}", stage.text());
}

#[test]
fn it_is_said_line_by_line() {
    let mut stage = Stage::new(120, 36);
    stage.press("Down Down Right c");
    let told = sentences(stage.app.work().unwrap());
    assert!(told.contains("NHS Thurrock CCG: A £478,904.64, B £501,336.08"), "{told}");
    assert_eq!(stage.app.work().unwrap().screens.shown, Screen::Compare);
}

#[test]
fn a_key_on_all_of_england_is_well_within_a_frame() {
    // 4,400 levers, four sides: only the live one is computed again.
    let mut stage = Stage::of(library("england-2016").unwrap(), Look::Dark).sized(120, 36);
    stage.press("c a Enter a Enter");
    let key = || {
        let begun = std::time::Instant::now();
        stage.press("Down");
        stage.text();
        begun.elapsed().as_millis()
    };
    let best = std::iter::repeat_with(key).take(8).min().unwrap();
    // Built without optimisation and with others at work; a release is some twenty times as fast.
    assert!(best < 16 * 20, "{best} ms");
}
