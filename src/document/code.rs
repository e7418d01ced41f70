//! The table of everything that can be wrong with a file: a stable code and what it means.
//!
//! A new fault is one constant and one word in [`CODES`]. Codes are never used again for
//! something else: people search for them.

/// The name of a kind of fault: `E012`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code {
    text: &'static str,
    severity: Severity,
    meaning: &'static str,
}

/// How much a fault matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It has to be mended; but for a lesson’s answer the file cannot be used until then.
    Error,
    /// The file can be used, but somebody should look.
    Warning,
}

const fn error(text: &'static str, meaning: &'static str) -> Code {
    Code { text, severity: Severity::Error, meaning }
}

const fn warning(text: &'static str, meaning: &'static str) -> Code {
    Code { text, severity: Severity::Warning, meaning }
}

#[rustfmt::skip] // A table: one row, one line.
impl Code {
    // The file itself.
    /// The path leads to something that is no regular file.
    pub const NOT_A_FILE: Self = error("E001", "not a regular file");
    /// The system refused to read it.
    pub const UNREADABLE: Self = error("E002", "the file cannot be read");
    /// More bytes than are taken.
    pub const TOO_LARGE: Self = error("E003", "the file is too large");
    /// Bytes that are no text.
    pub const ENCODING: Self = error("E004", "the file is not UTF-8 text");
    /// Text that is not RON.
    pub const SYNTAX: Self = error("E005", "the text is not RON");
    /// A version of the format that this program does not know.
    pub const FORMAT_VERSION: Self = error("E006", "the format's version is not known");

    // Fields and their kinds.
    /// A list where a text is wanted, and the like.
    pub const WRONG_KIND: Self = error("E010", "a value of the wrong kind");
    /// A field without which the thing means nothing.
    pub const MISSING_FIELD: Self = error("E011", "a needed field is missing");
    /// A field that this thing does not have.
    pub const UNKNOWN_FIELD: Self = error("E012", "a field that is not known");
    /// One field given twice.
    pub const DUPLICATE_FIELD: Self = error("E013", "a field is given twice");
    /// A name or an id of no letters.
    pub const EMPTY_NAME: Self = error("E014", "a name or id is empty");
    /// A word that is none of those that may stand there.
    pub const UNKNOWN_WORD: Self = error("E015", "a word that is not among the choices");
    /// Two fields of which only one may be given.
    pub const FIELDS_CLASH: Self = error("E016", "two fields exclude each other");
    /// A list or a word's brackets with too few or too many values.
    pub const WRONG_LENGTH: Self = error("E017", "too few or too many values");

    // Numbers and dates.
    /// Words that are no amount of money.
    pub const BAD_AMOUNT: Self = error("E020", "not an amount of money");
    /// Words that are no percentage.
    pub const BAD_PERCENT: Self = error("E021", "not a percentage");
    /// Words that are no month.
    pub const BAD_MONTH: Self = error("E022", "not a month");
    /// Words that are no financial year.
    pub const BAD_YEAR: Self = error("E023", "not a financial year");
    /// Words that are no whole number.
    pub const BAD_COUNT: Self = error("E024", "not a whole number");
    /// Words that are no decimal number.
    pub const BAD_NUMBER: Self = error("E025", "not a number");
    /// A number beyond what makes sense there.
    pub const OUT_OF_RANGE: Self = error("E026", "a number is out of its range");

    // Names and what they refer to.
    /// Two things with one id.
    pub const DUPLICATE_ID: Self = error("E030", "an id is used twice");
    /// An id that nothing has.
    pub const DANGLING_REFERENCE: Self = error("E031", "nothing has this id");
    /// A standing that names a source which is not listed.
    pub const UNKNOWN_SOURCE: Self = error("E032", "the source is not listed in `sources`");
    /// A measure that nobody has.
    pub const UNKNOWN_MEASURE: Self = error("E033", "the measure is not known");
    /// A path that leads to no lever and no outcome.
    pub const UNKNOWN_PATH: Self = error("E034", "the path leads nowhere");
    /// An id with characters that paths need for themselves.
    pub const BAD_ID: Self = error("E035", "an id has characters that it may not have");

