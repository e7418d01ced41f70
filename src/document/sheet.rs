//! One noun of a file, field by field: what is there, what is missing, what does not belong.

use std::borrow::Cow;
use std::collections::HashMap;

use super::field_kind::FieldKind;
use super::noun::{FieldSpec, Noun};
use super::pieces::Pieces;
use super::read::Pending;
use super::{Code, Diagnostic};
use crate::format::{self, FinancialYear};
use crate::levers::{Misread, Problem};
use crate::model::{Figure, Measure, Node as Place};
use crate::ron_text::{Field, Kind, Mismatch, Node, Source};

/// What a reader of a file carries along: the text, its faults so far, its sources, its measures.
pub(super) struct Reading<'a> {
    pub(super) source: &'a Source,
    pub(super) faults: Vec<Diagnostic>,
    pub(super) figures: Vec<Figure>,
    pub(super) sources: Vec<String>,
    pub(super) measures: Vec<Measure>,
    pub(super) year: Option<FinancialYear>,
    /// Where each node of the scenario stands in the file, for faults that are found later.
    pub(super) places: HashMap<Place, Node<'a>>,
    /// The file's one value.
    pub(super) root: Node<'a>,
    pub(super) pending: Pending<'a>,
    /// What was taken apart already.
    pub(super) pieces: Pieces<'a>,
    /// Whether a part of the tree could not be read: what is then missing may well be there.
    pub(super) lost: bool,
    /// The same of `sources`.
    pub(super) sources_lost: bool,
    /// Sources that figures name and nobody lists.
    pub(super) strangers: Vec<Stranger>,
}

/// A source that is not listed: the fault that says so, and how many figures name it.
pub(super) struct Stranger {
    pub(super) id: String,
    pub(super) fault: usize,
    pub(super) figures: usize,
}

/// One noun with its fields.
pub(super) struct Sheet<'a> {
    noun: &'static Noun,
    fields: Vec<(&'static FieldSpec, Node<'a>)>,
}

impl<'a> Sheet<'a> {
    /// The value of a field, if it is there.
    pub(super) fn get(&self, name: &str) -> Option<Node<'a>> {
        self.fields.iter().find(|(spec, _)| spec.name == name).map(|(_, value)| *value)
    }

    /// Whether the noun means nothing without this field.
    fn needs(&self, name: &str) -> bool {
        self.noun.fields.iter().any(|spec| spec.name == name && spec.needed)
    }

    /// The noun's name, with its article.
    pub(super) fn noun(&self) -> &'static str {
        self.noun.name
    }

    /// Whether a field carries a figure, which has a standing even if none is written.
    ///
    /// The shares of a body's people by council do not: a file says once how all were counted.
    pub(super) fn has_figure(&self, name: &str) -> bool {
        use FieldKind::{Count, Limit, Money, Month, Offset, Percent};
        let figure = |spec: &FieldSpec| match spec.kind {
            Money | Percent | Count | Offset | Limit | Month => spec.name != "share",
            _ => spec.name == "value",
        };
        self.fields.iter().any(|(spec, _)| spec.name == name && figure(spec))
    }
}

impl<'a> Reading<'a> {
    /// A reading of a text that has no faults yet.
    pub(super) fn new(source: &'a Source, root: Node<'a>) -> Self {
        Self {
            source,
            faults: Vec::new(),
            figures: Vec::new(),
            sources: Vec::new(),
            measures: Vec::new(),
            year: None,
            places: HashMap::new(),
            root,
            pending: Pending::default(),
            pieces: Pieces::default(),
            lost: false,
            sources_lost: false,
            strangers: Vec::new(),
        }
    }

    /// A fault of a node, to be completed and noted.
    pub(super) fn at(&self, code: Code, node: Node<'_>, message: impl Into<String>) -> Diagnostic {
        Diagnostic::at(code, self.source, node, message)
    }

