//! An example of each word of the field, from the scenario at hand.

use super::words::{name, owner};
use crate::engine::{Outcome, OutcomeMeasure, Source};
use crate::format::{capital, possessive};
use crate::levers::{Field, Lever, all_nodes, value_words};
use crate::model::{Measures, Node, Scenario};
use crate::report::reading_words;
use crate::split::Column;

/// Where an example of a word is found.
enum At {
    /// The first outcome of this name that is not nought.
    Outcome(&'static str),
    /// The first lever of this field that holds something.
    Lever(Field),
    /// The first size by this measure.
    Size(Column),
}

/// The words that have an example, in the order of the alphabet.
const EXAMPLES: &[(&str, At)] = &[
    ("allocation", At::Size(Measures::ALLOCATION)),
    ("ask", At::Outcome("ask")),
    ("cap", At::Lever(Field::Cap)),
    ("contribution", At::Outcome("contribution")),
    ("control total", At::Lever(Field::ControlTotal)),
    ("cut", At::Outcome("cut")),
    ("floor", At::Lever(Field::Floor)),
    ("gap", At::Outcome("gap")),
    ("limit", At::Outcome("limit")),
    ("need", At::Outcome("need")),
    ("not described", At::Outcome("not_described")),
    ("offset", At::Outcome("covered")),
    ("plan", At::Lever(Field::Plan)),
    ("position", At::Outcome("position")),
    ("recovery", At::Outcome("recovery")),
    ("registered people", At::Size(Measures::REGISTERED)),
    ("relief", At::Outcome("relief")),
    ("reserve", At::Lever(Field::Reserve)),
    ("resident people", At::Size(Measures::RESIDENT)),
    ("result", At::Outcome("result")),
    ("savings", At::Outcome("saved")),
    ("split rule", At::Lever(Field::Split)),
    ("support", At::Outcome("support")),
    ("target", At::Outcome("target")),
    ("turnover", At::Size(Measures::TURNOVER)),
    ("uncovered", At::Outcome("uncovered")),
    ("unplaced", At::Outcome("unplaced")),
    ("weighted people", At::Size(Measures::WEIGHTED)),
];

/// An example of a word: `Mid and South Essex’s ask is £5,000,000.00.`; `None` where the scenario
/// has none.
pub fn example(scenario: &Scenario, outcome: &Outcome, word: &str) -> Option<String> {
    let (_, at) = EXAMPLES.iter().find(|(own, _)| *own == word)?;
    let nodes = all_nodes(scenario);
    let found = match at {
        At::Outcome(id) => {
            nodes.into_iter().find_map(|node| of_outcome(scenario, outcome, (node, id)))
        }
        At::Lever(field) => nodes.into_iter().find_map(|node| of_lever(scenario, node, *field)),
        At::Size(column) => nodes.into_iter().find_map(|node| of_size(scenario, node, *column)),
    };
    found.map(|words| capital(&words) + ".")
}

fn of_outcome(scenario: &Scenario, outcome: &Outcome, (node, id): (Node, &str)) -> Option<String> {
    let reading = OutcomeMeasure::find(node, id)?.read(scenario, outcome);
    let says = reading.value.is_some_and(|(n, _)| n != 0);
    let words = reading_words(reading, crate::format::Minus::Sign).filter(|_| says)?;
    let source = Source::Outcome(node, OutcomeMeasure::find(node, id)?.row.id);
    Some(format!("{} is {words}", name(scenario, source)))
}

fn of_lever(scenario: &Scenario, node: Node, field: Field) -> Option<String> {
    let lever = Lever::all(scenario, node).find(|lever| lever.field == field)?;
    let words = value_words(scenario, lever, &lever.get(scenario));
    let says = !matches!(words.as_str(), "none" | "not known" | "£0");
    says.then(|| format!("{} is {words}", name(scenario, Source::Lever(lever))))
}

fn of_size(scenario: &Scenario, node: Node, column: Column) -> Option<String> {
    let lever = Lever { node, field: Field::Measure(column) };
    scenario.measure(node, column).filter(|size| *size > 0)?;
    let known = Lever::all(scenario, node).any(|own| own == lever);
    let words = value_words(scenario, lever, &lever.get(scenario));
    let measure = scenario.measures.measure(column)?.words.clone();
    known.then(|| format!("{} {measure}: {words}", possessive(&owner(scenario, node))))
}
