//! Where each field of each node is kept: the only place that reads and writes them by name.

mod beside;

use super::{Field, Refusal, Value};
use crate::model::{Node, Pool, Scenario, Terms};

/// The value of a field, or `None` if the node has no such field.
pub(super) fn get(scenario: &Scenario, node: Node, field: Field) -> Option<Value> {
    match node {
        Node::Nation | Node::Region(_) => get_pool(scenario, node, field),
        Node::System(place) => get_system(scenario, place, field),
        Node::Saving(place) => {
            let saving = &scenario.savings[place];
            match field {
                Field::Amount => Some(Value::Money(Some(saving.amount))),
                Field::Delivered => Some(Value::Share(Some(saving.delivered))),
                Field::Recurrent => Some(Value::Known(saving.recurrent)),
                _ => None,
            }
        }
        Node::Group(place) => {
            let group = &scenario.groups[place];
            match field {
                Field::Split => Some(Value::Rule(group.split.clone())),
                Field::Lead => Some(Value::Lead(group.lead)),
                _ => get_terms(&group.terms, field).or_else(|| get_measure(scenario, node, field)),
            }
        }
        Node::Body(place) => get_body(scenario, place, field),
        Node::Programme(place) => get_programme(scenario, place, field),
        _ => beside::get(scenario, node, field),
    }
}

fn get_pool(scenario: &Scenario, node: Node, field: Field) -> Option<Value> {
    let pool = scenario.pool(node)?;
    Some(match field {
        Field::Pooling if node == Node::Nation => Value::Pooling(scenario.pooling),
        Field::Offset => Value::Offset(pool.offset),
        Field::Split => Value::Rule(pool.split.clone()),
        Field::Contributors => Value::Contributors(pool.contributors),
        Field::Refusals => Value::PoolRefusals(pool.refusals),
        Field::Reserve => Value::Money(Some(pool.reserve)),
        Field::AskedIn => Value::Month(Some(pool.asked_in)),
        Field::Recurrent => Value::Yes(pool.recurrent),
        Field::Repaid => Value::Share(pool.repayment.and_then(|promise| promise.repaid)),
        Field::Years => Value::Count(pool.repayment.map(|promise| promise.years)),
        _ => return None,
    })
}

fn get_system(scenario: &Scenario, place: usize, field: Field) -> Option<Value> {
    let system = &scenario.systems[place];
    Some(match field {
        Field::ControlTotal => Value::Money(system.control_total),
        Field::Plan => Value::Money(system.plan),
        Field::Gap => Value::Money(system.gap()),
        Field::Agreed => Value::Yes(system.agreed),
        Field::Recover => Value::Recovery(system.recover),
        Field::Split if system.ungrouped => {
            Value::Rule(scenario.groups[system.groups.start].split.clone())
        }
        Field::Split => Value::Rule(system.split.clone()),
        Field::Refusals => Value::BodyRefusals(system.refusals),
        Field::Stance => Value::Stance(system.stance),
        _ => {
            let terms = get_terms(&system.terms, field);
            return terms.or_else(|| get_measure(scenario, Node::System(place), field));
        }
    })
}

fn get_body(scenario: &Scenario, place: usize, field: Field) -> Option<Value> {
    let body = &scenario.bodies[place];
    Some(match field {
        Field::ControlTotal => Value::Money(body.control_total),
        Field::Plan => Value::Money(body.plan),
        Field::Gap => Value::Money(body.gap()),
        Field::Agreed => Value::Yes(body.agreed),
        Field::Reserve => Value::Money(Some(body.reserve)),
        Field::Stance => Value::Stance(body.stance),
        Field::Absorbs => Value::Absorbs(body.absorbs),
        Field::Complete => Value::Yes(body.complete),
        Field::Distance => Value::Share(body.distance),
        Field::Signed => Value::Known(body.signed),
        _ => {
            let terms = get_terms(&body.terms, field);
            return terms.or_else(|| get_measure(scenario, Node::Body(place), field));
        }
    })
}

