//! Measures: first which there are in the whole file, then each node's own figures.

use super::super::Code;
use super::super::noun::MEASURE;
use super::super::sheet::{Reading, Sheet};
use super::value::Whose;
use crate::format;
use crate::levers::{FIELDS, Field, Value};
use crate::model::{BodyKind, Measure, MeasureUnit, Measures};
use crate::ron_text::{Field as Pair, Kind, Node};
use crate::split::Column;
use std::borrow::Cow;

impl<'a> Reading<'a> {
    /// The built-in measures and all that the file names itself, with their units and decimals.
    ///
    /// What is taken apart on the way down is kept: it is read again soon.
    pub(super) fn listed(&mut self, root: Node<'a>) -> Vec<Measure> {
        let mut measures = Measures::built_in();
        let mut waiting = vec![root];
        while let Some(node) = waiting.pop() {
            if node.kind() == Kind::List {
                let items = node.items().unwrap_or_default();
                waiting.extend(&items);
                self.pieces.keep_items(node, items);
                continue;
            }
            let Ok(fields) = self.pieces.fields(node) else { continue };
            for field in &fields {
                // A misspelt list is read as what was meant, here as everywhere.
                match list_named(field.name.source()) {
                    "measures" => {
                        for own in field.value.items().unwrap_or_default() {
                            learn(&mut measures, own);
                        }
                    }
                    "regions" | "systems" | "groups" | "bodies" => waiting.push(field.value),
                    _ => {}
                }
            }
            self.pieces.keep_fields(node, fields);
        }
        measures
    }
}

/// The list of the tree, or of measures, that a field's name means; nothing for other fields.
fn list_named(name: &str) -> &str {
    let lists = ["measures", "regions", "systems", "groups", "bodies"];
    let about_as_long = (4..=10).contains(&name.len());
    match lists.contains(&name) {
        true => name,
        // The names of other fields are unlike these, so nothing right is mistaken for a slip.
        false if about_as_long => format::nearest(name, lists).unwrap_or_default(),
        false => "",
    }
}

/// Learns of one measure of the file's own: what it counts shows in how it is written.
fn learn(measures: &mut Vec<Measure>, own: Node<'_>) {
    let fields = own.fields().unwrap_or_default();
    let called = |f: &Pair<'_>| format::nearest(f.name.source(), ["id", "value", "note"]);
    let value_of = |name: &str| fields.iter().find(|f| called(f) == Some(name)).map(|f| f.value);
    let id = value_of("id").and_then(|id| id.text().ok()).unwrap_or_default();
    let Some(value) = value_of("value") else { return };
    let value = match value.items().as_deref() {
        Ok([inside, _]) => *inside,
        _ => value,
    };
    let words = value.text().unwrap_or_else(|_| value.source().into());
    let number = format::parse_decimal(&words).ok();
    let at = measures.iter().position(|measure| measure.id == id);
    let at = at.unwrap_or_else(|| {
        measures.push(Measure {
            id: id.clone().into_owned(),
            rule_name: id.clone().into_owned(),
            words: id.replace('_', " "),
            unit: MeasureUnit::Number,
            decimals: 0,
            kinds: Vec::new(),
            note: None,
        });
        measures.len() - 1
    });
    let measure = &mut measures[at];
    if measure.note.is_none() {
        measure.note = value_of("note").and_then(|note| note.text().ok()).map(Cow::into_owned);
    }
    match number {
        Some(number) if measure.unit == MeasureUnit::Number => {
            measure.decimals = measure.decimals.max(number.scale());
        }
        None if measure.rule_name == measure.id && is_money(&words) => {
            measure.unit = MeasureUnit::Money;
        }
        _ => {}
    }
}

impl<'a> Reading<'a> {
    /// One node's own figures for all measures, in the order of their columns.
    pub(super) fn sizes(&mut self, whose: Whose<'_>, sheet: &Sheet<'a>) -> Vec<Option<i128>> {
        let mut row = vec![None; self.measures.len()];
        let built_in = Measures::built_in().len();
        for (at, cell) in row.iter_mut().enumerate().take(built_in) {
            *cell = self.size(whose, at, sheet);
        }
        for item in self.items(sheet, "measures") {
            let Some(own) = self.sheet(item, &MEASURE) else { continue };
            let id = self.id(&own);
            if !self.is_own_measure(&id, &own) {
                continue;
            }
            let Some(at) = self.measures.iter().position(|measure| measure.id == id) else {
                continue;
            };
            let Some(value) = self.standing((whose.path, "value", Some(whose.place)), &own) else {
                continue;
            };
            if let Some(figure) = self.figures.last_mut() {
                figure.field.clone_from(&id);
                figure.path = format!("{}.{id}", whose.path);
            }
            let column = Column(u16::try_from(at).unwrap_or(u16::MAX));
            let reader = crate::levers::Reader { measures: &self.measures, children: &[] };
            match reader.size(value, column).map_err(Box::new) {
                Ok(size) if row[at].is_none() => row[at] = Some(size),
                Ok(_) => {
                    let message = format!("the measure `{id}` stands here twice");
                    let fault = self.at(Code::DUPLICATE_ID, item, message).label("the second one");
                    self.note(fault.remedy("keep one of the two"));
                }
                Err(misread) => self.misread(&misread),
            }
        }
        row
    }

    /// Whether the name of a measure is free: paths and rules must know which figure is meant.
    fn is_own_measure(&mut self, id: &str, own: &Sheet<'a>) -> bool {
        let Some(node) = own.get("id") else { return true };
        let built_in = Measures::built_in();
        let known = built_in.iter().find(|measure| measure.id == id || measure.rule_name == id);
        let (message, remedy) = match known {
            Some(known) => (
                format!("`{id}` is the name of a measure that every file has"),
                format!("write  {}: …  beside `measures`, or choose another name", known.id),
            ),
            None if FIELDS.iter().any(|row| row.word == id) => (
                format!("`{id}` is the name of a field, so a path could mean two things"),
                format!("choose another name, such as {id}_measure"),
            ),
            None => return true,
        };
        let fault = self.at(Code::BAD_ID, node, message).label("taken");
        self.note(fault.remedy(remedy));
        false
    }

    /// A measure that a body of this kind cannot have would never be counted.
    pub(super) fn sizes_fit_kind(&mut self, kind: BodyKind, sheet: &Sheet<'a>) {
        for measure in Measures::built_in() {
            let Some(node) = sheet.get(&measure.id) else { continue };
            if measure.kinds.contains(&kind) {
                continue;
            }
            let whose = measure.kinds.first().map_or("", |kind| word(*kind));
            let who = word(kind);
            let message = format!("a {who} has no `{}`: only a {whose} has", measure.id);
            let fault = self.at(Code::FIELDS_CLASH, node, message).label("would not be counted");
            self.note(fault.remedy("take it out, or mend `kind`; or give it in `measures`"));
        }
    }

    fn size(&mut self, whose: Whose<'_>, at: usize, sheet: &Sheet<'a>) -> Option<i128> {
        let column = Column(u16::try_from(at).ok()?);
        match self.value((whose, Field::Measure(column), &Value::Measure(None)), sheet)? {
            Value::Measure(size) => size,
            _ => None,
        }
    }
}

/// Whether words are meant as money: they have a pound sign or a unit behind their digits.
fn is_money(words: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    words.contains('£') || (words.contains(digit) && words.trim().ends_with(char::is_alphabetic))
}

fn word(kind: BodyKind) -> &'static str {
    match kind {
        BodyKind::Commissioner => "commissioner",
        BodyKind::Provider => "provider",
        BodyKind::Council => "council",
    }
}
