//! The source card: where a number in hand comes from. Of a lever its figure, with standing, source
//! and line; of an outcome what was published of it, and the figures that it rests on directly.
//!
//! It is made when it is opened and keeps words alone; what a number rests on is in `rests_on`.

mod fact;
mod rests_on;

pub use fact::Fact;
use fact::facts;

use crate::app::explore::{LeverRow, size_words};
use crate::app::session::Session;
use crate::app::{Mark, Origin};
use crate::engine::{OutcomeMeasure, measure_at, measure_path};
use crate::format::{self, Minus, capital};
use crate::levers::{Field, Lever, Value, lever_at, value_text, value_words, whose};
use crate::report::{Behind, Standing, reading_words};

/// A figure on the card.
#[derive(Clone, Debug, PartialEq)]
pub struct CardRow {
    /// Its path.
    pub path: String,
    /// Its path in words: “Thurrock: opening allocation”.
    pub words: String,
    /// What it holds, short.
    pub value: String,
    /// How well that is known; `None` of what the file does not give.
    pub standing: Option<Standing>,
    /// The mark of it.
    pub mark: Option<Mark>,
    /// Its source in few words, or the reason.
    pub brief: String,
    /// The line of the file.
    pub line: Option<u32>,
    /// The lever that moves it, if one does.
    pub lever: Option<Lever>,
    /// All that is said of it.
    pub facts: Vec<Fact>,
}

/// The card.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The number, in words with its value: “Thurrock: ask £478,904.64”.
    pub title: String,
    /// What is said of all of it.
    pub said: String,
    /// Its figures.
    pub rows: Vec<CardRow>,
    /// The row under the cursor.
    pub cursor: usize,
}

impl Card {
    /// The card of a lever.
    pub fn of_lever(session: &Session, origin: &Origin, lever: Lever) -> Self {
        let row = CardRow::of_lever(session, origin, lever);
        Self {
            title: format!("{} {}", row.words, row.value),
            said: String::new(),
            rows: vec![row],
            cursor: 0,
        }
    }

    /// The card of a number that was worked out.
    pub fn of_number(session: &Session, origin: &Origin, measure: OutcomeMeasure) -> Self {
        let scenario = session.now();
        let path = measure_path(scenario, measure);
        let reading = measure.read(scenario, session.after());
        let value = reading_words(reading, Minus::Sign);
        let value = value.unwrap_or_else(|| "[x] not known".to_owned());
        let title = format!("{} {value}", number_words(session, measure));
        let printed = scenario.words.observed_figure(&path);
        let printed = printed.map(|own| {
            let own = Behind::of_file(scenario, own);
            let mut row = CardRow::of_behind(session, origin, &own);
            "as printed".clone_into(&mut row.words);
            row.facts.extend(apart(session, measure, &own));
            row
        });
        let said = match &printed {
            Some(_) => "Worked out; the file also has what was printed. It rests directly on:",
            None => "Worked out: no source in the file prints it. It rests directly on:",
        };
        let rests = rests_on::levers(session, measure);
        let rests = rests.into_iter().map(|lever| {
            let mut row = CardRow::of_lever(session, origin, lever);
            // Whose it is stands in the title, unless it is somebody else's.
            if lever.node == measure.node {
                row.words = field_words(session, lever);
            }
            row
        });
        let rows = printed.into_iter().chain(rests).collect();
        Self { title: capital(&title), said: said.to_owned(), rows, cursor: 0 }
    }

    /// The card of one figure of the list of all.
    pub fn of_figure(session: &Session, origin: &Origin, own: &Behind<'_>) -> Self {
        let row = CardRow::of_behind(session, origin, own);
        let title = format!("{} {}", row.words, row.value);
        Self { title, said: String::new(), rows: vec![row], cursor: 0 }
    }

    /// The row under the cursor.
    pub fn row(&self) -> Option<&CardRow> {
        self.rows.get(self.cursor)
    }

    /// What is under the cursor, in a sentence.
    pub fn sentence(&self) -> String {
        let Some(row) = self.row() else { return self.title.clone() };
        let said = match (row.standing, row.brief.is_empty()) {
            (Some(own), true) => own.word().to_owned(),
            (Some(own), false) => format!("{}, {}", own.word(), row.brief),
            (None, _) => {
                let standing = row.facts.iter().find(|fact| fact.label == "standing");
                standing.map_or_else(String::new, |fact| fact.words.clone())
            }
        };
        format!("{} {}: {said}.", row.words, row.value)
    }

