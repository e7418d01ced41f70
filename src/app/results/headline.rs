//! What the Results screen says in sentences: how far from its target, what hangs on that, and what
//! a penny more or less would do at the edge.

use super::detail::DetailRow;
use super::figures::{Figures, exact_words};
use super::parts::to_the_target;
use crate::app::explore::about_lever;
use crate::app::session::Session;
use crate::app::{Headline, Line, Tone};
use crate::engine::{Supported, hangs_on};
use crate::format::{self, Minus, capital};
use crate::model::Node;
use crate::money::Pence;

/// “Cambridgeshire and Peterborough ends £25.4m short of its target, and loses £86m of support.”
pub(super) fn headline(node: Node, session: &Session) -> Headline {
    let scenario = session.now();
    let words = scenario.words.of(node);
    let said = |name: &str| match node {
        Node::System(_) | Node::Body(_) => one(node, session, name),
        _ => pool(node, session),
    };
    let narrow = match node {
        Node::System(_) | Node::Body(_) => briefly(node, session, words.brief()),
        _ => pool(node, session),
    };
    Headline { first: said(&words.name), second: in_all(session), narrow }
}

fn one(node: Node, session: &Session, name: &str) -> Line {
    let now = Figures::of(session.now(), session.after(), node);
    let before = Figures::of(session.base(), session.before(), node);
    let Some(margin) = now.margin else { return not_known(&now, name) };
    let size = exact_words(margin.abs());
    let ends = if session.is_changed() { "now ends" } else { "ends" };
    let first = match margin.cmp(&Pence::ZERO) {
        std::cmp::Ordering::Less => format!("{name} {ends} {size} short of its target"),
        std::cmp::Ordering::Equal => format!("{name} {ends} exactly on its target"),
        std::cmp::Ordering::Greater => format!("{name} {ends} {size} above its target"),
    };
    let hangs = hangs_on(session.now(), node);
    let line = Line::default().strong(first);
    let line = match (hangs.is_zero(), margin < Pence::ZERO) {
        (true, _) => line,
        (false, true) => {
            line.strong(", and loses ").with(exact_words(hangs), Tone::Stop).strong(" of support")
        }
        (false, false) => line.strong(format!(", and keeps {} of support", exact_words(hangs))),
    };
    if session.is_changed() {
        return line.and(better(before.position, now.position)).text(".");
    }
    line.strong(".")
}

/// “Ashford: £1.7m short, loses £3.3m; ▼ £5.0m worse in all.”
fn briefly(node: Node, session: &Session, name: &str) -> Line {
    let now = Figures::of(session.now(), session.after(), node);
    let Some(margin) = now.margin else {
        let known = now
            .against
            .map_or_else(String::new, |against| format!("{} its control total; ", side(against)));
        return Line::default().strong(format!("{name}: {known}")).text("target not available.");
    };
    let hangs = hangs_on(session.now(), node);
    let line = Line::default().strong(format!("{name}: {}", to_the_target(margin)));
    let line = match (hangs.is_zero(), margin < Pence::ZERO) {
        (true, _) => line,
        (false, true) => line.strong(", loses ").with(exact_words(hangs), Tone::Stop),
        (false, false) => line.strong(format!(", keeps {}", exact_words(hangs))),
    };
    if session.is_changed() {
        let before = Figures::of(session.base(), session.before(), node);
        return line.and(better(before.position, now.position)).text(".");
    }
    line.strong(".")
}

/// “; ▼ £5m worse in all”.
fn better(before: Option<Pence>, now: Option<Pence>) -> Line {
    let change = before.zip(now).map(|(before, now)| now - before);
    let Some(change) = change else { return Line::default() };
    let size = exact_words(change.abs());
    match change.cmp(&Pence::ZERO) {
        std::cmp::Ordering::Less => {
            Line::plain("; ").with(format!("▼ {size} worse in all"), Tone::Worse)
        }
        std::cmp::Ordering::Equal => Line::plain("; as before in all"),
        std::cmp::Ordering::Greater => {
            Line::plain("; ").with(format!("▲ {size} better in all"), Tone::Better)
        }
    }
}

fn not_known(now: &Figures, name: &str) -> Line {
    let missing = match (now.result, now.target) {
        (None, None) => "result and target are",
        (None, Some(_)) => "result is",
        _ => "target is",
    };
    let line = Line::default();
    match now.against {
        Some(against) => line
            .strong(format!("{name} ends {} its control total", side(against)))
            .text(format!("; its {missing} not available.")),
        None => line.strong(format!("Whether {name} meets its target is not known.")),
    }
}

/// “£5 below”, “exactly on”, “£5 above”.
fn side(distance: Pence) -> String {
    let size = exact_words(distance.abs());
    match distance.cmp(&Pence::ZERO) {
        std::cmp::Ordering::Less => format!("{size} below"),
        std::cmp::Ordering::Equal => "exactly on".to_owned(),
        std::cmp::Ordering::Greater => format!("{size} above"),
    }
}

