//! A list to choose from: a rule, a choice, a format. The row under the cursor is shown at once.

use std::path::PathBuf;

use tui_input::Input;

use super::entry::request;
use super::rules;
use crate::app::Lay;
use crate::app::explore::{Figure, LeverRow};
use crate::app::key::Key;
use crate::app::session::Session;
use crate::document::LIBRARY;
use crate::format::{self, Minus, visible};
use crate::levers::{Kind, Lever, Value, value_text, value_words, whose};
use crate::model::{Node, Protection, Stance, SupportTest};
use crate::money::{Pence, Share};
use crate::report::Form;

/// What choosing a row does.
#[derive(Clone, Debug, PartialEq)]
pub enum Offer {
    /// Sets the lever.
    Set(Value),
    /// Opens a field with this text: the row has parts of its own.
    Type(Value),
    /// Nothing: it cannot run, and this is why.
    Cannot(String),
    /// Writes the outcome in this format.
    Export(Form),
    /// Sets something beside what stands now.
    Add(Addition),
    /// Nothing: it is there to be read.
    Read,
}

/// What can stand beside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Addition {
    /// The session's baseline.
    Base,
    /// What stands now, kept as it is.
    Present,
    /// A scenario that ships, by its name.
    Shipped(&'static str),
    /// A file.
    File(PathBuf, Lay),
    /// A file whose path is still to be typed.
    Typed(Lay),
}

impl Offer {
    /// What the lever would hold.
    pub const fn value(&self) -> Option<&Value> {
        match self {
            Self::Set(value) | Self::Type(value) => Some(value),
            Self::Cannot(_) | Self::Export(_) | Self::Add(_) | Self::Read => None,
        }
    }
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its words.
    pub words: String,
    /// What choosing it does.
    pub offer: Offer,
    /// Whether this is what the lever holds.
    pub in_use: bool,
    /// What the selected node would be asked for.
    pub asked: Option<Figure>,
    /// What it asks for besides, or in a few words why it cannot run.
    pub note: String,
}

/// A list to choose from.
#[derive(Debug)]
pub struct Picker {
    /// The lever it is about, if it is about one.
    pub lever: Option<Lever>,
    /// The question it answers.
    pub question: String,
    /// What Enter does, where it is about no lever.
    pub help: &'static str,
    /// The heading of its list.
    pub heading: String,
    /// Its rows.
    pub items: Vec<Item>,
    /// The row under the cursor.
    pub cursor: usize,
    /// What is being looked for in the list, if something is.
    pub find: Option<Input>,
}

/// The forms of the outcome and their words.
const FORMS: [(Form, &str); 3] = [
    (Form::Text, "text, as it is read"),
    (Form::Json, "JSON, for programs; its schema is printed by fairshare schema report"),
    (Form::Csv, "CSV, for spreadsheets"),
];

impl Picker {
    /// The list for a lever; `node` is the one whose ask is shown beside each row.
    pub fn for_lever(session: &mut Session, row: &LeverRow, node: Node) -> Self {
        let lever = row.lever;
        let held = lever.get(session.now());
        let mut items = match (lever.field.row().kind, session.now().splitter_at(lever.node)) {
            (Kind::Rule, Some(splitter)) => rules::items(session.now(), splitter),
            (Kind::Body, _) => leads(session, lever),
            (Kind::Protection, _) => protections(&held),
            (Kind::Test, _) => support_tests(&held),
            _ => held
                .alternatives()
                .map(|(_, words, value)| item((*words).to_owned(), Offer::Set(value.clone())))
                .collect(),
        };
        if !items.iter().any(|item| item.offer.value() == Some(&held)) {
            let words = value_words(session.now(), lever, &held);
            items.insert(0, item(words, Offer::Set(held.clone())));
        }
        for item in &mut items {
            item.in_use = item.offer.value() == Some(&held);
            try_out(session, lever, node, item);
        }
        session.end_preview();
        let cursor = items.iter().position(|item| item.in_use).unwrap_or(0);
        let heading = if lever.field.row().kind == Kind::Rule { "Rules" } else { "Choices" };
        let question = question(session, lever);
        Self {
            lever: Some(lever),
            question,
            help: "",
            heading: heading.to_owned(),
            items,
            cursor,
            find: None,
        }
    }

