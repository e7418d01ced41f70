//! The Results screen: target, result and the distance between them, and what support hangs on it.
//!
//! Its state is where the cursors are and what is open; its rows are worked out anew from that and
//! the session. How they are drawn is in `view/results.rs`, what keys do in `update/results.rs`.

mod detail;
mod figures;
mod headline;
mod parts;
mod table;

use std::collections::BTreeSet;

pub use detail::DetailRow;
pub use figures::{better_change, distance};
pub use table::ResultRow;

use super::session::Session;
use super::{Headline, Line};
use crate::engine::{OutcomeMeasure, Source};
use crate::model::{Node, Scenario};

/// The panes of the screen, in the order of Tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pane {
    /// Pools, systems and bodies.
    #[default]
    Table,
    /// What the selected one's result and support hang on.
    Detail,
}

/// In which order systems, and bodies within them, stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// As in the file.
    #[default]
    File,
    /// The smallest distance between result and target first.
    Edge,
    /// The most lost first.
    Lost,
}

impl Order {
    /// The next order.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::File => Self::Edge,
            Self::Edge => Self::Lost,
            Self::Lost => Self::File,
        }
    }

    /// What it is, in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::File => "as in the file",
            Self::Edge => "nearest to its target first",
            Self::Lost => "the most lost first",
        }
    }
}

/// The screen.
#[derive(Clone, Debug)]
pub struct Results {
    /// Which pane has the focus.
    pub focus: Pane,
    /// The selected pool, system or body.
    pub node: Node,
    /// The selected row of what its result hangs on, among those that can be selected.
    pub row: usize,
    /// The systems whose bodies are listed.
    pub open: BTreeSet<Node>,
    /// In which order they stand.
    pub order: Order,
    /// Whether only what differs from the baseline is listed.
    pub only_changed: bool,
}

impl Results {
    /// Begins where most is lost, then where most support is, then at the widest miss; systems are
    /// open where a body has support or a known target.
    pub fn new(session: &Session) -> Self {
        Self {
            focus: Pane::Table,
            node: first(session),
            row: 0,
            open: told_of(session),
            order: Order::File,
            only_changed: false,
        }
    }

    /// The rows of the table.
    pub fn table(&self, session: &Session) -> Vec<ResultRow> {
        table::rows(self, session)
    }

    /// Which row of the table is selected.
    pub fn selected(&self, rows: &[ResultRow]) -> usize {
        rows.iter().position(|row| row.node == self.node).unwrap_or(0)
    }

    /// The rows of what the selected one's result and support hang on.
    pub fn detail(&self, session: &Session) -> Vec<DetailRow> {
        detail::rows(self, session)
    }

    /// The row under the cursor of the second pane.
    pub fn detail_row(&self, session: &Session) -> Option<DetailRow> {
        let mut rows = self.detail(session);
        rows.retain(|row| !row.is_head);
        let last = rows.len().checked_sub(1)?;
        Some(rows.swap_remove(self.row.min(last)))
    }

    /// The number that the selected row ends in: the position, the result, or what is known of it.
    pub fn outcome(&self, session: &Session) -> Option<OutcomeMeasure> {
        let known = |id: &&str| {
            let measure = OutcomeMeasure::find(self.node, id);
            measure.is_some_and(|m| m.read(session.now(), session.after()).value.is_some())
        };
        let support = session.now().has_support(self.node);
        let first = if support { "position" } else { "result" };
        let ids = [first, "result", "against_control_total", "against_control_totals", "ask"];
        OutcomeMeasure::find(self.node, ids.iter().find(|id| known(id))?)
    }

    /// The sum over its systems that the row of a pool ends in, where it is known.
    pub fn summed(&self, session: &Session) -> Option<Source> {
        let is_pool = matches!(self.node, Node::Nation | Node::Region(_));
        let own = figures::Figures::of(session.now(), session.after(), self.node);
        let id = match (own.has_support, own.position, own.result) {
            (true, Some(_), _) => "position",
            (_, _, Some(_)) => "result",
            _ => return None,
        };
        is_pool.then_some(Source::All(self.node, id))
    }

    /// The heading of the second pane.
    pub fn title(&self, session: &Session) -> String {
        let name = session.now().words.of(self.node).brief();
        format!("What {} result hangs on", crate::format::possessive(name))
    }

    /// Selects a node; what its result hangs on begins at the first row again.
    pub fn select(&mut self, node: Node) {
        if self.node != node {
            self.node = node;
            self.row = 0;
        }
    }

    /// Opens the system of a body.
    pub fn reveal(&mut self, scenario: &Scenario) {
        if let Node::Body(place) = self.node {
            self.open.insert(Node::System(scenario.bodies[place].system));
        }
    }

    /// What the screen says in sentences.
    pub fn headline(&self, session: &Session) -> Headline {
        headline::headline(self.node, session)
    }

    /// What the message line says while nothing has just happened.
    pub fn hint(&self, session: &Session) -> Line {
        match (self.focus, self.detail_row(session)) {
            (Pane::Detail, Some(row)) if !row.is_way() => headline::about(&row, session),
            _ => self.sentence(session).in_a_sentence(),
        }
    }

    /// What a pound more or less would do.
    pub fn sentence(&self, session: &Session) -> Line {
        headline::edge(self.node, session)
    }

    /// The screen line by line, without its headline.
    pub fn sentences(&self, session: &Session) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        lines.extend(self.table(session).iter().map(ResultRow::sentence));
        let detail = self.detail(session);
        lines.extend(detail.iter().map(DetailRow::sentence));
        lines
    }
}

/// Where the screen begins: where most is lost, then where most is at stake, then at the widest miss,
/// then at whoever something is said of at all.
fn first(session: &Session) -> Node {
    let scenario = session.now();
    let systems = (0..scenario.systems.len()).map(Node::System);
    let nodes = systems.chain((0..scenario.bodies.len()).map(Node::Body));
    let weight = |node: &Node| {
        let own = figures::Figures::of(scenario, session.after(), *node);
        let stake = own.support.amount + parts::earned_by(scenario, *node);
        let told = own.has_support || own.margin.is_some();
        let miss = own.margin.map(|margin| -margin);
        // Of a system and a body that say the same, the body is the one to move; of equals the first.
        let is_body = told && matches!(node, Node::Body(_));
        (own.support.lost(), stake, miss, told, is_body, std::cmp::Reverse(*node))
    };
    nodes.max_by_key(weight).unwrap_or_else(|| top(scenario))
}

/// The pool above all others.
fn top(scenario: &Scenario) -> Node {
    match (&scenario.nation, scenario.regions.is_empty()) {
        (None, false) => Node::Region(0),
        _ => Node::Nation,
    }
}

/// Systems of whose bodies something can be said.
fn told_of(session: &Session) -> BTreeSet<Node> {
    let scenario = session.now();
    let told = |body: &usize| {
        let own = figures::Figures::of(scenario, session.after(), Node::Body(*body));
        let found = own.against.is_some_and(|against| !against.is_zero());
        let paid = !parts::earned_by(scenario, Node::Body(*body)).is_zero();
        own.margin.is_some() || own.has_support || found || paid
    };
    let systems = scenario.systems.iter().enumerate();
    let open = systems.filter(|(_, system)| system.bodies.clone().any(|body| told(&body)));
    open.map(|(place, _)| Node::System(place)).collect()
}
