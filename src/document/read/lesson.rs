//! Lessons: situation, question, answer, why. What their writer says is right is checked later.

use super::super::Code;
use super::super::noun::{CHOICE, LESSON, LESSON_STEP, NUMBER, PLAY, SLIP};
use super::super::sheet::{Reading, Sheet};
use super::extras::LeadsTo;
use crate::format;
use crate::model::{Answer, Choice, Lesson, LessonStep, NumberAnswer, Play, Question, Slip, Words};
use crate::money::Share;
use crate::ron_text::Node;

/// Lessons are numbered to here.
const MOST_LESSONS: i64 = 999;
/// Help comes in so many grades.
const MOST_HINTS: usize = 3;
/// More answers to choose from nobody keeps apart.
const MOST_CHOICES: usize = 5;
/// So far off still counts as right unless the file says otherwise.
const WITHIN: Share = Share::percent(2);
/// Farther off nothing counts as right.
const MOST_WITHIN: Share = Share::percent(25);

/// A step of a lesson, and where its parts stand, to be held against the engine.
pub(in super::super) struct LessonParts<'a> {
    /// The step.
    pub(in super::super) step: LessonStep,
    /// Where it stands.
    pub(in super::super) node: Node<'a>,
    /// Where its parts stand, by name.
    pub(in super::super) places: Vec<(&'static str, Node<'a>)>,
}

impl<'a> LessonParts<'a> {
    /// Where a part stands; of several of one name, the one with this place.
    pub(in super::super) fn at(&self, name: &str, place: usize) -> Node<'a> {
        let mut own = self.places.iter().filter(|(own, _)| *own == name);
        own.nth(place).map_or(self.node, |(_, node)| *node)
    }
}

type Places<'a> = Vec<(&'static str, Node<'a>)>;

impl<'a> Reading<'a> {
    /// A lesson with its steps.
    pub(super) fn lesson(&mut self, words: &mut Words, node: Node<'a>) {
        let Some(sheet) = self.sheet(node, &LESSON) else { return };
        let id = self.id(&sheet);
        if words.lessons.iter().any(|own| own.id == id && !id.is_empty()) {
            let message = format!("two lessons are called `{id}`");
            let fault = self.at(Code::DUPLICATE_ID, sheet.get("id").unwrap_or(node), message);
            self.note(fault.label("the second one").remedy("give one of them another id"));
        }
        let number = self.counted(&sheet, "number", MOST_LESSONS);
        let mut lesson = Lesson {
            id,
            number: number.and_then(|number| u32::try_from(number).ok()).unwrap_or(1),
            title: self.text(&sheet, "title").unwrap_or_default(),
            about: self.text(&sheet, "about").unwrap_or_default(),
            steps: Vec::new(),
        };
        for item in self.items(&sheet, "steps") {
            lesson.steps.extend(self.lesson_step(item));
        }
        words.lessons.push(lesson);
    }

    fn lesson_step(&mut self, node: Node<'a>) -> Option<LessonStep> {
        let sheet = self.sheet(node, &LESSON_STEP)?;
        let mut places = Places::new();
        let (_, set) = self.changes(&sheet);
        let situation = self.telling(&sheet, "situation").unwrap_or_default();
        let items = self.items(&sheet, "beside");
        places.extend(items.into_iter().map(|item| ("beside", item)));
        let beside = self.texts(&sheet, "beside");
        let question = self.question(&sheet, &mut places);
        let why = self.telling(&sheet, "why");
        let play = sheet.get("play").and_then(|node| self.play(node, &mut places));
        let step = LessonStep { situation, set, beside, question, why, play };
        self.pending.lessons.push(LessonParts { step: step.clone(), node, places });
        Some(step)
    }

