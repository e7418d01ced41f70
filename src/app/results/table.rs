//! The rows of the table: pools, their systems, and the bodies of those that are open.

use std::cmp::Reverse;

use super::figures::{Figures, distance};
use super::{Order, Results};
use crate::app::Tone;
use crate::app::explore::Figure;
use crate::app::session::Session;
use crate::format::{self, Minus};
use crate::levers::Lever;
use crate::model::Node;
use crate::money::Pence;

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultRow {
    /// Whose row it is.
    pub node: Node,
    /// How far below the top it stands.
    pub depth: u16,
    /// Whether its bodies are listed; `None` has none.
    pub open: Option<bool>,
    /// Its name, whole and short.
    pub names: (String, String),
    /// Its control total.
    pub control_total: Option<Pence>,
    /// What it must end the year with.
    pub target: Option<Pence>,
    /// What it ends the year with.
    pub result: Figure,
    /// Result less target.
    pub margin: Figure,
    /// Result less control total.
    pub against: Figure,
    /// The same if all was found of which nobody described how; `None` where all is described.
    pub at_most: Option<Pence>,
    /// Whether it, or one of its bodies, has support.
    pub has_support: bool,
    /// What is paid of that.
    pub paid: Figure,
    /// What is lost of it.
    pub lost: Figure,
    /// More for a result above its target.
    pub bonus: Figure,
    /// Result + support + bonus.
    pub position: Figure,
    /// Whether it is a region or the country.
    pub is_pool: bool,
}

impl ResultRow {
    fn of(results: &Results, session: &Session, node: Node, depth: u16) -> Self {
        let scenario = session.now();
        let before = Figures::of(session.base(), session.before(), node);
        let now = Figures::of(scenario, session.after(), node);
        let both =
            |read: fn(&Figures) -> Option<Pence>| Figure { before: read(&before), now: read(&now) };
        let words = scenario.words.of(node);
        let open = match node {
            Node::System(place) if !scenario.systems[place].bodies.is_empty() => {
                Some(results.open.contains(&node))
            }
            _ => None,
        };
        Self {
            node,
            depth,
            open,
            names: words.names(),
            control_total: now.control_total,
            target: now.target,
            result: both(|own| own.result),
            margin: both(|own| own.margin),
            against: both(|own| own.against),
            at_most: now.against.and_then(|against| match node {
                Node::Body(place) => {
                    let open = session.after().bodies[place].not_described;
                    (!open.is_zero()).then_some(against + open)
                }
                _ => None,
            }),
            has_support: now.has_support,
            paid: both(|own| own.support.paid),
            lost: both(|own| own.support.lost()),
            bonus: both(|own| own.support.bonus),
            position: both(|own| own.position),
            is_pool: matches!(node, Node::Nation | Node::Region(_)),
        }
    }

    /// The change that counts most here: of the position, else of the result against its total.
    pub fn moved(&self) -> Figure {
        match self.position.now.or(self.position.before) {
            Some(_) => self.position,
            None => self.against,
        }
    }

    fn differs(&self, session: &Session) -> bool {
        let figures = [self.margin, self.paid, self.lost, self.position, self.against];
        let moved = |lever: Lever| session.is_moved(lever);
        self.is_pool
            || figures.into_iter().any(Figure::differs)
            || Lever::all(session.now(), self.node).any(moved)
    }

    /// The row for those who hear it.
    pub(super) fn sentence(&self) -> String {
        let money = |amount: Option<Pence>| {
            amount.map_or_else(|| "not available".to_owned(), |a| format::exact(a, Minus::Sign))
        };
        let name = &self.names.0;
        let mut line = match self.margin.now {
            Some(margin) => {
                let met = if margin >= Pence::ZERO { "met" } else { "missed" };
                format!(
                    "{name}: target {}, result {}, {met} by {}",
                    money(self.target),
                    money(self.result.now),
                    money(Some(margin.abs())),
                )
            }
            None => format!("{name}: target or result not available"),
        };
        if let (None, Some(against)) = (self.margin.now, self.against.now) {
            line = format!("{line}, against control total {}", money(Some(against)));
            if self.at_most.is_some() {
                line = format!("{line} to {}: how is not described", money(self.at_most));
            }
        }
        if self.has_support {
            let (paid, lost) = (money(self.paid.now), money(self.lost.now));
            line = format!("{line}; support paid {paid}, lost {lost}");
        }
        match self.position.change().filter(|change| !change.is_zero()) {
            Some(change) => {
                let word = if change > Pence::ZERO { "better" } else { "worse" };
                format!("{line}; {} {word} than before", money(Some(change.abs())))
            }
            None => line,
        }
    }

    /// The distance to the target, as its column has it. A pool has no test that it could miss.
    pub fn distance(&self) -> (String, Tone) {
        match self.margin.now.filter(|_| self.is_pool) {
            Some(margin) => (format::column_of_changes(margin, 3, Minus::Sign), Tone::Text),
            None => distance(self.margin.now),
        }
    }
}

pub(super) fn rows(results: &Results, session: &Session) -> Vec<ResultRow> {
    let scenario = session.now();
    let row = |node: Node, depth: u16| ResultRow::of(results, session, node, depth);
    let mut rows: Vec<ResultRow> = scenario.nation.iter().map(|_| row(Node::Nation, 0)).collect();
    let below = u16::from(scenario.nation.is_some());
    for (place, region) in scenario.regions.iter().enumerate() {
        rows.push(row(Node::Region(place), below));
        let systems = region.systems.clone().map(|system| row(Node::System(system), below + 1));
        for system in results.sorted(systems.collect()) {
            let Node::System(own) = system.node else { continue };
            let is_open = system.open == Some(true);
            rows.push(system);
            if is_open {
                let bodies = scenario.systems[own].bodies.clone();
                let bodies = bodies.map(|body| row(Node::Body(body), below + 2));
                rows.extend(results.sorted(bodies.collect()));
            }
        }
    }
    if results.only_changed {
        rows.retain(|row| row.differs(session));
    }
    rows
}

impl Results {
    fn sorted(&self, mut rows: Vec<ResultRow>) -> Vec<ResultRow> {
        let margin = |row: &ResultRow| row.margin.now.map(Pence::abs);
        match self.order {
            Order::File => {}
            // What is not known stands last.
            Order::Edge => rows.sort_by_key(|row| (margin(row).is_none(), margin(row))),
            Order::Lost => rows.sort_by_key(|row| Reverse(row.lost.now)),
        }
        rows
    }
}
