//! What a rule reads of the children it splits over, so that nothing else need be worked out.

use super::Measures;
use crate::split::{Column, Rule};

/// What a rule reads beside measures, in all of its parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Reads {
    /// Own gaps.
    pub(super) gap: bool,
    /// What each can bear.
    pub(super) capacity: bool,
    /// Allocations and fair-shares targets.
    pub(super) fair_shares: bool,
}

impl Reads {
    /// What a rule reads.
    pub(super) fn of(rule: &Rule) -> Self {
        let mut reads = Self::default();
        each_part(rule, &mut |part| match part {
            Rule::WhereItFalls => reads.gap = true,
            Rule::EqualHeadroom | Rule::EqualUpToLimit | Rule::ContestedGarment => {
                reads.capacity = true;
            }
            Rule::Levelling { .. } => reads.fair_shares = true,
            _ => {}
        });
        reads
    }
}

/// The first measure that a rule reads and that is wanted.
pub(super) fn measure_read(rule: &Rule, wanted: impl Fn(Column) -> bool) -> Option<Column> {
    let mut found = None;
    each_part(rule, &mut |part| {
        let column = match part {
            Rule::Proportional { by } | Rule::Banded { by, .. } => Some(*by),
            Rule::Fixed { rest: by } | Rule::Percent { rest: by } | Rule::Priority { by } => *by,
            _ => None,
        };
        found = found.or(column.filter(|column| wanted(*column)));
    });
    found
}

/// Whether a rule, or a part of it, is of a sort.
pub fn rule_has(rule: &Rule, is: impl Fn(&Rule) -> bool) -> bool {
    let mut found = false;
    each_part(rule, &mut |part| found |= is(part));
    found
}

/// Whether a rule reads a measure of those whom it asks.
pub fn rule_reads(rule: &Rule, column: Column) -> bool {
    let fair = column == Measures::ALLOCATION && Reads::of(rule).fair_shares;
    fair || measure_read(rule, |own| own == column).is_some()
}

fn each_part(rule: &Rule, see: &mut dyn FnMut(&Rule)) {
    see(rule);
    match rule {
        Rule::Layered(layers) => layers.iter().for_each(|layer| each_part(&layer.rule, see)),
        Rule::Blend(parts) => parts.iter().for_each(|(_, part)| each_part(part, see)),
        Rule::OnTerms(_, inner) => each_part(inner, see),
        _ => {}
    }
}
