//! The cascade of one year, read downwards: pools, systems, groups, bodies, programmes, results.

use super::working::Book;
use super::{Outcome, body, joint, knock_on, pool, result, support, system};
use crate::model::{Scenario, Splitter};
use crate::money::Pence;
use crate::split::{Child, Claim, Problem, Reason, Reasons, Rule, Scratch, Weights, split};

/// The engine's working memory: keep one, and computing again allocates nothing.
#[derive(Debug, Default)]
pub struct Engine {
    pub(super) children: Vec<Child>,
    pub(super) shares: Vec<Pence>,
    pub(super) scratch: Scratch,
    pub(super) claims: Vec<Claim>,
    /// Where every step writes how its numbers come about; nearly always nobody wants to know.
    pub(super) book: Option<Book>,
}

/// What a split placed nowhere, and why.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Left {
    pub(super) unplaced: Pence,
    pub(super) reasons: Reasons,
}

/// Computes the outcome of a scenario.
///
/// ```
/// # use fairshare::{document, engine};
/// let scenario = document::library("east-of-england-2019").unwrap();
/// let outcome = engine::compute(&scenario);
/// assert_eq!(outcome.pools[0].uncovered.get(), 25_400_000_00);
/// ```
pub fn compute(scenario: &Scenario) -> Outcome {
    let mut outcome = Outcome::default();
    Engine::default().compute(scenario, &mut outcome);
    outcome
}

impl Engine {
    /// Computes the outcome of a scenario into `outcome`, using its buffers again.
    pub fn compute(&mut self, scenario: &Scenario, outcome: &mut Outcome) {
        outcome.reset(scenario);
        for place in 0..scenario.systems.len() {
            pool::gap(self, scenario, place, &mut outcome.systems[place]);
        }
        for (node, settings) in scenario.active_pools() {
            pool::balance(self, scenario, (node, settings), outcome);
        }
        for place in 0..scenario.systems.len() {
            system::ask(self, scenario, place, outcome);
        }
        for (place, system) in scenario.systems.iter().enumerate() {
            let calendar = scenario.calendar(place);
            for body in system.bodies.clone() {
                body::find(self, scenario, (body, calendar), outcome);
            }
        }
        joint::withdraw(scenario, outcome);
        knock_on::strike(self, scenario, outcome);
        result::settle(self, scenario, outcome);
        support::pay(self, scenario, outcome);
    }

    /// Splits an amount at a node by a rule. The shares stand in `self.shares`, in the order of
    /// `self.children`, which the caller filled.
    pub(super) fn split(
        &mut self,
        scenario: &Scenario,
        (splitter, rule): (Splitter, &Rule),
        amount: Pence,
    ) -> Left {
        self.shares.clear();
        self.shares.resize(self.children.len(), Pence::ZERO);
        let children = &self.children;
        let weights = |index: usize, column| scenario.weight(splitter, children[index].key, column);
        let problem = Problem::new(amount, children, Weights::Narrow(&weights));
        match split(rule, &problem, &mut self.scratch, &mut self.shares) {
            Ok(done) => Left { unplaced: done.unplaced, reasons: done.reasons },
            // A rule that cannot run is refused when it is set; if one gets here all the same,
            // nothing is guessed: the whole amount is without a place, with that reason.
            Err(_) => {
                self.shares.fill(Pence::ZERO);
                Left { unplaced: amount, reasons: Reasons::from(Reason::CannotRun) }
            }
        }
    }
}
