//! What comes of each side, row by row: who is asked, which programmes, what has no place.
//!
//! Who bears it is in `bearers`. A row that is nought on every side says nothing and is left out.

use std::cmp::Reverse;

use super::{Alignment, Comparison, Place, bearers};
use crate::engine::{OutcomeMeasure, Reading};
use crate::model::Node;
use crate::money::Pence;

/// The parts of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Pools, systems, groups, bodies.
    Asked,
    /// Programmes that lose something on some side.
    Programmes,
    /// What has no place below the pools.
    Unplaced,
    /// The least and the most a head among the systems asked.
    Bears,
}

/// In which order those of one rank stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// As in the file.
    #[default]
    File,
    /// The largest change from the baseline first, on whichever side.
    Effect,
}

/// Which rows are wanted.
#[derive(Clone, Copy)]
pub struct Wanted<'w> {
    /// In which order.
    pub order: Order,
    /// Whether only rows that differ from the baseline are.
    pub only_differences: bool,
    /// Whether the places below this one are listed in “who is asked”.
    pub opens: &'w dyn Fn(&Place) -> bool,
    /// Below which place programmes and what has no place are listed; `None` for all.
    pub below: Option<usize>,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// In which part it stands.
    pub section: Section,
    /// Its path: `07G.ask`.
    pub path: String,
    /// Its place in the alignment; `None` of the least and the most.
    pub place: Option<usize>,
    /// How far below the top it stands.
    pub depth: u16,
    /// What is read: the word of its measure, or `lowest` and `highest` a head.
    pub id: &'static str,
    /// The figures, side by side.
    pub cells: Vec<Cell>,
}

/// One figure; of a side that has nothing of this path there is no node.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Whose figure it is.
    pub node: Option<Node>,
    /// What is read; `None` where nothing is read of it.
    pub reading: Option<Reading>,
}

impl Cell {
    /// The fraction that was read, if it is known.
    pub fn value(&self) -> Option<(i128, i128)> {
        self.reading?.value
    }

    /// The same in whole pence, if it is money.
    pub fn pence(&self) -> Option<Pence> {
        self.reading?.pence()
    }
}

impl Row {
    /// Whether some side has something else than the baseline.
    pub fn differs(&self, baseline: usize) -> bool {
        self.cells.iter().any(|cell| differ(cell, &self.cells[baseline]))
    }

    /// What is read, in a word of the screens; of an ask, which its node’s name says, nothing.
    pub fn word(&self) -> &'static str {
        match self.id {
            "covered" => "offset",
            "reserve_used" => "own reserve",
            "unplaced" if self.section == Section::Asked => "no payer found",
            "not_described" => "not described",
            "delay" => "start",
            "ask" => "",
            id => id,
        }
    }

    /// The largest change from the baseline, in whole pence; nought of what is no money.
    fn effect(&self, baseline: usize) -> i64 {
        let base = self.cells[baseline].pence().unwrap_or_default();
        let change = |cell: &Cell| (cell.pence().unwrap_or_default() - base).abs().get();
        self.cells.iter().map(change).max().unwrap_or(0)
    }

    fn is_nought(&self) -> bool {
        self.cells.iter().all(|cell| cell.value().is_none_or(|(numerator, _)| numerator == 0))
    }
}

fn differ(cell: &Cell, base: &Cell) -> bool {
    match (cell.reading, base.reading) {
        (Some(own), Some(theirs)) if own.value.is_some() && theirs.value.is_some() => {
            own.compare(theirs) != Some(std::cmp::Ordering::Equal)
        }
        _ => cell.value().is_some() != base.value().is_some(),
    }
}

/// A reading less another, exact; not known if one of them is not.
pub fn difference(reading: Reading, base: Reading) -> Reading {
    let value = reading.value.zip(base.value).and_then(|((a, b), (c, d))| {
        if b == d {
            return Some((a.checked_sub(c)?, b));
        }
        Some((a.checked_mul(d)?.checked_sub(c.checked_mul(b)?)?, b.checked_mul(d)?))
    });
    Reading { value, unit: reading.unit }
}

/// Rows that stay together, whatever the order: a node's own and those below it.
struct Heap {
    effect: i64,
    rows: Vec<Row>,
}

