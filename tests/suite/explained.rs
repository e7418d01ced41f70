//! Every arithmetic line of every working can be redone from its text alone. The evaluator here reads
//! what is printed and knows nothing of the program: numbers, + − × ÷, brackets, min, max, round, down.
#![cfg(test)]

use std::collections::HashSet;

use fairshare::document::{self, LIBRARY};
use fairshare::engine::{OutcomeMeasure, Source, Workings, workings};
use fairshare::format::Unit;
use fairshare::levers::{Lever, Typing, all_nodes, lever_at, node_at, path_of, typed};
use fairshare::model::Scenario;
use fairshare::report::explain::{Asked, Page, as_text, explain, working};
use num_bigint::BigInt;
use num_integer::Integer;

/// A fraction in lowest terms, its denominator above nought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fraction(BigInt, BigInt);

impl Fraction {
    pub(crate) fn new(above: BigInt, below: BigInt) -> Self {
        assert_ne!(below, BigInt::from(0), "divided by nought");
        let common = above.gcd(&below) * if below < BigInt::from(0) { -1 } else { 1 };
        Self(above / &common, below / common)
    }

    fn less_than(&self, other: &Self) -> bool {
        &self.0 * &other.1 < &other.0 * &self.1
    }

    /// Rounded to whole hundredths, which are pence.
    fn to_pence(&self, half_up: bool) -> Self {
        let pence: BigInt = &self.0 * 100;
        let (above, below) =
            if half_up { (pence * 2 + &self.1, &self.1 * 2) } else { (pence, self.1.clone()) };
        Self::new(above.div_floor(&below), BigInt::from(100))
    }
}

/// Reads a calculation from left to right.
pub(crate) struct Reader<'t> {
    rest: &'t str,
}

impl Reader<'_> {
    pub(crate) fn all(text: &str) -> Fraction {
        let mut reader = Reader { rest: text.trim() };
        let value = reader.sum();
        assert_eq!(reader.rest.trim(), "", "left over in {text:?}");
        value
    }

    fn takes(&mut self, sign: &str) -> bool {
        let rest = self.rest.trim_start();
        let found = rest.strip_prefix(sign);
        if let Some(rest) = found {
            self.rest = rest;
        }
        found.is_some()
    }

    fn sum(&mut self) -> Fraction {
        let mut value = self.product();
        loop {
            let minus = if self.takes("+ ") {
                false
            } else if self.takes("− ") {
                true
            } else {
                return value;
            };
            let Fraction(a, b) = self.product();
            let a = if minus { -a } else { a };
            value = Fraction::new(&value.0 * &b + a * &value.1, value.1 * b);
        }
    }

    fn product(&mut self) -> Fraction {
        let mut value = self.factor();
        loop {
            let Fraction(above, below) = value;
            value = if self.takes("×") {
                let Fraction(a, b) = self.factor();
                Fraction::new(above * a, below * b)
            } else if self.takes("÷") {
                let Fraction(a, b) = self.factor();
                Fraction::new(above * b, below * a)
            } else {
                return Fraction(above, below);
            };
        }
    }

    fn factor(&mut self) -> Fraction {
        for (name, half_up) in [("round(", true), ("down(", false)] {
            if self.takes(name) {
                let value = self.sum();
                assert!(self.takes(")"));
                return value.to_pence(half_up);
            }
        }
        for (name, least) in [("min(", true), ("max(", false)] {
            if self.takes(name) {
                let mut value = self.sum();
                while self.takes(";") {
                    let other = self.sum();
                    if other.less_than(&value) == least {
                        value = other;
                    }
                }
                assert!(self.takes(")"));
                return value;
            }
        }
        if self.takes("(") {
            let value = self.sum();
            assert!(self.takes(")"));
            return value;
        }
        self.number()
    }

    /// `−142,000,000`, `228.287m`, `70%`.
    fn number(&mut self) -> Fraction {
        let minus = self.takes("−");
        let rest = self.rest.trim_start();
        let end = rest.find(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.'));
        let (digits, after) = rest.split_at(end.unwrap_or(rest.len()));
        assert!(!digits.is_empty(), "no number at {rest:?}");
        let digits = digits.replace(',', "");
        let (whole, decimals) = digits.split_once('.').unwrap_or((&digits, ""));
        let above: BigInt = format!("{whole}{decimals}").parse().unwrap();
        let mut below = BigInt::from(10).pow(u32::try_from(decimals.len()).unwrap());
        let mut above = if minus { -above } else { above };
        self.rest = after;
        if self.takes("m") {
            above *= 1_000_000;
        } else if self.takes("%") {
            below *= 100;
        }
        Fraction::new(above, below)
    }
}

