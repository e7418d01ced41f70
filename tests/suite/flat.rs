//! Lays the trees of `region` out flat: lists joined by ranges, as the model keeps them.

use super::region::{BEDS, BodyTree, CountryTree, GroupTree, RegionTree, SystemTree, april};
use fairshare::model::{
    Body, BodyKind, Group, Measure, MeasureUnit, Measures, NodeWords, Pool, Ranks, Saving,
    Scenario, System, Words,
};
use fairshare::split::{Column, Layer, Rule};
use std::sync::Arc;

impl CountryTree {
    /// Lays the tree out flat.
    pub(crate) fn build(self) -> Scenario {
        let mut list = Measures::built_in();
        list.push(Measure {
            id: "beds".to_owned(),
            rule_name: "beds".to_owned(),
            words: "beds".to_owned(),
            unit: MeasureUnit::Number,
            decimals: 0,
            kinds: vec![BodyKind::Commissioner, BodyKind::Provider, BodyKind::Council],
            note: None,
        });
        let mut flat = Flat {
            words: Words { nation: named("country"), ..Words::default() },
            scenario: Scenario {
                words: Arc::default(),
                ranks: Arc::default(),
                first_month: april(),
                pooling: self.pooling,
                nation: None,
                regions: Vec::new(),
                systems: Vec::new(),
                savings: Vec::new(),
                groups: Vec::new(),
                bodies: Vec::new(),
                programmes: Vec::new(),
                councils: Vec::new(),
                supports: Vec::new(),
                conditions: Vec::new(),
                joint_parts: Vec::new(),
                knock_ons: Vec::new(),
                facts: Vec::new(),
                performances: Vec::new(),
                measures: Measures { list: Arc::new(list), ..Measures::default() },
            },
        };
        for region in self.regions {
            flat.add_region(region);
        }
        let keys = keys_from(0, flat.words.systems.iter().map(|words| words.id.as_str()));
        flat.scenario.nation = self.nation.map(|pool| Pool {
            systems: 0..flat.scenario.systems.len(),
            split: Arc::new(with_keys(&pool.split, &keys)),
            ..pool
        });
        flat.finish()
    }
}

/// A scenario in the making.
struct Flat {
    scenario: Scenario,
    words: Words,
}

fn named(id: &str) -> NodeWords {
    NodeWords { id: id.to_owned(), name: id.to_owned(), ..NodeWords::default() }
}

/// The rule with payers named by their places in the scenario's list.
fn with_keys(rule: &Rule, keys: &[u32]) -> Rule {
    let one = |layer: &Layer| Layer {
        width: layer.width,
        payers: layer
            .payers
            .as_ref()
            .map(|payers| payers.iter().filter_map(|&rank| keys.get(rank as usize).copied()))
            .map(Iterator::collect),
        rule: with_keys(&layer.rule, keys),
    };
    match rule {
        Rule::Layered(layers) => Rule::Layered(layers.iter().map(one).collect()),
        Rule::Blend(parts) => {
            Rule::Blend(parts.iter().map(|(share, part)| (*share, with_keys(part, keys))).collect())
        }
        other => other.clone(),
    }
}

/// The keys of children that are about to be added from place `first`, in byte order of their ids.
fn keys_from<'a>(first: usize, ids: impl Iterator<Item = &'a str>) -> Vec<u32> {
    let mut ids: Vec<(&str, u32)> = ids.zip(u32::try_from(first).unwrap_or(0)..).collect();
    ids.sort_unstable();
    ids.into_iter().map(|(_, key)| key).collect()
}

impl Flat {
    fn add_region(&mut self, tree: RegionTree) {
        let first = self.scenario.systems.len();
        let keys = keys_from(first, tree.systems.iter().map(|system| system.id.as_str()));
        let region = self.scenario.regions.len();
        for system in tree.systems {
            self.add_system(region, system);
        }
        self.words.regions.push(named(&tree.id));
        self.scenario.regions.push(Pool {
            systems: first..self.scenario.systems.len(),
            split: Arc::new(with_keys(&tree.pool.split, &keys)),
            ..tree.pool
        });
    }

    fn add_system(&mut self, region: usize, tree: SystemTree) {
        let place = self.scenario.systems.len();
        let (groups, bodies) = (self.scenario.groups.len(), self.scenario.bodies.len());
        let keys = keys_from(groups, tree.groups.iter().map(|group| group.id.as_str()));
        for group in tree.groups {
            self.add_group(place, group);
        }
        let savings = self.scenario.savings.len();
        for (body, saving) in tree.savings {
            let body = body.and_then(|id| self.words.bodies.iter().position(|b| b.id == id));
            self.words.savings.push(named(&format!("v{}", self.words.savings.len())));
            self.scenario.savings.push(Saving { body, ..saving });
        }
        self.words.systems.push(named(&tree.id));
        self.scenario.measures.systems.extend(row(&tree.measures));
        self.scenario.systems.push(System {
            region,
            groups: groups..self.scenario.groups.len(),
            bodies: bodies..self.scenario.bodies.len(),
            savings: savings..self.scenario.savings.len(),
            split: Arc::new(with_keys(&tree.system.split, &keys)),
            ..tree.system
        });
    }

    fn add_group(&mut self, system: usize, tree: GroupTree) {
        let place = self.scenario.groups.len();
        let first = self.scenario.bodies.len();
        let keys = keys_from(first, tree.bodies.iter().map(|body| body.id.as_str()));
        let lead = tree.lead.and_then(|id| tree.bodies.iter().position(|body| body.id == id));
        for body in tree.bodies {
            self.add_body((system, place), body);
        }
        self.words.groups.push(named(&tree.id));
        self.scenario.measures.groups.extend(row(&tree.measures));
        self.scenario.groups.push(Group {
            system,
            bodies: first..self.scenario.bodies.len(),
            split: Arc::new(with_keys(&tree.group.split, &keys)),
            lead: lead.map(|lead| first + lead),
            ..tree.group
        });
    }

    fn add_body(&mut self, (system, group): (usize, usize), tree: BodyTree) {
        let first = self.scenario.programmes.len();
        for (id, programme) in tree.programmes {
            self.words.programmes.push(named(&id));
            self.scenario.programmes.push(programme);
        }
        self.words.bodies.push(named(&tree.id));
        self.scenario.measures.bodies.extend(row(&tree.measures));
        let programmes = first..self.scenario.programmes.len();
        self.scenario.bodies.push(Body { system, group, programmes, ..tree.body });
    }

    fn finish(mut self) -> Scenario {
        self.scenario.ranks = Arc::new(Ranks::of(&self.words));
        self.scenario.words = Arc::new(self.words);
        for system in 0..self.scenario.systems.len() {
            self.scenario.sum_totals(system);
        }
        self.scenario
    }
}

/// One node's row of the table of measures.
fn row(own: &[(Column, i128)]) -> Vec<Option<i128>> {
    let size = |column| own.iter().find(|(c, _)| *c == column).map(|(_, size)| *size);
    (0..=BEDS.0).map(|column| size(Column(column))).collect()
}
