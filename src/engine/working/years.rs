//! How the numbers of the years after come about: contributed, promised back, repaid, still owed; and
//! who pays for a lead that is not repaid.

use super::book::{Line, Source};
use super::notes::{claim_lines, got, pounds, sum_of, times};
use crate::arithmetic::{Exact, Rounding, Sum, Unit};
use crate::engine::working::Book;
use crate::engine::{After, Engine, Outcome, after};
use crate::format::FinancialYear;
use crate::levers::{Field, Lever};
use crate::model::{Node, Scenario, Splitter};
use crate::money::Pence;
use crate::split::{Claim, pro_rata};
use num_traits::ToPrimitive;

/// A number of the years after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct InYear {
    /// The pool whose years they are.
    pub pool: Node,
    /// Whose number: the pool's own, a system's or a body's.
    pub node: Node,
    /// Which.
    pub what: Due,
    /// In which year.
    pub year: FinancialYear,
}

/// Which number of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Due {
    /// What is contributed in the year.
    Contributed,
    /// What is promised back in it.
    Promised,
    /// What is promised back by its end.
    PromisedByThen,
    /// What is repaid in it.
    Repaid,
    /// What is repaid by its end.
    RepaidByThen,
    /// What is still owed at its end.
    Owed,
    /// What a body is asked in it if its lead is not repaid in full; below nought is relief.
    Fallback,
    /// What the group's rule gives a body of what its lead is not repaid.
    FallbackPart,
    /// What was saved once and must be found again in it.
    OpenAgain,
}

/// What a number of a year comes to; `None` is not known, or not there.
pub(super) fn read(scenario: &Scenario, outcome: &Outcome, own: InYear) -> Option<Pence> {
    let years = Years::new(scenario, outcome, own)?;
    years.amount(own.what, years.at)
}

/// The line of a number of a year; `None` of one that is not known, or nought with nothing behind it.
pub(super) fn line(scenario: &Scenario, outcome: &Outcome, own: InYear) -> Option<Line> {
    let years = Years::new(scenario, outcome, own)?;
    years.amount(own.what, years.at)?;
    match own.what {
        Due::Contributed => years.contributed().map(Line::plain),
        Due::Promised => years.in_the_year(Due::PromisedByThen).map(Line::plain),
        Due::Repaid => years.in_the_year(Due::RepaidByThen).map(Line::plain),
        Due::PromisedByThen | Due::RepaidByThen => years.by_then(),
        Due::Owed => years.owed().map(Line::plain),
        Due::Fallback => years.fallback(),
        Due::FallbackPart => years.fallback_part(),
        Due::OpenAgain => years.open_again().map(Line::plain),
    }
}

/// The years of one node, and which of them is asked about.
struct Years<'a> {
    scenario: &'a Scenario,
    outcome: &'a Outcome,
    own: InYear,
    after: After,
    at: usize,
}

impl<'a> Years<'a> {
    fn new(scenario: &'a Scenario, outcome: &'a Outcome, own: InYear) -> Option<Self> {
        let after = after(scenario, outcome, own.pool)?;
        let at = after.years.iter().position(|year| *year == own.year)?;
        Some(Self { scenario, outcome, own, after, at })
    }

    /// What a number of the node comes to in a year.
    fn amount(&self, what: Due, at: usize) -> Option<Pence> {
        let account = || self.after.account(self.own.node);
        let by_then = |years: &[Pence]| years[..=at].iter().copied().sum();
        match what {
            Due::Contributed => Some(account()?.contributed[at]),
            Due::Promised => Some(account()?.promised[at]),
            Due::PromisedByThen => Some(by_then(&account()?.promised)),
            Due::Repaid => Some(account()?.repaid.as_ref()?[at]),
            Due::RepaidByThen => account()?.repaid.as_deref().map(by_then),
            Due::Owed => Some(account()?.owed.as_ref()?[at]),
            Due::Fallback => match self.own.node {
                Node::Body(place) => self.after.fallback(place).map(|years| years[at]),
                _ => None,
            },
            Due::FallbackPart => whole(&self.fallback_part()?.comes_to()?),
            Due::OpenAgain => (at == 1).then_some(self.after.one_off_savings),
        }
    }

    /// Another number of the node.
    fn number(&self, what: Due, at: usize) -> Option<Sum<Source>> {
        let own = InYear { what, year: *self.after.years.get(at)?, ..self.own };
        Some(Sum::of(self.amount(what, at)?.get(), Unit::Pence, Source::Year(own)))
    }

