//! A page as text, for a reader without the screen.

use super::page::{Page, Step};
use super::written::Calculation;
use crate::format::{width, wrapped};

/// How wide a line is, unless somebody has less room.
const WIDTH: usize = 100;
/// Narrower than this nothing is laid out.
const NARROWEST: usize = 60;
/// Where the amounts end.
const AMOUNT: usize = 18;
/// How wide changes are at most.
const CHANGE: usize = 21;

/// The page, line by line.
pub fn as_text(page: &Page) -> String {
    as_text_within(page, WIDTH)
}

/// The same where there are so many columns.
pub fn as_text_within(page: &Page, columns: usize) -> String {
    let columns = columns.clamp(NARROWEST, WIDTH);
    let mut lines = vec![page.question.clone()];
    lines.extend(page.reported.clone());
    if !page.because.is_empty() {
        lines.extend(wrapped(&page.because, columns));
    }
    if !page.steps.is_empty() {
        lines.push(String::new());
        lines.push(row((page.heading(), "£"), columns));
    }
    for (at, step) in page.steps.iter().enumerate() {
        step_lines(&mut lines, (at + 1, step), columns);
    }
    if let Some(figure) = &page.figure {
        lines.push(String::new());
        lines.push(format!("{}: {}", figure.names[0], figure.value));
        lines.extend(operand_words(figure).map(|words| format!("  {words}")));
    }
    if !page.checks.is_empty() {
        lines.push(String::new());
        lines.push("Check".to_owned());
        for check in &page.checks {
            let mark = if check.holds { '✓' } else { '✕' };
            lines.push(format!("  {mark} {}", check.text));
        }
    }
    effect_lines(&mut lines, page, columns);
    let words = page.words();
    if !words.is_empty() {
        lines.push(String::new());
        lines.push("Words".to_owned());
        for term in &words {
            let word = term.word.trim_end_matches('(');
            lines.extend(indented(&format!("{word}: {}", term.means), 2, columns));
        }
    }
    lines.push(String::new());
    lines.extend(wrapped(&format!("In a sentence: {}", page.sentence), columns));
    let lines: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
    lines.join("\n") + "\n"
}

fn effect_lines(lines: &mut Vec<String>, page: &Page, columns: usize) {
    if page.effects.is_empty() {
        return;
    }
    lines.push(String::new());
    lines.push(row(("What would change it", page.change_heading()), columns));
    for own in &page.effects {
        // The values end where the changes begin.
        let most = columns - CHANGE - width(&own.value) - 4;
        let mut words = wrapped(&own.words, most);
        let last = format!("  {}", words.pop().unwrap_or_default());
        lines.extend(words.iter().map(|part| format!("  {part}")));
        let gap = " ".repeat((columns - CHANGE).saturating_sub(width(&last) + width(&own.value)));
        lines.push(row((&format!("{last}{gap}{}", own.value), &own.change), columns));
    }
}

fn step_lines(lines: &mut Vec<String>, (number, step): (usize, &Step), columns: usize) {
    let indented = |text: &str, by: usize| self::indented(text, by, columns);
    let words = wrapped(&step.words[0], columns - AMOUNT - 4);
    for (at, part) in words.iter().enumerate() {
        let lead = if at == 0 { format!("{number:>3} ") } else { "    ".to_owned() };
        let amount = if at + 1 == words.len() { step.amount.as_str() } else { "" };
        lines.push(row((&format!("{lead}{part}"), amount), columns));
    }
    for calculation in &step.calculations {
        lines.extend(indented(&Calculation::text(calculation), 5));
    }
    lines.extend(step.notes.iter().flat_map(|[whole, _]| indented(whole, 5)));
    for own in &step.operands {
        lines.extend(indented(&format!("{}: {}", own.names[0], own.value), 7));
        lines.extend(operand_words(own).into_iter().flat_map(|words| indented(&words, 11)));
    }
}

fn operand_words(own: &super::Operand) -> Option<String> {
    let parts = [
        own.changed.clone().map(|changed| format!("● {changed}")),
        own.how.clone(),
        own.standing.map(|standing| match own.changed {
            Some(_) => format!("in the file {}", standing.word()),
            None => standing.word().to_owned(),
        }),
        Some(own.said.clone()).filter(|said| !said.is_empty()),
        own.place.clone(),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

fn row((left, right): (&str, &str), columns: usize) -> String {
    let gap = columns.saturating_sub(width(left) + width(right)).max(2);
    if right.is_empty() { left.to_owned() } else { format!("{left}{}{right}", " ".repeat(gap)) }
}

fn indented(text: &str, by: usize, columns: usize) -> Vec<String> {
    let lines = wrapped(text, columns - by - 2);
    let lead = |at: usize| " ".repeat(if at == 0 { by } else { by + 2 });
    lines.iter().enumerate().map(|(at, line)| format!("{}{line}", lead(at))).collect()
}
