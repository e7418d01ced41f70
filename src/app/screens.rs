//! All screens of one scenario, which of them is shown, and what every one of them can be asked.
//!
//! What a screen answers stands in `update/NAME.rs`; the table of their names in `screen.rs`.

use super::Line;
use super::action::{Move, Tree};
use super::compare::Compare;
use super::councils::Councils;
use super::explain::{Elsewhere, Explain};
use super::explore::{Explore, LeverRow};
use super::fairness::Fairness;
use super::fit::Fit;
use super::keymap::Context;
use super::over::Card;
use super::results::Results;
use super::said::Headline;
use super::screen::Screen;
use super::session::Session;
use super::sign_up::SignUp;
use super::sources::Sources;
use super::state::Origin;
use super::steps::Steps;
use super::timeline::Timeline;
use crate::engine::{OutcomeMeasure, Source, first_measure};
use crate::levers::{Lever, Value};
use crate::model::Node;

/// What the program asks of the screen that is shown, whichever it is.
pub trait Room {
    /// The names of its panes, in the order of Tab.
    fn panes(&self) -> &'static [&'static str];

    /// Which pane has the focus.
    fn pane(&self) -> usize;

    /// Gives a pane the focus.
    fn focus(&mut self, pane: usize);

    /// The situations of the focused pane, besides those of the lever in hand.
    fn contexts(&self, session: &Session) -> &'static [Context];

    /// The lever in hand: what ←→, Enter, digits and `r` act on, if the focus is on one.
    fn lever(&self, session: &Session) -> Option<LeverRow>;

    /// The number in hand: what `e` explains, and whose sources `s` shows, if the cursor is on one.
    fn number(&self, session: &Session) -> Option<OutcomeMeasure> {
        let node = self.subject(session);
        first_measure(session.now(), session.after(), node)
    }

    /// What `e` explains: the number in hand, or a figure of another kind that the cursor is on.
    fn explained(&self, session: &Session) -> Option<Source> {
        let lever = || self.lever(session).map(|row| Source::Lever(row.lever));
        let number = self.number(session);
        number.map(|own| Source::Outcome(own.node, own.row.id)).or_else(lever)
    }

    /// The scenario that the number in hand belongs to, where it is not the one being worked on.
    fn elsewhere(&self, _session: &Session) -> Option<Elsewhere> {
        None
    }

    /// Whose ask is said beside a value that is chosen or typed.
    fn subject(&self, session: &Session) -> Node;

    /// The sentences at the top.
    fn headline(&self, session: &Session) -> Headline;

    /// The whole screen in one sentence, or what the cursor is on where there is no more to say.
    fn sentence(&self, session: &Session, narrow: bool) -> Line;

    /// What the message line says while nothing has just happened.
    fn hint(&self, session: &Session, narrow: bool) -> Line;

    /// The screen for those who read or hear it line by line, without its headline.
    fn sentences(&self, session: &Session) -> Vec<String>;

    /// Moves the cursor of the focused pane.
    fn step(&mut self, session: &Session, way: Move);

    /// Selects a row of the focused pane; answers whether it was selected before.
    fn press(&mut self, session: &Session, row: usize) -> bool;

    /// What can be found here by name, in order; each by all its names, one a line.
    fn names(&self, session: &Session) -> Vec<String>;

    /// Which of the names the cursor is at.
    fn here(&self, session: &Session) -> usize;

    /// Goes to one of the names.
    fn find(&mut self, session: &Session, place: usize);

    /// The source card of what is in hand: of the lever, else of the number.
    fn card(&self, session: &Session, origin: &Origin) -> Option<Card> {
        let lever = self.lever(session).map(|row| Card::of_lever(session, origin, row.lever));
        let number = || self.number(session).map(|own| Card::of_number(session, origin, own));
        lever.or_else(number)
    }

    /// What Enter does where no lever is in hand; answers what is to be shown on Explore, if it leads
    /// there.
    fn enter(&mut self, _session: &Session) -> Option<Node> {
        None
    }

    /// The lever, on whichever screen it stands, that Enter goes to.
    fn leads_to(&self, _session: &Session) -> Option<Lever> {
        None
    }

    /// Keeps the cursor on a lever that is about to be moved.
    fn hold(&mut self, _lever: Lever) {}

    /// Goes to a lever; answers whether it stands here at all.
    fn show_lever(&mut self, _session: &Session, _lever: Lever) -> bool {
        false
    }

    /// The lever that protects the programme under the cursor.
    fn protection(&self, _session: &Session) -> Option<Lever> {
        None
    }

    /// What Space ticks: a lever, and what it would hold.
    fn tick(&self, _session: &Session) -> Option<(Lever, Value)> {
        None
    }

    /// The lever that says whether the partner that is looked at takes part.
    fn stance(&self, _session: &Session) -> Option<Lever> {
        None
    }

    /// Folds, sorts, leaves out; answers what there is to say about it.
    fn shape(&mut self, _session: &Session, _shape: Tree) -> Option<String> {
        None
    }

    /// What is measured against from here on, where that is the screen's own; answers what there is to
    /// say about it. `None` makes what stands now the session's baseline.
    fn baseline(&mut self) -> Option<String> {
        None
    }

    /// Takes back one thing that was shaped; answers whether there was one.
    fn back(&mut self) -> bool {
        false
    }
}

