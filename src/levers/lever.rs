//! A lever: a small handle on one field of one node, got once from a path.

use super::range::{most_share, most_years};
use super::{FIELDS, Field, Refusal, Value, access, path_of};
use crate::model::{CannotRun, Limit, Node, Repayment, Scenario, Splitter, Why};
use crate::money::{Pence, Share};
use crate::split::{Column, Fault};

/// One field of one node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lever {
    /// Whose field.
    pub node: Node,
    /// Which.
    pub field: Field,
}

impl Lever {
    /// Every lever of a node, in the table's order, measures last.
    pub fn all(scenario: &Scenario, node: Node) -> impl Iterator<Item = Self> {
        let fields = FIELDS.iter().filter(move |row| row.is_at(node)).map(|row| row.field);
        let measures =
            (0..scenario.measures.count()).filter_map(|column| u16::try_from(column).ok());
        let sized = matches!(node, Node::System(_) | Node::Group(_) | Node::Body(_));
        let measures = measures.filter(move |_| sized).map(|column| Field::Measure(Column(column)));
        fields
            .chain(measures)
            .map(move |field| Self { node, field })
            .filter(|lever| lever.why_fixed(scenario).is_none())
    }

    /// What it holds now; a node without the field holds nothing that is known.
    pub fn get(self, scenario: &Scenario) -> Value {
        access::get(scenario, self.node, self.field).unwrap_or(Value::Money(None))
    }

    /// Moves it, or refuses and changes nothing.
    ///
    /// # Errors
    /// A value of the wrong kind, out of range, or with which a rule on the way could not run.
    pub fn set(self, scenario: &mut Scenario, value: &Value) -> Result<(), Refusal> {
        let before = self.get(scenario);
        self.put(scenario, value)?;
        if let Err(refusal) = self.check(scenario) {
            self.put_back(scenario, &before);
            return Err(refusal);
        }
        Ok(())
    }

    /// Why this is not a lever here, though the table has it: its figures are sums of others'.
    pub fn why_fixed(self, scenario: &Scenario) -> Option<String> {
        match (self.node, self.field) {
            (Node::Group(place), _)
                if scenario.systems[scenario.groups[place].system].ungrouped =>
            {
                Some("a system without groups splits by its own rule: move the system’s".to_owned())
            }
            (Node::System(place), Field::ControlTotal) => scenario.systems[place]
                .control_total_is_sum
                .then(|| "the control total is the sum of its bodies’: move theirs".to_owned()),
            (Node::System(place), Field::Plan) => scenario.systems[place]
                .plan_is_sum
                .then(|| "the plan is the sum of its bodies’: move theirs".to_owned()),
            (Node::System(place), Field::Gap) => {
                let system = &scenario.systems[place];
                let known = system.control_total.is_some() && system.plan.is_some();
                known.then(|| "the gap is control total less plan: move those".to_owned())
            }
            (Node::Nation | Node::Region(_), Field::Repaid | Field::Years) => {
                let promised = scenario.pool(self.node).is_some_and(|p| p.repayment.is_some());
                (!promised).then(|| "nobody promised to pay it back".to_owned())
            }
            (Node::KeyTest(place), Field::Fact) => {
                scenario.facts[place].is_none().then(|| "it is measured, not ticked".to_owned())
            }
            (Node::Body(place), Field::Gap) => {
                let body = &scenario.bodies[place];
                let known = body.control_total.is_some() && body.plan.is_some();
                known.then(|| "the gap is control total less plan: move those".to_owned())
            }
            (Node::Body(place), Field::Measure(column)) => {
                let can = scenario.measures.can_have(scenario.bodies[place].kind, column);
                (!can).then(|| "a body of this kind does not have this measure".to_owned())
            }
            (Node::System(place), Field::Measure(column)) => {
                let own = scenario.measures.systems[scenario.measures.cell(place, column)];
                own.is_none().then(|| "it is the sum of its bodies’: move theirs".to_owned())
            }
            (Node::Group(place), Field::Measure(column)) => {
                let own = scenario.measures.groups[scenario.measures.cell(place, column)];
                own.is_none().then(|| "it is the sum of its bodies’: move theirs".to_owned())
            }
            _ => None,
        }
    }

