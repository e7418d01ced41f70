//! The Explore screen: who is asked, what decides it, and which programmes that reaches.
//!
//! Its state is where the cursors are and what is open; its rows are worked out anew from that and
//! the session. How they are drawn is in `view/explore`.

mod bar;
mod decides;
mod figures;
mod headline;
mod held;
mod hint;
mod in_system;
mod lever_row;
mod more_of;
mod programmes;
mod sentences;
mod shown;
mod tree;
mod within;

use std::collections::BTreeSet;

pub(super) use bar::pool_above;
pub use bar::{Bar, BarPart};
pub use decides::DecidesRow;
pub(super) use figures::ask;
pub use figures::{Figure, change_sign, per_head};
pub(super) use headline::{effect, more};
pub use held::size_words;
pub(super) use held::{value as held_value, word as held_word};
pub(super) use hint::{about_lever, standing_words};
pub use lever_row::{Leaves, LeverRow, Sort as LeverSort};
pub use programmes::{ProgrammeRow, What};
pub use shown::{Filter, Order};
pub use tree::TreeRow;

use super::session::Session;
use super::{Headline, Line};
use crate::levers::{Field, Lever};
use crate::model::{Node, Scenario};
use crate::money::Pence;

/// The panes of the screen, in the order of Tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pane {
    /// Who is asked.
    Tree,
    /// What decides it.
    #[default]
    Levers,
    /// The programmes that it reaches.
    Programmes,
}

impl Pane {
    /// All of them, in that order.
    pub const ALL: [Self; 3] = [Self::Tree, Self::Levers, Self::Programmes];
}

/// So many rows are seen at once at the start: of more systems than that, their regions; of a system
/// that is alone, as much of what is below it.
const FEW: usize = 12;

/// Where the cursors are and what is open.
#[derive(Clone, Debug)]
pub struct Explore {
    /// Which pane has the focus.
    pub focus: Pane,
    /// The selected row of the tree.
    pub node: Node,
    /// The branches that are open.
    pub open: BTreeSet<Node>,
    /// The selected lever.
    pub lever: Option<Lever>,
    /// The selected row of the programmes.
    pub programme: usize,
    /// The order of the tree.
    pub order: Order,
    /// Whether a person opened or closed branches: then a larger screen leaves them alone.
    pub shaped: bool,
    /// Which rows are shown of tree, levers and programmes.
    pub filter: Filter,
}

impl Explore {
    /// Begins at the body about which most is known, on the plan of the system with the largest gap.
    pub fn new(session: &Session) -> Self {
        let scenario = session.now();
        let node = first_node(scenario);
        let mut explore = Self {
            focus: Pane::Levers,
            node,
            open: BTreeSet::new(),
            lever: None,
            programme: 0,
            order: Order::File,
            shaped: false,
            filter: Filter::All,
        };
        explore.reveal(scenario);
        explore.open.extend(first_level(scenario));
        explore.open.extend(led_systems(scenario));
        if scenario.systems.len() == 1 {
            explore.unfold_into(session, FEW);
        }
        explore.lever = explore.first_lever(session);
        explore
    }

    /// Opens every branch above the selected row.
    pub fn reveal(&mut self, scenario: &Scenario) {
        self.open_to(scenario, self.node);
    }

    /// Opens every branch above a node.
    pub fn open_to(&mut self, scenario: &Scenario, node: Node) {
        self.open.extend(tree::above(scenario, node));
    }

    /// Closes all branches but the first, and selects what is left above the selected row.
    pub fn fold_all(&mut self, scenario: &Scenario) {
        self.open = first_level(scenario).collect();
        let mut way = vec![self.node];
        while let Some(parent) = way.last().and_then(|node| scenario.parent(*node)) {
            way.push(parent);
        }
        // From the top down: as long as what is above is open, the row is seen.
        let hidden = way.iter().skip(1).rposition(|above| !self.open.contains(above));
        if let Some(node) = hidden.and_then(|place| way.get(place + 1)) {
            self.node = *node;
            self.programme = 0;
        }
    }

    /// Opens all regions, then systems, then groups, as long as the tree fits into so many rows.
    pub fn unfold_into(&mut self, session: &Session, rows: usize) {
        let scenario = session.now();
        let folded = self.open.clone();
        self.open.extend((0..scenario.regions.len()).map(Node::Region));
        if self.tree(session).len() > rows {
            self.open = folded;
        }
        let systems = (0..scenario.systems.len()).map(Node::System);
        let groups = (0..scenario.groups.len()).map(Node::Group);
        for node in systems.chain(groups) {
            if self.open.insert(node) && self.tree(session).len() > rows {
                self.open.remove(&node);
            }
        }
    }

    /// The rows of the tree.
    pub fn tree(&self, session: &Session) -> Vec<TreeRow> {
        tree::rows(self, session)
    }

    /// The rows of what decides the selected node.
    pub fn decides(&self, session: &Session) -> Vec<DecidesRow> {
        decides::rows(self, session)
    }

    /// The programmes that the selected node's ask reaches.
    pub fn programmes(&self, session: &Session) -> Vec<ProgrammeRow> {
        programmes::rows(self, session)
    }

    /// The bar of the pool above the selected node.
    pub fn bar(&self, session: &Session) -> Bar {
        bar::bar(self.node, session)
    }

    /// What the screen says in sentences.
    pub fn headline(&self, session: &Session) -> Headline {
        headline::headline(self.node, session)
    }

