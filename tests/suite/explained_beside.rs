//! What is printed of numbers that are no outcome measure can be redone from its text, too: the years
//! after, areas, sums, burdens.
#![cfg(test)]

use std::collections::HashSet;

use super::explained::{Fraction, Reader, redo, redo_these, with};
use super::stage::{Stage, east_of_england};
use super::workings::{areas, sums, years};
use fairshare::analysis::{Burdens, all_splits, lenses};
use fairshare::app::Look;
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

/// What `e` would explain where these keys lead, as the page asks it; empty is nothing.
fn in_hand(scenario: Scenario, keys: &str) -> String {
    let mut stage = Stage::of(scenario, Look::Dark).sized(120, 36);
    stage.press(keys);
    let work = stage.app.work().unwrap();
    let now = work.session.now();
    let worked = workings(now);
    let asked = Asked { now, worked: &worked, changes: &[], file: "a.ron" };
    let source = work.screens.current().explained(&work.session);
    source.map_or_else(String::new, |source| explain(&asked, source).question)
}

#[test]
fn what_is_explained_is_the_number_that_stands_under_the_cursor() {
    let east = |keys: &str| in_hand(east_of_england(), keys);
    // The Timeline: of a row the last year with a figure that is not nought.
    assert_eq!(east("g t"), "Why is £0.00 repaid in 2022/23?");
    assert_eq!(east("g t Down"), "Why is £25,000,000.00 contributed in 2019/20?");
    assert_eq!(east("g t Down Down"), "Why is £8,333,333.34 promised back in 2022/23?");
    let rows = "Down ".repeat(6);
    let owed = east(&format!("/ text:07G Enter g t {rows}"));
    assert_eq!(owed, "Why is Thurrock still owed £478,904.64 at the end of 2022/23?");
    // Councils: the parts of all asks, then of a body.
    let area = "The part of what is asked of bodies in Thurrock Council’s area: £478,904.64";
    assert_eq!(east("g c"), area);
    let part = "The part of Thurrock’s ask in Thurrock Council’s area: £478,904.64";
    assert_eq!(east("g c Tab"), part);
}

#[test]
fn pools_sums_and_burdens_are_explained_on_their_screens() {
    let shire = |keys: &str| in_hand(document::library("northshire").unwrap(), keys);
    let east = |keys: &str| in_hand(east_of_england(), keys);
    // The systems of Northshire end at −£29.0m, −£8.4m and −£1.1m.
    let sum = "Northshire’s position, all systems together: −£38,500,000.00";
    assert_eq!(shire("g r Home"), sum);
    // A test is held against the reading that decides it, a partner's row against what it is asked.
    assert_eq!(shire("g s"), "Why is 24-hour crisis line’s delay 2 months?");
    assert_eq!(shire("g s Tab"), "Why is East Vale asked for £1,600,000.00?");
    // `fairness.rs` has these by hand: £3.16 and £4.05 a head, the lowest first, and 0.0888.
    let each = east("g b Tab");
    assert!(each.starts_with("Mid and South Essex’s burden in £ a head"), "{each}");
    assert!(each.ends_with(": £4.0459… a head"), "{each}");
    let lowest = east("g b Tab Tab");
    assert!(lowest.starts_with("Hertfordshire and West Essex’s burden"), "{lowest}");
    assert!(lowest.ends_with(": £3.1635… a head"), "{lowest}");
    let gini = east("g b Tab Tab Down Down Down Down");
    assert!(gini.starts_with("The Gini coefficient of burdens in £ a head"), "{gini}");
    assert!(gini.ends_with(": 0.0888…"), "{gini}");
    // The rule of a split is in hand first.
    assert_eq!(east("g b"), "East of England’s split rule: Equal");
}
