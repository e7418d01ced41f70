//! `fairshare keys`: the table of keys, as the screen's own help has it, in Markdown.

use crate::app::keymap::{Group, Row, table};
use crate::format::width;

/// Under which headings the keys stand, in their order.
const GROUPS: [Group; 8] = [
    Group::Values,
    Group::Moving,
    Group::View,
    Group::History,
    Group::Find,
    Group::Present,
    Group::Learn,
    Group::Program,
];

/// The whole table, heading by heading; or, `plain`, line by line for those who hear it.
pub(super) fn run(plain: bool) -> String {
    let section = if plain { linear } else { section };
    GROUPS.iter().map(|group| section(*group)).collect::<Vec<_>>().join("\n")
}

fn linear(group: Group) -> String {
    let rows = table().filter(|row| row.group == group).map(cells);
    let lines = rows.map(|[keys, places, words]| format!("{keys} ({places}): {words}.\n"));
    format!("{}.\n", group.title()) + &lines.collect::<String>()
}

fn section(group: Group) -> String {
    let rows = table().filter(|row| row.group == group).map(cells);
    let head = ["keys", "where", group.title()].map(str::to_owned);
    let rows: Vec<[String; 3]> = std::iter::once(head).chain(rows).collect();
    let widest =
        |column: usize| rows.iter().map(|row| width(&row[column])).max().unwrap_or_default();
    let widths = [widest(0), widest(1), widest(2)];
    let rule = widths.map(|columns| "-".repeat(columns));
    let mut lines: Vec<String> = rows.iter().map(|row| line(row, widths)).collect();
    lines.insert(1, line(&rule, widths));
    lines.concat()
}

fn cells(row: &Row) -> [String; 3] {
    let places: Vec<&str> = row.within.iter().map(|context| context.words()).collect();
    [row.label().replace('|', "\\|"), places.join(", "), row.words.to_owned()]
}

fn line(cells: &[String; 3], widths: [usize; 3]) -> String {
    let padded = cells.iter().zip(widths).map(|(cell, columns)| {
        format!("{cell}{}", " ".repeat(columns.saturating_sub(width(cell))))
    });
    format!("| {} |\n", padded.collect::<Vec<_>>().join(" | "))
}
