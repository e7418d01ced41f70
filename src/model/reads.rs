//! What a rule reads of the children it splits over, so that nothing else need be worked out.

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

fn each_part(rule: &Rule, see: &mut dyn FnMut(&Rule)) {
    see(rule);
    match rule {
        Rule::Layered(layers) => layers.iter().for_each(|layer| each_part(&layer.rule, see)),
        Rule::Blend(parts) => parts.iter().for_each(|(_, part)| each_part(part, see)),
        Rule::OnTerms(_, inner) => each_part(inner, see),
        _ => {}
    }
}
