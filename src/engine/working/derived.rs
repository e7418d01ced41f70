//! How numbers come about that are read off an outcome and not kept in it: margins, positions,
//! support, what is lost to people.

use super::book::{Line, Source};
use super::notes::{got, held, pounds, sum_of};
use crate::arithmetic::{Rounding, Sum, Unit};
use crate::engine::{Outcome, OutcomeMeasure, Status, Supported, support};
use crate::levers::{Field, Lever};
use crate::model::{Holder, Measures, Node, Scenario};
use crate::money::Pence;
use crate::split::Column;

/// The line of a number of a node.
pub(super) fn line(
    scenario: &Scenario,
    outcome: &Outcome,
    (node, id): (Node, &str),
) -> Option<Line> {
    let year = Year { scenario, outcome };
    let sum = match (node, id) {
        (_, "ask_per_head") => year.per(node, Measures::REGISTERED),
        (_, "ask_per_resident") => year.per(node, Measures::RESIDENT),
        (Node::Nation | Node::Region(_), "against_control_totals") => year.against(node),
        (Node::Support(place), _) => year.support(place, id),
        (Node::Performance(place), _) => Some(year.performance(place, id)),
        (Node::Programme(place), _) => year.programme(place, id),
        (Node::System(_) | Node::Body(_), _) => year.holder(node, id),
        _ => None,
    };
    sum.map(Line::plain)
}

struct Year<'a> {
    scenario: &'a Scenario,
    outcome: &'a Outcome,
}

