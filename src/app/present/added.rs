//! Steps made on the spot: from what the analyst works on, and from what a slide shows.

use super::Present;
use crate::app::explore::Explore;
use crate::app::screens::Room as _;
use crate::app::session::Session;
use crate::engine::measure_path;
use crate::format;
use crate::levers::{change_words, path_of, value_text};
use crate::model::{Picture, StoryStep, Telling};

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
        [one] => format!("What if {}?", change_words(work.file(), one)),
        more => format!("What if {} things were different?", format::count(more.len())),
    };
    let measure = explore.number(work);
    StoryStep {
        title: Telling::plain(title),
        show: measure.map(|measure| measure_path(work.now(), measure)),
        picture: Picture::Shares,
        set,
        ..StoryStep::default()
    }
}

impl Present {
    /// The title that a step made of this slide begins with.
    pub fn title_to_begin_with(&self) -> String {
        let moved = self.stage.changes();
        match (moved.as_slice(), self.origin()) {
            ([one], _) => format!("What if {}?", change_words(self.stage.base(), one)),
            _ => self.slide().title,
        }
    }

    /// A step of what the slide shows: its changes, the what-if, the number that was found.
    pub fn as_step(&self, title: &str) -> StoryStep {
        let own = self.step();
        let mut set = own.set.clone();
        for (path, to) in changes_of(&self.stage) {
            set.retain(|(known, _)| *known != path);
            set.push((path, to));
        }
        let moved = !self.stage.changes().is_empty();
        let shown = self.shown().map(|measure| measure_path(self.stage.now(), measure));
        let found = self.sought.is_some();
        // A what-if that is made already is part of the step, and no what-if any more.
        let what_if = own.what_if.clone().filter(|_| !moved && !found);
        StoryStep {
            title: Telling::plain(format::visible(title)),
            say: own.say.clone().filter(|_| !found),
            set,
            show: shown,
            picture: if found { Picture::Shares } else { own.picture.clone() },
            what_if,
            minutes: own.minutes,
            notes: own.notes.clone().filter(|_| !found),
        }
    }
}
