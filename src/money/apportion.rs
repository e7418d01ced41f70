//! Largest remainder (Hamilton): an exact vector becomes whole units that lose nothing.
//!
//! Who made the vector, and what its parts stand for, is the caller's business.

use std::cmp::Ordering;

/// One entry of an exact vector: a whole number of units and what is left over.
///
/// `R` is the number type of the remainders: `i128` nearly always, a big integer where that is too
/// narrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part<R> {
    /// The exact share rounded down, in whole units.
    pub whole: i64,
    /// The numerator of what is left, over the vector's common denominator.
    pub rest: R,
    /// Place in byte order of ids; decides the last tie.
    pub rank: u32,
}

/// Gives the `missing` units of a vector, one each, to the parts with the largest remainders.
///
/// Ties go to the larger exact share, then to the smaller rank, so that the order of the parts
/// never matters. `order` is room for the sorting that the caller keeps between calls.
pub fn apportion<R: Ord>(parts: &mut [Part<R>], order: &mut Vec<usize>, missing: usize) {
    if missing == 0 {
        return;
    }
    order.clear();
    order.extend(0..parts.len());
    if missing < parts.len() {
        // Which parts come first matters, their order among themselves does not.
        order.select_nth_unstable_by(missing, |&a, &b| by_remainder(&parts[a], &parts[b]));
    }
    for &index in order.iter().take(missing) {
        parts[index].whole += 1;
    }
}

fn by_remainder<R: Ord>(a: &Part<R>, b: &Part<R>) -> Ordering {
    b.rest.cmp(&a.rest).then(b.whole.cmp(&a.whole)).then(a.rank.cmp(&b.rank))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wholes(parts: &[(i64, i128, u32)], missing: usize) -> Vec<i64> {
        let mut parts: Vec<_> =
            parts.iter().map(|&(whole, rest, rank)| Part { whole, rest, rank }).collect();
        apportion(&mut parts, &mut Vec::new(), missing);
        parts.iter().map(|part| part.whole).collect()
    }

    #[test]
    fn the_larger_remainder_comes_first() {
        // 10 units over 6, 6, 2 of 14: 4 4/14, 4 4/14, 1 6/14. The missing one goes to the third.
        assert_eq!(wholes(&[(4, 4, 0), (4, 4, 1), (1, 6, 2)], 1), [4, 4, 2]);
        // 11 units: 4 10/14, 4 10/14, 1 8/14. Two missing: the third loses (Alabama paradox).
        assert_eq!(wholes(&[(4, 10, 0), (4, 10, 1), (1, 8, 2)], 2), [5, 5, 1]);
    }

    #[test]
    fn ties_go_to_the_larger_share_and_then_to_the_smaller_rank() {
        // Foemmel's conundrum: 5 at 30/70 is 1½ and 3½; the larger share takes the odd one.
        assert_eq!(wholes(&[(1, 1, 0), (3, 1, 1)], 1), [1, 4]);
        assert_eq!(wholes(&[(33, 1, 2), (33, 1, 1), (33, 1, 0)], 1), [33, 33, 34]);
    }
}
