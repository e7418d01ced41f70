//! The history from one run to the next, and two runs at once.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use fairshare::app::{App, Effect, Line, Look, Message, Performed};
use fairshare::document;
use fairshare::document::claim::{Claims, Holder};
use fairshare::document::overlay::{Entry, Log, Overlay, Saved};
use fairshare::document::past::Past;
use fairshare::document::recovery::Moment;

use super::stage::{Stage, east_of_england, setup};

const REGION: &str = "east-of-england-2019";
/// Set for the process that is to be killed: the folder that it writes into.
const CHILD: &str = "FAIRSHARE_TEST_PAST";

fn now() -> Moment {
    Moment { seconds: 1_000, words: "10:42".into() }
}

/// What the program asked to be written down last, written down.
fn keep(past: &Past, effects: &[Effect]) {
    let last = effects.iter().rev().find_map(|effect| match effect {
        Effect::WriteHistory { overlay, saved } => Some((overlay, saved)),
        _ => None,
    });
    let (overlay, saved) = last.expect("the history is written down");
    past.write(overlay, saved.as_deref()).unwrap();
}

fn said(app: &App) -> String {
    app.message().map(Line::words).unwrap_or_default()
}

/// Saves in a file, as the world does it.
fn save(stage: &mut Stage, overlay: &Path) {
    stage.press("w");
    let Some(Effect::Write(file)) = stage.effects.last().cloned() else { panic!("it saves") };
    document::write_atomically(overlay, &file.text).unwrap();
    let written = Performed::Written(file.paper, overlay.to_owned());
    stage.effects = stage.app.update(Message::Performed(written));
}

fn opened(overlay: &Path) -> App {
    let read = document::overlay::open(overlay).unwrap();
    let mut app = App::new(read.base.scenario, setup(Look::Dark));
    app.with_overlay(read.overlay);
    app
}

#[test]
fn what_was_done_yesterday_is_taken_back_today() {
    let folder = tempfile::tempdir().unwrap();
    let overlay = folder.path().join("plan.whatif.ron");
    let past = Past::new(folder.path(), REGION);
    let mut stage = Stage::new(120, 36);
    stage.press("Left Down Down Right");
    save(&mut stage, &overlay);
    keep(&past, &stage.effects);
    // The overlay that was saved has a history of its own from then on.
    let mut app = opened(&overlay);
    let steps = Past::of_overlay(folder.path(), &overlay).read().unwrap().unwrap();
    assert_eq!((steps.steps.len(), steps.done), (2, 2));
    app.with_history(steps);
    assert!(said(&app).starts_with("The history is as it was left: u takes back “"));
    let session = &app.work().unwrap().session;
    assert!(!session.is_unsaved());
    assert_eq!(session.history().steps()[0].words, "C&P plan −£192.4m → −£193.4m");
    let mut stage = Stage { app, effects: Vec::new() };
    stage.press("u u");
    assert_eq!(said(&stage.app), "Undone: C&P plan −£192.4m → −£193.4m. U does it again.");
    assert_eq!(stage.app.work().unwrap().session.now(), &east_of_england());
    // Who opens the scenario alone finds it as the file has it, and the steps to be done again.
    let mut app = App::new(east_of_england(), setup(Look::Dark));
    app.with_history(past.read().unwrap().unwrap());
    assert!(said(&app).starts_with("The history of the last run is there: U does “C&P plan"));
    let session = &app.work().unwrap().session;
    assert_eq!((session.history().steps().len(), session.history().undone().len()), (0, 2));
}

#[test]
fn an_overlay_that_somebody_else_wrote_is_a_step_of_its_own_and_the_history_stays() {
    let folder = tempfile::tempdir().unwrap();
    let overlay = folder.path().join("plan.whatif.ron");
    let past = Past::new(folder.path(), REGION);
    let mut stage = Stage::new(120, 36);
    stage.press("Left");
    save(&mut stage, &overlay);
    keep(&past, &stage.effects);
    let text = fs::read_to_string(&overlay).unwrap();
    fs::write(&overlay, text.replace("-193.4m", "-250m")).unwrap();
    let mut app = opened(&overlay);
    app.with_history(Past::of_overlay(folder.path(), &overlay).read().unwrap().unwrap());
    let mut stage = Stage { app, effects: Vec::new() };
    assert!(stage.app.work().unwrap().session.changes()[0].to.clone() != east_plan());
    assert!(said(&stage.app).contains("as it is on disk now"), "{}", said(&stage.app));
    stage.press("u u");
    assert_eq!(said(&stage.app), "Undone: C&P plan −£192.4m → −£193.4m. U does it again.");
}

fn east_plan() -> fairshare::levers::Value {
    let scenario = east_of_england();
    fairshare::levers::lever_at(&scenario, "CP.plan").unwrap().get(&scenario)
}

