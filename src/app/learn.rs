//! Learn: a situation, a prediction, what it really is, why; then something to try.
//!
//! A lesson has a scenario of its own. What is right the engine says: nothing here knows an answer.
//! What is said of a step is in `said`, the list of lessons in `course`; keys are in `update`.

mod course;
mod said;
mod words;

pub use course::{Course, courses};
pub use said::{Beam, Beside, Said, Verdict};
pub use words::Words;

use std::collections::{BTreeMap, BTreeSet};

use tui_input::Input;

use super::session::Session;
use crate::engine::{Mark, Marking, Outcome, Reading, Unit, answer_of, holds, reading_of, told_at};
use crate::levers::{Fraction, Lever, lever_at, put};
use crate::model::{Answer, Lesson, LessonStep, Scenario};

/// How sure somebody is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// A guess.
    Guess,
    /// Fairly.
    #[default]
    Fairly,
    /// Certain.
    Certain,
}

impl Sure {
    /// From the least to the most.
    pub const ALL: [Self; 3] = [Self::Guess, Self::Fairly, Self::Certain];

    /// In a word.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Guess => "guess",
            Self::Fairly => "fairly",
            Self::Certain => "certain",
        }
    }
}

/// What somebody answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Guess {
    /// A number, as it was typed and as it was understood.
    Number(String, Fraction),
    /// One of the choices.
    Choice(usize),
}

/// How far a step has come.
#[derive(Clone, Debug)]
pub enum Phase {
    /// The question is open.
    Asked,
    /// It is answered: how sure?
    Answered(Guess),
    /// What it really is stands there; nothing was asked, or nothing answered, if there is no guess.
    Told(Option<(Guess, Sure)>),
}

/// What is read instead of the lesson for a while.
#[derive(Debug)]
pub enum Aside {
    /// The working of the answer: its lines, and the first that is seen.
    Working(Vec<String>, usize),
    /// The words of the field.
    Words(Words),
}

/// A lesson under way.
#[derive(Debug)]
pub struct Running {
    /// The lesson.
    pub lesson: Lesson,
    /// Its scenario as the file has it, and what comes of that.
    pub file: (Scenario, Outcome),
    /// By which name its progress is kept.
    pub key: String,
    /// Whether its questions were made from a scenario: nothing of it is kept beyond this sitting.
    pub is_made: bool,
    /// Which step.
    pub at: usize,
    /// The scenario of the step, with what was tried.
    pub stage: Session,
    /// How far the step has come.
    pub phase: Phase,
    /// What is typed.
    pub input: Input,
    /// The choice under the cursor, once there is one: nothing is chosen beforehand.
    pub cursor: Option<usize>,
    /// How sure.
    pub sure: Sure,
    /// Why what is typed cannot be taken.
    pub problem: Option<String>,
    /// How many hints are seen.
    pub hints: usize,
    /// By how many rows a step that is longer than the screen was moved.
    pub shift: i16,
    /// Whether what was typed is being rubbed out: a Backspace too many leads nowhere.
    pub rubs_out: bool,
    /// Steps that were told and left, as they were told; what was tried is not kept.
    left: BTreeMap<usize, Seen>,
}

/// A step that was told and left.
#[derive(Debug)]
struct Seen {
    phase: Phase,
    input: Input,
    cursor: Option<usize>,
    sure: Sure,
    hints: usize,
}

/// Learning.
#[derive(Debug)]
pub struct Learn {
    /// The lessons there are.
    pub courses: Vec<Course>,
    /// The one under the cursor.
    pub cursor: usize,
    /// The lesson under way.
    pub running: Option<Running>,
    /// What is read meanwhile.
    pub aside: Option<Aside>,
    /// The steps of the questions that were made whose answers were seen: a prediction is no longer
    /// one. Of lessons progress knows.
    pub noted: BTreeSet<usize>,
    /// At which of the questions that were made it goes on.
    pub made_at: usize,
}

/// Whether a bare number of pounds is so small that thousands or millions may be meant.
fn is_unclear(words: &str) -> bool {
    let is_bare = words.chars().all(|c| c.is_ascii_digit() || "+-−.".contains(c));
    let number = words.trim_start_matches(['+', '-', '−']).parse::<f64>();
    is_bare && number.is_ok_and(|number| number != 0.0 && number < 10_000.0)
}

impl Running {
    /// Begins a lesson at one of its steps.
    pub fn new(course: Course, at: usize) -> Self {
        let Course { lesson, scenario: file, is_made, key } = course;
        let stage = Session::new(file.clone());
        let file = (file, stage.before().clone());
        let mut running = Self {
            lesson,
            file,
            key,
            is_made,
            at: 0,
            stage,
            phase: Phase::Asked,
            input: Input::default(),
            cursor: None,
            sure: Sure::default(),
            problem: None,
            hints: 0,
            shift: 0,
            rubs_out: false,
            left: BTreeMap::new(),
        };
        running.go(at);
        running
    }

    /// The step.
    pub fn step(&self) -> &LessonStep {
        &self.lesson.steps[self.at]
    }

    /// Goes to a step, its question open; to one that was told before as it was left.
    pub fn go(&mut self, at: usize) {
        if matches!(self.phase, Phase::Told(_)) {
            let (phase, input) = (self.phase.clone(), std::mem::take(&mut self.input));
            let Self { cursor, sure, hints, .. } = *self;
            self.left.insert(self.at, Seen { phase, input, cursor, sure, hints });
        }
        self.at = at.min(self.lesson.steps.len().saturating_sub(1));
        self.reopen();
        if let Some(seen) = self.left.remove(&self.at) {
            (self.phase, self.input, self.cursor) = (seen.phase, seen.input, seen.cursor);
            (self.sure, self.hints) = (seen.sure, seen.hints);
        }
    }

