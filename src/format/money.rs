//! Amounts of money written for screens, tables, sentences and files.
//!
//! All rounding is half up by whole numbers; reading amounts is in `parse`.

use crate::money::{Part, Pence, apportion};

/// Which character stands for a minus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Minus {
    /// `−` (U+2212): screens, HTML, pictures.
    #[default]
    Sign,
    /// `-`: CSV, JSON, plain text, whatever may be typed.
    Hyphen,
}

impl Minus {
    /// The character.
    pub fn character(self) -> char {
        match self {
            Self::Sign => '−',
            Self::Hyphen => '-',
        }
    }

    /// The character if the number is below nought, else nothing.
    pub(super) fn before(self, negative: bool) -> String {
        if negative { self.character().to_string() } else { String::new() }
    }
}

const POUND: i64 = 100;
const THOUSAND: i64 = 1_000 * POUND;
const MILLION: i64 = 1_000 * THOUSAND;
const BILLION: i64 = 1_000 * MILLION;

/// To the penny: `£478,904.64`, `£5,000,000.00`, `−£0.05`.
pub fn exact(amount: Pence, minus: Minus) -> String {
    let size = amount.get().unsigned_abs();
    let (pounds, pence) = (size / 100, size % 100);
    format!("{}£{}.{pence:02}", minus.before(amount < Pence::ZERO), grouped(pounds))
}

/// Rounded to the pound: `£480,000`, `−£142,000,000`.
pub fn whole_pounds(amount: Pence, minus: Minus) -> String {
    let pounds = in_units(amount, POUND);
    format!("{}£{}", minus.before(pounds < 0), grouped(pounds.unsigned_abs()))
}

/// A whole number with its thousands apart: `24,000`, `−106,000`.
pub fn whole(number: i64, minus: Minus) -> String {
    format!("{}{}", minus.before(number < 0), grouped(number.unsigned_abs()))
}

/// Millions with pound sign and unit: `£5.0m`, `−£142.0m`; at most eight decimals.
pub fn millions(amount: Pence, decimals: u32, minus: Minus) -> String {
    let (negative, digits) = decimal_millions(amount, decimals);
    format!("{}£{digits}m", minus.before(negative))
}

/// Millions for a column with £m in its head: `0.479`, `−142.000`, `1,588.157`.
pub fn column(amount: Pence, decimals: u32, minus: Minus) -> String {
    let (negative, digits) = decimal_millions(amount, decimals);
    format!("{}{digits}", minus.before(negative))
}

/// Millions for a column of changes: always a sign, but for what rounds to nought: `+0.022`,
/// `−0.610`, `0.000`.
pub fn column_of_changes(change: Pence, decimals: u32, minus: Minus) -> String {
    let (negative, digits) = decimal_millions(change, decimals);
    signed((negative, &digits), minus)
}

/// Thousands for a column with £k in its head: `1,043.0`, `−0.7`; at most five decimals.
pub fn thousands(amount: Pence, decimals: u32, minus: Minus) -> String {
    let (negative, digits) = decimal_thousands(amount, decimals);
    format!("{}{digits}", minus.before(negative))
}

/// Thousands for a column of differences: `+1.9`, `−0.7`, `0.0`.
pub fn thousands_of_changes(change: Pence, decimals: u32, minus: Minus) -> String {
    let (negative, digits) = decimal_thousands(change, decimals);
    signed((negative, &digits), minus)
}

/// For sentences: `£2.39 million`, `£330,000`, `£1.05 billion`; at most two decimals.
pub fn in_words(amount: Pence, minus: Minus) -> String {
    let size = amount.abs();
    // What rounds up to the next unit is said in it: £999,999.60 is £1 million.
    let (unit, word) = if in_units(size, POUND) < MILLION / POUND {
        return whole_pounds(amount, minus);
    } else if in_units(size, MILLION / 100) < 100_000 {
        (MILLION, "million")
    } else {
        (BILLION, "billion")
    };
    let hundredths = in_units(size, unit / 100).unsigned_abs();
    let whole = grouped(hundredths / 100);
    let digits = without_noughts(&format!("{whole}.{:02}", hundredths % 100));
    format!("{}£{digits} {word}", minus.before(amount < Pence::ZERO))
}

/// Exact and short, for reading: `−£192.4m`, `£480k`, `£478,904.64`.
pub fn short(amount: Pence, minus: Minus) -> String {
    let text = typed(amount.abs());
    let decimals = text.split_once('.').map_or(0, |(_, rest)| rest.len() - 1);
    let sign = minus.before(amount < Pence::ZERO);
    if text.ends_with('k') && decimals == 0 && amount.abs() >= Pence::new(MILLION) {
        // £7056k is a number of millions that nobody would write so.
        return format!("{sign}£{}m", without_noughts(&column(amount.abs(), 3, minus)));
    }
    if decimals <= 3 && amount.abs() >= Pence::new(THOUSAND) {
        let (whole, rest) = text.split_at(text.find(['.', 'k', 'm', 'b']).unwrap_or(text.len()));
        let whole = whole.parse().map_or_else(|_| whole.to_owned(), grouped);
        return format!("{sign}£{whole}{rest}");
    }
    match amount.get() % POUND {
        0 => whole_pounds(amount, minus),
        _ => exact(amount, minus),
    }
}

