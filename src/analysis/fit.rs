//! Which rule did they use? Every rule that can run is held against published shares.
//!
//! A published share is what one child of a splitter was asked for. For each splitter with such
//! children there is one [`Fit`]: the rules, each with the amounts that it may have divided, from the
//! nearest to the furthest. Which rules are tried is in `candidates`, which amounts in `pots`, which
//! shares there are in `observed`, what speaks against trusting the answer in `trust`, and how one of
//! the lines is used in `apply`.

mod answer;
mod apply;
mod bench;
mod candidates;
mod observed;
mod pots;
mod trust;
mod words;

use std::sync::Arc;

use crate::engine::{Outcome, compute};
use crate::model::{Node, Scenario, Splitter};
use crate::money::{Pence, Share};
use crate::split::Rule;
use bench::Bench;

pub use apply::uses;
pub use candidates::Cannot;
pub use observed::{Bare, Observation, observation, published};
pub use trust::fitted_figures;
pub(super) use words::{group_words, rule_words};
pub use words::{
    how_words, off_words, percent_words, pot_words, share_words, splitter_words, within_words,
};

/// How far a line may be off a single figure and still count as fitting it: MECHANISM 8.
const NEAR: Share = Share::percent(7);

/// One way to divide an amount.
#[derive(Clone, Debug, PartialEq)]
pub enum How {
    /// By a rule.
    Rule(Arc<Rule>),
    /// One body, as a place in the scenario's list, carries the whole ask of its group.
    Lead(usize),
}

/// The amount that a line divides. It may be several of these at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pot {
    /// How much, in pence.
    pub amount: Pence,
    /// What the scenario as it stands divides there.
    pub present: bool,
    /// What follows from the published shares.
    pub solved: bool,
    /// All that could be divided there: the whole ask of the system, the whole need of a pool.
    pub whole: bool,
}

/// One rule with one amount, and how far it is off.
#[derive(Clone, Debug, PartialEq)]
pub struct FitLine {
    /// How it divides.
    pub how: How,
    /// What it divides.
    pub pot: Pot,
    /// Calculated less published, in pence, in the order of the published shares.
    pub off: Vec<Pence>,
    /// Whether the published shares cannot tell it apart from the first line.
    pub tied: bool,
}

/// Every line for one splitter, the nearest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// Who divides.
    pub splitter: Splitter,
    /// The published shares, in the order of the file, typed ones at the place of those they replace.
    pub observed: Vec<Observation>,
    /// How many are asked there in all.
    pub asked: usize,
    /// Whether the share of everybody who is asked is published.
    pub complete: bool,
    /// All that could be divided there, in pence.
    pub whole: Pence,
    /// What the published shares are rounded to, in pence.
    pub resolution: Pence,
    /// Rules and amounts, the nearest first.
    pub lines: Vec<FitLine>,
    /// Rules that cannot run there.
    pub cannot: Vec<Cannot>,
}

/// What one published share alone would have said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alone {
    /// Which share, as a place among the published ones.
    pub place: usize,
    /// The lines that come near it, the nearest first and each rule once, as places among the lines.
    pub near: Vec<usize>,
}

/// A fit for each splitter with a published share, the most telling first: figures that are not all
/// the same before those that are, then the most figures, then the order of the file.
///
/// ```
/// # use fairshare::{analysis, document};
/// let scenario = document::library("east-of-england-2019").unwrap();
/// let fits = analysis::fits(&scenario, &analysis::published(&scenario));
/// // Opening allocation at 70 %: £786,612.62 is £1,387.38 less than the £788k of Basildon.
/// assert_eq!(fits[0].lines[0].off[0].get(), -1_387_38);
/// ```
pub fn fits(scenario: &Scenario, shares: &[Observation]) -> Vec<Fit> {
    let outcome = compute(scenario);
    let mut splitters: Vec<Splitter> = Vec::new();
    for share in shares {
        let own = scenario.splitter_over(share.node);
        splitters.extend(own.filter(|own| !splitters.contains(own)));
    }
    let fit = |splitter: Splitter| {
        let own = |share: &&Observation| scenario.splitter_over(share.node) == Some(splitter);
        let observed: Vec<Observation> = shares.iter().filter(own).copied().collect();
        Fit::new((scenario, &outcome), splitter, observed)
    };
    let mut fits: Vec<Fit> = splitters.into_iter().map(fit).collect();
    fits.sort_by_key(|fit| (!fit.tells(), std::cmp::Reverse(fit.observed.len())));
    fits
}

impl Fit {
    fn new(
        (scenario, outcome): (&Scenario, &Outcome),
        splitter: Splitter,
        observed: Vec<Observation>,
    ) -> Self {
        let mut bench = Bench::new((scenario, outcome), splitter, &observed);
        let (ways, cannot) = candidates::candidates(scenario, splitter, &observed);
        let mut lines = Vec::new();
        for how in ways {
            for pot in pots::pots(&mut bench, &how) {
                if let Some(off) = bench.off(&how, pot.amount) {
                    lines.push(FitLine { how: how.clone(), pot, off, tied: false });
                }
            }
        }
        // Of lines that are equally far off in all, the one whose worst is least bad is first.
        lines.sort_by_key(|line| (line.sum_off(), line.worst_off()));
        let (asked, complete, whole) = (bench.asked(), bench.is_complete(), bench.whole);
        let resolution = resolution(&observed);
        let mut fit =
            Self { splitter, observed, asked, complete, whole, resolution, lines, cannot };
        fit.mark_ties();
        fit
    }