    /// Opens the question of the step, as if nothing had been answered.
    pub fn reopen(&mut self) {
        let mut scenario = self.file.0.clone();
        // That it fits was checked when the file was read.
        let _ = put(&mut scenario, &self.step().set);
        self.stage = Session::new(scenario);
        self.phase = match self.step().question {
            Some(_) => Phase::Asked,
            None => Phase::Told(None),
        };
        self.input = Input::default();
        (self.cursor, self.sure, self.hints) = (None, Sure::default(), 0);
        (self.problem, self.shift) = (None, 0);
    }

    /// Whether a number is being typed.
    pub fn asks_number(&self) -> bool {
        matches!(self.phase, Phase::Asked) && self.asked().is_some()
    }

    /// Whether a number is begun.
    pub fn is_typing(&self) -> bool {
        self.asks_number() && !self.input.value().is_empty()
    }

    /// What is understood of the number that is typed so far; nothing of what may be thousands or
    /// millions as well.
    pub fn understood(&self) -> Option<Reading> {
        let (unit, words) = (self.truth()?.unit, self.input.value().trim());
        let clear = unit != Unit::Money || !is_unclear(words);
        answer_of(words, unit).ok().filter(|_| clear).map(|own| reading_of(own, unit))
    }

    /// Takes the answer that is typed or under the cursor.
    ///
    /// # Errors
    /// Why what is typed is no answer.
    pub fn answer(&self) -> Result<Guess, String> {
        let Some(question) = &self.step().question else { return Ok(Guess::Choice(0)) };
        match &question.answer {
            Answer::Choice(_) => self.cursor.map(Guess::Choice).ok_or_else(|| {
                "Choose one first, with ↑↓ or its number; n goes on without.".to_owned()
            }),
            Answer::Number(_) => {
                let words = self.input.value().trim();
                if words.is_empty() {
                    return Err(
                        "Type a number first; i gives a hint, n goes on without.".to_owned()
                    );
                }
                let unit = self.truth().map_or(Unit::Money, |own| own.unit);
                if unit == Unit::Money && is_unclear(words) {
                    return Err(format!(
                        "Pounds, thousands or millions? Write £{words}, {words}k or {words}m."
                    ));
                }
                Ok(Guess::Number(words.to_owned(), answer_of(words, unit)?))
            }
        }
    }

    /// What the number that is asked for really is, as the step begins.
    pub fn truth(&self) -> Option<Reading> {
        let told = told_at(self.stage.base(), self.asked()?).ok()?;
        told.reading(self.stage.base(), self.stage.before())
    }

    /// How an answer is marked: whether it is near, how it is wrong.
    pub fn mark(&self, guess: &Guess) -> (bool, Mark) {
        let answer = self.step().question.as_ref().map(|own| &own.answer);
        match (guess, answer, self.truth()) {
            (Guess::Number(_, guess), Some(Answer::Number(answer)), Some(truth)) => {
                let (scenario, outcome) = (self.stage.base(), self.stage.before());
                let marking = Marking { scenario, outcome, answer, truth };
                let mark = marking.mark(*guess);
                // Whoever slipped was not near, however close the slip came.
                let is_near = matches!(mark, Mark::Right | Mark::Off) && marking.is_near(*guess);
                (is_near, mark)
            }
            (Guess::Choice(place), Some(Answer::Choice(choices)), _) => {
                let right = choices.get(*place).is_some_and(|own| own.right);
                (right, if right { Mark::Right } else { Mark::Off })
            }
            _ => (false, Mark::Off),
        }
    }

    /// The path of the number that is asked for.
    pub fn asked(&self) -> Option<&str> {
        match self.step().question.as_ref().map(|own| &own.answer) {
            Some(Answer::Number(number)) => Some(&number.of),
            _ => None,
        }
    }

    /// Whether there is a number to be worked out step by step: the one that was asked for, else the
    /// one that is watched.
    pub fn has_working(&self) -> bool {
        self.asked().is_some() || self.step().play.is_some()
    }

    /// The lever that is to be tried, once the answer is told.
    pub fn tries(&self) -> Option<Lever> {
        let play = self.step().play.as_ref().filter(|_| matches!(self.phase, Phase::Told(_)))?;
        lever_at(self.stage.base(), &play.vary).ok()
    }

    /// Moves what is to be tried; answers why it cannot be moved, if so.
    pub fn try_it(&mut self, tenths: i32) -> Option<String> {
        let lever = self.tries()?;
        let moves = match super::nudge::nudge(&mut self.stage, lever, tenths) {
            Ok(moves) if moves.is_empty() => return None,
            Ok(moves) => moves,
            Err(refusal) => return Some(refusal.to_string()),
        };
        if let Err(refusal) = self.stage.apply(&moves, false) {
            return Some(refusal.to_string());
        }
        None
    }

    /// Whether what is to be tried holds right now.
    pub fn is_there(&self) -> bool {
        self.step()
            .play
            .as_ref()
            .is_some_and(|own| holds(self.stage.now(), self.stage.after(), &own.until) == Ok(true))
    }

    /// Puts back what was tried.
    pub fn put_back(&mut self) {
        // Nothing to put back is no failure.
        let _ = self.stage.reset_all();
    }

    /// At which step it goes on if it is left now.
    pub fn goes_on_at(&self) -> usize {
        self.at + usize::from(matches!(self.phase, Phase::Told(_)))
    }

    /// Whether this is the last step.
    pub fn is_last(&self) -> bool {
        self.at + 1 >= self.lesson.steps.len()
    }
}
