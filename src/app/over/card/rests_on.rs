//! The levers that a number rests on directly: the rule that asks for it, the measure that the rule
//! reads, own limits; the cost and start of a programme; target, plan, support. What lies further up
//! is in the working of the number.

use crate::app::session::Session;
use crate::engine::OutcomeMeasure;
use crate::levers::{Field, Lever};
use crate::model::{Holder, Node, Scenario, Splitter, rule_reads};
use crate::split::{Column, Rule};

/// The levers, those that the file gives and those that are missed because it does not.
pub(super) fn levers(session: &Session, measure: OutcomeMeasure) -> Vec<Lever> {
    let scenario = session.now();
    let mut list = List { session, levers: Vec::new() };
    let node = measure.node;
    match Topic::of(measure.row.id) {
        Topic::Gap => list.position(node),
        Topic::Result => {
            list.position(node);
            list.savings(node);
            list.support(node);
        }
        Topic::Ask => list.ask(node),
        Topic::Placed => {
            list.given(node, &[Field::Reserve, Field::Absorbs, Field::Complete]);
            for place in programmes(scenario, node) {
                list.given(Node::Programme(place), &[Field::AnnualCost, Field::Protection]);
            }
        }
        Topic::Own => list.own(node),
    }
    list.levers
}

/// What a number is about.
enum Topic {
    /// Control total less plan.
    Gap,
    /// Result, target, support.
    Result,
    /// What it is asked for.
    Ask,
    /// What becomes of the ask.
    Placed,
    /// Something that only this node's own figures decide.
    Own,
}

impl Topic {
    fn of(id: &str) -> Self {
        match id {
            "gap" | "need" | "saved" => Self::Gap,
            "target"
            | "result"
            | "margin"
            | "support"
            | "support_lost"
            | "bonus"
            | "position"
            | "against_control_total"
            | "against_control_totals" => Self::Result,
            "ask" | "contribution" | "recovery" | "relief" | "ask_per_head"
            | "ask_per_resident" => Self::Ask,
            "reserve_used" | "cuts" | "unplaced" | "not_described" | "found" => Self::Placed,
            _ => Self::Own,
        }
    }
}

struct List<'s> {
    session: &'s Session,
    levers: Vec<Lever>,
}

