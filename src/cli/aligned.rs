//! Lists for a shell: columns that line up, or one sentence a row for screen readers.

use crate::format::width;

/// Rows under their heads, if there are any, columns lined up with two blanks between; the last one is free.
pub(super) fn aligned(heads: &[&str], rows: &[Vec<String>]) -> String {
    let widest = |at: usize| {
        let cells = rows.iter().filter_map(|row| row.get(at)).map(String::as_str);
        cells.chain(heads.get(at).copied()).map(width).max().unwrap_or(0)
    };
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(widest).collect();
    let heads: Vec<String> = heads.iter().map(|head| (*head).to_owned()).collect();
    let line = |row: &Vec<String>| {
        let cell = |(cell, columns): (&String, &usize)| {
            format!("{cell}{}", " ".repeat(columns.saturating_sub(width(cell)) + 2))
        };
        let line: String = row.iter().zip(&widths).map(cell).collect();
        line.trim_end().to_owned() + "\n"
    };
    let heads = std::iter::once(&heads).filter(|heads| !heads.is_empty());
    heads.chain(rows).map(line).collect()
}

/// The same in sentences: `path CP.plan; unit pounds; value -192.4m.`
pub(super) fn spoken(heads: &[&str], rows: &[Vec<String>]) -> String {
    let line = |row: &Vec<String>| {
        let said = heads.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
        let parts: Vec<String> = said.map(|(head, cell)| format!("{head} {cell}")).collect();
        parts.join("; ") + ".\n"
    };
    rows.iter().map(line).collect()
}

/// One or the other.
pub(super) fn listing(heads: &[&str], rows: &[Vec<String>], plain: bool) -> String {
    if plain { spoken(heads, rows) } else { aligned(heads, rows) }
}
