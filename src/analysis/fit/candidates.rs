//! Which rules are tried: those that need no figures of their own, and the one that stands there.

use std::sync::Arc;

use super::bench::can_lead;
use super::{How, Observation};
use crate::levers::why_not;
use crate::model::{Node, Scenario, Splitter};
use crate::money::Share;
use crate::split::{Column, Rule};

/// A rule that cannot run there, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Cannot {
    /// The rule.
    pub rule: Arc<Rule>,
    /// Why, in a fragment: `turnover is not known for Southend`.
    pub why: String,
}

/// The ways that can be tried at a splitter, and the rules that cannot run there.
pub(super) fn candidates(
    scenario: &Scenario,
    splitter: Splitter,
    observed: &[Observation],
) -> (Vec<How>, Vec<Cannot>) {
    let mut rules = plain_rules(scenario);
    let own = scenario.rule(splitter).filter(|own| !is_agreed(own));
    rules.extend(own.filter(|own| !rules.contains(own)).cloned());
    let (mut ways, mut cannot) = (Vec::new(), Vec::new());
    for rule in rules {
        match scenario.check_rule(splitter, &rule) {
            Ok(()) => ways.push(How::Rule(Arc::new(rule))),
            Err(why) => {
                cannot.push(Cannot { rule: Arc::new(rule), why: why_not(scenario, &why) });
            }
        }
    }
    ways.extend(lead(scenario, splitter, observed).map(How::Lead));
    (ways, cannot)
}

/// Every rule without figures of its own.
fn plain_rules(scenario: &Scenario) -> Vec<Rule> {
    let columns = (0..scenario.measures.count()).filter_map(|at| u16::try_from(at).ok());
    let mut rules: Vec<Rule> =
        columns.map(|column| Rule::Proportional { by: Column(column) }).collect();
    rules.extend([
        Rule::Equal,
        Rule::WhereItFalls,
        Rule::EqualHeadroom,
        Rule::EqualUpToLimit,
        Rule::ContestedGarment,
        Rule::Levelling { pace: Share::ONE },
    ]);
    rules
}

/// Whether a rule reads what was agreed one by one: it would fit whatever was agreed.
fn is_agreed(rule: &Rule) -> bool {
    matches!(rule, Rule::Fixed { .. } | Rule::Percent { .. } | Rule::Priority { .. })
}

/// The body that carries all of it, where one does or the shares look so.
fn lead(scenario: &Scenario, splitter: Splitter, observed: &[Observation]) -> Option<usize> {
    let Splitter::Group(place) = splitter else { return None };
    let mut paying = observed.iter().filter(|share| !share.amount.is_zero());
    let only = match (paying.next(), paying.next()) {
        (Some(Observation { node: Node::Body(body), .. }), None) => Some(*body),
        _ => None,
    };
    scenario.groups[place].lead.or(only).filter(|body| can_lead(scenario, *body))
}