    fn contributed(&self) -> Option<Sum<Source>> {
        let node = self.own.node;
        let amount = self.after.account(node)?.contributed[self.at];
        if amount.is_zero() {
            return None;
        }
        let Some(pool) = self.outcome.pool(node) else {
            return Some(Sum::of(amount.get(), Unit::Pence, given(node)));
        };
        let covered = got(node, "covered", pool.offset);
        Some(match pool.unplaced.is_zero() {
            true => covered,
            false => covered.less(got(node, "unplaced", pool.unplaced)),
        })
    }

    /// How many of the equal parts are due by the end of a year, and how many there are.
    fn parts(&self, at: usize) -> Option<(i64, i64)> {
        let promise = self.scenario.pool(self.own.pool)?.repayment?;
        let count = i64::from(promise.years.max(1));
        let begun = self.after.years.get(at)?.start() - promise.first.start() + 1;
        Some((i64::from(begun).clamp(0, count), count))
    }

    /// What has come by the end of the year less what had come before it; `None` in a year in which
    /// nothing is promised.
    fn in_the_year(&self, by_then: Due) -> Option<Sum<Source>> {
        let before = self.at.checked_sub(1)?;
        let ((was, _), (is, _)) = (self.parts(before)?, self.parts(self.at)?);
        let now = self.number(by_then, self.at)?;
        match (was, is) {
            _ if was == is => None,
            (0, _) => Some(now),
            _ => Some(now.less(self.number(by_then, before)?)),
        }
    }

    /// What has come by the end of the year: of a pool so many of the equal parts, of others a share
    /// of that in proportion to what each contributed.
    fn by_then(&self) -> Option<Line> {
        let (due, _) = self.parts(self.at)?;
        match self.own.node {
            _ if due == 0 => None,
            node @ Node::System(_) => {
                let pool = InYear { node: self.own.pool, ..self.own };
                let amount = read(self.scenario, self.outcome, pool)?;
                let whole = Sum::of(amount.get(), Unit::Pence, Source::Year(pool));
                let systems = self.after.systems.iter().map(|own| own.node);
                self.share((systems.collect(), node), (amount, &whole))
            }
            node @ Node::Body(place) => {
                let system = self.scenario.bodies[place].system;
                let bodies = self.scenario.systems[system].bodies.clone().map(Node::Body);
                let bodies: Vec<Node> = bodies.filter(|at| !self.given(*at).is_zero()).collect();
                let all = sum_of(bodies.iter().map(|at| (given(*at), self.given(*at))));
                let all = self.of_the_parts(all)?;
                let amount = whole(&all.value()?)?;
                self.share((bodies, node), (amount, &all))
            }
            _ => self.of_the_parts(self.number(Due::Contributed, 0)?).map(Line::plain),
        }
    }

    /// So many of the equal parts of what was given, or of what of that is repaid.
    fn of_the_parts(&self, given: Sum<Source>) -> Option<Sum<Source>> {
        let (due, count) = self.parts(self.at)?;
        let promise = self.scenario.pool(self.own.pool)?.repayment?;
        let all = match self.own.what {
            Due::RepaidByThen => times(given, (self.own.pool, Field::Repaid), promise.repaid?),
            _ => given,
        };
        if due == count {
            return Some(all);
        }
        let years = Lever { node: self.own.pool, field: Field::Years };
        let count = Sum::of(count, Unit::Count, Source::Lever(years));
        Some(all.times(Sum::plain(due, Unit::Count)).over(count).rounded(Rounding::Down))
    }

    /// What a node gave in the scenario's year.
    fn given(&self, node: Node) -> Pence {
        match node {
            Node::System(place) => self.outcome.systems[place].contribution,
            Node::Body(place) => self.outcome.bodies[place].contributed,
            _ => Pence::ZERO,
        }
    }

