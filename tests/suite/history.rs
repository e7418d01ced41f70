//! What was done, step by step: undone over a new version of the file, passed over where it no
//! longer fits, taken up again where it does.

use std::sync::Arc;

use fairshare::app::{App, Effect, Line, Message, Session};
use fairshare::document::overlay::{Log, text};
use fairshare::levers::{History, Unfit, Value, change_all, lever_at};
use fairshare::model::Scenario;
use fairshare::money::Pence;

use super::stage::{Stage, east_of_england};

fn stage() -> Stage {
    Stage::new(120, 36)
}

fn said(app: &App) -> String {
    app.message().map(Line::words).unwrap_or_default()
}

fn session(app: &App) -> &Session {
    &app.work().unwrap().session
}

/// What is written down of how things stand: of a change unsaved, or of the history alone.
fn written(effects: &[Effect]) -> String {
    let overlay = effects.iter().find_map(|effect| match effect {
        Effect::WriteRecovery(overlay) | Effect::WriteHistory { overlay, .. } => Some(overlay),
        _ => None,
    });
    text(overlay.expect("it is written down"))
}

/// The file with another id for a system, in the place of the C&P that there was.
fn renamed(id: &str) -> Message {
    let mut scenario = east_of_england();
    let place = scenario.words.systems.iter().position(|system| system.id == "CP").unwrap();
    Arc::make_mut(&mut scenario.words).systems[place].id = id.to_owned();
    loaded(scenario)
}

fn loaded(scenario: Scenario) -> Message {
    Message::Loaded(Ok(Box::new(scenario)))
}

fn plan(scenario: &Scenario) -> Value {
    lever_at(scenario, "CP.plan").unwrap().get(scenario)
}

fn millions(tenths: i64) -> Value {
    Value::Money(Some(Pence::pounds(tenths * 100_000)))
}

/// The file with another plan of C&P.
fn with_plan(tenths: i64) -> Scenario {
    let mut scenario = east_of_england();
    lever_at(&scenario, "CP.plan").unwrap().set(&mut scenario, &millions(tenths)).unwrap();
    scenario
}

#[test]
fn undo_after_a_reload_takes_back_the_last_change_in_words_as_before() {
    let mut stage = stage();
    stage.press("Left text:-210 Enter u");
    stage.app.update(loaded(east_of_england()));
    // The file has −192.4; one step less is −193.4; then −210 was typed and undone.
    assert_eq!(plan(session(&stage.app).now()), millions(-1_934));
    stage.press("U");
    assert_eq!(said(&stage.app), "Done again: C&P plan −£193.4m → −£210m.");
    stage.press("u u");
    assert_eq!(said(&stage.app), "Undone: C&P plan −£192.4m → −£193.4m. U does it again.");
    assert_eq!(plan(session(&stage.app).now()), millions(-1_924));
    stage.press("u");
    assert_eq!(said(&stage.app), "Nothing to undo.");
}

#[test]
fn what_was_put_back_to_the_file_follows_the_file() {
    let mut stage = stage();
    stage.press("text:-210 Enter R");
    assert!(session(&stage.app).changes().is_empty());
    // The file had −192.4 and has −195 now: nothing is changed, and undo leads back to −210.
    stage.app.update(loaded(with_plan(-1_950)));
    assert_eq!(plan(session(&stage.app).now()), millions(-1_950));
    assert!(session(&stage.app).changes().is_empty());
    stage.press("u");
    assert_eq!(plan(session(&stage.app).now()), millions(-2_100));
    stage.press("u");
    assert_eq!(plan(session(&stage.app).now()), millions(-1_950));
}

#[test]
fn what_no_longer_fits_is_passed_over_with_a_word_and_kept() {
    let mut stage = stage();
    // The rule of the pool, then C&P's plan.
    stage.press("Down Down Right Up Up Left");
    assert_eq!(session(&stage.app).history().steps().len(), 2);
    let effects = stage.app.update(renamed("ZZ"));
    assert!(said(&stage.app).contains("No longer fits, but is kept: CP.plan; g h says why."));
    assert!(written(&effects).contains("(path: \"CP.plan\", from: \"-192.4m\", to: \"-193.4m\")"));
    let lost = session(&stage.app).lost();
    assert_eq!(lost.len(), 1);
    assert!(lost[0].why.contains("CP"), "{}", lost[0].why);
    assert!(stage.text().contains("● 1 change, 1 unfit, not saved"), "{}", stage.text());
    stage.press("u");
    assert!(said(&stage.app).starts_with("Undone: "), "{}", said(&stage.app));
    let passed = "Passed over, as it no longer fits: C&P plan −£192.4m → −£193.4m; g h lists it.";
    assert!(said(&stage.app).ends_with(passed), "{}", said(&stage.app));
    stage.press("u");
    let kept = "Nothing to undo: “C&P plan −£192.4m → −£193.4m” no longer fits and is kept";
    assert!(said(&stage.app).starts_with(kept), "{}", said(&stage.app));
    // The file is mended: it is taken up again, and the rule can still be done again.
    stage.app.update(renamed("CP"));
    assert_eq!(plan(session(&stage.app).now()), millions(-1_934));
    assert!(session(&stage.app).lost().is_empty());
    stage.press("U u u");
    assert_eq!(said(&stage.app), "Undone: C&P plan −£192.4m → −£193.4m. U does it again.");
    assert!(session(&stage.app).changes().is_empty());
}

