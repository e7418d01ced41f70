//! Whole scenarios at random, and changes to them.
//!
//! A tree is drawn first and laid out afterwards, so that a law may shuffle it in between; `mended`
//! then takes out what no file could have: limits that are not known, rules that cannot run.
#![cfg(test)]

use super::region::{
    BEDS, BodyTree, CountryTree, GroupTree, RegionTree, SystemTree, april, body, group, pool,
    region, runs, system,
};
use fairshare::format::Month;
use fairshare::levers::{all_nodes, check_limits};
use fairshare::model::{
    Absorption, BodyKind, BodyRefusals, Contributors, Limit, Measures, Node, Offset, Pool,
    PoolRefusals, Pooling, Programme, Protection, Recovery, Saving, Scenario, Splitter, Stance,
    Terms,
};
use fairshare::money::{Pence, Share};
use fairshare::split::{Band, Charge, Column, Layer, Rule};
use proptest::option::{of, weighted};
use proptest::prelude::*;
use std::sync::Arc;

fn money() -> impl Strategy<Value = Pence> {
    let pence = prop_oneof![
        4 => 0..300_i64,
        // Equals, so that ties over a penny are met.
        6 => prop::sample::select(vec![100, 1_000_00, 1_000_000_00]),
        8 => 0..5_000_000_00_i64,
        1 => 0..=Pence::LIMIT.get(),
    ];
    pence.prop_map(Pence::new)
}

fn signed_money() -> impl Strategy<Value = Pence> {
    (-20_000_000_00..5_000_000_00_i64).prop_map(Pence::new)
}

fn share() -> impl Strategy<Value = Share> {
    prop_oneof![
        (0..=100_i64).prop_map(Share::percent),
        (0..=Share::UNITS).prop_map(Share::from_units),
    ]
}

fn month() -> impl Strategy<Value = Month> {
    (-6..18).prop_map(|months| april().plus(months))
}

fn stance() -> impl Strategy<Value = Stance> {
    prop_oneof![
        7 => Just(Stance::Contributes),
        1 => Just(Stance::Exempt),
        2 => Just(Stance::Refuses),
    ]
}

fn column() -> impl Strategy<Value = Column> {
    prop_oneof![5 => Just(BEDS), 2 => Just(Measures::ALLOCATION), 1 => Just(Measures::TURNOVER)]
}

fn limit() -> impl Strategy<Value = Limit> {
    prop_oneof![
        3 => money().prop_map(Limit::Amount),
        1 => share().prop_map(|share| Limit::PercentOf(share, Measures::ALLOCATION)),
    ]
}

fn terms() -> impl Strategy<Value = Terms> {
    let percent = (0..40_i64).prop_map(Share::percent);
    let limits = (weighted(0.3, limit()), weighted(0.15, limit()));
    (limits, weighted(0.4, money()), weighted(0.7, percent), weighted(0.6, 1..4_u32))
        .prop_map(|((cap, floor), fixed, percent, turn)| Terms { cap, floor, fixed, percent, turn })
}

/// Any rule, the payers of its layers named by their places in the order of ids.
pub(crate) fn rule() -> impl Strategy<Value = Rule> {
    let one = prop_oneof![
        Just(Rule::Equal),
        column().prop_map(|by| Rule::Proportional { by }),
        Just(Rule::WhereItFalls),
        of(column()).prop_map(|rest| Rule::Fixed { rest }),
        of(column()).prop_map(|rest| Rule::Percent { rest }),
        of(column()).prop_map(|by| Rule::Priority { by }),
        share().prop_map(|pace| Rule::Levelling { pace }),
        (column(), 1..1_000_000_00_i128, share(), share()).prop_map(|(by, upto, low, high)| {
            let upto = Some(upto);
            let bands = vec![Band { upto, rate: low }, Band { upto: None, rate: high }];
            Rule::Banded { by, bands, charge: Charge::Scaled }
        }),
        Just(Rule::EqualHeadroom),
        Just(Rule::EqualUpToLimit),
        Just(Rule::ContestedGarment),
    ];
    one.prop_recursive(2, 6, 3, |part| {
        let payers = of(prop::collection::vec(0..4_u32, 0..3));
        let layer = (of(money()), payers, part.clone());
        let layer = layer.prop_map(|(width, payers, rule)| Layer { width, payers, rule });
        prop_oneof![
            prop::collection::vec(layer, 1..4).prop_map(Rule::Layered),
            (share(), part.clone(), part).prop_map(|(share, first, second)| {
                let rest = Share::from_units(Share::UNITS - share.units());
                Rule::Blend(vec![(share, first), (rest, second)])
            }),
        ]
    })
}

