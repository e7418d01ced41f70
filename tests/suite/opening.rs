//! Opening another scenario in the place of this one: keys in, screens and effects out.

use std::path::PathBuf;

use fairshare::app::keymap::Context;
use fairshare::app::{App, Effect, Look, Message, Mouse, Paper, Performed, Problems, Spot};
use fairshare::document::{LIBRARY, parse, readable};
use fairshare::ron_text::Source;
use fairshare::view::spot_at;

use super::stage::{Stage, setup};

fn line(stage: &Stage, row: usize) -> String {
    stage.text().lines().nth(row).unwrap_or_default().to_owned()
}

/// The row of the list that says something.
fn row_with(stage: &Stage, words: &str) -> String {
    let text = stage.text();
    text.lines().skip(5).find(|line| line.contains(words)).unwrap_or_default().to_owned()
}

/// Answers what the program asked the world for, as the terminal would; what is left is answered.
fn perform(stage: &mut Stage, files: &[&str]) -> Vec<Effect> {
    let mut left = Vec::new();
    let mut waiting: Vec<Effect> = std::mem::take(&mut stage.effects);
    while !waiting.is_empty() {
        let effect = waiting.remove(0);
        let message = match &effect {
            Effect::LookAround(_) => Message::Listed(files.iter().map(PathBuf::from).collect()),
            Effect::Try(path) => {
                Message::Tried(path.clone(), readable(&path.display().to_string()))
            }
            Effect::Write(file) => {
                Message::Performed(Performed::Written(Paper::Changes, file.path.clone()))
            }
            _ => {
                left.push(effect);
                continue;
            }
        };
        waiting.extend(stage.app.update(message));
    }
    left
}

fn northshire() -> Effect {
    Effect::Reopen(PathBuf::from("northshire"))
}

/// The last of the five, which is Northshire.
const CHOOSE: &str = "o Down Down Down Down Enter";

#[test]
fn the_list_has_every_scenario_that_ships_with_its_sentence_and_marks_the_open_one() {
    let mut stage = Stage::new(120, 36);
    assert!(line(&stage, 35).ends_with("o open  ? keys  q leave"), "{}", line(&stage, 35));
    stage.press("o");
    perform(&mut stage, &[]);
    for entry in LIBRARY {
        let first: String = entry.about.chars().take(40).collect();
        assert!(row_with(&stage, entry.title).contains(&first), "{}", stage.text());
    }
    assert!(row_with(&stage, "East of England").contains("▌ ◉"));
    assert!(row_with(&stage, "Northshire").contains("○"));
    assert!(row_with(&stage, "a file …").contains("path"));
    stage.press("Esc");
    assert!(line(&stage, 9).contains("Who is asked") || stage.text().contains("What decides it"));
    assert!(stage.app.shelf().is_none());
}

#[test]
fn on_a_projector_the_sentence_of_the_row_under_the_cursor_is_whole() {
    for (columns, rows) in [(80, 24), (50, 20)] {
        let mut stage = Stage::new(columns, rows);
        stage.press("o");
        for entry in LIBRARY {
            let text = stage.text();
            let below = text.lines().skip_while(|line| !line.contains("a file …")).skip(1);
            let words: Vec<&str> = below.flat_map(str::split_whitespace).collect();
            let about: Vec<&str> = entry.about.split_whitespace().skip(1).collect();
            assert!(words.join(" ").contains(&about.join(" ")), "{text}");
            stage.press("Down");
        }
    }
}

#[test]
fn what_nothing_would_be_lost_of_gives_way_at_once() {
    let mut stage = Stage::new(120, 36);
    stage.press(CHOOSE);
    assert_eq!(perform(&mut stage, &[]), [northshire()]);
}

#[test]
fn what_is_open_is_not_opened_again() {
    let mut stage = Stage::new(120, 36);
    stage.press("o Enter");
    assert_eq!(perform(&mut stage, &[]), []);
    assert!(line(&stage, 34).contains("East of England 2019/20 is open already"));
}

