//! Split rules read from a file or from what was typed. How they are written back is in `rule_text`.

use std::borrow::Cow;

use super::misread::{Misread, Problem, words_of};
use crate::format::{self, Minus, ReadFault, Unit};
use crate::model::{Measure, MeasureUnit};
use crate::money::{Pence, Share};
use crate::ron_text::{Field, Node};
use crate::split::{Band, Charge, Column, Layer, Rule};

/// What a rule may refer to where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'s> {
    /// The scenario's measures.
    pub measures: &'s [Measure],
    /// The node's children: id and key.
    pub children: &'s [(&'s str, u32)],
}

/// One row of the table of rules: its name in files and its words on screen.
#[derive(Debug)]
pub struct RuleRow {
    /// Its name in files.
    pub name: &'static str,
    /// Its plain words; `{}` stands for the measure.
    pub words: &'static str,
    /// The fields it may have: name, and whether it needs it.
    fields: &'static [(&'static str, bool)],
}

const fn row(
    name: &'static str,
    words: &'static str,
    fields: &'static [(&'static str, bool)],
) -> RuleRow {
    RuleRow { name, words, fields }
}

impl RuleRow {
    /// How it is written: `Proportional(by: Allocation)`.
    pub fn example(&self) -> String {
        match self.name {
            "Blend" => {
                "Blend([(\"30%\", Equal), (\"70%\", Proportional(by: Allocation))])".to_owned()
            }
            "Layered" => {
                "Layered([(width: \"1m\", by: Equal), (by: Proportional(by: Allocation))])"
                    .to_owned()
            }
            "Banded" => {
                let bands = "[(upto: \"250m\", rate: \"1%\"), (rate: \"2%\")]";
                format!("Banded(by: Allocation, bands: {bands})")
            }
            "Levelling" => "Levelling(pace: \"50%\")".to_owned(),
            name => match self.fields {
                [] => name.to_owned(),
                [(field, _), ..] => format!("{name}({field}: Allocation)"),
            },
        }
    }
}

/// Every rule, in the order of a list on screen.
pub const RULES: &[RuleRow] = &[
    row("Equal", "the same amount each", &[]),
    row("Proportional", "in proportion to {}", &[("by", true)]),
    row("Fixed", "agreed amounts, the rest by {}", &[("rest", false)]),
    row("Percent", "agreed percentages, the rest by {}", &[("rest", false)]),
    row("Blend", "part this rule, part that", &[]),
    row("Priority", "first these, then those", &[("by", false)]),
    row("Layered", "the first £x so, the next £y so", &[]),
    row("Banded", "bigger bodies pay a higher rate", &[("by", true), ("bands", true)]),
    row("WhereItFalls", "each pays for its own gap", &[]),
    row("EqualHeadroom", "everyone is left with the same room", &[]),
    row("EqualUpToLimit", "the same each, up to what each can bear", &[]),
    row("ContestedGarment", "half-claims first", &[]),
    row("Levelling", "those furthest above their fair-shares target first", &[("pace", true)]),
];

const LAYER: RuleRow = row("a layer", "", &[("width", false), ("payers", false), ("by", true)]);
const BAND: RuleRow = row("a band", "", &[("upto", false), ("rate", true)]);

/// Rules deeper than this are refused: parts of parts of parts explain nothing.
const DEEPEST: usize = 6;

