//! Whether a file is RON at all, and ron's complaint put into plain words.
//!
//! Only the first fault is known: behind a missing bracket nothing can be trusted.

use std::ops::Range;

use ron::Deserializer;
use ron::error::{Error, SpannedError};
use serde::Deserialize as _;
use serde::de::IgnoredAny;

use super::node::Node;
use super::place::{Place, Source};
use super::slip;

/// The first place at which a text is not RON.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct SyntaxError {
    /// What is wrong, in plain words.
    pub message: String,
    /// What to do about it, where there is one answer.
    pub remedy: Option<&'static str>,
    /// The bytes at fault; at least one character where the text has one there.
    pub span: Range<usize>,
}

/// The one value of a text.
pub(super) fn root_of(source: &Source) -> Result<Node<'_>, SyntaxError> {
    let body = without_extensions(source)?;
    let mut reader = reader(source, body)?;
    let before = reader.remainder();
    let read = IgnoredAny::deserialize(&mut reader);
    let after = reader.remainder();
    match read.and_then(|_| reader.end()) {
        Ok(()) => Ok(Node::new(before.get(..before.len() - after.len()).unwrap_or_default())),
        Err(error) => Err(fault(source, body, &reader.span_error(error))),
    }
}

/// The text behind `#![…]` lines. They are looked at and left out: everything that
/// an extension allows is allowed here anyway, and one of them would let ron take brackets away.
fn without_extensions(source: &Source) -> Result<&str, SyntaxError> {
    let text = source.text();
    if text.contains("#!") { Ok(reader(source, text)?.remainder()) } else { Ok(text) }
}

fn reader<'a>(source: &Source, body: &'a str) -> Result<Deserializer<'a>, SyntaxError> {
    Deserializer::from_str(body).map_err(|error| fault(source, body, &error))
}

fn fault(source: &Source, body: &str, error: &SpannedError) -> SyntaxError {
    let offset = source.text().len() - body.len();
    let span = span(source, offset, error);
    let end = source.text().len();
    // At the end of the file ron misses a comma; what a person misses is a bracket.
    if matches!(error.code, Error::ExpectedComma) && span.end == end {
        let (message, remedy) = words(&Error::Eof);
        return SyntaxError { message, remedy, span: end..end };
    }
    let (message, remedy) =
        slip::told(source.text(), span.start, &error.code).unwrap_or_else(|| words(&error.code));
    SyntaxError { message, remedy, span }
}

/// ron counts from the start of what it was given; its span begins on the blank before a fault.
fn span(source: &Source, offset: usize, error: &SpannedError) -> Range<usize> {
    let base = source.place_at(offset);
    let byte = |line: usize, column: usize| {
        let column = if line == 1 { column + base.column - 1 } else { column };
        source.byte_at(Place { line: line + base.line - 1, column })
    };
    let text = source.text();
    let start = byte(error.span.start.line, error.span.start.col);
    let end = byte(error.span.end.line, error.span.end.col).max(start);
    let marked = text.get(start..end).unwrap_or_default();
    let start = if marked.trim().is_empty() { end } else { start + leading_blanks(marked) };
    if start < end {
        return start..end;
    }
    let width = text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    start..start + width
}

fn leading_blanks(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

fn words(error: &Error) -> (String, Option<&'static str>) {
    let (message, remedy) = match error {
        Error::Eof => ("the file ends too early", "close what is still open: ) ] or \""),
        Error::ExpectedStringEnd => ("this text is never closed", "put a \" at its end"),
        Error::UnclosedBlockComment => ("this comment is never closed", "put */ at its end"),
        Error::ExpectedComma => ("a comma is missing", "put a , between two fields or values"),
        Error::ExpectedStructLikeEnd => {
            ("a comma or a closing round bracket is missing", "put a , or a ) here")
        }
        Error::ExpectedArrayEnd => {
            ("a comma or a closing square bracket is missing", "put a , or a ] here")
        }
        Error::ExpectedMapColon => ("a colon is missing after the name", "write  name: value"),
        Error::ExpectedIdentifier => ("a field's name is missing", "write  name: value"),
        Error::TrailingCharacters => {
            ("there is more text behind the file's last bracket", "look for a bracket too many")
        }
        Error::ExceededRecursionLimit => {
            ("brackets stand too deep inside one another", "a scenario needs fewer than twenty")
        }
        other => return (plain(other), None),
    };
    (message.to_owned(), Some(remedy))
}

fn plain(error: &Error) -> String {
    let text = error.to_string();
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
