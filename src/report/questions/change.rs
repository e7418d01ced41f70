//! Questions about a change: does somebody’s ask rise, fall, or stay? The engine makes the change and
//! says.

use super::Made;
use crate::engine::{Outcome, OutcomeMeasure, Role, compute, measure_path};
use crate::format::{Minus, in_words};
use crate::levers::{Field, Lever, Value, number, range, set_all, value_words, with_number};
use crate::model::{Answer, Choice, LessonStep, Node, Question, Telling};
use crate::money::Pence;
use crate::report::explain::owner;

/// So many steps a lever is moved: enough to be seen.
const STEPS: i128 = 5;

/// Whether the answer is that nothing changes.
fn stays(step: &LessonStep) -> bool {
    match step.question.as_ref().map(|own| &own.answer) {
        Some(Answer::Choice(choices)) => choices.get(1).is_some_and(|own| own.right),
        _ => false,
    }
}

impl Made<'_> {
    /// What does another plan change, what another offset?
    pub(super) fn changes(&self) -> Vec<LessonStep> {
        let bodies = (0..self.scenario.bodies.len()).map(Node::Body);
        let Some(body) = bodies.into_iter().find(|node| self.is_asked(*node)) else {
            return Vec::new();
        };
        // What stands on the way from the gap down to that ask.
        let mut levers = Vec::new();
        let mut short = self.systems(Role::Receives);
        short.truncate(2);
        for place in short {
            let fields = [Field::Plan, Field::Gap, Field::Recover];
            levers.extend(fields.map(|field| Lever { node: Node::System(place), field }));
        }
        let regions = 0..self.scenario.regions.len().min(2);
        let offset = |place| Lever { node: Node::Region(place), field: Field::Offset };
        levers.extend(regions.map(offset));
        let can = |lever: &Lever| Lever::all(self.scenario, lever.node).any(|own| own == *lever);
        let levers = levers.into_iter().filter(can);
        let mut made: Vec<LessonStep> =
            levers.filter_map(|lever| self.change(lever, body)).collect();
        // First what moves something: that nothing moves is learnt once.
        made.sort_by_key(stays);
        made
    }

    /// A lever some steps further, and what becomes of an ask.
    fn change(&self, lever: Lever, body: Node) -> Option<LessonStep> {
        let to = self.further(lever)?;
        let mut changed = self.scenario.clone();
        set_all(&mut changed, &[(lever, to.clone())]).ok()?;
        let after = compute(&changed);
        let (was, now) = (self.outcome.ask(body)?, after.ask(body)?);
        let answers = [
            ("It rises.", now > was),
            ("It stays the same.", now == was),
            ("It falls.", now < was),
        ];
        let choice = |(say, right): (&str, bool)| Choice {
            say: Telling::plain(say),
            right,
            when: None,
            because: None,
        };
        let (scenario, held) = (self.scenario, lever.get(self.scenario));
        let words = |amount: Pence| in_words(amount, Minus::Sign);
        let word = match lever.field {
            Field::Recover => "recovery".to_owned(),
            field => field.words(scenario),
        };
        let situation = format!(
            "Suppose the {word} of {} were {} instead of {}.",
            owner(scenario, lever.node),
            value_words(scenario, lever, &to),
            value_words(scenario, lever, &held)
        );
        let ask =
            format!("{} is asked for {}. What becomes of that?", owner(scenario, body), words(was));
        let hint = "Follow the money from the gap down: which step reads this figure?";
        Some(LessonStep {
            situation: Telling::plain(situation),
            beside: self.way_to(body),
            question: Some(Question {
                ask: Telling::plain(ask),
                answer: Answer::Choice(answers.map(choice).to_vec()),
                hints: vec![Telling::plain(hint)],
            }),
            why: Some(Telling::plain(match now == was {
                true => self.still((lever, body), &after, &words(now)),
                false => format!("It is {} then.", words(now)),
            })),
            ..LessonStep::default()
        })
    }

    /// Why an ask stays what it is.
    fn still(&self, (lever, body): (Lever, Node), after: &Outcome, ask: &str) -> String {
        let pool = match lever.node {
            Node::System(place) => self.scenario.pool_of(place),
            other => other,
        };
        let covered = |outcome: &Outcome| outcome.pool(pool).map(|own| own.offset);
        let (was, now) = (covered(self.outcome), covered(after));
        let open = after.pool(pool).is_some_and(|own| !own.uncovered.is_zero());
        match was.filter(|own| Some(*own) == now && !own.is_zero() && open) {
            Some(covered) => format!(
                "It is still {ask}: {} is passed on before and after, and the rest of what is short \
                 is left uncovered.",
                in_words(covered, Minus::Sign)
            ),
            None => self.still_inside((lever, body), after, ask),
        }
    }

    /// The same where it is the system's own rule that passes nothing on.
    fn still_inside(&self, (lever, body): (Lever, Node), after: &Outcome, ask: &str) -> String {
        let (was, now) = (self.outcome.ask(lever.node), after.ask(lever.node));
        let owner = |node| owner(self.scenario, node);
        match now.filter(|now| Some(*now) != was) {
            Some(now) => format!(
                "{} is asked for {} then, and its rule gives nothing of the difference to {}: it is \
                 still {ask}.",
                owner(lever.node),
                in_words(now, Minus::Sign),
                owner(body)
            ),
            None => format!("It is still {ask}: here that changes nothing on the way to it."),
        }
    }

    /// What a lever would hold: a plan worse, anything else more.
    fn further(&self, lever: Lever) -> Option<Value> {
        let range = range(self.scenario, self.scenario, lever)?;
        let held = lever.get(self.scenario);
        let way = if lever.field == Field::Plan { -STEPS } else { STEPS };
        let to = (number(&held)? + way * range.step).clamp(range.low, range.high);
        with_number(&held, to).filter(|to| *to != held)
    }

    /// The asks from the pool down to a node, as paths.
    fn way_to(&self, node: Node) -> Vec<String> {
        let mut way = Vec::new();
        let mut at = Some(node);
        while let Some(node) = at {
            let is_pool = matches!(node, Node::Nation | Node::Region(_));
            let measure = OutcomeMeasure::find(node, if is_pool { "covered" } else { "ask" });
            way.extend(measure.map(|own| measure_path(self.scenario, own)));
            at = self.scenario.parent(node);
        }
        way.reverse();
        way
    }
}
