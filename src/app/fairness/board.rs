//! One split and everything that is worked out about it: who bears it before and now, in what it can
//! be counted, and in what not.

use super::Counted;
use crate::analysis::{Burdens, Missing, lenses};
use crate::app::session::Session;
use crate::levers::{Field, Lever};
use crate::model::{Measure, Node, Splitter};
use crate::report::{burden_figure, missing_words};
use crate::split::Column;

/// A split, counted in one measure.
#[derive(Clone, Debug)]
pub struct Board {
    /// The split.
    pub split: Splitter,
    /// What burdens are counted in.
    pub column: Column,
    /// The burdens at the baseline.
    pub before: Counted,
    /// The burdens as things stand.
    pub now: Counted,
}

/// The burdens of a split at the baseline and now.
fn counted(session: &Session, own: (Splitter, Column)) -> (Counted, Counted) {
    let before = Burdens::of(session.base(), session.before(), own);
    (before, Burdens::of(session.now(), session.after(), own))
}

/// Whether anything about a split's burdens differs from the baseline.
pub(super) fn differs(session: &Session, split: Splitter) -> bool {
    let moved = |column: &Column| {
        let (before, now) = counted(session, (split, *column));
        before != now
    };
    lenses(session.now()).iter().any(moved)
}

impl Board {
    /// A split counted in the wanted measure, or the first in which it can be counted whole.
    pub(super) fn new(session: &Session, split: Splitter, wanted: Option<Column>) -> Self {
        let all = lenses(session.now());
        let first = all.first().copied().unwrap_or(Column(0));
        let can = |column: &Column| counted(session, (split, *column)).1.is_ok();
        let mut order = wanted.into_iter().chain(all);
        let column = order.find(can).or(wanted).unwrap_or(first);
        let (before, now) = counted(session, (split, column));
        Self { split, column, before, now }
    }

    /// The node that splits.
    pub fn node(&self) -> Node {
        self.split.node()
    }

    /// The measure that burdens are counted in.
    pub fn measure<'s>(&self, session: &'s Session) -> Option<&'s Measure> {
        session.now().measures.measure(self.column)
    }

    /// Whether lowest and highest are written alike: then neither has a name.
    pub(super) fn all_alike(&self, measure: &Measure) -> bool {
        let Ok(now) = &self.now else { return false };
        let (low, high) = now.ends();
        burden_figure(measure, low.fraction()) == burden_figure(measure, high.fraction())
    }

    /// Every measure in which burdens can be counted now.
    pub(super) fn lenses(&self, session: &Session) -> Vec<Column> {
        let mut all = lenses(session.now());
        all.retain(|column| counted(session, (self.split, *column)).1.is_ok());
        all
    }

    /// In what burdens cannot be counted, and why: a sentence for each reason.
    pub fn missing(&self, session: &Session) -> Vec<String> {
        let mut reasons: Vec<(Missing, Vec<Column>)> = Vec::new();
        for column in lenses(session.now()) {
            let Err(missing) = counted(session, (self.split, column)).1 else { continue };
            match reasons.iter_mut().find(|(own, _)| *own == missing) {
                Some((_, columns)) => columns.push(column),
                None => reasons.push((missing, vec![column])),
            }
        }
        let words = |(missing, columns): &(Missing, Vec<Column>)| {
            let words = missing_words(session.now(), columns, *missing);
            format!("{}.", crate::format::capital(&words))
        };
        reasons.iter().map(words).collect()
    }

    /// The levers that decide the split: its rule, and who carries it, if anybody does or did.
    pub(super) fn levers(&self, session: &Session) -> Vec<Lever> {
        let node = session.now().holder_of(self.split);
        let is_led = |lever: &Lever| match node {
            Node::Group(place) => {
                let led = session.now().groups[place].lead.or(session.base().groups[place].lead);
                lever.field == Field::Lead && led.is_some()
            }
            _ => false,
        };
        let all = Lever::all(session.now(), node);
        all.filter(|lever| lever.field == Field::Split || is_led(lever)).collect()
    }
}
