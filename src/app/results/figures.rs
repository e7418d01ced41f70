//! The figures of one pool, system or body, read off an outcome; how a distance is written.

use crate::app::Tone;
use crate::app::explore::Figure;
use crate::engine::{Outcome, Supported};
use crate::format::{self, Minus};
use crate::model::{Node, Scenario};
use crate::money::Pence;

/// What a year comes to for one node. Of a pool: its systems together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Figures {
    /// Its control total.
    pub(super) control_total: Option<Pence>,
    /// What it must end the year with.
    pub(super) target: Option<Pence>,
    /// What it ends the year with.
    pub(super) result: Option<Pence>,
    /// Result less target.
    pub(super) margin: Option<Pence>,
    /// Result less control total.
    pub(super) against: Option<Pence>,
    /// What its support comes to.
    pub(super) support: Supported,
    /// Whether the file gives it, or one of its bodies, a part of support.
    pub(super) has_support: bool,
    /// Result + support + bonus.
    pub(super) position: Option<Pence>,
}

impl Figures {
    pub(super) fn of(scenario: &Scenario, outcome: &Outcome, node: Node) -> Self {
        match node {
            Node::Body(place) => Self::body(scenario, outcome, place),
            Node::System(place) => Self::system(scenario, outcome, place),
            _ => Self::pool(scenario, outcome, node),
        }
    }

    fn body(scenario: &Scenario, outcome: &Outcome, place: usize) -> Self {
        let own = &outcome.bodies[place];
        Self {
            control_total: scenario.bodies[place].control_total,
            target: own.target,
            result: own.result,
            margin: own.result.zip(own.target).map(|(result, target)| result - target),
            against: own.against_control_total,
            support: own.support,
            has_support: scenario.has_support(Node::Body(place)),
            position: own.position(),
        }
    }

    fn system(scenario: &Scenario, outcome: &Outcome, place: usize) -> Self {
        let own = &outcome.systems[place];
        let total = scenario.systems[place].control_total;
        Self {
            control_total: total,
            target: own.target,
            result: own.result,
            margin: own.result.zip(own.target).map(|(result, target)| result - target),
            against: own.result.zip(total).map(|(result, total)| result - total),
            support: own.support,
            has_support: scenario.has_support(Node::System(place)),
            position: own.position(),
        }
    }

    fn pool(scenario: &Scenario, outcome: &Outcome, node: Node) -> Self {
        let systems = match node {
            Node::Region(place) => scenario.regions[place].systems.clone(),
            _ => 0..scenario.systems.len(),
        };
        let all: Vec<Self> = systems.map(|place| Self::system(scenario, outcome, place)).collect();
        let support = || all.iter().map(|own| own.support);
        Self {
            control_total: all.iter().map(|own| own.control_total).sum(),
            target: all.iter().map(|own| own.target).sum(),
            result: all.iter().map(|own| own.result).sum(),
            margin: all.iter().map(|own| own.margin).sum(),
            against: all.iter().map(|own| own.against).sum(),
            support: Supported {
                amount: support().map(|own| own.amount).sum(),
                paid: support().map(|own| own.paid).sum(),
                bonus: support().map(|own| own.bonus).sum(),
            },
            has_support: all.iter().any(|own| own.has_support),
            position: all.iter().map(|own| own.position).sum(),
        }
    }
}

/// A distance to the target as ✓ or ✕ and £m; below £500 in pounds and pence, where one decides.
pub fn distance(margin: Option<Pence>) -> (String, Tone) {
    let Some(margin) = margin else { return ("[x]".to_owned(), Tone::Faint) };
    let close = !margin.is_zero() && margin.abs() < Pence::pounds(500);
    let written = match (close, margin > Pence::ZERO) {
        (true, true) => format!("+{}", format::exact(margin, Minus::Sign)),
        (true, false) => format::exact(margin, Minus::Sign),
        (false, _) => format::column_of_changes(margin, 3, Minus::Sign),
    };
    match margin >= Pence::ZERO {
        true => (format!("✓ {written:>6}"), Tone::Better),
        false => (format!("✕ {written:>6}"), Tone::Stop),
    }
}

/// An amount in a sentence, exact: `£12.8m`, `£5.875m`, `£700k`, `£0.01`.
pub(super) fn exact_words(amount: Pence) -> String {
    let (million, thousand) = (Pence::pounds(1_000_000), Pence::pounds(1_000).get());
    let decimals = if amount.get() % (100 * thousand) == 0 { 1 } else { 3 };
    match amount.abs() >= million && amount.get() % thousand == 0 {
        true => format::millions(amount, decimals, Minus::Sign),
        false => format::short(amount, Minus::Sign),
    }
}

/// A change of a figure of which more is better.
pub fn better_change(figure: Figure) -> (String, Tone) {
    let (words, tone) = figure.change_column();
    let tone = match tone {
        Tone::Worse => Tone::Better,
        Tone::Better => Tone::Worse,
        other => other,
    };
    (words, tone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_in_sentences_are_exact_and_short() {
        let words = |pounds: i64| exact_words(Pence::pounds(pounds));
        assert_eq!(words(12_800_000), "£12.8m");
        assert_eq!(words(-5_875_000), "−£5.875m");
        assert_eq!(words(700_000), "£700k");
        assert_eq!(words(1_234_567), "£1,234,567");
        assert_eq!(exact_words(Pence::new(1)), "£0.01");
    }

    #[test]
    fn a_distance_is_marked_and_exact_where_a_penny_decides() {
        let written = |pence: i64| distance(Some(Pence::new(pence)));
        assert_eq!(written(-170_000_000), ("✕ −1.700".to_owned(), Tone::Stop));
        assert_eq!(written(0), ("✓  0.000".to_owned(), Tone::Better));
        assert_eq!(written(-1), ("✕ −£0.01".to_owned(), Tone::Stop));
        assert_eq!(written(100), ("✓ +£1.00".to_owned(), Tone::Better));
        // £500 is 0.0005 of a million, which rounds up to 0.001.
        assert_eq!(written(-50_000), ("✕ −0.001".to_owned(), Tone::Stop));
        assert_eq!(distance(None).0, "[x]");
    }
}
