//! Amounts, percentages, counts and decimals from what people write, exactly.
//!
//! How digits are read is in `number`, the sentences of refusal are in `fault`.

use rust_decimal::Decimal;

use super::fault::{Meant, ReadFault};
use super::money::{Minus, short, typed, whole_pounds};
use super::number::{self, Typed, Wanted};
use crate::money::{Pence, Share};

/// What a bare number is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Pounds: in files and on the command line.
    Pounds,
    /// Millions of pounds: in a field of a screen with £m in its head.
    Millions,
}

/// An amount and how it was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The amount.
    pub pence: Pence,
    /// What decided its unit.
    pub understood: Understood,
}

/// What decided the unit of an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Understood {
    /// A unit was written: `12.5m`.
    UnitWritten,
    /// A pound sign or commas for thousands, no unit: pounds.
    PoundsWritten,
    /// Nothing was written: the unit that was asked for.
    Bare(Unit),
}

const AMOUNT: Wanted = Wanted { noun: "an amount of money", example: "12.5m, 480k or -£142m" };
const PERCENT: Wanted = Wanted { noun: "a percentage", example: "2.5%" };
const COUNT: Wanted = Wanted { noun: "a whole number", example: "310_000" };
const DECIMAL: Wanted = Wanted { noun: "a number", example: "1.5" };

/// In a field of millions a bare number from here on was surely meant in pounds.
const LOOKS_LIKE_POUNDS: i128 = 100_000;
/// Decimals of a percentage that [`Share`] keeps: twelve of one.
const PERCENT_DECIMALS: u32 = 10;
const MOST_PERCENT: i128 = 1_000_000;
const MOST_COUNT: i128 = 1_000_000_000_000;

/// The amount of [`read_amount`] alone.
///
/// # Errors
/// As [`read_amount`].
pub fn parse_amount(words: &str, bare: Unit) -> Result<Pence, ReadFault> {
    read_amount(words, bare).map(|amount| amount.pence)
}

/// An amount of money: `12_500_000`, `12.5m`, `480k`, `1.2bn`, `-142m`, `−142m`, `£480,000`.
///
/// # Errors
/// Whatever is no amount, not whole pence, beyond [`Pence::LIMIT`], or could mean two amounts.
pub fn read_amount(words: &str, bare: Unit) -> Result<Amount, ReadFault> {
    read_amount_as_typed(words, bare).map_err(|fault| with_digits_for_letters(fault, words, bare))
}

fn read_amount_as_typed(words: &str, bare: Unit) -> Result<Amount, ReadFault> {
    let number = number::read(words, AMOUNT)?;
    let words = words.trim();
    let (power, understood) = unit(words, &number, bare)?;
    let looks_like_pounds = number.mantissa >= LOOKS_LIKE_POUNDS * 10_i128.pow(number.decimals);
    if understood == Understood::Bare(Unit::Millions) && looks_like_pounds {
        return Err(ambiguous(words, &number));
    }
    let pence = pence(words, &number, power).map_err(|fault| match fault {
        ReadFault::TooLarge { .. } if looks_like_pounds && power == 8 => ambiguous(words, &number),
        other => other,
    })?;
    Ok(Amount { pence, understood })
}

/// A percentage with its sign: `2.5%`, `70 %`.
///
/// # Errors
/// Whatever is no percentage, has no sign, more than ten decimals, or is beyond 1,000,000 %.
pub fn parse_percent(words: &str) -> Result<Share, ReadFault> {
    let number = number::read(words, PERCENT)?;
    if number.rest.is_empty() && !number.pounds {
        return Err(ReadFault::NoPercentSign { words: words.trim().to_owned() });
    }
    share(words, &number)
}

/// A percentage whose sign may be left out, for fields that have one in their head: `2.5`.
///
/// # Errors
/// As [`parse_percent`], but for the sign.
pub fn parse_percent_or_bare(words: &str) -> Result<Share, ReadFault> {
    share(words, &number::read(words, PERCENT)?)
}

/// A number of people or things, at most a million million: `310_000`, `310,000`.
///
/// # Errors
/// Whatever is no whole number, below nought, or too large.
pub fn parse_count(words: &str) -> Result<i64, ReadFault> {
    let number = number::read(words, COUNT)?;
    let bare = number.rest.is_empty() && !number.pounds && !number.negative;
    if !bare || number.decimals > 0 {
        return Err(COUNT.not_this(words.trim()));
    }
    match i64::try_from(number.mantissa) {
        Ok(count) if number.mantissa <= MOST_COUNT => Ok(count),
        _ => Err(too_large(words, "1,000,000,000,000")),
    }
}

/// A plain decimal, exact to 28 digits: `1.25`, `-0.5`, `1_000`.
///
/// # Errors
/// Whatever is no decimal number or has more digits.
pub fn parse_decimal(words: &str) -> Result<Decimal, ReadFault> {
    let number = number::read(words, DECIMAL)?;
    if !number.rest.is_empty() || number.pounds {
        return Err(DECIMAL.not_this(words.trim()));
    }
    let signed = if number.negative { -number.mantissa } else { number.mantissa };
    Decimal::try_from_i128_with_scale(signed, number.decimals)
        .map_err(|_| DECIMAL.not_this(words.trim()))
}

