//! Scenarios written by hand for tests, as trees; `flat` lays them out as the model is.
//!
//! What is not said is as a file would leave it: open, contributing, split equally. Every part is
//! opened by `with`, so that a test sets the model's own fields. Payers of a layer are named by
//! their place among their siblings' ids in byte order, which no shuffling of the tree changes.

use fairshare::format::Month;
use fairshare::model::{
    Absorption, Body, BodyKind, BodyRefusals, Contributors, Group, Measures, Offset, Pool,
    PoolRefusals, Pooling, Programme, Protection, Recovery, Saving, Scenario, Stance, System,
    Terms,
};
use fairshare::money::{Pence, Share};
use fairshare::split::{Column, Rule};
use std::sync::Arc;

/// A measure of the file's own, which every kind of body can have.
pub(crate) const BEDS: Column = Column(5);

/// The first month of every year here: April 2019.
pub(crate) fn april() -> Month {
    Month::new(2019, 4)
}

/// So many pounds.
pub(crate) const fn pounds(pounds: i64) -> Pence {
    Pence::pounds(pounds)
}

/// In proportion to allocation.
pub(crate) const BY_ALLOCATION: Rule = Rule::Proportional { by: Measures::ALLOCATION };

/// Regions, and perhaps the country as a pool over all of them.
#[derive(Clone, Debug)]
pub(crate) struct CountryTree {
    pub(crate) nation: Option<Pool>,
    pub(crate) pooling: Pooling,
    pub(crate) regions: Vec<RegionTree>,
}

/// A region and its systems.
#[derive(Clone, Debug)]
pub(crate) struct RegionTree {
    pub(crate) id: String,
    pub(crate) pool: Pool,
    pub(crate) systems: Vec<SystemTree>,
}

/// A system, its savings schemes and its groups.
#[derive(Clone, Debug)]
pub(crate) struct SystemTree {
    pub(crate) id: String,
    pub(crate) system: System,
    pub(crate) measures: Vec<(Column, i128)>,
    pub(crate) savings: Vec<(Option<String>, Saving)>,
    pub(crate) groups: Vec<GroupTree>,
}

/// A group, the id of its lead payer and its bodies.
#[derive(Clone, Debug)]
pub(crate) struct GroupTree {
    pub(crate) id: String,
    pub(crate) group: Group,
    pub(crate) measures: Vec<(Column, i128)>,
    pub(crate) lead: Option<String>,
    pub(crate) bodies: Vec<BodyTree>,
}

/// A body and its programmes.
#[derive(Clone, Debug)]
pub(crate) struct BodyTree {
    pub(crate) id: String,
    pub(crate) body: Body,
    pub(crate) measures: Vec<(Column, i128)>,
    pub(crate) programmes: Vec<(String, Programme)>,
}

/// A pool without an offset.
pub(crate) fn pool() -> Pool {
    Pool {
        recurrent: false,
        repayment: None,
        systems: 0..0,
        offset: Offset::default(),
        split: Arc::new(Rule::Equal),
        refusals: PoolRefusals::default(),
        contributors: Contributors::default(),
        reserve: Pence::ZERO,
        asked_in: april(),
    }
}

/// A region without systems.
pub(crate) fn region(id: &str) -> RegionTree {
    RegionTree { id: id.to_owned(), pool: pool(), systems: Vec::new() }
}

/// A system without groups, whose totals are not known.
pub(crate) fn system(id: &str) -> SystemTree {
    let system = System {
        region: 0,
        groups: 0..0,
        bodies: 0..0,
        savings: 0..0,
        control_total: None,
        plan: None,
        stated_gap: None,
        agreed: false,
        control_total_is_sum: false,
        plan_is_sum: false,
        ungrouped: false,
        recover: Recovery::default(),
        stance: Stance::default(),
        split: Arc::new(Rule::Equal),
        refusals: BodyRefusals::default(),
        terms: Terms::default(),
    };
    let (savings, groups) = (Vec::new(), Vec::new());
    SystemTree { id: id.to_owned(), system, measures: Vec::new(), savings, groups }
}

/// A group without bodies.
pub(crate) fn group(id: &str) -> GroupTree {
    let (split, terms) = (Arc::new(Rule::Equal), Terms::default());
    let group = Group { system: 0, bodies: 0..0, split, lead: None, terms };
    GroupTree { id: id.to_owned(), group, measures: Vec::new(), lead: None, bodies: Vec::new() }
}

