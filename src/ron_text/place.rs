//! A file's text and the way from a piece of it to line and column.
//!
//! Reading the bytes from a disk is the `document` floor's work.

use std::fmt;
use std::ops::Range;

use super::node::Node;
use super::syntax::{self, SyntaxError};

/// The text of one file, its name, and where its lines begin.
#[derive(Clone, Debug)]
pub struct Source {
    name: String,
    text: String,
    line_starts: Vec<usize>,
}

/// A line and a column, both from 1; the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

/// Bytes that are not UTF-8 text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "the file is not UTF-8 text: byte {} (line {line}) fits no character",
    .valid_up_to + 1
)]
pub struct NotUtf8 {
    /// How many bytes from the start are good.
    pub valid_up_to: usize,
    /// The line, from 1, in which the first bad byte stands.
    pub line: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

impl Source {
    /// A text with the name of its file; a byte order mark at its start is dropped.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let mut text = text.into();
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        let line_starts = std::iter::once(0).chain(breaks).collect();
        Self { name: name.into(), text, line_starts }
    }

    /// The bytes of a file as text.
    ///
    /// # Errors
    /// [`NotUtf8`] with the place of the first bad byte.
    pub fn try_from_bytes(name: impl Into<String>, bytes: Vec<u8>) -> Result<Self, NotUtf8> {
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Self::new(name, text)),
            Err(error) => {
                let valid_up_to = error.utf8_error().valid_up_to();
                let good = error.as_bytes().iter().take(valid_up_to);
                let line = 1 + good.filter(|&&byte| byte == b'\n').count();
                Err(NotUtf8 { valid_up_to, line })
            }
        }
    }

    /// The file's name, as it is to be printed.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text, without a byte order mark.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The file's one value.
    ///
    /// # Errors
    /// The first fault of syntax, as ron found it.
    pub fn root(&self) -> Result<Node<'_>, SyntaxError> {
        syntax::root_of(self)
    }

    /// How many lines the text has; an empty text has one.
    pub fn line_count(&self) -> usize {
        self.line_starts.len()
    }

    /// A line, from 1, without its line break; empty if there is no such line.
    pub fn line_text(&self, line: usize) -> &str {
        let text = self.text.get(self.line_range(line)).unwrap_or_default();
        let text = text.strip_suffix('\n').unwrap_or(text);
        text.strip_suffix('\r').unwrap_or(text)
    }

    /// The byte at which a line, from 1, begins; the end of the text if there is no such line.
    pub fn line_start(&self, line: usize) -> usize {
        self.line_range(line).start
    }

    /// Line and column of a byte; a byte behind the end counts as the end.
    pub fn place_at(&self, byte: usize) -> Place {
        let byte = self.text.floor_char_boundary(byte);
        let line = self.line_starts.partition_point(|&start| start <= byte);
        let before = self.text.get(self.line_start(line)..byte).unwrap_or_default();
        Place { line, column: 1 + before.chars().count() }
    }

    /// The byte at which a place stands; a column behind its line counts as the line's end.
    pub fn byte_at(&self, place: Place) -> usize {
        let line = self.line_text(place.line);
        let column = place.column.saturating_sub(1);
        let inside = line.char_indices().nth(column).map_or(line.len(), |(at, _)| at);
        self.line_start(place.line) + inside
    }

    /// Where a node of this text begins; the end of the text for a node of another one.
    pub fn place_of(&self, node: &Node<'_>) -> Place {
        self.place_at(self.span_of(node).start)
    }

    /// The bytes of a node of this text; an empty span at the end for a node of another one.
    pub fn span_of(&self, node: &Node<'_>) -> Range<usize> {
        let piece = node.source();
        let end = self.text.len();
        // A node is a slice of the text, so its address is its place.
        let start = piece.as_ptr().addr().checked_sub(self.text.as_ptr().addr());
        match start {
            Some(start) if start + piece.len() <= end => start..start + piece.len(),
            _ => end..end,
        }
    }

    fn line_range(&self, line: usize) -> Range<usize> {
        let end_of_text = self.text.len();
        let start_of = |index: usize| self.line_starts.get(index).copied();
        match line.checked_sub(1) {
            Some(index) => {
                start_of(index).unwrap_or(end_of_text)..start_of(index + 1).unwrap_or(end_of_text)
            }
            None => end_of_text..end_of_text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_line_breaks_belong_to_no_line() {
        let source = Source::new("a.ron", "\u{feff}ab\r\n€ x\n");
        assert_eq!(source.line_count(), 3);
        assert_eq!(source.line_text(1), "ab");
        assert_eq!(source.line_text(2), "€ x");
        assert_eq!(source.line_text(3), "");
        assert_eq!(source.line_text(0), "");
        // "ab\r\n" is 4 bytes, "€" 3 and the blank 1: `x` is byte 8, the third character.
        assert_eq!(source.place_at(8), Place { line: 2, column: 3 });
        assert_eq!(source.byte_at(Place { line: 2, column: 3 }), 8);
        assert_eq!(source.place_at(999), Place { line: 3, column: 1 });
    }

    #[test]
    fn bytes_that_are_no_text_are_refused_with_their_line() {
        let fault = Source::try_from_bytes("a", b"ok\n\xff".to_vec()).unwrap_err();
        assert_eq!(fault, NotUtf8 { valid_up_to: 3, line: 2 });
        assert!(fault.to_string().contains("byte 4 (line 2)"));
    }
}
