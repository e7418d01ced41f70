//! The years after of the pool that is shown, before and now, and what its file says of them.

use super::Timeline;
use super::rows::Cell;
use crate::app::explore::Figure;
use crate::app::session::Session;
use crate::engine::{Account, After, Due, after};
use crate::format::FinancialYear;
use crate::model::{Node, Repayment};
use crate::money::Pence;

/// The years after of a pool.
pub(super) struct Owed {
    /// Which pool.
    pub(super) pool: Node,
    /// The system that is followed.
    pub(super) system: Option<usize>,
    /// The body that is followed.
    pub(super) body: Option<usize>,
    /// The years as things stand.
    pub(super) now: After,
    /// The years at the baseline, if the same pool was balanced then.
    pub(super) before: Option<After>,
    /// What was promised back, if anything was.
    pub(super) promise: Option<Repayment>,
}

/// Which years of an account a row shows.
#[derive(Clone, Copy)]
pub(super) enum Years {
    /// What it contributes.
    Given,
    /// What it is still owed.
    Owed,
}

impl Years {
    /// What these are among the numbers of the years after.
    pub(super) const fn due(self) -> Due {
        match self {
            Self::Given => Due::Contributed,
            Self::Owed => Due::Owed,
        }
    }

    /// These years of an account; `None` is not known.
    pub(super) fn of(self, account: &Account) -> Option<&[Pence]> {
        match self {
            Self::Given => Some(&account.contributed),
            Self::Owed => account.owed.as_deref(),
        }
    }
}

impl Owed {
    pub(super) fn new(timeline: &Timeline, session: &Session) -> Option<Self> {
        let pool = timeline.pool(session);
        let now = after(session.now(), session.after(), pool)?;
        let changed = session.is_changed();
        let before = changed.then(|| after(session.base(), session.before(), pool)).flatten();
        let promise = session.now().pool(pool).and_then(|own| own.repayment);
        let body = timeline.body(session);
        let system = match (body, timeline.node) {
            (Some(place), _) => Some(session.now().bodies[place].system),
            (None, Node::System(place)) => Some(place),
            _ => None,
        };
        Some(Self { pool, system, body, now, before, promise })
    }

    /// What is followed through the years: what is owed, or where nothing was promised, what was
    /// given.
    pub(super) fn years(&self) -> Years {
        if self.promise.is_some() { Years::Owed } else { Years::Given }
    }

    /// What stands in a year in which money is promised back; in others nothing can.
    pub(super) fn in_promise(&self, year: FinancialYear, cell: Cell) -> Cell {
        let years = self.promise.map_or(0..0, |promise| {
            let first = promise.first.start();
            first..first.saturating_add(i32::try_from(promise.years).unwrap_or(i32::MAX))
        });
        if years.contains(&year.start()) { cell } else { Cell::Never }
    }

    /// A node's years now; whoever gave nothing has noughts.
    pub(super) fn account(&self, node: Node) -> Account {
        self.now.account(node).cloned().unwrap_or_else(|| {
            let none = vec![Pence::ZERO; self.now.years.len()];
            let known = self.now.pool.owed.is_some().then(|| none.clone());
            Account {
                node,
                contributed: none.clone(),
                promised: none,
                repaid: known.clone(),
                owed: known,
            }
        })
    }

    /// The last of a node's years, before and now.
    pub(super) fn at_last(&self, node: Node, years: Years) -> Figure {
        let last = |account: &Account| years.of(account).and_then(<[Pence]>::last).copied();
        let before = self.before.as_ref().map(|own| own.account(node).map(last));
        let now = last(&self.account(node));
        match before {
            Some(before) => Figure { before: before.unwrap_or(Some(Pence::ZERO)), now },
            None => Figure { before: now, now },
        }
    }

    /// What a node gave in all the years that are shown.
    pub(super) fn given(&self, node: Node) -> Pence {
        self.account(node).contributed.iter().copied().sum()
    }

    /// Each year before and now, if any of them differs; `None` is a year that was not shown.
    pub(super) fn changes(&self, node: Node, years: Years) -> Option<Vec<Option<Figure>>> {
        let before = self.before.as_ref()?;
        let account_now = self.account(node);
        let then = before.account(node);
        let figure = |(at, year): (usize, &FinancialYear)| {
            let place = before.years.iter().position(|own| own == year)?;
            let now = years.of(&account_now).map(|own| own[at]);
            let before = then.map_or(Some(Pence::ZERO), |own| years.of(own).map(|own| own[place]));
            Some(Figure { before, now })
        };
        let all: Vec<_> = self.now.years.iter().enumerate().map(figure).collect();
        all.iter().flatten().any(|figure| figure.differs()).then_some(all)
    }
}

/// What sources show to have been repaid to a pool in a year; `None` is not known.
pub(super) fn found(session: &Session, pool: Node, year: FinancialYear) -> Option<Pence> {
    let all = session.now().words.repaid.iter();
    let own = all.filter(|own| own.pool == pool && own.year == year).map(|own| own.amount);
    own.reduce(|sum, amount| sum + amount)
}
