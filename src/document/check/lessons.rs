//! Lessons: what their writer says is right, the engine must say too.

use super::super::diagnostic::as_fault;
use super::super::read::LessonParts;
use super::super::sheet::Reading;
use super::super::{Code, Diagnostic};
use super::paths::leads_nowhere;
use crate::engine::{
    Marking, Outcome, OutcomeMeasure, as_typed, compute, holds, measure_at, measure_path, sum,
    told_at,
};
use crate::levers::{move_as_people_do, put};
use crate::model::{
    Answer, Choice, Node as ModelNode, NumberAnswer, Play, Quoted, Scenario, Telling,
};
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
    let what = match (choices.len(), rights) {
        (0 | 1, _) => Some("there is one answer, and a question needs two or more to choose from"),
        (_, 0) => Some("no answer is marked as the right one"),
        (_, 1) => None,
        _ => Some("several answers are marked right, and just one may be"),
    };
    if let Some(what) = what {
        let node = bench.parts.at("choices", 0);
        let fault = fault(reading, node, (what.to_owned(), "one right, and others"));
        reading.note(
            fault.remedy("write  right: true  at one answer of two or more, and at no other"),
        );
    }
    for (place, own) in choices.iter().enumerate() {
        let node = bench.parts.at("when", place);
        match own.when.as_deref().map(|when| holds(bench.scenario, bench.outcome, when)) {
            None if own.right => {
                let message = "nothing says why this answer is the right one".to_owned();
                let fault = fault(reading, node, (message, "no `when`"));
                let path = bench.parts.step.beside.first().cloned();
                let path = path.unwrap_or_else(|| some_path(bench.scenario));
                reading.note(
                    fault.remedy(format!("write  when: \"{{{path}}} > 0\"  or what else holds")),
                );
            }
            Some(Ok(is_so)) if is_so != own.right => {
                let read = read_out((bench.scenario, bench.outcome), own.when.as_deref());
                let message = match own.right {
                    true => format!("this does not hold: {read}"),
                    false => format!("this holds, and another answer is marked right: {read}"),
                };
                not_confirmed(reading, node, (message, "the engine says otherwise"));
            }
            Some(Err(why)) => not_confirmed(reading, node, (why, "cannot be worked out")),
            None | Some(Ok(_)) if !own.right && own.because.is_none() => {
                let message = "nothing is said to whoever chooses this".to_owned();
                let fault = fault(reading, node, (message, "no `because`"));
                reading.note(fault.remedy("write  because: \"…\"  beside it"));
            }
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
                    let read = read_out((&tried, &compute(&tried)), Some(&play.until));
                    let message = format!("with {} it does not hold: {read}", play.by);
                    not_confirmed(reading, by, (message, "the engine says otherwise"));
                }
            }
        }
    }
}

/// What the figures of an expression come to: `CP.ask is 0.00, CP.gap is 50400000.00`.
fn read_out((scenario, outcome): (&Scenario, &Outcome), words: Option<&str>) -> String {
    let telling = words.and_then(|words| Telling::parse(words).ok()).unwrap_or_default();
    let figure = |own: &Quoted| {
        let told = told_at(scenario, &own.path).ok()?;
        let value = as_typed(told.reading(scenario, outcome)?);
        let value = if value.is_empty() { "not known" } else { &value };
        Some(format!("{} is {value}", own.path))
    };
    let mut read: Vec<String> = Vec::new();
    for words in telling.figures().filter_map(figure) {
        if !read.contains(&words) {
            read.push(words);
        }
    }
    read.join(", ")
}

/// A path of the file at hand, for an example.
fn some_path(scenario: &Scenario) -> String {
    let first = OutcomeMeasure::find(ModelNode::System(0), "gap");
    first.map_or_else(String::new, |own| measure_path(scenario, own))
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
