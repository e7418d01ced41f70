//! Steps made on the spot: from what the analyst works on, and from what a slide shows.

use super::{Origin, Present};
use crate::app::explore::Explore;
use crate::app::screens::Room as _;
use crate::app::session::Session;
use crate::engine::{OutcomeMeasure, first_measure, leads, measure_path};
use crate::format;
use crate::levers::{Change, Lever, all_nodes, path_of, value_text, value_words, whose};
use crate::model::{Picture, Scenario, StoryStep, Telling};

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
    let measure = explore.number(work).filter(says).or_else(|| any.find(says));
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
    pub fn title_to_begin_with(&self) -> String {
        match self.stage.changes().as_slice() {
            [one] => question(self.stage.base(), one),
            _ => self.slide().title,
        }
    }

    /// A step of what the slide shows: its changes, the what-if, the number that was found.
    ///
    /// # Errors
    /// The title is empty, or quotes a figure that is not there.
    pub fn as_step(&self, title: &str) -> Result<StoryStep, String> {
        let title = self.title(title.trim())?;
        let own = self.step();
        let mut set = own.set.clone();
        for (path, to) in changes_of(&self.stage) {
            set.retain(|(known, _)| *known != path);
            set.push((path, to));
        }
        let moved = !self.stage.changes().is_empty();
        let shown = self.shown().map(|measure| measure_path(self.stage.now(), measure));
        // What was said of the step, its question and its notes, is of the step as it was.
        let as_it_was = !moved && self.sought.is_none();
        let is_now = self.origin() == Origin::Now;
        Ok(StoryStep {
            title,
            caption: own.caption.clone().filter(|_| self.sought.is_none()),
            say: own.say.clone().filter(|_| as_it_was && !is_now),
            set,
            show: shown,
            picture: if self.sought.is_some() { Picture::Shares } else { own.picture.clone() },
            what_if: own.what_if.clone().filter(|_| as_it_was),
            minutes: own.minutes,
            notes: own.notes.clone().filter(|_| as_it_was),
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
    let words = |value| value_words(scenario, *lever, value);
    format!("What if {} were {}, not {}?", lever_words(scenario, *lever), words(to), words(from))
}

/// A lever with its owner: `C&P’s plan`.
pub(super) fn lever_words(scenario: &Scenario, lever: Lever) -> String {
    let word = lever.field.words(scenario);
    format!("{} {word}", format::possessive(&whose(scenario, lever.node)))
}