impl Comparison<'_> {
    /// The rows that are wanted, part by part.
    pub fn outcomes(&self, wanted: &Wanted<'_>) -> Vec<Row> {
        let tops = self.alignment.tops().map(|place| self.asked(place, 0, wanted));
        let mut rows = sorted(tops.collect(), wanted.order);
        let below: Vec<usize> = (0..self.alignment.places().len())
            .filter(|place| is_below(self.alignment, *place, wanted.below))
            .collect();
        rows.extend(sorted(self.programmes(&below), wanted.order));
        rows.extend(sorted(self.unplaced(&below), wanted.order));
        rows.extend(bearers::rows(self));
        if wanted.only_differences {
            rows.retain(|row| row.differs(self.baseline));
        }
        rows
    }

    /// What a place is asked for, and those below it.
    fn asked(&self, place: usize, depth: u16, wanted: &Wanted<'_>) -> Heap {
        let own = &self.alignment.places()[place];
        let (ids, below): (&[&str], u16) = match own.node() {
            Some(Node::Nation | Node::Region(_)) => (&POOL, 0),
            Some(Node::System(_) | Node::Group(_) | Node::Body(_)) => (&["ask"], 1),
            _ => return Heap { effect: 0, rows: Vec::new() },
        };
        let row = |id: &&'static str| self.row((Section::Asked, depth), place, id);
        let mut rows: Vec<Row> = ids.iter().filter_map(row).collect();
        let effect = rows.iter().map(|row| row.effect(self.baseline)).max().unwrap_or(0);
        if (wanted.opens)(own) {
            let children = own.children.iter();
            let heaps = children.map(|child| self.asked(*child, depth + below, wanted));
            rows.extend(sorted(heaps.collect(), wanted.order));
        }
        Heap { effect, rows }
    }

    /// When a programme starts and what it loses.
    fn programmes(&self, below: &[usize]) -> Vec<Heap> {
        let is_one = |place: &usize| {
            matches!(self.alignment.places()[*place].node(), Some(Node::Programme(_)))
        };
        let heap = |place: usize| {
            let cut = self.row((Section::Programmes, 0), place, "cut")?;
            let effect = cut.effect(self.baseline);
            let delay = self.row((Section::Programmes, 0), place, "delay");
            Some(Heap { effect, rows: delay.into_iter().chain([cut]).collect() })
        };
        below.iter().copied().filter(is_one).filter_map(heap).collect()
    }

    fn unplaced(&self, below: &[usize]) -> Vec<Heap> {
        let is_one = |place: &usize| {
            let node = self.alignment.places()[*place].node();
            matches!(node, Some(Node::System(_) | Node::Group(_) | Node::Body(_)))
        };
        let both = |place: usize| {
            ["unplaced", "not_described"]
                .into_iter()
                .filter_map(move |id| self.row((Section::Unplaced, 0), place, id))
        };
        let heap = |row: Row| Heap { effect: row.effect(self.baseline), rows: vec![row] };
        below.iter().copied().filter(is_one).flat_map(both).map(heap).collect()
    }

    /// A measure of a place on every side; `None` where it is nought on all of them.
    fn row(&self, (section, depth): (Section, u16), place: usize, id: &'static str) -> Option<Row> {
        let own = &self.alignment.places()[place];
        let cell = |(side, node): (usize, &Option<Node>)| {
            let Some(node) = *node else { return Cell::default() };
            let (now, outcome) = (self.sides[side].now, self.sides[side].outcome);
            // A region of a country that is one pool has no figures of its own.
            let is_pool =
                !matches!(node, Node::Nation | Node::Region(_)) || outcome.pool(node).is_some();
            let measure = OutcomeMeasure::find(node, id).filter(|_| is_pool);
            Cell { node: Some(node), reading: measure.map(|own| own.read(now, outcome)) }
        };
        let cells: Vec<Cell> = own.nodes.iter().enumerate().map(cell).collect();
        let path = format!("{}.{id}", own.path);
        let row = Row { section, path, place: Some(place), depth, id, cells };
        (!row.is_nought()).then_some(row)
    }
}

/// What is read of a pool.
const POOL: [&str; 5] = ["need", "reserve_used", "covered", "uncovered", "unplaced"];

fn sorted(mut heaps: Vec<Heap>, order: Order) -> Vec<Row> {
    if order == Order::Effect {
        heaps.sort_by_key(|heap| Reverse(heap.effect));
    }
    heaps.into_iter().flat_map(|heap| heap.rows).collect()
}

/// Whether a place is another, or stands below it.
fn is_below(alignment: &Alignment, place: usize, above: Option<usize>) -> bool {
    let Some(above) = above else { return true };
    let mut at = Some(place);
    while let Some(own) = at {
        if own == above {
            return true;
        }
        at = alignment.places()[own].parent;
    }
    false
}