    /// How far a line is off on average, in pence, rounded half up.
    pub fn mean_off(&self, line: &FitLine) -> Pence {
        let count = i64::try_from(self.observed.len()).unwrap_or(1);
        line.sum_off().times_half_up(1, count)
    }

    /// How far it is off in all, as a share of all that was published; `None` if that is nought.
    pub fn share_off(&self, line: &FitLine) -> Option<Share> {
        ratio(line.sum_off(), self.observed.iter().map(|share| share.amount).sum())
    }

    /// How far a line is off one published share, as a part of it; `None` if that is nought.
    pub fn share_off_at(&self, line: &FitLine, place: usize) -> Option<Share> {
        ratio(*line.off.get(place)?, self.observed.get(place)?.amount)
    }

    /// The part that a line's amount is of all that could be divided; `None` if that is nought.
    pub fn share_of_whole(&self, line: &FitLine) -> Option<Share> {
        ratio(line.pot.amount, self.whole)
    }

    /// What one published share alone would have said.
    pub fn alone(&self, place: usize) -> Alone {
        let off = |line: &FitLine| self.share_off_at(line, place).map(|share| share.units().abs());
        let near = |at: &usize| off(&self.lines[*at]).is_some_and(|off| off <= NEAR.units());
        let mut near: Vec<usize> = (0..self.lines.len()).filter(near).collect();
        near.sort_by_key(|at| off(&self.lines[*at]));
        let mut ways: Vec<&How> = Vec::new();
        near.retain(|at| {
            let how = &self.lines[*at].how;
            let first = !ways.contains(&how);
            ways.extend(first.then_some(how));
            first
        });
        Alone { place, near }
    }

    /// How near is near: the part of a figure that a line may be off and still count.
    pub const fn nearness(&self) -> Share {
        NEAR
    }

    /// The place of a node's published share.
    pub fn place_of(&self, node: Node) -> Option<usize> {
        self.observed.iter().position(|share| share.node == node)
    }

    /// Whether a line comes near every published share.
    pub fn is_near(&self, line: &FitLine) -> bool {
        let near = |place: usize| {
            let off = self.share_off_at(line, place);
            off.is_some_and(|off| off.units().abs() <= NEAR.units())
        };
        (0..self.observed.len()).all(near)
    }

    /// Whether the shares can tell anything: there are several, and they differ.
    fn tells(&self) -> bool {
        self.observed.windows(2).any(|two| two[0].amount != two[1].amount)
    }

    /// A line is tied with the first if they differ nowhere by more than the figures are rounded to,
    /// or on average by less than half of that.
    fn mark_ties(&mut self) {
        let Some((first, rest)) = self.lines.split_first_mut() else { return };
        let count = i64::try_from(self.observed.len()).unwrap_or(1);
        for line in rest {
            let pairs = line.off.iter().zip(&first.off);
            let alike = pairs.into_iter().all(|(a, b)| (*a - *b).abs() <= self.resolution);
            let further = (line.sum_off() - first.sum_off()).get().saturating_mul(2);
            line.tied = alike || further < self.resolution.get().saturating_mul(count);
            first.tied |= line.tied;
        }
    }
}

impl FitLine {
    /// How far it is off in all, in pence.
    pub fn sum_off(&self) -> Pence {
        self.off.iter().map(|off| off.abs()).sum()
    }

    /// The share that it is furthest off, as a place among the published ones; of equals the first.
    pub fn worst(&self) -> usize {
        let places = (0..self.off.len()).rev();
        places.max_by_key(|place| self.off[*place].abs()).unwrap_or(0)
    }

    /// How far it is off there, without a sign, in pence.
    pub fn worst_off(&self) -> Pence {
        self.off.get(self.worst()).map_or(Pence::ZERO, |off| off.abs())
    }
}

/// What figures are rounded to: the largest power of ten of a penny that divides all of them.
fn resolution(observed: &[Observation]) -> Pence {
    let mut unit = 1_i64;
    let divides = |unit: i64| observed.iter().all(|share| share.amount.get() % unit == 0);
    let some = observed.iter().any(|share| !share.amount.is_zero());
    while some && divides(unit * 10) {
        unit *= 10;
    }
    Pence::new(unit)
}

/// One amount as a part of another, rounded half up; `None` where that is nought.
fn ratio(amount: Pence, of: Pence) -> Option<Share> {
    if of <= Pence::ZERO {
        return None;
    }
    let twice = 2 * i128::from(amount.get()) * i128::from(Share::UNITS) + i128::from(of.get());
    let units = twice.div_euclid(2 * i128::from(of.get()));
    i64::try_from(units).ok().map(Share::from_units)
}
