//! The report as CSV: one long table, a number or a word a row, for spreadsheets and pandas.
//!
//! UTF-8, comma, minus as a hyphen. What a spreadsheet would take for a formula is made text by an
//! apostrophe before it. An empty value is not known.

use super::number::{pounds, reading, size, typed, unit_word};
use super::words::{kind_word, status_word};
use super::{Subject, behind, why_unplaced};
use crate::engine::{self, Outcome, OutcomeMeasure, Trial, findings};
use crate::levers::{Field, Lever, Value, all_nodes, node_path, path_of, value_text};
use crate::model::{Node, Scenario};
use crate::split::Column;

/// The heads of the columns.
pub(super) const HEADS: [&str; 9] =
    ["part", "path", "kind", "name", "measure", "value", "unit", "in_file", "note"];

/// Which rows: what follows from the cascade, what goes in, and what is said of both.
#[derive(Clone, Copy)]
enum Part {
    Input,
    Outcome,
    Unplaced,
    Finding,
    Change,
    KeyTest,
    Figure,
}

impl Part {
    const fn word(self) -> &'static str {
        match self {
            Self::Input => "input",
            Self::Outcome => "outcome",
            Self::Unplaced => "unplaced",
            Self::Finding => "finding",
            Self::Change => "change",
            Self::KeyTest => "key test",
            Self::Figure => "figure",
        }
    }
}

/// One row; what is empty is left out.
#[derive(Default)]
struct Row<'r> {
    measure: &'r str,
    value: String,
    unit: &'r str,
    in_file: String,
    note: String,
}

struct Table<'r> {
    scenario: &'r Scenario,
    writer: csv::Writer<Vec<u8>>,
}

/// The report as CSV.
///
/// # Errors
/// If the csv writer fails, which it does not on memory.
pub fn csv(subject: &Subject<'_>) -> Result<String, csv::Error> {
    let mut table = Table { scenario: subject.now, writer: csv::Writer::from_writer(Vec::new()) };
    table.writer.write_record(HEADS)?;
    // A system's one unnamed group says nothing that the system does not.
    let named = |node: &Node| !subject.now.words.of(*node).id.is_empty();
    for node in all_nodes(subject.now).into_iter().filter(named) {
        inputs(&mut table, subject, node)?;
        outcomes(&mut table, subject, node)?;
    }
    remarks(&mut table, subject)?;
    changes(&mut table, subject)?;
    key_tests(&mut table, subject)?;
    figures(&mut table, subject)?;
    finished(table.writer)
}

impl Table<'_> {
    fn node(&mut self, part: Part, node: Node, row: Row<'_>) -> Result<(), csv::Error> {
        let path = node_path(self.scenario, node);
        let path = path.trim_end_matches('/');
        let name = self.scenario.words.of(node).name.clone();
        self.row(part, (path, kind_word(self.scenario, node), &name), row)
    }

    fn row(
        &mut self,
        part: Part,
        (path, kind, name): (&str, &str, &str),
        row: Row<'_>,
    ) -> Result<(), csv::Error> {
        let value = |text: String| match row.unit {
            "" => guarded(&text),
            _ => text,
        };
        let (now, before) = (value(row.value), value(row.in_file));
        let (path, name, note) = (guarded(path), guarded(name), guarded(&row.note));
        let cells = [part.word(), &path, kind, &name, row.measure, &now, row.unit, &before, &note];
        self.writer.write_record(cells)
    }
}

