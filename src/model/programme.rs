//! A local programme: what it costs, when it starts, how much of it can be given up.

use super::Partner;
use crate::format::Month;
use crate::money::{Pence, Share};

/// How much of a programme may be cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Protection {
    /// All of it.
    #[default]
    Open,
    /// At most this share of its in-year budget.
    AtMost(Share),
    /// Nothing; the reason is in the scenario's words.
    Protected,
}

/// What a cut does to a programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Response {
    /// It has not started: it starts later.
    Delay,
    /// It runs: it runs smaller.
    Reduce,
}

/// One programme of a body. Costs are what this body pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Programme {
    /// What it costs in a whole year; unknown is `None`.
    pub annual_cost: Option<Pence>,
    /// Its planned first month; `None` is running, or not known.
    pub starts: Option<Month>,
    /// 1 is the most important; `None` gives way before any number.
    pub priority: Option<u32>,
    /// How much of it may be cut.
    pub protection: Protection,
    /// Its agreed cut under `Absorption::Fixed`.
    pub fixed: Option<Pence>,
    /// At or above this share of its in-year budget it is no longer viable.
    pub stops_at: Option<Share>,
    /// How many people a whole year of it reaches.
    pub reaches: Option<u64>,
}

/// What somebody else pays towards a programme, on top of the body's own cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JointPart {
    /// The programme, as a place in the scenario's list.
    pub programme: usize,
    /// Who pays.
    pub partner: Partner,
    /// What it pays for a whole year; unknown is `None`.
    pub annual_cost: Option<Pence>,
    /// Whether it withdraws in proportion to the body's own cut.
    pub matched: bool,
}

/// What a programme costs in the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InYear {
    /// All of it.
    pub budget: Pence,
    /// The part that is not yet spent when bodies are asked.
    pub unspent: Pence,
}

/// The year's calendar as programmes need it: when it begins and when bodies were asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// April of the year.
    pub first: Month,
    /// The month in which bodies were asked.
    pub asked_in: Month,
}

impl Programme {
    /// Whether a cut delays it or shrinks it.
    pub fn response(&self, calendar: Calendar) -> Response {
        match self.starts {
            Some(month) if month >= calendar.asked_in => Response::Delay,
            _ => Response::Reduce,
        }
    }

    /// What it costs in the year, and how much of that is not yet spent when bodies are asked.
    ///
    /// The budget is annual cost × months left from its start ÷ 12, half up. What has not started is
    /// wholly unspent; what runs has the months left when bodies are asked, rounded down.
    pub fn in_year(&self, calendar: Calendar) -> Option<InYear> {
        let cost = self.annual_cost?;
        let budget = match calendar.months_of(self) {
            12 => cost,
            months => cost.times_half_up(months, 12),
        };
        let unspent = match calendar.months_left(calendar.asked_in) {
            _ if self.response(calendar) == Response::Delay => budget,
            12 => cost,
            months => cost.times_down(months, 12).min(budget),
        };
        Some(InYear { budget, unspent })
    }

    /// The most it can lose: protection × in-year budget, at most what is unspent; rounded down.
    pub fn limit(&self, in_year: InYear) -> Pence {
        match self.protection {
            Protection::Open => in_year.unspent,
            Protection::AtMost(share) => share.of_down(in_year.budget).min(in_year.unspent),
            Protection::Protected => Pence::ZERO,
        }
    }
}

impl Calendar {
    /// In how many months of the year a programme runs, as planned.
    pub(crate) fn months_of(self, programme: &Programme) -> i64 {
        let begins = programme.starts.map_or(self.first, |start| start.max(self.first));
        self.months_left(begins)
    }

    /// Months of the year that are left from this one on: 12 before it begins, none after it ends.
    pub(crate) fn months_left(self, month: Month) -> i64 {
        i64::from((12 - month.since(self.first)).clamp(0, 12))
    }
}
