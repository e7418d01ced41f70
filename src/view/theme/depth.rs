//! How many colours a terminal shows, and which of them is the nearest to one that is wanted.

use ratatui::style::Color;

/// How many colours the terminal shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// The sixteen that people set themselves.
    Sixteen,
    /// The cube of 256.
    TwoFiftySix,
    /// Red, green and blue of one byte each.
    #[default]
    True,
}

/// The nearest colour that the terminal has.
pub(super) fn nearest(rgb: u32, depth: Depth) -> Color {
    let [_, red, green, blue] = rgb.to_be_bytes();
    match depth {
        Depth::True => Color::Rgb(red, green, blue),
        Depth::TwoFiftySix => Color::Indexed(nearest_of_256((red, green, blue))),
        Depth::Sixteen => nearest_of_16((red, green, blue)),
    }
}

fn distance(a: (u8, u8, u8), b: (u8, u8, u8)) -> u32 {
    let square = |a: u8, b: u8| u32::from(a.abs_diff(b)).pow(2);
    square(a.0, b.0) + square(a.1, b.1) + square(a.2, b.2)
}

fn nearest_of_256(wanted: (u8, u8, u8)) -> u8 {
    let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
    let cube = (0..216_u8).map(|at| {
        let colour = (level(at / 36), level(at / 6 % 6), level(at % 6));
        (distance(colour, wanted), 16 + at)
    });
    let greys = (0..24_u8).map(|at| {
        let grey = 8 + 10 * at;
        (distance((grey, grey, grey), wanted), 232 + at)
    });
    cube.chain(greys).min().map_or(15, |(_, index)| index)
}

/// The sixteen as most terminals show them; black and white are left to the terminal's own text.
fn nearest_of_16(wanted: (u8, u8, u8)) -> Color {
    const COLOURS: [(Color, (u8, u8, u8)); 14] = [
        (Color::Reset, (0xD7, 0xDE, 0xE8)),
        (Color::Reset, (0x0B, 0x1B, 0x2B)),
        (Color::Gray, (0xB0, 0xB0, 0xB0)),
        (Color::DarkGray, (0x70, 0x70, 0x70)),
        (Color::Red, (0xCD, 0, 0)),
        (Color::Yellow, (0xCD, 0xCD, 0)),
        (Color::Blue, (0, 0x30, 0xA0)),
        (Color::Magenta, (0x90, 0, 0x70)),
        (Color::Cyan, (0, 0x80, 0x80)),
        (Color::LightRed, (0xFF, 0x80, 0x70)),
        (Color::LightYellow, (0xFF, 0xF0, 0x50)),
        (Color::LightBlue, (0x5C, 0xA0, 0xFF)),
        (Color::LightMagenta, (0xF0, 0x90, 0xF0)),
        (Color::LightCyan, (0x50, 0xE0, 0xD0)),
    ];
    let near = COLOURS.iter().min_by_key(|(_, colour)| distance(*colour, wanted));
    near.map_or(Color::Reset, |(colour, _)| *colour)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewer_colours_are_the_nearest_ones() {
        // 56B4E9 lies nearest to 5FAFFF (cube 1,3,5 → 16+36+18+5 = 75) or 5FAFD7 (1,3,4 → 74):
        // differences (9,5,22) and (9,5,18), so 74.
        assert_eq!(nearest(0x56_B4_E9, Depth::TwoFiftySix), Color::Indexed(74));
        assert_eq!(nearest(0x56_B4_E9, Depth::Sixteen), Color::LightBlue);
        assert_eq!(nearest(0xD7_DE_E8, Depth::Sixteen), Color::Reset);
    }
}
