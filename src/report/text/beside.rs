//! What hangs on results, and what cuts cost elsewhere: only where the file has such things.

use super::page::{Page, Side, Table};
use super::{plain, tables};
use crate::engine::Supported;
use crate::format::{self, Minus};
use crate::model::Node;
use crate::money::Pence;
use crate::report::Subject;

/// Tables of support, positions, pay for performance, knock-on costs.
pub(super) fn write_tables(page: &mut Page, subject: &Subject<'_>) {
    let right = |head: &'static str| (head, Side::Right);
    let heads = |first: &'static str| (first, Side::Left);
    let parts = subject.outcome.supports.iter().enumerate();
    page.table(&Table {
        heads: &[
            heads("Support"),
            right("amount £"),
            right("paid £"),
            right("lost £"),
            right("bonus £"),
            right("to the target £"),
        ],
        rows: parts
            .map(|(place, own)| {
                let mut row = vec![part_name(subject, place)];
                row.extend(money(&own.comes_to));
                row.push(own.margin.map_or_else(|| none(subject, place), tables::amount));
                row
            })
            .collect(),
    });
    page.table(&Table {
        heads: &[
            heads("With support"),
            right("result £"),
            right("paid £"),
            right("bonus £"),
            right("position £"),
        ],
        rows: positions(subject),
    });
    page.table(&Table {
        heads: &[heads("Pay for performance"), right("amount £"), right("paid £"), right("kept £")],
        rows: performances(subject).map(|(name, own)| own_row(name, own)).collect(),
    });
    page.table(&Table {
        heads: &[heads("What cuts cost elsewhere"), right(""), right("of a cut"), right("cost £")],
        rows: (0..subject.now.knock_ons.len()).map(|place| knock_on(subject, place)).collect(),
    });
}

/// The same in sentences.
pub(super) fn write_plain(page: &mut Page, subject: &Subject<'_>) {
    let now = subject.now;
    if now.supports.is_empty() && now.performances.is_empty() && now.knock_ons.is_empty() {
        return;
    }
    page.gap();
    for (place, own) in subject.outcome.supports.iter().enumerate() {
        let known = plain::known;
        let margin = match own.margin {
            Some(margin) if margin < Pence::ZERO => {
                format!("; its result is {} short of the target", plain::amount(margin.abs()))
            }
            Some(margin) => {
                format!("; its result is {} above the target", plain::amount(margin))
            }
            None => String::new(),
        };
        page.head(&format!(
            "Support, {}: {}, paid {}, lost {}, bonus {}{margin}.",
            part_name(subject, place),
            plain::amount(own.comes_to.amount),
            known(own.comes_to.paid),
            known(own.comes_to.lost()),
            known(own.comes_to.bonus),
        ));
    }
    for (name, [amount, paid, kept]) in performances(subject) {
        let [amount, paid, kept] = [amount, paid, kept].map(plain::amount);
        page.head(&format!("Pay for performance, {name}: {amount}, paid {paid}, kept {kept}."));
    }
    for place in 0..subject.now.knock_ons.len() {
        let row = knock_on(subject, place);
        let cost = plain::amount(subject.outcome.knock_ons[place]);
        page.head(&format!("Cuts that cost elsewhere, {}: {}, cost {cost}.", row[0], row[1]));
    }
}

/// “Ashford: Sustainability fund”.
fn part_name(subject: &Subject<'_>, place: usize) -> String {
    let holder = subject.now.supports[place].holder.node();
    let words = &subject.now.words;
    format!("{}: {}", words.of(holder).brief(), words.supports[place].name)
}

fn money(own: &Supported) -> [String; 4] {
    [Some(own.amount), own.paid, own.lost(), own.bonus].map(tables::known)
}

/// No result decides a signature; else the distance is not known.
fn none(subject: &Subject<'_>, place: usize) -> String {
    let signed = subject.now.supports[place].test == crate::model::SupportTest::Signed;
    if signed { "[z]" } else { tables::UNKNOWN }.to_owned()
}

/// Systems and bodies that have support: result, what is paid, position.
fn positions(subject: &Subject<'_>) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for node in crate::levers::all_nodes(subject.now) {
        let (result, support, position) = match node {
            Node::System(place) => {
                let own = &subject.outcome.systems[place];
                (own.result, own.support, own.position())
            }
            Node::Body(place) => {
                let own = &subject.outcome.bodies[place];
                (own.result, own.support, own.position())
            }
            _ => continue,
        };
        if support != Supported::default() {
            let depth = if matches!(node, Node::Body(_)) { "  " } else { "" };
            let mut row = vec![format!("{depth}{}", subject.now.words.of(node).brief())];
            row.extend([result, support.paid, support.bonus, position].map(tables::known));
            rows.push(row);
        }
    }
    rows
}

fn performances<'s>(
    subject: &'s Subject<'_>,
) -> impl Iterator<Item = (String, [Pence; 3])> + use<'s> {
    let words = &subject.now.words;
    subject.now.performances.iter().enumerate().map(|(place, own)| {
        let body = words.bodies[own.body].brief();
        let name = format!("{body}: {}", words.performances[place].name);
        (name, [own.amount, own.paid(), own.amount - own.paid()])
    })
}

fn own_row(name: String, amounts: [Pence; 3]) -> Vec<String> {
    std::iter::once(name).chain(amounts.map(tables::amount)).collect()
}

fn knock_on(subject: &Subject<'_>, place: usize) -> Vec<String> {
    let own = &subject.now.knock_ons[place];
    vec![
        subject.now.words.knock_ons[place].name.clone(),
        if own.on { "on" } else { "off" }.to_owned(),
        format::percent(own.returns, Minus::Sign),
        tables::amount(subject.outcome.knock_ons[place]),
    ]
}