/// “Of six systems one misses its target; of five it is not known.”
fn pool(node: Node, session: &Session) -> Line {
    let scenario = session.now();
    let systems = match node {
        Node::Region(place) => scenario.regions[place].systems.clone(),
        _ => 0..scenario.systems.len(),
    };
    let count = systems.len();
    let (mut met, mut missed) = (0, 0);
    for place in systems {
        let own = Figures::of(scenario, session.after(), Node::System(place));
        met += usize::from(own.margin >= Some(Pence::ZERO));
        missed += usize::from(own.margin.is_some_and(|margin| margin < Pence::ZERO));
    }
    let verb = |many: usize, one: &str, more: &str| {
        let verb = if many == 1 { one } else { more };
        format!("{} {verb}", format::count(many))
    };
    let mut parts = Vec::new();
    if met > 0 {
        parts.push(verb(met, "meets its target", "meet their targets"));
    }
    if met > 0 && missed > 0 {
        parts.push(verb(missed, "misses it", "miss theirs"));
    } else if missed > 0 {
        parts.push(verb(missed, "misses its target", "miss their targets"));
    }
    let open = count - met - missed;
    if open > 0 {
        parts.push(format!("of {} it is not known", format::count(open)));
    }
    let name = &scenario.words.of(node).name;
    let many = format::plural(count, "system", "systems");
    Line::default().strong(format!("{name}: of {many} {}.", format::list(&parts)))
}

/// What becomes of all support of the file.
fn in_all(session: &Session) -> Line {
    let scenario = session.now();
    if scenario.supports.is_empty() {
        return Line::plain("This file describes no support, so what a miss loses is not known.");
    }
    let parts = || session.after().supports.iter().map(|part| part.comes_to);
    let sum = |read: fn(&Supported) -> Option<Pence>| -> Pence {
        parts().map(|part| read(&part).unwrap_or_default()).sum()
    };
    let whole: Pence = parts().map(|part| part.amount).sum();
    if whole.is_zero() && scenario.supports.iter().all(|part| part.bonus.is_none()) {
        return Line::plain(
            "All support of this file comes to £0; each part’s amount can be moved.",
        );
    }
    let (paid, lost) = (sum(|part| part.paid), sum(Supported::lost));
    let tone = if lost.is_zero() { Tone::Text } else { Tone::Stop };
    let line = Line::plain(format!("Of {} of support in all ", exact_words(whole)))
        .text(format!("{} is paid and ", exact_words(paid)))
        .with(format!("{} lost", exact_words(lost)), tone);
    let open = whole - paid - lost;
    let line = match open.is_zero() {
        true => line,
        false => line.text(format!("; of {} it is not known", exact_words(open))),
    };
    let bonus = sum(|part| part.bonus);
    match bonus.is_zero() {
        true => line.text("."),
        false => line.text(format!("; {} comes on top as bonus.", exact_words(bonus))),
    }
}

/// What a pound more or less would do where the selected one stands.
pub(super) fn edge(node: Node, session: &Session) -> Line {
    let line = Line::default();
    let is_pool = matches!(node, Node::Nation | Node::Region(_));
    let own = Figures::of(session.now(), session.after(), node);
    let hangs = hangs_on(session.now(), node);
    let exact = |amount: Pence| format::exact(amount, Minus::Sign);
    match own.margin {
        _ if is_pool => line.and(in_all(session)),
        None if !hangs.is_zero() => line.text(format!(
            "{} of support hangs on a result or target that is not available.",
            exact_words(hangs)
        )),
        None => line.text("Without control total and plan no distance to the target is known."),
        Some(_) if session.now().supports.is_empty() => line.and(in_all(session)),
        Some(_) if hangs.is_zero() => line.text("No support hangs on this result alone."),
        Some(margin) if margin < Pence::ZERO => line.text(format!(
            "{} more would bring {} of support: {} better in all.",
            exact(-margin),
            exact_words(hangs),
            exact_words(hangs - margin),
        )),
        Some(margin) if margin < Pence::pounds(1) => line.text(format!(
            "At the edge: £1 more of deficit loses {} of support.",
            exact_words(hangs)
        )),
        Some(margin) => line.text(format!(
            "{} to spare; a penny beyond that loses {} of support.",
            exact(margin),
            exact_words(hangs),
        )),
    }
}

/// What there is to say about a row of the second pane.
pub(super) fn about(row: &DetailRow, session: &Session) -> Line {
    match &row.lever {
        Some(own) => {
            let words = session.now().words.of(own.lever.node);
            let beside = !matches!(own.lever.node, Node::System(_) | Node::Body(_));
            let note = words.note.as_ref().filter(|_| beside);
            let said = about_lever(session, own.lever);
            let said = note.map_or(said, |note| Line::plain(note.clone()));
            // In its row there may be no room for what follows from it.
            match row.said.is_empty() {
                true => said,
                false => Line::plain(format!("{}. ", capital(&row.said.words()))).and(said),
            }
        }
        None if row.label.is_empty() => row.said.clone(),
        None => {
            let label = capital(&row.label);
            let line = Line::default().with(format!("{label}: "), Tone::Second);
            line.text(row.said.words()).with(row.note.clone(), Tone::Second)
        }
    }
}
