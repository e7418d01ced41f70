//! Who is asked when a node splits an amount, and what its rule may read of each of them.
//!
//! The engine splits over these children; the levers ask with them whether a rule can run at all.

use super::reads::{Reads, measure_read};
use super::{
    BodyKind, BodyRefusals, Contributors, Limit, Measures, Node, Offset, Pool, PoolRefusals,
    Programme, Scenario, Stance, Terms,
};
use crate::money::Pence;
use crate::split::{Child, Column, Fault, Quantity, Rule, See, Weights, can_run_shown};

/// A node that splits what is asked of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Splitter {
    /// A pool splits its offset over systems.
    Pool(Node),
    /// A system splits its ask over groups.
    System(usize),
    /// A group splits its ask over bodies.
    Group(usize),
}

/// Why a node's rule cannot run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CannotRun {
    /// The node whose rule it is.
    pub splitter: Splitter,
    /// The child at fault, if one is.
    pub child: Option<Node>,
    /// What is wrong.
    pub why: Why,
}

/// What keeps a rule from running.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The rule itself, or something else that it reads of a child.
    Fault(Fault),
    /// A child's figure for this measure is not known.
    NotKnown(Column),
    /// A pool whose receivers do not contribute: each paying for its own gap leaves nobody to pay.
    NeedsEverybody,
}

impl Splitter {
    /// The node itself.
    pub fn node(self) -> Node {
        match self {
            Self::Pool(node) => node,
            Self::System(place) => Node::System(place),
            Self::Group(place) => Node::Group(place),
        }
    }

    /// The node of a child's key.
    pub fn child(self, key: u32) -> Node {
        let place = key as usize;
        match self {
            Self::Pool(_) => Node::System(place),
            Self::System(_) => Node::Group(place),
            Self::Group(_) => Node::Body(place),
        }
    }
}

impl Scenario {
    /// The split that a node's own rule is for: that of a system without groups is the split over
    /// its bodies. `None` of a node that splits nothing.
    pub fn splitter_at(&self, node: Node) -> Option<Splitter> {
        match node {
            Node::Nation | Node::Region(_) => Some(Splitter::Pool(node)),
            Node::System(place) => {
                let system = self.systems.get(place)?;
                let own = Splitter::System(place);
                Some(if system.ungrouped { Splitter::Group(system.groups.start) } else { own })
            }
            Node::Group(place) => Some(Splitter::Group(place)),
            _ => None,
        }
    }

    /// The node whose own rule a split goes by, the way back from [`Scenario::splitter_at`]: the
    /// split over the bodies of a system without groups goes by the system's.
    pub fn holder_of(&self, splitter: Splitter) -> Node {
        match splitter {
            Splitter::Group(place) if self.systems[self.groups[place].system].ungrouped => {
                Node::System(self.groups[place].system)
            }
            other => other.node(),
        }
    }

    /// The split that a node is a child of; `None` of a node that nobody splits over.
    pub fn splitter_over(&self, node: Node) -> Option<Splitter> {
        match node {
            Node::System(place) => Some(Splitter::Pool(self.pool_of(place))),
            Node::Group(place) => Some(Splitter::System(self.groups[place].system)),
            Node::Body(place) => Some(Splitter::Group(self.bodies[place].group)),
            _ => None,
        }
    }

    /// The rule by which a node splits.
    pub fn rule(&self, splitter: Splitter) -> Option<&Rule> {
        match splitter {
            Splitter::Pool(node) => self.pool(node).map(|pool| &*pool.split),
            Splitter::System(place) => self.systems.get(place).map(|s| &*s.split),
            Splitter::Group(place) => self.groups.get(place).map(|g| &*g.split),
        }
    }

    /// Fills `children` with those whom a node's rule asks, and what the rule may read of them.
    pub fn payers(&self, splitter: Splitter, rule: &Rule, children: &mut Vec<Child>) {
        children.clear();
        // Nothing here finds a fault.
        let _ = self.show(splitter, Reads::of(rule), &mut |_, child| {
            children.push(*child);
            Ok(())
        });
    }

