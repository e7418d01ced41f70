//! The rows of the year: facts in the order of their dates, those from before the year last; then
//! programmes with a known start, each followed by what was reported of it from then on.

use super::{Timeline, date, is_repayment, told};
use crate::app::Tone;
use crate::app::explore::{ProgrammeRow, effect};
use crate::app::session::Session;
use crate::engine::Status;
use crate::format::Month;
use crate::model::{About, Event, Node};

/// What stands in the months of a row; months are counted from April of the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Something happened in this month.
    Fact(i32),
    /// A start was reported in this month.
    Reported(i32),
    /// Something happened; no month of it is known, only this.
    Undated(String),
    /// A programme.
    Start {
        /// The month in which it was planned to start.
        planned: i32,
        /// The month in which it starts as things stand; `None` is not this year.
        starts: Option<i32>,
        /// Whether what it costs, and so how late it is, is not known.
        unknown: bool,
    },
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearRow {
    /// What it says.
    pub words: String,
    /// How that is meant.
    pub tone: Tone,
    /// What stands in its months.
    pub mark: Mark,
    /// The programme that it is about.
    pub programme: Option<usize>,
    /// The fact that it tells, as a place in the scenario's list.
    pub event: Option<usize>,
}

pub(super) fn rows(timeline: &Timeline, session: &Session) -> Vec<YearRow> {
    let scenario = session.now();
    let starting = starting(timeline, session);
    let mut events: Vec<(usize, &Event)> = scenario.words.events.iter().enumerate().collect();
    events.retain(|(_, event)| !is_repayment(event));
    let earlier = |event: &Event| event.month.is_some_and(|month| month < scenario.first_month);
    events.sort_by_key(|(_, event)| (earlier(event), event.date.as_str()));
    // What is said of a programme before it was to start is a fact like others.
    let listed = |event: &Event| {
        let place = about(event).filter(|place| starting.contains(place))?;
        (event.month? >= scenario.programmes[place].starts?).then_some(place)
    };
    let facts = events.iter().filter(|(_, event)| listed(event).is_none());
    let mut rows: Vec<YearRow> = facts.map(|own| fact(session, *own)).collect();
    for &place in &starting {
        rows.push(programme(session, place));
        let mut later = events.iter().filter(|(_, event)| listed(event) == Some(place));
        rows.extend(later.next().map(|own| reported(session, *own)));
        rows.extend(later.map(|own| fact(session, *own)));
    }
    rows
}

/// The programmes of the pool's bodies that start in the year or later; those of the followed body
/// first.
fn starting(timeline: &Timeline, session: &Session) -> Vec<usize> {
    let scenario = session.now();
    let (pool, body) = (timeline.pool(session), timeline.body(session));
    let bodies = scenario.bodies.iter().enumerate();
    let mut bodies: Vec<_> =
        bodies.filter(|(_, own)| scenario.pool_of(own.system) == pool).collect();
    bodies.sort_by_key(|(place, _)| Some(*place) != body);
    let programmes = bodies.into_iter().flat_map(|(_, own)| own.programmes.clone());
    let starts = |place: &usize| {
        scenario.programmes[*place].starts.is_some_and(|month| month >= scenario.first_month)
    };
    programmes.filter(starts).collect()
}

fn fact(session: &Session, (place, event): (usize, &Event)) -> YearRow {
    let since = |month: Month| Mark::Fact(month.since(session.now().first_month));
    YearRow {
        words: event.what.clone(),
        tone: Tone::Second,
        mark: event.month.map_or_else(|| Mark::Undated(date(event)), since),
        programme: about(event),
        event: Some(place),
    }
}

/// The first that a source says of a programme from its planned start on.
fn reported(session: &Session, own: (usize, &Event)) -> YearRow {
    let row = fact(session, own);
    let mark = match row.mark {
        Mark::Fact(month) => Mark::Reported(month),
        other => other,
    };
    YearRow { words: format!("{} (reported)", row.words), tone: Tone::Text, mark, ..row }
}

fn about(event: &Event) -> Option<usize> {
    match event.about {
        Some(About::Programme(place)) => Some(place),
        _ => None,
    }
}

fn programme(session: &Session, place: usize) -> YearRow {
    let scenario = session.now();
    let own = session.after().programmes[place];
    let row = ProgrammeRow::of(session, place);
    let since = |month: Month| month.since(scenario.first_month);
    let planned = scenario.programmes[place].starts.map_or(0, since);
    let starts = match own.status {
        Some(Status::Late) => own.new_start.map(since),
        Some(Status::NotThisYear) => None,
        _ => Some(planned),
    };
    let status = match &row.status.0 {
        words if words.is_empty() => String::new(),
        words => format!(": {words}"),
    };
    YearRow {
        words: format!("{}{status}", row.name),
        tone: if row.is_late { Tone::Strong } else { Tone::Text },
        mark: Mark::Start { planned, starts, unknown: own.status.is_none() },
        programme: Some(place),
        event: None,
    }
}

impl YearRow {
    /// The last month that it wants to be seen.
    pub fn last_month(&self) -> i32 {
        match self.mark {
            Mark::Fact(month) | Mark::Reported(month) => month,
            Mark::Start { planned, starts, .. } => starts.map_or(planned, |month| month + 1),
            Mark::Undated(_) => 0,
        }
    }

    /// Whether it is a programme that becomes something else than at the baseline.
    pub(super) fn differs(&self, session: &Session) -> bool {
        let own = self.programme.filter(|_| self.event.is_none());
        own.is_some_and(|at| session.before().programmes[at] != session.after().programmes[at])
    }

    /// What it is about, if Explore has it.
    pub fn node(&self) -> Option<Node> {
        self.programme.map(Node::Programme)
    }

    /// The row for those who hear it.
    pub fn sentence(&self, session: &Session) -> String {
        match (self.event, self.programme) {
            (Some(place), _) => told(&session.now().words.events[place]),
            (None, Some(place)) if self.tone == Tone::Strong => effect(place, session),
            _ => self.words.clone(),
        }
    }
}
