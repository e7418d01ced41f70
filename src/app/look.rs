//! Which theme is wanted; its colours stand in `view`.

/// A theme by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Look {
    /// What goes with the terminal’s own background, which stays as it is.
    #[default]
    Auto,
    /// Light on dark, with a background of its own.
    Dark,
    /// Dark on light, with a background of its own.
    Light,
    /// White on black: bold, underlined and reversed instead of coloured.
    HighContrast,
    /// No colour at all: every meaning has a sign.
    Mono,
    /// The sixteen colours that people set for their terminal themselves.
    Ansi16,
}

impl Look {
    /// All of them, in the order that one key goes through.
    pub const ALL: [Self; 6] =
        [Self::Auto, Self::Dark, Self::Light, Self::HighContrast, Self::Mono, Self::Ansi16];

    /// The next one.
    #[must_use]
    pub fn next(self) -> Self {
        let behind = Self::ALL.into_iter().skip_while(|own| *own != self).nth(1);
        behind.unwrap_or(Self::ALL[0])
    }

    /// Its name, as `--theme` takes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::Mono => "mono",
            Self::Ansi16 => "ansi16",
        }
    }

    /// The theme of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.name() == name)
    }
}
