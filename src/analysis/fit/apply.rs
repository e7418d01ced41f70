//! Using a line: the levers that make a scenario split by it.

use super::{Fit, FitLine, How};
use crate::format::{self, Minus};
use crate::levers::{Field, Lever, Refusal, Value};
use crate::model::{Offset, Scenario, Splitter};
use crate::money::Share;
use crate::split::Rule;

/// The moves that make a scenario split as a line does: the rule and, where the line divides another
/// amount than now, the group's share or the pool's offset. What already stands is left out. Of
/// shares that total 100 % the others have to give way.
///
/// # Errors
/// Where the amount is not one that can be set there; nothing is moved here.
pub fn uses(
    scenario: &Scenario,
    fit: &Fit,
    line: &FitLine,
) -> Result<Vec<(Lever, Value)>, Refusal> {
    let own = scenario.holder_of(fit.splitter);
    let mut moves = Vec::new();
    match &line.how {
        How::Rule(rule) => {
            moves.push((Lever { node: own, field: Field::Split }, Value::Rule(rule.clone())));
            if let Splitter::Group(place) = fit.splitter
                && scenario.groups[place].lead.is_some()
            {
                moves.push((Lever { node: own, field: Field::Lead }, Value::Lead(None)));
            }
        }
        How::Lead(body) => {
            moves.push((Lever { node: own, field: Field::Lead }, Value::Lead(Some(*body))));
        }
    }
    if !line.pot.present {
        moves.push(amount(scenario, fit, line)?);
    }
    moves.retain(|(lever, value)| lever.get(scenario) != *value);
    Ok(moves)
}

/// The move that makes a splitter divide the amount of a line.
fn amount(scenario: &Scenario, fit: &Fit, line: &FitLine) -> Result<(Lever, Value), Refusal> {
    let node = fit.splitter.node();
    let said = format::short(line.pot.amount, Minus::Sign);
    match fit.splitter {
        Splitter::Pool(_) => {
            let offset =
                if line.pot.whole { Offset::WholeNeed } else { Offset::Amount(line.pot.amount) };
            Ok((Lever { node, field: Field::Offset }, Value::Offset(offset)))
        }
        Splitter::Group(place) if is_percent(scenario, place) => {
            let share = fit.share_of_whole(line).filter(|share| *share <= Share::ONE);
            let share = share.filter(|share| share.of(fit.whole) == line.pot.amount);
            let value = share.map(|share| Value::Share(Some(share)));
            let value = value.ok_or_else(|| {
                Refusal::new(format!("{said} is no share of what the system is asked for."))
            })?;
            Ok((Lever { node, field: Field::Percent }, value))
        }
        Splitter::Group(_) | Splitter::System(_) => Err(Refusal::new(format!(
            "{said} cannot be set here: what is divided follows from the rule above. Set that first."
        ))),
    }
}

/// Whether a group's part of its system's ask is an agreed percentage.
fn is_percent(scenario: &Scenario, group: usize) -> bool {
    let system = &scenario.systems[scenario.groups[group].system];
    !system.ungrouped && matches!(*system.split, Rule::Percent { .. })
}
