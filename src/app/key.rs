//! Our own key: a code with ctrl and shift, and its text form ("Ctrl-P", "Shift-Left", "?").
//!
//! No terminal library stands above `terminal/`, which turns its events into these. What a key does
//! stands in `keymap`.

use std::fmt;
use std::str::FromStr;

/// Which key it is. A capital letter is a character of its own, not a shifted one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A printed character.
    Char(char),
    /// Return.
    Enter,
    /// Escape.
    Esc,
    /// The tabulator.
    Tab,
    /// Rubs out what stands before the cursor.
    Backspace,
    /// Rubs out what stands under the cursor.
    Delete,
    /// An arrow.
    Left,
    /// An arrow.
    Right,
    /// An arrow.
    Up,
    /// An arrow.
    Down,
    /// The start of a line.
    Home,
    /// The end of a line.
    End,
    /// One screenful up.
    PageUp,
    /// One screenful down.
    PageDown,
    /// A function key, from 1.
    F(u8),
}

/// A key press.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// Whether control is held.
    pub ctrl: bool,
    /// Whether shift is held; never of a character, which is another character then.
    pub shift: bool,
}

impl Key {
    /// A key alone.
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, shift: false }
    }

    /// A printed character.
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// A key with control.
    pub const fn ctrl(code: Code) -> Self {
        Self { code, ctrl: true, shift: false }
    }

    /// A key with shift.
    pub const fn shift(code: Code) -> Self {
        Self { code, ctrl: false, shift: true }
    }
}

/// The names of the keys that print nothing.
const NAMES: [(&str, Code); 15] = [
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("Backspace", Code::Backspace),
    ("Delete", Code::Delete),
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Home", Code::Home),
    ("End", Code::End),
    ("PgUp", Code::PageUp),
    ("PgDn", Code::PageDown),
    ("Space", Code::Char(' ')),
    ("Minus", Code::Char('-')),
];

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
        }
        if self.shift {
            f.write_str("Shift-")?;
        }
        if let Code::Char(c) = self.code {
            let held = if self.ctrl { c.to_ascii_uppercase() } else { c };
            return if c == ' ' { f.write_str("Space") } else { write!(f, "{held}") };
        }
        if let Code::F(number) = self.code {
            return write!(f, "F{number}");
        }
        let named = NAMES.iter().find(|(_, code)| *code == self.code);
        f.write_str(named.map_or("", |(name, _)| name))
    }
}

/// Words that name no key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no key: write one like a, ?, Enter, Shift-Left, Ctrl-S or F1")]
pub struct NoSuchKey(pub String);

impl FromStr for Key {
    type Err = NoSuchKey;

    fn from_str(text: &str) -> Result<Self, NoSuchKey> {
        let no_such = || NoSuchKey(text.to_owned());
        let (ctrl, rest) = held(text, "Ctrl-");
        let (shift, rest) = held(rest, "Shift-");
        let mut characters = rest.chars();
        let code = match (characters.next(), characters.next()) {
            (Some(c), None) if shift => Code::Char(c.to_ascii_uppercase()),
            (Some(c), None) if ctrl => Code::Char(c.to_ascii_lowercase()),
            (Some(c), None) => Code::Char(c),
            _ => named(rest).ok_or_else(no_such)?,
        };
        Ok(Self { code, ctrl, shift: shift && !matches!(code, Code::Char(_)) })
    }
}

fn held<'a>(text: &'a str, word: &str) -> (bool, &'a str) {
    match text.strip_prefix(word) {
        Some(rest) if !rest.is_empty() => (true, rest),
        _ => (false, text),
    }
}

fn named(name: &str) -> Option<Code> {
    if let Some((_, code)) = NAMES.iter().find(|(own, _)| own.eq_ignore_ascii_case(name)) {
        return Some(*code);
    }
    let number: u8 = name.strip_prefix('F')?.parse().ok()?;
    (1..=24).contains(&number).then_some(Code::F(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_written_as_people_write_it() {
        let cases = [
            (Key::ctrl(Code::Char('p')), "Ctrl-P"),
            (Key::shift(Code::Left), "Shift-Left"),
            (Key::char('?'), "?"),
            (Key::char('-'), "-"),
            (Key::char('G'), "G"),
            (Key::plain(Code::F(1)), "F1"),
            (Key::char(' '), "Space"),
            (Key::shift(Code::Tab), "Shift-Tab"),
        ];
        for (key, text) in cases {
            assert_eq!(key.to_string(), text);
            assert_eq!(text.parse(), Ok(key));
        }
    }

    #[test]
    fn what_is_no_key_is_refused_in_words() {
        for text in ["", "Hyper", "F0", "F99", "Ctrl-Nothing"] {
            assert_eq!(text.parse::<Key>(), Err(NoSuchKey(text.to_owned())));
        }
    }
}
