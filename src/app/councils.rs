//! The Councils screen: what reaches one council's area.
//!
//! Its state is where the cursors are; its rows are worked out anew from that and the session. How
//! they are drawn is in `view/councils.rs`, what keys do in `update/councils.rs`.

use super::session::Session;
use super::{Headline, Line};
use crate::format;

/// The screen.
#[derive(Clone, Debug)]
pub struct Councils {
    /// The selected council, as a place among `places`.
    pub place: usize,
}

impl Councils {
    /// Begins at the first council.
    pub const fn new(_session: &Session) -> Self {
        Self { place: 0 }
    }

    /// The councils by name, as places in the scenario's list.
    pub fn places(&self, session: &Session) -> Vec<usize> {
        let councils = &session.now().words.councils;
        let mut places: Vec<usize> = (0..councils.len()).collect();
        places.sort_by_key(|place| councils[*place].name.as_str());
        places
    }

    /// How many areas there are, in a sentence.
    pub fn headline(&self, session: &Session) -> Headline {
        let count = session.now().words.councils.len();
        let words = match count {
            0 => "This scenario names no councils.".to_owned(),
            _ => format!("The scenario names {}.", format::plural(count, "council", "councils")),
        };
        let first = Line::default().strong(words);
        Headline { narrow: first.clone(), first, second: Line::default() }
    }
}
