//! What a room asks for that no story has planned: found, tried, kept, and never told of the wrong cause.
#![cfg(test)]

use fairshare::app::{Effect, Look, Message};
use fairshare::document::{library, parse};
use fairshare::ron_text::Source;

use super::stage::{Stage, east_of_england, says, says_not};

fn east() -> Stage {
    Stage::of(east_of_england(), Look::Dark).sized(80, 24)
}

fn northshire() -> Stage {
    Stage::of(library("northshire").unwrap(), Look::Dark).sized(80, 24)
}

#[test]
fn a_second_lever_is_not_told_what_the_first_one_did() {
    let mut stage = east();
    // An offset of 26m: 5.2m each, 70 % of it, of that 228.287 ÷ 1,668.4: 498,060.83.
    stage.press("P 4 Enter / text:thurrock Enter Up");
    says(&stage, "before £478,905  →  £498,061");
    stage.press("/ text:thurrock Space text:reserve Enter");
    says(&stage, "What if Thurrock’s reserve were not £0?");
    says_not(&stage, "before");
    // A reserve takes nothing off the ask; what programmes lose is 100k less: that is shown.
    stage.press("Up");
    says(&stage, "before £478,905  →  £378,905  ▼ £100,000 less");
    says(&stage, "Thurrock’s programmes lose");
    stage.press("Esc");
    says(&stage, "In the model a mental-health crisis line");
}

#[test]
fn the_first_esc_takes_the_what_if_back_and_the_second_leaves() {
    let mut stage = east();
    stage.press("P 2 Enter Up");
    says(&stage, "r puts it back");
    stage.press("Esc");
    says(&stage, "2 of 6");
    says_not(&stage, "r puts it back");
    stage.press("Esc");
    says_not(&stage, "2 of 6");
}

#[test]
fn an_answer_that_is_kept_stands_beside_what_it_is_compared_with() {
    let mut stage = east();
    stage.press("P 2 Enter Up a text:Kept Enter");
    // The talk goes on where it is; what is shown stays.
    says(&stage, "before £25.4m  →  £0");
    stage.press("Left Right");
    says(&stage, "2 of 7");
    stage.press("End");
    says(&stage, "7 of 7");
    says(&stage, "What if the neighbours were asked for the whole of it?");
    says(&stage, "before £25.4m  →  £0  ▼ £25.4m less   r puts it back");
    says(&stage, "No source says");
    // It began so: Esc leaves at once. What was taken back can be made again.
    stage.press("r");
    says(&stage, "↑ £25.4m  →  £0");
    stage.press("Up");
    says(&stage, "before £25.4m  →  £0");
    stage.press("Esc");
    says_not(&stage, "7 of 7");
}

#[test]
fn a_number_that_is_kept_with_what_was_tried_says_what_that_was() {
    let mut stage = east();
    stage.press("P 4 Enter / text:southend Enter Up a Enter Esc End");
    // A 25th more of the offset is a 25th more of 611,264.38.
    says(&stage, "What if East of England’s offset were £26m, not £25m?");
    says(&stage, "before £611,264  →  £635,715");
    says(&stage, "£635,714.96 Southend’s");
}

#[test]
fn what_stands_now_is_compared_with_the_file() {
    let mut stage = east();
    // Explore’s cursor is on C&P’s plan: 1m worse, a gap of 51.4m.
    stage.press("Left P");
    says(&stage, "With C&P’s plan −£193.4m, not −£192.4m.");
    says(&stage, "before £50.4m  →  £51.4m  ▲ £1.0m more");
    // Of a gap is told who covers it.
    says(&stage, "Five other systems");
    says(&stage, "left uncovered");
}

#[test]
fn the_bars_are_of_the_number_that_stands_above_them() {
    let mut stage = northshire();
    // Moor finds a tenth of its open 10m itself; Vale is asked for 3m, Coast for 2m.
    stage.press("P / text:moor Enter");
    says(&stage, "Moor and Fell is asked for");
    let bar = |name: &str| {
        let text = stage.text();
        let line = text.lines().rfind(|line| line.contains(name) && line.contains('▇'));
        line.map(|line| line.rsplit(' ').next().unwrap_or_default().to_owned())
    };
    assert_eq!(bar("Moor and Fell").as_deref(), Some("£1.0m"));
    assert_eq!(bar("Vale of North").as_deref(), Some("£3.0m"));
}