impl Year<'_> {
    /// A number of money that is worked out elsewhere, as it comes out there.
    fn read(&self, node: Node, id: &'static str) -> Option<Sum<Source>> {
        let reading = OutcomeMeasure::find(node, id)?.read(self.scenario, self.outcome);
        Some(got(node, id, reading.pence()?))
    }

    fn per(&self, node: Node, people: Column) -> Option<Sum<Source>> {
        let count = self.scenario.measure(node, people)?;
        let people = Sum::of(count, Unit::Size(people.0), Source::Size(node, people));
        Some(self.read(node, "ask")?.over(people))
    }

    /// Results less control totals, system by system.
    fn against(&self, node: Node) -> Option<Sum<Source>> {
        let mut parts = Vec::new();
        for place in self.scenario.pool(node)?.systems.clone() {
            let system = Node::System(place);
            let total = self.scenario.systems[place].control_total?;
            parts.push((false, self.read(system, "result")?));
            parts.push((true, held(system, Field::ControlTotal, total)));
        }
        Some(Sum::Plus(parts))
    }

    /// What a system or body ends with, and what of its support is paid.
    fn holder(&self, node: Node, id: &str) -> Option<Sum<Source>> {
        let own = |id| self.read(node, id);
        let parts = |id: &'static str, read: fn(&Supported) -> Option<Pence>| {
            let supports = self.scenario.supports.iter().enumerate();
            let mine = supports
                .filter(|(_, own)| own.holder.node() == node || self.system_of(own.holder) == node);
            sum_of(mine.map(|(at, _)| {
                let comes_to = &self.outcome.supports[at].comes_to;
                (Source::Outcome(Node::Support(at), id), read(comes_to).unwrap_or_default())
            }))
        };
        Some(match id {
            "margin" => own("result")?.less(own("target")?),
            "support" => parts("paid", |own| own.paid),
            "support_lost" => parts("lost", Supported::lost),
            "bonus" => parts("bonus", |own| own.bonus),
            "position" => Sum::add([own("result")?, own("support")?, own("bonus")?]),
            "knocked_on" => {
                let weighs = |at: &usize| {
                    let cost = &self.scenario.knock_ons[*at];
                    cost.on && !cost.next_year && cost.to.map(Node::Body) == Some(node)
                };
                let all = (0..self.scenario.knock_ons.len()).filter(weighs);
                sum_of(all.map(|at| {
                    let cost = self.outcome.knock_ons[at];
                    (Source::Outcome(Node::KnockOn(at), "cost"), cost)
                }))
            }
            // Whoever is not asked has no share that could be worked out.
            _ if self.is_nought(node, id) => Sum::nought(),
            _ => return None,
        })
    }

    fn is_nought(&self, node: Node, id: &str) -> bool {
        let measure = OutcomeMeasure::find(node, id);
        let reading = measure.map(|own| own.read(self.scenario, self.outcome));
        reading.is_some_and(|own| matches!(own.value, Some((0, _))))
    }

    fn support(&self, place: usize, id: &str) -> Option<Sum<Source>> {
        let (node, own) = (Node::Support(place), &self.scenario.supports[place]);
        let out = &self.outcome.supports[place];
        let amount = || held(node, Field::Amount, own.amount);
        Some(match id {
            "paid" if out.comes_to.paid == Some(own.amount) => amount(),
            "paid" => {
                let parts = support::paid_parts(self.scenario, self.outcome, place);
                Sum::add(parts.into_iter().filter(|part| !part.is_zero()).map(pounds))
            }
            "lost" => amount().less(got(node, "paid", out.comes_to.paid?)),
            "margin" => {
                let holder = match own.test {
                    crate::model::SupportTest::System => self.system_of(own.holder),
                    _ => own.holder.node(),
                };
                self.read(holder, "result")?.less(self.read(holder, "target")?)
            }
            "bonus" => match own.bonus.filter(|_| out.margin.is_some()) {
                Some(rate) => {
                    let margin = got(node, "margin", out.margin?).at_least_nought();
                    super::times(margin, (node, Field::Bonus), rate)
                }
                None => Sum::nought(),
            },
            _ => return None,
        })
    }

    fn system_of(&self, holder: Holder) -> Node {
        match holder {
            Holder::System(place) => Node::System(place),
            Holder::Body(place) => Node::System(self.scenario.bodies[place].system),
        }
    }

    fn performance(&self, place: usize, id: &str) -> Sum<Source> {
        let (node, own) = (Node::Performance(place), &self.scenario.performances[place]);
        let amount = held(node, Field::Amount, own.amount);
        if id == "kept" {
            return amount.less(got(node, "paid", own.paid()));
        }
        let count =
            |field, value: i64| Sum::of(value, Unit::Count, Source::Lever(Lever { node, field }));
        let all = own.achieved.abs() >= own.planned.abs();
        match own.achieved.signum() * own.planned.signum() > 0 {
            false => Sum::nought(),
            true if all => amount,
            true => amount
                .times(count(Field::Achieved, own.achieved))
                .over(count(Field::Planned, own.planned))
                .rounded(Rounding::HalfUp),
        }
    }

    fn programme(&self, place: usize, id: &str) -> Option<Sum<Source>> {
        let node = Node::Programme(place);
        let record = &self.outcome.programmes[place];
        let parts = self.scenario.joint_parts_of(place);
        let lost = |at: usize| self.outcome.joint_parts[at].lost;
        let paid = |at: usize| self.outcome.joint_parts[at].budget;
        let gone = || match record.released.is_zero() {
            true => self.read(node, "cut"),
            false => Some(Sum::add([self.read(node, "cut")?, self.read(node, "released")?])),
        };
        match id {
            "cut" if record.budget.is_some() => Some(Sum::nought()),
            "partners_lost" => {
                Some(Sum::add(parts.filter_map(lost).filter(|own| !own.is_zero()).map(pounds)))
            }
            "service_lost" => {
                let budget = self.read(node, "in_year_budget")?;
                let follows = record.delays || record.status == Some(Status::Stops);
                let alike = parts.clone().all(|at| {
                    let refused = self.outcome.joint_parts[at].refused;
                    (self.scenario.joint_parts[at].matched || follows) && !refused
                });
                if alike {
                    return Some(gone()?.over(budget));
                }
                let whole = parts.clone().filter_map(paid).map(pounds);
                let whole = Sum::add(std::iter::once(budget.clone()).chain(whole));
                let mut all = vec![gone()?];
                for at in parts {
                    let part = pounds(paid(at)?);
                    if self.outcome.joint_parts[at].refused {
                        all.push(part);
                    } else if self.scenario.joint_parts[at].matched || follows {
                        all.push(part.times(gone()?).over(budget.clone()));
                    }
                }
                Some(Sum::add(all).over(whole))
            }
            "people_lost" => {
                let reaches = i128::from(self.scenario.programmes[place].reaches?);
                let lost = self.programme(place, "service_lost")?;
                Some(Sum::plain(reaches, Unit::Count).times(lost))
            }
            _ => None,
        }
    }
}
