//! Lessons: what their writer says is right, the engine must say too.

use super::super::diagnostic::as_fault;
use super::super::read::LessonParts;
use super::super::sheet::Reading;
use super::super::{Code, Diagnostic};
use super::paths::leads_nowhere;
use crate::engine::{Marking, Outcome, compute, holds, measure_at, sum, told_at};
use crate::levers::{move_as_people_do, put};
use crate::model::{Answer, Choice, NumberAnswer, Play, Scenario};
use crate::ron_text::Node;

/// A step with its changes made.
struct Bench<'b, 'a> {
    parts: &'b LessonParts<'a>,
    scenario: &'b Scenario,
    outcome: &'b Outcome,
}

/// Every answer must be what the engine works out, and what is to be tried must work.
pub(in super::super) fn lessons(reading: &mut Reading<'_>, scenario: &Scenario) {
    // What a broken file comes to proves nothing.
    if super::super::load::is_broken(&reading.faults) {
        return;
    }
    for parts in std::mem::take(&mut reading.pending.lessons) {
        let mut now = scenario.clone();
        if put(&mut now, &parts.step.set).is_err() {
            continue;
        }
        let outcome = compute(&now);
        let bench = Bench { parts: &parts, scenario: &now, outcome: &outcome };
        beside(reading, &bench);
        match parts.step.question.as_ref().map(|own| &own.answer) {
            Some(Answer::Number(number)) => number_answer(reading, &bench, number),
            Some(Answer::Choice(choices)) => choice(reading, &bench, choices),
            None => {}
        }
        if let Some(play) = &parts.step.play {
            tried(reading, &bench, play);
        }
    }
}

fn beside(reading: &mut Reading<'_>, bench: &Bench<'_, '_>) {
    for (place, path) in bench.parts.step.beside.iter().enumerate() {
        if let Err(refusal) = measure_at(bench.scenario, path) {
            let fault = leads_nowhere(reading, bench.parts.at("beside", place), &refusal);
            reading.note(fault);
        }
    }
}

fn number_answer(reading: &mut Reading<'_>, bench: &Bench<'_, '_>, answer: &NumberAnswer) {
    let (scenario, outcome) = (bench.scenario, bench.outcome);
    let told = match told_at(scenario, &answer.of) {
        Ok(told) => told,
        Err(refusal) => {
            let fault = leads_nowhere(reading, bench.parts.at("of", 0), &refusal);
            reading.note(fault);
            return;
        }
    };
    let known = told.reading(scenario, outcome).filter(|reading| reading.value.is_some());
    let Some(truth) = known else {
        let message = format!("{} is not a known number here", answer.of);
        not_confirmed(reading, bench.parts.at("of", 0), (message, "nothing to ask for"));
        return;
    };
    let marking = Marking { scenario, outcome, answer, truth };
    match marking.confirms() {
        Ok(true) => {}
        Ok(false) => {
            let shown = marking.shown();
            let message = format!("{} is {shown}, not {}", answer.of, answer.is);
            let node = bench.parts.at("is", 0);
            let fault = fault(reading, node, (message, "the engine says otherwise"));
            reading.note(fault.remedy(format!("write  is: \"{shown}\"")));
        }
        Err(why) => not_confirmed(reading, bench.parts.at("is", 0), (why, "not a number")),
    }
    for (place, slip) in answer.slips.iter().enumerate() {
        let node = bench.parts.at("slip", place);
        match sum(scenario, outcome, &slip.is) {
            Ok(is) if marking.is_right(is) => {
                let message = "this slip is within what counts as right".to_owned();
                not_confirmed(reading, node, (message, "no slip"));
            }
            Ok(_) => {}
            Err(why) => not_confirmed(reading, node, (why, "cannot be worked out")),
        }
    }
}

fn choice(reading: &mut Reading<'_>, bench: &Bench<'_, '_>, choices: &[Choice]) {
    let rights = choices.iter().filter(|own| own.right).count();
    if rights != 1 || choices.len() < 2 {
        let message = "a question has two answers or more, and one of them is right".to_owned();
        let node = bench.parts.at("choices", 0);
        let fault = fault(reading, node, (message, "none or several"));
        reading.note(fault.remedy("write  right: true  at one of them"));
    }
    for (place, own) in choices.iter().enumerate() {
        let node = bench.parts.at("when", place);
        match own.when.as_deref().map(|when| holds(bench.scenario, bench.outcome, when)) {
            None if own.right => {
                let message = "nothing says why this answer is the right one".to_owned();
                let fault = fault(reading, node, (message, "no `when`"));
                reading.note(fault.remedy("write  when: \"{CP.contribution} = 0\""));
            }
            Some(Ok(is_so)) if is_so != own.right => {
                let message = match own.right {
                    true => "the engine says that this does not hold",
                    false => "the engine says that this holds, and another answer is marked right",
                };
                not_confirmed(reading, node, (message.to_owned(), "the engine says otherwise"));
            }
            Some(Err(why)) => not_confirmed(reading, node, (why, "cannot be worked out")),
            None | Some(Ok(_)) => {}
        }
    }
}

/// What is to be reached must not hold at first, and hold with the value that is named.
fn tried(reading: &mut Reading<'_>, bench: &Bench<'_, '_>, play: &Play) {
    let until = bench.parts.at("until", 0);
    match holds(bench.scenario, bench.outcome, &play.until) {
        Ok(true) => {
            let message = "this holds from the start: there is nothing to try".to_owned();
            not_confirmed(reading, until, (message, "holds already"));
        }
        Err(why) => not_confirmed(reading, until, (why, "cannot be worked out")),
        Ok(false) => {
            let mut tried = bench.scenario.clone();
            let by = bench.parts.at("by", 0);
            match move_as_people_do(&mut tried, (play.vary.clone(), play.by.clone())) {
                Err(refusal) => {
                    not_confirmed(reading, by, (as_fault(&refusal.message).clone(), "refused"));
                }
                Ok(()) if holds(&tried, &compute(&tried), &play.until) == Ok(true) => {}
                Ok(()) => {
                    let message = format!("with {} it does not hold", play.by);
                    not_confirmed(reading, by, (message, "the engine says otherwise"));
                }
            }
        }
    }
}

fn fault(
    reading: &Reading<'_>,
    node: Node<'_>,
    (message, label): (String, &'static str),
) -> Diagnostic {
    reading.at(Code::NOT_CONFIRMED, node, message).label(label)
}

fn not_confirmed(
    reading: &mut Reading<'_>,
    node: Node<'_>,
    (message, label): (String, &'static str),
) {
    let fault = fault(reading, node, (as_fault(&message), label));
    reading
        .note(fault.remedy("`fairshare measures` and `fairshare explain` say what the engine has"));
}
