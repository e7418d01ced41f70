//! What the screen says in sentences: who bears least and most, how far apart that is, and what the
//! row under the cursor means.

use super::{Board, ChoiceRow, Fairness, Pane, names_of};
use crate::analysis::all_splits;
use crate::app::explore::LeverSort;
use crate::app::session::Session;
use crate::app::{Headline, Line, Tone};
use crate::format::{self, Minus, capital};
use crate::report::{
    burden_words, gini_figure, lens_words, missing_words, ratio_figure, split_name,
};

pub(super) fn headline(board: &Board, session: &Session) -> Headline {
    let name = split_name(session.now(), board.split);
    let (Ok(now), Some(measure)) = (&board.now, board.measure(session)) else {
        return none(board, session, &name);
    };
    let (low, high) = now.ends();
    let (least, most) =
        (burden_words(measure, low.fraction()), burden_words(measure, high.fraction()));
    let times = ratio_figure(now.ratio());
    let first = if board.all_alike(measure) {
        Line::default().strong(format!("{name}: all bear {least}."))
    } else {
        let (low, high) = (names_of(session, low.node).0, names_of(session, high.node).0);
        Line::default().strong(format!("{low} bears {least}, {high} {most}."))
    };
    let short = if board.all_alike(measure) {
        Line::default().strong(format!("{name}: all bear {least}"))
    } else {
        Line::default().strong(format!("{name}: {least} to {most}"))
    };
    let apart = times.filter(|_| !board.all_alike(measure));
    let far = apart.map_or_else(String::new, |times| format!(", {times} times"));
    Headline {
        first,
        second: spread(board, session, false),
        narrow: short.strong(far).text("; ").and(gini(board, session)).text("."),
    }
}

/// Why no split is listed.
pub(super) fn nothing(own: &Fairness, session: &Session) -> Headline {
    let why = match (all_splits(session.now()).is_empty(), own.only_changed) {
        (true, _) => "No split here has two children or more to compare.",
        (false, true) => "No burden differs from the baseline; d shows every split.",
        (false, false) => "Nobody is asked for anything here, so there is nothing to bear.",
    };
    let line = Line::default().strong(why);
    Headline { first: line.clone(), second: Line::default(), narrow: line }
}

/// “The highest burden is 1.54 times the lowest; Gini 0.089, where 0 is the same burden for all.”
pub(super) fn spread(board: &Board, session: &Session, narrow: bool) -> Line {
    let Ok(now) = &board.now else { return Line::default() };
    if narrow {
        let times = ratio_figure(now.ratio());
        let line = times.map_or_else(Line::default, |times| {
            Line::plain(format!("the highest is {times} times the lowest, "))
        });
        return line.and(gini(board, session)).text(".");
    }
    let line = match ratio_figure(now.ratio()) {
        Some(times) => Line::plain(format!("The highest burden is {times} times the lowest")),
        None => Line::plain("Somebody who takes part bears nothing"),
    };
    let before = board.before.as_ref().ok().filter(|_| session.is_changed());
    let old = before.and_then(|before| ratio_figure(before.ratio()));
    let line = match old {
        Some(old) => line.text(format!(", before {old} times")),
        None => line,
    };
    let line = line.text("; ").and(gini(board, session));
    // What 0 means is said once: then both figures have the room.
    match session.is_changed() {
        true => line.text("."),
        false => line.text(", where 0 is the same burden for all."),
    }
}

/// “Gini 0.089”, “Gini 0.089 → 0.016”.
fn gini(board: &Board, session: &Session) -> Line {
    let Ok(now) = &board.now else { return Line::default() };
    let line = Line::plain("Gini ");
    match &board.before {
        Ok(before) if session.is_changed() => {
            line.text(format!("{} → ", gini_figure(before.gini()))).strong(gini_figure(now.gini()))
        }
        _ => line.strong(gini_figure(now.gini())),
    }
}

fn none(board: &Board, session: &Session, name: &str) -> Headline {
    let why = match &board.now {
        Err(missing) => missing_words(session.now(), &[board.column], *missing),
        Ok(_) => String::new(),
    };
    let line = Line::default().strong(format!("{name}: {why}."));
    let second =
        Line::plain("Without every figure no burden is shown: a part would be no picture.");
    Headline { first: line.clone(), second, narrow: line }
}

/// What decides the split and what it is counted in.
pub(super) fn deciding(board: &Board, session: &Session) -> Vec<String> {
    let name = split_name(session.now(), board.split);
    let amount = session.after().ask(board.node()).unwrap_or_default();
    let amount = format::exact(amount, Minus::Sign);
    let lens = board.measure(session).map(lens_words).unwrap_or_default();
    vec![format!("{name}: {amount} is split; burdens are counted in {lens}.")]
}

pub(super) fn hint(own: &Fairness, session: &Session, narrow: bool) -> Line {
    let Some(board) = own.board(session) else { return Line::default() };
    match own.focus {
        Pane::Splits => Line::plain(deciding(&board, session).join(" ")).in_a_sentence(),
        Pane::Choices => match own.choice(session) {
            Some(ChoiceRow::Lever(row)) if !session.is_changed() => {
                let key = if row.sort == LeverSort::Choice { "→" } else { "Enter" };
                Line::plain("Try ").with(key, Tone::Yours).text(
                    ": another choice, and who bears it follows at once. Nothing on disk changes.",
                )
            }
            Some(ChoiceRow::Lever(_)) => spread(&board, session, narrow).in_a_sentence(),
            _ => {
                let lens = board.measure(session).map(lens_words).unwrap_or_default();
                Line::plain(format!(
                    "{}: what each is asked for, for its own size. ",
                    capital(&lens)
                ))
                .with("Measures, not verdicts.", Tone::Second)
            }
        },
        Pane::Each => {
            let rows = own.each(session);
            let row = rows.get(own.row(Pane::Each).min(rows.len().saturating_sub(1)));
            row.map_or_else(Line::default, |row| Line::plain(row.sentence(&board, session)))
        }
        Pane::Spread => {
            let rows = own.spread(session);
            let row = rows.get(own.row(Pane::Spread));
            row.map_or_else(Line::default, |row| Line::plain(row.meaning.clone()))
        }
    }
}