/// Holds a printed amount against an exact value: to the penny as the step says, else digit by digit.
fn holds(value: &Fraction, step_text: &str, amount: &str) {
    let unrounded = amount.replace('…', "");
    let unrounded = unrounded.as_str();
    let printed = Reader::all(unrounded);
    if step_text.contains("rounding every share down left") {
        // It took one of the pennies that were left, or did not.
        let down = value.to_pence(false);
        let penny = Fraction::new(&down.0 * 100 + &down.1, &down.1 * 100);
        let took = step_text.contains(" took one ");
        assert_eq!(printed, if took { penny } else { down }, "{step_text}");
    } else if step_text.contains("rounded down") {
        assert_eq!(printed, value.to_pence(false), "{step_text}");
    } else if step_text.contains("rounded to the nearest penny") {
        assert_eq!(printed, value.to_pence(true), "{step_text}");
    } else if amount.contains('…') {
        // The digits that are shown are the first ones, four behind the point.
        let digit = if amount.ends_with('%') { 1_000_000 } else { 10_000 };
        let next = Fraction::new(&printed.0 * digit + &printed.1, &printed.1 * digit);
        assert!(!value.less_than(&printed) && value.less_than(&next), "{amount}: {step_text}");
    } else {
        assert_eq!(&printed, value, "{step_text}");
    }
}

/// Redoes those lines of a page that were not seen yet; answers how many there were.
pub(crate) fn redo(page: &Page, seen: &mut HashSet<String>) -> usize {
    let mut lines = 0;
    for step in &page.steps {
        for calculation in &step.calculations {
            let text = calculation.text();
            if !seen.insert(format!("{text} {} {:?}", step.amount, step.notes)) {
                continue;
            }
            lines += 1;
            let (left, right) = text.split_once("= ").unwrap();
            let value = Reader::all(right);
            let said = format!("{} {text} {:?}", page.path, step.notes);
            if left.is_empty() {
                holds(&value, &said, &step.amount);
            } else {
                assert_eq!(Reader::all(left), value, "{said}");
            }
        }
    }
    for check in &page.checks {
        assert!(check.holds, "{}: {}", page.path, check.text);
        if !seen.insert(check.text.clone()) {
            continue;
        }
        if !check.text.contains("shares") {
            let (left, right) = check.text.split_once(" = ").unwrap();
            assert_eq!(Reader::all(left), Reader::all(right), "{}", check.text);
            lines += 1;
        }
    }
    lines
}

/// Redoes the page of every number of a scenario.
fn redo_all(scenario: &Scenario) -> usize {
    let measures = all_nodes(scenario).into_iter().flat_map(OutcomeMeasure::all);
    redo_these(
        scenario,
        &workings(scenario),
        measures.map(|own| Source::Outcome(own.node, own.row.id)),
    )
}

/// Redoes the pages of these numbers.
pub(crate) fn redo_these(
    scenario: &Scenario,
    worked: &Workings,
    sources: impl Iterator<Item = Source>,
) -> usize {
    let asked = Asked { now: scenario, worked, changes: &[], file: "a.ron" };
    let mut seen = HashSet::new();
    sources.map(|source| redo(&working(&asked, source), &mut seen)).sum()
}

#[test]
fn the_evaluator_reads_what_people_write() {
    let value = |text: &str, above: i64, below: i64| {
        assert_eq!(Reader::all(text), Fraction::new(above.into(), below.into()), "{text}");
    };
    value("−142,000,000 − (−192,400,000)", 50_400_000, 1);
    value("3,500,000 × 228.287m ÷ 1,668.4m", 3_500_000 * 228_287, 1_668_400);
    value("min(25,000,000; 50,400,000)", 25_000_000, 1);
    value("round(1 ÷ 3) + down(2 ÷ 3)", 99, 100);
    value("max(0; 1 − 2) + 5 × 70%", 7, 2);
    value("478,904.64 ÷ (1,440,000 ÷ 12)", 47_890_464, 12_000_000);
}

#[test]
fn every_line_of_every_working_of_the_east_of_england_can_be_redone() {
    assert!(redo_all(&document::library("east-of-england-2019").unwrap()) > 100);
}

#[test]
fn every_line_of_every_working_of_the_other_scenarios_can_be_redone() {
    for file in LIBRARY.iter().filter(|file| file.name != "east-of-england-2019") {
        let lines = redo_all(&document::library(file.name).unwrap());
        assert!(lines > 20, "{}: {lines}", file.name);
    }
}