#[test]
fn the_baseline_is_a_step_that_can_be_undone_and_outlives_a_reload() {
    let mut stage = stage();
    stage.press("b");
    assert_eq!(said(&stage.app), "This is the baseline already: nothing differs from it.");
    stage.press("Left b Left");
    assert_eq!(plan(session(&stage.app).base()), millions(-1_934));
    stage.app.update(loaded(east_of_england()));
    assert_eq!(plan(session(&stage.app).base()), millions(-1_934));
    assert_eq!(plan(session(&stage.app).now()), millions(-1_944));
    let before = session(&stage.app).before().clone();
    stage.press("u u");
    assert_eq!(said(&stage.app), "Undone: the baseline moved here. U does it again.");
    assert_eq!(plan(session(&stage.app).base()), millions(-1_924));
    assert_ne!(session(&stage.app).before(), &before, "the outcome of the baseline went with it");
    stage.press("U");
    assert_eq!(plan(session(&stage.app).base()), millions(-1_934));
    assert_eq!(session(&stage.app).before(), &before);
}

#[test]
fn a_jump_leads_where_the_single_steps_lead() {
    let mut stage = stage();
    stage.press("Left b Down Down Right Up Up text:-210 Enter");
    let mut session = Session::new(east_of_england());
    let (now, history) = {
        let log = Log::of(self::session(&stage.app).file(), self::session(&stage.app).history());
        assert_eq!(log.steps.len(), 4);
        log.replay(session.file())
    };
    session.adopt(now, history);
    let last = session.after().clone();
    session.go_to(1);
    assert_eq!((session.history().steps().len(), session.history().undone().len()), (1, 3));
    assert_eq!(plan(session.now()), millions(-1_934));
    assert_eq!(plan(session.base()), millions(-1_924), "the baseline was moved later");
    session.go_to(4);
    assert_eq!(session.after(), &last);
    assert_eq!(plan(session.base()), millions(-1_934));
    session.go_to(0);
    assert_eq!(session.now(), session.file());
}

#[test]
fn what_is_saved_over_a_reload_is_still_unsaved_if_it_was_undone() {
    let mut stage = stage();
    stage.press("Left w");
    let Some(Effect::Write(file)) = stage.effects.last().cloned() else { panic!("it saves") };
    let saved = fairshare::app::Performed::Written(file.paper, file.path);
    stage.app.update(Message::Performed(saved));
    stage.press("u");
    assert!(session(&stage.app).is_unsaved());
    stage.app.update(loaded(east_of_england()));
    assert!(session(&stage.app).is_unsaved(), "the overlay still has the change");
    stage.press("U");
    assert!(!session(&stage.app).is_unsaved());
}

#[test]
fn a_long_history_keeps_its_newest_steps_and_leads_back_to_the_start() {
    let file = east_of_england();
    let lever = lever_at(&file, "CP.plan").unwrap();
    let (mut now, mut history) = (file.clone(), History::default());
    for step in 0..520 {
        history.apply(&mut now, &[(lever, millions(-2_000 - step))], step.to_string()).unwrap();
        if step == 3 {
            history.mark_baseline("the baseline moved here".to_owned());
        }
    }
    // 520 steps and a baseline: at most 500 stay, the oldest as one; the newest by itself.
    assert_eq!(history.steps().len(), 500);
    assert_eq!(history.steps()[499].words, "519");
    assert_eq!(history.steps()[0].words, "earlier changes, taken together");
    let mut base = file.clone();
    change_all(&mut base, &history.to_baseline()).unwrap();
    assert_eq!(plan(&base), millions(-2_003), "the baseline is where it was: after step 3");
    while history.undo(&mut now).unwrap().is_some() {}
    assert_eq!(now, file);
}

#[test]
fn where_there_is_nothing_to_save_a_later_save_does_not_leave() {
    let mut stage = stage();
    stage.press("Left w");
    let Some(Effect::Write(file)) = stage.effects.last().cloned() else { panic!("it saves") };
    let saved = Message::Performed(fairshare::app::Performed::Written(file.paper, file.path));
    stage.app.update(saved.clone());
    // Undone, so that it differs from the overlay; but nothing differs from the file.
    stage.press("u q Enter");
    assert_eq!(said(&stage.app), "Nothing is changed, so there is nothing to save.");
    stage.press("Left w");
    let effects = stage.app.update(saved);
    assert!(!effects.contains(&Effect::Leave), "{effects:?}");
}

#[test]
fn what_does_not_fit_is_kept_as_it_was_said_last_and_written_down() {
    let unfit = |from: &str, to: &str, why: &str| Unfit {
        path: "ZZ.plan".to_owned(),
        from: from.to_owned(),
        to: to.to_owned(),
        why: why.to_owned(),
    };
    let mut session = Session::new(east_of_england());
    let before = session.revision();
    session.lose(vec![unfit("0", "1", "no such system")], Some("one".to_owned()));
    assert_ne!(session.revision(), before, "the program writes down what has another revision");
    session.lose(vec![unfit("1", "2", "not in range")], Some("two".to_owned()));
    assert_eq!(session.lost(), [unfit("0", "2", "not in range")]);
}

#[test]
fn a_question_outlives_a_reload() {
    let mut stage = stage();
    stage.press("Left q");
    stage.app.update(loaded(east_of_england()));
    assert!(stage.text().contains("Leave? 1 change is not saved."), "{}", stage.text());
    stage.press("Esc");
    assert!(stage.effects.iter().all(|effect| *effect != Effect::Leave));
}
