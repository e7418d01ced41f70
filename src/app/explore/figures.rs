//! How figures stand in rows: before, now and the change between them.

use crate::app::Tone;
use crate::format::{self, Minus};
use crate::model::{Measures, Node, Scenario};
use crate::money::Pence;
use crate::{engine, engine::OutcomeMeasure};

/// A figure before and now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// At the baseline; `None` is not known.
    pub before: Option<Pence>,
    /// As things stand; `None` is not known.
    pub now: Option<Pence>,
}

impl Figure {
    /// A figure that is known on both sides.
    pub const fn known(before: Pence, now: Pence) -> Self {
        Self { before: Some(before), now: Some(now) }
    }

    /// How much it changed.
    pub fn change(self) -> Option<Pence> {
        Some(self.now? - self.before?)
    }

    /// Whether it changed, or became known.
    pub fn differs(self) -> bool {
        self.before != self.now
    }

    /// Now, in £m with three decimals, or `[x]`.
    pub fn now_column(self) -> String {
        column(self.now)
    }

    /// Before, in £m with three decimals, or `[x]`.
    pub fn before_column(self) -> String {
        column(self.before)
    }

    /// The change as sign, number and tone; more asked is worse.
    pub fn change_column(self) -> (String, Tone) {
        let Some(change) = self.change() else { return ("[x]".to_owned(), Tone::Faint) };
        let (sign, tone) = change_sign(change);
        let rounded = rounded_difference(self);
        let wide = rounded.chars().count() > 6;
        (if wide { format!("{sign}{rounded}") } else { format!("{sign} {rounded:>6}") }, tone)
    }
}

/// What is asked of a node in all. A region inside a larger pool, or a country whose regions are
/// pools, has no offset of its own: there it is what its systems are asked for.
pub(in crate::app) fn ask(
    scenario: &Scenario,
    outcome: &engine::Outcome,
    node: Node,
) -> Option<Pence> {
    let systems = match node {
        Node::Nation => 0..scenario.systems.len(),
        Node::Region(place) => scenario.regions[place].systems.clone(),
        _ => return outcome.ask(node),
    };
    let contributed = || outcome.systems[systems].iter().map(|own| own.contribution).sum();
    outcome.ask(node).or_else(|| Some(contributed()))
}

/// What a pool comes to; of a country whose regions are pools, the sums of theirs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Pooled {
    /// What its systems are short of.
    pub(super) need: Pence,
    /// What its own reserve covers.
    pub(super) reserve_used: Pence,
    /// What systems are asked to cover.
    pub(super) offset: Pence,
    /// What nobody covers, and what found no place at the pool.
    pub(super) left: Pence,
}

/// What the pool at a node comes to; `None` where no pool is.
pub(super) fn pooled(outcome: &engine::Outcome, node: Node) -> Option<Pooled> {
    let own = outcome.pools.iter().filter(|pool| pool.node == node || node == Node::Nation);
    own.map(|pool| Pooled {
        need: pool.need,
        reserve_used: pool.reserve_used,
        offset: pool.offset,
        left: pool.uncovered + pool.unplaced,
    })
    .reduce(|sum, pool| Pooled {
        need: sum.need + pool.need,
        reserve_used: sum.reserve_used + pool.reserve_used,
        offset: sum.offset + pool.offset,
        left: sum.left + pool.left,
    })
}

/// The change in £m with three decimals.
fn rounded_difference(figure: Figure) -> String {
    format::column_of_changes(figure.change().unwrap_or_default(), 3, Minus::Sign)
}

fn column(amount: Option<Pence>) -> String {
    amount.map_or_else(|| "[x]".to_owned(), |a| format::column(a, 3, Minus::Sign))
}

/// ▲, ▼ or = and how it is meant, for an amount where more is worse.
pub fn change_sign(change: Pence) -> (&'static str, Tone) {
    match change.cmp(&Pence::ZERO) {
        std::cmp::Ordering::Greater => ("▲", Tone::Worse),
        std::cmp::Ordering::Less => ("▼", Tone::Better),
        std::cmp::Ordering::Equal => ("=", Tone::Faint),
    }
}

/// A node's ask for each person, in pounds with two decimals; `[z]` where its like has no people,
/// `[x]` where their number is not known. A person is one registered, or see `Scenario::counts_residents`.
pub fn per_head(scenario: &Scenario, outcome: &engine::Outcome, node: Node) -> Option<String> {
    let (id, column) = match scenario.counts_residents() {
        true => ("ask_per_resident", Measures::RESIDENT),
        false => ("ask_per_head", Measures::REGISTERED),
    };
    let measure = OutcomeMeasure::find(node, id)?;
    let Some((pence, people)) = measure.read(scenario, outcome).value else {
        return Some(if scenario.can_have(node, column) { "[x]" } else { "[z]" }.to_owned());
    };
    let rounded = (2 * pence + people).div_euclid(2 * people.max(1));
    Some(format!("{}.{:02}", rounded / 100, rounded % 100))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_said_by_sign_number_and_tone() {
        let more = Figure::known(Pence::pounds(478_905), Pence::pounds(501_336));
        assert_eq!(more.change_column(), ("▲ +0.022".to_owned(), Tone::Worse));
        let less = Figure::known(Pence::pounds(5_000_000), Pence::pounds(4_390_000));
        assert_eq!(less.change_column(), ("▼ −0.610".to_owned(), Tone::Better));
        let same = Figure::known(Pence::pounds(1), Pence::pounds(1));
        assert_eq!(same.change_column(), ("=  0.000".to_owned(), Tone::Faint));
        assert_eq!(Figure::default().now_column(), "[x]");
    }
}
