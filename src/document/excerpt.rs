//! The lines around a fault, made safe to show and cut to a width, with a line of carets.
//!
//! The shell's printer and a screen both draw these pieces; neither frames nor colours are here.

use std::ops::{Range, RangeInclusive};

use unicode_segmentation::UnicodeSegmentation;

use crate::format::{cut_middle, visible, width};
use crate::ron_text::Source;

/// How much of a file is wanted around a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Lines above the line at fault.
    pub above: usize,
    /// Lines below it.
    pub below: usize,
    /// Columns for the text of a line, without its number.
    pub columns: usize,
}

/// Lines of a file as they can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The lines from top to bottom.
    pub lines: Vec<ExcerptLine>,
    /// How many columns the largest line number takes.
    pub number_columns: usize,
}

/// One line of an excerpt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExcerptLine {
    /// A line of the file.
    Text {
        /// Its number, from 1.
        number: usize,
        /// The text: no tabs, nothing hidden, no wider than the window.
        text: String,
    },
    /// The line of carets under the line at fault.
    Marks {
        /// The first marked column, from 0.
        column: usize,
        /// How many columns are marked; at least one.
        columns: usize,
        /// What stands behind the marks; empty if there is nothing to say.
        label: String,
    },
    /// The label on a line of its own, where it finds no room behind the marks.
    Label {
        /// Its first column, from 0.
        column: usize,
        /// The label.
        text: String,
    },
}

/// A grapheme as it is shown, and where it begins in its line.
struct Cell {
    byte: usize,
    shown: String,
    columns: usize,
}

struct Line {
    number: usize,
    cells: Vec<Cell>,
}

const TAB: &str = "    ";

impl Excerpt {
    /// The lines around some bytes of a file, with a label for the carets.
    ///
    /// A span over several lines is marked on its first.
    pub fn new(source: &Source, span: &Range<usize>, label: &str, window: Window) -> Self {
        let at_fault = source.place_at(span.start).line;
        let lines: Vec<Line> =
            shown_lines(source, at_fault, window).map(|number| line(source, number)).collect();
        let indent = lines.iter().filter_map(Line::indent).min().unwrap_or(0);
        let line_start = source.line_start(at_fault);
        let inside = span.start.saturating_sub(line_start)..span.end.saturating_sub(line_start);
        let fault = lines.iter().find(|line| line.number == at_fault);
        let marked = fault.map_or(0..1, |line| line.columns_of(&inside));
        let from = indent.max(first_column(&marked, indent, window.columns));

        let mut shown = Vec::new();
        for line in &lines {
            let text = line.clipped(from, from > indent, window.columns);
            shown.push(ExcerptLine::Text { number: line.number, text });
            if line.number == at_fault {
                shown.extend(marks(&marked, from, label, window.columns));
            }
        }
        let number_columns = lines.last().map_or(1, |line| line.number.to_string().len());
        Self { lines: shown, number_columns }
    }
}

impl Line {
    /// Columns of blanks in front; nothing for a line of blanks.
    fn indent(&self) -> Option<usize> {
        let first = self.cells.iter().position(|cell| !cell.shown.trim().is_empty())?;
        Some(self.cells.iter().take(first).map(|cell| cell.columns).sum())
    }

    fn width(&self) -> usize {
        self.cells.iter().map(|cell| cell.columns).sum()
    }

    /// The columns that some bytes of the line take; at least one.
    fn columns_of(&self, bytes: &Range<usize>) -> Range<usize> {
        let before = |byte: usize| {
            let cells = self.cells.iter().filter(|cell| cell.byte < byte);
            cells.map(|cell| cell.columns).sum::<usize>()
        };
        let start = before(bytes.start);
        start..before(bytes.end).max(start + 1)
    }

    /// The columns behind `from`, cut to a width; `…` stands for text that was cut away.
    fn clipped(&self, from: usize, cut_before: bool, columns: usize) -> String {
        let end = from + columns;
        let last = if self.width() > end { end.saturating_sub(1) } else { end };
        let first = if cut_before { from + 1 } else { from };
        let mut text = String::new();
        if first > last || columns == 0 {
            return text;
        }
        if cut_before && self.width() > 0 {
            text.push('…');
        }
        let mut column = 0;
        for cell in &self.cells {
            let next = column + cell.columns;
            if column >= first && next <= last {
                text.push_str(&cell.shown);
            } else if next > first && column < last {
                // Half of a wide character: blanks keep the columns below in line.
                text.push_str(&" ".repeat(next.min(last) - column.max(first)));
            }
            column = next;
        }
        if last < end {
            text.push('…');
        }
        text.trim_end().to_owned()
    }
}

fn shown_lines(source: &Source, at_fault: usize, window: Window) -> RangeInclusive<usize> {
    let first = at_fault.saturating_sub(window.above).max(1);
    first..=at_fault.saturating_add(window.below).min(source.line_count())
}

fn line(source: &Source, number: usize) -> Line {
    let graphemes = source.line_text(number).grapheme_indices(true);
    let cells = graphemes.map(|(byte, grapheme)| {
        let shown = if grapheme == "\t" { TAB.to_owned() } else { visible(grapheme) };
        Cell { byte, columns: width(&shown), shown }
    });
    Line { number, cells: cells.collect() }
}

/// The first column to show, so that the marks are inside the window.
fn first_column(marked: &Range<usize>, indent: usize, columns: usize) -> usize {
    // The last column may have to be `…`.
    if marked.end < indent + columns {
        return indent;
    }
    // A quarter of the window is left for what stands before the fault.
    marked.start.saturating_sub(columns / 4)
}

fn marks(marked: &Range<usize>, from: usize, label: &str, columns: usize) -> Vec<ExcerptLine> {
    let column = marked.start.saturating_sub(from).min(columns.saturating_sub(1));
    let wide = (marked.end - marked.start).min(columns - column.min(columns)).max(1);
    let label = visible(label);
    if label.is_empty() || column + wide + 1 + width(&label) <= columns {
        return vec![ExcerptLine::Marks { column, columns: wide, label }];
    }
    let text = cut_middle(&label, columns);
    let left = column.min(columns - width(&text));
    let bare = ExcerptLine::Marks { column, columns: wide, label: String::new() };
    vec![bare, ExcerptLine::Label { column: left, text }]
}
