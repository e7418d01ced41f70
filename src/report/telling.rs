//! Sentences of stories and lessons with their figures in them, and a figure as it stands large on a
//! slide. Every figure is read from the outcome at hand: none can be out of date.

use super::explain::{brief, name, noun, owner};
use super::reading_words;
use crate::engine::{Better, Outcome, OutcomeMeasure, Reading, Source, Told, Unit, told_at};
use crate::format::{self, Minus, capital, possessive};
use crate::levers::value_words;
use crate::model::{Form, Node, Piece, Quoted, Scenario, Telling, Which};
use crate::money::Pence;

/// A scenario with its outcome.
pub type Frame<'t> = (&'t Scenario, &'t Outcome);

/// What figures are read from: as it stands, and as the file has it.
#[derive(Clone, Copy, Debug)]
pub struct Teller<'t> {
    /// As it stands.
    pub now: Frame<'t>,
    /// As the file has it.
    pub was: Frame<'t>,
}

/// Which way a figure went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Whether it is more now; `None` if it is the same.
    pub is_more: Option<bool>,
    /// Whether that is worse for the people served; `None` if it is neither.
    pub is_worse: Option<bool>,
}

const UNKNOWN: &str = "an amount that is not known";

impl Teller<'_> {
    /// A sentence with its figures.
    pub fn say(&self, telling: &Telling) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Words(words) => words.clone(),
            Piece::Figure(quoted) => self.figure(quoted),
        };
        telling.pieces.iter().map(piece).collect()
    }

    fn figure(&self, quoted: &Quoted) -> String {
        let Ok(told) = told_at(self.now.0, &quoted.path) else { return UNKNOWN.to_owned() };
        match quoted.which {
            Which::Now => words(self.now, told, quoted.form),
            Which::Was => words(self.was, told, quoted.form),
            Which::Reported => {
                let observed = &self.was.0.words.observed;
                let own = observed.iter().find(|own| own.path == quoted.path);
                own.map_or(UNKNOWN.to_owned(), |own| money(own.amount, quoted.form))
            }
            Which::Part => {
                let whole = quoted.of.as_deref().and_then(|of| told_at(self.now.0, of).ok());
                let value = whole.and_then(|whole| part(self.now, told, whole));
                reading_words(Reading { value, unit: Unit::Share }, Minus::Sign)
                    .unwrap_or_else(|| UNKNOWN.to_owned())
            }
            Which::Change => {
                let read = |(scenario, outcome): Frame<'_>| told.reading(scenario, outcome);
                match (read(self.was), read(self.now)) {
                    (Some(was), Some(now)) => change_in(was, now, in_sentence).0,
                    _ if words(self.was, told, Form::Exact)
                        == words(self.now, told, Form::Exact) =>
                    {
                        "the same".to_owned()
                    }
                    _ => "another one".to_owned(),
                }
            }
        }
    }
}

fn part(frame: Frame<'_>, own: Told, whole: Told) -> Option<(i128, i128)> {
    let (a, b) = own.reading(frame.0, frame.1)?.value?;
    let (c, d) = whole.reading(frame.0, frame.1)?.value?;
    (c != 0).then(|| (a * d * c.signum(), b * c.abs()))
}

/// A figure in words.
fn words((scenario, outcome): Frame<'_>, told: Told, form: Form) -> String {
    if let Told::NewStart(place) = told {
        let start = outcome.programmes[place].new_start;
        return start.map_or_else(
            || "not this year".to_owned(),
            |month| format!("in {} {}", month.name(), month.year()),
        );
    }
    let reading = told.reading(scenario, outcome);
    match (reading, told) {
        (Some(Reading { unit: Unit::Money, value: Some((pence, 1)) }), _) => {
            money(Pence::from_wide(pence), form)
        }
        (Some(reading), Told::Read(_)) => {
            reading_words(reading, Minus::Sign).unwrap_or_else(|| UNKNOWN.to_owned())
        }
        (_, Told::Held(lever)) => value_words(scenario, lever, &lever.get(scenario)),
        _ => UNKNOWN.to_owned(),
    }
}