    /// The list of formats.
    pub fn for_export() -> Self {
        let items =
            FORMS.iter().map(|(form, words)| item((*words).to_owned(), Offer::Export(*form)));
        Self {
            lever: None,
            question: "In which format should the outcome be written?".to_owned(),
            help: "Enter writes the outcome as it stands. The scenario is never written.",
            heading: "Formats".to_owned(),
            items: items.collect(),
            cursor: 0,
            find: None,
        }
    }

    /// The list of what could stand beside.
    pub fn for_additions(has_base: bool) -> Self {
        let base = (!has_base).then_some(Addition::Base);
        let offered = base.into_iter().chain([Addition::Present]);
        let shipped = LIBRARY.iter().map(|entry| Addition::Shipped(entry.name));
        let typed = [Lay::Beside, Lay::OnTop].map(Addition::Typed);
        Self {
            lever: None,
            question: "What should stand beside what stands now?".to_owned(),
            help: "Enter adds it as a column. What stands now changes only by what is laid on top.",
            heading: "To compare with".to_owned(),
            items: offered.chain(shipped).chain(typed).map(addition).collect(),
            cursor: 0,
            find: None,
        }
    }

    /// A list that is there to be read: what happened, and each thing that somebody should look at.
    pub fn to_read(question: String, lines: &[String]) -> Self {
        let row = |words: String| item(words, Offer::Read);
        let wrapped = |line: &String| {
            let rows = format::wrapped(&visible(line), 70).into_iter().enumerate();
            let rows = rows.map(|(at, words)| if at == 0 { words } else { format!("  {words}") });
            rows.map(row).collect::<Vec<_>>()
        };
        Self {
            lever: None,
            question,
            help: "Nothing else is covered or left out.",
            heading: "To look at".to_owned(),
            items: lines.iter().flat_map(wrapped).collect(),
            cursor: 0,
            find: None,
        }
    }

    /// Whether it is only there to be read.
    pub fn is_to_read(&self) -> bool {
        self.items.iter().all(|item| item.offer == Offer::Read)
    }

    /// The same with the overlays that were found.
    pub fn offer(&mut self, overlays: &[PathBuf]) {
        let rows = |path: &PathBuf| {
            [Lay::Beside, Lay::OnTop].map(|lay| addition(Addition::File(path.clone(), lay)))
        };
        let offers = |item: &Item| matches!(item.offer, Offer::Add(Addition::Shipped(_)));
        let at = self.items.iter().position(offers).unwrap_or(self.items.len());
        self.items.splice(at..at, overlays.iter().flat_map(rows));
    }

    /// The row under the cursor.
    pub fn item(&self) -> Option<&Item> {
        self.items.get(self.cursor)
    }

    /// The rows whose words hold what is looked for.
    pub fn found(&self) -> Vec<usize> {
        let sought = self.find.as_ref().map_or("", Input::value).trim().to_lowercase();
        let has = |item: &Item| !sought.is_empty() && item.words.to_lowercase().contains(&sought);
        (0..self.items.len()).filter(|place| has(&self.items[*place])).collect()
    }

    /// Takes a key of what is looked for, and goes to the first row that has it.
    pub fn take(&mut self, key: Key) {
        let Some(find) = &mut self.find else { return };
        if request(key).and_then(|request| find.handle(request)).is_some() {
            self.cursor = self.found().first().copied().unwrap_or(self.cursor);
        }
    }

    /// Goes to the next row that has what is looked for, or the one before.
    pub fn step(&mut self, forward: bool) {
        let found = self.found();
        let next = match forward {
            true => found.iter().find(|place| **place > self.cursor).or(found.first()),
            false => found.iter().rfind(|place| **place < self.cursor).or(found.last()),
        };
        self.cursor = next.copied().unwrap_or(self.cursor);
    }

    /// The words of what is in use.
    pub fn in_use(&self) -> Option<&str> {
        self.items.iter().find(|item| item.in_use).map(|item| item.words.as_str())
    }
}

fn addition(addition: Addition) -> Item {
    let words = match &addition {
        Addition::Base => "the baseline".to_owned(),
        Addition::Present => "the present state, kept as it is".to_owned(),
        Addition::Shipped(name) => format!("{name}, which ships"),
        Addition::File(path, Lay::Beside) => format!("{}, as a column", path.display()),
        Addition::File(path, Lay::OnTop) => {
            format!("{}, on top of what stands now", path.display())
        }
        Addition::Typed(Lay::Beside) => "another file: type its path".to_owned(),
        Addition::Typed(Lay::OnTop) => {
            "another overlay on top of what stands now: type its path".to_owned()
        }
    };
    item(visible(&words), Offer::Add(addition))
}

