//! How a partner's money in a joint programme comes about: what it pays in the year, what of that goes.

use super::book::{Line, Source};
use super::notes::{got, held};
use crate::arithmetic::{Rounding, Sum, Unit};
use crate::engine::{Outcome, Status};
use crate::levers::Field;
use crate::model::{Node, Programme, Scenario};

/// The line of what a partner pays, or of what of that goes.
pub(super) fn line(scenario: &Scenario, outcome: &Outcome, source: Source) -> Option<Line> {
    let sum = match source {
        Source::Pays(place) => budget(scenario, place)?,
        Source::PaysNoMore(place) => lost(scenario, outcome, place)?,
        _ => return None,
    };
    Some(Line::plain(sum))
}

fn budget(scenario: &Scenario, place: usize) -> Option<Sum<Source>> {
    let part = &scenario.joint_parts[place];
    let body = scenario.body_of(part.programme)?;
    let joint = Programme { annual_cost: part.annual_cost, ..scenario.programmes[part.programme] };
    let cost = held(Node::JointPart(place), Field::AnnualCost, part.annual_cost?);
    Some(match scenario.calendar(scenario.bodies[body].system).months_of(&joint) {
        12 => cost,
        months => cost
            .times(Sum::plain(months, Unit::Count))
            .over(Sum::plain(12, Unit::Count))
            .rounded(Rounding::HalfUp),
    })
}

fn lost(scenario: &Scenario, outcome: &Outcome, place: usize) -> Option<Sum<Source>> {
    let (part, out) = (&scenario.joint_parts[place], &outcome.joint_parts[place]);
    let (node, record) = (Node::Programme(part.programme), &outcome.programmes[part.programme]);
    let pays = Sum::of(out.budget?.get(), Unit::Pence, Source::Pays(place));
    let follows = part.matched || record.delays || record.status == Some(Status::Stops);
    let gone = record.cut + record.released;
    if out.refused {
        return Some(pays);
    }
    if !follows || gone.is_zero() {
        return None;
    }
    let cut = got(node, "cut", record.cut);
    let cut = match record.released.is_zero() {
        true => cut,
        false => Sum::add([cut, got(node, "released", record.released)]),
    };
    let whole = got(node, "in_year_budget", record.budget?);
    Some(pays.times(cut).over(whole).rounded(Rounding::HalfUp))
}