impl List<'_> {
    /// Levers of a node of which the file says something, or that were changed.
    fn given(&mut self, node: Node, fields: &[Field]) {
        for field in fields {
            let lever = Lever { node, field: *field };
            let file = self.session.file();
            let changed = lever.get(self.session.now()) != lever.get(file);
            if changed || lever.standing(file).is_some() {
                self.add(lever);
            }
        }
    }

    /// Levers of a node without which the number cannot be known.
    fn needed(&mut self, node: Node, fields: &[Field]) {
        for field in fields {
            self.add(Lever { node, field: *field });
        }
    }

    fn add(&mut self, lever: Lever) {
        let scenario = self.session.now();
        let can = Lever::all(scenario, lever.node).any(|own| own == lever);
        if can && !self.levers.contains(&lever) {
            self.levers.push(lever);
        }
    }

    /// Target and plan, or the gap that stands for both; sums lead to the bodies'.
    fn position(&mut self, node: Node) {
        let scenario = self.session.now();
        match node {
            Node::Nation | Node::Region(_) => {
                self.given(node, &[Field::Offset, Field::Reserve]);
                let systems = scenario.pool(node).map_or(0..0, |pool| pool.systems.clone());
                for place in systems {
                    self.given(
                        Node::System(place),
                        &[Field::ControlTotal, Field::Plan, Field::Gap],
                    );
                }
            }
            Node::System(place) => {
                self.stated(node);
                let system = &scenario.systems[place];
                if system.control_total_is_sum || system.plan_is_sum {
                    for body in system.bodies.clone() {
                        self.given(Node::Body(body), &[Field::ControlTotal, Field::Plan]);
                    }
                }
                self.given(node, &[Field::Recover]);
            }
            _ => self.stated(node),
        }
    }

    fn stated(&mut self, node: Node) {
        let gap = Lever { node, field: Field::Gap };
        match gap.standing(self.session.file()) {
            Some(_) => self.add(gap),
            None => self.needed(node, &[Field::ControlTotal, Field::Plan]),
        }
        self.given(node, &[Field::Agreed]);
    }

    fn savings(&mut self, node: Node) {
        let Node::System(system) = node else { return };
        for place in self.session.now().systems[system].savings.clone() {
            self.given(Node::Saving(place), &[Field::Amount, Field::Delivered]);
        }
    }

    fn support(&mut self, node: Node) {
        let holder = match node {
            Node::System(place) => Holder::System(place),
            Node::Body(place) => Holder::Body(place),
            _ => return,
        };
        let parts = self.session.now().supports.iter().enumerate();
        for (place, _) in parts.filter(|(_, part)| part.holder == holder) {
            self.given(Node::Support(place), &[Field::Amount, Field::Test, Field::Bonus]);
        }
    }

    /// The rule that asks, what it reads of this node, and the node's own limits.
    fn ask(&mut self, node: Node) {
        let scenario = self.session.now();
        let Some(above) = scenario.splitter_over(node) else {
            self.given(node, &[Field::Offset, Field::Split, Field::Reserve]);
            return;
        };
        if let Splitter::Pool(pool) = above {
            self.given(pool, &[Field::Offset]);
        }
        let at = scenario.holder_of(above);
        self.given(at, &[Field::Split, Field::Lead]);
        if let Some(rule) = scenario.rule(above) {
            self.measures(node, rule);
        }
        let own = [Field::Stance, Field::Percent, Field::Fixed, Field::Turn, Field::Cap];
        self.given(node, &own);
        self.given(node, &[Field::Floor, Field::Recover]);
    }

    /// The measures that a rule reads, at the node or at the members that its own is the sum of.
    fn measures(&mut self, node: Node, rule: &Rule) {
        let scenario = self.session.now();
        for column in (0_u16..).map(Column).take(scenario.measures.list.len()) {
            if !rule_reads(rule, column) {
                continue;
            }
            let field = Field::Measure(column);
            let own = Lever { node, field };
            if own.why_fixed(scenario).is_none() {
                self.add(own);
                continue;
            }
            for body in bodies(scenario, node) {
                self.given(Node::Body(body), &[field]);
            }
        }
    }

    /// What a node that asks nobody rests on: all that the file gives of it, and what it misses.
    fn own(&mut self, node: Node) {
        let scenario = self.session.now();
        if let Node::Programme(place) = node {
            self.needed(node, &[Field::AnnualCost]);
            // Of one that runs no start is missed.
            if scenario.words.programmes[place].running != Some(true) {
                self.needed(node, &[Field::Starts]);
            }
            if let Some(body) = scenario.body_of(place) {
                self.given(Node::Body(body), &[Field::Reserve, Field::Absorbs]);
            }
        }
        let all: Vec<Field> = Lever::all(scenario, node).map(|lever| lever.field).collect();
        self.given(node, &all);
        if let Node::Support(place) = node {
            for condition in scenario.supports[place].conditions.clone() {
                self.given(Node::Condition(condition), &[Field::Met]);
            }
        }
    }
}

fn bodies(scenario: &Scenario, node: Node) -> std::ops::Range<usize> {
    match node {
        Node::System(place) => scenario.systems[place].bodies.clone(),
        Node::Group(place) => scenario.groups[place].bodies.clone(),
        _ => 0..0,
    }
}

fn programmes(scenario: &Scenario, node: Node) -> std::ops::Range<usize> {
    match node {
        Node::Body(place) => scenario.bodies[place].programmes.clone(),
        _ => 0..0,
    }
}
