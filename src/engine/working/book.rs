//! What is written down: one line for each number of a year.

use std::collections::{HashMap, HashSet};

use super::areas::AreaPart;
use super::years::InYear;
use crate::arithmetic::{Exact, Number, Rounding, Sum};
use crate::levers::Lever;
use crate::model::{Node, Splitter};
use crate::split::{Column, Rule};
use num_bigint::BigInt;

/// What a number in a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// A number that is worked out: of which node, and its word in paths.
    Outcome(Node, &'static str),
    /// What a lever holds.
    Lever(Lever),
    /// What a lever's limit comes to in money: a cap in percent of a measure.
    Limit(Lever),
    /// What earlier layers of a split leave of a node's cap.
    LeftOfCap(Node),
    /// A node's figure for a measure: its own, or the sum over its members.
    Size(Node, Column),
    /// The same as the weight of a split: of a group without the members that are left out of it.
    Weight(Node, Column),
    /// What a system is asked for and none of its bodies is.
    NoBody(usize),
    /// What a node can bear.
    Capacity(Node),
    /// A body's or group's own gap.
    Gap(Node),
    /// What a node has, where those furthest above their target pay first.
    Baseline(Node),
    /// Its fair-shares target.
    Target(Node),
    /// What one savings scheme saves.
    Saved(usize),
    /// A number of the years after.
    Year(InYear),
    /// An area's part of a number, or its parts of all such numbers.
    Here(AreaPart),
    /// The share of a body's or programme's people who live in a council's area.
    Residents(Node, usize),
    /// A number of all systems of a pool together, or of all bodies of a system, by its word.
    All(Node, &'static str),
    /// What a key test adds up, by its place.
    Tested(usize),
    /// What a partner pays towards a programme in the year, by its place.
    Pays(usize),
    /// What of that goes.
    PaysNoMore(usize),
    /// A burden, or how far apart burdens are. Its line is made where burdens are counted.
    Burden(BurdenOf),
    /// A sum that the line shows apart, by its place.
    Together(usize),
    /// The amount about which a rule was asked so that its shares, held within bounds, add up.
    Notional,
    /// The end of a layer or band.
    Edge,
}

/// What is said of the burdens of one split, counted in a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BurdenOf {
    /// The split.
    pub split: Splitter,
    /// What burdens are counted in.
    pub column: Column,
    /// Which number.
    pub what: Bearing,
}

/// Which number of a split's burdens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bearing {
    /// What one of its children bears.
    Of(Node),
    /// What all of them bear together.
    Whole,
    /// The highest ÷ the lowest.
    Ratio,
    /// The highest less the lowest.
    Difference,
    /// The Gini coefficient.
    Gini,
}

/// How a calculation ends in whole pence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ends {
    /// As it stands; where it is rounded, the calculation says how.
    AsItStands,
    /// As one of several shares that lose nothing together: each rounded down, then the pennies that
    /// this left, one each, to the largest remainders.
    InPennies {
        /// The exact share in pence: numerator and denominator.
        exact: (BigInt, BigInt),
        /// How many pennies were left.
        left: u64,
        /// Whether this share took one.
        took: bool,
        /// Over how many shares.
        among: usize,
    },
}

/// How one number comes about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The calculation.
    pub sum: Sum<Source>,
    /// Sums within it that are shown apart, by their places.
    pub together: Vec<Sum<Source>>,
    /// How it ends.
    pub ends: Ends,
    /// The rule it is a share by, and the split that goes by it.
    pub rule: Option<(Splitter, Rule)>,
}

impl Line {
    /// A calculation that ends as it stands.
    pub(super) const fn plain(sum: Sum<Source>) -> Self {
        Self { sum, together: Vec::new(), ends: Ends::AsItStands, rule: None }
    }

    /// What it comes to, its pennies given out; `None` where something is divided by nought.
    pub fn comes_to(&self) -> Option<Exact> {
        let value = self.sum.value()?;
        Some(match self.ends {
            Ends::AsItStands => value,
            Ends::InPennies { took, .. } => {
                Exact::whole(value.rounded(Rounding::Down) + i32::from(took))
            }
        })
    }

    /// What it is made of, each with the number that stands for it; those of the sums shown apart
    /// behind the others.
    pub fn sources(&self) -> Vec<(Source, &Number<Source>)> {
        let mut seen = HashSet::new();
        let numbers = std::iter::once(&self.sum).chain(&self.together).flat_map(Sum::numbers);
        let named = numbers.filter_map(|own| Some((own.is?, own)));
        named.filter(|(own, _)| !matches!(own, Source::Together(_)) && seen.insert(*own)).collect()
    }
}

/// The lines of one year.
#[derive(Debug, Default)]
pub(in crate::engine) struct Book {
    lines: HashMap<Node, Vec<(&'static str, Line)>>,
}

impl Book {
    pub(super) fn write(&mut self, node: Node, id: &'static str, line: Line) {
        let own = self.lines.entry(node).or_default();
        // A turn that comes again writes what it did last.
        own.retain(|(other, _)| *other != id);
        own.push((id, line));
    }

    pub(super) fn line(&self, node: Node, id: &str) -> Option<&Line> {
        self.lines.get(&node)?.iter().find(|(own, _)| *own == id).map(|(_, line)| line)
    }
}
