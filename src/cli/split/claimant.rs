//! The claimants of a case. Every field is read and checked, whether the rule needs it or not.

use super::decimal::{Decimal, pence, share, whole};
use super::refusal::Refusal;
use crate::money::Pence;
use crate::split::Child;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// A claimant: a child of the split, and what the split floor does not hold.
#[derive(Clone, Debug)]
pub(super) struct Claimant {
    pub(super) id: String,
    pub(super) child: Child,
    pub(super) weight: Option<Decimal>,
    pub(super) opt_out: bool,
}

/// All claimants of a case, in the order of its list.
pub(super) fn claimants(case: &Map<String, Value>) -> Result<Vec<Claimant>, Refusal> {
    let Some(Value::Array(list)) = case.get("claimants") else {
        return Err(Refusal::new("MISSING_CLAIMANTS", "`claimants` must be a list"));
    };
    let fields = list.iter().map(|value| match value {
        Value::Object(fields) => Ok(fields),
        _ => Err(Refusal::new("MISSING_CLAIMANTS", "a claimant must be an object")),
    });
    let fields: Vec<_> = fields.collect::<Result<_, _>>()?;
    let mut claimants: Vec<_> = fields.iter().map(|one| claimant(one)).collect::<Result<_, _>>()?;
    rank(&mut claimants)?;
    number_turns(&mut claimants, &fields)?;
    Ok(claimants)
}

/// Fields that are absent or null are not given.
pub(super) fn given<'a>(fields: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    fields.get(name).filter(|value| !value.is_null())
}

fn claimant(fields: &Map<String, Value>) -> Result<Claimant, Refusal> {
    let Some(Value::String(id)) = fields.get("id") else {
        return Err(Refusal::new("MISSING_ID", "every claimant needs an `id` in quotes"));
    };
    let amount = |name: &str| -> Result<Option<Pence>, Refusal> {
        let place = format!("`{name}` of {id}");
        let amount = given(fields, name).map(|value| pence(value, &place)).transpose()?;
        not_negative(amount, name, &place)
    };
    let weight_place = format!("`weight` of {id}");
    let weight = given(fields, "weight").map(|value| Decimal::read(value, &weight_place));
    let weight = weight.transpose()?;
    if weight.as_ref().is_some_and(Decimal::is_negative) {
        return Err(negative("weight", &weight_place));
    }
    let percent_place = format!("`percent` of {id}");
    let percent = given(fields, "percent").map(|value| share(value, 2, &percent_place));
    let percent = not_negative(percent.transpose()?, "percent", &percent_place)?;
    let claim = amount("claim")?;
    let child = Child {
        cap: amount("cap")?,
        floor: amount("floor")?.unwrap_or_default(),
        fixed: amount("fixed")?,
        percent,
        gap: claim,
        capacity: claim,
        baseline: amount("baseline")?,
        target: amount("target")?,
        ..Child::default()
    };
    if child.cap.is_some_and(|cap| cap < child.floor) {
        return Err(Refusal::new("FLOOR_ABOVE_CAP", format!("the floor of {id} is above its cap")));
    }
    Ok(Claimant { id: id.clone(), child, weight, opt_out: opt_out(fields, id)? })
}

fn opt_out(fields: &Map<String, Value>, id: &str) -> Result<bool, Refusal> {
    match given(fields, "opt_out") {
        None => Ok(false),
        Some(Value::Bool(out)) => Ok(*out),
        Some(_) => {
            let message = format!("`opt_out` of {id} must be true or false");
            Err(Refusal::new("UNKNOWN_OPT_OUT", message))
        }
    }
}

fn not_negative<T: PartialOrd + Default>(
    value: Option<T>,
    name: &str,
    place: &str,
) -> Result<Option<T>, Refusal> {
    match value {
        Some(value) if value < T::default() => Err(negative(name, place)),
        value => Ok(value),
    }
}

fn negative(name: &str, place: &str) -> Refusal {
    let code = format!("NEGATIVE_{}", name.to_uppercase());
    Refusal::new(code, format!("{place} is below nought"))
}

/// Gives every claimant its place in byte order of ids.
fn rank(claimants: &mut [Claimant]) -> Result<(), Refusal> {
    let mut order: Vec<usize> = (0..claimants.len()).collect();
    order.sort_by(|&a, &b| claimants[a].id.as_bytes().cmp(claimants[b].id.as_bytes()));
    for pair in order.windows(2) {
        if claimants[pair[0]].id == claimants[pair[1]].id {
            let message = format!("two claimants are called {}", claimants[pair[0]].id);
            return Err(Refusal::new("DUPLICATE_ID", message));
        }
    }
    for (rank, &index) in (0..).zip(&order) {
        claimants[index].child.rank = rank;
        claimants[index].child.key = rank;
    }
    Ok(())
}

/// Numbers the turns from 1: priorities may be any whole numbers, and are nought unless given.
fn number_turns(claimants: &mut [Claimant], fields: &[&Map<String, Value>]) -> Result<(), Refusal> {
    let mut priorities = Vec::new();
    for (fields, claimant) in fields.iter().zip(&*claimants) {
        let place = format!("`priority` of {}", claimant.id);
        let refused = || Refusal::bad_number(&place, "a whole number");
        priorities.push(match given(fields, "priority") {
            None => 0,
            Some(value) => whole(value).ok_or_else(refused)?,
        });
    }
    let mut ordered = priorities.clone();
    ordered.sort_unstable();
    ordered.dedup();
    let turns: BTreeMap<i64, u32> = ordered.into_iter().zip(1..).collect();
    for (claimant, priority) in claimants.iter_mut().zip(&priorities) {
        claimant.child.turn = turns.get(priority).copied();
    }
    Ok(())
}