impl Reader<'_> {
    /// Reads a rule.
    ///
    /// # Errors
    /// The first piece of it that cannot be read, with what would be right there.
    pub fn rule<'a>(&self, node: Node<'a>) -> Result<Rule, Misread<'a>> {
        self.rule_at(node, 0)
    }

    fn rule_at<'a>(&self, node: Node<'a>, depth: usize) -> Result<Rule, Misread<'a>> {
        if depth > DEEPEST {
            return Err(Misread::new(
                node,
                Problem::Range,
                format!("rules stand inside rules more than {DEEPEST} deep"),
                "fewer parts inside parts",
            ));
        }
        let row = rule_row(node)?;
        match row.name {
            "Blend" => return self.blend(node, depth),
            "Layered" => return self.layered(node, depth),
            _ => {}
        }
        let field = fields_of(node, row)?;
        let measure = |name: &str| field(name).map(|f| self.measure(f.value)).transpose();
        let missing = |name: &str| {
            let message = format!("`{}` needs `{name}`", row.name);
            Misread::new(node, Problem::MissingField, message, format!("{}({name}: …)", row.name))
        };
        Ok(match row.name {
            "Proportional" => {
                Rule::Proportional { by: measure("by")?.ok_or_else(|| missing("by"))? }
            }
            "Fixed" => Rule::Fixed { rest: measure("rest")? },
            "Percent" => Rule::Percent { rest: measure("rest")? },
            "Priority" => Rule::Priority { by: measure("by")? },
            "Banded" => {
                let by = measure("by")?.ok_or_else(|| missing("by"))?;
                let bands = field("bands").ok_or_else(|| missing("bands"))?;
                Rule::Banded { by, bands: self.bands(bands.value, by)?, charge: Charge::Scaled }
            }
            "Levelling" => {
                let pace = field("pace").ok_or_else(|| missing("pace"))?;
                Rule::Levelling { pace: percent(pace.value)? }
            }
            "WhereItFalls" => Rule::WhereItFalls,
            "EqualHeadroom" => Rule::EqualHeadroom,
            "EqualUpToLimit" => Rule::EqualUpToLimit,
            "ContestedGarment" => Rule::ContestedGarment,
            _ => Rule::Equal,
        })
    }

    /// Reads the name of a measure.
    ///
    /// # Errors
    /// If it is no name, or the scenario has no such measure.
    pub fn measure<'a>(&self, node: Node<'a>) -> Result<Column, Misread<'a>> {
        let names = || self.measures.iter().map(|m| m.rule_name.as_str());
        let list = || names().collect::<Vec<_>>().join(", ");
        let words = words_of(node)
            .map_err(|mismatch| Misread::kind(&mismatch, format!("one of {}", list())))?;
        let place = self.measures.iter().position(|m| m.rule_name == words || m.id == words);
        place.and_then(|place| u16::try_from(place).ok()).map(Column).ok_or_else(|| {
            let message = format!("this file has no measure `{words}`");
            Misread::new(node, Problem::Measure, message, format!("one of {}", list()))
                .near(format::nearest(&words, names()).map(str::to_owned))
        })
    }

    fn blend<'a>(&self, node: Node<'a>, depth: usize) -> Result<Rule, Misread<'a>> {
        let remedy = "Blend([(\"30%\", Equal), (\"70%\", Proportional(by: Allocation))])";
        let mut parts = Vec::new();
        let mut sum = 0;
        for part in only_list(node, remedy)? {
            let pair = part.items().map_err(|mismatch| Misread::kind(&mismatch, remedy))?;
            let [share, rule] = pair[..] else {
                let message = "a part of a blend is a share and a rule";
                return Err(Misread::new(part, Problem::Kind, message, remedy));
            };
            let share = percent(share)?;
            sum += i128::from(share.units());
            parts.push((share, self.rule_at(rule, depth + 1)?));
        }
        if sum != i128::from(Share::UNITS) {
            let total = format::percent(
                Share::from_units(i64::try_from(sum).unwrap_or(i64::MAX)),
                Minus::Hyphen,
            );
            let message = format!("the parts of the blend add up to {total}, not 100%");
            return Err(Misread::new(node, Problem::Range, message, "parts that add up to 100%"));
        }
        Ok(Rule::Blend(parts))
    }

    fn layered<'a>(&self, node: Node<'a>, depth: usize) -> Result<Rule, Misread<'a>> {
        let remedy = "Layered([(width: \"1m\", by: Equal), (by: Proportional(by: Allocation))])";
        let mut layers = Vec::new();
        for layer in only_list(node, remedy)? {
            let field = fields_of(layer, &LAYER)?;
            let by = field("by").ok_or_else(|| {
                Misread::new(layer, Problem::MissingField, "a layer needs `by`", remedy)
            })?;
            layers.push(Layer {
                width: field("width").map(|f| amount(f.value)).transpose()?,
                payers: field("payers").map(|f| self.payers(f.value)).transpose()?,
                rule: self.rule_at(by.value, depth + 1)?,
            });
        }
        Ok(Rule::Layered(layers))
    }

    fn payers<'a>(&self, node: Node<'a>) -> Result<Vec<u32>, Misread<'a>> {
        let remedy = "a list of ids, such as [\"07G\"]";
        let items = node.items().map_err(|mismatch| Misread::kind(&mismatch, remedy))?;
        items.into_iter().map(|item| self.child(item)).collect()
    }

    /// Reads the id of one of the node's children.
    ///
    /// # Errors
    /// If it is no text, or no child has that id.
    pub fn child<'a>(&self, node: Node<'a>) -> Result<u32, Misread<'a>> {
        let ids = || self.children.iter().map(|(id, _)| *id);
        let list = ids().take(12).collect::<Vec<_>>().join(", ");
        let words = words_of(node)
            .map_err(|mismatch| Misread::kind(&mismatch, format!("one of {list}")))?;
        let key = self.children.iter().find(|(id, _)| *id == words).map(|(_, key)| *key);
        key.ok_or_else(|| {
            let message = format!("nobody here is called `{words}`");
            Misread::new(node, Problem::Id, message, format!("one of {list}"))
                .near(format::nearest(&words, ids()).map(str::to_owned))
        })
    }

    fn bands<'a>(&self, node: Node<'a>, by: Column) -> Result<Vec<Band>, Misread<'a>> {
        let remedy = "[(upto: \"250m\", rate: \"0%\"), (rate: \"2%\")]";
        let items = node.items().map_err(|mismatch| Misread::kind(&mismatch, remedy))?;
        let mut bands = Vec::new();
        for item in items {
            let field = fields_of(item, &BAND)?;
            let rate = field("rate").ok_or_else(|| {
                Misread::new(item, Problem::MissingField, "a band needs `rate`", remedy)
            })?;
            let upto = field("upto").map(|f| self.size(f.value, by)).transpose()?;
            bands.push(Band { upto, rate: percent(rate.value)? });
        }
        Ok(bands)
    }

    /// Reads a size in a measure's own unit, as its integer.
    ///
    /// # Errors
    /// If it is no such size, or has more decimals than the measure.
    pub fn size<'a>(&self, node: Node<'a>, by: Column) -> Result<i128, Misread<'a>> {
        let measure = self.measures.get(usize::from(by.0));
        let unit = measure.map_or(MeasureUnit::Number, |m| m.unit);
        let remedy = match unit {
            MeasureUnit::Money => "an amount, such as \"250m\"",
            MeasureUnit::People => "a whole number, such as 310_000",
            MeasureUnit::Number => "a number, such as 412",
        };
        let words = words_of(node).map_err(|mismatch| Misread::kind(&mismatch, remedy))?;
        let decimals = measure.map_or(0, |m| m.decimals);
        let wrong = |problem, message: String| Misread::new(node, problem, message, remedy);
        let unread = |problem| {
            move |fault: ReadFault| {
                let better = fault.suggestion().map(|better| format!("\"{better}\""));
                let remedy = better.unwrap_or_else(|| remedy.to_owned());
                Misread::new(node, problem, fault.to_string(), remedy)
            }
        };
        let size = match unit {
            MeasureUnit::Money => format::parse_amount(&words, Unit::Pounds)
                .map(|pence| i128::from(pence.get()))
                .map_err(unread(Problem::Amount))?,
            MeasureUnit::People => {
                format::parse_count(&words).map(i128::from).map_err(unread(Problem::Number))?
            }
            MeasureUnit::Number => {
                let number = format::parse_decimal(&words).map_err(unread(Problem::Decimal))?;
                let more = decimals.checked_sub(number.scale());
                let scaled =
                    more.ok_or_else(|| format!("“{words}” has more than {decimals} decimals"));
                let scaled = scaled.and_then(|more| {
                    let ten = 10_i128.checked_pow(more);
                    let size = ten.and_then(|ten| number.mantissa().checked_mul(ten));
                    size.ok_or_else(|| format!("“{words}” is too large"))
                });
                scaled.map_err(|message| wrong(Problem::Decimal, message))?
            }
        };
        if size < 0 {
            let message = format!("“{words}” is below nought, and a size is not");
            return Err(wrong(Problem::Range, message));
        }
        Ok(size)
    }
}

