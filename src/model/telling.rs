//! Sentences whose figures are worked out when they are read: `Thurrock is asked for {07G.ask}`.
//!
//! Here is only their form. What a path leads to says `engine`; how a figure is written, `report`.

use std::fmt;

use crate::format;

/// A sentence as it is written, and its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Telling {
    /// As it is written.
    pub text: String,
    /// Its parts, in order.
    pub pieces: Vec<Piece>,
}

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words that stand as they are.
    Words(String),
    /// A figure.
    Figure(Quoted),
}

/// A figure that a sentence quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// Which value of it.
    pub which: Which,
    /// How it is written.
    pub form: Form,
    /// Where it is read: an outcome, a lever or `BODY/PROGRAMME.new_start`.
    pub path: String,
    /// Of [`Which::Part`]: the whole that it is a part of.
    pub of: Option<String>,
}

/// Which value of a figure is quoted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Which {
    /// As it stands: `{07G.ask}`.
    #[default]
    Now,
    /// As the file has it: `{was 07G.ask}`.
    Was,
    /// What lies between the two: `{change 07G.ask}`.
    Change,
    /// What was published: `{reported 07G.ask}`.
    Reported,
    /// As a part of another: `{percent 07G.ask of MSE.ask}`.
    Part,
}

/// How a figure is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Form {
    /// As in a sentence: `£5 million`, `£478,905`.
    #[default]
    Sentence,
    /// As in a title: `£5.0m`.
    Short,
    /// To the penny: `£478,904.64`.
    Exact,
}

/// Why a sentence cannot be taken apart, and where that stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Garbled {
    /// What is wrong.
    pub why: String,
    /// The part at fault.
    pub part: String,
}

impl Telling {
    /// Takes a sentence apart.
    ///
    /// # Errors
    /// A brace without its other half, or words in braces that are no figure.
    pub fn parse(text: &str) -> Result<Self, Garbled> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            let (words, from) = rest.split_at(at);
            if !words.is_empty() {
                pieces.push(Piece::Words(words.to_owned()));
            }
            let inside = from.strip_prefix('{').and_then(|own| own.split_once('}'));
            let Some((inside, after)) = inside.filter(|(own, _)| !own.contains('{')) else {
                let part = from.chars().take(20).collect();
                return Err(Garbled { why: "a brace has no other half".to_owned(), part });
            };
            pieces.push(Piece::Figure(quoted(inside)?));
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Words(rest.to_owned()));
        }
        Ok(Self { text: text.to_owned(), pieces })
    }

    /// The same of what people typed: where something in it cannot be seen, the signs that stand for
    /// that quote nothing.
    ///
    /// # Errors
    /// As of [`Telling::parse`].
    pub fn of_typed(text: &str) -> Result<Self, Garbled> {
        let visible = format::visible(text);
        match visible == text && !text.contains("\\u{") {
            true => Self::parse(text),
            false => Ok(Self::plain(visible)),
        }
    }

    /// A sentence without figures.
    pub fn plain(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { pieces: vec![Piece::Words(text.clone())], text }
    }

    /// The figures that it quotes.
    pub fn figures(&self) -> impl Iterator<Item = &Quoted> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Figure(quoted) => Some(quoted),
            Piece::Words(_) => None,
        })
    }
}

impl fmt::Display for Telling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// What stands in braces: words that say which and how, then a path.
fn quoted(inside: &str) -> Result<Quoted, Garbled> {
    let garbled = |why: &str| Garbled { why: why.to_owned(), part: format!("{{{inside}}}") };
    let words: Vec<&str> = inside.split_whitespace().collect();
    if let ["percent", path, "of", whole] = words[..] {
        let (path, of) = (path.to_owned(), Some(whole.to_owned()));
        return Ok(Quoted { which: Which::Part, form: Form::Sentence, path, of });
    }
    let Some((path, before)) = words.split_last() else {
        return Err(garbled("there is no path in the braces"));
    };
    let (mut which, mut form) = (Which::default(), Form::default());
    for word in before {
        match *word {
            "was" => which = Which::Was,
            "change" => which = Which::Change,
            "reported" => which = Which::Reported,
            "short" => form = Form::Short,
            "exact" => form = Form::Exact,
            _ => {
                return Err(garbled(
                    "before a path may stand was, change or reported, short or exact; \
                     or write {percent PATH of PATH}",
                ));
            }
        }
    }
    Ok(Quoted { which, form, path: (*path).to_owned(), of: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_words_and_figures() {
        let telling = Telling::parse("From {was short A.ask} to {A.ask}.").unwrap();
        let figure =
            |which, form| Piece::Figure(Quoted { which, form, path: "A.ask".to_owned(), of: None });
        let words = |text: &str| Piece::Words(text.to_owned());
        assert_eq!(
            telling.pieces,
            [
                words("From "),
                figure(Which::Was, Form::Short),
                words(" to "),
                figure(Which::Now, Form::Sentence),
                words("."),
            ]
        );
        let part = Telling::parse("{percent A.ask of B.ask}").unwrap();
        let part = part.figures().next().unwrap().clone();
        assert_eq!((part.which, part.of.as_deref()), (Which::Part, Some("B.ask")));
    }

    #[test]
    fn what_cannot_be_taken_apart_is_named() {
        for (text, part) in [
            ("asked for {A.ask", "{A.ask"),
            ("asked for A.ask}", "}"),
            ("{}", "{}"),
            ("{about A.ask}", "{about A.ask}"),
            ("{a {b}}", "{a {b}}"),
        ] {
            assert_eq!(Telling::parse(text).unwrap_err().part, part, "{text}");
        }
    }
}
