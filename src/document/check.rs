//! What can only be checked on the whole: ids, limits, rules that must be able to run, paths.

use std::collections::HashMap;

use super::read::{Draft, LeadsTo};
use super::sheet::Reading;
use super::{Code, Diagnostic};
use crate::engine::OutcomeMeasure;
use crate::format::Unit;
use crate::levers::{
    Lever, Refusal, Typing, Value, all_nodes, check_limits, lever_at, node_at, set_all, typed,
    why_not,
};
use crate::model::{Node as Place, Scenario, Splitter, Why};
use crate::money::Share;
use crate::ron_text::Node;
use crate::split::Fault;

/// Ids that stand alone must be unique in the file, those of parts in their parent.
pub(super) fn ids(reading: &mut Reading<'_>, draft: &Draft) {
    let words = &draft.words;
    let nation = draft.scenario.nation.iter().map(|_| Place::Nation);
    let alone = nation
        .chain((0..words.regions.len()).map(Place::Region))
        .chain((0..words.systems.len()).map(Place::System))
        .chain((0..words.bodies.len()).map(Place::Body));
    unique(reading, draft, alone);
    for system in &draft.scenario.systems {
        let groups = system.groups.clone().map(Place::Group);
        unique(reading, draft, groups.chain(system.savings.clone().map(Place::Saving)));
    }
    for body in &draft.scenario.bodies {
        unique(reading, draft, body.programmes.clone().map(Place::Programme));
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
        let node = field_of(node, "id").unwrap_or(node);
        let fault = reading.at(Code::DUPLICATE_ID, node, format!("the id `{id}` is used twice"));
        let why = format!("The first stands in line {line}.");
        reading.note(fault.label("the second one").why(why).remedy("give one of them another id"));
    }
}

/// Limits must be known and in order, and every rule must be able to run.
pub(super) fn rules(reading: &mut Reading<'_>, scenario: &Scenario) {
    for node in all_nodes(scenario) {
        if let Err(refusal) = check_limits(scenario, node) {
            let at = place(reading, node, "cap");
            let code = Code::FLOOR_ABOVE_CAP;
            let fault = reading.at(code, at, refusal.message.trim_end_matches('.'));
            reading.note(fault.remedy("mend `cap` or `floor`"));
        }
        let splitter = match node {
            Place::Nation | Place::Region(_) => Splitter::Pool(node),
            Place::System(place) => Splitter::System(place),
            Place::Group(place) => Splitter::Group(place),
            _ => continue,
        };
        rule(reading, scenario, splitter);
    }
}

fn rule(reading: &mut Reading<'_>, scenario: &Scenario, splitter: Splitter) {
    let Some(rule) = scenario.rule(splitter) else { return };
    let Err(cannot) = scenario.check_rule(splitter, rule) else { return };
    let name = &scenario.words.of(splitter.node()).name;
    let at = place(reading, splitter.node(), "split");
    let fault = match cannot.why {
        Why::Fault(Fault::PercentAbove100) => {
            let (sum, last) = percents(scenario, splitter);
            let total = crate::format::percent(sum, crate::format::Minus::Sign);
            let at = last.map_or(at, |last| place(reading, last, "percent"));
            let message = format!("{name}: percents add up to {total}, not 100%");
            reading
                .at(Code::PERCENTS_OVER_100, at, message)
                .remedy("leave one out: it gets the rest")
        }
        Why::NotKnown(_) | Why::Fault(Fault::Missing { .. }) => {
            let message = format!("{name}: {}", why_not(scenario, &cannot));
            let fault = reading.at(Code::WEIGHTS_MISSING, at, message);
            fault.remedy("give the figure, exempt who has none, or choose another rule")
        }
        _ => {
            let message = format!("{name}: {}", why_not(scenario, &cannot));
            reading.at(Code::RULE_CANNOT_RUN, at, message).remedy("choose another rule here")
        }
    };
    reading.note(fault);
}