#[test]
fn with_unsaved_changes_it_asks_and_esc_stays() {
    let mut stage = Stage::new(120, 36);
    stage.press("Left").effects.clear();
    stage.press(CHOOSE);
    assert_eq!(perform(&mut stage, &[]), []);
    let asked = "Open northshire? 1 change is not saved.";
    assert!(line(&stage, 34).contains(asked), "{}", stage.text());
    let keys = "Enter save and open  n open without  Esc stay";
    assert!(line(&stage, 35).contains(keys), "{}", line(&stage, 35));
    stage.press("Esc");
    assert_eq!(stage.effects, []);
    assert!(stage.text().contains("● 1 change, not saved"));
}

#[test]
fn without_saving_the_steps_are_kept_and_the_changes_forgotten_as_on_leaving() {
    let mut stage = Stage::new(120, 36);
    stage.press("Left").effects.clear();
    stage.press(CHOOSE);
    perform(&mut stage, &[]);
    stage.press("n");
    let left = std::mem::take(&mut stage.effects);
    let [Effect::WriteHistory { saved: None, .. }, Effect::ForgetRecovery, last] = &left[..] else {
        panic!("{left:?}")
    };
    assert_eq!(*last, northshire());
}

#[test]
fn saving_comes_first_and_a_save_that_fails_opens_nothing() {
    let mut stage = Stage::new(120, 36);
    stage.press("Left").effects.clear();
    stage.press(CHOOSE);
    perform(&mut stage, &[]);
    stage.press("Enter");
    assert!(matches!(stage.effects[..], [Effect::Write(_)]), "{:?}", stage.effects);
    let failed = Message::Performed(Performed::Failed("The disk is full.".to_owned()));
    assert_eq!(stage.app.update(failed), []);
    stage.effects.clear();
    stage.press(CHOOSE);
    perform(&mut stage, &[]);
    stage.press("Enter");
    assert_eq!(perform(&mut stage, &[]).last(), Some(&northshire()));
}

#[test]
fn a_file_that_cannot_be_read_leaves_everything_and_says_why() {
    let mut stage = Stage::new(120, 36);
    stage.press("Left").effects.clear();
    stage.press("o G Enter text:nowhere.ron Enter");
    assert_eq!(perform(&mut stage, &[]), []);
    let said = line(&stage, 34);
    assert!(said.contains("Not opened: there is no file `nowhere.ron`"), "{said}");
    // The path can be mended where it stands.
    stage.press("Backspace");
    assert!(line(&stage, 34).contains("file nowhere.ro"), "{}", line(&stage, 34));
    assert_eq!(stage.app.contexts(), [Context::PathLine]);
    stage.press("Esc Esc");
    assert!(stage.text().contains("● 1 change, not saved"));
    stage.press("o G Enter Enter");
    assert!(line(&stage, 34).contains("Nothing is typed."));
}

#[test]
fn what_could_be_read_a_moment_ago_and_cannot_now_keeps_what_is_unsaved() {
    let mut stage = Stage::new(120, 36);
    stage.press("Left").effects.clear();
    stage.press(CHOOSE);
    perform(&mut stage, &[]);
    stage.press("n");
    let stayed = Performed::Stayed("northshire cannot be read any more.".to_owned());
    let effects = stage.app.update(Message::Performed(stayed));
    assert!(matches!(effects[..], [Effect::WriteRecovery(_)]), "{effects:?}");
    assert!(line(&stage, 34).contains("cannot be read any more"), "{}", line(&stage, 34));
}

#[test]
fn files_that_lie_here_are_in_the_list_and_opened_by_their_paths() {
    let mut stage = Stage::new(120, 36);
    stage.press("o");
    perform(&mut stage, &["area.ron", "area.whatif.ron"]);
    assert!(row_with(&stage, "area.whatif.ron").contains("changes to a scenario"));
    stage.press("G Up Up Enter");
    assert_eq!(perform(&mut stage, &[]), [], "this one is not there any more");
    assert!(line(&stage, 34).contains("no file `area.ron`"), "{}", line(&stage, 34));
    // One that has faults is no reason to stay.
    stage.press("G Enter text:tests/suite/main.rs Enter");
    assert_eq!(perform(&mut stage, &[]), [Effect::Reopen("tests/suite/main.rs".into())]);
}

