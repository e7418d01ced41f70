//! Setting scenarios beside what stands now, taking one item from them, laying an overlay on top.

use std::path::PathBuf;

use crate::analysis::compare::Kept;
use crate::app::compare::{Column, letter};
use crate::app::explore::held_value;
use crate::app::over::{Addition, Over, PathLine, Picker};
use crate::app::{App, Beside, Effect, Lay, Opening, Session, Work};
use crate::document::overlay::{Conflict, Layer, Opened, Overlay, Stacked, Unfit, carried, stack};
use crate::document::{self, Any, Diagnostic};
use crate::format;
use crate::levers::{Change, Lever, Refusal, Unfit as Lost, Value, lever_at, path_of, shares_with};

pub(super) fn beside(app: &mut App, beside: Beside) -> Vec<Effect> {
    let overlay = app.setup.origin.overlay.clone();
    let Some(work) = &mut app.work else { return Vec::new() };
    let said = match beside {
        Beside::Add => {
            let has_base = work.screens.compare.has_base();
            work.over.push(Over::Picker(Picker::for_additions(has_base)));
            return vec![Effect::Find(overlay)];
        }
        Beside::Remove => {
            let removed = work.screens.compare.remove(&work.session);
            removed.map(|name| format!("“{name}” is taken out; a adds it again."))
        }
        Beside::Take => take(work),
    };
    tell(app, said);
    Vec::new()
}

fn tell(app: &mut App, said: Result<String, Refusal>) {
    match said {
        Ok(words) => app.say(words),
        Err(refusal) => app.refuse(refusal.to_string()),
    }
}

/// Offers the overlays that were found, if the list is still open.
pub(super) fn found(app: &mut App, overlays: &[PathBuf]) {
    let Some(work) = &mut app.work else { return };
    if let Some(Over::Picker(picker)) = work.over.last_mut() {
        picker.offer(overlays);
    }
}

/// Adds what was chosen, or asks for it.
pub(super) fn add(app: &mut App, addition: Addition) -> Vec<Effect> {
    let Some(work) = &mut app.work else { return Vec::new() };
    let session = &work.session;
    let column = match addition {
        Addition::Base => Column::Base,
        Addition::Present => {
            let name = name_of(session);
            Column::Kept(Box::new(Kept::new(name, session.file().clone(), session.now().clone())))
        }
        // What ships is in memory: nothing is read.
        Addition::Shipped(name) => match document::library(name) {
            Ok(scenario) => Column::Kept(Box::new(Kept::new(name, scenario.clone(), scenario))),
            Err(_) => return Vec::new(),
        },
        Addition::File(path, lay) => return vec![Effect::Open(path, lay)],
        Addition::Typed(lay) => {
            work.over.push(Over::Path(PathLine::default(), lay));
            return Vec::new();
        }
    };
    if let Err(refusal) = work.screens.compare.add(&work.session, column) {
        app.refuse(refusal.to_string());
    }
    Vec::new()
}

/// What stands now, by what was changed: `−200.0, allocation`.
fn name_of(session: &Session) -> String {
    let value = |change: Change| held_value(session.now(), change.lever);
    let values: Vec<String> = session.changes().into_iter().map(value).collect();
    if values.is_empty() { "as its file has it".to_owned() } else { values.join(", ") }
}

/// Opens what was typed.
pub(super) fn open(app: &mut App) -> Vec<Effect> {
    let line = app.work.as_mut().and_then(|work| work.over.pop());
    let Some(Over::Path(line, lay)) = line else { return Vec::new() };
    let path = line.input.value().trim();
    if path.is_empty() {
        app.refuse("Nothing is typed.");
        return Vec::new();
    }
    vec![Effect::Open(PathBuf::from(path), lay)]
}

/// Sets a file that was read beside what stands now, or lays it on that.
pub(super) fn opened(app: &mut App, opening: Opening) {
    let Opening { path, lay, read } = opening;
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into());
    let any = match read {
        Ok(any) => any,
        Err(faulty) => {
            let why = faulty.faults.first().map(Diagnostic::headline).unwrap_or_default();
            app.refuse(format!(
                "{name} cannot be opened: {why}. fairshare check lists all faults."
            ));
            return;
        }
    };
    let origin = app.setup.origin.clone();
    let Some(work) = &mut app.work else { return };
    let said = match (any, lay) {
        (Any::Scenario(_), Lay::OnTop) => Err(Refusal::new(format!(
            "{name} is a scenario: only an overlay can be laid on what stands now."
        ))),
        (Any::Scenario(loaded), Lay::Beside) => {
            let kept = Kept::new(stem(&name), loaded.scenario.clone(), loaded.scenario);
            stand_beside(work, (kept, Vec::new()))
        }
        (Any::Overlay(opened), Lay::Beside) => {
            let Opened { base, scenario, misfits, .. } = *opened;
            let lost = misfits.into_iter().map(|own| own.fault.headline()).collect();
            stand_beside(work, (Kept::new(stem(&name), base.scenario, scenario), lost))
        }
        (Any::Overlay(opened), Lay::OnTop) => {
            let standing = work.overlay(&origin);
            lay_on(work, &standing, (&name, &opened))
        }
    };
    tell(app, said);
}

