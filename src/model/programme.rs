//! A local programme: what it costs, when it starts, how much of it can be given up.

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

    /// What it costs in the year: annual cost × months left from its start ÷ 12, half up.
    pub fn in_year_budget(&self, calendar: Calendar) -> Option<Pence> {
        let months = self.months_from(calendar.first, calendar);
        self.annual_cost
            .map(|cost| if months == 12 { cost } else { cost.times_half_up(months, 12) })
    }

    /// What is not yet spent of it when bodies are asked, rounded down; all of what has not started.
    pub fn unspent(&self, calendar: Calendar) -> Option<Pence> {
        if self.response(calendar) == Response::Delay {
            return self.in_year_budget(calendar);
        }
        let months = self.months_from(calendar.asked_in, calendar);
        self.annual_cost.map(|cost| if months == 12 { cost } else { cost.times_down(months, 12) })
    }

    /// The most it can lose: protection × in-year budget, at most what is unspent; rounded down.
    ///
    /// Nought where the cost is not known.
    pub fn limit(&self, calendar: Calendar) -> Pence {
        let (Some(budget), Some(unspent)) = (self.in_year_budget(calendar), self.unspent(calendar))
        else {
            return Pence::ZERO;
        };
        match self.protection {
            Protection::Open => unspent,
            Protection::AtMost(share) => share.of_down(budget).min(unspent),
            Protection::Protected => Pence::ZERO,
        }
    }

    /// Months of the year that it runs, counted from the later of `from` and its start.
    fn months_from(&self, from: Month, calendar: Calendar) -> i64 {
        let begins = self.starts.map_or(from, |start| start.max(from));
        i64::from(calendar.first.plus(12).since(begins)).clamp(0, 12)
    }
}
