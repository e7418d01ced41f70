//! Going back and forth in what was changed.

use crate::app::{App, Recall};

pub(super) fn recall(app: &mut App, recall: Recall) {
    let Some(work) = &mut app.work else { return };
    // The cursor of the history follows.
    if recall != Recall::GoThere {
        work.screens.steps.row = None;
    }
    match recall {
        Recall::GoThere => super::steps::go_there(app),
        Recall::Undo => {
            let passed: Vec<String> = work.session.passed_over().map(str::to_owned).collect();
            match (work.session.undo(), passed.as_slice()) {
                (Some(words), []) => app.say(format!("Undone: {words}. U does it again.")),
                (Some(words), [first, ..]) => app.say(format!(
                    "Undone: {words}. Passed over, as it no longer fits: {first}; g h lists it."
                )),
                (None, []) => app.say("Nothing to undo."),
                (None, [first, ..]) => app.say(format!(
                    "Nothing to undo: “{first}” no longer fits and is kept; g h says why."
                )),
            }
        }
        Recall::Redo => match work.session.redo() {
            Some(words) => app.say(format!("Done again: {words}.")),
            None => app.say("Nothing to do again."),
        },
        Recall::MakeBaseline => {
            if let Some(words) = work.screens.current_mut().baseline() {
                app.say(words);
                return;
            }
            let moved = work.session.make_baseline();
            app.say(match moved {
                true => {
                    "Changes are now measured against this; the file is as it was. u takes it back."
                }
                false => "This is the baseline already: nothing differs from it.",
            });
        }
    }
}
