//! What stands behind an outcome: every figure and choice that goes in, with its standing and its
//! source, as every export lists it. How a form writes it down is in the form's own file.

use std::collections::BTreeSet;

use crate::levers::{Change, Field, LEFT_OUT, Lever, all_nodes, path_of, value_text};
use crate::model::{self, Figure, Node, Scenario, SourceEntry};

/// How well a figure is known, as it stands now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It was changed: the file's standing no longer holds.
    Changed,
    /// As the file says.
    OfFile(model::Standing),
}

impl Standing {
    /// All, in the order in which a doubter looks: what is ours first, then the least known.
    pub const ALL: [Self; 6] = [
        Self::Changed,
        Self::OfFile(model::Standing::Assumed),
        Self::OfFile(model::Standing::Plain),
        Self::OfFile(model::Standing::Derived),
        Self::OfFile(model::Standing::Reported),
        Self::OfFile(model::Standing::Published),
    ];

    /// The word for it: `assumed`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::OfFile(own) => own.word(),
        }
    }

    /// What stands over all figures of it.
    pub const fn head(self) -> &'static str {
        match self {
            Self::Changed => "What was changed (line of the file in brackets):",
            Self::OfFile(model::Standing::Assumed) => {
                "What is assumed (line of the file in brackets):"
            }
            Self::OfFile(model::Standing::Plain) => "Of what the file says no source:",
            Self::OfFile(model::Standing::Derived) => "What is derived:",
            Self::OfFile(model::Standing::Reported) => "What was reported:",
            Self::OfFile(model::Standing::Published) => "What was published:",
        }
    }
}

/// A figure or choice that goes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behind<'s> {
    /// Where it is used: `07G.allocation`; of a published outcome the outcome's path.
    pub path: String,
    /// The node it stands at; none of a published outcome.
    pub node: Option<Node>,
    /// The field of that node.
    pub field: String,
    /// As the file writes it; nothing if the file leaves it out and it was changed.
    pub in_file: String,
    /// How well the file's own is known.
    pub known: model::Standing,
    /// The id of its source, or the reason.
    pub about: &'s str,
    /// The source that the id names.
    pub source: Option<&'s SourceEntry>,
    /// The line of the file, from 1; none of what the file leaves out.
    pub line: Option<u32>,
    /// What it was changed to, as it would be typed.
    pub changed: Option<String>,
}

impl<'s> Behind<'s> {
    /// As the file has it.
    pub fn of_file(scenario: &'s Scenario, figure: &'s Figure) -> Self {
        let cites =
            matches!(figure.standing, model::Standing::Published | model::Standing::Reported);
        let source = cites.then(|| scenario.words.source(&figure.source)).flatten();
        Self {
            path: figure.path.clone(),
            node: figure.node,
            field: figure.field.clone(),
            in_file: figure.value.clone(),
            known: figure.standing,
            about: &figure.source,
            source,
            line: Some(figure.line),
            changed: None,
        }
    }

    /// What the file leaves out.
    pub fn left_out(scenario: &Scenario, lever: Lever) -> Self {
        let assumed = lever.may_be_left_out();
        Self {
            path: path_of(scenario, lever),
            node: Some(lever.node),
            field: lever.field.word(scenario).to_owned(),
            in_file: if assumed { "0".to_owned() } else { String::new() },
            known: if assumed { model::Standing::Assumed } else { model::Standing::Plain },
            about: if assumed { LEFT_OUT } else { "" },
            source: None,
            line: None,
            changed: None,
        }
    }

    /// How well it is known as it stands now.
    pub const fn standing(&self) -> Standing {
        match self.changed {
            Some(_) => Standing::Changed,
            None => Standing::OfFile(self.known),
        }
    }

    /// What goes in: as the file writes it, or as it was changed.
    pub fn value(&self) -> &str {
        self.changed.as_deref().unwrap_or(&self.in_file)
    }