    /// The card as text, addresses whole.
    pub fn text(&self) -> String {
        let mut lines = vec![self.title.clone()];
        lines.extend(Some(self.said.clone()).filter(|said| !said.is_empty()));
        for row in &self.rows {
            if self.rows.len() > 1 {
                lines.push(String::new());
                lines.push(format!("{} {}", row.words, row.value));
            }
            lines.extend(row.facts.iter().map(|fact| format!("{}: {}", fact.label, fact.words)));
        }
        lines.join("\n") + "\n"
    }
}

impl CardRow {
    fn of_lever(session: &Session, origin: &Origin, lever: Lever) -> Self {
        let file = session.file();
        let mut own = match lever.figure(file) {
            Some(figure) => Behind::of_file(file, figure),
            None => Behind::left_out(file, lever),
        };
        let now = lever.get(session.now());
        if lever.get(file) != now {
            own.changed = Some(value_text(session.now(), lever, &now));
        }
        Self::of_behind(session, origin, &own)
    }

    /// A figure of the list of all.
    pub fn of_behind(session: &Session, origin: &Origin, own: &Behind<'_>) -> Self {
        let scenario = session.now();
        let lever = lever_at(scenario, &own.path).ok();
        let lever = lever.filter(|_| own.node.is_some());
        let said = own.line.is_some() || !own.about.is_empty() || own.changed.is_some();
        Self {
            words: words(session, own, lever),
            value: value(session, own, lever),
            standing: said.then(|| own.standing()),
            mark: match own.standing() {
                Standing::Changed => None,
                Standing::OfFile(standing) => Mark::of_standing(standing),
            },
            brief: fact::brief(own),
            line: own.line,
            facts: facts(session, &origin.name, own),
            path: own.path.clone(),
            lever,
        }
    }
}

/// What it holds, short: “−£192.4m”, “in proportion to opening allocation”.
fn value(session: &Session, own: &Behind<'_>, lever: Option<Lever>) -> String {
    let scenario = session.now();
    if let Some(lever) = lever {
        return match lever.get(scenario) {
            Value::Measure(Some(size)) => size_words(scenario, lever, size),
            held => value_words(scenario, lever, &held),
        };
    }
    // What was printed is an amount; of other fields the file's own words.
    let printed = own.node.is_none().then_some(&own.in_file);
    let amount = printed.and_then(|words| format::parse_amount(words, format::Unit::Pounds).ok());
    amount.map_or_else(|| own.value().to_owned(), |amount| format::exact(amount, Minus::Sign))
}

/// “Thurrock: opening allocation”.
fn words(session: &Session, own: &Behind<'_>, lever: Option<Lever>) -> String {
    let scenario = session.now();
    match (own.node, lever) {
        (Some(node), Some(lever)) => {
            format!("{}: {}", whose(scenario, node), field_words(session, lever))
        }
        (Some(node), None) => format!("{}: {}", whose(scenario, node), own.field.replace('_', " ")),
        (None, _) => match measure_at(scenario, &own.path) {
            Ok(measure) => format!("{}, as printed", number_words(session, measure)),
            Err(_) => own.path.clone(),
        },
    }
}

/// “opening allocation”, “annual cost”: the field as it is called in the file.
fn field_words(session: &Session, lever: Lever) -> String {
    match lever.field {
        Field::Measure(_) => LeverRow::of(session, lever).word,
        field => field.words(session.now()),
    }
}

/// “Thurrock: ask”.
fn number_words(session: &Session, measure: OutcomeMeasure) -> String {
    let id = measure.row.id.replace('_', " ");
    format!("{}: {id}", whose(session.now(), measure.node))
}

/// How far the model is from what was printed.
fn apart(session: &Session, measure: OutcomeMeasure, own: &Behind<'_>) -> Option<Fact> {
    let printed = format::parse_amount(&own.in_file, format::Unit::Pounds).ok()?;
    let model = measure.read(session.now(), session.after()).pence()?;
    let difference = format::exact((model - printed).abs(), Minus::Sign);
    let side = match model.cmp(&printed) {
        std::cmp::Ordering::Less => format!("{difference} lower"),
        std::cmp::Ordering::Equal => "the same".to_owned(),
        std::cmp::Ordering::Greater => format!("{difference} higher"),
    };
    let model = format::exact(model, Minus::Sign);
    Some(Fact { label: "modelled".to_owned(), words: format!("{model}: {side}") })
}
