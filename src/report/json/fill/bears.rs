//! Filling in who bears what each split asks for.

use crate::analysis::{self, Burdens, all_splits, lenses};
use crate::levers::node_path;
use crate::model::{Measure, Node, Splitter};
use crate::report::Subject;
use crate::report::bears::{burden_figure, lens_words, missing_words, part_figure, ratio_figure};
use crate::report::json::shape::{Bearing, Burden, Fairness};
use crate::report::number;
use crate::split::Column;

/// The splits of the scenario, from the pools down.
pub(super) fn fairness(subject: &Subject<'_>) -> Vec<Fairness> {
    let columns = lenses(subject.now);
    let split = |split: Splitter| Fairness {
        of: path(subject, split.node()),
        measures: columns.iter().filter_map(|own| bearing(subject, (split, *own))).collect(),
    };
    all_splits(subject.now).into_iter().map(split).collect()
}

/// An unnamed group has no path of its own: its system's.
fn path(subject: &Subject<'_>, node: Node) -> String {
    node_path(subject.now, node).trim_end_matches('/').to_owned()
}

fn bearing(subject: &Subject<'_>, own: (Splitter, Column)) -> Option<Bearing> {
    let measure = subject.now.measures.measure(own.1)?;
    let empty = Bearing {
        measure: measure.id.clone(),
        unit: lens_words(measure),
        missing: None,
        ratio: None,
        difference: None,
        gini: None,
        burdens: Vec::new(),
    };
    Some(match Burdens::of(subject.now, subject.outcome, own) {
        Ok(burdens) => {
            let (numerator, denominator) = burdens.gini();
            Bearing {
                ratio: ratio_figure(burdens.ratio()),
                difference: Some(burden_figure(measure, burdens.difference())),
                gini: Some(number::fraction(numerator, denominator, 4)),
                burdens: list(subject, measure, &burdens),
                ..empty
            }
        }
        Err(missing) => {
            Bearing { missing: Some(missing_words(subject.now, &[own.1], missing)), ..empty }
        }
    })
}

fn list(subject: &Subject<'_>, measure: &Measure, burdens: &Burdens) -> Vec<Burden> {
    let (asks, sizes) = burdens.whole();
    let row = |(own, (size, ask)): (&analysis::Burden, (i128, i128))| Burden {
        who: path(subject, own.node),
        ask_pence: own.ask.get(),
        size: number::size(measure, own.size),
        per_unit: burden_figure(measure, own.fraction()),
        sizes_so_far: part_figure((size, sizes)),
        asks_so_far: part_figure((ask, asks)),
    };
    burdens.list().iter().zip(burdens.lorenz()).map(row).collect()
}