#[test]
fn notes_take_no_bar_from_the_slide_on_a_projector() {
    for step in ["3", "4", "6"] {
        let mut stage = east();
        stage.press(&format!("P {step} Enter"));
        let bars = |stage: &Stage| stage.text().matches(" £").count();
        let all = bars(&stage);
        stage.press("n");
        says(&stage, "Notes");
        assert!(bars(&stage) >= all, "step {step}:\n{}", stage.text());
    }
    let mut stage = east();
    stage.press("P 3 Enter n");
    says(&stage, "Thurrock  ");
}

#[test]
fn a_kept_step_whose_number_is_gone_says_so() {
    let mut stage = northshire();
    stage.press("P 3 Enter a text:Crisis Enter Esc");
    let overlay = stage.recovery().expect("it is written down as soon as it is there");
    for is_shown in [true, false] {
        let mut gone = overlay.clone();
        if is_shown {
            gone.story[0].show = Some("EV/line.delay".to_owned());
        } else {
            gone.story[0].what_if.as_mut().expect("it has one").path = "XX.reserve".to_owned();
        }
        let mut stage = northshire();
        stage.app.with_overlay(gone);
        stage.press("P End");
        says(&stage, "This step no longer fits the scenario");
    }
}

#[test]
fn what_is_typed_is_found_as_it_is_before_anything_that_has_its_letters() {
    let mut stage = east();
    stage.press("P / text:southend Space text:reserve");
    says(&stage, "reserve of Southend");
    says_not(&stage, "Hertfordshire");
    stage.press("Esc / text:sthend");
    says(&stage, "nothing is called so; what comes near:");
    says(&stage, "Southend");
    stage.press("Esc / text:qqq");
    says(&stage, "nothing is called so");
    says_not(&stage, "what comes near");
}

#[test]
fn the_clock_goes_on_while_the_talk_is_left_and_gives_the_caption_no_rest() {
    let mut stage = east();
    stage.press("P m");
    says(&stage, "00:00 of 20:00");
    says(&stage, "plans to miss its control total");
    stage.press("Esc P");
    says(&stage, "00:00 of 20:00");
    let begun = stage.effects.iter().filter(|own| matches!(own, Effect::BeginClock)).count();
    assert_eq!(begun, 1, "a talk that goes on does not begin");
}

#[test]
fn a_choice_in_a_question_is_no_word_of_its_sentence() {
    let mut stage = east();
    stage.press("P 2 Enter / text:agreed Space text:cambridgeshire Enter Up");
    says(&stage, "What if “agreed” of C&P were “no”, not “yes”?");
    let mut stage = east();
    stage.press("P 2 Enter / text:stance Space text:thurrock Space text:ccg Enter");
    says(&stage, "were not “contributes”?");
}

#[test]
fn a_fault_in_the_file_is_no_slide() {
    let broken = || parse(Source::new("northshire.ron", "(format: 1)")).unwrap_err();
    let mut stage = northshire();
    stage.press("P 2 Enter a text:Half Space text:typ");
    stage.app.update(Message::Loaded(Err(broken())));
    says(&stage, "The file has a fault now; this is its last good version.");
    stage.press("text:ed");
    says(&stage, "title of the new step  Half typed");
    // A version that can be read takes nothing of what is typed.
    stage.app.update(Message::Loaded(Ok(Box::new(library("northshire").unwrap()))));
    stage.press("text:!");
    says(&stage, "title of the new step  Half typed!");
    stage.press("Esc");
    stage.app.update(Message::Loaded(Err(broken())));
    says(&stage, "East Vale is asked for");
    // Outside it is shown at once, and nothing stale below it.
    stage.press("Esc");
    says(&stage, "Problems");
    says_not(&stage, "last good version.");
    stage.press("Esc");
    says(&stage, "This is the last good version; the file on disk has problems.");
}

#[test]
fn two_figures_that_differ_are_never_written_the_same() {
    // £22.0299bn and a million more are both £22.0bn: a decimal of a million tells them apart.
    let mut stage = Stage::of(library("england-2016").unwrap(), Look::Dark).sized(80, 24);
    stage.press("P");
    says(&stage, "£22,029.9m  →  £22,030.9m  ▲ £1.0m more");
    says(&stage, "44 systems ");
}

