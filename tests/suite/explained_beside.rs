//! What is printed of numbers that are no outcome measure can be redone from its text, too: the years
//! after, areas, sums, burdens.
#![cfg(test)]

use std::collections::HashSet;

use super::explained::{Fraction, Reader, redo, redo_these, with};
use super::workings::{areas, sums, years};
use fairshare::analysis::{Burdens, all_splits, lenses};
use fairshare::document::{self, LIBRARY};
use fairshare::engine::{Bearing, BurdenOf, Due, InYear, Outcome, Source, workings};
use fairshare::format::FinancialYear;
use fairshare::levers::{Field, Lever, Value, node_at};
use fairshare::model::{MeasureUnit, Scenario};
use fairshare::report::explain::{Asked, as_text, explain};

/// Redoes the pages of every number that is no measure: of the years after, of areas, of sums.
fn redo_beside(scenario: &Scenario) -> usize {
    let worked = workings(scenario);
    let all = [years, areas, sums].map(|all| all(scenario, &worked));
    // What is nought has nothing to be redone.
    let known = all.into_iter().flatten().filter(|(_, own)| own.is_some_and(|own| !own.is_zero()));
    redo_these(scenario, &worked, known.map(|(source, _)| source))
}

const BY_SIZE: &str = "Proportional(by: Allocation)";

#[test]
fn every_line_of_the_years_after_of_areas_and_of_sums_can_be_redone() {
    let others = LIBRARY.iter().filter(|file| file.name != "east-of-england-2019");
    let others = others.map(|file| redo_beside(&document::library(file.name).unwrap()));
    // Where nothing is repaid there is little to redo.
    let moves = [("EoE.repaid", "33.3%"), ("EoE.recurrent", "true"), ("EoE.split", BY_SIZE)];
    let east = redo_beside(&with("east-of-england-2019", &moves));
    assert!(east > 300 && others.sum::<usize>() > 200, "{east}");
}

/// What can be said of the burdens of a split, each with what it comes to as it is written: pounds
/// for one of what is counted, a share of an amount of money, or a bare number.
fn burdens(scenario: &Scenario, outcome: &Outcome) -> Vec<(Source, Fraction)> {
    let mut all = Vec::new();
    for (split, column) in all_splits(scenario)
        .into_iter()
        .flat_map(|split| lenses(scenario).into_iter().map(move |column| (split, column)))
    {
        let Ok(burdens) = Burdens::of(scenario, outcome, (split, column)) else { continue };
        let measure = scenario.measures.measure(column).unwrap();
        let (above, below) = match measure.unit {
            MeasureUnit::People => (1, 100),
            MeasureUnit::Money => (1, 1),
            MeasureUnit::Number => (10_i128.pow(measure.decimals), 100),
        };
        let scaled = |(a, b): (i128, i128)| Fraction::new((a * above).into(), (b * below).into());
        let bare = |(a, b): (i128, i128)| Fraction::new(a.into(), b.into());
        let mut add = |what, value| {
            all.push((Source::Burden(BurdenOf { split, column, what }), value));
        };
        for own in burdens.list() {
            add(Bearing::Of(own.node), scaled(own.fraction()));
        }
        add(Bearing::Whole, scaled(burdens.whole()));
        add(Bearing::Difference, scaled(burdens.difference()));
        add(Bearing::Gini, bare(burdens.gini()));
        if let Some(ratio) = burdens.ratio() {
            add(Bearing::Ratio, bare(ratio));
        }
    }
    all
}

#[test]
fn burdens_and_how_far_apart_they_are_can_be_redone_from_asks_and_sizes() {
    let mut lines = 0;
    for file in LIBRARY {
        let scenario = document::library(file.name).unwrap();
        let worked = workings(&scenario);
        let asked = Asked { now: &scenario, worked: &worked, changes: &[], file: "a.ron" };
        let mut seen = HashSet::new();
        for (source, value) in burdens(&scenario, &worked.outcome) {
            let page = explain(&asked, source);
            lines += redo(&page, &mut seen);
            let text = page.steps.last().unwrap().calculations[0].text();
            assert_eq!(Reader::all(text.trim_start_matches("= ")), value, "{source:?}: {text}");
        }
    }
    assert!(lines > 200, "{lines}");
}

#[test]
fn what_thurrock_is_still_owed_is_said_with_each_year_and_what_each_year_rests_on() {
    let scenario = with("east-of-england-2019", &[("EoE.repaid", "50%")]);
    let worked = workings(&scenario);
    let asked = Asked { now: &scenario, worked: &worked, changes: &[], file: "a.ron" };
    let at = |id: &str| node_at(&scenario, id).unwrap();
    let year = |node, what, year| {
        let year = FinancialYear::starting(year);
        as_text(&explain(&asked, Source::Year(InYear { pool: at("EoE"), node, what, year })))
    };
    // The three parts and what they leave are worked out in `workings.rs`.
    let owed = year(at("07G"), Due::Owed, 2022);
    assert!(owed.starts_with("Why is Thurrock still owed £239,452.32 at the end of 2022/23?"));
    assert!(owed.contains("= 478,904.64 − 79,817.44 − 79,817.44 − 79,817.44"), "{owed}");
    // A third of half of £5m, by what each gave; the years and the percentage are the file's.
    let repaid = year(at("07G"), Due::Repaid, 2020);
    for piece in [
        "= 833,333.33 × 478,904.64 ÷ 5,000,000",
        "exactly 79,817.4396…: rounding every share down left five pennies; Thurrock took one",
        "assumed · no source shows that anything came back",
        "East of England’s years of repayment: 3",
    ] {
        assert!(repaid.contains(piece), "{piece} is not in\n{repaid}");
    }
    // Half of £5m is not repaid: by allocation 823.449 of 2,015.705, less what it carried too much.
    let lead = year(at("06N"), Due::Fallback, 2020);
    assert!(lead.contains("= 1,021,291.56 − (5,000,000 − round(5,000,000 × 50%))"), "{lead}");
}

#[test]
fn what_nobody_knows_to_be_repaid_says_what_is_missing() {
    let mut scenario = document::library("east-of-england-2019").unwrap();
    let pool = node_at(&scenario, "EoE").unwrap();
    let repaid = Lever { node: pool, field: Field::Repaid };
    repaid.set(&mut scenario, &Value::Share(None)).unwrap();
    let worked = workings(&scenario);
    let asked = Asked { now: &scenario, worked: &worked, changes: &[], file: "a.ron" };
    let year = FinancialYear::starting(2022);
    let own = InYear { pool, node: node_at(&scenario, "07G").unwrap(), what: Due::Owed, year };
    let page = explain(&asked, Source::Year(own));
    assert_eq!(page.question, "What Thurrock is still owed at the end of 2022/23 is not known");
    assert_eq!(page.because, "East of England’s share that is repaid is not known.");
    assert!(page.steps.is_empty());
}