fn rule_row(node: Node<'_>) -> Result<&'static RuleRow, Misread<'_>> {
    let names = || RULES.iter().map(|row| row.name);
    let list = || names().collect::<Vec<_>>().join(", ");
    let Some(tag) = node.tag() else {
        let message = "a split rule was expected here";
        return Err(Misread::new(node, Problem::Rule, message, format!("one of {}", list())));
    };
    RULES.iter().find(|row| row.name == tag.source()).ok_or_else(|| {
        let message = format!("there is no split rule `{}`", tag.source());
        Misread::new(tag, Problem::Rule, message, format!("one of {}", list()))
            .near(format::nearest(tag.source(), names()).map(str::to_owned))
    })
}

/// The fields of a node by name, once it is certain that it has no others.
fn fields_of<'a>(
    node: Node<'a>,
    row: &RuleRow,
) -> Result<impl Fn(&str) -> Option<Field<'a>> + use<'a>, Misread<'a>> {
    let names = || row.fields.iter().map(|(name, _)| *name);
    let list = names().collect::<Vec<_>>().join(", ");
    let fields = match node.word() {
        Ok(_) => Vec::new(),
        Err(_) => node.fields().map_err(|m| Misread::kind(&m, format!("fields: {list}")))?,
    };
    for (at, field) in fields.iter().enumerate() {
        let name = field.name.source();
        if !names().any(|known| known == name) {
            let has = if list.is_empty() { "no fields".to_owned() } else { list };
            let message = format!("`{}` has no field `{name}`", row.name);
            return Err(Misread::new(field.name, Problem::UnknownField, message, has)
                .near(format::nearest(name, names()).map(str::to_owned)));
        }
        if fields[..at].iter().any(|other| other.name.source() == name) {
            let message = format!("`{name}` stands here twice");
            return Err(Misread::new(field.name, Problem::UnknownField, message, "one of the two"));
        }
    }
    Ok(move |name: &str| fields.iter().find(|field| field.name.source() == name).copied())
}

