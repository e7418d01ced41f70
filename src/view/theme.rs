//! The roles that colour can have, and the themes that give them colours.
//!
//! Whether colour is wanted at all is decided by the caller from plain values; nothing here asks the
//! environment. In a theme without colour every role keeps a mark of its own.

mod depth;

#[cfg(test)]
mod contrast;

use ratatui::style::{Color, Modifier, Style};

pub use depth::Depth;

use crate::app::Look;
use crate::report::svg::Paper;
use depth::nearest;

/// What is behind the letters of a terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ground {
    /// Letters are lighter than it.
    #[default]
    Dark,
    /// Letters are darker than it.
    Light,
}

/// What a terminal can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// How many colours.
    pub depth: Depth,
    /// On what.
    pub ground: Ground,
    /// Whether nothing but ASCII.
    pub ascii: bool,
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
    /// Over the selected row of the pane that has the focus.
    pub held: Style,
    /// The filled part of a bar.
    pub bar: Style,
    /// The part of a bar that nobody covers.
    pub bar_open: Style,
    /// Months lost.
    pub lost: Style,
    /// Money that is not the body's own.
    pub other: Style,
    /// Behind everything, where the theme has a background of its own.
    pub ground: Style,
    /// Whether only signs of ASCII may be shown.
    pub ascii: bool,
}

/// The bare colours of a theme.
struct Colours {
    ground: u32,
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

const WHITE: u32 = 0xFF_FF_FF;
const BLACK: u32 = 0x00_00_00;

const DARK: Colours = Colours {
    ground: 0x10_14_1A,
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
    ground: WHITE,
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

/// Where the nearest colours of fewer would be too pale on the selected row, or the same for two
/// meanings: these are there as they are. Sixteen have no orange.
const DARK_16: Colours = Colours { worse: 0xCD_CD_00, ..DARK };
const LIGHT_16: Colours = Colours { worse: 0xFF_80_70, ..LIGHT };
const LIGHT_256: Colours = Colours { accent: 0x00_5F_87, worse: 0x87_5F_00, ..LIGHT };

const fn colours(ground: Ground, depth: Depth) -> &'static Colours {
    match (ground, depth) {
        (Ground::Dark, Depth::Sixteen) => &DARK_16,
        (Ground::Dark, _) => &DARK,
        (Ground::Light, Depth::Sixteen) => &LIGHT_16,
        (Ground::Light, Depth::TwoFiftySix) => &LIGHT_256,
        (Ground::Light, Depth::True) => &LIGHT,
    }
}

impl Theme {
    /// The theme for a look on a dark terminal with so many colours.
    pub fn new(look: Look, depth: Depth) -> Self {
        Self::on(look, Shown { depth, ..Shown::default() })
    }

    /// The theme for a look on what the terminal shows.
    pub fn on(look: Look, shown: Shown) -> Self {
        let Shown { depth, ground, ascii } = shown;
        let theme = match look {
            Look::Auto => Self::coloured(ground, depth),
            Look::Ansi16 => Self::coloured(ground, Depth::Sixteen),
            Look::Dark => Self::coloured(Ground::Dark, depth).grounded(Ground::Dark, depth),
            Look::Light => Self::coloured(Ground::Light, depth).grounded(Ground::Light, depth),
            Look::HighContrast => Self::high_contrast(depth),
            Look::Mono => Self::mono(),
        };
        Self { ascii, ..theme }
    }

    fn coloured(ground: Ground, depth: Depth) -> Self {
        let colours = colours(ground, depth);
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
            held: tint,
            bar: ink(colours.accent),
            bar_open: ink(colours.warning),
            lost: ink(colours.worse),
            other: ink(colours.faint),
            ground: Style::new(),
            ascii: false,
        }
    }

    /// The same on a background of its own. Of sixteen colours nobody knows how dark they are.
    fn grounded(self, ground: Ground, depth: Depth) -> Self {
        if depth == Depth::Sixteen {
            return self;
        }
        let colours = colours(ground, depth);
        let letters = Style::new().fg(nearest(colours.text, depth));
        Self { ground: letters.bg(nearest(colours.ground, depth)), ..self }
    }

    /// White on black; what counts is bold, what the cursor is on reversed.
    fn high_contrast(depth: Depth) -> Self {
        let (white, black) = match depth {
            Depth::Sixteen => (Color::White, Color::Black),
            _ => (nearest(WHITE, depth), nearest(BLACK, depth)),
        };
        let plain = Style::new().fg(white);
        let bold = plain.add_modifier(Modifier::BOLD);
        Self {
            worse: bold,
            better: bold,
            changed: bold,
            warning: bold,
            held: Style::new().add_modifier(Modifier::REVERSED),
            ground: plain.bg(black),
            ..Self::plain(plain)
        }
    }

    fn mono() -> Self {
        Self::plain(Style::new())
    }

    /// One ink for everything; what counts is bold, what can be changed underlined.
    fn plain(plain: Style) -> Self {
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
            tint: Style::new(),
            held: Style::new(),
            bar: plain,
            bar_open: plain,
            lost: plain,
            other: plain,
            ground: Style::new(),
            ascii: false,
        }
    }

    /// Whether what can be changed is underlined, as where colour cannot say it.
    pub fn underlines_yours(&self) -> bool {
        self.yours.add_modifier.contains(Modifier::UNDERLINED)
    }
}

/// What a picture of a look is drawn on: its own ground, or that of a terminal as it goes with it.
pub const fn paper(look: Look) -> Paper {
    let (ink, ground) = match look {
        Look::Light => (LIGHT.text, LIGHT.ground),
        Look::Mono => (LIGHT.text, WHITE),
        Look::HighContrast => (WHITE, BLACK),
        Look::Auto | Look::Dark | Look::Ansi16 => (DARK.text, DARK.ground),
    };
    Paper { ink: bytes(ink), ground: bytes(ground) }
}

const fn bytes(rgb: u32) -> (u8, u8, u8) {
    let [_, red, green, blue] = rgb.to_be_bytes();
    (red, green, blue)
}
