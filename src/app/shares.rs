//! Shares that total 100 %: moving one, the others give way in proportion. Which shares belong to one
//! split, `levers` knows.

use std::collections::BTreeSet;

use crate::levers::{Lever, Refusal, Value};
use crate::money::Share;

/// The moves that give one share a value and let the others, where they totalled 100 %, give way in
/// proportion; locked ones stay.
///
/// # Errors
/// If the others cannot give way so far.
pub(super) fn give_way(
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
    use crate::levers::Field;
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
