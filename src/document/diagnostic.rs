//! One fault of a file: what, where, why, and what to do.
//!
//! How it is printed is in `print`; the codes are in `code`.

use std::ops::Range;

use super::code::{Code, Severity};
use crate::format::ReadFault;
use crate::ron_text::{Kind, Mismatch, Node, NotUtf8, Source, SyntaxError};

/// A fault of a file. Checks collect all of them; nothing stops at the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its kind.
    pub code: Code,
    /// How much it matters; as its code says, unless said otherwise.
    pub severity: Severity,
    /// The bytes of the [`Source`] that are at fault; empty for a fault of the whole file.
    pub span: Range<usize>,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// A few words that stand behind the carets, or nothing.
    pub label: String,
    /// What was expected or why it cannot be so, in sentences.
    pub why: Option<String>,
    /// What to write or do: `write  allocation: …`.
    pub remedy: Option<String>,
    /// The right name that was probably meant.
    pub nearest: Option<String>,
}

impl Diagnostic {
    /// A fault of these bytes.
    pub fn new(code: Code, span: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            span,
            message: message.into(),
            label: String::new(),
            why: None,
            remedy: None,
            nearest: None,
        }
    }

    /// A fault of a node.
    pub fn at(code: Code, source: &Source, node: Node<'_>, message: impl Into<String>) -> Self {
        Self::new(code, source.span_of(&node), message)
    }

    /// A value that is not of the kind that was wanted.
    pub fn mismatch(source: &Source, mismatch: &Mismatch<'_>) -> Self {
        let fault = Self::at(Code::WRONG_KIND, source, mismatch.node, mismatch.to_string());
        let fault = fault.label(format!("not {}", mismatch.wanted));
        match instead(mismatch) {
            Some(remedy) => fault.remedy(remedy),
            None => fault,
        }
    }

    /// Words that could not be read as a number, a month or the like.
    pub fn unread(code: Code, source: &Source, node: Node<'_>, fault: &ReadFault) -> Self {
        let diagnostic = Self::at(code, source, node, fault.to_string()).label(code.meaning());
        match fault.suggestion() {
            Some(better) => diagnostic.remedy(format!("write  \"{better}\"")),
            None => diagnostic,
        }
    }

    /// The fault that a file is not RON.
    pub fn syntax(error: &SyntaxError) -> Self {
        let fault = Self::new(Code::SYNTAX, error.span.clone(), &error.message).label("here");
        match error.remedy {
            Some(remedy) => fault.remedy(remedy),
            None => fault,
        }
    }

    /// The fault that a file is not text.
    pub fn encoding(error: &NotUtf8) -> Self {
        Self::new(Code::ENCODING, 0..0, error.to_string())
    }

    /// Marks only these words of what is at fault, if they stand there as they are.
    #[must_use]
    pub fn within(self, source: &Source, words: &str) -> Self {
        let found = source.text().get(self.span.clone()).and_then(|own| own.find(words));
        match found {
            Some(at) => {
                let start = self.span.start + at;
                Self { span: start..start + words.len(), ..self }
            }
            None => self,
        }
    }

    /// With the field or thing that is at fault in front of the message: `plan: …`.
    #[must_use]
    pub fn of(self, what: &str) -> Self {
        Self { message: format!("{what}: {}", self.message), ..self }
    }

    /// With a few words behind the carets.
    #[must_use]
    pub fn label(self, label: impl Into<String>) -> Self {
        Self { label: label.into(), ..self }
    }

    /// With what was expected, or why it cannot be so.
    #[must_use]
    pub fn why(self, why: impl Into<String>) -> Self {
        Self { why: Some(why.into()), ..self }
    }

    /// With what to write or do.
    #[must_use]
    pub fn remedy(self, remedy: impl Into<String>) -> Self {
        Self { remedy: Some(remedy.into()), ..self }
    }

    /// With the right name that was probably meant, if one is near.
    #[must_use]
    pub fn nearest(self, name: Option<&str>) -> Self {
        Self { nearest: name.map(str::to_owned), ..self }
    }

    /// What is wrong and, if a name is near, the question whether that was meant.
    pub fn headline(&self) -> String {
        match &self.nearest {
            Some(name) => format!("{}. Did you mean `{name}`?", self.message),
            None => self.message.clone(),
        }
    }
}

/// A refusal as a fault says it: without a full stop, and small where it begins with no name.
pub(super) fn as_fault(sentence: &str) -> String {
    let sentence = sentence.trim_end_matches('.');
    let first = sentence.split(' ').next().unwrap_or_default();
    let mut letters = sentence.chars();
    match (["A", "The", "That", "This", "Nothing"].contains(&first), letters.next()) {
        (true, Some(letter)) => letter.to_lowercase().chain(letters).collect(),
        _ => sentence.to_owned(),
    }
}

/// What to write in place of a value of the wrong kind, where one answer is likely.
fn instead(mismatch: &Mismatch<'_>) -> Option<String> {
    let written = mismatch.node.source();
    match (mismatch.wanted, mismatch.node.kind()) {
        (Kind::Text, Kind::Word | Kind::Number | Kind::Bool) => {
            Some(format!("write  \"{written}\""))
        }
        (Kind::Bool, _) => Some("write  true or false, without quotes".to_owned()),
        (Kind::List, Kind::Fields | Kind::Tuple | Kind::Map) => {
            Some("put square brackets around it: [ … ]".to_owned())
        }
        (Kind::List, Kind::Text) => Some(format!("write  [{written}]")),
        (Kind::Fields, Kind::List | Kind::Map) => {
            Some("write round brackets here: (name: value, …)".to_owned())
        }
        _ => None,
    }
}

/// Puts faults in the order of their places; those of one place stay as they were found.
pub fn sort_by_place(faults: &mut [Diagnostic]) {
    faults.sort_by_key(|fault| (fault.span.start, fault.span.end));
}
