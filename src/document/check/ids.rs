//! Ids that are used twice.

use std::collections::HashMap;

use super::super::Code;
use super::super::read::Draft;
use super::super::sheet::Reading;
use crate::levers::{all_nodes, parts_of};
use crate::model::Node as Place;

/// Ids that stand alone must be unique in the file, those of parts in their parent.
pub(in super::super) fn ids(reading: &mut Reading<'_>, draft: &Draft) {
    let words = &draft.words;
    let nation = draft.scenario.nation.iter().map(|_| Place::Nation);
    let alone = nation
        .chain((0..words.regions.len()).map(Place::Region))
        .chain((0..words.systems.len()).map(Place::System))
        .chain((0..words.bodies.len()).map(Place::Body))
        .chain((0..words.councils.len()).map(Place::Council))
        .chain((0..words.knock_ons.len()).map(Place::KnockOn))
        .chain((0..words.key_tests.len()).map(Place::KeyTest));
    unique(reading, draft, alone);
    // An id that stands alone begins a path; the others follow the node that they are parts of.
    for node in all_nodes(&draft.scenario) {
        unique(reading, draft, parts_of(&draft.scenario, node).into_iter());
    }
}

fn unique(reading: &mut Reading<'_>, draft: &Draft, places: impl Iterator<Item = Place>) {
    let mut seen: HashMap<&str, Place> = HashMap::new();
    for place in places {
        let id = draft.words.of(place).id.as_str();
        let Some(first) = (!id.is_empty()).then(|| seen.insert(id, place)).flatten() else {
            continue;
        };
        let Some(node) = reading.places.get(&place).copied() else { continue };
        let line = reading.places.get(&first).map_or(0, |n| reading.source.place_of(n).line);
        let node = reading.field_of(place, "id").unwrap_or(node);
        let fault = reading.at(Code::DUPLICATE_ID, node, format!("the id `{id}` is used twice"));
        let why = format!("The first stands in line {line}.");
        reading.note(fault.label("the second one").why(why).remedy("give one of them another id"));
    }
}
