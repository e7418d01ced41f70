//! Gaps, need, offset, contributions, relief: MECHANISM 3.1 to 3.4.

use super::compute::Engine;
use super::working::{Source, got, held, sum_of, times};
use super::{Outcome, PoolOutcome, Role, SystemOutcome};
use crate::arithmetic::Sum;
use crate::levers::Field;
use crate::model::{Node, Offset, Pool, Recovery, Scenario, Splitter, Stance};
use crate::money::Pence;
use crate::split::{Claim, pro_rata};

/// A system's gap, what its savings leave open, what it recovers itself and what it needs.
pub(super) fn gap(engine: &mut Engine, scenario: &Scenario, place: usize, out: &mut SystemOutcome) {
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
    note_gap(engine, scenario, place, out);
}

fn note_gap(engine: &mut Engine, scenario: &Scenario, place: usize, out: &SystemOutcome) {
    let (node, system) = (Node::System(place), &scenario.systems[place]);
    let gap = out.gap.unwrap_or_default();
    engine.note(node, "gap", || match system.control_total.zip(system.plan) {
        Some((total, plan)) => held(node, Field::ControlTotal, total)
            .less(held(node, Field::Plan, plan))
            .at_least_nought(),
        None => held(node, Field::Gap, gap),
    });
    engine.note(node, "saved", || {
        let savings = system.savings.clone();
        sum_of(savings.map(|at| (Source::Saved(at), scenario.saved_by(&scenario.savings[at]))))
    });
    let open = || match out.savings.is_zero() {
        _ if out.gap.is_none() => Sum::nought(),
        true => got(node, "gap", gap),
        false => got(node, "gap", gap).less(got(node, "saved", out.savings)).at_least_nought(),
    };
    engine.note(node, "recovery", || match system.recover {
        Recovery::Share(share) => times(open(), (node, Field::Recover), share),
        Recovery::Amount(amount) => held(node, Field::Recover, amount).at_most(open()),
    });
    engine.note(node, "need", || match out.recovery.is_zero() {
        true => open(),
        false => open().less(got(node, "recovery", out.recovery)),
    });
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
    note_offset(engine, (node, pool), (need, reserve_used, offset));
    let covered = || got(node, "covered", offset);
    let left = engine.split_and_note(scenario, (splitter, &pool.split), (offset, covered));
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
    note_pool(engine, (node, pool), outcome);
    relieve(engine, scenario, (node, pool), outcome);
}

fn note_offset(
    engine: &mut Engine,
    (node, pool): (Node, &Pool),
    (need, reserve_used, offset): (Pence, Pence, Pence),
) {
    engine.note(node, "reserve_used", || {
        held(node, Field::Reserve, pool.reserve).at_most(got(node, "need", need))
    });
    let need = || got(node, "need", need);
    let left = || match reserve_used.is_zero() {
        true => need(),
        false => need().less(got(node, "reserve_used", reserve_used)),
    };
    engine.note(node, "covered", || match pool.offset {
        Offset::Amount(amount) => held(node, Field::Offset, amount).at_most(left()),
        Offset::Percent(share) => times(need(), (node, Field::Offset), share).at_most(left()),
        Offset::WholeNeed => left(),
    });
    engine.note(node, "uncovered", || left().less(got(node, "covered", offset)));
}

/// What hangs on the split of the offset, and what its systems need.
fn note_pool(engine: &mut Engine, (node, pool): (Node, &Pool), outcome: &Outcome) {
    let each = |id: &'static str, read: fn(&SystemOutcome) -> Pence| {
        let systems = pool.systems.clone();
        sum_of(
            systems
                .map(move |at| (Source::Outcome(Node::System(at), id), read(&outcome.systems[at]))),
        )
    };
    engine.note(node, "need", || each("need", |own| own.need));
    let Some(own) = outcome.pool(node) else { return };
    engine.note(node, "unplaced", || {
        got(node, "covered", own.offset).less(each("contribution", |own| own.contribution))
    });
}

/// Splits relief over the receivers in proportion to their need.
fn relieve(
    engine: &mut Engine,
    scenario: &Scenario,
    (node, pool): (Node, &Pool),
    outcome: &mut Outcome,
) {
    let Some(own) = outcome.pool(node).copied() else { return };
    let relief = own.reserve_used + own.offset - own.unplaced;
    engine.claims.clear();
    for place in pool.systems.clone() {
        let need = outcome.systems[place].need;
        if need > Pence::ZERO {
            let key = u32::try_from(place).unwrap_or(u32::MAX);
            engine.claims.push(Claim::new(key, scenario.ranks.systems[place], need));
        }
    }
    pro_rata(relief, &mut engine.claims);
    let whole = || {
        let parts = [("reserve_used", own.reserve_used), ("covered", own.offset)];
        let sum = sum_of(parts.map(|(id, amount)| (Source::Outcome(node, id), amount)));
        match own.unplaced.is_zero() {
            true => sum,
            false => sum.less(got(node, "unplaced", own.unplaced)),
        }
    };
    let system = |key: u32| Node::System(key as usize);
    engine.note_claims(
        (relief, whole),
        |key| Some((system(key), "relief")),
        |key| Source::Outcome(system(key), "need"),
    );
    for claim in &engine.claims {
        outcome.systems[claim.key as usize].relief = claim.share;
    }
}
