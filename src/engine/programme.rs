//! What a cut does to a programme: MECHANISM 3.7.

use super::compute::Engine;
use super::working::{Source, got, held};
use super::{ProgrammeOutcome, Status};
use crate::arithmetic::{Rounding, Sum, Unit};
use crate::levers::{Field, Lever};
use crate::model::{Calendar, Node, Programme, Protection, Response, Scenario};
use crate::money::{Pence, Share};

/// A programme's budget and limit, before anything is cut.
pub(super) fn before(programme: &Programme, calendar: Calendar, out: &mut ProgrammeOutcome) {
    let in_year = programme.in_year(calendar);
    // Written where it stays: a record that is handed back and copied takes twice as long.
    *out = ProgrammeOutcome {
        budget: in_year.map(|in_year| in_year.budget),
        limit: in_year.map_or(Pence::ZERO, |in_year| programme.limit(in_year)),
        delays: programme.response(calendar) == Response::Delay,
        ..ProgrammeOutcome::default()
    };
}

/// What became of it, once its cut is known.
pub(super) fn after(programme: &Programme, calendar: Calendar, out: &mut ProgrammeOutcome) {
    let Some(budget) = out.budget else { return };
    let stops =
        out.cut > Pence::ZERO && programme.stops_at.is_some_and(|at| reaches(out.cut, budget, at));
    if stops {
        let unspent = programme.in_year(calendar).map_or(budget, |in_year| in_year.unspent);
        out.released = unspent - out.cut;
    }
    out.status = Some(match (out.cut.is_zero(), out.delays) {
        _ if stops => Status::Stops,
        (true, _) if programme.protection == Protection::Protected => Status::Protected,
        (true, _) => Status::OnTime,
        (false, true) if out.cut == budget => Status::NotThisYear,
        (false, true) => Status::Late,
        (false, false) => Status::Reduced,
    });
    if matches!(out.status, Some(Status::OnTime | Status::Protected)) {
        out.new_start = programme.starts;
    } else if out.status == Some(Status::Late) {
        let late = months_up(out.cut, programme.annual_cost.unwrap_or_default());
        out.new_start = programme.starts.map(|start| start.plus(late));
    }
}

/// Writes down what it costs, what it can lose and what the cut does to it.
pub(super) fn note(
    engine: &mut Engine,
    scenario: &Scenario,
    (place, calendar): (usize, Calendar),
    out: &ProgrammeOutcome,
) {
    let (node, own) = (Node::Programme(place), &scenario.programmes[place]);
    let (Some(annual), Some(in_year)) = (own.annual_cost, own.in_year(calendar)) else { return };
    let cost = || held(node, Field::AnnualCost, annual);
    let months = |months: i64, rounding| {
        let part = cost().times(Sum::plain(months, Unit::Count));
        part.over(Sum::plain(12, Unit::Count)).rounded(rounding)
    };
    let budget = || got(node, "in_year_budget", in_year.budget);
    engine.note(node, "in_year_budget", || match calendar.months_of(own) {
        12 => cost(),
        left => months(left, Rounding::HalfUp),
    });
    let unspent = || match calendar.months_left(calendar.asked_in) {
        _ if out.delays => budget(),
        12 => cost(),
        left => months(left, Rounding::Down).at_most(budget()),
    };
    engine.note(node, "limit", || match own.protection {
        Protection::Open => unspent(),
        Protection::AtMost(share) => {
            let lever = Lever { node, field: Field::Protection };
            let share = Sum::of(share.units(), Unit::Share, Source::Lever(lever));
            budget().times(share).rounded(Rounding::Down).at_most(unspent())
        }
        Protection::Protected => Sum::nought(),
    });
    let cut = || got(node, "cut", out.cut);
    engine.note(node, "released", || match out.status {
        Some(Status::Stops) => unspent().less(cut()),
        _ => Sum::nought(),
    });
    engine.note(node, "spend", || {
        let left = budget().less(cut());
        if out.released.is_zero() { left } else { left.less(got(node, "released", out.released)) }
    });
    if out.delays {
        engine.note(node, "delay", || cut().over(cost().over(Sum::plain(12, Unit::Count))));
    }
    engine.note(node, "cut_share", || cut().over(budget()));
}

/// Whether a cut is at least this share of a budget, exactly.
fn reaches(cut: Pence, budget: Pence, share: Share) -> bool {
    i128::from(cut.get()) * i128::from(Share::UNITS)
        >= i128::from(budget.get()) * i128::from(share.units())
}

/// Whole months that a delayed programme starts late: cut ÷ (annual cost ÷ 12), rounded up.
fn months_up(cut: Pence, annual: Pence) -> i32 {
    if annual <= Pence::ZERO {
        return 0;
    }
    let (cut, annual) = (cut.get().saturating_mul(12), annual.get());
    i32::try_from(cut.saturating_add(annual - 1) / annual).unwrap_or(i32::MAX / 2)
}

impl ProgrammeOutcome {
    /// How late it starts in months, as an exact fraction (numerator, denominator).
    ///
    /// `None` of a programme that is not delayed, or whose cost is not known.
    pub fn months_late(&self, programme: &Programme) -> Option<(i128, i128)> {
        let annual = programme.annual_cost.filter(|cost| *cost > Pence::ZERO)?;
        let late = self.delays.then_some(i128::from(self.cut.get()) * 12)?;
        Some((late, i128::from(annual.get())))
    }

    /// The share of its in-year budget that it loses, as an exact fraction.
    pub fn cut_share(&self) -> Option<(i64, i64)> {
        let budget = self.budget.filter(|budget| *budget > Pence::ZERO)?;
        Some((self.cut.get(), budget.get()))
    }
}
