//! How numbers come about that stand beside the cascade: sums of measures, limits in percent, what a
//! node can bear, fair shares, single savings schemes.

use super::book::{Line, Source};
use super::notes::{got, held, sum_of};
use crate::arithmetic::{Rounding, Sum, Unit};
use crate::engine::Outcome;
use crate::levers::{Field, Lever};
use crate::model::{Limit, Measures, Node, Scenario, Terms};
use crate::money::{Pence, Share};
use crate::split::Column;

/// The line of a source; `None` of one that is a figure itself.
pub(super) fn line(scenario: &Scenario, outcome: &Outcome, source: Source) -> Option<Line> {
    let sum = match source {
        Source::Lever(Lever { node: Node::System(place), field }) => total(scenario, place, field),
        Source::Limit(lever) => limit(scenario, lever),
        Source::Size(node, column) => size(scenario, (node, column), false),
        Source::Weight(node, column) => size(scenario, (node, column), true),
        Source::NoBody(place) => Some(no_body(scenario, outcome, place)),
        Source::Capacity(node) => capacity(scenario, outcome, node),
        Source::Gap(node) => gap(scenario, node),
        Source::Baseline(node) => fair(scenario, node, false),
        Source::Target(node) => fair(scenario, node, true),
        Source::Saved(place) => Some(saved(scenario, place)),
        _ => None,
    };
    sum.map(Line::plain)
}

/// A system's control total or plan, where that is the sum of its bodies'.
fn total(scenario: &Scenario, place: usize, field: Field) -> Option<Sum<Source>> {
    let system = &scenario.systems[place];
    let summed = match field {
        Field::ControlTotal => system.control_total_is_sum,
        Field::Plan => system.plan_is_sum,
        _ => false,
    };
    summed.then(|| {
        sum_of(system.bodies.clone().map(|at| {
            let own = &scenario.bodies[at];
            let held = if field == Field::Plan { own.plan } else { own.control_total };
            (Source::Lever(Lever { node: Node::Body(at), field }), held.unwrap_or_default())
        }))
    })
}

fn terms(scenario: &Scenario, node: Node) -> Option<&Terms> {
    Some(match node {
        Node::System(place) => &scenario.systems[place].terms,
        Node::Group(place) => &scenario.groups[place].terms,
        Node::Body(place) => &scenario.bodies[place].terms,
        _ => return None,
    })
}

/// A limit in percent of a measure, rounded down; one in money is what the lever holds.
fn limit(scenario: &Scenario, lever: Lever) -> Option<Sum<Source>> {
    let terms = terms(scenario, lever.node)?;
    let limit = if lever.field == Field::Floor { terms.floor } else { terms.cap };
    match limit? {
        Limit::Amount(_) => None,
        Limit::PercentOf(share, column) => {
            let size = scenario.measure(lever.node, column)?;
            let size = Sum::of(size, Unit::Size(column.0), Source::Size(lever.node, column));
            let share = Sum::of(share.units(), Unit::Share, Source::Lever(lever));
            Some(size.times(share).rounded(Rounding::Down))
        }
    }
}

/// A measure that is the sum over members; as a weight, without those that it leaves out.
fn size(
    scenario: &Scenario,
    (node, column): (Node, Column),
    as_weight: bool,
) -> Option<Sum<Source>> {
    let bodies = match node {
        Node::System(place) => scenario.systems[place].bodies.clone(),
        Node::Group(place) => scenario.groups[place].bodies.clone(),
        _ => return None,
    };
    let field = Field::Measure(column);
    // What can be moved is a figure itself.
    (Lever { node, field }).why_fixed(scenario)?;
    let partial = as_weight && matches!(node, Node::Group(_));
    let counts = |at: &usize| !partial || scenario.counts_in_group(*at);
    let parts = bodies.filter(counts).filter_map(|at| {
        let value = scenario.measure(Node::Body(at), column)?;
        let lever = Lever { node: Node::Body(at), field };
        Some(Sum::of(value, Unit::Size(column.0), Source::Lever(lever)))
    });
    Some(Sum::add(parts))
}

