//! How an area's part comes about: an amount times the share of the people who live there, and the
//! sum of all such parts.

use super::book::{Ends, Line, Source};
use super::notes::{got, sum_of};
use crate::arithmetic::{Sum, Unit};
use crate::engine::{Area, Outcome, OutcomeMeasure, places};
use crate::model::{CouncilShare, Node, Scenario};
use crate::money::{Pence, Share};
use num_bigint::BigInt;

/// An area's part of a number of a body or programme; without one, its parts of all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AreaPart {
    /// Whose part.
    pub area: Area,
    /// Of whose number; `None` is of all bodies', and of cuts of all programmes'.
    pub of: Option<Node>,
    /// The number's word: `ask`, `reserve_used`, `unplaced`, `not_described`; of programmes `cut`.
    pub id: &'static str,
}

impl AreaPart {
    /// What it comes to; `None` is not known.
    pub fn read(self, scenario: &Scenario, outcome: &Outcome) -> Option<Pence> {
        read(scenario, outcome, self)
    }
}

/// What an area's part comes to; `None` is not known.
pub(super) fn read(scenario: &Scenario, outcome: &Outcome, own: AreaPart) -> Option<Pence> {
    let Some(node) = own.of else {
        let money = own.area.money(scenario, outcome);
        return Some(match own.id {
            "reserve_used" => money.reserve_used,
            "unplaced" => money.unplaced,
            "not_described" => money.not_described,
            "cut" => money.cuts,
            _ => money.ask,
        });
    };
    let amount = OutcomeMeasure::find(node, own.id)?.read(scenario, outcome).pence()?;
    Some(own.area.part(scenario, amount, shares(scenario, node)))
}

/// The line of an area's part; `None` where there is none.
pub(super) fn line(scenario: &Scenario, outcome: &Outcome, own: AreaPart) -> Option<Line> {
    let Some(node) = own.of else { return all(scenario, outcome, own) };
    let amount = OutcomeMeasure::find(node, own.id)?.read(scenario, outcome).pence()?;
    if read(scenario, outcome, own)?.is_zero() {
        return None;
    }
    let shares = shares(scenario, node);
    let here = |share: &&CouncilShare| own.area.holds(scenario, share.council);
    let here: Vec<&CouncilShare> = shares.iter().filter(here).collect();
    if here.len() > 1 {
        let parts = here.iter().map(|share| AreaPart { area: Area::Council(share.council), ..own });
        let part = |own| (Source::Here(own), read(scenario, outcome, own).unwrap_or_default());
        return Some(Line::plain(sum_of(parts.map(part))));
    }
    let whole = got(node, own.id, amount);
    if shares.is_empty() {
        return Some(Line::plain(whole));
    }
    let residents = |own: &CouncilShare| {
        let at = Source::Residents(whose_shares(scenario, node), own.council);
        Sum::of(own.share.units(), Unit::Share, at)
    };
    let (share, units) = match here.first() {
        Some(own) => (residents(own), own.share.units()),
        // What the councils that are named leave.
        None => {
            let one = Sum::plain(Share::UNITS, Unit::Share);
            let left = shares.iter().map(|own| own.share.units()).sum::<i64>();
            (shares.iter().map(residents).fold(one, Sum::less), Share::UNITS - left)
        }
    };
    let ends = ends((amount, units), (shares, read(scenario, outcome, own)?));
    Some(Line { ends, ..Line::plain(whole.times(share)) })
}

/// How one part of an amount ends in whole pence, beside those of the other areas.
fn ends((amount, units): (Pence, i64), (shares, part): (&[CouncilShare], Pence)) -> Ends {
    let exact = |units: i64| i128::from(amount.get()) * i128::from(units);
    let down = |units: i64| exact(units).div_euclid(i128::from(Share::UNITS));
    let rest = Share::UNITS - shares.iter().map(|own| own.share.units()).sum::<i64>();
    let all = shares.iter().map(|own| own.share.units()).chain([rest]);
    let given: i128 = all.map(down).sum();
    Ends::InPennies {
        exact: (BigInt::from(exact(units)), BigInt::from(Share::UNITS)),
        left: u64::try_from(i128::from(amount.get()) - given).unwrap_or_default(),
        took: i128::from(part.get()) > down(units),
        among: shares.len() + usize::from(rest != 0),
    }
}

/// The area's parts of what all bodies, or all programmes, have.
fn all(scenario: &Scenario, outcome: &Outcome, own: AreaPart) -> Option<Line> {
    let nodes: Vec<Node> = match own.id {
        "cut" => (0..scenario.programmes.len()).map(Node::Programme).collect(),
        _ => (0..scenario.bodies.len()).map(Node::Body).collect(),
    };
    let parts = nodes.into_iter().map(|node| {
        let part = AreaPart { of: Some(node), ..own };
        (Source::Here(part), read(scenario, outcome, part).unwrap_or_default())
    });
    let parts: Vec<(Source, Pence)> = parts.filter(|(_, part)| !part.is_zero()).collect();
    (!parts.is_empty()).then(|| Line::plain(sum_of(parts)))
}

/// Where the people of a body or programme live.
fn shares(scenario: &Scenario, node: Node) -> &[CouncilShare] {
    match node {
        Node::Body(place) => &scenario.words.bodies[place].councils,
        Node::Programme(place) => places(scenario, place),
        _ => &[],
    }
}

/// At whom the file says it: at a programme without places of its own, its body.
fn whose_shares(scenario: &Scenario, node: Node) -> Node {
    match (node, scenario.parent(node)) {
        (Node::Programme(place), Some(body)) => {
            if scenario.words.programmes[place].councils.is_empty() { body } else { node }
        }
        _ => node,
    }
}
