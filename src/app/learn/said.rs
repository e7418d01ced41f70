//! What a step of a lesson says, worked out whenever it is drawn.

use super::{Guess, Learn, Phase, Running, Sure};
use crate::engine::{Mark, Marking, Reading, Told, reading_of, told_at};
use crate::format::{Minus, capital};
use crate::levers::{Fraction, value_words};
use crate::model::{Answer, Node, Question, Scenario, Telling};
use crate::report::explain::{Term, glossary};
use crate::report::{Teller, caption, large, large_pair, path_words, reading_words};

/// A step in words.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// `Lesson 2: Who pays?  step 3 of 7`.
    pub title: String,
    /// What is the case.
    pub situation: String,
    /// What is asked.
    pub ask: String,
    /// What may be chosen.
    pub choices: Vec<String>,
    /// Hints seen so far.
    pub hints: Vec<String>,
    /// What it really is, once it is told.
    pub verdict: Option<Verdict>,
    /// Why.
    pub why: String,
    /// What is to be tried.
    pub play: String,
    /// The lever that is tried and what it holds.
    pub lever: [String; 2],
    /// The outcome that is watched, and its figure.
    pub watch: [String; 2],
    /// The figures around what is asked.
    pub beside: Vec<Beside>,
    /// Whether those are of before the change that is asked about.
    pub is_before: bool,
    /// Words on this screen.
    pub words: Vec<Term>,
}

/// A row beside the question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// How deep it stands below the first.
    pub depth: usize,
    /// Its name.
    pub name: String,
    /// Its figure; `?` while it is asked for.
    pub figure: String,
}

/// What a prediction comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// `Right.`, `Not quite.`
    pub head: String,
    /// Own guess and answer on one scale, or the answer alone; of a number only.
    pub bars: Vec<Beam>,
    /// What was overlooked.
    pub slip: String,
    /// The way to the answer in one line.
    pub working: String,
}

/// A number as a bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beam {
    /// Whether it is the own guess, or the answer.
    pub is_own: bool,
    /// Its length, in thousandths of the longest.
    pub length: u16,
    /// Its figure.
    pub figure: String,
}

impl Beam {
    /// Whose it is.
    pub const fn name(&self) -> &'static str {
        if self.is_own { "you" } else { "answer" }
    }
}

/// Whether two figures are of one kind: two asks.
fn like(one: Told, other: Told) -> bool {
    match (one, other) {
        (Told::Read(one), Told::Read(other)) => one.row.id == other.row.id,
        _ => false,
    }
}

/// Whether a node lies somewhere below another.
fn is_below(scenario: &Scenario, node: Node, other: Node) -> bool {
    let mut at = scenario.parent(node);
    while let Some(above) = at {
        if above == other {
            return true;
        }
        at = scenario.parent(above);
    }
    false
}

impl Learn {
    /// The list or the step, for those who read or hear it line by line.
    pub fn for_the_reader(&self) -> String {
        let Some(running) = &self.running else {
            let lessons = self.courses.iter().map(|course| {
                let lesson = &course.lesson;
                format!("{}: {}", lesson.title, lesson.about)
            });
            let head = "In a sentence: choose a lesson with ↑↓ and Enter.".to_owned();
            return std::iter::once(head).chain(lessons).collect::<Vec<_>>().join("\n");
        };
        let said = running.said();
        let mut lines = vec![format!("In a sentence: {}", said.situation), said.ask];
        lines.extend(said.choices);
        lines.extend(said.hints);
        if let Some(own) = said.verdict {
            lines.push(own.head);
            lines.extend(own.bars.into_iter().map(|own| format!("{}: {}", own.name(), own.figure)));
            lines.extend([own.slip, own.working]);
        }
        lines.extend([said.why, said.play, said.lever.join(": "), said.watch.join(": ")]);
        lines.extend(said.beside.into_iter().map(|own| format!("{}: {}", own.name, own.figure)));
        lines.retain(|line| !line.trim_matches([':', ' ']).is_empty());
        lines.join("\n")
    }
}

impl Running {
    /// The step in words.
    pub fn said(&self) -> Said {
        let step = self.step();
        let teller = self.as_begun();
        let say = |telling: &Telling| teller.say(telling);
        let told = matches!(self.phase, Phase::Told(_));
        let question = step.question.as_ref();
        let choices = match question.map(|own| &own.answer) {
            Some(Answer::Choice(choices)) => choices.iter().map(|own| say(&own.say)).collect(),
            _ => Vec::new(),
        };
        let hints = question.map(|own| own.hints.iter().take(self.hints).map(say).collect());
        let why = step.why.as_ref().filter(|_| told).map(say).unwrap_or_default();
        let mut said = Said {
            title: self.title(),
            situation: say(&step.situation),
            ask: question.map(|own| say(&own.ask)).unwrap_or_default(),
            choices,
            hints: hints.unwrap_or_default(),
            verdict: self.verdict(),
            why,
            beside: self.beside(),
            is_before: self.is_before(),
            ..Said::default()
        };
        self.play_in(&mut said);
        let slip = said.verdict.as_ref().map(|own| own.slip.clone()).unwrap_or_default();
        let all = [&said.situation, &said.ask, &said.why, &said.play, &slip].map(String::as_str);
        said.words = glossary(&all.join(" "));
        said
    }

