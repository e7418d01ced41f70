//! How far apart burdens are: lowest, highest, ratio, difference, Gini coefficient, distances from
//! fair-shares targets, and the Lorenz curve as a table.

use super::{Board, Counted, names_of};
use crate::analysis::{Burden, Burdens, distance, parts};
use crate::app::session::Session;
use crate::engine::Bearing;
use crate::format::{self, Minus};
use crate::levers::{Field, Lever};
use crate::model::{Measure, Node};
use crate::report::{
    burden_figure, distance_words, gini_figure, part_figure, ratio_figure, standing_words,
};

/// An exact fraction before and now; `None` is not known, or nothing that there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// At the baseline.
    pub before: Option<(i128, i128)>,
    /// As things stand.
    pub now: Option<(i128, i128)>,
}

impl Compared {
    /// Whether it changed, or became known.
    pub fn differs(self) -> bool {
        self.before.map(fixed) != self.now.map(fixed)
    }

    /// The change as sign and number, written like the figures themselves.
    pub fn change(self, write: impl Fn((i128, i128)) -> String) -> Option<String> {
        let more = fixed(self.now?) - fixed(self.before?);
        let size = write((more.abs(), FIXED));
        let (sign, size) = match more.signum() {
            1 => ("▲", format!("+{size}")),
            -1 => ("▼", format!("−{size}")),
            _ => ("=", size),
        };
        // Figures of a column stand in line; a wide one gives its blank up.
        Some(if size.chars().count() > 6 {
            sign.to_owned() + &size
        } else {
            format!("{sign} {size:>6}")
        })
    }
}

/// Two exact fractions may have no common denominator that fits; to twelve decimals, of which three
/// are shown, they can always be told apart.
const FIXED: i128 = 1_000_000_000_000;

/// A fraction in million-millionths, rounded down.
const fn fixed((numerator, denominator): (i128, i128)) -> i128 {
    let whole = numerator.div_euclid(denominator);
    whole * FIXED + numerator.rem_euclid(denominator) * FIXED / denominator
}

/// One row of the fourth pane.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpreadRow {
    /// What it is.
    pub label: String,
    /// Whose figure it is, whole and short; empty if it is nobody's.
    pub whose: (String, String),
    /// The figure at the baseline.
    pub before: String,
    /// The figure as things stand.
    pub now: String,
    /// How much it changed; a spread is neither better nor worse.
    pub change: String,
    /// What the figure means, in few words.
    pub brief: String,
    /// The same for the message line.
    pub meaning: String,
    /// Which number of the burdens it is, if it is one of those.
    pub what: Option<Bearing>,
}

/// A point of the Lorenz curve, as a row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointRow {
    /// The child that the curve reaches here, whole and short.
    pub names: (String, String),
    /// The percent of people, or of what else is counted, up to and with it.
    pub sizes: String,
    /// The percent of the ask that they bear.
    pub asks: String,
    /// The percent of the ask that the same people bore at the baseline.
    pub before: Option<String>,
}

/// What stands where a figure does not apply: a ratio to nothing.
const NOTHING: &str = "[z]";
const UNKNOWN: &str = "[x]";

pub(super) fn rows(board: &Board, session: &Session) -> Vec<SpreadRow> {
    let mut rows = Vec::new();
    if let Some(measure) = board.measure(session).filter(|_| board.now.is_ok()) {
        rows.extend(ends(board, session, measure));
        rows.push(ratio(board));
        rows.push(difference(board, measure));
        rows.push(gini(board));
    }
    rows.extend(distances(board, session));
    rows
}

/// The figure of both sides as it is written, and the change between them.
fn compared(
    board: &Board,
    read: impl Fn(&Burdens) -> Option<(i128, i128)>,
    write: impl Fn((i128, i128)) -> String,
) -> SpreadRow {
    let fraction = |counted: &Counted| counted.as_ref().ok().and_then(&read);
    let both = Compared { before: fraction(&board.before), now: fraction(&board.now) };
    let written = |counted: &Counted, own: Option<(i128, i128)>| match counted {
        Ok(_) => own.map_or_else(|| NOTHING.to_owned(), &write),
        Err(_) => UNKNOWN.to_owned(),
    };
    SpreadRow {
        before: written(&board.before, both.before),
        now: written(&board.now, both.now),
        change: both.change(&write).unwrap_or_else(|| NOTHING.to_owned()),
        ..SpreadRow::default()
    }
}

fn ends(board: &Board, session: &Session, measure: &Measure) -> [SpreadRow; 2] {
    let ends = [("lowest", Burdens::lowest as End), ("highest", Burdens::highest)];
    let alike = board.all_alike(measure);
    ends.map(|(label, read)| {
        let own = board.now.as_ref().ok().map(read);
        let who = own.filter(|_| !alike);
        SpreadRow {
            what: own.map(|own| Bearing::Of(own.node)),
            label: label.to_owned(),
            whose: who.map(|own| names_of(session, own.node)).unwrap_or_default(),
            meaning: format!("The {label} burden of those who take part in this split."),
            ..compared(board, |own| Some(read(own).fraction()), |own| burden_figure(measure, own))
        }
    })
}

