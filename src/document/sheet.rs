//! One noun of a file, field by field: what is there, what is missing, what does not belong.

use std::collections::HashMap;

use super::noun::{FieldKind, FieldSpec, Noun};
use super::read::Pending;
use super::{Code, Diagnostic};
use crate::format::{self, FinancialYear};
use crate::levers::{Misread, Problem};
use crate::model::{Figure, Measure, Node as Place, Standing};
use crate::ron_text::{Mismatch, Node, Source};

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

    /// The noun's name, with its article.
    pub(super) fn noun(&self) -> &'static str {
        self.noun.name
    }

    /// The fields that carry a figure.
    pub(super) fn has_figure(&self, name: &str) -> bool {
        let figure =
            |kind| matches!(kind, FieldKind::Money | FieldKind::Percent | FieldKind::Count);
        self.fields.iter().any(|(spec, _)| {
            spec.name == name
                && (figure(spec.kind)
                    || matches!(spec.kind, FieldKind::Offset | FieldKind::Limit | FieldKind::Month)
                    || spec.name == "value")
        })
    }
}

impl<'a> Reading<'a> {
    /// A fault of a node, to be completed and noted.
    pub(super) fn at(&self, code: Code, node: Node<'_>, message: impl Into<String>) -> Diagnostic {
        Diagnostic::at(code, self.source, node, message)
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
        let code = match misread.problem {
            Problem::Amount => Code::BAD_AMOUNT,
            Problem::Percent => Code::BAD_PERCENT,
            Problem::Month => Code::BAD_MONTH,
            Problem::Number => Code::BAD_COUNT,
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
            .remedy(format!("write  {}", misread.remedy))
            .nearest(misread.nearest.as_deref());
        self.faults.push(fault);
    }

    /// Reads a noun's fields: unknown, double and missing ones are faults, the rest is kept.
    pub(super) fn sheet(&mut self, node: Node<'a>, noun: &'static Noun) -> Option<Sheet<'a>> {
        let pairs = match node.fields() {
            Ok(pairs) => pairs,
            Err(mismatch) => {
                let fault = Diagnostic::mismatch(self.source, &mismatch).of(noun.name);
                self.faults.push(fault.why(listing(noun)));
                return None;
            }
        };
        let mut fields: Vec<(&'static FieldSpec, Node<'a>)> = Vec::new();
        for pair in pairs {
            let name = pair.name.source();
            let Some(spec) = noun.fields.iter().find(|spec| spec.name == name) else {
                let nearest = format::nearest(name, noun.fields.iter().map(|spec| spec.name));
                let remedy = nearest.map(|n| format!("write  {n}: {}", first_line(pair.value)));
                let fault =
                    self.at(Code::UNKNOWN_FIELD, pair.name, format!("unknown field `{name}`"));
                let fault = fault.label(format!("not a field of {}", noun.name)).why(listing(noun));
                let remedy = remedy.unwrap_or_else(|| "take it out".to_owned());
                self.note(fault.nearest(nearest).remedy(remedy));
                continue;
            };
            if fields.iter().any(|(known, _)| known.name == name) {
                let message = format!("`{name}` stands here twice");
                let fault = self.at(Code::DUPLICATE_FIELD, pair.name, message);
                self.note(fault.label("the second one").remedy("keep one of the two"));
                continue;
            }
            fields.push((spec, unwrapped(pair.value)));
        }
        for spec in noun.fields.iter().filter(|spec| spec.needed) {
            if !fields.iter().any(|(known, _)| known.name == spec.name) {
                let message = format!("{} needs `{}`", noun.name, spec.name);
                let mut fault = self.at(Code::MISSING_FIELD, node, message);
                fault.span.end = fault.span.end.min(fault.span.start + 1);
                let remedy = format!("write  {}: …  ({})", spec.name, spec.meaning);
                self.note(fault.label(format!("no `{}`", spec.name)).remedy(remedy));
            }
        }
        Some(Sheet { noun, fields })
    }

