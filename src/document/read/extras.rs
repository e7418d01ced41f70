//! What stands beside the tree: sources, key tests, published outcomes.

use super::super::Code;
use super::super::noun::{KEY_TEST, OBSERVED, SOURCE};
use super::super::sheet::{Reading, Sheet};
use super::council::Named;
use super::lesson::LessonParts;
use super::partner::Joint;
use super::scenario::Draft;
use super::value::Whose;
use crate::format;
use crate::model::{Every, KeyTest, Node as Place, Observed, SourceEntry, Telling};
use crate::ron_text::Node;

/// References that can only be followed once the whole file is read.
#[derive(Default)]
pub(in super::super) struct Pending<'a> {
    /// Who pays towards programmes.
    pub(in super::super) partners: Vec<Joint<'a>>,
    /// Councils that are named.
    pub(in super::super) councils: Vec<Named<'a>>,
    /// Paths of levers and outcomes, checked against the finished scenario.
    pub(in super::super) paths: Vec<Path<'a>>,
    /// Key tests, in parts.
    pub(in super::super) key_tests: Vec<Parts<'a>>,
    /// Sentences whose figures must be there.
    pub(in super::super) tellings: Vec<(Node<'a>, Telling)>,
    /// Steps of lessons: the engine must say what their writer says.
    pub(in super::super) lessons: Vec<LessonParts<'a>>,
    /// How many lists of changes there were so far: those of one list are made together.
    pub(in super::super) lists: usize,
}