/// A file's name without its ending.
fn stem(name: &str) -> &str {
    name.strip_suffix(".whatif.ron").or(name.strip_suffix(".ron")).unwrap_or(name)
}

fn stand_beside(work: &mut Work, (kept, lost): (Kept, Vec<String>)) -> Result<String, Refusal> {
    let name = kept.name.clone();
    work.screens.compare.add(&work.session, Column::Kept(Box::new(kept)))?;
    let at = letter(work.screens.compare.column);
    match lost.is_empty() {
        true => Ok(format!("{at} is {name}.")),
        false => {
            let question = format!("{at} is {name}. This no longer fits and is left out of it:");
            work.over.push(Over::Picker(Picker::to_read(question, &lost)));
            Ok(format!("{at} is {name}."))
        }
    }
}

/// Makes an overlay's changes on top of those that stand, as one step that can be undone.
fn lay_on(
    work: &mut Work,
    standing: &Overlay,
    (name, opened): (&str, &Opened),
) -> Result<String, Refusal> {
    let file = work.session.file();
    if opened.base.scenario.words.sha256 != file.words.sha256 {
        return Err(Refusal::new(format!(
            "{name} changes “{}”, not this scenario: it can stand beside it, not on it.",
            opened.base.scenario.words.title
        )));
    }
    let layers = [
        Layer { name: "what stood", changes: &standing.changes },
        Layer { name, changes: &opened.overlay.changes },
    ];
    let Stacked { scenario, history, conflicts, misfits } = stack(file, &layers, name);
    let mut levers: Vec<Lever> = work.session.changes().iter().map(|change| change.lever).collect();
    levers.extend(history.net().iter().map(|change| change.lever));
    levers.sort_unstable();
    levers.dedup();
    let now = work.session.now();
    let moves = levers.into_iter().map(|lever| (lever, lever.get(&scenario)));
    let moves: Vec<(Lever, Value)> = moves.filter(|(lever, to)| *to != lever.get(now)).collect();
    if !moves.is_empty() {
        work.session.apply(&moves, false)?;
    }
    let fits = |own: &&Unfit| own.layer == name;
    let lost = misfits.iter().filter(fits).map(|own| Lost {
        path: own.change.path.clone(),
        from: own.change.from.clone(),
        to: own.change.to.clone(),
        why: own.refusal.to_string(),
    });
    let lost: Vec<Lost> = lost.collect();
    if !lost.is_empty() {
        // It goes back with the step that laid the overlay on.
        work.session.lose(lost, moves.is_empty().then(|| name.to_owned()));
    }
    let listed = conflicts.iter().map(Conflict::words);
    let listed: Vec<String> = listed.chain(misfits.iter().filter(fits).map(Unfit::words)).collect();
    let count = format::plural(moves.len(), "value", "values");
    let laid = format!("{name} is laid on top: {count} moved; u takes it back.");
    match listed.is_empty() {
        true => Ok(laid),
        false => {
            let question = laid.clone();
            work.over.push(Over::Picker(Picker::to_read(question, &listed)));
            Ok(laid)
        }
    }
}

/// Takes the value under the cursor into what stands now; of shares those of the whole split.
fn take(work: &mut Work) -> Result<String, Refusal> {
    let compare = &work.screens.compare;
    let session = &work.session;
    let Some(row) = compare.row(session) else { return Ok(String::new()) };
    let (at, now) = (compare.column, compare.now());
    let (Some(there), Some(here)) = (row.lever(at), row.lever(now)) else {
        let without = if row.lever(at).is_none() { at } else { now };
        return Err(Refusal::new(format!(
            "{} has nothing at this path: there is nothing to take, or to set.",
            letter(without)
        )));
    };
    let sides = compare.sides(session);
    let from = sides[at].now;
    let mut moves = Vec::new();
    match shares_with(from, there) {
        Some(shares) => {
            for (share, value) in shares {
                let own = lever_at(session.now(), &path_of(from, share))?;
                moves.push((own, Value::Share(Some(value))));
            }
        }
        None => moves.push((here, carried((from, there), (session.now(), here))?)),
    }
    moves.retain(|(lever, value)| lever.get(session.now()) != *value);
    if moves.is_empty() {
        return Ok(format!("{} holds that already.", letter(now)));
    }
    let words = work.session.apply(&moves, false)?;
    work.screens.compare.hold(here);
    Ok(format!("Taken from {}: {words}.", letter(at)))
}
