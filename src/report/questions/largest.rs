//! Questions about who is asked for most, of those who share in one amount.

use super::Made;
use crate::engine::OutcomeMeasure;
use crate::format::{Minus, in_words};
use crate::levers::node_path;
use crate::model::{Answer, Choice, LessonStep, Node, Question, Telling};
use crate::money::Pence;
use crate::report::explain::owner;

/// So many names somebody keeps apart.
const MOST: usize = 4;

impl Made<'_> {
    /// Of the systems of a pool, the groups of a system, the bodies of a group: who is asked for most?
    pub(super) fn largest(&self) -> Vec<LessonStep> {
        let scenario = self.scenario;
        let pools = scenario.regions.iter().enumerate().map(|(place, region)| {
            let systems = region.systems.clone().map(Node::System);
            (Node::Region(place), systems.collect::<Vec<_>>())
        });
        let systems = scenario.systems.iter().enumerate().map(|(place, system)| {
            (Node::System(place), system.groups.clone().map(Node::Group).collect::<Vec<_>>())
        });
        let groups = scenario.groups.iter().enumerate().map(|(place, group)| {
            (Node::Group(place), group.bodies.clone().map(Node::Body).collect::<Vec<_>>())
        });
        let all = pools.chain(systems).chain(groups);
        all.filter_map(|(above, nodes)| self.most(above, &nodes)).collect()
    }

    fn most(&self, above: Node, nodes: &[Node]) -> Option<LessonStep> {
        let scenario = self.scenario;
        let ask = |node: &Node| self.outcome.ask(*node).unwrap_or_default();
        let mut asked: Vec<Node> =
            nodes.iter().copied().filter(|node| ask(node) > Pence::ZERO).collect();
        asked.truncate(MOST);
        // As they stand in a file the largest is often first.
        asked.sort_by_key(|node| owner(scenario, *node));
        let most = asked.iter().map(ask).max()?;
        // Where two are asked for the same nobody is asked for most.
        if asked.len() < 2 || asked.iter().filter(|node| ask(node) == most).count() > 1 {
            return None;
        }
        let choice = |node: &Node| Choice {
            say: Telling::plain(owner(scenario, *node)),
            right: ask(node) == most,
            when: None,
            because: None,
        };
        let top = asked.iter().find(|node| ask(node) == most)?;
        let whole = self.outcome.ask(above).unwrap_or_else(|| asked.iter().map(ask).sum());
        let situation = format!(
            "{} is asked for in all, within {}.",
            in_words(whole, Minus::Sign),
            owner(scenario, above)
        );
        let path = node_path(scenario, *top);
        OutcomeMeasure::find(*top, "ask")?;
        Some(LessonStep {
            situation: Telling::plain(situation),
            question: Some(Question {
                ask: Telling::plain("Of these, who is asked for most?"),
                answer: Answer::Choice(asked.iter().map(choice).collect()),
                hints: vec![Telling::plain("Who is largest by what the split goes by?")],
            }),
            why: Telling::parse(&format!("It is {}, with {{{path}.ask}}.", owner(scenario, *top)))
                .ok(),
            ..LessonStep::default()
        })
    }
}
