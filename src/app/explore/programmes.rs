//! The rows of the third pane: what the selected node's ask does to programmes, month by month.

use super::figures::Figure;
use super::{Explore, Filter};
use crate::app::Tone;
use crate::app::session::Session;
use crate::engine::{Outcome, Status};
use crate::format::Month;
use crate::levers::{Field, Lever};
use crate::model::{Node, Programme, Protection, Scenario};
use crate::money::Pence;
use std::ops::Range;

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// A programme, as a place in the scenario's list.
    Programme(usize),
    /// What a partner pays towards the programme above, as a place in the scenario's list.
    Partner(usize),
    /// Money beside the mechanism, as a place in the scenario's list.
    Alongside(usize),
}

impl What {
    /// The node whose levers it shows; money beside the mechanism has none.
    pub const fn node(self) -> Option<Node> {
        match self {
            Self::Programme(place) => Some(Node::Programme(place)),
            Self::Partner(place) => Some(Node::JointPart(place)),
            Self::Alongside(_) => None,
        }
    }
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgrammeRow {
    /// What it is about.
    pub what: What,
    /// Its name.
    pub name: String,
    /// What it loses; `None` where its cost is not known, or it is not ours to cut.
    pub cut: Option<Figure>,
    /// How late it is now: `4.0`, `year`, `none`, `[x]`, `[z]`.
    pub late: (String, Tone),
    /// The month it was planned to start, counted from April, if that is after April.
    pub planned: Option<i32>,
    /// The month it now starts, counted from April; `None` is not this year.
    pub starts: Option<i32>,
    /// Whether it is later than planned.
    pub is_late: bool,
    /// The month from which it runs, counted from April, if it does.
    pub runs_from: Option<i32>,
    /// A sentence in place of months that are not known.
    pub note: Option<String>,
    /// The last words of the row: `Dec → Apr 2020`, `protected`.
    pub status: (String, Tone),
    /// Whether one of its levers was moved.
    pub moved: bool,
}

impl ProgrammeRow {
    /// Whether it loses money or starts late.
    pub fn is_hit(&self) -> bool {
        self.is_late || self.cut.is_some_and(|cut| !cut.now.unwrap_or_default().is_zero())
    }
}

pub(super) fn rows(explore: &Explore, session: &Session) -> Vec<ProgrammeRow> {
    let scenario = session.now();
    let bodies = bodies_of(scenario, explore.node);
    let several = bodies.len() > 1;
    let mut rows = Vec::new();
    for body in bodies {
        let owner = several.then(|| scenario.words.bodies[body].brief());
        let programmes = scenario.bodies[body].programmes.clone();
        for place in programmes {
            rows.push(programme(session, place, owner));
            rows.extend(scenario.joint_parts_of(place).map(|part| partner(session, part)));
        }
        let beside = scenario.words.alongside.iter().enumerate();
        rows.extend(
            beside.filter(|(_, a)| a.body == body).map(|(place, _)| alongside(scenario, place)),
        );
    }
    rows.retain(|row| match explore.filter {
        Filter::All => true,
        Filter::Changed => row.moved || row.cut.is_some_and(Figure::differs),
        Filter::Hit => row.is_hit(),
    });
    rows
}

/// The bodies below a node, or the node itself.
pub(super) fn bodies_of(scenario: &Scenario, node: Node) -> Range<usize> {
    let of = |systems: Range<usize>| {
        let systems = &scenario.systems[systems];
        let ends = systems.first().zip(systems.last());
        ends.map_or(0..0, |(first, last)| first.bodies.start..last.bodies.end)
    };
    match node {
        Node::Body(place) => place..place + 1,
        Node::Group(place) => scenario.groups[place].bodies.clone(),
        Node::System(place) => scenario.systems[place].bodies.clone(),
        Node::Region(place) => of(scenario.regions[place].systems.clone()),
        _ => 0..scenario.bodies.len(),
    }
}

fn programme(session: &Session, place: usize, owner: Option<&str>) -> ProgrammeRow {
    let scenario = session.now();
    let words = &scenario.words.programmes[place];
    let own = &scenario.programmes[place];
    let (before, after) = (session.before().programmes[place], session.after().programmes[place]);
    let name = words.brief();
    let month = |month: Month| month.since(scenario.first_month);
    let running = own.starts.is_none() && words.running != Some(false);
    let planned = own.starts.map(month).filter(|month| (0..=12).contains(month));
    let is_late = matches!(after.status, Some(Status::Late | Status::NotThisYear));
    let moved = Lever::all(scenario, Node::Programme(place)).any(|lever| session.is_moved(lever));
    ProgrammeRow {
        what: What::Programme(place),
        name: owner.map_or_else(|| name.to_owned(), |owner| format!("{owner}: {name}")),
        cut: loses_known(own, after.budget).then_some(Figure::known(before.cut, after.cut)),
        late: late(scenario, session.after(), place),
        planned: planned.filter(|_| own.starts.is_some()),
        starts: after.new_start.map(month).filter(|_| after.status == Some(Status::Late)),
        is_late,
        runs_from: runs_from(running, planned, is_late, words.running == Some(true)),
        note: words.note.clone().filter(|_| !running && own.starts.is_none()),
        status: status(session, place),
        moved,
    }
}

/// What a partner pays on top, under the programme that it pays towards.
fn partner(session: &Session, place: usize) -> ProgrammeRow {
    let scenario = session.now();
    let part = &scenario.joint_parts[place];
    let (before, after) = (session.before().joint_parts[place], session.after().joint_parts[place]);
    let status = match (after.refused, part.matched) {
        (true, _) => ("withdraws".to_owned(), Tone::Worse),
        (false, true) => ("matched".to_owned(), Tone::Second),
        (false, false) => ("on top".to_owned(), Tone::Second),
    };
    let node = Node::JointPart(place);
    ProgrammeRow {
        what: What::Partner(place),
        name: format!("  with {}", scenario.words.of(node).brief()),
        cut: after.budget.map(|_| Figure { before: before.lost, now: after.lost }),
        late: (String::new(), Tone::Second),
        planned: None,
        starts: None,
        is_late: false,
        runs_from: None,
        note: None,
        status,
        moved: Lever::all(scenario, node).any(|lever| session.is_moved(lever)),
    }
}

/// Whether it is known what a programme loses: of a protected one, without its cost, nothing.
fn loses_known(programme: &Programme, budget: Option<Pence>) -> bool {
    budget.is_some() || programme.protection == Protection::Protected
}

/// What runs from the start of the year, or from a planned start that holds.
fn runs_from(running: bool, planned: Option<i32>, late: bool, said: bool) -> Option<i32> {
    match planned {
        Some(month) if !late => Some(month),
        Some(_) => None,
        None => (running || said).then_some(0),
    }
}

/// Months late as `4.0`; `year` where it does not start at all.
fn late(scenario: &Scenario, outcome: &Outcome, place: usize) -> (String, Tone) {
    let own = outcome.programmes[place];
    let programme = &scenario.programmes[place];
    match own.status {
        None if loses_known(programme, own.budget) => ("none".to_owned(), Tone::Second),
        None => ("[x]".to_owned(), Tone::Faint),
        Some(Status::NotThisYear) => ("▲ year".to_owned(), Tone::Worse),
        Some(Status::Late) => {
            let months = own.months_late(&scenario.programmes[place]);
            (months.map_or_else(String::new, |m| format!("▲ {}", one_decimal(m))), Tone::Worse)
        }
        Some(Status::Reduced | Status::Stops) => {
            (share_lost(outcome.service_lost(scenario, place)), Tone::Worse)
        }
        Some(Status::OnTime | Status::Protected) => ("none".to_owned(), Tone::Second),
    }
}

/// An exact fraction with one decimal, half up.
pub(super) fn one_decimal((numerator, denominator): (i128, i128)) -> String {
    let tenths = (20 * numerator + denominator).div_euclid(2 * denominator.max(1));
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// The part of a service that is lost; `[x]` where what a partner pays is not known.
fn share_lost(share: Option<(i128, i128)>) -> String {
    let words = share.map(|(lost, whole)| format!("{}%", one_decimal((lost * 100, whole))));
    format!("▲ {}", words.as_deref().unwrap_or("[x]"))
}

fn status(session: &Session, place: usize) -> (String, Tone) {
    let scenario = session.now();
    let words = &scenario.words.programmes[place];
    let own = session.after().programmes[place];
    let planned = scenario.programmes[place].starts;
    let said = || (words.status.clone().unwrap_or_default(), Tone::Second);
    match own.status {
        None => said(),
        Some(Status::OnTime) => match planned {
            Some(month) if words.status.is_none() => {
                (format!("from {}", month.short_with_year()), Tone::Second)
            }
            _ => said(),
        },
        Some(Status::Late) => {
            let to = own.new_start.map(Month::short_with_year).unwrap_or_default();
            let from = planned.map(|month| month.short().to_owned()).unwrap_or_default();
            (format!("{from} → {to}"), Tone::Worse)
        }
        Some(Status::NotThisYear) => ("not this year".to_owned(), Tone::Worse),
        Some(Status::Reduced) => ("runs smaller".to_owned(), Tone::Worse),
        Some(Status::Stops) => ("✕ stops".to_owned(), Tone::Stop),
        Some(Status::Protected) => ("protected".to_owned(), Tone::Second),
    }
}

fn alongside(scenario: &Scenario, place: usize) -> ProgrammeRow {
    let own = &scenario.words.alongside[place];
    let starts = own.starts.map_or(0, |month| month.since(scenario.first_month).max(0));
    ProgrammeRow {
        what: What::Alongside(place),
        name: own.name.clone(),
        cut: None,
        late: ("[z]".to_owned(), Tone::Faint),
        planned: None,
        starts: None,
        is_late: false,
        runs_from: Some(starts),
        note: None,
        status: (own.status.clone().or_else(|| own.note.clone()).unwrap_or_default(), Tone::Second),
        moved: false,
    }
}

impl ProgrammeRow {
    /// A programme's row where nothing else says whose it is.
    pub fn of(session: &Session, place: usize) -> Self {
        programme(session, place, None)
    }

    /// The lever that protects it, if it is a programme.
    pub fn protection(&self) -> Option<Lever> {
        match self.what {
            What::Programme(place) => {
                Some(Lever { node: Node::Programme(place), field: Field::Protection })
            }
            What::Partner(_) | What::Alongside(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_late_are_said_with_one_decimal() {
        // £478,904.64 of £120,000 a month is 3.9909 months: 4.0.
        assert_eq!(one_decimal((47_890_464 * 12, 144_000_000)), "4.0");
        assert_eq!(one_decimal((5, 2)), "2.5");
    }
}
