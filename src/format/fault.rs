//! Why words could not be read as a number: what, why, and what to write instead.

use thiserror::Error;

/// Words that are no number, or not one that may enter the program.
///
/// Each prints as a plain sentence that can stand under an entry field or in a file's report.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReadFault {
    /// Nothing was written.
    #[error("nothing is written here. Write {example}")]
    Empty {
        /// Something that would be right.
        example: &'static str,
    },
    /// No number at all.
    #[error("“{words}” is not {wanted}. Write {example}")]
    NotThis {
        /// What was written.
        words: String,
        /// What was wanted, with its article.
        wanted: &'static str,
        /// Something that would be right.
        example: &'static str,
    },
    /// A letter stands where a digit was meant.
    #[error("“{piece}” has the letter {letter}.{}", instead(.meant.as_ref()))]
    LetterForDigit {
        /// The digits with the letter among them.
        piece: String,
        /// The letter.
        letter: char,
        /// The whole as it was surely meant, if that can be read.
        meant: Option<Meant>,
    },
    /// Commas that do not part thousands.
    #[error(
        "the commas in “{words}” do not part thousands, so it has two meanings. Write {}",
        either(.without, .point.as_deref())
    )]
    CommaGroups {
        /// What was written.
        words: String,
        /// The digits without commas.
        without: String,
        /// The same with a decimal point for the comma, if there is but one.
        point: Option<String>,
    },
    /// A second unit behind the first.
    #[error("“{words}” has two units, “{first}” and “{second}”. Write one of them")]
    TwoUnits {
        /// What was written.
        words: String,
        /// The unit that was understood.
        first: String,
        /// What follows it.
        second: String,
    },
    /// A unit that is not known here.
    #[error("“{unit}” is no unit of money here. Write k, m or bn (thousand, million, billion)")]
    UnknownUnit {
        /// The unit.
        unit: String,
    },
    /// Another currency.
    #[error("{sign} is not a pound sign: all amounts are in pounds. Write £ or leave the sign out")]
    Currency {
        /// The sign of the other currency.
        sign: char,
    },
    /// An accountant's brackets for a minus.
    #[error("brackets are not read as a minus. Write -{inside}")]
    Brackets {
        /// What stands in the brackets.
        inside: String,
    },
    /// Less than a penny.
    #[error(
        "“{words}” has a fraction of a penny, and money is counted in whole pence. Write {write}"
    )]
    FractionOfPenny {
        /// What was written.
        words: String,
        /// The nearest whole pence towards nought.
        write: String,
    },
    /// More digits than can be held exactly.
    #[error("“{words}” has {digits} digits, and only {most} are kept exactly. Write fewer")]
    TooManyDigits {
        /// What was written.
        words: String,
        /// How many digits it has.
        digits: usize,
        /// How many are allowed.
        most: usize,
    },
    /// More decimals than a percentage keeps.
    #[error("“{words}” has more than {most} decimals, which cannot be kept exactly. Write fewer")]
    TooFine {
        /// What was written.
        words: String,
        /// How many decimals are kept.
        most: u32,
    },
    /// Beyond what the program takes.
    #[error("“{words}” is beyond {limit}, the most that is taken. Write less")]
    TooLarge {
        /// What was written.
        words: String,
        /// The limit in words.
        limit: &'static str,
    },
    /// A bare number in a field of millions that looks like pounds.
    #[error("{reads_as}? {meant}")]
    Ambiguous {
        /// The amount as it would have to be understood: `−£200,000,000m`.
        reads_as: String,
        /// The amount that was surely meant.
        meant: Meant,
    },
    /// A percentage without its sign.
    #[error("“{words}” has no % sign, so it could be a share or a percentage. Write {words}%")]
    NoPercentSign {
        /// What was written.
        words: String,
    },
    /// A month beyond the twelfth, or the noughth.
    #[error("“{words}”: a year has the months 01 to 12. Write, say, {year:04}-12")]
    NoSuchMonth {
        /// What was written.
        words: String,
        /// The year of it.
        year: i32,
    },
    /// A financial year that is written in another way, or whose years do not follow each other.
    #[error("“{words}”: {why}. Write {write}")]
    FinancialYear {
        /// What was written.
        words: String,
        /// What is wrong with it.
        why: &'static str,
        /// What to write instead.
        write: String,
    },
}

/// What was surely meant, and how to write it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("For {shown} type {write}")]
pub struct Meant {
    /// For reading: `−£200m`.
    pub shown: String,
    /// For typing: `-200m`.
    pub write: String,
}

impl ReadFault {
    /// What could be put in the words' place, where that is certain enough to be offered.
    pub fn suggestion(&self) -> Option<&str> {
        match self {
            Self::LetterForDigit { meant, .. } => meant.as_ref().map(|meant| meant.write.as_str()),
            Self::Ambiguous { meant, .. } => Some(&meant.write),
            Self::FractionOfPenny { write, .. } | Self::FinancialYear { write, .. } => Some(write),
            _ => None,
        }
    }
}

fn instead(meant: Option<&Meant>) -> String {
    meant.map_or_else(|| " Write digits only".to_owned(), |meant| format!(" {meant}"))
}

fn either(without: &str, point: Option<&str>) -> String {
    match point {
        Some(point) => format!("{without} or {point}"),
        None => without.to_owned(),
    }
}