/// The power of ten that makes pence, and what decided it.
fn unit(words: &str, number: &Typed<'_>, bare: Unit) -> Result<(u32, Understood), ReadFault> {
    let rest = number.rest;
    if rest.is_empty() {
        let written = number.pounds || number.commas;
        return Ok(match bare {
            _ if written => (2, Understood::PoundsWritten),
            Unit::Pounds => (2, Understood::Bare(Unit::Pounds)),
            Unit::Millions => (8, Understood::Bare(Unit::Millions)),
        });
    }
    if let Some(power) = power_of(rest) {
        return Ok((power, Understood::UnitWritten));
    }
    if let Some(sign) = rest.chars().find(|c| "$€¥".contains(*c)) {
        return Err(ReadFault::Currency { sign });
    }
    Err(no_unit(words, rest))
}

fn power_of(unit: &str) -> Option<u32> {
    match unit.to_lowercase().as_str() {
        "k" | "thousand" => Some(5),
        "m" | "mn" | "million" => Some(8),
        "bn" | "billion" => Some(11),
        _ => None,
    }
}

/// Two units, a unit that is not known, or no unit at all behind the digits.
fn no_unit(words: &str, rest: &str) -> ReadFault {
    let longest_first = rest.char_indices().map(|(at, _)| at).skip(1).collect::<Vec<_>>();
    for at in longest_first.into_iter().rev() {
        let (first, second) = rest.split_at(at);
        let (first, second) = (first.trim(), second.trim());
        let is_more =
            second.starts_with(|c: char| c.is_ascii_digit()) || power_of(second).is_some();
        if power_of(first).is_some() && is_more {
            let (first, second) = (first.to_owned(), second.to_owned());
            return ReadFault::TwoUnits { words: words.to_owned(), first, second };
        }
    }
    if rest.chars().all(char::is_alphabetic) {
        return ReadFault::UnknownUnit { unit: rest.to_owned() };
    }
    AMOUNT.not_this(words)
}

fn pence(words: &str, number: &Typed<'_>, power: u32) -> Result<Pence, ReadFault> {
    let sign = if number.negative { -1 } else { 1 };
    if number.decimals > power {
        let kept = number.mantissa / 10_i128.pow(number.decimals - power);
        let write = short(Pence::from_wide(sign * kept), Minus::Hyphen);
        return Err(ReadFault::FractionOfPenny { words: words.to_owned(), write });
    }
    let wide = number.mantissa.checked_mul(10_i128.pow(power - number.decimals));
    match wide.and_then(|pence| i64::try_from(sign * pence).ok()).map(Pence::new) {
        Some(pence) if pence.is_within_limit() => Ok(pence),
        _ => Err(too_large(words, "£1,000 billion")),
    }
}

/// A number of millions that only makes sense as pounds.
fn ambiguous(words: &str, number: &Typed<'_>) -> ReadFault {
    let sign = if number.negative { -1 } else { 1 };
    // Read as pounds: 200000000 is £200m. What has decimals beyond pence keeps its whole pounds.
    let pounds = number.mantissa / 10_i128.pow(number.decimals);
    let Some(pence) = pounds.checked_mul(100 * sign).and_then(|wide| i64::try_from(wide).ok())
    else {
        return too_large(words, "£1,000 billion");
    };
    let meant = Pence::new(pence);
    if !meant.is_within_limit() {
        return too_large(words, "£1,000 billion");
    }
    // As many millions as the words have pounds.
    let reads_as = format!("{}m", whole_pounds(meant, Minus::Sign));
    ReadFault::Ambiguous {
        reads_as,
        meant: Meant { shown: short(meant, Minus::Sign), write: typed(meant) },
    }
}

/// Fills in what a letter among the digits was surely meant to be.
fn with_digits_for_letters(fault: ReadFault, words: &str, bare: Unit) -> ReadFault {
    let ReadFault::LetterForDigit { piece, letter, .. } = fault else {
        return fault;
    };
    let digits: String = piece.chars().map(|c| number::digit_for(c).unwrap_or(c)).collect();
    let meant = words.trim().replacen(&piece, &digits, 1);
    let amount = read_amount_as_typed(&meant, bare).ok();
    let meant =
        amount.map(|amount| Meant { shown: short(amount.pence, Minus::Sign), write: meant });
    ReadFault::LetterForDigit { piece, letter, meant }
}

fn share(words: &str, number: &Typed<'_>) -> Result<Share, ReadFault> {
    let words = words.trim();
    let is_percent = matches!(number.rest, "" | "%" | "per cent" | "percent");
    if !is_percent || number.pounds {
        return Err(PERCENT.not_this(words));
    }
    let Some(more) = PERCENT_DECIMALS.checked_sub(number.decimals) else {
        return Err(ReadFault::TooFine { words: words.to_owned(), most: PERCENT_DECIMALS });
    };
    if number.mantissa > MOST_PERCENT * 10_i128.pow(number.decimals) {
        return Err(too_large(words, "1,000,000%"));
    }
    let size = i64::try_from(number.mantissa * 10_i128.pow(more));
    let units = size.map_err(|_| too_large(words, "1,000,000%"))?;
    Ok(Share::from_units(if number.negative { -units } else { units }))
}

fn too_large(words: &str, limit: &'static str) -> ReadFault {
    ReadFault::TooLarge { words: words.trim().to_owned(), limit }
}
