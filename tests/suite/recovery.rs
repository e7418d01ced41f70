//! Unsaved changes are offered on the next start, however the program ended.

use std::fs;
use std::process::{Command, Stdio};
use std::time::Duration;

use fairshare::app::over::TakeUp;
use fairshare::app::{App, Code, Key, Look, Message, Problems};
use fairshare::document::claim::Holder;
use fairshare::document::overlay::{Base, Overlay, Saved, replay};
use fairshare::document::recovery::{Moment, Slot, damaged, offers};
use fairshare::document::{open, parse};
use fairshare::ron_text::Source;

use super::stage::{east_of_england, setup};

const REGION: &str = "east-of-england-2019";
/// Set for the process that is to be killed: the folder that it writes into.
const CHILD: &str = "FAIRSHARE_TEST_RECOVERY";

fn moment(seconds: u64) -> Moment {
    Moment { seconds, words: "10:42".into() }
}

/// An overlay of so many changes of the region.
fn overlay(sha256: &str, changes: usize) -> Overlay {
    let saved = |at: usize| Saved {
        path: "CP.plan".into(),
        from: "\"-192.4m\"".into(),
        to: format!("\"-{}m\"", 200 + at),
        note: None,
    };
    let base = Base { name: REGION.into(), sha256: sha256.into() };
    let changes = (0..changes).map(saved).collect();
    Overlay { title: "t".into(), base, changes, story: Vec::new(), unsaved: None, history: None }
}

#[test]
fn a_living_process_keeps_its_changes_to_itself() {
    let folder = tempfile::tempdir().unwrap();
    let slot = Slot::new(folder.path(), REGION);
    slot.write(&overlay("abc", 2), &moment(1_000)).unwrap();
    assert!(slot.path().exists());
    assert_eq!(offers(folder.path(), REGION, "abc", &moment(1_001)), []);
    // Everything undone: nothing is left to be recovered.
    slot.write(&overlay("abc", 0), &moment(1_002)).unwrap();
    assert!(!slot.path().exists());
    slot.clear().unwrap();
}

/// The file was torn when the program was killed, and is at the next start still.
#[test]
fn what_is_offered_over_a_broken_file_is_asked_when_it_is_mended() {
    let faulty = parse(Source::new("area.ron", "(format: 1, title: ")).unwrap_err();
    let mut app = App::broken(Problems::new(*faulty), setup(Look::Dark));
    app.offer(TakeUp { overlay: overlay("abc", 1), when: "10:42".into() });
    app.beside(Holder { process: Some(7), since: "10:40".into() });
    app.update(Message::Loaded(Ok(Box::new(east_of_england()))));
    let enter = |app: &mut App| app.update(Message::Key(Key::plain(Code::Enter)));
    // That another process has it open is the last that is asked at a start, so it lies on top.
    assert_eq!(app.work().unwrap().over.len(), 2);
    enter(&mut app);
    assert_eq!(app.work().unwrap().session.changes().len(), 0);
    enter(&mut app);
    assert_eq!(app.work().unwrap().session.changes().len(), 1);
    assert_eq!(app.work().unwrap().over.len(), 0);
    // Once is enough.
    app.update(Message::Loaded(Ok(Box::new(east_of_england()))));
    assert_eq!(app.work().unwrap().over.len(), 0);
}

#[test]
fn a_dead_process_leaves_its_changes_to_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let scenario = open(REGION).unwrap().scenario;
    let sha256 = &scenario.words.sha256;
    let slot = Slot::new(folder.path(), REGION);
    slot.write(&overlay(sha256, 2), &moment(1_000)).unwrap();
    // The same number, but a process that began at another moment: the writer is dead.
    let text = fs::read_to_string(slot.path()).unwrap();
    let began = text.split("began: \"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let dead = text.replace(&format!("began: \"{began}\""), "began: \"1\"");
    fs::write(slot.path(), dead).unwrap();
    let found = offers(folder.path(), REGION, "another", &moment(5_000));
    assert_eq!(found.len(), 1);
    assert!(!found[0].base_is_same);
    let found = offers(folder.path(), "elsewhere.ron", sha256, &moment(5_000));
    assert!(found[0].base_is_same);
    assert_eq!(found[0].words(), "2 changes from 10:42 were not saved");
    assert_eq!(found[0].unsaved.opened_from, REGION);
    let replayed = replay(&scenario, &found[0].overlay.changes, &found[0].words());
    assert_eq!(replayed.misfits, []);
    assert!(offers(folder.path(), "other.ron", "another", &moment(5_000)).is_empty());
    found[0].discard().unwrap();
    assert!(offers(folder.path(), REGION, sha256, &moment(5_000)).is_empty());
}

#[test]
fn files_of_others_and_spoilt_ones_are_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in
        [("a.recovery.ron", "(format: 1, ti"), ("b.recovery.ron", ""), ("c.txt", "x")]
    {
        fs::write(folder.path().join(name), text).unwrap();
    }
    fs::create_dir(folder.path().join("d.recovery.ron")).unwrap();
    assert!(offers(folder.path(), REGION, "abc", &moment(1_000)).is_empty());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4);
    assert!(offers(&folder.path().join("none"), REGION, "abc", &moment(1_000)).is_empty());
}

/// The process that is killed by the next test: it writes one change more, again and again.
#[test]
fn writes_until_it_is_killed() {
    let Ok(folder) = std::env::var(CHILD) else { return };
    let slot = Slot::new(folder.as_ref(), REGION);
    for changes in 1_usize.. {
        slot.write(&overlay("abc", 1 + changes % 50), &moment(1_000)).unwrap();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn killed_at_any_moment_the_changes_are_there_whole() {
    let folder = tempfile::tempdir().unwrap();
    for round in 0..6 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "recovery::writes_until_it_is_killed"])
            .env(CHILD, folder.path())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let written = || {
            let entries = fs::read_dir(folder.path()).unwrap().flatten();
            let name = format!("-{}.recovery.ron", child.id());
            entries.filter(|entry| entry.file_name().to_string_lossy().ends_with(&name)).count()
        };
        while written() == 0 {
            std::thread::sleep(Duration::from_millis(1));
        }
        assert!(offers(folder.path(), REGION, "abc", &moment(1_000)).len() == round);
        std::thread::sleep(Duration::from_micros(700 * u64::try_from(round).unwrap()));
        child.kill().unwrap();
        child.wait().unwrap();
        let found = offers(folder.path(), REGION, "abc", &moment(1_000));
        assert_eq!(found.len(), round + 1);
        assert!(found.iter().all(|offer| !offer.overlay.changes.is_empty()));
    }
    // What was half-written is swept away once it is old.
    offers(folder.path(), REGION, "abc", &moment(u64::MAX));
    let unfinished = fs::read_dir(folder.path()).unwrap().flatten();
    let unfinished = unfinished.filter(|e| e.file_name().to_string_lossy().ends_with(".tmp"));
    assert_eq!(unfinished.count(), 0);
}

#[test]
fn a_damaged_file_is_named_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let slot = Slot::new(folder.path(), "a.ron");
    fs::write(slot.path(), "(format: 1, title: \"t").unwrap();
    let found = damaged(folder.path(), "a.ron");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0, slot.path());
    assert!(!found[0].1.is_empty());
    assert_eq!(damaged(folder.path(), "b.ron"), []);
    assert!(slot.path().exists());
}
