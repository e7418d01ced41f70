//! The message line: what just happened, a question, what is being looked for, or a hint.

use ratatui::layout::Rect;

use super::pen::Pen;
use super::picker;
use crate::app::over::{Over, Question};
use crate::app::{App, Line, Tone, Work};

/// What just happened, a question, what is being looked for, or the hint of the screen.
pub(super) fn draw(pen: &mut Pen<'_>, app: &App, work: &Work, row: Rect) {
    if let Some(line) = app.message() {
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
            let typed = finder.input.value();
            let found = match (typed.is_empty(), finder.found) {
                (true, _) => String::new(),
                (false, 0) => "  nothing is called so".to_owned(),
                (false, count) => format!("  {count} found"),
            };
            pen.put(
                row,
                &[
                    ("find ", pen.theme.second),
                    (typed, pen.theme.strong),
                    (&found, pen.theme.second),
                ],
            );
            let at = 5 + u16::try_from(finder.input.visual_cursor()).unwrap_or(0);
            pen.cursor = Some(super::pen::after(row, at).as_position());
        }
        Some(Over::Picker(own)) => {
            let line = picker::sentence(work, own);
            pen.line(row, &line);
        }
        Some(Over::Entry(_)) => {
            let headline = work.explore.headline(&work.session);
            let said = Line::default().with("In a sentence: ", Tone::Second);
            let first = said.clone().text(headline.first.words());
            let fits = super::widgets::width_of(&first.words()) <= row.width;
            pen.line(row, &if fits { first } else { said.text(headline.narrow.words()) });
        }
        _ => {
            let line = work.explore.hint(&work.session, row.width < 110);
            pen.line(row, &line);
        }
    }
}

/// A question in words.
pub(super) fn question(work: &Work, question: &Question) -> String {
    match question {
        Question::Leave => {
            let count = work.session.changes().len();
            let are = if count == 1 { "change is" } else { "changes are" };
            format!("Leave? {count} {are} not saved.")
        }
        Question::TakeUp(own) => {
            let count = own.overlay.changes.len();
            let were = if count == 1 { "change" } else { "changes" };
            format!("{count} {were} from {} not saved then. Take them up?", own.when)
        }
        Question::Replace(file) => format!(
            "{} is there and was not written by fairshare. Replace it?",
            file.path.display()
        ),
    }
}
