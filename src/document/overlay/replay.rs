//! The changes of an overlay made again on a scenario; those that no longer fit are kept aside.

use super::read::Saved;
use crate::format;
use crate::levers::{
    Change, History, Lever, Refusal, Value, change_words, lever_at, set_all, value_for,
};
use crate::model::Scenario;
use crate::ron_text::Source;

/// A scenario with the changes of an overlay.
#[derive(Clone, Debug)]
pub struct Replayed {
    /// The scenario as changed.
    pub scenario: Scenario,
    /// The changes as one step that can be undone; none if nothing fitted.
    pub history: History,
    /// Those that do not fit, in their order.
    pub misfits: Vec<Refused>,
}

/// A change that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its place among the changes that were to be made.
    pub index: usize,
    /// Whether its path leads nowhere; else its value does not fit.
    pub path_is_wrong: bool,
    /// Why.
    pub refusal: Refusal,
}

/// A change that is understood: its place among all, its lever, its value.
pub(super) type Move = (usize, Lever, Value);

/// Makes changes on a scenario: all at once if they fit together, else those that do.
///
/// `words` say what is done, for the history: `2 changes from plan-b.whatif.ron`.
pub fn replay(base: &Scenario, changes: &[Saved], words: &str) -> Replayed {
    let mut misfits = Vec::new();
    let mut moves: Vec<Move> = Vec::new();
    for (index, saved) in changes.iter().enumerate() {
        match understood(base, index, saved) {
            Ok(one) => moves.push(one),
            Err(misread) => misfits.push(misread),
        }
    }
    let fitting = fitting(base, moves, &mut misfits);
    let mut scenario = base.clone();
    let mut history = History::default();
    let together: Vec<(Lever, Value)> =
        fitting.iter().map(|(_, lever, value)| (*lever, value.clone())).collect();
    let words = match fitting.as_slice() {
        [(_, lever, to)] => {
            let from = lever.get(base);
            change_words(base, &Change { lever: *lever, from, to: to.clone() })
        }
        _ => words.to_owned(),
    };
    if !together.is_empty()
        && let Err(refusal) = history.apply(&mut scenario, &together, words)
    {
        let refused = |(index, _, _): &Move| refused(*index, refusal.clone());
        misfits.extend(fitting.iter().map(refused));
    }
    misfits.sort_by_key(|misfit| misfit.index);
    Replayed { scenario, history, misfits }
}

/// What a change means on a base, without making it.
pub(super) fn understood(base: &Scenario, index: usize, saved: &Saved) -> Result<Move, Refused> {
    let lever = lever_at(base, &saved.path);
    let lever = lever.map_err(|refusal| Refused { index, path_is_wrong: true, refusal })?;
    let source = Source::new("change", saved.to.as_str());
    let root = source.root().map_err(|fault| refused(index, Refusal::new(fault.message)))?;
    let value = value_for(base, lever, root).map_err(|misread| {
        let message = match misread.message.contains(". Write") {
            true => misread.message,
            false => format!("{}. Write {}", misread.message, misread.remedy),
        };
        refused(index, Refusal::with_nearest(message, misread.nearest))
    })?;
    Ok((index, lever, value))
}

/// Those changes that fit: all at once, or else one by one, until no further one does.
pub(super) fn fitting(base: &Scenario, moves: Vec<Move>, misfits: &mut Vec<Refused>) -> Vec<Move> {
    let pairs: Vec<(Lever, Value)> = moves.iter().map(|(_, l, v)| (*l, v.clone())).collect();
    if set_all(&mut base.clone(), &pairs).is_ok() {
        return moves;
    }
    let mut scratch = base.clone();
    let mut fit = Vec::new();
    let mut waiting = moves;
    loop {
        let before = waiting.len();
        let mut refusals = Vec::new();
        waiting.retain(|one| match one.1.set(&mut scratch, &one.2) {
            Ok(()) => {
                fit.push(one.clone());
                false
            }
            Err(refusal) => {
                refusals.push(refused(one.0, refusal));
                true
            }
        });
        // What was refused may fit now that others have moved: two percents are a pair.
        if waiting.len() == before || waiting.is_empty() {
            misfits.extend(refusals);
            return fit;
        }
    }
}

fn refused(index: usize, refusal: Refusal) -> Refused {
    let message = refusal.message.trim_end_matches('.').to_owned();
    Refused { index, path_is_wrong: false, refusal: Refusal { message, ..refusal } }
}

/// So many changes in words: `one change`, `2 changes`.
pub(super) fn changes_in_words(count: usize) -> String {
    format::plural(count, "change", "changes")
}