fn programme() -> impl Strategy<Value = Programme> {
    let protection = prop_oneof![
        3 => Just(Protection::Open),
        1 => share().prop_map(Protection::AtMost),
        1 => Just(Protection::Protected),
    ];
    let cost = (weighted(0.9, money()), of(month()));
    (cost, weighted(0.7, 1..4_u32), protection, weighted(0.3, money()), weighted(0.3, share()))
        .prop_map(|((annual_cost, starts), priority, protection, fixed, stops_at)| Programme {
            annual_cost,
            starts,
            priority,
            protection,
            fixed,
            stops_at,
            ..runs(0)
        })
}

fn body_tree() -> impl Strategy<Value = BodyTree> {
    let kind =
        prop::sample::select(vec![BodyKind::Commissioner, BodyKind::Provider, BodyKind::Council]);
    let absorbs = prop::sample::select(vec![
        Absorption::ProRata,
        Absorption::LeastImportantFirst,
        Absorption::NotYetStartedFirst,
        Absorption::Fixed,
    ]);
    let size =
        || weighted(0.95, prop_oneof![2 => Just(0), 4 => 1..4_i128, 6 => 0..5_000_000_000_i128]);
    let totals = (weighted(0.8, signed_money()), weighted(0.8, signed_money()), of(money()));
    let distance = weighted(0.9, (-20..20_i64).prop_map(Share::percent));
    let money = (prop_oneof![Just(Pence::ZERO), money()], totals);
    let programmes = prop::collection::vec(programme(), 0..5);
    let choices = (stance(), absorbs, any::<bool>(), distance);
    (kind, [size(), size()], money, terms(), choices, programmes).prop_map(
        |(kind, [own, beds], (reserve, totals), terms, choices, programmes)| {
            let mut tree = body("", kind).with(|body| {
                (body.control_total, body.plan, body.stated_gap) = totals;
                (body.stance, body.absorbs, body.complete, body.distance) = choices;
                (body.reserve, body.terms) = (reserve, terms);
            });
            let column = match kind {
                BodyKind::Commissioner => Some(Measures::ALLOCATION),
                BodyKind::Provider => Some(Measures::TURNOVER),
                BodyKind::Council => None,
            };
            tree.measures.extend(column.zip(own));
            tree.measures.extend(beds.map(|beds| (BEDS, beds)));
            tree.programmes = programmes.into_iter().map(|own| (String::new(), own)).collect();
            tree
        },
    )
}

fn group_tree() -> impl Strategy<Value = GroupTree> {
    let bodies = prop::collection::vec(body_tree(), 0..5);
    let lead = weighted(0.2, 0..4_usize);
    let beds = weighted(0.1, 0..5_000_i128);
    (rule(), terms(), bodies, lead, beds).prop_map(|(rule, terms, bodies, lead, beds)| {
        let mut tree = group("").bodies(bodies).with(|group| {
            (group.split, group.terms) = (Arc::new(rule), terms);
        });
        // The place is turned into an id when the bodies have theirs.
        tree.lead = lead.map(|place| place.to_string());
        tree.measures.extend(beds.map(|beds| (BEDS, beds)));
        tree
    })
}

fn system_tree() -> impl Strategy<Value = SystemTree> {
    let recover = prop_oneof![
        2 => Just(Recovery::default()),
        2 => share().prop_map(Recovery::Share),
        1 => money().prop_map(Recovery::Amount),
    ];
    let refusals = prop::sample::select(vec![
        BodyRefusals::RedistributeWithin,
        BodyRefusals::Redistribute,
        BodyRefusals::Unfunded,
    ]);
    let totals = (weighted(0.8, signed_money()), weighted(0.8, signed_money()), of(money()));
    let sums = (weighted(0.2, Just(())), weighted(0.2, Just(())));
    let saving = (any::<bool>(), money(), share());
    let parts = (prop::collection::vec(saving, 0..3), prop::collection::vec(group_tree(), 0..4));
    (totals, sums, recover, stance(), rule(), refusals, terms(), parts).prop_map(
        |(totals, sums, recover, stance, rule, refusals, terms, (savings, groups))| {
            let mut tree = system("").groups(groups).with(|system| {
                (system.control_total, system.plan, system.stated_gap) = totals;
                system.control_total_is_sum = sums.0.is_some();
                system.plan_is_sum = sums.1.is_some();
                (system.recover, system.stance, system.refusals) = (recover, stance, refusals);
                (system.split, system.terms) = (Arc::new(rule), terms);
            });
            let scheme = |(named, amount, delivered)| {
                let saving =
                    Saving { body: None, amount, delivered, needs: Vec::new(), recurrent: None };
                (bool::then(named, String::new), saving)
            };
            tree.savings = savings.into_iter().map(scheme).collect();
            tree
        },
    )
}

