//! The message line: what just happened, a question, what is being looked for, or a hint.

use std::path::Path;

use ratatui::layout::Rect;

use super::pen::Pen;
use super::picker;
use crate::app::over::{Effects, Exit, Over, PathLine, Question};
use crate::app::{App, Hindrance, Line, Work};
use crate::format;

/// What just happened, a question, what is being looked for, or the hint of the screen.
pub(super) fn draw(pen: &mut Pen<'_>, app: &App, work: &Work, row: Rect) {
    let asked = matches!(work.over.last(), Some(Over::Question(_)));
    if let Some(line) = app.message().filter(|_| !asked) {
        pen.line(row, line);
        return;
    }
    match work.over.last() {
        Some(Over::Question(own)) => {
            let words = question(work, own);
            pen.put(row, &[("⚠ ", pen.theme.warning), (&words, pen.theme.strong)]);
            pen.cursor = Some(row.as_position());
        }
        Some(Over::Find(finder)) => {
            sought(pen, row, (&finder.input, finder.found));
        }
        Some(Over::Observe(own)) => observed(pen, row, &own.input),
        Some(Over::Path(line, _)) => path(pen, row, line),
        Some(Over::Picker(own)) if let Some(input) = &own.find => {
            sought(pen, row, (input, own.found().len()));
        }
        Some(Over::Picker(own)) => {
            sentence(pen, row, &picker::sentence(work, own));
        }
        Some(Over::Card(own)) => sentence(pen, row, &Line::plain(own.sentence())),
        Some(Over::Entry(_)) => {
            let said = Effects::sentence(&work.session, work.subject());
            sentence(pen, row, &Line::plain(said));
        }
        _ => {
            let (room, narrow) = (work.screens.current(), row.width < 110);
            let line = room.hint(&work.session, narrow);
            let line = match line.is_empty() {
                true => room.sentence(&work.session, narrow).in_a_sentence(),
                false => line,
            };
            pen.line(row, &whole_sentences(line, row.width));
        }
    }
}

/// The path of a file, being typed.
pub(super) fn path(pen: &mut Pen<'_>, row: Rect, line: &PathLine) {
    typed(pen, row, ("file ", &line.input, "  Enter opens it, Esc leaves it"));
}

/// What a choice would do, in a sentence.
pub(super) fn sentence(pen: &mut Pen<'_>, row: Rect, said: &Line) {
    if said.is_empty() {
        return;
    }
    pen.line(row, &whole_sentences(said.clone().in_a_sentence(), row.width));
}

/// As many whole sentences as fit, with their tones; of a screen in a sentence the words before it give
/// way first, then its last part. A first one that is too long is cut later.
fn whole_sentences(line: Line, width: u16) -> Line {
    let words = line.words();
    if super::widgets::width_of(&words) <= width {
        return line;
    }
    if let Some(bare) = line.bare() {
        let kept = whole_sentences(bare, width);
        let fits = super::widgets::width_of(&kept.words()) <= width;
        return if fits {
            kept
        } else {
            up_to(&kept, "; ", width).map_or(kept, |own| own.text("."))
        };
    }
    up_to(&line, ". ", width).map_or(line, |own| own.text("."))
}

/// As much as fits before the last of these signs.
fn up_to(line: &Line, sign: &str, width: u16) -> Option<Line> {
    let words = line.words();
    // A full stop is wanted behind it.
    let fits = |end: &usize| super::widgets::width_of(&words[..*end]) < width;
    let mut left = words.match_indices(sign).map(|(at, _)| at).filter(fits).last()?;
    let mut kept = Line::default();
    for (piece, tone) in line.pieces() {
        let taken = left.min(piece.len());
        kept = kept.with(&piece[..taken], *tone);
        left -= taken;
    }
    Some(kept)
}

/// What is being looked for, and how often it is there.
fn sought(pen: &mut Pen<'_>, row: Rect, (input, count): (&tui_input::Input, usize)) {
    let typed = input.value();
    let found = match (typed.is_empty(), count) {
        (true, _) => String::new(),
        (false, 0) => "  nothing is called so".to_owned(),
        (false, count) => format!("  {count} found"),
    };
    self::typed(pen, row, ("find ", input, &found));
}

/// A line being typed, with its word before it and what is said of it behind; the cursor stands in it.
fn typed(pen: &mut Pen<'_>, row: Rect, (word, input, note): (&str, &tui_input::Input, &str)) {
    let words = [(word, pen.theme.second), (input.value(), pen.theme.strong)];
    let written = pen.put(row, &words);
    pen.put(super::pen::after(row, written), &[(note, pen.theme.second)]);
    let at = 5 + u16::try_from(input.visual_cursor()).unwrap_or(0);
    pen.cursor = Some(super::pen::after(row, at).as_position());
}

/// A question in words.
pub(super) fn question(work: &Work, question: &Question) -> String {
    match question {
        Question::Leave(exit) => {
            let changes = work.session.changes().len() + work.session.lost().len();
            let steps = work.session.steps_to_save();
            let what_is = format::changes_and_steps(changes, steps);
            let are = if changes + steps == 1 { "is" } else { "are" };
            let what = match exit {
                Exit::Shell => "Leave".to_owned(),
                Exit::Scenario(path) => format!("Open {}", name_of(path)),
            };
            match what_is.as_str() {
                "" => format!("{what}? What was saved is taken back, and that is not saved."),
                own => format!("{what}? {own} {are} not saved."),
            }
        }
        Question::TakeUp(own) => {
            let kept = &own.overlay;
            let kept = format::changes_and_steps(kept.changes.len(), kept.story.len());
            format!("{kept} from {} not saved then. Take them up?", own.when)
        }
        Question::Replace(own) => {
            let why = match &own.why {
                Hindrance::Unseen => "It is there with something else in it.".to_owned(),
                Hindrance::Changed => "Another program has changed it since.".to_owned(),
                Hindrance::Open(holder) => format!("Open in {holder}."),
            };
            format!("Replace {}? {why}", name_of(&own.file.path))
        }
        Question::Beside(holder) => {
            format!("Also open in {holder}. Change freely; saving asks first.")
        }
    }
}

/// The name of a file without its folders.
pub(super) fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// A share being typed: who was asked, and for how much.
fn observed(pen: &mut Pen<'_>, row: Rect, input: &tui_input::Input) {
    let typed = input.value();
    let words = [("a share of your own: ", pen.theme.second), (typed, pen.theme.strong)];
    let written = pen.put(row, &words);
    let rest = super::pen::after(row, written);
    if typed.is_empty() {
        let example =
            "  who was asked, and for how much: a name or id, then the amount, such as 480k";
        pen.put(rest, &[(example, pen.theme.faint)]);
    }
    pen.cursor = Some(rest.as_position());
}