    fn question(&mut self, sheet: &Sheet<'a>, places: &mut Places<'a>) -> Option<Question> {
        let ask = self.telling(sheet, "ask");
        let hints = self.tellings(sheet, "hints");
        if let Some(node) = sheet.get("hints").filter(|_| hints.len() > MOST_HINTS) {
            self.too_many(node, ("hints", MOST_HINTS));
        }
        let choices = self.items(sheet, "choices");
        let answer = match (sheet.get("number"), sheet.get("choices")) {
            (Some(number), None) => self.number_answer(number, places).map(Answer::Number),
            (None, Some(list)) => {
                if choices.len() > MOST_CHOICES {
                    self.too_many(list, ("choices", MOST_CHOICES));
                }
                places.push(("choices", list));
                let read = choices.into_iter().filter_map(|item| self.choice(item, places));
                Some(Answer::Choice(read.collect()))
            }
            (None, None) => None,
            (Some(_), Some(node)) => {
                self.one_answer(
                    node,
                    "`number` stands here too: a question has one kind of answer",
                );
                return None;
            }
        };
        match (ask, answer) {
            (Some(ask), Some(answer)) => Some(Question { ask, answer, hints }),
            (None, Some(_)) => {
                let node = sheet.get("number").or(sheet.get("choices"))?;
                self.one_answer(node, "there is an answer, but no question: `ask` is missing");
                None
            }
            (Some(_), None) if sheet.get("number").is_none() => {
                let node = sheet.get("ask")?;
                self.one_answer(node, "a question needs a `number` or `choices`");
                None
            }
            _ => None,
        }
    }

    fn one_answer(&mut self, node: Node<'a>, message: &str) {
        let fault = self.at(Code::FIELDS_CLASH, node, message).label("does not go together");
        self.note(fault.remedy("write `ask` with either `number` or `choices`"));
    }

    fn too_many(&mut self, node: Node<'a>, (what, most): (&str, usize)) {
        let message = format!("at most {most} {what} can be kept apart");
        let fault = self.at(Code::WRONG_LENGTH, node, message).label("too many");
        self.note(fault.remedy("leave some out, or make two steps of it"));
    }

    fn number_answer(&mut self, node: Node<'a>, places: &mut Places<'a>) -> Option<NumberAnswer> {
        let sheet = self.sheet(node, &NUMBER)?;
        places.extend(sheet.get("of").map(|node| ("of", node)));
        places.extend(sheet.get("is").map(|node| ("is", node)));
        let within = sheet.get("within").and_then(|node| self.within(node));
        let mut slips = Vec::new();
        for item in self.items(&sheet, "slips") {
            let Some(slip) = self.sheet(item, &SLIP) else { continue };
            let (Some(is), Some(say)) = (self.text(&slip, "is"), self.telling(&slip, "say")) else {
                continue;
            };
            places.extend(slip.get("is").map(|node| ("slip", node)));
            slips.push(Slip { is, say });
        }
        Some(NumberAnswer {
            of: self.text(&sheet, "of")?,
            is: self.text(&sheet, "is")?,
            within: within.unwrap_or(WITHIN),
            working: self.telling(&sheet, "working"),
            slips,
        })
    }

    fn within(&mut self, node: Node<'a>) -> Option<Share> {
        let words = self.words(node)?;
        match format::parse_percent(&words) {
            Ok(share) if share > Share::ZERO && share <= MOST_WITHIN => Some(share),
            Ok(_) => {
                let message = "`within` is above nought and at most 25 %: more is no answer";
                let fault = self.at(Code::OUT_OF_RANGE, node, message);
                self.note(
                    fault.label(Code::OUT_OF_RANGE.meaning()).remedy("write  within: \"2%\""),
                );
                None
            }
            Err(fault) => {
                let source = self.source;
                self.note(super::super::Diagnostic::unread(
                    Code::BAD_PERCENT,
                    source,
                    node,
                    &fault,
                ));
                None
            }
        }
    }

    fn choice(&mut self, node: Node<'a>, places: &mut Places<'a>) -> Option<Choice> {
        let sheet = self.sheet(node, &CHOICE)?;
        places.push(("choice", node));
        places.push(("when", sheet.get("when").unwrap_or(node)));
        Some(Choice {
            say: self.telling(&sheet, "say")?,
            right: self.yes(&sheet, "right").unwrap_or(false),
            when: self.text(&sheet, "when"),
            because: self.telling(&sheet, "because"),
        })
    }

    fn play(&mut self, node: Node<'a>, places: &mut Places<'a>) -> Option<Play> {
        let sheet = self.sheet(node, &PLAY)?;
        for name in ["until", "by"] {
            places.extend(sheet.get(name).map(|node| (name, node)));
        }
        Some(Play {
            ask: self.telling(&sheet, "ask")?,
            vary: self.path(&sheet, "vary", LeadsTo::AnyLever)?,
            watch: self.path(&sheet, "watch", LeadsTo::Outcome)?,
            until: self.text(&sheet, "until")?,
            by: self.text(&sheet, "by")?,
        })
    }
}