    /// Shows those whom a node's rule asks one by one, numbered by their keys.
    fn show(&self, splitter: Splitter, reads: Reads, see: See<'_>) -> Result<(), Fault> {
        match splitter {
            Splitter::Pool(node) => {
                let Some(pool) = self.pool(node) else { return Ok(()) };
                for place in pool.systems.clone() {
                    if let Some(unfunded) = self.contributes(place, pool) {
                        see(place, &self.system_child(place, reads, unfunded))?;
                    }
                }
            }
            Splitter::System(place) => {
                for group in self.systems[place].groups.clone() {
                    if self.groups[group].bodies.clone().any(|b| self.counts_in_group(b)) {
                        see(group, &self.group_child(group, reads))?;
                    }
                }
            }
            Splitter::Group(place) => {
                for body in self.groups[place].bodies.clone() {
                    if let Some(unfunded) = self.is_asked(body) {
                        see(body, &self.body_child(body, reads, unfunded))?;
                    }
                }
            }
        }
        Ok(())
    }

    /// The weight of one child of a node for a measure.
    ///
    /// A group's weight leaves out its exempt bodies, which need no measure, and those whose refusal
    /// takes their measures along.
    pub fn weight(&self, splitter: Splitter, key: u32, column: Column) -> Option<i128> {
        match splitter.child(key) {
            Node::Group(place) => {
                let own = self.measures.groups[self.measures.cell(place, column)];
                let bodies = self.groups[place].bodies.clone();
                own.or_else(|| {
                    let left_out =
                        |stance| stance == Stance::Exempt || self.takes_along(place, stance);
                    self.sum_over(bodies, column, |body| !left_out(body.stance))
                })
            }
            node => self.measure(node, column),
        }
    }

    /// Whether a rule could run at a node, and if not, why.
    ///
    /// # Errors
    /// The fault that the rule meets, with the child at which it meets it.
    pub fn check_rule(&self, splitter: Splitter, rule: &Rule) -> Result<(), CannotRun> {
        let reads = Reads::of(rule);
        if let Splitter::Pool(node) = splitter {
            let without_gap = |p: &Pool| p.contributors == Contributors::WithoutGap;
            if reads.gap && self.pool(node).is_some_and(without_gap) {
                return Err(CannotRun { splitter, child: None, why: Why::NeedsEverybody });
            }
        }
        let key = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
        let weight = |place: usize, column| self.weight(splitter, key(place), column);
        let children = |see: See<'_>| self.show(splitter, reads, see);
        can_run_shown(rule, &children, Weights::Narrow(&weight)).map_err(|fault| {
            let child = fault.child();
            let unknown = |column| child.is_some_and(|place| weight(place, column).is_none());
            let missing = matches!(fault, Fault::Missing { quantity: Quantity::Weight, .. });
            let column = measure_read(rule, unknown).filter(|_| missing);
            let why = column.map_or(Why::Fault(fault), Why::NotKnown);
            CannotRun { splitter, child: child.map(|place| splitter.child(key(place))), why }
        })
    }

    /// Whether a system is asked by its pool: `None` if not, else whether its share goes unfunded.
    pub fn contributes(&self, place: usize, pool: &Pool) -> Option<bool> {
        let system = &self.systems[place];
        let has_gap = system.gap().is_some_and(|gap| gap > Pence::ZERO);
        if has_gap && pool.contributors == Contributors::WithoutGap {
            return None;
        }
        match (system.stance, pool.refusals) {
            (Stance::Contributes, _) => Some(false),
            (Stance::Refuses, PoolRefusals::Unfunded) => Some(true),
            (Stance::Refuses, PoolRefusals::Redistribute) | (Stance::Exempt, _) => None,
        }
    }

    /// Whether a body is asked by its group: `None` if not, else whether its share goes unfunded.
    pub fn is_asked(&self, place: usize) -> Option<bool> {
        let body = &self.bodies[place];
        match (body.stance, self.systems[body.system].refusals) {
            (Stance::Contributes, _) => Some(false),
            (Stance::Refuses, BodyRefusals::Unfunded) => Some(true),
            (Stance::Refuses | Stance::Exempt, _) => None,
        }
    }

    /// Whether a body still stands in its group when the system's rule runs.
    pub(crate) fn counts_in_group(&self, place: usize) -> bool {
        let body = &self.bodies[place];
        body.stance != Stance::Exempt && !self.takes_along(body.group, body.stance)
    }

    /// Whether a refusal takes the body's measures out of its group.
    fn takes_along(&self, group: usize, stance: Stance) -> bool {
        let refusals = self.systems[self.groups[group].system].refusals;
        stance == Stance::Refuses && refusals == BodyRefusals::Redistribute
    }

    fn system_child(&self, place: usize, reads: Reads, unfunded: bool) -> Child {
        let system = &self.systems[place];
        let mut child = self.child(Node::System(place), &system.terms, reads);
        child.rank = self.ranks.systems[place];
        child.gap = system.gap();
        child.unfunded = unfunded;
        child
    }

