//! A piece of RON text, asked one level at a time.
//!
//! Every question answers with what was found or with a [`Mismatch`] that still knows the node, so
//! that a reader can collect all faults of a file. What the answers mean is not known here.

use std::borrow::Cow;
use std::fmt;

use super::split::{self, Level};

/// A value in a file: a slice of the file's text, without the comments around it.
///
/// Being a slice it is cheap to copy, and its address is its place ([`super::Source::place_of`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node<'a> {
    text: &'a str,
}

/// One `name: value` of a struct.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field<'a> {
    /// The name, as a node so that a fault can point at it.
    pub name: Node<'a>,
    /// The value.
    pub value: Node<'a>,
}

/// What a value looks like, before anybody asks what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `"text"`, also raw: `r#"text"#`.
    Text,
    /// `12_500_000`, `-1.5`.
    Number,
    /// `true` or `false`.
    Bool,
    /// A word alone: `Equal`.
    Word,
    /// Named fields: `(id: "CP")`, `Proportional(by: Allocation)`.
    Fields,
    /// Values in round brackets: `("a", 1)`, `Derived("5m", "why")`, `()`.
    Tuple,
    /// `[…]`.
    List,
    /// `{…}`.
    Map,
    /// A single character, bytes, a range: nothing that a scenario has.
    Other,
}

/// A value that is not what was wanted there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected {wanted}, found {}", found(.node))]
pub struct Mismatch<'a> {
    /// The value that is there.
    pub node: Node<'a>,
    /// What was wanted.
    pub wanted: Kind,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "text in quotes",
            Self::Number => "a number",
            Self::Bool => "true or false",
            Self::Word => "a word without quotes",
            Self::Fields => "fields in round brackets: (name: value, …)",
            Self::Tuple => "values in round brackets: (…, …)",
            Self::List => "a list in square brackets: […]",
            Self::Map => "a map in curly brackets",
            Self::Other => "a value that has no use here",
        })
    }
}

impl<'a> Node<'a> {
    /// A node over text that ron has already found to be one value or one name, trimmed.
    pub(super) fn new(text: &'a str) -> Self {
        Self { text }
    }

    /// The text of the node, just as it stands in the file.
    pub fn source(self) -> &'a str {
        self.text
    }

    /// What the value looks like.
    pub fn kind(self) -> Kind {
        split::kind(self.text)
    }

    /// Whether the value is there but holds nothing: `()`, `[]`, `Name()`.
    pub fn is_empty(self) -> bool {
        match self.kind() {
            Kind::Tuple | Kind::List => self.items().is_ok_and(|items| items.is_empty()),
            _ => false,
        }
    }

    /// The word in front: `Derived` of `Derived("5m", "why")`, `Equal` of `Equal`.
    pub fn tag(self) -> Option<Node<'a>> {
        match self.kind() {
            Kind::Word | Kind::Fields | Kind::Tuple => leading_word(self.text),
            _ => None,
        }
    }

    /// The word, where a word alone is wanted: `Equal`.
    ///
    /// # Errors
    /// If the value is something else, also a word with brackets.
    pub fn word(self) -> Result<&'a str, Mismatch<'a>> {
        match (self.kind(), leading_word(self.text)) {
            (Kind::Word, Some(word)) => Ok(word.text),
            _ => Err(self.is_not(Kind::Word)),
        }
    }

    /// The contents of a text, escapes undone.
    ///
    /// # Errors
    /// If the value is no text.
    pub fn text(self) -> Result<Cow<'a, str>, Mismatch<'a>> {
        let unescaped = ron::from_str::<&'a str>(self.text).map(Cow::Borrowed);
        let text = unescaped.or_else(|_| ron::from_str::<String>(self.text).map(Cow::Owned));
        text.map_err(|_| self.is_not(Kind::Text))
    }

    /// A number just as it stands, so that it can be read exactly.
    ///
    /// # Errors
    /// If the value is no number.
    pub fn number_text(self) -> Result<&'a str, Mismatch<'a>> {
        match self.kind() {
            Kind::Number => Ok(self.text),
            _ => Err(self.is_not(Kind::Number)),
        }
    }

    /// `true` or `false`.
    ///
    /// # Errors
    /// If the value is neither.
    pub fn bool(self) -> Result<bool, Mismatch<'a>> {
        match self.text {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(self.is_not(Kind::Bool)),
        }
    }

    /// The named fields in their order, repeated names too; `()` has none.
    ///
    /// # Errors
    /// If the value has no named fields.
    pub fn fields(self) -> Result<Vec<Field<'a>>, Mismatch<'a>> {
        // ron walks over the whole piece to split it: only where that can be of use.
        let level = match self.kind() {
            Kind::Fields | Kind::Tuple => split::split(self.text),
            _ => None,
        };
        match level {
            Some(Level::Fields(pairs)) => Ok(pairs.into_iter().map(field).collect()),
            Some(Level::Items(items)) if items.is_empty() => Ok(Vec::new()),
            _ => Err(self.is_not(Kind::Fields)),
        }
    }

    /// The values of a list, or those in a word's round brackets, in their order.
    ///
    /// # Errors
    /// If the value is neither a list nor a tuple.
    pub fn items(self) -> Result<Vec<Node<'a>>, Mismatch<'a>> {
        let level = match self.kind() {
            Kind::List | Kind::Tuple => split::split(self.text),
            _ => None,
        };
        match level {
            Some(Level::Items(items)) => Ok(items.into_iter().map(Node::new).collect()),
            _ => Err(self.is_not(Kind::List)),
        }
    }

    /// The fault of not being what was wanted, for readers that ask for more than a kind.
    pub fn is_not(self, wanted: Kind) -> Mismatch<'a> {
        Mismatch { node: self, wanted }
    }
}

fn field<'a>((name, value): (&'a str, &'a str)) -> Field<'a> {
    Field { name: Node::new(name), value: Node::new(value) }
}

fn leading_word(text: &str) -> Option<Node<'_>> {
    let raw = text.strip_prefix("r#");
    let text = raw.unwrap_or(text);
    let belongs = |c: char| c.is_alphanumeric() || c == '_' || (raw.is_some() && ".+-".contains(c));
    let end = text.find(|c| !belongs(c)).unwrap_or(text.len());
    text.get(..end).filter(|word| !word.is_empty()).map(Node::new)
}

fn found(node: &Node<'_>) -> String {
    let kind = node.kind();
    match (kind, node.tag()) {
        (Kind::Word, Some(tag)) => format!("the word `{}`", tag.text),
        (_, Some(tag)) => format!("`{}(…)`", tag.text),
        (Kind::Bool, _) => format!("`{}`", node.text),
        _ => kind.to_string(),
    }
}