fn money(amount: Pence, form: Form) -> String {
    match form {
        Form::Exact => format::exact(amount, Minus::Sign),
        Form::Short if amount.abs() >= Pence::pounds(1_000_000) => {
            format::millions(amount, 1, Minus::Sign)
        }
        Form::Short | Form::Sentence => format::in_words(amount, Minus::Sign),
    }
}

/// What lies between what a figure was and is, as it stands on a slide: `£22,431 more`, `the same`;
/// and whether it is more.
pub fn change_words(was: Reading, now: Reading) -> (String, Option<bool>) {
    let pounds = |amount| format::whole_pounds(amount, Minus::Sign);
    // In the form of the figures beside it, as long as that says something.
    let in_millions = Pence::pounds(100_000)..Pence::pounds(1_000_000_000);
    let millions = |amount: Pence| match in_millions.contains(&amount) {
        true => format::millions(amount, 1, Minus::Sign),
        false => large_money(amount),
    };
    match [was, now].into_iter().filter_map(Reading::pence).all(is_told_in_millions) {
        true => change_in(was, now, millions),
        false => change_in(was, now, pounds),
    }
}

/// Two figures of one slide, written alike; two that differ are never written the same.
pub fn large_pair(was: Reading, now: Reading) -> [String; 2] {
    let both = [was, now];
    let alike = both.into_iter().filter_map(Reading::pence).all(is_told_in_millions);
    let told =
        |form: fn(Pence) -> String| both.map(|own| own.pence().map_or_else(|| large(own), form));
    let millions: fn(Pence) -> String = |own| format::millions(own, 1, Minus::Sign);
    let pounds = |own| format::whole_pounds(own, Minus::Sign);
    let exact = |own| format::exact(own, Minus::Sign);
    let forms = [large_money, millions, pounds, exact];
    let forms = forms.into_iter().skip(if alike { 0 } else { 2 });
    let differ = |pair: &[String; 2]| was == now || pair[0] != pair[1];
    forms.map(told).find(differ).unwrap_or_else(|| told(exact))
}

fn in_sentence(amount: Pence) -> String {
    format::in_words(amount, Minus::Sign)
}

fn change_in(
    was: Reading,
    now: Reading,
    money: impl Fn(Pence) -> String,
) -> (String, Option<bool>) {
    let (Some((a, b)), Some((c, d))) = (was.value, now.value) else {
        return (UNKNOWN.to_owned(), None);
    };
    let (difference, whole) = (c * b - a * d, b * d);
    let apart = Reading { value: Some((difference.abs(), whole)), unit: now.unit };
    if difference == 0 {
        return ("the same".to_owned(), None);
    }
    let size = match (now.unit, apart.value) {
        (Unit::Money, Some((pence, 1))) => money(Pence::from_wide(pence)),
        (Unit::Share, _) => {
            let percent = reading_words(apart, Minus::Sign).unwrap_or_default();
            percent.trim_end_matches('%').to_owned() + " points"
        }
        _ => reading_words(apart, Minus::Sign).unwrap_or_default(),
    };
    let word = if difference > 0 { "more" } else { "less" };
    (format!("{size} {word}"), Some(difference > 0))
}

/// Which way an outcome went, and whether that is worse.
pub fn turn(better: Better, was: Reading, now: Reading) -> Turn {
    let is_more = change_words(was, now).1;
    let is_worse = is_more.and_then(|more| match better {
        Better::Lower => Some(more),
        Better::Higher => Some(!more),
        Better::Neither => None,
    });
    Turn { is_more, is_worse }
}

/// A figure for a slide: `£478,905`, `£25.0m`, `4 months`; `[x]` where it is not known.
pub fn large(reading: Reading) -> String {
    match (reading.unit, reading.value) {
        (Unit::Money, Some((pence, 1))) => large_money(Pence::from_wide(pence)),
        _ => reading_words(reading, Minus::Sign).unwrap_or_else(|| "[x]".to_owned()),
    }
}

/// Whether one decimal of a million says it all, or all that people take in.
fn is_told_in_millions(amount: Pence) -> bool {
    let size = amount.abs();
    let is_round = size.get() % Pence::pounds(100_000).get() == 0;
    size.is_zero()
        || (is_round && size >= Pence::pounds(1_000_000))
        || size >= Pence::pounds(10_000_000)
}