fn get_programme(scenario: &Scenario, place: usize, field: Field) -> Option<Value> {
    let programme = &scenario.programmes[place];
    Some(match field {
        Field::AnnualCost => Value::Money(programme.annual_cost),
        Field::Starts => Value::Month(programme.starts),
        Field::Protection => Value::Protection(programme.protection),
        Field::Priority => Value::Count(programme.priority),
        Field::Fixed => Value::Money(programme.fixed),
        Field::StopsAt => Value::Share(programme.stops_at),
        _ => return None,
    })
}

fn get_terms(terms: &Terms, field: Field) -> Option<Value> {
    Some(match field {
        Field::Cap => Value::Limit(terms.cap),
        Field::Floor => Value::Limit(terms.floor),
        Field::Fixed => Value::Money(terms.fixed),
        Field::Percent => Value::Share(terms.percent),
        Field::Turn => Value::Count(terms.turn),
        _ => return None,
    })
}

fn get_measure(scenario: &Scenario, node: Node, field: Field) -> Option<Value> {
    match field {
        Field::Measure(column) => Some(Value::Measure(scenario.measure(node, column))),
        _ => None,
    }
}

/// Writes a field. The kinds match: a mismatch, or a node without the field, is refused.
pub(super) fn put(
    scenario: &mut Scenario,
    (node, field): (Node, Field),
    value: &Value,
) -> Result<(), Refusal> {
    let done = match node {
        Node::Nation | Node::Region(_) => put_pool(scenario, node, field, value),
        Node::System(place) => put_system(scenario, place, field, value),
        Node::Saving(place) => put_saving(scenario, place, field, value),
        Node::Group(place) => put_group(scenario, place, field, value),
        Node::Body(place) => put_body(scenario, place, field, value),
        Node::Programme(place) => put_programme(scenario, place, field, value),
        _ => beside::put(scenario, (node, field), value),
    };
    let word = field.word(scenario);
    done.ok_or_else(|| Refusal::new(format!("`{word}` cannot hold that kind of value here.")))
}

fn put_pool(scenario: &mut Scenario, node: Node, field: Field, value: &Value) -> Option<()> {
    if let (Field::Pooling, Node::Nation, Value::Pooling(pooling)) = (field, node, value) {
        scenario.pooling = *pooling;
        return Some(());
    }
    let pool: &mut Pool = match node {
        Node::Nation => scenario.nation.as_mut()?,
        Node::Region(place) => scenario.regions.get_mut(place)?,
        _ => return None,
    };
    match (field, value) {
        (Field::Offset, Value::Offset(offset)) => pool.offset = *offset,
        (Field::Split, Value::Rule(rule)) => pool.split = rule.clone(),
        (Field::Contributors, Value::Contributors(who)) => pool.contributors = *who,
        (Field::Refusals, Value::PoolRefusals(refusals)) => pool.refusals = *refusals,
        (Field::Reserve, Value::Money(Some(reserve))) => pool.reserve = *reserve,
        (Field::AskedIn, Value::Month(Some(month))) => pool.asked_in = *month,
        (Field::Recurrent, Value::Yes(recurrent)) => pool.recurrent = *recurrent,
        (Field::Repaid, Value::Share(repaid)) => pool.repayment.as_mut()?.repaid = *repaid,
        (Field::Years, Value::Count(Some(years))) => pool.repayment.as_mut()?.years = *years,
        _ => return None,
    }
    Some(())
}

fn put_system(scenario: &mut Scenario, place: usize, field: Field, value: &Value) -> Option<()> {
    let system = &mut scenario.systems[place];
    match (field, value) {
        (Field::ControlTotal, Value::Money(total)) => system.control_total = *total,
        (Field::Plan, Value::Money(plan)) => system.plan = *plan,
        (Field::Gap, Value::Money(gap)) => system.stated_gap = *gap,
        (Field::Agreed, Value::Yes(agreed)) => system.agreed = *agreed,
        (Field::Recover, Value::Recovery(recover)) => system.recover = *recover,
        (Field::Split, Value::Rule(rule)) if system.ungrouped => {
            scenario.groups[system.groups.start].split = rule.clone();
        }
        (Field::Split, Value::Rule(rule)) => system.split = rule.clone(),
        (Field::Refusals, Value::BodyRefusals(refusals)) => system.refusals = *refusals,
        (Field::Stance, Value::Stance(stance)) => system.stance = *stance,
        (Field::Measure(column), Value::Measure(size)) => {
            let cell = scenario.measures.cell(place, column);
            scenario.measures.systems[cell] = *size;
        }
        _ => return put_terms(&mut system.terms, field, value),
    }
    Some(())
}

