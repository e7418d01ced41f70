//! A page of at most 100 columns: sentences that wrap, heads, tables with numbers at the right.

use super::Manner;
use crate::format::{cut_middle, width, wrapped};

const COLUMNS: usize = 100;
/// Blanks between two columns of a table.
const GUTTER: usize = 2;

/// Where a column's cells stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::report) enum Side {
    Left,
    Right,
}

/// A table: heads, and rows with a cell for each. The first column gives way if it is too wide.
pub(in crate::report) struct Table<'t> {
    pub(in crate::report) heads: &'t [(&'t str, Side)],
    pub(in crate::report) rows: Vec<Vec<String>>,
}

/// A page as it is written.
pub(in crate::report) struct Page {
    text: String,
    columns: usize,
}

impl Page {
    /// A page for tables, or for sentences that nothing breaks.
    pub(in crate::report) fn new(manner: Manner) -> Self {
        let columns = match manner {
            Manner::Tables => COLUMNS,
            Manner::Plain => usize::MAX,
        };
        Self { text: String::new(), columns }
    }

    /// A paragraph, wrapped, with a blank line after it.
    pub(in crate::report) fn sentence(&mut self, text: &str) {
        self.lines(text, 0);
        self.text.push('\n');
    }

    /// A head on its own line.
    pub(in crate::report) fn head(&mut self, text: &str) {
        self.lines(text, 0);
    }

    /// A point of a list, wrapped and hanging.
    pub(in crate::report) fn point(&mut self, text: &str) {
        self.lines(text, 2);
    }

    /// The blank line after a list.
    pub(in crate::report) fn gap(&mut self) {
        self.text.push('\n');
    }

    fn lines(&mut self, text: &str, indent: usize) {
        for (at, line) in wrapped(text, self.columns.saturating_sub(2 * indent)).iter().enumerate()
        {
            let hanging = if at > 0 { 2 * indent } else { indent };
            self.text.extend(std::iter::repeat_n(' ', hanging));
            self.text.push_str(line);
            self.text.push('\n');
        }
    }

    /// A table with a blank line after it; nothing if it has no rows.
    pub(in crate::report) fn table(&mut self, table: &Table<'_>) {
        if table.rows.is_empty() {
            return;
        }
        let widths = widths(table);
        let heads: Vec<String> = table.heads.iter().map(|(head, _)| (*head).to_owned()).collect();
        for row in std::iter::once(&heads).chain(&table.rows) {
            self.row(row, &widths, table.heads);
        }
        self.text.push('\n');
    }

    fn row(&mut self, row: &[String], widths: &[usize], heads: &[(&str, Side)]) {
        let mut line = String::new();
        for ((cell, &columns), (_, side)) in row.iter().zip(widths).zip(heads) {
            let cell = cut_middle(cell, columns);
            let blanks = " ".repeat(columns.saturating_sub(width(&cell)));
            match side {
                Side::Left => line.extend([cell.as_str(), &blanks]),
                Side::Right => line.extend([blanks.as_str(), &cell]),
            }
            line.push_str("  ");
        }
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// The whole page, without blank lines at its end.
    pub(in crate::report) fn finish(self) -> String {
        self.text.trim_end().to_owned() + "\n"
    }
}

/// As wide as the widest cell; what is over 100 in all is taken from the first column.
fn widths(table: &Table<'_>) -> Vec<usize> {
    let widest = |at: usize| {
        let cells = table.rows.iter().filter_map(|row| row.get(at));
        let widest = cells.map(|cell| width(cell)).max().unwrap_or(0);
        widest.max(table.heads.get(at).map_or(0, |(head, _)| width(head)))
    };
    let mut widths: Vec<usize> = (0..table.heads.len()).map(widest).collect();
    let others: usize = widths.iter().skip(1).map(|width| width + GUTTER).sum();
    if let Some(first) = widths.first_mut() {
        *first = (*first).min(COLUMNS.saturating_sub(others));
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_gives_way_to_the_numbers() {
        let mut page = Page::new(Manner::Tables);
        let heads = [("", Side::Left), ("£", Side::Right)];
        let name = "N".repeat(120);
        let rows = vec![vec![name, "1.00".to_owned()], vec!["a".to_owned(), "10.00".to_owned()]];
        page.table(&Table { heads: &heads, rows });
        let text = page.finish();
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines.iter().skip(1).all(|line| width(line) == 100), "{text}");
        assert!(lines[1].contains('…') && lines[2].ends_with(" 10.00"), "{text}");
    }
}
