//! Filling in the figures that go in.

use crate::model;
use crate::report::json::shape::{Figure, Standing};
use crate::report::{self, Behind};

/// The figures in their order.
pub(in crate::report) fn figures(all: &[Behind<'_>]) -> Vec<Figure> {
    all.iter().map(figure).collect()
}

fn figure(own: &Behind<'_>) -> Figure {
    let source = own.cited();
    Figure {
        path: own.path.clone(),
        standing: standing(own.standing()),
        source: own.source_words(),
        value: own.value().to_owned(),
        in_file: own.changed.as_ref().and(own.line).map(|_| own.in_file.clone()),
        title: source.map(|source| source.title.clone()),
        date: source.and_then(|source| source.date.clone()),
        url: source.and_then(|source| source.url.clone()),
        line: own.line,
    }
}

fn standing(own: report::Standing) -> Standing {
    match own {
        report::Standing::Changed => Standing::Changed,
        report::Standing::OfFile(own) => match own {
            model::Standing::Published => Standing::Published,
            model::Standing::Reported => Standing::Reported,
            model::Standing::Derived => Standing::Derived,
            model::Standing::Assumed => Standing::Assumed,
            model::Standing::Plain => Standing::Plain,
        },
    }
}