fn put_saving(scenario: &mut Scenario, place: usize, field: Field, value: &Value) -> Option<()> {
    let saving = &mut scenario.savings[place];
    match (field, value) {
        (Field::Amount, Value::Money(Some(amount))) => saving.amount = *amount,
        (Field::Delivered, Value::Share(Some(share))) => saving.delivered = *share,
        (Field::Recurrent, Value::Known(recurrent)) => saving.recurrent = *recurrent,
        _ => return None,
    }
    Some(())
}

fn put_group(scenario: &mut Scenario, place: usize, field: Field, value: &Value) -> Option<()> {
    let group = &mut scenario.groups[place];
    match (field, value) {
        (Field::Split, Value::Rule(rule)) => group.split = rule.clone(),
        (Field::Lead, Value::Lead(lead)) => group.lead = *lead,
        (Field::Measure(column), Value::Measure(size)) => {
            let cell = scenario.measures.cell(place, column);
            scenario.measures.groups[cell] = *size;
        }
        _ => return put_terms(&mut group.terms, field, value),
    }
    Some(())
}

fn put_body(scenario: &mut Scenario, place: usize, field: Field, value: &Value) -> Option<()> {
    let body = &mut scenario.bodies[place];
    match (field, value) {
        (Field::ControlTotal, Value::Money(total)) => body.control_total = *total,
        (Field::Plan, Value::Money(plan)) => body.plan = *plan,
        (Field::Gap, Value::Money(gap)) => body.stated_gap = *gap,
        (Field::Agreed, Value::Yes(agreed)) => body.agreed = *agreed,
        (Field::Reserve, Value::Money(Some(reserve))) => body.reserve = *reserve,
        (Field::Stance, Value::Stance(stance)) => body.stance = *stance,
        (Field::Absorbs, Value::Absorbs(absorbs)) => body.absorbs = *absorbs,
        (Field::Complete, Value::Yes(complete)) => body.complete = *complete,
        (Field::Distance, Value::Share(distance)) => body.distance = *distance,
        (Field::Signed, Value::Known(signed)) => body.signed = *signed,
        (Field::Measure(column), Value::Measure(size)) => {
            let cell = scenario.measures.cell(place, column);
            scenario.measures.bodies[cell] = *size;
        }
        _ => return put_terms(&mut body.terms, field, value),
    }
    scenario.sum_totals(scenario.bodies[place].system);
    Some(())
}

fn put_programme(scenario: &mut Scenario, place: usize, field: Field, value: &Value) -> Option<()> {
    let programme = &mut scenario.programmes[place];
    match (field, value) {
        (Field::AnnualCost, Value::Money(cost)) => programme.annual_cost = *cost,
        (Field::Starts, Value::Month(month)) => programme.starts = *month,
        (Field::Protection, Value::Protection(protection)) => programme.protection = *protection,
        (Field::Priority, Value::Count(priority)) => programme.priority = *priority,
        (Field::Fixed, Value::Money(fixed)) => programme.fixed = *fixed,
        (Field::StopsAt, Value::Share(share)) => programme.stops_at = *share,
        _ => return None,
    }
    Some(())
}

fn put_terms(terms: &mut Terms, field: Field, value: &Value) -> Option<()> {
    match (field, value) {
        (Field::Cap, Value::Limit(cap)) => terms.cap = *cap,
        (Field::Floor, Value::Limit(floor)) => terms.floor = *floor,
        (Field::Fixed, Value::Money(fixed)) => terms.fixed = *fixed,
        (Field::Percent, Value::Share(percent)) => terms.percent = *percent,
        (Field::Turn, Value::Count(turn)) => terms.turn = *turn,
        _ => return None,
    }
    Some(())
}
