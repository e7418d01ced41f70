//! The roles that colour can have, and the themes that give them colours.
//!
//! Whether colour is wanted at all is decided by the caller from plain values; nothing here asks the
//! environment. In the theme without colour every role keeps a mark of its own.

use ratatui::style::{Color, Modifier, Style};

use crate::app::Look;
use crate::report::svg::Paper;

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

/// A style for each role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// What is read.
    pub text: Style,
    /// What is read second.
    pub second: Style,
    /// Rules, tree lines, explanations of signs.
    pub faint: Style,
    /// What counts: a sentence, a total, a selected name.
    pub strong: Style,
    /// The pane and the row that have the focus.
    pub accent: Style,
    /// A value that is the reader's to change.
    pub yours: Style,
    /// More asked, later, worse.
    pub worse: Style,
    /// Less asked, better.
    pub better: Style,
    /// What the reader changed.
    pub changed: Style,
    /// What is uncovered, an edge, a doubt.
    pub warning: Style,
    /// What stops, has no place, is wrong.
    pub stop: Style,
    /// Under the selected row.
    pub tint: Style,
    /// The filled part of a bar.
    pub bar: Style,
    /// The part of a bar that nobody covers.
    pub bar_open: Style,
    /// Months lost.
    pub lost: Style,
    /// Money that is not the body's own.
    pub other: Style,
}

/// The bare colours of a theme.
struct Colours {
    text: u32,
    second: u32,
    faint: u32,
    accent: u32,
    worse: u32,
    better: u32,
    changed: u32,
    warning: u32,
    stop: u32,
    tint: u32,
}

const DARK: Colours = Colours {
    text: 0xD7_DE_E8,
    second: 0x9A_A7_B8,
    faint: 0x6B_78_88,
    accent: 0x56_B4_E9,
    worse: 0xF5_A3_5C,
    better: 0x5C_D6_C0,
    changed: 0xE0_A3_D8,
    warning: 0xF0_E4_42,
    stop: 0xFF_8A_7A,
    tint: 0x1E_2A_36,
};

const LIGHT: Colours = Colours {
    text: 0x0B_1B_2B,
    second: 0x44_50_5E,
    faint: 0x5C_68_75,
    accent: 0x12_43_6D,
    worse: 0xB8_41_0B,
    better: 0x0B_6E_66,
    changed: 0x80_16_50,
    warning: 0x6B_58_00,
    stop: 0xA1_26_0D,
    tint: 0xE2_EC_F5,
};

impl Theme {
    /// The theme for a look on a terminal with so many colours.
    pub fn new(look: Look, depth: Depth) -> Self {
        match look {
            Look::Dark => Self::coloured(&DARK, depth),
            Look::Light => Self::coloured(&LIGHT, depth),
            Look::Mono => Self::mono(),
        }
    }

    fn coloured(colours: &Colours, depth: Depth) -> Self {
        let ink = |rgb: u32| Style::new().fg(nearest(rgb, depth));
        let bold = |rgb: u32| ink(rgb).add_modifier(Modifier::BOLD);
        // Sixteen colours are the reader's own: blue may be close to the text, so it is underlined.
        let sixteen = depth == Depth::Sixteen;
        let yours = ink(colours.accent);
        let tint =
            if sixteen { Style::new() } else { Style::new().bg(nearest(colours.tint, depth)) };
        Self {
            text: ink(colours.text),
            second: ink(colours.second),
            faint: ink(colours.faint),
            strong: bold(colours.text),
            accent: bold(colours.accent),
            yours: if sixteen { yours.add_modifier(Modifier::UNDERLINED) } else { yours },
            worse: ink(colours.worse),
            better: ink(colours.better),
            changed: ink(colours.changed),
            warning: ink(colours.warning),
            stop: ink(colours.stop),
            tint,
            bar: ink(colours.accent),
            bar_open: ink(colours.warning),
            lost: ink(colours.worse),
            other: ink(colours.faint),
        }
    }

    fn mono() -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        Self {
            text: plain,
            second: plain,
            faint: plain,
            strong: bold,
            accent: bold,
            yours: plain.add_modifier(Modifier::UNDERLINED),
            worse: plain,
            better: plain,
            changed: plain,
            warning: plain,
            stop: bold,
            tint: plain,
            bar: plain,
            bar_open: plain,
            lost: plain,
            other: plain,
        }
    }

    /// Whether what can be changed is underlined, as where colour cannot say it.
    pub fn underlines_yours(&self) -> bool {
        self.yours.add_modifier.contains(Modifier::UNDERLINED)
    }
}

/// What a picture of a look is drawn on.
pub const fn paper(look: Look) -> Paper {
    match look {
        Look::Light => Paper { ink: (0x0B, 0x1B, 0x2B), ground: (0xFF, 0xFF, 0xFF) },
        Look::Dark | Look::Mono => Paper { ink: (0xD7, 0xDE, 0xE8), ground: (0x10, 0x14, 0x1A) },
    }
}

/// The nearest colour that the terminal has.
fn nearest(rgb: u32, depth: Depth) -> Color {
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

    #[expect(clippy::float_arithmetic, reason = "the WCAG formula is one of floats")]
    fn luminance(rgb: u32) -> f64 {
        let [_, red, green, blue] = rgb.to_be_bytes();
        let linear = |byte: u8| {
            let c = f64::from(byte) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    #[expect(clippy::float_arithmetic, reason = "the WCAG formula is one of floats")]
    fn contrast(a: u32, b: u32) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_colour_can_be_read_on_its_ground() {
        for (colours, ground) in [(DARK, 0x10_14_1A), (LIGHT, 0xFF_FF_FF)] {
            let c = colours;
            for (name, colour, least) in [
                ("text", c.text, 4.5),
                ("second", c.second, 4.5),
                ("accent", c.accent, 4.5),
                ("worse", c.worse, 4.5),
                ("better", c.better, 4.5),
                ("changed", c.changed, 4.5),
                ("warning", c.warning, 4.5),
                ("stop", c.stop, 4.5),
                ("faint", c.faint, 3.0),
            ] {
                assert!(contrast(colour, ground) >= least, "{name} on {ground:06x}");
            }
            for colour in [c.text, c.second, c.accent, c.worse, c.better] {
                assert!(contrast(colour, c.tint) >= 4.5, "{colour:06x} on the selected row");
            }
        }
    }

    #[test]
    fn fewer_colours_are_the_nearest_ones() {
        // 56B4E9 lies nearest to 5FAFFF (cube 1,3,5 → 16+36+18+5 = 75) or 5FAFD7 (1,3,4 → 74):
        // differences (9,5,22) and (9,5,18), so 74.
        assert_eq!(nearest(0x56_B4_E9, Depth::TwoFiftySix), Color::Indexed(74));
        assert_eq!(nearest(0x56_B4_E9, Depth::Sixteen), Color::LightBlue);
        assert_eq!(nearest(0xD7_DE_E8, Depth::Sixteen), Color::Reset);
    }

    #[test]
    fn without_colour_every_style_is_free_of_it() {
        let theme = Theme::new(Look::Mono, Depth::True);
        let styles = [theme.text, theme.yours, theme.worse, theme.tint, theme.bar, theme.stop];
        assert!(styles.iter().all(|s| s.fg.is_none() && s.bg.is_none()));
        assert!(theme.underlines_yours());
    }
}