    /// Its source; of what was changed none, for the source says something else.
    pub fn cited(&self) -> Option<&'s SourceEntry> {
        self.source.filter(|_| self.changed.is_none())
    }

    /// Whether it rests on a source: cites it, or names it in brackets in its reason.
    pub fn rests_on(&self, source: &SourceEntry) -> bool {
        let named = || self.about.contains(&format!("[{}]", source.id));
        self.changed.is_none() && (self.source == Some(source) || named())
    }

    /// The id of its source or the reason; of what was changed how the file's own was known.
    pub fn source_words(&self) -> String {
        match (&self.changed, self.line) {
            (None, _) => self.about.to_owned(),
            (Some(_), None) => "the file gives none".to_owned(),
            (Some(_), Some(_)) => format!("in the file {}: {}", self.known.word(), self.about),
        }
    }

    /// Its source in words: title, date, address; or the reason. Of what was changed what the file
    /// has and how that is known.
    pub fn words(&self) -> String {
        let own = match self.source {
            Some(source) => source_words(source),
            None => self.about.to_owned(),
        };
        match (&self.changed, self.line) {
            (None, _) => own,
            (Some(_), None) => self.source_words(),
            (Some(_), Some(_)) => {
                format!("in the file {}, {}: {own}", self.in_file, self.known.word())
            }
        }
    }

    /// All in a cell: `reported: lowdown, line 129: The Lowdown: …, 2019, https://…`.
    pub fn sentence(&self) -> String {
        let word = self.standing().word();
        let id = self.cited().map_or_else(String::new, |source| format!(" {},", source.id));
        let line = match self.line {
            Some(line) => format!("line {line}"),
            None => "not in the file".to_owned(),
        };
        format!("{word}:{id} {line}: {}", self.words())
    }
}

/// A source in words: title, date, address, each where the file has it.
pub fn source_words(source: &SourceEntry) -> String {
    let parts = [Some(&source.title), source.date.as_ref(), source.url.as_ref()];
    let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    parts.join(", ")
}

/// What stands behind an outcome of a scenario: the figures of the file in their order, then what
/// the file leaves out and is assumed, then what was changed without the file having it. `changes`
/// are those from the file to what stands now.
pub fn behind<'s>(scenario: &'s Scenario, changes: &[Change]) -> Vec<Behind<'s>> {
    let of_file = scenario.words.figures.iter().map(|own| Behind::of_file(scenario, own));
    let left_out = left_out(scenario).map(|lever| Behind::left_out(scenario, lever));
    let mut all: Vec<Behind<'_>> = of_file.chain(left_out).collect();
    for change in changes {
        let lever = change.lever;
        let word = lever.field.word(scenario);
        let to = value_text(scenario, lever, &change.to);
        match all.iter_mut().find(|own| own.node == Some(lever.node) && own.field == word) {
            Some(own) => own.changed = Some(to),
            None => {
                let new = Behind::left_out(scenario, lever);
                all.push(Behind { changed: Some(to), ..new });
            }
        }
    }
    all
}

/// The levers of which the file says nothing and that are assumed to be nought.
fn left_out(scenario: &Scenario) -> impl Iterator<Item = Lever> {
    let field = Field::Reserve;
    let word = field.word(scenario);
    let figures = scenario.words.figures.iter().filter(|own| own.field == word);
    let said: BTreeSet<Node> = figures.filter_map(|own| own.node).collect();
    let levers = all_nodes(scenario).into_iter().map(move |node| Lever { node, field });
    levers.filter(move |own| own.may_be_left_out() && !said.contains(&own.node))
}

/// The same as lines of text, by standing: figures that share a source or reason share a line.
pub fn by_standing(all: &[Behind<'_>]) -> Vec<(Standing, Vec<String>)> {
    let lines = |standing: Standing| {
        let mut points: Vec<(String, Vec<String>)> = Vec::new();
        for own in all.iter().filter(|own| own.standing() == standing) {
            let line = own.line.map_or_else(String::new, |line| format!(" ({line})"));
            let place = match &own.changed {
                Some(now) => format!("{}{line} now {now}", own.path),
                None => format!("{}{line}", own.path),
            };
            let words = own.words();
            match points.iter_mut().find(|(other, _)| *other == words) {
                Some((_, places)) => places.push(place),
                None => points.push((words, vec![place])),
            }
        }
        points.into_iter().map(|(words, places)| point(&words, &places)).collect::<Vec<_>>()
    };
    let all = Standing::ALL.into_iter().map(|standing| (standing, lines(standing)));
    all.filter(|(_, lines)| !lines.is_empty()).collect()
}

fn point(words: &str, places: &[String]) -> String {
    let places = places.join(", ");
    if words.is_empty() { places } else { format!("{places}: {words}") }
}
