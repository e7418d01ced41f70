//! The rows of what one result hangs on: how it comes about, each part of its support with its test
//! and conditions, pay for performance, joint money, knock-on costs, what was reported, what is not
//! sure.

use super::figures::exact_words;
use super::{Results, parts};
use crate::app::explore::{Figure, LeverRow};
use crate::app::session::Session;
use crate::app::{Line, Mark, Tone};
use crate::engine::{OutcomeMeasure, Source, first_measure};
use crate::format::{self, Minus};
use crate::levers::{Field, Lever};
use crate::model::Node;
use crate::money::Pence;

/// One row: a name, a value that may be moved or a figure, what is said of it, what it pays.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DetailRow {
    /// Whether it heads the rows below it; such a row cannot be selected.
    pub is_head: bool,
    /// Whether it belongs to the row above.
    pub is_part: bool,
    /// What it is.
    pub label: String,
    /// What may be moved here.
    pub lever: Option<LeverRow>,
    /// A figure that follows from others.
    pub figure: Option<Figure>,
    /// The mark of a reported figure that was worked out or assumed.
    pub mark: Option<Mark>,
    /// What is said of it.
    pub said: Line,
    /// More about it, for the message line.
    pub note: String,
    /// What is paid.
    pub paid: Option<Figure>,
    /// What is lost.
    pub lost: Option<Figure>,
    /// Whether more of it is worse: a cost, a target.
    pub is_cost: bool,
    /// What it is about, to be shown on Explore.
    pub node: Option<Node>,
    /// Which number of that node its figure is, if not the first one.
    pub reads: Option<&'static str>,
    /// What `e` explains, if that is no number of a node.
    pub explained: Option<Source>,
}

impl DetailRow {
    pub(super) fn head(label: impl Into<String>) -> Self {
        Self { is_head: true, label: label.into(), ..Self::default() }
    }

    /// A lever by its own word.
    pub(super) fn of(session: &Session, lever: Lever) -> Self {
        let lever = LeverRow::of(session, lever);
        Self { label: lever.word.clone(), lever: Some(lever), ..Self::default() }
    }

    pub(super) fn named(self, label: impl Into<String>) -> Self {
        Self { label: label.into(), ..self }
    }

    pub(super) fn part(self) -> Self {
        Self { is_part: true, ..self }
    }

    pub(super) fn saying(self, words: impl Into<String>) -> Self {
        Self { said: Line::default().with(words, Tone::Second), ..self }
    }

    /// The number that it shows, or that its lever decides.
    pub fn measure(&self, session: &Session) -> Option<OutcomeMeasure> {
        let node = self.node.or_else(|| self.lever.as_ref().map(|row| row.lever.node))?;
        match self.reads {
            Some(id) => OutcomeMeasure::find(node, id),
            None => first_measure(session.now(), session.after(), node),
        }
    }

    /// Whether its lever is a yes or no that Space ticks.
    pub fn is_tick(&self) -> bool {
        let lever = self.lever.as_ref();
        lever.is_some_and(|row| matches!(row.lever.field, Field::Met | Field::Agreed | Field::On))
    }

    /// Whether it was moved and decides result or target itself: then the edge is what counts.
    pub(super) fn is_way(&self) -> bool {
        let on_way = |field: Field| {
            matches!(field, Field::Plan | Field::Gap | Field::ControlTotal | Field::Agreed)
        };
        self.lever.as_ref().is_some_and(|row| row.moved && on_way(row.lever.field))
    }

    /// The amount whose change is shown: what it pays, else its own figure, else what it costs.
    pub fn moved(&self) -> Option<Figure> {
        self.paid.or(self.figure).or(self.lost.filter(|_| self.is_cost))
    }

    /// The row for those who hear it.
    pub(super) fn sentence(&self) -> String {
        if self.is_head {
            return format!("{}:", self.label);
        }
        let money = |figure: Figure| {
            let now = figure.now.map(|amount| format::exact(amount, Minus::Sign));
            now.unwrap_or_else(|| "not available".to_owned())
        };
        let mut words = Vec::new();
        words.extend(self.lever.as_ref().map(|row| row.value.clone()));
        words.extend(self.figure.map(money));
        words.extend(Some(self.said.words()).filter(|said| !said.is_empty()));
        words.extend(self.paid.map(|paid| format!("paid {}", money(paid))));
        words.extend(self.lost.map(|lost| format!("lost {}", money(lost))));
        match words.is_empty() {
            true => self.label.clone(),
            false => format!("{}: {}", self.label, words.join(", ")),
        }
    }
}

pub(super) fn rows(results: &Results, session: &Session) -> Vec<DetailRow> {
    let node = results.node;
    let mut rows = Vec::new();
    rows.extend(result(session, node));
    rows.extend(parts::supports(session, node));
    rows.extend(parts::performances(session, node));
    rows.extend(parts::joint(session, node));
    rows.extend(parts::knock_ons(session, node));
    rows.extend(parts::observed(session, node));
    rows.extend(parts::doubts(session, node));
    if results.only_changed {
        let moved = |row: &DetailRow| row.lever.as_ref().is_some_and(|lever| lever.moved);
        let differs = |row: &DetailRow| row.moved().is_some_and(Figure::differs);
        rows.retain(|row| moved(row) || differs(row));
    }
    rows
}