    /// The items of a field that is a list; none if it is not there.
    pub(super) fn items(&mut self, sheet: &Sheet<'a>, name: &str) -> Vec<Node<'a>> {
        let Some(node) = sheet.get(name) else { return Vec::new() };
        match node.items() {
            Ok(items) => items,
            Err(mismatch) => {
                self.mismatch(&mismatch);
                Vec::new()
            }
        }
    }

    /// The text of a field, its hidden characters made visible.
    pub(super) fn text(&mut self, sheet: &Sheet<'a>, name: &str) -> Option<String> {
        let node = sheet.get(name)?;
        self.words(node)
    }

    /// The text of a node, its hidden characters made visible.
    pub(super) fn words(&mut self, node: Node<'a>) -> Option<String> {
        match node.text() {
            Ok(text) => {
                let visible = format::visible(&text);
                if visible != text {
                    let message = "this text has characters that cannot be seen";
                    let fault = self.at(Code::HIDDEN_CHARACTERS, node, message);
                    self.note(fault.why("They are shown as signs from here on."));
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
        match sheet.get(name)?.bool() {
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
        let Some(id) = self.words(node) else { return String::new() };
        if id.is_empty() {
            let fault =
                self.at(Code::EMPTY_NAME, node, format!("{} has an empty id", sheet.noun()));
            self.note(fault.remedy("write a short name of letters, digits, - and _"));
        } else if !id.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_') {
            let message = format!("the id `{id}` has characters that paths need for themselves");
            let fault = self.at(Code::BAD_ID, node, message);
            self.note(fault.remedy("write only letters, digits, - and _"));
        }
        id
    }

    /// Takes the standing off a value and notes it: `Derived("5m", "why")` is `"5m"`.
    pub(super) fn standing(
        &mut self,
        (path, field, at): (&str, &str, Place),
        sheet: &Sheet<'a>,
    ) -> Option<Node<'a>> {
        let node = sheet.get(field)?;
        let plain = Figure {
            path: if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") },
            node: Some(at),
            field: field.to_owned(),
            value: String::new(),
            standing: Standing::Plain,
            source: String::new(),
            line: u32::try_from(self.source.place_of(&node).line).unwrap_or(u32::MAX),
        };
        let Some((standing, value, about)) = self.standing_of(node) else {
            if sheet.has_figure(field) {
                self.figures.push(Figure { value: shown(node), ..plain });
            }
            return Some(node);
        };
        let source = self.words(about).unwrap_or_default();
        let cited = matches!(standing, Standing::Published | Standing::Reported);
        if cited && !self.sources.contains(&source) {
            let nearest = format::nearest(&source, self.sources.iter().map(String::as_str));
            let nearest = nearest.map(str::to_owned);
            let message = format!("no source is called `{source}`");
            let fault = self.at(Code::UNKNOWN_SOURCE, about, message).nearest(nearest.as_deref());
            self.note(
                fault.label("not in `sources`").remedy("name an entry of `sources`, or add one"),
            );
        }
        self.figures.push(Figure { value: shown(value), standing, source, ..plain });
        Some(value)
    }

    fn standing_of(&mut self, node: Node<'a>) -> Option<(Standing, Node<'a>, Node<'a>)> {
        let standing = match node.tag()?.source() {
            "Published" => Standing::Published,
            "Reported" => Standing::Reported,
            "Derived" => Standing::Derived,
            "Assumed" => Standing::Assumed,
            _ => return None,
        };
        match node.items().as_deref() {
            Ok([value, about]) => Some((standing, *value, *about)),
            _ => {
                let word = node.tag().map_or("", Node::source);
                let message = format!("{word} has a value and where it is from, or why");
                let fault = self.at(Code::WRONG_LENGTH, node, message);
                self.note(fault.remedy(format!("write  {word}(\"5m\", \"…\")")));
                None
            }
        }
    }
}

/// `Some(x)` is `x`: files may say it, none needs to.
fn unwrapped(node: Node<'_>) -> Node<'_> {
    match (node.tag().map(Node::source), node.items().as_deref()) {
        (Some("Some"), Ok([inside])) => *inside,
        _ => node,
    }
}

fn shown(node: Node<'_>) -> String {
    node.text().map_or_else(|_| node.source().to_owned(), std::borrow::Cow::into_owned)
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