    /// Where a field of a node of the scenario stands, if it is there.
    pub(super) fn field_of(&self, node: Place, name: &str) -> Option<Node<'a>> {
        let fields = self.places.get(&node)?.fields().ok()?;
        fields.into_iter().find(|field| field.name.source() == name).map(|field| field.value)
    }

    /// Notes a fault.
    pub(super) fn note(&mut self, fault: Diagnostic) {
        self.faults.push(fault);
    }

    /// Notes that a node is not what was wanted.
    pub(super) fn mismatch(&mut self, mismatch: &Mismatch<'_>) {
        self.faults.push(Diagnostic::mismatch(self.source, mismatch));
    }

    /// Notes that a value could not be read.
    pub(super) fn misread(&mut self, misread: &Misread<'_>) {
        // Whom it names may stand in the part that could not be read.
        if misread.problem == Problem::Id && self.lost {
            return;
        }
        let code = match misread.problem {
            Problem::Amount => Code::BAD_AMOUNT,
            Problem::Percent => Code::BAD_PERCENT,
            Problem::Month => Code::BAD_MONTH,
            Problem::Number => Code::BAD_COUNT,
            Problem::Decimal => Code::BAD_NUMBER,
            Problem::Choice => Code::UNKNOWN_WORD,
            Problem::Rule => Code::UNKNOWN_RULE,
            Problem::Measure => Code::UNKNOWN_MEASURE,
            Problem::Id => Code::DANGLING_REFERENCE,
            Problem::Kind => Code::WRONG_KIND,
            Problem::UnknownField => Code::UNKNOWN_FIELD,
            Problem::MissingField => Code::MISSING_FIELD,
            Problem::Range => Code::OUT_OF_RANGE,
        };
        let fault = Diagnostic::at(code, self.source, misread.node, &misread.message)
            .label(code.meaning())
            .nearest(misread.nearest.as_deref());
        // Many a number's fault says what to write; only what is exactly that goes beside it.
        let number = matches!(misread.problem, Problem::Amount | Problem::Month | Problem::Decimal);
        let is_told =
            number && misread.message.contains("rite") && !misread.remedy.starts_with('"');
        self.faults.push(match is_told {
            true => fault,
            false => fault.remedy(format!("write  {}", misread.remedy)),
        });
    }

    /// Reads a noun's fields: unknown, double and missing ones are faults, the rest is kept.
    pub(super) fn sheet(&mut self, node: Node<'a>, noun: &'static Noun) -> Option<Sheet<'a>> {
        let pairs = match self.pieces.fields(node) {
            Ok(pairs) => pairs,
            Err(mismatch) => {
                self.lost = true;
                let fault = Diagnostic::mismatch(self.source, &mismatch).of(noun.name);
                self.faults.push(fault.why(listing(noun)));
                return None;
            }
        };
        let mut fields: Vec<(&'static FieldSpec, Node<'a>)> = Vec::new();
        for pair in &pairs {
            let name = pair.name.source();
            let known = noun.fields.iter().find(|spec| spec.name == name);
            let Some(spec) = known.or_else(|| self.meant(noun, pair, &pairs)) else { continue };
            if !fields.iter().any(|(known, _)| known.name == spec.name) {
                fields.push((spec, unwrapped(pair.value)));
            } else if known.is_some() {
                let message = format!("`{name}` stands here twice");
                let fault = self.at(Code::DUPLICATE_FIELD, pair.name, message);
                self.note(fault.label("the second one").remedy("keep one of the two"));
            }
        }
        self.missing(node, noun, &fields);
        Some(Sheet { noun, fields })
    }

    /// Notes a field that is not known. It is read as the one that was surely meant, if that is
    /// not there as well: one slip of the pen is one fault.
    fn meant(
        &mut self,
        noun: &'static Noun,
        pair: &Field<'a>,
        pairs: &[Field<'a>],
    ) -> Option<&'static FieldSpec> {
        let name = pair.name.source();
        let nearest = format::nearest(name, noun.fields.iter().map(|spec| spec.name));
        let free = nearest.filter(|near| pairs.iter().all(|pair| pair.name.source() != *near));
        let remedy = match (free, nearest) {
            (Some(near), _) => format!("write  {near}: {}", first_line(pair.value)),
            (None, Some(near)) => format!("take it out: `{near}` stands here too"),
            (None, None) => "take it out".to_owned(),
        };
        let fault = self.at(Code::UNKNOWN_FIELD, pair.name, format!("unknown field `{name}`"));
        let fault = fault.label(format!("not a field of {}", noun.name)).why(listing(noun));
        self.note(fault.nearest(nearest).remedy(remedy));
        self.lost |= free.is_none() && pair.value.kind() == Kind::List;
        noun.fields.iter().find(|spec| Some(spec.name) == free)
    }

    fn missing(
        &mut self,
        node: Node<'a>,
        noun: &'static Noun,
        fields: &[(&'static FieldSpec, Node<'a>)],
    ) {
        for spec in noun.fields.iter().filter(|spec| spec.needed) {
            if fields.iter().any(|(known, _)| known.name == spec.name) {
                continue;
            }
            self.lost |= matches!(spec.kind, FieldKind::Id | FieldKind::List(_));
            let message = format!("{} needs `{}`", noun.name, spec.name);
            let mut fault = self.at(Code::MISSING_FIELD, node, message);
            fault.span.end = fault.span.end.min(fault.span.start + 1);
            let remedy = format!("write  {}: …  ({})", spec.name, spec.meaning);
            self.note(fault.label(format!("no `{}`", spec.name)).remedy(remedy));
        }
    }

    /// The items of a field that is a list; none if it is not there.
    pub(super) fn items(&mut self, sheet: &Sheet<'a>, name: &str) -> Vec<Node<'a>> {
        let Some(node) = sheet.get(name) else { return Vec::new() };
        match self.pieces.items(node) {
            Ok(items) if node.kind() == Kind::List => {
                if items.is_empty() && sheet.needs(name) {
                    let message = format!("{} needs at least one of `{name}`", sheet.noun());
                    let fault = self.at(Code::WRONG_LENGTH, node, message).label("an empty list");
                    self.note(fault.remedy("write at least one, or take the whole thing out"));
                }
                items
            }
            _ => {
                self.lost = true;
                let fault = Diagnostic::mismatch(self.source, &node.is_not(Kind::List)).of(name);
                self.note(fault);
                Vec::new()
            }
        }
    }

    /// The text of a field, its hidden characters made visible; a needed one is not empty.
    pub(super) fn text(&mut self, sheet: &Sheet<'a>, name: &str) -> Option<String> {
        let node = sheet.get(name)?;
        let text = self.words(node)?;
        if sheet.needs(name) && text.trim().is_empty() {
            let message = format!("`{name}` of {} is empty", sheet.noun());
            let fault = self.at(Code::EMPTY_NAME, node, message).label("nothing is written here");
            self.note(fault.remedy(format!("write  {name}: \"…\"")));
        }
        Some(text)
    }

    /// The text of a node on one line, its hidden characters made visible.
    pub(super) fn words(&mut self, node: Node<'a>) -> Option<String> {
        match node.text() {
            Ok(text) => {
                let line = one_line(&text);
                let visible = format::visible(&line);
                if visible != line {
                    let message = "this text has characters that cannot be seen";
                    let fault = self.at(Code::HIDDEN_CHARACTERS, node, message);
                    let fault = fault.label("has hidden characters");
                    self.note(
                        fault
                            .why("They are shown as signs such as \\u{202e} from here on.")
                            .remedy("write the text anew, without them"),
                    );
                }
                Some(visible)
            }
            Err(mismatch) => {
                self.mismatch(&mismatch);
                None
            }
        }
    }

    /// The texts of a field that is a list of them.
    pub(super) fn texts(&mut self, sheet: &Sheet<'a>, name: &str) -> Vec<String> {
        let items = self.items(sheet, name);
        items.into_iter().filter_map(|item| self.words(item)).collect()
    }

    /// `true` or `false`, if the field is there.
    pub(super) fn yes(&mut self, sheet: &Sheet<'a>, name: &str) -> Option<bool> {
        let node = sheet.get(name)?;
        self.bool(node)
    }

    /// `true` or `false`.
    pub(super) fn bool(&mut self, node: Node<'a>) -> Option<bool> {
        match node.bool() {
            Ok(yes) => Some(yes),
            Err(mismatch) => {
                self.mismatch(&mismatch);
                None
            }
        }
    }

    /// An id: not empty, and without the characters that paths need for themselves.
    pub(super) fn id(&mut self, sheet: &Sheet<'a>) -> String {
        let Some(node) = sheet.get("id") else { return String::new() };
        let id = match node.text() {
            Ok(id) => format::visible(&id),
            Err(mismatch) => {
                self.lost = true;
                self.faults.push(Diagnostic::mismatch(self.source, &mismatch).of("id"));
                return String::new();
            }
        };
        if id.is_empty() {
            self.lost = true;
            let fault =
                self.at(Code::EMPTY_NAME, node, format!("the id of {} is empty", sheet.noun()));
            let fault = fault.label("nothing is written here");
            self.note(fault.remedy("write a short name of letters, digits, - and _"));
        } else if !id.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_') {
            let message = format!("the id `{id}` has characters that it may not have");
            let fault = self.at(Code::BAD_ID, node, message).label("not an id");
            let fault =
                fault.why("Ids stand in paths, where dots, strokes and blanks mean something.");
            self.note(fault.remedy("write only letters, digits, - and _"));
        }
        id
    }
}

/// A text whose line breaks and tabs are blanks.
fn one_line(text: &str) -> Cow<'_, str> {
    match text.contains(['\n', '\r', '\t']) {
        true => Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" ")),
        false => Cow::Borrowed(text),
    }
}

/// `Some(x)` is `x`: files may say it, none needs to.
fn unwrapped(node: Node<'_>) -> Node<'_> {
    match (node.tag().map(Node::source), node.items().as_deref()) {
        (Some("Some"), Ok([inside])) => *inside,
        _ => node,
    }
}

fn first_line(node: Node<'_>) -> &str {
    node.source().lines().next().unwrap_or_default()
}

fn listing(noun: &Noun) -> String {
    let names: Vec<&str> = noun.fields.iter().map(|spec| spec.name).collect();
    let mut chars = noun.name.chars();
    let first: String = chars.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
    format!("{first}{} has: {}.", chars.as_str(), names.join(", "))
}
