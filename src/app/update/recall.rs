//! Going back and forth in what was changed.

use crate::app::{App, Recall};

pub(super) fn recall(app: &mut App, recall: Recall) {
    let Some(work) = &mut app.work else { return };
    match recall {
        Recall::Undo => match work.session.undo() {
            Some(words) => app.say(format!("Undone: {words}. U does it again.")),
            None => app.say("Nothing to undo."),
        },
        Recall::Redo => match work.session.redo() {
            Some(words) => app.say(format!("Done again: {words}.")),
            None => app.say("Nothing to do again."),
        },
        Recall::MakeBaseline => {
            work.session.make_baseline();
            app.say("Changes are now measured against this; the file and undo are as they were.");
        }
    }
}