fn only_list<'a>(node: Node<'a>, remedy: &str) -> Result<Vec<Node<'a>>, Misread<'a>> {
    let inside = node.items().map_err(|mismatch| Misread::kind(&mismatch, remedy))?;
    match inside[..] {
        [list] => list.items().map_err(|mismatch| Misread::kind(&mismatch, remedy)),
        _ => Err(Misread::new(node, Problem::Kind, "one list is expected in the brackets", remedy)),
    }
}

fn percent(node: Node<'_>) -> Result<Share, Misread<'_>> {
    let remedy = "a percentage in quotes, such as \"2.5%\"";
    let words: Cow<'_, str> = words_of(node).map_err(|m| Misread::kind(&m, remedy))?;
    let share = format::parse_percent(&words)
        .map_err(|fault| Misread::new(node, Problem::Percent, fault.to_string(), remedy))?;
    if (Share::ZERO..=Share::ONE).contains(&share) {
        return Ok(share);
    }
    Err(Misread::new(node, Problem::Range, "a percentage here is from 0% to 100%", remedy))
}

fn amount(node: Node<'_>) -> Result<Pence, Misread<'_>> {
    let remedy = "an amount, such as \"1m\"";
    let words = words_of(node).map_err(|mismatch| Misread::kind(&mismatch, remedy))?;
    match format::parse_amount(&words, Unit::Pounds) {
        Ok(amount) if amount >= Pence::ZERO => Ok(amount),
        Ok(_) => Err(Misread::new(node, Problem::Amount, "a width is not below nought", remedy)),
        Err(fault) => Err(Misread::new(node, Problem::Amount, fault.to_string(), remedy)),
    }
}
