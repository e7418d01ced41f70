//! Cuts that return as cost elsewhere: the last part of MECHANISM 3.7.

use super::Outcome;
use crate::model::Scenario;
use crate::money::Pence;

/// Works out what cuts return as cost: the part of their sum, rounded half up. What comes a year
/// later, or to nobody of this file, weighs on no result of this year.
pub(super) fn strike(scenario: &Scenario, outcome: &mut Outcome) {
    for (place, own) in scenario.knock_ons.iter().enumerate().filter(|(_, own)| own.on) {
        let cuts: Pence = own.programmes.iter().map(|at| outcome.programmes[*at].cut).sum();
        let cost = own.returns.of(cuts);
        outcome.knock_ons[place] = cost;
        if let Some(body) = own.to.filter(|_| !own.next_year) {
            outcome.bodies[body].knocked_on += cost;
        }
    }
}
