//! The rows of the rule picker: every rule, with such parts as it needs to be shown at once.

use super::picker::{Item, Offer, item};
use crate::levers::{RULES, Reader, Value, why_not};
use crate::model::{CannotRun, Measures, Scenario, Splitter, Why};
use crate::money::{Pence, Share};
use crate::split::{Band, Charge, Column, Fault, Layer, Quantity, Rule};

pub(super) fn items(scenario: &Scenario, splitter: Splitter) -> Vec<Item> {
    let list = List { scenario, splitter };
    RULES.iter().flat_map(|row| list.rows(row.name)).collect()
}

struct List<'a> {
    scenario: &'a Scenario,
    splitter: Splitter,
}

impl List<'_> {
    fn rows(&self, name: &str) -> Vec<Item> {
        let size = self.known_measure();
        let proportional = || Rule::Proportional { by: size };
        match name {
            "Equal" => vec![self.plain(Rule::Equal)],
            "Proportional" => {
                self.measures().map(|by| self.plain(Rule::Proportional { by })).collect()
            }
            "Fixed" => vec![self.noted(Rule::Fixed { rest: Some(size) }, "amounts stand at each")],
            "Percent" => {
                vec![self.noted(Rule::Percent { rest: Some(size) }, "percents stand at each")]
            }
            "Priority" => {
                vec![self.noted(Rule::Priority { by: Some(size) }, "turns stand at each")]
            }
            "Blend" => {
                let half = Share::percent(50);
                let parts = vec![(half, Rule::Equal), (half, proportional())];
                vec![self.typed(Rule::Blend(parts), "asks for its parts")]
            }
            "Layered" => {
                let first = Layer {
                    width: Some(Pence::pounds(10_000_000)),
                    payers: None,
                    rule: Rule::Equal,
                };
                let rest = Layer { width: None, payers: None, rule: proportional() };
                vec![self.typed(Rule::Layered(vec![first, rest]), "asks for layers")]
            }
            "Banded" => vec![self.typed(self.bands(size), "asks for bands")],
            "Levelling" => {
                vec![self.typed(Rule::Levelling { pace: Share::ONE }, "asks for a pace")]
            }
            "WhereItFalls" => vec![self.plain(Rule::WhereItFalls)],
            "EqualHeadroom" => vec![self.plain(Rule::EqualHeadroom)],
            "EqualUpToLimit" => vec![self.plain(Rule::EqualUpToLimit)],
            "ContestedGarment" => vec![self.plain(Rule::ContestedGarment)],
            _ => Vec::new(),
        }
    }

    /// Two bands that part at the middle of the children's sizes: the upper one pays double.
    fn bands(&self, by: Column) -> Rule {
        let sizes = self
            .children()
            .into_iter()
            .filter_map(|key| self.scenario.weight(self.splitter, key, by));
        let sizes: Vec<i128> = sizes.collect();
        let count = i128::try_from(sizes.len()).unwrap_or(1).max(1);
        let middle = (sizes.iter().sum::<i128>() / count).max(1);
        let bands = vec![
            Band { upto: Some(middle), rate: Share::percent(1) },
            Band { upto: None, rate: Share::percent(2) },
        ];
        Rule::Banded { by, bands, charge: Charge::Scaled }
    }

    fn children(&self) -> Vec<u32> {
        let mut children = Vec::new();
        self.scenario.payers(self.splitter, &Rule::Equal, &mut children);
        children.into_iter().map(|child| child.key).collect()
    }

    fn measures(&self) -> impl Iterator<Item = Column> {
        (0..self.scenario.measures.count()).filter_map(|at| u16::try_from(at).ok()).map(Column)
    }

    /// The first measure that is known for all who are asked.
    fn known_measure(&self) -> Column {
        let known = |by: &Column| {
            self.scenario.check_rule(self.splitter, &Rule::Proportional { by: *by }).is_ok()
        };
        self.measures().find(known).unwrap_or(Measures::ALLOCATION)
    }

    /// Why a rule cannot run, in the few words that a row has room for.
    fn brief_why(&self, cannot: &CannotRun) -> String {
        let children = self.children();
        let all = children.len();
        let words = match cannot.why {
            Why::NotKnown(column) => {
                let known =
                    |key: &&u32| self.scenario.weight(self.splitter, **key, column).is_some();
                match children.iter().filter(known).count() {
                    0 => "known for none",
                    known => return format!("known for {known} of {all}"),
                }
            }
            Why::NeedsEverybody => "needs contributors: all",
            Why::Fault(Fault::Missing { quantity, .. }) => match quantity {
                Quantity::Capacity | Quantity::Cap => "limits not known",
                Quantity::Baseline | Quantity::Target => "distance not known",
                _ => return format!("{} not known", quantity.words()),
            },
            Why::Fault(Fault::NoTurns) => "asks for turns: set one first",
            Why::Fault(fault) => return fault.to_string(),
        };
        words.to_owned()
    }

    fn plain(&self, rule: Rule) -> Item {
        self.row(rule, Offer::Set)
    }

    fn noted(&self, rule: Rule, note: &str) -> Item {
        noted(self.plain(rule), note)
    }

    fn typed(&self, rule: Rule, note: &str) -> Item {
        noted(self.row(rule, Offer::Type), note)
    }

    fn row(&self, rule: Rule, offer: fn(Value) -> Offer) -> Item {
        let reader = Reader { measures: &self.scenario.measures.list, children: &[] };
        let words = match &rule {
            Rule::Blend(_) => "part this rule, part that".to_owned(),
            Rule::Levelling { .. } => "those furthest above target first".to_owned(),
            rule => reader.rule_words(rule),
        };
        match self.scenario.check_rule(self.splitter, &rule) {
            Ok(()) => item(words, offer(Value::Rule(rule.into()))),
            Err(cannot) => Item {
                note: self.brief_why(&cannot),
                ..item(words, Offer::Cannot(why_not(self.scenario, &cannot)))
            },
        }
    }
}

/// A row that asks for something besides, unless it cannot run at all.
fn noted(item: Item, note: &str) -> Item {
    let cannot = matches!(item.offer, Offer::Cannot(_));
    if cannot { item } else { Item { note: note.to_owned(), ..item } }
}