    pub(super) fn put(self, scenario: &mut Scenario, value: &Value) -> Result<(), Refusal> {
        if let Some(why) = self.why_fixed(scenario) {
            return Err(Refusal::new(format!(
                "{} cannot be moved: {why}.",
                path_of(scenario, self)
            )));
        }
        let sized = matches!(self.node, Node::System(_) | Node::Group(_));
        if sized && *value == Value::Measure(None) {
            let own = "A figure that stands here of its own cannot be taken away: type another.";
            return Err(Refusal::new(own));
        }
        in_range(self.field, value)?;
        if let (Field::Years, Value::Count(Some(years))) = (self.field, value) {
            in_sight(*years, most_years(scenario, self))?;
        }
        access::put(scenario, (self.node, self.field), value)
    }

    /// Writes what it held a moment ago: that was in range and of the right kind, even if the move
    /// that is taken back made the lever one that cannot be moved.
    pub(super) fn put_back(self, scenario: &mut Scenario, before: &Value) {
        let back = access::put(scenario, (self.node, self.field), before);
        debug_assert!(back.is_ok(), "{} takes back what it held", path_of(scenario, self));
    }

    /// Whether every limit and every rule that reads it can still stand.
    pub(super) fn check(self, scenario: &Scenario) -> Result<(), Refusal> {
        if let (Node::System(place), Field::Refusals | Field::Split) = (self.node, self.field) {
            // What a refusal does decides whom the groups ask; and without groups in the file, the
            // system's rule is that of its one unnamed group.
            for group in scenario.systems[place].groups.clone() {
                check_rule(scenario, Splitter::Group(group))?;
            }
        }
        let mut node = Some(self.node);
        while let Some(at) = node {
            // A limit in percent may be one of a sum over the nodes below.
            check_limits(scenario, at)?;
            match at {
                Node::System(place) => check_rule(scenario, Splitter::System(place))?,
                Node::Group(place) => check_rule(scenario, Splitter::Group(place))?,
                Node::Nation | Node::Region(_) => check_rule(scenario, Splitter::Pool(at))?,
                _ => {}
            }
            node = scenario.parent(at);
        }
        Ok(())
    }
}

/// Whether a promise of so many years ends while anybody looks.
fn in_sight(years: u32, most: u32) -> Result<(), Refusal> {
    if years <= most {
        return Ok(());
    }
    let ahead = Repayment::MOST_YEARS;
    Err(Refusal::new(format!(
        "The promise would end more than {ahead} years after the file’s own: type {most} or less."
    )))
}

fn check_rule(scenario: &Scenario, splitter: Splitter) -> Result<(), Refusal> {
    let Some(rule) = scenario.rule(splitter) else { return Ok(()) };
    scenario.check_rule(splitter, rule).map_err(|why| refuse(scenario, &why))
}

/// Says in a sentence why a rule cannot run.
pub fn refuse(scenario: &Scenario, cannot: &CannotRun) -> Refusal {
    let at = &scenario.words.of(cannot.splitter.node()).name;
    Refusal::new(format!("The split at {at} cannot run: {}.", why_not(scenario, cannot)))
}

/// The same in a fragment for a narrow place: `turnover is not known for Southend`.
pub fn why_not(scenario: &Scenario, cannot: &CannotRun) -> String {
    let child = cannot.child.map_or("somebody", |node| scenario.words.of(node).brief());
    let measure = |column| scenario.measures.measure(column).map_or("the measure", |m| &m.words);
    match cannot.why {
        Why::NotKnown(column) => format!("{} is not known for {child}", measure(column)),
        Why::NeedsEverybody => {
            "each can only pay for its own gap if all systems contribute (contributors: All)"
                .to_owned()
        }
        Why::Fault(Fault::Missing { quantity, .. }) => {
            format!("the {} is not known for {child}", quantity.words())
        }
        Why::Fault(Fault::Negative { quantity, .. }) => {
            format!("the {} of {child} is below nought", quantity.words())
        }
        Why::Fault(Fault::FloorAboveCap { .. }) => format!("the floor of {child} is above its cap"),
        Why::Fault(Fault::ZeroTarget { .. }) => {
            format!("the fair-shares target of {child} is nought")
        }
        Why::Fault(Fault::SeveralBlanks { .. }) => {
            format!("{child} is the second without an agreed share; name a measure for the rest")
        }
        Why::Fault(fault) => fault.to_string(),
    }
}

