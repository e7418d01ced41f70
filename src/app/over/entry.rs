//! A value being typed: what was understood, what it does, and why it cannot be taken.

use tui_input::{Input, InputRequest};

use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::format::Unit;
use crate::levers::{
    Kind, Lever, Refusal, Typing, Value, give_way, shares_with, typed, value_text,
};

/// A field and its lever.
#[derive(Debug)]
pub struct Entry {
    /// Which lever.
    pub lever: Lever,
    /// What is typed so far.
    pub input: Input,
    /// What the lever held when the field was opened.
    pub held: Value,
    /// What was understood last; the screen shows it.
    pub value: Option<Value>,
    /// Why what is typed now cannot be taken.
    pub problem: Option<String>,
    /// Whether the text is still what the lever holds: the first letter then takes its place.
    pub untouched: bool,
}

impl Entry {
    /// Opens a field on a lever with some text in it.
    pub fn new(session: &Session, lever: Lever, text: String) -> Self {
        let held = lever.get(session.now());
        Self { lever, input: Input::new(text), held, value: None, problem: None, untouched: false }
    }

    /// Opens a field on a lever with what it holds in it.
    pub fn on(session: &Session, lever: Lever) -> Self {
        let held = lever.get(session.now());
        let text = value_text(session.now(), lever, &held);
        let text = if text == "None" { String::new() } else { text };
        Self { untouched: true, ..Self::new(session, lever, text) }
    }

    /// What a bare number means in the field of a lever.
    pub fn unit(lever: Lever) -> Unit {
        match lever.field.row().kind {
            Kind::SignedMoney | Kind::Money | Kind::Offset | Kind::Recovery | Kind::Limit => {
                Unit::Millions
            }
            _ => Unit::Pounds,
        }
    }

    /// Takes a key; answers whether the text changed.
    pub fn take(&mut self, key: Key) -> bool {
        let types = matches!((key.code, key.ctrl), (Code::Char(_), false));
        if std::mem::take(&mut self.untouched) && types {
            self.input.reset();
        }
        request(key).is_some_and(|request| {
            let changed = self.input.handle(request);
            changed.is_some_and(|changed| changed.value)
        })
    }

    /// Takes pasted text, its first line.
    pub fn paste(&mut self, text: &str) {
        if std::mem::take(&mut self.untouched) {
            self.input.reset();
        }
        let line = text.lines().next().unwrap_or_default();
        for c in line.chars().filter(|c| !c.is_control()).take(MOST) {
            self.input.handle(InputRequest::InsertChar(c));
        }
    }

    /// Reads what is typed and shows it; what cannot be read leaves the last good value standing.
    pub fn follow(&mut self, session: &mut Session) {
        let text = self.input.value().trim().to_owned();
        if text.is_empty() {
            self.problem = None;
            return;
        }
        match self.read(session, &text) {
            Ok((value, moves)) => match session.preview(&moves) {
                Ok(()) => {
                    self.value = Some(value);
                    self.problem = None;
                }
                Err(refusal) => self.refuse(session, &refusal),
            },
            Err(refusal) => self.refuse(session, &refusal),
        }
    }

    /// The moves that the last good value stands for.
    pub fn moves(&self, session: &Session) -> Option<Vec<(Lever, Value)>> {
        moves(session, self.lever, self.value.clone()?).ok()
    }

    /// What is easily mistyped here, each with what is said to it.
    pub fn mistypings(&self, session: &Session) -> Vec<(String, String)> {
        let unit = Self::unit(self.lever);
        if unit != Unit::Millions {
            return Vec::new();
        }
        let typing = Typing { now: session.now(), base: session.base(), lever: self.lever, unit };
        let signed = self.lever.field.row().kind == Kind::SignedMoney;
        let texts = match signed {
            true => ["200m", "-200000000m", "-2OOm"],
            false => ["200000000m", "2OOm", "1/3"],
        };
        let said = |text: &str| Some((text.to_owned(), typed(typing, text).err()?.to_string()));
        texts.into_iter().filter_map(said).collect()
    }

    fn read(
        &self,
        session: &mut Session,
        text: &str,
    ) -> Result<(Value, Vec<(Lever, Value)>), Refusal> {
        // Names such as `now` mean what is kept, not what was tried a letter ago.
        session.end_preview();
        let unit = Self::unit(self.lever);
        let typing = Typing { now: session.now(), base: session.base(), lever: self.lever, unit };
        let value = typed(typing, text)?;
        let moves = moves(session, self.lever, value.clone())?;
        Ok((value, moves))
    }

    fn refuse(&mut self, session: &mut Session, refusal: &Refusal) {
        self.problem = Some(refusal.to_string());
        if let Some(moves) = self.moves(session) {
            // The last good value was taken before.
            let _ = session.preview(&moves);
        }
    }
}

/// One lever moved, and with a share the others that give way.
fn moves(session: &Session, lever: Lever, value: Value) -> Result<Vec<(Lever, Value)>, Refusal> {
    match (shares_with(session.now(), lever), &value) {
        (Some(shares), Value::Share(Some(to))) => give_way(&shares, (lever, *to), session.locked()),
        _ => Ok(vec![(lever, value)]),
    }
}

/// Longer input is no number and no rule.
const MOST: usize = 400;

/// What a key does to a line of text.
pub(in crate::app) fn request(key: Key) -> Option<InputRequest> {
    Some(match (key.code, key.ctrl) {
        (Code::Char(c), false) => InputRequest::InsertChar(c),
        (Code::Char('a'), true) | (Code::Home, _) => InputRequest::GoToStart,
        (Code::Char('e'), true) | (Code::End, _) => InputRequest::GoToEnd,
        (Code::Char('u'), true) => InputRequest::DeleteLine,
        (Code::Char('k'), true) => InputRequest::DeleteTillEnd,
        (Code::Backspace, false) => InputRequest::DeletePrevChar,
        (Code::Backspace | Code::Char('w'), true) => InputRequest::DeletePrevWord,
        (Code::Delete, _) => InputRequest::DeleteNextChar,
        (Code::Left, false) => InputRequest::GoToPrevChar,
        (Code::Right, false) => InputRequest::GoToNextChar,
        (Code::Left, true) => InputRequest::GoToPrevWord,
        (Code::Right, true) => InputRequest::GoToNextWord,
        _ => return None,
    })
}