/// Exact, in ASCII, as short as can be and always with its unit: `-192.4m`, `480k`, `1.2bn`,
/// `478.90464k`. What this writes, [`super::parse_amount`] reads back to the penny.
pub fn typed(amount: Pence) -> String {
    let size = amount.get().unsigned_abs();
    let units = [(BILLION, "bn", 11), (MILLION, "m", 8), (THOUSAND, "k", 5)];
    let in_unit = units.map(|(pence, name, decimals)| {
        let pence = pence.unsigned_abs();
        let (whole, rest) = (size / pence, size % pence);
        let digits = without_noughts(&format!("{whole}.{rest:0decimals$}"));
        (whole, format!("{digits}{name}"))
    });
    // The thousand takes what is below all units; equal lengths go to the larger unit.
    let [_, million, thousand] = &in_unit;
    let least = if size == 0 { &million.1 } else { &thousand.1 };
    let fitting = in_unit.iter().filter(|(whole, _)| *whole > 0).map(|(_, text)| text);
    let text = fitting.min_by_key(|text| text.len()).unwrap_or(least);
    format!("{}{text}", Minus::Hyphen.before(amount < Pence::ZERO))
}

/// Amounts rounded to a unit (in pence) so that they add up to their rounded sum.
///
/// Each is a multiple of the unit and less than one unit away from its exact amount; the largest
/// remainders are rounded up, equal ones in the order given. A unit of a penny or less changes
/// nothing.
pub fn rounded_to_add_up(amounts: &[Pence], unit: Pence) -> Vec<Pence> {
    let unit = unit.get();
    if unit <= 1 {
        return amounts.to_vec();
    }
    let mut parts: Vec<Part<i128>> =
        amounts.iter().zip(0..).map(|(&amount, rank)| part(amount, unit, rank)).collect();
    let exact: i128 = amounts.iter().map(|amount| i128::from(amount.get())).sum();
    let rounded = (2 * exact + i128::from(unit)).div_euclid(2 * i128::from(unit));
    let held: i128 = parts.iter().map(|part| i128::from(part.whole)).sum();
    let missing = usize::try_from(rounded - held).unwrap_or(0);
    apportion(&mut parts, &mut Vec::new(), missing);
    parts.iter().map(|part| Pence::from_wide(i128::from(part.whole) * i128::from(unit))).collect()
}

fn part(amount: Pence, unit: i64, rank: u32) -> Part<i128> {
    let (whole, rest) = (amount.get().div_euclid(unit), amount.get().rem_euclid(unit));
    Part { whole, rest: i128::from(rest), rank }
}

/// Half up in size, so that a deficit and a surplus of one size look alike.
fn in_units(amount: Pence, unit: i64) -> i64 {
    let size = amount.abs().times_half_up(1, unit).get();
    if amount < Pence::ZERO { -size } else { size }
}

/// Sign and digits of millions; what rounds to nought has no sign.
fn decimal_millions(amount: Pence, decimals: u32) -> (bool, String) {
    let decimals = decimals.min(8);
    let units = in_units(amount, MILLION / 10_i64.pow(decimals));
    (units < 0, with_point(units.unsigned_abs(), decimals))
}

/// The same for thousands.
fn decimal_thousands(amount: Pence, decimals: u32) -> (bool, String) {
    let decimals = decimals.min(5);
    let units = in_units(amount, THOUSAND / 10_i64.pow(decimals));
    (units < 0, with_point(units.unsigned_abs(), decimals))
}

/// Digits with a sign in front; what rounds to nought has none.
fn signed((negative, digits): (bool, &str), minus: Minus) -> String {
    let is_nought = digits.chars().all(|c| matches!(c, '0' | '.'));
    let plus = if is_nought || negative { "" } else { "+" };
    format!("{plus}{}{digits}", minus.before(negative))
}

/// A whole number of the last decimal's units as digits with commas and a point.
pub(super) fn with_point(units: u64, decimals: u32) -> String {
    let one = 10_u64.saturating_pow(decimals);
    let (whole, rest) = (grouped(units / one), units % one);
    match usize::try_from(decimals).unwrap_or(0) {
        0 => whole,
        width => format!("{whole}.{rest:0width$}"),
    }
}

