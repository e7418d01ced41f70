//! A whole scenario: its nodes in flat lists, its figures as integers, its words behind one `Arc`.

use std::sync::Arc;

use super::programme::Calendar;
use super::{
    Body, Condition, Council, Group, Holder, JointPart, KnockOn, Measures, Node, Partner,
    Performance, Pool, Pooling, Programme, Saving, Stance, Support, System, Words,
};
use crate::format::Month;
use crate::money::{Pence, Share};
use crate::split::Column;

/// A region's systems with their figures, checked: every place points into its list.
///
/// Cloning one copies numbers and shares words, so that a baseline costs little to keep.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// Names, sources, notes: they never change.
    pub words: Arc<Words>,
    /// Places in byte order of ids: they break ties the same way whatever the file's order.
    pub ranks: Arc<Ranks>,
    /// April of the year.
    pub first_month: Month,
    /// Whether regions or the country are balanced.
    pub pooling: Pooling,
    /// The country as a pool, where the file describes one.
    pub nation: Option<Pool>,
    /// The regions as pools.
    pub regions: Vec<Pool>,
    /// All systems, region by region.
    pub systems: Vec<System>,
    /// All savings schemes, system by system.
    pub savings: Vec<Saving>,
    /// All groups, system by system.
    pub groups: Vec<Group>,
    /// All bodies, group by group.
    pub bodies: Vec<Body>,
    /// All programmes, body by body.
    pub programmes: Vec<Programme>,
    /// All councils.
    pub councils: Vec<Council>,
    /// All parts of support.
    pub supports: Vec<Support>,
    /// Their conditions.
    pub conditions: Vec<Condition>,
    /// All that partners pay, programme by programme.
    pub joint_parts: Vec<JointPart>,
    /// All knock-on costs.
    pub knock_ons: Vec<KnockOn>,
    /// Of each key test the fact that a person ticks; `None` is a test that is measured.
    pub facts: Vec<Option<bool>>,
    /// All pay for performance.
    pub performances: Vec<Performance>,
    /// Measures and the nodes' figures for them.
    pub measures: Measures,
}

/// For every node its place among its list's ids in byte order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranks {
    /// Of the systems.
    pub systems: Vec<u32>,
    /// Of the groups.
    pub groups: Vec<u32>,
    /// Of the bodies.
    pub bodies: Vec<u32>,
    /// Of the programmes.
    pub programmes: Vec<u32>,
    /// Of the conditions of support.
    pub conditions: Vec<u32>,
}

impl Ranks {
    /// The ranks of a scenario's words.
    pub fn of(words: &Words) -> Self {
        Self {
            systems: ranked(words.systems.iter().map(|w| w.id.as_str())),
            groups: ranked(words.groups.iter().map(|w| w.id.as_str())),
            bodies: ranked(words.bodies.iter().map(|w| w.id.as_str())),
            programmes: ranked(words.programmes.iter().map(|w| w.id.as_str())),
            conditions: ranked(words.conditions.iter().map(|w| w.id.as_str())),
        }
    }
}

fn ranked<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<u32> {
    let ids: Vec<&str> = ids.collect();
    let mut order: Vec<usize> = (0..ids.len()).collect();
    order.sort_by_key(|&place| ids[place]);
    let mut ranks = vec![0; ids.len()];
    for (rank, place) in (0..).zip(order) {
        ranks[place] = rank;
    }
    ranks
}

impl Scenario {
    /// The pools that are balanced now: the regions, or with national pooling the country.
    pub fn active_pools(&self) -> impl Iterator<Item = (Node, &Pool)> {
        let national = self.is_national();
        let nation = self.nation.iter().filter(move |_| national).map(|pool| (Node::Nation, pool));
        let regions = self.regions.iter().enumerate().filter(move |_| !national);
        nation.chain(regions.map(|(place, pool)| (Node::Region(place), pool)))
    }

    /// Whether the country is the one pool now.
    pub fn is_national(&self) -> bool {
        self.pooling == Pooling::National && self.nation.is_some()
    }

