//! What is said beside the numbers: changes, what has no place, warnings, key tests, standings.

use super::Manner;
use super::page::Page;
use crate::engine::{self, Trial, Verdict, findings};
use crate::format::exact;
use crate::levers::{Change, change_words, node_at};
use crate::report::words::reading_words;
use crate::report::{Subject, behind, by_standing, verdict_word, why_unplaced};

pub(super) fn changes(page: &mut Page, subject: &Subject<'_>, manner: Manner) {
    if subject.changes.is_empty() {
        page.sentence("As the file has it: nothing is changed.");
        return;
    }
    page.head("Changed:");
    for change in subject.changes {
        page.point(&words_of(subject, change, manner));
    }
    page.gap();
}

fn words_of(subject: &Subject<'_>, change: &Change, manner: Manner) -> String {
    let words = change_words(subject.now, change);
    match manner {
        Manner::Tables => words,
        Manner::Plain => words.replace('→', "to").replace('−', "-"),
    }
}

pub(super) fn write(page: &mut Page, subject: &Subject<'_>, manner: Manner) {
    unplaced(page, subject, manner);
    warnings(page, subject);
    key_tests(page, subject, manner);
    standings(page, subject);
    page.sentence(&format!("The file’s SHA-256 is {}.", subject.now.words.sha256));
}

fn unplaced(page: &mut Page, subject: &Subject<'_>, manner: Manner) {
    let all = engine::unplaced(subject.outcome);
    if all.is_empty() {
        page.sentence("Every penny asked for has a place.");
        return;
    }
    // Nodes that share a reason share a line: one that is said twenty times is not read.
    let mut reasons: Vec<(String, Vec<String>)> = Vec::new();
    for unplaced in &all {
        let name = subject.now.words.of(unplaced.node).brief();
        let amount = format!("{name} {}", exact(unplaced.amount, manner.minus()));
        let reason = why_unplaced(subject.now, unplaced);
        match reasons.iter_mut().find(|(own, _)| *own == reason) {
            Some((_, amounts)) => amounts.push(amount),
            None => reasons.push((reason, vec![amount])),
        }
    }
    page.head("What has no place, and why:");
    for (reason, amounts) in reasons {
        page.point(&format!("{}: {reason}.", amounts.join("; ")));
    }
    page.gap();
}

fn warnings(page: &mut Page, subject: &Subject<'_>) {
    let all = findings(subject.now, subject.outcome);
    if all.is_empty() {
        return;
    }
    page.head("Mind:");
    for finding in &all {
        let name = &subject.now.words.of(finding.node).name;
        page.point(&format!("{name}: {}.", finding.reason.words()));
    }
    page.gap();
}

fn key_tests(page: &mut Page, subject: &Subject<'_>, manner: Manner) {
    let words = &subject.now.words;
    if words.key_tests.is_empty() {
        return;
    }
    page.head("Key tests:");
    for (place, test) in words.key_tests.iter().enumerate() {
        let trial = Trial::read(subject.now, place).ok();
        let verdict = trial.map(|trial| trial.judge(subject.now, subject.outcome));
        let value = verdict.and_then(|verdict| judged(subject, &verdict, manner));
        let value = value.map_or_else(String::new, |value| format!(" ({value})"));
        let partner = test.partner.as_deref().map_or_else(String::new, |id| {
            let name = node_at(subject.now, id).map_or(id, |node| words.of(node).brief());
            format!("{name}: ")
        });
        let passes = verdict_word(verdict.and_then(|verdict| verdict.passes));
        page.point(&format!("{partner}{}: {passes}{value}.", test.words.name));
    }
    page.gap();
}

/// What was read: `£0.00`; of several readings whose is the worst: `at worst Crisis line, 4 months`.
fn judged(subject: &Subject<'_>, verdict: &Verdict, manner: Manner) -> Option<String> {
    let (measure, reading) = verdict.worst?;
    let value = reading_words(reading, manner.minus())?;
    let name = subject.now.words.of(measure.node).brief();
    Some(if verdict.readings > 1 { format!("at worst {name}, {value}") } else { value })
}

/// The figures behind it: what was changed, then by standing, the least known first.
fn standings(page: &mut Page, subject: &Subject<'_>) {
    for (standing, points) in by_standing(&behind(subject.now, subject.changes)) {
        page.head(standing.head());
        for point in points {
            page.point(&point);
        }
        page.gap();
    }
}