    fn title(&self) -> String {
        let place = format!("step {} of {}", self.at + 1, self.lesson.steps.len());
        match self.is_made {
            true => format!("{}  {place}", self.lesson.title),
            false => format!("Lesson {}: {}  {place}", self.lesson.number, self.lesson.title),
        }
    }

    /// Sentences about the step as it began: what is tried does not change what was asked.
    fn as_begun(&self) -> Teller<'_> {
        let begun = (self.stage.base(), self.stage.before());
        Teller { now: begun, was: (&self.file.0, &self.file.1) }
    }

    fn verdict(&self) -> Option<Verdict> {
        let Phase::Told(told) = &self.phase else { return None };
        let question = self.step().question.as_ref()?;
        let teller = self.as_begun();
        let Some((guess, sure)) = told else { return self.skipped(question) };
        let (is_near, mark) = self.mark(guess);
        let is_right = mark == Mark::Right;
        let mut verdict = Verdict {
            head: head(is_right, is_near, *sure).to_owned(),
            bars: Vec::new(),
            slip: String::new(),
            working: String::new(),
        };
        match (&question.answer, guess) {
            (Answer::Number(number), Guess::Number(_, guess)) => {
                let truth = self.truth()?;
                verdict.bars = on_one_scale(*guess, truth);
                if let [own, answer] = &verdict.bars[..]
                    && is_right
                    && own.figure != answer.figure
                {
                    "Right, near enough.".clone_into(&mut verdict.head);
                }
                verdict.working =
                    number.working.as_ref().map(|own| teller.say(own)).unwrap_or_default();
                verdict.slip = match mark {
                    Mark::Slip(place) => teller.say(&number.slips[place].say),
                    Mark::Sign => sign_words(&number.of, truth),
                    Mark::Thousands => "The digits are right, and a thousand was lost or won: \
                                        £1m is £1,000k."
                        .to_owned(),
                    Mark::Off => {
                        let near = if is_near { "Within a tenth." } else { "" };
                        self.instead(*guess).unwrap_or_else(|| near.to_owned())
                    }
                    Mark::Right => String::new(),
                };
            }
            (Answer::Choice(choices), Guess::Choice(place)) => {
                let chosen = choices.get(*place)?;
                let because = chosen.because.as_ref().map(|own| teller.say(own));
                verdict.slip = because.unwrap_or_default();
                let right = choices.iter().find(|own| own.right)?;
                if !is_right {
                    verdict.working = format!("It is: {}", teller.say(&right.say));
                }
            }
            _ => {}
        }
        Some(verdict)
    }

    /// Another figure of this screen that was given instead, with either sign.
    fn instead(&self, guess: Fraction) -> Option<String> {
        let (scenario, outcome) = (self.stage.base(), self.stage.before());
        let step = self.step();
        let texts =
            std::iter::once(&step.situation).chain(step.question.as_ref().map(|own| &own.ask));
        let quoted = texts.flat_map(Telling::figures).filter(|own| own.of.is_none());
        let paths = quoted.map(|own| &own.path).chain(&step.beside);
        let is_it = |own: &Told| {
            let like = |guess| {
                let reading = own.reading(scenario, outcome);
                reading.is_some_and(|own| Marking::is_instead(guess, own))
            };
            like(guess) || like((-guess.0, guess.1))
        };
        let found = paths.filter_map(|path| told_at(scenario, path).ok()).find(is_it)?;
        let figure = found.reading(scenario, outcome).map(large)?;
        let whose = match found {
            Told::Read(measure) => caption(scenario, measure),
            other => format!("{} is", capital(&path_words(scenario, other))),
        };
        Some(format!("That is another figure: {whose} {figure}."))
    }

    /// Whoever did not predict sees the answer, too; a choice has its mark where it stands.
    fn skipped(&self, question: &Question) -> Option<Verdict> {
        let Answer::Number(number) = &question.answer else { return None };
        let working = number.working.as_ref().map(|own| self.as_begun().say(own));
        Some(Verdict {
            head: "Skipped, not counted.".to_owned(),
            bars: vec![Beam { is_own: false, length: 1_000, figure: large(self.truth()?) }],
            working: working.unwrap_or_default(),
            slip: String::new(),
        })
    }

    fn beside(&self) -> Vec<Beside> {
        let asked = self.asked().filter(|_| !matches!(self.phase, Phase::Told(_)));
        // What a change does is not shown before it was said what it will do.
        let (scenario, outcome) = match self.is_before() {
            true => (&self.file.0, &self.file.1),
            false => (self.stage.now(), self.stage.after()),
        };
        let decides = self.decide();
        let mut above: Vec<Node> = Vec::new();
        let row = |path: &String| {
            let told = told_at(scenario, path).ok()?;
            // A row stands to the right of those that it is a part of.
            let node = told.node();
            above.retain(|other| is_below(scenario, node, *other));
            let depth = above.len();
            above.push(node);
            // The others that share in the same amount would give it away, too.
            let beside = |asked: Told| {
                let (one, other) = (asked.node(), node);
                like(asked, told)
                    && (one == other || scenario.parent(one) == scenario.parent(other))
            };
            let figure =
                match asked.and_then(|path| told_at(scenario, path).ok()).is_some_and(beside)
                    || decides.contains(path)
                {
                    true => "?".to_owned(),
                    false => told.reading(scenario, outcome).map_or("[x]".to_owned(), large),
                };
            Some(Beside { depth, name: path_words(scenario, told), figure })
        };
        self.step().beside.iter().filter_map(row).collect()
    }

    /// The number that is asked for, as texts write it, while the question is open.
    pub fn open_answer(&self) -> Option<String> {
        if matches!(self.phase, Phase::Told(_)) {
            return None;
        }
        reading_words(self.truth()?, Minus::Sign)
    }

    /// Whether what stands beside is of before the change: one of several answers is still open.
    fn is_before(&self) -> bool {
        let is_choice = self.step().question.is_some() && self.asked().is_none();
        is_choice && !matches!(self.phase, Phase::Told(_)) && !self.step().set.is_empty()
    }

    /// The paths that decide between the answers, while that is open.
    fn decide(&self) -> Vec<String> {
        if matches!(self.phase, Phase::Told(_)) || self.is_before() {
            return Vec::new();
        }
        let Some(Answer::Choice(choices)) = self.step().question.as_ref().map(|own| &own.answer)
        else {
            return Vec::new();
        };
        // What the question itself says is no secret.
        let step = self.step();
        let said: Vec<&str> = step.situation.figures().map(|own| own.path.as_str()).collect();
        let whens = choices.iter().filter_map(|own| Telling::parse(own.when.as_deref()?).ok());
        let paths =
            |when: Telling| -> Vec<String> { when.figures().map(|own| own.path.clone()).collect() };
        whens.flat_map(paths).filter(|path| !said.contains(&path.as_str())).collect()
    }

    fn play_in(&self, said: &mut Said) {
        let (Some(play), Some(lever)) = (&self.step().play, self.tries()) else { return };
        let (scenario, outcome) = (self.stage.now(), self.stage.after());
        said.play = self.as_begun().say(&play.ask);
        let held = value_words(scenario, lever, &lever.get(scenario));
        // By its whole name: whoever learns does not know how systems are abbreviated.
        said.lever = [path_words(scenario, Told::Held(lever)), held];
        if let Ok(crate::engine::Told::Read(measure)) = told_at(scenario, &play.watch) {
            said.watch = [caption(scenario, measure), large(measure.read(scenario, outcome))];
        }
    }
}

