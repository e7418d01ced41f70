//! Measures: the sizes of bodies, groups and systems that rules use as weights.

use std::sync::Arc;

use super::BodyKind;
use crate::split::Column;

/// What a measure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MeasureUnit {
    /// Money, kept in pence.
    Money,
    /// People, whole.
    People,
    /// Anything else the file counts, kept as an integer over the measure's `decimals`.
    Number,
}

/// One measure: `allocation`, `turnover`, a population, or one that the file names itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Its id in files: `allocation`.
    pub id: String,
    /// Its name in rules: `Allocation`, or the file's own id in quotes.
    pub rule_name: String,
    /// Its name in a sentence: `allocation`, `registered people`.
    pub words: String,
    /// What it counts.
    pub unit: MeasureUnit,
    /// How many decimals its integers carry (money and people: none).
    pub decimals: u32,
    /// Which kinds of body can have it.
    pub kinds: Vec<BodyKind>,
    /// What the file says of it.
    pub note: Option<String>,
}

/// The measures of a scenario and every node's own figures for them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measures {
    /// What is measured, in the order of their columns.
    pub list: Arc<Vec<Measure>>,
    /// Bodies' figures, row by row.
    pub bodies: Vec<Option<i128>>,
    /// Groups' own figures, row by row.
    pub groups: Vec<Option<i128>>,
    /// Systems' own figures, row by row.
    pub systems: Vec<Option<i128>>,
}

impl Measures {
    /// `allocation`, which every scenario has as its first column.
    pub const ALLOCATION: Column = Column(0);
    /// `turnover`, the second.
    pub const TURNOVER: Column = Column(1);
    /// `registered_population`, the third: the one that "£ a head" uses.
    pub const REGISTERED: Column = Column(2);
    /// People, weighted by need.
    pub const WEIGHTED: Column = Column(3);
    /// `resident_population`, the fifth: who lives where, and "£ a head" where nobody's registered
    /// number is known.
    pub const RESIDENT: Column = Column(4);

    /// The five measures that every scenario knows.
    pub fn built_in() -> Vec<Measure> {
        use BodyKind::{Commissioner, Provider};
        use MeasureUnit::{Money, People};
        let rows = [
            ("allocation", "Allocation", "allocation", Money, Commissioner),
            ("turnover", "Turnover", "turnover", Money, Provider),
            (
                "registered_population",
                "RegisteredPopulation",
                "registered people",
                People,
                Commissioner,
            ),
            ("weighted_population", "WeightedPopulation", "weighted people", People, Commissioner),
            ("resident_population", "ResidentPopulation", "resident people", People, Commissioner),
        ];
        let measure = |(id, rule_name, words, unit, kind): (&str, &str, &str, _, _)| Measure {
            id: id.to_owned(),
            rule_name: rule_name.to_owned(),
            words: words.to_owned(),
            unit,
            decimals: 0,
            kinds: vec![kind],
            note: None,
        };
        rows.into_iter().map(measure).collect()
    }

    /// How many measures there are.
    pub fn count(&self) -> usize {
        self.list.len()
    }

    /// The place of a row's figure for a measure.
    pub fn cell(&self, row: usize, column: Column) -> usize {
        row * self.count() + usize::from(column.0)
    }

    /// The column of the measure with this id or this name in rules.
    pub fn column(&self, name: &str) -> Option<Column> {
        let place = self.list.iter().position(|m| m.id == name || m.rule_name == name)?;
        u16::try_from(place).ok().map(Column)
    }

    /// The measure of a column.
    pub fn measure(&self, column: Column) -> Option<&Measure> {
        self.list.get(usize::from(column.0))
    }

    /// Whether a body of this kind can have the measure.
    pub fn can_have(&self, kind: BodyKind, column: Column) -> bool {
        self.measure(column).is_some_and(|m| m.kinds.contains(&kind))
    }
}
