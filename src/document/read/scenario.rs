//! The whole file: sources first, then the tree, then what refers to it.

use std::ops::Range;
use std::sync::Arc;

use super::super::noun::SCENARIO;
use super::super::sheet::Reading;
use super::super::{Code, Diagnostic};
use crate::format::{FinancialYear, Month};
use crate::model::{Measures, NodeWords, Pooling, Ranks, Scenario, Words};
use crate::ron_text::Node;

/// The years of which a scenario may be: the NHS began in 1948.
const YEARS: std::ops::RangeInclusive<FinancialYear> =
    FinancialYear::starting(1948)..=FinancialYear::starting(2099);

/// A scenario while it is read: its words are not shared yet.
pub(in super::super) struct Draft {
    pub(in super::super) scenario: Scenario,
    pub(in super::super) words: Words,
}

/// Reads the root of a file; its faults are in the reading.
pub(in super::super) fn scenario<'a>(reading: &mut Reading<'a>, root: Node<'a>) -> Option<Draft> {
    if !reading.format_is_known(root) {
        return None;
    }
    reading.measures = reading.listed(root);
    let sheet = reading.sheet(root, &SCENARIO)?;
    reading.year = reading.financial_year(sheet.get("year"));
    let mut draft = Draft::new(reading);
    draft.words.title = reading.text(&sheet, "title").unwrap_or_default();
    draft.words.year = reading.year.map(|year| year.to_string()).unwrap_or_default();
    draft.words.about = reading.text(&sheet, "about");
    draft.words.notes = reading.texts(&sheet, "notes");
    let lost = std::mem::take(&mut reading.lost);
    for item in reading.items(&sheet, "sources") {
        reading.source_entry(&mut draft, item);
    }
    reading.sources_lost = std::mem::replace(&mut reading.lost, lost);
    for item in reading.items(&sheet, "regions") {
        reading.region(&mut draft, item);
    }
    if let Some(nation) = sheet.get("nation") {
        reading.nation(&mut draft, nation);
    }
    let lost = std::mem::take(&mut reading.lost);
    for item in reading.items(&sheet, "councils") {
        reading.council(&mut draft, item);
    }
    for item in reading.items(&sheet, "authorities") {
        reading.authority(&mut draft, item);
    }
    let councils_lost = std::mem::replace(&mut reading.lost, lost);
    reading.join_councils(&mut draft, councils_lost);
    reading.join_partners(&mut draft);
    for item in reading.items(&sheet, "events") {
        reading.event(&mut draft, item);
    }
    for item in reading.items(&sheet, "knock_ons") {
        reading.knock_on(&mut draft, item);
    }
    for item in reading.items(&sheet, "key_tests") {
        reading.key_test(&mut draft, item);
    }
    for item in reading.items(&sheet, "observed") {
        reading.observed(&mut draft, item);
    }
    for item in reading.items(&sheet, "story") {
        let step = reading.story_step(item);
        draft.words.story.extend(step);
    }
    for item in reading.items(&sheet, "lessons") {
        reading.lesson(&mut draft.words, item);
    }
    reading.count_strangers();
    draft.finish(reading);
    Some(draft)
}

/// The ids of nodes with their keys, for rules that name children.
pub(super) fn keyed(words: &[NodeWords], places: Range<usize>) -> Vec<(&str, u32)> {
    let key = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
    places.map(|place| (words[place].id.as_str(), key(place))).collect()
}

impl Draft {
    fn new(reading: &Reading<'_>) -> Self {
        let list = Arc::new(reading.measures.clone());
        let scenario = Scenario {
            words: Arc::new(Words::default()),
            ranks: Arc::new(Ranks::default()),
            first_month: reading.year.map_or(Month::new(0, 4), FinancialYear::april),
            pooling: Pooling::Regional,
            nation: None,
            regions: Vec::new(),
            systems: Vec::new(),
            savings: Vec::new(),
            groups: Vec::new(),
            bodies: Vec::new(),
            programmes: Vec::new(),
            councils: Vec::new(),
            supports: Vec::new(),
            conditions: Vec::new(),
            joint_parts: Vec::new(),
            knock_ons: Vec::new(),
            facts: Vec::new(),
            performances: Vec::new(),
            measures: Measures { list, ..Measures::default() },
        };
        Self { scenario, words: Words::default() }
    }

    /// Works out what needs the whole file: ranks, and which bodies can have the file's measures.
    fn finish(&mut self, reading: &mut Reading<'_>) {
        self.scenario.ranks = Arc::new(Ranks::of(&self.words));
        let own = Measures::built_in().len();
        let columns = reading.measures.len();
        for (column, measure) in reading.measures.iter_mut().enumerate().skip(own) {
            for (place, body) in self.scenario.bodies.iter().enumerate() {
                let known = self.scenario.measures.bodies[place * columns + column].is_some();
                if known && !measure.kinds.contains(&body.kind) {
                    measure.kinds.push(body.kind);
                }
            }
        }
        self.scenario.measures.list = Arc::new(reading.measures.clone());
        self.words.figures = std::mem::take(&mut reading.figures);
    }

    /// The scenario with its words.
    pub(in super::super) fn done(mut self, sha256: String) -> Scenario {
        self.words.sha256 = sha256;
        self.scenario.words = Arc::new(self.words);
        self.scenario
    }
}

impl<'a> Reading<'a> {
    /// Whether the rest of the file can be read: what a later version means by it is not known.
    pub(in super::super) fn format_is_known(&mut self, root: Node<'a>) -> bool {
        let format = self.pieces.look_at(root).iter().find(|field| field.name.source() == "format");
        let Some(node) = format.map(|field| field.value).filter(|node| node.source() != "1") else {
            return true;
        };
        let message = format!("format {} is not known to this program", node.source());
        let fault = self.at(Code::FORMAT_VERSION, node, message).label("only 1 is known");
        self.note(fault.remedy("write  format: 1, or use a newer fairshare"));
        false
    }

    fn financial_year(&mut self, node: Option<Node<'a>>) -> Option<FinancialYear> {
        let node = node?;
        let words = self.words(node)?;
        match FinancialYear::parse(&words) {
            Ok(year) if YEARS.contains(&year) => Some(year),
            Ok(year) => {
                let message = format!("the financial year {year} has no NHS figures");
                let fault =
                    self.at(Code::OUT_OF_RANGE, node, message).label("too early or too late");
                self.note(fault.remedy("write a year from 1948/49 to 2099/00"));
                None
            }
            Err(fault) => {
                self.note(Diagnostic::unread(Code::BAD_YEAR, self.source, node, &fault));
                None
            }
        }
    }
}
