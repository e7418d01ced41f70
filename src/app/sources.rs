//! The Sources screen: every figure behind the outcome by how well it is known, with its value, its
//! source or the reason, and the line of the file.
//!
//! Its state is which figure is selected and in which order they stand. How they are drawn is in
//! `view/sources.rs`, what keys do in `update/sources.rs`.

use super::over::CardRow;
use super::session::Session;
use super::{Headline, Line, Origin, Tone};
use crate::format;
use crate::report::{Behind, Standing, behind, source_words};

/// In which order the figures stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// What was changed, then the least known.
    #[default]
    Standing,
    /// As in the file.
    File,
    /// By source; last what has a reason and no source.
    Source,
}

impl Order {
    /// The next order.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Standing => Self::File,
            Self::File => Self::Source,
            Self::Source => Self::Standing,
        }
    }

    /// What it is, in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Standing => "the least known first",
            Self::File => "as in the file",
            Self::Source => "by source",
        }
    }
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq)]
pub enum SourceRow<'s> {
    /// What the figures below share.
    Head(String),
    /// A figure.
    Figure(Behind<'s>),
}

/// The screen.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The path of the selected figure; none is the first.
    pub selected: Option<String>,
    /// In which order they stand.
    pub order: Order,
    /// Whether only what was changed is listed.
    pub only_changed: bool,
}

impl Sources {
    /// The figures in their order, without heads.
    pub fn figures<'s>(&self, session: &'s Session) -> Vec<Behind<'s>> {
        let mut all = behind(session.now(), &session.changes());
        if self.only_changed {
            all.retain(|own| own.changed.is_some());
        }
        match self.order {
            Order::Standing => all.sort_by_key(|own| rank(own.standing())),
            // What the file leaves out has no line and stands last.
            Order::File => all.sort_by_key(|own| own.line.unwrap_or(u32::MAX)),
            Order::Source => all.sort_by_cached_key(|own| (own.cited().is_none(), group(own))),
        }
        all
    }

    /// The rows: the figures, under heads where the order makes groups.
    pub fn rows<'s>(&self, session: &'s Session) -> Vec<SourceRow<'s>> {
        let figures = self.figures(session);
        let head = |own: &Behind<'_>| match self.order {
            Order::Standing => own.standing().word().to_owned(),
            Order::File => String::new(),
            Order::Source => group(own),
        };
        let mut rows = Vec::with_capacity(figures.len() + 8);
        let mut last = None;
        let heads: Vec<String> = figures.iter().map(head).collect();
        for (own, head) in figures.into_iter().zip(&heads) {
            if !head.is_empty() && last != Some(head) {
                let count = heads.iter().filter(|other| *other == head).count();
                rows.push(SourceRow::Head(format!("{}, {count}", format::capital(head))));
                last = Some(head);
            }
            rows.push(SourceRow::Figure(own));
        }
        rows
    }

    /// The place of the selected figure.
    pub fn place(&self, figures: &[Behind<'_>]) -> usize {
        let selected = |own: &Behind<'_>| Some(&own.path) == self.selected.as_ref();
        figures.iter().position(selected).unwrap_or(0)
    }

    /// The selected figure.
    pub fn figure<'s>(&self, session: &'s Session) -> Option<Behind<'s>> {
        let mut figures = self.figures(session);
        let place = self.place(&figures);
        (place < figures.len()).then(|| figures.swap_remove(place))
    }

    /// A figure in words, as a card has it.
    pub fn card_row(session: &Session, own: &Behind<'_>) -> CardRow {
        CardRow::of_behind(session, &Origin::default(), own)
    }

    /// What the screen says in sentences.
    pub fn headline(session: &Session) -> Headline {
        let all = behind(session.now(), &session.changes());
        let counted = |standing: &Standing| {
            let count = all.iter().filter(|own| own.standing() == *standing).count();
            (count > 0).then(|| format!("{count} {}", standing.word()))
        };
        let counts: Vec<String> = Standing::ALL.iter().filter_map(counted).collect();
        let left_out = all.iter().filter(|own| own.line.is_none() && own.changed.is_none()).count();
        let second = match left_out {
            0 => "Every one of them stands in the file with its source or the reason.".to_owned(),
            1 => "One reserve is left out in the file and taken for nought.".to_owned(),
            _ => format!("{left_out} reserves are left out in the file and taken for nought."),
        };
        let first = Line::default().strong(format!("{} figures and choices", all.len()));
        let first = first.text(format!(": {}.", format::list(&counts)));
        let narrow = Line::plain(format!("{} figures: {}.", all.len(), counts.join(", ")));
        Headline { first, second: Line::plain(second), narrow }
    }

    /// How the selected figure is known, and from where.
    pub fn sentence(&self, session: &Session) -> Line {
        match self.figure(session) {
            Some(own) => {
                let word = format!("{} is {}: ", own.path, own.standing().word());
                let known = own.words();
                Line::default().with(word, Tone::Second).text(known.trim_end_matches('.')).text(".")
            }
            None => Line::plain("Nothing was changed, so there is nothing to list."),
        }
    }

    /// What the message line says: the source of the selected figure, or the reason, in full.
    pub fn hint(&self, session: &Session) -> Line {
        self.sentence(session).in_a_sentence()
    }
}

/// Where a standing comes in the order of a doubter.
fn rank(standing: Standing) -> usize {
    Standing::ALL.iter().position(|own| *own == standing).unwrap_or(Standing::ALL.len())
}

/// What figures of one source share; of those without one how they are known.
fn group(own: &Behind<'_>) -> String {
    match own.cited() {
        Some(source) => source_words(source),
        None => format!("no source: {}", own.standing().word()),
    }
}
