//! What comes out: one record per node, in the order of the scenario's lists. Money is whole pence.

use crate::format::Month;
use crate::model::{Node, Scenario};
use crate::money::Pence;
use crate::split::Reasons;

/// What a pool's year comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PoolOutcome {
    /// Which pool.
    pub node: Node,
    /// What its systems are short of, after savings and recovery.
    pub need: Pence,
    /// What the pool's own reserve covers.
    pub reserve_used: Pence,
    /// What other systems are asked to cover.
    pub offset: Pence,
    /// What nobody covers.
    pub uncovered: Pence,
    /// What the split of the offset found no place for.
    pub unplaced: Pence,
    /// Why.
    pub reasons: Reasons,
    /// Σ results − Σ control totals, where all are known.
    pub against_control_totals: Option<Pence>,
}

/// How a system stands in its pool.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Role {
    /// It has a gap, even if it closes that itself, or contributes too.
    Receives,
    /// It is asked.
    #[default]
    Contributes,
    /// It is left out.
    Exempt,
    /// It was asked and says no.
    Refuses,
}

/// What a system's year comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SystemOutcome {
    /// How it stands in its pool.
    pub role: Role,
    /// Control total less plan, at least nought; `None` where not known.
    pub gap: Option<Pence>,
    /// What its savings schemes close before anyone is asked.
    pub savings: Pence,
    /// The part of its own gap that its own bodies are asked for.
    pub recovery: Pence,
    /// What its neighbours' help leaves to be covered: open gap less recovery.
    pub need: Pence,
    /// What it is asked to contribute to the offset.
    pub contribution: Pence,
    /// What others cover of its gap.
    pub relief: Pence,
    /// Contribution + recovery.
    pub ask: Pence,
    /// What the split over its groups found no place for.
    pub unplaced: Pence,
    /// Why.
    pub reasons: Reasons,
    /// What its bodies found: reserves used + cuts.
    pub found: Pence,
    /// Control total + contribution − relief.
    pub target: Option<Pence>,
    /// Plan + savings + found.
    pub result: Option<Pence>,
    /// What its support, and its bodies', comes to.
    pub support: Supported,
}

/// What a group's year comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GroupOutcome {
    /// What it is asked for.
    pub ask: Pence,
    /// What the split over its bodies found no place for.
    pub unplaced: Pence,
    /// Why.
    pub reasons: Reasons,
}

/// What a body's year comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BodyOutcome {
    /// What it is asked for.
    pub ask: Pence,
    /// The part of that which is its system's contribution, not recovery: over all bodies, and what
    /// found no body, it is the contribution to the penny.
    pub contributed: Pence,
    /// What its reserve covers of its ask.
    pub reserve_used: Pence,
    /// What its programmes lose.
    pub cuts: Pence,
    /// What found no place: a miss.
    pub unplaced: Pence,
    /// What nobody described: its programmes are not all there are.
    pub not_described: Pence,
    /// What cuts elsewhere cost it, where a knock-on is on.
    pub knocked_on: Pence,
    /// Whether its agreed cuts were scaled down to what it is asked for.
    pub reasons: Reasons,
    /// Result less control total; what it found, where the totals are not known and it accepted its own.
    pub against_control_total: Option<Pence>,
    /// Its part of its system's relief.
    pub relief: Option<Pence>,
    /// What it must end the year with.
    pub target: Option<Pence>,
    /// What it ends the year with.
    pub result: Option<Pence>,
    /// What its support comes to.
    pub support: Supported,
}

/// What support comes to: of one part, or of all parts of a holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Supported {
    /// What there is to be paid.
    pub amount: Pence,
    /// What is paid of it; `None` where a test hangs on what is not known.
    pub paid: Option<Pence>,
    /// More for a result above the target.
    pub bonus: Option<Pence>,
}

impl Default for Supported {
    fn default() -> Self {
        Self { amount: Pence::ZERO, paid: Some(Pence::ZERO), bonus: Some(Pence::ZERO) }
    }
}

impl Supported {
    /// What is lost of it.
    pub fn lost(&self) -> Option<Pence> {
        self.paid.map(|paid| self.amount - paid)
    }

    /// What is paid, bonus included.
    pub fn in_all(&self) -> Option<Pence> {
        Some(self.paid? + self.bonus?)
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.amount += other.amount;
        self.paid = self.paid.zip(other.paid).map(|(a, b)| a + b);
        self.bonus = self.bonus.zip(other.bonus).map(|(a, b)| a + b);
    }
}

