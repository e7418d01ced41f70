//! What the Fit screen says in sentences.

use super::{Board, line_words};
use crate::analysis::{FitLine, percent_words, share_words};
use crate::app::session::Session;
use crate::app::{Headline, Line, Tone};
use crate::format::{self, Minus, capital};
use crate::model::{Node, Scenario, Splitter};
use crate::money::Pence;

/// What the signs of the table mean.
pub(super) const SIGNS: &str = "Figures: calculated less published. ◂ furthest off · = as near as the first, as far as they tell.";

pub(super) fn headline(board: &Board, session: &Session) -> Headline {
    let Some(fit) = board.fit() else {
        let first = Line::default()
            .strong("No published share stands in this scenario, so there is nothing to fit.");
        let second =
            "Press + and type who was asked, and for how much: a name or a path, and 480k.";
        let second = Line::default().with(second, Tone::Second);
        return Headline { narrow: first.clone(), first, second };
    };
    let scenario = session.now();
    let (name, brief) = names(scenario, fit.splitter);
    let [first, second] = fit.answer(scenario);
    let said =
        |name: &str| Line::default().with(format!("{name} · "), Tone::Second).strong(&*first);
    let alone = fit.alone(board.alone).near.len();
    let told = board.alone_node().filter(|_| alone > 1 && fit.observed.len() > 1);
    let told = told.map_or_else(String::new, |node| {
        let whose = format::possessive(scenario.words.of(node).brief());
        format!(" {whose} figure alone could not tell them apart.")
    });
    let second = Line::plain(format!("{second}{told}").trim());
    Headline { first: said(&name), narrow: said(&brief), second }
}

/// Whose split it is: the whole and the short name of the system or pool.
fn names(scenario: &Scenario, splitter: Splitter) -> (String, String) {
    let node = match splitter {
        Splitter::Group(place) => Node::System(scenario.groups[place].system),
        other => other.node(),
    };
    scenario.words.of(node).names()
}

/// The line under the cursor, for the message line.
pub(super) fn about(board: &Board, line: &FitLine, (session, narrow): (&Session, bool)) -> Line {
    let words = match narrow {
        true => capital(&off_words(board, line, session)),
        false => sentence(board, line, session),
    };
    let stands = if board.stands(line, session) { " It stands now." } else { "" };
    Line::plain(words + stands)
}

/// “By allocation, £3.5m (70%): £29.1k off on average (4.2%), furthest −£36.9k, Southend.”
pub(super) fn sentence(board: &Board, line: &FitLine, session: &Session) -> String {
    let Some(fit) = board.fit() else { return String::new() };
    let words = capital(&line_words(fit, line, session));
    format!("{words}: {}", off_words(board, line, session))
}

/// How far it is off, and where furthest.
fn off_words(board: &Board, line: &FitLine, session: &Session) -> String {
    let Some(fit) = board.fit() else { return String::new() };
    let worst = line.worst();
    if line.worst_off().is_zero() {
        return "to the penny.".to_owned();
    }
    let mean = amount(fit.mean_off(line));
    let share = fit.share_off(line).map(|share| percent_words(share, Minus::Sign));
    let share = share.map_or_else(String::new, |share| format!(" ({share})"));
    let name = fit.observed.get(worst).map(|share| session.now().words.of(share.node).brief());
    let sign = if line.off[worst] > Pence::ZERO { "+" } else { "−" };
    let tied = if line.tied { " Tied with the first." } else { "" };
    format!(
        "{mean} off on average{share}, furthest {sign}{}, {}.{tied}",
        amount(line.worst_off()),
        name.unwrap_or_default(),
    )
}

/// `£29.1k`, `£1.643m`, pounds below a thousand.
fn amount(off: Pence) -> String {
    match off.get() {
        ..100_000 => format::whole_pounds(off, Minus::Sign),
        100_000..200_000_000 => format!("£{}k", format::thousands(off, 1, Minus::Sign)),
        _ if off.get() % 100_000 == 0 => share_words(off, Minus::Sign),
        _ => format::millions(off, 3, Minus::Sign),
    }
}
