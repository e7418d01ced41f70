//! Floor 2: words for numbers, and numbers from words.
//!
//! Here belongs how an amount, a percentage, a month, a count or a name is written for people and
//! read from what people type; every reading is exact. What a number means, where it stands in a
//! file and how wide a screen is does not belong here.

mod fault;
mod money;
mod month;
mod nearest;
mod number;
mod parse;
mod percent;
mod words;

pub use fault::{Meant, ReadFault};
pub use money::{
    Minus, column, column_of_changes, exact, in_words, millions, rounded_to_add_up, short,
    thousands, thousands_of_changes, typed, whole, whole_pounds,
};
pub use month::{FinancialYear, Month};
pub use nearest::nearest;
pub use parse::{
    Amount, Understood, Unit, parse_amount, parse_count, parse_decimal, parse_percent,
    parse_percent_or_bare, read_amount,
};
pub use percent::{percent, percent_column, points};
pub use words::{
    capital, changes_and_steps, count, cut_middle, list, plural, possessive, visible, width,
    wrapped,
};