    // Rules.
    /// A word that names no split rule.
    pub const UNKNOWN_RULE: Self = error("E040", "the split rule is not known");
    /// Percents of one split, or shares of one body's people, that pass 100.
    pub const PERCENTS_OVER_100: Self = error("E041", "percents add up to more than 100%");
    /// A floor above a cap.
    pub const FLOOR_ABOVE_CAP: Self = error("E042", "the floor is above the cap");
    /// A rule whose weights are not all known.
    pub const WEIGHTS_MISSING: Self = error("E043", "weights that the rule needs are missing");
    /// A rule that cannot run where it stands, for another reason.
    pub const RULE_CANNOT_RUN: Self = error("E045", "the rule cannot run here");

    // Sums.
    /// A figure and the sum of its parts that differ.
    pub const FIGURES_DIFFER: Self = error("E050", "a figure and the sum of its parts differ");

    // Overlays, stories, lessons, key tests.
    /// A change that its base does not take.
    pub const CHANGE_REFUSED: Self = error("E060", "a change does not fit the scenario");
    /// An overlay whose base is not the file it was made for.
    pub const BASE_CHANGED: Self = warning("W061", "the base scenario has changed since");

    /// A change whose lever holds something else in the base now than it did.
    pub const FROM_DIFFERS: Self = warning("W062", "a change was made from another value");
    /// An answer of a lesson that the engine does not give.
    pub const NOT_CONFIRMED: Self = error("E063", "the engine does not confirm an answer");
    /// Braces in a text that hold no figure.
    pub const GARBLED_FIGURE: Self = error("E064", "a figure in a text is not understood");

    // What may be meant.
    /// Characters that cannot be seen, shown as escapes from here on.
    pub const HIDDEN_CHARACTERS: Self = warning("W070", "a name has characters that cannot be seen");
    /// A month years away from the file's financial year.
    pub const FAR_MONTH: Self = warning("W071", "a month is far from the financial year");
    /// Percents of one split that leave something over.
    pub const PERCENTS_UNDER_100: Self = warning("W072", "percents add up to less than 100%");

    /// What people search for: `E012`.
    pub const fn text(self) -> &'static str { self.text }

    /// How much it matters.
    pub const fn severity(self) -> Severity { self.severity }

    /// What it means, in a few words.
    pub const fn meaning(self) -> &'static str { self.meaning }
}

/// All codes in their order, for the documentation.
pub const CODES: &[Code] = &[
    Code::NOT_A_FILE,
    Code::UNREADABLE,
    Code::TOO_LARGE,
    Code::ENCODING,
    Code::SYNTAX,
    Code::FORMAT_VERSION,
    Code::WRONG_KIND,
    Code::MISSING_FIELD,
    Code::UNKNOWN_FIELD,
    Code::DUPLICATE_FIELD,
    Code::EMPTY_NAME,
    Code::UNKNOWN_WORD,
    Code::FIELDS_CLASH,
    Code::WRONG_LENGTH,
    Code::BAD_AMOUNT,
    Code::BAD_PERCENT,
    Code::BAD_MONTH,
    Code::BAD_YEAR,
    Code::BAD_COUNT,
    Code::BAD_NUMBER,
    Code::OUT_OF_RANGE,
    Code::DUPLICATE_ID,
    Code::DANGLING_REFERENCE,
    Code::UNKNOWN_SOURCE,
    Code::UNKNOWN_MEASURE,
    Code::UNKNOWN_PATH,
    Code::BAD_ID,
    Code::UNKNOWN_RULE,
    Code::PERCENTS_OVER_100,
    Code::FLOOR_ABOVE_CAP,
    Code::WEIGHTS_MISSING,
    Code::RULE_CANNOT_RUN,
    Code::FIGURES_DIFFER,
    Code::CHANGE_REFUSED,
    Code::BASE_CHANGED,
    Code::FROM_DIFFERS,
    Code::NOT_CONFIRMED,
    Code::GARBLED_FIGURE,
    Code::HIDDEN_CHARACTERS,
    Code::FAR_MONTH,
    Code::PERCENTS_UNDER_100,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_listed_once_and_in_order() {
        let declared = include_str!("code.rs").lines();
        let declared = declared
            .filter(|line| line.trim().starts_with("pub const") && line.contains(": Self ="));
        assert_eq!(declared.count(), CODES.len());
        let numbers: Vec<&str> = CODES.iter().map(|code| &code.text()[1..]).collect();
        assert!(numbers.is_sorted_by(|a, b| a < b), "{numbers:?}");
    }

    #[test]
    fn the_letter_says_how_much_it_matters() {
        for code in CODES {
            let letter = if code.severity() == Severity::Error { 'E' } else { 'W' };
            assert!(code.text().starts_with(letter), "{}", code.text());
        }
    }
}
