//! One level of a RON value, taken apart by ron: the visitors that ron calls.
//!
//! What is inside a piece is only skipped here, so nothing in this file calls itself.

use std::fmt;

use ron::value::RawValue;
use serde::de::{self, Deserializer as _, MapAccess, SeqAccess, Visitor};

use super::node::Kind;

/// One level of a value: its pieces as they stand in the text, comments around them trimmed.
pub(super) enum Level<'a> {
    /// `name: value` pairs.
    Fields(Vec<(&'a str, &'a str)>),
    /// Values without names.
    Items(Vec<&'a str>),
}

/// The pieces of a value, or nothing if it has none.
pub(super) fn split(text: &str) -> Option<Level<'_>> {
    let mut reader = ron::Deserializer::from_str(text).ok()?;
    let level = reader.deserialize_any(Splitter).ok()?;
    reader.end().ok()?;
    Some(level)
}

/// What kind of value a text begins with, as ron sees it.
pub(super) fn kind(text: &str) -> Kind {
    let mut seen = Kind::Other;
    if let Ok(mut reader) = ron::Deserializer::from_str(text) {
        // The visitor stops ron at once, so this is quick however long the text is: the
        // error that ends it is no error.
        let _stopped = reader.deserialize_any(Probe { seen: &mut seen, text });
    }
    seen
}

/// ron's own name for a value that it only steps over, as its `RawValue` asks for one.
///
/// `RawValue` reads such a value a second time to make sure that it is RON; here the whole text is
/// known to be, and stepping over every value twice on every level made loading twice as slow.
const UNREAD: &str = "$ron::private::RawValue";

/// A value just as it stands, without the comments around it.
struct Piece;

impl<'a> de::DeserializeSeed<'a> for Piece {
    type Value = &'a str;

    fn deserialize<D: de::Deserializer<'a>>(self, reader: D) -> Result<&'a str, D::Error> {
        reader.deserialize_newtype_struct(UNREAD, self)
    }
}

impl<'a> Visitor<'a> for Piece {
    type Value = &'a str;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'a str) -> Result<&'a str, E> {
        trimmed(text).map_err(E::custom)
    }
}

/// A value without the comments around it.
///
/// ron reads the value again to find its ends, so it is asked only where a comment may be: ron
/// leaves no blanks there, and a comment begins with a stroke and ends with one or with its line.
fn trimmed(text: &str) -> Result<&str, ron::error::SpannedError> {
    let ends_itself = |c: char| c.is_ascii_alphanumeric() || "_)]}\"'#".contains(c);
    let begins_itself = |c: char| ends_itself(c) || "([{+-.".contains(c);
    if text.starts_with(begins_itself) && text.ends_with(ends_itself) {
        return Ok(text);
    }
    RawValue::from_ron(text).map(|value| value.trim().get_ron())
}

struct Splitter;

impl<'a> Visitor<'a> for Splitter {
    type Value = Level<'a>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("something with parts")
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<Level<'a>, A::Error> {
        let mut fields = Vec::new();
        while let Some(name) = map.next_key::<&'a str>()? {
            fields.push((name, map.next_value_seed(Piece)?));
        }
        Ok(Level::Fields(fields))
    }

    fn visit_seq<A: SeqAccess<'a>>(self, mut list: A) -> Result<Level<'a>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(Piece)? {
            items.push(item);
        }
        Ok(Level::Items(items))
    }

    fn visit_some<D: de::Deserializer<'a>>(self, inside: D) -> Result<Level<'a>, D::Error> {
        Ok(Level::Items(vec![de::DeserializeSeed::deserialize(Piece, inside)?]))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Level<'a>, E> {
        Ok(Level::Items(Vec::new()))
    }
}

struct Probe<'k, 't> {
    seen: &'k mut Kind,
    text: &'t str,
}

impl Probe<'_, '_> {
    fn saw<T, E: de::Error>(self, kind: Kind) -> Result<T, E> {
        *self.seen = kind;
        Err(E::custom("seen enough"))
    }

    fn begins_with(&self, wanted: fn(char) -> bool) -> bool {
        self.text.starts_with(wanted)
    }
}

impl<'a> Visitor<'a> for Probe<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<(), E> {
        self.saw(Kind::Bool)
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<(), E> {
        self.saw(Kind::Number)
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<(), E> {
        self.saw(Kind::Number)
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<(), E> {
        self.saw(Kind::Number)
    }

    fn visit_str<E: de::Error>(self, _: &str) -> Result<(), E> {
        self.saw(Kind::Text)
    }

    fn visit_none<E: de::Error>(self) -> Result<(), E> {
        self.saw(Kind::Word)
    }

    fn visit_some<D: de::Deserializer<'a>>(self, _: D) -> Result<(), D::Error> {
        self.saw(Kind::Tuple)
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        let kind = if self.begins_with(|c| c == '(') {
            Kind::Tuple
        } else if self.begins_with(|c| c == '.') {
            Kind::Other
        } else {
            Kind::Word
        };
        self.saw(kind)
    }

    fn visit_map<A: MapAccess<'a>>(self, _: A) -> Result<(), A::Error> {
        let kind = if self.begins_with(|c| c == '{') {
            Kind::Map
        } else if self.begins_with(|c| c == '.' || c == '-' || c == '+' || c.is_ascii_digit()) {
            Kind::Other
        } else {
            Kind::Fields
        };
        self.saw(kind)
    }

    fn visit_seq<A: SeqAccess<'a>>(self, _: A) -> Result<(), A::Error> {
        let kind = if self.begins_with(|c| c == '[') { Kind::List } else { Kind::Tuple };
        self.saw(kind)
    }

    fn visit_char<E: de::Error>(self, _: char) -> Result<(), E> {
        self.saw(Kind::Other)
    }

    fn visit_bytes<E: de::Error>(self, _: &[u8]) -> Result<(), E> {
        self.saw(Kind::Other)
    }
}
