//! The Timeline screen: what happened in which month of the year, and what became of the money in the
//! years after.
//!
//! Its state is where the cursors are and what is selected on Explore; its rows are worked out anew
//! from that and the session. How they are drawn is in `view/timeline.rs`, what keys do in
//! `update/timeline.rs`.

mod accounts;
mod headline;
mod owed;
mod rows;
mod year;

pub use rows::{AfterRow, Cell, YearsRow};
pub use year::{Mark, YearRow};

use super::explore::{best_known, pool_above};
use super::session::Session;
use super::{Headline, Line};
use crate::engine::{InYear, after};
use crate::model::{About, Event, Node};
use owed::Owed;

/// The panes of the screen, in the order of Tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The year, month by month.
    Year,
    /// The years after.
    #[default]
    After,
}

/// The screen.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// Which pane has the focus.
    pub focus: Pane,
    /// What is selected on Explore: it says which pool is shown, and whose part of it.
    pub node: Node,
    /// The selected row of the year.
    pub event: usize,
    /// The selected row of the years after, among those that the cursor can stand on.
    pub row: usize,
    /// Whether only what differs from the baseline is shown.
    pub only_changed: bool,
}

impl Timeline {
    /// Begins at the first lever of the years after.
    pub const fn new(node: Node) -> Self {
        Self { focus: Pane::After, node, event: 0, row: 0, only_changed: false }
    }

    /// The pool whose years are shown.
    pub fn pool(&self, session: &Session) -> Node {
        pool_above(session.now(), self.node)
    }

    /// The body that is followed: the selected one, else that with the best known programmes among
    /// those that give; where none is described, none.
    pub fn body(&self, session: &Session) -> Option<usize> {
        let scenario = session.now();
        let within = match self.node {
            Node::Body(place) => return Some(place),
            Node::System(place) => scenario.systems[place].bodies.clone(),
            Node::Group(place) => scenario.groups[place].bodies.clone(),
            _ => 0..scenario.bodies.len(),
        };
        let pool = self.pool(session);
        let gives = |place: &usize| {
            let own = &scenario.bodies[*place];
            scenario.pool_of(own.system) == pool
                && !own.programmes.is_empty()
                && !session.after().bodies[*place].contributed.is_zero()
        };
        best_known(scenario, within.filter(gives))
    }

    /// The rows of the year.
    pub fn year(&self, session: &Session) -> Vec<YearRow> {
        let mut rows = year::rows(self, session);
        if self.only_changed {
            rows.retain(|row| row.differs(session));
        }
        rows
    }

    /// The row of the year under the cursor.
    pub fn year_row(&self, session: &Session) -> Option<YearRow> {
        let mut rows = self.year(session);
        let last = rows.len().checked_sub(1)?;
        Some(rows.swap_remove(self.event.min(last)))
    }

    /// The heading of the years after, whole and short.
    pub fn title(&self, session: &Session) -> [&'static str; 2] {
        if self.only_changed {
            return ["After the year, £m: what differs", "After, £m: what differs"];
        }
        let pool = session.now().pool(self.pool(session));
        match pool.and_then(|own| own.repayment) {
            Some(_) => {
                ["After the year, £m: contributed, repaid, still owed", "After the year, £m"]
            }
            None => ["After the year, £m: contributed", "After the year, £m"],
        }
    }

    /// The years after and their rows.
    pub fn after(&self, session: &Session) -> (Vec<String>, Vec<AfterRow>) {
        match Owed::new(self, session) {
            Some(own) => {
                let years = own.now.years.iter().map(ToString::to_string).collect();
                let rows = accounts::rows(&own, session);
                (years, if self.only_changed { rows::changed(rows) } else { rows })
            }
            None => (Vec::new(), Vec::new()),
        }
    }

    /// The row of the years after under the cursor.
    pub fn after_row(&self, session: &Session) -> Option<AfterRow> {
        let mut rows = self.after(session).1;
        rows.retain(AfterRow::is_selectable);
        let last = rows.len().checked_sub(1)?;
        Some(rows.swap_remove(self.row.min(last)))
    }

    /// The number of the years after under the cursor.
    pub fn in_year(&self, session: &Session) -> Option<InYear> {
        let Some(AfterRow::Years(row)) = self.after_row(session) else { return None };
        let pool = self.pool(session);
        let years = after(session.now(), session.after(), pool)?.years;
        let year = *years.get(row.year()?)?;
        Some(InYear { pool, node: row.node.unwrap_or(pool), what: row.shows?, year })
    }

    /// What became of the money, in a sentence or two.
    pub fn headline(&self, session: &Session) -> Headline {
        headline::headline(self, session)
    }

    /// What the message line says while nothing has just happened.
    pub fn hint(&self, session: &Session, narrow: bool) -> Line {
        headline::hint(self, session, narrow)
    }

    /// Who is still owed what.
    pub fn sentence(&self, session: &Session, narrow: bool) -> Line {
        Line::plain(headline::in_a_sentence((self, self.node), session, narrow))
    }

    /// The screen line by line, without its headline.
    pub fn sentences(&self, session: &Session) -> Vec<String> {
        let mut lines: Vec<String> =
            self.year(session).iter().map(|row| row.sentence(session)).collect();
        let (years, rows) = self.after(session);
        lines.extend(rows.iter().map(|row| row.sentence(session, &years)));
        lines
    }
}

/// What happened, with its date and who says so: “26 Jun 2019, region: repayable in three years”.
fn told(event: &Event) -> String {
    let who = event.who.as_ref().map_or_else(String::new, |who| format!(", {who}"));
    format!("{}{who}: {}", date(event), event.what)
}

/// The date of an event for people: `26 Jun 2019`, `May 2019`, `autumn 2020`, `2020`.
fn date(event: &Event) -> String {
    let Some(month) = event.month else {
        let parts = event.date.split_once('-');
        return parts.map_or(event.date.clone(), |(year, part)| format!("{part} {year}"));
    };
    let day = event.date.get(8..10).and_then(|day| day.parse::<u8>().ok());
    let day = day.map_or_else(String::new, |day| format!("{day} "));
    format!("{day}{}", month.short_with_year())
}

/// Whether an event is one of those about repayment, which have a list of their own.
fn is_repayment(event: &Event) -> bool {
    event.about == Some(About::Repayment)
}