/// The text of a table once all of it is written.
pub(super) fn finished(writer: csv::Writer<Vec<u8>>) -> Result<String, csv::Error> {
    let bytes = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// What a spreadsheet would run as a formula, as text.
pub(super) fn guarded(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

/// Control total, plan and sizes: what the outcome is read against.
fn inputs(table: &mut Table<'_>, subject: &Subject<'_>, node: Node) -> Result<(), csv::Error> {
    if !matches!(node, Node::System(_) | Node::Body(_)) {
        return Ok(());
    }
    for field in [Field::ControlTotal, Field::Plan] {
        let of = |scenario| match (Lever { node, field }).get(scenario) {
            Value::Money(amount) => amount.map(pounds),
            _ => None,
        };
        let (value, in_file) = (of(subject.now), of(subject.base));
        let row = amount(field.word(subject.now), "pounds", value, in_file);
        table.node(Part::Input, node, row)?;
    }
    for (place, measure) in (0..).zip(subject.now.measures.list.iter()) {
        let of = |scenario: &Scenario| {
            scenario.measure(node, Column(place)).map(|number| size(measure, number))
        };
        let value = of(subject.now);
        let unit = match measure.unit {
            crate::model::MeasureUnit::Money => "pounds",
            crate::model::MeasureUnit::People => "people",
            crate::model::MeasureUnit::Number => "number",
        };
        if value.is_some() {
            table.node(Part::Input, node, amount(&measure.id, unit, value, of(subject.base)))?;
        }
    }
    Ok(())
}

fn outcomes(table: &mut Table<'_>, subject: &Subject<'_>, node: Node) -> Result<(), csv::Error> {
    for measure in OutcomeMeasure::all(node) {
        let value = reading(measure.read(subject.now, subject.outcome));
        let in_file = reading(measure.read(subject.base, subject.before));
        let row = amount(measure.row.id, unit_word(measure.row.unit), value, in_file);
        table.node(Part::Outcome, node, row)?;
    }
    let Node::Programme(place) = node else { return Ok(()) };
    let status = |outcome: &Outcome| outcome.programmes[place].status.map(status_word);
    let start = |outcome: &Outcome| outcome.programmes[place].new_start.map(|m| m.to_string());
    let text = |of: &dyn Fn(&Outcome) -> Option<String>, measure| {
        amount(measure, "", of(subject.outcome), of(subject.before))
    };
    let status = |outcome: &Outcome| status(outcome).map(str::to_owned);
    table.node(Part::Outcome, node, text(&status, "status"))?;
    table.node(Part::Outcome, node, text(&start, "new_start"))
}

fn amount<'r>(
    measure: &'r str,
    unit: &'r str,
    value: Option<String>,
    in_file: Option<String>,
) -> Row<'r> {
    let note = if value.is_none() { "not known or does not apply" } else { "" };
    let (value, in_file) = (value.unwrap_or_default(), in_file.unwrap_or_default());
    Row { measure, unit, value, in_file, note: note.to_owned() }
}

fn remarks(table: &mut Table<'_>, subject: &Subject<'_>) -> Result<(), csv::Error> {
    for unplaced in engine::unplaced(subject.outcome) {
        let note = why_unplaced(subject.now, &unplaced);
        let value = pounds(unplaced.amount);
        let row = Row { measure: "amount", unit: "pounds", value, note, ..Row::default() };
        table.node(Part::Unplaced, unplaced.node, row)?;
    }
    for finding in findings(subject.now, subject.outcome) {
        let note = finding.reason.words().to_owned();
        let value = finding.reason.code().to_owned();
        let row = Row { measure: "finding", value, note, ..Row::default() };
        table.node(Part::Finding, finding.node, row)?;
    }
    Ok(())
}

fn changes(table: &mut Table<'_>, subject: &Subject<'_>) -> Result<(), csv::Error> {
    for change in subject.changes {
        let node = change.lever.node;
        let kind = kind_word(subject.now, node);
        let path = path_of(subject.now, change.lever);
        let row = Row {
            measure: change.lever.field.word(subject.now),
            value: value_text(subject.now, change.lever, &change.to),
            in_file: value_text(subject.now, change.lever, &change.from),
            ..Row::default()
        };
        table.row(Part::Change, (&path, kind, &subject.now.words.of(node).name), row)?;
    }
    Ok(())
}

fn key_tests(table: &mut Table<'_>, subject: &Subject<'_>) -> Result<(), csv::Error> {
    for (place, test) in subject.now.words.key_tests.iter().enumerate() {
        let trial = Trial::read(subject.now, place).ok();
        let verdict = trial.map(|trial| trial.judge(subject.now, subject.outcome));
        let passes = verdict.and_then(|verdict| verdict.passes);
        let worst = verdict.and_then(|verdict| verdict.worst);
        let row = Row {
            measure: test.measure.as_deref().unwrap_or("fact"),
            value: worst.and_then(|(_, reading)| typed(reading)).unwrap_or_default(),
            note: super::words::verdict_word(passes).to_owned(),
            ..Row::default()
        };
        let partner = test.partner.as_deref().unwrap_or_default();
        table.row(Part::KeyTest, (partner, "key test", &test.words.name), row)?;
    }
    Ok(())
}

fn figures(table: &mut Table<'_>, subject: &Subject<'_>) -> Result<(), csv::Error> {
    for figure in behind(subject.now, subject.changes) {
        let kind = figure.node.map_or("", |node| kind_word(subject.now, node));
        let name = figure.node.map_or("", |node| subject.now.words.of(node).name.as_str());
        let row = Row {
            measure: &figure.field,
            note: figure.sentence(),
            value: figure.value().to_owned(),
            in_file: figure.changed.as_ref().map_or_else(String::new, |_| figure.in_file.clone()),
            ..Row::default()
        };
        table.row(Part::Figure, (&figure.path, kind, name), row)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn what_a_spreadsheet_would_run_is_text() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(guarded(formula), format!("'{formula}"));
        }
        assert_eq!(guarded("Thurrock"), "Thurrock");
    }
}
