//! The report as a person reads it in a shell, in tables or in plain sentences.
//!
//! Here belongs the order of its parts and their words, to the penny; roundings for headlines are
//! `format`'s.

mod bears;
mod beside;
mod fit;
pub(super) mod page;
mod plain;
mod remarks;
mod tables;

pub(super) use fit::FIT_BEGINNING;
pub(super) use fit::fit;

use super::Subject;
use crate::format::Minus;
use page::Page;

/// How the text is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Manner {
    /// Tables of at most 100 columns.
    #[default]
    Tables,
    /// One sentence after another, in ASCII signs: for screen readers.
    Plain,
}

/// The words with which every text report begins.
pub(super) const BEGINNING: &str = "fairshare report: ";

impl Manner {
    fn minus(self) -> Minus {
        match self {
            Self::Tables => Minus::Sign,
            Self::Plain => Minus::Hyphen,
        }
    }
}

/// The report as text, ending with a line break.
pub fn text(subject: &Subject<'_>, manner: Manner) -> String {
    let words = &subject.now.words;
    let mut page = Page::new(manner);
    page.sentence(&format!("{BEGINNING}{}", words.title));
    if !words.title.contains(&words.year) {
        page.sentence(&format!("Year {}", words.year));
    }
    remarks::changes(&mut page, subject, manner);
    page.sentence(&super::headline(subject, manner.minus()).join(" "));
    match manner {
        Manner::Tables => tables::write(&mut page, subject),
        Manner::Plain => plain::write(&mut page, subject),
    }
    bears::write(&mut page, subject, manner);
    remarks::write(&mut page, subject, manner);
    page.finish()
}