/// Noughts at the end of decimals left out, and the point if nothing follows it.
pub(super) fn without_noughts(digits: &str) -> String {
    if !digits.contains('.') {
        return digits.to_owned();
    }
    digits.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Digits with commas for thousands: `478,904`.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const THURROCK: Pence = Pence::new(47_890_464);

    #[test]
    fn one_amount_in_all_its_dresses() {
        assert_eq!(exact(THURROCK, Minus::Sign), "£478,904.64");
        assert_eq!(whole_pounds(THURROCK, Minus::Sign), "£478,905");
        assert_eq!(millions(THURROCK, 1, Minus::Sign), "£0.5m");
        assert_eq!(column(THURROCK, 3, Minus::Sign), "0.479");
        assert_eq!(in_words(THURROCK, Minus::Sign), "£478,905");
        assert_eq!(typed(THURROCK), "478.90464k");
        assert_eq!(short(THURROCK, Minus::Sign), "£478,904.64");
    }

    #[test]
    fn minus_signs_and_signs_of_changes() {
        let deficit = Pence::pounds(-142_000_000);
        assert_eq!(column(deficit, 3, Minus::Sign), "−142.000");
        assert_eq!(millions(deficit, 1, Minus::Hyphen), "-£142.0m");
        assert_eq!(exact(Pence::new(-5), Minus::Sign), "−£0.05");
        assert_eq!(column_of_changes(Pence::pounds(22_000), 3, Minus::Sign), "+0.022");
        assert_eq!(column_of_changes(Pence::pounds(-610_000), 3, Minus::Hyphen), "-0.610");
        // £499 is 0.000499 of a million: it rounds to nought and has no sign; £500 is 0.0005.
        assert_eq!(column_of_changes(Pence::pounds(-499), 3, Minus::Sign), "0.000");
        assert_eq!(column_of_changes(Pence::pounds(-500), 3, Minus::Sign), "−0.001");
        assert_eq!(whole_pounds(Pence::new(-49), Minus::Sign), "£0");
    }

    #[test]
    fn thousands_have_a_sign_where_they_are_differences() {
        // £1,330.38 less is −1.33 thousand; £49.99 rounds to nought in tenths of a thousand, £50 up.
        assert_eq!(thousands(Pence::pounds(1_043_000), 0, Minus::Sign), "1,043");
        assert_eq!(thousands_of_changes(Pence::new(-133_038), 1, Minus::Sign), "−1.3");
        assert_eq!(thousands_of_changes(Pence::new(4_999), 1, Minus::Hyphen), "0.0");
        assert_eq!(thousands_of_changes(Pence::new(5_000), 1, Minus::Hyphen), "+0.1");
    }

    #[test]
    fn sentences_take_the_unit_that_the_rounded_amount_has() {
        let says = |pence: i64| in_words(Pence::new(pence), Minus::Sign);
        assert_eq!(says(239_000_000), "£2.39 million");
        assert_eq!(says(33_000_000), "£330,000");
        assert_eq!(says(105_000_000_000), "£1.05 billion");
        assert_eq!(says(500_000_000), "£5 million");
        assert_eq!(says(-19_240_000_000), "−£192.4 million");
        // £999,999.49 and .50; £999,994,999.99 and £999,995,000.
        assert_eq!(says(99_999_949), "£999,999");
        assert_eq!(says(99_999_950), "£1 million");
        assert_eq!(says(99_999_499_999), "£999.99 million");
        assert_eq!(says(99_999_500_000), "£1 billion");
        assert_eq!(says(100_000_000_000_000), "£1,000 billion");
    }

    #[test]
    fn typed_amounts_are_short_and_have_a_unit() {
        let types = |pence: i64| typed(Pence::new(pence));
        assert_eq!(types(-19_240_000_000), "-192.4m");
        assert_eq!(types(48_000_000), "480k");
        assert_eq!(types(120_000_000_000), "1.2bn");
        assert_eq!(types(0), "0m");
        assert_eq!(types(1), "0.00001k");
        assert_eq!(types(-500), "-0.005k");
        assert_eq!(short(Pence::new(-500), Minus::Sign), "−£5");
        assert_eq!(short(Pence::ZERO, Minus::Sign), "£0");
        assert_eq!(short(Pence::new(-19_240_000_000), Minus::Sign), "−£192.4m");
    }

    #[test]
    fn rounded_pieces_add_up_to_the_rounded_sum() {
        // £5m in three: 1,666,666.67 twice and .66. In tenths of a million 1.67 each, sum 5.0:
        // 1.6 + 1.6 + 1.6 = 4.8, two tenths missing, remainders equal but for the last penny.
        let thirds = [166_666_667, 166_666_667, 166_666_666].map(Pence::new);
        let tenth = Pence::pounds(100_000);
        let rounded = rounded_to_add_up(&thirds, tenth);
        assert_eq!(rounded, [1_700_000, 1_700_000, 1_600_000].map(Pence::pounds));
        // −0.5 and −0.5 pounds: sum −1 pound; each floor is −1, one of them is rounded up to 0.
        let halves = rounded_to_add_up(&[Pence::new(-50), Pence::new(-50)], Pence::pounds(1));
        assert_eq!(halves, [Pence::ZERO, Pence::pounds(-1)]);
        assert_eq!(rounded_to_add_up(&[], tenth), []);
    }
}
