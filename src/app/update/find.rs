//! Finding a name on the screen that is shown: as it is typed, and again.

use crate::app::over::{Over, matches, next_match};
use crate::app::{App, Find, Work};
use crate::model::{Node, Scenario};

/// Goes to the first match of what is typed, or back to where the line was opened.
pub(super) fn follow(work: &mut Work) {
    let Some(Over::Find(finder)) = work.over.last_mut() else { return };
    let room = work.screens.current_mut();
    let found = matches(&room.names(&work.session), finder.input.value());
    finder.found = found.len();
    room.find(&work.session, found.first().copied().unwrap_or(finder.from));
    finder.input.value().clone_into(&mut work.screens.sought);
}

/// Goes to the next or previous match; answers whether there is one.
pub(super) fn step(work: &mut Work, sought: &str, forward: bool) -> bool {
    let room = work.screens.current_mut();
    let here = room.here(&work.session);
    let next = next_match(&room.names(&work.session), sought, (here, forward));
    if let Some(place) = next {
        room.find(&work.session, place);
    }
    next.is_some()
}

/// All the names by which a node is found, one a line.
pub(super) fn names(scenario: &Scenario, node: Node) -> String {
    let words = scenario.words.of(node);
    format!("{}\n{}\n{}", words.name, words.brief(), words.id)
}

pub(super) fn again(app: &mut App, find: Find) {
    let Some(work) = &mut app.work else { return };
    let sought = work.screens.sought.clone();
    if sought.is_empty() {
        app.say("Nothing was looked for yet: / looks for a name.");
    } else if !step(work, &sought, find == Find::Next) {
        app.say(format!("Nothing is called “{sought}”."));
    }
}
