//! Burdens side by side: the lowest, the highest, and how unequal they are over people or pounds.
//!
//! Within one body or system everybody counts as bearing the same: nothing finer is known.

use std::cmp::Ordering;

use super::Missing;
use crate::model::Node;
use crate::money::Pence;

/// What is asked of one, for its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Burden {
    /// Who.
    pub node: Node,
    /// What it is asked for.
    pub ask: Pence,
    /// Its size: people, pence, or the integer of a measure of the file; above nought.
    pub size: i128,
}

impl Burden {
    /// The ask for one unit of size, as an exact fraction.
    pub fn fraction(self) -> (i128, i128) {
        (i128::from(self.ask.get()), self.size)
    }

    fn compare(self, other: Self) -> Ordering {
        let ((a, b), (c, d)) = (self.fraction(), other.fraction());
        (a * d).cmp(&(c * b))
    }
}

/// The burdens of one split, the lowest first; two at least, and something is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Burdens {
    list: Vec<Burden>,
    ask: i128,
    size: i128,
}

impl Burdens {
    /// Puts burdens in order; equals stay as they stand.
    pub(super) fn new(mut list: Vec<Burden>) -> Result<Self, Missing> {
        if list.len() == 1 {
            return Err(Missing::Alone);
        }
        let ask: i128 = list.iter().map(|burden| i128::from(burden.ask.get())).sum();
        let sizes = list.iter().try_fold(0_i128, |sum, own| sum.checked_add(own.size));
        let size = sizes.ok_or(Missing::TooLarge)?;
        // Every product below is at most one of these, times a little for its decimals.
        let fits = |a: i128, b: i128| {
            a.checked_mul(b).and_then(|product| product.checked_mul(SPARE)).ok_or(Missing::TooLarge)
        };
        fits(ask, size)?;
        // Two sizes are at most half of all each.
        fits(size / 2 + 1, size / 2 + 1)?;
        if list.is_empty() || ask == 0 {
            return Err(Missing::Ask);
        }
        list.sort_by(|a, b| a.compare(*b));
        Ok(Self { list, ask, size })
    }

    /// Every burden, the lowest first.
    pub fn list(&self) -> &[Burden] {
        &self.list
    }

    /// The burden of one child, if it takes part.
    pub fn at(&self, node: Node) -> Option<Burden> {
        self.list.iter().find(|burden| burden.node == node).copied()
    }

    /// The lowest and the highest; of equals the first and the last.
    pub fn ends(&self) -> (Burden, Burden) {
        let nobody = Burden { node: Node::Nation, ask: Pence::ZERO, size: 1 };
        let (first, last) = (self.list.first(), self.list.last());
        (first.copied().unwrap_or(nobody), last.copied().unwrap_or(nobody))
    }

    /// The lowest; of equals the first.
    pub fn lowest(&self) -> Burden {
        self.ends().0
    }

    /// The highest; of equals the last.
    pub fn highest(&self) -> Burden {
        self.ends().1
    }

    /// All asks together for all sizes together.
    pub const fn whole(&self) -> (i128, i128) {
        (self.ask, self.size)
    }

    /// The highest ÷ the lowest; `None` where somebody bears nothing.
    pub fn ratio(&self) -> Option<(i128, i128)> {
        let (low, high) = self.ends();
        let ((a, b), (c, d)) = (high.fraction(), low.fraction());
        (c > 0).then_some((a * d, b * c))
    }

    /// The highest less the lowest.
    pub fn difference(&self) -> (i128, i128) {
        let (low, high) = self.ends();
        let ((a, b), (c, d)) = (high.fraction(), low.fraction());
        (a * d - c * b, b * d)
    }

    /// The Gini coefficient of the burden over all units of size: 0 is the same for every one.
    ///
    /// It is one less twice the area below the Lorenz curve, which runs straight between its points
    /// (the trapezoid rule that textbooks print as
    /// `G = 1 − Σ (x_k − x_{k−1}) (y_k + y_{k−1})`, with `x` the cumulated share of people and `y`
    /// the cumulated share of what they bear, the lowest burden first: C. Gini, 1912; M. O. Lorenz,
    /// 1905). If one of several bears all, it is one less the share of people of that one: near 1,
    /// but never 1.
    pub fn gini(&self) -> (i128, i128) {
        let mut below = 0;
        let mut borne = 0;
        for burden in &self.list {
            let (ask, size) = burden.fraction();
            below += size * (2 * borne + ask);
            borne += ask;
        }
        let whole = self.ask * self.size;
        (whole - below, whole)
    }

    /// The points of the Lorenz curve after the first, which is nought: size and ask, cumulated.
    pub fn lorenz(&self) -> Vec<(i128, i128)> {
        let sum = |(size, ask): &mut (i128, i128), burden: &Burden| {
            *size += burden.size;
            *ask += burden.fraction().0;
            Some((*size, *ask))
        };
        self.list.iter().scan((0, 0), sum).collect()
    }