fn some_pool() -> impl Strategy<Value = Pool> {
    let offset = prop_oneof![
        2 => Just(Offset::WholeNeed),
        1 => money().prop_map(Offset::Amount),
        1 => share().prop_map(Offset::Percent),
    ];
    let refusals = prop::sample::select(vec![PoolRefusals::Redistribute, PoolRefusals::Unfunded]);
    let contributors = prop::sample::select(vec![Contributors::WithoutGap, Contributors::All]);
    let reserve = prop_oneof![2 => Just(Pence::ZERO), 1 => money()];
    (offset, rule(), refusals, contributors, reserve, month()).prop_map(
        |(offset, rule, refusals, contributors, reserve, asked_in)| {
            let split = Arc::new(rule);
            Pool { offset, split, refusals, contributors, reserve, asked_in, ..pool() }
        },
    )
}

/// One to three regions, and perhaps the country.
pub(crate) fn country() -> impl Strategy<Value = CountryTree> {
    let systems = prop::collection::vec(system_tree(), 1..4);
    let regions = prop::collection::vec((some_pool(), systems), 1..4);
    let pooling = prop::sample::select(vec![Pooling::Regional, Pooling::National]);
    (regions, of(some_pool()), pooling).prop_map(|(regions, nation, pooling)| {
        let one = |(pool, systems)| RegionTree { pool, ..region("").systems(systems) };
        let regions = regions.into_iter().map(one).collect();
        named(CountryTree { nation, pooling, regions })
    })
}

/// Gives every part an id; their byte order is not that of the tree.
fn named(mut country: CountryTree) -> CountryTree {
    let (mut systems, mut bodies) = (0.., 0..);
    for (place, region) in country.regions.iter_mut().enumerate() {
        region.id = format!("R{}", 9 - place);
        for system in &mut region.systems {
            // Places times a number without a common factor: all different, and mixed.
            system.id = format!("S{}", systems.next().unwrap_or(0) * 7 % 11);
            for (place, group) in system.groups.iter_mut().enumerate() {
                group.id = format!("g{}", place * 3 % 5);
                for body in &mut group.bodies {
                    body.id = format!("B{}", bodies.next().unwrap_or(0) * 37 % 211);
                    for (place, (id, _)) in body.programmes.iter_mut().enumerate() {
                        *id = format!("p{}", place * 3 % 7);
                    }
                }
                let lead = group.lead.take().and_then(|place| place.parse::<usize>().ok());
                let lead = lead.and_then(|place| group.bodies.get(place));
                group.lead = lead.map(|body| body.id.clone());
            }
            let first = system.groups.iter().flat_map(|g| &g.bodies).next();
            for (body, _) in &mut system.savings {
                *body = body.take().and(first).map(|first| first.id.clone());
            }
        }
    }
    country
}

/// The tree in another order, which depends on a number.
pub(crate) fn shuffled(mut country: CountryTree, seed: u64) -> CountryTree {
    let key = |id: &str| {
        id.bytes()
            .fold(seed | 1, |key, byte| (key ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    };
    country.regions.sort_by_key(|region| key(&region.id));
    for region in &mut country.regions {
        region.systems.sort_by_key(|system| key(&system.id));
        for system in &mut region.systems {
            system.groups.sort_by_key(|group| key(&group.id));
            for group in &mut system.groups {
                group.bodies.sort_by_key(|body| key(&body.id));
                for body in &mut group.bodies {
                    body.programmes.sort_by_key(|(id, _)| key(id));
                }
            }
        }
    }
    country
}

/// The scenario without limits that are not known and rules that cannot run.
pub(crate) fn mended(country: CountryTree) -> Scenario {
    let mut scenario = country.build();
    for node in all_nodes(&scenario) {
        if check_limits(&scenario, node).is_err() {
            let terms = match node {
                Node::System(place) => &mut scenario.systems[place].terms,
                Node::Group(place) => &mut scenario.groups[place].terms,
                Node::Body(place) => &mut scenario.bodies[place].terms,
                _ => continue,
            };
            (terms.cap, terms.floor) = (None, None);
        }
    }
    for node in all_nodes(&scenario) {
        let splitter = match node {
            Node::Nation | Node::Region(_) => Splitter::Pool(node),
            Node::System(place) => Splitter::System(place),
            Node::Group(place) => Splitter::Group(place),
            _ => continue,
        };
        let rule = scenario.rule(splitter).cloned().unwrap();
        if scenario.check_rule(splitter, &rule).is_err() {
            *rule_at(&mut scenario, splitter) = Arc::new(Rule::Equal);
        }
    }
    scenario
}

fn rule_at(scenario: &mut Scenario, splitter: Splitter) -> &mut Arc<Rule> {
    match splitter {
        Splitter::Pool(Node::Region(place)) => &mut scenario.regions[place].split,
        Splitter::Pool(_) => &mut scenario.nation.as_mut().unwrap().split,
        Splitter::System(place) => &mut scenario.systems[place].split,
        Splitter::Group(place) => &mut scenario.groups[place].split,
    }
}

/// A scenario as it could come out of a file.
pub(crate) fn scenario() -> impl Strategy<Value = Scenario> {
    country().prop_map(mended)
}
