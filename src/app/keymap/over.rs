//! The keys of what lies over a screen: lists to choose from, fields to type in, the question.

use super::shorthand::{BACK, DOWN, ENTER, ESC, UP, char, plain, row, step};
use super::{Context, Foot, Group, Row};
use crate::app::action::{Action, Change, Give, Move, Open, Program};
use crate::app::key::Code;

pub(super) const ROWS: &[Row] = &[
    row(
        &[Context::Problems],
        &[(char('y'), Action::Give(Give::Copy))],
        ("copy the problems", "copy"),
        (Group::Program, Foot::Left),
    ),
    row(
        &[Context::Problems],
        &[BACK],
        ("back to the last good version, if there is one", "last good version"),
        (Group::Moving, Foot::Right),
    ),
    row(
        &[Context::Problems],
        &[(char('o'), Action::Program(Program::Open))],
        ("open another file, or a scenario that ships", "another file"),
        (Group::Program, Foot::Left),
    ),
    row(
        &[Context::Picker],
        &[(ENTER, Action::Open(Open::Enter))],
        ("keep what is under the cursor", "use it"),
        (Group::Values, Foot::Left),
    ),
    row(
        &[Context::Picker],
        &[(char('/'), Action::Open(Open::Find))],
        ("find a row by its words", "find"),
        (Group::Find, Foot::Left),
    ),
    row(
        &[Context::Picker],
        &[BACK],
        ("back, and keep what was", "keep what was"),
        (Group::Moving, Foot::Right),
    ),
    row(
        &[Context::Entry],
        &[(ENTER, Action::Open(Open::Enter))],
        ("keep what was typed", "keep"),
        (Group::Values, Foot::Left),
    ),
    row(
        &[Context::Entry],
        &[BACK],
        ("put the value back", "put it back"),
        (Group::Values, Foot::Left),
    ),
    row(
        &[Context::Entry],
        &[(plain(Code::Up), step(1)), (plain(Code::Down), step(-1))],
        ("one step more or less", "step"),
        (Group::Values, Foot::Left),
    ),
    row(
        &[Context::Entry],
        &[(plain(Code::Tab), Action::Change(Change::Complete))],
        ("complete a name begun with {, such as {CP.plan}", "complete a name"),
        (Group::Values, Foot::Left),
    ),
    row(
        &[Context::FindLine, Context::Palette],
        &[UP, DOWN],
        ("the one above or below", "move"),
        (Group::Moving, Foot::Left),
    ),
    row(
        &[Context::GoTo],
        &[(char('g'), Action::Move(Move::Top))],
        ("the first row", "top"),
        (Group::Moving, Foot::Left),
    ),
    row(
        &[Context::GoTo],
        &[(char('e'), Action::Move(Move::Bottom))],
        ("the last row", "end"),
        (Group::Moving, Foot::Left),
    ),
    row(
        &[Context::FindLine],
        &[(ENTER, Action::Open(Open::Enter))],
        ("stay at what was found", "stay there"),
        (Group::Find, Foot::Left),
    ),
    row(
        &[Context::OwnShare],
        &[(ENTER, Action::Open(Open::Enter))],
        ("hold the rules against this share too", "take it"),
        (Group::Values, Foot::Left),
    ),
    row(
        &[Context::ToRead],
        &[(ENTER, Action::Open(Open::Back))],
        ("close the list", "close"),
        (Group::Moving, Foot::Left),
    ),
    row(
        &[Context::PathLine, Context::Shelf],
        &[(ENTER, Action::Open(Open::Enter))],
        ("open it", "open it"),
        (Group::Program, Foot::Left),
    ),
    row(
        &[Context::Palette],
        &[(ENTER, Action::Open(Open::Enter))],
        ("do it", "do it"),
        (Group::Find, Foot::Left),
    ),
    row(
        &[Context::Keys],
        &[(ENTER, Action::Open(Open::Enter))],
        ("do what this key does", "do it"),
        (Group::Find, Foot::Left),
    ),
    row(
        &[Context::Card],
        &[(char('y'), Action::Give(Give::Copy))],
        ("copy the card, addresses whole", "copy"),
        (Group::Program, Foot::Left),
    ),
    row(
        &[Context::Card],
        &[(ESC, Action::Open(Open::Back)), (char('s'), Action::Open(Open::Back))],
        ("close the card", "close"),
        (Group::Moving, Foot::Right),
    ),
    row(
        &[
            Context::FindLine,
            Context::OwnShare,
            Context::PathLine,
            Context::Palette,
            Context::Keys,
            Context::ToRead,
            Context::Shelf,
            Context::GoTo,
        ],
        &[BACK],
        ("back", "back"),
        (Group::Moving, Foot::Right),
    ),
    row(
        &[Context::Question],
        &[(ENTER, Action::Program(Program::SaveAndLeave))],
        ("save and leave", "save and leave"),
        (Group::Program, Foot::Left),
    ),
    row(
        &[Context::Question],
        &[(char('n'), Action::Program(Program::LeaveWithout))],
        ("leave without saving", "leave without"),
        (Group::Program, Foot::Left),
    ),
    row(
        &[Context::Exchange],
        &[(ENTER, Action::Program(Program::SaveAndLeave))],
        ("save, then open the other", "save and open"),
        (Group::Program, Foot::Left),
    ),
    row(
        &[Context::Exchange],
        &[(char('n'), Action::Program(Program::LeaveWithout))],
        ("open the other without saving", "open without"),
        (Group::Program, Foot::Left),
    ),
    row(
        &[Context::Replace],
        &[(ENTER, Action::Open(Open::Enter))],
        ("replace the file", "replace it"),
        (Group::Program, Foot::Left),
    ),
    row(
        &[Context::Replace],
        &[(char('n'), Action::Program(Program::SaveAside))],
        ("save under the other name that is offered", "the other name"),
        (Group::Program, Foot::Left),
    ),
    row(
        &[Context::Beside],
        &[(ENTER, Action::Open(Open::Back)), BACK],
        ("go on: look and change; saving asks first", "go on"),
        (Group::Program, Foot::Left),
    ),
    row(
        &[Context::Beside],
        &[(char('q'), Action::Program(Program::Leave))],
        ("leave it to the other", "leave"),
        (Group::Program, Foot::Left),
    ),
    row(
        &[Context::TakeUp],
        &[(ENTER, Action::Open(Open::Enter))],
        ("take the changes up", "take them up"),
        (Group::Program, Foot::Left),
    ),
    row(
        &[Context::TakeUp],
        &[(char('n'), Action::Program(Program::Discard))],
        ("discard the changes", "discard them"),
        (Group::Program, Foot::Left),
    ),
    row(
        &[Context::TakeUp],
        &[BACK],
        ("decide later: they stay where they are kept until something is changed", "later"),
        (Group::Program, Foot::Left),
    ),
    row(
        &[Context::Replace, Context::Question, Context::Exchange],
        &[BACK],
        ("stay, and write nothing", "stay"),
        (Group::Program, Foot::Left),
    ),
];
