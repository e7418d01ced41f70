//! Whole journeys: keys in, screens and effects out.

use fairshare::app::explore::Pane;
use fairshare::app::over::TakeUp;
use fairshare::app::{Effect, Look, Message, Mouse, Paper, Performed, Spot};
use fairshare::document::overlay::{Base, Overlay, Saved};
use fairshare::view::spot_at;

use super::stage::{Stage, east_of_england};

fn stage() -> Stage {
    Stage::new(120, 36)
}

fn line(stage: &Stage, row: usize) -> String {
    stage.text().lines().nth(row).unwrap_or_default().trim().to_owned()
}

/// The row of the screen that holds some words.
fn row_with(stage: &Stage, words: &str) -> String {
    let text = stage.text();
    text.lines().find(|line| line.contains(words)).unwrap_or_default().to_owned()
}

#[test]
fn an_analyst_moves_the_plan_and_the_rule_and_takes_both_back() {
    let mut stage = stage();
    // Seven steps of £1m and six tenths: −192.4 → −200.0; the gap is 142 − … = 58.0, uncovered 33.0.
    stage.press("Left Left Left Left Left Left Left , , , , , ,");
    assert!(line(&stage, 2).contains("The gap is now £58.0m. The five still cover £25.0m"));
    assert!(line(&stage, 2).contains("£33.0m is uncovered"));
    // By allocation Thurrock is asked for 5,234.4… × 70 % × 13.683 % = £501,336 (SCREENS 2).
    stage.press("Down Down Right");
    assert!(line(&stage, 3).contains("Thurrock must find £501,336, ▲ £22,431 more."));
    assert!(line(&stage, 3).contains("£21,336 of it has no place."));
    assert!(line(&stage, 0).contains("● 2 changes, not saved"));
    stage.press("u");
    assert!(line(&stage, 34).contains("Undone: East of England split"));
    stage.press("R");
    assert!(line(&stage, 2).starts_with("Cambridgeshire and Peterborough plans to miss"));
    stage.press("u u");
    assert!(line(&stage, 2).contains("The gap is now"));
}

#[test]
fn a_held_key_is_one_step_of_undo() {
    let mut stage = stage();
    stage.press("Left");
    for _ in 0..5 {
        stage.app.update(Message::Held("Left".parse().unwrap()));
    }
    assert!(row_with(&stage, " plan  ").contains("−198.4"));
    stage.press("u");
    assert!(row_with(&stage, " plan  ").contains("−192.4"));
}

#[test]
fn typing_follows_at_once_keeps_the_last_good_value_and_can_be_put_back() {
    let mut stage = stage();
    stage.press("text:-200m");
    assert!(stage.text().contains("✓ understood as −£200,000,000"));
    assert!(row_with(&stage, "uncovered   ").contains("33.000"));
    stage.press("text:x");
    assert!(stage.text().contains('⚠'));
    assert!(row_with(&stage, "uncovered   ").contains("33.000"), "the last good value stands");
    // A line that cannot be read is not kept: the field stays open.
    stage.press("Enter");
    assert!(stage.text().contains("What plan should"));
    stage.press("Esc");
    assert!(line(&stage, 0).contains("nothing changed"));
    assert!(row_with(&stage, " plan ").contains("−192.4"));
}

#[test]
fn the_first_letter_takes_the_place_of_what_the_field_held() {
    let mut stage = stage();
    stage.press("Down Down Down Enter text:60");
    assert!(stage.text().contains("✓ understood as 60%"));
    stage.press("Enter");
    // 60 % typed for the commissioners leaves the providers 40 %.
    assert!(row_with(&stage, "groups").contains("60.0 : 40.0 %"));
    // With the cursor moved first, the text is edited: 60|% becomes 60.5%.
    stage.press("Enter Left text:.5 Enter");
    assert!(row_with(&stage, "groups").contains("60.5 : 39.5 %"));
}

#[test]
fn a_name_in_braces_is_completed() {
    let mut stage = stage();
    stage.press("text:={cp.contr Tab");
    assert!(stage.text().contains("={CP.control_total}"));
    // The plan is then the control total: no gap at all, £50.4m better than −£192.4m.
    assert!(stage.text().contains("✓ understood as −£142,000,000"));
    assert!(stage.text().contains("was −£192.4m: ▲ £50.4m better"));
}

