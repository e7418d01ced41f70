//! What stands beside the tree: sources, councils, key tests, published outcomes, the story.

use super::super::Code;
use super::super::noun::{CHANGE, COUNCIL, KEY_TEST, OBSERVED, SOURCE, STEP};
use super::super::sheet::{Reading, Sheet};
use super::scenario::Draft;
use crate::format;
use crate::model::{
    Council, CouncilShare, Every, KeyTest, Node as Place, Observed, SourceEntry, StoryStep,
};
use crate::money::Share;
use crate::ron_text::Node;

/// References that can only be followed once the whole file is read.
#[derive(Default)]
pub(in super::super) struct Pending<'a> {
    /// Councils named by a body (with the share of its people) or beside one.
    pub(in super::super) councils: Vec<(Option<(usize, Share)>, Node<'a>)>,
    /// Paths of levers and outcomes, checked against the finished scenario.
    pub(in super::super) paths: Vec<Path<'a>>,
}

/// A path that a file names.
pub(in super::super) struct Path<'a> {
    /// Where it stands.
    pub(in super::super) node: Node<'a>,
    /// Its text.
    pub(in super::super) words: String,
    /// What it must lead to, with the value to be tried on it.
    pub(in super::super) leads_to: LeadsTo<'a>,
}

/// What a path must lead to.
pub(in super::super) enum LeadsTo<'a> {
    /// An outcome measure.
    Outcome,
    /// A lever that takes this value, in this step of the story.
    Lever(usize, Node<'a>),
    /// A node.
    Partner,
}

impl<'a> Reading<'a> {
    pub(super) fn source_entry(&mut self, draft: &mut Draft, node: Node<'a>) {
        let Some(sheet) = self.sheet(node, &SOURCE) else { return };
        let id = self.id(&sheet);
        if self.sources.contains(&id) {
            let message = format!("two sources are called `{id}`");
            let fault = self.at(Code::DUPLICATE_ID, sheet.get("id").unwrap_or(node), message);
            self.note(fault.label("the second one").remedy("give one of them another id"));
        }
        self.sources.push(id.clone());
        draft.words.sources.push(SourceEntry {
            id,
            title: self.text(&sheet, "title").unwrap_or_default(),
            date: self.text(&sheet, "date"),
            url: self.text(&sheet, "url"),
        });
    }

    pub(super) fn council(&mut self, draft: &mut Draft, node: Node<'a>) {
        let Some(sheet) = self.sheet(node, &COUNCIL) else { return };
        let id = self.id(&sheet);
        if draft.words.councils.iter().any(|council| council.id == id) {
            let message = format!("two councils are called `{id}`");
            let fault = self.at(Code::DUPLICATE_ID, sheet.get("id").unwrap_or(node), message);
            self.note(fault.label("the second one").remedy("give one of them another id"));
        }
        draft.words.councils.push(Council {
            id,
            name: self.text(&sheet, "name").unwrap_or_default(),
            code: self.text(&sheet, "code"),
        });
    }

    /// Follows the councils that bodies name.
    pub(super) fn join_councils(&mut self, draft: &mut Draft) {
        for (body, node) in std::mem::take(&mut self.pending.councils) {
            let Some(id) = self.words(node) else { continue };
            let place = draft.words.councils.iter().position(|council| council.id == id);
            match (place, body) {
                (Some(council), Some((body, share))) => {
                    draft.words.bodies[body].councils.push(CouncilShare { council, share });
                }
                (Some(_), None) => {}
                (None, _) => {
                    let ids = draft.words.councils.iter().map(|council| council.id.as_str());
                    let nearest = format::nearest(&id, ids).map(str::to_owned);
                    let message = format!("no council is called `{id}`");
                    let fault = self.at(Code::DANGLING_REFERENCE, node, message);
                    let remedy = "name an entry of `councils`, or add one";
                    self.note(fault.nearest(nearest.as_deref()).remedy(remedy));
                }
            }
        }
    }

