//! The years after: what was contributed, what is repaid, what is still owed. MECHANISM 5.
//!
//! Worked out when somebody asks for it; nothing of the year itself hangs on it.

use super::Outcome;
use super::compute::Engine;
use crate::format::FinancialYear;
use crate::model::{Node, Repayment, Scenario, Splitter, Stance};
use crate::money::Pence;
use crate::split::{Claim, pro_rata};

/// A pool's years: its own, then those of repayment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    /// The years, the scenario's own first.
    pub years: Vec<FinancialYear>,
    /// Of the pool as a whole.
    pub pool: Account,
    /// Of each system that contributed, in the order of the file.
    pub systems: Vec<Account>,
    /// Of each body that was asked for a part of that.
    pub bodies: Vec<Account>,
    /// Where a lead payer carried others' parts: who is asked, and relieved, in the next year.
    pub fallbacks: Vec<Fallback>,
    /// What one-off savings schemes closed of gaps: it must be found again in the next year.
    pub one_off_savings: Pence,
}

/// What one node contributed, is promised, is repaid and is owed, year by year in pence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Whose.
    pub node: Node,
    /// What it contributes in each year.
    pub contributed: Vec<Pence>,
    /// What it is promised back in each year.
    pub promised: Vec<Pence>,
    /// What of that is repaid; `None` where nothing was promised, or nobody knows how much is.
    pub repaid: Option<Vec<Pence>>,
    /// What it is still owed at the end of each year; `None` as of `repaid`.
    pub owed: Option<Vec<Pence>>,
}

/// A group whose lead payer is not repaid in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fallback {
    /// The group, as a place in the scenario's list.
    pub group: usize,
    /// Each body with what it is asked in each year; below nought is relief.
    pub bodies: Vec<(usize, Vec<Pence>)>,
    /// What the lead bears in the end.
    pub lead_bears: Pence,
}

/// The years after for a pool that is balanced now.
pub fn after(scenario: &Scenario, outcome: &Outcome, pool: Node) -> Option<After> {
    let own = scenario.pool(pool)?;
    let balanced = outcome.pool(pool)?;
    let horizon = Horizon::new(scenario, own.repayment);
    let total = balanced.offset - balanced.unplaced;
    let asked = |system: &usize| !outcome.systems[*system].contribution.is_zero();
    let systems: Vec<usize> = own.systems.clone().filter(asked).collect();
    let parts = systems.iter().map(|&at| (at, outcome.systems[at].contribution));
    let ranked = parts.map(|(at, amount)| (scenario.ranks.systems[at], at, amount));
    let whole = horizon.account(pool, total, own.recurrent);
    let accounts = Horizon::share_out(&whole, ranked, Node::System);
    let bodies = systems.iter().flat_map(|&system| {
        let bodies = scenario.systems[system].bodies.clone();
        let asked = bodies.map(|at| (at, outcome.bodies[at].contributed));
        let asked: Vec<_> = asked.filter(|(_, amount)| !amount.is_zero()).collect();
        // What a system found no body for, no body is owed.
        let sum = asked.iter().map(|(_, amount)| *amount).sum();
        let theirs = horizon.account(Node::System(system), sum, own.recurrent);
        let ranked = asked.into_iter().map(|(at, part)| (scenario.ranks.bodies[at], at, part));
        Horizon::share_out(&theirs, ranked, Node::Body)
    });
    let bodies = bodies.collect();
    let again = |system: usize| {
        let savings = scenario.savings[scenario.systems[system].savings.clone()].iter();
        savings.filter(|s| s.recurrent == Some(false)).map(|s| scenario.saved_by(s)).sum::<Pence>()
    };
    Some(After {
        pool: whole,
        systems: accounts,
        bodies,
        fallbacks: fallbacks(scenario, outcome, &systems, &horizon),
        one_off_savings: own.systems.clone().map(again).sum(),
        years: horizon.years,
    })
}

/// The years that are shown, and when and how much is promised back.
struct Horizon {
    years: Vec<FinancialYear>,
    promise: Option<Repayment>,
}

impl Horizon {
    fn new(scenario: &Scenario, promise: Option<Repayment>) -> Self {
        let first = scenario.first_month.financial_year();
        let last = match promise {
            Some(promise) => promise.first.plus(i32::try_from(promise.years).unwrap_or(1) - 1),
            None => first.plus(1),
        };
        let last = last.max(first.plus(1));
        let count = (last.start() - first.start()).clamp(1, Repayment::MOST_YEARS.cast_signed());
        Self { years: (0..=count).map(|later| first.plus(later)).collect(), promise }
    }

    /// An amount in equal parts over the years of repayment; the last pennies come last.
    fn in_parts(&self, amount: Pence) -> Vec<Pence> {
        let Some(promise) = self.promise else { return vec![Pence::ZERO; self.years.len()] };
        let count = i64::from(promise.years.max(1));
        let so_far = |parts: i64| amount.times_down(parts.clamp(0, count), count);
        let part = |year: &FinancialYear| {
            let at = i64::from(year.start() - promise.first.start());
            so_far(at + 1) - so_far(at)
        };
        self.years.iter().map(part).collect()
    }

    fn account(&self, node: Node, amount: Pence, recurrent: bool) -> Account {
        let contributed = (0..self.years.len())
            .map(|year| if year == 0 || recurrent { amount } else { Pence::ZERO })
            .collect();
        let share = self.promise.and_then(|promise| promise.repaid);
        let repaid = share.map(|share| self.in_parts(share.of(amount)));
        Account::new(node, contributed, self.in_parts(amount), repaid)
    }

