//! Paths that a file names, and changes that its story makes.

use super::super::diagnostic::as_fault;
use super::super::read::LeadsTo;
use super::super::sheet::Reading;
use super::super::{Code, Diagnostic};
use crate::engine::measure_at;
use crate::format::Unit;
use crate::levers::{Lever, Refusal, Typing, Value, lever_at, node_at, set_all, typed};
use crate::model::Scenario;
use crate::ron_text::Node;

/// A change of a story, read: in which step, which lever, to what, and where it stands.
type Move<'a> = (usize, Lever, Value, Node<'a>);

/// Every path that the file names must lead somewhere, and every change of its story must fit.
pub(in super::super) fn paths<'a>(reading: &mut Reading<'a>, scenario: &Scenario) {
    let mut moves: Vec<Move<'a>> = Vec::new();
    // A change is only tried on a scenario that stands.
    let stands = !super::super::load::is_broken(&reading.faults);
    for path in std::mem::take(&mut reading.pending.paths) {
        let result = match path.leads_to {
            LeadsTo::Partner => node_at(scenario, &path.words).map(|_| ()),
            LeadsTo::Outcome => measure_at(scenario, &path.words).map(|_| ()),
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
            // What is named may stand in the part that could not be read.
            let place = path.words.rsplit_once('.').map_or(&*path.words, |(place, _)| place);
            if !(reading.lost && node_at(scenario, place).is_err()) {
                let fault = leads_nowhere(reading, path.node, &refusal);
                reading.note(fault);
            }
        }
    }
    // The changes of one step belong together: two percents may only fit as a pair.
    for step in moves.chunk_by(|a, b| a.0 == b.0).filter(|_| stands) {
        let together: Vec<(Lever, Value)> =
            step.iter().map(|(_, lever, to, _)| (*lever, to.clone())).collect();
        if let Err(refusal) = set_all(&mut scenario.clone(), &together) {
            misfit(reading, &refusal, step[0].3);
        }
    }
}

/// The fault of a path that names nothing.
fn leads_nowhere(reading: &Reading<'_>, node: Node<'_>, refusal: &Refusal) -> Diagnostic {
    let (what, why) = match refusal.message.split_once(". It has: ") {
        Some((what, names)) => (what, Some(format!("It has: {names}"))),
        None => (refusal.message.as_str(), None),
    };
    let fault = reading.at(Code::UNKNOWN_PATH, node, as_fault(what)).label("leads nowhere");
    let fault = Diagnostic { why, ..fault };
    match &refusal.nearest {
        Some(near) => fault.nearest(Some(near)),
        None => fault.remedy("write  ID.field or ID/PART.field, such as 07G.ask or EV/beds.cut"),
    }
}

fn misfit(reading: &mut Reading<'_>, refusal: &Refusal, value: Node<'_>) {
    let fault = reading.at(Code::CHANGE_REFUSED, value, as_fault(&refusal.message));
    let fault = fault.label("does not fit").nearest(refusal.nearest.as_deref());
    reading.note(fault.remedy("write a value that the lever takes; `fairshare levers` lists them"));
}
