//! The rows of “Who is asked”: every node with what it is asked for, open as the reader left it.

use super::bar::systems_at;
use super::figures::{Figure, ask, per_head};
use super::programmes::bodies_of;
use super::within::gap_of;
use super::{Explore, Filter, Order};
use crate::app::session::Session;
use crate::engine::{Outcome, Role};
use crate::format::{self, Minus};
use crate::levers::{Field, Lever, Value};
use crate::model::{Node, Scenario, Stance};
use crate::money::Pence;

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TreeRow {
    /// Whose row it is.
    pub node: Node,
    /// The lines of the tree in front of it.
    pub guides: String,
    /// Whether its branch is open; `None` has no branch.
    pub open: Option<bool>,
    /// Its name.
    pub name: String,
    /// Its name where there is little room.
    pub short: String,
    /// What belongs to the name: a share, “carries it all”, “refuses”.
    pub suffix: String,
    /// What it is asked for; of a system that receives, its gap.
    pub figure: Figure,
    /// Whether the figure is a gap: of a pool that of its systems, where nobody covers for another.
    pub is_gap: bool,
    /// Its ask for each registered person.
    pub per_head: Option<String>,
    /// Whether it is a region or the country.
    pub is_pool: bool,
}

pub(super) fn rows(explore: &Explore, session: &Session) -> Vec<TreeRow> {
    let scenario = session.now();
    let kept = above(scenario, explore.node);
    let mut walk = Walk { explore, session, kept, rows: Vec::new() };
    if scenario.nation.is_some() {
        walk.visit(Node::Nation, &mut Vec::new());
    } else {
        for place in 0..scenario.regions.len() {
            walk.visit(Node::Region(place), &mut Vec::new());
        }
    }
    walk.rows
}

/// The nodes above one, in the tree as it may be drawn: others of a group stand below its lead.
pub(super) fn above(scenario: &Scenario, node: Node) -> Vec<Node> {
    let mut above = Vec::new();
    if let Node::Body(place) = node {
        let lead = scenario.groups[scenario.bodies[place].group].lead;
        above.extend(lead.filter(|lead| *lead != place).map(Node::Body));
    }
    let mut at = node;
    while let Some(parent) = scenario.parent(at) {
        above.push(parent);
        at = parent;
    }
    above
}

struct Walk<'a> {
    explore: &'a Explore,
    session: &'a Session,
    /// What stands above the selected row: a filter hides none of it.
    kept: Vec<Node>,
    rows: Vec<TreeRow>,
}

impl Walk<'_> {
    /// Adds a node and, if it is open, what is below it. `last` says for each level whether it is
    /// the last of its siblings.
    fn visit(&mut self, node: Node, last: &mut Vec<bool>) {
        let children = self.children(node);
        let is_open = self.explore.open.contains(&node);
        let row = self.row(node, guides(last), (!children.is_empty()).then_some(is_open));
        self.rows.push(row);
        if !is_open {
            return;
        }
        let count = children.len();
        for (place, child) in children.into_iter().enumerate() {
            last.push(place + 1 == count);
            self.visit(child, last);
            last.pop();
        }
    }

    fn children(&self, node: Node) -> Vec<Node> {
        let mut children = below(self.session.now(), self.session.after(), node);
        children.retain(|child| match self.explore.filter {
            _ if *child == self.explore.node || self.kept.contains(child) => true,
            Filter::All => true,
            Filter::Changed => self.differs(*child),
            Filter::Hit => self.is_hit(*child),
        });
        let figure = |node: &Node| figure(self.session, *node).0;
        match self.explore.order {
            Order::File => {}
            Order::Ask => children.sort_by_key(|node| std::cmp::Reverse(figure(node).now)),
            Order::Change => children
                .sort_by_key(|node| std::cmp::Reverse(figure(node).change().map(Pence::abs))),
            Order::Name => {
                children
                    .sort_by(|a, b| name(self.session.now(), *a).cmp(name(self.session.now(), *b)));
            }
        }
        children
    }

    /// Whether a programme below it loses money.
    fn is_hit(&self, node: Node) -> bool {
        let scenario = self.session.now();
        bodies_of(scenario, node).any(|body| {
            let programmes = scenario.bodies[body].programmes.clone();
            self.session.after().programmes[programmes].iter().any(|own| !own.cut.is_zero())
        })
    }

    fn differs(&self, node: Node) -> bool {
        let own = figure(self.session, node).0.differs();
        let scenario = self.session.now();
        own || Lever::all(scenario, node).any(|lever| self.session.is_moved(lever))
            || below(scenario, self.session.after(), node).into_iter().any(|n| self.differs(n))
            || matches!(node, Node::Body(place) if self.programme_moved(place))
    }

    fn programme_moved(&self, body: usize) -> bool {
        let scenario = self.session.now();
        let mut programmes = scenario.bodies[body].programmes.clone();
        programmes.any(|p| {
            Lever::all(scenario, Node::Programme(p)).any(|lever| self.session.is_moved(lever))
        })
    }

    fn row(&self, node: Node, guides: String, open: Option<bool>) -> TreeRow {
        let (figure, is_gap) = figure(self.session, node);
        let scenario = self.session.now();
        TreeRow {
            node,
            guides,
            open,
            name: name(scenario, node).to_owned(),
            short: scenario.words.of(node).brief().to_owned(),
            suffix: suffix(scenario, self.session.after(), node),
            figure,
            is_gap,
            per_head: if is_gap { None } else { per_head(scenario, self.session.after(), node) },
            is_pool: matches!(node, Node::Nation | Node::Region(_)),
        }
    }
}

