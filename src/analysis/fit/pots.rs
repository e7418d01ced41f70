//! Which amount a rule divides: the present one, the one that follows from the published shares, and
//! all there is.
//!
//! Where everybody's share is published, the amount is their sum, whatever the rule: nothing is left
//! to solve for. Where some are missing, it is the amount at which this rule meets one of them exactly
//! and is least off the others; one share alone would be met by any rule, so nothing is solved then.

use super::bench::Bench;
use super::{How, Pot};
use crate::money::Pence;

/// The amounts to try with a rule, each once; nought is none.
pub(super) fn pots(bench: &mut Bench<'_>, how: &How) -> Vec<Pot> {
    let solved = match how {
        // It carries whatever there is.
        How::Lead(_) => None,
        How::Rule(_) => solved(bench, how),
    };
    let all = [
        Pot { amount: bench.present, present: true, solved: false, whole: false },
        Pot { amount: solved.unwrap_or_default(), present: false, solved: true, whole: false },
        Pot { amount: bench.whole, present: false, solved: false, whole: true },
    ];
    let mut pots: Vec<Pot> = Vec::new();
    for pot in all.into_iter().filter(|pot| pot.amount > Pence::ZERO) {
        match pots.iter_mut().find(|earlier| earlier.amount == pot.amount) {
            Some(earlier) => {
                earlier.solved |= pot.solved;
                earlier.whole |= pot.whole;
            }
            None => pots.push(pot),
        }
    }
    pots
}

fn solved(bench: &mut Bench<'_>, how: &How) -> Option<Pence> {
    let published = bench.published();
    if bench.is_complete() {
        return Some(published.into_iter().sum());
    }
    if published.len() < 2 {
        return None;
    }
    let most = if bench.whole > Pence::ZERO { bench.whole } else { Pence::LIMIT };
    let places = bench.off(how, Pence::ZERO)?.len();
    let meets = (0..places).filter_map(|place| meeting(bench, how, (place, most)));
    let meets: Vec<Pence> = meets.collect();
    let mut off = |amount: &Pence| {
        let off = bench.off(how, *amount).unwrap_or_default();
        (off.into_iter().map(Pence::abs).sum::<Pence>(), *amount)
    };
    meets.iter().map(&mut off).min().map(|(_, amount)| amount)
}

/// The least amount at which a rule asks one of them for what was published; a larger amount never
/// lowers an ask by more than a penny, so halving finds it.
fn meeting(bench: &mut Bench<'_>, how: &How, (place, most): (usize, Pence)) -> Option<Pence> {
    let mut reaches = |amount: i64| {
        let off = bench.off(how, Pence::new(amount))?;
        Some(*off.get(place)? >= Pence::ZERO)
    };
    let (mut low, mut high) = (0, most.get());
    if !reaches(high)? {
        return None;
    }
    while low < high {
        let middle = low + (high - low) / 2;
        if reaches(middle)? { high = middle } else { low = middle + 1 }
    }
    Some(Pence::new(low))
}
