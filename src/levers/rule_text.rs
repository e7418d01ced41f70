//! Split rules as text: as they stand in a file, and in plain words.

use std::fmt::Write as _;

use super::rule_read::{RULES, Reader};
use crate::format::{self, Minus};
use crate::model::MeasureUnit;
use crate::money::{Pence, Share};
use crate::split::{Band, Column, Layer, Rule};

impl Reader<'_> {
    /// A rule as it would stand in a file.
    pub fn rule_text(&self, rule: &Rule) -> String {
        let measure = |column: Column| self.measure_text(column);
        let with = |name: &str, field: &str, column: &Option<Column>| match column {
            Some(column) => format!("{name}({field}: {})", measure(*column)),
            None => name.to_owned(),
        };
        match rule {
            Rule::Equal => "Equal".to_owned(),
            Rule::Proportional { by } => format!("Proportional(by: {})", measure(*by)),
            Rule::WhereItFalls => "WhereItFalls".to_owned(),
            Rule::Fixed { rest } => with("Fixed", "rest", rest),
            Rule::Percent { rest } => with("Percent", "rest", rest),
            Rule::Priority { by } => with("Priority", "by", by),
            Rule::Layered(layers) => format!("Layered([{}])", self.layers_text(layers)),
            Rule::Levelling { pace } => {
                format!("Levelling(pace: \"{}\")", format::percent(*pace, Minus::Hyphen))
            }
            Rule::Banded { by, bands, .. } => {
                let bands: Vec<String> =
                    bands.iter().map(|band| self.band_text(*band, *by)).collect();
                format!("Banded(by: {}, bands: [{}])", measure(*by), bands.join(", "))
            }
            Rule::Blend(parts) => {
                let part = |(share, rule): &(Share, Rule)| {
                    format!(
                        "(\"{}\", {})",
                        format::percent(*share, Minus::Hyphen),
                        self.rule_text(rule)
                    )
                };
                format!("Blend([{}])", parts.iter().map(part).collect::<Vec<_>>().join(", "))
            }
            Rule::EqualHeadroom => "EqualHeadroom".to_owned(),
            Rule::EqualUpToLimit => "EqualUpToLimit".to_owned(),
            Rule::ContestedGarment => "ContestedGarment".to_owned(),
            Rule::OnTerms(_, inner) => self.rule_text(inner),
        }
    }

    /// A rule in plain words: `in proportion to allocation`.
    pub fn rule_words(&self, rule: &Rule) -> String {
        let words_of = |column: &Option<Column>| match column {
            Some(column) => self.measure_words(*column),
            None => "a measure".to_owned(),
        };
        let (name, measure) = match rule {
            Rule::Equal => ("Equal", None),
            Rule::Proportional { by } => ("Proportional", Some(*by)),
            Rule::Fixed { rest: None } => return "agreed amounts".to_owned(),
            Rule::Fixed { rest } => ("Fixed", *rest),
            Rule::Percent { rest: None } => return "agreed percentages".to_owned(),
            Rule::Percent { rest } => ("Percent", *rest),
            Rule::Priority { by } => ("Priority", *by),
            Rule::Layered(_) => ("Layered", None),
            Rule::Levelling { .. } => ("Levelling", None),
            Rule::Banded { by, .. } => {
                return format!("bigger {} pays a higher rate", self.measure_words(*by));
            }
            Rule::Blend(parts) => {
                let part = |(share, rule): &(Share, Rule)| {
                    format!("{} {}", format::percent(*share, Minus::Hyphen), self.rule_words(rule))
                };
                return parts.iter().map(part).collect::<Vec<_>>().join(" + ");
            }
            Rule::WhereItFalls => ("WhereItFalls", None),
            Rule::EqualHeadroom => ("EqualHeadroom", None),
            Rule::EqualUpToLimit => ("EqualUpToLimit", None),
            Rule::ContestedGarment => ("ContestedGarment", None),
            Rule::OnTerms(_, inner) => return self.rule_words(inner),
        };
        let words = RULES.iter().find(|row| row.name == name).map_or("", |row| row.words);
        words.replace("{}", &words_of(&measure))
    }

    fn measure_text(&self, column: Column) -> String {
        match self.measures.get(usize::from(column.0)) {
            Some(measure) if measure.rule_name == measure.id => format!("{:?}", measure.id),
            Some(measure) => measure.rule_name.clone(),
            None => String::new(),
        }
    }

    fn measure_words(&self, column: Column) -> String {
        self.measures.get(usize::from(column.0)).map_or_else(String::new, |m| m.words.clone())
    }

    fn layers_text(&self, layers: &[Layer]) -> String {
        let layer = |layer: &Layer| {
            let mut text = String::from("(");
            if let Some(width) = layer.width {
                let _ = write!(text, "width: \"{}\", ", format::typed(width));
            }
            if let Some(payers) = &layer.payers {
                let id =
                    |key| self.children.iter().find(|(_, k)| k == key).map_or("", |(id, _)| id);
                let ids: Vec<String> = payers.iter().map(|key| format!("{:?}", id(key))).collect();
                let _ = write!(text, "payers: [{}], ", ids.join(", "));
            }
            let _ = write!(text, "by: {})", self.rule_text(&layer.rule));
            text
        };
        layers.iter().map(layer).collect::<Vec<_>>().join(", ")
    }

    fn band_text(&self, band: Band, by: Column) -> String {
        let rate = format::percent(band.rate, Minus::Hyphen);
        match band.upto {
            Some(upto) => format!("(upto: {}, rate: \"{rate}\")", self.size_text(upto, by)),
            None => format!("(rate: \"{rate}\")"),
        }
    }

    /// A size in a measure's own unit as it would stand in a file.
    pub fn size_text(&self, size: i128, by: Column) -> String {
        let Some(measure) = self.measures.get(usize::from(by.0)) else { return String::new() };
        match measure.unit {
            MeasureUnit::Money => format!("\"{}\"", format::typed(Pence::from_wide(size))),
            MeasureUnit::People => size.to_string(),
            MeasureUnit::Number => decimal_text(size, measure.decimals),
        }
    }
}

/// An integer over a power of ten as a decimal number, without zeros at its end.
fn decimal_text(size: i128, decimals: u32) -> String {
    rust_decimal::Decimal::try_from_i128_with_scale(size, decimals)
        .map_or_else(|_| size.to_string(), |number| number.normalize().to_string())
}