/// One end of the burdens.
type End = fn(&Burdens) -> Burden;

fn ratio(board: &Board) -> SpreadRow {
    SpreadRow {
        label: "highest ÷ lowest".to_owned(),
        brief: "1 = all alike".to_owned(),
        meaning: "How many times the lowest burden the highest is: 1 = the same burden for all; \
                  [z] where somebody bears nothing."
            .to_owned(),
        what: Some(Bearing::Ratio),
        ..compared(board, Burdens::ratio, |own| ratio_figure(Some(own)).unwrap_or_default())
    }
}

fn difference(board: &Board, measure: &Measure) -> SpreadRow {
    SpreadRow {
        label: "highest − lowest".to_owned(),
        brief: crate::report::lens_head(measure).to_owned(),
        meaning: "How much more the highest burden is than the lowest: 0 = the same for all."
            .to_owned(),
        what: Some(Bearing::Difference),
        ..compared(board, |own| Some(own.difference()), |own| burden_figure(measure, own))
    }
}

fn gini(board: &Board) -> SpreadRow {
    SpreadRow {
        label: "Gini coefficient".to_owned(),
        brief: "0 = all alike".to_owned(),
        meaning: "Gini coefficient: 0 = the same burden for all; the nearer 1, the fewer bear it. \
                  Within one body or system all count as bearing the same."
            .to_owned(),
        what: Some(Bearing::Gini),
        ..compared(board, |own| Some(own.gini()), gini_figure)
    }
}

/// The known distances from fair-shares targets of the children, with their standing.
fn distances(board: &Board, session: &Session) -> Vec<SpreadRow> {
    let all = parts(session.now(), session.after(), board.split);
    let row = |node: Node| {
        let own = distance(session.now(), node)?;
        let before = distance(session.base(), node);
        let moved = own.body.is_some_and(|place| {
            session.is_moved(Lever { node: Node::Body(place), field: Field::Distance })
        });
        let standing = match moved {
            true => " (● changed here)".to_owned(),
            false => standing_words(own.standing, &own.source),
        };
        let names = names_of(session, node);
        let written = |share| format!("{}%", format::percent_column(share, 1, Minus::Sign));
        let change = match before.as_ref().map(|old| own.share.units() - old.share.units()) {
            Some(0) => "=".to_owned(),
            Some(more) => format::points(crate::money::Share::from_units(more), 1, Minus::Sign),
            None => UNKNOWN.to_owned(),
        };
        Some(SpreadRow {
            what: None,
            label: "from fair share".to_owned(),
            whose: names.clone(),
            before: before.map_or_else(|| UNKNOWN.to_owned(), |old| written(old.share)),
            now: written(own.share),
            change,
            brief: String::new(),
            meaning: format!("{} is funded {}{standing}.", names.0, distance_words(own.share)),
        })
    };
    all.into_iter().filter_map(|part| row(part.node)).collect()
}

pub(super) fn points(board: &Board, session: &Session) -> Vec<PointRow> {
    let Ok(now) = &board.now else { return Vec::new() };
    let (asks, sizes) = now.whole();
    // Only over the same people can the two curves be read at the same point.
    let same = |old: &&Burdens| session.is_changed() && old.whole().1 == sizes;
    let before = board.before.as_ref().ok().filter(same);
    let row = |(own, (size, ask)): (&Burden, (i128, i128))| PointRow {
        names: names_of(session, own.node),
        sizes: part_figure((size, sizes)),
        asks: part_figure((ask, asks)),
        before: before.map(|old| part_figure(old.borne_by(size))),
    };
    now.list().iter().zip(now.lorenz()).map(row).collect()
}

impl SpreadRow {
    /// The row for those who hear it.
    pub(super) fn sentence(&self) -> String {
        let whose = match self.whose.0.as_str() {
            "" => String::new(),
            name => format!(", {name}"),
        };
        let before = match self.before == self.now {
            true => String::new(),
            false => format!(", before {}", self.before),
        };
        format!("{}{whose}: {}{before}. {}", self.label, self.now, self.meaning)
    }
}

impl PointRow {
    /// The row for those who hear it.
    pub(super) fn sentence(&self, counted: &str) -> String {
        let before = match &self.before {
            Some(before) => format!(", before {before} %"),
            None => String::new(),
        };
        let Self { names: (name, _), sizes, asks, .. } = self;
        format!(
            "Lorenz curve, up to and with {name}: {sizes} % of {counted} bear {asks} % of the ask{before}."
        )
    }
}
