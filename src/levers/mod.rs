//! Floor 4: what a person may move.
//!
//! Here belongs the one table of levers: from a path to a small handle, reading a value from words,
//! setting it or refusing with a reason, writing it back, and the history of what was changed.
//! The same table drives editors, `--set`, overlays, stories and lessons. What a change *does*
//! belongs to `engine`.

mod access;
mod change;
mod expression;
mod field;
mod history;
mod lever;
mod misread;
mod path;
mod put;
mod range;
mod read;
mod refusal;
mod rule_read;
mod rule_text;
mod shares;
mod standing;
mod typed;
mod value;
mod written;

pub use change::{Change, change_all, set_all};
pub use expression::{Fraction, Names, evaluate};
pub use field::{FIELDS, Field, FieldRow, Kind};
pub use history::{AS_IN_FILE, History, Step, Unfit};
pub use lever::{Lever, check_limits, in_range, refuse, why_not};
pub use misread::{Misread, Problem};
pub use path::{all_nodes, lever_at, node_at, node_path, parts_of, path_of};
pub use put::{move_as_people_do, moves_of, put};
pub use range::{Range, is_share, number, range, stepped, with_number};
pub use read::{Wanted, value_from};
pub use refusal::Refusal;
pub use rule_read::{RULES, Reader, RuleRow};
pub use shares::{give_way, moves_to, percents_beside, shares_with};
pub use standing::LEFT_OUT;
pub use typed::{Typing, typed, value_for};
pub use value::Value;
pub use written::{change_words, value_text, value_words, whose};