/// Whether a node's cap and floor are known and in order.
///
/// # Errors
/// Which of them is not.
pub fn check_limits(scenario: &Scenario, node: Node) -> Result<(), Refusal> {
    let terms = match node {
        Node::System(place) => &scenario.systems[place].terms,
        Node::Group(place) => &scenario.groups[place].terms,
        Node::Body(place) => &scenario.bodies[place].terms,
        _ => return Ok(()),
    };
    let name = &scenario.words.of(node).name;
    let value = |limit: Option<Limit>| match limit {
        None => Ok(None),
        Some(limit) => scenario.limit_value(node, limit).map(Some).ok_or_else(|| {
            Refusal::new(format!(
                "{name} has no known size for a limit in percent: give an amount."
            ))
        }),
    };
    match (value(terms.floor)?, value(terms.cap)?) {
        (Some(floor), Some(cap)) if floor > cap => {
            Err(Refusal::new(format!("{name}: the floor would be above the cap.")))
        }
        _ => Ok(()),
    }
}

/// Whether a value is within its field's range.
///
/// # Errors
/// Why it is not.
pub fn in_range(field: Field, value: &Value) -> Result<(), Refusal> {
    let signed = matches!(field, Field::ControlTotal | Field::Plan | Field::Distance);
    let amount = match value {
        Value::Money(amount) => *amount,
        Value::Offset(crate::model::Offset::Amount(amount))
        | Value::Recovery(crate::model::Recovery::Amount(amount))
        | Value::Limit(Some(Limit::Amount(amount))) => Some(*amount),
        _ => None,
    };
    if amount.is_some_and(|amount| !amount.is_within_limit()) {
        return Err(Refusal::new("That is over a thousand thousand million pounds: type less."));
    }
    if !signed && amount.is_some_and(|amount| amount < Pence::ZERO) {
        return Err(Refusal::new(
            "That is below nought, and this is an amount: type it without a minus.",
        ));
    }
    if let Value::Measure(Some(size)) = value {
        return within_sizes(*size);
    }
    let share = match value {
        Value::Share(share) => *share,
        Value::Limit(Some(Limit::PercentOf(share, _)))
        | Value::Offset(crate::model::Offset::Percent(share))
        | Value::Recovery(crate::model::Recovery::Share(share))
        | Value::Protection(crate::model::Protection::AtMost(share))
        | Value::Test(crate::model::SupportTest::Linked(share)) => Some(*share),
        _ => None,
    };
    match share {
        Some(share) if field == Field::Distance && share <= Share::percent(-100) => {
            Err(Refusal::new("A body cannot be 100% or more below its target."))
        }
        Some(share)
            if field != Field::Distance && !(Share::ZERO..=most_share(field)).contains(&share) =>
        {
            let most = crate::format::percent(most_share(field), crate::format::Minus::Sign);
            Err(Refusal::new(format!("A percent here is from 0% to {most}.")))
        }
        _ => Ok(()),
    }
}

/// The largest size by a measure: 28 digits, so that sums over any scenario fit.
const LARGEST_SIZE: i128 = 10_i128.pow(28);

fn within_sizes(size: i128) -> Result<(), Refusal> {
    match size {
        ..0 => Err(Refusal::new("A size is not below nought: type it without a minus.")),
        0..=LARGEST_SIZE => Ok(()),
        _ => Err(Refusal::new("That size is too large: type less.")),
    }
}
