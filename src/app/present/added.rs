//! Steps made on the spot: from what the analyst works on, and from what a slide shows.

use super::what_if::said;
use super::{Figure, Origin, Present};
use crate::app::explore::Explore;
use crate::app::screens::Room as _;
use crate::app::session::Session;
use crate::engine::{OutcomeMeasure, first_measure, leads, measure_path};
use crate::format;
use crate::levers::{Change, Lever, Value, all_nodes, path_of, value_text, value_words, whose};
use crate::model::{Node, Picture, Scenario, StoryStep, Telling, WhatIf};

/// Why what reaches an area is no step.
const NO_PATH: &str = "An area’s part cannot be kept as a step: it has no path.";

/// What was changed, as a story has it.
pub(super) fn changes_of(work: &Session) -> Vec<(String, String)> {
    let changes = work.changes().into_iter();
    let written = changes.map(|change| {
        let to = value_text(work.file(), change.lever, &change.to);
        (path_of(work.file(), change.lever), to)
    });
    written.collect()
}

/// What stands now, with the number that Explore has in hand.
pub(super) fn now(work: &Session, explore: &Explore, set: Vec<(String, String)>) -> StoryStep {
    let title = match work.changes().as_slice() {
        [] => work.file().words.title.clone(),
        [one] => question(work.file(), one),
        more => format!("What if {} things were different?", format::count(more.len())),
    };
    // Where nothing is in hand that is a number, the first that says something.
    let says = |measure: &OutcomeMeasure| {
        measure.read(work.now(), work.after()).value.is_some_and(|(n, _)| n != 0)
    };
    let all = all_nodes(work.now()).into_iter();
    let mut any = all.filter_map(|node| first_measure(work.now(), work.after(), node));
    // After a change one that has moved says more than one that has not.
    let is_changed = !work.changes().is_empty();
    let moved = |measure: &OutcomeMeasure| {
        let was = measure.read(work.base(), work.before());
        !is_changed || (was.value.is_some() && was != measure.read(work.now(), work.after()))
    };
    let mut others = all_nodes(work.now()).into_iter();
    let other = || {
        others.find_map(|node| {
            first_measure(work.now(), work.after(), node).filter(moved).filter(says)
        })
    };
    let in_hand = explore.number(work).filter(says);
    let measure = in_hand.filter(moved).or_else(other).or(in_hand).or_else(|| any.find(says));
    let headline = explore.headline(work).first.words();
    StoryStep {
        title: Telling::plain(title),
        say: Some(Telling::plain(headline)),
        show: measure.map(|measure| measure_path(work.now(), measure)),
        picture: Picture::Shares,
        set,
        ..StoryStep::default()
    }
}

impl Present {
    /// The title that a step made of this slide begins with.
    ///
    /// # Errors
    /// What is shown cannot be kept.
    pub fn title_to_begin_with(&self) -> Result<String, &'static str> {
        if let Some(Figure::Area(_)) = self.shown() {
            return Err(NO_PATH);
        }
        // As it is written: its figures go on being read.
        let title = || self.step().title.text.clone();
        Ok(self.asked().or_else(|| self.found()).map_or_else(title, |what_if| what_if.ask.text))
    }

    /// What is tried now, as a what-if that makes just that.
    fn asked(&self) -> Option<WhatIf> {
        let change = self.change()?;
        let base = self.stage.base();
        let (path, to) = (path_of(base, change.lever), value_text(base, change.lever, &change.to));
        let own = self.step().what_if.as_ref();
        let told = own.filter(|own| own.to.is_some() && self.told(own) == self.slider);
        let ask =
            told.map_or_else(|| Telling::plain(question(base, &change)), |own| own.ask.clone());
        Some(WhatIf { ask, path, to: Some(to), made: true })
    }

    /// A lever that was found and is not moved yet, as a what-if.
    fn found(&self) -> Option<WhatIf> {
        let path = path_of(self.stage.base(), self.lever?);
        Some(WhatIf { ask: Telling::plain(self.ask()), path, to: None, made: false })
    }

    /// A step of what the slide shows: its changes, the what-if, the number that was found. What was
    /// tried stays a what-if: beside the answer stands what it is compared with.
    ///
    /// # Errors
    /// The title is empty, or quotes a figure that is not there.
    pub fn as_step(&self, title: &str) -> Result<StoryStep, String> {
        let title = self.title(title.trim())?;
        let own = self.step();
        let shown = self.shown().and_then(Figure::measure);
        let shown = shown.map(|measure| measure_path(self.stage.now(), measure));
        // What was said of the step is of its own number.
        let is_own = self.sought.is_none();
        let is_now = self.origin() == Origin::Now;
        let told = || own.what_if.clone().filter(|_| is_own);
        let what_if = self.asked().or_else(|| self.found()).or_else(told);
        Ok(StoryStep {
            title,
            caption: own.caption.clone().filter(|_| is_own),
            // A headline has its figures as they are now, and would go stale.
            say: own.say.clone().filter(|_| is_own && !is_now),
            set: own.set.clone(),
            show: shown,
            picture: if is_own { own.picture.clone() } else { Picture::Shares },
            what_if,
            // It takes the time of the step that it answers.
            minutes: None,
            notes: own.notes.clone().filter(|_| is_own),
        })
    }

    /// A title with its figures, each of which is there.
    fn title(&self, words: &str) -> Result<Telling, String> {
        if words.is_empty() {
            return Err("A step needs a title: what does it answer? Esc leaves it.".to_owned());
        }
        let telling = Telling::of_typed(words).map_err(|garbled| {
            format!("“{}”: {}; write it without braces.", garbled.part, garbled.why)
        })?;
        for figure in telling.figures() {
            leads(self.stage.now(), figure).map_err(|refusal| refusal.to_string())?;
        }
        Ok(telling)
    }
}

/// A change as a question: `What if C&P’s plan were −£193.4m, not −£192.4m?`
pub(super) fn question(scenario: &Scenario, change: &Change) -> String {
    let Change { lever, from, to } = change;
    let words = |value| said(*lever, &value_words(scenario, *lever, value));
    format!("What if {} were {}, not {}?", lever_words(scenario, *lever), words(to), words(from))
}

/// A lever with its owner: `C&P’s plan`; of what is yes or no what that says: `“signed” of C&P`.
pub(super) fn lever_words(scenario: &Scenario, lever: Lever) -> String {
    let word = lever.field.words(scenario);
    let whose = whose(scenario, lever.node);
    match (lever.get(scenario), lever.node) {
        (Value::Yes(_) | Value::Known(_), Node::KeyTest(_)) => format!("“{whose}”"),
        (Value::Yes(_) | Value::Known(_), _) => format!("“{word}” of {whose}"),
        _ => format!("{} {word}", format::possessive(&whose)),
    }
}
