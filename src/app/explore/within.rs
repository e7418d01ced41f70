//! What the systems of a pool close among themselves, where no neighbour is asked, in a sentence.

use crate::app::session::Session;
use crate::engine::Outcome;
use crate::format::{self, Minus};
use crate::model::{Node, Scenario, Stance};
use crate::money::Pence;

/// “Its bodies are asked for all of it; City and Hackney refuses.”
///
/// `None` if none of its systems asks its own bodies.
pub(super) fn within(pool: Node, (session, short): (&Session, bool)) -> Option<String> {
    let (scenario, outcome) = (session.now(), session.after());
    let asking: Vec<usize> = systems(scenario, pool)
        .filter(|place| !outcome.systems[*place].recovery.is_zero())
        .collect();
    let whose = match asking[..] {
        [] => return None,
        [_] => "Its",
        _ => "Their",
    };
    let asked: Pence = asking.iter().map(|place| outcome.systems[*place].recovery).sum();
    let part = match (asked == gap_of(asking.iter().copied(), outcome), short) {
        (true, true) => "all".to_owned(),
        (true, false) => "all of it".to_owned(),
        (false, _) => million(asked),
    };
    let bodies = asking.iter().flat_map(|place| scenario.systems[*place].bodies.clone());
    let refusing = |place: &usize| scenario.bodies[*place].stance == Stance::Refuses;
    let refusing: Vec<usize> = bodies.filter(refusing).collect();
    let who = match refusing[..] {
        [] => String::new(),
        [only] if !short => format!("; {} refuses", scenario.words.bodies[only].brief()),
        [_] => "; one refuses".to_owned(),
        _ => format!("; {} refuse", format::count(refusing.len())),
    };
    Some(format!("{whose} bodies are asked for {part}{who}."))
}

/// “The gap stays £587.0m. Its bodies are asked for all of it.”, after a change.
pub(super) fn within_now(pool: Node, session: &Session, left: Pence) -> Option<String> {
    let within = within(pool, (session, false))?;
    let gap = gap_of(systems(session.now(), pool), session.after());
    let same = gap == gap_of(systems(session.base(), pool), session.before());
    let verb = if same { "stays" } else { "is now" };
    let so = match left {
        Pence::ZERO => String::new(),
        left => format!(" {} is uncovered.", million(left)),
    };
    Some(format!("The gap {verb} {}. {within}{so}", million(gap)))
}

/// The gaps of some systems, before any savings.
pub(super) fn gap_of(systems: impl Iterator<Item = usize>, outcome: &Outcome) -> Pence {
    systems.filter_map(|place| outcome.systems[place].gap).sum()
}

fn systems(scenario: &Scenario, pool: Node) -> std::ops::Range<usize> {
    scenario.pool(pool).map_or(0..0, |pool| pool.systems.clone())
}

fn million(amount: Pence) -> String {
    format::millions(amount, 1, Minus::Sign)
}
