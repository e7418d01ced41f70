//! What a rule means for those who are asked here, in sentences with their figures.
//!
//! The sentences are made while the rule is shown, so that they read the outcome that it has.

use crate::app::session::Session;
use crate::format::{self, Minus};
use crate::levers::{Reader, Value};
use crate::model::{Node, Scenario, Splitter};
use crate::money::Pence;
use crate::split::{Column, Layer, Rule};

/// Those whom a rule at a node asks, in the order of the file.
pub fn payers(scenario: &Scenario, node: Node) -> Vec<Node> {
    match node {
        Node::Nation | Node::Region(_) => {
            scenario.pool(node).map_or(0..0, |p| p.systems.clone()).map(Node::System).collect()
        }
        Node::System(place) if scenario.systems[place].ungrouped => {
            scenario.systems[place].bodies.clone().map(Node::Body).collect()
        }
        Node::System(place) => scenario.systems[place].groups.clone().map(Node::Group).collect(),
        Node::Group(place) => scenario.groups[place].bodies.clone().map(Node::Body).collect(),
        Node::Body(place) => payers(scenario, Node::Group(scenario.bodies[place].group)),
        _ => Vec::new(),
    }
}

/// The sentences for a rule that is shown at a node.
pub fn meaning(session: &Session, node: Node, value: &Value) -> Vec<String> {
    let Value::Rule(rule) = value else { return Vec::new() };
    let told = Told::new(session, node);
    let mut sentences = vec![told.rule(rule)];
    sentences.extend(told.extremes());
    sentences
}

/// Which measures are known for all payers of a rule, and which are not.
pub fn measures(scenario: &Scenario, splitter: Splitter, payers: &[u32]) -> (String, String) {
    let mut known = Vec::new();
    let mut partly = Vec::new();
    for (place, measure) in (0_u16..).zip(scenario.measures.list.iter()) {
        let has = |key: &u32| scenario.weight(splitter, *key, Column(place)).is_some();
        match payers.iter().filter(|key| has(key)).count() {
            count if count == payers.len() => known.push(measure.words.clone()),
            0 => partly.push(format!("{} for none", measure.words)),
            count => partly.push(format!("{} for {} only", measure.words, format::count(count))),
        }
    }
    (format::list(&known), partly.join(" · "))
}

struct Told<'a> {
    scenario: &'a Scenario,
    node: Node,
    /// What is split.
    amount: Pence,
    /// Who is asked for how much, nobody for nothing.
    asked: Vec<(Node, Pence)>,
}

impl<'a> Told<'a> {
    fn new(session: &'a Session, node: Node) -> Self {
        let scenario = session.now();
        let ask = |node: Node| session.after().ask(node).unwrap_or_default();
        let asked = payers(scenario, node).into_iter().map(|node| (node, ask(node)));
        let asked: Vec<_> = asked.filter(|(_, ask)| !ask.is_zero()).collect();
        Self { scenario, node, amount: ask(node), asked }
    }

    fn name(&self, node: Node) -> &str {
        self.scenario.words.of(node).brief()
    }

    fn words(&self, rule: &Rule) -> String {
        Reader { measures: &self.scenario.measures.list, children: &[] }.rule_words(rule)
    }

    /// Whoever is asked for most and for least.
    fn ends(&self) -> Option<((Node, Pence), (Node, Pence))> {
        let most = self.asked.iter().max_by_key(|(_, ask)| *ask)?;
        let least = self.asked.iter().min_by_key(|(_, ask)| *ask)?;
        (most.1 != least.1).then_some((*most, *least))
    }

    /// “Most: HWE £6.64m. Least: BLMK £4.08m.”
    fn extremes(&self) -> Option<String> {
        let ((most, more), (least, less)) = self.ends()?;
        let (most, least) = (self.name(most), self.name(least));
        let money = |amount| format::short(rounded(amount), Minus::Sign);
        Some(format!("Most: {most} {}. Least: {least} {}.", money(more), money(less)))
    }

