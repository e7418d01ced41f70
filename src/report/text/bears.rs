//! Who bears it: of every split the lowest and the highest burden, and how far apart they are.

use super::Manner;
use super::page::{Page, Side, Table};
use crate::analysis::{Burden, Burdens, all_splits, distance, lenses};
use crate::model::{Measure, MeasureUnit, Measures, Node, Splitter};
use crate::report::Subject;
use crate::report::bears::{
    burden_figure, burden_words, child_id, distance_words, gini_figure, lens_words, ratio_figure,
    split_name, standing_words,
};
use crate::split::Column;

pub(super) fn write(page: &mut Page, subject: &Subject<'_>, manner: Manner) {
    let lines: Vec<Line<'_>> = lines(subject);
    if lines.is_empty() {
        return;
    }
    match manner {
        Manner::Tables => {
            let gini = if subject.changes.is_empty() { "Gini" } else { "Gini now" };
            let mut heads = vec![
                ("Who bears it", Side::Left),
                ("counted in", Side::Left),
                ("lowest", Side::Right),
                ("highest", Side::Right),
                ("ratio", Side::Right),
                (gini, Side::Right),
            ];
            if !subject.changes.is_empty() {
                heads.push(("in the file", Side::Right));
            }
            let rows = lines.iter().map(|line| line.cells(subject)).collect();
            page.table(&Table { heads: &heads, rows });
        }
        Manner::Plain => {
            page.head("Who bears it:");
            for line in &lines {
                page.head(&line.sentence(subject));
            }
            page.gap();
        }
    }
    page.sentence(&format!("A head is one of the {}. {MEANING}", heads_of(subject)));
    for words in distances(subject) {
        page.sentence(&words);
    }
}

const MEANING: &str = "The ratio is the highest burden over the lowest. The Gini coefficient is 0 \
    if all bear the same, and nears 1 the fewer bear it. Within one body or system everybody counts \
    as bearing the same. These are measures, not verdicts.";

fn heads_of<'s>(subject: &Subject<'s>) -> &'s str {
    let column = lenses(subject.now).first().copied().unwrap_or(Measures::REGISTERED);
    subject.now.measures.measure(column).map_or("people", |measure| &measure.words)
}

/// Every known distance from a fair-shares target, with its standing.
fn distances(subject: &Subject<'_>) -> Vec<String> {
    let one = |place: usize| {
        let own = distance(subject.now, Node::Body(place))?;
        let name = &subject.now.words.bodies[place].name;
        let known = match distance(subject.base, Node::Body(place)) {
            // What was changed has no longer the standing of the file.
            Some(file) if file.share == own.share => standing_words(own.standing, &own.source),
            _ => " (changed)".to_owned(),
        };
        let share = distance_words(own.share);
        Some(format!("{name} is funded {share}{known}."))
    };
    (0..subject.now.bodies.len()).filter_map(one).collect()
}

/// One split, counted in one measure.
struct Line<'s> {
    name: String,
    measure: &'s Measure,
    before: Option<Burdens>,
    now: Burdens,
}

/// Every split by head, by allocation and by turnover, as far as all of its figures are known.
fn lines<'s>(subject: &Subject<'s>) -> Vec<Line<'s>> {
    let first = lenses(subject.now).into_iter().take(1);
    let columns: Vec<Column> = first.chain([Measures::ALLOCATION, Measures::TURNOVER]).collect();
    let line = |(split, column): (Splitter, Column)| {
        let own = (split, column);
        Some(Line {
            name: split_name(subject.now, split),
            measure: subject.now.measures.measure(column)?,
            before: Burdens::of(subject.base, subject.before, own).ok(),
            now: Burdens::of(subject.now, subject.outcome, own).ok()?,
        })
    };
    let all = all_splits(subject.now).into_iter();
    all.flat_map(|split| columns.iter().map(move |column| (split, *column)))
        .filter_map(line)
        .collect()
}

impl Line<'_> {
    fn cells(&self, subject: &Subject<'_>) -> Vec<String> {
        let (low, high) = self.now.ends();
        let end = |own: Burden| {
            let figure = burden_figure(self.measure, own.fraction());
            match self.all_alike() {
                true => figure,
                false => format!("{} {figure}", child_id(subject.now, own.node)),
            }
        };
        let mut cells = vec![
            self.name.clone(),
            match self.measure.unit {
                MeasureUnit::People => "£ a head".to_owned(),
                _ => lens_words(self.measure),
            },
            end(low),
            end(high),
            ratio_figure(self.now.ratio()).unwrap_or_else(|| "[z]".to_owned()),
            gini_figure(self.now.gini()),
        ];
        if !subject.changes.is_empty() {
            let before = self.before.as_ref().map(|own| gini_figure(own.gini()));
            cells.push(before.unwrap_or_else(|| super::tables::UNKNOWN.to_owned()));
        }
        cells
    }

    /// Whether lowest and highest are written alike: then neither has a name.
    fn all_alike(&self) -> bool {
        let (low, high) = self.now.ends();
        let figure = |own: Burden| burden_figure(self.measure, own.fraction());
        figure(low) == figure(high)
    }

    fn sentence(&self, subject: &Subject<'_>) -> String {
        let (low, high) = self.now.ends();
        let end = |own: Burden| {
            let name = &subject.now.words.of(own.node).name;
            format!("{name} with {}", burden_words(self.measure, own.fraction()))
        };
        let ratio = ratio_figure(self.now.ratio())
            .map_or_else(String::new, |times| format!(", {times} times the lowest"));
        let before = match &self.before {
            Some(own) if !subject.changes.is_empty() => {
                format!(" (in the file {})", gini_figure(own.gini()))
            }
            _ => String::new(),
        };
        let ends = match self.all_alike() {
            true => format!("all bear {}", burden_words(self.measure, low.fraction())),
            false => format!("lowest {}, highest {}{ratio}", end(low), end(high)),
        };
        let (name, unit) = (&self.name, lens_words(self.measure));
        let gini = gini_figure(self.now.gini());
        format!("{name}, in {unit}: {ends}; Gini coefficient {gini}{before}.")
    }
}
