//! `fairshare schema`: the fields of a scenario file, or the JSON Schema of a report.

use clap::ValueEnum;

use super::aligned::listing;
use super::failure::Failure;
use crate::document::{FieldKind, FieldSpec, Noun, SCENARIO};
use crate::report::json_schema;

/// Of what.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// What is described; left out: the fields of a scenario file.
    what: Option<What>,
}

/// What is described.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum What {
    /// What `report --format json` prints, as a JSON Schema.
    Report,
}

/// The schema.
pub(super) fn run(args: &Args, plain: bool) -> Result<String, Failure> {
    match args.what {
        Some(What::Report) => json_schema().map_err(Failure::call),
        None => Ok(fields(plain)),
    }
}

/// Every noun of a file with its fields, each after the one that first holds it.
fn fields(plain: bool) -> String {
    let mut nouns: Vec<&Noun> = vec![&SCENARIO];
    let mut next = 0;
    while let Some(noun) = nouns.get(next).copied() {
        for part in noun.fields.iter().filter_map(part) {
            if !nouns.iter().any(|known| known.name == part.name) {
                nouns.push(part);
            }
        }
        next += 1;
    }
    let described: Vec<String> = nouns.iter().map(|noun| describe(noun, plain)).collect();
    described.join("\n")
}

fn describe(noun: &Noun, plain: bool) -> String {
    let row = |field: &FieldSpec| {
        let needed = if field.needed { "needed" } else { "" };
        vec![
            field.name.to_owned(),
            needed.to_owned(),
            kind_words(field.kind),
            field.meaning.to_owned(),
        ]
    };
    let rows: Vec<Vec<String>> = noun.fields.iter().map(row).collect();
    listing(&[noun.name, "", "holds", "meaning"], &rows, plain)
}

fn part(field: &FieldSpec) -> Option<&'static Noun> {
    match field.kind {
        FieldKind::List(noun) | FieldKind::One(noun) => Some(noun),
        _ => None,
    }
}

fn kind_words(kind: FieldKind) -> String {
    let words = match kind {
        FieldKind::Text => "text",
        FieldKind::Id => "id",
        FieldKind::Money => "money",
        FieldKind::Percent => "percent",
        FieldKind::Count => "whole number",
        FieldKind::Month => "month",
        FieldKind::Offset => "money, percent or WholeNeed",
        FieldKind::Limit => "money or percent",
        FieldKind::Rule => "split rule",
        FieldKind::Bool => "true or false",
        FieldKind::Texts => "list of texts",
        FieldKind::Other => "see meaning",
        FieldKind::Word(choices) => choices,
        FieldKind::List(noun) => return format!("list: {}", noun.name),
        FieldKind::One(noun) => noun.name,
    };
    words.to_owned()
}
