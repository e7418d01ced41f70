//! Giving something out: the screen as sentences, the outcome as a file, the changes as an overlay.

use std::path::{Path, PathBuf};

use crate::app::over::{Over, Picker};
use crate::app::{App, Effect, FileToWrite, Give, Mode, Paper, Screen, Work};
use crate::document::overlay;
use crate::engine::compute;
use crate::report::{Compared, Form, Manner, Subject, Unwritten, render, render_comparison};

pub(super) fn give(app: &mut App, give: Give) -> Vec<Effect> {
    match give {
        Give::Copy => copy(app),
        Give::Export => {
            if let Some(work) = &mut app.work {
                work.over.push(Over::Picker(Picker::for_export()));
            }
            Vec::new()
        }
        Give::Save => save(app).into_iter().collect(),
    }
}

/// The changes as an overlay beside the scenario; nothing if there are none.
pub(super) fn save(app: &mut App) -> Option<Effect> {
    let work = app.work.as_mut()?;
    if work.session.is_empty() {
        app.say("Nothing is changed, so there is nothing to save.");
        return None;
    }
    let text = overlay::text(&work.overlay(&app.setup.origin));
    let path = app.setup.origin.overlay.clone();
    Some(Effect::Write(FileToWrite { path, paper: Paper::Changes, text, replace: false }))
}

pub(super) fn export(app: &mut App, form: Form) -> Vec<Effect> {
    let Some(work) = &app.work else { return Vec::new() };
    let session = &work.session;
    let (changes, before) = (session.changes(), compute(session.file()));
    let subject = Subject {
        base: session.file(),
        now: session.now(),
        before: &before,
        outcome: session.after(),
        changes: &changes,
    };
    let written = match work.screens.shown {
        Screen::Compare => compared(work, form),
        _ => render(&subject, form, Manner::default()),
    };
    match written {
        Ok(text) => {
            let extension = match form {
                Form::Text => "txt",
                Form::Json => "json",
                Form::Csv => "csv",
            };
            let mut path = app.setup.origin.export.with_extension(extension);
            if app.work().is_some_and(|work| work.screens.shown == Screen::Compare) {
                path = beside(&path);
            }
            vec![Effect::Write(FileToWrite { path, paper: Paper::Outcome, text, replace: false })]
        }
        Err(fault) => {
            app.refuse(format!("Not exported: {fault}."));
            Vec::new()
        }
    }
}

/// The comparison with all its rows, in the order and with the baseline that are shown.
fn compared(work: &Work, form: Form) -> Result<String, Unwritten> {
    let own = &work.screens.compare;
    let wanted = own.on_paper();
    own.compared(&work.session, |comparison| {
        let compared = Compared { comparison, wanted: &wanted };
        render_comparison(&compared, form, Manner::default())
    })
}

/// A comparison’s file beside the outcome’s: `area-compared.csv`.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push("-compared.");
    name.push(path.extension().unwrap_or_default());
    path.with_file_name(name)
}

fn copy(app: &mut App) -> Vec<Effect> {
    if let Some(Over::Card(card)) = app.work().and_then(|work| work.over.last()) {
        let text = card.text();
        app.say("Copied: the source card.");
        return vec![Effect::Copy(text)];
    }
    let text = match (app.problems(), app.work()) {
        (Some(problems), _) => {
            let faults = problems.faults().iter().map(|fault| fault.message.clone());
            faults.collect::<Vec<_>>().join("\n")
        }
        (None, Some(work)) => sentences(work),
        (None, None) => return Vec::new(),
    };
    app.say("Copied: the screen as sentences.");
    vec![Effect::Copy(text)]
}

/// The screen for those who read or hear it line by line.
pub fn sentences(work: &Work) -> String {
    match &work.mode {
        Some(Mode::Present(own)) => return own.for_the_speaker(),
        Some(Mode::Learn(own)) => return own.for_the_reader(),
        None => {}
    }
    let room = work.screens.current();
    let headline = room.headline(&work.session);
    let said = room.sentence(&work.session, false).in_a_sentence();
    let mut lines = vec![said.words(), headline.first.words(), headline.second.words()];
    lines.extend(room.sentences(&work.session));
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}
