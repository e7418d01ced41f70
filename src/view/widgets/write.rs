//! Writing words into cells: clipped, cut on the borders of characters, counted in columns.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Words of one style, one after the other.
pub type Piece<'a> = (&'a str, Style);

/// How many columns words take.
pub fn width_of(words: &str) -> u16 {
    u16::try_from(words.width()).unwrap_or(u16::MAX)
}

/// Writes pieces from a place to the right, and answers how many columns were written.
///
/// What does not fit into `area`'s width is cut with an ellipsis.
pub fn put(buffer: &mut Buffer, area: Rect, pieces: &[Piece<'_>]) -> u16 {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return 0;
    }
    let mut at = 0;
    for (words, style) in pieces {
        let room = area.width.saturating_sub(at);
        if room == 0 {
            break;
        }
        let fitting = fit(words, room);
        buffer.set_stringn(area.x + at, area.y, &fitting, usize::from(room), *style);
        at += width_of(&fitting).min(room);
    }
    at
}

/// Writes words so that they end at the right edge of an area; what does not fit is not written.
pub fn put_right(buffer: &mut Buffer, area: Rect, piece: Piece<'_>) {
    let width = width_of(piece.0);
    let area = area.intersection(buffer.area);
    if width > area.width || area.is_empty() {
        return;
    }
    let place = Rect { x: area.right() - width, width, ..area };
    put(buffer, place, &[piece]);
}

/// Words cut to so many columns, with an ellipsis where something is missing.
pub fn fit(words: &str, room: u16) -> String {
    // A name of ten thousand characters is measured only as far as it can be seen.
    let mut used = 0;
    let mut kept = String::new();
    let mut before_last = (0, 0);
    for grapheme in words.graphemes(true) {
        let width = width_of(grapheme);
        if used + width > room {
            kept.truncate(before_last.0);
            if room > 0 {
                kept.push('…');
            }
            return kept;
        }
        if used + width < room {
            before_last = (kept.len() + grapheme.len(), used + width);
        }
        kept.push_str(grapheme);
        used += width;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_by_columns_and_never_inside_a_character() {
        assert_eq!(fit("Thurrock", 8), "Thurrock");
        assert_eq!(fit("Thurrock", 5), "Thur…");
        // Each of these takes two columns: three columns hold one of them and the ellipsis.
        assert_eq!(fit("漢字漢字", 3), "漢…");
        assert_eq!(fit("漢字漢字", 4), "漢…");
        // e with an accent of its own is one character.
        assert_eq!(fit("e\u{301}e\u{301}e", 2), "e\u{301}…");
        assert_eq!(fit("abc", 0), "");
    }

    #[test]
    fn nothing_is_written_outside_the_buffer() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 3, 1));
        put(&mut buffer, Rect::new(2, 0, 10, 1), &[("abc", Style::new())]);
        put(&mut buffer, Rect::new(7, 9, 10, 1), &[("abc", Style::new())]);
        put_right(&mut buffer, Rect::new(0, 0, 2, 1), ("xyz", Style::new()));
        assert_eq!(buffer.content()[2].symbol(), "…");
        assert_eq!(buffer.content()[0].symbol(), " ");
    }
}