/// The screens and which of them is shown.
#[derive(Debug)]
pub struct Screens {
    /// The one that is shown.
    pub shown: Screen,
    /// Whether its focused pane stands alone.
    pub zoomed: bool,
    /// What was looked for last.
    pub sought: String,
    /// Explore.
    pub explore: Explore,
    /// Timeline.
    pub timeline: Timeline,
    /// Councils.
    pub councils: Councils,
    /// Sign-up.
    pub sign_up: SignUp,
    /// Results.
    pub results: Results,
    /// Explain.
    pub explain: Explain,
    /// Sources.
    pub sources: Sources,
    /// Who bears it.
    pub fairness: Fairness,
    /// History.
    pub steps: Steps,
    /// Fit.
    pub fit: Fit,
    /// Compare.
    pub compare: Compare,
}

impl Screens {
    /// All screens as they begin, with one of them shown.
    pub fn new(session: &Session, shown: Screen) -> Self {
        let explore = Explore::new(session);
        let first = first_measure(session.now(), session.after(), explore.node);
        let beginning = first.map_or(Source::Outcome(explore.node, "ask"), |own| {
            Source::Outcome(own.node, own.row.id)
        });
        Self {
            shown,
            zoomed: false,
            sought: String::new(),
            timeline: Timeline::new(explore.node),
            sign_up: SignUp::new(explore.node),
            steps: Steps::new(explore.node),
            fit: Fit::new(explore.node),
            compare: Compare::new(session, &explore),
            explore,
            councils: Councils::new(session),
            results: Results::new(session),
            explain: Explain::new(beginning),
            sources: Sources::default(),
            fairness: Fairness::default(),
        }
    }

    /// The screen that is shown.
    pub fn current(&self) -> &dyn Room {
        match self.shown {
            Screen::Explore => &self.explore,
            Screen::Timeline => &self.timeline,
            Screen::Councils => &self.councils,
            Screen::SignUp => &self.sign_up,
            Screen::Results => &self.results,
            Screen::Explain => &self.explain,
            Screen::Sources => &self.sources,
            Screen::Fairness => &self.fairness,
            Screen::History => &self.steps,
            Screen::Fit => &self.fit,
            Screen::Compare => &self.compare,
        }
    }

    /// The screen that is shown, to be changed.
    pub fn current_mut(&mut self) -> &mut dyn Room {
        match self.shown {
            Screen::Explore => &mut self.explore,
            Screen::Timeline => &mut self.timeline,
            Screen::Councils => &mut self.councils,
            Screen::SignUp => &mut self.sign_up,
            Screen::Results => &mut self.results,
            Screen::Explain => &mut self.explain,
            Screen::Sources => &mut self.sources,
            Screen::Fairness => &mut self.fairness,
            Screen::History => &mut self.steps,
            Screen::Fit => &mut self.fit,
            Screen::Compare => &mut self.compare,
        }
    }

    /// Shows a screen with all its panes; the Timeline and the History follow what is selected on
    /// Explore.
    pub fn show(&mut self, screen: Screen) {
        self.shown = screen;
        self.sign_up.stand_beside(self.explore.node);
        self.zoomed = false;
        self.timeline.node = self.explore.node;
        self.steps = Steps::new(self.explore.node);
        self.fit.node = self.explore.node;
        self.compare.stand_beside(&self.explore);
    }
}
