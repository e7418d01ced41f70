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
    /// The step that was taken out last, and its place among those that were added.
    pub removed: Option<(usize, StoryStep)>,
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
            removed: None,
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
    if steps.is_empty() || (!changes.is_empty() && steps.iter().all(|(own, _)| own.set != changes))
    {
        steps.push((added::now(work, explore, changes), Origin::Now));
    }
    steps
}
