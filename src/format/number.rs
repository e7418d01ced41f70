//! A number as it was typed: sign, digits, decimals and what stands behind them, nothing lost.
//!
//! What the rest means (a unit, a per cent sign) is decided in `parse`.

use super::fault::ReadFault;

/// The most digits that are taken; more are refused, never rounded.
pub(super) const MOST_DIGITS: usize = 28;

/// A number read exactly: `mantissa ÷ 10^decimals`, and the words behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typed<'a> {
    /// Whether a minus stands in front.
    pub negative: bool,
    /// Whether a pound sign stands in front.
    pub pounds: bool,
    /// Whether commas part its thousands.
    pub commas: bool,
    /// The digits as one whole number, noughts at the end of the decimals left out.
    pub mantissa: i128,
    /// How many of the digits are decimals.
    pub decimals: u32,
    /// What stands behind the digits, trimmed.
    pub rest: &'a str,
}

/// What a caller wants and shows as an example, for the faults.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted {
    /// With its article: "an amount".
    pub noun: &'static str,
    /// Something that would be right.
    pub example: &'static str,
}

impl Wanted {
    /// The fault that the words are not this at all.
    pub(super) fn not_this(self, words: &str) -> ReadFault {
        ReadFault::NotThis { words: words.to_owned(), wanted: self.noun, example: self.example }
    }
}

/// Reads sign, pound sign and digits.
pub(super) fn read(words: &str, wanted: Wanted) -> Result<Typed<'_>, ReadFault> {
    let words = words.trim();
    if words.is_empty() {
        return Err(ReadFault::Empty { example: wanted.example });
    }
    let (negative, pounds, body) = front(words, wanted)?;
    let end = body.find(|c: char| !is_number_char(c)).unwrap_or(body.len());
    let (number, rest) = body.split_at(end);
    if let Some(fault) = letter_among_digits(number, rest) {
        return Err(fault);
    }
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    if digits(number) == 0 || fraction.contains([',', '.']) || !underscores_part_digits(number) {
        return Err(wanted.not_this(words));
    }
    if !commas_part_thousands(whole) {
        return Err(comma_fault(words, number));
    }
    if digits(number) > MOST_DIGITS {
        let (words, most) = (words.to_owned(), MOST_DIGITS);
        return Err(ReadFault::TooManyDigits { words, digits: digits(number), most });
    }
    let fraction = fraction.trim_end_matches(['0', '_']);
    let (mantissa, decimals) = joined(whole, fraction);
    let commas = whole.contains(',');
    Ok(Typed { negative, pounds, commas, mantissa, decimals, rest: rest.trim() })
}

/// The letters that are typed or scanned for digits.
pub(super) fn digit_for(letter: char) -> Option<char> {
    match letter {
        'O' | 'o' => Some('0'),
        'l' | 'I' => Some('1'),
        _ => None,
    }
}

fn front(words: &str, wanted: Wanted) -> Result<(bool, bool, &str), ReadFault> {
    if let Some(inside) = words.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return Err(ReadFault::Brackets { inside: inside.trim().to_owned() });
    }
    let (mut sign, mut pounds, mut body) = (None, false, words);
    while let Some(first) = body.chars().next() {
        match first {
            '-' | '−' | '+' if sign.is_none() => sign = Some(first != '+'),
            '£' if !pounds => pounds = true,
            '$' | '€' | '¥' => return Err(ReadFault::Currency { sign: first }),
            '-' | '−' | '+' | '£' => return Err(wanted.not_this(words)),
            _ => break,
        }
        body = body.get(first.len_utf8()..).unwrap_or_default().trim_start();
    }
    Ok((sign.unwrap_or(false), pounds, body))
}

fn is_number_char(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',' | '_')
}

/// A letter is taken for a digit only right beside digits: `-2OOm`, `l5`, but not `two`.
fn letter_among_digits(number: &str, rest: &str) -> Option<ReadFault> {
    let letter = rest.chars().next().filter(|&c| digit_for(c).is_some())?;
    let belongs = |c: char| is_number_char(c) || digit_for(c).is_some();
    let more = rest.find(|c: char| !belongs(c)).unwrap_or(rest.len());
    let piece = format!("{number}{}", rest.get(..more).unwrap_or_default());
    if !piece.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    Some(ReadFault::LetterForDigit { piece, letter, meant: None })
}

fn underscores_part_digits(number: &str) -> bool {
    !number.starts_with('_') && !number.contains("_,") && !number.contains(",_")
}

fn commas_part_thousands(whole: &str) -> bool {
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let mut groups = groups.peekable();
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    groups.peek().is_none()
        || ((1..=3).contains(&first.len())
            && digits(first)
            && groups.all(|group| group.len() == 3 && digits(group)))
}

fn comma_fault(words: &str, number: &str) -> ReadFault {
    let one_comma = number.matches(',').count() == 1 && !number.contains('.');
    ReadFault::CommaGroups {
        words: words.to_owned(),
        without: words.replace(',', ""),
        point: one_comma.then(|| words.replace(',', ".")),
    }
}

/// At most 28 digits go in, so the sum stays far inside `i128`.
fn joined(whole: &str, fraction: &str) -> (i128, u32) {
    let digits = |text: &str| -> Vec<u8> {
        text.bytes().filter(u8::is_ascii_digit).map(|byte| byte - b'0').collect()
    };
    let decimals = digits(fraction);
    let all = digits(whole).into_iter().chain(decimals.iter().copied());
    let mantissa = all.fold(0_i128, |sum, digit| sum * 10 + i128::from(digit));
    (mantissa, u32::try_from(decimals.len()).unwrap_or(u32::MAX))
}
