//! Shares of one split: which levers they are, whether they total 100 %, and how the others give way
//! when one is moved.

use std::collections::BTreeSet;

use super::{Field, Lever, Refusal, Value};
use crate::model::{Node, Scenario, Splitter};
use crate::money::Share;
use crate::split::Rule;

/// The shares of one split, if this lever is one of them and its split goes by agreed shares: itself
/// and its siblings, in file order.
pub fn shares_with(scenario: &Scenario, lever: Lever) -> Option<Vec<(Lever, Share)>> {
    let (splitter, _) = siblings(scenario, lever)?;
    matches!(scenario.rule(splitter)?, Rule::Percent { .. }).then_some(())?;
    let share = |lever: Lever| match lever.get(scenario) {
        Value::Share(Some(share)) => Some((lever, share)),
        _ => None,
    };
    let shares: Vec<_> = percents_beside(scenario, lever).into_iter().filter_map(share).collect();
    shares.iter().any(|(own, _)| *own == lever).then_some(shares)
}

/// The agreed shares of the same split as this lever, itself among them, whatever its rule is now;
/// nothing beside what is no share.
pub fn percents_beside(scenario: &Scenario, lever: Lever) -> Vec<Lever> {
    let nodes = siblings(scenario, lever).map(|(_, nodes)| nodes).unwrap_or_default();
    nodes.into_iter().map(|node| Lever { node, field: Field::Percent }).collect()
}

fn siblings(scenario: &Scenario, lever: Lever) -> Option<(Splitter, Vec<Node>)> {
    if lever.field != Field::Percent {
        return None;
    }
    Some(match lever.node {
        Node::System(place) => {
            let pool = scenario.pool_of(place);
            let systems = scenario.pool(pool)?.systems.clone();
            (Splitter::Pool(pool), systems.map(Node::System).collect())
        }
        Node::Group(place) => {
            let system = scenario.groups[place].system;
            let groups = scenario.systems[system].groups.clone();
            (Splitter::System(system), groups.map(Node::Group).collect())
        }
        Node::Body(place) => {
            let group = scenario.bodies[place].group;
            let bodies = scenario.groups[group].bodies.clone();
            (Splitter::Group(group), bodies.map(Node::Body).collect())
        }
        _ => return None,
    })
}

/// The moves that give a lever a value as people mean it: other shares of the same split give way but
/// for those that are locked. None if it holds that already.
///
/// # Errors
/// If the others cannot give way so far.
pub fn moves_to(
    scenario: &Scenario,
    (lever, value): (Lever, Value),
    locked: &BTreeSet<Lever>,
) -> Result<Vec<(Lever, Value)>, Refusal> {
    if value == lever.get(scenario) {
        return Ok(Vec::new());
    }
    match (shares_with(scenario, lever), &value) {
        (Some(shares), Value::Share(Some(to))) => give_way(&shares, (lever, *to), locked),
        _ => Ok(vec![(lever, value)]),
    }
}

/// The moves that give one share a value and let the others, where they totalled 100 %, give way in
/// proportion; locked ones stay.
///
/// # Errors
/// If the others cannot give way so far.
pub fn give_way(
    shares: &[(Lever, Share)],
    (lever, to): (Lever, Share),
    locked: &BTreeSet<Lever>,
) -> Result<Vec<(Lever, Value)>, Refusal> {
    let moved = |lever: Lever, units: i64| (lever, Value::Share(Some(Share::from_units(units))));
    let total: i64 = shares.iter().map(|(_, share)| share.units()).sum();
    let own = shares.iter().find(|(own, _)| *own == lever).map_or(0, |(_, share)| share.units());
    let mut moves = vec![moved(lever, to.units())];
    if total != Share::UNITS || shares.len() < 2 {
        return Ok(moves);
    }
    let free: Vec<_> =
        shares.iter().filter(|(other, _)| *other != lever && !locked.contains(other)).collect();
    let available: i64 = free.iter().map(|(_, share)| share.units()).sum();
    let left = available - (to.units() - own);
    if free.is_empty() || left < 0 {
        return Err(Refusal::new(
            "The other shares cannot give way so far: unlock one with Space, or move less.",
        ));
    }
    let mut given = 0;
    for (place, (other, share)) in free.iter().enumerate() {
        let last = place + 1 == free.len();
        let units = match (last, available) {
            (true, _) => left - given,
            (false, 0) => left / i64::try_from(free.len()).unwrap_or(1),
            (false, _) => scaled(share.units(), left, available),
        };
        given += units;
        moves.push(moved(*other, units));
    }
    Ok(moves)
}

/// `units × left ÷ available`, rounded down to a tenth of a per cent where that is possible.
fn scaled(units: i64, left: i64, available: i64) -> i64 {
    let exact = i128::from(units) * i128::from(left) / i128::from(available.max(1));
    i64::try_from(exact).unwrap_or(units)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Node;

    fn lever(place: usize) -> Lever {
        Lever { node: Node::Group(place), field: Field::Percent }
    }

    fn percents(moves: &[(Lever, Value)]) -> Vec<(usize, i64)> {
        let units = |value: &Value| match value {
            Value::Share(Some(share)) => share.units() / (Share::UNITS / 1000),
            _ => panic!("a share was moved"),
        };
        let place = |lever: &Lever| match lever.node {
            Node::Group(place) => place,
            _ => panic!("a group was moved"),
        };
        moves.iter().map(|(lever, value)| (place(lever), units(value))).collect()
    }

    #[test]
    fn the_others_give_way_in_proportion() {
        let shares = [50, 30, 20].map(Share::percent);
        let shares: Vec<_> = (0..).map(lever).zip(shares).collect();
        // 50 → 60 takes 10 from 50: 30 − 6 = 24, 20 − 4 = 16. In tenths of a per cent.
        let moves = give_way(&shares, (lever(0), Share::percent(60)), &BTreeSet::new()).unwrap();
        assert_eq!(percents(&moves), [(0, 600), (1, 240), (2, 160)]);
        let locked = BTreeSet::from([lever(1)]);
        let moves = give_way(&shares, (lever(0), Share::percent(60)), &locked).unwrap();
        assert_eq!(percents(&moves), [(0, 600), (2, 100)]);
        assert!(give_way(&shares, (lever(0), Share::percent(80)), &locked).is_err());
    }

    #[test]
    fn shares_that_do_not_total_a_whole_are_left_alone() {
        let shares = vec![(lever(0), Share::percent(50)), (lever(1), Share::percent(30))];
        let moves = give_way(&shares, (lever(0), Share::percent(60)), &BTreeSet::new()).unwrap();
        assert_eq!(percents(&moves), [(0, 600)]);
    }
}
