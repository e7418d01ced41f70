//! Present: one number, one sentence, five bars, one what-if, for a room.
//!
//! Every step has a scenario of its own: the file's, the step's changes made. What the analyst works
//! on is not touched. What a slide says is in `slide`, its bars in `bars`, what arrows try in
//! `what_if`; keys are in `update`.

mod added;
mod bars;
mod figure;
mod seek;
mod slide;
mod what_if;

pub use bars::Bar;
pub use figure::Figure;
pub use seek::{Hit, Seek, Sought};
pub use slide::Slide;

use tui_input::Input;

use super::explore::Explore;
use super::key::{Code, Key};
use super::over::request;
use super::session::Session;
use crate::engine::{Outcome, compute, measure_at};
use crate::levers::{Lever, Value, put};
use crate::model::{Scenario, StoryStep};

/// Where a step comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The scenario's own story.
    Story,
    /// Added here; its place among those.
    Added(usize),
    /// Not a step yet: what stands now.
    Now,
}

/// What is typed at the foot of a slide.
#[derive(Debug)]
pub enum Typing {
    /// The title of a step that is added.
    Title(TitleLine),
    /// What is looked for.
    Seek(Seek),
}

/// A title being typed.
#[derive(Debug)]
pub struct TitleLine {
    /// What is typed so far.
    pub input: Input,
    /// Whether it is still what was offered: the first letter then takes its place.
    untouched: bool,
}

impl TitleLine {
    /// A line with a title in it.
    pub fn new(title: String) -> Self {
        Self { input: Input::new(title), untouched: true }
    }

    /// Takes a key.
    pub fn take(&mut self, key: Key) {
        if std::mem::take(&mut self.untouched) && matches!(key.code, Code::Char(_)) && !key.ctrl {
            self.input = Input::default();
        }
        let _ = request(key).and_then(|request| self.input.handle(request));
    }
}

/// The clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    /// Whether it is shown.
    pub shown: bool,
    /// Seconds since the talk began.
    pub seconds: u64,
}

/// A talk that was left.
#[derive(Clone, Debug)]
pub struct Left {
    /// At which step.
    pub at: usize,
    /// Its clock.
    pub clock: Clock,
    /// What was changed outside by then.
    pub changes: Vec<(String, String)>,
}

/// A talk under way.
#[derive(Debug)]
pub struct Present {
    /// The steps and where each comes from.
    pub steps: Vec<(StoryStep, Origin)>,
    /// Which is shown.
    pub at: usize,
    /// The scenario of the step, with the what-if.
    pub stage: Session,
    /// Why the step cannot be shown as it was meant.
    pub fault: Option<String>,
    /// What was found and is shown instead of the step's own number.
    pub sought: Option<Figure>,
    /// The lever that was found, in the place of the step's own what-if.
    pub lever: Option<Lever>,
    /// The what-if.
    pub slider: Option<Slider>,
    /// Whether the screen is blank.
    pub blank: bool,
    /// Whether the notes are seen.
    pub notes: bool,
    /// The clock.
    pub clock: Clock,
    /// Digits typed so far: Enter goes to the step of that number.
    pub digits: String,
    /// What is being typed.
    pub typing: Option<Typing>,
    /// The scenario as its file has it.
    pub file: (Scenario, Outcome),
    /// The notes that a second screen shows, as they were given out last.
    pub given: String,
}

/// The what-if of a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Slider {
    /// The lever.
    pub lever: Lever,
    /// What ↑ sets it to; without it the lever has its own steps.
    pub to: Option<Value>,
}

impl Present {
    /// Begins with the first step; where something was changed, or there is no story, with what
    /// stands now.
    pub fn new(work: &Session, explore: &Explore) -> Self {
        let file = (work.file().clone(), compute(work.file()));
        let steps = steps(work, explore);
        let changed = !work.changes().is_empty();
        let now = steps.iter().position(|(_, origin)| *origin == Origin::Now);
        let at = now.filter(|place| changed || *place == 0).unwrap_or(0);
        let mut present = Self {
            steps,
            at,
            stage: Session::new(file.0.clone()),
            fault: None,
            sought: None,
            lever: None,
            slider: None,
            blank: false,
            notes: false,
            clock: Clock::default(),
            digits: String::new(),
            typing: None,
            file,
            given: String::new(),
        };
        present.go(at);
        present
    }

    /// The step that is shown.
    pub fn step(&self) -> &StoryStep {
        &self.steps[self.at].0
    }

    /// Where it comes from.
    pub fn origin(&self) -> Origin {
        self.steps[self.at].1
    }

    /// Shows a step as it begins.
    pub fn go(&mut self, at: usize) {
        self.at = at.min(self.steps.len().saturating_sub(1));
        self.sought = None;
        self.lever = None;
        self.digits.clear();
        let mut scenario = self.file.0.clone();
        let refused = put(&mut scenario, &self.step().set).err();
        self.stage = Session::new(scenario);
        let is_added = matches!(self.origin(), Origin::Added(_));
        let misfit = refused.or_else(|| self.misfit().filter(|_| is_added));
        self.fault = misfit.map(|why| why.to_string());
        self.settle();
        if self.fault.is_none() && self.begins_tried() {
            self.fault = self.slide_by(1).err().map(|why| why.to_string());
        }
    }

    /// The number that is shown big.
    pub fn shown(&self) -> Option<Figure> {
        let path = self.step().show.as_deref();
        let own = || measure_at(self.stage.now(), path?).ok().map(Figure::Outcome);
        self.sought.or_else(own)
    }

    /// The talk as it is left, to go on with.
    pub fn left(&self, work: &Session) -> Left {
        Left { at: self.at, clock: self.clock, changes: added::changes_of(work) }
    }

    /// Goes on where a talk was left; what was changed meanwhile is shown first.
    pub fn go_on(&mut self, work: &Session, left: &Left) {
        self.clock = left.clock;
        let is_new = self.origin() == Origin::Now && added::changes_of(work) != left.changes;
        if !is_new && left.at < self.steps.len() {
            self.go(left.at);
        }
    }

    /// Takes in the steps as they are by now.
    pub fn renew(&mut self, work: &Session, explore: &Explore) {
        self.steps = steps(work, explore);
    }

    /// How many minutes were agreed for the whole talk, where steps say.
    pub fn minutes(&self) -> Option<u64> {
        let all: u64 = self.steps.iter().filter_map(|(own, _)| own.minutes).map(u64::from).sum();
        (all > 0).then_some(all)
    }
}

/// The story, the steps that were added, and what stands now if that is neither.
fn steps(work: &Session, explore: &Explore) -> Vec<(StoryStep, Origin)> {
    let told = work.file().words.story.iter().map(|step| (step.clone(), Origin::Story));
    let added = work.added().iter().enumerate();
    let added = added.map(|(place, step)| (step.clone(), Origin::Added(place)));
    let mut steps: Vec<_> = told.chain(added).collect();
    let changes = added::changes_of(work);
    // A step that goes on from there to a what-if does not stand for what stands now.
    let is_now = |own: &StoryStep| {
        own.set == changes && own.what_if.as_ref().is_none_or(|what_if| !what_if.made)
    };
    if steps.is_empty() || (!changes.is_empty() && !steps.iter().any(|(own, _)| is_now(own))) {
        steps.push((added::now(work, explore, changes), Origin::Now));
    }
    steps
}