    fn rule(&self, rule: &Rule) -> String {
        let amount = million(self.amount);
        match rule {
            Rule::Equal => match self.asked.first() {
                Some((_, each)) if self.ends().is_none() => {
                    format!("Each is asked for {}, however large it is.", million(*each))
                }
                _ => "The same from each, as far as caps and floors let it.".to_owned(),
            },
            Rule::Proportional { by } => self.proportional(*by),
            Rule::Fixed { rest } => {
                let agreed = |node: &Node| self.terms(*node).is_some_and(|t| t.fixed.is_some());
                self.agreed((agreed, "amount", "fixed"), *rest)
            }
            Rule::Percent { rest } => {
                let agreed = |node: &Node| self.terms(*node).is_some_and(|t| t.percent.is_some());
                self.agreed((agreed, "percentage", "percent"), *rest)
            }
            Rule::Blend(parts) => {
                let part = |(share, rule): &(crate::money::Share, Rule)| {
                    format!("{} {}", format::percent(*share, Minus::Sign), self.words(rule))
                };
                let parts: Vec<String> = parts.iter().map(part).collect();
                format!("Of {amount}: {}. Enter opens the parts.", format::list(&parts))
            }
            Rule::Layered(layers) => self.layers(layers),
            Rule::Priority { .. } => {
                "Those whose turn is first pay up to their caps before the next pay.".to_owned()
            }
            Rule::Banded { .. } => {
                "What lies in a higher band pays a higher rate. Enter opens the bands.".to_owned()
            }
            Rule::WhereItFalls => {
                "Nobody pays for another: each is asked for its own gap.".to_owned()
            }
            Rule::EqualHeadroom => "All have the same room left below their limits.".to_owned(),
            Rule::EqualUpToLimit => "The same from each, but no more than it can bear.".to_owned(),
            Rule::ContestedGarment => {
                "First half of what each can bear, then what equals what is left.".to_owned()
            }
            Rule::Levelling { .. } => {
                "Those furthest above their fair share pay first, until all are equally far."
                    .to_owned()
            }
            Rule::OnTerms(_, inner) => self.rule(inner),
        }
    }

    /// “HWE has 27% of the allocation and is asked for 27% of the £25.0m.”
    fn proportional(&self, by: Column) -> String {
        let splitter = self.scenario.splitter_at(self.node);
        let size = |node: Node| self.scenario.weight(splitter?, key(node), by);
        let total: Option<i128> = self.asked.iter().map(|(node, _)| size(*node)).sum();
        let first = self.ends().map(|(most, _)| most).or(self.asked.first().copied());
        let (Some((most, ask)), Some(total)) = (first, total) else { return String::new() };
        let has = percent(size(most).unwrap_or_default(), total);
        let pays = percent(i128::from(ask.get()), i128::from(self.amount.get()));
        let measure = self.scenario.measures.measure(by).map_or("measure", |m| &m.words);
        format!(
            "{} has {has}% of the {measure} and is asked for {pays}% of the {}.",
            self.name(most),
            million(self.amount),
        )
    }

    fn agreed(
        &self,
        (agreed, what, field): (impl Fn(&Node) -> bool, &str, &str),
        rest: Option<Column>,
    ) -> String {
        let payers = payers(self.scenario, self.node);
        let count = payers.iter().filter(|node| agreed(node)).count();
        let by = rest.and_then(|by| self.scenario.measures.measure(by));
        let by = by.map_or_else(String::new, |measure| format!(" by {}", measure.words));
        match count {
            0 => {
                format!("Nobody has an agreed {what} yet, so all share{by}. Set “{field}” at one.")
            }
            _ => format!(
                "{} of {} have an agreed {what}; the rest is shared{by}.",
                format::count(count),
                format::count(payers.len()),
            ),
        }
    }

    /// “The first £10.0m: the same amount each. The rest: in proportion to allocation.”
    fn layers(&self, layers: &[Layer]) -> String {
        let mut sentences = Vec::new();
        for (place, layer) in layers.iter().enumerate() {
            let words = self.words(&layer.rule);
            let which = match (place, layer.width) {
                (0, Some(width)) => format!("The first {}", million(width)),
                (_, Some(width)) => format!("The next {}", million(width)),
                (_, None) => "The rest".to_owned(),
            };
            sentences.push(format!("{which}: {words}."));
        }
        format!("{} Enter opens the layers.", sentences.join(" "))
    }

    fn terms(&self, node: Node) -> Option<&crate::model::Terms> {
        match node {
            Node::System(place) => Some(&self.scenario.systems[place].terms),
            Node::Group(place) => Some(&self.scenario.groups[place].terms),
            Node::Body(place) => Some(&self.scenario.bodies[place].terms),
            _ => None,
        }
    }
}

fn key(node: Node) -> u32 {
    let (Node::System(place) | Node::Group(place) | Node::Body(place)) = node else { return 0 };
    u32::try_from(place).unwrap_or(u32::MAX)
}

fn million(amount: Pence) -> String {
    format::millions(amount, 1, Minus::Sign)
}

/// To ten thousand pounds, half up.
fn rounded(amount: Pence) -> Pence {
    let unit = Pence::pounds(10_000).get();
    Pence::new((amount.get() + unit / 2).div_euclid(unit) * unit)
}

/// A whole percentage, half up.
fn percent(part: i128, whole: i128) -> i128 {
    (200 * part + whole).div_euclid(2 * whole.max(1))
}
