//! The rows of the children: what each is asked for, and what burden that is, before and now.

use super::spread::Compared;
use super::{Board, Counted, names_of};
use crate::analysis::{Burden, Burdens, parts};
use crate::app::explore::Figure;
use crate::app::session::Session;
use crate::engine::Role;
use crate::format::{self, Minus};
use crate::model::{Measure, MeasureUnit, Node, Stance};
use crate::money::Pence;
use crate::report::{burden_words, role_word};

/// One child, or, last, all that take part together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EachRow {
    /// Whose row it is; of the last the node that splits.
    pub node: Node,
    /// Its name, whole and short.
    pub names: (String, String),
    /// What it is asked for.
    pub ask: Figure,
    /// Its burden.
    pub burden: Compared,
    /// Why it takes no part: it receives, is exempt, refuses.
    pub role: Option<&'static str>,
    /// Whether it is all of them together.
    pub is_sum: bool,
}

pub(super) fn rows(board: &Board, session: &Session) -> Vec<EachRow> {
    let now = parts(session.now(), session.after(), board.split);
    let before = parts(session.base(), session.before(), board.split);
    let burden = |counted: &Counted, node: Node| {
        counted.as_ref().ok().and_then(|burdens| burdens.at(node)).map(Burden::fraction)
    };
    let mut rows: Vec<EachRow> = now
        .iter()
        .map(|part| {
            let old = before.iter().find(|old| old.node == part.node).and_then(|old| old.ask);
            EachRow {
                node: part.node,
                names: names_of(session, part.node),
                ask: Figure { before: old, now: part.ask },
                burden: Compared {
                    before: burden(&board.before, part.node),
                    now: burden(&board.now, part.node),
                },
                role: part.ask.is_none().then(|| role(session, part.node)),
                is_sum: false,
            }
        })
        .collect();
    // Whoever takes no part stands below those who do.
    rows.sort_by_key(|row| row.role.is_some());
    rows.push(sum(board, &rows));
    rows
}

/// The lowest burden first; who takes no part, and all together, stay last.
pub(super) fn sort(rows: &mut [EachRow]) {
    rows.sort_by(|a, b| {
        let last = |row: &EachRow| (row.is_sum, row.role.is_some(), row.burden.now.is_none());
        last(a).cmp(&last(b)).then_with(|| match (a.burden.now, b.burden.now) {
            (Some((a, b)), Some((c, d))) => (a * d).cmp(&(c * b)),
            _ => std::cmp::Ordering::Equal,
        })
    });
}

fn sum(board: &Board, rows: &[EachRow]) -> EachRow {
    let asks = |read: fn(&EachRow) -> Option<Pence>| Some(rows.iter().filter_map(read).sum());
    let count = rows.iter().filter(|row| row.role.is_none()).count();
    let short = match count {
        2 => "both".to_owned(),
        _ => format!("all {}", format::count(count)),
    };
    let whole = |counted: &Counted| counted.as_ref().ok().map(Burdens::whole);
    EachRow {
        node: board.node(),
        names: (format!("{short} together"), short),
        ask: Figure { before: asks(|row| row.ask.before), now: asks(|row| row.ask.now) },
        burden: Compared { before: whole(&board.before), now: whole(&board.now) },
        role: None,
        is_sum: true,
    }
}

fn role(session: &Session, node: Node) -> &'static str {
    let stance = match node {
        Node::System(place) if session.after().systems[place].role == Role::Receives => {
            return role_word(Role::Receives);
        }
        Node::System(place) => session.now().systems[place].stance,
        Node::Body(place) => session.now().bodies[place].stance,
        _ => return "takes no part",
    };
    match stance {
        Stance::Exempt => role_word(Role::Exempt),
        Stance::Refuses => role_word(Role::Refuses),
        Stance::Contributes => "takes no part",
    }
}

impl EachRow {
    /// The row for those who hear it, and for the message line: the sum with its numbers.
    pub fn sentence(&self, board: &Board, session: &Session) -> String {
        let name = &self.names.0;
        if let Some(role) = self.role {
            return format!("{name} {role}: it takes no part in this split.");
        }
        let ask = self.ask.now.map(|ask| format::exact(ask, Minus::Sign)).unwrap_or_default();
        let Some((measure, own)) = board.measure(session).zip(self.burden.now) else {
            return format!("{name}: asked for {ask}; no burden can be counted.");
        };
        let mut line = format!("{name}: {ask} {}", size_words(measure, own.1));
        line = format!("{line} is {}", burden_words(measure, own));
        match self.burden.before.filter(|_| self.burden.differs()) {
            Some(before) => format!("{line}, before {}.", burden_words(measure, before)),
            None => format!("{line}."),
        }
    }
}

/// A size with what it counts: `over 1,580,494 registered people`, `of £320m turnover`.
fn size_words(measure: &Measure, size: i128) -> String {
    let words = &measure.words;
    match measure.unit {
        MeasureUnit::Money => {
            format!("of {} {words}", format::short(Pence::from_wide(size), Minus::Sign))
        }
        MeasureUnit::People => {
            let number = format::whole(i64::try_from(size).unwrap_or(i64::MAX), Minus::Sign);
            format!("over {number} {words}")
        }
        MeasureUnit::Number => format!("over its {words}"),
    }
}