fn guides(last: &[bool]) -> String {
    let Some((own, above)) = last.split_last() else { return String::new() };
    let mut guides: String = above.iter().map(|last| if *last { "  " } else { "│ " }).collect();
    guides.push(if *own { '╰' } else { '├' });
    guides
}

/// What stands below a node. A body that carries its group's whole ask has the others below it.
fn below(scenario: &Scenario, outcome: &Outcome, node: Node) -> Vec<Node> {
    match node {
        Node::Nation => (0..scenario.regions.len()).map(Node::Region).collect(),
        Node::Region(place) => scenario.regions[place].systems.clone().map(Node::System).collect(),
        Node::System(place) => {
            let groups = scenario.systems[place].groups.clone();
            if let [only] = groups.clone().collect::<Vec<_>>()[..]
                && scenario.words.groups[only].id.is_empty()
            {
                return below(scenario, outcome, Node::Group(only));
            }
            match sole_carrier(scenario, outcome, place) {
                Some(lead) => vec![Node::Body(lead)],
                None => groups.map(Node::Group).collect(),
            }
        }
        Node::Group(place) => match carrier(scenario, outcome, place) {
            Some(lead) => vec![Node::Body(lead)],
            None => scenario.groups[place].bodies.clone().map(Node::Body).collect(),
        },
        Node::Body(place) => {
            let group = scenario.bodies[place].group;
            if carrier(scenario, outcome, group) != Some(place) {
                return Vec::new();
            }
            let others = scenario.groups[group].bodies.clone().filter(|body| *body != place);
            let mut below: Vec<Node> = others.map(Node::Body).collect();
            let system = scenario.bodies[place].system;
            if sole_carrier(scenario, outcome, system) == Some(place) {
                let groups = scenario.systems[system].groups.clone();
                below.extend(groups.filter(|other| *other != group).map(Node::Group));
            }
            below
        }
        _ => Vec::new(),
    }
}

/// The body that carries a system's whole ask as the lead of one of its groups.
fn sole_carrier(scenario: &Scenario, outcome: &Outcome, system: usize) -> Option<usize> {
    let groups = scenario.systems[system].groups.clone();
    let lead = groups.clone().find_map(|group| carrier(scenario, outcome, group))?;
    (outcome.bodies[lead].ask == outcome.systems[system].ask).then_some(lead)
}

/// The body that carries a group's whole ask.
fn carrier(scenario: &Scenario, outcome: &Outcome, group: usize) -> Option<usize> {
    let lead = scenario.groups[group].lead?;
    let whole = outcome.bodies[lead].ask == outcome.groups[group].ask;
    (whole && !outcome.groups[group].ask.is_zero()).then_some(lead)
}

/// Systems and groups by their whole names, bodies by their short ones.
fn name(scenario: &Scenario, node: Node) -> &str {
    let words = scenario.words.of(node);
    match node {
        Node::Body(_) | Node::Programme(_) => words.brief(),
        _ => &words.name,
    }
}

fn suffix(scenario: &Scenario, outcome: &Outcome, node: Node) -> String {
    if let Some(shares) =
        crate::levers::shares_with(scenario, Lever { node, field: Field::Percent })
        && let Some((_, share)) = shares.iter().find(|(lever, _)| lever.node == node)
    {
        return format!(", {}", format::percent(*share, Minus::Sign));
    }
    let held = Lever { node, field: Field::Stance }.get(scenario);
    let stance = match held {
        Value::Stance(stance) => stance,
        _ => Stance::Contributes,
    };
    match (node, stance) {
        (_, Stance::Exempt) => ", exempt".to_owned(),
        (_, Stance::Refuses) => ", refuses".to_owned(),
        (Node::Body(place), Stance::Contributes)
            if carrier(scenario, outcome, scenario.bodies[place].group) == Some(place) =>
        {
            " carries it all".to_owned()
        }
        _ => String::new(),
    }
}

/// What a node is asked for, or the gap of a system that is asked for nothing and has one.
fn figure(session: &Session, node: Node) -> (Figure, bool) {
    let (base, now) = (session.base(), session.now());
    let before = ask(base, session.before(), node);
    let ask = Figure { before, now: ask(now, session.after(), node) };
    if matches!(node, Node::Nation | Node::Region(_)) {
        // Where nobody covers for another, what there is to say of a pool is its gap.
        let gap = |outcome: &Outcome| gap_of(systems_at(now, node), outcome);
        let gaps = Figure::known(gap(session.before()), gap(session.after()));
        let asks_nothing = ask == Figure::known(Pence::ZERO, Pence::ZERO);
        if asks_nothing && gaps != ask {
            return (gaps, true);
        }
    }
    if let Node::System(place) = node {
        let own = session.after().systems[place];
        let earlier = session.before().systems[place];
        let receives = own.role == Role::Receives || earlier.role == Role::Receives;
        if receives && own.ask.is_zero() && earlier.ask.is_zero() {
            return (Figure { before: earlier.gap, now: own.gap }, true);
        }
    }
    (ask, false)
}
