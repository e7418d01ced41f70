//! Questions made from a scenario: whatever it describes can be asked, and the engine says what is
//! right. Nothing here knows an answer.

mod change;
mod largest;

use super::explain::owner;
use crate::engine::{Outcome, Role, Status, compute, sum};
use crate::format::{Minus, capital, in_words, possessive, whole};
use crate::levers::{Field, Lever, node_path, value_words};
use crate::model::{
    Answer, Lesson, LessonStep, Node, NumberAnswer, Question, Scenario, Slip, Telling,
};
use crate::money::Share;

/// More questions at a sitting tire.
const MOST: usize = 12;
/// Of one kind so many, so that others get their turn.
const MOST_OF_A_KIND: usize = 3;

/// A lesson of questions about a scenario; without steps where it has nothing to ask.
pub fn questions(scenario: &Scenario) -> Lesson {
    let outcome = compute(scenario);
    let made = Made { scenario, outcome: &outcome };
    let kinds: [Vec<LessonStep>; 9] = [
        made.gaps(),
        made.uncovered(),
        made.groups(),
        made.bodies(),
        made.largest(),
        made.programmes(),
        made.delays(),
        made.performance(),
        made.changes(),
    ];
    // One of each kind, then a second of each: who stops early has seen them all.
    let mut kinds = kinds.map(Vec::into_iter);
    let mut steps: Vec<LessonStep> = Vec::new();
    for _ in 0..MOST_OF_A_KIND {
        steps.extend(kinds.iter_mut().filter_map(Iterator::next));
    }
    steps.truncate(MOST);
    // A slip that comes to the right answer is none.
    for step in &mut steps {
        made.drop_slips(step);
    }
    Lesson {
        id: "questions".to_owned(),
        number: 0,
        title: "Questions from this scenario".to_owned(),
        about: format!("Made from “{}” and marked by the engine.", scenario.words.title),
        steps,
    }
}

struct Made<'m> {
    scenario: &'m Scenario,
    outcome: &'m Outcome,
}