#[test]
fn the_rule_picker_previews_and_keeps_nothing_until_enter() {
    let mut stage = stage();
    stage.press("Down Down Enter Down");
    assert!(row_with(&stage, "○ in proportion to allocation").contains("0.501"));
    assert!(row_with(&stage, "HWE   ").contains("6.643"), "the preview is live");
    stage.press("Esc");
    assert!(line(&stage, 0).contains("nothing changed"));
    stage.press("Enter Down Down Enter");
    assert!(line(&stage, 34).contains("turnover is not known for MSE"), "a dim row says why");
}

#[test]
fn group_shares_give_way_so_that_they_total_a_hundred() {
    let mut stage = stage();
    stage.press("Down Down Down Right Right");
    // 70 + 2 = 72, and 30 − 2 = 28.
    assert!(row_with(&stage, "groups").contains("72.0 : 28.0 %"));
    // 72 % of £5m.
    assert!(row_with(&stage, "groups").contains("3.600"));
    stage.press("u u");
    assert!(row_with(&stage, "groups").contains("70.0 : 30.0 %"));
}

#[test]
fn find_goes_to_a_name_and_on_to_the_next() {
    let mut stage = stage();
    let tree = |stage: &Stage| stage.app.work().unwrap().screens.explore.focus == Pane::Tree;
    assert!(!tree(&stage), "it begins at the levers");
    stage.press("/ text:norwich Esc");
    assert!(!tree(&stage), "Esc goes back to the pane, too");
    stage.press("/ text:norwich Enter");
    assert!(stage.text().contains("Norwich’s programmes"));
    assert!(tree(&stage), "keys act on what was found, not on a lever elsewhere");
    stage.press("/ text:essex Enter n n");
    assert!(!stage.text().contains("Norwich’s programmes"));
    stage.press("/ text:nowhere");
    assert!(line(&stage, 34).contains("nothing is called so"));
}

#[test]
fn the_palette_runs_what_is_found() {
    let mut stage = stage();
    stage.press("Left : text:everything Enter");
    assert!(line(&stage, 0).contains("nothing changed"), "{}", stage.text());
}

#[test]
fn keys_can_be_done_from_their_list() {
    let mut stage = stage();
    // Shift-Tab gives the tree the focus; * opens all branches, so that every trust is a row.
    stage.press("Shift-Tab ?");
    assert!(stage.text().contains("open or close all branches"));
    stage.press("Esc *");
    assert!(stage.text().contains("more ↓"));
}

#[test]
fn leaving_asks_if_something_is_not_saved() {
    let mut stage = stage();
    stage.press("q");
    assert_eq!(stage.effects, [Effect::Leave]);
    let mut stage = self::stage();
    stage.press("Left q");
    assert!(line(&stage, 34).contains("Leave? 1 change is not saved."));
    stage.press("Esc");
    assert!(!stage.effects.contains(&Effect::Leave));
    stage.press("q Enter");
    let Some(Effect::Write(file)) = stage.effects.last().cloned() else { panic!("it saves first") };
    assert_eq!(file.paper, Paper::Changes);
    let after = stage.app.update(Message::Performed(Performed::Written(file.paper, file.path)));
    assert!(after.contains(&Effect::Leave));
}

#[test]
fn every_change_is_kept_for_the_next_start_and_forgotten_when_saved() {
    let mut stage = stage();
    stage.press("Left");
    let [Effect::WriteRecovery(overlay)] = &stage.effects[..] else { panic!("it is kept") };
    assert_eq!((overlay.changes[0].path.as_str(), overlay.changes.len()), ("CP.plan", 1));
    stage.press("u");
    assert_eq!(stage.effects.last(), Some(&Effect::ForgetRecovery));
}

#[test]
fn a_click_selects_and_a_second_click_edits() {
    let mut stage = stage();
    // Row 14 of the screen is the pool's split: the sixth line of “What decides it”.
    stage.click(80, 15);
    assert!(row_with(&stage, "split          equal").contains('▌'));
    stage.click(80, 15);
    assert!(stage.text().contains("How should £25.0m be split"));
    stage.press("Esc");
    stage.click(20, 12);
    assert!(stage.text().contains("MSE’s programmes"));
    let spot = spot_at(&stage.app, 20, 12);
    stage.app.update(Message::Mouse(Mouse::WheelDown, spot));
    assert!(stage.text().contains("Commissioners’ programmes"));
    // The footer's last hint is q.
    assert_eq!(spot_at(&stage.app, 117, 35), Spot::Hint("q".parse().unwrap()));
}