#[test]
fn a_council_is_shown_with_what_reaches_its_area() {
    let mut stage = east();
    // All the people of Thurrock’s commissioner live there: its ask is the area’s.
    stage.press("P 4 Enter / text:thurrock Space text:council Enter");
    says(&stage, "Asked of NHS bodies, in Thurrock Council’s area");
    says(&stage, "24-hour crisis line and team starts four months late.");
    says(&stage, "£1.5m");
    stage.press("Up");
    says(&stage, "before £478,905  →  £498,061");
    stage.press("a");
    says(&stage, "An area’s part cannot be kept as a step: it has no path.");
    stage.press("Esc");
    says(&stage, "Thurrock is asked for");
    stage.press("/ text:county Space text:cambridge Enter");
    says(&stage, "in Cambridgeshire County Council’s area");
}

#[test]
fn what_is_added_is_what_is_on_the_wall() {
    // Nothing is tried: the new step begins as this one does.
    let mut stage = east();
    stage.press("P 4 Enter a Enter End");
    says(&stage, "7 of 7");
    says(&stage, "↑ £478,905  →  £501,336");
    // A lever that was found and not moved stays the question.
    let mut stage = east();
    stage.press("P 4 Enter / text:offset Enter a Enter End");
    says(&stage, "What if East of England’s offset were not £25m?");
    says(&stage, "↑ £478,905");
}

#[test]
fn a_choice_that_was_found_leads_to_a_number_that_it_moves() {
    let mut stage = east();
    stage.press("P / text:stance Space text:southend Space text:ccg Enter Up");
    says(&stage, "Southend is asked for");
    says(&stage, "before £611,264  →  £0");
}

#[test]
fn what_nobody_is_there_to_pay_is_drawn() {
    let mut stage = Stage::of(library("england-2016").unwrap(), Look::Dark).sized(80, 24);
    stage.press("P / text:contributors Space text:england Enter Up");
    says(&stage, "no payer found");
}

#[test]
fn the_place_is_kept_and_so_is_what_was_taken_out() {
    let mut stage = northshire();
    stage.press("Right P");
    says(&stage, "5 of 5");
    stage.press("2 Enter Esc P");
    says(&stage, "2 of 5");
    stage.press("a Enter 5 Enter");
    says(&stage, "● added");
    stage.press("Delete Esc P u");
    says(&stage, "The step is back.");
    // What is changed meanwhile is shown first.
    stage.press("Esc Right P");
    says(&stage, "With Moor’s plan −£30m, not −£32m.");
}

#[test]
fn another_version_of_the_file_takes_nothing_from_the_slide() {
    let mut stage = northshire();
    stage.press("P / text:east Space text:vale Space text:ccg Enter Up");
    let slide = stage.text();
    stage.app.update(Message::Loaded(Ok(Box::new(library("northshire").unwrap()))));
    stage.press("n n");
    assert_eq!(stage.text(), slide);
}

#[test]
fn the_speaker_is_told_the_next_title_as_that_step_begins() {
    let mut stage = east();
    stage.press("P Up");
    let notes = stage.last(|effect| match effect {
        Effect::GiveNotes(notes) => Some(notes.clone()),
        _ => None,
    });
    // The gap is £49.4m by now, and the next step tells of the file's £50.4m.
    assert!(notes.unwrap().ends_with("Next: Who covers the £50.4m?\n"));
}

#[test]
fn a_version_without_the_council_shows_the_step_again() {
    let text = include_str!("../../scenarios/northshire.ron");
    let mut stage = northshire();
    let councils = stage.app.work().unwrap().session.now().words.councils.clone();
    let last = &councils.last().unwrap().name;
    stage.press("P /").press(&format!("text:{} Enter", last.replace(' ', " Space text:")));
    says(&stage, "Asked of NHS bodies");
    // The same file with that council called otherwise: nothing is shown under a wrong name.
    let other = text.replace(last.as_str(), "Elsewhere Council");
    let scenario = parse(Source::new("northshire.ron", other)).unwrap().scenario;
    stage.app.update(Message::Loaded(Ok(Box::new(scenario))));
    says(&stage, "Left uncovered");
    says_not(&stage, "Asked of NHS bodies");
}
