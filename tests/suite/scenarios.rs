//! The scenarios that ship: without warning, and every figure that matters says how well it is known.

use fairshare::document::{LIBRARY, open, render};
use fairshare::levers::{Field, Lever, Value, all_nodes, path_of};
use fairshare::model::{Scenario, Stance, Standing};
use fairshare::ron_text::Source;

fn shipped() -> impl Iterator<Item = (&'static str, Scenario, Source)> {
    LIBRARY.iter().map(|entry| {
        let loaded = open(entry.name);
        let loaded = loaded.unwrap_or_else(|f| unreachable!("{}", render(&f.faults, &f.source)));
        assert!(loaded.warnings.is_empty(), "{}", render(&loaded.warnings, &loaded.source));
        (entry.name, loaded.scenario, loaded.source)
    })
}

#[test]
fn no_figure_that_matters_is_plain() {
    for (name, scenario, _) in shipped() {
        // The shares of a body's people by council are exempt: the notes say once how all of them
        // were counted, and no figure of the cascade hangs on them.
        for figure in &scenario.words.figures {
            let plain = figure.standing == Standing::Plain;
            assert!(!plain, "{name}:{}: {} has no standing", figure.line, figure.path);
        }
    }
}

#[test]
fn every_choice_that_matters_has_a_standing() {
    for (name, scenario, _) in shipped() {
        let figures = &scenario.words.figures;
        for node in all_nodes(&scenario) {
            for lever in Lever::all(&scenario, node) {
                let chosen = match (lever.field, lever.get(&scenario)) {
                    (Field::Lead, Value::Lead(lead)) => lead.is_some(),
                    (Field::Stance, Value::Stance(stance)) => stance != Stance::Contributes,
                    (Field::Split, Value::Rule(_)) => true,
                    _ => false,
                };
                let path = path_of(&scenario, lever);
                let stands = figures.iter().any(|figure| figure.path == path);
                assert!(!chosen || stands, "{name}: {path} has no standing");
            }
        }
    }
}

#[test]
fn the_line_of_a_figure_is_where_it_stands() {
    for (name, scenario, source) in shipped() {
        for figure in &scenario.words.figures {
            let line = source.line_text(usize::try_from(figure.line).unwrap());
            let field = match figure.field.as_str() {
                own if line.contains(&format!("{own}:")) => own,
                // A measure of the file's own stands as `value` beside its id; a path is its own.
                _ => {
                    if line.contains("amount:") {
                        "amount"
                    } else {
                        "value"
                    }
                }
            };
            assert!(line.contains(&format!("{field}: ")), "{name}: {}: {line}", figure.path);
        }
    }
}

#[test]
fn what_is_cited_in_brackets_is_a_source() {
    for (name, scenario, source) in shipped() {
        for piece in source.text().split('[').skip(1) {
            let Some((cited, _)) = piece.split_once(']') else { continue };
            let is_id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            if cited.len() > 1 && cited.chars().all(is_id) {
                assert!(scenario.words.source(cited).is_some(), "{name}: [{cited}] is no source");
            }
        }
    }
}
