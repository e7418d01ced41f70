//! What else can be moved at a node, beside the way from the gap: what matters first, then its parts
//! that have no row in the tree (support, savings, performance, key tests), last what nothing reads.

use crate::app::session::Session;
use crate::levers::{Field, Lever, Value, node_at, parts_of, whose};
use crate::model::{Holder, Node, Scenario, Splitter, SupportTest, rule_has, rule_reads};
use crate::split::Rule;

/// Levers under a heading, each with the word of its row where that is not its field's.
pub(super) struct Heap {
    /// The heading.
    pub(super) words: String,
    /// The levers.
    pub(super) levers: Vec<(Lever, Option<String>)>,
}

/// How much a lever bears on the outcome as things stand.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    Matters,
    Seldom,
    Unread,
}

/// The heaps of a node, without levers that are listed already.
pub(super) fn more_of(session: &Session, node: Node, listed: &[Lever]) -> Vec<Heap> {
    let scenario = session.now();
    let name = scenario.words.of(node);
    let name = if name.id.is_empty() { "its bodies together" } else { name.brief() };
    let mut own: Vec<(Weight, Lever)> = Lever::all(scenario, node)
        .map(|lever| (weight(session, lever), lever))
        .filter(|(_, lever)| !listed.contains(lever))
        .collect();
    own.sort_by_key(|(weight, _)| *weight);
    let unread = own.partition_point(|(weight, _)| *weight < Weight::Unread);
    let plain = |levers: &[(Weight, Lever)]| levers.iter().map(|(_, own)| (*own, None)).collect();
    let mut heaps = vec![Heap { words: format!("More of {name}"), levers: plain(&own[..unread]) }];
    heaps.extend(parts_of(scenario, node).into_iter().filter_map(|part| part_of(scenario, part)));
    heaps.extend(beside(scenario, node));
    heaps.push(Heap {
        words: format!("Of {name}, read by no rule now"),
        levers: plain(&own[unread..]),
    });
    for heap in &mut heaps {
        heap.levers.retain(|(lever, _)| !listed.contains(lever));
    }
    heaps.retain(|heap| !heap.levers.is_empty());
    heaps
}

/// The node at which a part without a row in the tree is shown, where that is not what it is a part
/// of: a key test's partner, the body that bears a knock-on cost.
pub(super) fn shown_at(scenario: &Scenario, node: Node) -> Option<Node> {
    match node {
        Node::KeyTest(place) => {
            let partner = scenario.words.key_tests[place].partner.as_deref()?;
            node_at(scenario, partner).ok().filter(|node| node.is_in_tree())
        }
        Node::KnockOn(place) => scenario.knock_ons[place].to.map(Node::Body),
        _ => scenario.parent(node),
    }
}

/// A part of a system or body that has no row in the tree: its levers, and its conditions by name.
fn part_of(scenario: &Scenario, part: Node) -> Option<Heap> {
    if !matches!(part, Node::Saving(_) | Node::Support(_) | Node::Performance(_)) {
        return None;
    }
    let own = Lever::all(scenario, part).map(|lever| (lever, None));
    let conditions = parts_of(scenario, part).into_iter().map(|node| {
        let name = scenario.words.of(node).brief().to_owned();
        (Lever { node, field: Field::Met }, Some(name))
    });
    Some(Heap { words: whose(scenario, part), levers: own.chain(conditions).collect() })
}

/// Key tests of a node, and knock-on costs that it bears.
fn beside(scenario: &Scenario, node: Node) -> Vec<Heap> {
    let here = |part: &Node| shown_at(scenario, *part) == Some(node);
    let facts = (0..scenario.facts.len()).map(Node::KeyTest).filter(here);
    let facts: Vec<_> = facts
        .flat_map(|test| Lever::all(scenario, test))
        .map(|lever| (lever, Some(scenario.words.of(lever.node).brief().to_owned())))
        .collect();
    let words = format!("Key tests of {}", scenario.words.of(node).brief());
    let costs = (0..scenario.knock_ons.len()).map(Node::KnockOn).filter(here).map(|cost| Heap {
        words: format!("Knock-on: {}", scenario.words.of(cost).brief()),
        levers: Lever::all(scenario, cost).map(|lever| (lever, None)).collect(),
    });
    costs.chain([Heap { words, levers: facts }]).collect()
}

fn weight(session: &Session, lever: Lever) -> Weight {
    let scenario = session.now();
    if session.is_moved(lever) {
        return Weight::Matters;
    }
    if is_term(lever.field) {
        return if is_read(scenario, lever) { Weight::Matters } else { Weight::Unread };
    }
    let seldom = match lever.field {
        Field::Cap | Field::Floor => lever.get(scenario) == Value::Limit(None),
        Field::ControlTotal | Field::Plan | Field::Gap => lever.get(scenario) == Value::Money(None),
        Field::Signed => !scenario.supports.iter().any(|support| {
            support.test == SupportTest::Signed && holds(support.holder, lever.node)
        }),
        Field::Agreed | Field::AskedIn | Field::Complete | Field::Recurrent | Field::Years => true,
        _ => false,
    };
    if seldom { Weight::Seldom } else { Weight::Matters }
}

fn holds(holder: Holder, node: Node) -> bool {
    match holder {
        Holder::System(place) => node == Node::System(place),
        Holder::Body(place) => node == Node::Body(place),
    }
}

/// Whether only some rules read a field.
const fn is_term(field: Field) -> bool {
    matches!(
        field,
        Field::Measure(_) | Field::Percent | Field::Fixed | Field::Turn | Field::Distance
    )
}

/// Whether a rule above a node reads one of its terms or measures.
fn is_read(scenario: &Scenario, lever: Lever) -> bool {
    let rules: Vec<&Rule> =
        splitters(scenario, lever.node).into_iter().filter_map(|own| scenario.rule(own)).collect();
    let nearest = |is: fn(&Rule) -> bool| rules.first().is_some_and(|rule| rule_has(rule, is));
    let levels = |rule: &&Rule| rule_has(rule, |part| matches!(part, Rule::Levelling { .. }));
    match (lever.field, lever.node) {
        (Field::Measure(column), _) => rules.iter().any(|rule| rule_reads(rule, column)),
        (Field::Distance, _) => rules.iter().any(levels),
        (Field::Percent, _) => nearest(|part| matches!(part, Rule::Percent { .. })),
        (Field::Turn, _) => nearest(|part| matches!(part, Rule::Priority { .. })),
        (Field::Fixed, _) => nearest(|part| matches!(part, Rule::Fixed { .. })),
        _ => true,
    }
}

/// Whose rules ask a node, from the nearest up to its pool's.
fn splitters(scenario: &Scenario, node: Node) -> Vec<Splitter> {
    let above = match node {
        Node::Body(place) => Node::Group(scenario.bodies[place].group),
        Node::Group(place) => Node::System(scenario.groups[place].system),
        Node::System(place) => return vec![Splitter::Pool(scenario.pool_of(place))],
        _ => return Vec::new(),
    };
    let own = match above {
        Node::Group(place) => Splitter::Group(place),
        Node::System(place) => Splitter::System(place),
        other => Splitter::Pool(other),
    };
    let mut all = vec![own];
    all.extend(splitters(scenario, above));
    all
}