pub(super) fn item(words: String, offer: Offer) -> Item {
    Item { words, offer, in_use: false, asked: None, note: String::new() }
}

fn leads(session: &Session, lever: Lever) -> Vec<Item> {
    let scenario = session.now();
    let Node::Group(group) = lever.node else { return Vec::new() };
    let mut items = vec![item("nobody: all by the rule".to_owned(), Offer::Set(Value::Lead(None)))];
    items.extend(scenario.groups[group].bodies.clone().map(|body| {
        let name = scenario.words.bodies[body].brief();
        item(format!("{name} carries it all"), Offer::Set(Value::Lead(Some(body))))
    }));
    items
}

fn protections(held: &Value) -> Vec<Item> {
    let part = match held {
        Value::Protection(Protection::AtMost(share)) => *share,
        _ => Share::percent(20),
    };
    let at_most = Value::Protection(Protection::AtMost(part));
    let partly = Item {
        note: "asks for a percentage".to_owned(),
        ..item("at most a part of it may be cut".to_owned(), Offer::Type(at_most))
    };
    vec![
        item("all of it may be cut".to_owned(), Offer::Set(Value::Protection(Protection::Open))),
        partly,
        item("protected".to_owned(), Offer::Set(Value::Protection(Protection::Protected))),
    ]
}

fn support_tests(held: &Value) -> Vec<Item> {
    let part = match held {
        Value::Test(SupportTest::Linked(share)) => *share,
        _ => Share::percent(50),
    };
    let linked = Item {
        note: "asks for a percentage".to_owned(),
        ..item(
            "partly its system’s result".to_owned(),
            Offer::Type(Value::Test(SupportTest::Linked(part))),
        )
    };
    let bare = held.alternatives();
    bare.map(|(_, words, value)| item((*words).to_owned(), Offer::Set(value.clone())))
        .chain([linked])
        .collect()
}

/// What the node would be asked for, or why the row cannot run.
fn try_out(session: &mut Session, lever: Lever, node: Node, item: &mut Item) {
    let Some(value) = item.offer.value().cloned() else { return };
    match session.preview(&[(lever, value)]) {
        Ok(()) => {
            let asked =
                Figure { before: session.before().ask(node), now: session.after().ask(node) };
            item.asked = Some(asked);
        }
        Err(refusal) => {
            if item.note.is_empty() {
                item.note = refusal.to_string();
            }
            item.offer = Offer::Cannot(refusal.to_string());
        }
    }
}

/// “How should £25.0m be split over five systems?”
fn question(session: &Session, lever: Lever) -> String {
    let scenario = session.now();
    if lever.field.row().kind != Kind::Rule {
        let what = lever.field.row().what;
        return format!("{}: {what}", whose(scenario, lever.node));
    }
    let amount = session.after().ask(lever.node).unwrap_or(Pence::ZERO);
    let (count, one, many) = match lever.node {
        Node::Nation | Node::Region(_) => {
            let systems = scenario.pool(lever.node).map_or(0..0, |p| p.systems.clone());
            let asked = |s: &usize| !session.after().systems[*s].contribution.is_zero();
            (systems.filter(asked).count(), "system", "systems")
        }
        Node::System(place) if scenario.systems[place].ungrouped => {
            let asked = |body: &usize| scenario.bodies[*body].stance != Stance::Exempt;
            (scenario.systems[place].bodies.clone().filter(asked).count(), "body", "bodies")
        }
        Node::System(place) => (scenario.systems[place].groups.len(), "group", "groups"),
        Node::Group(place) => (scenario.groups[place].bodies.len(), "body", "bodies"),
        _ => (0, "part", "parts"),
    };
    let amount = format::millions(amount, 1, Minus::Sign);
    format!("How should {amount} be split over {}?", format::plural(count, one, many))
}

impl Picker {
    /// The text of a row that has parts, to be edited.
    pub fn text_of(&self, session: &Session, value: &Value) -> String {
        self.lever.map_or_else(String::new, |lever| value_text(session.now(), lever, value))
    }
}
