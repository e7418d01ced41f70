//! One splitter set up for trying: its children as the engine has them, and any amount divided over
//! them by any rule, so that caps, floors and refusals count.

use super::{How, Observation};
use crate::engine::Outcome;
use crate::model::{Node, Scenario, Splitter, Stance};
use crate::money::Pence;
use crate::split::{Child, Problem, Rule, Scratch, Weights, split};

/// A splitter, its published shares, and room for working.
pub(super) struct Bench<'s> {
    scenario: &'s Scenario,
    splitter: Splitter,
    observed: &'s [Observation],
    /// What each of them finds of its own gap besides: a system's recovery.
    besides: Vec<Pence>,
    /// What the scenario as it stands divides there.
    pub(super) present: Pence,
    /// All that could be divided there.
    pub(super) whole: Pence,
    children: Vec<Child>,
    shares: Vec<Pence>,
    scratch: Scratch,
}

impl<'s> Bench<'s> {
    pub(super) fn new(
        (scenario, outcome): (&'s Scenario, &Outcome),
        splitter: Splitter,
        observed: &'s [Observation],
    ) -> Self {
        let recovery = |share: &Observation| match share.node {
            Node::System(place) => outcome.systems[place].recovery,
            _ => Pence::ZERO,
        };
        let (present, whole) = amounts((scenario, outcome), splitter);
        Self {
            scenario,
            splitter,
            observed,
            besides: observed.iter().map(recovery).collect(),
            present,
            whole,
            children: Vec::new(),
            shares: Vec::new(),
            scratch: Scratch::default(),
        }
    }

    /// How many are asked.
    pub(super) fn asked(&mut self) -> usize {
        self.scenario.payers(self.splitter, &Rule::Equal, &mut self.children);
        self.children.len()
    }

    /// Whether the share of everybody who is asked is published.
    pub(super) fn is_complete(&mut self) -> bool {
        let asked = self.asked();
        let known = |child: &Child| {
            let node = self.splitter.child(child.key);
            self.observed.iter().any(|share| share.node == node)
        };
        asked > 0 && self.children.iter().all(known)
    }

    /// What those who are asked are said to have been asked for here, their recovery left out.
    pub(super) fn published(&mut self) -> Vec<Pence> {
        self.asked();
        let is_asked = |share: &Observation| {
            self.children.iter().any(|child| self.splitter.child(child.key) == share.node)
        };
        let shares = self.observed.iter().zip(&self.besides);
        let asked = shares.filter(|(share, _)| is_asked(share));
        asked.map(|(share, besides)| (share.amount - *besides).at_least_zero()).collect()
    }

    /// Calculated less published, in the order of the published shares; `None` if the rule does not
    /// take this amount.
    pub(super) fn off(&mut self, how: &How, amount: Pence) -> Option<Vec<Pence>> {
        self.divide(how, amount)?;
        let own = |share: &Observation| {
            let node = share.node;
            let at = self.children.iter().position(|c| self.splitter.child(c.key) == node);
            at.and_then(|at| self.shares.get(at)).copied().unwrap_or_default()
        };
        let shares = self.observed.iter().zip(&self.besides);
        Some(shares.map(|(share, besides)| own(share) + *besides - share.amount).collect())
    }

    /// Divides as the engine does: a lead payer first, up to its cap, the rest by the group's rule.
    fn divide(&mut self, how: &How, amount: Pence) -> Option<()> {
        let rule = match how {
            How::Rule(rule) => &**rule,
            How::Lead(_) => self.scenario.rule(self.splitter)?,
        };
        self.scenario.payers(self.splitter, rule, &mut self.children);
        let How::Lead(lead) = how else { return self.split(rule, amount) };
        let at = self.children.iter().position(|child| child.key as usize == *lead)?;
        let child = self.children.remove(at);
        let carried = child.cap.map_or(amount, |cap| cap.min(amount));
        if carried < amount {
            self.split(rule, amount - carried)?;
        } else {
            self.shares.clear();
            self.shares.resize(self.children.len(), Pence::ZERO);
        }
        self.children.push(child);
        self.shares.push(carried);
        Some(())
    }

    fn split(&mut self, rule: &Rule, amount: Pence) -> Option<()> {
        self.shares.clear();
        self.shares.resize(self.children.len(), Pence::ZERO);
        let (scenario, splitter, children) = (self.scenario, self.splitter, &self.children);
        let weights = |index: usize, column| scenario.weight(splitter, children[index].key, column);
        let problem = Problem::new(amount, children, Weights::Narrow(&weights));
        split(rule, &problem, &mut self.scratch, &mut self.shares).ok().map(|_| ())
    }
}

/// What a splitter divides as things stand, and all that it could divide.
fn amounts((scenario, outcome): (&Scenario, &Outcome), splitter: Splitter) -> (Pence, Pence) {
    match splitter {
        Splitter::Group(place) => {
            (outcome.groups[place].ask, outcome.systems[scenario.groups[place].system].ask)
        }
        Splitter::System(place) => (outcome.systems[place].ask, outcome.systems[place].ask),
        Splitter::Pool(node) => {
            let pool = outcome.pools.iter().find(|pool| pool.node == node);
            pool.map_or_else(Default::default, |pool| (pool.offset, pool.need - pool.reserve_used))
        }
    }
}

/// Whether a body can carry the ask of its group.
pub(super) fn can_lead(scenario: &Scenario, body: usize) -> bool {
    scenario.bodies[body].stance == Stance::Contributes
}
