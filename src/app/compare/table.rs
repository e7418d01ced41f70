//! The rows of the screen: what differs, who is asked, the programmes of the node that is looked at
//! and what has no place there, who bears it.

use super::{Compare, Key, letter};
use crate::analysis::compare::{Comparison, Input, Place, Row, Section, Wanted, difference};
use crate::app::Tone;
use crate::app::explore::{Figure, held_value, held_word};
use crate::app::session::Session;
use crate::engine::Status;
use crate::format::{self, Minus};
use crate::levers::{Field, Lever, Value, whose};
use crate::model::{Limit, Node, Offset, Recovery};

/// What a row is.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// Heads the rows below it.
    Head,
    /// A sentence where there is nothing to list.
    Note,
    /// An input that differs.
    Input(Input),
    /// A figure.
    Outcome(Row),
}

/// What stands in one column.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    /// Nothing of this path is there.
    Absent,
    /// As the baseline.
    Same,
    /// What an input holds that differs, or that the baseline holds.
    Held(String),
    /// Money, beside the baseline's.
    Money(Figure),
    /// Words with a tone.
    Words(String, Tone),
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareRow {
    /// What it is.
    pub what: What,
    /// Its words, whole and short.
    pub label: (String, String),
    /// How far below the top it stands.
    pub depth: u16,
    /// What stands in each column.
    pub cells: Vec<Shown>,
    /// By what it is found again; a row without cannot be selected.
    pub key: Option<Key>,
    /// Its node as it stands now, if it is there.
    pub node: Option<Node>,
}

impl CompareRow {
    fn head(words: impl Into<String>) -> Self {
        Self::said(What::Head, words)
    }

    fn said(what: What, words: impl Into<String>) -> Self {
        let words = words.into();
        let label = (words.clone(), words);
        Self { what, label, depth: 0, cells: Vec::new(), key: None, node: None }
    }

    /// The lever in a column, if it is an input there.
    pub fn lever(&self, column: usize) -> Option<Lever> {
        match &self.what {
            What::Input(input) => input.levers.get(column).copied().flatten(),
            _ => None,
        }
    }

    /// Of a row in “who is asked”, whose it is.
    pub fn asked(&self) -> Option<Node> {
        match &self.what {
            What::Outcome(row) if row.section == Section::Asked => self.node,
            _ => None,
        }
    }

    /// Whether it says what a node is asked for.
    pub fn is_ask_of(&self, node: Node) -> bool {
        let is_ask = |row: &Row| row.id == "ask" || row.id == "covered";
        matches!(&self.what, What::Outcome(row) if is_ask(row)) && self.asked() == Some(node)
    }

    /// The row for those who hear it.
    pub(super) fn sentence(&self) -> String {
        if self.key.is_none() {
            let colon = if self.what == What::Head { ":" } else { "" };
            return format!("{}{colon}", self.label.0);
        }
        let words = |cell: &Shown| match cell {
            Shown::Absent => "not there".to_owned(),
            Shown::Same => "the same".to_owned(),
            Shown::Held(words) | Shown::Words(words, _) => words.clone(),
            Shown::Money(figure) => match figure.now {
                Some(amount) => format::exact(amount, Minus::Sign),
                None => "not available".to_owned(),
            },
        };
        let cells = self.cells.iter().enumerate();
        let all: Vec<String> =
            cells.map(|(at, cell)| format!("{} {}", letter(at), words(cell))).collect();
        format!("{}: {}", self.label.0, all.join(", "))
    }
}

pub(super) fn rows(compare: &Compare, session: &Session) -> Vec<CompareRow> {
    compare.compared(session, |comparison| {
        let table = Table { compare, comparison, now: compare.now() };
        let mut rows = table.inputs();
        rows.extend(table.outcomes());
        rows
    })
}

struct Table<'t> {
    compare: &'t Compare,
    comparison: &'t Comparison<'t>,
    now: usize,
}