impl Made<'_> {
    /// Control total and plan: how far apart?
    fn gaps(&self) -> Vec<LessonStep> {
        let short = self.systems(Role::Receives);
        let both = |place: &usize| {
            let own = &self.scenario.systems[*place];
            own.control_total.is_some()
                && own.plan.is_some()
                && !own.control_total_is_sum
                && !own.plan_is_sum
        };
        let step = |place: usize| {
            let node = Node::System(place);
            let (path, whose) = (node_path(self.scenario, node), owner(self.scenario, node));
            asks(
                &format!(
                    "{} control total is {{{path}.control_total}}: the least it may end the year with. Its plan is {{{path}.plan}}.",
                    possessive(&whose)
                ),
                &format!("How far does {whose} plan to miss its control total?"),
                (format!("{path}.gap"), "the control total less the plan"),
                vec![(
                    format!("0-{{{path}.control_total}}-{{{path}.plan}}"),
                    "You added them up; the gap is what lies between them.",
                )],
            )
        };
        short.into_iter().filter(both).map(step).collect()
    }

    /// Need and offset: what does nobody cover?
    fn uncovered(&self) -> Vec<LessonStep> {
        let pools = (0..self.scenario.regions.len()).map(Node::Region);
        let open = |node: &Node| {
            self.outcome.pool(*node).is_some_and(|pool| {
                !pool.need.is_zero() && !pool.offset.is_zero() && !pool.uncovered.is_zero()
            })
        };
        let step = |node: Node| {
            let (path, whose) = (node_path(self.scenario, node), owner(self.scenario, node));
            let used = self.outcome.pool(node).is_some_and(|pool| !pool.reserve_used.is_zero());
            let reserve = match used {
                true => format!(" Its reserve covers {{{path}.reserve_used}}."),
                false => String::new(),
            };
            asks(
                &format!(
                    "{whose} is short of {{{path}.need}}.{reserve} Other systems are asked to \
                     cover {{{path}.covered}}."
                ),
                "How much is left uncovered?",
                (
                    format!("{path}.uncovered"),
                    if used {
                        "the need less the reserve, less what others cover"
                    } else {
                        "the need less what others cover"
                    },
                ),
                vec![(
                    format!("{{{path}.need}}-{{{path}.reserve_used}}"),
                    "This leaves out what the other systems are asked to cover.",
                )],
            )
        };
        pools.filter(open).map(step).collect()
    }

    /// A system’s ask and a group’s percent: what is the group asked for?
    fn groups(&self) -> Vec<LessonStep> {
        let places = 0..self.scenario.groups.len();
        let told = |place: &usize| {
            let own = &self.scenario.groups[*place];
            let named = !self.scenario.words.groups[*place].name.is_empty();
            let system = Node::System(own.system);
            named
                && self.is_asked(Node::Group(*place))
                && self.outcome.ask(system) != self.outcome.ask(Node::Group(*place))
        };
        let step = |place: usize| {
            let node = Node::Group(place);
            let system = Node::System(self.scenario.groups[place].system);
            let (path, above) = (node_path(self.scenario, node), node_path(self.scenario, system));
            let name = self.scenario.words.groups[place].name.to_lowercase();
            asks(
                &format!(
                    "{} is asked for {{{above}.ask}}. Its {name} find {{percent {path}.ask of {above}.ask}} of it.",
                    owner(self.scenario, system)
                ),
                "How much is that?",
                (format!("{path}.ask"), "that part of the whole"),
                vec![(
                    format!("{{{above}.ask}}-{{{path}.ask}}"),
                    "This is what the others are asked for.",
                )],
            )
        };
        places.filter(told).map(step).collect()
    }

    /// A group’s ask and a body’s part: what is the body asked for?
    fn bodies(&self) -> Vec<LessonStep> {
        let places = 0..self.scenario.bodies.len();
        let told = |place: &usize| {
            let (node, group) = (Node::Body(*place), self.scenario.parent(Node::Body(*place)));
            self.is_asked(node)
                && group.is_some_and(|group| self.outcome.ask(group) != self.outcome.ask(node))
        };
        let step = |place: usize| self.body(Node::Body(place));
        places.filter(told).filter_map(step).collect()
    }

    fn body(&self, node: Node) -> Option<LessonStep> {
        let scenario = self.scenario;
        let group = scenario.parent(node)?;
        let system = scenario.parent(group)?;
        let path = |node: Node| node_path(scenario, node);
        let (own, above, top) = (path(node), path(group), path(system));
        let levers = [group, system].into_iter().flat_map(|node| Lever::all(scenario, node));
        let split = levers.into_iter().find(|lever| lever.field == Field::Split)?;
        let rule = value_words(scenario, split, &split.get(scenario));
        let (whose, whole) = (owner(scenario, node), capital(&owner(scenario, group)));
        let are = if scenario.words.of(group).name.is_empty() { "is" } else { "are" };
        Some(asks(
            &format!(
                "{whole} {are} asked for {{{above}.ask}}, split so: {rule}. {} part is \
                 {{percent {own}.ask of {above}.ask}}.",
                possessive(&whose)
            ),
            &format!("How much is {whose} asked for?"),
            (format!("{own}.ask"), "its part of what they are asked for"),
            vec![(
                format!("{{{top}.ask}}*{{{own}.ask}}/{{{above}.ask}}"),
                "This is that part of the whole system’s ask; another group finds some of it first.",
            )],
        ))
    }

    /// An ask and a reserve: what is left for programmes?
    fn programmes(&self) -> Vec<LessonStep> {
        let places = 0..self.scenario.bodies.len();
        let told = |place: &usize| {
            let own = &self.outcome.bodies[*place];
            !own.cuts.is_zero()
                && !own.reserve_used.is_zero()
                && own.unplaced.is_zero()
                && own.not_described.is_zero()
        };
        let step = |place: usize| {
            let node = Node::Body(place);
            let (path, whose) = (node_path(self.scenario, node), owner(self.scenario, node));
            asks(
                &format!(
                    "{whose} is asked for {{{path}.ask}}. Its reserve covers {{{path}.reserve_used}} first."
                ),
                "How much must its programmes lose?",
                (format!("{path}.cuts"), "the ask less what the reserve covers"),
                vec![(
                    format!("{{{path}.ask}}"),
                    "The reserve is used before any programme is cut.",
                )],
            )
        };
        places.filter(told).map(step).collect()
    }

    /// A cut and a yearly cost: how many months late?
    fn delays(&self) -> Vec<LessonStep> {
        let places = 0..self.scenario.programmes.len();
        let late = |place: &usize| self.outcome.programmes[*place].status == Some(Status::Late);
        let step = |place: usize| {
            let node = Node::Programme(place);
            let (path, whose) = (node_path(self.scenario, node), owner(self.scenario, node));
            asks(
                &format!(
                    "{whose} has not begun. It costs {{{path}.annual_cost}} a year, a twelfth of that a month, and loses {{{path}.cut}}."
                ),
                "How many months later does it begin?",
                (format!("{path}.delay"), "what it loses divided by what a month costs"),
                vec![(
                    format!("{{{path}.cut}}/{{{path}.annual_cost}}"),
                    "This is in years: a year has twelve months.",
                )],
            )
        };
        places.filter(late).map(step).collect()
    }

    /// Pay for performance: what was planned, what came, how much stays with the payer?
    fn performance(&self) -> Vec<LessonStep> {
        let step = |place: usize| {
            let node = Node::Performance(place);
            let own = &self.scenario.performances[place];
            let (path, whose) = (node_path(self.scenario, node), owner(self.scenario, node));
            let words = |number: i64| whole(number, Minus::Sign);
            asks(
                &format!(
                    "{whose}: {} hung on a change of {}. The change was {}, and what is not earned \
                     stays with the payer.",
                    in_words(own.amount, Minus::Sign),
                    words(own.planned),
                    words(own.achieved)
                ),
                "How much stays with the payer?",
                (format!("{path}.kept"), "the amount less the part of it that was achieved"),
                Vec::new(),
            )
        };
        (0..self.scenario.performances.len()).map(step).collect()
    }

    fn systems(&self, role: Role) -> Vec<usize> {
        let own = self.outcome.systems.iter().enumerate();
        own.filter(|(_, own)| own.role == role).map(|(place, _)| place).collect()
    }

    fn is_asked(&self, node: Node) -> bool {
        self.outcome.ask(node).is_some_and(|ask| !ask.is_zero())
    }

    fn drop_slips(&self, step: &mut LessonStep) {
        let Some(Question { answer: Answer::Number(own), .. }) = &mut step.question else { return };
        let read = |text: &str| sum(self.scenario, self.outcome, text).ok();
        let truth = read(&format!("{{{}}}", own.of));
        own.slips.retain(|slip| {
            read(&slip.is)
                .zip(truth)
                .is_some_and(|((a, b), (c, d))| a.saturating_mul(d) != c.saturating_mul(b))
        });
    }
}

/// A step that asks for a number.
fn asks(
    situation: &str,
    ask: &str,
    (of, working): (String, &str),
    slips: Vec<(String, &str)>,
) -> LessonStep {
    let telling = |text: &str| Telling::parse(text).unwrap_or_else(|_| Telling::plain(text));
    let slip = |(is, say): (String, &str)| Slip { is, say: Telling::plain(say) };
    let answer = NumberAnswer {
        is: String::new(),
        within: Share::percent(1),
        working: Some(telling(&format!("{working}  =  {{exact {of}}}"))),
        slips: slips.into_iter().map(slip).collect(),
        of,
    };
    let hints = vec![telling(&format!("It is {working}."))];
    LessonStep {
        situation: telling(situation),
        question: Some(Question { ask: telling(ask), answer: Answer::Number(answer), hints }),
        ..LessonStep::default()
    }
}
