//! The twin of every sign among those of ASCII, one column each: for fonts, terminals and readers that
//! have no others. What it means stands beside it on the screen, as with the sign itself.
//!
//! Signs that can stand in one place have different twins. A letter without one becomes `?`.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// What has no twin.
const UNKNOWN: char = '?';

/// Signs and their twin.
const TWINS: [(&str, char); 32] = [
    ("▲↑", '^'),
    ("▼↓", 'v'),
    ("✕×", 'x'),
    ("⚠", '!'),
    ("●", '*'),
    ("✓☑", 'Y'),
    ("☐□", 'N'),
    ("◉", '@'),
    ("○◇", 'o'),
    ("◆", 'O'),
    ("≈", '~'),
    ("◂‹←", '<'),
    ("▸›→▌≥", '>'),
    ("▏│├┤┬┼╭╮╯┌┐┘", '|'),
    ("╰└", '`'),
    ("─━−–—▾‐‑", '-'),
    // Between two amounts a dash would be a minus.
    ("·", ';'),
    ("█▇", '#'),
    ("▓", '%'),
    ("▆", '='),
    ("▒", ':'),
    ("░…", '.'),
    ("▁", '_'),
    ("±", '+'),
    ("÷", '/'),
    ("’‘", '\''),
    ("“”", '"'),
    // No sign of ASCII is a pound; # would be read as a number, and this is the letter that £ is.
    ("£", 'L'),
    ("Σ", 'S'),
    ("≠", '!'),
    ("\u{a0}\u{2009}\u{202f}", ' '),
    ("€", 'E'),
];

/// The twin of what one cell shows.
pub fn twin(symbol: &str) -> char {
    let Some(first) = symbol.chars().next() else { return ' ' };
    // A letter with a mark on it is still that letter.
    if first.is_ascii() {
        return first;
    }
    TWINS.iter().find(|(signs, _)| signs.contains(first)).map_or(UNKNOWN, |(_, twin)| *twin)
}

/// Puts its twin in the place of everything that is not ASCII.
pub(super) fn plain(buffer: &mut Buffer, area: Rect) {
    for position in area.intersection(buffer.area).positions() {
        let symbol = buffer[position].symbol();
        if symbol.is_ascii() {
            continue;
        }
        let (own, is_wide) = (twin(symbol), symbol.width() > 1);
        buffer[position].set_char(own);
        // Its second column would be blank, and the next word begin too far to the left.
        if is_wide && let Some(next) = buffer.cell_mut((position.x + 1, position.y)) {
            next.set_char(own);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::buffer::Cell;
    use ratatui::style::Style;

    #[test]
    fn what_can_stand_in_one_place_stays_apart() {
        let places = [
            // What became of a number; more, less, the same, and that it was changed.
            "▲▼=✕⚠●✓",
            "≈?●",
            // Parts of a bar, of a year, of a curve.
            "█▓▒░▁▆ ",
            "◇◆░█▒? ",
            "·░█○ ",
            // What is chosen, ticked, folded, under the cursor.
            "◉○●",
            "☑☐✕⚠",
            "☑□✕⚠",
            "▸▾│",
            "▌▏ ",
            "├╰",
            "−·",
            "←→↑↓",
        ];
        for signs in places {
            let twins: Vec<char> = signs.chars().map(|sign| twin(&sign.to_string())).collect();
            for (at, own) in twins.iter().enumerate() {
                assert!(!twins[..at].contains(own), "{signs}: {twins:?}");
            }
        }
    }

    #[test]
    fn every_sign_has_one_twin_of_ascii() {
        for (at, (signs, own)) in TWINS.iter().enumerate() {
            assert!(own.is_ascii(), "{own}");
            for sign in signs.chars() {
                let others = TWINS[..at].iter().any(|(signs, _)| signs.contains(sign));
                assert!(!others && !sign.is_ascii(), "{sign}");
            }
        }
    }

    #[test]
    fn columns_stay_where_they_are() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 1));
        buffer.set_string(0, 0, "漢e\u{301}é £5", Style::new());
        plain(&mut buffer, Rect::new(0, 0, 8, 1));
        let shown: String = buffer.content().iter().map(Cell::symbol).collect();
        assert_eq!(shown, "??e? L5 ");
    }
}
