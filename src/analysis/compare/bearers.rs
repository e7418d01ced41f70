//! Who bears it: the least and the most a head among the systems that are asked.

use std::cmp::Ordering;

use super::{Cell, Comparison, Row, Section, Side};
use crate::engine::OutcomeMeasure;
use crate::model::Node;

/// The measure of an ask for each registered person.
pub(super) const REGISTERED: &str = "ask_per_head";

/// The two rows; none where nobody's people are known.
pub(super) fn rows(comparison: &Comparison<'_>) -> Vec<Row> {
    let measure = per_head(comparison.sides);
    let row = |id: &'static str, wanted: Ordering| Row {
        section: Section::Bears,
        path: format!("{id}.{measure}"),
        place: None,
        depth: 0,
        id,
        cells: comparison.sides.iter().map(|side| end(side, measure, wanted)).collect(),
    };
    let rows = [row("lowest", Ordering::Less), row("highest", Ordering::Greater)];
    let known = rows.iter().flat_map(|row| &row.cells).any(|cell| cell.value().is_some());
    if known { rows.into() } else { Vec::new() }
}

/// Registered people; where no side knows them, residents.
pub(super) fn per_head(sides: &[Side<'_>]) -> &'static str {
    let known = |id: &str| {
        let known = |side: &Side<'_>| {
            let systems = (0..side.now.systems.len()).map(Node::System);
            let mut all = systems.filter_map(|node| OutcomeMeasure::find(node, id));
            all.any(|own| own.read(side.now, side.outcome).value.is_some())
        };
        sides.iter().any(known)
    };
    if known(REGISTERED) { REGISTERED } else { "ask_per_resident" }
}

/// The system at one end; the first of equals.
fn end(side: &Side<'_>, measure: &str, wanted: Ordering) -> Cell {
    let asked = |place: &usize| !side.outcome.systems[*place].ask.is_zero();
    let mut found = Cell::default();
    for place in (0..side.now.systems.len()).filter(asked) {
        let node = Node::System(place);
        let Some(measure) = OutcomeMeasure::find(node, measure) else { continue };
        let reading = measure.read(side.now, side.outcome);
        let further = match found.reading {
            None => reading.value.is_some(),
            Some(best) => reading.compare(best) == Some(wanted),
        };
        if further {
            found = Cell { node: Some(node), reading: Some(reading) };
        }
    }
    found
}
