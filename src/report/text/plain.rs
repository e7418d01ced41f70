//! The report in sentences, one a line, from the pools down: for screen readers and for `grep`.

use super::page::Page;
use crate::engine::PoolOutcome;
use crate::format::{Minus, exact};
use crate::model::Node;
use crate::money::Pence;
use crate::report::{Subject, kind_word, number, role_word, status_word};

pub(super) fn write(page: &mut Page, subject: &Subject<'_>) {
    for pool in &subject.outcome.pools {
        self::pool(page, subject, pool);
    }
    for node in crate::levers::all_nodes(subject.now) {
        match node {
            Node::System(place) => system(page, subject, place),
            Node::Group(place) => group(page, subject, place),
            Node::Body(place) => body(page, subject, place),
            Node::Programme(place) => programme(page, subject, place),
            _ => {}
        }
    }
    super::beside::write_plain(page, subject);
    page.gap();
}

pub(super) fn amount(pence: Pence) -> String {
    exact(pence, Minus::Hyphen)
}

pub(super) fn known(pence: Option<Pence>) -> String {
    pence.map_or_else(|| "not known".to_owned(), amount)
}

/// What was asked by the file, where that is something else.
fn before(subject: &Subject<'_>, node: Node) -> String {
    let (now, before) = (subject.outcome.ask(node), subject.before.ask(node));
    match before {
        Some(ask) if before != now => format!(" (in the file {})", amount(ask)),
        _ => String::new(),
    }
}

fn pool(page: &mut Page, subject: &Subject<'_>, pool: &PoolOutcome) {
    let name = &subject.now.words.of(pool.node).name;
    page.head(&format!(
        "{name}: need {}, own reserve {}, offset {}{}, left uncovered {}, no payer found for {}.",
        amount(pool.need),
        amount(pool.reserve_used),
        amount(pool.offset),
        before(subject, pool.node),
        amount(pool.uncovered),
        amount(pool.unplaced),
    ));
}

fn system(page: &mut Page, subject: &Subject<'_>, place: usize) {
    let (settings, outcome) = (&subject.now.systems[place], &subject.outcome.systems[place]);
    page.gap();
    page.head(&format!(
        "System {}: {}, gap {}, relief {}, asked for {}{}; control total {}, target {}, result {}.",
        subject.now.words.systems[place].name,
        role_word(outcome.role),
        known(outcome.gap),
        amount(outcome.relief),
        amount(outcome.ask),
        before(subject, Node::System(place)),
        known(settings.control_total),
        known(outcome.target),
        known(outcome.result),
    ));
}

fn group(page: &mut Page, subject: &Subject<'_>, place: usize) {
    let name = &subject.now.words.groups[place].name;
    if !name.is_empty() {
        let ask = amount(subject.outcome.groups[place].ask);
        page.head(&format!(
            "Group {name}: asked for {ask}{}.",
            before(subject, Node::Group(place))
        ));
    }
}

fn body(page: &mut Page, subject: &Subject<'_>, place: usize) {
    let outcome = &subject.outcome.bodies[place];
    let (name, kind) =
        (&subject.now.words.bodies[place].name, kind_word(subject.now, Node::Body(place)));
    let was = before(subject, Node::Body(place));
    if outcome.ask.is_zero() {
        page.head(&format!("{name}, {kind}: asked for nothing{was}."));
        return;
    }
    page.head(&format!(
        "{name}, {kind}: asked for {}{was}; from its reserve {}, by cuts {}, unplaced {}, not \
         described {}.",
        amount(outcome.ask),
        amount(outcome.reserve_used),
        amount(outcome.cuts),
        amount(outcome.unplaced),
        amount(outcome.not_described),
    ));
}

fn programme(page: &mut Page, subject: &Subject<'_>, place: usize) {
    let name = &subject.now.words.programmes[place].name;
    let outcome = &subject.outcome.programmes[place];
    let (Some(budget), Some(status)) = (outcome.budget, outcome.status) else {
        page.head(&format!("Programme {name}: its cost is not known, so no cut is worked out."));
        return;
    };
    let late = outcome.months_late(&subject.now.programmes[place]);
    let late = late
        .filter(|_| !outcome.cut.is_zero())
        .map_or_else(String::new, |(n, d)| format!(", {} months late", number::fraction(n, d, 1)));
    let starts = outcome
        .new_start
        .map_or_else(String::new, |month| format!(", starts {} {}", month.name(), month.year()));
    page.head(&format!(
        "Programme {name}: {}; budget in the year {}, cut {}{late}{starts}.",
        status_word(status),
        amount(budget),
        amount(outcome.cut),
    ));
}