#[test]
fn a_file_that_changes_is_read_again_and_the_changes_made_again() {
    let mut stage = stage();
    stage.press("Left");
    let effects = stage.app.update(Message::FileChanged);
    assert!(effects.contains(&Effect::Read));
    stage.app.update(Message::Loaded(Ok(Box::new(east_of_england()))));
    assert!(row_with(&stage, " plan ").contains("−193.4"));
    assert!(line(&stage, 0).contains("1 change"));
}

#[test]
fn a_change_that_a_new_version_has_no_place_for_waits_for_one_that_has() {
    let mut stage = stage();
    let renamed = |id: &str| {
        let mut scenario = east_of_england();
        let place = scenario.words.systems.iter().position(|system| system.id == "CP").unwrap();
        std::sync::Arc::make_mut(&mut scenario.words).systems[place].id = id.to_owned();
        Message::Loaded(Ok(Box::new(scenario)))
    };
    stage.press("Left");
    let effects = stage.app.update(renamed("ZZ"));
    assert!(line(&stage, 34).contains("No longer fits, but is kept: CP.plan"));
    let [Effect::WriteRecovery(kept)] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(kept.changes[0].path, "CP.plan", "it is still written down for the next start");
    // It can be saved all the same.
    stage.press("w");
    let Some(Effect::Write(file)) = stage.effects.last() else { panic!("{:?}", stage.effects) };
    assert!(file.text.contains("CP.plan"), "{}", file.text);
    stage.app.update(renamed("CP"));
    // −192.4 less a step of one million.
    assert!(row_with(&stage, " plan ").contains("−193.4"));
    assert!(line(&stage, 0).contains("1 change, not saved"));
}

#[test]
fn saved_changes_are_still_saved_when_the_file_was_read_again() {
    let mut stage = stage();
    stage.press("Left w");
    let Some(Effect::Write(file)) = stage.effects.last().cloned() else { panic!("it saves") };
    stage.app.update(Message::Performed(Performed::Written(file.paper, file.path)));
    stage.app.update(Message::Loaded(Ok(Box::new(east_of_england()))));
    assert!(line(&stage, 0).contains("1 change, saved"));
}

#[test]
fn protecting_the_only_programme_leaves_the_ask_without_a_place() {
    let mut stage = stage();
    stage.press("Tab p");
    // £478,905 and nothing left to cut: all of it is not described.
    assert!(row_with(&stage, "✕ unplaced").contains("0.479"));
    stage.press("p");
    assert!(row_with(&stage, "unplaced").contains("0.000"));
}

#[test]
fn mono_says_everything_without_colour() {
    let mut stage = Stage::of(east_of_england(), Look::Mono).sized(120, 36);
    assert!(stage.text().contains("underlined: yours to change"));
    stage.press("T");
    assert!(line(&stage, 34).contains("Colour is switched off"));
}

#[test]
fn changes_of_an_earlier_run_are_offered_and_can_be_discarded() {
    let mut stage = stage();
    let saved = Saved {
        path: "CP.plan".to_owned(),
        from: "\"-192.4m\"".to_owned(),
        to: "\"-200m\"".to_owned(),
        note: None,
    };
    let base = Base { name: "test".to_owned(), sha256: String::new() };
    let overlay = Overlay {
        title: String::new(),
        base,
        changes: vec![saved],
        story: Vec::new(),
        unsaved: None,
        history: None,
    };
    let kept = TakeUp { overlay, when: "10:42".to_owned() };
    stage.app.offer(kept.clone());
    assert!(line(&stage, 34).contains("1 change from 10:42 not saved then. Take them up?"));
    stage.press("Enter");
    assert!(row_with(&stage, " plan  ").contains("−200.0"));
    // Written down here before the earlier run's file goes.
    assert!(
        matches!(stage.effects[..], [Effect::WriteRecovery(_), Effect::ForgetOffered]),
        "{:?}",
        stage.effects
    );
    let mut stage = self::stage();
    stage.app.offer(kept.clone());
    stage.press("n");
    assert_eq!(stage.effects, [Effect::ForgetOffered]);
    assert!(row_with(&stage, " plan  ").contains("−192.4"));
    // Later: nothing is decided, so nothing of the earlier run goes, whatever happens next.
    let mut stage = self::stage();
    stage.app.offer(kept.clone());
    stage.press("Esc Left u q");
    assert!(!stage.effects.contains(&Effect::ForgetOffered), "{:?}", stage.effects);
    // What fits nowhere is not lost.
    let mut stage = self::stage();
    let mut odd = kept;
    odd.overlay.changes[0].path = "ZZ.plan".to_owned();
    stage.app.offer(odd);
    stage.press("Enter");
    let [Effect::WriteRecovery(kept), Effect::ForgetOffered] = &stage.effects[..] else {
        panic!("{:?}", stage.effects)
    };
    assert_eq!(kept.changes[0].path, "ZZ.plan", "now it is kept here");
    assert!(row_with(&stage, " plan  ").contains("−192.4"));
}

