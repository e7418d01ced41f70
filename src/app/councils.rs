//! The Councils screen: what reaches one council's area.
//!
//! Its state is where the cursors are; its rows are worked out anew from that and the session. How
//! they are drawn is in `view/councils.rs`, what keys do in `update/councils.rs`.

mod headline;
mod rows;

pub(super) use headline::in_area;
pub use rows::{AreaRow, BodyPart, FootprintPart, JointRow, ProgrammePart};

use super::explore::Figure;
use super::session::Session;
use super::{Headline, Line};
use crate::engine::Area;
use crate::format;
use crate::model::Scenario;
use crate::report::area_words;

/// The panes of the screen, in the order of Tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The areas.
    #[default]
    Areas,
    /// What reaches the selected one.
    Area,
}

/// Which areas are listed, and in which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// All, by name.
    #[default]
    Name,
    /// All, the largest part of the asks first.
    Ask,
    /// Only those of which something is asked, the largest first.
    Asked,
}

impl Order {
    /// The next order.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Name => Self::Ask,
            Self::Ask => Self::Asked,
            Self::Asked => Self::Name,
        }
    }

    /// What it is, in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Name => "all, by name",
            Self::Ask => "all, the most asked first",
            Self::Asked => "only those of which something is asked",
        }
    }
}

/// An area in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Which.
    pub area: Area,
    /// Its name.
    pub name: String,
    /// Its short name.
    pub short: String,
    /// Its part of what the bodies that serve it are asked for.
    pub ask: Figure,
}

/// The screen.
#[derive(Clone, Debug)]
pub struct Councils {
    /// Which pane has the focus.
    pub focus: Pane,
    /// The selected area.
    pub area: Area,
    /// The selected row of what reaches it.
    pub row: usize,
    /// Which areas are listed.
    pub order: Order,
    /// Whether only areas and rows are listed that differ from the baseline.
    pub only_changed: bool,
}

impl Councils {
    /// Begins at the council in whose area most is known to be cut, else asked.
    pub fn new(session: &Session) -> Self {
        let scenario = session.now();
        let weight = |area: &Area| {
            let money = area.money(scenario, session.after());
            (money.cuts, money.ask)
        };
        let councils = (0..scenario.councils.len()).rev().map(Area::Council);
        let area = councils.max_by_key(weight).unwrap_or(Area::NotKnown);
        Self { focus: Pane::Areas, area, row: 0, order: Order::Name, only_changed: false }
    }

    /// The areas, in their order; what has no place comes last.
    pub fn areas(&self, session: &Session) -> Vec<Listed> {
        let scenario = session.now();
        let listed = |area: Area| {
            let ask = |outcome| area.money(scenario, outcome).ask;
            let (name, short) = names(scenario, area);
            Listed {
                area,
                name,
                short,
                ask: Figure::known(ask(session.before()), ask(session.after())),
            }
        };
        let mut areas: Vec<Listed> = Area::all(scenario).map(listed).collect();
        let asked = |own: &Listed| {
            own.ask != Figure::known(crate::money::Pence::ZERO, crate::money::Pence::ZERO)
        };
        areas.retain(|own| match own.area {
            Area::NotKnown => asked(own) || scenario.councils.is_empty(),
            _ => self.order != Order::Asked || asked(own),
        });
        if self.only_changed {
            areas.retain(|own| own.ask.differs());
        }
        areas.sort_by(|a, b| {
            let last = |own: &Listed| own.area == Area::NotKnown;
            let most = match self.order {
                Order::Name => std::cmp::Ordering::Equal,
                Order::Ask | Order::Asked => b.ask.now.cmp(&a.ask.now),
            };
            last(a).cmp(&last(b)).then(most).then_with(|| a.short.cmp(&b.short))
        });
        areas
    }

    /// Which of the listed areas is selected.
    pub fn selected(&self, areas: &[Listed]) -> usize {
        areas.iter().position(|own| own.area == self.area).unwrap_or(0)
    }

    /// What reaches the selected area.
    pub fn rows(&self, session: &Session) -> Vec<AreaRow> {
        rows::rows(self, session)
    }

    /// The row under the cursor of the second pane.
    pub fn row(&self, session: &Session) -> Option<AreaRow> {
        let mut rows = self.rows(session);
        rows.retain(AreaRow::is_selectable);
        let last = rows.len().checked_sub(1)?;
        Some(rows.swap_remove(self.row.min(last)))
    }

    /// The heading of what reaches the selected area.
    pub fn title(&self, session: &Session) -> String {
        match self.area {
            Area::NotKnown => "Asked where no place is known".to_owned(),
            area => format!("What reaches {}", area_words(session.now(), area)),
        }
    }

    /// What reaches my council, in a sentence or two.
    pub fn headline(&self, session: &Session) -> Headline {
        headline::headline(self.area, session)
    }

    /// What the message line says while nothing has just happened.
    pub fn hint(&self, session: &Session, narrow: bool) -> Line {
        match self.focus {
            Pane::Areas => self.sentence(session, narrow).in_a_sentence(),
            Pane::Area => headline::about(self.row(session).as_ref(), session),
        }
    }

    /// In which footprints the selected area lies.
    pub fn sentence(&self, session: &Session, narrow: bool) -> Line {
        headline::footprints(self.area, session, narrow)
    }

    /// The screen line by line, without its headline.
    pub fn sentences(&self, session: &Session) -> Vec<String> {
        let mut lines: Vec<String> =
            self.rows(session).iter().map(|row| row.sentence(session)).collect();
        for own in self.areas(session) {
            let ask = own.ask.now.unwrap_or_default();
            lines.push(format!("{}: asked {}", own.name, format::exact(ask, format::Minus::Sign)));
        }
        lines
    }
}

/// The name of an area, whole and short.
pub(super) fn names(scenario: &Scenario, area: Area) -> (String, String) {
    match area {
        Area::Council(place) => {
            let words = &scenario.words.councils[place];
            let short = words.short.clone();
            (words.name.clone(), short.unwrap_or_else(|| of_the_place(&words.name).to_owned()))
        }
        Area::Authority(place) => {
            let own = &scenario.words.authorities[place];
            let count = format::plural(own.councils.len(), "council", "councils");
            (format!("{}, {count}", own.name), own.name.clone())
        }
        Area::NotKnown => ("Place not known".to_owned(), "Place not known".to_owned()),
    }
}

/// A council’s name without what every council is called: “Suffolk” of “Suffolk County Council”.
fn of_the_place(name: &str) -> &str {
    let kinds = [" County Council", " Borough Council", " City Council", " Council"];
    kinds.iter().find_map(|kind| name.strip_suffix(kind)).unwrap_or(name)
}
