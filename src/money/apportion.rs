//! Largest remainder (Hamilton): an exact vector becomes whole units that lose nothing.
use std::cmp::Ordering;

/// One entry of an exact vector: a whole number of units and what is left over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The exact share rounded down.
    pub whole: i64,
    /// The numerator of what is left, over the vector's common denominator.
    pub rest: i128,
    /// Place in byte order of ids; decides the last tie.
    pub rank: u32,
}

/// Gives the `missing` units of a vector, one each, to the parts with the largest remainders.
///
/// Ties go to the larger exact share, then to the smaller rank.
pub fn apportion(parts: &mut [Part], order: &mut Vec<usize>, missing: usize) {
    order.clear();
    order.extend(0..parts.len());
    order.sort_unstable_by(|&a, &b| by_remainder(&parts[a], &parts[b]));
    for &index in order.iter().take(missing) {
        parts[index].whole += 1;
    }
}

fn by_remainder(a: &Part, b: &Part) -> Ordering {
    (b.rest, b.whole, a.rank).cmp(&(a.rest, a.whole, b.rank))
}
