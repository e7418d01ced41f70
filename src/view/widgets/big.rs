//! A figure that is read from the back of a room: letters of an 8 × 8 font, as large as there is
//! room for.

use font8x8::{BASIC_FONTS, LATIN_FONTS, UnicodeFonts as _};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Dots of a letter, in either direction.
const DOTS: u16 = 8;

/// How a dot of a letter becomes cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scale {
    /// Two columns and a row: a cell is twice as high as it is wide, so a dot is square.
    Large,
    /// A column and a row: narrow letters, still twice as high as the next.
    Tall,
    /// A column and half a row.
    Medium,
    /// Half a column and half a row.
    Small,
    /// No letters of dots at all: plain words.
    Words,
}

impl Scale {
    /// The columns of so many dots.
    const fn columns(self, dots: u16) -> u16 {
        match self {
            Self::Large => dots.saturating_mul(2),
            Self::Tall | Self::Medium => dots,
            Self::Small => dots / 2,
            Self::Words => 1,
        }
    }

    /// The rows of a letter.
    const fn rows(self) -> u16 {
        match self {
            Self::Large | Self::Tall => DOTS,
            Self::Medium | Self::Small => DOTS / 2,
            Self::Words => 1,
        }
    }

    /// The largest in which a figure fits; where only whole cells can be drawn, of those.
    fn fitting(figure: &str, (area, whole): (Rect, bool)) -> Self {
        let dots = figure.chars().map(width).fold(0, u16::saturating_add);
        let fits = |scale: &Self| scale.columns(dots) <= area.width && scale.rows() <= area.height;
        let all = [Self::Large, Self::Tall, Self::Medium, Self::Small];
        let drawn = if whole { &all[..2] } else { &all[..] };
        drawn.iter().copied().find(fits).unwrap_or(Self::Words)
    }
}

/// How many rows a figure takes in so much room; `whole`: half cells cannot be drawn.
pub fn big_height(figure: &str, area: Rect, whole: bool) -> u16 {
    Scale::fitting(figure, (area, whole)).rows()
}

/// Draws a figure at the left of an area.
pub fn draw_big(buffer: &mut Buffer, (area, whole): (Rect, bool), (figure, style): (&str, Style)) {
    let area = area.intersection(buffer.area);
    let scale = Scale::fitting(figure, (area, whole));
    if scale == Scale::Words {
        super::put(buffer, area, &[(figure, style)]);
        return;
    }
    let mut left = area.x;
    for letter in figure.chars() {
        let glyph = glyph(letter);
        let columns = scale.columns(width(letter));
        for y in 0..scale.rows() {
            for x in 0..columns {
                let symbol = symbol(glyph, scale, (x, y));
                let at = (left + x, area.y + y);
                if symbol != " "
                    && let Some(cell) = buffer.cell_mut(at)
                {
                    cell.set_symbol(symbol).set_style(style);
                }
            }
        }
        left += columns;
    }
}

/// How many dots wide a letter is: a point needs no room for a digit.
const fn width(letter: char) -> u16 {
    match letter {
        '.' | ',' => DOTS / 2,
        _ => DOTS,
    }
}

/// The dots of a letter, a byte for each row, the leftmost dot in the lowest bit.
fn glyph(letter: char) -> [u8; 8] {
    // The font has no minus of its own.
    let letter = if letter == '−' { '-' } else { letter };
    let dots = BASIC_FONTS.get(letter).or_else(|| LATIN_FONTS.get(letter)).unwrap_or_default();
    // The dots of a narrow one begin in the second column of their letter.
    let shift = u32::from(width(letter) < DOTS);
    dots.map(|row| row >> shift)
}

fn symbol(glyph: [u8; 8], scale: Scale, (x, y): (u16, u16)) -> &'static str {
    let dot = |column: u16, row: u16| {
        glyph.get(usize::from(row)).is_some_and(|dots| dots & (1 << column) != 0)
    };
    match scale {
        Scale::Large => {
            if dot(x / 2, y) {
                "█"
            } else {
                " "
            }
        }
        Scale::Tall => {
            if dot(x, y) {
                "█"
            } else {
                " "
            }
        }
        Scale::Medium => match (dot(x, 2 * y), dot(x, 2 * y + 1)) {
            (true, true) => "█",
            (true, false) => "▀",
            (false, true) => "▄",
            (false, false) => " ",
        },
        Scale::Small => quadrant([
            dot(2 * x, 2 * y),
            dot(2 * x + 1, 2 * y),
            dot(2 * x, 2 * y + 1),
            dot(2 * x + 1, 2 * y + 1),
        ]),
        Scale::Words => " ",
    }
}

/// The sign for four dots: two above, two below.
const fn quadrant(dots: [bool; 4]) -> &'static str {
    match dots {
        [false, false, false, false] => " ",
        [true, false, false, false] => "▘",
        [false, true, false, false] => "▝",
        [true, true, false, false] => "▀",
        [false, false, true, false] => "▖",
        [true, false, true, false] => "▌",
        [false, true, true, false] => "▞",
        [true, true, true, false] => "▛",
        [false, false, false, true] => "▗",
        [true, false, false, true] => "▚",
        [false, true, false, true] => "▐",
        [true, true, false, true] => "▜",
        [false, false, true, true] => "▄",
        [true, false, true, true] => "▙",
        [false, true, true, true] => "▟",
        [true, true, true, true] => "█",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(figure: &str, columns: u16, rows: u16) -> Vec<String> {
        let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
        let area = buffer.area;
        draw_big(&mut buffer, (area, false), (figure, Style::new()));
        let row = |cells: &[ratatui::buffer::Cell]| {
            cells
                .iter()
                .map(ratatui::buffer::Cell::symbol)
                .collect::<String>()
                .trim_end()
                .to_owned()
        };
        buffer.content().chunks(usize::from(columns).max(1)).map(row).collect()
    }

    #[test]
    fn a_letter_is_as_large_as_there_is_room_for() {
        // The font's 1 has the rows 0C 0E 0C 0C 0C 0C 3F 00, the lowest bit at the left: two dots
        // from the third column, three from the second, … six from the first, none.
        assert_eq!(drawn("1", 8, 4), [" ▄██", "  ██", "  ██", "▀▀▀▀▀▀"]);
        assert_eq!(drawn("1", 4, 4), ["▗█", " █", " █", "▀▀▀"]);
        assert_eq!(drawn("1", 16, 8)[0], "    ████");
        assert_eq!(drawn("1", 8, 8)[0], "  ██");
        assert_eq!(drawn("1", 3, 4), ["1", "", "", ""]);
    }

    #[test]
    fn a_point_takes_half_a_letter() {
        // Its rows 0C 0C, the sixth and seventh, a column further to the left; then the 1 of above.
        assert_eq!(drawn(".1", 12, 4), ["     ▄██", "      ██", " ▄▄   ██", " ▀▀ ▀▀▀▀▀▀"]);
        assert_eq!(drawn(".1", 11, 4)[0], "  ▗█", "it does not fit in the next size");
    }

    #[test]
    fn every_letter_of_a_figure_has_dots() {
        for letter in "£0123456789.,%mbn−+ achedtswork[]x".chars().filter(|c| *c != ' ') {
            assert_ne!(glyph(letter), [0; 8], "{letter}");
        }
    }

    #[test]
    fn nothing_is_drawn_outside_whatever_the_size() {
        for columns in 0..40 {
            for rows in 0..10 {
                drawn("£478,905", columns, rows);
            }
        }
    }
}