#[test]
fn a_rule_is_found_by_its_words_and_says_why_it_cannot_run() {
    let mut stage = stage();
    stage.press("Down Down Enter / text:room");
    assert!(row_with(&stage, "▌ ○").contains("everyone is left with the same room"));
    assert!(line(&stage, 34).contains("find room  1 found"));
    stage.press("Enter");
    // No system of the file has a limit.
    assert!(line(&stage, 34).contains("the limit is not known for MSE"));
}

#[test]
fn a_rule_with_parts_is_typed_and_its_faults_are_said_in_words() {
    let mut stage = stage();
    stage.press("Down Down Enter / text:part Enter Enter");
    assert!(
        stage.text().contains("Blend([(\"50%\", Equal), (\"50%\", Proportional(by: Allocation))])")
    );
    // Without its last bracket it cannot be read: what was shown last stays.
    stage.press("Backspace");
    assert!(stage.text().contains("⚠"));
    assert!(row_with(&stage, "HWE 5.8").contains("MSE 5.1"), "half of 5.0 + 6.643, of 5.0 + 5.234");
    stage.press("text:) Enter");
    assert!(line(&stage, 0).contains("1 change"));
}

#[test]
fn what_the_rule_means_is_said_with_its_figures() {
    let mut stage = stage();
    stage.press("Down Down Enter Down");
    // £6.643m of £25.0m is 26.6%; the total is what was split.
    assert!(stage.text().contains("HWE has 27% of the allocation and is asked"));
    assert!(row_with(&stage, "Total").contains("25.000  25.000 =  0.000"));
}

#[test]
fn a_cap_is_set_where_there_was_none_and_taken_away_again() {
    let mut stage = stage();
    // The last levers of a system: cap, floor; what no rule reads: percent, fixed, turn; then its
    // first programme's six. From the last one up ten is the cap.
    stage.press("/ text:Mid Space text:and Space text:South Enter Enter G PgUp");
    assert!(row_with(&stage, "▌  cap").contains("none"));
    stage.press("text:3 Enter");
    assert!(row_with(&stage, "▌  cap").contains("3.000"));
    // The other four carry the £2.0m: 5.0 + 0.5 each.
    assert!(row_with(&stage, "Norfolk and Waveney").contains("5.500"));
    stage.press("Delete");
    assert!(row_with(&stage, "▌  cap").contains("none"));
    assert!(line(&stage, 0).contains("nothing changed"));
}

#[test]
fn g_shows_where_it_goes() {
    let mut stage = stage();
    stage.press("Shift-Tab g");
    assert!(row_with(&stage, "g goes to").contains("g goes to"));
    assert!(stage.text().contains("the last row"));
    stage.press("g");
    assert!(row_with(&stage, "▌East of England").contains("25.000"));
    stage.press("z g x");
    assert!(stage.text().contains("What decides it"), "all panes again");
}

#[test]
fn a_field_says_what_is_easily_mistyped_and_what_it_would_do() {
    let mut stage = stage();
    stage.press("text:-200m");
    assert!(row_with(&stage, "  -2OOm").contains("has the letter O"));
    // 142.0 − 200.0 is a gap of 58.0, of which 25.0 is covered.
    let said = "The gap grows to £58.0m; nobody is asked for more; £33.0m is uncovered.";
    assert!(line(&stage, 34).contains(said));
}

#[test]
fn a_taller_screen_opens_more_of_the_tree_until_a_person_closes_some() {
    let mut stage = stage();
    assert!(!stage.text().contains("├▾Norfolk and Waveney"));
    stage = stage.sized(160, 50);
    assert!(stage.text().contains("├▾Norfolk and Waveney"));
    stage.press("Shift-Tab Left Left Left Left");
    stage = stage.sized(160, 60);
    assert!(stage.text().contains("├▸Mid and South Essex"), "{}", stage.text());
}