    /// The pool at a node, if that node is one.
    pub fn pool(&self, node: Node) -> Option<&Pool> {
        match node {
            Node::Nation => self.nation.as_ref(),
            Node::Region(place) => self.regions.get(place),
            _ => None,
        }
    }

    /// The pool node that a system belongs to now.
    pub fn pool_of(&self, system: usize) -> Node {
        if self.is_national() { Node::Nation } else { Node::Region(self.systems[system].region) }
    }

    /// When the year begins and when the system's bodies were asked.
    pub fn calendar(&self, system: usize) -> Calendar {
        let pool = self.pool(self.pool_of(system));
        let asked_in = pool.map_or(self.first_month, |pool| pool.asked_in.max(self.first_month));
        Calendar { first: self.first_month, asked_in }
    }

    /// The node above this one.
    pub fn parent(&self, node: Node) -> Option<Node> {
        match node {
            Node::Nation | Node::Council(_) | Node::KnockOn(_) | Node::KeyTest(_) => None,
            Node::Region(_) => self.nation.as_ref().map(|_| Node::Nation),
            Node::System(place) => Some(Node::Region(self.systems[place].region)),
            Node::Saving(place) => {
                let holds = |system: &System| system.savings.contains(&place);
                self.systems.iter().position(holds).map(Node::System)
            }
            Node::Group(place) => Some(Node::System(self.groups[place].system)),
            Node::Body(place) => Some(Node::Group(self.bodies[place].group)),
            Node::Programme(place) => self.body_of(place).map(Node::Body),
            Node::Support(place) => Some(self.supports[place].holder.node()),
            Node::Condition(place) => {
                let holds = |support: &Support| support.conditions.contains(&place);
                self.supports.iter().position(holds).map(Node::Support)
            }
            Node::JointPart(place) => Some(Node::Programme(self.joint_parts[place].programme)),
            Node::Performance(place) => Some(Node::Body(self.performances[place].body)),
        }
    }

    /// The body that a programme belongs to.
    pub fn body_of(&self, programme: usize) -> Option<usize> {
        let after = self.bodies.partition_point(|body| body.programmes.end <= programme);
        self.bodies.get(after).filter(|b| b.programmes.contains(&programme)).map(|_| after)
    }

    /// What partners pay towards a programme, as places in the list.
    pub fn joint_parts_of(&self, programme: usize) -> std::ops::Range<usize> {
        let first = self.joint_parts.partition_point(|part| part.programme < programme);
        let count = self.joint_parts[first..].partition_point(|part| part.programme == programme);
        first..first + count
    }

    /// Brings a system's totals up to date where they are the sums of its bodies'.
    pub fn sum_totals(&mut self, system: usize) {
        let bodies = self.systems[system].bodies.clone();
        if self.systems[system].control_total_is_sum {
            let totals = self.bodies[bodies.clone()].iter().map(|body| body.control_total);
            self.systems[system].control_total = totals.sum();
        }
        if self.systems[system].plan_is_sum {
            let plans = self.bodies[bodies].iter().map(|body| body.plan);
            self.systems[system].plan = plans.sum();
        }
    }

    /// The savings that close part of a system's gap before anyone is asked.
    pub fn savings_of(&self, system: usize) -> Pence {
        self.savings[self.systems[system].savings.clone()].iter().map(|s| self.saved_by(s)).sum()
    }

    /// What one scheme saves: amount × delivered, rounded half up; nothing while a partner that it
    /// needs refuses.
    pub fn saved_by(&self, saving: &Saving) -> Pence {
        match saving.needs.iter().any(|partner| self.refuses(*partner)) {
            true => Pence::ZERO,
            false => saving.delivered.of(saving.amount),
        }
    }

    /// Whether a system or body has a part of support, of its own or by one of its bodies.
    pub fn has_support(&self, node: Node) -> bool {
        self.supports.iter().any(|part| match part.holder {
            Holder::System(own) => node == Node::System(own),
            Holder::Body(own) => {
                node == Node::Body(own) || node == Node::System(self.bodies[own].system)
            }
        })
    }

