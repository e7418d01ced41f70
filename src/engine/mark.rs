//! Answers of people, held against what the engine works out.
//!
//! What a lesson says of a right or wrong one stands in the lesson.

use super::told::in_units;
use super::{Outcome, Reading, Unit, sum};
use crate::format;
use crate::levers::Fraction;
use crate::model::{NumberAnswer, Scenario};
use crate::money::Share;

/// How a number that was guessed lies to the one that is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Within what the question allows.
    Right,
    /// The slip with this place in the question’s list.
    Slip(usize),
    /// The right size with the other sign.
    Sign,
    /// A thousand times too much or too little.
    Thousands,
    /// Something else.
    Off,
}

/// What a mark is made from: the answer and where its figures are read.
#[derive(Clone, Copy, Debug)]
pub struct Marking<'m> {
    /// The scenario that the question is about, its changes made.
    pub scenario: &'m Scenario,
    /// Its outcome.
    pub outcome: &'m Outcome,
    /// The question’s answer.
    pub answer: &'m NumberAnswer,
    /// What the engine says it is.
    pub truth: Reading,
}

/// So far off a number may lie and still be the slip, or the sign, that it looks like: 1 %.
const LIKE: Share = Share::percent(1);

/// Within so much a guess counts as near: 10 %.
const NEAR: Share = Share::percent(10);

impl Marking<'_> {
    /// Marks a guess, which is in the unit of the answer: pounds, months, people, a part of one.
    pub fn mark(&self, guess: Fraction) -> Mark {
        let Some(truth) = in_units(self.truth) else { return Mark::Off };
        if self.is_right(guess) {
            return Mark::Right;
        }
        let slip = |guess: Fraction| {
            self.answer.slips.iter().position(|slip| {
                sum(self.scenario, self.outcome, &slip.is).is_ok_and(|is| within(guess, is, LIKE))
            })
        };
        if let Some(place) = slip(guess) {
            return Mark::Slip(place);
        }
        let turned = (-guess.0, guess.1);
        if within(turned, truth, LIKE) {
            return Mark::Sign;
        }
        // Whoever slips may lose the sign on the way.
        if let Some(place) = slip(turned) {
            return Mark::Slip(place);
        }
        // What grows too large to be compared is off.
        let thousand = |(n, d): Fraction| (n.checked_mul(1_000).unwrap_or(0), d);
        match within(thousand(guess), truth, LIKE) || within(guess, thousand(truth), LIKE) {
            true => Mark::Thousands,
            false => Mark::Off,
        }
    }

    /// Whether a guess is another number instead, and not nought.
    pub fn is_instead(guess: Fraction, other: Reading) -> bool {
        in_units(other).is_some_and(|other| other.0 != 0 && within(guess, other, LIKE))
    }

    /// Whether a guess lies within a tenth of the answer.
    pub fn is_near(&self, guess: Fraction) -> bool {
        in_units(self.truth).is_some_and(|truth| within(guess, truth, NEAR))
    }

    /// Whether a number counts as right.
    pub fn is_right(&self, guess: Fraction) -> bool {
        in_units(self.truth).is_some_and(|truth| within(guess, truth, self.answer.within))
    }

    /// What is right as people type it.
    pub fn shown(&self) -> String {
        as_typed(self.truth)
    }

    /// Whether what the writer of the question says is what the engine says, to half a unit of the
    /// last place that is written.
    ///
    /// # Errors
    /// What is written is no number of that unit.
    pub fn confirms(&self) -> Result<bool, String> {
        let written = answer_of(&self.answer.is, self.truth.unit)?;
        let near = || {
            let slack = half_of_last_place(&self.answer.is, self.truth.unit)?;
            let (apart, whole) = apart(written, in_units(self.truth)?)?;
            Some(apart.checked_mul(slack.1)? <= slack.0.checked_mul(whole)?)
        };
        Ok(near().unwrap_or(false))
    }
}

/// A number as people type it: `478904.64`, `4.0`, `13.68%`; nothing of what is not known.
pub fn as_typed(reading: Reading) -> String {
    let Some((n, d)) = in_units(reading) else { return String::new() };
    let decimal = |n: i128, places: u32| {
        let one = 10_i128.pow(places);
        let units = (n.abs() * 2 * one + d) / (2 * d);
        let minus = if n < 0 && units > 0 { "-" } else { "" };
        let width = usize::try_from(places).unwrap_or(0);
        format!("{minus}{}.{:0width$}", units / one, units % one)
    };
    match reading.unit {
        Unit::Money | Unit::PencePerHead => decimal(n, 2),
        Unit::Months => decimal(n, 1),
        Unit::Share => decimal(100 * n, 2) + "%",
        Unit::People => ((2 * n + d).div_euclid(2 * d)).to_string(),
    }
}

/// The distance between two fractions, as a fraction; `None` if it grows too large to be exact.
fn apart((a, b): Fraction, (c, d): Fraction) -> Option<Fraction> {
    let apart = a.checked_mul(d)?.checked_sub(c.checked_mul(b)?)?.checked_abs()?;
    Some((apart, b.checked_mul(d)?))
}

/// Whether a number lies within a share of another one’s size; what grows too large lies nowhere.
fn within(guess: Fraction, truth: Fraction, share: Share) -> bool {
    // |guess − truth| × units ≤ share × |truth|, all over the same denominator.
    let near = || {
        let (apart, whole) = apart(guess, truth)?;
        let size = truth.0.checked_abs()?.checked_mul(whole / truth.1.max(1))?;
        let apart = apart.checked_mul(i128::from(Share::UNITS))?;
        Some(apart <= size.checked_mul(i128::from(share.units()))?)
    };
    near().unwrap_or(false)
}

