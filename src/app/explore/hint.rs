//! The message line while nothing has just happened: what to try, what a change did that may
//! surprise, where a figure comes from.

use super::bar::pool_above;
use super::headline::million;
use super::lever_row::{LeverRow, Sort};
use super::{Explore, Pane, What};
use crate::app::session::Session;
use crate::app::{Line, Mark, Tone};
use crate::engine::Role;
use crate::format::{self, capital};
use crate::levers::{Field, LEFT_OUT, Lever, Value};
use crate::model::{Figure, Node, Offset, Scenario, Standing};
use crate::money::Pence;

pub(super) fn hint(explore: &Explore, session: &Session, narrow: bool) -> Line {
    let scenario = session.now();
    match explore.focus {
        Pane::Tree => about(scenario, explore.node),
        Pane::Programmes => programme(explore, session),
        Pane::Levers => match explore.selected_lever(session) {
            Some(row) => match try_it(explore, session, &row) {
                Some(tried) => tried.line(narrow),
                None => lever(session, row.lever, narrow),
            },
            None => Line::default(),
        },
    }
}

/// What the file says about a node.
fn about(scenario: &Scenario, node: Node) -> Line {
    let words = scenario.words.of(node);
    let said = words.note.as_ref().or(words.reason.as_ref());
    match said {
        Some(said) => Line::default().with(format!("{}: ", words.brief()), Tone::Second).text(said),
        None => Line::default().with("Enter shows what decides this row.", Tone::Second),
    }
}

/// What the file says about a programme: its effect as reported, and how its cost is known.
fn programme(explore: &Explore, session: &Session) -> Line {
    let scenario = session.now();
    let rows = explore.programmes(session);
    let Some(row) = rows.get(explore.programme) else { return Line::default() };
    match row.what {
        What::Programme(place) => {
            let node = Node::Programme(place);
            let cost = Lever { node, field: Field::AnnualCost }.figure(scenario);
            let words = scenario.words.of(node);
            let note = words.note.as_ref().or(words.reason.as_ref()).cloned().unwrap_or_default();
            let line = Line::plain(note.clone());
            match cost {
                // What is assumed is said first: the rest may not fit.
                Some(figure) if figure.standing == Standing::Assumed => {
                    Line::plain(format!("Cost {}. ", standing_words(scenario, figure)))
                        .with(capital(&note), Tone::Second)
                }
                Some(figure) => {
                    line.with(format!("  cost {}", standing_words(scenario, figure)), Tone::Second)
                }
                None => line.with("  cost not published", Tone::Second),
            }
        }
        What::Partner(place) => {
            let words = scenario.words.of(Node::JointPart(place));
            let cost = Lever { node: Node::JointPart(place), field: Field::AnnualCost };
            let line = Line::plain(words.note.clone().unwrap_or_default());
            match cost.figure(scenario) {
                Some(figure) => {
                    line.with(format!("  cost {}", standing_words(scenario, figure)), Tone::Second)
                }
                None => line.with("  cost not published", Tone::Second),
            }
        }
        What::Alongside(place) => {
            Line::plain(scenario.words.alongside[place].note.clone().unwrap_or_default())
        }
    }
}

fn lever(session: &Session, lever: Lever, narrow: bool) -> Line {
    let of_system = matches!(lever.node, Node::System(_));
    if of_system && matches!(lever.field, Field::Plan | Field::ControlTotal) {
        let said = fixed_offset(session, lever, narrow);
        if session.is_changed() && !said.is_empty() {
            return said;
        }
    }
    about_lever(session, lever)
}

/// What a lever is, and where its figure comes from; what is assumed is said first.
pub(in crate::app) fn about_lever(session: &Session, lever: Lever) -> Line {
    let scenario = session.now();
    let what = format!("{}.", capital(lever.field.row().what));
    let line = Line::plain(what.clone());
    match lever.figure(scenario).filter(|_| !session.is_moved(lever)) {
        Some(figure) if figure.standing == Standing::Assumed => {
            Line::plain(format!("{}. ", capital(&standing_words(scenario, figure))))
                .with(what, Tone::Second)
        }
        Some(figure) => {
            line.with(format!(" {}", capital(&standing_words(scenario, figure))), Tone::Second)
        }
        None if Mark::of(session, lever).is_some() => {
            Line::plain(format!("Assumed: {LEFT_OUT}. ")).with(what, Tone::Second)
        }
        None if lever.get(scenario) == Value::Money(None) => {
            line.with(" Not known here; Enter types one.", Tone::Second)
        }
        None => line,
    }
}

