//! Arithmetic as it is written: `3,500,000 × 228.287m ÷ 1,668.4m`. Whatever is written here can be
//! worked out again from the text alone; a test does.

use crate::arithmetic::{Exact, Number, Rounding, Sum, Unit};
use crate::engine::{Line, Source};
use crate::model::{MeasureUnit, Scenario};
use crate::split::Column;
use num_bigint::{BigInt, Sign};
use num_integer::Integer;

/// A part of a calculation: words, or a number that can be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// As it stands.
    pub text: String,
    /// What number it is.
    pub source: Option<Source>,
}

/// A calculation in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calculation {
    /// The number it is the calculation of, where that is one that stands in the line above it.
    pub of: Option<String>,
    /// Its parts, from left to right.
    pub pieces: Vec<Piece>,
}

impl Calculation {
    /// The whole line: `= 25,000,000 ÷ 5`, `1,668.4m = 374.967m + …`.
    pub fn text(&self) -> String {
        let sum: String = self.pieces.iter().map(|piece| piece.text.as_str()).collect();
        match &self.of {
            Some(of) => format!("{of} = {sum}"),
            None => format!("= {sum}"),
        }
    }
}

/// The calculations of a line: its own, then those of the sums that it shows apart.
pub(super) fn calculations(scenario: &Scenario, line: &Line) -> Vec<Calculation> {
    let write = |sum: &Sum<Source>| {
        let mut writing = Writing { scenario, pieces: Vec::new() };
        writing.sum(sum, Place::Alone);
        writing.pieces
    };
    let own = Calculation { of: None, pieces: write(bare(&line.sum)) };
    let apart = line.together.iter().enumerate().map(|(place, sum)| {
        let source = Source::Together(place);
        let all = std::iter::once(&line.sum).chain(&line.together).flat_map(Sum::numbers);
        let number = all.into_iter().find(|number| number.is == Some(source));
        Calculation { of: number.map(|own| number_text(scenario, own)), pieces: write(sum) }
    });
    std::iter::once(own).chain(apart).collect()
}

/// What is calculated, without what is only done to its end: rounding, and nought as the least it can
/// be where that does not bind.
pub(super) fn bare(sum: &Sum<Source>) -> &Sum<Source> {
    match sum {
        Sum::Rounded(_, own) => own,
        Sum::Most(parts) => match &parts[..] {
            [_, own] if own.value().is_some_and(|value| value.above.sign() != Sign::Minus) => own,
            _ => sum,
        },
        _ => sum,
    }
}

/// How the end of a line is rounded, if it is.
pub(super) fn rounding(sum: &Sum<Source>) -> Option<Rounding> {
    if let Sum::Rounded(rounding, _) = sum { Some(*rounding) } else { None }
}

/// A number as it is written in a calculation.
pub(super) fn number_text(scenario: &Scenario, number: &Number<Source>) -> String {
    match number.unit {
        Unit::Pence => money(&number.value),
        Unit::Share => {
            let percent = scaled(&number.value, 10);
            format!("{}%", decimal(&percent, 10))
        }
        Unit::Count => grouped(&number.value),
        Unit::Size(column) => size(scenario, &number.value, Column(column)),
    }
}

/// Pence as pounds: `3,500,000`, `478,904.64`.
pub(super) fn money(pence: &BigInt) -> String {
    let sign = if pence.sign() == Sign::Minus { "−" } else { "" };
    let (pounds, rest) = BigInt::from(pence.magnitude().clone()).div_rem(&BigInt::from(100));
    let rest = if rest.sign() == Sign::NoSign { String::new() } else { format!(".{rest:0>2}") };
    format!("{sign}{}{rest}", grouped(&pounds))
}

/// A whole number of any length with its thousands apart: `−106,000`.
fn grouped(number: &BigInt) -> String {
    let sign = if number.sign() == Sign::Minus { "−" } else { "" };
    let digits = number.magnitude().to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3 + 1);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    format!("{sign}{text}")
}

/// A measure in its own unit; whole thousands from a million pounds up as `228.287m`.
fn size(scenario: &Scenario, value: &BigInt, column: Column) -> String {
    let Some(measure) = scenario.measures.measure(column) else { return value.to_string() };
    match measure.unit {
        MeasureUnit::People => grouped(value),
        MeasureUnit::Number => decimal(&scaled(value, measure.decimals), 12),
        MeasureUnit::Money => {
            let (thousands, rest) = value.div_rem(&BigInt::from(100_000));
            if rest.sign() != Sign::NoSign || thousands < BigInt::from(1000) {
                return money(value);
            }
            format!("{}m", decimal(&scaled(&thousands, 3), 3))
        }
    }
}

fn scaled(value: &BigInt, decimals: u32) -> Exact {
    let whole = Exact::whole(value.clone());
    Exact::new(value.clone(), BigInt::from(10).pow(decimals)).unwrap_or(whole)
}

