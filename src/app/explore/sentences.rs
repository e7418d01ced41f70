//! Explore line by line, for those who read or hear it so.

use super::{DecidesRow, Explore, Figure};
use crate::app::session::Session;
use crate::format::{self, Minus};

pub(super) fn sentences(explore: &Explore, session: &Session) -> Vec<String> {
    let mut lines = Vec::new();
    for row in explore.tree(session) {
        let now = row.figure.now.map(|a| format::exact(a, Minus::Sign));
        let now = now.unwrap_or_else(|| "not known".to_owned());
        let what = if row.is_gap { "gap" } else { "ask" };
        let mut line = format!("{}{}: {what} {now}", row.name, row.suffix);
        if let Some(change) = row.figure.change().filter(|change| !change.is_zero()) {
            let word = if change.get() > 0 { "more" } else { "less" };
            line = format!("{line}, {} {word}", format::exact(change.abs(), Minus::Sign));
        }
        lines.push(line);
    }
    for row in explore.decides(session) {
        if let DecidesRow::Lever(row) = row
            && row.number.is_some()
        {
            lines.push(format!("{}: {}", row.long_word, row.value));
        }
    }
    for row in explore.programmes(session) {
        if row.what.node().is_some() {
            let cut = row.cut.map_or_else(|| "[x]".to_owned(), Figure::now_column);
            lines
                .push(format!("{}: cut {cut} £m, late {}; {}", row.name, row.late.0, row.status.0));
        }
    }
    lines
}