/// What to try first, while nothing is changed yet.
struct Try {
    key: &'static str,
    /// “make the neighbour’s plan worse”.
    does: String,
    /// “the neighbour’s plan gets worse”.
    becomes: String,
}

/// What to try on the lever of a system from which a gap comes, if it can be stepped.
fn try_it(explore: &Explore, session: &Session, row: &LeverRow) -> Option<Try> {
    let Node::System(place) = row.lever.node else { return None };
    let (key, verb, more, becomes) = match row.lever.field {
        Field::Plan => ("←", "make", "worse", "gets worse"),
        Field::ControlTotal => ("→", "make", "higher", "gets higher"),
        Field::Gap => ("→", "make", "larger", "gets larger"),
        _ => return None,
    };
    let receives = session.after().systems[place].role == Role::Receives;
    if session.is_changed() || row.sort != Sort::Number || !receives {
        return None;
    }
    let scenario = session.now();
    let whose = match system_above(scenario, explore.node) {
        Some(own) if own != place => "the neighbour’s".to_owned(),
        _ => format::possessive(scenario.words.systems[place].brief()),
    };
    let what = format!("{whose} {}", row.word);
    Some(Try { key, does: format!("{verb} {what} {more}"), becomes: format!("{what} {becomes}") })
}

/// The system that a node is, or is inside.
fn system_above(scenario: &Scenario, node: Node) -> Option<usize> {
    match node {
        Node::System(place) => Some(place),
        _ => scenario.parent(node).and_then(|parent| system_above(scenario, parent)),
    }
}

impl Try {
    fn line(self, narrow: bool) -> Line {
        let line = Line::default();
        let doors = |line: Line, [learn, present, leave]: [&str; 3]| {
            let line = line.with("L", Tone::Yours).text(learn);
            let line = line.with("P", Tone::Yours).text(present);
            line.with("q", Tone::Yours).text(leave)
        };
        if narrow {
            let line = line.with("Try ", Tone::Yours).with(self.key, Tone::Yours);
            let line = line.text(format!(": {}. ", self.becomes));
            return doors(line, [" learns, ", " presents, ", " leaves."]);
        }
        let line = line
            .with("Try it:", Tone::Yours)
            .text(" press ")
            .with(self.key, Tone::Yours)
            .text(format!(" to {}, or ", self.does))
            .with("Enter", Tone::Yours)
            .text(" to type it. ");
        doors(line, [" teaches it, ", " shows it to a room, ", " leaves."])
    }
}

/// The plan moves the gap and not the ask while the offset is a fixed amount.
fn fixed_offset(session: &Session, lever: Lever, narrow: bool) -> Line {
    let scenario = session.now();
    let pool = pool_above(scenario, lever.node);
    let held = Lever { node: pool, field: Field::Offset }.get(scenario);
    let uncovered = session.after().pool(pool).map_or(Pence::ZERO, |p| p.uncovered);
    match held {
        Value::Offset(Offset::Amount(amount)) if !uncovered.is_zero() => {
            let fixed = million(amount);
            if narrow {
                return Line::plain(format!(
                    "The plan moves the gap, not the ask: the offset stays {fixed}."
                ));
            }
            Line::plain(format!(
                "The plan moves the gap, not the ask: the offset is fixed at {fixed}. "
            ))
            .with("Set offset to “whole need”", Tone::Yours)
            .text(" to pass it on.")
        }
        _ => Line::default(),
    }
}

/// “reported: Lowdown, quoting the board”, “assumed: no cost was published”.
pub(in crate::app) fn standing_words(scenario: &Scenario, figure: &Figure) -> String {
    let source = match figure.standing {
        Standing::Published | Standing::Reported => {
            scenario.words.source(&figure.source).map_or(&*figure.source, |entry| &entry.title)
        }
        Standing::Plain => return "the file says nothing of its source.".to_owned(),
        _ => &figure.source,
    };
    format!("{}: {source}", figure.standing.word())
}
