//! The words for a fit that paper and screen share: rules, amounts, who is off by how much.

use super::{Fit, FitLine, How};
use crate::format::{self, Minus};
use crate::levers::Reader;
use crate::model::{Node, Scenario, Splitter};
use crate::money::{Pence, Share};
use crate::split::Rule;

/// A way to divide in plain words: `by opening allocation`, `the same amount each`.
pub fn how_words(scenario: &Scenario, how: &How) -> String {
    match how {
        How::Rule(rule) => rule_words(scenario, rule),
        How::Lead(body) => format!("{} carries it all", scenario.words.bodies[*body].brief()),
    }
}

pub(in crate::analysis) fn rule_words(scenario: &Scenario, rule: &Rule) -> String {
    let reader = Reader { measures: &scenario.measures.list, children: &[] };
    match rule {
        Rule::Proportional { by } => {
            let measure = scenario.measures.measure(*by);
            format!("by {}", measure.map_or("a measure", |measure| &measure.words))
        }
        rule => reader.rule_words(rule),
    }
}

/// A share to a tenth of a per cent, without a nought behind the point: `70%`, `49.6%`, `−0.2%`.
pub fn percent_words(share: Share, minus: Minus) -> String {
    let words = format::percent_column(share, 1, minus);
    format!("{}%", words.strip_suffix(".0").unwrap_or(&words))
}

/// The same with a sign, for what is off: `+3.1%`, `−0.2%`, `0%`.
pub fn off_words(share: Share, minus: Minus) -> String {
    let words = percent_words(share, minus);
    let plain = words.starts_with(minus.character()) || words == "0%";
    if plain { words } else { format!("+{words}") }
}

/// What a line divides in words: `£3.5m (70%)`.
pub fn pot_words(fit: &Fit, line: &FitLine, minus: Minus) -> String {
    let amount = format::short(line.pot.amount, minus);
    match fit.share_of_whole(line) {
        Some(share) if share != Share::ONE => format!("{amount} ({})", percent_words(share, minus)),
        _ => amount,
    }
}

/// Who divides, in words: `the commissioners of Mid and South Essex`, `East of England`.
pub fn splitter_words(scenario: &Scenario, splitter: Splitter) -> String {
    let words = |node: Node| scenario.words.of(node).name.clone();
    match splitter {
        Splitter::Group(place) => {
            let system = words(Node::System(scenario.groups[place].system));
            match group_words(scenario, place) {
                Some(group) => format!("the {group} of {system}"),
                None => system,
            }
        }
        other => words(other.node()),
    }
}

/// A group inside a sentence: `commissioners`; `None` if it is its system's one unnamed group.
pub(in crate::analysis) fn group_words(scenario: &Scenario, group: usize) -> Option<String> {
    let name = scenario.words.groups[group].brief();
    let mut letters = name.chars();
    let first = letters.next()?;
    // A name of its own keeps its capitals: NHS trusts.
    let plain = !letters.clone().any(char::is_uppercase);
    Some(if plain { first.to_lowercase().to_string() + letters.as_str() } else { name.to_owned() })
}

/// A published amount: `£1,043k`, `£5m`; in thousands where it is less than two million.
pub fn share_words(amount: Pence, minus: Minus) -> String {
    let in_thousands = amount.get() % THOUSAND == 0 && amount.get() < 2_000 * THOUSAND;
    match in_thousands && amount > Pence::ZERO {
        true => format!("£{}k", format::thousands(amount, 0, minus)),
        false if amount.get() % THOUSAND == 0 => in_millions(amount, minus),
        false => format::short(amount, minus),
    }
}

/// Whole thousands of pounds in millions, as short as can be: `£5m`, `£2.958m`.
fn in_millions(amount: Pence, minus: Minus) -> String {
    let words = format::millions(amount, 3, minus);
    let digits = words.trim_end_matches('m').trim_end_matches('0').trim_end_matches('.');
    if amount.is_zero() { "£0".to_owned() } else { format!("{digits}m") }
}

/// An amount rounded up to what the published figures are rounded to: all lie within it.
pub fn within_words(fit: &Fit, off: Pence, minus: Minus) -> String {
    let unit = fit.resolution.get().min(THOUSAND);
    let units = (off.get() + unit - 1).div_euclid(unit);
    share_words(Pence::new(units * unit), minus)
}

const THOUSAND: i64 = 100_000;