/// How target and result come about, with the levers on the way.
fn result(session: &Session, node: Node) -> Vec<DetailRow> {
    if matches!(node, Node::Nation | Node::Region(_)) {
        return Vec::new();
    }
    let held: Vec<Lever> = Lever::all(session.now(), node).collect();
    let lever = |field: Field| {
        let own = Lever { node, field };
        held.contains(&own).then(|| DetailRow::of(session, own))
    };
    let target = DetailRow { is_cost: true, ..sum(session, (node, "target"), target) };
    let result = sum(session, (node, "result"), found);
    // The plan is what people move first.
    let rows = [
        lever(Field::Plan),
        lever(Field::Gap),
        Some(result),
        lever(Field::ControlTotal),
        lever(Field::Agreed),
        Some(target),
        accepted(session, node),
    ];
    rows.into_iter().flatten().collect()
}

/// What is known against a control total that is not published, where a body accepted it.
fn accepted(session: &Session, node: Node) -> Option<DetailRow> {
    let Node::Body(place) = node else { return None };
    let (before, now) = (session.before().bodies[place], session.after().bodies[place]);
    let amount = now.against_control_total.filter(|_| now.result.is_none())?;
    let how = match now.not_described.is_zero() {
        true => format!("found {} of {} asked", exact_words(amount), exact_words(now.ask)),
        false => format!("of its ask nobody described {}", exact_words(now.not_described)),
    };
    let figure = Figure { before: before.against_control_total, now: Some(amount) };
    let reads = Some("against_control_total");
    let row = DetailRow { figure: Some(figure), node: Some(node), reads, ..DetailRow::default() };
    Some(row.named("against control total").saying(how))
}

/// A figure and how it comes about.
type Comes = (Option<Pence>, String);

fn sum(
    session: &Session,
    (node, id): (Node, &'static str),
    read: fn(&Session, Node, bool) -> Comes,
) -> DetailRow {
    let (before, _) = read(session, node, true);
    let (now, how) = read(session, node, false);
    let figure = Some(Figure { before, now });
    let row = DetailRow { figure, node: Some(node), reads: Some(id), ..DetailRow::default() };
    row.named(id).saying(how)
}

/// “control total −142.0 less relief 25.0”.
fn target(session: &Session, node: Node, before: bool) -> Comes {
    let (scenario, outcome) = side(session, before);
    let (target, agreed, parts) = match node {
        Node::System(place) => {
            let own = &outcome.systems[place];
            let parts = [(own.contribution, "contribution"), (-own.relief, "relief")];
            (own.target, scenario.systems[place].agreed, parts)
        }
        Node::Body(place) => {
            let own = &outcome.bodies[place];
            let relief = own.relief.unwrap_or_default();
            let system = scenario.bodies[place].system;
            let agreed = scenario.bodies[place].agreed || scenario.systems[system].agreed;
            (own.target, agreed, [(own.contributed, "contribution"), (-relief, "relief")])
        }
        _ => return (None, String::new()),
    };
    let how = match (target, agreed) {
        (None, _) => "not available: total or relief is not known".to_owned(),
        (Some(_), true) => "its plan, as agreed".to_owned(),
        (Some(_), false) => format!("control total{}", summands(&parts)),
    };
    (target, how)
}

/// “plan + savings 1.0 + found 0.5”.
fn found(session: &Session, node: Node, before: bool) -> Comes {
    let (scenario, outcome) = side(session, before);
    let (result, plan, found, knocked_on) = match node {
        Node::System(place) => {
            let own = &outcome.systems[place];
            let bodies = &outcome.bodies[scenario.systems[place].bodies.clone()];
            let knocked_on = bodies.iter().map(|body| body.knocked_on).sum();
            (own.result, scenario.systems[place].plan, own.found, knocked_on)
        }
        Node::Body(place) => {
            let own = &outcome.bodies[place];
            let found = own.reserve_used + own.cuts;
            (own.result, scenario.bodies[place].plan, found, own.knocked_on)
        }
        _ => return (None, String::new()),
    };
    let how = match result.zip(plan) {
        None => "not available: its plan is not known".to_owned(),
        Some((result, plan)) => {
            let saved = result - plan - found + knocked_on;
            let parts = [(saved, "savings"), (found, "found"), (-knocked_on, "knock-on cost")];
            format!("plan{}", summands(&parts))
        }
    };
    (result, how)
}

fn side(session: &Session, before: bool) -> (&crate::model::Scenario, &crate::engine::Outcome) {
    match before {
        true => (session.base(), session.before()),
        false => (session.now(), session.after()),
    }
}

/// “ + contribution £5m − relief £25m”; what is nought is left out.
fn summands(parts: &[(Pence, &str)]) -> String {
    let known = parts.iter().filter(|(amount, _)| !amount.is_zero());
    let words = known.map(|(amount, what)| {
        let sign = if *amount > Pence::ZERO { '+' } else { '−' };
        format!(" {sign} {what} {}", exact_words(amount.abs()))
    });
    words.collect()
}
