//! What the Sign-up screen says in sentences, made from the state and never from a name in the code.

use super::choices::more;
use super::{Board, says_no};
use crate::app::session::Session;
use crate::app::{Headline, Line};
use crate::engine::{Sides, Weighed};
use crate::format::{self, Minus, capital};
use crate::model::{Node, Stance};
use crate::money::Pence;

/// “City and Hackney refuses until its key tests are met. A partnership is a forum: …”
pub(super) fn headline(board: Option<&Board>, session: &Session) -> Headline {
    let Some(board) = board else {
        let first = Line::default().strong("This scenario names nobody who could sign or refuse.");
        return Headline { narrow: first.clone(), first, second: Line::default() };
    };
    let said = |narrow| Line::default().strong(stands(board, session, narrow));
    let forum = Line::default().strong(" A partnership is a forum: it cannot bind a partner.");
    Headline { first: said(false).and(forum), narrow: said(true), second: Line::default() }
}

/// How the partner stands, in a sentence.
fn stands(board: &Board, session: &Session, narrow: bool) -> String {
    let name = capital(name(board, session, narrow));
    let tests = board.signature.tests.len();
    let met = board.signature.met();
    let counted = format!("{met} of {tests} key tests met");
    match (board.signature.stance, board.signature.would_sign()) {
        (Stance::Refuses, Some(true)) => {
            format!("{name} refuses still, but would sign: all its key tests are met.")
        }
        (Stance::Refuses, _) => match reason(board, session) {
            Some(why) => format!("{name} refuses{why}."),
            None if tests > 0 => format!("{name} refuses, with {counted}."),
            None => format!("{name} refuses to take part."),
        },
        (Stance::Exempt, _) => format!("{name} is left out: it is asked for nothing."),
        (Stance::Contributes, Some(true)) => {
            format!("{name} takes part and would sign: all its key tests are met.")
        }
        (Stance::Contributes, Some(false)) => {
            format!("{name} takes part, but would not sign: {counted}.")
        }
        (Stance::Contributes, None) if tests > 0 => {
            format!("{name} takes part; whether it would sign is not known: {counted}.")
        }
        (Stance::Contributes, None) => match board.signature.signed {
            Some(true) => format!("{name} has signed, and states no key tests."),
            Some(false) => format!("{name} has not signed, and states no key tests."),
            None => format!("{name} takes part, and states no key tests."),
        },
    }
}

/// The partner by its name, or where there is little room by its short one.
fn name<'s>(board: &Board, session: &'s Session, narrow: bool) -> &'s str {
    let scenario = session.now();
    if narrow { scenario.words.of(board.partner).brief() } else { board.name(scenario) }
}

/// Why it refuses, as the file has it, where the refusal is the file's.
fn reason(board: &Board, session: &Session) -> Option<String> {
    if !says_no(session.file(), board.partner) {
        return None;
    }
    let words = session.now().words.of(board.partner).reason.as_deref()?;
    let words = words.trim_end_matches('.');
    let joins = ["until ", "unless ", "because ", "while ", "as long as ", "since "];
    let join = if joins.iter().any(|word| words.starts_with(word)) { " " } else { ": " };
    Some(format!("{join}{words}"))
}

/// “Without City and Hackney the other six are asked for £89.888m more.”
pub(super) fn sentence(board: Option<&Board>, session: &Session, narrow: bool) -> Line {
    let Some(board) = board else { return Line::default() };
    let said = match &board.sides {
        Err(why) => format!("What its refusal does cannot be computed: {why}"),
        Ok(sides) => said(name(board, session, narrow), (board, sides), session),
    };
    Line::plain(said)
}

fn said(name: &str, (board, sides): (&Board, &Sides), session: &Session) -> String {
    let mut parts: Vec<String> = asked(board, sides, session).into_iter().collect();
    let left = sides.unplaced.1 - sides.unplaced.0;
    if left > Pence::ZERO {
        parts.push(format!("{} has no place", money(left)));
    }
    parts.extend(withdrawn(sides));
    let own = sides.asks.iter().find(|own| own.node == board.partner);
    match (parts.first(), own.and_then(|own| own.signs)) {
        // What a system finds for itself is no part of what its pool asks.
        (None, Some(Pence::ZERO)) if matches!(board.partner, Node::System(_)) => {
            format!("{name} is asked for nothing for others: without it nothing changes.")
        }
        (None, Some(Pence::ZERO)) => {
            format!("{name} is asked for nothing: without it nothing changes.")
        }
        (None, _) => format!("without {name} nothing changes."),
        // A sentence each, so that a narrow screen leaves out whole ones.
        (Some(first), _) => {
            let mut all = vec![format!("without {name} {first}.")];
            all.extend(parts[1..].iter().map(|part| format!("{}.", capital(part))));
            all.join(" ")
        }
    }
}

/// Who is asked for more.
fn asked(board: &Board, sides: &Sides, session: &Session) -> Option<String> {
    let up = more(board, sides);
    let sum: Pence = up.iter().map(|(_, change)| *change).sum();
    let sharing = |own: &&Weighed| {
        let nothing = [own.signs, own.refuses] == [Some(Pence::ZERO); 2];
        own.node != board.partner && !nothing
    };
    let all = sides.asks.iter().filter(sharing).count();
    let who = match &up[..] {
        [] => return None,
        [(only, _)] => {
            return Some(format!(
                "only {} is asked for {} more",
                session.now().words.of(*only).brief(),
                money(sum)
            ));
        }
        _ if up.len() == all => format!("the other {}", format::count(all)),
        _ => format!("{} others", format::count(up.len())),
    };
    Some(format!("{who} are asked for {} more", money(sum)))
}

/// What goes with it: its part of joint programmes, savings, support.
fn withdrawn(sides: &Sides) -> Vec<String> {
    type Kind = (fn(Node) -> bool, &'static str, &'static str);
    let kinds: [Kind; 3] = [
        (|node| matches!(node, Node::JointPart(_)), "of its money for joint programmes", "goes"),
        (|node| matches!(node, Node::Saving(_)), "of savings that need it", "fails"),
        (|node| matches!(node, Node::Support(_)), "of its support", "is lost"),
    ];
    let said = |(is, what, goes): &Kind| {
        let own = sides.withdrawn.iter().filter(|own| is(own.node));
        let lost = own.clone().map(|own| Some(own.signs? - own.refuses?));
        let known: Pence = lost.clone().flatten().sum();
        let open = lost.clone().filter(Option::is_none).count();
        match (known > Pence::ZERO, open > 0) {
            (true, false) => Some(format!("{} {what} {goes}", money(known))),
            (true, true) => Some(format!("{} {what} {goes}, and more not known", money(known))),
            (false, true) => Some(format!("an amount not known {what} {goes}")),
            (false, false) => None,
        }
    };
    kinds.iter().filter_map(said).collect()
}

fn money(amount: Pence) -> String {
    format::millions(amount, 3, Minus::Sign)
}
