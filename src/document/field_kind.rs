//! What may stand in a field of a file, and how the documentation calls it.

use super::noun::Noun;

/// What stands in a field.
#[derive(Clone, Copy, Debug)]
pub enum FieldKind {
    /// A text in quotes.
    Text,
    /// A name that paths use: letters, digits, `-`, `_`.
    Id,
    /// An amount, with its standing.
    Money,
    /// A percentage, with its standing.
    Percent,
    /// A whole number, with its standing.
    Count,
    /// A month.
    Month,
    /// An amount, a percentage or `WholeNeed`.
    Offset,
    /// An amount or a percentage.
    Limit,
    /// A split rule.
    Rule,
    /// One of a few words.
    Word(&'static str),
    /// `true` or `false`.
    Bool,
    /// A list of texts.
    Texts,
    /// A list of these.
    List(&'static Noun),
    /// One of these.
    One(&'static Noun),
    /// Anything the field's meaning describes.
    Other,
}

impl FieldKind {
    /// What stands in such a field, in a few words.
    pub fn words(self) -> String {
        let words = match self {
            Self::Text => "text",
            Self::Id => "id",
            Self::Money => "money",
            Self::Percent => "percent",
            Self::Count => "whole number",
            Self::Month => "month",
            Self::Offset => "money, percent or WholeNeed",
            Self::Limit => "money or percent",
            Self::Rule => "split rule",
            Self::Bool => "true or false",
            Self::Texts => "list of texts",
            Self::Other => "see its meaning",
            Self::Word(choices) => choices,
            Self::List(noun) => return format!("list: {}", noun.name),
            Self::One(noun) => noun.name,
        };
        words.to_owned()
    }

    /// The noun that stands in such a field, once or in a list.
    pub fn noun(self) -> Option<&'static Noun> {
        match self {
            Self::List(noun) | Self::One(noun) => Some(noun),
            _ => None,
        }
    }
}