/// A body without programmes, of which nothing is known.
pub(crate) fn body(id: &str, kind: BodyKind) -> BodyTree {
    let body = Body {
        signed: None,
        system: 0,
        group: 0,
        programmes: 0..0,
        kind,
        control_total: None,
        plan: None,
        stated_gap: None,
        agreed: false,
        reserve: Pence::ZERO,
        stance: Stance::default(),
        terms: Terms::default(),
        absorbs: Absorption::default(),
        complete: false,
        distance: None,
    };
    BodyTree { id: id.to_owned(), body, measures: Vec::new(), programmes: Vec::new() }
}

/// A commissioner with an allocation in pounds.
pub(crate) fn commissioner(id: &str, allocation: i64) -> BodyTree {
    body(id, BodyKind::Commissioner).sized(Measures::ALLOCATION, i128::from(allocation) * 100)
}

/// A running programme that costs so many pounds a year.
pub(crate) fn runs(annual: i64) -> Programme {
    Programme {
        annual_cost: Some(pounds(annual)),
        starts: None,
        priority: None,
        protection: Protection::Open,
        fixed: None,
        stops_at: None,
        reaches: None,
    }
}

/// A programme that costs so many pounds a year and starts in this month.
pub(crate) fn starts(annual: i64, year: i32, month: i32) -> Programme {
    Programme { starts: Some(Month::new(year, month)), ..runs(annual) }
}

impl RegionTree {
    pub(crate) fn with(mut self, change: impl FnOnce(&mut Pool)) -> Self {
        change(&mut self.pool);
        self
    }

    pub(crate) fn systems(mut self, systems: impl IntoIterator<Item = SystemTree>) -> Self {
        self.systems.extend(systems);
        self
    }

    /// The scenario of this region alone.
    pub(crate) fn build(self) -> Scenario {
        let pooling = Pooling::Regional;
        CountryTree { nation: None, pooling, regions: vec![self] }.build()
    }
}

impl SystemTree {
    pub(crate) fn with(mut self, change: impl FnOnce(&mut System)) -> Self {
        change(&mut self.system);
        self
    }

    /// Control total and plan in pounds.
    pub(crate) fn totals(self, control_total: i64, plan: i64) -> Self {
        self.with(|system| {
            system.control_total = Some(pounds(control_total));
            system.plan = Some(pounds(plan));
        })
    }

    pub(crate) fn sized(mut self, column: Column, size: i128) -> Self {
        self.measures.push((column, size));
        self
    }

    /// A savings scheme in pounds, delivered so far in percent, at a body if one is named.
    pub(crate) fn saves(mut self, amount: i64, percent: i64, body: Option<&str>) -> Self {
        let (amount, delivered) = (pounds(amount), Share::percent(percent));
        let saving = Saving { body: None, amount, delivered, needs: Vec::new(), recurrent: None };
        self.savings.push((body.map(str::to_owned), saving));
        self
    }

    pub(crate) fn groups(mut self, groups: impl IntoIterator<Item = GroupTree>) -> Self {
        self.groups.extend(groups);
        self
    }

    /// One group of these bodies, split by this rule.
    pub(crate) fn bodies(self, rule: Rule, bodies: impl IntoIterator<Item = BodyTree>) -> Self {
        self.groups([group("all").with(|group| group.split = Arc::new(rule)).bodies(bodies)])
    }
}

impl GroupTree {
    pub(crate) fn with(mut self, change: impl FnOnce(&mut Group)) -> Self {
        change(&mut self.group);
        self
    }

    pub(crate) fn lead(mut self, id: &str) -> Self {
        self.lead = Some(id.to_owned());
        self
    }

    pub(crate) fn bodies(mut self, bodies: impl IntoIterator<Item = BodyTree>) -> Self {
        self.bodies.extend(bodies);
        self
    }
}

impl BodyTree {
    pub(crate) fn with(mut self, change: impl FnOnce(&mut Body)) -> Self {
        change(&mut self.body);
        self
    }

    pub(crate) fn sized(mut self, column: Column, size: i128) -> Self {
        self.measures.push((column, size));
        self
    }

    pub(crate) fn programmes<'a>(
        mut self,
        programmes: impl IntoIterator<Item = (&'a str, Programme)>,
    ) -> Self {
        self.programmes.extend(programmes.into_iter().map(|(id, own)| (id.to_owned(), own)));
        self
    }
}
