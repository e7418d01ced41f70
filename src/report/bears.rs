//! The words and decimals for burdens: what they are counted in, how large one is, what is missing.

use super::number::fraction;
use crate::analysis::Missing;
use crate::format::{self, Minus};
use crate::model::{Measure, MeasureUnit, Node, Scenario, Splitter, Standing};
use crate::money::Share;
use crate::split::Column;

/// What burdens in a measure are counted in: `£ a head of registered people`, `% of allocation`.
pub fn lens_words(measure: &Measure) -> String {
    match measure.unit {
        MeasureUnit::People => format!("£ a head of {}", measure.words),
        MeasureUnit::Money => format!("% of {}", measure.words),
        MeasureUnit::Number => format!("£ for one of {}", measure.words),
    }
}

/// The same as the head of a column: `£ a head`, `%`, `£ each`.
pub const fn lens_head(measure: &Measure) -> &'static str {
    match measure.unit {
        MeasureUnit::People => "£ a head",
        MeasureUnit::Money => "%",
        MeasureUnit::Number => "£ each",
    }
}

/// A burden as a decimal in its unit: pounds with two decimals, percent with three. It is an ask in
/// pence for a size as the measure keeps it.
pub fn burden_figure(measure: &Measure, (ask, size): (i128, i128)) -> String {
    match measure.unit {
        MeasureUnit::People => fraction(ask, 100 * size, 2),
        MeasureUnit::Money => fraction(100 * ask, size, 3),
        MeasureUnit::Number => fraction(ask * 10_i128.pow(measure.decimals), 100 * size, 2),
    }
}

/// A burden in a sentence: `£4.05 a head`, `0.315% of allocation`, `£1200.00 each`.
pub fn burden_words(measure: &Measure, burden: (i128, i128)) -> String {
    let figure = burden_figure(measure, burden);
    match measure.unit {
        MeasureUnit::People => format!("£{figure} a head"),
        MeasureUnit::Money => format!("{figure}% of {}", measure.words),
        MeasureUnit::Number => format!("£{figure} each"),
    }
}

/// A ratio as `1.54`; of a burden to nothing there is none.
pub fn ratio_figure(ratio: Option<(i128, i128)>) -> Option<String> {
    ratio.map(|(numerator, denominator)| fraction(numerator, denominator, 2))
}

/// A Gini coefficient as `0.089`.
pub fn gini_figure((numerator, denominator): (i128, i128)) -> String {
    fraction(numerator, denominator, 3)
}

/// A share of one as a percentage with one decimal: `26.6`.
pub fn part_figure((numerator, denominator): (i128, i128)) -> String {
    fraction(100 * numerator, denominator, 1)
}

/// Why there is no whole picture by some measures: `turnover is not known for Southend`.
pub fn missing_words(scenario: &Scenario, columns: &[Column], missing: Missing) -> String {
    let measures = columns.iter().filter_map(|column| scenario.measures.measure(*column));
    let names: Vec<&str> = measures.clone().map(|measure| measure.words.as_str()).collect();
    let words = format::list(&names);
    let several = names.len() > 1 || measures.clone().any(|own| own.unit == MeasureUnit::People);
    let is = if several { "are" } else { "is" };
    let does = if several { "do" } else { "does" };
    let name = |node: Node| scenario.words.of(node).brief();
    match missing {
        Missing::Ask => "nobody is asked for anything here".to_owned(),
        Missing::Alone => "only one takes part: there is nothing to compare it with".to_owned(),
        Missing::NotKnown(node) => format!("{words} {is} not known for {}", name(node)),
        Missing::NoSuch(node) => format!("{words} {does} not apply to {}", name(node)),
        Missing::Nought(node) => format!("{words} of {} {is} nought", name(node)),
        Missing::TooLarge => "the figures are too large to be compared".to_owned(),
    }
}

/// The name of a split: its pool's or system's, or its group's behind its system's.
pub fn split_name(scenario: &Scenario, split: Splitter) -> String {
    let words = &scenario.words;
    match split {
        Splitter::Group(place) => {
            let system = words.systems[scenario.groups[place].system].brief();
            match words.groups[place].brief() {
                "" => system.to_owned(),
                group => format!("{system}: {group}"),
            }
        }
        split => words.of(split.node()).brief().to_owned(),
    }
}

/// A distance from a fair-shares target: `3.7% below its fair-shares target`.
pub fn distance_words(share: Share) -> String {
    let size = format::percent(Share::from_units(share.units().abs()), Minus::Sign);
    match share.cmp(&Share::ZERO) {
        std::cmp::Ordering::Less => format!("{size} below its fair-shares target"),
        std::cmp::Ordering::Equal => "exactly on its fair-shares target".to_owned(),
        std::cmp::Ordering::Greater => format!("{size} above its fair-shares target"),
    }
}

/// How well a figure is known, behind it: ` (reported: debate)`; of a plain one nothing.
pub fn standing_words(standing: Standing, source: &str) -> String {
    match standing {
        Standing::Plain => String::new(),
        _ => format!(" ({}: {source})", standing.word()),
    }
}

/// The id of whoever bears it; of a group its name.
pub(super) fn child_id(scenario: &Scenario, node: Node) -> &str {
    let words = scenario.words.of(node);
    if matches!(node, Node::Group(_)) { words.brief() } else { &words.id }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BodyKind, Measures};

    #[test]
    fn each_unit_has_its_own_words_and_decimals() {
        let measures = Measures::built_in();
        // £5m for 1,235,810 people: 404.59 pence. £5m of £1,588.157m: 0.31483 %.
        let people = (500_000_000, 1_235_810);
        assert_eq!(burden_words(&measures[2], people), "£4.05 a head");
        assert_eq!(lens_words(&measures[2]), "£ a head of registered people");
        let money = (500_000_000, 158_815_700_000);
        assert_eq!(burden_words(&measures[0], money), "0.315% of allocation");
        assert_eq!(lens_words(&measures[0]), "% of allocation");
        // £300.00 for 12.5 beds, kept as 125 with one decimal: £24.00 each.
        let beds = Measure {
            id: "beds".to_owned(),
            rule_name: "beds".to_owned(),
            words: "beds".to_owned(),
            unit: MeasureUnit::Number,
            decimals: 1,
            kinds: vec![BodyKind::Provider],
            note: None,
        };
        assert_eq!(burden_words(&beds, (30_000, 125)), "£24.00 each");
    }
}
