//! In proportion to amounts of money, without caps or floors: the split that is made most often.
//!
//! It gives what `Rule::Proportional` gives, in machine words: one long division for the whole
//! split and a multiplication for each claim.

use crate::money::Pence;
use std::cmp::Ordering;

/// One claim on an amount: what it weighs, and what it gets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Claim {
    /// The caller's name for it.
    pub key: u32,
    /// Its place in byte order of ids, which decides the last tie over a penny.
    pub rank: u32,
    /// What it weighs, not below nought.
    pub weight: Pence,
    /// What it gets.
    pub share: Pence,
    /// What its exact share has beyond the whole pence, over the sum of weights.
    rest: u64,
}

impl Claim {
    /// A claim that has got nothing yet.
    pub fn new(key: u32, rank: u32, weight: Pence) -> Self {
        Self { key, rank, weight, ..Self::default() }
    }
}

/// Divides an amount that is not below nought in proportion to weights, to the penny; the claims
/// may change places. Where nobody weighs anything, nobody gets anything.
pub fn pro_rata(amount: Pence, claims: &mut [Claim]) {
    let total: Pence = claims.iter().map(|claim| claim.weight).sum();
    let (amount, total) = (amount.get().unsigned_abs(), total.get().unsigned_abs());
    if total == 0 {
        for claim in claims {
            claim.share = Pence::ZERO;
        }
        return;
    }
    let (times, rest) = (amount / total, amount % total);
    let ratio = low_half((u128::from(rest) << 64) / u128::from(total));
    let mut missing = amount;
    for claim in &mut *claims {
        let weight = claim.weight.get().unsigned_abs();
        let guess = low_half((u128::from(weight) * u128::from(ratio)) >> 64);
        // The guess is right or one too small, so that what is left is less than twice the total
        // and comes out right though the products do not fit.
        let left = rest.wrapping_mul(weight).wrapping_sub(guess.wrapping_mul(total));
        let short = u64::from(left >= total);
        claim.rest = left - short * total;
        let share = times * weight + guess + short;
        claim.share = Pence::new(share.cast_signed());
        missing -= share;
    }
    let missing = usize::try_from(missing).unwrap_or(claims.len()).min(claims.len());
    if 0 < missing && missing < claims.len() {
        claims.select_nth_unstable_by(missing, by_remainder);
    }
    for claim in &mut claims[..missing] {
        claim.share += Pence::new(1);
    }
}

fn low_half(number: u128) -> u64 {
    u64::try_from(number & u128::from(u64::MAX)).unwrap_or(u64::MAX)
}

/// Largest remainder first, then larger share, then smaller rank.
fn by_remainder(a: &Claim, b: &Claim) -> Ordering {
    b.rest.cmp(&a.rest).then(b.share.cmp(&a.share)).then(a.rank.cmp(&b.rank))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares(amount: i64, weights: &[i64]) -> Vec<i64> {
        let claim = |(weight, rank): (&i64, u32)| Claim::new(rank, rank, Pence::new(*weight));
        let mut claims: Vec<Claim> = weights.iter().zip(0..).map(claim).collect();
        pro_rata(Pence::new(amount), &mut claims);
        claims.sort_by_key(|claim| claim.key);
        claims.iter().map(|claim| claim.share.get()).collect()
    }

    #[test]
    fn the_largest_remainders_take_the_missing_pence() {
        // 10 over 6, 6, 2 of 14: 4 4/14, 4 4/14, 1 6/14.
        assert_eq!(shares(10, &[6, 6, 2]), [4, 4, 2]);
        // A third each of 100: the odd penny goes to the smallest rank.
        assert_eq!(shares(100, &[1, 1, 1]), [34, 33, 33]);
        // 25 over 4, 6: more than the weights together; 10 and 15.
        assert_eq!(shares(25, &[4, 6]), [10, 15]);
    }

    #[test]
    fn nothing_weighs_nothing() {
        assert_eq!(shares(5, &[0, 0]), [0, 0]);
        assert_eq!(shares(5, &[0, 3]), [0, 5]);
        assert_eq!(shares(0, &[2, 3]), [0, 0]);
        assert_eq!(shares(5, &[]), Vec::<i64>::new());
    }

    #[test]
    fn the_largest_amounts_fit() {
        // 10^14 − 1 over 10^14 and 1: the one has less than a penny, but the larger remainder:
        // (10^14 − 1) ÷ (10^14 + 1) = 0.99…; the other 10^14 (10^14 − 1) ÷ (10^14 + 1)
        // = 10^14 − 2 + 2 ÷ (10^14 + 1).
        let large = 100_000_000_000_000;
        assert_eq!(shares(large - 1, &[large, 1]), [large - 2, 1]);
    }
}
