//! Sentences whose words carry a tone: what is strong, worse, better, without a place.
//!
//! Which colour or sign a tone has is decided in `view`; the words alone already say everything.

use crate::format::capital;

/// How the line begins that says a whole screen.
const IN_A_SENTENCE: &str = "In a sentence: ";

/// How a word is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    /// What is read.
    #[default]
    Text,
    /// What is read second.
    Second,
    /// An explanation of signs, a thing that cannot be chosen.
    Faint,
    /// What counts.
    Strong,
    /// A key, or a value that is the reader's to change.
    Yours,
    /// More is asked.
    Worse,
    /// Less is asked.
    Better,
    /// What the reader changed.
    Changed,
    /// A doubt, an edge, what is uncovered.
    Warning,
    /// What has no place, or is wrong.
    Stop,
}

/// A line of words with tones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line(Vec<(String, Tone)>);

impl Line {
    /// A line of plain words.
    pub fn plain(words: impl Into<String>) -> Self {
        Self::default().with(words, Tone::Text)
    }

    /// The same line and more words.
    #[must_use]
    pub fn with(mut self, words: impl Into<String>, tone: Tone) -> Self {
        let words = words.into();
        if !words.is_empty() {
            self.0.push((words, tone));
        }
        self
    }

    /// The same line and more plain words.
    #[must_use]
    pub fn text(self, words: impl Into<String>) -> Self {
        self.with(words, Tone::Text)
    }

    /// The same line and words that count.
    #[must_use]
    pub fn strong(self, words: impl Into<String>) -> Self {
        self.with(words, Tone::Strong)
    }

    /// The same line with another behind it.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// The same as what a whole screen comes to, as it is read out.
    #[must_use]
    pub fn in_a_sentence(self) -> Self {
        if self.is_empty() {
            return self;
        }
        Self::default().with(IN_A_SENTENCE, Tone::Second).and(self)
    }

    /// What is said in a sentence, without the words before it: where they would cost its end.
    #[must_use]
    pub fn bare(&self) -> Option<Self> {
        let ((before, _), said) = self.0.split_first()?;
        let mut said = Self(said.to_vec());
        let (first, _) = said.0.first_mut().filter(|_| before == IN_A_SENTENCE)?;
        *first = capital(first);
        Some(said)
    }

    /// Its words and their tones.
    pub fn pieces(&self) -> &[(String, Tone)] {
        &self.0
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Its words without tones, as they are copied or read out.
    pub fn words(&self) -> String {
        self.0.iter().map(|(words, _)| words.as_str()).collect()
    }
}

/// The sentences at the top of a screen, and the short form for narrow ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headline {
    /// The first.
    pub first: Line,
    /// The second, if there is one.
    pub second: Line,
    /// The one of both that a narrow screen shows.
    pub narrow: Line,
}
