//! The program itself: theme, mouse, leaving what is open for the shell or another scenario.

use super::{give, shelf};
use crate::app::over::{Exit, Over, Question};
use crate::app::{App, Effect, FileToWrite, Program};

pub(super) fn program(app: &mut App, program: Program) -> Vec<Effect> {
    match program {
        Program::Theme => {
            if app.setup.colour {
                app.setup.look = app.setup.look.next();
                let name = app.setup.look.name();
                app.say(format!("Theme: {name}."));
            } else {
                app.say("Colour is switched off for this terminal (NO_COLOR, TERM or --color).");
            }
            Vec::new()
        }
        Program::Mouse => {
            app.setup.mouse = !app.setup.mouse;
            app.say(if app.setup.mouse {
                "The mouse works here; with Shift it selects text."
            } else {
                "The mouse is the terminal’s again; M takes it back."
            });
            vec![Effect::UseMouse(app.setup.mouse)]
        }
        Program::Open => shelf::open(app),
        Program::Leave => leave(app, Exit::Shell),
        Program::LeaveWithout => {
            let exit = asked_about(app);
            if let Some(work) = &mut app.work {
                work.over.clear();
            }
            let mut effects = app.last_history();
            effects.extend([Effect::ForgetRecovery, exit.effect()]);
            effects
        }
        Program::SaveAndLeave => {
            let exit = asked_about(app);
            if let Some(work) = &mut app.work {
                work.over.clear();
            }
            let saving = give::save(app);
            // Where there is nothing to save nothing is written that leaving could wait for.
            app.leaving = saving.is_some().then_some(exit);
            saving.into_iter().collect()
        }
        Program::SaveAside => save_aside(app),
        Program::Discard => {
            if let Some(work) = &mut app.work {
                work.over.pop();
            }
            app.say("The changes of the earlier run are discarded.");
            vec![Effect::ForgetOffered]
        }
        Program::Suspend => vec![Effect::Suspend],
    }
}

/// Saves under the name that was offered beside the one that is taken.
fn save_aside(app: &mut App) -> Vec<Effect> {
    let over = app.work.as_mut().and_then(|work| work.over.pop());
    let Some(Over::Question(Question::Replace(own))) = over else { return Vec::new() };
    vec![Effect::Write(FileToWrite { path: own.aside, ..own.file })]
}

/// Where the way out leads that is being asked about.
fn asked_about(app: &App) -> Exit {
    match app.work.as_ref().and_then(|work| work.over.last()) {
        Some(Over::Question(Question::Leave(exit))) => exit.clone(),
        _ => Exit::Shell,
    }
}

/// Leaves what is open, unless something would be lost.
pub(super) fn leave(app: &mut App, exit: Exit) -> Vec<Effect> {
    let unsaved = app.work.as_ref().is_some_and(|work| work.session.is_unsaved());
    match &mut app.work {
        Some(work) if unsaved => {
            app.problems = None;
            work.over.push(Over::Question(Question::Leave(exit)));
            Vec::new()
        }
        _ => vec![exit.effect()],
    }
}
