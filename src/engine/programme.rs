//! What a cut does to a programme: MECHANISM 3.7.

use super::{ProgrammeOutcome, Status};
use crate::model::{Calendar, Programme, Protection, Response};
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
