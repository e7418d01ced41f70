//! Calendar months and financial years, read and written. A financial year runs April to March.

use std::fmt;

use super::fault::ReadFault;
use super::number::Wanted;

/// A calendar month, counted from January of the year nought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

/// A financial year, April to March, named by the calendar year in which it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FinancialYear(i32);

const NAMES: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const APRIL: i32 = 3;
const MONTH: Wanted = Wanted { noun: "a month", example: "2019-12" };
const YEAR: Wanted = Wanted { noun: "a financial year", example: "2019/20" };

impl Month {
    /// A month of a year; months beyond 1 to 12 run on into the neighbouring years.
    pub fn new(year: i32, month: i32) -> Self {
        Self(year.saturating_mul(12).saturating_add(month.saturating_sub(1)))
    }

    /// Reads `2019-12`, `Dec 2019` or `December 2019`.
    ///
    /// # Errors
    /// Whatever is no month, with the form to write.
    pub fn parse(words: &str) -> Result<Self, ReadFault> {
        let words = words.trim();
        let by_number = || {
            let (year, month) = words.split_once('-')?;
            Some((four_digits(year)?, digits(month, 1..=2)?))
        };
        let by_name = || {
            let (name, year) = words.split_once(' ')?;
            Some((four_digits(year.trim_start())?, number_of(name)?))
        };
        match by_number().or_else(by_name) {
            Some((year, month @ 1..=12)) => Ok(Self::new(year, month)),
            Some((year, _)) => Err(ReadFault::NoSuchMonth { words: words.to_owned(), year }),
            None => Err(MONTH.not_this(words)),
        }
    }

    /// The calendar year.
    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// The month of the year, 1 to 12.
    pub fn number(self) -> i32 {
        self.0.rem_euclid(12) + 1
    }

    /// So many months later; earlier if below nought.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        Self(self.0.saturating_add(months))
    }

    /// How many months this is after another one; below nought if before.
    pub fn since(self, earlier: Self) -> i32 {
        self.0.saturating_sub(earlier.0)
    }

    /// The financial year in which the month lies.
    pub fn financial_year(self) -> FinancialYear {
        FinancialYear(self.0.saturating_sub(APRIL).div_euclid(12))
    }

    /// The month's number in its financial year: April 1, March 12.
    pub fn in_year(self) -> i32 {
        self.0.saturating_sub(APRIL).rem_euclid(12) + 1
    }

    /// How many months of its financial year are left, with this one: April 12, March 1.
    pub fn left_in_year(self) -> i32 {
        13 - self.in_year()
    }

    /// `Dec`.
    pub fn short(self) -> &'static str {
        self.name().get(..3).unwrap_or_default()
    }

    /// `December`.
    pub fn name(self) -> &'static str {
        let index = usize::try_from(self.0.rem_euclid(12)).unwrap_or(0);
        NAMES.get(index).copied().unwrap_or_default()
    }

    /// `Dec 2019`.
    pub fn short_with_year(self) -> String {
        format!("{} {}", self.short(), self.year())
    }
}

/// `2019-12`, as files write it.
impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.number())
    }
}

impl FinancialYear {
    /// The year that begins in April of this calendar year.
    pub const fn starting(year: i32) -> Self {
        Self(year)
    }

    /// Reads `2019/20`.
    ///
    /// # Errors
    /// Whatever is no financial year, or one whose second part does not follow its first.
    pub fn parse(words: &str) -> Result<Self, ReadFault> {
        let words = words.trim();
        let (first, second) = words.split_once(['/', '-', '–']).unwrap_or((words, ""));
        let Some(year) = four_digits(first) else {
            return Err(YEAR.not_this(words));
        };
        let meant = Self(year);
        if words == meant.to_string() {
            return Ok(meant);
        }
        let follows = digits(second, 2..=2) == Some((year + 1) % 100);
        let why = if follows {
            "a financial year is written with a stroke"
        } else {
            "its second year does not follow the first"
        };
        Err(ReadFault::FinancialYear { words: words.to_owned(), why, write: meant.to_string() })
    }

    /// The calendar year in which it begins.
    pub fn start(self) -> i32 {
        self.0
    }

    /// Its first month.
    pub fn april(self) -> Month {
        Month::new(self.0, APRIL + 1)
    }

    /// Its last month.
    pub fn march(self) -> Month {
        self.april().plus(11)
    }

    /// So many financial years later.
    #[must_use]
    pub fn plus(self, years: i32) -> Self {
        Self(self.0.saturating_add(years))
    }
}

/// `2019/20`.
impl fmt::Display for FinancialYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}/{:02}", self.0, self.0.saturating_add(1).rem_euclid(100))
    }
}

fn four_digits(words: &str) -> Option<i32> {
    digits(words, 4..=4)
}

fn digits(words: &str, lengths: std::ops::RangeInclusive<usize>) -> Option<i32> {
    let all_digits = words.bytes().all(|byte| byte.is_ascii_digit());
    if all_digits && lengths.contains(&words.len()) { words.parse().ok() } else { None }
}

/// The number of a month from its name or the first three letters of it.
fn number_of(name: &str) -> Option<i32> {
    let name = name.to_lowercase();
    let is_named =
        |full: &str| full.to_lowercase() == name || full.to_lowercase().get(..3) == Some(&name);
    let index = NAMES.iter().position(|full| is_named(full))?;
    i32::try_from(index + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_run_on_over_the_year() {
        let december = Month::parse("2019-12").unwrap();
        assert_eq!(december, Month::new(2019, 12));
        assert_eq!(december.plus(4).to_string(), "2020-04");
        assert_eq!(december.plus(-12).short_with_year(), "Dec 2018");
        assert_eq!(Month::new(2020, 4).since(december), 4);
        assert_eq!(Month::parse("dec 2019"), Ok(december));
        assert_eq!(Month::parse("December 2019"), Ok(december));
    }

    #[test]
    fn april_is_the_first_month_and_has_twelve_left() {
        let left = |month: i32| Month::new(2019, month).left_in_year();
        assert_eq!((left(4), left(12), left(3)), (12, 4, 1));
        assert_eq!(Month::new(2020, 3).financial_year(), FinancialYear::starting(2019));
        assert_eq!(Month::new(2020, 4).financial_year(), FinancialYear::starting(2020));
        let year = FinancialYear::starting(2019);
        assert_eq!(
            (year.april().to_string(), year.march().to_string()),
            ("2019-04".into(), "2020-03".into())
        );
    }

    #[test]
    fn years_are_written_with_a_stroke() {
        assert_eq!(FinancialYear::parse("2019/20"), Ok(FinancialYear::starting(2019)));
        assert_eq!(FinancialYear::parse("1999/00"), Ok(FinancialYear::starting(1999)));
        let says = |words: &str| FinancialYear::parse(words).unwrap_err().to_string();
        assert_eq!(
            says("2019/21"),
            "“2019/21”: its second year does not follow the first. Write 2019/20"
        );
        assert_eq!(
            says("2019-20"),
            "“2019-20”: a financial year is written with a stroke. Write 2019/20"
        );
        assert!(says("soon").ends_with("Write 2019/20"));
        let thirteenth = Month::parse("2019-13").unwrap_err();
        assert!(thirteenth.to_string().ends_with("Write, say, 2019-12"));
        assert_eq!(thirteenth.suggestion(), None);
        assert!(Month::parse("12/2019").is_err());
        assert!(Month::parse("+201-1").is_err());
    }
}
