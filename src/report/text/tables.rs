//! The report's tables: the gap, the systems, who is asked, how it is found, the programmes.

use super::page::{Page, Side, Table};
use crate::engine::PoolOutcome;
use crate::format::Minus;
use crate::model::Node;
use crate::money::Pence;
use crate::report::{Subject, number, role_word, status_word};

pub(super) const UNKNOWN: &str = "[x]";

pub(super) fn write(page: &mut Page, subject: &Subject<'_>) {
    for pool in &subject.outcome.pools {
        gap(page, subject, pool);
    }
    systems(page, subject);
    results(page, subject);
    asked(page, subject);
    found(page, subject);
    programmes(page, subject);
    super::beside::write_tables(page, subject);
    page.sentence("[x] not known   [z] does not apply");
}

/// Pounds and pence with a true minus: `−142,000,000.00`.
pub(super) fn amount(pence: Pence) -> String {
    crate::format::exact(pence, Minus::Sign).replacen('£', "", 1)
}

pub(super) fn known(pence: Option<Pence>) -> String {
    pence.map_or_else(|| UNKNOWN.to_owned(), amount)
}

/// A change with its sign; `=` where nothing changed.
fn change(now: Pence, before: Pence) -> String {
    match now - before {
        Pence::ZERO => "=".to_owned(),
        more if more > Pence::ZERO => format!("+{}", amount(more)),
        less => amount(less),
    }
}

fn gap(page: &mut Page, subject: &Subject<'_>, pool: &PoolOutcome) {
    let mut rows = Vec::new();
    let before = subject.before.pool(pool.node);
    let mut row = |name: &str, of: fn(&PoolOutcome) -> Pence| {
        let now = of(pool);
        let old = before.map_or(UNKNOWN.to_owned(), |before| change(now, of(before)));
        rows.push(vec![format!("  {name}"), amount(now), old]);
    };
    row("need of its systems", |pool| pool.need);
    row("− its own reserve", |pool| pool.reserve_used);
    row("− offset that others are asked for", |pool| pool.offset);
    row("= left uncovered", |pool| pool.uncovered);
    row("no payer found for", |pool| pool.unplaced);
    let name = subject.now.words.of(pool.node).name.as_str();
    let heads = [(name, Side::Left), ("£", Side::Right), ("change", Side::Right)];
    table(page, subject, &heads, rows);
}

/// A table whose last column is what changed: left out where nothing was moved.
fn table(
    page: &mut Page,
    subject: &Subject<'_>,
    heads: &[(&str, Side)],
    mut rows: Vec<Vec<String>>,
) {
    let columns = heads.len() - usize::from(subject.changes.is_empty());
    for row in &mut rows {
        row.truncate(columns);
    }
    page.table(&Table { heads: &heads[..columns], rows });
}

fn systems(page: &mut Page, subject: &Subject<'_>) {
    let row = |place: usize| {
        let (now, before) = (&subject.outcome.systems[place], &subject.before.systems[place]);
        vec![
            subject.now.words.systems[place].name.clone(),
            role_word(now.role).to_owned(),
            known(now.gap),
            amount(now.relief),
            amount(now.ask),
            change(now.ask, before.ask),
        ]
    };
    let heads = [
        ("Systems", Side::Left),
        ("", Side::Left),
        ("gap £", Side::Right),
        ("relief £", Side::Right),
        ("ask £", Side::Right),
        ("change in ask", Side::Right),
    ];
    table(page, subject, &heads, (0..subject.now.systems.len()).map(row).collect());
}

fn results(page: &mut Page, subject: &Subject<'_>) {
    let row = |place: usize| {
        let (now, before) = (&subject.outcome.systems[place], &subject.before.systems[place]);
        let total = subject.now.systems[place].control_total;
        let changed = now.result.zip(before.result);
        vec![
            subject.now.words.systems[place].name.clone(),
            known(total),
            known(now.target),
            known(now.result),
            changed.map_or_else(|| UNKNOWN.to_owned(), |(now, before)| change(now, before)),
        ]
    };
    let heads = [
        ("Results against targets", Side::Left),
        ("control total £", Side::Right),
        ("target £", Side::Right),
        ("result £", Side::Right),
        ("change in result", Side::Right),
    ];
    table(page, subject, &heads, (0..subject.now.systems.len()).map(row).collect());
}

