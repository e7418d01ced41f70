//! Gaps, need, offset, contributions, relief: MECHANISM 3.1 to 3.4.

use super::compute::Engine;
use super::{Outcome, PoolOutcome, Role, SystemOutcome};
use crate::model::{Node, Pool, Recovery, Scenario, Splitter, Stance};
use crate::money::Pence;
use crate::split::{Claim, pro_rata};

/// A system's gap, what its savings leave open, what it recovers itself and what it needs.
pub(super) fn gap(scenario: &Scenario, place: usize, out: &mut SystemOutcome) {
    let system = &scenario.systems[place];
    out.gap = system.gap();
    out.savings = scenario.savings_of(place);
    let open = (out.gap.unwrap_or_default() - out.savings).at_least_zero();
    out.recovery = match system.recover {
        Recovery::Share(share) => share.of(open).min(open),
        Recovery::Amount(amount) => amount.min(open),
    };
    out.need = open - out.recovery;
    out.role = match system.stance {
        _ if out.gap > Some(Pence::ZERO) => Role::Receives,
        Stance::Contributes => Role::Contributes,
        Stance::Exempt => Role::Exempt,
        Stance::Refuses => Role::Refuses,
    };
}

/// Balances one pool: what is needed, who is asked for it, who is relieved of how much.
pub(super) fn balance(
    engine: &mut Engine,
    scenario: &Scenario,
    (node, pool): (Node, &Pool),
    outcome: &mut Outcome,
) {
    let need: Pence = outcome.systems[pool.systems.clone()].iter().map(|s| s.need).sum();
    let reserve_used = pool.reserve.min(need);
    let offset = pool.offset_of(need, reserve_used);
    let splitter = Splitter::Pool(node);
    scenario.payers(splitter, &pool.split, &mut engine.children);
    let left = engine.split(scenario, (splitter, &pool.split), offset);
    for (child, share) in engine.children.iter().zip(&engine.shares) {
        outcome.systems[child.key as usize].contribution = *share;
    }
    outcome.pools.push(PoolOutcome {
        node,
        need,
        reserve_used,
        offset,
        uncovered: need - reserve_used - offset,
        unplaced: left.unplaced,
        reasons: left.reasons,
        against_control_totals: None,
    });
    relieve(engine, scenario, (pool, reserve_used + offset - left.unplaced), outcome);
}

/// Splits relief over the receivers in proportion to their need.
fn relieve(
    engine: &mut Engine,
    scenario: &Scenario,
    (pool, relief): (&Pool, Pence),
    outcome: &mut Outcome,
) {
    engine.claims.clear();
    for place in pool.systems.clone() {
        let need = outcome.systems[place].need;
        if need > Pence::ZERO {
            let key = u32::try_from(place).unwrap_or(u32::MAX);
            engine.claims.push(Claim::new(key, scenario.ranks.systems[place], need));
        }
    }
    pro_rata(relief, &mut engine.claims);
    for claim in &engine.claims {
        outcome.systems[claim.key as usize].relief = claim.share;
    }
}