    /// One node's share of an amount, in proportion to what each gave.
    fn share(&self, (nodes, own): (Vec<Node>, Node), whole: (Pence, &Sum<Source>)) -> Option<Line> {
        let rank = |node: Node| match node {
            Node::System(place) => self.scenario.ranks.systems[place],
            Node::Body(place) => self.scenario.ranks.bodies[place],
            _ => u32::MAX,
        };
        let claim = |(key, node): (u32, &Node)| Claim::new(key, rank(*node), self.given(*node));
        let mut claims: Vec<Claim> = (0..).zip(&nodes).map(claim).collect();
        pro_rata(whole.0, &mut claims);
        claims.sort_by_key(|claim| claim.key);
        let lines = claim_lines(&claims, whole, &|key| given(nodes[key as usize]));
        let mine = |(key, _): &(u32, Line)| nodes[*key as usize] == own;
        lines.into_iter().find(mine).map(|(_, line)| line)
    }

    /// All that was contributed by the end of the year, less all that is repaid by then.
    fn owed(&self) -> Option<Sum<Source>> {
        let account = self.after.account(self.own.node)?;
        let given = (0..=self.at).filter(|at| *at == 0 || !account.contributed[*at].is_zero());
        let given = Sum::add(given.filter_map(|at| self.number(Due::Contributed, at)));
        let repaid = (1..=self.at).filter(|at| self.parts(*at) != self.parts(at - 1));
        Some(repaid.filter_map(|at| self.number(Due::Repaid, at)).fold(given, Sum::less))
    }

    /// What a body is asked in the year: in the first what it gave, in the next its part; a lead is
    /// relieved of what it carried.
    fn fallback(&self) -> Option<Line> {
        let Node::Body(body) = self.own.node else { return None };
        let lead = self.lead(body)?;
        match self.at {
            0 => Some(Line::plain(got(self.own.node, "contributed", self.given(self.own.node)))),
            _ if body != lead => self.fallback_part(),
            at => {
                let (part, missing) = (self.number(Due::FallbackPart, at)?, self.missing(lead)?);
                let parted = self.amount(Due::FallbackPart, at)? - whole(&missing.value()?)?;
                // What the rule places nowhere stays with the lead.
                let stays = self.amount(Due::Fallback, at)? - parted;
                let stays = Some(pounds(stays)).filter(|_| !stays.is_zero());
                let sum = Sum::add(std::iter::once(part).chain(stays));
                Some(Line::plain(sum.less(missing)))
            }
        }
    }

    /// What the rule of the group gives a body of what the lead is not repaid.
    fn fallback_part(&self) -> Option<Line> {
        let Node::Body(body) = self.own.node else { return None };
        let lead = self.lead(body).filter(|_| self.at == 1)?;
        let group = self.scenario.bodies[body].group;
        let (splitter, rule) = (Splitter::Group(group), &self.scenario.groups[group].split);
        let missing = self.missing(lead)?;
        let amount = whole(&missing.value()?)?;
        let mut engine = Engine { book: Some(Book::default()), ..Engine::default() };
        self.scenario.payers(splitter, rule, &mut engine.children);
        engine.split_and_note(self.scenario, (splitter, rule), (amount, || missing));
        engine.book?.line(self.own.node, "ask").cloned()
    }

    /// The lead payer of a body's group, where it is not repaid in full.
    fn lead(&self, body: usize) -> Option<usize> {
        self.after.fallback(body)?;
        self.scenario.groups[self.scenario.bodies[body].group].lead
    }

    /// What a lead payer carried less what of that is repaid.
    fn missing(&self, lead: usize) -> Option<Sum<Source>> {
        let (node, pool) = (Node::Body(lead), self.own.pool);
        let share = self.scenario.pool(pool)?.repayment?.repaid?;
        let carried = || got(node, "contributed", self.given(node));
        Some(carried().less(times(carried(), (pool, Field::Repaid), share)))
    }

    fn open_again(&self) -> Option<Sum<Source>> {
        let systems = self.scenario.pool(self.own.pool)?.systems.clone();
        let savings = systems.flat_map(|at| self.scenario.systems[at].savings.clone());
        let once = savings.filter(|at| self.scenario.savings[*at].recurrent == Some(false));
        let saved =
            |at: usize| (Source::Saved(at), self.scenario.saved_by(&self.scenario.savings[at]));
        (self.at == 1).then(|| sum_of(once.map(saved)))
    }
}

/// Whole pence.
fn whole(exact: &Exact) -> Option<Pence> {
    exact.is_whole().then(|| exact.above.to_i64()).flatten().map(Pence::new)
}

/// What a node gave, as the number that it is.
const fn given(node: Node) -> Source {
    let id = if matches!(node, Node::Body(_)) { "contributed" } else { "contribution" };
    Source::Outcome(node, id)
}
