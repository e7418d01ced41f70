//! Names and counts in sentences, and names that must fit a width.
//!
//! Widths are columns of a terminal; where they come from is not known here.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

const SMALL: [&str; 21] = [
    "nought",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

/// A count in words up to twenty, in digits with commas above: `five`, `1,800`.
pub fn count(number: usize) -> String {
    let large = || super::money::grouped(u64::try_from(number).unwrap_or(u64::MAX));
    SMALL.get(number).map_or_else(large, |&word| word.to_owned())
}

/// A count with its noun: `one system`, `five systems`, `no systems`.
pub fn plural(number: usize, one: &str, many: &str) -> String {
    match number {
        0 => format!("no {many}"),
        1 => format!("one {one}"),
        _ => format!("{} {many}", count(number)),
    }
}

/// What was changed and added, in digits: `2 changes`, `1 step of the story`, `2 changes, 1 step of
/// the story`.
pub fn changes_and_steps(changes: usize, steps: usize) -> String {
    let counted = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        more => Some(format!("{more} {many}")),
    };
    let parts = [
        counted(changes, "change", "changes"),
        counted(steps, "step of the story", "steps of the story"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(", ")
}

/// Names in a row: `A`, `A and B`, `A, B and C`.
pub fn list<T: AsRef<str>>(names: &[T]) -> String {
    match names {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// A text with its first letter as a capital.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Somebody's: `Thurrock’s`, `St Helens’`.
pub fn possessive(name: &str) -> String {
    if name.ends_with(['s', 'S']) { format!("{name}’") } else { format!("{name}’s") }
}

/// How many columns of a terminal a text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// A text cut to so many columns, with `…` in the middle; whole if it fits.
///
/// Cuts stand between graphemes, so a letter keeps its accents.
pub fn cut_middle(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let Some(left_over) = columns.checked_sub(1) else {
        return String::new();
    };
    let start = fitting(text.graphemes(true), left_over.div_ceil(2));
    let start_width: usize = start.iter().map(|piece| piece.width()).sum();
    let mut end = fitting(text.graphemes(true).rev(), left_over - start_width);
    end.reverse();
    format!("{}…{}", start.concat().trim_end(), end.concat().trim_start())
}

/// A text broken between words into lines of at most so many columns; a longer word stands alone.
///
/// A number stays with its unit, `£5 million`, where there is room for both. Blanks inside a line
/// stay as they are.
pub fn wrapped(text: &str, columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    // Where the last line ends in a number, the place at which that begins.
    let mut number: Option<usize> = None;
    for word in text.split_inclusive(' ') {
        let bare = word.trim_end();
        let fits = |before: &str| before.width() + bare.width() <= columns;
        let joins =
            |line: &String| number.is_some_and(|at| at > 0 && is_unit(bare) && fits(&line[at..]));
        match lines.last_mut() {
            Some(line) if fits(line) => line.push_str(word),
            Some(line) if joins(line) => {
                let moved = line.split_off(number.unwrap_or(line.len()));
                lines.push(moved + word);
            }
            _ => lines.push(word.to_owned()),
        }
        let begin = |line: &String| line.len() - word.len();
        number = lines.last().filter(|_| is_number(bare)).map(begin);
    }
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

/// `£5`, `−3.2`, `478,905`.
fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit() || "£−-".contains(c))
        && word.ends_with(|c: char| c.is_ascii_digit())
}

/// What stands behind a number and is one reading with it, whatever follows: `million.`
fn is_unit(word: &str) -> bool {
    let word = word.trim_end_matches(|c: char| !c.is_alphabetic());
    ["million", "billion", "month", "months", "year", "years"].contains(&word)
}

/// A text in which every character can be seen: control, bidirectional and zero-width characters
/// are written as `\n` or `\u{202e}`. Clean text comes out byte by byte as it was.
pub fn visible(text: &str) -> String {
    let mut seen = String::with_capacity(text.len());
    for c in text.chars() {
        if is_hidden(c) { seen.extend(c.escape_default()) } else { seen.push(c) }
    }
    seen
}

fn fitting<'t>(pieces: impl Iterator<Item = &'t str>, columns: usize) -> Vec<&'t str> {
    let mut taken = 0;
    pieces
        .take_while(|piece| {
            taken += piece.width();
            taken <= columns
        })
        .collect()
}

/// Characters that take no room, move the cursor or turn the direction of writing.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lists_and_owners() {
        assert_eq!(
            (count(5), count(20), count(1800)),
            ("five".into(), "twenty".into(), "1,800".into())
        );
        assert_eq!(plural(1, "body", "bodies"), "one body");
        assert_eq!(plural(3, "body", "bodies"), "three bodies");
        assert_eq!(list(&["A", "B", "C"]), "A, B and C");
        assert_eq!(list(&["A", "B"]), "A and B");
        assert_eq!(capital("élan of C&P"), "Élan of C&P");
        assert_eq!(capital(""), "");
        assert_eq!(list::<&str>(&[]), "");
        assert_eq!(
            (possessive("Thurrock"), possessive("St Helens")),
            ("Thurrock’s".into(), "St Helens’".into())
        );
    }

    #[test]
    fn names_are_cut_by_columns_between_letters() {
        assert_eq!(cut_middle("Basildon and Brentwood", 11), "Basil…twood");
        assert_eq!(cut_middle("Thurrock", 8), "Thurrock");
        assert_eq!(cut_middle("Thurrock", 1), "…");
        assert_eq!(cut_middle("Thurrock", 0), "");
        // Wide characters take two columns: 1 of 3 columns at the left, 2 at the right do not hold
        // more than one of them.
        assert_eq!(cut_middle("漢字漢字", 4), "漢…");
        assert_eq!(cut_middle("e\u{301}e\u{301}e\u{301}e\u{301}", 3), "e\u{301}…e\u{301}");
    }

    #[test]
    fn lines_break_between_words() {
        assert_eq!(wrapped("write  id: a, b", 11), ["write  id:", "a, b"]);
        assert_eq!(wrapped("unbreakable b", 4), ["unbreakable", "b"]);
        assert_eq!(wrapped("", 4), Vec::<String>::new());
        // A number stays with its unit where there is room for both, and only with a unit.
        assert_eq!(wrapped("asks for £5 million.", 11), ["asks for", "£5 million."]);
        assert_eq!(wrapped("asks for £5 mornings", 11), ["asks for £5", "mornings"]);
        assert_eq!(wrapped("for £5 million", 9), ["for £5", "million"]);
    }

    #[test]
    fn hidden_characters_are_shown_and_clean_text_is_not_touched() {
        assert_eq!(visible("a\u{202e}b\u{1b}[0m\n"), "a\\u{202e}b\\u{1b}[0m\\n");
        assert_eq!(visible("zero\u{200b}width"), "zero\\u{200b}width");
        let clean = "Cambridgeshire & Peterborough’s £5m − “Łódź” e\u{301}";
        assert_eq!(visible(clean), clean);
    }
}
