//! What a change that is only shown does: as a small table, and in a sentence.

use crate::app::explore::Figure;
use crate::app::session::Session;
use crate::engine::{Outcome, OutcomeMeasure, after};
use crate::format::{self, Minus};
use crate::levers::{Field, Lever, value_words};
use crate::model::{Node, Offset, Scenario};
use crate::money::Pence;

/// One figure that a change may move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// What it is.
    pub words: String,
    /// How it comes about.
    pub how: String,
    /// How much, before and now.
    pub figure: Figure,
    /// Whether more of it is better.
    pub more_is_better: bool,
}

/// What a change does.
#[derive(Debug)]
pub struct Effects;

impl Effects {
    /// The pool's and the selected node's main figures, in the order of the cascade.
    pub fn of(session: &Session, node: Node) -> Vec<Effect> {
        let pool = crate::app::explore::pool_above(session.now(), node);
        let mut rows = Vec::new();
        let mut add = |node: Node, id: &str, (words, how): (String, String)| {
            let figure = figure(session, node, id);
            // What is nought before and after says nothing.
            let says = |amount: Option<Pence>| amount.is_some_and(|a| !a.is_zero());
            if says(figure.before) || says(figure.now) {
                let more_is_better = BETTER.contains(&id);
                rows.push(Effect { words, how, figure, more_is_better });
            }
        };
        let plain = |words: &str, how: &str| (words.to_owned(), how.to_owned());
        add(pool, "need", plain("gap", "what systems miss of their control totals"));
        add(pool, "covered", ("offset".to_owned(), offset(session.now(), pool)));
        add(pool, "uncovered", plain("uncovered", "gap less offset"));
        if node != pool {
            let name = format::possessive(session.now().words.of(node).brief());
            let still = figure(session, node, "ask").differs();
            let how = if still { "follows the split" } else { "unchanged" };
            add(node, "ask", (format!("{name} ask"), how.to_owned()));
            add(node, "reserve_used", plain("from its reserve", ""));
            add(node, "cuts", plain("cut from its programmes", "in the order of “absorb”"));
            add(node, "unplaced", plain("unplaced", "limits are reached"));
            add(node, "not_described", plain("not described", "no programme is known to give it"));
        }
        // What hangs on a result: where nothing does, the result itself is seen on its own screen.
        if session.now().has_support(node) {
            add(node, "margin", plain("distance to its target", "result less target"));
            add(node, "support", plain("support paid", "whole, or not at all"));
            add(node, "position", plain("position", "result and support together"));
        }
        // What is owed later is seen on its own screen, unless it is what the change moves.
        if let Some(figure) = owed(session, pool).filter(|own| own.differs()) {
            let (words, how) = plain("still owed in the end", "contributed less repaid");
            rows.push(Effect { words, how, figure, more_is_better: false });
        }
        rows
    }

    /// “The gap grows to £58.0m; nobody is asked for more; £33.0m is uncovered.”
    pub fn sentence(session: &Session, node: Node) -> String {
        let pool = crate::app::explore::pool_above(session.now(), node);
        let need = figure(session, pool, "need");
        let gap = match need.now.cmp(&need.before) {
            std::cmp::Ordering::Greater => "grows to",
            std::cmp::Ordering::Less => "shrinks to",
            std::cmp::Ordering::Equal => "stays",
        };
        let gap = format!("the gap {gap} {}", million(need.now.unwrap_or_default()));
        let left = figure(session, pool, "uncovered").now.unwrap_or_default();
        let left = match left.is_zero() {
            true => "nothing is uncovered".to_owned(),
            false => format!("{} is uncovered", million(left)),
        };
        let owed = owed(session, pool).filter(|own| own.differs());
        let owed = owed.and_then(|figure| figure.now.zip(figure.before));
        if let Some((now, before)) = owed.filter(|_| !figure(session, pool, "covered").differs()) {
            let (now, before) = (million(now), million(before));
            return format!("{now} is still owed in the end instead of {before}.");
        }
        let sentence = format!("{gap}; {}; {left}.", asked(session, pool, node));
        crate::format::capital(&sentence)
    }
}

/// Of these more is better.
const BETTER: [&str; 3] = ["margin", "support", "position"];

/// Who is asked for more or less: the selected node, else how many systems.
fn asked(session: &Session, pool: Node, node: Node) -> String {
    let own = figure(session, node, "ask");
    if node != pool && own.differs() {
        let name = session.now().words.of(node).brief();
        let change = own.change().unwrap_or_default();
        let word = if change > Pence::ZERO { "more" } else { "less" };
        let by = format::whole_pounds(change.abs(), Minus::Sign);
        let now = format::whole_pounds(own.now.unwrap_or_default(), Minus::Sign);
        return format!("{name} is asked for {now}, {by} {word}");
    }
    let systems = session.now().pool(pool).map_or(0..0, |p| p.systems.clone());
    let moves = |place: usize| {
        let before = session.before().systems[place].contribution;
        session.after().systems[place].contribution.cmp(&before)
    };
    let count = |way| systems.clone().filter(|s| moves(*s) == way).count();
    let (more, less) = (count(std::cmp::Ordering::Greater), count(std::cmp::Ordering::Less));
    match (more, less) {
        (0, 0) => "nobody is asked for more".to_owned(),
        (0, _) => format!("{} asked for less", systems_are(less)),
        (_, 0) => format!("{} asked for more", systems_are(more)),
        _ => format!("{} asked for more, {} for less", systems_are(more), format::count(less)),
    }
}

fn systems_are(count: usize) -> String {
    let are = if count == 1 { "is" } else { "are" };
    format!("{} {are}", format::plural(count, "system", "systems"))
}

/// “fixed at £25.0m, so it does not move”, “50% of the gap”.
fn offset(scenario: &Scenario, pool: Node) -> String {
    let lever = Lever { node: pool, field: Field::Offset };
    match lever.get(scenario) {
        crate::levers::Value::Offset(Offset::Amount(amount)) => {
            format!("fixed at {}", million(amount))
        }
        held => value_words(scenario, lever, &held),
    }
}

/// What a pool that was promised something back is still owed after the last year.
fn owed(session: &Session, pool: Node) -> Option<Figure> {
    session.now().pool(pool)?.repayment?;
    let last = |scenario: &Scenario, outcome: &Outcome| {
        after(scenario, outcome, pool)?.pool.owed?.last().copied()
    };
    let before = last(session.base(), session.before());
    Some(Figure { before, now: last(session.now(), session.after()) })
}

fn million(amount: Pence) -> String {
    format::millions(amount, 1, Minus::Sign)
}

fn figure(session: &Session, node: Node, id: &str) -> Figure {
    let read =
        |outcome: &Outcome| OutcomeMeasure::find(node, id)?.read(session.now(), outcome).pence();
    Figure { before: read(session.before()), now: read(session.after()) }
}
