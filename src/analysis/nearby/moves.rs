//! The move of a lever that tells most about a number, and its words.

use std::sync::Arc;

use super::super::fit::{group_words, rule_words};
use crate::engine::Outcome;
use crate::format::{self, Minus, possessive};
use crate::levers::{
    Field, Lever, Value, is_share, number, shares_with, stepped, value_words, whose,
};
use crate::model::{Node, Offset, Scenario, Splitter, Stance};
use crate::money::{Pence, Share};
use crate::split::{Child, Column, Rule};

/// Levers that are moved together, and the move in a few words.
#[derive(Clone, Debug)]
pub(super) struct Move {
    pub(super) moves: Vec<(Lever, Value)>,
    pub(super) words: String,
}

/// What the moves are made from.
pub(super) struct Moves<'a> {
    pub(super) scenario: &'a Scenario,
    /// The year as it stands.
    pub(super) now: &'a Outcome,
    /// Every lever on the way.
    pub(super) levers: &'a [Lever],
    /// Whose number it is.
    pub(super) target: Node,
}

/// A move to an amount or share of its own, in tenths of a step: up, or down.
const UP: i32 = 10;

impl Moves<'_> {
    /// The moves of a lever that tell something, the most telling first.
    pub(super) fn of(&self, lever: Lever) -> Vec<Move> {
        let value = lever.get(self.scenario);
        match (lever.field, &value) {
            (Field::Split, Value::Rule(rule)) => self.rule(lever, rule),
            (Field::Offset, Value::Offset(offset)) => self.offset(lever, *offset),
            (Field::Percent, Value::Share(Some(share))) => self.agreed(lever, *share),
            (Field::Lead, Value::Lead(Some(_))) => without_lead(lever),
            (Field::Stance, Value::Stance(stance)) => self.takes_part(lever, *stance),
            (Field::Agreed, Value::Yes(agreed)) => self.agreed_plan(lever, *agreed),
            // Less of a plan is more of a gap; of all else more asks more.
            (Field::Plan, _) => self.steps(lever, [-UP, UP]),
            _ => self.steps(lever, [UP, -UP]),
        }
    }

    /// The refusal of whoever else pays most, of those among whom the number is a share.
    pub(super) fn refusal(&self) -> Option<Move> {
        let is_split = |lever: &&Lever| matches!(lever.field, Field::Split | Field::Lead);
        let splitters = self.levers.iter().rev().filter(is_split);
        let splitter = splitters
            .filter_map(|lever| self.scenario.splitter_at(lever.node))
            .find(|own| !matches!(own, Splitter::System(_)))?;
        let asked = |node: Node| match node {
            Node::System(place) => self.now.systems[place].contribution,
            node => self.now.ask(node).unwrap_or_default(),
        };
        let mut others = self.payers(splitter);
        others.retain(|node| !self.is_above(*node) && asked(*node) > Pence::ZERO);
        // Of several that pay the same, the first.
        let largest = others.iter().copied().rev().max_by_key(|node| asked(*node))?;
        let refuses = Lever { node: largest, field: Field::Stance };
        let moves = vec![(refuses, Value::Stance(Stance::Refuses))];
        Some(Move { moves, words: format!("{} refuses", self.brief(largest)) })
    }

    /// Whoever does not take part, does.
    fn takes_part(&self, lever: Lever, now: Stance) -> Vec<Move> {
        if now == Stance::Contributes {
            return Vec::new();
        }
        let moves = vec![(lever, Value::Stance(Stance::Contributes))];
        vec![Move { moves, words: format!("{} contributes", self.brief(lever.node)) }]
    }

    fn agreed_plan(&self, lever: Lever, now: bool) -> Vec<Move> {
        let plan = format!("{} plan", possessive(&self.brief(lever.node)));
        let words = match now {
            true => format!("{plan} is not agreed"),
            false => format!("{plan} is agreed as its target"),
        };
        vec![Move { moves: vec![(lever, Value::Yes(!now))], words }]
    }

    /// The best-known other rule: the same each, else by the first measure that is known of all.
    /// Shares that were agreed one by one are moved themselves.
    fn rule(&self, lever: Lever, now: &Rule) -> Vec<Move> {
        let Some(splitter) = self.scenario.splitter_at(lever.node) else { return Vec::new() };
        let payers = self.payers(splitter);
        let agreed = |own: &Lever| {
            matches!(own.field, Field::Percent | Field::Fixed) && payers.contains(&own.node)
        };
        if payers.len() < 2 || self.levers.iter().any(agreed) {
            return Vec::new();
        }
        let columns = (0..self.scenario.measures.count()).filter_map(|at| u16::try_from(at).ok());
        let by = columns.map(|column| Rule::Proportional { by: Column(column) });
        let mut rules = std::iter::once(Rule::Equal).chain(by);
        let other =
            rules.find(|rule| rule != now && self.scenario.check_rule(splitter, rule).is_ok());
        other.map(|rule| self.split(lever, rule)).into_iter().collect()
    }

    fn split(&self, lever: Lever, rule: Rule) -> Move {
        let what = match lever.node {
            Node::Nation | Node::Region(_) => "offset".to_owned(),
            node => self.brief(node),
        };
        let how = match rule {
            Rule::Equal => "equally".to_owned(),
            ref other => rule_words(self.scenario, other),
        };
        let moves = vec![(lever, Value::Rule(Arc::new(rule)))];
        Move { moves, words: format!("{what} split {how}") }
    }

    /// An amount becomes the whole need, a percentage ten points more or less.
    fn offset(&self, lever: Lever, now: Offset) -> Vec<Move> {
        let to = |offset: Offset, words: String| Move {
            moves: vec![(lever, Value::Offset(offset))],
            words,
        };
        let points = |from: Share, by: i64| {
            let units = (from.units() + Share::percent(by).units()).clamp(0, Share::UNITS);
            let share = Share::from_units(units);
            to(Offset::Percent(share), format!("offset {} → {}", percent(from), percent(share)))
        };
        match now {
            Offset::Amount(_) => {
                let whole = to(Offset::WholeNeed, self.whole_need(lever.node));
                std::iter::once(whole).chain(self.steps(lever, [-UP, UP])).collect()
            }
            Offset::Percent(share) => vec![points(share, 10), points(share, -10)],
            Offset::WholeNeed => {
                let most = Share::percent(90);
                vec![to(Offset::Percent(most), format!("offset whole need → {}", percent(most)))]
            }
        }
    }

    /// `the five cover the whole gap`; the need, where savings or recovery closed a part of the gap.
    fn whole_need(&self, node: Node) -> String {
        let systems = self.scenario.pool(node).map_or(0..0, |pool| pool.systems.clone());
        let gap: Pence = systems.filter_map(|at| self.now.systems[at].gap).sum();
        let is_gap = self.now.pool(node).is_some_and(|pool| pool.need == gap);
        let what = if is_gap { "gap" } else { "need" };
        match &self.payers(Splitter::Pool(node))[..] {
            [only] => format!("{} covers the whole {what}", self.brief(*only)),
            all => format!("the {} cover the whole {what}", format::count(all.len())),
        }
    }

    /// An agreed share becomes the whole, and the others of its split nought; of the whole a tenth
    /// goes to the first of the others.
    fn agreed(&self, lever: Lever, now: Share) -> Vec<Move> {
        let Some(splitter) = self.scenario.splitter_over(lever.node) else { return Vec::new() };
        let payers = self.payers(splitter);
        let shares = shares_with(self.scenario, lever).unwrap_or_default().into_iter();
        let others: Vec<Lever> = shares
            .map(|(own, _)| own)
            .filter(|own| *own != lever && payers.contains(&own.node))
            .collect();
        if others.is_empty() {
            return Vec::new();
        }
        let own = if now == Share::ONE { Share::percent(90) } else { Share::ONE };
        let mut left = Share::ONE.units() - own.units();
        let mut moves = vec![(lever, Value::Share(Some(own)))];
        for other in others {
            moves.push((other, Value::Share(Some(Share::from_units(left)))));
            left = 0;
        }
        let part = match own {
            Share::ONE => "it all".to_owned(),
            part => percent(part),
        };
        let verb = if matches!(lever.node, Node::Group(_)) { "find" } else { "finds" };
        vec![Move { moves, words: format!("{} {verb} {part}", self.brief(lever.node)) }]
    }

    /// One step one way, else the other.
    fn steps(&self, lever: Lever, tenths: [i32; 2]) -> Vec<Move> {
        let now = lever.get(self.scenario);
        let step = |tenths: i32| stepped(self.scenario, self.scenario, lever, tenths);
        let values = tenths.into_iter().filter_map(step).filter(|to| *to != now);
        values
            .map(|to| Move { words: self.step_words(lever, &to), moves: vec![(lever, to)] })
            .collect()
    }

    /// `C&P’s plan −192.4m → −193.4m`.
    fn step_words(&self, lever: Lever, to: &Value) -> String {
        let field = match lever.field {
            Field::Percent => "agreed share".to_owned(),
            Field::Fixed => "agreed amount".to_owned(),
            Field::Recover => "recovery".to_owned(),
            field => field.words(self.scenario),
        };
        let words = |value: &Value| match number(value).filter(|_| is_share(value)) {
            Some(units) => percent(Share::from_units(i64::try_from(units).unwrap_or_default())),
            None => value_words(self.scenario, lever, value).replace('£', ""),
        };
        let (from, to) = (words(&lever.get(self.scenario)), words(to));
        let owner = possessive(&whose(self.scenario, lever.node));
        format!("{owner} {field} {from} → {to}")
    }

    /// A node as it is called in a narrow place: a group by its own name.
    fn brief(&self, node: Node) -> String {
        let group = match node {
            Node::Group(place) => group_words(self.scenario, place),
            _ => None,
        };
        group.unwrap_or_else(|| whose(self.scenario, node))
    }

    /// Those who are asked where a node splits.
    fn payers(&self, splitter: Splitter) -> Vec<Node> {
        let Some(rule) = self.scenario.rule(splitter) else { return Vec::new() };
        let mut children: Vec<Child> = Vec::new();
        self.scenario.payers(splitter, rule, &mut children);
        children.iter().map(|child| splitter.child(child.key)).collect()
    }

    /// Whether a node is the target or stands above it.
    fn is_above(&self, node: Node) -> bool {
        let mut at = Some(self.target);
        while let Some(own) = at {
            if own == node {
                return true;
            }
            at = self.scenario.parent(own);
        }
        false
    }
}

fn percent(share: Share) -> String {
    format::percent(share, Minus::Sign)
}

fn without_lead(lever: Lever) -> Vec<Move> {
    vec![Move { moves: vec![(lever, Value::Lead(None))], words: "no lead payer".to_owned() }]
}
