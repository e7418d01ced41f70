//! What is said of one figure: what it holds, how well that is known, its source or the reason, and
//! where in the file it stands.

use crate::app::session::Session;
use crate::levers::{Field, LEFT_OUT, Value, lever_at};
use crate::model::{self, Scenario, SourceEntry};
use crate::report::{Behind, Standing, source_words};

/// A line of the card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it says: “source”.
    pub label: String,
    /// The words.
    pub words: String,
}

fn fact(label: &str, words: impl Into<String>) -> Fact {
    Fact { label: label.to_owned(), words: words.into() }
}

/// All that is said of a figure; `name` is the scenario's, without its ending.
pub(super) fn facts(session: &Session, name: &str, own: &Behind<'_>) -> Vec<Fact> {
    let scenario = session.now();
    let mut facts = vec![fact("path", &own.path)];
    let lever = lever_at(scenario, &own.path).ok().filter(|_| own.node.is_some());
    facts.extend(lever.map(|lever| fact("what it is", lever.field.row().what)));
    if let Some(now) = &own.changed {
        let from = if own.line.is_some() { &*own.in_file } else { "what the file leaves out" };
        facts.push(fact("now", format!("{now}: you changed it from {from}")));
    }
    match (own.line, own.about) {
        (None, LEFT_OUT) => facts.push(fact("standing", format!("assumed: {LEFT_OUT}"))),
        (None, _) => facts.push(fact("standing", not_given(session, own))),
        (Some(_), _) => {
            facts.push(fact("in the file", &own.in_file));
            facts.push(fact("standing", standing_words(own.known)));
            facts.extend(origin(own));
        }
    }
    if let Some(line) = own.line {
        facts.push(fact("stands in", format!("{name}.ron:{line}")));
    }
    let named = named(scenario, own.about).into_iter();
    facts.extend(named.map(|source| fact(&format!("[{}]", source.id), source_words(source))));
    facts
}

/// What is said where the file gives nothing.
fn not_given(session: &Session, own: &Behind<'_>) -> &'static str {
    let held = lever_at(session.file(), &own.path).map(|lever| lever.get(session.file()));
    match held {
        Ok(Value::Limit(None) | Value::Lead(None) | Value::Count(None) | Value::Share(None)) => {
            "the file sets none"
        }
        Ok(Value::Money(None)) if own.field == Field::Fixed.row().word => "the file sets none",
        Ok(Value::Money(None) | Value::Measure(None) | Value::Month(None) | Value::Known(None))
        | Err(_) => "the file gives none: it is not known",
        Ok(_) => "the file says nothing of it: so the model has it unless told otherwise",
    }
}

/// What a standing says.
const fn standing_words(standing: model::Standing) -> &'static str {
    match standing {
        model::Standing::Published => "published: an official paper or data set",
        model::Standing::Reported => "reported: the press, or one body’s statement",
        model::Standing::Derived => "derived: worked out from other figures",
        model::Standing::Assumed => "assumed: needed, and not known",
        model::Standing::Plain => "plain: the file names no source",
    }
}

/// Source, date and address; or the reason.
fn origin(own: &Behind<'_>) -> Vec<Fact> {
    if let Some(source) = own.source {
        let parts = [("source", Some(&source.title)), ("date", source.date.as_ref())];
        let url = [("address", source.url.as_ref())];
        let parts = parts.into_iter().chain(url);
        return parts.filter_map(|(label, words)| Some(fact(label, words?))).collect();
    }
    let label = if own.known == model::Standing::Derived { "how" } else { "why" };
    let given = Some(own.about).filter(|words| !words.is_empty());
    given.map(|words| fact(label, words)).into_iter().collect()
}

/// The sources that words name in brackets, each once.
fn named<'s>(scenario: &'s Scenario, words: &str) -> Vec<&'s SourceEntry> {
    let mut named: Vec<&SourceEntry> = Vec::new();
    for piece in words.split('[').skip(1) {
        let source = piece.split_once(']').and_then(|(id, _)| scenario.words.source(id));
        named.extend(source.filter(|own| named.iter().all(|other| other.id != own.id)));
    }
    named
}

/// The source in few words: “The Lowdown 2019”; of what was derived or assumed the reason.
pub(super) fn brief(own: &Behind<'_>) -> String {
    match (own.standing(), own.source) {
        (Standing::Changed, _) if own.line.is_none() => own.source_words(),
        (Standing::Changed, _) => format!("in the file {}, {}", own.in_file, own.known.word()),
        (_, Some(source)) => {
            let title = source.title.split(": ").next().unwrap_or_default();
            let year = source.date.as_ref().and_then(|date| date.get(..4));
            match year.filter(|year| !title.contains(year)) {
                Some(year) => format!("{title} {year}"),
                None => title.to_owned(),
            }
        }
        (_, None) => own.about.to_owned(),
    }
}