    fn group_child(&self, place: usize, reads: Reads) -> Child {
        let group = &self.groups[place];
        let mut child = self.child(Node::Group(place), &group.terms, reads);
        child.rank = self.ranks.groups[place];
        if reads.gap {
            let members = group.bodies.clone().filter(|&b| self.counts_in_group(b));
            child.gap = members.map(|b| self.bodies[b].gap()).sum();
        }
        child
    }

    fn body_child(&self, place: usize, reads: Reads, unfunded: bool) -> Child {
        let body = &self.bodies[place];
        let mut child = self.child(Node::Body(place), &body.terms, reads);
        child.rank = self.ranks.bodies[place];
        child.gap = body.gap();
        child.unfunded = unfunded;
        child
    }

    fn child(&self, node: Node, terms: &Terms, reads: Reads) -> Child {
        let (Node::System(place) | Node::Group(place) | Node::Body(place)) = node else {
            return Child::default();
        };
        let mut child = Child {
            key: u32::try_from(place).unwrap_or(u32::MAX),
            cap: terms.cap.and_then(|limit| self.limit_value(node, limit)),
            floor: terms.floor.and_then(|limit| self.limit_value(node, limit)).unwrap_or_default(),
            fixed: terms.fixed,
            percent: terms.percent,
            turn: terms.turn,
            ..Child::default()
        };
        if reads.capacity {
            child.capacity = self.capacity(node);
        }
        if reads.fair_shares {
            let shares = self.fair_shares(node);
            child.baseline = shares.map(|(baseline, _)| baseline);
            child.target = shares.map(|(_, target)| target);
        }
        child
    }

    /// A limit in money: the amount, or the share of the node's measure rounded down.
    ///
    /// `None` where the measure is not known: such a limit is refused before it can be set.
    pub fn limit_value(&self, node: Node, limit: Limit) -> Option<Pence> {
        match limit {
            Limit::Amount(amount) => Some(amount),
            Limit::PercentOf(share, column) => {
                self.measure(node, column).map(|size| share.of_down(Pence::from_wide(size)))
            }
        }
    }

    /// What a node can bear: its cap, else where its programmes are complete its reserve and their
    /// limits, else not known; of a group or system the sum over those who are asked.
    pub fn capacity(&self, node: Node) -> Option<Pence> {
        let terms = match node {
            Node::System(place) => &self.systems[place].terms,
            Node::Group(place) => &self.groups[place].terms,
            Node::Body(place) => &self.bodies[place].terms,
            _ => return None,
        };
        if let Some(cap) = terms.cap {
            return self.limit_value(node, cap);
        }
        match node {
            Node::System(place) => {
                let groups = self.systems[place].groups.clone();
                groups.map(|group| self.capacity(Node::Group(group))).sum()
            }
            Node::Group(place) => {
                let members = self.groups[place].bodies.clone();
                let asked = members.filter(|&body| self.is_asked(body).is_some());
                asked.map(|body| self.capacity(Node::Body(body))).sum()
            }
            Node::Body(place) => {
                let body = &self.bodies[place];
                let calendar = self.calendar(body.system);
                let programmes = &self.programmes[body.programmes.clone()];
                let limit = |p: &Programme| p.in_year(calendar).map(|in_year| p.limit(in_year));
                body.complete.then(|| body.reserve + programmes.iter().filter_map(limit).sum())
            }
            _ => None,
        }
    }

    /// The measure that a limit in percent of a body means unless it says another: allocation of a
    /// commissioner, turnover of a provider, else allocation.
    pub fn size_of(&self, node: Node) -> Column {
        match node {
            Node::Body(place) if self.bodies[place].kind == BodyKind::Provider => {
                Measures::TURNOVER
            }
            Node::Group(place) => {
                let provider = |b: usize| self.bodies[b].kind == BodyKind::Provider;
                let all = self.groups[place].bodies.clone().all(provider);
                if all { Measures::TURNOVER } else { Measures::ALLOCATION }
            }
            _ => Measures::ALLOCATION,
        }
    }
}

impl Pool {
    /// The offset for a need: the policy's amount, never more than the pool's reserve leaves.
    ///
    /// A percentage is one of the whole need, whatever the reserve covers of it.
    pub fn offset_of(&self, need: Pence, reserve_used: Pence) -> Pence {
        let policy = match self.offset {
            Offset::Amount(amount) => amount,
            Offset::Percent(share) => share.of(need),
            Offset::WholeNeed => need,
        };
        policy.min(need - reserve_used)
    }
}
