//! Short forms that the rows of the table are written in.

use super::{Context, Foot, Group, Row};
use crate::app::action::{Action, Change, Move, Open};
use crate::app::key::{Code, Key};

pub(super) const fn row(
    within: &'static [Context],
    keys: &'static [(Key, Action)],
    (words, brief): (&'static str, &'static str),
    (group, foot): (Group, Foot),
) -> Row {
    Row { within, keys, words, brief, group, foot }
}

pub(super) const fn plain(code: Code) -> Key {
    Key::plain(code)
}

pub(super) const fn char(c: char) -> Key {
    Key::char(c)
}

pub(super) const LEFT: Key = plain(Code::Left);
pub(super) const RIGHT: Key = plain(Code::Right);
pub(super) const ENTER: Key = plain(Code::Enter);
pub(super) const ESC: Key = plain(Code::Esc);
pub(super) const UP: (Key, Action) = (plain(Code::Up), Action::Move(Move::Up));
pub(super) const DOWN: (Key, Action) = (plain(Code::Down), Action::Move(Move::Down));
pub(super) const BACK: (Key, Action) = (ESC, Action::Open(Open::Back));

pub(super) const fn step(by: i8) -> Action {
    Action::Change(Change::Step(by))
}

pub(super) const fn ten(by: i8) -> Action {
    Action::Change(Change::Ten(by))
}

pub(super) const fn tenth(by: i8) -> Action {
    Action::Change(Change::Tenth(by))
}