/// What a sign says of the number at a path.
fn sign_words(path: &str, truth: Reading) -> String {
    let word = path.rsplit_once('.').map_or(path, |(_, word)| word);
    let is_signed =
        matches!(word, "plan" | "control_total" | "result" | "target" | "position" | "margin");
    let below = truth.value.is_some_and(|(n, _)| n < 0);
    let words = match (below, is_signed) {
        (true, _) => "a deficit is below nought, with a minus.",
        (false, true) => "a surplus is above nought, without a minus.",
        (false, false) => "an amount like this is written without a minus.",
    };
    format!("The size is right and the sign is not: {words}")
}

fn head(is_right: bool, is_near: bool, sure: Sure) -> &'static str {
    match (is_right, sure) {
        (true, Sure::Guess) => "Right, and more than a guess.",
        (true, _) => "Right.",
        (false, Sure::Certain) if !is_near => "Not quite. This is one to remember.",
        (false, _) => "Not quite.",
    }
}

/// Own guess and answer, the longer one as long as there is room.
fn on_one_scale(guess: Fraction, truth: Reading) -> Vec<Beam> {
    let own = reading_of(guess, truth.unit);
    let size = |reading: Reading| {
        reading.value.map_or(0, |(n, d)| n.saturating_mul(1_000).saturating_abs() / d.max(1))
    };
    let longest = size(own).max(size(truth)).max(1);
    let length =
        |reading| u16::try_from(size(reading).saturating_mul(1_000) / longest).unwrap_or(1_000);
    let [typed, answer] = large_pair(own, truth);
    let beam = |is_own, reading, figure| Beam { is_own, length: length(reading), figure };
    vec![beam(true, own, typed), beam(false, truth, answer)]
}
