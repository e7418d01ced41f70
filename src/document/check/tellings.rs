//! Sentences that quote figures: each of them must be there.

use super::super::Code;
use super::super::diagnostic::as_fault;
use super::super::sheet::Reading;
use super::paths::leads_nowhere;
use crate::engine::{leads, told_at};
use crate::levers::node_at;
use crate::model::{Quoted, Scenario};
use crate::ron_text::Node;

/// Every figure that a sentence quotes must lead somewhere.
pub(in super::super) fn tellings(reading: &mut Reading<'_>, scenario: &Scenario) {
    for (node, telling) in std::mem::take(&mut reading.pending.tellings) {
        for quoted in telling.figures() {
            figure(reading, scenario, (node, quoted));
        }
    }
}

fn figure<'a>(reading: &mut Reading<'a>, scenario: &Scenario, (node, own): (Node<'a>, &Quoted)) {
    for path in [Some(&own.path), own.of.as_ref()].into_iter().flatten() {
        let Err(refusal) = told_at(scenario, path) else { continue };
        let place = path.rsplit_once('.').map_or(&**path, |(place, _)| place);
        if !(reading.lost && node_at(scenario, place).is_err()) {
            let fault = leads_nowhere(reading, node, &refusal).within(reading.source, path);
            reading.note(fault);
        }
        return;
    }
    if !reading.lost
        && let Err(refusal) = leads(scenario, own)
    {
        let fault = reading.at(Code::GARBLED_FIGURE, node, as_fault(&refusal.message));
        let fault = fault.label("not in `observed`").within(reading.source, &own.path);
        reading.note(fault.remedy(format!("write  {{{}}}, or add it to `observed`", own.path)));
    }
}
