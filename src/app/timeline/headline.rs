//! What the Timeline says in sentences, made from the figures and never from a name in the code.

use super::owed::{Owed, Years};
use super::{Pane, Timeline, told};
use crate::app::explore::{effect, more};
use crate::app::session::Session;
use crate::app::{Headline, Line, Tone};
use crate::format::{self, Minus, capital};
use crate::model::{Event, Node, Repayment};
use crate::money::Pence;

/// “Promised back over three years. No source shows that anything came back.”
pub(super) fn headline(timeline: &Timeline, session: &Session) -> Headline {
    let Some(own) = Owed::new(timeline, session) else {
        let first = Line::default().strong("No gap is balanced here, so nothing can be owed.");
        return Headline { narrow: first.clone(), first, second: Line::default() };
    };
    let line = |narrow| said(&own, session, narrow);
    Headline { first: line(false), second: Line::default(), narrow: line(true) }
}

fn said(own: &Owed, session: &Session, narrow: bool) -> Line {
    let given = own.given(own.pool);
    let line = Line::default();
    let many = capital(&format::plural(own.now.systems.len(), "system", "systems"));
    match own.promise {
        _ if given.is_zero() => line.strong("Nobody contributes, so nothing can be owed."),
        None => {
            let given = million(given);
            line.strong(format!(
                "{many} contributed {given}. Nothing was promised back in this file."
            ))
        }
        Some(promise) if session.is_changed() => changed(own, promise, narrow),
        Some(promise) => {
            let years = years(promise);
            let found = found(own, session);
            let came = match found.is_zero() {
                true => "No source shows that anything came back.".to_owned(),
                false => {
                    // What recurs was promised back once: for the first year.
                    let promised = own.now.pool.promised.iter().copied().sum();
                    format!("{} of {} was found to be repaid.", million(found), million(promised))
                }
            };
            line.strong(format!("Promised back over {years}. {came}"))
        }
    }
}

/// “At 50% repaid, £12.5m of £25.0m is still owed after three years, ▼ £12,500,000 less.”
fn changed(own: &Owed, promise: Repayment, narrow: bool) -> Line {
    let figure = own.at_last(own.pool, Years::Owed);
    let Some((left, share)) = figure.now.zip(promise.repaid) else {
        return Line::default().strong("How much is repaid is not known, nor what is still owed.");
    };
    let share = format::percent(share, Minus::Sign);
    let (left, given) = (million(left), million(own.given(own.pool)));
    let words = match narrow {
        _ if figure.now == Some(Pence::ZERO) => {
            format!("At {share} repaid, nothing is owed {}", after(own))
        }
        true => format!("At {share} repaid {left} is still owed"),
        false => format!("At {share} repaid, {left} of {given} is still owed {}", after(own)),
    };
    Line::default().strong(words).and(more(figure)).text(".")
}

/// What the message line says: of an event what is known, else the screen in a sentence.
pub(super) fn hint(timeline: &Timeline, session: &Session, narrow: bool) -> Line {
    let event = |place: usize| about(&session.now().words.events[place], session, narrow);
    match timeline.focus {
        Pane::Year => match timeline.year_row(session) {
            Some(row) => match (row.event, row.programme) {
                (Some(place), _) => event(place),
                (None, Some(place)) if row.tone == Tone::Strong => {
                    Line::plain(format!("{}.", capital(&effect(place, session))))
                }
                _ => Line::plain(row.words),
            },
            None => Line::default(),
        },
        Pane::After => match timeline.after_row(session) {
            Some(super::AfterRow::Said(place, _)) => event(place),
            row => {
                let node = row.and_then(|row| row.node()).unwrap_or(timeline.node);
                Line::plain(in_a_sentence((timeline, node), session, narrow)).in_a_sentence()
            }
        },
    }
}

/// An event in one line: when, who, what, and whose word that is.
fn about(event: &Event, session: &Session, narrow: bool) -> Line {
    let source = event.source.as_deref().and_then(|id| session.now().words.source(id));
    let line = Line::plain(format!("{}.", told(event).trim_end_matches('.')));
    match source {
        Some(source) if !narrow => line.with(format!(" Source: {}.", source.title), Tone::Second),
        _ => line,
    }
}

/// “at 0% repaid, Thurrock is still owed £478,904.64 after three years; promised is not repaid.”
pub(super) fn in_a_sentence(
    (timeline, node): (&Timeline, Node),
    session: &Session,
    narrow: bool,
) -> String {
    let Some(own) = Owed::new(timeline, session) else {
        return "nothing is balanced here.".to_owned();
    };
    let node = match node {
        Node::System(_) | Node::Body(_) => node,
        _ => own.body.map_or(own.pool, Node::Body),
    };
    let (name, gives, is) = match own.now.systems.len() {
        // Of the pool as a whole its systems are spoken of.
        count if node == own.pool && count != 1 => {
            (format::plural(count, "system", "systems"), "contribute", "are")
        }
        _ => {
            let words = session.now().words.of(node);
            let whole = !narrow && matches!(node, Node::System(_));
            let name = if whole { &words.name } else { words.brief() };
            (name.to_owned(), "contributes", "is")
        }
    };
    let given = format::exact(own.given(node), Minus::Sign);
    let figure = own.at_last(node, Years::Owed);
    match (own.promise, figure.now) {
        _ if own.given(node).is_zero() => {
            format!("{name} {gives} nothing and {is} owed nothing.")
        }
        (None, _) => {
            let here = if narrow { "" } else { " in this file" };
            format!("{name} {gives} {given}; nothing was promised back{here}.")
        }
        (Some(_), None) => {
            format!("{name} {gives} {given}; how much of it is repaid is not known.")
        }
        (Some(promise), Some(left)) => {
            let share = promise.repaid.map(|share| format::percent(share, Minus::Sign));
            let share = share.unwrap_or_default();
            if left.is_zero() {
                return format!("at {share} repaid, {name} {is} owed nothing {}.", after(&own));
            }
            let left = format::exact(left, Minus::Sign);
            let so = match found(&own, session).is_zero() {
                true => "; promised is not repaid.",
                false => ".",
            };
            match narrow {
                true => format!("at {share} repaid {name} {is} still owed {left}."),
                false => {
                    format!("at {share} repaid, {name} {is} still owed {left} {}{so}", after(&own))
                }
            }
        }
    }
}

/// In millions; what would be none of them in its own unit.
fn million(amount: Pence) -> String {
    match amount.abs() < Pence::pounds(50_000) {
        true if !amount.is_zero() => format::short(amount, Minus::Sign),
        _ => format::millions(amount, 1, Minus::Sign),
    }
}

fn years(promise: Repayment) -> String {
    format::plural(usize::try_from(promise.years).unwrap_or(usize::MAX), "year", "years")
}

/// “after three years”.
fn after(own: &Owed) -> String {
    format!("after {}", format::plural(own.now.years.len() - 1, "year", "years"))
}

/// What sources show to have been repaid to the pool in all.
fn found(own: &Owed, session: &Session) -> Pence {
    let all = session.now().words.repaid.iter();
    all.filter(|found| found.pool == own.pool).map(|found| found.amount).sum()
}