fn capacity(scenario: &Scenario, outcome: &Outcome, node: Node) -> Option<Sum<Source>> {
    if terms(scenario, node)?.cap.is_some() {
        let cap = Lever { node, field: Field::Cap };
        return Some(Sum::of(scenario.capacity(node)?.get(), Unit::Pence, Source::Limit(cap)));
    }
    let each = |nodes: Vec<Node>| {
        sum_of(
            nodes
                .into_iter()
                .map(|node| (Source::Capacity(node), scenario.capacity(node).unwrap_or_default())),
        )
    };
    Some(match node {
        Node::System(place) => {
            each(scenario.systems[place].groups.clone().map(Node::Group).collect())
        }
        Node::Group(place) => {
            let members = scenario.groups[place].bodies.clone();
            let asked = members.filter(|&at| scenario.is_asked(at).is_some());
            each(asked.map(Node::Body).collect())
        }
        Node::Body(place) => {
            let own = &scenario.bodies[place];
            let limit = |at: usize| {
                let limit = outcome.programmes[at].limit;
                (Source::Outcome(Node::Programme(at), "limit"), limit)
            };
            let reserve = Source::Lever(Lever { node, field: Field::Reserve });
            sum_of([(reserve, own.reserve)].into_iter().chain(own.programmes.clone().map(limit)))
        }
        _ => return None,
    })
}

fn gap(scenario: &Scenario, node: Node) -> Option<Sum<Source>> {
    match node {
        Node::Body(place) => {
            let own = &scenario.bodies[place];
            Some(match own.control_total.zip(own.plan) {
                Some((total, plan)) => held(node, Field::ControlTotal, total)
                    .less(held(node, Field::Plan, plan))
                    .at_least_nought(),
                None => held(node, Field::Gap, own.stated_gap?),
            })
        }
        Node::System(place) => Some(got(node, "gap", scenario.systems[place].gap()?)),
        Node::Group(place) => {
            let bodies = scenario.groups[place].bodies.clone();
            let members = bodies.filter(|&at| scenario.counts_in_group(at));
            let gap = |at| (Source::Gap(Node::Body(at)), scenario.bodies[at].gap());
            Some(sum_of(members.map(gap).map(|(s, gap)| (s, gap.unwrap_or_default()))))
        }
        _ => None,
    }
}

/// Allocation, or the fair-shares target: allocation ÷ (1 + distance), half up to the penny.
fn fair(scenario: &Scenario, node: Node, target: bool) -> Option<Sum<Source>> {
    let of = |node| if target { Source::Target(node) } else { Source::Baseline(node) };
    let part = |at: usize| {
        let (allocation, fair) = scenario.fair_shares(Node::Body(at))?;
        Some((of(Node::Body(at)), if target { fair } else { allocation }))
    };
    match node {
        Node::Body(place) => {
            let size = scenario.measure(node, Measures::ALLOCATION)?;
            let column = Measures::ALLOCATION;
            let size = Sum::of(size, Unit::Size(column.0), Source::Size(node, column));
            if !target {
                return Some(size);
            }
            let distance = Lever { node, field: Field::Distance };
            let units = scenario.bodies[place].distance?.units();
            let one = Sum::plain(Share::UNITS, Unit::Share);
            let whole = Sum::add([one, Sum::of(units, Unit::Share, Source::Lever(distance))]);
            Some(size.over(whole).rounded(Rounding::HalfUp))
        }
        Node::Group(place) => {
            let bodies = scenario.groups[place].bodies.clone();
            let counted = bodies.filter(|&at| scenario.counts_in_group(at));
            Some(sum_of(counted.filter_map(part)))
        }
        Node::System(place) => {
            Some(sum_of(scenario.systems[place].bodies.clone().filter_map(part)))
        }
        _ => None,
    }
}

fn no_body(scenario: &Scenario, outcome: &Outcome, place: usize) -> Sum<Source> {
    let bodies = scenario.systems[place].bodies.clone();
    let asks = bodies.map(|at| (Source::Outcome(Node::Body(at), "ask"), outcome.bodies[at].ask));
    got(Node::System(place), "ask", outcome.systems[place].ask).less(sum_of(asks))
}

fn saved(scenario: &Scenario, place: usize) -> Sum<Source> {
    let (node, own) = (Node::Saving(place), &scenario.savings[place]);
    if scenario.saved_by(own) == Pence::ZERO {
        return Sum::nought();
    }
    super::times(held(node, Field::Amount, own.amount), (node, Field::Delivered), own.delivered)
}
