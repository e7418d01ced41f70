//! A piece of a file, or of what was typed, that could not be read as a value.

use crate::ron_text::{Kind, Mismatch, Node};

/// What kind of fault it is; `document` gives each a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Problem {
    /// An amount that cannot be read.
    Amount,
    /// A percentage that cannot be read.
    Percent,
    /// A month that cannot be read.
    Month,
    /// A whole number that cannot be read.
    Number,
    /// A decimal number that cannot be read.
    Decimal,
    /// A name that is none of the choices.
    Choice,
    /// A rule that does not exist.
    Rule,
    /// A measure that the scenario does not have.
    Measure,
    /// An id that nobody has.
    Id,
    /// Something else stands where a value of this kind belongs.
    Kind,
    /// A field that a rule does not have.
    UnknownField,
    /// A field that a rule needs.
    MissingField,
    /// A value outside its range, such as parts that do not add up to 100 %.
    Range,
}

/// What could not be read, where, and what would be right.
#[derive(Clone, Debug)]
pub struct Misread<'a> {
    /// The piece at fault.
    pub node: Node<'a>,
    /// What kind of fault it is.
    pub problem: Problem,
    /// What is wrong, in a sentence without its full stop.
    pub message: String,
    /// What would be right there.
    pub remedy: String,
    /// The nearest right name, where one is near.
    pub nearest: Option<String>,
}

impl<'a> Misread<'a> {
    pub(super) fn new(
        node: Node<'a>,
        problem: Problem,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self { node, problem, message: message.into(), remedy: remedy.into(), nearest: None }
    }

    pub(super) fn near(mut self, nearest: Option<String>) -> Self {
        self.nearest = nearest;
        self
    }

    pub(super) fn kind(mismatch: &Mismatch<'a>, remedy: impl Into<String>) -> Self {
        Self::new(mismatch.node, Problem::Kind, mismatch.to_string(), remedy)
    }
}

/// The words of a scalar: a text's contents, a number's digits, or a bare name.
pub(super) fn words_of(node: Node<'_>) -> Result<std::borrow::Cow<'_, str>, Mismatch<'_>> {
    match node.kind() {
        Kind::Number => node.number_text().map(std::borrow::Cow::Borrowed),
        Kind::Word => node.word().map(std::borrow::Cow::Borrowed),
        _ => node.text(),
    }
}