#[test]
fn the_name_of_an_overlay_of_what_ships_is_whole_beside_its_sentence() {
    let names: Vec<String> =
        LIBRARY.iter().map(|entry| format!("{}.whatif.ron", entry.name)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut stage = Stage::new(80, 24);
    stage.press("o");
    perform(&mut stage, &names);
    for name in names {
        assert!(row_with(&stage, name).contains("changes to a"), "{}", stage.text());
    }
}

#[test]
fn the_problems_of_a_file_are_no_dead_end() {
    let faulty = parse(Source::new("my-region.ron", "(format: 1)")).unwrap_err();
    let app = App::broken(Problems::new(*faulty), setup(Look::Dark));
    let mut stage = Stage { app, effects: Vec::new() }.sized(120, 36);
    let keys = line(&stage, 35);
    assert!(keys.contains("o another file"), "{keys}");
    let column = keys[..keys.find("o another").unwrap()].chars().count();
    stage.click(u16::try_from(column).unwrap(), 35);
    assert!(stage.text().contains("Which scenario should be opened?"), "{}", stage.text());
    stage.press("Esc").press(CHOOSE);
    assert!(line(&stage, 0).contains("my-region.ron cannot be opened"));
    assert_eq!(perform(&mut stage, &[]), [northshire()]);
}

#[test]
fn a_second_click_on_a_row_opens_it_and_the_wheel_moves() {
    let mut stage = Stage::new(120, 36);
    stage.press("o");
    stage.effects.clear();
    let at = |stage: &Stage, words: &str| {
        let text = stage.text();
        let row = text.lines().skip(5).position(|line| line.contains(words)).unwrap() + 5;
        u16::try_from(row).unwrap()
    };
    let row = at(&stage, "Northshire");
    stage.click(20, row);
    assert!(row_with(&stage, "Northshire").contains("▌"));
    let wheel = spot_at(&stage.app, 20, row);
    stage.app.update(Message::Mouse(Mouse::WheelUp, wheel));
    assert!(row_with(&stage, "England 2016").contains("▌"));
    stage.click(20, row).click(20, row);
    assert_eq!(perform(&mut stage, &[]), [northshire()]);
    stage.press("o");
    assert_eq!(spot_at(&stage.app, 118, 35), Spot::Hint("?".parse().unwrap()));
}

#[test]
fn the_keys_of_the_list_can_be_read_over_it() {
    let mut stage = Stage::new(120, 36);
    stage.press("o ?");
    assert!(stage.text().contains("Keys that work here"), "{}", stage.text());
    stage.press("Esc");
    assert!(stage.text().contains("Which scenario should be opened?"));
    // The list is in the palette too.
    stage.press("Esc : text:another");
    stage.press("Space text:scenario Enter");
    assert!(stage.text().contains("Which scenario should be opened?"), "{}", stage.text());
}

#[test]
fn hostile_file_names_keep_the_list_whole() {
    let names =
        ["\u{1b}[31mred\u{7}.ron", "\u{202e}evil.ron", "漢字漢字漢字漢字漢字漢字漢字漢字漢字.ron"];
    let long = format!("{}.whatif.ron", "x".repeat(3_000));
    let mut stage = Stage::new(80, 24);
    stage.press("o");
    perform(&mut stage, &[&names[..], &[&*long]].concat());
    for _ in 0..10 {
        let buffer = stage.buffer().0;
        let mut cells = buffer.content().iter().flat_map(|cell| cell.symbol().chars());
        assert!(!cells.any(|c| c.is_control() || c == '\u{202e}'), "{}", stage.text());
        assert!(row_with(&stage, "\\u{202e}evil.ron").contains("a file that lies here"));
        stage.press("Down");
    }
}

#[test]
fn nothing_is_opened_unseen_under_the_problems_of_a_file() {
    let mut stage = Stage::new(120, 36);
    let faulty = parse(Source::new("east.ron", "(format: 1)")).unwrap_err();
    stage.app.update(Message::Loaded(Err(faulty)));
    stage.press("? Esc");
    assert!(stage.text().contains("Who is asked"), "{}", stage.text());
}

#[test]
fn what_is_heard_of_an_overlay_that_was_given_up_is_nothing() {
    let mut stage = Stage::new(120, 36);
    let other = Message::OverlayChanged("another.whatif.ron".into());
    assert_eq!(stage.app.update(other), []);
    let own = stage.app.origin().overlay.clone();
    assert_eq!(stage.app.update(Message::OverlayChanged(own.clone())), [Effect::Compare(own)]);
}