/// Systems, groups and bodies that are asked for anything, now or by the file.
fn asked(page: &mut Page, subject: &Subject<'_>) {
    let mut rows = Vec::new();
    for node in crate::levers::all_nodes(subject.now) {
        let depth = match node {
            Node::System(_) => 0,
            Node::Group(_) => 1,
            Node::Body(_) => 2,
            _ => continue,
        };
        let name = subject.now.words.of(node).name.as_str();
        let now = subject.outcome.ask(node).unwrap_or_default();
        let before = subject.before.ask(node).unwrap_or_default();
        if name.is_empty() || (now.is_zero() && before.is_zero()) {
            continue;
        }
        let name = format!("{}{name}", "  ".repeat(depth));
        rows.push(vec![name, amount(now), amount(before), change(now, before)]);
    }
    let heads = [
        ("Who is asked", Side::Left),
        ("now £", Side::Right),
        ("in the file £", Side::Right),
        ("change", Side::Right),
    ];
    if subject.changes.is_empty() {
        for row in &mut rows {
            row.truncate(2);
        }
        page.table(&Table { heads: &[heads[0], ("£", Side::Right)], rows });
    } else {
        page.table(&Table { heads: &heads, rows });
    }
}

fn found(page: &mut Page, subject: &Subject<'_>) {
    let bodies = subject.outcome.bodies.iter().enumerate();
    let asked = bodies.filter(|(_, body)| !body.ask.is_zero());
    let row = |(place, body): (usize, &crate::engine::BodyOutcome)| {
        vec![
            subject.now.words.bodies[place].brief().to_owned(),
            amount(body.reserve_used),
            amount(body.cuts),
            amount(body.unplaced),
            amount(body.not_described),
        ]
    };
    let heads = [
        ("How it is found", Side::Left),
        ("reserve £", Side::Right),
        ("cuts £", Side::Right),
        ("unplaced £", Side::Right),
        ("not described £", Side::Right),
    ];
    page.table(&Table { heads: &heads, rows: asked.map(row).collect() });
}

/// The programmes of every body that has any.
fn programmes(page: &mut Page, subject: &Subject<'_>) {
    for (place, body) in subject.now.bodies.iter().enumerate() {
        let name = format!("Programmes of {}", subject.now.words.bodies[place].brief());
        let heads = [
            (name.as_str(), Side::Left),
            ("budget £", Side::Right),
            ("cut £", Side::Right),
            ("late", Side::Right),
            ("planned", Side::Left),
            ("starts", Side::Left),
            ("", Side::Left),
        ];
        let rows = body.programmes.clone().map(|at| programme(subject, at)).collect();
        page.table(&Table { heads: &heads, rows });
    }
}

fn programme(subject: &Subject<'_>, place: usize) -> Vec<String> {
    let words = &subject.now.words.programmes[place];
    let (settings, outcome) = (&subject.now.programmes[place], &subject.outcome.programmes[place]);
    let month = |month: Option<crate::format::Month>, none: &str| {
        month.map_or_else(|| none.to_owned(), crate::format::Month::short_with_year)
    };
    let late = outcome.months_late(settings);
    let late = late.map(|(months, parts)| number::fraction(months, parts, 1));
    // Without a cost nothing is known of a delay; with one, a programme that runs has none.
    let none = if outcome.budget.is_none() { UNKNOWN } else { "[z]" };
    let unknown = || words.status.clone().unwrap_or_else(|| UNKNOWN.to_owned());
    vec![
        words.brief().to_owned(),
        known(outcome.budget),
        known(outcome.budget.map(|_| outcome.cut)),
        late.unwrap_or_else(|| none.to_owned()),
        month(settings.starts, "[z]"),
        month(outcome.new_start, none),
        outcome.status.map_or_else(unknown, |status| status_word(status).to_owned()),
    ]
}
