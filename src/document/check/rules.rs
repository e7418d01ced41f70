//! Limits that must be in order, percents that must fit, rules that must be able to run.

use super::super::sheet::Reading;
use super::super::{Code, Diagnostic, Severity};
use crate::format::{self, Minus};
use crate::levers::{all_nodes, check_limits, why_not};
use crate::model::{Node as Place, Scenario, Splitter, Why};
use crate::money::Share;
use crate::split::{Fault, Rule};

/// Limits must be known and in order, and every rule must be able to run.
pub(in super::super) fn rules(reading: &mut Reading<'_>, scenario: &Scenario) {
    for node in all_nodes(scenario) {
        limits(reading, scenario, node);
        let splitter = match node {
            Place::Nation | Place::Region(_) => Splitter::Pool(node),
            // The one group of a system without groups stands for it.
            Place::System(place) if !scenario.systems[place].ungrouped => Splitter::System(place),
            Place::Group(place) => Splitter::Group(place),
            _ => continue,
        };
        let Some(rule) = scenario.rule(splitter) else { continue };
        runs(reading, scenario, splitter, rule);
        leaves_nothing(reading, scenario, splitter, rule);
    }
}

fn limits(reading: &mut Reading<'_>, scenario: &Scenario, node: Place) {
    let Err(refusal) = check_limits(scenario, node) else { return };
    if is_in_doubt(reading, node) {
        return;
    }
    let at = place(reading, scenario, node, "cap");
    let message = refusal.message.trim_end_matches('.').replace("would be", "is");
    let fault = reading.at(Code::FLOOR_ABOVE_CAP, at, message).label("the limit");
    reading.note(fault.remedy("mend `cap` or `floor`"));
}

fn runs(reading: &mut Reading<'_>, scenario: &Scenario, splitter: Splitter, rule: &Rule) {
    let Err(cannot) = scenario.check_rule(splitter, rule) else { return };
    let node = named(scenario, splitter.node());
    let name = &scenario.words.of(node).name;
    let at = place(reading, scenario, node, "split");
    let over = matches!(cannot.why, Why::Fault(Fault::PercentAbove100));
    // What a rule lacks may stand in a field that could not be read: then one fault would look
    // like two. Percents that pass 100 pass it anyway.
    if !over && is_in_doubt(reading, node) {
        return;
    }
    let message = format!("{name}: {}", why_not(scenario, &cannot));
    let fault = match cannot.why {
        Why::Fault(Fault::PercentAbove100) => {
            let percents = Percents::of(scenario, splitter);
            let at = percents.last.map_or(at, |last| place(reading, scenario, last, "percent"));
            let total = format::percent(percents.sum, Minus::Sign);
            let message = format!("{name}: percents add up to {total}, not 100%");
            let fault =
                reading.at(Code::PERCENTS_OVER_100, at, message).label("here they pass 100%");
            fault.remedy("mend one of them; or leave one out: it gets the rest")
        }
        // Floors and caps of its children: said at the child.
        Why::Fault(Fault::FloorAboveCap { .. }) => return,
        Why::NotKnown(_) | Why::Fault(Fault::Missing { .. }) => {
            let fault =
                reading.at(Code::WEIGHTS_MISSING, at, message).label("needs what is missing");
            fault.remedy("give the figure, exempt who has none, or choose another rule")
        }
        _ => {
            let fault = reading.at(Code::RULE_CANNOT_RUN, at, message).label("cannot run here");
            fault.remedy("choose another rule here")
        }
    };
    reading.note(fault);
}

/// Percents that leave something over, with nobody to get the rest: allowed, but rarely meant.
fn leaves_nothing(reading: &mut Reading<'_>, scenario: &Scenario, splitter: Splitter, rule: &Rule) {
    let percents = Percents::of(scenario, splitter);
    let meant = *rule == Rule::Percent { rest: None } && percents.blanks == 0;
    if !meant || percents.sum >= Share::ONE || is_in_doubt(reading, splitter.node()) {
        return;
    }
    let Some(last) = percents.last else { return };
    let at = place(reading, scenario, last, "percent");
    let name = &scenario.words.of(named(scenario, splitter.node())).name;
    let total = format::percent(percents.sum, Minus::Sign);
    let message = format!("{name}: percents add up to {total}, and nobody gets the rest");
    let fault = reading.at(Code::PERCENTS_UNDER_100, at, message).label("the last of them");
    reading.note(fault.remedy("mend one of them; or leave one out: it gets the rest"));
}

/// The percents of a node's children.
struct Percents {
    sum: Share,
    /// The last child that has one.
    last: Option<Place>,
    /// How many children have none.
    blanks: usize,
}

impl Percents {
    fn of(scenario: &Scenario, splitter: Splitter) -> Self {
        let mut percents = Self { sum: Share::ZERO, last: None, blanks: 0 };
        let mut units = 0_i64;
        for (node, percent) in children(scenario, splitter) {
            match percent {
                Some(percent) => {
                    units = units.saturating_add(percent.units());
                    percents.last = Some(node);
                }
                None => percents.blanks += 1,
            }
        }
        percents.sum = Share::from_units(units);
        percents
    }
}

fn children(scenario: &Scenario, splitter: Splitter) -> Vec<(Place, Option<Share>)> {
    match splitter {
        Splitter::Pool(node) => {
            let systems = scenario.pool(node).map(|pool| pool.systems.clone());
            let systems = systems.into_iter().flatten();
            systems.map(|s| (Place::System(s), scenario.systems[s].terms.percent)).collect()
        }
        Splitter::System(place) => {
            let groups = scenario.systems[place].groups.clone();
            groups.map(|g| (Place::Group(g), scenario.groups[g].terms.percent)).collect()
        }
        Splitter::Group(place) => {
            let bodies = scenario.groups[place].bodies.clone();
            bodies.map(|b| (Place::Body(b), scenario.bodies[b].terms.percent)).collect()
        }
    }
}

/// The node that a person knows: the unnamed group of a system is the system.
fn named(scenario: &Scenario, node: Place) -> Place {
    match node {
        Place::Group(group) if scenario.systems[scenario.groups[group].system].ungrouped => {
            Place::System(scenario.groups[group].system)
        }
        _ => node,
    }
}

/// Whether a fault that may have taken a figure away stands inside the node.
fn is_in_doubt(reading: &Reading<'_>, node: Place) -> bool {
    let own = reading.places.get(&node).map(|node| reading.source.span_of(node));
    let takes_a_figure = |fault: &Diagnostic| {
        let harmless = [Code::DUPLICATE_ID, Code::UNKNOWN_SOURCE, Code::EMPTY_NAME, Code::BAD_ID];
        let ours = [Code::PERCENTS_OVER_100, Code::FLOOR_ABOVE_CAP, Code::WEIGHTS_MISSING];
        fault.severity == Severity::Error
            && !harmless.contains(&fault.code)
            && !ours.contains(&fault.code)
    };
    let inside =
        |fault: &Diagnostic| own.as_ref().is_none_or(|own| own.contains(&fault.span.start));
    reading.lost || reading.faults.iter().any(|fault| takes_a_figure(fault) && inside(fault))
}

/// Where a field of a node stands; its id, or the node itself, if the field is not there.
fn place<'a>(
    reading: &Reading<'a>,
    scenario: &Scenario,
    node: Place,
    field: &str,
) -> crate::ron_text::Node<'a> {
    let node = named(scenario, node);
    let own = reading.field_of(node, field).or_else(|| reading.field_of(node, "id"));
    own.or_else(|| reading.places.get(&node).copied()).unwrap_or(reading.root)
}
