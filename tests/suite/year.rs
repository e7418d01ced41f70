//! A scenario with its outcome, read by ids.

use super::region::{BodyTree, RegionTree, pounds, region, system};
use fairshare::document::parse;
use fairshare::engine::{
    BodyOutcome, GroupOutcome, Outcome, PoolOutcome, ProgrammeOutcome, SystemOutcome, compute,
    measure_at,
};
use fairshare::format::Unit;
use fairshare::levers::{Typing, lever_at, node_at, typed};
use fairshare::model::{Node, Recovery, Scenario};
use fairshare::money::{Pence, Share};
use fairshare::ron_text::Source;
use fairshare::split::Rule;

/// A scenario and what becomes of it.
pub(crate) struct Year {
    pub(crate) scenario: Scenario,
    pub(crate) outcome: Outcome,
}

impl Year {
    pub(crate) fn of(scenario: Scenario) -> Self {
        let outcome = compute(&scenario);
        Self { scenario, outcome }
    }

    /// The year of a file's text.
    pub(crate) fn parse(text: &str) -> Self {
        match parse(Source::new("a.ron", text)) {
            Ok(loaded) => Self::of(loaded.scenario),
            Err(faulty) => panic!("{:?}", faulty.faults),
        }
    }

    /// The year after a change, as a person would type it.
    pub(crate) fn after(&self, path: &str, to: &str) -> Self {
        let mut scenario = self.scenario.clone();
        let lever = lever_at(&scenario, path).unwrap();
        let typing = Typing { now: &scenario, base: &scenario, lever, unit: Unit::Pounds };
        let value = typed(typing, to).unwrap();
        lever.set(&mut scenario, &value).unwrap();
        Self::of(scenario)
    }

    /// An outcome of money; `None` if it is not known.
    pub(crate) fn read(&self, path: &str) -> Option<Pence> {
        measure_at(&self.scenario, path).unwrap().read(&self.scenario, &self.outcome).pence()
    }

    /// The same in whole pounds.
    pub(crate) fn pounds(&self, path: &str) -> Option<i64> {
        self.read(path).map(|pence| pence.get() / 100)
    }

    /// The year of a region alone.
    pub(crate) fn in_region(region: RegionTree) -> Self {
        Self::of(region.build())
    }

    /// The year of one system that is short of so many pounds and asks its own bodies for all.
    pub(crate) fn asking(
        pounds: i64,
        rule: Rule,
        bodies: impl IntoIterator<Item = BodyTree>,
    ) -> Self {
        let all = Recovery::Share(Share::ONE);
        let short = system("S").totals(0, -pounds).with(|system| system.recover = all);
        Self::in_region(region("R").systems([short.bodies(rule, bodies)]))
    }

    fn place(&self, path: &str) -> usize {
        match node_at(&self.scenario, path).unwrap() {
            Node::System(at) | Node::Group(at) | Node::Body(at) | Node::Programme(at) => at,
            node => panic!("{path} is {node:?}"),
        }
    }

    /// The first pool.
    pub(crate) fn pool(&self) -> &PoolOutcome {
        &self.outcome.pools[0]
    }

    pub(crate) fn system(&self, path: &str) -> &SystemOutcome {
        &self.outcome.systems[self.place(path)]
    }

    pub(crate) fn group(&self, path: &str) -> &GroupOutcome {
        &self.outcome.groups[self.place(path)]
    }

    pub(crate) fn body(&self, path: &str) -> &BodyOutcome {
        &self.outcome.bodies[self.place(path)]
    }

    pub(crate) fn programme(&self, path: &str) -> &ProgrammeOutcome {
        &self.outcome.programmes[self.place(path)]
    }

    /// What these bodies are asked for.
    pub(crate) fn asks<const N: usize>(&self, paths: [&str; N]) -> [Pence; N] {
        paths.map(|path| self.body(path).ask)
    }

    /// What these programmes lose.
    pub(crate) fn cuts<const N: usize>(&self, paths: [&str; N]) -> [Pence; N] {
        paths.map(|path| self.programme(path).cut)
    }
}

/// Amounts in pounds.
pub(crate) fn all_pounds<const N: usize>(amounts: [i64; N]) -> [Pence; N] {
    amounts.map(pounds)
}
