//! The line of a number: the engine's, or of a burden the one that is made where burdens are counted.

use std::borrow::Cow;

use super::burden;
use crate::engine::{Line, Source, Workings};
use crate::model::Scenario;

/// How a number comes about; `None` of what is not worked out.
pub(super) fn line<'w>(
    scenario: &Scenario,
    worked: &'w Workings,
    source: Source,
) -> Option<Cow<'w, Line>> {
    match source {
        Source::Burden(own) => burden::line(scenario, &worked.outcome, own).map(Cow::Owned),
        other => worked.line(scenario, other),
    }
}
