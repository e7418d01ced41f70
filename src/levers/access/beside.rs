//! Fields of what stands beside the tree: councils, partners, support, pay for performance, knock-on
//! costs, facts of key tests.

use super::{Field, Value};
use crate::model::{Node, Scenario};

/// The value of a field, or `None` if the node has no such field.
pub(super) fn get(scenario: &Scenario, node: Node, field: Field) -> Option<Value> {
    Some(match (node, field) {
        (Node::Council(at), Field::Stance) => Value::TakesPart(!scenario.councils[at].refuses),
        (Node::Support(at), Field::Amount) => Value::Money(Some(scenario.supports[at].amount)),
        (Node::Support(at), Field::Test) => Value::Test(scenario.supports[at].test),
        (Node::Support(at), Field::Bonus) => Value::Share(scenario.supports[at].bonus),
        (Node::Condition(at), Field::Met) => Value::Yes(scenario.conditions[at].met),
        (Node::JointPart(at), Field::AnnualCost) => {
            Value::Money(scenario.joint_parts[at].annual_cost)
        }
        (Node::JointPart(at), Field::Matched) => Value::Yes(scenario.joint_parts[at].matched),
        (Node::KnockOn(at), Field::On) => Value::Yes(scenario.knock_ons[at].on),
        (Node::KnockOn(at), Field::Returns) => Value::Share(Some(scenario.knock_ons[at].returns)),
        (Node::KeyTest(at), Field::Fact) => Value::Yes(scenario.facts[at]?),
        (Node::Performance(at), _) => {
            let own = &scenario.performances[at];
            match field {
                Field::Amount => Value::Money(Some(own.amount)),
                Field::Planned => Value::Whole(own.planned),
                Field::Achieved => Value::Whole(own.achieved),
                _ => return None,
            }
        }
        _ => return None,
    })
}

/// Writes a field; `None` if the node has no such field, or it holds another kind of value.
pub(super) fn put(
    scenario: &mut Scenario,
    (node, field): (Node, Field),
    value: &Value,
) -> Option<()> {
    match (node, field, value) {
        (Node::Council(at), Field::Stance, Value::TakesPart(takes_part)) => {
            scenario.councils[at].refuses = !takes_part;
        }
        (Node::Support(at), Field::Amount, Value::Money(Some(amount))) => {
            scenario.supports[at].amount = *amount;
        }
        (Node::Support(at), Field::Test, Value::Test(test)) => scenario.supports[at].test = *test,
        (Node::Support(at), Field::Bonus, Value::Share(bonus)) => {
            scenario.supports[at].bonus = *bonus;
        }
        (Node::Condition(at), Field::Met, Value::Yes(met)) => scenario.conditions[at].met = *met,
        (Node::JointPart(at), Field::AnnualCost, Value::Money(cost)) => {
            scenario.joint_parts[at].annual_cost = *cost;
        }
        (Node::JointPart(at), Field::Matched, Value::Yes(matched)) => {
            scenario.joint_parts[at].matched = *matched;
        }
        (Node::KnockOn(at), Field::On, Value::Yes(on)) => scenario.knock_ons[at].on = *on,
        (Node::KnockOn(at), Field::Returns, Value::Share(Some(returns))) => {
            scenario.knock_ons[at].returns = *returns;
        }
        (Node::KeyTest(at), Field::Fact, Value::Yes(fact)) => scenario.facts[at] = Some(*fact),
        (Node::Performance(at), _, _) => {
            let own = &mut scenario.performances[at];
            match (field, value) {
                (Field::Amount, Value::Money(Some(amount))) => own.amount = *amount,
                (Field::Planned, Value::Whole(planned)) => own.planned = *planned,
                (Field::Achieved, Value::Whole(achieved)) => own.achieved = *achieved,
                _ => return None,
            }
        }
        _ => return None,
    }
    Some(())
}