#[test]
fn a_damaged_history_is_told_and_put_aside() {
    let folder = tempfile::tempdir().unwrap();
    let past = Past::new(folder.path(), REGION);
    assert_eq!(past.read().unwrap(), None);
    past.write(&overlay(1), None).unwrap();
    let path = fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
    // Torn off in the middle; of a version that is not known; something else.
    let whole = fs::read_to_string(&path).unwrap();
    let torn = whole[..whole.len() / 2].to_owned();
    let mut kept = Vec::new();
    for spoilt in [torn, whole.replace("format: 1", "format: 9"), String::from("x")] {
        fs::write(&path, &spoilt).unwrap();
        let damaged = past.read().unwrap_err();
        kept.push((damaged.aside.clone(), spoilt));
        // Those that were put aside before are still there.
        for (aside, spoilt) in &kept {
            assert_eq!(&fs::read_to_string(aside).unwrap(), spoilt);
        }
        assert!(damaged.to_string().contains("a new one begins"), "{damaged}");
        assert_eq!(past.read().unwrap(), None);
    }
}

#[test]
fn a_history_that_says_more_is_done_than_it_has_goes_on_from_its_last_step() {
    let own = Log { done: 9, ..overlay(1).history.unwrap() };
    let to = "\"-250m\"".to_owned();
    let saved = Saved { path: "CP.plan".into(), from: "\"-200m\"".into(), to, note: None };
    let led = own.leading_to(&[saved], "by hand".into());
    assert_eq!((led.steps.len(), led.done), (2, 2));
}

#[test]
fn what_is_as_in_the_file_already_is_not_put_back_once_more() {
    let mut own = overlay(1).history.unwrap();
    own.steps[0].changes[0].to = fairshare::levers::AS_IN_FILE.into();
    assert_eq!(own.leading_to(&[], String::new()).steps.len(), 1);
}

/// An overlay with a history of so many steps.
fn overlay(steps: usize) -> Overlay {
    let step = |at: usize| {
        let to = format!("\"-{}m\"", 200 + at);
        let saved = Saved { path: "CP.plan".into(), from: "\"-192.4m\"".into(), to, note: None };
        Entry { words: format!("step {at}"), changes: vec![saved], is_baseline: at == 1 }
    };
    let history = Log { steps: (0..steps).map(step).collect(), done: steps };
    let base = document::overlay::Base { name: REGION.into(), sha256: "abc".into() };
    let changes = Vec::new();
    Overlay {
        title: "t".into(),
        base,
        changes,
        story: Vec::new(),
        unsaved: None,
        history: Some(history),
    }
}

/// The process that is killed by the next test: it writes one step more, again and again.
#[test]
fn writes_its_history_until_it_is_killed() {
    let Ok(folder) = std::env::var(CHILD) else { return };
    let mut claims = Claims::new(folder.as_ref());
    assert_eq!(claims.take(&Path::new(&folder).join("a.whatif.ron"), &now()), None);
    let past = Past::new(folder.as_ref(), REGION);
    for steps in 1_usize.. {
        past.write(&overlay(1 + steps % 50), None).unwrap();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn killed_at_any_moment_the_history_is_there_whole_and_the_claim_is_free() {
    let folder = tempfile::tempdir().unwrap();
    let claimed = folder.path().join("a.whatif.ron");
    let past = Past::new(folder.path(), REGION);
    for round in 0..4 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "past::writes_its_history_until_it_is_killed"])
            .env(CHILD, folder.path())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let before = past.read().unwrap();
        while past.read().unwrap() == before {
            std::thread::sleep(Duration::from_millis(1));
        }
        let holder = Holder { process: Some(child.id()), since: "10:42".into() };
        assert_eq!(Claims::new(folder.path()).take(&claimed, &now()), Some(holder));
        std::thread::sleep(Duration::from_micros(900 * round));
        child.kill().unwrap();
        child.wait().unwrap();
        let log = past.read().unwrap().unwrap();
        assert_eq!(log.steps.len(), log.done);
        assert!(log.steps.iter().enumerate().all(|(at, step)| step.words == format!("step {at}")));
        assert_eq!(
            Claims::new(folder.path()).take(&claimed, &now()),
            None,
            "the dead hold nothing"
        );
    }
}

#[test]
fn an_overlay_is_one_s_own_by_whatever_path_and_another_s_until_it_is_let_go() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("state");
    let overlay = folder.path().join("a.whatif.ron");
    let mut first = Claims::new(&state);
    assert_eq!(first.take(&overlay, &now()), None);
    let longer = folder.path().join(".").join("a.whatif.ron");
    assert_eq!(first.take(&longer, &now()), None, "it is its own");
    let mut second = Claims::new(&state);
    let holder = second.take(&longer, &now()).unwrap();
    assert_eq!(holder.to_string(), format!("process {} since 10:42", std::process::id()));
    assert_eq!(second.take(&folder.path().join("b.whatif.ron"), &now()), None);
    drop(first);
    assert_eq!(second.take(&overlay, &now()), None);
}
