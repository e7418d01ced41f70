//! The scenarios that ship: without warning, and every figure that matters says how well it is known.

use fairshare::document::{LIBRARY, library, open, render};
use fairshare::levers::{Field, Lever, Value, all_nodes, path_of};
use fairshare::model::{Piece, Scenario, Stance, Standing};
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

/// A pound sign with digits behind it: a figure that was typed.
fn typed_figure(words: &str) -> bool {
    words
        .match_indices('£')
        .any(|(at, sign)| words[at + sign.len()..].starts_with(|c: char| c.is_ascii_digit()))
}

#[test]
fn no_figure_of_a_shipped_story_can_go_stale() {
    assert!(typed_figure("asked for £5m") && !typed_figure("£ a head"));
    for entry in LIBRARY {
        for step in library(entry.name).unwrap().words.story.clone() {
            let all = [Some(&step.title), step.caption.as_ref(), step.say.as_ref()];
            for telling in all.into_iter().flatten().chain(step.notes.as_ref()) {
                for piece in &telling.pieces {
                    let Piece::Words(words) = piece else { continue };
                    // What research found elsewhere is no figure of the scenario: it is reported.
                    let reported = words.contains("£100 less") || words.contains("£1 cut");
                    assert!(reported || !typed_figure(words), "{}: {words}", entry.name);
                }
            }
        }
    }
}