/// Pounds as far as people take them in: whole, or with one decimal of a million or a billion.
fn large_money(amount: Pence) -> String {
    match amount.abs() {
        size if size >= Pence::pounds(1_000_000_000) => {
            let tenths = format::millions(Pence::new(amount.get() / 1_000), 1, Minus::Sign);
            format!("{}bn", tenths.trim_end_matches('m'))
        }
        size if size >= Pence::pounds(1_000_000) && is_told_in_millions(size) => {
            format::millions(amount, 1, Minus::Sign)
        }
        _ => format::whole_pounds(amount, Minus::Sign),
    }
}

/// The name of a figure where there is little room: `C&P support`; of the only region `Uncovered gap`.
pub fn brief_words(scenario: &Scenario, measure: OutcomeMeasure) -> String {
    if matches!(measure.node, Node::Nation | Node::Region(_)) && scenario.regions.len() == 1 {
        return what_words(measure);
    }
    capital(&brief(scenario, Source::Outcome(measure.node, measure.row.id)))
}

/// The name of a figure where it is clear whose it is: `Uncovered gap`.
pub fn what_words(measure: OutcomeMeasure) -> String {
    capital(&noun(measure.node, measure.row.id))
}

/// A figure by name where others like it stand beside it: of an ask the node is enough.
pub fn path_words(scenario: &Scenario, told: Told) -> String {
    let node = told.node();
    let words = scenario.words.of(node);
    let whose = match node {
        Node::Group(_) if words.name.is_empty() => owner(scenario, node),
        // A lever stands alone: every system may have commissioners.
        Node::Group(_) if matches!(told, Told::Held(_)) => capital(&owner(scenario, node)),
        _ => words.name.clone(),
    };
    let what = match told {
        Told::Read(measure) if measure.row.id == "ask" => return whose,
        Told::Read(measure) => noun(node, measure.row.id),
        Told::Held(lever) => lever.field.words(scenario),
        Told::NewStart(_) => "starts".to_owned(),
    };
    format!("{whose}: {what}")
}

/// What stands over a figure: `Thurrock is asked for`.
pub fn caption(scenario: &Scenario, measure: OutcomeMeasure) -> String {
    let node = measure.node;
    let whose = owner(scenario, node);
    let is = match node {
        Node::Group(place) if !scenario.words.groups[place].name.is_empty() => "are",
        _ => "is",
    };
    let words = match (node, measure.row.id) {
        (_, "ask") => format!("{whose} {is} asked for"),
        (_, "contribution") => format!("{whose} is asked to contribute"),
        // A gap that a source states alone: there is no control total to miss.
        (Node::System(place), "gap") if scenario.systems[place].stated_gap.is_some() => {
            format!("{whose} has a gap of")
        }
        (_, "gap") => format!("{whose} plans to miss its control total by"),
        (Node::Nation | Node::Region(_), "need") => format!("{whose} is short of"),
        (_, "need") => format!("{whose} still needs"),
        (_, "covered") => "Other systems are asked to cover".to_owned(),
        (_, "uncovered") => "Left uncovered".to_owned(),
        (_, "unplaced") => format!("{whose}: no place is found for"),
        (_, "recovery") => format!("{whose} asks its own bodies for"),
        (_, "cuts") => format!("{} programmes lose", possessive(&whose)),
        (_, "cut") => format!("{whose} loses"),
        (_, "delay") => format!("{whose} starts late by"),
        (_, "spend") => format!("What is still spent on {whose}"),
        (_, "people_lost") => format!("{whose} no longer reaches"),
        (_, "reserve_used") => format!("{} reserve covers", possessive(&whose)),
        (Node::System(_) | Node::Body(_), "support") => format!("{whose} is paid in support"),
        (_, "support_lost") => format!("{whose} loses in support"),
        (_, "paid") => format!("{whose}: paid"),
        (_, "lost") => format!("{whose}: lost"),
        (_, "kept") => format!("{whose}: kept back"),
        _ => name(scenario, Source::Outcome(node, measure.row.id)),
    };
    capital(&words)
}