impl SystemOutcome {
    /// Result + support + bonus, of its bodies too.
    pub fn position(&self) -> Option<Pence> {
        Some(self.result? + self.support.in_all()?)
    }
}

impl BodyOutcome {
    /// Result + support + bonus.
    pub fn position(&self) -> Option<Pence> {
        Some(self.result? + self.support.in_all()?)
    }
}

/// One part of support.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SupportOutcome {
    /// What it comes to.
    pub comes_to: Supported,
    /// Whether its finance test, or its signature, is met; of a linked one its holder's own test.
    pub met: Option<bool>,
    /// By how much the result that it hangs on is above (+) or below (−) the target.
    pub margin: Option<Pence>,
}

/// What becomes of a programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// Nothing changes.
    OnTime,
    /// It starts later.
    Late,
    /// Its whole in-year budget is gone.
    NotThisYear,
    /// It runs smaller.
    Reduced,
    /// It is no longer viable.
    Stops,
    /// It may not be cut.
    Protected,
}

/// What a programme's year comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ProgrammeOutcome {
    /// Annual cost × months left from its start ÷ 12; `None` where the cost is not known.
    pub budget: Option<Pence>,
    /// The most it could lose.
    pub limit: Pence,
    /// What it loses.
    pub cut: Pence,
    /// What it would still have cost, had it not stopped.
    pub released: Pence,
    /// The first month in which it now runs, where that is known.
    pub new_start: Option<Month>,
    /// Whether the cut delays it (else it shrinks).
    pub delays: bool,
    /// What becomes of it; `None` where its cost is not known.
    pub status: Option<Status>,
}

/// What becomes of a partner's money in a joint programme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct JointOutcome {
    /// What it would pay in the year; `None` where that is not known.
    pub budget: Option<Pence>,
    /// What it no longer pays: because it refuses, is matched, or the start is delayed.
    pub lost: Option<Pence>,
    /// Whether it withdrew on its own account.
    pub refused: bool,
}

/// A year's outcome, in buffers that are used again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// The pools that are balanced now.
    pub pools: Vec<PoolOutcome>,
    /// Systems, as in the scenario.
    pub systems: Vec<SystemOutcome>,
    /// Groups, as in the scenario.
    pub groups: Vec<GroupOutcome>,
    /// Bodies, as in the scenario.
    pub bodies: Vec<BodyOutcome>,
    /// Programmes, as in the scenario.
    pub programmes: Vec<ProgrammeOutcome>,
    /// What becomes of partners' money in joint programmes, as in the scenario.
    pub joint_parts: Vec<JointOutcome>,
    /// What knock-on costs come to, as in the scenario; nothing while they are off.
    pub knock_ons: Vec<Pence>,
    /// Parts of support, as in the scenario.
    pub supports: Vec<SupportOutcome>,
}

impl Outcome {
    /// Empties the buffers and gives them the scenario's lengths.
    pub(super) fn reset(&mut self, scenario: &Scenario) {
        self.pools.clear();
        self.systems.clear();
        self.systems.resize(scenario.systems.len(), SystemOutcome::default());
        self.groups.clear();
        self.groups.resize(scenario.groups.len(), GroupOutcome::default());
        self.bodies.clear();
        self.bodies.resize(scenario.bodies.len(), BodyOutcome::default());
        self.joint_parts.clear();
        self.joint_parts.resize(scenario.joint_parts.len(), JointOutcome::default());
        self.knock_ons.clear();
        self.knock_ons.resize(scenario.knock_ons.len(), Pence::ZERO);
        self.supports.clear();
        self.supports.resize(scenario.supports.len(), SupportOutcome::default());
        // Every record of a programme is written whole: clearing would only write it twice.
        self.programmes.resize(scenario.programmes.len(), ProgrammeOutcome::default());
    }

    /// The outcome of the pool at a node, if it is balanced now.
    pub fn pool(&self, node: Node) -> Option<&PoolOutcome> {
        self.pools.iter().find(|pool| pool.node == node)
    }

    /// What is asked of a node in all; of a pool, its offset.
    pub fn ask(&self, node: Node) -> Option<Pence> {
        match node {
            Node::Nation | Node::Region(_) => self.pool(node).map(|pool| pool.offset),
            Node::System(place) => self.systems.get(place).map(|s| s.ask),
            Node::Group(place) => self.groups.get(place).map(|g| g.ask),
            Node::Body(place) => self.bodies.get(place).map(|b| b.ask),
            Node::Programme(place) => self.programmes.get(place).map(|p| p.cut),
            _ => None,
        }
    }
}
