//! Finding a name: as it is typed, and again.

use crate::app::over::{Over, matches, next_match};
use crate::app::{App, Find, Work};
use crate::model::Node;

/// Goes to the first match of what is typed, or back to where the line was opened.
pub(super) fn follow(work: &mut Work) {
    let Some(Over::Find(finder)) = work.over.last_mut() else { return };
    let found = matches(work.session.now(), finder.input.value());
    finder.found = found.len();
    let to = found.first().copied().unwrap_or(finder.from);
    work.explore.sought = finder.input.value().to_owned();
    go(work, to);
}

/// Goes to the next or previous match.
pub(super) fn step(work: &mut Work, sought: &str, forward: bool) -> bool {
    let here = work.explore.node;
    match next_match(work.session.now(), sought, (here, forward)) {
        Some(node) => {
            go(work, node);
            true
        }
        None => false,
    }
}

pub(super) fn again(app: &mut App, find: Find) {
    let Some(work) = &mut app.work else { return };
    let sought = work.explore.sought.clone();
    if sought.is_empty() {
        app.say("Nothing was looked for yet: / looks for a name.");
    } else if !step(work, &sought, find == Find::Next) {
        app.say(format!("Nothing is called “{sought}”."));
    }
}

/// Selects a node and opens the tree down to it; a programme is selected in its body's list.
pub(super) fn go(work: &mut Work, node: Node) {
    work.explore.show(&work.session, node);
    work.explore.reveal(work.session.now());
}