    /// What the message line says while nothing has just happened.
    pub fn hint(&self, session: &Session, narrow: bool) -> Line {
        hint::hint(self, session, narrow)
    }

    /// The screen line by line, without its headline.
    pub fn sentences(&self, session: &Session) -> Vec<String> {
        sentences::sentences(self, session)
    }

    /// The levers in the order of their rows.
    pub fn levers(&self, session: &Session) -> Vec<LeverRow> {
        let rows = self.decides(session).into_iter();
        rows.filter_map(|row| if let DecidesRow::Lever(row) = row { Some(row) } else { None })
            .collect()
    }

    /// The selected lever's row: the one chosen, or the first.
    pub fn selected_lever(&self, session: &Session) -> Option<LeverRow> {
        let levers = self.levers(session);
        let chosen = levers.iter().position(|row| Some(row.lever) == self.lever);
        levers.into_iter().nth(chosen.unwrap_or(0))
    }

    /// The part whose lever is selected, if it is one of a part.
    pub fn part(&self, session: &Session) -> Option<Node> {
        self.selected_lever(session).map(|row| row.lever.node).filter(|node| is_part(*node))
    }

    /// Selects a lever, and the node on whose way it stands.
    pub fn show_lever(&mut self, session: &Session, lever: Lever) {
        self.lever = Some(lever);
        self.focus = Pane::Levers;
        if self.levers(session).iter().any(|row| row.lever == lever) {
            return;
        }
        let scenario = session.now();
        self.show(session, lever.node);
        self.lever = Some(lever);
        self.reveal(scenario);
    }

    /// Selects a node; what has no row of its own in the tree is shown at the one it belongs to.
    pub fn show(&mut self, session: &Session, node: Node) {
        let scenario = session.now();
        let mut owner = Some(node);
        while let Some(at) = owner.filter(|at| !at.is_in_tree()) {
            owner = more_of::shown_at(scenario, at);
        }
        self.node = owner.unwrap_or(self.node);
        let row = |own: &Self| {
            own.programmes(session).iter().position(|row| row.what.node() == Some(node))
        };
        // What is gone to is not left out.
        if matches!(node, Node::Programme(_) | Node::JointPart(_)) && row(self).is_none() {
            self.filter = Filter::All;
        }
        self.programme = row(self).unwrap_or_default();
        // A part that has a row nowhere else is found by its first lever.
        if is_part(node) {
            self.lever = Lever::all(scenario, node).next();
        }
    }

    fn first_lever(&self, session: &Session) -> Option<Lever> {
        let levers = self.levers(session);
        let of = |field| levers.iter().find(|row| row.lever.field == field);
        let known = of(Field::Plan).filter(|row| row.sort == LeverSort::Number);
        let first = known.or(of(Field::Pooling)).or(of(Field::Gap)).or(levers.first());
        first.map(|row| row.lever)
    }
}

/// Whether a node has rows only among the levers of what it is a part of.
pub(super) fn is_part(node: Node) -> bool {
    !node.is_in_tree()
        && !matches!(node, Node::Programme(_) | Node::JointPart(_) | Node::Council(_))
}

/// Whether a node has a place on Explore where it can be gone to.
pub(super) fn has_place(scenario: &Scenario, node: Node) -> bool {
    let levers = || Lever::all(scenario, node).next().is_some();
    node.is_in_tree()
        || matches!(node, Node::Programme(_))
        || (is_part(node) && levers() && more_of::shown_at(scenario, node).is_some())
}

/// The body whose programmes are known best. Where every system has a gap, no body stands out: then
/// the country, if it is one.
fn first_node(scenario: &Scenario) -> Node {
    let contributes = |place: &usize| {
        scenario.systems[scenario.bodies[*place].system].gap().unwrap_or_default() == Pence::ZERO
    };
    let bodies = (0..scenario.bodies.len()).filter(contributes);
    let best = best_known(scenario, bodies);
    best.map(Node::Body)
        .or_else(|| scenario.nation.is_some().then_some(Node::Nation))
        .or_else(|| (!scenario.systems.is_empty()).then_some(Node::System(0)))
        .unwrap_or(if scenario.regions.is_empty() { Node::Nation } else { Node::Region(0) })
}

/// The body whose programmes are known best: most with a cost, then most of all.
pub(super) fn best_known(scenario: &Scenario, among: impl Iterator<Item = usize>) -> Option<usize> {
    let known = |place: usize| {
        let programmes = &scenario.programmes[scenario.bodies[place].programmes.clone()];
        let starting = programmes.iter().filter(|p| p.annual_cost.is_some() && p.starts.is_some());
        (starting.count(), programmes.len(), usize::MAX - place)
    };
    among.max_by_key(|&place| known(place))
}

/// What is open where the tree is folded: the country, and its regions if they hold few systems.
fn first_level(scenario: &Scenario) -> impl Iterator<Item = Node> {
    let regions = if scenario.systems.len() <= FEW { scenario.regions.len() } else { 0 };
    scenario.nation.iter().map(|_| Node::Nation).chain((0..regions).map(Node::Region))
}

/// Systems where one body carries everything: worth seeing at once.
fn led_systems(scenario: &Scenario) -> impl Iterator<Item = Node> {
    let led = scenario.groups.iter().enumerate().filter(|(_, group)| group.lead.is_some());
    led.flat_map(|(place, group)| [Node::Group(place), Node::System(group.system)])
}
