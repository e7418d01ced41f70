//! Measures: first which there are in the whole file, then each node's own figures.

use super::super::noun::MEASURE;
use super::super::sheet::{Reading, Sheet};
use super::value::Whose;
use crate::format;
use crate::levers::{Field, Value};
use crate::model::{Measure, MeasureUnit, Measures};
use crate::ron_text::{Kind, Node};
use crate::split::Column;

/// The built-in measures and all that the file names itself, with their units and decimals.
pub(super) fn listed(root: Node<'_>) -> Vec<Measure> {
    let mut measures = Measures::built_in();
    let mut waiting = vec![root];
    while let Some(node) = waiting.pop() {
        if let Ok(items) = node.items() {
            if node.kind() == Kind::List {
                waiting.extend(items);
            }
            continue;
        }
        for field in node.fields().unwrap_or_default() {
            match field.name.source() {
                "measures" => {
                    for own in field.value.items().unwrap_or_default() {
                        learn(&mut measures, own);
                    }
                }
                "regions" | "systems" | "groups" | "bodies" => waiting.push(field.value),
                _ => {}
            }
        }
    }
    measures
}

/// Learns of one measure of the file's own: what it counts shows in how it is written.
fn learn(measures: &mut Vec<Measure>, own: Node<'_>) {
    let fields = own.fields().unwrap_or_default();
    let value_of = |name: &str| fields.iter().find(|f| f.name.source() == name).map(|f| f.value);
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
        });
        measures.len() - 1
    });
    let measure = &mut measures[at];
    match number {
        Some(number) if measure.unit == MeasureUnit::Number => {
            measure.decimals = measure.decimals.max(number.scale());
        }
        None if measure.rule_name == measure.id => measure.unit = MeasureUnit::Money,
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
            let Some(at) = self.measures.iter().position(|measure| measure.id == id) else {
                continue;
            };
            let Some(value) = self.standing((whose.path, "value", whose.place), &own) else {
                continue;
            };
            if let Some(figure) = self.figures.last_mut() {
                figure.field.clone_from(&id);
                figure.path = format!("{}.{id}", whose.path);
            }
            let column = Column(u16::try_from(at).unwrap_or(u16::MAX));
            let reader = crate::levers::Reader { measures: &self.measures, children: &[] };
            match reader.size(value, column).map_err(Box::new) {
                Ok(size) => row[at] = Some(size),
                Err(misread) => self.misread(&misread),
            }
        }
        row
    }

    fn size(&mut self, whose: Whose<'_>, at: usize, sheet: &Sheet<'a>) -> Option<i128> {
        let column = Column(u16::try_from(at).ok()?);
        match self.value((whose, Field::Measure(column), &Value::Measure(None)), sheet)? {
            Value::Measure(size) => size,
            _ => None,
        }
    }
}
