//! What a rule reads of the children it splits over, so that nothing else need be worked out.

use crate::split::{Column, Rule};

/// What a rule reads, in all of its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reads {
    /// Measures, in the order in which they are read.
    pub(super) columns: Vec<Column>,
    /// Own gaps.
    pub(super) gap: bool,
    /// What each can bear.
    pub(super) capacity: bool,
    /// Allocations and fair-shares targets.
    pub(super) fair_shares: bool,
}

impl Reads {
    /// What a rule reads. Allocates only for rules that read a measure.
    pub(super) fn of(rule: &Rule) -> Self {
        let mut reads = Self::default();
        reads.add(rule);
        reads
    }

    fn add(&mut self, rule: &Rule) {
        match rule {
            Rule::Equal => {}
            Rule::Proportional { by } | Rule::Banded { by, .. } => self.columns.push(*by),
            Rule::Fixed { rest: by } | Rule::Percent { rest: by } | Rule::Priority { by } => {
                self.columns.extend(by);
            }
            Rule::WhereItFalls => self.gap = true,
            Rule::EqualHeadroom | Rule::EqualUpToLimit | Rule::ContestedGarment => {
                self.capacity = true;
            }
            Rule::Levelling { .. } => self.fair_shares = true,
            Rule::Layered(layers) => layers.iter().for_each(|layer| self.add(&layer.rule)),
            Rule::Blend(parts) => parts.iter().for_each(|(_, part)| self.add(part)),
            Rule::OnTerms(_, inner) => self.add(inner),
        }
    }
}