    /// Where the Lorenz curve reaches a share of the ask: the share of size that bears no more
    /// than that, as a fraction. The share lies between nought and one.
    pub fn reaches(&self, (part, parts): (i128, i128)) -> (i128, i128) {
        let wanted = self.ask * part;
        let mut before = (0, 0);
        for (size, ask) in self.lorenz() {
            if ask * parts >= wanted && ask > before.1 {
                let (wide, high) = (size - before.0, (ask - before.1) * parts);
                let along = wide * (wanted - before.1 * parts);
                return (before.0 * high + along, high * self.size);
            }
            before = (size, ask);
        }
        (1, 1)
    }

    /// What so much of the size that bears least bears, as a fraction of the ask: the height of the
    /// Lorenz curve. The size lies between nought and all of it.
    pub fn borne_by(&self, size: i128) -> (i128, i128) {
        let mut before = (0, 0);
        for (end, ask) in self.lorenz() {
            if size <= end {
                let (wide, high) = (end - before.0, ask - before.1);
                return (before.1 * wide + high * (size - before.0), self.ask * wide);
            }
            before = (end, ask);
        }
        (1, 1)
    }
}

/// Room for percents, twelve decimals and the rows of a chart.
const SPARE: i128 = 1_000_000_000_000;

#[cfg(test)]
mod tests {
    use super::*;

    fn burdens(all: &[(i64, i128)]) -> Burdens {
        let burden = |(place, (ask, size)): (usize, &(i64, i128))| Burden {
            node: Node::Body(place),
            ask: Pence::new(*ask),
            size: *size,
        };
        Burdens::new(all.iter().enumerate().map(burden).collect()).unwrap()
    }

    fn equal((a, b): (i128, i128), (c, d): (i128, i128)) -> bool {
        a * d == c * b
    }

    #[test]
    fn two_bodies_by_hand() {
        // 300 people bear £9.00, 100 people £1.00: 3p and 1p a head, three times as much, 2p more.
        let own = burdens(&[(900, 300), (100, 100)]);
        let (low, high) = own.ends();
        assert_eq!((low.node, high.node), (Node::Body(1), Node::Body(0)));
        assert!(equal(own.ratio().unwrap(), (3, 1)));
        assert!(equal(own.difference(), (2, 1)));
        // The curve goes from nought by (25 %, 10 %) to (100 %, 100 %). Below it: a triangle of
        // 0.25 × 0.1 ÷ 2 = 0.0125 and a trapezoid of 0.75 × (0.1 + 1) ÷ 2 = 0.4125, in all 0.425.
        // Gini = 1 − 2 × 0.425 = 0.15.
        assert_eq!(own.lorenz(), [(100, 100), (400, 1000)]);
        assert!(equal(own.gini(), (15, 100)));
        // 5 % of the ask is borne by half of the first quarter; 55 %, half way from 10 to 100, by
        // the first quarter and half of the rest: 62.5 %.
        assert!(equal(own.reaches((5, 100)), (125, 1000)));
        assert!(equal(own.reaches((55, 100)), (625, 1000)));
        assert!(equal(own.reaches((1, 1)), (1, 1)));
        // The other way about: 50 of 400 people bear 5 %, 250 of them 55 %.
        assert!(equal(own.borne_by(50), (5, 100)));
        assert!(equal(own.borne_by(250), (55, 100)));
        assert!(equal(own.borne_by(400), (1, 1)));
    }

    #[test]
    fn the_same_burden_for_all_has_no_spread() {
        let own = burdens(&[(200, 100), (600, 300), (50, 25)]);
        assert!(equal(own.ratio().unwrap(), (1, 1)));
        assert_eq!((own.difference().0, own.gini().0), (0, 0));
        assert!(equal(own.reaches((1, 4)), (1, 4)));
    }

    #[test]
    fn if_one_bears_all_there_is_no_ratio_and_gini_is_one_less_its_share_of_people() {
        // 40 of 100 people bear all: nothing below the first 60 %, then a triangle of 0.4 ÷ 2.
        let own = burdens(&[(0, 25), (700, 40), (0, 35)]);
        assert_eq!(own.ratio(), None);
        assert!(equal(own.gini(), (6, 10)));
        // Half of the ask is reached after 60 % and half of 40 %.
        assert!(equal(own.reaches((1, 2)), (8, 10)));
    }

    #[test]
    fn without_an_ask_or_with_too_large_figures_there_is_no_picture() {
        let none = Burden { node: Node::Body(0), ask: Pence::ZERO, size: 5 };
        assert_eq!(Burdens::new(vec![none, none]), Err(Missing::Ask));
        assert_eq!(Burdens::new(vec![none]), Err(Missing::Alone));
        assert_eq!(Burdens::new(Vec::new()), Err(Missing::Ask));
        let huge = Burden { ask: Pence::new(1), size: i128::MAX / 4, ..none };
        assert_eq!(Burdens::new(vec![huge, huge]), Err(Missing::TooLarge));
    }
}
