//! What is made before a room or learnt in a lesson survives a program that is killed: the real one, in
//! a terminal of its own.

use tempfile::TempDir;

use super::terminal_stage::Running;

/// Kills it as nothing can be caught.
fn kill(mut running: Running) {
    running.signal("-KILL");
    running.ended();
}

#[test]
fn an_added_step_is_offered_again_after_a_kill() {
    let home = TempDir::new().unwrap();
    let mut running = Running::arrived(&home);
    running.press("P");
    running.wait("the first slide", |screen| screen.contents().contains("1 of 6"));
    running.press("a");
    running.wait("the title", |screen| screen.contents().contains("title of the new step"));
    running.press("\r");
    running.wait("the step", |screen| screen.contents().contains("Step 7 is added"));
    running.press("\x1b[F");
    running.wait("its place", |screen| screen.contents().contains("7 of 7"));
    kill(running);
    let mut again = Running::start(&home, &["explore", "east-of-england-2019"]);
    again.wait("the offer", |screen| screen.contents().contains("1 step of the story from"));
    again.press("\r");
    again.wait("the change taken up", |screen| {
        screen.contents().contains("1 step of the story, not saved")
    });
    again.press("P");
    again.wait("the story with it", |screen| screen.contents().contains("1 of 7"));
}

#[test]
fn a_prediction_is_remembered_after_a_kill() {
    let home = TempDir::new().unwrap();
    let mut running = Running::start(&home, &["learn", "who-pays"]);
    running.wait("the lesson", |screen| screen.contents().contains("Who pays?  step 1 of 7"));
    running.press("25.4m\r");
    running.wait("how sure", |screen| screen.contents().contains("sure?"));
    running.press("\r");
    running.wait("the answer", |screen| screen.contents().contains("Right."));
    running.press("\r");
    running.wait("the next step", |screen| screen.contents().contains("step 2 of 7"));
    kill(running);
    let mut again = Running::start(&home, &["learn", "who-pays"]);
    again.wait("where it was left", |screen| screen.contents().contains("step 2 of 7"));
    again.wait("the record", |screen| screen.contents().contains("1 prediction"));
}

#[test]
fn the_speakers_notes_follow_the_talk_on_a_second_screen() {
    let home = TempDir::new().unwrap();
    let mut notes = Running::start(&home, &["notes", "east-of-england-2019", "--follow"]);
    notes.wait("a word that nobody presents", |screen| {
        screen.contents().contains("Nobody presents this scenario now")
    });
    let mut talk = Running::arrived(&home);
    talk.press("P");
    notes.wait("the first step", |screen| screen.contents().contains("1 of 6:"));
    talk.press(" ");
    notes.wait("the second step", |screen| screen.contents().contains("2 of 6:"));
    talk.press("\x1b");
    notes.wait("the end", |screen| screen.contents().contains("Nobody presents this scenario now"));
    notes.signal("-INT");
    notes.ended();
}