    /// An account in proportion to amounts: every year adds up, and so does every part.
    fn share_out(
        whole: &Account,
        parts: impl Iterator<Item = (u32, usize, Pence)>,
        node: impl Fn(usize) -> Node,
    ) -> Vec<Account> {
        let parts: Vec<(u32, usize, Pence)> = parts.collect();
        let split = |amount: Pence| -> Vec<Pence> {
            let claims = (0..).zip(&parts);
            let mut claims: Vec<Claim> =
                claims.map(|(key, (rank, _, weight))| Claim::new(key, *rank, *weight)).collect();
            pro_rata(amount, &mut claims);
            claims.sort_by_key(|claim| claim.key);
            claims.into_iter().map(|claim| claim.share).collect()
        };
        // What was paid so far is split, so that in the end each has its own amount to the penny.
        let by_year = |years: &[Pence]| -> Vec<Vec<Pence>> {
            let mut so_far = Pence::ZERO;
            let mut before = vec![Pence::ZERO; parts.len()];
            let year = |amount: &Pence| {
                so_far += *amount;
                let now = split(so_far);
                let paid = now.iter().zip(&before).map(|(now, before)| *now - *before).collect();
                before = now;
                paid
            };
            years.iter().map(year).collect()
        };
        let contributed: Vec<Vec<Pence>> = by_year(&whole.contributed);
        let promised: Vec<Vec<Pence>> = by_year(&whole.promised);
        let repaid: Option<Vec<Vec<Pence>>> = whole.repaid.as_deref().map(by_year);
        let of = |years: &[Vec<Pence>], at: usize| years.iter().map(|year| year[at]).collect();
        let one = |(at, (_, place, _)): (usize, &(u32, usize, Pence))| {
            let repaid = repaid.as_deref().map(|years| of(years, at));
            Account::new(node(*place), of(&contributed, at), of(&promised, at), repaid)
        };
        parts.iter().enumerate().map(one).collect()
    }
}

impl After {
    /// Whose years these are; `None` of one that gave nothing.
    pub fn account(&self, node: Node) -> Option<&Account> {
        let mut all = [&self.pool].into_iter().chain(&self.systems).chain(&self.bodies);
        all.find(|account| account.node == node)
    }

    /// What a body is asked in each year if its lead is not repaid in full.
    pub fn fallback(&self, body: usize) -> Option<&[Pence]> {
        let mut rows = self.fallbacks.iter().flat_map(|own| &own.bodies);
        rows.find(|(own, _)| *own == body).map(|(_, years)| years.as_slice())
    }
}

impl Account {
    fn new(
        node: Node,
        contributed: Vec<Pence>,
        promised: Vec<Pence>,
        repaid: Option<Vec<Pence>>,
    ) -> Self {
        let owed = repaid.as_ref().map(|repaid| {
            let mut owed = Pence::ZERO;
            let years = contributed.iter().zip(repaid);
            years
                .map(|(more, less)| {
                    owed = owed + *more - *less;
                    owed
                })
                .collect()
        });
        Self { node, contributed, promised, repaid, owed }
    }
}

/// Lead payers that are not repaid: the group's own rule divides what is missing a year later.
fn fallbacks(
    scenario: &Scenario,
    outcome: &Outcome,
    systems: &[usize],
    horizon: &Horizon,
) -> Vec<Fallback> {
    let Some(repaid) = horizon.promise.and_then(|promise| promise.repaid) else {
        return Vec::new();
    };
    let groups = systems.iter().flat_map(|system| scenario.systems[*system].groups.clone());
    let led = groups.filter_map(|group| Some((group, scenario.groups[group].lead?)));
    let carries = |lead: &usize| scenario.bodies[*lead].stance == Stance::Contributes;
    led.filter(|(_, lead)| carries(lead))
        .filter_map(|(group, lead)| {
            let carried = outcome.bodies[lead].contributed;
            let missing = carried - repaid.of(carried);
            (!missing.is_zero()).then(|| fall_back(scenario, outcome, (group, lead), missing))
        })
        .map(|(group, lead, shares)| {
            let years = horizon.years.len();
            let bodies = shares.iter().map(|&(body, now, next)| {
                let mut row = vec![Pence::ZERO; years];
                (row[0], row[1]) = (now, next);
                (body, row)
            });
            let own = shares.iter().find(|(body, ..)| *body == lead);
            let lead_bears = own.map_or(Pence::ZERO, |(_, now, next)| *now + *next);
            Fallback { group, bodies: bodies.collect(), lead_bears }
        })
        .collect()
}

/// The group, its lead, and each body with what it was asked and what it is asked a year later.
fn fall_back(
    scenario: &Scenario,
    outcome: &Outcome,
    (group, lead): (usize, usize),
    missing: Pence,
) -> (usize, usize, Vec<(usize, Pence, Pence)>) {
    let mut engine = Engine::default();
    let splitter = Splitter::Group(group);
    let rule = &scenario.groups[group].split;
    scenario.payers(splitter, rule, &mut engine.children);
    let left = engine.split(scenario, (splitter, rule), missing);
    let shares: Vec<(usize, Pence)> =
        engine.children.iter().zip(&engine.shares).map(|(c, s)| (c.key as usize, *s)).collect();
    let of = |body: usize| {
        let share = shares.iter().find(|(at, _)| *at == body).map_or(Pence::ZERO, |(_, s)| *s);
        // What the rule places nowhere stays with the lead.
        if body == lead { share + left.unplaced - missing } else { share }
    };
    let bodies = scenario.groups[group].bodies.clone();
    let rows = bodies.map(|body| (body, outcome.bodies[body].contributed, of(body)));
    let rows = rows.filter(|(_, now, next)| !now.is_zero() || !next.is_zero());
    (group, lead, rows.collect())
}
