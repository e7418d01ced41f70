//! Faults as text for a shell, each with its place, its lines and what to do.
//!
//! Colours are left to the caller; the pieces of an excerpt are in `excerpt`.

use super::diagnostic::{Diagnostic, sort_by_place};
use super::excerpt::{Excerpt, ExcerptLine, Window};
use crate::format::{visible, wrapped};
use crate::ron_text::Source;

/// How faults are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Columns of the paper or the terminal.
    pub columns: usize,
    /// Whether frames and carets are ASCII.
    pub ascii: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self { columns: 100, ascii: false }
    }
}

const LINES_ABOVE: usize = 2;
/// Columns that a printed line has before and between number and text.
const MARGIN: usize = 5;

/// All faults of a file, sorted by place, in the default look.
pub fn render(faults: &[Diagnostic], source: &Source) -> String {
    render_in(faults, source, Look::default())
}

/// All faults of a file, sorted by place, a blank line between two.
pub fn render_in(faults: &[Diagnostic], source: &Source, look: Look) -> String {
    let mut sorted = faults.to_vec();
    sort_by_place(&mut sorted);
    let printed: Vec<String> = sorted.iter().map(|fault| one(fault, source, look)).collect();
    printed.join("\n")
}

fn one(fault: &Diagnostic, source: &Source, look: Look) -> String {
    let mut lines = vec![head(fault, source)];
    if !source.text().is_empty() {
        lines.extend(excerpt(fault, source, look));
    }
    for text in [&fault.remedy, &fault.why].into_iter().flatten() {
        let columns = look.columns.saturating_sub(2);
        let wrapped = wrapped(&visible(text), columns);
        lines.extend(wrapped.into_iter().map(|line| format!("  {line}")));
    }
    lines.into_iter().map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// `my-region.ron:93:9  E012  unknown field …`; without a place if there is no text to point at.
fn head(fault: &Diagnostic, source: &Source) -> String {
    let name = visible(source.name());
    let (code, headline) = (fault.code.text(), visible(&fault.headline()));
    if source.text().is_empty() {
        return format!("{name}  {code}  {headline}");
    }
    format!("{name}:{}  {code}  {headline}", source.place_at(fault.span.start))
}

fn excerpt(fault: &Diagnostic, source: &Source, look: Look) -> Vec<String> {
    let numbers = source.line_count().to_string().len();
    let columns = look.columns.saturating_sub(numbers + MARGIN);
    let window = Window { above: LINES_ABOVE, below: 0, columns };
    let excerpt = Excerpt::new(source, &fault.span, &fault.label, window);
    let (bar, caret) = if look.ascii { ("|", "^") } else { ("│", "─") };
    let width = excerpt.number_columns;
    let line = |line: &ExcerptLine| match line {
        ExcerptLine::Text { number, text } => format!("  {number:>width$} {bar} {text}"),
        ExcerptLine::Marks { column, columns, label } => {
            let (blank, marks) = (" ".repeat(*column), caret.repeat(*columns));
            format!("  {:width$} {bar} {blank}{marks} {label}", "")
        }
        ExcerptLine::Label { column, text } => {
            format!("  {:width$} {bar} {}{text}", "", " ".repeat(*column))
        }
    };
    excerpt.lines.iter().map(line).collect()
}
