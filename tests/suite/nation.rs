//! Large scenarios made by rule, for measuring: a nation, and a region like the East of England.

use super::region::{
    BY_ALLOCATION, BodyTree, CountryTree, GroupTree, RegionTree, SystemTree, body, commissioner,
    group, pool, pounds, region, runs, system,
};
use fairshare::format::Month;
use fairshare::model::{
    Absorption, BodyKind, Measures, Offset, Pool, Pooling, Programme, Protection, Recovery,
    Scenario,
};
use fairshare::money::{Pence, Share};
use fairshare::split::Rule;
use std::sync::Arc;

/// Numbers that look like any, and are the same on every machine.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, from: i64, below: i64) -> i64 {
        // Knuth's MMIX constants; the high bits are the good ones.
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let high = i64::from(u32::try_from(self.0 >> 33).unwrap_or(0));
        from + high % (below - from)
    }
}

/// 44 systems of 10 bodies with 10 programmes each, balanced as one: every fourth system is short
/// of 20m and recovers half of it, so that every body is asked.
pub(crate) fn nation() -> Scenario {
    let mut numbers = Numbers(1);
    let mut eleven = |r: usize| -> Vec<SystemTree> {
        (0..11).map(|place| a_system(&mut numbers, 11 * r + place)).collect()
    };
    let regions = (0..4).map(|r| region(&format!("R{r}")).systems(eleven(r)));
    let regions: Vec<RegionTree> = regions.collect();
    CountryTree { nation: Some(whole_need(pool())), pooling: Pooling::National, regions }.build()
}

/// Six systems of 3 to 5 commissioners and 3 providers with 2 programmes each: the first is short.
pub(crate) fn small_region() -> Scenario {
    let mut numbers = Numbers(2);
    let systems = (0..6).map(|s| {
        let short = if s == 0 { -50_400_000 } else { 0 };
        let commissioners = (0..3 + s % 3).map(|b| a_body(&mut numbers, (s, b), 2));
        let commissioners = by(BY_ALLOCATION, "commissioners", 70).bodies(commissioners);
        let providers = (5..8).map(|b| a_body(&mut numbers, (s, b), 2));
        let providers = by(BY_TURNOVER, "providers", 30).bodies(providers);
        grouped(system(&format!("S{s}")).totals(0, short), [commissioners, providers])
    });
    let systems: Vec<SystemTree> = systems.collect();
    region("R")
        .with(|pool| pool.offset = Offset::Amount(pounds(25_000_000)))
        .systems(systems)
        .build()
}

const BY_TURNOVER: Rule = Rule::Proportional { by: Measures::TURNOVER };

fn whole_need(pool: Pool) -> Pool {
    Pool { offset: Offset::WholeNeed, split: Arc::new(BY_ALLOCATION), ..pool }
}

fn a_system(numbers: &mut Numbers, place: usize) -> SystemTree {
    let plan = if place.is_multiple_of(4) { -20_000_000 } else { 0 };
    let mut bodies = |range: std::ops::Range<usize>| -> Vec<BodyTree> {
        range.map(|b| a_body(numbers, (place, b), 10)).collect()
    };
    let commissioners = by(BY_ALLOCATION, "commissioners", 70).bodies(bodies(0..5));
    let providers = by(BY_TURNOVER, "providers", 30).bodies(bodies(5..10));
    let tree = system(&format!("S{place}")).totals(0, plan);
    let tree = tree.with(|system| system.recover = Recovery::Share(Share::percent(50)));
    grouped(tree, [commissioners, providers])
}

fn grouped(tree: SystemTree, groups: [GroupTree; 2]) -> SystemTree {
    tree.groups(groups).with(|system| system.split = Arc::new(Rule::Percent { rest: None }))
}

fn by(rule: Rule, id: &str, percent: i64) -> GroupTree {
    group(id).with(|group| {
        group.split = Arc::new(rule);
        group.terms.percent = Some(Share::percent(percent));
    })
}

/// A commissioner, or from place 5 on a provider, of 200m to 800m.
fn a_body(numbers: &mut Numbers, (system, place): (usize, usize), programmes: usize) -> BodyTree {
    let id = format!("S{system}B{place}");
    let size = numbers.next(200_000_000, 800_000_000);
    let tree = match place {
        0..5 => commissioner(&id, size),
        _ => body(&id, BodyKind::Provider).sized(Measures::TURNOVER, i128::from(size) * 100),
    };
    let mut tree = tree.with(|body| {
        body.reserve = pounds(numbers.next(0, 100_000));
        body.complete = true;
        body.absorbs = match place % 3 {
            0 => Absorption::NotYetStartedFirst,
            1 => Absorption::LeastImportantFirst,
            _ => Absorption::ProRata,
        };
    });
    let programmes = (0..programmes).map(|p| (format!("p{p}"), a_programme(numbers, p)));
    tree.programmes = programmes.collect();
    tree
}

fn a_programme(numbers: &mut Numbers, place: usize) -> Programme {
    let month = i32::try_from(numbers.next(4, 16)).unwrap_or(4);
    Programme {
        annual_cost: Some(Pence::new(numbers.next(50_000_000, 800_000_000))),
        starts: place.is_multiple_of(3).then(|| Month::new(2019, month)),
        priority: u32::try_from(numbers.next(1, 6)).ok(),
        protection: match place {
            7 => Protection::Protected,
            8 => Protection::AtMost(Share::percent(20)),
            _ => Protection::Open,
        },
        stops_at: (place == 4).then(|| Share::percent(25)),
        ..runs(0)
    }
}