/// A number with its thousands apart and its decimals as far as they go, at most so many: `0.5`,
/// `478,904.6392…`.
pub(super) fn decimal(exact: &Exact, most: u32) -> String {
    let negative = exact.above.sign() == Sign::Minus;
    let above = BigInt::from(exact.above.magnitude().clone());
    let (whole, mut rest) = above.div_rem(&exact.below);
    let mut digits = String::new();
    for _ in 0..most {
        rest *= 10;
        let (digit, left) = rest.div_rem(&exact.below);
        digits.push_str(&digit.to_string());
        rest = left;
    }
    let goes_on = rest.sign() != Sign::NoSign;
    if !goes_on {
        digits.truncate(digits.trim_end_matches('0').len());
    }
    let whole = grouped(&whole);
    let sign = if negative { "−" } else { "" };
    let point = if digits.is_empty() { "" } else { "." };
    let more = if goes_on { "…" } else { "" };
    format!("{sign}{whole}{point}{digits}{more}")
}

/// Where a part stands: what is around it decides whether it needs brackets.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// By itself, or between commas.
    Alone,
    /// First in a sum.
    First,
    /// Behind + or −.
    Behind,
    /// In a product, or above a line.
    Factor,
    /// Below a line.
    Divisor,
}

struct Writing<'a> {
    scenario: &'a Scenario,
    pieces: Vec<Piece>,
}

impl Writing<'_> {
    fn words(&mut self, text: &str) {
        match self.pieces.last_mut() {
            Some(piece) if piece.source.is_none() => piece.text.push_str(text),
            _ => self.pieces.push(Piece { text: text.to_owned(), source: None }),
        }
    }

    fn sum(&mut self, sum: &Sum<Source>, place: Place) {
        let brackets = match sum {
            Sum::Number(own) => {
                own.value.sign() == Sign::Minus && !matches!(place, Place::Alone | Place::First)
            }
            Sum::Plus(parts) => parts.len() > 1 && !matches!(place, Place::Alone | Place::First),
            Sum::Times(_) | Sum::Over(..) => place == Place::Divisor,
            Sum::Least(_) | Sum::Most(_) | Sum::Rounded(..) => false,
        };
        if brackets {
            self.words("(");
        }
        self.inside(sum);
        if brackets {
            self.words(")");
        }
    }

    fn inside(&mut self, sum: &Sum<Source>) {
        match sum {
            Sum::Number(own) => self.number(own),
            Sum::Plus(parts) => {
                for (at, (minus, part)) in parts.iter().enumerate() {
                    match (at, minus) {
                        (0, false) => {}
                        (0, true) => self.words("0 − "),
                        (_, false) => self.words(" + "),
                        (_, true) => self.words(" − "),
                    }
                    let place = if at == 0 && !minus { Place::First } else { Place::Behind };
                    self.sum(part, place);
                }
            }
            Sum::Times(parts) => self.row(parts, " × ", Place::Factor),
            Sum::Over(above, below) => {
                self.sum(above, Place::Factor);
                self.words(" ÷ ");
                self.sum(below, Place::Divisor);
            }
            Sum::Least(parts) => self.listed("min(", parts),
            Sum::Most(parts) => self.listed("max(", parts),
            Sum::Rounded(rounding, own) => {
                self.words(match rounding {
                    Rounding::HalfUp => "round(",
                    Rounding::Down => "down(",
                });
                self.sum(own, Place::Alone);
                self.words(")");
            }
        }
    }

    fn listed(&mut self, name: &str, parts: &[Sum<Source>]) {
        self.words(name);
        self.row(parts, "; ", Place::Alone);
        self.words(")");
    }

    fn row(&mut self, parts: &[Sum<Source>], between: &str, place: Place) {
        for (at, part) in parts.iter().enumerate() {
            if at > 0 {
                self.words(between);
            }
            self.sum(part, place);
        }
    }

    fn number(&mut self, own: &Number<Source>) {
        let text = number_text(self.scenario, own);
        match own.is {
            Some(source) if !matches!(source, Source::Together(_)) => {
                self.pieces.push(Piece { text, source: Some(source) });
            }
            _ => self.words(&text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_go_as_far_as_they_go() {
        let exact = |above: i64, below: i64| Exact::new(above.into(), below.into()).unwrap();
        assert_eq!(decimal(&exact(1, 2), 4), "0.5");
        // 350,000,000 × 228,287 ÷ 1,668,400 pence = 47,890,463.9175…; in pounds 478,904.6391….
        let share = exact(350_000_000 * 228_287, 1_668_400 * 100);
        assert_eq!(decimal(&share, 4), "478,904.6391…");
        assert_eq!(decimal(&exact(-7, 3), 2), "−2.33…");
        assert_eq!(decimal(&exact(5, 1), 4), "5");
    }

    #[test]
    fn pounds_have_pence_only_where_there_are_some() {
        assert_eq!(money(&BigInt::from(350_000_000)), "3,500,000");
        assert_eq!(money(&BigInt::from(47_890_464)), "478,904.64");
        assert_eq!(money(&BigInt::from(-14_200_000_000_i64)), "−142,000,000");
    }
}
