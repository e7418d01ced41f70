//! What the Compare screen says in sentences: from where to where an ask runs, which sides leave a part
//! of it without a place, what each side does against the baseline.

use super::{Compare, What, letter};
use crate::analysis::compare::Comparison;
use crate::app::session::Session;
use crate::app::{Headline, Line, Tone};
use crate::engine::unplaced;
use crate::format::{self, Minus};
use crate::model::{Node, Scenario};
use crate::money::Pence;

pub(super) fn headline(compare: &Compare, session: &Session) -> Headline {
    compare.compared(session, |comparison| {
        let (asks, open) = figures(compare, comparison);
        let name = format::possessive(session.now().words.of(compare.node).brief());
        let what = if is_pool(compare.node) { "offset" } else { "ask" };
        let known: Vec<Pence> = asks.iter().copied().flatten().collect();
        let ends = known.iter().min().zip(known.iter().max());
        let line = Line::plain(format!("{name} {what} "));
        let runs = match ends {
            None => line.text("is not there."),
            Some((low, high)) if low == high => {
                let line = line.text("is ").strong(pounds(*low));
                let without: Vec<&str> =
                    (0..asks.len()).filter(|side| asks[*side].is_none()).map(letter).collect();
                match without[..] {
                    [] => line.text(" in all of them."),
                    [only] => line.text(format!("; {only} has none.")),
                    _ => line.text(format!("; {} have none.", format::list(&without))),
                }
            }
            Some((low, high)) => line
                .text("runs from ")
                .strong(pounds(*low))
                .text(" to ")
                .strong(pounds(*high))
                .text("."),
        };
        let left = left(&open, compare.baseline);
        let stop = if left.is_empty() { Tone::Text } else { Tone::Stop };
        let first = match left.is_empty() || is_pool(compare.node) {
            true => runs.clone(),
            false => runs.clone().text(" ").with(left, stop),
        };
        let base = comparison.sides[compare.baseline].name;
        let against = format!("{}, {base}, is the baseline.", letter(compare.baseline));
        Headline { first, second: Line::default().with(against, Tone::Second), narrow: runs }
    })
}

/// What the message line says: on an input of another side, how its value is taken over.
pub(super) fn hint(compare: &Compare, session: &Session, narrow: bool) -> Line {
    let row = compare.row(session);
    if let Some(What::Input(input)) = row.as_ref().map(|row| &row.what) {
        let (at, now) = (compare.column, compare.now());
        let words = match (input.levers[at], input.levers[now]) {
            _ if at == now => return about(compare, session, narrow),
            (None, _) => format!("{} has nothing of this path.", letter(at)),
            (_, None) => format!("{} has nothing of this path to set.", letter(now)),
            _ => format!(
                "Space takes what {} has here into {}, which is yours to change; u takes it back.",
                letter(at),
                letter(now)
            ),
        };
        return Line::plain(words);
    }
    about(compare, session, narrow)
}

fn about(compare: &Compare, session: &Session, narrow: bool) -> Line {
    Line::plain(in_a_sentence(compare, session, narrow)).in_a_sentence()
}

/// “against A, B asks Thurrock for £22,431 more and C for the same.”
///
/// A narrow one says it of the column that has the focus alone.
pub(super) fn in_a_sentence(compare: &Compare, session: &Session, narrow: bool) -> String {
    compare.compared(session, |comparison| {
        let (asks, _) = figures(compare, comparison);
        let base = letter(compare.baseline);
        let Some(from) = asks[compare.baseline] else {
            return format!("{base} has nothing of this path to measure the others against.");
        };
        let others = (0..asks.len()).filter(|side| *side != compare.baseline);
        let only =
            |side: &usize| !narrow || *side == compare.column || compare.column == compare.baseline;
        let others = others.filter(only).take(if narrow { 1 } else { asks.len() });
        let name = session.now().words.of(compare.node).brief();
        let part = |(place, side): (usize, usize)| {
            let own = letter(side);
            // Whom is said once.
            let asks_for = if place == 0 { format!("asks {name} for") } else { "for".to_owned() };
            match asks[side].map(|ask| ask - from) {
                None => format!("{own} has nothing of this path"),
                Some(change) if change.is_zero() => format!("{own} {asks_for} the same"),
                Some(change) => {
                    let word = if change > Pence::ZERO { "more" } else { "less" };
                    format!("{own} {asks_for} {} {word}", pounds(change.abs()))
                }
            }
        };
        let parts: Vec<String> = others.enumerate().map(part).collect();
        format!("against {base}, {}.", format::list(&parts))
    })
}

/// The ask of the node on every side, and what has no place there.
fn figures(compare: &Compare, comparison: &Comparison<'_>) -> (Vec<Option<Pence>>, Vec<Pence>) {
    let place = comparison.alignment.place_of(compare.now(), compare.node);
    let place = place.map(|place| &comparison.alignment.places()[place]);
    let node = |side: usize| place.and_then(|place| place.nodes.get(side).copied().flatten());
    let sides = comparison.sides.iter().enumerate();
    let ask = |(at, side): (usize, &crate::analysis::compare::Side<'_>)| {
        node(at).and_then(|node| side.outcome.ask(node))
    };
    let open = |(at, side): (usize, &crate::analysis::compare::Side<'_>)| {
        let Some(node) = node(at) else { return Pence::ZERO };
        let all = unplaced(side.outcome).into_iter();
        all.filter(|own| is_within(side.now, own.node, node)).map(|own| own.amount).sum()
    };
    (sides.clone().map(ask).collect(), sides.map(open).collect())
}

/// “In every what-if but A, part of it has no place.”
fn left(open: &[Pence], baseline: usize) -> String {
    let sides: Vec<&str> =
        (0..open.len()).filter(|side| !open[*side].is_zero()).map(letter).collect();
    let others = open.len() - 1;
    match sides.len() {
        0 => String::new(),
        count if count == open.len() => "In all of them part of it has no place.".to_owned(),
        count if count == others && open[baseline].is_zero() && others > 1 => {
            format!("In every what-if but {}, part of it has no place.", letter(baseline))
        }
        _ => format!("In {} part of it has no place.", format::list(&sides)),
    }
}

fn is_within(scenario: &Scenario, node: Node, above: Node) -> bool {
    let mut at = Some(node);
    while let Some(own) = at {
        if own == above {
            return true;
        }
        at = scenario.parent(own);
    }
    false
}

const fn is_pool(node: Node) -> bool {
    matches!(node, Node::Nation | Node::Region(_))
}

fn pounds(amount: Pence) -> String {
    format::whole_pounds(amount, Minus::Sign)
}