    pub(super) fn key_test(&mut self, draft: &mut Draft, node: Node<'a>) {
        let Some(sheet) = self.sheet(node, &KEY_TEST) else { return };
        let every = sheet.get("every").and_then(|node| self.every(node));
        let partner = self.path(&sheet, "partner", LeadsTo::Partner);
        let measure = match every {
            Some(_) => self.text(&sheet, "measure"),
            None => self.path(&sheet, "measure", LeadsTo::Outcome),
        };
        let words = |node: Node<'a>| {
            node.text().map_or_else(|_| node.source().to_owned(), std::borrow::Cow::into_owned)
        };
        let bound = sheet.get("at_most").map(|node| (words(node), true));
        let bound = bound.or_else(|| sheet.get("at_least").map(|node| (words(node), false)));
        let fact = self.yes(&sheet, "fact");
        if fact.is_none() && (measure.is_none() || bound.is_none()) {
            let message = "a key test is a `fact`, or a `measure` with `at_most` or `at_least`";
            let fault = self.at(Code::MISSING_FIELD, node, message);
            self.note(fault.remedy("write  measure: \"07G.ask\", at_most: \"500k\""));
        }
        draft.words.key_tests.push(KeyTest {
            name: self.text(&sheet, "name").unwrap_or_default(),
            partner,
            every,
            measure,
            bound,
            of: sheet.get("of").map(words),
            fact,
        });
    }

    /// `Programme(tagged: "…")`, or `Programme` for all of them.
    fn every(&mut self, node: Node<'a>) -> Option<Every> {
        let tag = node.tag().map(Node::source);
        if tag == Some("Programme") {
            let fields = node.fields().unwrap_or_default();
            match fields.as_slice() {
                [] => return Some(Every { tag: None }),
                [field] if field.name.source() == "tagged" => {
                    return Some(Every { tag: self.words(field.value) });
                }
                _ => {}
            }
        }
        let fault =
            self.at(Code::UNKNOWN_WORD, node, "this names nothing that can be tested one by one");
        self.note(fault.remedy("write  every: Programme(tagged: \"mental health\")"));
        None
    }

    pub(super) fn observed(&mut self, draft: &mut Draft, node: Node<'a>) {
        let Some(sheet) = self.sheet(node, &OBSERVED) else { return };
        let path = self.path(&sheet, "path", LeadsTo::Outcome).unwrap_or_default();
        let Some(value) = self.standing((&path, "amount", Place::Region(0)), &sheet) else {
            return;
        };
        let words = match value.text() {
            Ok(words) => words.into_owned(),
            Err(_) => value.source().to_owned(),
        };
        match format::parse_amount(&words, format::Unit::Pounds) {
            Ok(amount) => draft.words.observed.push(Observed { path, amount }),
            Err(fault) => {
                let source = self.source;
                self.note(super::super::Diagnostic::unread(
                    Code::BAD_AMOUNT,
                    source,
                    value,
                    &fault,
                ));
            }
        }
    }

    pub(super) fn step(&mut self, draft: &mut Draft, node: Node<'a>) {
        let Some(sheet) = self.sheet(node, &STEP) else { return };
        let at = draft.words.story.len();
        let mut set = Vec::new();
        for item in self.items(&sheet, "set") {
            let Some(change) = self.sheet(item, &CHANGE) else { continue };
            let Some(to) = change.get("to") else { continue };
            if let Some(path) = self.path(&change, "path", LeadsTo::Lever(at, to)) {
                let words =
                    to.text().map_or_else(|_| to.source().to_owned(), std::borrow::Cow::into_owned);
                set.push((path, words));
            }
        }
        draft.words.story.push(StoryStep {
            title: self.text(&sheet, "title").unwrap_or_default(),
            say: self.text(&sheet, "say"),
            set,
            show: self.path(&sheet, "show", LeadsTo::Outcome),
            picture: sheet.get("picture").map(|node| node.source().to_owned()),
            notes: self.text(&sheet, "notes"),
        });
    }

    fn path(&mut self, sheet: &Sheet<'a>, name: &str, leads_to: LeadsTo<'a>) -> Option<String> {
        let node = sheet.get(name)?;
        let path = self.words(node)?;
        self.pending.paths.push(Path { node, words: path.clone(), leads_to });
        Some(path)
    }
}