impl Table<'_> {
    fn inputs(&self) -> Vec<CompareRow> {
        let mut inputs = self.comparison.inputs();
        let held = self
            .compare
            .held
            .filter(|lever| inputs.iter().all(|input| input.levers[self.now] != Some(*lever)));
        inputs.extend(held.and_then(|lever| self.comparison.input_at(self.now, lever)));
        let mut rows: Vec<CompareRow> = vec![CompareRow::head("What differs")];
        for input in inputs {
            let row = self.input(input);
            // Shares of two groups that are written as one are one row.
            let repeats = rows.last().is_some_and(|last| {
                is_share_of_groups(last)
                    && is_share_of_groups(&row)
                    && last.label == row.label
                    && last.cells == row.cells
            });
            if !repeats {
                rows.push(row);
            }
        }
        if rows.len() == 1 {
            let none = "No input differs: change a value on Explore, or a adds something.";
            rows.push(CompareRow::said(What::Note, none));
        }
        rows
    }

    fn input(&self, input: Input) -> CompareRow {
        let cell = |side: usize| self.held(&input, side);
        let cells: Vec<Shown> = (0..self.comparison.sides.len()).map(cell).collect();
        let first = input.levers.iter().enumerate();
        let first = first.clone().find_map(|(side, lever)| Some((side, (*lever)?)));
        let label = first.map_or_else(String::new, |(side, lever)| {
            let scenario = self.comparison.sides[side].now;
            let word = held_word(scenario, lever);
            let owner = match (lever.field, lever.node) {
                // The shares of all its groups are the system’s.
                (Field::Percent, Node::Group(_)) if word == "groups" => {
                    scenario.parent(lever.node).unwrap_or(lever.node)
                }
                _ => lever.node,
            };
            let amount = (0..input.levers.len()).any(|side| {
                self.comparison.held(&input, side).is_some_and(|held| is_amount(&held))
            });
            let unit = if amount { ", £m" } else { "" };
            format!("{} {word}{unit}", whose(scenario, owner))
        });
        let key = Key { is_input: true, path: input.path.clone() };
        CompareRow {
            node: input.levers[self.now].map(|lever| lever.node),
            label: (label.clone(), label),
            depth: 1,
            cells,
            key: Some(key),
            what: What::Input(input),
        }
    }

    fn held(&self, input: &Input, side: usize) -> Shown {
        let Some(lever) = input.levers[side] else { return Shown::Absent };
        if side != self.comparison.baseline && !input.differs[side] {
            return Shown::Same;
        }
        Shown::Held(held_value(self.comparison.sides[side].now, lever))
    }

    fn outcomes(&self) -> Vec<CompareRow> {
        let own = self.comparison.alignment.place_of(self.now, self.compare.node);
        let opens = |place: &Place| {
            let node = place.nodes.get(self.now).copied().flatten();
            match node {
                Some(Node::Nation | Node::Region(_)) => true,
                Some(node) => self.compare.open.contains(&node),
                None => false,
            }
        };
        let Compare { order, only_differences, .. } = *self.compare;
        let wanted = Wanted { order, only_differences, opens: &opens, below: own };
        let all = self.comparison.outcomes(&wanted);
        let mut rows = Vec::new();
        let mut last = None;
        for row in all {
            let part = match row.section {
                Section::Unplaced => Section::Programmes,
                section => section,
            };
            if last != Some(part) {
                rows.push(CompareRow::head(self.title(row.section)));
                last = Some(part);
            }
            let place = row.place;
            let mut own = self.outcome(row);
            // What a programme loses stands below when it starts.
            let follows = |last: &CompareRow| matches!(&last.what, What::Outcome(row) if row.place == place && row.id == "delay");
            if part == Section::Programmes && rows.last().is_some_and(follows) {
                own.label = ("cut".to_owned(), "cut".to_owned());
                own.depth += 1;
            }
            rows.push(own);
        }
        if last.is_none() {
            let none = if only_differences { "No figure differs." } else { "Nobody is asked." };
            rows.push(CompareRow::said(What::Note, none));
        }
        rows
    }

    fn title(&self, section: Section) -> String {
        let name = self.comparison.sides[self.now].now.words.of(self.compare.node).brief();
        match section {
            Section::Asked => "Who is asked, £m".to_owned(),
            Section::Programmes => format!("{} programmes", format::possessive(name)),
            Section::Unplaced => format!("What has no place, {name}"),
            Section::Bears if self.comparison.counts_registered() => {
                "Who bears it, £ a head of registered people".to_owned()
            }
            Section::Bears => "Who bears it, £ a head of residents".to_owned(),
        }
    }

    fn outcome(&self, row: Row) -> CompareRow {
        let cell = |side: usize| match row.section {
            Section::Bears => self.bearer(&row, side),
            _ if row.id == "delay" => self.start(&row, side),
            _ => {
                let (own, base) = (row.cells[side], row.cells[self.comparison.baseline]);
                match own.reading {
                    None => Shown::Absent,
                    Some(_) => Shown::Money(Figure { before: base.pence(), now: own.pence() }),
                }
            }
        };
        CompareRow {
            cells: (0..row.cells.len()).map(cell).collect(),
            label: self.label(&row),
            depth: row.depth + 1,
            key: Some(Key { is_input: false, path: row.path.clone() }),
            node: row.cells[self.now].node,
            what: What::Outcome(row),
        }
    }

    fn label(&self, row: &Row) -> (String, String) {
        let both = |words: String| (words.clone(), words);
        let place = row.place.map(|place| &self.comparison.alignment.places()[place]);
        let Some(names) = place.and_then(|place| self.comparison.words_of(place)) else {
            let base = self.comparison.sides[self.comparison.baseline].outcome;
            let asked = base.systems.iter().filter(|own| !own.ask.is_zero()).count();
            return both(format!("{} of the {}", row.id, format::count(asked)));
        };
        let node = row.cells[self.now].node;
        let is_own = node.is_some_and(|node| node == self.compare.node);
        let pools = self.comparison.alignment.places().iter();
        let several = pools.filter(|place| is_pool(place.node())).count() > 1;
        match (row.section, row.word()) {
            (_, "") => names.names(),
            (Section::Asked, word) if !several => both(word.to_owned()),
            (Section::Unplaced, "not described") if is_own => {
                both("unplaced: not described".to_owned())
            }
            (Section::Unplaced, word) if is_own => both(word.to_owned()),
            (_, word) => {
                let (long, short) = names.names();
                (format!("{long}: {word}"), format!("{short}: {word}"))
            }
        }
    }

    /// When a programme starts: `Apr 2020, 4.0 late`; where that is as at the baseline, the same.
    fn start(&self, row: &Row, side: usize) -> Shown {
        let base = self.comparison.baseline;
        let words = |side: usize| {
            let own = self.comparison.programme(row, side)?;
            if own.status? == Status::NotThisYear {
                return Some("not this year".to_owned());
            }
            let late = row.cells[side].reading.and_then(crate::report::reading)?;
            let month =
                own.new_start.map_or_else(String::new, |month| month.short_with_year() + ", ");
            Some(format!("{month}{late} late"))
        };
        match (words(side), words(base)) {
            (None, _) if row.cells[side].node.is_none() => Shown::Absent,
            (None, _) => Shown::Words("[x]".to_owned(), Tone::Faint),
            (Some(own), _) if side == base => Shown::Words(own, Tone::Text),
            (Some(own), theirs) if theirs.as_ref() == Some(&own) => Shown::Same,
            (Some(own), _) => {
                let later = row.cells[side].reading.zip(row.cells[base].reading);
                let later = later.and_then(|(own, base)| difference(own, base).value);
                match later.is_some_and(|(more, _)| more < 0) {
                    true => Shown::Words(format!("▼ {own}"), Tone::Better),
                    false => Shown::Words(format!("▲ {own}"), Tone::Worse),
                }
            }
        }
    }

    /// `HWE  3.16`.
    fn bearer(&self, row: &Row, side: usize) -> Shown {
        let cell = row.cells[side];
        let amount = cell.reading.and_then(crate::report::reading);
        let Some((node, amount)) = cell.node.zip(amount) else {
            return Shown::Words("[x]".to_owned(), Tone::Faint);
        };
        let name = self.comparison.sides[side].now.words.of(node).brief();
        Shown::Words(format!("{name} {amount:>5}"), Tone::Text)
    }
}

fn is_share_of_groups(row: &CompareRow) -> bool {
    match &row.what {
        What::Input(input) => input
            .levers
            .iter()
            .flatten()
            .any(|lever| lever.field == Field::Percent && matches!(lever.node, Node::Group(_))),
        _ => false,
    }
}

const fn is_pool(node: Option<Node>) -> bool {
    matches!(node, Some(Node::Nation | Node::Region(_)))
}

/// Whether a value is written in £m.
const fn is_amount(value: &Value) -> bool {
    matches!(
        value,
        Value::Money(Some(_))
            | Value::Offset(Offset::Amount(_))
            | Value::Recovery(Recovery::Amount(_))
            | Value::Limit(Some(Limit::Amount(_)))
    )
}
