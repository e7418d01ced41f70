//! Floor 8: an outcome on paper.
//!
//! Here belongs whatever leaves the program as a document: an outcome as text, CSV or JSON with
//! every assumption and all that found no place, and pictures of a screen that was drawn elsewhere.
//! What the figures are belongs to `engine`, where the paper goes to `cli`, and how a screen is laid
//! out to `view`.

mod bears;
mod behind;
mod compare;
mod csv;
pub mod explain;
mod fit;
mod form;
mod headline;
mod json;
mod list;
mod number;
mod questions;
mod reasons;
mod subject;
pub mod svg;
mod telling;
mod text;
mod words;

pub use self::compare::{Compared, render_comparison};
pub use self::csv::csv;
pub use bears::{
    burden_figure, burden_words, distance_words, gini_figure, lens_head, lens_words, missing_words,
    part_figure, ratio_figure, split_name, standing_words,
};
pub use behind::{Behind, Standing, behind, by_standing, source_words};
pub use fit::{Fitted, render_fit};
pub use form::{Form, Unwritten, is_report, render};
pub use headline::headline;
pub use json::{json, json_schema};
pub use list::{LIST_BEGINNING, list};
pub use number::{reading, unit_word};
pub use questions::questions;
pub use reasons::why_unplaced;
pub use subject::Subject;
pub use telling::{
    Frame, Teller, Turn, brief_words, caption, change_words, large, large_pair, path_words, turn,
    what_words,
};
pub use text::{Manner, text};
pub use words::{area_words, kind_word, reading_words, role_word, status_word, verdict_word};
