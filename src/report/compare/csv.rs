//! The comparison as CSV: one long table, a figure of one side a row.

use super::{Compared, letter, name, part, status, whose};
use crate::analysis::compare::{Row, difference};
use crate::engine::Reading;
use crate::levers::{path_of, value_text, whose as whose_lever};
use crate::report::behind;
use crate::report::csv::{finished, guarded};
use crate::report::number::{reading, unit_word};

/// The heads of the columns.
pub(in crate::report) const HEADS: [&str; 10] =
    ["part", "path", "name", "measure", "side", "value", "unit", "baseline", "change", "note"];

type Written = Result<(), csv::Error>;
type Writer = csv::Writer<Vec<u8>>;

pub(super) fn csv(compared: &Compared<'_>) -> Result<String, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(HEADS)?;
    sides(&mut writer, compared)?;
    inputs(&mut writer, compared)?;
    for row in compared.comparison.outcomes(compared.wanted) {
        outcome(&mut writer, compared, &row)?;
    }
    figures(&mut writer, compared)?;
    finished(writer)
}

/// Who is who: the fingerprint of its file, and what was changed in it.
fn sides(writer: &mut Writer, compared: &Compared<'_>) -> Written {
    let comparison = compared.comparison;
    for (at, side) in comparison.sides.iter().enumerate() {
        let (own, words) = (letter(at), &side.now.words);
        let note = if at == comparison.baseline { "the baseline" } else { "" };
        let (name, sha) = (guarded(side.name), words.sha256.as_str());
        writer.write_record(["side", "", &name, "sha256", own, sha, "", "", "", note])?;
        for change in side.changes() {
            let text = |value| guarded(&value_text(side.now, change.lever, value));
            let path = guarded(&path_of(side.now, change.lever));
            let name = guarded(&whose_lever(side.now, change.lever.node));
            let (to, from) = (text(&change.to), text(&change.from));
            let field = change.lever.field.word(side.now);
            let note = "changed in this side; the baseline here is its file";
            writer.write_record(["change", &path, &name, field, own, &to, "", &from, "", note])?;
        }
    }
    Ok(())
}

fn inputs(writer: &mut Writer, compared: &Compared<'_>) -> Written {
    let comparison = compared.comparison;
    for input in comparison.inputs() {
        let held = |side: usize| {
            let text = |lever| {
                let now = comparison.sides[side].now;
                guarded(&value_text(now, lever, &crate::levers::Lever::get(lever, now)))
            };
            input.levers[side].map(text)
        };
        let place = &comparison.alignment.places()[input.place];
        let name = comparison.words_of(place).map_or("", |words| &words.name);
        let (path, name) = (guarded(&input.path), guarded(name));
        let field = input.path.rsplit_once('.').map_or("", |(_, field)| field);
        let base = held(comparison.baseline).unwrap_or_default();
        for side in 0..comparison.sides.len() {
            let value = held(side);
            let note = if value.is_none() { "not in this scenario" } else { "" };
            let (own, value) = (letter(side), value.unwrap_or_default());
            writer
                .write_record(["input", &path, &name, field, own, &value, "", &base, "", note])?;
        }
    }
    Ok(())
}

fn outcome(writer: &mut Writer, compared: &Compared<'_>, row: &Row) -> Written {
    let comparison = compared.comparison;
    let (path, name) = (guarded(&row.path), guarded(&name(comparison, row)));
    let base = row.cells[comparison.baseline].reading;
    let text = |own: Option<Reading>| own.and_then(reading).unwrap_or_default();
    for (side, cell) in row.cells.iter().enumerate() {
        let unit = cell.reading.or(base).map_or("", |own| unit_word(own.unit));
        let change = text(cell.reading.zip(base).map(|(own, base)| difference(own, base)));
        let note = match (cell.reading, cell.value()) {
            (None, _) => "not in this scenario".to_owned(),
            (Some(_), None) => "not known or does not apply".to_owned(),
            _ => {
                let whose = whose(comparison, row, side).map(|words| words.id.clone());
                whose.or_else(|| status(comparison, row, side)).unwrap_or_default()
            }
        };
        let (value, base) = (text(cell.reading), text(base));
        let own = letter(side);
        writer.write_record([
            part(row.section),
            &path,
            &name,
            row.id,
            own,
            &value,
            unit,
            &base,
            &change,
            &guarded(&note),
        ])?;
    }
    Ok(())
}

/// Every figure behind every side with its standing; what was changed there is changed.
fn figures(writer: &mut Writer, compared: &Compared<'_>) -> Written {
    for (at, side) in compared.comparison.sides.iter().enumerate() {
        let changes = side.changes();
        for figure in behind(side.now, &changes) {
            let (path, value) = (guarded(&figure.path), guarded(figure.value()));
            let (own, note) = (letter(at), guarded(&figure.sentence()));
            writer.write_record([
                "figure",
                &path,
                "",
                &figure.field,
                own,
                &value,
                "",
                "",
                "",
                &note,
            ])?;
        }
    }
    Ok(())
}