/// The sum of the percents of a node's children, and the last child that has one.
fn percents(scenario: &Scenario, splitter: Splitter) -> (Share, Option<Place>) {
    let mut sum = 0;
    let mut last = None;
    for node in all_nodes(scenario) {
        let terms = match (splitter, node) {
            (Splitter::Pool(pool), Place::System(place)) if scenario.pool_of(place) == pool => {
                &scenario.systems[place].terms
            }
            (Splitter::System(system), Place::Group(place))
                if scenario.groups[place].system == system =>
            {
                &scenario.groups[place].terms
            }
            (Splitter::Group(group), Place::Body(place))
                if scenario.bodies[place].group == group =>
            {
                &scenario.bodies[place].terms
            }
            _ => continue,
        };
        if let Some(percent) = terms.percent {
            sum += percent.units();
            last = Some(node);
        }
    }
    (Share::from_units(sum), last)
}

/// A change of a story, read: in which step, which lever, to what, and where it stands.
type Move<'a> = (usize, Lever, Value, Node<'a>);

/// Every path that the file names must lead somewhere, and every change of its story must fit.
pub(super) fn paths<'a>(reading: &mut Reading<'a>, scenario: &Scenario) {
    let mut moves: Vec<Move<'a>> = Vec::new();
    for path in std::mem::take(&mut reading.pending.paths) {
        let result = match path.leads_to {
            LeadsTo::Partner => node_at(scenario, &path.words).map(|_| ()),
            LeadsTo::Outcome => outcome_at(scenario, &path.words).map(|_| ()),
            LeadsTo::Lever(step, value) => lever_at(scenario, &path.words).map(|lever| {
                let words = value.text().unwrap_or_else(|_| value.source().into());
                let typing = Typing { now: scenario, base: scenario, lever, unit: Unit::Pounds };
                match typed(typing, &words) {
                    Ok(to) => moves.push((step, lever, to, value)),
                    Err(refusal) => misfit(reading, &refusal, value),
                }
            }),
        };
        if let Err(refusal) = result {
            let message = refusal.message.trim_end_matches('.');
            let fault = reading.at(Code::UNKNOWN_PATH, path.node, message);
            reading.note(fault.label("leads nowhere").nearest(refusal.nearest.as_deref()));
        }
    }
    // The changes of one step belong together: two percents may only fit as a pair.
    for step in moves.chunk_by(|a, b| a.0 == b.0) {
        let together: Vec<(Lever, Value)> =
            step.iter().map(|(_, lever, to, _)| (*lever, to.clone())).collect();
        if let Err(refusal) = set_all(&mut scenario.clone(), &together) {
            misfit(reading, &refusal, step[0].3);
        }
    }
}

fn misfit(reading: &mut Reading<'_>, refusal: &Refusal, value: Node<'_>) {
    let fault = reading.at(Code::CHANGE_REFUSED, value, refusal.message.trim_end_matches('.'));
    reading.note(fault.label("does not fit").nearest(refusal.nearest.as_deref()));
}

/// The outcome measure at a path.
///
/// # Errors
/// If there is no such node, or it has no such measure; with the nearest right name.
pub fn outcome_at(scenario: &Scenario, path: &str) -> Result<OutcomeMeasure, Refusal> {
    let Some((place, id)) = path.rsplit_once('.') else {
        let message = format!("`{path}` names no outcome. A path is ID.measure, such as 07G.ask.");
        return Err(Refusal::new(message));
    };
    let node = node_at(scenario, place)?;
    OutcomeMeasure::find(node, id).ok_or_else(|| {
        let ids: Vec<&str> = OutcomeMeasure::all(node).map(|measure| measure.row.id).collect();
        let nearest = crate::format::nearest(id, ids.iter().copied());
        let nearest = nearest.map(|name| format!("{place}.{name}"));
        let name = &scenario.words.of(node).name;
        let message = format!("{name} has no outcome `{id}`. It has: {}.", ids.join(", "));
        Refusal::with_nearest(message, nearest)
    })
}

fn field_of<'a>(node: Node<'a>, name: &str) -> Option<Node<'a>> {
    let fields = node.fields().ok()?;
    fields.into_iter().find(|field| field.name.source() == name).map(|field| field.value)
}

/// Where a field of a node stands; the node's first character if the field is not there.
fn place<'a>(reading: &Reading<'a>, node: Place, field: &str) -> Node<'a> {
    let own = reading.places.get(&node).copied();
    let own = own.and_then(|node| field_of(node, field).or(field_of(node, "id")).or(Some(node)));
    own.unwrap_or(reading.root)
}

/// Whether any of the faults so far keeps the file from being used.
pub(super) fn is_broken(faults: &[Diagnostic]) -> bool {
    faults.iter().any(|fault| fault.severity == super::Severity::Error)
}
