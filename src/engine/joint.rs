//! Joint programmes: what a cut, a delay or a refusal does to the money of partners. MECHANISM 3.7.

use super::{JointOutcome, Outcome, ProgrammeOutcome, Status};
use crate::model::{Calendar, JointPart, Programme, Scenario};
use crate::money::Pence;

/// Works out what every partner still pays, once the cuts are known.
pub(super) fn withdraw(scenario: &Scenario, outcome: &mut Outcome) {
    for (place, part) in scenario.joint_parts.iter().enumerate() {
        let Some(body) = scenario.body_of(part.programme) else { continue };
        let calendar = scenario.calendar(scenario.bodies[body].system);
        let record = &mut outcome.programmes[part.programme];
        let own = part_of(scenario, part, (record, calendar));
        let weaker = own.lost.is_none_or(|lost| lost > Pence::ZERO) && own.refused;
        if weaker && matches!(record.status, Some(Status::OnTime | Status::Protected)) {
            record.status = Some(Status::Reduced);
        }
        outcome.joint_parts[place] = own;
    }
}

/// What becomes of one partner's money.
fn part_of(
    scenario: &Scenario,
    part: &JointPart,
    (record, calendar): (&ProgrammeOutcome, Calendar),
) -> JointOutcome {
    let programme = &scenario.programmes[part.programme];
    let joint = Programme { annual_cost: part.annual_cost, ..*programme };
    let budget = joint.in_year(calendar).map(|in_year| in_year.budget);
    let refused = scenario.refuses(part.partner);
    let follows = part.matched || record.delays || record.status == Some(Status::Stops);
    let gone = record.cut + record.released;
    let lost = if refused {
        budget
    } else if !follows || gone.is_zero() {
        Some(Pence::ZERO)
    } else {
        let own = record.budget.filter(|own| *own > Pence::ZERO);
        budget.zip(own).map(|(budget, own)| budget.times_half_up(gone.get(), own.get()))
    };
    JointOutcome { budget, lost, refused }
}

impl Outcome {
    /// The share of a programme's service that is lost, its partners' money counted, as an exact
    /// fraction; `None` where a cost that would decide it is not known.
    pub fn service_lost(&self, scenario: &Scenario, programme: usize) -> Option<(i128, i128)> {
        let record = &self.programmes[programme];
        let (cut, own) = record.cut_share()?;
        // What has stopped is lost with the money that it would still have cost.
        let (cut, own) = (i128::from(cut) + i128::from(record.released.get()), i128::from(own));
        let stops = record.status == Some(Status::Stops);
        let parts = scenario.joint_parts_of(programme);
        let follows = |part: usize| scenario.joint_parts[part].matched || record.delays || stops;
        if parts.clone().all(|part| follows(part) && !self.joint_parts[part].refused) {
            // Everybody gives up the same part: whatever the others pay, the share is that of the cut.
            return Some((cut, own));
        }
        // In units of (own budget × a penny), so that the part that follows the cut stays exact.
        let (mut lost, mut whole) = (cut * own, own);
        for part in parts {
            let budget = i128::from(self.joint_parts[part].budget?.get());
            whole += budget;
            lost += match self.joint_parts[part].refused {
                true => budget * own,
                false if follows(part) => budget * cut,
                false => 0,
            };
        }
        Some((lost, whole * own))
    }
}