    /// Whether a holder of support has signed: it has not refused, and nobody says it has not.
    pub fn signs(&self, holder: Holder) -> bool {
        match holder {
            Holder::System(place) => self.systems[place].stance != Stance::Refuses,
            Holder::Body(place) => {
                let body = &self.bodies[place];
                body.stance != Stance::Refuses && body.signed != Some(false)
            }
        }
    }

    /// Whether somebody refuses to take part.
    pub fn refuses(&self, partner: Partner) -> bool {
        match partner {
            Partner::Body(place) => self.bodies[place].stance == Stance::Refuses,
            Partner::Council(place) => self.councils[place].refuses,
        }
    }

    /// A node's own figure for a measure, or the sum over the members that can have it.
    ///
    /// Not known if one member's is not known, or if no member can have it.
    pub fn measure(&self, node: Node, column: Column) -> Option<i128> {
        let (own, bodies) = match node {
            Node::Body(place) => return self.measures.bodies[self.measures.cell(place, column)],
            Node::Group(place) => (
                self.measures.groups[self.measures.cell(place, column)],
                self.groups[place].bodies.clone(),
            ),
            Node::System(place) => (
                self.measures.systems[self.measures.cell(place, column)],
                self.systems[place].bodies.clone(),
            ),
            Node::Nation | Node::Region(_) => {
                let systems = self.pool(node)?.systems.clone();
                return systems.map(|s| self.measure(Node::System(s), column)).sum();
            }
            _ => return None,
        };
        own.or_else(|| self.sum_over(bodies, column, |_| true))
    }

    /// The sum of a measure over those bodies that count and can have it.
    pub(crate) fn sum_over(
        &self,
        bodies: std::ops::Range<usize>,
        column: Column,
        counts: impl Fn(&Body) -> bool,
    ) -> Option<i128> {
        let measure = self.measures.measure(column)?;
        let mut sum = None;
        for place in bodies {
            let body = &self.bodies[place];
            if measure.kinds.contains(&body.kind) && counts(body) {
                let own = self.measures.bodies[self.measures.cell(place, column)]?;
                sum = Some(sum.unwrap_or(0) + own);
            }
        }
        sum
    }

    /// Whether a node or somebody below it is of a kind that can have a measure.
    pub fn can_have(&self, node: Node, column: Column) -> bool {
        let mut bodies = match node {
            Node::System(place) => self.systems[place].bodies.clone(),
            Node::Group(place) => self.groups[place].bodies.clone(),
            Node::Body(place) => place..place + 1,
            _ => return false,
        };
        bodies.any(|place| self.measures.can_have(self.bodies[place].kind, column))
    }

    /// Whether a head is a resident: where a file knows no registered people, but who lives there.
    pub fn counts_residents(&self) -> bool {
        let known = |column| {
            (0..self.bodies.len())
                .any(|body| self.measures.bodies[self.measures.cell(body, column)].is_some())
        };
        !known(Measures::REGISTERED) && known(Measures::RESIDENT)
    }

    /// A body's or system's allocation and fair-shares target: allocation ÷ (1 + distance).
    ///
    /// The target is rounded half up to the penny; of a group or system it is the members' sum, of a
    /// group without those that its weights leave out.
    pub(crate) fn fair_shares(&self, node: Node) -> Option<(Pence, Pence)> {
        let bodies = match node {
            Node::Body(place) => place..place + 1,
            Node::Group(place) => self.groups[place].bodies.clone(),
            Node::System(place) => self.systems[place].bodies.clone(),
            _ => return None,
        };
        let mut sums = None;
        for place in bodies {
            let body = &self.bodies[place];
            let left_out = matches!(node, Node::Group(_)) && !self.counts_in_group(place);
            if left_out || !self.measures.can_have(body.kind, Measures::ALLOCATION) {
                continue;
            }
            let own = self.measure(Node::Body(place), Measures::ALLOCATION)?;
            let allocation = Pence::from_wide(own);
            let whole = Share::UNITS + body.distance?.units();
            let target = allocation.times_half_up(Share::UNITS, whole);
            let (a, t) = sums.unwrap_or((Pence::ZERO, Pence::ZERO));
            sums = Some((a + allocation, t + target));
        }
        sums
    }
}
