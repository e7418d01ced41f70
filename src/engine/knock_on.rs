//! Cuts that return as cost elsewhere: the last part of MECHANISM 3.7.

use super::Outcome;
use super::compute::Engine;
use super::working::{Source, sum_of, times};
use crate::levers::Field;
use crate::model::{Node, Scenario};
use crate::money::Pence;

/// Works out what cuts return as cost: the part of their sum, rounded half up. What comes a year
/// later, or to nobody of this file, weighs on no result of this year.
pub(super) fn strike(engine: &mut Engine, scenario: &Scenario, outcome: &mut Outcome) {
    for (place, own) in scenario.knock_ons.iter().enumerate().filter(|(_, own)| own.on) {
        let cuts: Pence = own.programmes.iter().map(|at| outcome.programmes[*at].cut).sum();
        let cost = own.returns.of(cuts);
        outcome.knock_ons[place] = cost;
        let node = Node::KnockOn(place);
        engine.note(node, "cost", || {
            let cut = |at: &usize| {
                (Source::Outcome(Node::Programme(*at), "cut"), outcome.programmes[*at].cut)
            };
            times(sum_of(own.programmes.iter().map(cut)), (node, Field::Returns), own.returns)
        });
        if let Some(body) = own.to.filter(|_| !own.next_year) {
            outcome.bodies[body].knocked_on += cost;
        }
    }
}
