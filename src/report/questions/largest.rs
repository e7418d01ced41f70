//! Questions about who is asked for most, of those who share in one amount.

use super::Made;
use crate::engine::OutcomeMeasure;
use crate::format::{Minus, capital, in_words};
use crate::levers::{Field, Lever, Value, node_path, value_words};
use crate::model::{Answer, Choice, LessonStep, Node, Question, Telling};
use crate::money::Pence;
use crate::report::explain::owner;
use crate::split::Rule;

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
        // Of a pool’s amount a system’s part is what it contributes; its own recovery is none of it.
        let ask = |node: &Node| match node {
            Node::System(place) => self.outcome.systems[*place].contribution,
            other => self.outcome.ask(*other).unwrap_or_default(),
        };
        let mut asked: Vec<Node> =
            nodes.iter().copied().filter(|node| ask(node) > Pence::ZERO).collect();
        asked.sort_by_key(|node| std::cmp::Reverse(ask(node)));
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
        let whole = self.outcome.ask(above)?;
        let (rule, sizes) = self.told_sizes(above, &asked)?;
        let situation = format!(
            "{} is shared within {}: {rule}. {sizes}.",
            in_words(whole, Minus::Sign),
            owner(scenario, above)
        );
        let path = node_path(scenario, *top);
        let id = if matches!(top, Node::System(_)) { "contribution" } else { "ask" };
        OutcomeMeasure::find(*top, id)?;
        Some(LessonStep {
            situation: Telling::parse(&situation).ok()?,
            question: Some(Question {
                ask: Telling::plain(match asked.len() {
                    2 => "Which of the two is asked for more?",
                    _ => "Of these, who is asked for most?",
                }),
                answer: Answer::Choice(asked.iter().map(choice).collect()),
                hints: vec![Telling::plain("Who is largest by what the split goes by?")],
            }),
            why: Telling::parse(&format!("{}: {{{path}.{id}}}.", owner(scenario, *top))).ok(),
            ..LessonStep::default()
        })
    }

    /// The rule of a split in words, and what it goes by of each: without that who is asked for most
    /// could only be guessed.
    fn told_sizes(&self, above: Node, nodes: &[Node]) -> Option<(String, String)> {
        let scenario = self.scenario;
        let mut levers = Lever::all(scenario, above);
        let split = levers.find(|lever| lever.field == Field::Split)?;
        let Value::Rule(rule) = split.get(scenario) else { return None };
        let field = match &*rule {
            Rule::Proportional { by } => Field::Measure(*by),
            Rule::Percent { .. } => Field::Percent,
            _ => return None,
        };
        let size = |node: &Node| {
            let lever = Lever { node: *node, field };
            let size = match field {
                Field::Measure(column) => Value::Measure(Some(scenario.measure(*node, column)?)),
                _ => lever.get(scenario),
            };
            let words = value_words(scenario, lever, &size);
            (size != Value::Share(None)).then(|| format!("{} {words}", owner(scenario, *node)))
        };
        let sizes: Option<Vec<String>> = nodes.iter().map(size).collect();
        let words = value_words(scenario, split, &split.get(scenario));
        Some((words, capital(&sizes?.join(", "))))
    }
}
