//! `fairshare keys`: the table of keys, as the screen's own help has it.

use crate::app::keymap::{Group, table};

/// Under which headings the keys stand, in their order.
const GROUPS: [Group; 6] =
    [Group::Values, Group::Moving, Group::View, Group::History, Group::Find, Group::Program];

/// The table as Markdown, which is also good to read on a shell.
pub(super) fn run() -> String {
    GROUPS.iter().map(|group| section(*group)).collect::<Vec<_>>().join("\n")
}

fn section(group: Group) -> String {
    let mut rows: Vec<(String, &str)> = Vec::new();
    for row in table().filter(|row| row.group == group) {
        // One act with the same keys in several places is told once.
        let line = (row.label(), row.words);
        if !rows.contains(&line) {
            rows.push(line);
        }
    }
    let width = rows.iter().map(|(keys, _)| crate::format::width(keys)).max().unwrap_or_default();
    let pad = |keys: &str| " ".repeat(width - crate::format::width(keys));
    let line = |(keys, words): &(String, &str)| {
        format!("| {}{} | {words} |\n", keys.replace('|', "\\|"), pad(keys))
    };
    let head =
        format!("| {:<width$} | {} |\n|{}|---|\n", "keys", group.title(), "-".repeat(width + 2));
    head + &rows.iter().map(line).collect::<String>()
}