/// A scenario with levers moved as they would be typed.
pub(crate) fn with(name: &str, moves: &[(&str, &str)]) -> Scenario {
    let base = document::library(name).unwrap();
    let mut now = base.clone();
    for (path, value) in moves {
        let lever = lever_at(&base, path).unwrap();
        let typing = Typing { now: &now.clone(), base: &base, lever, unit: Unit::Pounds };
        let value = typed(typing, value).unwrap();
        lever.set(&mut now, &value).unwrap();
    }
    now
}

#[test]
fn rules_that_are_put_together_caps_and_floors_can_be_redone() {
    let of_east: &[&[(&str, &str)]] = &[
        &[("EoE.split", "Proportional(by: Allocation)"), ("HWE.cap", "5.5m")],
        &[("EoE.split", "Blend([(\"30%\", Equal), (\"70%\", Proportional(by: Allocation))])")],
        &[(
            "EoE.split",
            "Layered([(width: \"7m\", by: Equal), (by: Proportional(by: RegisteredPopulation))])",
        )],
        &[(
            "EoE.split",
            "Banded(by: Allocation, bands: [(upto: \"1.4bn\", rate: \"1%\"), (rate: \"2%\")])",
        )],
        &[("MSE.turn", "1"), ("MSE.cap", "9m"), ("EoE.split", "Priority(by: Allocation)")],
        &[("EoE.offset", "50%"), ("EoE.reserve", "3.333333m"), ("SNEE.floor", "6m")],
        &[("EoE.offset", "WholeNeed"), ("CP.recover", "12.5%"), ("SNEE.stance", "Refuses")],
        &[
            (
                "MSE/commissioners.split",
                "Blend([(\"50%\", Equal), (\"50%\", \
            Proportional(by: \"opening_allocation\"))])",
            ),
            ("07G.cap", "0.2%"),
        ],
        &[("07G.reserve", "100k"), ("07G.floor", "600k")],
        // Bounds that lie between two pennies of the amount that the rule is asked about.
        &[
            ("07G.percent", "10%"),
            ("99E.cap", "500k"),
            ("MSE/commissioners.split", "Percent(rest: \"opening_allocation\")"),
        ],
    ];
    for moves in of_east {
        redo_all(&with("east-of-england-2019", moves));
    }
    let rules = ["EqualHeadroom", "EqualUpToLimit", "ContestedGarment", "WhereItFalls"];
    for rule in rules {
        // Not every rule can run everywhere; the ones that can are redone.
        let base = document::library("northshire").unwrap();
        for path in levers(&base, "split") {
            let lever = lever_at(&base, &path).unwrap();
            let typing = Typing { now: &base, base: &base, lever, unit: Unit::Pounds };
            let mut now = base.clone();
            if typed(typing, rule).is_ok_and(|value| lever.set(&mut now, &value).is_ok()) {
                redo_all(&now);
            }
        }
    }
}

/// The paths of every lever with this word.
fn levers(scenario: &Scenario, word: &str) -> Vec<String> {
    let all = all_nodes(scenario).into_iter();
    let all = all.flat_map(|node| Lever::all(scenario, node).collect::<Vec<_>>());
    let paths = all.map(|lever| path_of(scenario, lever));
    paths.filter(|path| path.ends_with(&format!(".{word}"))).collect()
}

#[test]
fn thurrocks_ask_starts_at_the_gap_and_ends_at_the_penny() {
    let scenario = document::library("east-of-england-2019").unwrap();
    let worked = workings(&scenario);
    let asked = Asked { now: &scenario, worked: &worked, changes: &[], file: "a.ron" };
    let node = node_at(&scenario, "07G").unwrap();
    let page = explain(&asked, Source::Outcome(node, "ask"));
    let amounts: Vec<&str> = page.steps.iter().map(|step| step.amount.as_str()).collect();
    let expected = ["50,400,000.00", "25,000,000.00", "5,000,000.00", "3,500,000.00", "478,904.64"];
    assert_eq!(amounts, expected, "MECHANISM 10");
    // The figure stands where the file has it.
    let file = include_str!("../../scenarios/east-of-england-2019.ron");
    let line = file.lines().position(|line| line.trim() == "\"228.287m\",").unwrap();
    let text = as_text(&page);
    let place = format!("a.ron:{line}");
    assert!(text.contains(&place), "{place} is not in\n{text}");
    for piece in [
        "= 3,500,000 × 228.287m ÷ 1,668.4m",
        "Thurrock took one",
        "reported · The Lowdown",
        "derived · 224.492m + running costs 3.795m",
        // 478,904.64 is £1,095.36 less than £480,000.
        "published: £480,000 · £1,095.36 apart",
    ] {
        assert!(text.contains(piece), "{piece} is not in\n{text}");
    }
}
