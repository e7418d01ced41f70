//! Paths that a file names, and changes that its stories and lessons make.

use super::super::diagnostic::as_fault;
use super::super::read::LeadsTo;
use super::super::sheet::Reading;
use super::super::{Code, Diagnostic};
use crate::engine::measure_at;
use crate::format::Unit;
use crate::levers::{Lever, Refusal, Typing, Value, lever_at, node_at, set_all, typed};
use crate::model::Scenario;
use crate::ron_text::Node;

/// A change of a list, read: which lever, to what, and where it stands.
struct Move<'a> {
    list: usize,
    /// Whether it is made once the others of its list are.
    is_after: bool,
    lever: Lever,
    to: Value,
    node: Node<'a>,
}

/// Every path that the file names must lead somewhere, and every change of its stories and lessons
/// must fit.
pub(in super::super) fn paths<'a>(reading: &mut Reading<'a>, scenario: &Scenario) {
    let mut moves: Vec<Move<'a>> = Vec::new();
    // A change is only tried on a scenario that stands.
    let stands = !super::super::load::is_broken(&reading.faults);
    for path in std::mem::take(&mut reading.pending.paths) {
        let lever = || lever_at(scenario, &path.words);
        let result = match path.leads_to {
            LeadsTo::Partner => node_at(scenario, &path.words).map(|_| ()),
            LeadsTo::Outcome => measure_at(scenario, &path.words).map(|_| ()),
            LeadsTo::AnyLever => lever().map(|_| ()),
            LeadsTo::Lever(list, node) => {
                lever().map(|lever| moves.extend(read(reading, scenario, (lever, node, list))))
            }
            LeadsTo::LeverAfter(list, node) => lever().map(|lever| {
                let own = read(reading, scenario, (lever, node, list));
                moves.extend(own.map(|own| Move { is_after: true, ..own }));
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
    // The changes of one list belong together: two percents may only fit as a pair.
    for list in moves.chunk_by(|a, b| a.list == b.list).filter(|_| stands) {
        let mut now = scenario.clone();
        for is_after in [false, true] {
            let own: Vec<&Move<'_>> = list.iter().filter(|own| own.is_after == is_after).collect();
            let Some(first) = own.first() else { continue };
            let together: Vec<(Lever, Value)> =
                own.iter().map(|own| (own.lever, own.to.clone())).collect();
            if let Err(refusal) = set_all(&mut now, &together) {
                misfit(reading, &refusal, first.node);
            }
        }
    }
}

/// Reads the value of a change; one that the lever does not take is a fault.
fn read<'a>(
    reading: &mut Reading<'a>,
    scenario: &Scenario,
    (lever, node, list): (Lever, Node<'a>, usize),
) -> Option<Move<'a>> {
    let words = node.text().unwrap_or_else(|_| node.source().into());
    let typing = Typing { now: scenario, base: scenario, lever, unit: Unit::Pounds };
    match typed(typing, &words) {
        Ok(to) => Some(Move { list, is_after: false, lever, to, node }),
        Err(refusal) => {
            misfit(reading, &refusal, node);
            None
        }
    }
}

/// The fault of a path that names nothing.
pub(super) fn leads_nowhere(
    reading: &Reading<'_>,
    node: Node<'_>,
    refusal: &Refusal,
) -> Diagnostic {
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

pub(super) fn misfit(reading: &mut Reading<'_>, refusal: &Refusal, value: Node<'_>) {
    let fault = reading.at(Code::CHANGE_REFUSED, value, as_fault(&refusal.message));
    let fault = fault.label("does not fit").nearest(refusal.nearest.as_deref());
    reading.note(fault.remedy("write a value that the lever takes; `fairshare levers` lists them"));
}