/// Half a unit of the last place of a number as it is written: of `0.48m` that is £5,000, of
/// `478,904.64` half a penny, of `13.7%` a two-thousandth. What its unit is worth is read as the number
/// itself is.
fn half_of_last_place(words: &str, unit: Unit) -> Option<Fraction> {
    let is_part = |c: char| c.is_ascii_digit() || ".,_".contains(c);
    // A number may begin with its point.
    let from = words.find(|c: char| c.is_ascii_digit() || c == '.')?;
    let to = words[from..].find(|c| !is_part(c)).map_or(words.len(), |at| from + at);
    let digits = &words[from..to];
    let one = format!("{}1{}", &words[..from], &words[to..]);
    let (n, d) = answer_of(&one, unit).ok()?;
    let decimals = digits.split_once('.').map_or(0, |(_, rest)| rest.len());
    let places = 10_i128.checked_pow(u32::try_from(decimals).ok()?)?;
    Some((n.checked_abs()?, d.checked_mul(2)?.checked_mul(places)?))
}

/// A number in the unit in which people say it as a reading: money in whole pence.
pub fn reading_of((n, d): Fraction, unit: Unit) -> Reading {
    let value = match unit {
        Unit::Money | Unit::PencePerHead => {
            let pence = n.checked_mul(100).map(|pence| (pence, d.max(1)));
            pence.map(|(n, d)| if n % d == 0 { (n / d, 1) } else { (n, d) })
        }
        Unit::Months | Unit::Share | Unit::People => Some((n, d)),
    };
    Reading { value, unit }
}

/// A number as people type it, in the unit of a reading: `£684,000`, `0.68m`, `4 months`, `12.5%`.
/// A bare number is pounds, months, people or percent.
///
/// # Errors
/// Words that are none, with what to type instead.
pub fn answer_of(words: &str, unit: Unit) -> Result<Fraction, String> {
    let said = |fault: format::ReadFault| fault.to_string();
    match unit {
        Unit::Money | Unit::PencePerHead => {
            let pence = format::parse_amount(words, format::Unit::Pounds).map_err(said)?;
            Ok((i128::from(pence.get()), 100))
        }
        Unit::Share => {
            let share = format::parse_percent_or_bare(words).map_err(said)?;
            Ok((i128::from(share.units()), i128::from(Share::UNITS)))
        }
        Unit::Months | Unit::People => {
            let at = words.find(char::is_alphabetic).unwrap_or(words.len());
            let (number, word) = words.split_at(at);
            let known: &[&str] = match unit {
                Unit::Months => &["", "mo", "month", "months"],
                _ => &["", "person", "people"],
            };
            if !known.contains(&word.trim()) {
                let wanted = known[known.len() - 1];
                return Err(format!("“{word}” is no unit here: type a number of {wanted}"));
            }
            // Commas stand between thousands, or the number is not one.
            if number.contains(',') {
                let count = format::parse_count(number.trim()).map_err(said)?;
                return Ok((i128::from(count), 1));
            }
            let number = format::parse_decimal(number.trim()).map_err(said)?.normalize();
            let scale = 10_i128.checked_pow(number.scale()).ok_or("that is too exact")?;
            Ok((number.mantissa(), scale))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_the_unit_of_the_answer() {
        assert_eq!(answer_of("£684,000", Unit::Money), Ok((68_400_000, 100)));
        assert_eq!(answer_of("0.5m", Unit::Money), Ok((50_000_000, 100)));
        assert_eq!(answer_of("4 months", Unit::Months), Ok((4, 1)));
        assert_eq!(answer_of("1,800", Unit::People), Ok((1_800, 1)));
        // A quarter.
        let (n, d) = answer_of("25", Unit::Share).unwrap();
        assert_eq!(n * 4, d);
        assert!(answer_of("lots", Unit::Money).is_err());
        for (words, unit) in [("4k", Unit::Months), ("1 year", Unit::Months), ("4,5", Unit::People)]
        {
            assert!(answer_of(words, unit).is_err(), "{words}");
        }
    }

    #[test]
    fn what_is_written_stands_for_all_that_rounds_to_it() {
        // 0.48m stands for 475,000 to 485,000; 13.7 % for 13.65 % to 13.75 %.
        let half = |words, unit| {
            let (n, d) = half_of_last_place(words, unit).unwrap();
            let divisor = num_integer::gcd(n, d);
            (n / divisor, d / divisor)
        };
        assert_eq!(half("0.48m", Unit::Money), (5_000, 1));
        assert_eq!(half("2 million", Unit::Money), (500_000, 1));
        assert_eq!(half(".52m", Unit::Money), (5_000, 1));
        assert_eq!(half("1.2bn", Unit::Money), (50_000_000, 1));
        assert_eq!(half("£478,904.64", Unit::Money), (1, 200));
        assert_eq!(half("13.7%", Unit::Share), (1, 2_000));
        assert_eq!(half("4", Unit::Months), (1, 2));
    }

    #[test]
    fn near_is_a_share_of_the_size_of_what_is_right() {
        let tenth = Share::percent(10);
        assert!(within((110, 1), (100, 1), tenth));
        assert!(!within((1_101, 10), (100, 1), tenth));
        assert!(within((-91, 1), (-100, 1), tenth));
        assert!(within((0, 1), (0, 1), tenth));
        assert!(!within((1, 1), (0, 1), tenth));
        // A hundred and a bit is not four, however long the bit.
        let long = answer_of("100.0000000000000000000000001", Unit::Months).unwrap();
        assert!(!within(long, (4, 1), tenth));
        assert!(!within((i128::MAX, 3), (i128::MAX - 1, 2), tenth));
    }
}
