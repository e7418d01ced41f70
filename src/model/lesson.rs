//! A lesson: situation, question, answer, why, something to try. Kept as written; what is right, the
//! engine says.

use super::telling::Telling;
use crate::money::Share;

/// One lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// Its name for progress and commands.
    pub id: String,
    /// Its place among all lessons.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// What is learnt, in a sentence.
    pub about: String,
    /// Its steps.
    pub steps: Vec<LessonStep>,
}

/// One step of a lesson. It begins from the scenario as its file has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LessonStep {
    /// What is the case.
    pub situation: Telling,
    /// Changes made first: path and value as written.
    pub set: Vec<(String, String)>,
    /// The outcomes beside it, in order: “the screen you know”.
    pub beside: Vec<String>,
    /// What is asked; a step without a question is read.
    pub question: Option<Question>,
    /// Why it is so.
    pub why: Option<Telling>,
    /// Something to try at the end.
    pub play: Option<Play>,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its words.
    pub ask: Telling,
    /// What may be answered.
    pub answer: Answer,
    /// Help in grades, the least first.
    pub hints: Vec<Telling>,
}

/// What is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A number.
    Number(NumberAnswer),
    /// One of these.
    Choice(Vec<Choice>),
}

/// A number that the engine works out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberAnswer {
    /// Where it is read.
    pub of: String,
    /// What the writer says it is: must be what the engine says.
    pub is: String,
    /// How far off still counts as right, as a share of it.
    pub within: Share,
    /// The way to it, in one line.
    pub working: Option<Telling>,
    /// Common slips.
    pub slips: Vec<Slip>,
}

/// A wrong answer that says what was overlooked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// The wrong number, as a sum: `{MSE.ask} * 13.68%`.
    pub is: String,
    /// What was overlooked.
    pub say: Telling,
}

/// One of several answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its words.
    pub say: Telling,
    /// Whether it is the right one.
    pub right: bool,
    /// What must hold for it to be right: `{CP.contribution} = 0`.
    pub when: Option<String>,
    /// What is said to who chose it.
    pub because: Option<Telling>,
}

/// Something to try: move a lever until something holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Play {
    /// What is to be reached, in words.
    pub ask: Telling,
    /// The lever.
    pub vary: String,
    /// What must hold: `{07G.ask} >= 500k`.
    pub until: String,
    /// A value with which it holds.
    pub by: String,
    /// The outcome that is watched.
    pub watch: String,
}