/// What must be checked of a key test once there is a scenario.
pub(in super::super) struct Parts<'a> {
    /// Whether it looks at programmes, one by one or at their sum.
    pub(in super::super) every: bool,
    /// The sum over programmes that it looks at.
    pub(in super::super) summed: Option<Node<'a>>,
    /// What it measures, and where that stands.
    pub(in super::super) measure: Option<(Node<'a>, String)>,
    /// The tag of the programmes.
    pub(in super::super) tag: Option<Node<'a>>,
    /// The measure that the bound is a share of.
    pub(in super::super) of: Option<Node<'a>>,
    /// The bound.
    pub(in super::super) bound: Option<Node<'a>>,
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
    /// A lever that takes this value, together with the others of its list.
    Lever(usize, Node<'a>),
    /// A lever that takes this value once the changes of the list are made.
    LeverAfter(usize, Node<'a>),
    /// A lever, whatever it holds.
    AnyLever,
    /// A node.
    Partner,
}

impl<'a> Reading<'a> {
    pub(super) fn source_entry(&mut self, draft: &mut Draft, node: Node<'a>) {
        let Some(sheet) = self.sheet(node, &SOURCE) else { return };
        let id = self.id(&sheet);
        if !id.is_empty() && self.sources.contains(&id) {
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

    pub(super) fn key_test(&mut self, draft: &mut Draft, node: Node<'a>) {
        let Some(sheet) = self.sheet(node, &KEY_TEST) else { return };
        let place = Place::KeyTest(draft.scenario.facts.len());
        self.places.insert(place, node);
        let id = match sheet.get("id") {
            Some(_) => self.id(&sheet),
            // Its fact is a lever all the same, and a lever has a path.
            None => format!("key-test-{}", draft.scenario.facts.len() + 1),
        };
        let every = sheet.get("every").and_then(|node| self.every("every", node));
        let sum = sheet.get("sum").and_then(|node| self.every("sum", node));
        let partner = self.path(&sheet, "partner", LeadsTo::Partner);
        let of_programmes = sheet.get("every").or(sheet.get("sum")).is_some();
        let measure = match of_programmes {
            true => self.text(&sheet, "measure"),
            false => self.path(&sheet, "measure", LeadsTo::Outcome),
        };
        let text = |node: Node<'a>| {
            node.text().map_or_else(|_| node.source().to_owned(), std::borrow::Cow::into_owned)
        };
        let bounds = (sheet.get("at_most"), sheet.get("at_least"));
        let bound = bounds.0.or(bounds.1);
        let fact = self.yes_of(Whose::new(&id, place), &sheet, "fact");
        self.one_kind_of_test(&sheet, node);
        let measured = sheet.get("measure").zip(measure.clone());
        self.pending.key_tests.push(Parts {
            every: of_programmes,
            summed: sheet.get("sum"),
            measure: measured,
            tag: every.as_ref().or(sum.as_ref()).and_then(|(_, tag)| *tag),
            of: sheet.get("of"),
            bound,
        });
        draft.scenario.facts.push(fact);
        let words = self.named(id, &sheet);
        draft.words.key_tests.push(KeyTest {
            words,
            partner,
            every: every.map(|(every, _)| every),
            sum: sum.map(|(sum, _)| sum),
            measure,
            bound: bound.map(|node| (text(node), bounds.0.is_some())),
            of: sheet.get("of").map(text),
        });
    }

    /// A key test is a fact, or one measure with one bound.
    fn one_kind_of_test(&mut self, sheet: &Sheet<'a>, node: Node<'a>) {
        let has = |name: &str| sheet.get(name).is_some();
        if !has("fact") && (!has("measure") || !(has("at_most") || has("at_least"))) {
            let message = "a key test is a `fact`, or a `measure` with `at_most` or `at_least`";
            let mut fault = self.at(Code::MISSING_FIELD, node, message).label("nothing to test");
            fault.span.end = fault.span.end.min(fault.span.start + 1);
            self.note(fault.remedy("write  measure: \"07G.ask\", at_most: \"500k\""));
        }
        let measured = ["measure", "at_most", "at_least", "every", "sum", "of"].map(has);
        let clash = match (sheet.get("fact"), sheet.get("at_least"), sheet.get("sum")) {
            (Some(fact), ..) if measured.contains(&true) => {
                Some((fact, "a `fact` is ticked by a person, so nothing is measured"))
            }
            (_, Some(bound), _) if has("at_most") => {
                Some((bound, "`at_most` stands here too, and a test has one bound"))
            }
            (.., Some(sum)) if has("every") => {
                Some((sum, "`every` stands here too: programmes are tested one by one, or summed"))
            }
            _ => None,
        };
        if let Some((node, message)) = clash {
            let fault = self.at(Code::FIELDS_CLASH, node, message).label("one too many");
            self.note(fault.remedy("make two key tests of it"));
        }
    }

    /// `Programme(tagged: "…")`, or `Programme` for all of them; with the place of the tag.
    fn every(&mut self, name: &str, node: Node<'a>) -> Option<(Every, Option<Node<'a>>)> {
        let tag = node.tag().map(Node::source);
        if tag == Some("Programme") {
            let fields = node.fields().unwrap_or_default();
            match fields.as_slice() {
                [] => return Some((Every { tag: None }, None)),
                [field] if field.name.source() == "tagged" => {
                    let tag = self.words(field.value);
                    return Some((Every { tag }, Some(field.value)));
                }
                _ => {}
            }
        }
        let can = if name == "sum" { "summed" } else { "tested one by one" };
        let message = format!("this names nothing that can be {can}");
        let fault = self.at(Code::UNKNOWN_WORD, node, message).label("not programmes");
        self.note(fault.remedy(format!("write  {name}: Programme(tagged: \"mental health\")")));
        None
    }

    pub(super) fn observed(&mut self, draft: &mut Draft, node: Node<'a>) {
        let Some(sheet) = self.sheet(node, &OBSERVED) else { return };
        let path = self.path(&sheet, "path", LeadsTo::Outcome).unwrap_or_default();
        let Some(value) = self.standing((&path, "amount", None), &sheet) else { return };
        if let Some(figure) = self.figures.last_mut() {
            // The path says which outcome it is.
            figure.path.clone_from(&path);
        }
        let words = match value.text() {
            Ok(words) => words.into_owned(),
            Err(_) => value.source().to_owned(),
        };
        match format::parse_amount(&words, format::Unit::Pounds) {
            Ok(amount) => {
                let note = self.text(&sheet, "note");
                draft.words.observed.push(Observed { path, amount, note });
            }
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

    pub(super) fn path(
        &mut self,
        sheet: &Sheet<'a>,
        name: &str,
        leads_to: LeadsTo<'a>,
    ) -> Option<String> {
        let node = sheet.get(name)?;
        let path = self.words(node)?;
        self.pending.paths.push(Path { node, words: path.clone(), leads_to });
        Some(path)
    }
}
